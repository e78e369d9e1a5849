"""The look: colours that can be told apart and read, sizes that hold, fonts that load.

Oracles: WCAG 2 for contrast; CIEDE2000 (Sharma, Wu, Dalal 2005) after Machado, Oliveira and Fernandes 2009, full
severity, for colour-blind eyes. Both are written out here, apart from the program.
"""

import itertools
import math
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from gui.assets import FontFamilies, asset, choose_families, load_fonts, register
from gui.theme import THEMES, Theme, ThemeHolder, tokens

RACERS = ("sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam")
FAMILIES = ("fam_idea", "fam_arch", "fam_craft", "fam_world")
ENDS = (*(f"end{place}" for place in range(8)), "elsewhere", "gone")
CLASSES = ("minus", "plus", *(f"class{place}" for place in range(2, 10)))
SETS = (RACERS, ENDS, CLASSES, ("plus", "minus"), ("grad", "vel"), FAMILIES, ("ink", "you"))
EYES = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
GROUNDS = ("window", "panel", "stage", "sunk", "you_soft")
TEXT_PAIRS = (
    *((words, ground) for words in ("ink", "soft", "faint") for ground in GROUNDS),
    *((words, ground) for words in ("plus", "minus", "grad", "vel", "bad") for ground in ("panel", "stage")),
    *(("you", ground) for ground in ("panel", "stage", "you_soft")),
    *((words, "sunk") for words in ("good", "warn", "grad")),
    ("on_you", "you"),
    ("panel", "ink"),
    ("winter_ink", "winter"),
)
LANDSCAPE = ("stage", "panel", "relief_lo", "relief_hi")
GRAPHIC_PAIRS = (
    *((racer, ground) for racer in RACERS for ground in LANDSCAPE),
    *((role, ground) for role in ("you", "grad", "vel") for ground in LANDSCAPE),
    *((family, "stage") for family in FAMILIES),
    *((place, ground) for place in CLASSES for ground in ("stage", "panel")),
    *(("rule", ground) for ground in ("window", "panel", "stage")),
)


