"""The head of the window: what is open and what it asks, the seed, the numeric core, theme and presentation.

Nothing in it is ever cut: what has no room is left away, the question first. Narrow windows get a menu button and the
panel's own tabs; a projector gets the question as a headline.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.logo import Logo
from gui.panels import Entry
from gui.shortcuts import Actions
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton
from gui.widgets.chip import Chip
from gui.widgets.shapes import text_width
from gui.widgets.words import Label, tell
from sim.phrases import phrase

if TYPE_CHECKING:
    from sim.mailbox import Frame, Status

THEME_ICONS = {"light": "sun", "dark": "moon", "contrast": "contrast"}


def core_words(status: Status) -> tuple[str, str]:
    """The chip of the numeric core: where it computes, and why there."""
    lanes = f" · {status.lanes}" if status.lanes else ""
    why = status.why or "Computes on the graphics card." if status.target == "cuda" else status.why
    return f"{status.target.upper()}{lanes}", why


def progress_words(status: Status) -> str:
    """What stands there while kernels are prepared, "" once they are."""
    return (
        phrase("Getting the engine ready {ready} of {total}", ready=status.ready, total=status.total)
        if status.ready < status.total
        else ""
    )


def draws_numbers(frame: Frame) -> bool:
    """Whether the run of a frame draws random numbers at all: a simulation that does has a seed among its settings."""
    return frame.config is not None and "seed" in frame.config.parameters


class Headline(Label):
    """A label whose type can change with the room there is."""

    def set_role(self, role: str) -> None:
        """Another role of type."""
        if role != self._role:
            self._role = role
            self._dress()

    def wide(self, words: str, role: str) -> int:
        """How wide `words` would be in `role`."""
        return math.ceil(text_width(words, self._themes.current.font(role))) + 2


class Header(QWidget):
    """One row over the panel."""

    def __init__(self, themes: ThemeHolder, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._entry: Entry | None = None
        self._asked = ""
        self._compact = False
        self._tabs: QWidget | None = None
        self._seed: int | None = None
        self._draws = False
        self._status: Status | None = None
        self.menu = IconButton(themes, "menu", "Menu", "Panels and everything else that can be done")
        self._logo = Logo(themes)
        self._title = Headline(themes, "", "title")
        self._question = Headline(themes, "", "body", "soft")
        self._progress = Chip(themes, "")
        self._seed_chip = Chip(themes, "")
        self._core = Chip(themes, "")
        self._theme = _button(themes, actions, "theme")
        self._presentation = _button(themes, actions, "presentation")
        self._presentation.setCheckable(True)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()

    def set_entry(self, entry: Entry, tabs: QWidget | None) -> None:
        """The panel that is open; `tabs` is what it wants in the middle while the window is compact."""
        if self._tabs is not None and self._tabs is not tabs:
            self._row.removeWidget(self._tabs)
            self._tabs.hide()
        if tabs is not None and tabs is not self._tabs:
            self._row.insertWidget(self._row.indexOf(self._middle) + 1, tabs)
        if entry is not self._entry:
            self._asked = entry.question
            if not entry.simulation:
                self._seed, self._status, self._draws = None, None, False
                self._progress.set_words("")
        self._entry, self._tabs = entry, tabs
        self._arrange()

    def set_compact(self, compact: bool) -> None:
        """The window became small, or large again."""
        self._compact = compact
        self._arrange()

    def show_frame(self, frame: Frame, question: str) -> None:
        """Seed and numeric core as the frame says, and what can be found out right now."""
        if (frame.seed, frame.status, question) == (self._seed, self._status, self._asked):
            return
        self._seed, self._status, self._asked = frame.seed, frame.status, question
        self._draws = draws_numbers(frame)
        self._seed_chip.set_words(
            phrase("seed {seed}", seed=frame.seed), "Every random number of this run comes from it."
        )
        if frame.status.target:
            self._core.set_words(*core_words(frame.status))
        self._progress.set_words(progress_words(frame.status), frame.status.doing)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        self._arrange()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._middle = QWidget(self)
        self._end = QWidget(self)
        for spring in (self._middle, self._end):
            spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        left = (self.menu, self._logo, self._title, self._question, self._middle, self._end)
        self._right = (self._progress, self._seed_chip, self._core, self._theme, self._presentation)
        for widget in (*left, *self._right):
            self._row.addWidget(widget, 1 if widget in (self._middle, self._end) else 0)
            widget.setVisible(widget in (self._middle, self._theme, self._presentation))
        for label in (self._title, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        """What is shown, by rank, as far as the width reaches."""
        if self._entry is None:
            return
        theme = self._themes.current
        presented = theme.presentation
        gap = self._row.spacing()
        tabs = self._tabs if self._compact and not presented else None
        always: list[QWidget] = [self.menu] * self._compact + [self._logo] * (presented and not self._compact)
        always += [self._presentation] * (presented or not self._compact) + [tabs] * (tabs is not None)  # type: ignore[list-item]
        always += [self._theme] * (not self._compact and not presented)
        room = self.width() - sum(widget.sizeHint().width() + gap for widget in always) - 2 * gap
        room -= self._set_title(room) + gap
        shown = set(always)
        for widget in self._by_rank():
            wide = widget.sizeHint().width() + gap
            if wide <= room:
                room -= wide
                shown.add(widget)
        for widget in (self._logo, self._question, *self._right, self.menu, *([self._tabs] if self._tabs else [])):
            widget.setVisible(widget in shown)
        self._end.setVisible(tabs is not None)
        self._title.setVisible(bool(self._title.text()))

    def _by_rank(self) -> list[QWidget]:
        """What is shown where there is room, the most important first."""
        presented = self._themes.current.presentation
        busy: list[QWidget] = [self._progress] if self._progress.words() else []
        if presented:
            return busy
        facts: list[QWidget] = [self._core, self._seed_chip] if self._draws else []
        return busy + facts + ([] if self._compact else [self._question])

    def _set_title(self, room: int) -> int:
        """The title, or in presentation the question as large as fits; returns its width."""
        entry = self._entry
        assert entry is not None
        self._question.setText(self._asked)
        forms = [(entry.title, "title"), (entry.title, "heading"), ("", "title")]
        if self._themes.current.presentation:
            forms = [(self._asked, "display"), (self._asked, "question"), *forms]
        for words, role in forms:
            wide = self._title.wide(words, role) if words else 0
            if wide <= room:
                break
        self._title.set_role(role)
        self._title.setText(words)
        self._title.setFixedWidth(wide)
        return wide

    def _dress(self) -> None:
        theme = self._themes.current
        icon = THEME_ICONS[theme.name]
        self._theme.set_icon(icon)
        self._presentation.setChecked(theme.presentation)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(round(theme.px(8)))
        self.setFixedHeight(theme.size("header"))
        self._arrange()


def _button(themes: ThemeHolder, actions: Actions, key: str) -> IconButton:
    deed = actions.deeds[key]
    button = IconButton(themes, deed.icon, deed.text, deed.about)
    tell(button, deed.text, deed.about, phrase("{text}  {keys}", text=deed.text, keys=deed.keys[0]))
    button.clicked.connect(actions[key].trigger)
    return button
