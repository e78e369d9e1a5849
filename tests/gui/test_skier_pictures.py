"""The pictures of the skier: where things stand, what is said of them, what the hand does, every size and theme."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.glance_cone import ConeSeen, GlanceCone, azimuths
from gui.widgets.glance_ladder import GlanceLadder, LadderSeen, Rung
from gui.widgets.skier_bars import BarsSeen, ClassBars
from gui.widgets.skier_chance import ChanceDots, ChanceSeen, stacked, tidy
from gui.widgets.skier_finish import FinishList, Lane
from gui.widgets.skier_lies import LiesRow, LiesSeen
from gui.widgets.skier_limit import LimitMeter, LimitSeen
from gui.widgets.skier_lines import Level, LineSeen, LinesPlot, LinesSeen, Spot
from gui.widgets.skier_names import NamedEnd, place_names
from gui.widgets.skier_picture import Axis, Picture
from gui.widgets.skier_pipe import OUT, Pipe, PipeSeen
from gui.widgets.skier_tug import Tug, TugSeen
from gui.widgets.skier_valleys import StuckGrid, StuckSeen, ValleysSeen, ValleyStrip

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Make = Callable[[Callable[..., Any]], Any]


@pytest.fixture
def made(qtbot: QtBot, themes: ThemeHolder) -> Make:
    themes.set(reduced=True)

    def make(build: Callable[..., Any], size: tuple[int, int] = (480, 320)) -> Any:
        widget = build(themes)
        qtbot.addWidget(widget)
        widget.resize(*size)
        widget.show()
        return widget

    return make


def cone(themes: ThemeHolder, mean: float = 0.8) -> GlanceCone:
    """A cone of forty glances."""
    cosines = np.clip(np.random.default_rng(0).normal(mean, 0.03, 40), -1.0, 1.0)
    widget = GlanceCone(themes)
    widget.show_cone(ConeSeen("8 of 1297", cosines, float(cosines.mean())))
    return widget


def ladder(themes: ThemeHolder) -> GlanceLadder:
    """Three sizes, two tried."""
    widget = GlanceLadder(themes)
    rungs = (Rung("1", 0.18, 0.1, 0.3, 0.07), Rung("8", 0.5, 0.4, 0.6), Rung("all"))
    widget.show_ladder(LadderSeen(rungs, 0, "now", "later"))
    return widget


def pipe_run(rate: float, steps: int = 200) -> np.ndarray:
    """x of plain descent on 50 x^2, from 1."""
    return np.array([(1.0 - 100.0 * rate) ** step for step in range(steps + 1)])


def pipe(themes: ThemeHolder, rate: float = 0.0199) -> Pipe:
    """The half-pipe after 200 steps."""
    widget = Pipe(themes)
    widget.show_pipe(PipeSeen("Half-pipe", 100.0, rate, pipe_run(rate), 200))
    return widget


def limit(themes: ThemeHolder) -> LimitMeter:
    """The rate in the pipe."""
    widget = LimitMeter(themes)
    widget.show_limit(LimitSeen(0.01, 100.0, Axis(0.001, 0.03)))
    return widget


def lines(themes: ThemeHolder) -> LinesPlot:
    """Two curves; one leaves for infinity."""
    steps = np.arange(50.0)
    with np.errstate(all="ignore"):
        far = np.exp(steps**2)
    calm = LineSeen("a", "calm", steps, np.exp(-steps / 9), "ink")
    seen = (calm, LineSeen("b", "wild", steps, far, "bad", dashed=True))
    widget = LinesPlot(themes, "Loss")
    widget.show_lines(LinesSeen(seen, Axis(0, 49), Axis(0.01, 30.0, log=True), "steps", levels=(Level(2.303, "ln 10"),),
                                spots=(Spot(3, 8.0, "peak 8"),)))  # fmt: skip
    return widget


def lanes(themes: ThemeHolder) -> FinishList:
    """One is down, one is on the way, one flew off."""
    widget = FinishList(themes)
    three = (Lane("8", "8", 1.0, 1, ("3.0", "486", "0.03")), Lane("all", "all", 0.4), Lane("1", "1", failed=True))
    widget.show_lanes(three, "loss 2.3", "0.1")
    return widget


def chance(themes: ThemeHolder) -> ChanceDots:
    """Twenty networks of 1,000 classes."""
    random = np.random.default_rng(1)
    widget = ChanceDots(themes)
    widget.show_chance(ChanceSeen(1000, random.uniform(4e-4, 2e-3, 20), random.normal(6.913, 0.02, 20)))
    return widget


def bars(themes: ThemeHolder) -> ClassBars:
    """Practised the 8 alone."""
    widget = ClassBars(themes)
    now = np.array([0, 0.1, 0, 0, 0.05, 0.12, 0, 0, 1.0, 0.02])
    widget.show_bars(BarsSeen(tuple("0123456789"), np.full(10, 0.94), now, 8, np.zeros((10, 8, 8))))
    return widget


def strip(themes: ThemeHolder) -> ValleyStrip:
    """Twenty scores near .985."""
    widget = ValleyStrip(themes)
    widget.show_valleys(ValleysSeen(np.linspace(0.981, 0.989, 20)))
    return widget


def grid(themes: ThemeHolder) -> StuckGrid:
    """A tenth of the tiny ones is stuck."""
    widget = StuckGrid(themes)
    widget.show_stuck(StuckSeen(np.arange(90) % 10 == 0, np.full(90, 0.3)))
    return widget


def lies(themes: ThemeHolder) -> LiesRow:
    """Ten digits, all lied about but one."""
    widget = LiesRow(themes)
    truth = np.arange(10)
    widget.show_lies(LiesSeen(np.zeros((10, 64)), truth, np.roll(truth, 1), np.roll(truth, 1)))
    return widget


def tug(themes: ThemeHolder) -> Tug:
    """Three are helped, two are hurt."""
    widget = Tug(themes, "One weight made larger")
    widget.show_tug(TugSeen(tuple("01234"), np.array([0.2, -0.4, 0.1, 0.3, -0.05]), 3, "9 of 10 do so"))
    return widget


ALL = (tug, cone, ladder, pipe, limit, lines, lanes, chance, bars, strip, grid, lies)


@pytest.mark.parametrize("build", ALL)
@pytest.mark.parametrize("theme", THEMES)
def test_every_picture_is_painted_in_every_theme_and_on_a_projector(
    made: Make, themes: ThemeHolder, build: Callable[..., Picture], theme: str
) -> None:
    widget = made(build)
    themes.set(name=theme, presentation=theme == "dark")
    for size in ((160, 90), (900, 500)):
        widget.resize(*size)
        assert not widget.grab().isNull()


@pytest.mark.parametrize("kind", [GlanceCone, GlanceLadder, Pipe, LimitMeter, FinishList, ChanceDots, ClassBars,
                                  ValleyStrip, StuckGrid, LiesRow])  # fmt: skip
def test_nothing_is_shown_without_numbers(made: Make, kind: Any) -> None:
    assert not made(kind).grab().isNull()


@pytest.mark.parametrize("build", ALL)
def test_every_picture_has_a_name_and_says_what_it_shows(made: Make, build: Callable[..., Picture]) -> None:
    widget = made(build)
    assert widget.accessibleName()
    assert widget.describe() in widget.accessibleDescription()
    assert len(widget.describe()) > 10


@pytest.mark.parametrize("build", [lines, lanes, chance, bars, strip, grid, lies, tug])
def test_arrow_keys_walk_and_escape_leaves(made: Make, build: Callable[..., Any]) -> None:
    widget = made(build)
    whole = widget.describe()
    QTest.keyClick(widget, Qt.Key.Key_Right)
    assert widget.hot == 0
    assert widget.describe() != whole
    QTest.keyClick(widget, Qt.Key.Key_Down)
    assert widget.hot == 1
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.hot == -1


# The cone


def test_the_drop_of_an_arrow_is_its_cosine(made: Make) -> None:
    widget = made(cone)
    for cosine in (-0.2, 0.0, 0.5, 1.0):
        assert widget.tip(cosine, 0.0).y() - widget.apex().y() == pytest.approx(widget.length() * cosine)


def test_arrows_stand_all_round_the_cone() -> None:
    ways = azimuths(100) % (2.0 * math.pi)
    assert np.histogram(ways, 8, (0, 2.0 * math.pi))[0].min() >= 10


def test_the_cone_says_its_mean(made: Make) -> None:
    widget = made(cone)
    assert f"{widget.seen.mean:.2f}" in widget.accessibleDescription()


# The ladder


def test_the_handle_of_the_ladder_chooses_a_size(made: Make, qtbot: QtBot) -> None:
    widget = made(ladder)
    place = QPoint(round(widget.plane().x(2)), round(widget.rail()))
    with qtbot.waitSignal(widget.chosen) as signal:
        QTest.mouseClick(widget, LEFT, NONE, place)
    assert signal.args == [2]


def test_arrow_keys_choose_a_size_and_a_lock_refuses(made: Make) -> None:
    widget = made(ladder)
    heard: list[object] = []
    widget.chosen.connect(heard.append)
    widget.refused.connect(lambda: heard.append("no"))
    QTest.keyClick(widget, Qt.Key.Key_Right)
    widget.set_locked(True)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    assert heard == [1, "no"]


# Half-pipe and limit


@pytest.mark.parametrize("rate, words", [(0.005, "rest"), (0.0199, "down to rest"), (0.02, "for ever"), (0.0201, OUT)])
def test_the_pipe_knows_what_a_rate_leads_to(made: Make, rate: float, words: str) -> None:
    assert words in made(lambda themes: pipe(themes, rate)).verdict()


def test_the_pipe_says_how_far_the_skier_is(made: Make) -> None:
    assert "7.32" in made(lambda themes: pipe(themes, 0.0201)).place_words()
    assert "0.134" in made(pipe).place_words()


def test_the_limit_is_two_over_the_curvature(made: Make) -> None:
    widget = made(limit)
    assert widget.seen.limit == pytest.approx(0.02)
    assert "2 / 100" in widget.limit_words()[0]
    assert widget.describe().endswith("below the limit 0.0200.")


def test_momentum_moves_the_limit_as_polyak_says(made: Make) -> None:
    widget = made(limit)
    widget.show_limit(LimitSeen(0.01, 100.0, Axis(0.001, 0.03), 0.9))
    assert widget.seen.limit == pytest.approx(0.038)
    assert "3.80 / 100" in widget.limit_words()[0]
    assert widget.seen.creeping * widget.seen.limit == pytest.approx((1.0 - 0.9**0.5) ** 2 / 100.0)


def test_dragging_the_handle_asks_for_rates_up_to_both_ends(made: Make) -> None:
    widget = made(limit)
    asked: list[float] = []
    widget.rate_asked.connect(asked.append)
    start = widget.handle().center().toPoint()
    QTest.mousePress(widget, LEFT, NONE, start)
    QTest.mouseMove(widget, QPoint(round(widget.x_of(0.02)), start.y()))
    QTest.mouseMove(widget, QPoint(4000, start.y()))
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(4000, start.y()))
    assert asked[0] == pytest.approx(0.02, rel=0.03)
    assert asked[-1] == 0.03


def test_a_held_handle_stays_under_the_hand(made: Make) -> None:
    widget = made(limit)
    QTest.mousePress(widget, LEFT, NONE, widget.handle().center().toPoint())
    QTest.mouseMove(widget, QPoint(round(widget.x_of(0.015)), 40))
    rate = widget.seen.rate
    widget.show_limit(LimitSeen(0.003, 50.0, Axis(0.001, 0.03)))
    assert widget.seen.rate == rate
    assert widget.seen.limit == pytest.approx(0.04)
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(100, 40))


@pytest.mark.parametrize("curvature", [None, 0.0, -3.0, math.nan, math.inf])
def test_without_a_curvature_there_is_no_limit(curvature: float | None) -> None:
    seen = LimitSeen(0.1, curvature)
    assert seen.limit is None or seen.limit == 0.0


# Chance


@pytest.mark.parametrize("share, words", [(0.001, "0.1"), (0.00113, "0.113"), (0.1, "10"), (0.5, "50"), (0.0, "0")])
def test_shares_are_written_without_idle_zeros(share: float, words: str) -> None:
    assert tidy(share) == f"{words}\u00a0%"


def test_stacked_dots_never_touch() -> None:
    places = np.random.default_rng(2).uniform(0, 100, 60)
    x, level = stacked(places, 5.0)
    for i in range(60):
        same = np.flatnonzero((level == level[i]) & (np.arange(60) != i))
        assert np.all(np.abs(x[same] - x[i]) >= 5.0)


# Classes


def test_a_click_on_a_column_asks_for_that_class(made: Make, qtbot: QtBot) -> None:
    widget = made(bars)
    with qtbot.waitSignal(widget.class_asked) as signal:
        QTest.mouseClick(widget, LEFT, NONE, widget.column(3).center().toPoint())
    assert signal.args == [3]


def test_a_bar_is_as_high_as_its_share(made: Make) -> None:
    widget = made(bars)
    whole = widget.bar(0, 1.0).height()
    assert widget.bar(0, 0.25).height() == pytest.approx(whole / 4)


def test_enter_asks_for_the_class_that_was_walked_to_and_a_lock_refuses(made: Make) -> None:
    widget = made(bars)
    heard: list[object] = []
    widget.class_asked.connect(heard.append)
    widget.refused.connect(lambda: heard.append("no"))
    QTest.keyClick(widget, Qt.Key.Key_Right)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    widget.set_locked(True)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert heard == [0, "no"]


def test_bars_of_a_tug_point_up_where_it_helps(made: Make) -> None:
    widget = made(tug)
    middle = widget.area().center().y()
    assert widget.bar(0).bottom() == pytest.approx(middle)
    assert widget.bar(1).top() == pytest.approx(middle)
    assert widget.bar(1).height() == pytest.approx(2 * widget.bar(0).height())


# Valleys, lies


def test_the_lens_holds_every_score(made: Make) -> None:
    axis = made(strip).lens()
    assert axis.low <= 0.981 <= 0.989 <= axis.high
    assert axis.high - axis.low < 0.03


def test_the_grid_counts_those_that_are_stuck(made: Make) -> None:
    assert "9 are stuck" in made(grid).describe()


def test_a_digit_says_what_the_teacher_and_the_network_say(made: Make) -> None:
    widget = made(lies)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    assert widget.describe() == "A 0; the teacher says 9, the network 9."


# Names of lines


def named(*ends: tuple[float, float]) -> list[NamedEnd]:
    """Lines that end there."""
    return [NamedEnd(index, f"line {index}", QPointF(*end)) for index, end in enumerate(ends)]


@pytest.mark.parametrize(
    "ends", [((300, 50), (301, 52), (299, 51), (300, 140)), ((40, 90), (120, 90), (300, 90)), ((40, 90), (44, 92))]
)
def test_names_of_lines_never_lie_on_each_other(themes: ThemeHolder, ends: tuple[tuple[float, float], ...]) -> None:
    area = QRectF(30.0, 10.0, 290.0, 150.0)
    names = place_names(named(*ends), area, 420.0, themes.current)
    assert len(names) == len(ends)
    for one, other in itertools.combinations(names, 2):
        assert not one.box.adjusted(0, 0.5, 0, -0.5).intersects(other.box)


def test_a_name_stands_right_at_the_end_of_a_line_that_ends_alone(themes: ThemeHolder) -> None:
    area = QRectF(30.0, 10.0, 290.0, 150.0)
    names = {name.index: name.box for name in place_names(named((60, 40), (300, 90)), area, 420.0, themes.current)}
    assert abs(names[0].left() - 60) < 20
    assert abs(names[0].center().y() - 40) < 1


# Axes


@pytest.mark.parametrize("axis", [Axis(0.0, 5.0), Axis(0.01, 100.0, log=True)])
def test_an_axis_leads_there_and_back(axis: Axis) -> None:
    for share in (0.0, 0.3, 1.0):
        assert float(axis.share(np.array(axis.at(share)))) == pytest.approx(share)
