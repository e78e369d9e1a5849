"""One out of several: segments for a few short words, a list for more."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.choice import ChoiceControl, ListBox
from gui.widgets.segments import Segments
from sim.errors import ConfigError
from sim.params import Choice
from sim.surfaces import SURFACES

RATES = Choice("rates", "Rates", (("same", "Same"), ("tuned", "Tuned")), "same", help="Who gets which rate.")
SURFACE = Choice("surface", "Surface", tuple((key, each.title) for key, each in SURFACES.items()), next(iter(SURFACES)))


def shown(parameter: Choice, qtbot: QtBot, themes: ThemeHolder) -> ChoiceControl:
    control = ChoiceControl(themes, parameter)
    control.resize(212, control.sizeHint().height())
    qtbot.addWidget(control)
    control.show()
    return control


def heard(control: ChoiceControl) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    control.changed.connect(lambda key, value: said.append((key, value)))
    return said


@pytest.mark.parametrize("parameter, part", [(RATES, Segments), (SURFACE, ListBox)])
def test_few_short_words_are_segments_and_many_are_a_list(
    parameter: Choice, part: type, qtbot: QtBot, themes: ThemeHolder
) -> None:
    assert isinstance(shown(parameter, qtbot, themes).operated(), part)


def test_long_words_are_never_squeezed_into_segments(qtbot: QtBot, themes: ThemeHolder) -> None:
    options = tuple((str(number), f"Each at a rate of its own, {number}") for number in range(3))
    assert isinstance(shown(Choice("a", "A", options, "0"), qtbot, themes).operated(), ListBox)


def test_a_press_on_a_segment_chooses_it(qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(RATES, qtbot, themes)
    said, part = heard(control), control.operated()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(part.width() * 3 // 4, part.height() // 2))
    assert said == [("rates", "tuned")]
    assert control.value() == "tuned"


@pytest.mark.parametrize("parameter", [RATES, SURFACE])
def test_keys_stop_at_both_ends(parameter: Choice, qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(parameter, qtbot, themes)
    said = heard(control)
    qtbot.keyClick(control.operated(), Qt.Key.Key_Up)
    assert said == []
    for _ in range(len(parameter.keys) + 2):
        qtbot.keyClick(control.operated(), Qt.Key.Key_Down)
    assert [value for _, value in said] == list(parameter.keys[1:])


def test_a_set_value_is_shown_without_a_word(qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(SURFACE, qtbot, themes)
    said = heard(control)
    control.set_value(SURFACE.keys[-1])
    assert (control.value(), said) == (SURFACE.keys[-1], [])


def test_a_foreign_key_is_refused_and_the_choice_stays(qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(SURFACE, qtbot, themes)
    with pytest.raises(ConfigError, match="Surface"):
        control.set_value("no such place")
    assert control.value() == SURFACE.default


def test_letters_find_an_option_in_the_open_list(qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(SURFACE, qtbot, themes)
    said, box = heard(control), control.operated()
    assert isinstance(box, ListBox)
    options = box.open_list()
    title = SURFACES[SURFACE.keys[-1]].title
    qtbot.keyClicks(options.rows, title)
    qtbot.keyClick(options.rows, Qt.Key.Key_Return)
    assert said == [("surface", SURFACE.keys[-1])]
    assert not options.isVisible()


def test_a_locked_choice_says_why_and_stays(qtbot: QtBot, themes: ThemeHolder) -> None:
    control = shown(RATES, qtbot, themes)
    control.set_locked("not the topic of this lesson")
    said = heard(control)
    qtbot.keyClick(control.operated(), Qt.Key.Key_Down)
    assert said == []
    assert "not the topic of this lesson" in control.toolTip()
