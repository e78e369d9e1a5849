"""Pictures out of the window: sharp PNGs, SVGs that are drawings, whole files or none, a sentence for each failure."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import export_file
from gui.export import copy_picture, image_of, save_picture, save_text, svg_of
from gui.export_file import ExportError, kind_of, write_whole
from gui.export_frames import pixels_of
from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.paper import LEAVING, is_leaving, leaving
from gui.widgets.surface_view import SurfaceView
from tests.gui.faulty_disk import FaultyFile, unwritable_folder

OLD = b"the old file"
STEPS = np.linspace(0.0, 1.0, 61)
PATHS = {"sgd": np.column_stack([1.0 - STEPS, STEPS**2]), "adam": np.column_stack([1.0 - 1.8 * STEPS, STEPS])}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def ground(themes: ThemeHolder, qtbot: QtBot) -> ContourMap:
    """A map with a relief, two racers, axes and words."""
    ground = ContourMap(themes)
    qtbot.addWidget(ground)
    ground.resize(420, 300)
    x, y = np.meshgrid(np.linspace(-2, 2, 80), np.linspace(-2, 2, 60))
    ground.set_domain((-2.0, 2.0, -2.0, 2.0))
    ground.set_field(x**2 - y**2 + 0.1 * y**4, (-2.0, 2.0, -2.0, 2.0))
    ground.set_features(np.zeros((0, 2)), np.array([[0.0, 0.0]]))
    ground.set_titles({"sgd": "SGD", "adam": "Adam"})
    ground.set_start((1.0, 0.0))
    ground.set_trails(PATHS)
    ground.set_cursor(40)
    return ground


@pytest.fixture
def curves(themes: ThemeHolder, qtbot: QtBot) -> CurvePlot:
    curves = CurvePlot(themes)
    qtbot.addWidget(curves)
    curves.resize(420, 180)
    curves.set_labels("Loss", "steps", "")
    curves.set_titles({"sgd": "SGD", "adam": "Adam"})
    curves.set_curves({"sgd": np.exp(-STEPS), "adam": np.exp(-3 * STEPS)})
    curves.set_cursor(30)
    return curves


def rendered(svg: bytes, size: QSize) -> np.ndarray:
    """An SVG as an outside reader paints it."""
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixels_of(image)[..., :3].astype(float)


def coarse(picture: np.ndarray, cell: int = 10) -> np.ndarray:
    """Means over squares: the picture without the shapes of letters."""
    rows, columns = picture.shape[0] // cell * cell, picture.shape[1] // cell * cell
    return picture[:rows, :columns].reshape(rows // cell, cell, columns // cell, cell, 3).mean(axis=(1, 3))


# Pictures -------------------------------------------------------------------------------------------------------------


def test_a_png_has_two_device_pixels_for_each_logical_one(ground: ContourMap, tmp_path: Path) -> None:
    save_picture(ground, tmp_path / "map.png")
    read = QImage(str(tmp_path / "map.png"))
    assert read.size() == QSize(840, 600)
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


@pytest.mark.parametrize("widget", ["ground", "curves"])
def test_a_png_is_sharp_where_the_screen_has_kept_pixels(widget: str, request: pytest.FixtureRequest) -> None:
    """Neighbouring device pixels differ more than in the screen's own picture blown up to the same size."""
    shown: QWidget = request.getfixturevalue(widget)
    screen = image_of(shown, 1.0)
    blown_up = pixels_of(screen)[..., :3].astype(float).repeat(2, axis=0).repeat(2, axis=1)
    sharp = pixels_of(image_of(shown))[..., :3].astype(float)
    inside_pairs = np.abs(sharp[:, 1::2] - sharp[:, ::2]).mean()
    assert np.abs(blown_up[:, 1::2] - blown_up[:, ::2]).mean() == 0.0
    assert inside_pairs > 0.2
    assert np.abs(coarse(sharp) - coarse(blown_up)).mean() < 3.0, "it is the same picture"


