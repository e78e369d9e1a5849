"""Philox against the vectors its authors publish (Random123, kat_vectors), and the same bits in every form."""

import numpy as np
import pytest

from sim.rng import normal_pair, philox, split_seed
from sim.targets import aligned, kernel
from tests.sim.lane_drivers import draw_16, draw_scalars, draw_thread

ONES = 0xFFFFFFFF
PUBLISHED = (
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((ONES, ONES, ONES, ONES), (ONES, ONES), (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
)
LANES = 64


def drawn(form: str, counters: np.ndarray, key: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """(words, normals) for counters (4, n) in one of three forms."""
    counters = aligned(counters, np.uint32)
    words, normals = aligned(np.zeros(counters.shape), np.uint32), aligned(np.zeros((2, counters.shape[1])), np.float64)
    if form == "plain Python":
        for thread in range(counters.shape[1]):
            draw_thread(thread, counters, *key, words, normals)
    else:
        run = kernel({"scalars": draw_scalars, "16 lanes": draw_16}[form])
        run(counters, np.uint32(key[0]), np.uint32(key[1]), words, normals)
    return words, normals


@pytest.mark.parametrize("form", ["plain Python", "scalars", "16 lanes"])
@pytest.mark.parametrize("counter, key, answer", PUBLISHED)
def test_the_published_vectors_come_out(
    counter: tuple[int, ...], key: tuple[int, int], answer: tuple[int, ...], form: str
) -> None:
    words, _ = drawn(form, np.repeat(np.array([counter]).T, 16, axis=1), key)
    assert (words == np.array([answer]).T).all()


def test_arrays_are_vectors_in_plain_python() -> None:
    counter, key, answer = PUBLISHED[2]
    found = philox(np.full(5, counter[0], np.uint32), *counter[1:], *key)
    assert [list(word) for word in found] == [[word] * 5 for word in answer]


def test_every_form_draws_the_same_bits() -> None:
    counters = np.random.default_rng(1).integers(0, 1 << 32, (4, LANES))
    (first, normals), *others = [drawn(form, counters, (7, 9)) for form in ("plain Python", "scalars", "16 lanes")]
    for words, pairs in others:
        assert np.array_equal(words, first)
        assert np.allclose(pairs, normals, rtol=1e-13, atol=1e-14)


def test_normal_numbers_have_mean_zero_and_variance_one() -> None:
    count = 1 << 16
    words = philox(np.arange(count, dtype=np.uint32), 0, 0, 0, *split_seed(2026))
    x, y = normal_pair(words[0], words[1], np.float64(0))
    for sample in (x, y):
        assert abs(sample.mean()) < 5 / np.sqrt(count)
        assert abs(sample.var() - 1) < 5 * np.sqrt(2 / count)
        assert abs((sample**3).mean()) < 5 * np.sqrt(15 / count)
        assert abs((sample**4).mean() - 3) < 5 * np.sqrt(96 / count)
    assert abs(np.corrcoef(x, y)[0, 1]) < 5 / np.sqrt(count)


def test_a_seed_of_sixty_four_bits_is_two_keys() -> None:
    assert split_seed(0x0123456789ABCDEF) == (0x89ABCDEF, 0x01234567)
