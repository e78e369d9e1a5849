"""The race as a GIF: Pillow reads back what was painted; whatever goes wrong leaves the old file and nothing else."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QFileDevice, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen
from pytestqt.qtbot import QtBot

from gui import export_file
from gui.export_frames import SHORTEST, Encoder, delays, pixels_of
from gui.export_gif import SAMPLES, GifMaker
from gui.export_palette import COLORS, Palette
from tests.gui.faulty_disk import FaultyFile, unwritable_folder

ROOT = Path(__file__).resolve().parents[2]
SIZE = (120, 80)
OLD = b"the old file"
TRACK, MARKER = "#cc540f", "#0057a1"


def picture(step: int, size: tuple[int, int] = SIZE) -> QImage:
    """A calm ground, a thin track that grows, a marker at its end."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QLinearGradient(0, 0, *size)
    ground.setColorAt(0.0, QColor("#dce8ee"))
    ground.setColorAt(1.0, QColor("#f4ecd8"))
    painter.fillRect(image.rect(), ground)
    painter.setPen(QPen(QColor(TRACK), 1.5))
    end = QPointF(10 + 3 * step, 40 + 20 * float(np.sin(step / 4)))
    painter.drawLine(QPointF(10, 40), end)
    painter.setBrush(QColor(MARKER))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(end, 5, 5)
    painter.end()
    return image


def colors_of(image: QImage) -> np.ndarray:
    return pixels_of(image)[..., :3].astype(int)


def read(path: Path) -> tuple[list[np.ndarray], list[int], Image.Image]:
    """Every frame as a reader shows it, its milliseconds, and the file's own facts."""
    with Image.open(path) as file:
        frames, durations = [], []
        for index in range(file.n_frames):
            file.seek(index)
            frames.append(np.asarray(file.convert("RGB")).astype(int))
            durations.append(file.info["duration"])
        return frames, durations, file


def make(qtbot: QtBot, path: Path, steps: Sequence[int], frame: Callable[[int], QImage] = picture) -> str:
    """Make it in a real event loop. The sentence that says how it failed, "" where it did not."""
    owner = QObject()
    maker = GifMaker(frame, steps, path, 20, owner)
    said: list[str] = []
    maker.failed.connect(said.append)
    maker.finished.connect(lambda _: said.append(""))
    with qtbot.waitSignal(maker.ended, timeout=20_000):
        maker.start()
    assert not maker.running
    assert len(said) == 1
    return said[0]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


# What is in the file --------------------------------------------------------------------------------------------------


def test_pillow_reads_every_frame_with_its_size_time_and_loop(qtbot: QtBot, tmp_path: Path) -> None:
    assert make(qtbot, tmp_path / "race.gif", range(30)) == ""
    frames, durations, file = read(tmp_path / "race.gif")
    assert len(frames) == 30
    assert file.size == SIZE
    assert file.info["loop"] == 0, "for ever"
    assert durations == [50] * 29 + [1550]
    assert names(tmp_path) == ["race.gif"]


def test_the_colours_are_close_to_what_was_painted(qtbot: QtBot, tmp_path: Path) -> None:
    make(qtbot, tmp_path / "race.gif", range(30))
    frames, _, _ = read(tmp_path / "race.gif")
    for step, frame in enumerate(frames):
        off = np.abs(frame - colors_of(picture(step))).max(axis=2)
        assert off.mean() < 3.0
        assert np.quantile(off, 0.999) < 24, "tracks and edges too"


def test_what_stands_still_does_not_flicker(qtbot: QtBot, tmp_path: Path) -> None:
    make(qtbot, tmp_path / "race.gif", range(20))
    frames, _, _ = read(tmp_path / "race.gif")
    painted = [colors_of(picture(step)) for step in range(20)]
    for before, after, old, new in zip(frames, frames[1:], painted, painted[1:], strict=False):
        still = np.all(old == new, axis=2)
        assert bool(np.all(before[still] == after[still]))


