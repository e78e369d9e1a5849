"""The words on a relief: beside their things, outside crowds of tracks, never on each other."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gui.theme import ThemeHolder
from gui.widgets.labels import Box, overlap
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_live import START
from gui.widgets.surface_content import SurfaceContent
from gui.widgets.surface_names import SurfaceNames
from gui.widgets.surface_spots import Ball
from gui.widgets.viewport import Viewport

HIGH = 320
TANGLE = [np.column_stack((np.linspace(250.0, 400.0, 60), np.full(60, y))) for y in np.linspace(120.0, 180.0, 11)]


class Sheet:
    """Places words on a picture of a width and tells where they are."""

    def __init__(self, themes: ThemeHolder, width: int) -> None:
        self.names = SurfaceNames()
        self.image = QImage(width, HIGH, QImage.Format.Format_RGB32)
        self.image.fill(0xFFFFFF)
        self.painter = QPainter(self.image)
        view = Viewport((0.0, 1.0, 0.0, 1.0), 0.0, 0.0, float(width), float(HIGH))
        self.canvas = Canvas(self.painter, view, themes.current, 1.0)
        self.content = SurfaceContent()
        self.content.titles = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop"}

    def place(self, balls: list[Ball], signs: list[Ball] | None = None, taken: tuple[Box, ...] = ()) -> dict[str, Box]:
        start = Ball(START, 60.0, 60.0)
        self.names.place(self.canvas, self.content, balls, (start, None), signs or [], taken, START)
        self.names.paint(self.canvas, self.content, balls, START)
        return self.names.boxes


@pytest.fixture
def sheet(themes: ThemeHolder) -> Iterator[Sheet]:
    found = Sheet(themes, 560)
    yield found
    found.painter.end()


def test_a_name_stands_close_to_a_ball_without_tracks(sheet: Sheet) -> None:
    sheet.names.tracks_changed(560.0, HIGH, [])
    left, top, _, bottom = sheet.place([Ball("sgd", 300.0, 150.0)])["sgd"]
    assert 5.0 < left - 300.0 < 20.0
    assert (top + bottom) / 2 == pytest.approx(150.0)


def test_a_name_in_a_tangle_goes_out_of_it_and_keeps_a_line(sheet: Sheet) -> None:
    sheet.names.tracks_changed(560.0, HIGH, TANGLE)
    box = sheet.place([Ball("sgd", 330.0, 142.0)])["sgd"]
    assert box[3] <= 122.0
    below = int(box[3]) + 2
    assert min(sheet.image.pixelColor(x, below).lightness() for x in range(200, 450)) < 200


def test_a_name_that_finds_no_place_outside_is_left_out_unless_pointed_at(sheet: Sheet) -> None:
    sheet.names.tracks_changed(
        560.0, HIGH, [part + np.array((0.0, shift)) for part in TANGLE for shift in (-60.0, 0.0, 60.0)]
    )
    balls = [Ball("sgd", 325.0, 150.0)]
    assert "sgd" not in sheet.place(balls)
    sheet.content.hovered = "sgd"
    assert "sgd" in sheet.place(balls)


def test_a_small_picture_leaves_names_in_a_tangle_out(themes: ThemeHolder) -> None:
    sheet = Sheet(themes, 420)
    sheet.names.tracks_changed(420.0, HIGH, TANGLE)
    assert set(sheet.place([Ball("sgd", 330.0, 142.0), Ball("adam", 100.0, 250.0)])) == {START, "adam"}
    sheet.painter.end()


def test_a_name_that_went_out_does_not_flutter_back(sheet: Sheet) -> None:
    few = [np.array([[350.0, 150.0], [356.0, 150.0]])]
    sheet.names.tracks_changed(560.0, HIGH, few)
    balls = [Ball("sgd", 330.0, 150.0)]
    walls = ((200.0, 100.0, 320.0, 200.0), (300.0, 100.0, 400.0, 140.0), (300.0, 160.0, 400.0, 200.0))
    close = sheet.place(balls, taken=walls)["sgd"]
    sheet.names.tracks_changed(560.0, HIGH, [np.column_stack((np.arange(340.0, 366.0), np.full(26, 150.0)))])
    out = sheet.place(balls, taken=walls)["sgd"]
    assert out[0] > close[0] + 10.0
    sheet.names.tracks_changed(560.0, HIGH, few)
    assert sheet.place(balls, taken=walls)["sgd"] == out
    sheet.names.tracks_changed(560.0, HIGH, [])
    assert sheet.place(balls, taken=walls)["sgd"] == close


def test_names_keep_their_distance_while_the_surface_turns(sheet: Sheet) -> None:
    balls = [Ball("sgd", 330.0, 142.0)]
    sheet.names.tracks_changed(560.0, HIGH, TANGLE)
    still = sheet.place(balls)["sgd"]
    sheet.names.tracks_changed(560.0, HIGH, None)
    assert sheet.place(balls)["sgd"] == still


def test_words_lie_on_nothing(sheet: Sheet) -> None:
    sheet.names.tracks_changed(560.0, HIGH, TANGLE)
    balls = [Ball("sgd", 330.0, 142.0), Ball("adam", 336.0, 131.0), Ball("rmsprop", 80.0, 60.0)]
    signs = [Ball("minimum", 340.0, 128.0), Ball("saddle", 480.0, 60.0), Ball("saddle", 490.0, 64.0)]
    caption = (10.0, 10.0, 160.0, 40.0)
    boxes = [*sheet.place(balls, signs, (caption,)).values(), *sheet.names.words.values(), caption]
    assert len(boxes) >= 5
    assert not any(overlap(one, two) > 0.0 for one, two in combinations(boxes, 2))
    area = QRectF(0.0, 0.0, 560.0, HIGH)
    assert all(area.contains(QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])) for box in boxes)


def test_signs_have_words_in_a_large_picture_only(themes: ThemeHolder) -> None:
    signs = [Ball("minimum", 200.0, 150.0), Ball("saddle", 300.0, 150.0), Ball("saddle", 300.0, 250.0, hidden=True)]
    for width, words in ((560, {"minimum 0", "saddle 0"}), (400, set())):
        sheet = Sheet(themes, width)
        sheet.names.tracks_changed(width, HIGH, [])
        sheet.place([], signs)
        assert set(sheet.names.words) == words
        sheet.painter.end()


def test_a_crowd_of_signs_has_no_words(sheet: Sheet) -> None:
    sheet.names.tracks_changed(560.0, HIGH, [])
    sheet.place([], [Ball("minimum", 20.0 * k, 250.0) for k in range(20)])
    assert not sheet.names.words
