"""One step of one racer, taken apart: what it reads, what it carries over, how both become the step.

`step_parts` takes the numbers out of the racer's records, so they are those of the race; only the products mu v and
rate g are worked out again, and add up to the recorded step but for one rounding. Phases tell the step in slow motion:
a sentence with the numbers, and arrows in the coordinates of the landscape. The arrows that make up a step (jump,
slope, step) have their true lengths and together end where the step ends. A slope that is divided by a ruler first, and
a mean of slopes, have no length on a map: their arrows show a direction and are as long as the step.

Classical momentum can be told in two orders, "gradient first" or "jump first"; the end point is the same, because the
slope is read at the start of the step both times. Nesterov's is read where the jump lands: that, not the order, is the
difference.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.arithmetic import capped
from sim.numerals import write_short, write_significant
from sim.phrases import phrase
from sim.simulations.race_kernels import GX, GY, MX, MY, PX, PY, VX, VY, X, Y

Array = NDArray[np.float64]
Vector = tuple[float, float]
Arrow = tuple[Vector, Vector, str, str]

GRADIENT_FIRST, JUMP_FIRST = "gradient first", "jump first"
ORDERS = (GRADIENT_FIRST, JUMP_FIRST)
DIGITS = 3


@dataclass(frozen=True)
class Phase:
    """A moment of the step: a sentence, and arrows (origin, tip, role, label) from where they begin to their tips."""

    caption: str
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class StepParts:
    """The parts of a step as pairs (x, y).

    start and end: positions. asked: where the gradient was read. gradient: what was read, noise included. jump: what
    the momentum carries over, mu v. slope: what the gradient adds; for the methods with a ruler, the whole step.
    squares: the squared gradients kept after the step, 0 where none are.
    """

    start: Vector
    asked: Vector
    gradient: Vector
    jump: Vector
    slope: Vector
    end: Vector
    squares: Vector
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True)
class Told:
    """What the phases are told from: the parts, the memories before and after, and the settings of the step."""

    parts: StepParts
    before: Vector
    after: Vector
    hyper: Array
    c: Array
    order: str

    @property
    def step(self) -> Vector:
        """From the start to the end."""
        return minus(self.parts.end, self.parts.start)

    @property
    def size(self) -> float:
        """The length of the step."""
        return math.hypot(*self.step)


def step_parts(
    key: str, records: Array, hyper: Array, constants: Array, step: int, order: str = GRADIENT_FIRST
) -> StepParts:
    """The step that led to row `step` (1 or later) of a racer's records.

    records (steps + 1, COLUMNS), hyper (4,), constants (steps, 3). order: of the two moves of `momentum`; the other
    methods have one order.
    """
    before, here, c = records[step - 1], records[step], constants[step - 1]
    row = capped(key, hyper, c)
    start, end, gradient = pair(before, X, Y), pair(here, X, Y), pair(here, GX, GY)
    jump, slope = (0.0, 0.0), minus(end, start)
    if key in MOVED_BY_TWO:
        mu, rate = float(row[1]) if key != "sgd" else 0.0, float(row[0])
        jump, slope = times(mu, pair(before, MX, MY)), times(-rate, gradient)
    parts = StepParts(start, pair(here, PX, PY), gradient, jump, slope, end, pair(here, VX, VY))
    told = Told(parts, pair(before, MX, MY), pair(here, MX, MY), row, c, order)
    return StepParts(start, parts.asked, gradient, jump, slope, end, parts.squares, PHASES[key](told))


def sgd(told: Told) -> tuple[Phase, ...]:
    """Read, then step."""
    parts = told.parts
    return (
        read(told, parts.slope),
        Phase(
            phrase(
                "Steps straight down by η = {hyper} times the slope: −η g = {slope}.",
                hyper=setting(told.hyper[0]),
                slope=words(parts.slope),
            ),
            ((parts.start, parts.end, "grad", "−η g"),),
        ),
    )


def momentum(told: Told) -> tuple[Phase, ...]:
    """Both moves begin with the slope at the start; either may come first."""
    parts, mu, rate = told.parts, setting(told.hyper[1]), setting(told.hyper[0])
    down = phrase("by η = {rate} times the slope, −η g = {slope}.", rate=rate, slope=words(parts.slope))
    on = phrase("by μ = {mu} of its velocity, μ v = {jump}.", mu=mu, jump=words(parts.jump))
    if told.order == JUMP_FIRST:
        corner = plus(parts.start, parts.jump)
        first = Phase(phrase("Jumps on {on}", on=on), ((parts.start, corner, "vel", "μ v"),))
        second = Phase(phrase("Steps down {down}", down=down), ((corner, parts.end, "grad", "−η g"),))
    else:
        corner = plus(parts.start, parts.slope)
        first = Phase(phrase("Steps down {down}", down=down), ((parts.start, corner, "grad", "−η g"),))
        second = Phase(phrase("Jumps on {on}", on=on), ((corner, parts.end, "vel", "μ v"),))
    return (read(told, parts.slope), first, second, together(told))


def nesterov(told: Told) -> tuple[Phase, ...]:
    """Jump, read there, correct."""
    parts, mu = told.parts, setting(told.hyper[1])
    downhill = ((parts.asked, parts.end, "grad", "downhill there"),)
    return (
        Phase(
            phrase("Jumps first, by μ = {mu} of its velocity: μ v = {jump}.", mu=mu, jump=words(parts.jump)),
            ((parts.start, parts.asked, "vel", "μ v"),),
        ),
        Phase(
            phrase("Looks ahead and reads the slope where it landed: g = {gradient}.", gradient=words(parts.gradient)),
            downhill,
        ),
        Phase(
            phrase(
                "Corrects from there by η = {hyper} times that slope: −η g = {slope}.",
                hyper=setting(told.hyper[0]),
                slope=words(parts.slope),
            ),
            ((parts.asked, parts.end, "grad", "−η g"),),
        ),
        together(told),
    )


def divided(told: Told, ruler: str, rulers: Vector) -> tuple[Phase, ...]:
    """Read, divide each coordinate by its ruler, step."""
    return (
        read(told),
        Phase(
            f"{ruler} √s = {words(rulers)}.", (aimed(told, minus((0.0, 0.0), told.parts.gradient), "grad", "slope"),)
        ),
        stepped(
            told,
            phrase("Divides the slope by its ruler and steps by η = {hyper} of that", hyper=setting(told.hyper[0])),
        ),
    )


def adagrad(told: Told) -> tuple[Phase, ...]:
    """The ruler gathers every squared slope."""
    return divided(told, "Adds the squared slope to all before: its ruler per coordinate is", roots(told.parts.squares))


def rmsprop(told: Told) -> tuple[Phase, ...]:
    """The ruler is a running mean of squared slopes."""
    ruler = phrase(
        "Keeps ρ = {hyper} of its mean of squares: its ruler per coordinate is", hyper=setting(told.hyper[1])
    )
    return divided(told, ruler, roots(told.parts.squares))


def adadelta(told: Told) -> tuple[Phase, ...]:
    """Divide by the size of the slopes, multiply by the size of one's own steps."""
    eps = float(told.hyper[3])
    own, slopes = roots(plus(told.before, (eps, eps))), roots(plus(told.parts.squares, (eps, eps)))
    return (
        read(told),
        Phase(
            phrase("Divides by the size of recent slopes, √(s + ε) = {slopes}.", slopes=words(slopes)),
            (aimed(told, minus((0.0, 0.0), (told.parts.gradient[0] / slopes[0], told.parts.gradient[1] / slopes[1])),
                   "grad", "slope ÷ ruler"),),
        ),
        stepped(told, phrase("Multiplies by the size of its own steps, √(u + ε) = {own}, and steps", own=words(own))),
    )  # fmt: skip


