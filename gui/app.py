"""The entry: arguments, then the system, then Qt. Nothing here imports Qt before both were looked at.

Exit codes: 0 done, 1 a picture, random events or the check of a lesson failed, 2 wrong arguments, 3 no window can open.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from gui.arguments import parse
from gui.system import CANNOT_START, trouble


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = parse(sys.argv[1:] if words is None else words)
    if arguments.check_lesson is not None:
        from sim.lesson_checking import print_mistakes

        return print_mistakes(arguments.check_lesson)
    reason = trouble(arguments.offscreen)
    if reason:
        print(reason, file=sys.stderr)
        return CANNOT_START
    if arguments.offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["QT_SCALE_FACTOR"] = f"{arguments.scale:g}"
    try:
        from gui.program import Program
    except ModuleNotFoundError as error:
        print(f"Nutshell needs the package {error.name}; install it with: pip install .", file=sys.stderr)
        return CANNOT_START
    program = Program(arguments)
    return program.end(program.application.exec())
