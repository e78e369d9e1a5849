"""A lesson beside the stage, in the form that the window has room for.

    column     252 pixels wide, left of the stage
    strip      the same, above the stage
    line       one line; the whole page opens as a sheet (`sheet_asked`)
    headline   the same on a projector, where the question itself stands over the picture

What the learner does comes out as signals; what is shown comes in as a page (`sim.lesson_page`).
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.focus import onward
from gui.widgets.lesson_column import LessonColumn
from gui.widgets.lesson_line import LessonLine
from sim.lesson_page import Page

COLUMN, STRIP, LINE, HEADLINE = "column", "strip", "line", "headline"
FORMS = (COLUMN, STRIP, LINE, HEADLINE)
SIGNALS = (
    "guessed", "sure_said", "skipped", "next_asked", "back_asked", "again_asked", "step_asked", "said", "checked",
    "hint_asked", "show_asked", "left", "home_asked", "link_followed",
)  # fmt: skip


class LessonCard(QWidget):
    """guessed: a number, the number of an option from 1, or the values of a curve. said: an answer in own words."""

    guessed = Signal(object)
    sure_said = Signal(bool)
    skipped = Signal()
    next_asked = Signal()
    back_asked = Signal()
    again_asked = Signal()
    step_asked = Signal(int)
    said = Signal(object)
    checked = Signal(int)
    hint_asked = Signal()
    show_asked = Signal()
    left = Signal()
    home_asked = Signal()
    link_followed = Signal(str)
    sheet_asked = Signal()
    form_changed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = COLUMN
        self.column = LessonColumn(themes, self)
        self.line = LessonLine(themes, self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.column)
        self._box.addWidget(self.line)
        self.line.hide()
        for name in SIGNALS:
            getattr(self.column, name).connect(getattr(self, name))
        self.line.opened.connect(self.sheet_asked)
        self.line.next_asked.connect(self.next_asked)
        self._arrange()

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self.column.page

    def show_page(self, page: Page) -> None:
        """Another page, or another state of it."""
        if page != self.column.page:
            self.column.show_page(page)
            self.line.show_page(page)

    def set_pictures(self, pictures: Mapping[str, bytes], folder: str = "") -> None:
        """The pictures of the lesson's pack; texts name them from `folder` on."""
        inside = {name.removeprefix(f"{folder}/"): data for name, data in pictures.items()}
        self.column.set_pictures({**pictures, **inside})

    def set_form(self, form: str) -> None:
        """column, strip, line or headline."""
        if form not in FORMS:
            raise ValueError(f"There is no form {form!r}; choose one of {', '.join(FORMS)}.")
        if form != self.form:
            self.form = form
            focus = QApplication.focusWidget()
            has_keys, reason = focus is not None and self.isAncestorOf(focus), onward(focus)
            self.form_changed.emit(form)
            self._arrange()
            if has_keys:
                self.focus_first(reason)

    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to what is to be done now."""
        if self.form in (LINE, HEADLINE):
            self.line.focus_first(reason)
        else:
            self.column.focus_first(reason)

    def take_back(self) -> None:
        """The column comes back out of the sheet."""
        if self.column.parentWidget() is not self:
            self.column.set_in_sheet(False)
            self._box.insertWidget(0, self.column)
        self._arrange()

    def _arrange(self) -> None:
        small = self.form in (LINE, HEADLINE)
        self.line.headline = self.form == HEADLINE
        self.line.setVisible(small)
        if self.column.parentWidget() is self:
            self.column.set_strip(self.form == STRIP)
            self.column.setVisible(not small)
        across = QSizePolicy.Policy.Fixed if self.form == COLUMN else QSizePolicy.Policy.Expanding
        up = QSizePolicy.Policy.Expanding if self.form == COLUMN else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, up)
        if self.column.page is not None:
            self.line.show_page(self.column.page)
