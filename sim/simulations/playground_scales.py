"""Tables in natural units: whether their columns are fit to be learned from, and the same columns on one scale.

One learning rate serves all weights. Where one column spreads far more than another, or lies far from 0, the rate that
the one column needs is far too large for the other: with metres beside kilograms a small network of tanh units learns
nothing at all. (LeCun, Bottou, Orr & Müller 1998, Efficient BackProp, section 4.3.)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sim.config import Config
from sim.datasets import domain_around
from sim.errors import ConfigError
from sim.numerals import write_short
from sim.phrases import phrase
from sim.simulations.playground_config import OWN
from sim.simulations.playground_view import Array, Data

if TYPE_CHECKING:
    from sim.simulations.playground_data import Own

FEWEST = 4
"""So few points have no scale worth a word."""
FAR, APART = 3.0, 5.0
"""A column is far from 0 when its mean is so many of its standard deviations away; it is wide when that deviation is so
large, and two are unlike when theirs have that ratio. Beyond, a 2-4-1 network of tanh units no longer learns the circle
that it has learned 99 % of."""
ANSWERS = "the answer"
SCALED = " scaled"


def scale_words(data: Data) -> tuple[str, ...]:
    """Why the units of these points, if they are the learner's own, make learning slow: a sentence, or none."""
    if data.key != OWN or data.train.sum() < FEWEST or data.x.shape[1] > 2:
        return ()
    columns, names = data.x[data.train], data.columns
    if not data.classes:
        columns, names = np.column_stack([columns, data.answers[data.train]]), (*names, ANSWERS)
    told = columns.max(axis=0) > columns.min(axis=0)
    middles, spreads = columns.mean(axis=0), columns.std(axis=0)
    odd = told & ((np.abs(middles) > FAR * spreads) | (spreads > APART))
    inputs = spreads[: data.x.shape[1]]
    if told[: len(inputs)].all() and inputs.max() > APART * inputs.min():
        return (
            phrase(
                "{ranges}: no rate suits both, so learning is slow. Scale the columns.",
                ranges=ranges(columns, names, [0, 1]),
            ),
        )
    if odd.any():
        which = np.flatnonzero(odd).tolist()
        return (
            phrase(
                "{ranges}: learning is made for −1 to 1, and slow here. Scale the columns.",
                ranges=ranges(columns, names, which),
            ),
        )
    return ()


def ranges(columns: Array, names: tuple[str, ...], which: list[int]) -> str:
    """From where to where columns go."""
    ends = [(names[k], columns[:, k].min(), columns[:, k].max()) for k in which]
    said = [
        phrase("{name} goes from {low} to {high}", name=name, low=write_short(low, 3), high=write_short(high, 3))
        for name, low, high in ends
    ]
    words = " and ".join(said)
    return words[0].upper() + words[1:] if words.startswith(ANSWERS) else words


def standardised(config: Config, own: Own, value: object) -> Own:
    """"standardise": every column minus its mean, over its standard deviation, and the answers of a regression too."""
    if own.x.shape[1] > 2:
        raise ConfigError("These inputs are 0 or 1; they need no other scale.")
    if not len(own.x):
        raise ConfigError("There are no points to scale.")
    x, answers = on_one_scale(own.x), own.answers
    if not own.classes:
        answers = on_one_scale(answers[:, None])[:, 0]
    names = tuple(name if name.endswith(SCALED) else name + SCALED for name in own.columns)
    domain = domain_around(x, answers[:, None].astype(np.float64))
    return replace(own, x=x, answers=answers, columns=names, domain=domain)


def on_one_scale(columns: Array) -> Array:
    """Every column with the mean 0 and the standard deviation 1; one that tells nothing is 0."""
    largest = np.abs(columns).max(axis=0)
    small = columns / np.where(largest > 0.0, largest, 1.0)
    away, level = small - small.mean(axis=0), small.max(axis=0) == small.min(axis=0)
    spread = away.std(axis=0)
    return np.where(level | (spread == 0.0), 0.0, away / np.where(spread > 0.0, spread, 1.0))