def test_steps_that_look_alike_are_still_frames(qtbot: QtBot, tmp_path: Path) -> None:
    assert make(qtbot, tmp_path / "race.gif", range(4), lambda step: picture(0)) == ""
    frames, durations, _ = read(tmp_path / "race.gif")
    assert durations == [50, 50, 50, 1550]
    assert bool(np.all(frames[0] == frames[3]))


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (301, 2)])
def test_every_size_and_a_single_frame_will_do(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    assert make(qtbot, tmp_path / "race.gif", [3], lambda step: picture(step, size)) == ""
    frames, durations, file = read(tmp_path / "race.gif")
    assert (file.size, len(frames), durations) == (size, 1, [1550])


def test_only_what_changed_is_stored(qtbot: QtBot, tmp_path: Path) -> None:
    make(qtbot, tmp_path / "one.gif", [0])
    make(qtbot, tmp_path / "many.gif", range(30))
    first, all_of_them = (tmp_path / name for name in ("one.gif", "many.gif"))
    assert all_of_them.stat().st_size < 0.25 * 30 * first.stat().st_size


@given(st.lists(st.binary(min_size=12, max_size=12), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_pictures_of_few_colours_come_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, cells: list[bytes], seed: int
) -> None:
    """Colours far apart, so that the nearest is the colour itself: any sequence survives as differences."""
    palette = (np.random.default_rng(seed).permutation(512)[:COLORS, None] // [64, 8, 1] % 8 * 32).astype(np.uint8)
    encoder = Encoder(4, 3, palette)
    blocks, wanted = [encoder.header()], []
    for cell in cells:
        indices = np.frombuffer(cell, np.uint8).reshape(3, 4) % COLORS
        wanted.append(palette[indices])
        pixels = np.dstack([palette[indices], np.full((3, 4), 255, np.uint8)])
        blocks.append(encoder.frame(np.ascontiguousarray(pixels), 5))
    path = tmp_path_factory.mktemp("gif") / "exact.gif"
    path.write_bytes(b"".join([*blocks, encoder.trailer()]))
    frames, durations, _ = read(path)
    assert durations == [50] * len(cells)
    for frame, colors in zip(frames, wanted, strict=True):
        assert bool(np.all(frame == colors))


@given(st.integers(1, 400), st.floats(0.5, 200.0), st.floats(0.0, 5.0))
def test_the_time_of_all_frames_adds_up(frames: int, frames_per_second: float, stay: float) -> None:
    found = delays(frames, frames_per_second, stay)
    pace = 100.0 / min(frames_per_second, 100.0 / SHORTEST)
    assert len(found) == frames
    assert min(found) >= 1
    assert abs(sum(found) - frames * pace - 100 * stay) <= 1.01


def test_a_rare_colour_gets_an_entry_of_its_own() -> None:
    """A track of 60 pixels on 360,000 of relief."""
    y, x = np.mgrid[0:600, 0:600]
    ground = np.dstack([(200 + x // 12), (210 + y // 15), (220 + (x + y) // 40), 0 * x]).astype(np.uint8)
    track = np.array([0xCC, 0x54, 0x0F])
    ground[300:302, 100:130, :3] = track
    palette = Palette()
    palette.add(ground)
    palette.find_common()
    colors = palette.colors().astype(int)
    assert len(colors) <= COLORS
    assert np.abs(colors - track).max(axis=1).min() <= 3
    sample = ground[::7, ::7, :3].reshape(-1, 3).astype(int)
    nearest = np.abs(sample[:, None] - colors[None]).max(axis=2).min(axis=1)
    assert nearest.mean() < 4.0


# How it works ---------------------------------------------------------------------------------------------------------


def test_each_turn_paints_at_most_one_picture(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[int] = []
    turns: list[int] = []
    shares: list[float] = []

    def frame(step: int) -> QImage:
        asked.append(step)
        return picture(step)

    owner = QObject()
    maker = GifMaker(frame, range(12), tmp_path / "race.gif", 20, owner)
    maker.progress.connect(lambda share: (turns.append(len(asked)), shares.append(share)))
    with qtbot.waitSignal(maker.ended):
        maker.start()
        assert asked == [], "the first turn comes later"
    assert max(np.diff([0, *turns])) == 1
    assert asked[SAMPLES:] == list(range(12))
    assert shares == sorted(shares)
    assert 0.0 < shares[0] < 0.1
    assert shares[-1] == pytest.approx(1.0)


def test_fifty_cancels_at_random_points_leave_the_old_file_and_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "race.gif"
    target.write_bytes(OLD)
    chance = random.Random(5)
    for _ in range(50):
        at, asked = chance.randrange(40), []
        owner = QObject()

        def frame(step: int, asked: list[int] = asked) -> QImage:
            asked.append(step)
            return picture(step)

        maker = GifMaker(frame, range(20), target, 20, owner)
        counted: list[float] = []

        def count(share: float, maker: GifMaker = maker, counted: list[float] = counted, at: int = at) -> None:
            counted.append(share)
            if len(counted) == at:
                maker.cancel()

        maker.progress.connect(count)
        ends: list[str] = []
        maker.finished.connect(lambda _, ends=ends: ends.append("finished"))
        maker.failed.connect(ends.append)
        with qtbot.waitSignal(maker.ended):
            maker.start()
            if at == 0:
                maker.cancel()
        before = len(asked)
        qtbot.wait(0)
        assert len(asked) == before, "nothing is done after a cancel"
        assert ends == []
        assert target.read_bytes() == OLD
        assert names(tmp_path) == ["race.gif"]


def test_a_second_cancel_and_one_after_the_end_say_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    maker = GifMaker(picture, range(3), tmp_path / "race.gif", 20, owner)
    with qtbot.waitSignal(maker.finished):
        maker.start()
    with qtbot.assertNotEmitted(maker.cancelled):
        maker.cancel()
    assert names(tmp_path) == ["race.gif"]


def test_a_window_that_closes_meanwhile_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    maker = GifMaker(picture, range(50), tmp_path / "race.gif", 20, owner)
    with qtbot.waitSignal(maker.progress):
        maker.start()
    del maker
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    assert names(tmp_path) == []


# What goes wrong ------------------------------------------------------------------------------------------------------

NO_SPACE = ("No space left on device", QFileDevice.FileError.ResourceError)
NOT_ALLOWED = ("Permission denied", QFileDevice.FileError.PermissionsError)


@pytest.mark.parametrize("reason,kind", [NO_SPACE, NOT_ALLOWED])
def test_whichever_operation_of_the_disk_fails_the_old_file_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str, kind: QFileDevice.FileError
) -> None:
    monkeypatch.setattr(export_file, "QSaveFile", FaultyFile)
    target = tmp_path / "race.gif"
    target.write_bytes(OLD)
    fails_at, sentence = 0, "not yet"
    while sentence:
        fails_at += 1
        FaultyFile.plan(fails_at, reason, kind)
        sentence = make(qtbot, target, range(6))
        if sentence:
            assert target.read_bytes() == OLD
            assert names(tmp_path) == ["race.gif"]
            assert sentence.startswith("race.gif could not be saved")
            assert reason.lower() in sentence
            assert "hoose" in sentence, "it says what to do"
    assert fails_at == 1 + 1 + 6 + 1 + 1 + 1, "open, header, six frames, trailer, commit; then nothing fails"
    assert len(read(target)[0]) == 6


def test_a_folder_that_takes_no_files_is_said_before_anything_is_painted(qtbot: QtBot, tmp_path: Path) -> None:
    folder = unwritable_folder(tmp_path)
    if folder is None:
        pytest.skip("this user may write everywhere")
    painted: list[int] = []
    sentence = make(qtbot, folder / "race.gif", range(5), lambda step: (painted.append(step), picture(step))[1])
    assert sentence.startswith("race.gif could not be saved")
    assert str(folder) in sentence
    assert painted == []


def test_a_folder_that_vanishes_meanwhile_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def frame(step: int) -> QImage:
        if step == 7:
            shutil.rmtree(folder, ignore_errors=True)
        return picture(step)

    sentence = make(qtbot, folder / "race.gif", range(10), frame)
    assert sentence == f"race.gif could not be saved (the folder {folder} does not exist). Choose another folder."
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_fails_ends_it_and_reaches_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    def frame(step: int) -> QImage:
        if step == 7:
            raise RuntimeError("no paint")
        return picture(step)

    with qtbot.captureExceptions() as raised:
        sentence = make(qtbot, tmp_path / "race.gif", range(20), frame)
    assert sentence == "race.gif could not be made: a picture of the race could not be painted."
    assert [str(error) for _, error, _ in raised] == ["no paint"]
    assert names(tmp_path) == []


def test_a_picture_of_another_size_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    sentence = make(qtbot, tmp_path / "race.gif", range(20), lambda step: picture(step, (120 + (step == 7), 80)))
    assert sentence == "The picture changed its size while the GIF was made. Save it again."
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["race.mp4", "race", "race.gif.txt"])
def test_another_ending_is_refused(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    sentence = make(qtbot, tmp_path / name, range(3))
    assert sentence.startswith(name)
    assert sentence.endswith("Use .gif.")
    assert names(tmp_path) == []


def test_no_steps_make_no_gif(qtbot: QtBot, tmp_path: Path) -> None:
    assert make(qtbot, tmp_path / "race.gif", []).startswith("There is no race yet")


MAKER = """
import os
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication, QImage
from gui.export_gif import GifMaker

application = QGuiApplication([])
sys.excepthook = lambda *error: os._exit(1)

def frame(step):
    image = QImage(200, 150, QImage.Format.Format_RGB32)
    image.fill(0xFF000000 + 977 * step % 0x1000000)
    return image

maker = GifMaker(frame, range(100_000), Path(sys.argv[1]))
maker.progress.connect(lambda share: print(share, flush=True))
maker.start()
application.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows files without a name")
@pytest.mark.parametrize("pieces", [1, 8, 400])
def test_a_program_that_is_killed_meanwhile_leaves_the_old_file_and_nothing_else(tmp_path: Path, pieces: int) -> None:
    target = tmp_path / "race.gif"
    target.write_bytes(OLD)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", MAKER, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as program:
        try:
            assert program.stdout is not None
            for _ in range(pieces):
                assert program.stdout.readline()
        finally:
            program.kill()
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["race.gif"]
