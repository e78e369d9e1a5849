"""The data: which set, how many points and how noisy, the learner's own points, and tables in and out.

Nothing is kept here but which class is placed next. What is set leaves as `changed`, what is done to the points as
`edited`; what is shown comes back with `set_config` and `show_data`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.playground.data_pictures import tile
from gui.panels.playground.own_data import OTHER, suits_unit
from gui.panels.playground.own_files import OwnFiles
from gui.widgets.answer import Answering
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Caption, Divider
from gui.widgets.class_picker import ClassPicker
from gui.widgets.data_grid import DataGrid
from gui.widgets.shapes import rounded
from gui.widgets.words import Label, breakable
from sim.datasets import DATASETS
from sim.numerals import write_count
from sim.phrases import joined, phrase
from sim.simulations.playground_config import NETWORK, OWN, PARAMETERS, ROWS, UNIT, datasets_of
from sim.simulations.playground_scales import scale_words

if TYPE_CHECKING:
    from gui.theme import Theme, ThemeHolder
    from sim.config import Config
    from sim.simulations.playground_view import Data, OwnData

SLIDERS = ("n", "noise", "gap", "label_noise", "test_share", "bits")
ONLY_OF = {"bits": "parity", "gap": "parted"}
"""Sliders of one data set alone."""
FEW = 8
"""So few points are a table of truth: a wrong label there is another task."""
FRESH_POINTS = ("New points", "Draw other points of the same kind.")
FRESH_ROWS = ("New rows", "Other digits for the test, or another table of the same kind.")
SCALE_ABOUT = "Give every column the mean 0 and the spread 1: then one learning rate suits all of them."
_ABOUT_LINES, _LONGEST_TITLE = 3, 36
_MOST_SEED = 2**53


def acts(name: str, key: str) -> bool:
    """Whether the slider of setting `name` changes the points of data set `key` of the plane."""
    if name == "n":
        return key != OWN
    if name == "label_noise":
        return key in DATASETS and DATASETS[key].n > FEW
    return ONLY_OF.get(name, key) == key


class Toggle(Button):
    """A button that stays down, violet while it is."""

    def __init__(self, themes: ThemeHolder, words: str, icon: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, words, parent=parent, icon=icon, about=about, small=True)
        self.setCheckable(True)

    def _paint_face(self, painter: QPainter, theme: Theme) -> QColor:
        """Ground, edge and words in violet while on."""
        if not self.isChecked() or not self.isEnabled():
            return super()._paint_face(painter, theme)
        rounded(painter, self.face(), self.radius(), theme.color("you_soft"), theme.color("you"), theme.px(1.2))
        return theme.color("you")


class DataPage(QWidget):
    """`changed` carries a setting's key and value, `released` its key once the hand is off; `edited` an edit of the
    simulation and its value; `opened` the OwnData of a table; `pencil_turned` whether the map draws; `class_chosen` the
    class it draws with."""

    changed = Signal(str, object)
    released = Signal(str)
    edited = Signal(str, object)
    opened = Signal(object)
    said = Signal(object)
    pencil_turned = Signal(bool)
    class_chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._config: Config | None = None
        self._data: Data | None = None
        self.grid = DataGrid(themes)
        self._name = Label(themes, "", "heading", wrap=True)
        self._about = Label(themes, "", "small", "soft", wrap=True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.form = Form(themes, tuple(PARAMETERS[key] for key in SLIDERS), compact=True)
        self.fresh = IconButton(themes, "dice", *FRESH_POINTS)
        self.picker = ClassPicker(themes)
        self.pencil = Toggle(themes, "Draw", "pencil", "Press on the map and move: points of the chosen class appear.")
        self.outlier = self._deed("Outlier", "outlier", "Add one point far out on the right side of class 1.")
        self.swap = self._deed("Swap classes", "swap", "Exchange the labels of the two classes.")
        self.clear = self._deed("Clear", "clear", "Take all points away, and begin with an empty plane.")
        self.files = OwnFiles(themes, self)
        self.open = Button(
            themes, "Open CSV", small=True,
            about="A table of two or three columns: inputs first, then what is to be told. Or drop it anywhere.",
        )  # fmt: skip
        self.save = Button(themes, "Save CSV", small=True, about="Write the points as a table that opens here again.")
        self.scale = self._deed("Scale the columns", "standardise", SCALE_ABOUT)
        self._warnings = Label(themes, "", "small", "warn", wrap=True)
        self._column = QVBoxLayout(self)
        self._own = QWidget(self)
        self._build()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _deed(self, words: str, what: str, about: str) -> Button:
        """A button for an edit without a value."""
        button = Button(self._themes, words, small=True, about=about)
        button.clicked.connect(lambda: self.edited.emit(what, None))
        return button

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self._files_row = QHBoxLayout()
        self._files_row.addWidget(self.open)
        self._files_row.addWidget(self.save)
        column.addLayout(self._files_row)
        column.addWidget(self.files)
        self._name_row = QHBoxLayout()
        self._name_row.addWidget(self._name, 1)
        self._name_row.addWidget(self.fresh)
        column.addLayout(self._name_row)
        for part in (self._about, self._warnings, self.scale, self.form, Divider(self._themes)):
            column.addWidget(part)
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        self._count = Label(self._themes, "", "caption", "faint")
        head = QHBoxLayout()
        head.addWidget(Caption(self._themes, "By hand"), 1)
        head.addWidget(self._count)
        own.addLayout(head)
        own.addWidget(self.picker)
        self._deeds = QGridLayout()
        for place, button in enumerate((self.pencil, self.outlier, self.swap, self.clear)):
            self._deeds.addWidget(button, *divmod(place, 2))
        own.addLayout(self._deeds)
        self._own_column = own
        column.addWidget(self._own)
        column.addStretch(1)
        self._warnings.hide()
        self.scale.hide()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._choose_set)
        self.grid.pointed.connect(self._describe)
        self.form.changed.connect(self.changed)
        self.form.released.connect(self.released)
        self.fresh.clicked.connect(self._draw_anew)
        self.picker.chosen.connect(self.class_chosen)
        self.pencil.toggled.connect(self.pencil_turned)
        self.open.clicked.connect(self.files.ask_open)
        self.save.clicked.connect(self._save)
        self.files.opened.connect(self._on_opened)
        self.files.said.connect(self.said)
        self._answering = Answering(self.files.notice, (QEvent.Type.Show, QEvent.Type.Resize), self._on_notice)

    # What others set ------------------------------------------------------------------------------------------------

    @property
    def place_class(self) -> int:
        """The class that the next point has."""
        return self.picker.index

    def accept_drops(self, panel: QWidget) -> None:
        """A table may be dropped anywhere on the panel."""
        self.files.accept_drops(panel)

    def set_locks(self, dataset: bool, fresh: bool, points: bool) -> None:
        """Which of the rest may be used: the pictures of data sets, new points, what is done by hand."""
        self.grid.setEnabled(dataset)
        self.fresh.setEnabled(fresh)
        if not points:
            self.pencil.setChecked(False)
        for part in (self._own, self.open, self.scale):
            part.setEnabled(points)

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        key = config["dataset"]
        if self.isVisible():
            self._fill_grid()
        self.form.set_values(config.as_dict())
        rows = key in ROWS
        for name in SLIDERS:
            self.form.control(name).setVisible(not rows and acts(name, key))
        self.form.setVisible(not rows)
        self.fresh.setVisible(key != OWN)
        self.fresh.set_icon("dice", *(FRESH_ROWS if rows else FRESH_POINTS))
        self._own.setVisible(not rows)
        if rows:
            self.pencil.setChecked(False)
        self._describe("")
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures of all data sets take 50 ms to make, so they wait until somebody looks."""
        super().showEvent(event)
        self._fill_grid()

    def _fill_grid(self) -> None:
        if self._config is not None:
            keys = datasets_of(self._config["mode"])
            if keys != self.grid.keys:
                self.grid.set_tiles([tile(key) for key in keys])
            self.grid.set_current(self._config["dataset"])

    def show_data(self, data: Data, warnings: tuple[str, ...] = ()) -> None:
        """The points as they are now, and what may surprise about them."""
        words = breakable(joined(warnings))
        if words != self._warnings.text():
            self._warnings.setText(words)
            self._warnings.setVisible(bool(words))
            self._about.setVisible(not words)
        if data is self._data:
            return
        self._data = data
        self.scale.setVisible(bool(scale_words(data)))
        self.picker.setVisible(bool(data.classes))
        if data.classes:
            self._name_classes(data.classes)
        tested = len(data.train) - int(np.count_nonzero(data.train))
        count = "1 point" if len(data.x) == 1 else phrase("{x} points", x=write_count(len(data.x)))
        self._count.setText(
            phrase("{count}, {tested} test", count=count, tested=write_count(tested)) if tested else count
        )
        self._describe("")
        self._allow()

    def _name_classes(self, names: tuple[str, ...]) -> None:
        """A single class leaves room for the other one. A class that is gone is not placed any longer."""
        before = self.picker.index
        self.picker.set_names(names if len(names) > 1 else (*names, OTHER))
        if self.picker.index != before:
            self.class_chosen.emit(self.picker.index)

    # Hands ----------------------------------------------------------------------------------------------------------

    def _choose_set(self, key: str) -> None:
        self.changed.emit("dataset", key)
        self.released.emit("dataset")

    def _draw_anew(self) -> None:
        if self._config is not None:
            self.changed.emit("data_seed", (self._config["data_seed"] + 1) % _MOST_SEED)
            self.released.emit("data_seed")

    def _on_opened(self, data: OwnData) -> None:
        """Pass it on; what one unit cannot learn goes to a network."""
        if self._config is not None and self._config["mode"] == UNIT and not suits_unit(data):
            self.changed.emit("mode", NETWORK)
            self.released.emit("mode")
            self.said.emit("One unit tells two classes of the plane apart; a network learns this table.")
        self.opened.emit(data)

    def _on_notice(self, event: QEvent) -> bool:
        """A card is no use below the edge of the column: scroll to it once it has its place."""
        QTimer.singleShot(0, self, self._reveal_notice)
        return False

    def _reveal_notice(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.files.notice.isVisible():
            area.ensureWidgetVisible(self.files.notice)

    def _save(self) -> None:
        if self._data is not None:
            self.files.ask_save(self._data)

    def _describe(self, key: str) -> None:
        """The data set that is looked at, else the chosen one."""
        shown = key or (self._config["dataset"] if self._config is not None else "")
        if shown:
            own = shown == OWN and self._data is not None and self._data.key == OWN
            title = self._data.title if own and self._data is not None else tile(shown).title
            self._name.setText(breakable(title if len(title) <= _LONGEST_TITLE else f"{title[:20]}…{title[-12:]}"))
            self._about.setText(tile(shown).about)

    def _allow(self) -> None:
        """Only what can be done now can be pressed."""
        count = 0 if self._data is None else len(self._data.x)
        classes = 0 if self._data is None else len(self._data.classes)
        rows = self._config is not None and self._config["dataset"] in ROWS
        self.outlier.setEnabled(classes == 2)
        self.swap.setEnabled(classes == 2 and count > 0)
        self.clear.setEnabled(count > 0)
        self.save.setEnabled(count > 0 and not rows)

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setSpacing(round(theme.px(6)))
        self._own_column.setContentsMargins(0, 0, 0, 0)
        self._own_column.setSpacing(round(theme.px(6)))
        self._deeds.setSpacing(round(theme.px(6)))
        self._files_row.setSpacing(round(theme.px(6)))
        self._about.setMinimumHeight(round(_ABOUT_LINES * theme.line_height("small")))
