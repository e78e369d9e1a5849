"""The card of an event: when, who, what and why, its picture, where article and sources differ, and ways on.

It floats: its shadow lies inside the widget. The signs at the top and the one violet button at the foot stay in sight;
what stands between them scrolls where the card is high. Nothing in it opens anything by itself: what is pressed is told
by a signal.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Divider
from gui.widgets.event_card_flow import Flow
from gui.widgets.event_card_parts import CorrectionRow, LaneChip, LinkChip, ReferenceRow, TrustChip
from gui.widgets.event_card_rows import Links, Pool, sided
from gui.widgets.event_figure import EventFigure
from gui.widgets.prose_text import ProseText
from gui.widgets.scrolled import scrolled
from gui.widgets.shapes import begin, rounded, shadow
from gui.widgets.words import Label, tell
from sim.phrases import phrase
from sim.timeline import CONFIDENCE, Event, Timeline

SHADOW = 10.0
PADDING = 20.0


class EventCard(QWidget):
    """Shows one event at a time; hidden until there is one."""

    closed = Signal()
    try_asked = Signal(object)
    lesson_asked = Signal(str)
    event_asked = Signal(str)
    link_followed = Signal(str)

    def __init__(
        self,
        themes: ThemeHolder,
        timeline: Timeline,
        panels: Collection[str],
        lesson_titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._timeline = timeline
        self._panels = frozenset(panels)
        self._lesson_titles = dict(lesson_titles)
        self._event: Event | None = None
        self._make_head()
        self._content = QWidget()
        self._body = QVBoxLayout(self._content)
        self._make_words()
        self._make_ways()
        self._area = scrolled(themes, self._content)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._area, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._try_first)
        self._column.addLayout(self._foot)
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _make_head(self) -> None:
        self._lane = LaneChip(self._themes, self)
        self._trust = TrustChip(self._themes, self)
        self._close = IconButton(self._themes, "close", "Close the card", "The timeline takes its place.", self)
        self._close.clicked.connect(self.closed)
        self._signs, self._head = Flow(), QHBoxLayout()
        for part in (self._lane, self._trust):
            self._signs.addWidget(part)
        self._head.addLayout(self._signs, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _make_words(self) -> None:
        themes, content = self._themes, self._content
        self._when = Label(themes, "", "section", "soft", wrap=True, parent=content)
        self._title = Label(themes, "", "question", "ink", wrap=True, parent=content)
        self._people = Label(themes, "", "body", "soft", wrap=True, parent=content)
        self._figure = EventFigure(themes, content)
        self._text = ProseText(themes, content)
        self._text.set_role("prose")
        self._text.link_followed.connect(self.link_followed)
        self._doubt = Label(themes, "", "small", "warn", wrap=True, parent=content)
        for part in (self._when, self._title, self._people, self._figure, self._text, self._doubt):
            self._body.addWidget(part)
        self._differences, self._sources = QVBoxLayout(), QVBoxLayout()
        self._corrections = Pool(lambda: CorrectionRow(themes, content), self._differences)
        self._references = Pool(self._new_reference, self._sources)
        self._body.addLayout(self._differences)
        self._body.addLayout(self._sources)

    def _make_ways(self) -> None:
        themes, content = self._themes, self._content
        self._rule = Divider(themes, content)
        self._before = Links(themes, "Builds on", content)
        self._after = Links(themes, "Leads to", content)
        self._lessons, self._tries = Links(themes, "", content), Links(themes, "", content)
        for part in (self._rule, self._before, self._after, self._tries, self._lessons):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._before_chips = Pool(lambda: self._new_chip(self._before), self._before.flow)
        self._after_chips = Pool(lambda: self._new_chip(self._after), self._after.flow)
        self._lesson_buttons = Pool(lambda: self._new_button(self._lessons, "book"), self._lessons.flow)
        self._try_buttons = Pool(lambda: self._new_button(self._tries, "playtri"), self._tries.flow)
        self._try_first = Button(themes, "", "primary", self, "playtri")
        self._try_first.clicked.connect(lambda: self._ask_to_try(0))

    def _new_reference(self) -> ReferenceRow:
        row = ReferenceRow(self._themes, self._content)
        row.followed.connect(self.link_followed)
        return row

    def _new_chip(self, links: Links) -> LinkChip:
        chip = LinkChip(self._themes, links)
        chip.clicked.connect(lambda: self.event_asked.emit(str(chip.property("event"))))
        return chip

    def _new_button(self, links: Links, icon: str) -> Button:
        button = Button(self._themes, "", parent=links, icon=icon, small=True)
        if links is self._lessons:
            button.clicked.connect(lambda: self.lesson_asked.emit(str(button.property("lesson"))))
        else:
            button.clicked.connect(lambda: self._ask_to_try(int(button.property("place"))))
        return button

    # What others set ------------------------------------------------------------------------------------------------

    @property
    def event_id(self) -> str:
        """The event that is shown, or ""."""
        return self._event.id if self._event else ""

    def set_lesson_titles(self, titles: Mapping[str, str]) -> None:
        """The lessons that there are; others are not named on a card."""
        if dict(titles) != self._lesson_titles:
            self._lesson_titles = dict(titles)
            if self._event is not None:
                self._lead(self._event)

    def show_event(self, event: Event) -> None:
        """Show this event, from its top."""
        if event == self._event:
            self.show()
            return
        self._event = event
        self._say(event)
        self._differ(event)
        self._lead(event)
        tell(self, event.title, event.when_words)
        self.setToolTip("")
        self._area.verticalScrollBar().setValue(0)
        self.show()
        self.updateGeometry()

    def _say(self, event: Event) -> None:
        self._lane.set_lane(event.lane)
        self._trust.set_confidence(event.confidence, event.doubt)
        self._when.setText(event.when_words)
        self._title.setText(event.title)
        self._people.setText(", ".join(event.people))
        self._people.setVisible(bool(event.people))
        self._figure.set_event(event.id)
        self._text.set_markdown(event.text)
        self._doubt.setText(phrase("{about} {doubt}", about=CONFIDENCE[event.confidence], doubt=event.doubt))
        self._doubt.setVisible(bool(event.doubt))

    def _differ(self, event: Event) -> None:
        for row, correction in zip(self._corrections.take(len(event.corrections)), event.corrections, strict=True):
            row.set_correction(correction)
        for reference, source in zip(self._references.take(len(event.sources)), event.sources, strict=True):
            reference.set_source(source)

    def _lead(self, event: Event) -> None:
        for links, pool, ids in (
            (self._before, self._before_chips, event.builds_on), (self._after, self._after_chips, event.leads_to),
        ):  # fmt: skip
            links.setVisible(bool(ids))
            for chip, id in zip(pool.take(len(ids)), ids, strict=True):
                chip.setProperty("event", id)
                chip.set_event(self._timeline.event(id))
        lessons = [lesson for lesson in event.lessons if lesson in self._lesson_titles]
        self._lessons.setVisible(bool(lessons))
        for button, lesson in zip(self._lesson_buttons.take(len(lessons)), lessons, strict=True):
            button.setProperty("lesson", lesson)
            button.set_words(self._lesson_titles[lesson], "Open this lesson.")
        tries = event.targets(self._panels)
        self._try_first.setVisible(bool(tries))
        self._tries.setVisible(len(tries) > 1)
        if tries:
            self._try_first.set_words(tries[0].words, "Opens the panel with these settings.")
        others = self._try_buttons.take(len(tries[1:]))
        for place, (button, target) in enumerate(zip(others, tries[1:], strict=True), 1):
            button.setProperty("place", place)
            button.set_words(target.words, "Opens the panel with these settings.")
        self._rule.setVisible(bool(event.builds_on or event.leads_to or lessons or len(tries) > 1))

        self._order()

    def _order(self) -> None:
        """Tab goes through the card as it is read, whenever its parts were made."""
        stops: list[QWidget] = [self._close, self._text, *(row.button for row in self._references.parts)]
        for pool in (self._before_chips, self._after_chips):
            stops += pool.parts
        stops += [*self._try_buttons.parts, *self._lesson_buttons.parts, self._try_first]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _ask_to_try(self, place: int) -> None:
        if self._event is not None:
            self.try_asked.emit(self._event.targets(self._panels)[place])

    # Looks ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; the arrows and the page keys move what is read."""
        bar = self._area.verticalScrollBar()
        moves = {
            Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(),
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in moves and bar.maximum() > 0:
            bar.setValue(bar.value() + moves[Qt.Key(event.key())])
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """As wide as the design says, as high as the event needs."""
        theme = self._themes.current
        wide = theme.size("event_card") + 2 * round(theme.px(SHADOW))
        return QSize(wide, self.needed_height(wide))

    def minimumSizeHint(self) -> QSize:
        """Signs, a few lines, the button."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(220)))

    def needed_height(self, width: int) -> int:
        """How high the card would be, this wide, without scrolling."""
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        inner = width - margins.left() - margins.right()
        foot = self._try_first.sizeHint().height() + gap if self._try_first.isVisibleTo(self) else 0
        head = self._head.heightForWidth(inner) + gap
        shown = self._area.verticalScrollBar().maximum() > 0
        body = self._body.heightForWidth(inner - (self._bar() if shown else 0))
        return margins.top() + head + body + foot + margins.bottom()

    def _bar(self) -> int:
        """The width of the bar that scrolls; it stands in the margin."""
        return self._area.verticalScrollBar().sizeHint().width()

    def _make_room(self) -> None:
        """The words keep their place whether the bar is there or not."""
        shown = self._area.verticalScrollBar().maximum() > 0
        below = round(self._themes.current.px(4))
        self._body.setContentsMargins(sided(self, 0, 0, 0 if shown else self._bar(), below))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet that floats."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            reach, radius = theme.px(SHADOW), float(theme.size("radius_card"))
            rect = QRectF(self.rect()).adjusted(reach, reach / 2, -reach, -reach)
            shadow(painter, rect, radius, theme.dark, reach)
            rounded(painter, rect, radius, theme.color("panel"), theme.color("line"), theme.stroke("hairline"))
            bar = self._area.verticalScrollBar()
            if bar.value() < bar.maximum():  # more below: a line says that the words go on
                edge, width = self._area.geometry(), theme.stroke("hairline")
                painter.fillRect(QRectF(rect.left(), edge.bottom() + 1, rect.width(), width), theme.color("line"))

    def _dress(self) -> None:
        theme = self._themes.current
        reach, pad = theme.px(SHADOW), theme.px(PADDING)
        side = round(reach + pad)
        bar = self._bar()
        top, bottom = round(reach / 2 + theme.px(12)), round(reach + pad)
        self._column.setContentsMargins(sided(self, side, top, side - bar, bottom))
        for row in (self._head, self._foot):
            row.setContentsMargins(sided(self, 0, 0, bar, 0))
        self._column.setSpacing(round(theme.px(8)))
        self._head.setSpacing(round(theme.px(8)))
        self._signs.setSpacing(round(theme.px(8)))
        self._make_room()
        self._body.setSpacing(round(theme.px(10)))
        for layout in (self._differences, self._sources):
            layout.setSpacing(round(theme.px(8)))
        self.updateGeometry()
        self.update()

