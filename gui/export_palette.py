"""The one palette that all frames of a GIF share, found from a few of them.

Three quarters of the colours come from median cut, which serves what covers much ground. The rest go, one after the
other, to the colours that are then represented worst: thin tracks and words on a large calm relief. Colours are told
apart by their upper six bits.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

COLORS = 255
"""The 256th is transparent."""
RARE = 64
SAMPLED = 10_000
"""Pixels of each picture that median cut looks at."""
MOST_BINS = 4_000
"""Different colours that may ask for an entry of their own."""


class Palette:
    """Takes pictures, then gives colours. Each call is a piece of work of a few milliseconds."""

    def __init__(self) -> None:
        self._samples: list[Pixels] = []
        self._seen = np.zeros(1 << 18, bool)
        self._common = np.zeros((0, 3), np.uint8)

    def add(self, picture: Pixels) -> None:
        """Look at a picture (rows, columns, 4): at a quarter of its pixels, which no line slips through."""
        quarter = picture[::2, ::2, :3]
        every = max(1, int(np.sqrt(quarter.shape[0] * quarter.shape[1] / SAMPLED)))
        self._samples.append(quarter[::every, ::every].reshape(-1, 3))
        red, green, blue = ((quarter[..., k] >> 2).astype(np.int32) for k in range(3))
        self._seen[(red << 12) | (green << 6) | blue] = True

    def find_common(self) -> None:
        """Median cut over what was added."""
        sample = np.ascontiguousarray(np.concatenate(self._samples).reshape(1, -1, 3))
        found = Image.fromarray(sample, "RGB").quantize(COLORS - RARE, Image.Quantize.MEDIANCUT).getpalette()
        self._common = np.array(found, np.uint8).reshape(-1, 3)

    def colors(self) -> Pixels:
        """Up to 255 colours (n, 3). Call `find_common` before."""
        bins = np.flatnonzero(self._seen)
        bins = bins[:: len(bins) // MOST_BINS + 1]
        middles = np.stack([bins >> 12, bins >> 6 & 63, bins & 63], axis=1) * 4 + 2
        return with_rare_colors(self._common, middles.astype(np.float32))


def with_rare_colors(palette: Pixels, wanted: NDArray[np.float32]) -> Pixels:
    """The palette and, one after the other, those of the `wanted` colours (n, 3) that are farthest from all in it."""
    chosen = palette.astype(np.float32)
    distance = (np.sum(wanted**2, axis=1)[:, None] + np.sum(chosen**2, axis=1) - 2.0 * wanted @ chosen.T).min(axis=1)
    more = []
    for _ in range(COLORS - len(palette)):
        farthest = int(np.argmax(distance))
        more.append(wanted[farthest])
        apart = wanted - wanted[farthest]
        distance = np.minimum(distance, np.einsum("ij,ij->i", apart, apart))
    return np.concatenate([chosen, np.array(more)]).astype(np.uint8)
