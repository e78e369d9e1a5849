"""Where the program's files lie, and the fonts among them.

Installed, the assets lie inside the package (`gui/assets`); in a checkout they stand beside it. Fonts are registered
once, when a QGuiApplication exists. A family whose file is missing or damaged is replaced by the system's own serif or
sans: the program looks poorer, but it starts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication

VOICE_FAMILY = "Source Serif 4"
HAND_FAMILY = "Inter"
DISPLAY_FAMILY = "Inter Display"
SYMBOL_FAMILY = "Nutshell Symbols"


@dataclass(frozen=True)
class FontFamilies:
    """The families to ask for: of the serif voice, the sans hand, its display cut, and the one with the nabla."""

    voice: str
    hand: str
    display: str
    symbols: str


BUNDLED = FontFamilies(VOICE_FAMILY, HAND_FAMILY, DISPLAY_FAMILY, SYMBOL_FAMILY)


def asset(path: str) -> Path:
    """The file `path` (below assets/), whether the program is installed or runs from a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "assets"
    return (installed if installed.is_dir() else package.parent / "assets") / path


def load_fonts() -> FontFamilies:
    """Register the bundled fonts and say which families to use. Before there is an application: just their names."""
    return _registered(asset("fonts")) if QGuiApplication.instance() is not None else BUNDLED


@lru_cache(maxsize=8)
def _registered(folder: Path) -> FontFamilies:
    """Register every font file of `folder` (registering twice would only cost time)."""
    present = register(sorted([*folder.glob("*.otf"), *folder.glob("*.ttf")]) if folder.is_dir() else ())
    return choose_families(present | set(QFontDatabase.families()))


def register(files: Iterable[Path]) -> set[str]:
    """Give font files to Qt; a file that is no font is passed over. Returns the families that came of it."""
    families: set[str] = set()
    for file in files:
        families.update(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file))))
    return families


def choose_families(present: Iterable[str]) -> FontFamilies:
    """The bundled families where they are present, else the system's; the display cut falls back to the plain hand."""
    known = set(present)
    sans = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    hand = HAND_FAMILY if HAND_FAMILY in known else sans
    return FontFamilies(
        voice=VOICE_FAMILY if VOICE_FAMILY in known else "serif",
        hand=hand,
        display=DISPLAY_FAMILY if DISPLAY_FAMILY in known else hand,
        symbols=SYMBOL_FAMILY if SYMBOL_FAMILY in known else hand,
    )
