"""The ground of a map: a field of heights as a calm picture, lit from the upper left.

Cool valleys and sandy peaks, two roles of the theme with a straight blend between them; the light moves each tone a
little up or down, so that slopes read as slopes. Colour belongs to the trails: nothing here is saturated. Cells that
hold no number are left transparent, never painted as a value; the map shows a hatched ground through them.

Simplified: the steepness is exaggerated until the steep tenth of the picture stands at about 45 degrees, so gentle and
rugged landscapes are lit alike, and with logarithmic levels it is the logarithm's slope that is lit.
"""

import math
from dataclasses import dataclass

import numpy as np

from gui.theme import Theme, tokens
from gui.widgets.contours import Array, Span

_STEEPEST = np.float32(1e18)  # its square is still a float32
_STEEP_SHARE = 0.9
_FACE_ON = 0.72
_TONES = 1024
_HIGHEST = 1e6


@dataclass(frozen=True)
class ReliefLook:
    """Colours of valley and peak (0 to 255), and the light."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    gamma: float
    light: tuple[float, float, float]
    strength: float


def relief_look(theme: Theme) -> ReliefLook:
    """The look of the ground in a theme."""
    table = tokens()["map"]
    sun = table["relief_light"]
    azimuth, height = math.radians(sun["azimuth"]), math.radians(sun["height"])
    low, high = (theme.color(role) for role in table["relief"])
    return ReliefLook(
        low=(low.red(), low.green(), low.blue()),
        high=(high.red(), high.green(), high.blue()),
        gamma=float(table["relief_gamma"]),
        light=(math.sin(azimuth) * math.cos(height), math.cos(azimuth) * math.cos(height), math.sin(height)),
        strength=float(sun["strength_dark" if theme.dark else "strength_light"]),
    )


def tones(field: Array, span: Span, log_levels: bool) -> Array:
    """Heights as float32 from 0 (valley) to 1 (peak of the landscape; higher walls stay at 1); NaN where there is no
    number.
    """
    known = np.isfinite(field)
    if span.is_flat:
        return np.where(known, np.float32(0.5), np.float32(np.nan))
    size = span.high - span.low
    with np.errstate(over="ignore"):
        above = np.where(known, np.clip((field - span.low) / size, 0.0, _HIGHEST), np.nan)
    if log_levels:
        foot = span.foot / size
        above = np.log1p(above / foot) / math.log1p(1.0 / foot)
    result: Array = above.astype(np.float32)
    return result


def shade(heights: Array, cell: tuple[float, float], look: ReliefLook) -> Array:
    """Brightness factors (rows, columns) of a relief whose samples stand `cell` pixels apart (across, up)."""
    rows, columns = heights.shape
    if rows < 2 or columns < 2:
        return np.ones_like(heights)
    up, right = np.gradient(heights, np.float32(cell[1]), np.float32(cell[0]))
    steepness = np.hypot(up, right)
    thin = steepness[::4, ::4]
    thin = thin[np.isfinite(thin) & (heights[::4, ::4] <= 1.0)]
    steep = float(np.quantile(thin, _STEEP_SHARE)) if thin.size else 0.0
    if not steep > 0.0:
        return np.ones_like(heights)
    scale = np.float32(1.0 / steep)
    east, north, zenith = (np.float32(part) for part in look.light)
    # Steeper than the steep tenth flattens out towards 2, so that cliffs do not go black.
    cliffs = np.minimum(steepness * scale * np.float32(0.5), _STEEPEST)
    scale = scale / np.sqrt(np.float32(1.0) + np.square(cliffs))
    right, up = right * scale, up * scale
    lit = (zenith - right * east - up * north) / np.sqrt(np.float32(1.0) + right * right + up * up)
    factors: Array = np.float32(1.0) + np.float32(look.strength) * (lit - np.float32(_FACE_ON))
    return factors


def relief_image(field: Array, span: Span, log_levels: bool, cell: tuple[float, float], look: ReliefLook) -> Array:
    """The field as premultiplied RGBA bytes (rows, columns, 4), top row first; cells without a number are transparent.
    """
    heights = tones(field, span, log_levels)
    light = shade(heights, cell, look)
    known = np.isfinite(heights)
    place = np.clip(np.where(known, heights, np.float32(0.0)), 0.0, 1.0) * np.float32(_TONES - 1)
    colors = _tone_table(look)[place.astype(np.int32)]
    colors *= np.where(known & np.isfinite(light), light, np.float32(1.0))[..., None]
    colors += _grain(heights.shape)[..., None]
    np.clip(colors, 0.0, 255.0, out=colors)
    image = np.empty((*heights.shape, 4), np.uint8)
    image[..., :3] = colors
    image[..., 3] = 255
    image[~known] = 0
    return np.ascontiguousarray(image[::-1])


def _tone_table(look: ReliefLook) -> Array:
    """The blend from valley to peak."""
    share = np.linspace(0.0, 1.0, _TONES, dtype=np.float32)[:, None] ** np.float32(look.gamma)
    low, high = np.array(look.low, np.float32), np.array(look.high, np.float32)
    blend: Array = low + (high - low) * share
    return blend


def _grain(shape: tuple[int, int]) -> Array:
    """An ordered pattern between 0 and 1 that rounds neighbouring cells differently: long gentle slopes show no bands.
    """
    pattern = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32)
    tile = (pattern + 0.5) / 16.0
    grain: Array = np.tile(tile, (shape[0] // 4 + 1, shape[1] // 4 + 1))[: shape[0], : shape[1]]
    return grain
