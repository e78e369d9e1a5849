"""What a surface shows and from where: its content, the camera, and the layers that are painted.

The picture of the ground is drawn at the pace of the hand while the surface turns, and finely once it has rested for a
moment (see `surface_picture`). Trails, markers and names lie above it (see `surface_marks`).

`SurfaceView` adds the hands: mouse, wheel and keys.
"""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.surface_camera import Camera, Projection, projection_of
from gui.widgets.surface_content import SurfaceContent, path_of
from gui.widgets.surface_picture import Fog, Rasteriser, Shot, SurfacePicture
from gui.widgets.surface_sheet import Sheet, sheet_of

REST_MS = 120
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
        self._sheet: Sheet | None = None
        self._camera = Camera()
        self._names = ("x", "y")
        self._caption = ("", "")
        self._is_turned = False
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
        self.setAccessibleName("Loss landscape in space")
        self.setAccessibleDescription(_DESCRIPTION)
        self.setToolTip(HELP)

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_rasteriser(self, rasteriser: Rasteriser | None) -> None:
        """What draws the ground (`sim.raster.rasterise`); None: frame and axes alone."""
        self._picture.rasteriser = rasteriser
        self._picture.forget()
        self.update()

    def set_mesh(self, values: Array, rect: Rect, log_levels: bool = False, z_clip: float | None = None) -> None:
        """Losses (rows, columns), row 0 at the lowest y, from edge to edge of `rect`; NaN is a hole."""
        x0, x1, y0, y1 = (float(side) for side in rect)
        self._sheet = sheet_of(values, (x0, x1, y0, y1), log_levels, z_clip)
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
        self.setAccessibleName(f"{title} in space" if title else "Loss landscape in space")
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
        return None

    def forget_sides(self) -> None:
        """Place names as if nothing had been shown before."""

    def sizeHint(self) -> QSize:
        """A landscape format."""
        return QSize(round(self._themes.current.px(560)), round(self._themes.current.px(330)))

    def minimumSizeHint(self) -> QSize:
        """Still a picture."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(150)))

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
        at = sheet.to_box(np.array([[x, y]]))[0]
        return float(at[0]), float(at[1]), radius / (sheet.rect[1] - sheet.rect[0]) * 2.0 * sheet.sides[0]

    def _shot(self, sheet: Sheet) -> Shot:
        ratio, moving = self.devicePixelRatioF(), self._rest.isActive()
        pixels = 1.0 if moving else ratio
        return Shot(
            self._camera, self.width(), self.height(), pixels, not moving, self._themes.current, self._fog(sheet)
        )

    def _place(self) -> Projection | None:
        if self._projection is None and self._sheet is not None and not self._sheet.is_empty:
            px = self._themes.current.px
            margins = (px(24.0), px(24.0), px(24.0), px(28.0))
            self._projection = projection_of(self._camera, self._sheet.hull, self.width(), self.height(), margins)
        return self._projection

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and what lies on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._themes.current.color("stage"))
        projection = self._place()
        if self._sheet is not None and projection is not None:
            self._picture.draw(self._sheet, projection, self._shot(self._sheet))
            painter.drawImage(0, 0, self._picture.image)
        painter.end()
