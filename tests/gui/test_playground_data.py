"""The page of the data: every set as a picture, every hand on the points as an edit, and only what can be done."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.playground.data_page import DataPage
from gui.panels.playground.data_pictures import tile
from gui.theme import THEMES, ThemeHolder
from gui.widgets.button import Button
from sim.config import Config
from sim.datasets import DATASETS, dataset
from sim.simulations.playground_config import NETWORK, OWN, PARAMETERS, ROWS, UNIT, arrange, datasets_of
from sim.simulations.playground_scales import on_one_scale, scale_words
from tests.gui.table_scene import Desk, data_of

NOBODY = np.zeros((0, 2)), np.zeros(0, np.int64)


def config_of(mode: str = UNIT, key: str = "xor") -> Config:
    return arrange(Config(PARAMETERS).replace(mode=mode, dataset=key), "dataset")


@pytest.fixture
def page(themes: ThemeHolder, qtbot: QtBot) -> DataPage:
    page = DataPage(themes)
    qtbot.addWidget(page)
    page.set_config(config_of())
    x, y = dataset("xor")
    page.show_data(data_of(x, y[:, 0].astype(np.int64), key="xor"))
    page.resize(216, 760)
    page.show()
    return page


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


# Which data -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [UNIT, NETWORK])
def test_every_data_set_of_the_mode_has_a_picture_and_a_sentence(page: DataPage, mode: str) -> None:
    page.set_config(config_of(mode, "circle"))
    assert page.grid.keys == datasets_of(mode)
    assert page.grid.current == "circle"
    for key in page.grid.keys:
        picture = tile(key)
        shown = picture.places if picture.places is not None else picture.cells if picture.cells is not None else None
        assert picture.icon or (shown is not None and shown.size > 7)
        assert picture.about.endswith(".")


@pytest.mark.parametrize("key", DATASETS)
def test_a_picture_lies_in_its_box_and_shows_all_classes(key: str) -> None:
    picture = tile(key)
    assert picture.places is not None
    assert picture.places.min() >= -1e-9
    assert picture.places.max() <= 1.0 + 1e-9
    if DATASETS[key].classes:
        assert picture.classes is not None
        assert set(picture.classes.tolist()) == set(range(DATASETS[key].classes))


def test_a_press_on_a_picture_asks_for_its_data(page: DataPage) -> None:
    changed, released = QSignalSpy(page.changed), QSignalSpy(page.released)
    at = page.grid.tile_box(page.grid.keys.index("moons")).center().toPoint()
    QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=at)
    assert [changed.at(0), released.at(0)] == [["dataset", "moons"], ["dataset"]]


def test_what_is_looked_at_is_described_and_then_the_chosen_one_again(page: DataPage) -> None:
    page.grid.pointed.emit("spiral")
    assert page._name.text() == "Spiral"
    page.grid.pointed.emit("")
    assert (page._name.text(), page._about.text()) == ("XOR", DATASETS["xor"].about)


def test_a_table_of_ones_own_is_called_by_its_name(page: DataPage) -> None:
    page.set_config(config_of(key=OWN))
    assert page._name.text() == "Your own"
    page.show_data(replace(data_of(np.zeros((3, 2)), np.zeros(3, np.int64)), title="flowers.csv"))
    assert page._name.text() == "flowers.csv"
    page.set_config(config_of(key="and"))
    assert page._name.text() == "AND"


def test_new_points_are_drawn_with_the_next_number(page: DataPage) -> None:
    changed, released = QSignalSpy(page.changed), QSignalSpy(page.released)
    page.set_config(config_of().replace(data_seed=41))
    click(page.fresh)
    assert [changed.at(0), released.at(0)] == [["data_seed", 42], ["data_seed"]]
    page.set_config(config_of().replace(data_seed=2**53))
    click(page.fresh)
    assert PARAMETERS["data_seed"].check(changed.at(1)[1]) >= 0


def test_sliders_change_their_settings_and_stand_where_they_act(page: DataPage) -> None:
    changed = QSignalSpy(page.changed)
    page.form.control("noise").setFocus()
    QTest.keyClick(page.form.control("noise"), Qt.Key.Key_Right)
    assert changed.at(0)[0] == "noise"
    for key, shown in (
        ("xor", ("n", "noise", "test_share")),
        ("moons", ("n", "noise", "label_noise", "test_share")),
        ("parted", ("n", "noise", "gap", "label_noise", "test_share")),
        ("parity", ("n", "noise", "test_share", "bits")),
        (OWN, ("noise", "test_share")),
    ):
        page.set_config(config_of(NETWORK, key))
        assert tuple(name for name in page.form.keys if page.form.control(name).isVisible()) == shown
    for key in ROWS:
        page.set_config(config_of(UNIT, key))
        assert not page.form.isVisible()
        assert page.fresh.accessibleName() == "New rows"
        assert not page.picker.isVisible()
        assert not page.save.isEnabled()


# Points by hand -------------------------------------------------------------------------------------------------------


def test_every_deed_is_an_edit(page: DataPage) -> None:
    edited = QSignalSpy(page.edited)
    for button, what in ((page.outlier, "outlier"), (page.swap, "swap"), (page.clear, "clear")):
        click(button)
        assert edited.at(edited.count() - 1) == [what, None]


def test_the_pencil_stays_down_until_it_is_put_away(page: DataPage, themes: ThemeHolder) -> None:
    turned = QSignalSpy(page.pencil_turned)
    at_rest = page.pencil.grab().toImage()
    click(page.pencil)
    page.pencil.clearFocus()
    assert page.pencil.grab().toImage() != at_rest
    click(page.pencil)
    click(page.pencil)
    page.set_config(config_of(UNIT, "digits"))
    assert [turned.at(k)[0] for k in range(turned.count())] == [True, False, True, False]


def test_the_class_to_place_is_chosen_among_those_of_the_data(page: DataPage) -> None:
    chosen = QSignalSpy(page.class_chosen)
    QTest.mouseClick(page.picker, Qt.MouseButton.LeftButton, pos=page.picker.cell(0).center().toPoint())
    assert (chosen.at(0)[0], page.place_class) == (0, 0)
    page.show_data(data_of(np.zeros((3, 2)), np.arange(3), ("a", "b", "c")))
    QTest.mouseClick(page.picker, Qt.MouseButton.LeftButton, pos=page.picker.cell(2).center().toPoint())
    assert page.place_class == 2
    page.show_data(data_of(np.zeros((3, 2)), np.zeros(3, np.int64), ("a", "b")))
    assert (chosen.at(chosen.count() - 1)[0], page.place_class) == (1, 1)
    page.show_data(data_of(np.zeros((3, 2)), np.zeros(3, np.int64), ("a",)))
    assert page.picker.accessibleDescription().startswith("Chosen: other, 2 of 2.")
    page.show_data(data_of(np.zeros((3, 1)), np.zeros(3), ()))
    assert not page.picker.isVisible()


@pytest.mark.parametrize(
    "x, answers, classes, able",
    [
        (np.zeros((4, 2)), np.array([0, 1, 1, 0]), ("0", "1"), "outlier swap clear save"),
        (*NOBODY, ("0", "1"), "outlier"),
        (np.zeros((3, 2)), np.arange(3), ("a", "b", "c"), "clear save"),
        (np.zeros((3, 1)), np.zeros(3), (), "clear save"),
    ],
)
def test_only_what_can_be_done_can_be_pressed(
    page: DataPage, x: np.ndarray, answers: np.ndarray, classes: tuple[str, ...], able: str
) -> None:
    page.show_data(data_of(x, answers, classes))
    for name in ("outlier", "swap", "clear", "save"):
        assert getattr(page, name).isEnabled() == (name in able.split()), name


def test_counts_and_warnings_are_said(page: DataPage) -> None:
    page.show_data(data_of(np.zeros((1, 2)), np.zeros(1, np.int64)), ("Every point has the class 0.", "And more."))
    assert page._count.text() == "1 point"
    assert (page._warnings.isVisible(), page._warnings.text()) == (True, "Every point has the class 0. And more.")
    page.show_data(data_of(np.zeros((1200, 2)), np.zeros(1200, np.int64)))
    assert page._count.text() == "1200 points"
    assert not page._warnings.isVisible()


def test_a_table_opened_on_the_page_is_passed_on(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(page.files, tmp_path, qtbot)
    opened, said = QSignalSpy(page.opened), QSignalSpy(page.said)
    data = desk.read("1,2,0\n3,4,1\n")
    assert opened.at(0)[0] is data
    assert said.count() == 1


@pytest.mark.parametrize(
    "content, network",
    [
        ("1,2,0\n3,4,1\n", False),
        ("1,2,a\n3,4,a\n", False),
        ("1,2,a\n3,4,b\n5,6,c\n", True),
        ("1,2,0.5\n3,4,0.25\n", True),
        ("1,2\n3,4\n", True),
        ("1,no\n3,yes\n", True),
    ],
)
def test_a_table_that_one_unit_cannot_learn_goes_to_a_network(
    page: DataPage, qtbot: QtBot, tmp_path: Path, content: str, network: bool
) -> None:
    desk = Desk(page.files, tmp_path, qtbot)
    order: list[object] = []
    page.changed.connect(lambda key, value: order.append((key, value)))
    page.opened.connect(lambda data: order.append("opened"))
    desk.read(content)
    assert order == ([("mode", NETWORK)] if network else []) + ["opened"]
    order.clear()
    page.set_config(config_of(NETWORK))
    desk.read(content)
    assert order == ["opened"]


def test_no_name_is_too_long_for_the_column(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(page.files, tmp_path, qtbot)
    desk.read(desk.write(f"1,2,0\n{'x' * 300},4,1\n", "measurements_of_the_whole_year_2024_final_version_2.csv"))
    assert "'xxx" in desk.refusal
    data = data_of(np.zeros((3, 2)), np.zeros(3, np.int64), ("a" * 80, "b" * 80))
    page.set_config(config_of(key=OWN))
    page.show_data(replace(data, title="w" * 200), (f"All points have the same {'y' * 90}; it tells nothing.",))
    page.files.notice.show_busy(f"Reading {'z' * 200}.csv", 0.5)
    page.files.notice.show()
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 206


def test_a_card_below_the_edge_is_scrolled_to(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.resize(230, 320)
    area.setWidget(page)
    area.show()
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0
    Desk(page.files, tmp_path, qtbot).read("1,2,0\n3,four,1\n")
    button = next(b for b in page.files.findChildren(Button) if b.words() == "Close")

    def is_seen() -> bool:
        place = button.mapTo(area.viewport(), button.rect().bottomLeft())
        return bool(area.viewport().rect().contains(place))

    qtbot.waitUntil(is_seen)
    area.takeWidget()


# The look -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("presentation", [False, True])
def test_words_of_buttons_fit_and_everything_can_be_hit(
    page: DataPage, themes: ThemeHolder, name: str, presentation: bool
) -> None:
    themes.set(name=name, presentation=presentation)
    pad = 2 * themes.current.size("card_padding")
    page.resize(themes.current.size("controls") - pad, 1400)
    QApplication.processEvents()
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.words()
            assert button.height() >= themes.current.target
    assert not page.grab().isNull()


def test_everything_that_can_be_pressed_has_words(page: DataPage) -> None:
    for button in (page.fresh, page.pencil, page.outlier, page.swap, page.clear, page.open, page.save):
        assert not isinstance(button, Button) or button.accessibleName() == button.words()
        assert button.accessibleDescription().endswith(".")
        assert button.toolTip()


# Room, and columns of unlike units ------------------------------------------------------------------------------------

PEOPLE = np.array([[1.6, 55.0], [1.7, 65.0], [1.75, 90.0], [1.8, 80.0], [1.62, 58.0]])


def test_all_of_the_page_fits_a_window_of_800_pixels(page: DataPage) -> None:
    """In the side card of a panel of 1180 x 650 the page has 216 x 584 pixels."""
    page.set_config(config_of(NETWORK, "xor"))
    page.resize(216, 584)
    QApplication.processEvents()
    assert page.minimumSizeHint().height() <= 584
    for button in (page.open, page.save, page.clear):
        assert button.mapTo(page, button.rect().bottomLeft()).y() < 584


def test_columns_that_are_unlike_can_be_scaled(page: DataPage) -> None:
    page.set_config(config_of(NETWORK, OWN))
    page.resize(216, 584)
    assert not page.scale.isVisible()
    table = data_of(PEOPLE, np.array([0, 0, 1, 1, 0]), key=OWN)
    page.show_data(table, scale_words(table))
    assert page.scale.isVisible()
    assert page.minimumSizeHint().height() <= 584
    edited = QSignalSpy(page.edited)
    click(page.scale)
    assert edited.at(0) == ["standardise", None]
    page.show_data(data_of(on_one_scale(PEOPLE), np.array([0, 0, 1, 1, 0]), key=OWN))
    assert not page.scale.isVisible()


def test_a_picture_of_a_data_set_says_its_title(page: DataPage, qtbot: QtBot) -> None:
    at = page.grid.tile_box(page.grid.keys.index("moons")).center().toPoint()
    QApplication.sendEvent(page.grid, QHelpEvent(QEvent.Type.ToolTip, at, page.grid.mapToGlobal(at)))
    qtbot.waitUntil(lambda: tile("moons").title in QToolTip.text())
    QToolTip.hideText()


def test_the_keyboard_walks_over_the_pictures(page: DataPage) -> None:
    changed = QSignalSpy(page.changed)
    page.grid.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.grid, Qt.Key.Key_Home)
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert changed.at(0) == ["dataset", page.grid.keys[1]]
