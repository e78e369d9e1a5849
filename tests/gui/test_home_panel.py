"""Home: the neuron tries by itself, the learner's line counts, what is chosen leaves as a link, nothing is cut."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.panels.home.telling import POSSIBLE, QUESTION, THREE, TRYING, YOURS
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.lesson_path import DONE, HERE
from sim.commands import Edit, Pause, Play, Seek
from sim.config import Config
from sim.simulations.playground import PLAYGROUND
from tests.gui.home_desk import Desk, path_rows

SIZES = ((1180, 650), (1804, 930), (880, 560), (616, 280))
LEVEL = (0.0, 1.0, -0.5)
THREE_GROUPS = (1.0, 1.0, -0.5)
"""Below the diagonal lies the group at (0, 0) alone, above it the two blue ones and one orange."""


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    qtbot.waitUntil(desk.panel.isVisible)
    return desk


def test_the_neuron_tries_as_soon_as_the_panel_is_open(desk: Desk) -> None:
    assert desk.kinds()[0] == "Open"
    assert Play("home") in desk.sent
    assert desk.panel.hero.words.text() == TRYING


def test_the_four_clouds_are_those_of_xor(desk: Desk) -> None:
    data = desk.draw().data
    corners = (data.x > 0.5).astype(int)
    assert len(data.x) == 56
    assert (data.answers == (corners[:, 0] ^ corners[:, 1])).all()


def test_its_line_moves_and_leaves_pale_traces(desk: Desk) -> None:
    seen = {desk.to(step).unit.learners["perceptron"].line for step in range(2, 20, 2)}  # type: ignore[union-attr]
    assert len(seen) > 3
    assert desk.panel.hero.map.traces > 0


def test_taking_the_line_pauses_the_neuron_and_makes_it_yours(desk: Desk) -> None:
    desk.to(12)
    desk.panel.hero.map.line_dragged.emit(*LEVEL)
    snapshot = desk.draw()
    assert snapshot.unit is not None
    assert snapshot.unit.hand is not None
    assert snapshot.unit.hand.line == LEVEL
    assert Pause("home") in desk.sent
    assert desk.panel.hero.words.text() == YOURS
    assert desk.panel.hero.go.words() == "Let it try"


def test_the_share_is_counted_from_the_points(desk: Desk) -> None:
    desk.panel.hero.map.line_dragged.emit(*LEVEL)
    data = desk.draw().data
    above = data.x[:, 1] > 0.5
    right = int((above == (data.answers == 1)).sum())
    assert desk.panel.hero.tally.count_words == f"{right} of 56 right"


def test_three_of_four_groups_are_all_that_a_line_gets(desk: Desk) -> None:
    desk.panel.hero.map.line_dragged.emit(*THREE_GROUPS)
    desk.draw()
    assert desk.panel.hero.tally.count_words == "42 of 56 right"
    assert Fraction(42, 56) == Fraction(3, 4)
    assert desk.panel.hero.words.text() == THREE
    desk.panel.hero.why.click()
    assert desk.links == ["lesson:perceptron"]


def test_who_lets_go_three_times_is_told_what_cannot_be_found(desk: Desk) -> None:
    for _ in range(3):
        desk.panel.hero.map.line_dragged.emit(*LEVEL)
        desk.draw()
        desk.panel.hero.map.released.emit()
    assert desk.panel.hero.words.text() == THREE


def test_let_it_try_goes_on_from_the_learners_line(desk: Desk) -> None:
    desk.panel.hero.map.line_dragged.emit(*THREE_GROUPS)
    desk.draw()
    desk.sent.clear()
    desk.panel.hero.go.click()
    assert desk.sent == [
        Edit("home", "line", ("perceptron", THREE_GROUPS)), Edit("home", "hand", None), Play("home"),
    ]  # fmt: skip
    snapshot = desk.draw()
    assert snapshot.unit is not None
    assert snapshot.unit.hand is None
    assert int(snapshot.unit.learners["perceptron"].right.sum()) == 42


def test_the_best_stays_when_the_line_gets_worse(desk: Desk) -> None:
    for line in (THREE_GROUPS, LEVEL):
        desk.panel.hero.map.line_dragged.emit(*line)
        desk.draw()
    assert desk.panel.hero.tally.best_words == "best so far 75\u00a0%"


def test_the_violet_button_pauses_and_plays(desk: Desk) -> None:
    desk.sent.clear()
    desk.panel.hero.go.click()
    desk.draw()
    desk.panel.hero.go.click()
    assert desk.sent == [Pause("home"), Play("home")]


def test_moving_a_point_makes_the_points_the_learners(desk: Desk) -> None:
    answers = desk.draw().data.answers
    for index in range(len(answers)):
        desk.panel.hero.map.point_moved.emit(index, 0.9 if answers[index] else 0.1, 0.5)
    desk.draw()
    desk.panel.hero.go.click()
    desk.to(200)
    assert desk.panel.hero.words.text() != TRYING
    assert desk.panel.hero.words.text() in (POSSIBLE, "All right. You moved points until one line could do it.")


def test_a_second_neuron_opens_the_playground_with_the_same_points(desk: Desk) -> None:
    before = desk.draw().data
    desk.panel.hero.more.click()
    panel, values = desk.asked[0]
    config = Config.defaults(PLAYGROUND.parameters)
    for key, text in values.items():
        config = config.assign(key, text)
    state = PLAYGROUND.init(config)
    assert panel == "playground"
    assert config["mode"] == "network"
    assert (state.points.data.x == before.x).all()


def test_a_lesson_and_an_event_leave_as_links(desk: Desk) -> None:
    desk.panel.path.path.buttons[0].click()
    desk.panel.years.strip.chosen.emit("alexnet")
    desk.panel.years.all.click()
    assert desk.links == ["lesson:one-neuron", "event:alexnet", "panel:timeline"]


def test_the_path_says_how_far_one_is(desk: Desk) -> None:
    rows = path_rows(3)
    assert [row.state for row in rows][:4] == [DONE, DONE, DONE, HERE]
    assert desk.panel.path.count.text() == "3 of 15"


def test_nothing_runs_by_itself_where_the_window_says_so(themes: ThemeHolder, qtbot: QtBot) -> None:
    desk = Desk(themes, play=False)
    qtbot.addWidget(desk.panel)
    assert "Play" not in desk.kinds()


def test_who_comes_back_finds_the_neuron_trying(desk: Desk) -> None:
    desk.sent.clear()
    desk.panel.returned()
    assert desk.sent == [Play("home")]


def test_who_comes_back_to_a_line_of_their_own_finds_it_at_rest(desk: Desk) -> None:
    desk.panel.hero.map.line_dragged.emit(*LEVEL)
    desk.draw()
    desk.sent.clear()
    desk.panel.returned()
    assert desk.sent == []


def test_the_line_is_moved_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.to(12)
    chart = desk.panel.hero.map
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    snapshot = desk.draw()
    assert snapshot.unit is not None
    assert snapshot.unit.hand is not None


def test_the_haloed_handle_is_taken_with_the_mouse(desk: Desk, qtbot: QtBot) -> None:
    desk.to(12)
    chart, box = desk.panel.handle_box()
    spot = box.center().toPoint()
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseMove(chart, spot + QPoint(20, 10))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=spot + QPoint(20, 10))
    snapshot = desk.draw()
    assert snapshot.unit is not None
    assert snapshot.unit.hand is not None or chart.is_held


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("presented", [False, True], ids=["seated", "projector"])
def test_no_word_is_cut(themes: ThemeHolder, qtbot: QtBot, size: tuple[int, int], presented: bool) -> None:
    if presented and size[0] < 900:
        pytest.skip("a projector has more pixels")
    themes.set(presentation=presented)
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.panel.set_compact(size[0] < 900 and size[1] < 300)
    desk.panel.resize(*size)
    hero = desk.panel.hero
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
    assert desk.panel.size().toTuple() == size
    for label in (hero.large, hero.small, hero.words, hero.hint):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for part in hero.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if part.isVisible():
            assert hero.rect().contains(part.geometry()), part
    for button in hero.findChildren(Pressable):
        assert not button.isVisible() or button.height() >= themes.current.target


def test_small_windows_take_the_parts_in_turn(desk: Desk) -> None:
    desk.panel.set_compact(True)
    shown = []
    for tab in range(3):
        desk.panel._on_tab(tab)
        shown.append([part.isVisible() for part in (desk.panel.hero, desk.panel.path, desk.panel.years)])
    assert shown == [[True, False, False], [False, True, False], [False, False, True]]


def test_on_a_projector_the_question_is_the_headline(desk: Desk, themes: ThemeHolder) -> None:
    themes.set(presentation=True)
    assert desk.panel.question == QUESTION
    assert not desk.panel.path.isVisible()
    assert not desk.panel.hero.large.isVisible()


def test_there_is_always_a_line_to_take(desk: Desk) -> None:
    """While the neuron rests with its line beyond the picture, one across the middle waits for the hand."""
    for step in range(24):
        desk.panel.send(Pause("home"))
        desk.panel.send(Seek("home", step))
        desk.draw()
        assert desk.panel.hero.map._grip_points() is not None, step
