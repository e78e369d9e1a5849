"""The card of an event shows all of it, cuts nothing, says what is not sure, and only tells what was pressed."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton, Pressable
from gui.widgets.event_card import EventCard
from gui.widgets.event_card_flow import Flow
from gui.widgets.event_card_parts import TRUST, CorrectionRow, LaneChip, LinkChip, ReferenceRow, TrustChip
from gui.widgets.event_figure import EventFigure
from gui.widgets.prose_text import ProseText
from gui.widgets.shapes import text_width
from gui.widgets.words import Label
from sim.timeline import CONFIDENCE, LANES, Correction, Event, Source, TryIt
from sim.timeline_files import history_folder, read_timeline

TIMELINE = read_timeline(history_folder())
EVENTS = {event.id: event for event in TIMELINE.events}
PANELS = frozenset({"playground", "race"})
LESSONS = {"perceptron": "A line that learns", "winter": "Two winters", "sgd": "Steps and saddles"}

LONGEST = replace(
    EVENTS["zip-code-network"],
    id="longest",
    title="Sixty letters are the longest title that an event may carry",
    when_words="From the last days of May 1989 to 1998",
    people=tuple(f"A. Name-of-somebody-{k} and others" for k in range(8)),
    confidence="partly",
    doubt="Which of the two pages is right; " * 7,
    corrections=tuple(Correction("The article says it at length. " * 6, "The source differs. " * 15) for _ in range(3)),
    try_it=tuple(TryIt(f"Forty letters are a long caption {k}", "race") for k in range(3)),
    lessons=tuple(LESSONS),
)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The stage."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1300, 1300)
    made.show()
    return made


@pytest.fixture
def card(host: QWidget, themes: ThemeHolder) -> EventCard:
    """A card that knows two panels and three lessons."""
    return EventCard(themes, TIMELINE, PANELS, LESSONS, host)


def open_card(card: EventCard, event: Event, width: int = 0, height: int = 0) -> None:
    """Show an event at a size, or at the size it asks for."""
    card.show_event(event)
    asked = card.sizeHint()
    card.resize(width or asked.width(), height or asked.height())
    settle(card)


def settle(card: EventCard) -> None:
    """Lay out everything now."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        card.layout().activate()
        card._content.layout().activate()


def seen(card: EventCard, kind: type) -> list:
    """The parts of a kind that are not hidden."""
    return [part for part in card.findChildren(kind) if part.isVisibleTo(card)]


def words(card: EventCard) -> str:
    """All words that can be read, one after the other."""
    labels = [label.text() for label in seen(card, QLabel)]
    texts = [text.plain_text() for text in seen(card, ProseText)]
    pressed = [part.words() for part in (*seen(card, Button), *seen(card, LinkChip), *seen(card, TrustChip))]
    return "\n".join([*labels, *texts, *pressed])


def cut(card: EventCard) -> list[str]:
    """What does not have the room it needs."""
    found = []
    for label in seen(card, Label):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        longest = max((QFontMetrics(label.font()).horizontalAdvance(word) for word in label.text().split()), default=0)
        if label.height() < needed or (label.width() < longest and label.wordWrap()):
            found.append(label.text())
    for text in seen(card, ProseText):
        if text.height() < text.heightForWidth(text.width()):
            found.append(text.plain_text())
    for part in (*seen(card, LinkChip), *seen(card, LaneChip), *seen(card, TrustChip), *seen(card, Button)):
        if part.width() < part.sizeHint().width():
            found.append(part.words())
    return found


def overlapping(card: EventCard) -> list[tuple[str, str]]:
    """Parts of the content that lie on each other or outside."""
    parts = [part for part in card._content.children() if isinstance(part, QWidget) and part.isVisibleTo(card)]
    found = [(str(part), "outside") for part in parts if not card._content.rect().contains(part.geometry())]
    for index, one in enumerate(parts):
        found += [(str(one), str(two)) for two in parts[index + 1 :] if one.geometry().intersects(two.geometry())]
    return found


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_is_shown_whole(card: EventCard, event: str) -> None:
    open_card(card, EVENTS[event])
    shown = EVENTS[event]
    assert cut(card) == []
    assert overlapping(card) == []
    assert card._area.verticalScrollBar().maximum() == 0, "the height it asks for is enough"
    read = words(card)
    for part in (shown.title, shown.when_words, *shown.people, shown.doubt, *(source.text for source in shown.sources)):
        assert part in read
    for correction in shown.corrections:
        assert correction.article_says in read
        assert correction.source_says in read
    assert seen(card, LaneChip)[0].words() == LANES[shown.lane].title


