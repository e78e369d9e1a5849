"""How large a picture is, read from the first bytes of its file: nothing is unpacked, so no picture is a bomb here.

PNG (W3C), JPEG (ITU T.81), GIF 89a, WebP (RFC 9649).
"""

import struct

from sim.numerals import write_fixed
from sim.phrases import phrase

LARGEST_FILE = 5_000_000
MOST_PIXELS = 16_000_000


def wrong_image(data: bytes, name: str) -> str:
    """Why a picture cannot be shown, in a sentence; "" where it can."""
    if len(data) > LARGEST_FILE:
        return phrase(
            "The picture has {data} MB; up to {largest_file} MB are shown.",
            data=write_fixed(len(data) / 1e6, 1),
            largest_file=f"{LARGEST_FILE / 1e6:.0f}",
        )
    try:
        kind, width, height = size_of(data)
    except (struct.error, IndexError, ValueError):
        return "This is no picture of the kinds PNG, JPEG, GIF or WebP."
    ending = name.rpartition(".")[2].lower().replace("jpg", "jpeg")
    if kind != ending:
        return phrase("The name ends in .{ending}, but the picture is a {kind}.", ending=ending[:10], kind=kind.upper())
    if width < 1 or height < 1:
        return "The picture has no size."
    if width * height > MOST_PIXELS:
        return phrase(
            "The picture has {width} x {height} points; up to {most_pixels} million are shown.",
            width=width,
            height=height,
            most_pixels=MOST_PIXELS // 1_000_000,
        )
    return ""


def size_of(data: bytes) -> tuple[str, int, int]:
    """(kind, width, height). ValueError, IndexError or struct.error for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR":
        return "png", *struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif", *struct.unpack("<HH", data[6:10])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", *webp_size(data)
    if data[:3] == b"\xff\xd8\xff":
        return "jpeg", *jpeg_size(data)
    raise ValueError("unknown kind of picture")


def webp_size(data: bytes) -> tuple[int, int]:
    """(width, height) from the first chunk."""
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack("<I", data[21:25])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError("unknown WebP")


def jpeg_size(data: bytes) -> tuple[int, int]:
    """(width, height) from the first frame header."""
    place = 2
    while place < len(data):
        if data[place] != 0xFF:
            raise ValueError("no marker")
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        else:
            (length,) = struct.unpack(">H", data[place + 2 : place + 4])
            place += 2 + max(length, 2)
    raise ValueError("no frame")
