"""What of a snapshot the pictures of depth show, as plain data and words."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gui.widgets.arm_content import ArmSeen, Race
from gui.widgets.figure_row import Figure
from gui.widgets.gate_view_face import GateSeen
from gui.widgets.layer_heat import LayerSums
from gui.widgets.layer_signals import LayerSignals, nothing
from gui.widgets.layer_words import say_layers, short_number
from gui.widgets.ticks import power_of_ten
from sim.activations import ACTIVATIONS
from sim.depth_functions import FUNCTIONS, is_flat
from sim.depth_pretraining import EPOCHS
from sim.initialisers import INITIALISERS
from sim.numerals import write_count, write_fixed, write_short
from sim.phrases import joined, phrase, word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.config import Config
    from sim.depth_profile import Profile
    from sim.simulations.depth import ArmView, DepthSnapshot, PastArm

    Array = NDArray[np.float64]

FARTHEST_Z = 10.0
GUESSING = 0.1
UNKNOWN = "–"
FADES, GROWS = 0.8, 1.25
LITTLE, MUCH = 0.1, 10.0
"""Many layers that each keep nearly all still leave little: what reaches the first layer decides, too."""
FAMILY = {"sigmoid": "adam", "tanh": "rmsprop", "relu": "momentum"}
MARKERS = {
    "sigmoid": "circle", "tanh": "circle", "relu": "circle", "relu_he": "diamond", "tanh_glorot": "up",
    "sigmoid_glorot": "up", "pretrained": "star", "batch_norm": "hex", "residual": "square",
}  # fmt: skip
COLUMNS = (
    (word("right"), "Right answers to 500 digits that were not learned from."),
    (
        word("updates"),
        "The update after which at most a quarter of the training digits was still wrong. Pretraining is not counted.",
    ),
    (word("moved"), "How far the weights of the first layer have moved, as a share of how long they were."),
    (word("dead"), "Units that answer none of 256 training digits. Only a gate can be shut for good."),
)

# The layers -----------------------------------------------------------------------------------------------------------


def signals_of(profile: Profile) -> LayerSignals:
    """Both ways as shares of what they began with."""
    last = float(profile.delta_norm[-1])
    if not (last > 0.0 and math.isfinite(last)):
        return LayerSignals(np.zeros(profile.depth + 1))
    first = float(profile.activation_norm[0])
    ahead = profile.activation_norm[:-1] / first if first > 0.0 and math.isfinite(first) else nothing()
    several = profile.seeds > 1
    return LayerSignals(
        back=profile.delta_norm / last,
        forward=ahead,
        keeps=profile.factors,
        low=profile.low / last if several else nothing(),
        high=profile.high / last if several else nothing(),
        told=profile.gradient_norm / profile.gradient_norm[-1] if profile.gradient_norm[-1] > 0.0 else nothing(),
        dead=profile.dead,
    )


def sums_of(profile: Profile) -> LayerSums:
    """Where the sums of each layer lie."""
    return LayerSums(
        profile.histogram, profile.bin_edges, flat_ranges(profile.activation), profile.saturated, profile.positive
    )


@lru_cache(maxsize=16)
def flat_ranges(activation: str) -> tuple[tuple[float, float], ...]:
    """The ranges of z in which an activation passes less than a tenth of what it passes at best."""
    z = np.linspace(-12.0, 12.0, 2401)
    flat = is_flat(activation, FUNCTIONS[activation](z)[1])
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flat.astype(int), [0]))))
    return tuple((float(z[start]), float(z[end - 1])) for start, end in edges.reshape(-1, 2))


def headline(profile: Profile) -> str:
    """What becomes of the error, in a few words."""
    if not profile.finite:
        return "The numbers grow too large to be written"
    if profile.factor == 0.0:
        return "Nothing of the error comes back"
    if profile.factor < FADES:
        return "The error fades on its way back"
    if profile.factor > GROWS:
        return "The error explodes on its way back"
    if profile.ratio < LITTLE:
        return "The error fades slowly on its way back"
    return "The error grows slowly on its way back" if profile.ratio > MUCH else "The error keeps its size"


def about_profile(profile: Profile, short: bool = False) -> str:
    """Which network it is."""
    if short:
        return phrase("{layers} of {width} units", layers=say_layers(profile.depth), width=profile.width)
    words = phrase(
        "{layers} of {width} units; {activation}, start: {init}",
        layers=say_layers(profile.depth),
        width=profile.width,
        activation=ACTIVATIONS[profile.activation].title,
        init=INITIALISERS[profile.init].title,
    )
    if profile.seeds <= 1:
        return words
    return phrase("{network}; thin lines: range of {seeds} seeds", network=words, seeds=profile.seeds)


def figures_of(profile: Profile) -> tuple[Figure, ...]:
    """What reaches the first layer, what a layer leaves, and where that leads."""
    return (
        Figure(short_number(profile.ratio), "reaches layer 1", "grad", "8.8·10⁻⁸⁸"),
        Figure(phrase("× {factor}", factor=say_factor(profile.factor)), "left by each layer", "ink", "× 0.888"),
        Figure(power_of(profile), "over 100 layers", "ink", "10⁻⁸⁸"),
    )


def say_factor(factor: float) -> str:
    """So precisely that a hundred of them come to what is said of a hundred layers."""
    return write_fixed(factor, 3) if 0.01 <= factor < 10.0 else short_number(factor)


def power_of(profile: Profile) -> str:
    """The prediction for 100 layers; where it is too small for a number, worked out from the factor."""
    value = profile.predicted_100
    if 1e-4 < value < 1e4:
        return short_number(value)
    if not profile.factor > 0.0 or not math.isfinite(profile.factor):
        return short_number(profile.factor)
    return power_of_ten(round(100.0 * math.log10(profile.factor)))


def about_seeds(profile: Profile) -> str:
    """How much the first number depends on chance."""
    if profile.seeds <= 1:
        return ""
    last = float(profile.delta_norm[-1])
    low, high = float(profile.low[0]), float(profile.high[0])
    if not last > 0.0:
        return ""
    return phrase(
        "Over {seeds} seeds layer 1 gets from {low} to {high}.",
        seeds=profile.seeds,
        low=short_number(low / last),
        high=short_number(high / last),
    )


# The gate -------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def curve_of(activation: str) -> tuple[Array, Array, Array]:
    """Places, values and slopes of an activation."""
    z = np.linspace(-FARTHEST_Z, FARTHEST_Z, 401)
    values, slopes = FUNCTIONS[activation](z)
    return z, values, slopes


def gate_seen(activation: str, z: float, incoming: float, pushed: bool) -> GateSeen:
    """One unit with an error on its way back."""
    places, values, slopes = curve_of(activation)
    answer, slope = FUNCTIONS[activation](np.array([z]))
    arrived = incoming * float(slope[0]) + 0.0
    return GateSeen(
        z=z,
        value=float(answer[0]),
        slope=float(slope[0]),
        sent=incoming if pushed else math.nan,
        arrived=arrived if pushed else math.nan,
        places=places,
        values=values,
        slopes=slopes,
    )


# The race -------------------------------------------------------------------------------------------------------------


def race_of(snapshot: DepthSnapshot) -> Race:
    """All networks that take part."""
    return Race(tuple(arm_seen(arm, snapshot.past) for arm in snapshot.arms), float(snapshot.passes), GUESSING)


def arm_seen(arm: ArmView, past: tuple[PastArm, ...]) -> ArmSeen:
    """One of them."""
    stack = arm.stack
    done = 0.0 if stack is None else float(stack.layers if stack.finished else stack.layer - 1 + stack.share)
    return ArmSeen(
        key=arm.key,
        title=arm.title,
        role=FAMILY.get(arm.activation, "sgd"),
        marker=MARKERS.get(arm.key, "circle"),
        passes=arm.epochs,
        right=arm.test_accuracy,
        cells=cells_of(arm),
        phase=arm.phase,
        done=done,
        layers=0 if stack is None else stack.layers,
        failed=arm.diverged,
        about=about_arm(arm, past),
    )


def cells_of(arm: ArmView) -> tuple[str, ...]:
    """Its results, one for each of COLUMNS."""
    if arm.diverged:
        return (word("flew off"),)
    if not arm.updates:
        return (UNKNOWN,) * len(COLUMNS)
    return (
        percent(arm.accuracy),
        UNKNOWN if arm.updates_to_quarter is None else write_count(arm.updates_to_quarter),
        percent(arm.moved),
        percent(arm.dead_share) if arm.activation == "relu" else UNKNOWN,
    )


def percent(share: float) -> str:
    """A share in percent: one digit after the point below ten, but nothing that is there is written as nothing."""
    value = 100.0 * share
    if 0.0 < value < 0.05:
        return f"< {write_fixed(0.1, 1)}\u00a0%"
    if value >= 999.5:
        return f"×\u00a0{write_fixed(share, 0)}"
    return f"{write_fixed(value, 1 if 0.0 < value < 9.95 else 0)}\u00a0%"


def about_arm(arm: ArmView, past: tuple[PastArm, ...]) -> str:
    """Its rate, and how it did the last time it took part."""
    now = phrase("Learning rate {rate}.", rate=write_short(arm.rate, 2))
    if arm.stack is not None:
        ahead = phrase("Its {passes} passes of pretraining a layer are not counted.", passes=EPOCHS)
        now = joined((now, ahead))
    before = next((one for one in reversed(past) if one.key == arm.key), None)
    if before is None:
        return now
    scaled = before.loss_scale != 1.0
    last = phrase(
        "Before, with {layers} at rate {rate} and a loss × {scale}: {share} right at pass {passes}."
        if scaled
        else "Before, with {layers} at rate {rate}: {share} right at pass {passes}.",
        layers=say_layers(before.depth),
        rate=write_short(before.rate, 2),
        scale=write_short(before.loss_scale, 3),
        share=percent(before.accuracy),
        passes=write_fixed(before.passes, 0),
    )
    return joined((now, last))


def about_race(snapshot: DepthSnapshot, config: Config) -> str:
    """What is trained, and at which rates."""
    what = phrase("{layers} of {width} units", layers=say_layers(snapshot.race_depth), width=config["width"])
    if snapshot.race_depth < snapshot.depth:
        what = phrase("{layers} of {width} units, the most that are trained", layers=say_layers(snapshot.race_depth),
                      width=config["width"])  # fmt: skip
    if config["rates"] == "fair":
        return phrase("{network}; each at its own best of six rates", network=what)
    return phrase("{network}; all at rate {rate}", network=what, rate=write_short(config["learning_rate"], 3))
