"""What Qt's SVG writer leaves wrong, mended in its text, so that browsers and other programs show what was painted.

Qt writes a clip in the coordinates of the widget that set it, but outside of the groups that say where the widget lies
and how it is scaled: in a browser it cuts at the wrong place. (Qt's own reader ignores clips, so it never shows there.)
Images are marked as to be enlarged coarsely. The size is given in millimetres, which not every reader knows. Fonts of
ours that a machine does not have are followed by a generic family.
"""

import re
from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, QSize

GENERIC = {"Source Serif 4": "serif"}
"""What stands in for a family of ours; for all others a sans."""

_PAGE = re.compile(r'<svg width="[^"]*" height="[^"]*"')
_FAMILIES = re.compile(r'font-family="([^"]*)"')
_MEASURE = re.compile(r'(?:<g clip-path="url\(#(\w+)\)">)?<g [^>]*?transform="([^"]*)"')
_CLIP = re.compile(r'(<clipPath id="(\w+)">\s*<path )')
_COARSE = ' image-rendering="optimizeSpeed"'


def mended(svg: str, size: QSize, sharpness: float, places: Iterable[QPoint]) -> str:
    """The same drawing, `size` pixels large on its page.

    sharpness: units of the drawing to a pixel. places: where the widgets lie that painted it, the outermost included.
    """
    svg = _PAGE.sub(f'<svg width="{size.width()}" height="{size.height()}"', svg, count=1)
    svg = _FAMILIES.sub(lambda found: f'font-family="{with_generic(found.group(1))}"', svg)
    scale = f"{sharpness:g},0,0,{sharpness:g}"
    measures = {f"matrix({scale},{sharpness * place.x():g},{sharpness * place.y():g})" for place in places}
    return with_placed_clips(svg, measures).replace(_COARSE, "")


def with_generic(families: str) -> str:
    """Families and the generic one of the first."""
    return f"{families}, {GENERIC.get(families.split(',')[0], 'sans-serif')}"


def with_placed_clips(svg: str, measures: Collection[str]) -> str:
    """Every clip in the measure of its widget: of those in `measures` the one seen last when it is first used."""
    found: dict[str, str] = {}
    latest = ""
    for clip, measure in _MEASURE.findall(svg):
        latest = measure if measure in measures else latest
        if clip and latest:
            found.setdefault(clip, latest)

    def placed(clip: re.Match[str]) -> str:
        measure = found.get(clip.group(2))
        return clip.group(1) if measure is None else f'{clip.group(1)}transform="{measure}" '

    return _CLIP.sub(placed, svg)
