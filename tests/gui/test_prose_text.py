"""Markdown on screen: nothing is lost, nothing is loaded, formulas are drawn, links are followed by hand and by key."""

import builtins
import io
import socket
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QRegion, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.prose_text import ProseText
from gui.widgets.prose_text_page import ProsePage
from sim.prose import read_prose, words_of

STEP = "The step is **long**: $w \\leftarrow w - \\eta g$. [Why?](glossary:gradient) And [more](lesson:sgd)."
EVERYTHING = """# One

Two *three* $x^2$ `four`.

- five
  1. six

     seven

> eight [nine](https://a.org)

```toml
ten = 11
```

| a | b |
|---|---|
| twelve | $y$ |

---

![thirteen](missing.png)

$$\\frac{a}{b}$$

$\\frac{bad$ end"""


def picture(width: int = 8, height: int = 8) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def text(qtbot: QtBot, themes: ThemeHolder) -> ProseText:
    made = ProseText(themes)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def test_every_word_of_the_tree_stands_on_the_screen(text: ProseText) -> None:
    text.set_markdown(EVERYTHING)
    expected = words_of(read_prose(EVERYTHING).blocks).split()
    shown = text.plain_text().replace("$", "").replace("\ufffc", "").split()
    assert [word.strip() for word in shown] == expected


def colors_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_formula_is_drawn_in_the_ink_of_the_theme(
    text: ProseText, themes: ThemeHolder, name: str, scale: float
) -> None:
    themes.set(name=name, scale=scale)
    text.set_markdown("$\\blacksquare$")
    text.resize(60, 60)
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    text.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    assert themes.current.color("ink").name() in colors_of(image)


def test_a_formula_stands_on_the_line_of_the_words(text: ProseText) -> None:
    """The lowest ink of an x as a formula is that of an x as a word, within a pixel."""
    lowest = []
    for words in ("x h", "$x$ h"):
        text.set_markdown(words)
        image = text.grab().toImage()
        ground = image.pixelColor(image.width() - 1, image.height() - 1)
        rows = [y for y in range(image.height()) for x in range(7) if image.pixelColor(x, y) != ground]
        lowest.append(max(rows))
    assert abs(lowest[0] - lowest[1]) <= 1


def test_a_bad_formula_shows_its_source(text: ProseText) -> None:
    text.set_markdown("so $\\frac{$ it is")
    assert text.plain_text() == "so \\frac{ it is"


def test_a_formula_wider_than_the_column_is_drawn_smaller(text: ProseText) -> None:
    text.resize(120, 400)
    text.set_markdown("$$" + " + ".join(f"x_{{{k}}}" for k in range(20)) + "$$")
    assert text.document().size().width() <= text.viewport().width() + 1


def test_the_height_follows_the_width(text: ProseText) -> None:
    text.set_markdown("word " * 100)
    assert text.heightForWidth(200) > 1.8 * text.heightForWidth(420)
    assert text.verticalScrollBar().maximum() == 0 or text.height() < text.heightForWidth(text.width())


def test_a_layout_gives_it_the_height_it_needs(qtbot: QtBot, themes: ThemeHolder) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    long, short = ProseText(themes), ProseText(themes)
    column.addWidget(long)
    column.addWidget(short)
    column.addStretch(1)
    long.set_markdown("word " * 100)
    short.set_markdown("word")
    host.resize(300, 900)
    host.show()
    assert long.height() == long.heightForWidth(long.width())
    assert short.height() == short.heightForWidth(short.width())


def test_a_lesson_step_is_set_within_ten_milliseconds(text: ProseText) -> None:
    for _ in range(3):
        text.set_markdown(STEP)
        text.set_markdown("")
    start = time.process_time()
    for _ in range(10):
        text.set_markdown(STEP)
        text.set_markdown("")
    assert (time.process_time() - start) / 10 < 0.010


# Links ----------------------------------------------------------------------------------------------------------------


def followed(text: ProseText) -> list[str]:
    found: list[str] = []
    text.link_followed.connect(found.append)
    return found


def test_a_click_on_a_link_says_its_target(qtbot: QtBot, text: ProseText) -> None:
    text.set_markdown(STEP)
    found = followed(text)
    place = text.link_box(0).center().toPoint()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found == ["glossary:gradient"]


def test_a_click_beside_a_link_says_nothing(qtbot: QtBot, text: ProseText) -> None:
    text.set_markdown(STEP)
    found = followed(text)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert found == []


def test_the_keyboard_goes_through_the_links_and_follows(qtbot: QtBot, themes: ThemeHolder) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    texts = [ProseText(themes), ProseText(themes), ProseText(themes)]
    for text, words in zip(texts, (STEP, "no link", "[last](lesson:relu)"), strict=True):
        column.addWidget(text)
        text.set_markdown(words)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    found: list[str] = []
    for text in texts:
        text.link_followed.connect(found.append)
    texts[0].setFocus()
    for _ in range(3):
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(host.focusWidget(), Qt.Key.Key_Return)
    assert found == ["glossary:gradient", "lesson:sgd", "lesson:relu"]


def test_the_link_with_the_keyboard_wears_the_ring_and_tells_its_target(qtbot: QtBot, text: ProseText) -> None:
    text.set_markdown(STEP)
    text.activateWindow()
    qtbot.waitUntil(text.isActiveWindow)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert "glossary:gradient" in text.toolTip()
    ring, radius = text._focused_part()
    assert ring == text.link_box(0)
    assert radius > 0


