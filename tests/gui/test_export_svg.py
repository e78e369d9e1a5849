"""What Qt's SVG writer leaves wrong is mended: clips, sizes, fonts, images."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.export import svg_of
from gui.export_svg import mended, with_generic

SVG = "{http://www.w3.org/2000/svg}"


class Clipped(QWidget):
    """Fills everything, but through a clip that was set in a measure of its own; then paints without one."""

    def __init__(self, shift: tuple[float, float], factor: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shift, self.factor = shift, factor

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        painter.save()
        painter.translate(*self.shift)
        painter.scale(self.factor, self.factor)
        painter.setClipRect(QRectF(1, 2, 10, 20))
        painter.fillRect(QRectF(-500, -500, 1000, 1000), QColor(Qt.GlobalColor.red))
        painter.restore()
        painter.drawLine(0, 0, 5, 5)


def clip_boxes(svg: bytes) -> list[tuple[float, ...]]:
    """Left, top, right, bottom of every clip on the page, by the rules of SVG: transform, then viewBox to size."""
    root = ElementTree.fromstring(svg)
    zoom = float(root.attrib["width"]) / float(root.attrib["viewBox"].split()[2])
    boxes = []
    for clip in root.iter(f"{SVG}clipPath"):
        path = clip.find(f"{SVG}path")
        assert path is not None
        a, b, c, d, e, f = map(float, re.findall(r"[-\d.]+", path.attrib.get("transform", "matrix(1,0,0,1,0,0)")))
        assert (b, c) == (0, 0)
        points = np.array([float(number) for number in re.findall(r"[-\d.]+", path.attrib["d"])]).reshape(-1, 2)
        points = (points * (a, d) + (e, f)) * zoom
        boxes.append((*points.min(axis=0).tolist(), *points.max(axis=0).tolist()))
    return boxes


@pytest.mark.parametrize("shift,factor", [((0.0, 0.0), 1.0), ((30.0, 20.0), 1.0), ((7.0, 5.0), 3.0)])
@pytest.mark.parametrize("place", [(0, 0), (40, 25)])
def test_a_clip_cuts_where_it_was_set(
    qtbot: QtBot, shift: tuple[float, float], factor: float, place: tuple[int, int]
) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    outer.resize(200, 150)
    inner = Clipped(shift, factor, outer)
    inner.setGeometry(*place, 120, 100)
    left, top = place[0] + shift[0] + factor, place[1] + shift[1] + 2 * factor
    wanted = (left, top, left + 10 * factor, top + 20 * factor)
    assert any(np.allclose(box, wanted, atol=0.01) for box in clip_boxes(svg_of(outer))), clip_boxes(svg_of(outer))


def test_the_page_is_as_large_as_the_widget_in_pixels(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(123, 45)
    root = ElementTree.fromstring(svg_of(widget))
    assert (root.attrib["width"], root.attrib["height"], root.attrib["viewBox"]) == ("123", "45", "0 0 246 90")


def test_images_are_enlarged_smoothly(qtbot: QtBot) -> None:
    class Picture(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            image = QImage(4, 4, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.blue)
            QPainter(self).drawImage(QRectF(0, 0, 20, 20), image)

    picture = Picture()
    qtbot.addWidget(picture)
    picture.resize(20, 20)
    svg = svg_of(picture)
    assert b"<image" in svg
    assert b"optimizeSpeed" not in svg


@pytest.mark.parametrize(
    "families,wanted",
    [
        ("Inter", "Inter, sans-serif"),
        ("Source Serif 4,Nutshell Symbols", "Source Serif 4,Nutshell Symbols, serif"),
        ("DejaVu Sans", "DejaVu Sans, sans-serif"),
    ],
)
def test_every_family_has_a_generic_one_after_it(families: str, wanted: str) -> None:
    assert with_generic(families) == wanted


def test_a_drawing_without_clips_stays_as_it_is() -> None:
    plain = '<svg width="10mm" height="20mm" viewBox="0 0 1 1"><rect width="3mm" height="4mm"/></svg>'
    assert mended(plain, QSize(7, 8), 2.0, [QPoint()]) == plain.replace('"10mm" height="20mm"', '"7" height="8"')
