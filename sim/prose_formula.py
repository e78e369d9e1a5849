r"""Formulas as vectors, drawn by ziamath with the font it brings along.

    drawn(r"\frac{1}{2}")     Drawn(svg, width, ascent, descent), lengths in widths of an em; None: this is no formula

The picture holds paths and boxes only, black on nothing; whoever shows it gives it a colour. The same formula
is drawn once.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 400
LARGEST = 200.0
"""Ems in width or height."""
EM = 32.0
REMEMBERED = 512
INK = "black"
_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
_STRANGE = ("<image", "<a ", 'href="', "<text", "<style", "<script")


@dataclass(frozen=True)
class Drawn:
    """A formula. svg: its picture; width, ascent (above the line of writing) and descent in ems."""

    svg: str
    width: float
    ascent: float
    descent: float


@lru_cache(maxsize=REMEMBERED)
def drawn(latex: str, display: bool = False) -> Drawn | None:
    """The formula, or None where it cannot be drawn. `display`: large, as it stands alone."""
    if not latex.strip() or len(latex) > LONGEST:
        return None
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # Qt reads the older kind
    try:
        svg = Latex(latex, size=EM, inline=not display).svg()
    except Exception:  # a formula can fail in as many ways as there are commands; its source is shown instead
        return None
    box = _BOX.search(svg)
    if box is None or any(sign in svg for sign in _STRANGE):
        return None
    _, top, width, height = (float(length) / EM for length in box.groups())
    if not 0.0 < width < LARGEST or not 0.0 < height < LARGEST:
        return None
    return Drawn(svg, width, -top, top + height)


def colored(svg: str, color: str) -> str:
    """The picture in another colour ("rgb(20, 30, 40)")."""
    return svg.replace(f'"{INK}"', f'"{color}"')
