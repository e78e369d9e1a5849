"""Philox4x32-10: random numbers computed from a counter and a key (Salmon, Moraes, Dror & Shaw 2011).

No generator has state: the key is the seed, the counter says what the number is for (step, lane, purpose). So any
number can be recomputed anywhere, and does not depend on the target, the number of lanes or threads. The bits are the
same on every target.
"""

from sim.elementary import cos, log, sin, sqrt
from sim.lanes import fraction_of, like, multiply_words, words
from sim.portable import portable

MULTIPLY_0, MULTIPLY_2 = 0xD2511F53, 0xCD9E8D57
WEYL_0, WEYL_1 = 0x9E3779B9, 0xBB67AE85
TWO_PI = 6.283185307179586
INITIAL, SHUFFLE, DROP = 1 << 24, 2 << 24, 3 << 24
"""What the random numbers of a network are for: its first weights, the order of examples, the masks of dropout."""


@portable
def philox(c0, c1, c2, c3, k0, k1):
    """Four random 32-bit words from four counters and two keys; any of the six may be one per lane."""
    kind = words(words(c0) ^ words(c1) ^ words(c2) ^ words(c3) ^ words(k0) ^ words(k1))
    c0, c1, c2, c3 = like(kind, c0), like(kind, c1), like(kind, c2), like(kind, c3)
    k0, k1 = words(like(kind, k0)), words(like(kind, k1))
    for _ in range(10):
        high_0, low_0 = multiply_words(words(MULTIPLY_0), c0)
        high_2, low_2 = multiply_words(words(MULTIPLY_2), c2)
        c0, c1, c2, c3 = words(high_2 ^ c1 ^ k0), low_2, words(high_0 ^ c3 ^ k1), low_0
        k0, k1 = words(k0 + words(WEYL_0)), words(k1 + words(WEYL_1))
    return c0, c1, c2, c3


@portable
def normal_pair(word_0, word_1, example):
    """Two independent standard normal numbers from two random words (Box & Muller 1958), in the type of `example`."""
    u, turn = fraction_of(word_0, example), fraction_of(word_1, example)
    radius = sqrt(like(u, -2.0) * log(u))
    return radius * cos(like(u, TWO_PI) * turn), radius * sin(like(u, TWO_PI) * turn)


def split_seed(seed: int) -> tuple[int, int]:
    """A seed of up to 64 bits as the two key words of `philox`."""
    return seed & 0xFFFFFFFF, (seed >> 32) & 0xFFFFFFFF


@portable
def purpose_word(purpose, replica):
    """The last counter of `philox` for networks: what a number is for, and for which of up to 2^24 replicas."""
    return words(replica ^ words(purpose))
