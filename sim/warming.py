"""Kernels compiled in a process of their own, so that a run goes on meanwhile.

Compiling holds Python's lock most of the time, and the engine's thread is one. At the first start a second process
compiles into the kernel folder on the disk, in the order of `Preparation`, and writes down after each what is there
now; the engine then loads it in a few hundredths of a second. The process ends when it is done, or with the engine.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

NO_WINDOW = 0x08000000
LOWER = 5
COMMAND = (sys.executable, "-m", "sim.warming")
ROOT = Path(__file__).resolve().parent.parent


class Warming:
    """The process, seen from the engine's thread. `begin` starts it once."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._said: Path | None = None
        self._begun = False

    def begin(self) -> None:
        """Start compiling; where no process can be started, the engine compiles by itself."""
        if self._begun:
            return
        self._begun = True
        options: dict[str, Any] = {"creationflags": NO_WINDOW} if sys.platform == "win32" else {}
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        with suppress(OSError):
            handle, name = tempfile.mkstemp(prefix="nutshell-")
            self._said = Path(name)
            with os.fdopen(handle, "wb") as said:
                self._process = subprocess.Popen(
                    list(self._command), stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL,
                    env={**os.environ, "PYTHONPATH": path}, **options,
                )  # fmt: skip

    @property
    def busy(self) -> bool:
        """Whether it is still at work."""
        return self._process is not None and self._process.poll() is None

    def has(self, label: str) -> bool:
        """Whether it has said that the kernel `label` is there."""
        if self._said is None:
            return False
        with suppress(OSError):
            return label in self._said.read_text("utf-8", "replace").splitlines()
        return False

    def end(self) -> None:
        """Nothing more is needed."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()
        if self._said is not None:
            with suppress(OSError):
                self._said.unlink(missing_ok=True)
            self._said = None


def main() -> None:
    """Prepare everything, and say so line by line."""
    from sim.preparation import Preparation
    from sim.simulations import SIMULATIONS

    if hasattr(os, "nice"):
        os.nice(LOWER)
    preparation = Preparation(SIMULATIONS)
    while (entry := preparation.next()) is not None:
        if preparation.run(entry) is None:
            print(entry.label, flush=True)


if __name__ == "__main__":
    main()
