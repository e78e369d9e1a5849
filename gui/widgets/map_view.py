"""Which part of the plane a map shows, and when it asks for the heights of it.

After every change of size or zoom, at most once a frame, `view_changed(rect, width, height)` asks for the field of
`rect`, whose picture measures so many logical pixels. Nothing is painted here: `map_picture` does.
"""

from PySide6.QtCore import QElapsedTimer, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Rect
from gui.widgets.map_frame import frame_for
from gui.widgets.viewport import Viewport, resized, whole, within_reach

_FRAME_MS = 16
_UNIT: Rect = (0.0, 1.0, 0.0, 1.0)


class MapView(QWidget):
    """A widget with a viewport that fits into it."""

    view_changed = Signal(tuple, int, int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._domain: Rect | None = None
        self._view = whole(_UNIT, 0.0, 0.0, 1.0, 1.0)
        self._is_whole = True
        self._reported: tuple[Rect, int, int] | None = None
        self._since_report = QElapsedTimer()
        self._report_timer = QTimer(self)
        self._report_timer.setSingleShot(True)
        self._report_timer.timeout.connect(self._report_view)

    def set_domain(self, rect: Rect) -> None:
        """The landscape proper; shows the whole of it when it is another one than before."""
        if rect != self._domain:
            self._domain = rect
            self._is_whole = True
            self._lay_out()

    def reset_view(self) -> None:
        """Show the whole domain."""
        self._is_whole = True
        self._lay_out()

    @property
    def view(self) -> Viewport:
        """What is shown, and where."""
        return self._view

    def sizeHint(self) -> QSize:
        """A landscape format."""
        return QSize(round(self._themes.current.px(560)), round(self._themes.current.px(360)))

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(150)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Fit the picture into the widget: the whole domain again, or the same place at the same scale."""
        frame = frame_for(self._themes.current, self.width(), self.height())
        place = (frame.left, frame.top, frame.width, frame.height)
        if self._is_whole:
            self._show(whole(self._domain or _UNIT, *place))
        else:
            self._show(resized(self._view, *place))

    def _show(self, view: Viewport) -> None:
        if view == self._view and self._reported is not None:
            return
        self._view = view
        self._forget_still()
        if self._domain is not None and not self._report_timer.isActive():
            waited = self._since_report.elapsed() if self._since_report.isValid() else _FRAME_MS
            self._report_timer.start(max(0, _FRAME_MS - int(waited)))

    def _report_view(self) -> None:
        report = (self._view.plane, round(self._view.width), round(self._view.height))
        if report != self._reported:
            self._reported = report
            self._since_report.start()
            self.view_changed.emit(*report)

    def _zoom(self, factor: float, x: float, y: float) -> None:
        self._look_at(self._view.zoomed(factor, x, y))

    def _look_at(self, view: Viewport) -> None:
        """Show another part of the plane, unless it is too far away or too near."""
        if self._domain is not None and within_reach(view, self._domain):
            self._is_whole = False
            self._show(view)
            self._live_changed()

    def _forget_still(self) -> None:
        """Paint the ground anew: whoever paints knows."""
        self.update()

    def _live_changed(self) -> None:
        """Paint what lies on the ground anew."""
        self.update()
