"""A few numbers that say it all, large, each over its words."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.shapes import LEFT, begin, stroke, text, text_width
from gui.widgets.words import tell
from sim.phrases import joined, phrase


@dataclass(frozen=True)
class Figure:
    """A number, what it is, and the role of its colour. least: the widest number it may become, so that nothing moves.
    """

    number: str
    words: str
    role: str = "ink"
    least: str = ""


class FigureRow(QWidget):
    """They stand side by side, parted by hairlines; those at the end are left out where room is short."""

    def __init__(self, themes: ThemeHolder, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._name = name
        self._figures: tuple[Figure, ...] = ()
        self._about = ""
        self._most = 9
        self._role = "figure"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)

    def show_figures(self, figures: tuple[Figure, ...], about: str = "") -> None:
        """Other numbers; `about` is a sentence more, for tooltip and screen reader."""
        if (figures, about) == (self._figures, self._about):
            return
        wide = self.sizeHint().width()
        self._figures, self._about = figures, about
        said = joined([phrase("{words}: {number}.", words=one.words, number=one.number) for one in figures])
        tell(self, self._name, joined((said, about)))
        if self.sizeHint().width() != wide:
            self.updateGeometry()
        self.update()

    def set_most(self, most: int) -> None:
        """Only so many, from the first on."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is shown."""
        return self._figures

    def _widths(self) -> list[float]:
        theme = self._themes.current
        font, small = theme.font(self._role), theme.font("caption")
        return [
            max(text_width(one.number, font), text_width(one.least, font), text_width(one.words, small))
            for one in self._figures[: self._most]
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number over words."""
        with QPainter(self) as painter:
            begin(painter)
            theme, left = self._themes.current, 0.0
            font, small = theme.font(self._role), theme.font("caption")
            high, under = 1.2 * theme.type_size(self._role), theme.line_height("caption")
            for one, wide in zip(self._figures, self._widths(), strict=False):
                if left and left + wide > self.width() + 1:
                    break
                if left:
                    x = round(left - theme.px(12)) + 0.5
                    box = QRectF(x, theme.px(2), 0, high + under - theme.px(4))
                    stroke(painter, box.topLeft(), box.bottomLeft(), theme.color("line"), theme.stroke("hairline"))
                text(painter, QRectF(left, 0, wide, high), one.number, font, theme.color(one.role), LEFT)
                text(painter, QRectF(left, high, wide, under), one.words, small, theme.color("soft"), LEFT)
                left += wide + theme.px(24)

    def sizeHint(self) -> QSize:
        """All of them."""
        theme = self._themes.current
        wide = sum(self._widths()) + theme.px(24) * max(0, len(self._widths()) - 1)
        return QSize(round(wide + 1), round(1.2 * theme.type_size(self._role) + theme.line_height("caption")))

    def minimumSizeHint(self) -> QSize:
        """The first one stays."""
        widths = self._widths()
        return QSize(round(widths[0] + 1) if widths else 1, self.sizeHint().height())

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