def test_axes_and_tracks_of_a_map_are_sharp_too(ground: ContourMap) -> None:
    """They are kept as pixels for the screen; drawn from those, two neighbours would be the same pixel."""
    sharp = pixels_of(image_of(ground))[..., :3].astype(float)
    apart = np.abs(sharp[:, 1::2] - sharp[:, ::2]).max(axis=2)
    left = int(ground.view.left)
    assert apart[:, :left].max() > 20.0, "numbers of the axis"
    ground.set_cursor(0)
    without = pixels_of(image_of(ground))[..., :3].astype(float)
    track = np.abs(sharp - without).max(axis=2) > 30.0
    assert (track[:, ::2] != track[:, 1::2]).any()
    assert (track[::2] != track[1::2]).any()


@pytest.mark.parametrize("widget", ["ground", "curves"])
def test_taking_a_picture_leaves_the_screen_as_it_was(widget: str, request: pytest.FixtureRequest) -> None:
    shown: QWidget = request.getfixturevalue(widget)
    before = image_of(shown, 1.0)
    image_of(shown)
    svg_of(shown)
    assert image_of(shown, 1.0) == before


def test_the_clipboard_gets_the_picture(ground: ContourMap) -> None:
    copy_picture(ground)
    image = QGuiApplication.clipboard().image()
    assert image.size() == QSize(840, 600)
    same = np.array_equal(pixels_of(image)[..., :3], pixels_of(image_of(ground))[..., :3])
    assert same


