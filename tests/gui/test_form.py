"""A form is made from declared parameters and speaks in their keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.controls import Form
from gui.theme import ThemeHolder
from gui.widgets.choice import ChoiceControl, ListBox
from gui.widgets.segments import Segments
from gui.widgets.slider import ParameterSlider
from gui.widgets.switch import SwitchControl
from sim.errors import ConfigError
from sim.params import Choice, Flag, Integer, Real

RATE = Real("rate", "Learning rate", 1e-4, 1.0, 0.01, symbol="η", log=True, help="The length of a step.")
STEPS = Integer("steps", "Steps", 1, 400, 160, help="How many steps.")
FAIR = Choice("fair", "Rates", (("same", "Same"), ("tuned", "Tuned")), "same", help="Which rates.")
PLACES = tuple((f"place{k}", f"Place number {k}") for k in range(19))
PLACE = Choice("place", "Place", PLACES, "place3", help="Where it runs.")
ARROWS = Flag("arrows", "Arrows", True, help="Show the arrows.")
ALL = (RATE, STEPS, FAIR, PLACE, ARROWS)


@pytest.fixture
def form(qtbot: QtBot, themes: ThemeHolder) -> Form:
    """All kinds of parameters, 248 px wide."""
    made = Form(themes, ALL)
    qtbot.addWidget(made)
    made.resize(248, made.sizeHint().height())
    made.show()
    return made


@pytest.fixture
def heard(form: Form) -> list[tuple[str, object]]:
    """What the form says."""
    said: list[tuple[str, object]] = []
    form.changed.connect(lambda key, value: said.append((key, value)))
    return said


def operated(form: Form, key: str) -> QWidget:
    """The part of a control that has the keyboard."""
    control = form.control(key)
    return control if isinstance(control, ParameterSlider) else control.operated()


def test_a_parameter_gets_the_control_that_fits_it(form: Form) -> None:
    kinds = {key: type(form.control(key)) for key in form.keys}
    assert kinds == {
        "rate": ParameterSlider,
        "steps": ParameterSlider,
        "fair": ChoiceControl,
        "place": ChoiceControl,
        "arrows": SwitchControl,
    }
    assert isinstance(operated(form, "fair"), Segments)
    assert isinstance(operated(form, "place"), ListBox)


def test_it_starts_at_the_defaults(form: Form) -> None:
    assert form.values() == {parameter.key: parameter.default for parameter in ALL}


def test_values_are_set_without_a_word(form: Form, heard: list[tuple[str, object]]) -> None:
    values = {"rate": 0.5, "steps": 7, "fair": "tuned", "place": "place18", "arrows": False}
    form.set_values({**values, "unknown": 3})
    assert form.values() == values
    assert heard == []


def test_an_illegal_value_is_refused_and_the_old_one_stays(form: Form) -> None:
    with pytest.raises(ConfigError):
        form.set_values({"rate": float("nan")})
    assert form.values()["rate"] == 0.01


@pytest.mark.parametrize(
    "key, press, value",
    [
        ("steps", Qt.Key.Key_End, 400),
        ("fair", Qt.Key.Key_Right, "tuned"),
        ("place", Qt.Key.Key_Down, "place4"),
        ("arrows", Qt.Key.Key_Space, False),
    ],
    ids=["integer", "segments", "list", "switch"],
)
def test_the_keyboard_operates_every_control(
    key: str, press: Qt.Key, value: object, form: Form, heard: list[tuple[str, object]]
) -> None:
    QTest.keyClick(operated(form, key), press)
    assert heard == [(key, value)]
    assert form.values()[key] == value


def test_every_change_is_followed_by_a_release(form: Form, qtbot: QtBot) -> None:
    for key, press in (("steps", Qt.Key.Key_Home), ("fair", Qt.Key.Key_Right), ("arrows", Qt.Key.Key_Space)):
        with qtbot.waitSignal(form.released, timeout=1000) as signal:
            QTest.keyClick(operated(form, key), press)
        assert signal.args == [key]


def test_every_control_can_be_reached_read_and_asked(form: Form) -> None:
    for parameter in ALL:
        control, part = form.control(parameter.key), operated(form, parameter.key)
        assert part.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert part.accessibleName() == parameter.label
        assert parameter.help in part.accessibleDescription()
        assert parameter.help in control.toolTip()


@pytest.mark.parametrize("presentation", [False, True])
def test_a_finger_finds_every_control(presentation: bool, form: Form, themes: ThemeHolder) -> None:
    themes.set(presentation=presentation)
    form.adjustSize()
    for key in form.keys:
        assert operated(form, key).height() >= themes.current.target, key


def test_only_one_control_is_cued(form: Form) -> None:
    form.cue("rate")
    form.cue("fair")
    form.grab()
    slider, choice = form.control("rate"), form.control("fair")
    assert isinstance(slider, ParameterSlider)
    assert isinstance(choice, ChoiceControl)
    assert (slider._look.cued, choice.cued) == (False, True)


def test_locked_controls_say_why_and_do_not_move(form: Form, heard: list[tuple[str, object]]) -> None:
    form.lock(form.keys, "not the topic of this lesson")
    for key in form.keys:
        for press in (Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
            QTest.keyClick(operated(form, key), press)
        QTest.mouseClick(operated(form, key), Qt.MouseButton.LeftButton)
        assert "not the topic of this lesson" in form.control(key).toolTip()
    assert heard == []
    form.lock((), "")
    QTest.keyClick(operated(form, "fair"), Qt.Key.Key_Right)
    assert heard == [("fair", "tuned")]


def test_a_long_list_opens_scrolls_to_the_choice_and_takes_another(form: Form, heard: list[tuple[str, object]]) -> None:
    box = operated(form, "place")
    assert isinstance(box, ListBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    opened = box.open_list()
    assert opened.isVisible()
    assert opened.rows.currentRow() == 3
    QTest.keyClick(opened.rows, Qt.Key.Key_End)
    QTest.keyClick(opened.rows, Qt.Key.Key_Return)
    assert not opened.isVisible()
    assert heard == [("place", "place18")]
    assert form.values()["place"] == "place18"


def test_escape_leaves_a_list_as_it_was(form: Form, heard: list[tuple[str, object]]) -> None:
    box = operated(form, "place")
    assert isinstance(box, ListBox)
    opened = box.open_list()
    QTest.keyClick(opened.rows, Qt.Key.Key_Down)
    QTest.keyClick(opened.rows, Qt.Key.Key_Escape)
    assert (opened.isVisible(), heard) == (False, [])


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_paints_in_every_theme(look: str, form: Form, themes: ThemeHolder) -> None:
    before = form.grab().toImage()
    themes.set(name=look, presentation=True)
    form.resize(400, form.sizeHint().height())
    assert form.grab().toImage() != before