@pytest.mark.parametrize("width, height", [(372, 1200), (372, 420), (560, 330), (620, 380)])
def test_the_longest_event_is_never_cut(card: EventCard, width: int, height: int) -> None:
    open_card(card, LONGEST, width, height)
    assert cut(card) == []
    assert overlapping(card) == []
    assert len(seen(card, CorrectionRow)) == 3
    assert not seen(card, EventFigure)


def test_on_a_projector_nothing_is_cut(card: EventCard, themes: ThemeHolder) -> None:
    themes.set(presentation=True)
    for event in (EVENTS["optimizer-animations"], EVENTS["zip-code-network"], LONGEST):
        open_card(card, event, height=900)
        assert cut(card) == []
        assert overlapping(card) == []


def test_twice_as_large_nothing_is_cut(card: EventCard, themes: ThemeHolder) -> None:
    themes.set(scale=2.0)
    open_card(card, EVENTS["zip-code-network"], height=760)
    assert cut(card) == []
    assert overlapping(card) == []


def test_the_words_stay_where_they_are_when_the_bar_comes(card: EventCard) -> None:
    open_card(card, EVENTS["heavy-ball"])
    before = card._title.width()
    open_card(card, EVENTS["heavy-ball"], height=420)
    assert card._area.verticalScrollBar().maximum() > 0
    assert card._title.width() == before


# How sure it is -------------------------------------------------------------------------------------------------------


def test_the_three_kinds_of_confidence_differ_in_words_and_sign() -> None:
    assert set(TRUST) == set(CONFIDENCE)
    for part in (0, 1):
        assert len({sign[part] for sign in TRUST.values()}) == 3


@pytest.mark.parametrize("confidence", ["partly", "unconfirmed"])
def test_what_is_not_sure_says_so_and_why(card: EventCard, confidence: str) -> None:
    open_card(card, replace(EVENTS["nesterov"], id="x", confidence=confidence, doubt="The year is a guess."))
    chip = seen(card, TrustChip)[0]
    assert chip.words() == TRUST[confidence][0]
    assert "The year is a guess." in chip.accessibleDescription()
    assert f"{CONFIDENCE[confidence]} The year is a guess." in words(card)


def test_what_is_confirmed_raises_no_doubt(card: EventCard) -> None:
    open_card(card, EVENTS["nesterov"])
    open_card(card, EVENTS["lstm"])
    assert seen(card, TrustChip)[0].words() == "confirmed"
    assert CONFIDENCE["partly"] not in words(card)


# What it tells --------------------------------------------------------------------------------------------------------


def test_a_source_opens_only_by_asking(card: EventCard, qtbot: QtBot) -> None:
    open_card(card, EVENTS["perceptron"])
    rows = seen(card, ReferenceRow)
    assert [bool(row.link) for row in rows] == [True, False]
    buttons = [button for button in seen(card, IconButton) if button.accessibleName() == "Open the source"]
    assert len(buttons) == 1
    with qtbot.waitSignal(card.link_followed, timeout=500) as told:
        buttons[0].click()
    assert told.args == ["https://doi.org/10.1037/h0042519"]


def test_only_confirmed_addresses_are_links(card: EventCard) -> None:
    for event in EVENTS.values():
        card.show_event(event)
        assert [row.link for row in seen(card, ReferenceRow)] == [source.link for source in event.sources]
        assert "http" not in words(card)


def test_a_pill_asks_for_its_event(card: EventCard) -> None:
    told: list[str] = []
    card.event_asked.connect(told.append)
    open_card(card, EVENTS["perceptron"])
    chips = {chip.words(): chip for chip in seen(card, LinkChip)}
    assert set(chips) == {f"{EVENTS[id].label} {EVENTS[id].year}"
                          for id in (*EVENTS["perceptron"].builds_on, *EVENTS["perceptron"].leads_to)}  # fmt: skip
    chips["Threshold unit 1943"].click()
    chips["Mark I 1960"].click()
    assert told == ["threshold-unit", "mark-one-perceptron"]


def test_only_lessons_that_exist_are_offered(card: EventCard) -> None:
    told: list[str] = []
    card.lesson_asked.connect(told.append)
    open_card(card, EVENTS["perceptrons-book"])
    offered = [button for button in seen(card, Button) if button.words() in LESSONS.values()]
    assert [button.words() for button in offered] == ["A line that learns", "Two winters"]
    offered[1].click()
    assert told == ["winter"]
    card.set_lesson_titles({"perceptron": "Another title"})
    assert "Another title" in words(card)
    assert "Two winters" not in words(card)


def test_one_thing_to_try_is_violet_and_the_others_are_not(card: EventCard) -> None:
    told: list[TryIt] = []
    card.try_asked.connect(told.append)
    event = EVENTS["optimizer-animations"]
    open_card(card, event)
    offered = {button.words(): button for button in seen(card, Button)}
    assert [words for words, button in offered.items() if button._kind == "primary"] == [event.try_it[0].words]
    for target in event.try_it:
        offered[target.words].click()
    assert told == list(event.try_it)


