"""How many mistakes the perceptron rule has made, against the most it can make (Novikoff 1962): a bar of powers of ten.

Where a line separates the classes with a margin, the rule that starts from weights 0 makes at most (radius / margin)²
mistakes. It is a promise, not a forecast: most runs stay far below. Where no line separates there is no promise.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.confusion_face import grouped
from gui.widgets.learner_words import counted
from gui.widgets.shapes import LEFT, RIGHT, begin, rounded, stroke, text, text_width, wrapped
from gui.widgets.words import tell
from sim.numerals import write_significant
from sim.phrases import phrase

TITLE = "Mistakes and their bound"
ABOUT = "Where a line separates the classes, the perceptron rule makes at most (radius / margin)² mistakes."
LOOKING = "Looking for a line that separates the classes."
OUTSIDE = "the bound holds for a start from weights 0"
_BAR = 8.0
_TIGHT = 0.94


def end_of(mistakes: int, most: int) -> float:
    """A power of ten beyond both numbers, the end of a bar for them."""
    return 10.0 ** max(1, len(str(max(mistakes, most, 0))))


class BoundMeter(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._mistakes = 0
        self._bound: float | None = None
        self._sides = (0.0, 0.0)
        self._sentence = LOOKING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What others set -------------------------------------------------------------------------------------------------

    def set_bound(self, mistakes: int, bound: float | None, radius: float | None, margin: float | None) -> None:
        """Mistakes so far, the bound (radius / margin)² and what it is made of; no bound: a line is still looked for.

        A bound that is no finite number counts as none.
        """
        if bound is None or not math.isfinite(bound) or bound < 0.0:
            self._show(mistakes, None, (0.0, 0.0), LOOKING)
        else:
            self._show(mistakes, float(bound), (float(radius or 0.0), float(margin or 0.0)), "")

    # What it says ----------------------------------------------------------------------------------------------------

    @property
    def most(self) -> int | None:
        """The most mistakes that the bound allows, a whole number."""
        return None if self._bound is None else math.floor(self._bound * (1.0 + 1e-12))

    def count_words(self) -> str:
        """How many mistakes so far."""
        return counted(self._mistakes)

    def bound_words(self) -> tuple[str, ...]:
        """What the bound is made of, and shorter for narrow places; nothing without a bound."""
        if self.most is None:
            return ()
        if self._mistakes > self.most:
            return (OUTSIDE, "start from weights 0", "")
        short = phrase("at most {most}", most=grouped(self.most))
        radius, margin = (write_significant(side, 3) for side in self._sides)
        if not all(side > 0.0 for side in self._sides):
            return (short, "")
        return (
            phrase("{short} ≈ (radius {radius} / margin {margin})²", short=short, radius=radius, margin=margin),
            f"{short} ≈ ({radius} / {margin})²",
            short,
            "",
        )

    def sentence(self) -> str:
        """What stands in the place of a bound."""
        return self._sentence

    def bar(self) -> QRectF:
        """The track of the bar."""
        theme = self._themes.current
        top = theme.line_height("value") + theme.px(6.0)
        return QRectF(theme.px(2.0), top, max(10.0, self.width() - theme.px(4.0)), theme.px(_BAR))

    def end(self) -> float:
        """Where the bar ends."""
        return end_of(self._mistakes, self.most or 0)

    def x_of(self, count: float) -> float:
        """The pixel of a number of mistakes: logarithms, moved by one so that none has a place."""
        bar = self.bar()
        return bar.left() + bar.width() * math.log1p(count) / math.log1p(self.end())

    # Looks -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words above, the bar with its axis, or the sentence."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            high, font = theme.line_height("value"), theme.font("value")
            text(painter, QRectF(0, 0, self.width(), high), self.count_words(), font, theme.color("ink"), LEFT)
            left = text_width(self.count_words(), font) + theme.px(14.0)
            if self._bound is None:
                self._paint_sentence(painter, theme, high)
                return
            small = theme.font("small")
            words = self.bound_words()
            shown = next((form for form in words if text_width(form, small) <= self.width() - left), "")
            text(painter, QRectF(left, 0, self.width() - left, high), shown, small, theme.color("soft"), RIGHT)
            self._paint_bar(painter, theme)
            self._paint_axis(painter, theme)

    def _paint_sentence(self, painter: QPainter, theme: Theme, top: float) -> None:
        font, line = theme.font("small"), theme.line_height("small") * _TIGHT
        most = max(1, int((self.height() - top + theme.px(3.0)) / line))
        for words in wrapped(self._sentence, font, max(20.0, float(self.width())), most):
            text(painter, QRectF(0.0, top, 10.0, line), words, font, theme.color("soft"), LEFT)
            top += line

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        bar, most = self.bar(), self.most or 0
        half = bar.height() / 2
        rounded(painter, bar, half, theme.color("sunk"))
        if theme.name == "contrast":
            rounded(painter, bar, half, None, theme.color("rule"), theme.stroke("hairline"))
        for count, role in ((self._mistakes, "warn"), (min(self._mistakes, most), "ink")):
            if count:
                reach = max(bar.height(), self.x_of(count) - bar.left())
                rounded(painter, QRectF(bar.left(), bar.top(), reach, bar.height()), half, theme.color(role))
        x, more = self.x_of(most), theme.px(4.0)
        ends = (QPointF(x, bar.top() - more), QPointF(x, bar.bottom() + more))
        stroke(painter, *ends, theme.color("stage"), theme.px(4.8))
        stroke(painter, *ends, theme.color("ink"), theme.px(2.0))

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        """The bound in ink under its mark, powers of ten where they do not touch it."""
        bar = self.bar()
        taken: list[QRectF] = []
        top, high = bar.bottom() + theme.px(4.0), theme.line_height("caption")
        counts = [(float(self.most or 0), "cell", "ink"), (0.0, "caption", "faint"), (self.end(), "caption", "faint")]
        decades = round(math.log10(self.end()))
        counts += [(10.0**power, "caption", "faint") for power in range(decades)]
        for count, role, color in counts:
            words, font = grouped(round(count)), theme.font(role)
            wide = text_width(words, font)
            left = min(max(bar.left() - theme.px(2.0), self.x_of(count) - wide / 2), self.width() - wide)
            box = QRectF(left - theme.px(5.0), top, wide + theme.px(10.0), high)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                text(painter, QRectF(left, top, wide, high), words, font, theme.color(color), LEFT)

    def sizeHint(self) -> QSize:
        """A line of words, the bar, its axis."""
        theme = self._themes.current
        high = theme.line_height("value") + theme.px(14.0 + _BAR) + theme.line_height("caption")
        return QSize(round(theme.px(460)), math.ceil(high))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(round(self._themes.current.px(180)), self.sizeHint().height())

    # Words -----------------------------------------------------------------------------------------------------------

    def _show(self, mistakes: int, bound: float | None, sides: tuple[float, float], sentence: str) -> None:
        shown = (int(mistakes), bound, sides, sentence)
        if shown != (self._mistakes, self._bound, self._sides, self._sentence):
            self._mistakes, self._bound, self._sides, self._sentence = shown
            self._tell()
            self.update()

    def _tell(self) -> None:
        about = self._sentence or phrase("{bound_words}.", bound_words=self.bound_words()[0])
        tell(
            self,
            TITLE,
            phrase(
                "{count_words}. {about} {other_about}", count_words=self.count_words(), about=about, other_about=ABOUT
            ),
        )

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
