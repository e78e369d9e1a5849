"""A share of many runs as one big number, with what it may be in truth: the 95 % interval, in words and on a bar.

A share that is not exactly none or all is never rounded to it.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.shapes import LEFT, begin, elided, rounded, stroke, text, text_width
from gui.widgets.words import tell
from sim.phrases import capital, phrase

NONE_YET = "–"
NOTHING = "no twins yet"
_SPACE = "\u00a0"


def percent(solved: int, total: int) -> str:
    """The share in whole percent; "< 1 %" and "> 99 %" keep none and all for none and all."""
    if total <= 0:
        return NONE_YET
    whole = math.floor(100 * solved / total + 0.5)
    if solved and whole == 0:
        return f"<{_SPACE}1{_SPACE}%"
    if solved < total and whole == 100:
        return f">{_SPACE}99{_SPACE}%"
    return f"{whole}{_SPACE}%"


def interval_words(low: float, high: float) -> str:
    """The interval in whole percent: "64 to 73 % (95 %)"; one that is all but a point is not rounded to it."""
    first, last = math.floor(100 * low + 0.5), math.floor(100 * high + 0.5)
    if last == 0 < high:
        return phrase("less than 1{space}% (95{space}%)", space=_SPACE)
    if first == 100 and low < 1.0:
        return phrase("more than 99{space}% (95{space}%)", space=_SPACE)
    return phrase("{first} to {last}{space}% (95{space}%)", first=first, last=last, space=_SPACE)


class Score(QWidget):
    """The share of `solved` among `total`."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._solved = self._total = 0
        self._words = self._short = ""
        self._nothing = NOTHING
        self._interval = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    def set_share(
        self, solved: int, total: int, interval: tuple[float, float], words: str = "", short: str = ""
    ) -> None:
        """How many of how many, the 95 % interval of the share, and what they did ("solve it by epoch 600").

        short: the same for a narrow place ("by epoch 600").
        """
        told = (solved, total, words, short, interval)
        if told != (self._solved, self._total, self._words, self._short, self._interval):
            self._solved, self._total, self._words, self._short, self._interval = told
            self._tell()
            self.update()

    def set_nothing(self, words: str) -> None:
        """What stands there while there are none."""
        if words != self._nothing:
            self._nothing = words
            self._tell()
            self.update()

    @property
    def big(self) -> str:
        """The big number."""
        return percent(self._solved, self._total)

    @property
    def small(self) -> str:
        """What stands beside it: the interval, or that there is nothing yet."""
        return interval_words(*self._interval) if self._total else self._nothing

    def bar(self) -> QRectF:
        """The track of the bar."""
        theme, high = self._themes.current, self._themes.current.px(6)
        side = theme.px(4)
        return QRectF(side, self.height() - theme.px(5) - high, max(10.0, self.width() - 2 * side), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, words, bar."""
        with QPainter(self) as painter:
            begin(painter)
            theme, font = self._themes.current, self._themes.current.font("score")
            high = self._words_height()
            wide = max(text_width(self.big, font), text_width(f"00{_SPACE}%", font))
            text(painter, QRectF(0, 0, wide, high), self.big, font, theme.color("ink"), LEFT)
            left, line = wide + theme.px(10), theme.line_height("value")
            top, room = (high - 2 * line) / 2 + theme.px(1), self.width() - wide - theme.px(10)
            for words, (role, color) in zip(self.fitting(room), (("value", "ink"), ("small", "soft")), strict=True):
                shown = elided(words, theme.font(role), room)
                text(painter, QRectF(left, top, room, line), shown, theme.font(role), theme.color(color), LEFT)
                top += line
            self._paint_bar(painter)

    def fitting(self, room: float) -> tuple[str, str]:
        """Both lines beside the number, in their longest forms that fit into so many pixels."""
        theme = self._themes.current
        upper, lower = (self._words, self._short or self._words), (self.small, say(self.small).partition(" (")[0])
        pairs = ((upper, theme.font("value")), (lower, theme.font("small")))
        found = [next((form for form in forms if text_width(form, font) <= room), forms[-1]) for forms, font in pairs]
        return found[0], found[1]

    def _paint_bar(self, painter: QPainter) -> None:
        theme, track = self._themes.current, self.bar()
        rounded(painter, track, track.height() / 2, theme.color("sunk"))
        if not self._total:
            return
        if self._solved:
            reach = max(track.height(), track.width() * self._solved / self._total)
            bar = QRectF(track.left(), track.top(), reach, track.height())
            rounded(painter, bar, track.height() / 2, theme.color("ink"))
        for end in self._interval:
            x, more = track.left() + end * track.width(), theme.px(4)
            top, foot = QPointF(x, track.top() - more), QPointF(x, track.bottom() + more)
            stroke(painter, top, foot, theme.color("stage"), theme.px(4.4))
            stroke(painter, top, foot, theme.color("you"), theme.px(2))

    def _words_height(self) -> float:
        theme = self._themes.current
        return max(1.15 * theme.type_size("score"), 2 * theme.line_height("value"))

    def sizeHint(self) -> QSize:
        """The number, two lines beside it, the bar below."""
        theme = self._themes.current
        return QSize(round(theme.px(300)), round(self._words_height() + theme.px(20)))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(round(self._themes.current.px(150)), self.sizeHint().height())

    def _tell(self) -> None:
        about = phrase(
            "{solved} of {total} twins {words}: {big}, {small}.",
            solved=self._solved,
            total=self._total,
            words=self._words,
            big=self.big,
            small=self.small,
        )
        sense = "Violet marks: where the share of endlessly many twins lies, 19 times in 20."
        tell(
            self,
            "Share of twins",
            phrase("{about} {sense}", about=about, sense=sense)
            if self._total
            else phrase("{nothing}.", nothing=capital(self._nothing)),
        )

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
