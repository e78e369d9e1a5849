"""Figures of steps downhill: noise, heavy balls, looking ahead, saddles, and the race of 2014.

Every track is computed here from the rule that its event published.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF

from gui.widgets.contours import Levels, contour_lines
from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from gui.widgets.markers import paint_marker

Slope = Callable[[Array], Array]

# The ground -----------------------------------------------------------------------------------------------------------


def ground(sheet: Sheet, frame: Frame, height: Callable[[Array, Array], Array], levels: tuple[float, ...]) -> None:
    """A relief from valley to peak with its contour lines."""
    x, y = np.meshgrid(np.linspace(frame.low_x, frame.high_x, 90), np.linspace(frame.low_y, frame.high_y, 50))
    field = height(x, y)
    shade = (field - field.min()) / (field.max() - field.min())
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    sheet.cells(frame.left, frame.top, wide, high, shade[::-1] ** 0.6, "relief")
    lines = contour_lines(field, (frame.low_x, frame.high_x, frame.low_y, frame.high_y), Levels(levels))
    with sheet.inside(frame.left, frame.top, wide, high):
        for line in lines.minor:
            sheet.line(frame.line(line[:, 0], line[:, 1]), "relief_line", 0.8, 0.55)
    sheet.box(frame.left, frame.top, wide, high, "", "line", 2, 1.0)


def track(sheet: Sheet, frame: Frame, path: Array, role: str, dots: bool = True, width: float = 1.6) -> None:
    """A path with a casing, and its steps as dots."""
    points = frame.line(path[:, 0], path[:, 1])
    sheet.line(points, "panel", width + 1.6, 0.75)
    sheet.line(points, role, width)
    if dots:
        for at in points:
            sheet.disc(at, 1.7, role)


# 1951: through noise --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def noisy_root() -> tuple[Array, Array]:
    """Robbins and Monro: x <- x - 3y/(k + 5), y = x - 1 and noise. x after each step, and where y says the root is."""
    rng = np.random.default_rng(1951)
    x, places, measured = 3.4, [3.4], []
    for step in range(1, 61):
        y = (x - 1.0) + float(rng.normal(0, 1.3))
        measured.append(x - y)
        x -= 3.0 * y / (step + 5)
        places.append(x)
    return np.array(places), np.array(measured)


def robbins_monro(sheet: Sheet) -> None:
    """Wild measurements, steps that shrink, a path that settles."""
    places, measured = noisy_root()
    frame = Frame(18, 12, 250, 96, 0, 60, -2.4, 4.4)
    sheet.line([frame.at(0, 1.0), frame.at(60, 1.0)], "vel", 1.4, dash=(4, 3))
    for step, value in enumerate(measured):
        sheet.disc(frame.at(step, float(value)), 1.8, "faint", alpha=0.6)
    sheet.line(frame.line(range(61), places), "ink", 2.0)
    sheet.disc(frame.at(60, float(places[-1])), 3.2, "ink")
    sheet.label(256, frame.at(60, 1.0)[1], "root", "vel", "left", "cell", 48)
    sheet.label(156, 108, "each measurement is wrong, the path is not", room=290)


# 1964: the heavy ball -------------------------------------------------------------------------------------------------

BOWL = np.array((0.07, 1.0))


def bowl_slope(at: Array) -> Array:
    """Of (0.07 x^2 + y^2) / 2."""
    return BOWL * at


def descend(slope: Slope, start: Array, rate: float, momentum: float, steps: int, ahead: bool = False) -> Array:
    """Polyak 1964, or with `ahead` Nesterov: the slope where momentum will carry one. Momentum 0: plain descent."""
    at, velocity, path = start, np.zeros(2), [start]
    for _ in range(steps):
        velocity = momentum * velocity - rate * slope(at + momentum * velocity if ahead else at)
        at = at + velocity
        path.append(at)
    return np.array(path)


def heavy_ball(sheet: Sheet) -> None:
    """A long bowl; the same number of steps without and with momentum."""
    frame = Frame(14, 12, 298, 94, -6.6, 2.6, -1.25, 1.25)
    ground(sheet, frame, lambda x, y: 0.5 * (BOWL[0] * x**2 + BOWL[1] * y**2),
           (0.02, 0.08, 0.18, 0.32, 0.5, 0.72, 0.98, 1.3, 1.7))  # fmt: skip
    start = np.array((-6.0, 0.95))
    track(sheet, frame, descend(bowl_slope, start, 1.7, 0.0, 14), "sgd")
    with sheet.inside(14, 12, 284, 82):
        track(sheet, frame, descend(bowl_slope, start, 0.75, 0.7, 14), "momentum")
    sheet.disc(frame.at(0, 0), 3.4, "panel", "ink", 1.4)
    sheet.label(156, 107, "14 steps: plain zigzags, the heavy ball arrives", room=290)


# 1983: jump first -----------------------------------------------------------------------------------------------------


def _arrows(sheet: Sheet, frame: Frame, ahead: bool) -> None:
    at, velocity = np.array((-2.3, 0.42)), np.array((1.7, -1.15))
    slope = -0.8 * np.array((0.35, 1.0)) * (at + velocity if ahead else at)
    jump = at + velocity
    if ahead:
        steps = [(at, jump, "vel"), (jump, jump + slope, "grad")]
    else:
        steps = [(at, at + slope, "grad"), (at + slope, at + slope + velocity, "vel")]
    end = steps[-1][1]
    sheet.line([frame.at(*at), frame.at(*end)], "ink", 1.2, dash=(3, 3))
    for start, stop, role in steps:
        sheet.arrow(frame.at(*start), frame.at(*stop), role, 2.2, 7)
    sheet.disc(frame.at(*at), 4.0, "ink", "panel", 1.0)
    sheet.disc(frame.at(*end), 4.0, "panel", "ink", 1.6)


def nesterov(sheet: Sheet) -> None:
    """Slope first and then the jump, or the jump first and then the slope there."""
    for left, ahead, words in ((14.0, False, "slope, then jump"), (162.0, True, "jump, then slope")):
        frame = Frame(left, 12, left + 136, 92, -3.0, 1.6, -1.15, 1.45)
        ground(sheet, frame, lambda x, y: 0.5 * (0.35 * x**2 + y**2), (0.03, 0.12, 0.27, 0.48, 0.75, 1.08, 1.47, 1.92))
        with sheet.inside(left, 12, 136, 80):
            _arrows(sheet, frame, ahead)
        sheet.label(left + 68, 106, words, room=138)


# 2014: saddles --------------------------------------------------------------------------------------------------------


def saddle_height(x: Array, y: Array) -> Array:
    """x^2/2 - y^2/2 + y^4/4: two valleys at y = -1 and 1, a saddle between them."""
    return np.asarray(x**2 / 2 - y**2 / 2 + y**4 / 4)


def saddle_slope(at: Array) -> Array:
    """Of the height."""
    return np.array((at[0], -at[1] + at[1] ** 3))


def saddle_points(sheet: Sheet) -> None:
    """From a ridge: every step, with its long wait beside the saddle."""
    turned = Frame(14, 12, 202, 110, -1.5, 1.5, -1.15, 1.15)
    ground(sheet, turned, lambda x, y: saddle_height(y, x), (-0.2, -0.12, -0.05, 0.0, 0.06, 0.15, 0.3, 0.5, 0.75))
    path = descend(saddle_slope, np.array((1.0, 0.002)), 0.14, 0.0, 90)
    track(sheet, turned, path[:, ::-1], "sgd", dots=True, width=1.4)
    sheet.disc(turned.at(0, 0), 5.5, "", "bad", 1.6)
    heights = saddle_height(path[:, 0], path[:, 1])
    chart = Frame(216, 26, 298, 86, 0, 90, -0.27, 0.52)
    sheet.line([(chart.left, chart.at(0, 0)[1]), (chart.right, chart.at(0, 0)[1])], "bad", 1.0, 0.7, (3, 3))
    sheet.line(chart.line(range(91), heights), "ink", 2.0)
    sheet.label(257, 103, "loss by step", room=96)


# 2014: the race that taught a generation ------------------------------------------------------------------------------


def _adaptive(kind: str) -> Array:
    """Adagrad, Adadelta or RMSprop on x^2 - y^2 from (1, 0.001), as published."""
    at, squares, moved, path = np.array((1.0, 0.001)), np.zeros(2), np.zeros(2), [np.array((1.0, 0.001))]
    for _ in range(120):
        slope = np.array((2 * at[0], -2 * at[1]))
        if kind == "adagrad":
            squares = squares + slope**2
            step = 0.1 * slope / (np.sqrt(squares) + 1e-10)
        elif kind == "rmsprop":
            squares = 0.9 * squares + 0.1 * slope**2
            step = 0.01 * slope / (np.sqrt(squares) + 1e-8)
        else:
            squares = 0.95 * squares + 0.05 * slope**2
            step = np.sqrt(moved + 1e-6) / np.sqrt(squares + 1e-6) * slope
            moved = 0.95 * moved + 0.05 * step**2
        at = at - step
        path.append(at)
        if abs(at[1]) > 1.2:
            break
    return np.array(path)


@lru_cache(maxsize=1)
def racers() -> dict[str, Array]:
    """The six methods of the animations on a saddle, with the settings of this program's own race."""
    start = np.array((1.0, 0.001))

    def slope(at: Array) -> Array:
        return np.array((2 * at[0], -2 * at[1]))

    found = {
        "sgd": descend(slope, start, 0.01, 0.0, 120),
        "momentum": descend(slope, start, 0.01, 0.9, 120),
        "nesterov": descend(slope, start, 0.01, 0.9, 120, ahead=True),
        **{kind: _adaptive(kind) for kind in ("adagrad", "adadelta", "rmsprop")},
    }
    return {key: path[: 1 + int((np.abs(path[:, 1]) <= 1.05).sum())] for key, path in found.items()}


