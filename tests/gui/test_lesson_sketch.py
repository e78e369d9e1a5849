"""The pad on which a curve is guessed: by mouse, by keys, by digits."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.lesson_scale import Scale
from gui.widgets.lesson_sketch import SketchPad

PLACES = (0.1, 0.3, 0.5, 0.7)
LOG = Scale(1.0, 1e4, True)


@pytest.fixture
def pad(qtbot: QtBot, themes: ThemeHolder) -> SketchPad:
    pad = SketchPad(themes)
    qtbot.addWidget(pad)
    pad.resize(196, 164)
    pad.set_axes(PLACES, "Data noise", LOG)
    pad.show()
    return pad


def at(pad: SketchPad, place: int, value: float) -> QPoint:
    return QPoint(round(pad.x_of(place)), round(pad.y_of(value)))


def drag(qtbot: QtBot, pad: SketchPad, *points: QPoint) -> None:
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def test_a_place_takes_the_value_under_the_pointer(qtbot: QtBot, pad: SketchPad) -> None:
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=at(pad, 1, 100.0))
    assert pad.values[1] == pytest.approx(100.0, rel=0.1)
    assert pad.missing == 3


def test_nothing_is_told_before_every_place_has_a_value(qtbot: QtBot, pad: SketchPad) -> None:
    told: list[tuple[float, ...]] = []
    pad.drawn.connect(told.append)
    for place in range(4):
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=at(pad, place, 10.0 ** (place + 0.5)))
        assert bool(told) == (place == 3)
    assert told[-1] == pytest.approx([10.0 ** (place + 0.5) for place in range(4)], rel=0.1)


def test_a_quick_stroke_fills_what_it_jumped_over(pad: SketchPad) -> None:
    pad._draw(at(pad, 0, 1.0).toPointF())
    pad._draw(at(pad, 3, 1000.0).toPointF())
    assert pad.missing == 0
    assert pad.values[1:3] == pytest.approx([10.0, 100.0], rel=0.15)


def test_keys_choose_a_place_and_move_its_value(qtbot: QtBot, pad: SketchPad) -> None:
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Up)
    before = pad.values[1]
    assert before is not None
    qtbot.keyClick(pad, Qt.Key.Key_PageUp)
    assert pad.values[1] == pytest.approx(10 * before, rel=0.01)


def test_a_value_is_typed_and_the_next_place_follows(qtbot: QtBot, pad: SketchPad) -> None:
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_2)
    qtbot.keyClicks(pad._field, "50")
    qtbot.keyClick(pad._field, Qt.Key.Key_Return)
    assert (pad.values[0], pad.chosen) == (250.0, 1)


def test_the_axis_holds_what_is_typed_beyond_it(pad: SketchPad) -> None:
    pad.set_values((1.0, 2.0, 3.0, 2e6), (), True)
    assert pad._scale.high == 1e7


def test_the_guess_stays_and_what_happened_lies_over_it(pad: SketchPad) -> None:
    pad.set_values((1.0, 2.0, 3.0, 4.0), (2.0, 4.0, 8.0, 16.0), False)
    assert pad.values == [1.0, 2.0, 3.0, 4.0]
    assert pad.answer == (2.0, 4.0, 8.0, 16.0)


def test_a_closed_pad_takes_nothing(qtbot: QtBot, pad: SketchPad) -> None:
    pad.set_values((1.0, 2.0, 3.0, 4.0), (), False)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=at(pad, 0, 1000.0))
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Up)
    assert pad.values == [1.0, 2.0, 3.0, 4.0]


def test_a_reader_hears_place_and_value(qtbot: QtBot, pad: SketchPad) -> None:
    pad.set_values((1.0, 2.0, 3.0, 4.0), (), True)
    assert pad.accessibleName() == "Your curve: 1 at 0.1"


@pytest.mark.parametrize("scale", [LOG, Scale(0.0, 1.0), Scale(-5.0, 5.0)])
def test_a_scale_gives_back_what_it_was_given(scale: Scale) -> None:
    for share in (0.0, 0.25, 0.5, 1.0):
        assert scale.share(scale.value(share)) == pytest.approx(share, abs=0.01)


def test_nothing_lies_below_every_power_of_ten() -> None:
    assert LOG.share(0.0) == 0.0
