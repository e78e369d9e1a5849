"""What a landscape shows and its layers: the ground as a kept pixmap, everything else painted on it.

The ground is drawn anew when another picture comes, at most every `PATIENCE` milliseconds: while one sharpens, rows
come faster than eyes can follow. The ball moves with every frame.
"""

import math

from PySide6.QtCore import QPointF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets import landscape_view_face as face
from gui.widgets.contours import Array
from gui.widgets.landscape_view_face import Glance, Thread, thread_of
from gui.widgets.landscape_view_field import extent_of, field_of, shown_span
from gui.widgets.landscape_words import NAME, NOTHING, told_words
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Fog
from gui.widgets.map_fog import paint_fog
from gui.widgets.map_frame import frame_for, paint_axes, paint_border
from gui.widgets.map_ground import Features, Ground
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.shapes import CENTRE, begin, text
from gui.widgets.viewport import Viewport
from gui.widgets.words import tell
from sim.landscape_seen import USUAL_SPAN, LandscapeSeen

PATIENCE = 90
NOW = -1


class LandscapeStage(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._seen: LandscapeSeen | None = None
        self._role = "ink"
        self._fog: float | None = None
        self._glance: Glance | None = None
        self._span = USUAL_SPAN
        self._walked = NOW
        self._ground = Ground()
        self._drawn: Array | None = None
        self._extent = (math.nan, math.nan)
        self._still: QPixmap | None = None
        self._still_for: object = None
        self._ground_role = "panel"
        self._told: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PATIENCE)
        self._rest.timeout.connect(self._take_picture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, NAME, told_words(None))

    # What the owner says ---------------------------------------------------------------------------------------------

    def show_landscape(self, seen: LandscapeSeen | None) -> None:
        """Another moment; the ground follows when it may."""
        before, self._seen = self._seen, seen
        if seen is None or before is None or not self._waits_for(seen.span):
            self._span = USUAL_SPAN if seen is None else seen.span
        if seen is None or self._walked >= len(seen.path):
            self._walked = NOW
        if not self._rest.isActive():
            self._take_picture()
        self._tell()
        self.update()

    def set_role(self, role: str) -> None:
        """The colour of the run: ink for the first arm, you for the learner's."""
        if role != self._role:
            self._role = role
            self.update()

    def set_fog(self, radius: float | None) -> None:
        """Show only a disc about the ball, in units of the plane; None: clear weather."""
        if radius != self._fog:
            self._fog = radius
            self.update()

    def set_glance(self, glance: Glance | None) -> None:
        """The slope, and what a glance shows of it."""
        if glance != self._glance:
            self._glance = glance
            self.update()

    def set_ground_role(self, role: str) -> None:
        """The role of the colour around the picture."""
        self._ground_role = role
        self.update()

    @property
    def seen(self) -> LandscapeSeen | None:
        """What is shown."""
        return self._seen

    @property
    def span(self) -> float:
        """How far the picture reaches, as the hand wants it."""
        return self._span

    def _waits_for(self, span: float) -> bool:
        """Is another span than this on its way, as the hand asked?"""
        return False

    # Where things are ------------------------------------------------------------------------------------------------

    def view(self) -> Viewport:
        """What is shown, and where."""
        frame = frame_for(self._themes.current, float(self.width()), float(self.height()))
        plane = shown_span(self._span, frame.width, frame.height)
        return Viewport(plane, frame.left, frame.top, max(1.0, frame.width), max(1.0, frame.height))

    def canvas(self, painter: QPainter | None = None) -> Canvas:
        """Where the live layer is painted, or would be."""
        ratio = self.devicePixelRatioF() if painter is None else sharpness(painter)
        return Canvas(painter or QPainter(), self.view(), self._themes.current, ratio)

    def ball_thread(self, canvas: Canvas | None = None) -> Thread | None:
        """Where the network stands; None while nothing is known."""
        seen = self._seen
        return None if seen is None else thread_of(canvas or self.canvas(), seen.ball, seen.off, seen.lengths[0])

    def sizeHint(self) -> QSize:
        """A landscape format."""
        theme = self._themes.current
        return QSize(round(theme.px(560)), round(theme.px(330)))

    def minimumSizeHint(self) -> QSize:
        """Still a map."""
        theme = self._themes.current
        return QSize(round(theme.px(180)), round(theme.px(120)))

    # Changes ---------------------------------------------------------------------------------------------------------

    def _take_picture(self) -> None:
        """Lay the newest picture down as the ground."""
        seen = self._seen
        if seen is None or seen.picture is self._drawn:
            return
        self._drawn = seen.picture
        field = field_of(seen.picture, seen.span)
        frame = frame_for(self._themes.current, float(self.width()), float(self.height()))
        self._ground.set_field(field, shown_span(seen.span, frame.width, frame.height))
        self._extent = extent_of(seen.picture)
        self._still = None
        self._rest.start()
        self.update()

    def _tell(self) -> None:
        """Say it anew where the words differ, not sixty times a second."""
        seen = self._seen
        key = None if seen is None else (seen.plane_of_step, seen.resolution, seen.done >= 1.0, seen.directions)
        if key != self._told:
            self._told = key
            tell(self, NAME, told_words(seen))

    def _on_theme(self) -> None:
        self._ground.forget()
        self._still = None
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another part of the square is seen."""
        self._still = None
        self._drawn = None
        self._take_picture()

    # Painting --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, what lies on it, plates, border."""
        theme = self._themes.current
        with QPainter(self) as painter:
            begin(painter)
            canvas = self.canvas(painter)
            painter.fillRect(self.rect(), theme.color(self._ground_role))
            if self._seen is None:
                self._paint_nothing(canvas)
            else:
                self._paint_ground(canvas)
                painter.save()
                painter.setClipRect(canvas.picture)
                self._paint_live(canvas, self._seen)
                self._paint_plates(canvas, self._seen)
                painter.restore()
                if frame_for(theme, float(self.width()), float(self.height())).axes:
                    paint_axes(painter, theme, canvas.view, ("", ""))
            paint_border(painter, theme, canvas.view, self._ground_role)

    def _paint_nothing(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.painter.fillRect(canvas.picture, theme.color("fog"))
        text(canvas.painter, canvas.picture, NOTHING, theme.font("body"), theme.color("soft"), CENTRE)

    def _paint_ground(self, canvas: Canvas) -> None:
        key = (canvas.theme, canvas.view, canvas.ratio, id(self._drawn))
        if self._still is None or key != self._still_for or on_paper(canvas.painter):
            self._still = self._ground.layer(canvas.theme, canvas.view, Features(), canvas.ratio)
            self._still_for = key
        canvas.painter.drawPixmap(QPointF(canvas.view.left, canvas.view.top), self._still)

    def _paint_live(self, canvas: Canvas, seen: LandscapeSeen) -> None:
        face.paint_path(canvas, seen, self._role)
        thread = self.ball_thread(canvas)
        if self._fog is not None and thread is not None:
            paint_fog(canvas, Fog(seen.ball, self._fog))
        if thread is None:
            return
        if self._glance is not None:
            face.paint_glance(canvas, self._glance, thread.foot)
        face.paint_thread(canvas, thread, self._role)

    def _paint_plates(self, canvas: Canvas, seen: LandscapeSeen) -> None:
        thread = self.ball_thread(canvas)
        if canvas.is_roomy:
            face.paint_below(canvas, seen)
            face.paint_scale(canvas, *self._extent)
        if self._glance is not None and thread is not None and canvas.is_roomy:
            face.paint_glance_words(canvas, self._glance, thread.foot, (face.thread_box(canvas, seen, thread),))
        if self._walked != NOW:
            face.paint_walked(canvas, seen, self._walked, self._role)
        elif thread is not None and not canvas.is_bare:
            face.paint_thread_words(canvas, seen, thread, self._role)
