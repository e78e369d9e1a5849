"""How far one straight line gets: a small bar with words.

The bar is the share that the best line found gets right; the words say whether a line that gets all of them right
exists. Where that has not been decided they say no more than the bar. Green, with a check mark, is a line that is there
and has all of them right; one that could be drawn "would be enough". More than two classes are told apart one by one,
each from the rest: there is no single line to speak of, only the share of the class that is hardest to tell.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.words import tell, tip
from sim.phrases import capital, phrase

TITLE = "Linear separability"
ABOUT = "The bar is the share of points that the best straight line found gets right."
ABOUT_MANY = "Each class is told from the rest by a line of its own: the bar is the share right of the hardest one."
_BAR, _LEAST, _LOW, _SIGN = 62.0, 20.0, 6.0, 15.0


@dataclass(frozen=True)
class Reading:
    """What is known of one picture.

    separable: does a line exist (None: not decided). accuracy: what share from 0 to 1 the best one found gets right.
    used: the output has found such a line. many: there are more than two classes.
    """

    separable: bool | None = None
    accuracy: float | None = None
    used: bool = True
    many: bool = False

    @property
    def share(self) -> float | None:
        """The accuracy, if it is a number; all of it where a line exists."""
        if self.separable:
            return 1.0
        usable = self.accuracy is not None and math.isfinite(self.accuracy)
        return min(max(float(self.accuracy), 0.0), 1.0) if usable and self.accuracy is not None else None

    @property
    def is_reached(self) -> bool:
        """Is there a line that has all of them right?"""
        return bool(self.separable) and self.used and not self.many

    @property
    def percent(self) -> str:
        """The share. One below all is never rounded up to 100 %."""
        share = self.share
        if share is None:
            return ""
        return f"{min(round(100 * share), 100 if share == 1.0 else 99)} %"


class SeparabilityMeter(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._reading = Reading()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    def set_reading(self, reading: Reading) -> None:
        """What is known."""
        if reading != self._reading:
            self._reading = reading
            self._tell()
            self.update()

    def words(self) -> str:
        """What the meter says."""
        return self.forms()[0]

    def forms(self) -> tuple[str, ...]:
        """What the meter says, ever shorter."""
        reading, percent = self._reading, self._reading.percent
        if reading.many:
            return (
                (
                    phrase("best separation: {percent}", percent=percent),
                    phrase("best: {percent}", percent=percent),
                    percent,
                )
                if percent
                else ("not measured yet",)
            )
        if reading.separable:
            used = ("one line is enough", "one line does it", "one line")
            return used if reading.used else ("one line would be enough", "one line would do", "would do")
        if not percent:
            return ("not measured yet" if reading.separable is None else "no line is enough",)
        if reading.separable is None:
            return phrase("best line: {percent}", percent=percent), percent
        return (
            phrase("no line is enough: {percent}", percent=percent),
            phrase("no line: {percent}", percent=percent),
            percent,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar, sign, words."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            low, reading = theme.px(_LOW), self._reading
            bar, words, left = self._places()
            rounded(painter, bar, low / 2.0, theme.color("line"))
            if reading.share:
                filled = QRectF(bar.left(), bar.top(), max(low, bar.width() * reading.share), low)
                rounded(painter, filled, low / 2.0, theme.color("good" if reading.is_reached else "ink"))
            if reading.is_reached:
                side = theme.px(_SIGN)
                place = QRectF(left, (self.height() - side) / 2.0, side, side)
                paint_icon(painter, "check", place, theme.color("good"))
                left += side + theme.px(3.0)
            room = QRectF(left, 0.0, self.width() - left, float(self.height()))
            text(painter, room, words, theme.font("small"), theme.color("ink"))

    def _places(self) -> tuple[QRectF, str, float]:
        """The bar, the words that fit beside it, and where they begin. A short bar makes room for whole words."""
        theme = self._themes.current
        font, low, gap = theme.font("small"), theme.px(_LOW), theme.px(7.0)
        sign = theme.px(_SIGN + 3.0) if self._reading.is_reached else 0.0
        forms, most = self.forms(), theme.px(_BAR)
        least = min(theme.px(_LEAST), self.width() * 0.4)
        rooms = [(form, self.width() - gap - sign - text_width(form, font)) for form in forms]
        words, room = next(((form, room) for form, room in rooms if room >= least), ("", least))
        if not words:
            words = elided(forms[-1], font, max(0.0, self.width() - least - gap - sign))
        long = min(most, max(room, least))
        return QRectF(0.0, (self.height() - low) / 2.0, long, low), words, long + gap

    def sizeHint(self) -> QSize:
        """A bar and about four words."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(max(theme.px(20), theme.line_height("small"))))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(round(self._themes.current.px(90)), self.sizeHint().height())

    def _tell(self) -> None:
        about = ABOUT_MANY if self._reading.many else ABOUT
        self.setAccessibleDescription(say(phrase("{value}. {about}", value=self.words(), about=about)))
        self.setToolTip(tip(capital(self.words()), about))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
