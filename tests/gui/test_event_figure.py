"""The figures of events: each paints in every look, differs from the others, keeps its words on the sheet."""

import tomllib
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, Theme, ThemeHolder
from gui.widgets.event_figure import FIGURES, EventFigure, paint_figure
from gui.widgets.event_figure_back import CORNERS, WANTED, bent_paths, fields_of_xor, fly, sweep, taped
from gui.widgets.event_figure_layers import ERRORS, spreads
from gui.widgets.event_figure_margins import APART, SIDES, widest_street
from gui.widgets.event_figure_memory import LETTER_SHAPES, correlations, recall, surprises
from gui.widgets.event_figure_mistakes import corrected, novikoff
from gui.widgets.event_figure_pictures import EDGE, digit, filtered, read_digit
from gui.widgets.event_figure_rulers import adagrad_places, adam_means, risen
from gui.widgets.event_figure_sheet import HIGH, MARGIN, WIDE, Written
from gui.widgets.event_figure_steps import BOWL, bowl_slope, descend, noisy_root
from gui.widgets.event_figure_units import TRIED, XOR, fires, grown
from gui.widgets.event_figure_world import MACHINES
from sim.timeline_files import COMPUTE, history_folder, read_timeline

EVENTS = {event.id: event for event in read_timeline(history_folder()).events}
LOOKS = [
    (Theme.load("light"), 1.0), (Theme.load("light"), 1.25), (Theme.load("light", scale=2.0), 2.0),
    (Theme.load("light", presentation=True), 1.4),
]  # fmt: skip


def drawn(event: str, theme: Theme, size: float) -> tuple[np.ndarray, list[Written]]:
    """The pixels of a figure on its ground, and its labels."""
    wide, high = round(WIDE * size), round(HIGH * size)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(theme.color("sunk"))
    with QPainter(image) as painter:
        written = paint_figure(painter, theme, QRectF(0, 0, WIDE * size, HIGH * size), event)
    return np.frombuffer(image.constBits(), np.uint32).reshape(high, wide).copy(), written


def test_many_events_have_a_figure_and_every_figure_an_event() -> None:
    assert len(FIGURES) >= 26
    assert set(FIGURES) <= set(EVENTS)


@pytest.mark.parametrize("event", FIGURES)
def test_a_figure_says_what_it_shows_and_where_its_numbers_are_from(event: str) -> None:
    figure = FIGURES[event]
    assert figure.about.endswith(".")
    assert 20 < len(figure.about) < 220
    assert figure.source


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("event", FIGURES)
def test_a_figure_is_not_blank(qapp: QApplication, event: str, name: str) -> None:
    pixels, _ = drawn(event, Theme.load(name), 1.0)
    assert len(np.unique(pixels)) > 30
    ground = Counter(pixels.ravel().tolist()).most_common(1)[0][1]
    assert 0.02 < 1 - ground / pixels.size < 0.99


def test_no_two_figures_look_alike(qapp: QApplication) -> None:
    pictures = {event: drawn(event, Theme.load("light"), 0.5)[0] for event in FIGURES}
    for one, two in combinations(pictures, 2):
        assert (pictures[one] != pictures[two]).mean() > 0.05, (one, two)


@pytest.mark.parametrize("look", range(len(LOOKS)))
@pytest.mark.parametrize("event", FIGURES)
def test_the_words_of_a_figure_stay_on_the_sheet_and_off_each_other(qapp: QApplication, event: str, look: int) -> None:
    theme, size = LOOKS[look]
    _, written = drawn(event, theme, size)
    sheet = QRectF(MARGIN - 2, 2, WIDE - 2 * MARGIN + 4, HIGH - 4)
    for label in written:
        assert sheet.contains(label.place), (label.words, label.place)
        assert "…" not in label.words
    for one, two in combinations(written, 2):
        shared = one.place.intersected(two.place)
        assert shared.isEmpty() or shared.width() < 1.0 or shared.height() < 1.0, (one, two)


@pytest.mark.parametrize("event", FIGURES)
def test_a_figure_grows_without_changing(qapp: QApplication, event: str) -> None:
    """At twice the size the same picture: the share of the ground stays."""
    shares = []
    for theme, size in ((Theme.load("light"), 1.0), (Theme.load("light", scale=2.0), 2.0)):
        pixels, _ = drawn(event, theme, size)
        shares.append(float((pixels == pixels[0, 0]).mean()))
    assert abs(shares[0] - shares[1]) < 0.08


