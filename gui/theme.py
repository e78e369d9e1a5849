"""The look as values: colours, sizes, strokes, type and motion by role, read from assets/themes/tokens.toml.

A `Theme` is one frozen answer to "what does this role look like now": colour set (light, dark, contrast), interface
scale, presentation mode, reduced motion. Widgets hold the one `ThemeHolder`, ask `themes.current` while painting, and
repaint on its `changed`. No widget knows a colour, a pixel size or a font of its own.

Three scales meet here. The interface scale multiplies everything. Presentation mode multiplies the type, the room
around it and the lines of pictures by different factors (tokens [scale]) and puts a floor under the type. The contrast
theme thickens lines.
"""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QEasingCurve, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gui.assets import asset, load_fonts
from gui.style_sheet import TOOLTIP

THEMES = ("light", "dark", "contrast")
NAMES = ("system", *THEMES)
ALIASES = {"high-contrast": "contrast"}

_CHROME_STROKES = frozenset({"hairline", "icon", "focus"})
_UNSCALED_SIZES = frozenset({"radius_card", "radius_button", "radius_cell"})
_CAPTIONS = frozenset({"caption", "cell", "section"})
_EASINGS = {"out-cubic": QEasingCurve.Type.OutCubic, "in-out-cubic": QEasingCurve.Type.InOutCubic}