def linear(theme: str, role: str) -> np.ndarray:
    """The colour as linear light, (3,)."""
    text = tokens()["theme"][theme][role]
    value = np.array([int(text[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(theme: str, one: str, two: str) -> float:
    """WCAG 2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(linear(theme, role) @ weights) for role in (one, two))
    return (high + 0.05) / (low + 0.05)


def lab(light: np.ndarray) -> tuple[float, float, float]:
    """CIELAB (D65) of linear light."""
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    ratio = matrix @ light / np.array([0.95047, 1.0, 1.08883])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return float(116 * f[1] - 16), float(500 * (f[0] - f[1])), float(200 * (f[1] - f[2]))


def ciede2000(one: tuple[float, float, float], two: tuple[float, float, float]) -> float:
    """The colour difference; symbols as in the paper."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    c7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - math.sqrt(c7 / (c7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    t = 1 + sum(size * math.cos(math.radians(times * hue + shift)) for size, times, shift in waves)
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rotation = -2 * math.sqrt(cm**7 / (cm**7 + 25.0**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)


def seen(theme: str, role: str, eye: str) -> tuple[float, float, float]:
    """A colour as an eye sees it."""
    return lab(np.clip(EYES[eye] @ linear(theme, role), 0, 1))


def test_the_colour_difference_is_that_of_the_published_pairs() -> None:
    # Sharma, Wu, Dalal 2005, table 1, pairs 1, 7, 17 and 25.
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert ciede2000((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(1.2644, abs=1e-4)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_colours_that_stand_side_by_side_differ_for_every_eye(theme: str, eye: str) -> None:
    close = [
        (one, two, round(distance, 1))
        for roles in SETS
        for one, two in itertools.combinations(roles, 2)
        if (distance := ciede2000(seen(theme, one, eye), seen(theme, two, eye))) < 12
    ]
    assert not close


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_read_on_every_ground_they_stand_on(theme: str) -> None:
    pale = [(a, b, round(r, 2)) for a, b in TEXT_PAIRS if (r := contrast(theme, a, b)) < 4.5]
    assert not pale


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_every_ground_they_lie_on(theme: str) -> None:
    pale = [(a, b, round(r, 2)) for a, b in GRAPHIC_PAIRS if (r := contrast(theme, a, b)) < 3.0]
    assert not pale


@pytest.mark.parametrize("theme", THEMES)
def test_a_crowd_is_seen_on_valley_and_peak(theme: str) -> None:
    # Less than for marks: a crowd is an area, and calm colours are what keeps it behind the racers.
    grounds = ("relief_lo", "relief_hi")
    pale = [(a, b, round(r, 2)) for a in ENDS for b in grounds if (r := contrast(theme, a, b)) < 2.4]
    assert not pale


def test_every_theme_names_the_same_roles() -> None:
    tables = [set(tokens()["theme"][theme]) for theme in THEMES]
    assert tables[0] == tables[1] == tables[2]


def test_racers_have_seven_different_markers() -> None:
    assert len({Theme.load("light").marker(racer) for racer in RACERS}) == 7


def test_the_stated_families_are_loaded(qapp: QApplication) -> None:
    assert load_fonts() == FontFamilies("Source Serif 4", "Inter", "Inter Display", "Nutshell Symbols")


@pytest.mark.parametrize("role", [role for role, value in tokens()["type"].items() if isinstance(value, list)])
def test_a_role_of_type_comes_in_its_own_face_weight_and_size(role: str, qapp: QApplication) -> None:
    font = Theme.load("light").font(role)
    voice, pixels, weight = tokens()["type"][role]
    raw = QRawFont.fromFont(font)
    assert raw.familyName().startswith("Source Serif 4" if voice.startswith("voice") else "Inter")
    assert QFontInfo(font).weight() == weight
    assert QFontInfo(font).italic() == voice.endswith("italic")
    assert font.pixelSize() == pixels


@pytest.mark.parametrize("file", sorted(asset("fonts").glob("*.?tf")), ids=lambda file: file.stem)
def test_a_bundled_face_holds_the_signs_of_the_formulas(file: Path, qapp: QApplication) -> None:
    raw = QRawFont(str(file), 20)
    signs = "∇" if file.stem.startswith("Nutshell") else "μηβρεσθ√−←×·∂²₁₂…"
    assert [sign for sign in signs if not raw.supportsCharacter(ord(sign))] == []


def test_every_font_stands_beside_its_licence() -> None:
    families = {re.split(r"[-]", file.stem)[0].removesuffix("Display") for file in asset("fonts").glob("*.?tf")}
    for family in families:
        assert "SIL OPEN FONT LICENSE" in asset(f"fonts/OFL-{family}.txt").read_text()


def test_missing_fonts_are_replaced_by_those_of_the_system(qapp: QApplication, tmp_path: Path) -> None:
    broken = tmp_path / "Inter-Regular.otf"
    broken.write_bytes(b"no font")
    assert register([broken]) == set()
    families = choose_families(())
    assert families.voice == "serif"
    assert families.hand == families.display != ""


def test_figures_are_equally_wide(qapp: QApplication) -> None:
    for role in ("body", "heading", "value", "small", "caption", "cell", "label"):
        metrics = QFontMetricsF(Theme.load("light").font(role))
        widths = [metrics.horizontalAdvance(figure) for figure in "0123456789"]
        assert max(widths) - min(widths) < 0.05, role


def test_presentation_type_is_read_from_the_last_row(qapp: QApplication) -> None:
    theme = Theme.load("light", presentation=True)
    small = {"caption", "cell", "section"}
    for role, value in tokens()["type"].items():
        if isinstance(value, list):
            assert theme.type_size(role) >= (15 if role in small else 20), role
    assert theme.target == 44
    assert theme.stroke("trail") == 2 * Theme.load("light").stroke("trail")
    assert theme.stroke("marker") == tokens()["scale"]["presentation"]["marker"]


def test_the_interface_scale_multiplies_sizes_strokes_and_type(qapp: QApplication) -> None:
    one, two = Theme.load("light"), Theme.load("light", scale=2.0)
    assert two.size("controls") == 2 * one.size("controls")
    assert two.stroke("curve") == 2 * one.stroke("curve")
    assert two.font("body").pixelSize() == 2 * one.font("body").pixelSize()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_hairline_is_a_whole_number_of_pixels(scale: float) -> None:
    assert Theme.load("light", scale=scale).stroke("hairline") == round(scale)


def test_reduced_motion_stops_every_movement() -> None:
    theme = Theme.load("light", reduced=True)
    for name in ("follow", "hover", "press", "panel", "step", "bubble", "fold", "success", "cue_period"):
        assert theme.motion(name) == 0
    assert Theme.load("light").motion("hover") == 90


def test_a_change_is_announced_once_and_only_when_something_looks_different(themes: ThemeHolder) -> None:
    heard: list[str] = []
    themes.changed.connect(lambda: heard.append(themes.current.name))
    themes.set(name="dark", presentation=True)
    themes.set(name="dark")
    themes.set(presentation=True)
    assert heard == ["dark"]
    assert themes.current == Theme.load("dark", presentation=True)


def test_system_is_light_or_dark_and_remembered_by_its_name(themes: ThemeHolder) -> None:
    themes.set(name="system")
    assert themes.name == "system"
    assert themes.current.name in ("light", "dark")


def test_an_unknown_theme_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="light, dark, contrast"):
        Theme.load("sepia")


def test_high_contrast_is_another_name_of_contrast() -> None:
    assert Theme.load("high-contrast") == Theme.load("contrast")


def test_qt_paints_with_the_same_roles(themes: ThemeHolder) -> None:
    palette = themes.current.palette()
    assert palette.color(QPalette.ColorRole.Window) == themes.current.color("window")
    assert palette.color(QPalette.ColorRole.Highlight) == themes.current.color("you")


def test_a_mixture_begins_and_ends_at_its_colours() -> None:
    theme = Theme.load("dark")
    assert theme.mix("panel", "ink", 0).name() == theme.color("panel").name()
    assert theme.mix("panel", "ink", 1).name() == theme.color("ink").name()
