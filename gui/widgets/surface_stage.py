"""What a surface shows and from where: its content, the camera, and the layers that are painted.

The picture of the ground is drawn at the pace of the hand while the surface turns, and finely once it has rested for a
moment (see `surface_picture`). Trails, markers and names lie above it (see `surface_marks`).

`SurfaceView` adds the hands: mouse, wheel and keys.
"""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.labels import Box
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_frame import caption_box, paint_caption
from gui.widgets.map_live import START
from gui.widgets.map_spots import NO_POINTS
from gui.widgets.paper import is_leaving, sharpness
from gui.widgets.shapes import begin
from gui.widgets.surface_camera import Camera, Fit, Projection
from gui.widgets.surface_content import SurfaceContent, path_of
from gui.widgets.surface_frame import hint_box, paint_axes, paint_hint, paint_nothing, paint_ring
from gui.widgets.surface_marks import Moment, SurfaceMarks
from gui.widgets.surface_picture import Fog, Rasteriser, Shot, SurfacePicture
from gui.widgets.surface_sheet import Sheet, sheet_of
from gui.widgets.surface_spots import Scene
from gui.widgets.ticks import signed
from gui.widgets.viewport import Viewport
from sim.phrases import phrase

REST_MS = 120
MOST_PIXELS = 6_000_000
"""A picture that rests takes at most about 40 ms."""
_FAR, _LEAST_FOG = 100.0, 1e-3
_UNIT: Rect = (0.0, 1.0, 0.0, 1.0)
_DESCRIPTION = (
    "Relief of the loss: low ground is good. Arrow keys turn it, plus and minus zoom, 0 looks from where one began."
)
HELP = "Drag to turn, wheel to zoom, double click to look from where one began."


