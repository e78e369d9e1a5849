"""Every icon draws something, within its box, in the colour it was given."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.icons import icon_names, paint_icon

NAMED_BY_THE_DESIGN = {
    "home", "race", "play", "back", "lab", "skier", "depth", "time", "book", "gear",
    "sliders", "playtri", "pause", "step", "stepback", "again", "dice", "check", "lock",
    "sun", "moon", "contrast", "screen", "help", "search", "close", "right", "down",
    "left", "more", "pin", "copy", "hand", "warn", "reset", "eye", "eye-off",
    "camera", "menu",
}  # fmt: skip
MARGIN, SIDE = 10, 40


def drawn(name: str) -> QImage:
    """The icon in a box of 40, with a margin of 10 around it."""
    image = QImage(SIDE + 2 * MARGIN, SIDE + 2 * MARGIN, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(MARGIN, MARGIN, SIDE, SIDE), QColor("black"))
    painter.end()
    return image


def test_every_icon_of_the_design_exists() -> None:
    assert NAMED_BY_THE_DESIGN.issubset(icon_names())


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_draws_inside_its_box_and_takes_its_colour(name: str) -> None:
    image = drawn(name)
    inked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 40
    ]
    assert len(inked) > 30
    assert all(MARGIN <= x < MARGIN + SIDE and MARGIN <= y < MARGIN + SIDE for x, y in inked)
    assert {image.pixelColor(x, y).rgb() & 0xFFFFFF for x, y in inked} == {0}


def test_no_two_icons_look_alike() -> None:
    pictures = {bytes(drawn(name).constBits()) for name in icon_names()}
    assert len(pictures) == len(icon_names())


def test_an_unknown_icon_is_refused() -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with pytest.raises(KeyError):
        paint_icon(painter, "unicorn", QRectF(0, 0, SIDE, SIDE), QColor("black"))
    painter.end()