# The widget -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def figure(qtbot: QtBot, themes: ThemeHolder) -> EventFigure:
    """A figure of its own."""
    made = EventFigure(themes)
    qtbot.addWidget(made)
    return made


def test_an_event_without_a_figure_hides_it(figure: EventFigure) -> None:
    figure.set_event("heavy-ball")
    assert not figure.isHidden()
    figure.set_event("no-such-event")
    assert figure.isHidden()
    assert figure.event_id == ""
    assert not EventFigure.has_figure("no-such-event")


def test_it_keeps_its_proportions(figure: EventFigure, themes: ThemeHolder) -> None:
    figure.set_event("heavy-ball")
    assert figure.sizeHint() == QSize(312, 122)
    assert figure.heightForWidth(312) == 122
    assert figure.heightForWidth(156) == 61
    figure.resize(600, 122)
    assert figure.place() == QRectF(144, 0, 312, 122)
    themes.set(presentation=True)
    assert figure.sizeHint() == QSize(437, 171)


def test_it_tells_what_it_shows(figure: EventFigure) -> None:
    figure.set_event("perceptrons-book")
    assert FIGURES["perceptrons-book"].about in figure.accessibleDescription()
    assert FIGURES["perceptrons-book"].source in figure.accessibleDescription()


def test_it_is_drawn_once_per_look(figure: EventFigure, themes: ThemeHolder, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings: list[str] = []
    paint = paint_figure
    monkeypatch.setattr(
        "gui.widgets.event_figure.paint_figure",
        lambda painter, theme, place, event: (drawings.append(event), paint(painter, theme, place, event))[1],
    )
    figure.set_event("lstm")
    figure.resize(312, 122)
    for _ in range(3):
        figure.grab()
    themes.set(name="dark")
    figure.grab()
    assert drawings == ["lstm", "lstm"]


def test_a_sharp_screen_gets_a_sharp_picture(figure: EventFigure) -> None:
    figure.set_event("lstm")
    figure.resize(312, 122)
    image = QImage(624, 244, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(Qt.GlobalColor.black)
    figure.render(image)
    assert image.size() == QSize(624, 244)


# What they compute ----------------------------------------------------------------------------------------------------


def test_threshold_gates_are_and_or_and_but_not() -> None:
    pairs = ((0, 0), (0, 1), (1, 0), (1, 1))
    assert [fires(pair, (1, 1), 2) for pair in pairs] == [False, False, False, True]
    assert [fires(pair, (1, 1), 1) for pair in pairs] == [False, True, True, True]
    assert [fires(pair, (1, -1), 1) for pair in pairs] == [False, False, True, False]


def test_a_connection_grows_when_both_fire() -> None:
    assert grown((1, 0, 1), (1, 1, 1)) == [1, 1, 2]


def test_the_perceptron_ends_without_mistakes_within_its_bound() -> None:
    assert corrected()[1][-1] == 0
    points, _, margin, mistakes = novikoff()
    assert 0 < mistakes <= (np.hypot(*points.T).max() / margin) ** 2


def test_no_line_gets_xor_right() -> None:
    for bias, wx, wy in TRIED:
        right = [(bias + wx * x + wy * y > 0) == bool(side) for (x, y), side in XOR]
        assert 2 <= sum(right) <= 3


def test_one_backward_sweep_agrees_with_finite_differences() -> None:
    controls = [0.3] * 20

    def cost(tried: list[float]) -> float:
        x, v = fly(tried)[-1]
        return 50 * ((x - 1) ** 2 + v**2) + 0.5 * 0.2 * sum(u * u for u in tried)

    slopes, _ = sweep(controls, fly(controls))
    for moment in (0, 7, 19):
        near = [u + (1e-6 if k == moment else 0) for k, u in enumerate(controls)]
        assert slopes[moment] == pytest.approx((cost(near) - cost(controls)) / 1e-6, abs=1e-3)
    assert abs(bent_paths()[0][-1][-1] - 1) < 0.2


def test_the_tape_gives_the_slopes_of_the_reference() -> None:
    values, back = taped(2.0, 3.0)
    assert values["plus"] == pytest.approx(6.909297, abs=1e-6)
    assert back["x1"] == pytest.approx(2.583853, abs=1e-6)
    assert back["x2"] == 2.0


def test_the_layered_network_solves_xor() -> None:
    last = fields_of_xor()[-1]
    rows, columns = last.shape
    for (x, y), side in zip(CORNERS, WANTED, strict=True):
        row, column = round((1.35 - y) / 1.7 * (rows - 1)), round((x + 0.35) / 1.7 * (columns - 1))
        assert (last[row, column] > 0) == bool(side)


def test_a_hopfield_network_recalls_and_its_energy_never_rises() -> None:
    pictures, energies = recall()
    stored = np.array([1.0 if sign == "#" else -1.0 for sign in LETTER_SHAPES[0]]).reshape(8, 8)
    assert (pictures[0] != stored).any()
    assert (pictures[-1] == stored).all()
    assert (np.diff(energies) <= 1e-9).all()


def test_waking_correlations_know_the_data() -> None:
    awake, dreaming = correlations()
    assert np.diag(awake)[:3] == pytest.approx(0.5)
    assert awake[0, 1] == pytest.approx(0.25)
    assert awake == pytest.approx(awake.T)
    assert not np.allclose(awake, dreaming)


def test_only_new_pairs_surprise() -> None:
    assert surprises("abab") == [True, True, True, False]


def test_the_street_touches_both_sides() -> None:
    angle, offset, half = widest_street()
    over = SIDES * (APART @ np.array((np.cos(angle), np.sin(angle))) - offset)
    assert over.min() == pytest.approx(half, abs=1e-9)
    assert half > 0.45  # what a perceptron's line has at best on such points is less


def test_a_filter_agrees_with_a_loop() -> None:
    picture, answers = np.pad(digit(5), 1), filtered(digit(5), EDGE)
    for row, column in ((0, 0), (3, 4), (7, 7)):
        by_hand = sum(picture[row + i, column + j] * EDGE[i, j] for i in range(3) for j in range(3))
        assert answers[row, column] == pytest.approx(by_hand)


def test_the_seven_is_read_as_a_seven() -> None:
    assert int(read_digit()[2].argmax()) == 7


def test_shrinking_steps_find_the_root() -> None:
    assert abs(noisy_root()[0][-1] - 1.0) < 0.25


def test_the_heavy_ball_is_nearer_after_as_many_steps() -> None:
    start = np.array((-6.0, 0.95))
    plain, heavy = (descend(bowl_slope, start, *how, 14)[-1] for how in ((1.7, 0.0), (0.75, 0.7)))
    assert BOWL @ heavy**2 < BOWL @ plain**2


def test_adagrad_s_steps_do_not_depend_on_the_slope() -> None:
    assert adagrad_places(3.0, 0.1, 5) == pytest.approx(adagrad_places(0.3, 0.1, 5))
    assert np.diff(adagrad_places(1.0, 0.1, 4)) == pytest.approx(0.1 / np.sqrt((1, 2, 3, 4)))


def test_adam_s_corrected_mean_is_right_from_the_first_step() -> None:
    slopes, plain, corrected_mean = adam_means()
    assert corrected_mean[0] == pytest.approx(slopes[0])
    assert plain[0] == pytest.approx(0.1 * slopes[0])


def test_the_schedule_is_that_of_the_paper() -> None:
    assert [risen(step, 0.999) for step in (0, 250, 750)] == pytest.approx([0.5, 0.75, 0.875])
    assert risen(10**6, 0.9) == 0.9


def test_glorot_s_start_keeps_most_of_the_signal() -> None:
    last = {name: float(values[-1]) for name, values in spreads().items()}
    assert last["too small"] < 0.05 < 0.5 < last["Glorot"] < 1.5 < last["too large"]


def test_the_machines_are_those_of_the_compute_table() -> None:
    table = tomllib.loads((history_folder() / COMPUTE).read_text(encoding="utf-8"))["machines"]
    assert [(year, speed) for _, year, speed in MACHINES] == [(row["year"], row["multiply_adds"]) for row in table]
    assert all(name in row["machine"] for (name, _, _), row in zip(MACHINES, table, strict=True))


def test_the_autoencoder_s_errors_are_in_order() -> None:
    assert [error for _, error in ERRORS] == sorted((error for _, error in ERRORS), reverse=True)
