"""A lesson's page as a column beside the stage, or as a strip above it: head, what there is to read and do, the way on.

The head and the buttons stay; what lies between scrolls where it does not fit, and nothing is cut. The parts are made
once, filled from a page, and hidden where the page has nothing for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Card
from gui.widgets.focus import onward
from gui.widgets.lesson_after import AfterBox
from gui.widgets.lesson_end import EndList
from gui.widgets.lesson_guess import GuessBox
from gui.widgets.lesson_own import OwnBox
from gui.widgets.lesson_prose import LessonProse, Wrapped
from gui.widgets.lesson_signs import GoalList, HandLine, SegmentRow
from gui.widgets.scrolled import scrolled
from gui.widgets.words import Elided, tell
from sim.lesson_page import END, PREDICT, RECALL, SEEN, TRANSFER, TRY, Page
from sim.phrases import joined, phrase

STRIP_HEIGHT = 236.0
AWAY = "This step waits at: {panel}"
LESSON = "lesson:"


class LessonColumn(Card):
    """The whole page. Its signals are those of the card."""

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

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self._page: Page | None = None
        self._pictures: Mapping[str, bytes] = {}
        self.strip = self.in_sheet = False
        self.group = Elided(themes, "", "section", "soft", parent=self)
        self.close_button = IconButton(themes, "close", "Leave the lesson", "You can go on later where you are.", self)
        self.segments = SegmentRow(themes, self)
        self.title = Wrapped(themes, "question", "ink")
        self.text = LessonProse(themes)
        self.away = Wrapped(themes, "small", "soft")
        self.home = Button(themes, "Back to it", about="Show the panel of this step again.", small=True)
        self.guess = GuessBox(themes)
        self.hand = HandLine(themes)
        self.goals = GoalList(themes)
        self.hint = Wrapped(themes, "small", "ink")
        self.help = Button(themes, "A hint", "ghost", about="Show what helps next.", small=True)
        self.show_me = Button(themes, "Show me", about="The step is done for you, and noted as shown.", small=True)
        self.after = AfterBox(themes)
        self.own = OwnBox(themes)
        self.end = EndList(themes)
        self.leave = Button(themes, "Leave the lesson", "ghost", about="You can go on later where you are.", small=True)
        self.leave.hide()
        self.back = Button(themes, "Back", "ghost", about="Go to what was before.")
        self.again = IconButton(themes, "again", "Take this step again", "From its beginning; notes stay.")
        self.next = Button(themes, "Next", "primary")
        self._lay_out()
        self._connect()
        themes.changed.connect(self._restyle)
        self._restyle()

    # Content ----------------------------------------------------------------------------------------------------------

    def set_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The pictures of the lesson's pack, by the names that its texts use."""
        self._pictures = pictures

    def show_page(self, page: Page) -> None:
        """Fill the parts from a page."""
        if page == self._page:
            return
        before, self._page = self._page, page
        focus = QApplication.focusWidget()
        reason = onward(focus)
        has_keys = focus is not None and (focus is self or self.isAncestorOf(focus))
        name = phrase("Lesson {number}", number=page.entry) if page.entry else page.lesson
        self.group.set_words(phrase("{group} · {name}", group=page.group, name=name))
        tell(self, page.lesson, page.heading)
        self.setToolTip("")
        self.segments.set_states(page.segments)
        self._show_task(page)
        self._show_rest(page)
        self._show_ways(page)
        self._arrange()
        if before is None or (before.place, before.phase) != (page.place, page.phase):
            self._to_news(before, page)
            if has_keys:
                self.focus_first(reason)

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def set_strip(self, strip: bool) -> None:
        """Lie above the stage, or stand beside it."""
        if strip != self.strip:
            self.strip = strip
            self._place_ways()
            self._arrange()
            self._restyle()

    def set_in_sheet(self, in_sheet: bool) -> None:
        """In a sheet: as wide as that, without an edge; the cross is the sheet's, and words lead out of the lesson."""
        self.in_sheet = in_sheet
        self._edge = "" if in_sheet else "line"
        self.close_button.setVisible(not in_sheet)
        self.leave.setVisible(in_sheet)
        self._arrange()
        self._restyle()
        self.update()

    def focus_first(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to what is to be done now; where that is not on the card, to the card, and Tab goes on."""
        if self._page is None:
            return
        self.setFocus(reason)
        if self._page.phase == PREDICT:
            self.guess.focus_first(reason)
        elif self._page.phase in (RECALL, TRANSFER):
            self.own.focus_first(reason)
        elif self.next.isVisible() and self.next.isEnabled():
            self.next.setFocus(reason)

    def sizeHint(self) -> QSize:
        """A column of a fixed width, or a strip of a limited height."""
        theme = self._themes.current
        if not self.strip:
            return QSize(theme.size("lesson"), round(theme.px(400)))
        return QSize(round(theme.px(600)), round(theme.px(STRIP_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        theme = self._themes.current
        return QSize(theme.size("lesson") if not self.strip else 0, round(theme.px(160)))

    # Filling ----------------------------------------------------------------------------------------------------------

    def _show_task(self, page: Page) -> None:
        self.title.set_words(page.heading)
        self.text.show_text(page.text, self._pictures)
        self.away.set_words(phrase(AWAY, panel=page.away) if page.away else "")
        self.home.setVisible(bool(page.away))
        self.guess.show_page(page)
        self.hand.set_words(joined(page.instruction) if page.instruction else "")
        self.goals.set_goals(page.goals if page.phase == TRY else ())
        self.hint.set_words(page.hint)
        self.help.setVisible(page.can_hint)
        self.show_me.setVisible(page.show_me or page.playing)
        self.show_me.setEnabled(not page.playing)

    def _show_rest(self, page: Page) -> None:
        self.after.show_page(page, self._pictures)
        self.own.show_page(page)
        self.end.show_page(page)

    def _show_ways(self, page: Page) -> None:
        self.back.setEnabled(page.can_back)
        self.again.setVisible(page.can_repeat)
        follows = bool(page.next_lesson[0])
        self.next.setVisible(page.phase != END or follows)
        self.next.setEnabled(page.can_next or page.phase == END)
        if page.phase == END:
            self.next.set_words("Next lesson", page.next_lesson[1])
        elif page.phase == RECALL:
            self.next.set_words("Begin", "Go on without an answer.")
        elif page.can_next:
            self.next.set_words("Next", "Go on.")
        else:
            self.next.set_words("Next", "It opens with the goal." if page.phase == TRY else "It opens with a guess.")

    def _to_news(self, before: Page | None, page: Page) -> None:
        """A new page begins at its top; of a step that goes on, what is new comes into view."""
        bar = self._area.verticalScrollBar()
        if before is None or before.place != page.place:
            bar.setValue(0)
        elif page.phase in (TRY, SEEN):
            self._content.adjustSize()
            bar.setValue(bar.maximum() if page.phase == TRY else max(0, self.guess.y() - 8))

    # Layout -----------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._content = QWidget()
        self._flow = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._content)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._groups: list[QWidget] = []
        for parts in (
            (self.title, self.text, self.away, self.home),
            (self.guess,),
            (self.hand, self.hint, self.goals, self.help, self.show_me, self.after, self.own, self.end),
            (self.leave,),
        ):
            self._groups.append(self._grouped(parts))
        self._flow.addStretch(1)
        self._area = scrolled(self._themes, self._content)
        self._area.setParent(self)
        self.body.addLayout(self._head)
        self.body.addWidget(self._area, 1)
        self.body.addLayout(self._foot)
        self._place_ways()

    def _place_ways(self) -> None:
        """Head and buttons: above and below the page, or all in one row above it."""
        head, foot = self._head, self._foot
        for layout in (head, foot):
            while layout.count():
                layout.takeAt(0)
        head.addWidget(self.group, 1)
        if self.strip:
            head.addWidget(self.segments, 2)
            for button in (self.back, self.again, self.next):
                head.addWidget(button)
        head.addWidget(self.close_button)
        if not self.strip:
            self.body.insertWidget(1, self.segments)
            foot.addWidget(self.back)
            foot.addStretch(1)
            foot.addWidget(self.again)
            foot.addWidget(self.next)

    def _grouped(self, parts: tuple[QWidget, ...]) -> QWidget:
        group = QWidget(self._content)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            beside = part in (self.home, self.help, self.show_me, self.leave)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag(0))
        self._flow.addWidget(group, 1)
        return group

    def _arrange(self) -> None:
        """Groups without anything to show take no room."""
        way = QBoxLayout.Direction.LeftToRight if self.strip else QBoxLayout.Direction.TopToBottom
        self._flow.setDirection(way)
        for group in self._groups:
            parts = group.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            group.setVisible(any(not part.isHidden() for part in parts))
            self._flow.setStretchFactor(group, 1 if self.strip else 0)
            self._flow.setAlignment(group, Qt.AlignmentFlag.AlignTop if self.strip else Qt.AlignmentFlag(0))
        self._flow.setStretch(self._flow.count() - 1, 0 if self.strip else 1)

    def _connect(self) -> None:
        for name in ("guessed", "sure_said", "skipped"):
            getattr(self.guess, name).connect(getattr(self, name))
        self.own.said.connect(self.said)
        self.own.checked.connect(self.checked)
        for part in (self.end, self.after, self.text, self.guess):
            part.link_followed.connect(self.link_followed)
        for button, signal in (
            (self.help, self.hint_asked),
            (self.show_me, self.show_asked),
            (self.back, self.back_asked),
            (self.again, self.again_asked),
            (self.close_button, self.left),
            (self.leave, self.left),
            (self.home, self.home_asked),
        ):
            button.clicked.connect(partial(self._tell_of, signal.emit))
        self.next.clicked.connect(self._on_next)
        self.segments.chosen.connect(self.step_asked)

    def _tell_of(self, emit: object, _checked: bool = False) -> None:
        assert callable(emit)
        emit()

    def _on_next(self) -> None:
        if self._page is not None and self._page.phase == END:
            self.link_followed.emit(LESSON + self._page.next_lesson[0])
        else:
            self.next_asked.emit()

    def _restyle(self) -> None:
        theme = self._themes.current
        gap = round(theme.px(12))
        self._flow.setSpacing(round(theme.px(20)) if self.strip else gap)
        for group in self._groups:
            layout = group.layout()
            assert layout is not None
            layout.setSpacing(gap)
        self._foot.setSpacing(round(theme.px(4)))
        self._head.setSpacing(round(theme.px(8)))
        self.body.setSpacing(round(theme.px(6)))
        across, up = theme.size("card_padding"), round(theme.px(8))
        self.body.setContentsMargins(across, up, across - round(theme.px(6)), round(theme.px(12)))
        if self.strip or self.in_sheet:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        if self.in_sheet:
            self.body.setContentsMargins(0, 0, 0, 0)
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        elif self.strip:
            self.setFixedHeight(round(theme.px(STRIP_HEIGHT)))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setMaximumHeight(16_777_215)
            self.setMinimumHeight(0)
            self.setFixedWidth(theme.size("lesson"))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)


