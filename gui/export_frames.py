"""Pictures as frames of a GIF: one palette for all, and of each frame only what changed.

The last of the 256 colours is the transparent one: what is as before. There is no dithering: it would make still ground
move.
"""

import struct

import numpy as np
from PIL import GifImagePlugin, Image
from PySide6.QtGui import QImage

from gui.export_file import ExportError
from gui.export_palette import COLORS, Pixels

CLEAR = 255
SHORTEST = 2
"""Hundredths of a second; browsers show shorter frames slowly."""


def pixels_of(image: QImage) -> Pixels:
    """A picture as bytes (rows, columns, 4): red, green, blue and one that means nothing. A copy."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    width, height = plain.width(), plain.height()
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(height, plain.bytesPerLine())
    return rows[:, : 4 * width].reshape(height, width, 4).copy()


def delays(frames: int, frames_per_second: float, stay: float) -> list[int]:
    """Hundredths of a second that each frame shows; the last stays longer. Rounding errors do not add up."""
    pace = 100.0 / min(max(frames_per_second, 0.1), 100.0 / SHORTEST)
    ends = [round(pace * (index + 1)) for index in range(frames)]
    found = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    if found:
        found[-1] += round(100 * stay)
    return found


class Encoder:
    """The blocks of one GIF."""

    def __init__(self, width: int, height: int, palette: Pixels) -> None:
        self.width, self.height = width, height
        table = np.zeros((256, 3), np.uint8)
        table[: len(palette)] = palette
        table[len(palette) :] = palette[0]
        self.table = table
        self._palette = Image.new("P", (1, 1))
        self._palette.putpalette(table[:COLORS].tobytes())
        self._before: Pixels | None = None
        self._indices = np.zeros((height, width), np.uint8)

    def header(self) -> bytes:
        """Size, palette, and that it repeats for ever."""
        size = struct.pack("<HHBBB", self.width, self.height, 0xF7, 0, 0)
        forever = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
        return b"GIF89a" + size + self.table.tobytes() + forever

    def frame(self, picture: Pixels, delay: int) -> bytes:
        """One frame that shows for `delay` hundredths of a second."""
        top, bottom, left, right = self._changed_box(picture)
        box = (slice(top, bottom), slice(left, right))
        new = self._indexed(np.ascontiguousarray(picture[box][..., :3]))
        shown = new if self._before is None else np.where(new == self._indices[box], np.uint8(CLEAR), new)
        self._indices[box] = new
        self._before = picture
        image = Image.fromarray(shown, "P")
        blocks = GifImagePlugin.getdata(image, (left, top), duration=10 * delay, disposal=1, transparency=CLEAR)
        return b"".join(blocks)

    def trailer(self) -> bytes:
        """The end of the file."""
        return b";"

    def _changed_box(self, picture: Pixels) -> tuple[int, int, int, int]:
        """Top, bottom, left and right of what differs from the frame before; one pixel where nothing does."""
        if picture.shape[:2] != (self.height, self.width):
            raise ExportError("The picture changed its size while the GIF was made. Save it again.")
        if self._before is None:
            return 0, self.height, 0, self.width
        words = (part.view(np.uint32)[..., 0] for part in (picture, self._before))
        differs = np.not_equal(*words)
        rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
        if not rows.size:
            return 0, 1, 0, 1
        return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1

    def _indexed(self, colors: Pixels) -> Pixels:
        """The nearest palette entry of each pixel."""
        image = Image.fromarray(colors, "RGB").quantize(palette=self._palette, dither=Image.Dither.NONE)
        return np.asarray(image, np.uint8)
