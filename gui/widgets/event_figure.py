"""The picture of an event, where it has one: one idea at one glance, drawn from computed data and cited numbers.

Each family of figures has its file (`event_figure_units`, `event_figure_steps`, ...); what they draw on is
`event_figure_sheet`. A figure is drawn once per theme and size and kept.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.event_figure_back import BACK_FIGURES
from gui.widgets.event_figure_invented import INVENTED_FIGURES
from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_layers import LAYER_FIGURES
from gui.widgets.event_figure_machines import MACHINE_FIGURES
from gui.widgets.event_figure_margins import MARGIN_FIGURES
from gui.widgets.event_figure_memory import MEMORY_FIGURES
from gui.widgets.event_figure_mistakes import MISTAKE_FIGURES
from gui.widgets.event_figure_pictures import PICTURE_FIGURES
from gui.widgets.event_figure_rulers import RULER_FIGURES
from gui.widgets.event_figure_sheet import HIGH, WIDE, Sheet, Written
from gui.widgets.event_figure_steps import STEP_FIGURES
from gui.widgets.event_figure_units import UNIT_FIGURES
from gui.widgets.event_figure_world import WORLD_FIGURES
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import tell
from sim.phrases import phrase

LARGEST = 1.25  # how many times its natural size a figure grows where there is room
_RADIUS = 10.0

FIGURES: dict[str, Figure] = {
    **UNIT_FIGURES,
    **MISTAKE_FIGURES,
    **PICTURE_FIGURES,
    **MEMORY_FIGURES,
    **STEP_FIGURES,
    **LAYER_FIGURES,
    **WORLD_FIGURES,
    **MACHINE_FIGURES,
    **RULER_FIGURES,
    **MARGIN_FIGURES,
    **INVENTED_FIGURES,
    **BACK_FIGURES,
}


def paint_figure(painter: QPainter, theme: Theme, place: QRectF, event: str) -> list[Written]:
    """Draw the figure of an event into `place`, whose sides are as WIDE to HIGH; returns its labels."""
    painter.save()
    begin(painter)
    sheet = Sheet(painter, theme, place)
    FIGURES[event].paint(sheet)
    painter.restore()
    return sheet.written


class EventFigure(QWidget):
    """The figure in its box. It keeps its proportions and hides itself for an event that has none."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._event = ""
        self._kept: tuple[object, ...] = ()
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self._on_theme)

    @staticmethod
    def has_figure(event: str) -> bool:
        """Is there a picture of this event?"""
        return event in FIGURES

    @property
    def event_id(self) -> str:
        """The event that is shown, or ""."""
        return self._event

    def set_event(self, event: str) -> None:
        """Show the figure of an event."""
        self._event = event if event in FIGURES else ""
        self.setVisible(bool(self._event))
        figure = FIGURES.get(self._event)
        if figure is not None:
            tell(self, "Picture", phrase("{about} Numbers: {source}.", about=figure.about, source=figure.source))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its natural size."""
        theme = self._themes.current
        return QSize(round(theme.px(WIDE)), round(theme.px(HIGH)))

    def minimumSizeHint(self) -> QSize:
        """Half of it is the least at which it can be read at all."""
        return QSize(round(self._themes.current.px(WIDE / 2)), round(self._themes.current.px(HIGH / 2)))

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """In proportion, up to the largest size."""
        return round(min(width, LARGEST * self._themes.current.px(WIDE)) * HIGH / WIDE)

    def place(self) -> QRectF:
        """Where the sheet lies in the box: in the middle, in proportion."""
        wide = min(float(self.width()), self.height() * WIDE / HIGH)
        high = wide * HIGH / WIDE
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the figure as it was drawn for this theme and size."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            rounded(painter, QRectF(self.rect()), theme.px(_RADIUS), theme.color("sunk"))
            if self._event and not self.place().isEmpty():
                painter.drawPixmap(0, 0, self._drawn(theme))

    def _drawn(self, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self._event, theme, self.width(), self.height(), ratio)
        if key != self._kept:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                paint_figure(painter, theme, self.place(), self._event)
            self._kept, self._picture = key, picture
        return self._picture

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
