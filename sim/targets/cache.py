"""Where compiled kernels are kept between starts.

numba's disk cache sees edits only in the driver's own file, so the folder is named by a hash of every source that
machine code depends on (`sim.targets.sources`) and of the versions: an edit in one of them gives a new folder, and
`cache=True` is safe. After the first preparation the
folder is sealed with a list of checksums; a folder whose files differ from its list is thrown away before numba reads
it, because damaged machine code would take the process down. A folder that cannot be written is replaced by a
temporary one.
"""

import hashlib
import json
import os
import platform
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from sim.targets.sources import kernel_sources, sources

SEAL = "seal.json"
KEPT_FOLDERS = 3
SWITCHES = ("NUTSHELL_CONTRACT", "NUMBA_CPU_NAME", "NUMBA_BOUNDSCHECK", "NUMBA_DISABLE_JIT", "NUMBA_ENABLE_CUDASIM")
"""Environment variables that change what is compiled."""


def fingerprint() -> str:
    """A hash of the sources of kernels, of the versions that compile them, and of the machine they are made for."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parent.parent
    texts = sources(root)
    for module in kernel_sources(texts):
        digest.update(module.encode() + b"\0" + texts[module].encode() + b"\0")
    for part in (version("numba"), version("llvmlite"), version("numpy"), sys.version, platform.machine(), str(root)):
        digest.update(part.encode() + b"\0")
    for switch in SWITCHES:
        digest.update(os.environ.get(switch, "").encode() + b"\0")
    return digest.hexdigest()[:16]


def cache_root() -> Path:
    """The folder above all kernel folders: NUTSHELL_CACHE, or the user's cache folder."""
    if named := os.environ.get("NUTSHELL_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("nutshell")


def use_kernel_folder() -> tuple[Path, str]:
    """Choose the folder, make numba use it, and say what was wrong with it ("" if nothing); before numba's import."""
    folder, notice = cache_root() / f"kernels-{fingerprint()}", ""
    if not is_sound(folder):
        shutil.rmtree(folder, ignore_errors=True)
        notice = "The stored kernels were damaged; they are being prepared again."
    if not can_write(folder):
        folder = Path(tempfile.mkdtemp(prefix="nutshell-kernels-"))
        notice = f"The cache folder {cache_root()} cannot be written; kernels are prepared anew at every start."
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    if "numba" in sys.modules:
        sys.modules["numba"].config.reload_config()
    forget_old_folders(folder)
    return folder, notice


def can_write(folder: Path) -> bool:
    """Whether files can be made in `folder`, which is made if missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def checksums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every kernel file."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SEAL)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def seal(folder: Path) -> None:
    """Write down the checksums of what is there now."""
    temporary = folder / f"{SEAL}.{os.getpid()}"
    try:
        temporary.write_text(json.dumps(checksums(folder)))
        os.replace(temporary, folder / SEAL)
    except OSError:
        temporary.unlink(missing_ok=True)


def is_sound(folder: Path) -> bool:
    """False if a file differs from the seal. Files that were added after the seal are trusted."""
    try:
        sealed = json.loads((folder / SEAL).read_text())
        found = checksums(folder)
        return all(found.get(name) == value for name, value in sealed.items())
    except FileNotFoundError:
        return True
    except (OSError, ValueError, AttributeError):
        return False


def forget_old_folders(current: Path) -> None:
    """Keep the newest few kernel folders, so that edits and upgrades do not fill the disk."""
    try:
        folders = sorted(current.parent.glob("kernels-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return
    for old in [path for path in folders if path != current][KEPT_FOLDERS - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