class SurfaceStage(QWidget):
    """See the module's text."""

    camera_changed = Signal(float, float, float)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = SurfaceContent()
        self._picture = SurfacePicture()
        self._marks = SurfaceMarks()
        self._sheet: Sheet | None = None
        self._fit = Fit(NO_POINTS)
        self._camera = Camera()
        self._names = ("x", "y")
        self._caption = ("", "")
        self._is_turned = self._by_keys = False
        self._sharpness = 1.0
        self._grab: QPointF | None = None
        self._projection: Projection | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.update)
        self._set_up()
        themes.changed.connect(self._on_theme)

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("Loss landscape in space"))
        self.setAccessibleDescription(say(_DESCRIPTION))
        self.setToolTip(say(HELP))

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_rasteriser(self, rasteriser: Rasteriser | None) -> None:
        """What draws the ground (`sim.raster.rasterise`); None: frame and axes alone."""
        if rasteriser is not self._picture.rasteriser:
            self._picture.rasteriser = rasteriser
            self._picture.forget()
            self.update()

    def set_mesh(self, values: Array, rect: Rect, log_levels: bool = False, z_clip: float | None = None) -> None:
        """Losses (rows, columns), row 0 at the lowest y, from edge to edge of `rect`; NaN is a hole."""
        x0, x1, y0, y1 = (float(side) for side in rect)
        self._sheet = sheet_of(values, (x0, x1, y0, y1), log_levels, z_clip)
        self._fit = Fit(self._sheet.hull)
        self._ground_changed()

    def set_trails(self, trails: Mapping[str, Array]) -> None:
        """Paths (n, 3: x, y, loss) of the racers, drawn up to the cursor."""
        self._content.paths = {key: path_of(path) for key, path in trails.items()}
        self._content_changed()

    def set_ghosts(self, ghosts: Mapping[str, Array]) -> None:
        """Paths of the old future, dashed."""
        self._content.ghosts = {key: path_of(path) for key, path in ghosts.items()}
        self._content_changed()

    def set_cursor(self, step: int) -> None:
        """Show the same trails up to another step."""
        if step != self._content.cursor:
            self._content.cursor = max(0, int(step))
            self.update()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Names to write beside the racers."""
        self._content.titles = dict(titles)
        self.update()

    def set_shown(self, shown: Mapping[str, bool]) -> None:
        """Which racers are drawn; those not named are."""
        self._content.shown = dict(shown)
        self._content_changed()

    def set_selected(self, key: str | None) -> None:
        """The racer that is being steered: on top, with its name."""
        self._content.selected = key
        self._content_changed()

    def set_start(self, start: tuple[float, float] | None) -> None:
        """Where the race starts. Ignored while the learner holds the handle: the finger is right."""
        if self._grab is None:
            self._content.start = start
            self.update()

    def set_features(self, minima: Array, saddles: Array) -> None:
        """Points (n, 2) to mark as minima and saddles."""
        self._content.minima = np.asarray(minima, np.float64).reshape(-1, 2)
        self._content.saddles = np.asarray(saddles, np.float64).reshape(-1, 2)
        self._content_changed()

    def set_axis_names(self, x: str, y: str) -> None:
        """What stands beside the two front edges."""
        self._names = (x, y)
        self.update()

    def set_caption(self, title: str, subtitle: str = "") -> None:
        """The line in the upper left corner: a title and a formula."""
        self._caption = (title, subtitle)
        self.setAccessibleName(say(phrase("{title} in space", title=title) if title else "Loss landscape in space"))
        self._projection = None
        self.update()

    def set_fog(self, centre: tuple[float, float] | None, radius: float = 0.0) -> None:
        """Light a disc only, `radius` in the plane's own units; None: no fog."""
        self._content.fog = None if centre is None else (centre, float(radius))
        self._ground_changed()

    def set_pointer(self, point: tuple[float, float] | None) -> None:
        """What the other picture points at."""
        self._content.pointer = point
        self.update()

    def set_hand(self, path: Array | None) -> None:
        """The learner's own path (n, 3), violet."""
        self._content.hand = None if path is None else path_of(path)
        self._content_changed()

    def set_camera(self, azimuth: float, elevation: float, zoom: float = 1.0) -> None:
        """Look from elsewhere: degrees, and how many times nearer than whole."""
        home = Camera(self._camera.azimuth, self._camera.elevation, 1.0)
        camera = home.turned(azimuth - home.azimuth, elevation - home.elevation).zoomed(zoom)
        if camera != self._camera:
            self._camera = camera
            self._ground_changed()

    def marker_point(self, key: str) -> QPointF | None:
        """The pixel of a racer's marker (or of the start, "start"): an anchor for a bubble."""
        self._find()
        balls = [self._marks.start_ball] if key == START else self._marks.balls
        return next((QPointF(ball.x, ball.y) for ball in balls if ball is not None and ball.key == key), None)

    def forget_sides(self) -> None:
        """Place names as if nothing had been shown before, and draw finely at once."""
        self._marks.forget_sides()
        self._rest.stop()
        self._content_changed()

    @property
    def picture_size(self) -> int:
        """How many pixels the picture of the ground was drawn with."""
        return self._picture.size

    @property
    def camera(self) -> Camera:
        """From where one looks."""
        return self._camera

    def sizeHint(self) -> QSize:
        """A landscape format."""
        return QSize(round(self._themes.current.px(560)), round(self._themes.current.px(330)))

    def minimumSizeHint(self) -> QSize:
        """Still a picture."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(150)))

    def _find(self) -> None:
        """Say where things stand now, for what lies under the pointer."""
        scene = self._scene()
        if scene is not None:
            self._marks.place(self._content, scene)

    # Changes ---------------------------------------------------------------------------------------------------------

    def _on_theme(self) -> None:
        self._ground_changed()
        self.updateGeometry()

    def _ground_changed(self) -> None:
        self._projection = None
        self._rest.start()
        self.update()

    def _content_changed(self) -> None:
        self._content.version += 1
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        self._ground_changed()

    # Painting --------------------------------------------------------------------------------------------------------

    def _fog(self, sheet: Sheet) -> Fog | None:
        if self._content.fog is None:
            return None
        (x, y), radius = self._content.fog
        at = np.nan_to_num(sheet.to_box(np.array([[x, y]]))[0], nan=_FAR, posinf=_FAR, neginf=-_FAR).clip(-_FAR, _FAR)
        reach = radius / (sheet.rect[1] - sheet.rect[0]) * 2.0 * sheet.sides[0]
        return float(at[0]), float(at[1]), max(reach, _LEAST_FOG) if math.isfinite(reach) else _LEAST_FOG

    def _is_calm(self) -> bool:
        """Does the surface rest? One that is painted without being shown does: someone wants its picture."""
        return not (self._rest.isActive() and self.isVisible())

    def _shot(self, fog: Fog | None) -> Shot:
        fine, theme = self._is_calm(), self._themes.current
        pixels = self.devicePixelRatioF() if fine else 1.0
        many = self.width() * self.height() * 4.0 * pixels * pixels
        return Shot(self._camera, self.width(), self.height(), pixels, fine and many <= MOST_PIXELS, fine, theme, fog)

    def _scene(self) -> Scene | None:
        """What is seen now, with its picture; None while there is nothing to see."""
        sheet = self._sheet
        if sheet is None or sheet.is_empty:
            return None
        if self._projection is None:
            px = self._themes.current.px
            margins = (px(22.0), px(30.0 if any(self._caption) else 20.0), px(22.0), px(24.0))
            self._projection = self._fit.projection(self._camera, self.width(), self.height(), margins)
        fog = self._fog(sheet)
        self._picture.draw(sheet, self._projection, self._shot(fog))
        return Scene(sheet, self._projection, self._picture, fog)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, what lies on it, words, focus ring."""
        with QPainter(self) as painter:
            begin(painter)
            self._sharpness = sharpness(painter)
            scene = self._scene()
            self._paint(painter, self._themes.current, scene)
        if scene is not None and not self._picture.is_drawn and self._picture.rasteriser is not None:
            self._rest.start()  # it is not ready yet: ask again

    def _paint(self, painter: QPainter, theme: Theme, scene: Scene | None) -> None:
        if scene is not None and self._picture.is_drawn:
            painter.drawImage(0, 0, self._picture.image)
        else:
            painter.fillRect(self.rect(), theme.color("stage"))
        area, box = QRectF(self.rect()), self._caption_box()
        taken, hint = [box], None
        if scene is not None:
            taken += paint_axes(painter, theme, scene, self._camera, self._names, area, taken)
        elif self._sheet is not None:
            paint_nothing(painter, theme, area)
        if not (self._is_turned or is_leaving(self)):
            hint = hint_box(theme, area, self._picture, taken)
        if scene is not None and self._picture.is_drawn:
            self._paint_marks(painter, theme, scene, (*taken, hint) if hint else tuple(taken))
        paint_caption(painter, theme, box, *self._caption)
        if hint is not None:
            paint_hint(painter, theme, hint)
        if self.hasFocus() and self._by_keys:
            paint_ring(painter, theme, area)

    def _paint_marks(self, painter: QPainter, theme: Theme, scene: Scene, taken: tuple[Box, ...]) -> None:
        ground = (self._shot(scene.fog), id(scene.sheet), scene.sheet)
        canvas = Canvas(painter, self._view(), theme, self._sharpness)
        moment = Moment(ground, self._is_calm(), taken, self._held_text())
        self._marks.paint(canvas, self._content, scene, moment)

    def _view(self) -> Viewport:
        """The whole widget as a place to paint on."""
        return Viewport(_UNIT, 0.0, 0.0, float(max(1, self.width())), float(max(1, self.height())))

    def _caption_box(self) -> Box:
        return caption_box(self._themes.current, self._view(), *self._caption)

    def _held_text(self) -> str:
        """ "start", and its coordinates while it is being moved."""
        if self._grab is None or self._content.start is None or self._sheet is None:
            return START
        x0, x1, y0, y1 = self._sheet.rect
        digits = [min(9, max(0, math.ceil(math.log10(400.0 / (high - low))))) for low, high in ((x0, x1), (y0, y1))]
        x, y = self._content.start
        return f"{START} ({signed(f'{x:.{digits[0]}f}')}, {signed(f'{y:.{digits[1]}f}')})"