@pytest.mark.parametrize("widget", ["ground", "curves"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_svg_paints_about_the_same_picture(
    widget: str, theme: str, request: pytest.FixtureRequest, themes: ThemeHolder
) -> None:
    themes.set(name=theme)
    shown: QWidget = request.getfixturevalue(widget)
    wanted = pixels_of(image_of(shown))[..., :3].astype(float)
    found = rendered(svg_of(shown), shown.size() * 2)
    off = np.abs(coarse(found) - coarse(wanted)).max(axis=2)
    assert off.mean() < 4.0
    assert np.quantile(off, 0.9) < 16.0


def test_in_an_svg_words_are_words_lines_are_lines_and_the_relief_is_one_image(ground: ContourMap) -> None:
    root = ElementTree.fromstring(svg_of(ground))
    words = {"".join(part.itertext()).strip() for part in root.iter(f"{SVG}text")}
    assert {"SGD", "Adam", "start", "saddle", "−1", "0", "1"} <= words
    assert len(list(root.iter(f"{SVG}image"))) == 1
    assert len(list(root.iter(f"{SVG}polyline"))) >= 2, "one line for each racer at least"


def test_an_svg_of_curves_has_no_image_at_all(curves: CurvePlot) -> None:
    root = ElementTree.fromstring(svg_of(curves))
    assert not list(root.iter(f"{SVG}image"))
    assert {"Loss", "SGD", "Adam"} <= {"".join(part.itertext()).strip() for part in root.iter(f"{SVG}text")}


def test_an_svg_has_a_size_in_the_page_and_fonts_for_machines_without_ours(ground: ContourMap) -> None:
    text = svg_of(ground).decode()
    root = ElementTree.fromstring(text)
    assert (root.attrib["width"], root.attrib["height"]) == ("420", "300")
    families = set(re.findall(r'font-family="([^"]*)"', text))
    assert families
    assert all(family.split(", ")[-1] in ("serif", "sans-serif") for family in families)


def test_a_panel_whose_render_takes_frames_can_be_a_picture(qtbot: QtBot) -> None:
    class Other(QWidget):
        def render(self, frame: object) -> None:  # type: ignore[override]
            raise AssertionError("this is not Qt's render")

    other = Other()
    qtbot.addWidget(other)
    other.resize(20, 10)
    assert image_of(other).size() == QSize(40, 20)


# Files ----------------------------------------------------------------------------------------------------------------


def test_the_ending_decides_and_its_case_does_not_matter(ground: ContourMap, tmp_path: Path) -> None:
    save_picture(ground, tmp_path / "map.SVG")
    save_picture(ground, tmp_path / "map.PNG")
    assert (tmp_path / "map.SVG").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "map.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name,said", [("map.jpg", "ends in .jpg"), ("map", "has no ending"), ("png", "has no ending")])
def test_another_ending_is_one_sentence_and_no_file(ground: ContourMap, tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ExportError) as refused:
        save_picture(ground, tmp_path / name)
    assert str(refused.value) == f"{name} {said}, which cannot be written here. Use .png, .svg."
    assert list(tmp_path.iterdir()) == []


def test_text_is_written_in_utf_8_with_its_line_ends(tmp_path: Path) -> None:
    save_text("η,1\nβ,2\n", tmp_path / "paths.csv")
    assert (tmp_path / "paths.csv").read_bytes() == "η,1\nβ,2\n".encode()
    with pytest.raises(ExportError, match=r"Use \.csv"):
        save_text("", tmp_path / "paths.txt")


@pytest.mark.parametrize("name", ["map.png", "map.svg", "paths.csv"])
def test_whichever_operation_of_the_disk_fails_the_old_file_stays(
    ground: ContourMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(export_file, "QSaveFile", FaultyFile)
    target = tmp_path / name
    target.write_bytes(OLD)

    def save() -> None:
        save_text("1,2\n", target) if name.endswith("csv") else save_picture(ground, target)

    for fails_at in (1, 2, 3):
        FaultyFile.plan(fails_at)
        with pytest.raises(ExportError) as refused:
            save()
        reason = f"({tmp_path}: no space left on device)"
        assert str(refused.value) == f"{name} could not be saved {reason}. Free some space, or choose another folder."
        assert target.read_bytes() == OLD
        assert [path.name for path in tmp_path.iterdir()] == [name]
    FaultyFile.plan(4)
    save()
    assert target.read_bytes() != OLD


def test_a_file_that_grows_beyond_what_the_system_allows_is_refused(tmp_path: Path) -> None:
    """A real failure in the middle of a write, as a full disk makes it."""
    resource = pytest.importorskip("resource")
    target = tmp_path / "map.png"
    target.write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(ExportError, match=r"could not be saved .*file too large"):
            write_whole(target, bytes(300_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


def test_a_folder_that_takes_no_files_is_said(tmp_path: Path) -> None:
    folder = unwritable_folder(tmp_path)
    if folder is None:
        pytest.skip("this user may write everywhere")
    with pytest.raises(ExportError, match=r"^map\.png could not be saved .* [Cc]hoose") as refused:
        write_whole(folder / "map.png", b"1")
    assert str(folder) in str(refused.value)


def test_a_folder_that_is_not_there_and_a_name_that_is_a_folder_are_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(ExportError) as refused:
        write_whole(gone / "map.png", b"1")
    assert str(refused.value) == (
        f"map.png could not be saved (the folder {gone} does not exist). Choose another folder."
    )
    (tmp_path / "map.png").mkdir()
    with pytest.raises(ExportError, match=r"^map\.png is a folder"):
        write_whole(tmp_path / "map.png", b"1")


def test_a_link_stays_a_link_to_the_new_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.png", tmp_path / "link.png"
    real.write_bytes(OLD)
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_the_kind_is_what_follows_the_last_dot() -> None:
    assert kind_of(Path("a.b/race.final.GIF"), ("gif",)) == "gif"


def test_the_picture_on_the_clipboard_is_a_png_for_others(ground: ContourMap) -> None:
    copy_picture(ground)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QGuiApplication.clipboard().image().save(buffer, "PNG")
    assert bytes(buffer.data().data()).startswith(b"\x89PNG")


def test_what_leaves_the_window_shows_no_hints_for_hands(ground: ContourMap, themes: ThemeHolder, qtbot: QtBot) -> None:
    plain = image_of(ground)
    ground.set_eye(0.7)
    assert image_of(ground) == plain, "the eye can be dragged on the screen only"
    solid = SurfaceView(themes)
    qtbot.addWidget(solid)
    solid.resize(300, 200)
    assert "drag to turn" not in svg_of(solid).decode()
    assert ground.property(LEAVING) is None, "nothing is left behind"


def test_who_lies_in_a_widget_that_leaves_is_leaving_too(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    with leaving(outer):
        assert is_leaving(inner)
    assert not is_leaving(inner)
    with leaving(inner):
        assert not is_leaving(outer)


def test_an_svg_shows_the_fog_where_it_is(ground: ContourMap) -> None:
    """A drawing forgets how a brush was turned."""
    ground.set_fog((0.4, 0.2), 0.6)
    wanted = pixels_of(image_of(ground))[..., :3].astype(float)
    found = rendered(svg_of(ground), ground.size() * 2)
    off = np.abs(coarse(found) - coarse(wanted)).max(axis=2)
    assert off.mean() < 4.0
    assert np.quantile(off, 0.9) < 16.0