def test_panels_to_come_are_not_offered(card: EventCard) -> None:
    open_card(card, EVENTS["lstm"])
    assert [button for button in seen(card, Button) if button._kind == "primary"] == []
    open_card(card, EVENTS["backprop-nature"])
    assert "rhw" in [target.panel for target in EVENTS["backprop-nature"].try_it]
    assert "What did nobody tell it?" not in words(card)


# By hand and by key ---------------------------------------------------------------------------------------------------


def test_escape_and_the_cross_close(card: EventCard) -> None:
    told: list[int] = []
    card.closed.connect(lambda: told.append(1))
    open_card(card, EVENTS["lstm"])
    QTest.keyClick(card, Qt.Key.Key_Escape)
    next(button for button in seen(card, IconButton) if button.accessibleName() == "Close the card").click()
    assert len(told) == 2


def test_keys_scroll_a_low_card(card: EventCard) -> None:
    open_card(card, EVENTS["zip-code-network"], height=420)
    bar = card._area.verticalScrollBar()
    for key, moved in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageUp, -1)):
        before = bar.value()
        QTest.keyClick(card, key)
        assert (bar.value() - before) * moved > 0


def test_another_event_is_read_from_its_top(card: EventCard) -> None:
    open_card(card, EVENTS["zip-code-network"], height=420)
    card._area.verticalScrollBar().setValue(200)
    open_card(card, EVENTS["lstm"], height=420)
    assert card._area.verticalScrollBar().value() == 0


def test_tab_goes_through_everything_from_top_to_bottom(card: EventCard) -> None:
    open_card(card, EVENTS["lstm"])
    open_card(card, EVENTS["perceptron"])
    stops, part = [], card.nextInFocusChain()
    while part is not card and len(stops) < 200:
        if part.isVisibleTo(card) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and card.isAncestorOf(part):
            stops.append(part)
        part = part.nextInFocusChain()
    inside = [stop for stop in stops if card._content.isAncestorOf(stop)]
    tops = [stop.mapTo(card._content, QPoint(0, stop.height() // 2)).y() for stop in inside]
    assert len(inside) >= 6
    assert all(later >= earlier - 4 for earlier, later in pairwise(tops))
    assert stops[0].accessibleName() == "Close the card"
    assert stops[-1] is card._try_first


def test_everything_that_can_be_pressed_is_named_and_large_enough(card: EventCard, themes: ThemeHolder) -> None:
    open_card(card, LONGEST)
    for part in seen(card, Pressable):
        assert part.accessibleName()
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert part.height() >= themes.current.target


def test_the_card_tells_its_event(card: EventCard) -> None:
    open_card(card, EVENTS["lstm"])
    assert card.accessibleName() == EVENTS["lstm"].title
    assert card.event_id == "lstm"


def test_parts_are_made_once(card: EventCard) -> None:
    open_card(card, EVENTS["perceptron"])
    open_card(card, EVENTS["lstm"])
    before = len(card.findChildren(QWidget))
    for event in ("perceptron", "lstm", "perceptron"):
        open_card(card, EVENTS[event])
    assert len(card.findChildren(QWidget)) == before


def test_a_source_without_a_link_after_one_with_a_link_has_no_button(card: EventCard) -> None:
    open_card(card, EVENTS["lstm"])
    open_card(card, replace(EVENTS["lstm"], id="y", sources=(Source("A book, without an address"),)))
    assert [row.link for row in seen(card, ReferenceRow)] == [""]


# Rows that flow -------------------------------------------------------------------------------------------------------


def test_a_flow_begins_another_row_where_the_width_ends(qtbot: QtBot, themes: ThemeHolder) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(box)
    flow.setSpacing(4)
    buttons = [Button(themes, caption, parent=box, small=True) for caption in ("One", "Two", "Three", "Four")]
    for button in buttons:
        flow.addWidget(button)
    high, wide = buttons[0].sizeHint().height(), [button.sizeHint().width() for button in buttons]
    assert flow.heightForWidth(sum(wide) + 12) == high
    assert flow.heightForWidth(max(wide)) == 4 * high + 12
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(sum(wide) + 12, high)
    box.show()
    assert buttons[0].geometry().right() == box.width() - 1
    buttons[0].hide()
    assert flow.sizeHint().width() == sum(wide[1:]) + 8
    assert text_width("One", buttons[0]._font()) < wide[0]


def test_no_text_of_the_card_is_made_here() -> None:
    """Facts come from the files: the card's own words are its headings and hints."""
    source = Path("gui/widgets/event_card.py")
    if source.exists():
        assert not any(str(year) in source.read_text(encoding="utf-8") for year in range(1943, 2016))