def animations(sheet: Sheet) -> None:
    """Who is where after 24 steps, and who has left."""
    frame = Frame(14, 11, 298, 111, -0.75, 1.3, -0.32, 1.0)
    ground(sheet, frame, lambda x, y: x**2 - y**2, (-0.8, -0.5, -0.25, -0.08, 0.0, 0.08, 0.25, 0.5, 0.8, 1.2))
    with sheet.inside(14, 11, 284, 100):
        shown = {key: path[:66] for key, path in racers().items()}
        for key, path in shown.items():
            track(sheet, frame, path, key, dots=False, width=1.8)
        for key, path in reversed(shown.items()):
            at = QPointF(*frame.at(float(path[-1, 0]), min(float(path[-1, 1]), 0.93)))
            paint_marker(sheet.painter, sheet.theme.marker(key), at, 4.2, sheet.color(key), sheet.color("panel"))
    sheet.disc(frame.at(1.0, 0.001), 3.0, "panel", "ink", 1.4)


STEP_FIGURES: dict[str, Figure] = {
    "stochastic-approximation": Figure(
        robbins_monro,
        "Scattered measurements and a path whose steps shrink until it settles at the root.",
        "computed: the method of 1951, seed 1951",
    ),
    "heavy-ball": Figure(
        heavy_ball,
        "A long narrow bowl: plain descent zigzags between its walls, the heavy ball runs along its floor.",
        "computed: 14 steps of each",
    ),
    "nesterov": Figure(
        nesterov,
        "Two ways to put a slope and a jump together: the slope where one stands, or the slope where the jump "
        "ends.",
        "computed on a bowl",
    ),
    "saddle-points": Figure(
        saddle_points,
        "A path from a ridge that waits beside a saddle before it falls into a valley; its loss stands still for "
        "a while.",
        "computed: 90 steps of plain descent",
    ),
    "optimizer-animations": Figure(
        animations,
        "Six methods start on the ridge of a saddle; some have left it, plain descent is still there.",
        "computed: six rules, 65 steps at most",
    ),
}
