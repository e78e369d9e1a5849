"""The kept pictures of cells: what is made anew, which colours numbers have, where digits can be read."""

import time
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPixmap

from gui.theme import ThemeHolder
from gui.widgets import matrix_canvas
from gui.widgets.contours import Array
from gui.widgets.matrix_canvas import MatrixCanvas
from gui.widgets.matrix_content import ACTING, REST, ROWS, Matrix, Symbol
from gui.widgets.matrix_face import make_face, scale_end, tones, white_on
from gui.widgets.matrix_place import Place
from tests.gui.matrix_scene import BACKWARD, FORWARD, Scene, passed

MOST_CELLS_PER_FRAME = 16 * 40


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the matrices whose picture is made, in order."""
    names: list[str] = []

    def note(theme: Any, place: Place, *more: Any) -> Any:
        names.append(place.matrix.name)
        return make_face(theme, place, *more)

    monkeypatch.setattr(matrix_canvas, "make_face", note)
    return names


@pytest.fixture
def canvas(themes: ThemeHolder, qtbot: Any) -> MatrixCanvas:
    themes.set(reduced=True)
    shown = MatrixCanvas(themes)
    qtbot.addWidget(shown)
    shown.resize(1500, 800)
    return shown


def matrix(values: Array, state: str = ACTING) -> Matrix:
    return Matrix("z", Symbol("Z"), values.shape, values, state, examples=ROWS)


# What is painted anew


def test_a_second_frame_makes_no_cells(canvas: MatrixCanvas, made: list[str]) -> None:
    canvas.set_content(FORWARD.content())
    canvas.grab()
    made.clear()
    canvas.grab()
    canvas.set_content(FORWARD.content())
    canvas.grab()
    assert made == []


def test_the_same_content_is_not_even_arranged_again(canvas: MatrixCanvas) -> None:
    canvas.set_content(FORWARD.content())
    plan = canvas.plan()
    canvas.set_content(FORWARD.content())
    assert canvas.plan() is plan
    canvas.set_content(BACKWARD.content())
    assert canvas.plan() is not plan


def test_pointing_makes_no_cells(canvas: MatrixCanvas, made: list[str]) -> None:
    canvas.set_content(FORWARD.content())
    canvas.grab()
    made.clear()
    canvas.set_frames((("x", 2, None), ("w1", None, 1)))
    canvas.set_pinned(("z1", 2, 1))
    canvas.grab()
    assert made == []


def test_one_changed_number_makes_one_matrix_anew(canvas: MatrixCanvas, made: list[str]) -> None:
    arrays = passed()
    canvas.set_content(Scene(arrays=arrays, acting=("x",)).content())
    canvas.grab()
    made.clear()
    weights = arrays["w1"].copy()
    weights[0, 0] = 0.25
    canvas.set_content(Scene(arrays={**arrays, "w1": weights}, acting=("x",)).content())
    canvas.grab()
    assert made == ["w1"]


def test_the_lens_makes_those_with_examples_anew(canvas: MatrixCanvas, made: list[str]) -> None:
    canvas.set_content(FORWARD.content())
    canvas.grab()
    made.clear()
    canvas.set_lens(40)
    canvas.grab()
    assert set(made) == {"x", "z1", "t"}


def test_another_theme_makes_all_anew(canvas: MatrixCanvas, themes: ThemeHolder, made: list[str]) -> None:
    canvas.set_content(FORWARD.content())
    canvas.grab()
    made.clear()
    themes.set(name="dark")
    canvas.grab()
    assert set(made) == set(FORWARD.known or ())


def test_a_frame_of_the_article_writes_few_numbers(canvas: MatrixCanvas) -> None:
    """What a frame costs is the numbers in it: 128 rows cost no more than 16."""
    canvas.resize(892, 590)
    for scene in (FORWARD, BACKWARD, Scene()):
        canvas.set_content(scene.content())
        places = [place for place in canvas.plan().places.values() if place.decimals >= 0 and not place.matrix.is_ghost]
        assert sum(place.rows.count * place.columns.count for place in places) <= MOST_CELLS_PER_FRAME


FRAME = 0.016  # seconds


def test_a_frame_of_the_article_is_painted_in_time(canvas: MatrixCanvas) -> None:
    """Measured on two busy cores: 0.6 ms while a cell is pointed at, 11 ms for a step, in time of this thread."""
    canvas.resize(892, 590)
    ahead, back = FORWARD.content(), BACKWARD.content()
    paper = QPixmap(canvas.size())
    canvas.set_content(ahead)
    canvas.render(paper)
    pointing, stepping = [], []
    for turn in range(9):
        start = time.thread_time()
        canvas.set_frames((("x", turn, None),))
        canvas.render(paper)
        pointing.append(time.thread_time() - start)
    for turn in range(9):
        start = time.thread_time()
        canvas.set_content(ahead if turn % 2 else back)
        canvas.render(paper)
        stepping.append(time.thread_time() - start)
    assert min(pointing) < FRAME / 4
    assert min(stepping) < 2 * FRAME


# Colours


def test_sides_of_zero_have_the_colours_of_their_sign(themes: ThemeHolder) -> None:
    theme = themes.current
    low, zero, high = tones(theme, matrix(np.array([[-1.0, 0.0, 1.0]])))[0]
    assert color(zero) == theme.color("mid")
    assert distance(color(low), theme.color("minus")) < distance(color(high), theme.color("minus"))
    assert distance(color(high), theme.color("plus")) < distance(color(low), theme.color("plus"))


def test_what_acts_is_stronger_than_what_rests(themes: ThemeHolder) -> None:
    theme, values = themes.current, np.array([[1.0, -1.0]])
    acting, resting = (color(tones(theme, matrix(values, state))[0][0]) for state in (ACTING, REST))
    assert distance(acting, theme.color("plus")) < distance(resting, theme.color("plus"))


def test_one_huge_input_leaves_the_others_their_colours(themes: ThemeHolder) -> None:
    values = np.full((128, 3), 0.5)
    values[0, 0] = 1e6
    assert scale_end(values) == pytest.approx(2.25)
    colors = tones(themes.current, matrix(values))
    assert colors.shape == (128, 3, 4)


def test_numbers_that_are_none_have_a_colour_too(themes: ThemeHolder) -> None:
    colors = tones(themes.current, matrix(np.array([[np.nan, np.inf, -np.inf, 1.0, 0.0]])))
    assert (colors[..., 3] == 255).all()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("state", [ACTING, REST])
def test_every_digit_can_be_read(themes: ThemeHolder, name: str, state: str) -> None:
    """WCAG 2: at least 4.5 between digit and cell, for every number from minus to plus."""
    themes.set(name=name)
    colors = tones(themes.current, matrix(np.linspace(-1.0, 1.0, 101)[None, :], state))
    for pixel, white in zip(colors[0], white_on(colors)[0], strict=True):
        light = luminance(color(pixel))
        assert (1.05 / (light + 0.05) if white else (light + 0.05) / 0.05) >= 4.5


def color(pixel: Array) -> QColor:
    blue, green, red, _ = (int(part) for part in pixel)
    return QColor(red, green, blue)


def distance(one: QColor, two: QColor) -> float:
    return float(np.hypot.reduce([one.red() - two.red(), one.green() - two.green(), one.blue() - two.blue()]))


def luminance(of: QColor) -> float:
    parts = [of.redF(), of.greenF(), of.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
