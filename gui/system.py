"""What Qt needs from a Linux system, looked at before Qt is imported.

Qt does not raise where a library or the display is missing: it aborts the process. So the libraries are loaded here
by name and the display is knocked at first, and what is missing becomes one sentence with the one line that mends it.
Other systems bring everything along and pass.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

CANNOT_START = 3

# Library file: Debian package. Every window needs the first table, even one in memory; a window on X also the second.
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
IN_MEMORY = ("offscreen", "minimal", "vnc")

Loads = Callable[[str], bool]


def trouble(offscreen: bool, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str | None:
    """The sentence that says why no window can open here, or None. `offscreen`: it is to be drawn into memory."""
    if not system.startswith("linux"):
        return None
    platform = environment.get("QT_QPA_PLATFORM", "offscreen" if offscreen else "")
    in_memory = platform.split(":")[0] in IN_MEMORY
    return missing_libraries(ALWAYS) or (None if in_memory else _no_screen(environment, platform))


def missing_libraries(wanted: Mapping[str, str], loads: Loads | None = None) -> str | None:
    """The sentence about those of `wanted` (file: package) that this system lacks, or None."""
    loads = loads or _loads
    missing = [package for file, package in wanted.items() if not loads(file)]
    if not missing:
        return None
    libraries = "a system library" if len(missing) == 1 else "system libraries"
    return f"Nutshell cannot open a window because {libraries} of Qt {_is(missing)} missing; {_mend(missing)}"


def _is(missing: list[str]) -> str:
    return "is" if len(missing) == 1 else "are"


def _mend(packages: Iterable[str]) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"on Debian or Ubuntu run: {sudo}apt install {' '.join(packages)}"


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _no_screen(environment: Mapping[str, str], platform: str) -> str | None:
    """Why neither Wayland nor X will show a window: no display, one that does not answer, or missing libraries."""
    if platform.startswith("wayland") or (not platform and _wayland_answers(environment)):
        return None if _wayland_answers(environment) else _no_display()
    display = environment.get("DISPLAY", "")
    if not display:
        return _no_display()
    return missing_libraries(FOR_X) or (None if _x_answers(display) else _no_display(display))


def _no_display(name: str = "") -> str:
    unset = "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)"
    which = f'the display "{name}" does not answer' if name else unset
    return (
        f"Nutshell cannot open a window because {which}; "
        "start it from a desktop session, or draw a picture without one: --screenshot race.png"
    )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        try:
            door.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError:
            return False
    return True


def _x_answers(display: str) -> bool:
    """Ask the X server by its own library, permissions included."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
