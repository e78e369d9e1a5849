"""Choosing a target, and the folder of compiled kernels: found again, mended when damaged, replaced when read-only."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sim.targets as targets
from sim.errors import ConfigError
from sim.targets import cache
from sim.targets.sources import kernel_sources, sources

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of this test's own; numba's own settings are put back."""
    monkeypatch.setenv("NUTSHELL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NUMBA_CACHE_DIR", os.environ.get("NUMBA_CACHE_DIR", str(tmp_path / "numba")))
    return tmp_path / "cache"


def test_an_unknown_target_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="auto, cpu, cuda"):
        targets.choose("gpu")


def test_the_cpu_is_used_when_asked_for() -> None:
    target = targets.choose("cpu")
    assert target.name == "cpu"
    assert "the CPU was asked for" in target.why
    assert target.lanes.endswith("lanes")


@pytest.mark.parametrize("wanted", ["auto", "cuda"])
def test_without_cuda_the_cpu_is_used_and_the_reason_said(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "why_not_cuda", lambda: "no NVIDIA graphics card was found")
    target = targets.choose(wanted)
    assert (target.name, target.why) == ("cpu", "CUDA is not used: no NVIDIA graphics card was found.")


def test_cuda_is_used_where_its_probe_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "why_not_cuda", lambda: "")
    assert (targets.choose("auto").name, targets.choose("auto").why) == ("cuda", "")


def test_a_missing_package_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets.importlib.util, "find_spec", lambda name: None)
    assert "pip install" in targets.why_not_cuda()


def test_a_driver_that_fails_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    cuda = pytest.importorskip("sim.targets.cuda", reason="numba-cuda is not installed", exc_type=ImportError)

    def fail() -> str:
        raise RuntimeError("the driver is too old\nand a second line")

    monkeypatch.setattr(targets, "driver_present", lambda: True)
    monkeypatch.setattr(cuda, "probe", fail)
    assert targets.why_not_cuda() == "RuntimeError: the driver is too old"


def test_the_folder_is_named_by_a_hash_of_sources_and_switches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, notice = cache.use_kernel_folder()
    assert (first, notice) == (folder / f"kernels-{cache.fingerprint()}", "")
    assert os.environ["NUMBA_CACHE_DIR"] == str(first)
    before = cache.fingerprint()
    monkeypatch.setenv("NUTSHELL_CONTRACT", "another build")
    assert cache.fingerprint() != before


def test_an_edit_of_a_kernel_or_of_what_it_imports_gives_another_folder() -> None:
    texts = {
        "sim.portable": "",
        "sim.rules": "from sim.portable import portable\nfrom sim.tables import (\n    NUMBERS,\n)\n",
        "sim.tables": "from sim import numbers\nif True:\n    from sim.words import WORDS\n",
        "sim.numbers": "",
        "sim.words": "",
        "sim.panel": "import sim.rules\n",
    }
    assert kernel_sources(texts) == ("sim.numbers", "sim.portable", "sim.rules", "sim.tables")


def test_every_marked_function_is_in_a_source_that_counts() -> None:
    root = Path(cache.__file__).resolve().parent.parent
    counted = kernel_sources(sources(root))
    for path in (path for path in root.rglob("*.py") if "@portable" in path.read_text() and path.stem != "portable"):
        assert ".".join(("sim", *path.relative_to(root).with_suffix("").parts)) in counted, path
    assert "sim.simulations.race" not in counted, "an edit of what is no kernel compiles nothing"


def test_a_sealed_folder_is_kept_and_may_grow(folder: Path) -> None:
    kernels, _ = cache.use_kernel_folder()
    (kernels / "a.nbc").write_bytes(b"machine code")
    cache.seal(kernels)
    (kernels / "b.nbc").write_bytes(b"compiled later")
    assert cache.use_kernel_folder() == (kernels, "")
    assert (kernels / "a.nbc").exists()


@pytest.mark.parametrize("damage", ["changed", "lost", "seal"])
def test_a_damaged_folder_is_thrown_away(folder: Path, damage: str) -> None:
    kernels, _ = cache.use_kernel_folder()
    stored = kernels / "a.nbc"
    stored.write_bytes(b"machine code")
    cache.seal(kernels)
    if damage == "changed":
        stored.write_bytes(b"machine c0de")
    elif damage == "lost":
        stored.unlink()
    else:
        (kernels / cache.SEAL).write_text("{ half a li")
    again, notice = cache.use_kernel_folder()
    assert again == kernels
    assert "damaged" in notice
    assert list(kernels.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_replaced(folder: Path) -> None:
    folder.write_text("a file stands where the folder should be")
    kernels, notice = cache.use_kernel_folder()
    assert folder not in kernels.parents
    assert cache.can_write(kernels)
    assert "cannot be written" in notice
    kernels.rmdir()


def test_old_folders_are_forgotten(folder: Path) -> None:
    for age in range(6):
        old = folder / f"kernels-old{age}"
        old.mkdir(parents=True)
        os.utime(old, (age, age))
    current, _ = cache.use_kernel_folder()
    kept = {path.name for path in folder.iterdir()}
    assert kept == {current.name, "kernels-old5", "kernels-old4"}


CORRUPT = """
import numpy as np
from sim.targets import kernel, kernel_folder
from tests.sim.lane_drivers import draw_scalars
folder, notice = kernel_folder()
words, normals = np.zeros((4, 1), np.uint32), np.zeros((2, 1))
kernel(draw_scalars)(np.zeros((4, 1), np.uint32), np.uint32(0), np.uint32(0), words, normals)
assert words[0, 0] == 0x6627E8D5
"""


def test_a_corrupt_index_is_compiled_away(tmp_path: Path) -> None:
    """An unsealed file that numba cannot read is replaced in the middle of the first call."""
    environment = {**os.environ, "NUTSHELL_CACHE": str(tmp_path / "cache")}
    run = [sys.executable, "-c", CORRUPT]
    subprocess.run(run, check=True, env=environment, cwd=ROOT)
    indices = list((tmp_path / "cache").rglob("*.nbi"))
    assert indices
    for path in indices:
        path.write_bytes(path.read_bytes()[:40])
    subprocess.run(run, check=True, env=environment, cwd=ROOT)
    assert all(path.stat().st_size > 40 for path in (tmp_path / "cache").rglob("*.nbi"))


def test_importing_the_library_imports_no_compiler() -> None:
    code = "import sim, sim.targets, sim.simulations.race_kernels, sys; assert 'numba' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
