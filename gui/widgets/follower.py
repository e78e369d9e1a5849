"""Decorations that lie around a control, outside its own box: the focus ring and the halo of a cued handle.

They belong to the window (or to the scrolled area the control lies in), so that a control can fill its box exactly and
still wear a ring 3 px outside it. They take no mouse, no focus, and follow their control wherever a layout puts it.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, disc, rounded

PULSES = 3
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ShowToParent,
    QEvent.Type.HideToParent,
}


def host_of(widget: QWidget) -> QWidget:
    """What may carry a decoration of `widget`: the content of the nearest scroll area, else the window."""
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return child
        child, parent = parent, parent.parentWidget()
    return child


class Follower(QWidget):
    """Lies over a part of another widget, some pixels larger on every side."""

    def __init__(self, themes: ThemeHolder, host: QWidget) -> None:
        super().__init__(host)
        self._themes = themes
        self._target: QWidget | None = None
        self._part = QRectF()
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def reach(self) -> float:
        """How far the decoration goes beyond the part it follows."""
        return 8.0

    def follow(self, target: QWidget, part: QRectF) -> None:
        """Lie around `part` of `target` from now on."""
        if target is not self._target:
            self.release()
            self._target = target
            step: QWidget | None = target
            while step is not None and step is not self.parentWidget():
                step.installEventFilter(self)
                self._watched.append(step)
                step = step.parentWidget()
        self._part = QRectF(part)
        self._place()

    def release(self) -> None:
        """Follow nothing, show nothing."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the target or anything around it moves."""
        if event.type() in _MOVES and self._target is not None:
            self._place()
        return False

    def _place(self) -> None:
        target, host = self._target, self.parentWidget()
        if target is None or host is None or not target.isVisibleTo(host):
            self.hide()
            return
        corner = target.mapTo(host, QPointF(self._part.topLeft()))
        reach = self.reach()
        area = QRectF(corner, self._part.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(area.toAlignedRect())
        self.raise_()
        self.show()
        self.update()

    def inner(self) -> QRectF:
        """The part that is followed, in this widget's own coordinates."""
        target, host = self._target, self.parentWidget()
        if target is None or host is None:
            return QRectF()
        corner = target.mapTo(host, QPointF(self._part.topLeft())) - QPointF(self.pos())
        return QRectF(corner, self._part.size())


class FocusRing(Follower):
    """Two pixels in `you`, three pixels outside the control that has the focus.

    A control as wide as the area it scrolls in has the ring's sides on its own edges: outside they would be cut.
    """

    radius = 8.0

    @classmethod
    def around(cls, themes: ThemeHolder, target: QWidget, part: QRectF, radius: float) -> "FocusRing":
        """The ring of the host of `target`, made when first needed, laid around `part`."""
        host = host_of(target)
        ring = host.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) or cls(themes, host)
        ring.radius = radius
        ring.follow(target, part)
        return ring

    def reach(self) -> float:
        """Gap and ring."""
        return 3.0 + self._themes.current.stroke("focus")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring alone; what is inside stays the control's."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            reach = self.reach()
            rect = self.inner().adjusted(-reach, -reach, reach, reach)
            host = self.parentWidget()
            if host is not None:
                rect.setLeft(max(rect.left(), -float(self.x())))
                rect.setRight(min(rect.right(), float(host.width() - self.x())))
            rounded(painter, rect, self.radius + reach, None, theme.color("you"), theme.stroke("focus"))


class Halo(Follower):
    """The light around the one handle to grab next: three pulses, then still."""

    def __init__(self, themes: ThemeHolder, host: QWidget) -> None:
        super().__init__(themes, host)
        self._pulse = QVariantAnimation(self)
        self._pulse.setStartValue(0.0)
        self._pulse.setEndValue(1.0)
        self._pulse.setLoopCount(PULSES)
        self._pulse.valueChanged.connect(lambda _: self.update())

    def reach(self) -> float:
        """Room for the widest pulse."""
        return self._themes.current.px(14.0)

    def pulse(self) -> None:
        """Three waves outwards; none where motion is reduced."""
        period = self._themes.current.motion("cue_period")
        self._pulse.stop()
        if period > 0:
            self._pulse.setDuration(period)
            self._pulse.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two still rings of light, and the wave that runs outwards."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            inner = self.inner()
            centre, radius = inner.center(), inner.width() / 2
            for grow, alpha in ((5.0, 0.11), (2.5, 0.16)):
                _annulus(painter, centre, radius, radius + theme.px(grow), theme.color("cue", alpha))
            if self._pulse.state() == QVariantAnimation.State.Running:
                wave = float(self._pulse.currentValue())
                edge = radius + theme.px(12.0) * wave
                disc(painter, centre, edge, None, theme.color("cue", 0.5 * (1.0 - wave)), theme.px(1.5))


def _annulus(painter: QPainter, centre: QPointF, inner: float, outer: float, color: object) -> None:
    """A flat ring between two radii."""
    middle, width = (inner + outer) / 2, outer - inner
    disc(painter, centre, middle, None, color, width)  # type: ignore[arg-type]