def adam(told: Told) -> tuple[Phase, ...]:
    """Mean of slopes, without its bias, over the root of the mean of squares."""
    mean, ruler = times(float(told.c[0]), told.after), roots(times(float(told.c[1]), told.parts.squares))
    return (
        read(told),
        Phase(
            phrase(
                "Mixes it into a mean of slopes, β₁ = {hyper}, unbiased: m̂ = {mean}.",
                hyper=setting(told.hyper[1]),
                mean=words(mean),
            ),
            (aimed(told, minus((0.0, 0.0), mean), "vel", "mean of slopes"),),
        ),
        Phase(
            phrase("Measures with its ruler per coordinate, unbiased: √v̂ = {ruler}.", ruler=words(ruler)),
            (aimed(told, minus((0.0, 0.0), mean), "vel", "mean of slopes"),),
        ),
        stepped(
            told, phrase("Divides the mean by its ruler and steps by η = {hyper} of that", hyper=setting(told.hyper[0]))
        ),
    )


def read(told: Told, tip: Vector | None = None) -> Phase:
    """The first phase of all but Nesterov: the slope where the racer is."""
    parts = told.parts
    caption = phrase("Reads the slope under it: g = {gradient}.", gradient=words(parts.gradient))
    if tip is not None:
        return Phase(caption, ((parts.start, plus(parts.start, tip), "grad", "downhill"),))
    return Phase(caption, (aimed(told, minus((0.0, 0.0), parts.gradient), "grad", "downhill"),))


def together(told: Told) -> Phase:
    """The last phase of the methods with a velocity."""
    caption = phrase("Both moves are its new velocity: v = {after}.", after=words(told.after))
    return Phase(caption, ((told.parts.start, told.parts.end, "vel", "new velocity"),))


def stepped(told: Told, caption: str) -> Phase:
    """The last phase of the methods with a ruler."""
    return Phase(
        phrase("{caption}: {step}.", caption=caption, step=words(told.step)),
        ((told.parts.start, told.parts.end, "vel", "step"),),
    )


def aimed(told: Told, direction: Vector, role: str, label: str) -> Arrow:
    """An arrow from the start in a direction, as long as the step."""
    size = math.hypot(*direction)
    share = told.size / size if math.isfinite(size) and size > 0.0 else 0.0
    return told.parts.start, plus(told.parts.start, times(share, direction)), role, label


def pair(row: Array, first: int, second: int) -> Vector:
    """Two numbers of a record."""
    return float(row[first]), float(row[second])


def plus(a: Vector, b: Vector) -> Vector:
    """a + b."""
    return a[0] + b[0], a[1] + b[1]


def minus(a: Vector, b: Vector) -> Vector:
    """a - b."""
    return a[0] - b[0], a[1] - b[1]


def times(factor: float, a: Vector) -> Vector:
    """factor a."""
    return factor * a[0], factor * a[1]


def roots(a: Vector) -> Vector:
    """The square roots."""
    return math.sqrt(a[0]), math.sqrt(a[1])


def digits(value: float) -> str:
    """A number with three digits that count."""
    return write_significant(float(value), DIGITS)


def setting(value: float) -> str:
    """A setting, as short as it can be said."""
    return write_short(float(value), DIGITS)


def words(a: Vector) -> str:
    """A pair as it is printed: "(0.0200, −1.30)"."""
    return f"({digits(a[0])}, {digits(a[1])})"


MOVED_BY_TWO = ("sgd", "momentum", "nesterov")
PHASES: dict[str, Callable[[Told], tuple[Phase, ...]]] = {
    "sgd": sgd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "adadelta": adadelta,
    "rmsprop": rmsprop,
    "adam": adam,
}