@lru_cache(maxsize=1)
def tokens() -> dict[str, Any]:
    """The whole token table, read once."""
    with asset("themes/tokens.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Theme:
    """One look. Equal themes paint alike, so a theme is also a key for caches."""

    name: str = "light"
    scale: float = 1.0
    presentation: bool = False
    reduced: bool = False
    _fonts: dict[str, QFont] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, name: str, scale: float = 1.0, presentation: bool = False, reduced: bool = False) -> "Theme":
        """The theme called `name`; ValueError names the ones there are."""
        name = ALIASES.get(name, name)
        if name not in THEMES:
            raise ValueError(f"There is no theme {name!r}; choose one of {', '.join(THEMES)}.")
        return cls(name, float(scale), bool(presentation), bool(reduced))

    @property
    def dark(self) -> bool:
        """Is the ground darker than the ink?"""
        return self.name != "light"

    # Colour ---------------------------------------------------------------------------------------------------------

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role ("ink", "you", "adam"), more or less opaque."""
        color = QColor(tokens()["theme"][self.name][role])
        color.setAlphaF(alpha)
        return color

    def mix(self, first: str, second: str, share: float) -> QColor:
        """`share` 0 is the first role's colour, 1 the second's; between them a straight line in sRGB."""
        one, two = self.color(first), self.color(second)
        pairs = ((one.redF(), two.redF()), (one.greenF(), two.greenF()), (one.blueF(), two.blueF()))
        return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))

    def marker(self, key: str) -> str:
        """The marker that stands beside the colour of `key` ("circle", "star")."""
        return str(tokens()["marker"][key])

    def dash(self, name: str) -> list[float]:
        """A dash pattern ("dash_ghost"), in widths of the pen."""
        return [float(length) for length in tokens()["marker"][name]]

    # Size -----------------------------------------------------------------------------------------------------------

    def px(self, pixels: float) -> float:
        """A length meant at 100 %, for what belongs to controls and words: grows with them in presentation mode."""
        return pixels * self.scale * (self._presented("size") if self.presentation else 1.0)

    def size(self, name: str) -> int:
        """A length of tokens [size] in whole pixels. Radii do not grow with the type."""
        length = float(tokens()["size"][name])
        return round(length * self.scale if name in _UNSCALED_SIZES else self.px(length))

    def breakpoint(self, name: str) -> tuple[int, int]:
        """A pair of tokens [size] ("min_window"): width and height."""
        width, height = tokens()["size"][name]
        return round(width * self.scale), round(height * self.scale)

    @property
    def target(self) -> int:
        """The least side of anything that can be hit."""
        least = float(tokens()["size"]["target_touch" if self.presentation else "target_min"])
        return round(least * self.scale)

    def stroke(self, name: str) -> float:
        """A line width or marker radius of tokens [stroke]. A hairline stays a whole number of pixels: crisp."""
        width = float(tokens()["stroke"][name]) * self.scale
        if name == "hairline":
            return float(max(1, round(width)))
        if self.name == "contrast":
            width *= float(tokens()["scale"]["contrast"]["stroke"])
        if not self.presentation:
            return width
        if name.startswith("marker"):
            return width * self._presented("marker") / float(tokens()["stroke"]["marker"])
        return width * self._presented("size" if name in _CHROME_STROKES else "stroke")

    def _presented(self, name: str) -> float:
        return float(tokens()["scale"]["presentation"][name])

    # Type -----------------------------------------------------------------------------------------------------------

    def font(self, role: str) -> QFont:
        """The font of a role of tokens [type] ("body", "symbol"); figures are tabular in the hand's roles."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return QFont(self._fonts[role])

    def type_size(self, role: str) -> int:
        """The pixel size of a role, after all scales and floors."""
        pixels = float(tokens()["type"][role][1])
        if self.presentation:
            floor = self._presented("caption_min" if role in _CAPTIONS else "type_min")
            pixels = max(pixels * self._presented("type"), floor)
        return round(pixels * self.scale)

    def line_height(self, role: str) -> float:
        """The distance between two baselines of a role, in pixels."""
        factors = tokens()["type"]["line_height"]
        like = "display" if role in {"display", "question", "title"} else "prose" if role == "prose" else "body"
        return self.type_size(role) * float(factors[like])

    def _make_font(self, role: str) -> QFont:
        voice, _, weight = tokens()["type"][role]
        serif = voice.startswith("voice")
        families = load_fonts()
        family = families.voice if serif else families.display if voice == "hand-display" else families.hand
        font = QFont([family, families.symbols])
        font.setStyleHint(QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif)
        font.setPixelSize(self.type_size(role))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(voice.endswith("italic"))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if not serif:
            font.setFeature(QFont.Tag("tnum"), 1)
        if role == "section":
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.2 * self.scale)
        return font

    # Motion ---------------------------------------------------------------------------------------------------------

    def motion(self, name: str) -> int:
        """The milliseconds of a movement ("hover", "panel"); 0 where motion is reduced."""
        reduced = tokens()["motion"]["reduced"]
        return int(reduced.get(name, 0) if self.reduced else tokens()["motion"][name])

    def easing(self, name: str = "easing") -> QEasingCurve:
        """How a thing comes to rest ("easing") or travels ("easing_move")."""
        return QEasingCurve(_EASINGS[tokens()["motion"][name]])

    # Qt's own widgets -----------------------------------------------------------------------------------------------

    def palette(self) -> QPalette:
        """The palette for what Qt paints itself (Fusion)."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faint"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
    QPalette.ColorRole.Link: "you",
    QPalette.ColorRole.LinkVisited: "you",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "panel",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "sunk",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "rule",
    QPalette.ColorRole.Shadow: "rule",
    QPalette.ColorRole.Accent: "you",
}


class ThemeHolder(QObject):
    """The one place that says which theme is on. "system" follows the system's light or dark while the program runs."""

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "light"
        self._current = Theme.load("light")
        hints = QGuiApplication.styleHints() if QGuiApplication.instance() is not None else None
        if hints is not None:
            hints.colorSchemeChanged.connect(self._on_system_scheme)
        self.set(name=name)

    @property
    def current(self) -> Theme:
        """The theme to paint with now."""
        return self._current

    @property
    def name(self) -> str:
        """The name that was asked for: "system" or one of the themes."""
        return self._name

    def set(
        self,
        name: str | None = None,
        presentation: bool | None = None,
        scale: float | None = None,
        reduced: bool | None = None,
    ) -> None:
        """Change what is given and leave the rest; `changed` only when something looks different."""
        now = self._current
        asked = self._name if name is None else ALIASES.get(name, name)
        theme = Theme.load(
            _system_theme() if asked == "system" else asked,
            now.scale if scale is None else scale,
            now.presentation if presentation is None else presentation,
            now.reduced if reduced is None else reduced,
        )
        self._name = asked
        if theme != now:
            self._current = theme
            self.changed.emit()

    def apply(self, application: QApplication) -> None:
        """Dress Qt's own widgets in the current theme."""
        theme = self._current
        application.setPalette(theme.palette())
        application.setFont(theme.font("body"))
        if application.styleSheet() != TOOLTIP:  # once: another sheet would touch every widget
            application.setStyleSheet(TOOLTIP)
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("ink"))  # with a sheet, Qt takes this for the ground
        QToolTip.setPalette(palette)
        QToolTip.setFont(theme.font("small"))

    def _on_system_scheme(self) -> None:
        if self._name == "system":
            self.set(name="system")


def _system_theme() -> str:
    """Light or dark, as the system says; light where it says nothing."""
    if QGuiApplication.instance() is None:
        return "light"
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