def test_a_pointer_over_a_link_is_a_hand(qtbot: QtBot, text: ProseText) -> None:
    text.set_markdown(STEP)
    qtbot.mouseMove(text.viewport(), text.link_box(0).center().toPoint())
    assert text.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(text.viewport(), QPoint(2, 2))
    assert text.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_what_is_copied_is_plain_with_the_source_of_formulas(text: ProseText) -> None:
    text.set_markdown("a **b** $x^2$ [c](lesson:sgd)")
    text.selectAll()
    data = text.createMimeDataFromSelection()
    assert data.text() == "a b $x^2$ c"
    assert data.formats() == ["text/plain"]


# Harmlessness ---------------------------------------------------------------------------------------------------------

REFERENCES = (
    "../secret.png",
    "/tmp/secret.png",
    "file:///tmp/secret.png",
    "http://127.0.0.1:1/x.png",
    "https://example.org/x.png",
    "//host/share/x.png",
    "file://host/share/x.png",
    "C:/x.png",
    "\\\\host\\x.png",
    "data:image/png;base64,AAAA",
    "qrc:/x.png",
    ":/qt-project.org/styles/commonstyle/images/up-32.png",
    "%2e%2e/secret.png",
    "a.png?x=1",
    "missing.png",
    "a.svg",
    "l.png/../../secret.png",
    "~/secret.png",
    "ftp://host/x.png",
    "javascript:alert(1)",
    "image://x.png",
    "/dev/zero",
    "/proc/self/environ",
    "con.png:stream",
)
_watched: dict[str, list[str]] = {"files": [], "sockets": []}


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        _watched["files"].append(str(arguments[0]))
    elif event.startswith("socket."):
        _watched["sockets"].append(event)


sys.addaudithook(_note)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_reference_opens_no_file_and_no_socket(
    text: ProseText, reference: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text.set_markdown("warm $x$ ![w](w.png)", {"w.png": picture()})
    text.grab()

    def refuse(*arguments: object, **words: object) -> None:
        raise AssertionError(f"opened: {arguments}")

    asked: list[str] = []
    monkeypatch.setattr(ProseText, "loadResource", lambda self, kind, name: asked.append(str(name)))
    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    for found in _watched.values():
        found.clear()
    text.set_markdown(f"before ![words]({reference}) <img src='{reference}'> [link]({reference}) after", {"a.png": b""})
    text.grab()
    assert (_watched["files"], _watched["sockets"], asked) == ([], [], [])
    assert "words" in text.plain_text()
    assert "after" in text.plain_text()


def test_whatever_the_document_asks_for_is_refused(text: ProseText, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture())
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in (QUrl.fromLocalFile(str(secret)), QUrl(str(secret)), QUrl("qrc:/x")):
        assert text.loadResource(kind, name) is None


def test_a_picture_of_the_pack_is_shown_in_its_size(text: ProseText) -> None:
    text.set_markdown("![words](a.png)", {"a.png": picture(40, 30)})
    assert QColor("red").name() in colors_of(text.grab().toImage())
    assert text.plain_text() == "words"


@pytest.mark.parametrize("data", [b"", b"no picture", picture(5000, 5000), b"\x89PNG\r\n\x1a\n", b"<svg/>"])
def test_a_picture_that_is_none_shows_its_words(text: ProseText, data: bytes) -> None:
    text.set_markdown("![words](a.png)", {"a.png": data})
    assert text.toPlainText() == "words"


def test_ten_megabytes_are_one_sentence(text: ProseText) -> None:
    text.set_markdown("word " * 2_000_000)
    assert text.plain_text().startswith("This text is too long to be shown")


def test_letters_that_look_like_html_stay(text: ProseText) -> None:
    text.set_markdown('`<b>x</b>` <i>y</i> & [<u>z</u>](lesson:sgd "<b>hint</b>")')
    assert text.plain_text() == "<b>x</b> <i>y</i> & <u>z</u>"
    text._go(0)
    assert "<u>" not in text.toolTip()


# The page -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [500, 1000, 1900])
def test_lines_of_a_page_have_at_most_66_letters(qtbot: QtBot, themes: ThemeHolder, width: int) -> None:
    page = ProsePage(themes)
    qtbot.addWidget(page)
    page.set_markdown("the quick brown fox jumps over a lazy dog " * 40)
    page.resize(width, 400)
    page.show()
    lines = page.text.document().firstBlock().layout().lineCount()
    assert 41 * 40 / lines <= 68
    assert page.area.horizontalScrollBar().maximum() == 0


def test_a_page_scrolls_to_its_last_word(qtbot: QtBot, themes: ThemeHolder) -> None:
    page = ProsePage(themes)
    qtbot.addWidget(page)
    page.set_markdown("word " * 2000)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    assert page.text.height() >= page.text.heightForWidth(page.text.width())
    assert page.area.verticalScrollBar().maximum() >= page.text.height() - 300


def test_the_wheel_is_left_to_the_page_around_the_text(qtbot: QtBot, themes: ThemeHolder) -> None:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    page = ProsePage(themes)
    qtbot.addWidget(page)
    page.set_markdown("word " * 2000)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    place = QPointF(100, 100)
    event = QWheelEvent(
        place, page.mapToGlobal(place), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.text.viewport(), event)
    assert not event.isAccepted()  # so Qt hands it on to the area around
