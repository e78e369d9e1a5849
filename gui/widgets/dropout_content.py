"""What the dropout lens shows: a network during one batch, as plain arrays, and which of its units are drawn.

Every example of a batch has its own mask: who came to it, and who was ill. A wide layer is too many to draw, so the
units that matter most stand for it, in the order of their numbers. Who was drawn stays as long as it still matters, so
that the picture does not jump from batch to batch.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from gui.widgets.contours import Array

MOST_DRAWN = 9
ALL_UP_TO = 12
_LOUD = 0.95
_STAY = 2
"""A unit that was drawn stays so while it is among so many times the number drawn."""


def nobody() -> Array:
    """No units."""
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class PupilLayer:
    """A hidden layer during a batch. came (examples, units) bool, answers (examples, units), importance (units,).

    stars: the units that are missed most, most missed first.
    """

    came: Array
    answers: Array
    importance: Array
    stars: tuple[int, ...] = ()

    @property
    def units(self) -> int:
        """How many."""
        return int(self.came.shape[1])

    @cached_property
    def loudest(self) -> float:
        """What fills a disc: only one answer in twenty of the batch is larger."""
        size = np.abs(self.answers[np.isfinite(self.answers) & (self.answers != 0.0)])
        return float(np.quantile(size, _LOUD)) if size.size else 1.0


@dataclass(frozen=True, eq=False)
class LensSeen:
    """A network and a batch. weights: (n_in, n_out) of every layer, the outputs' last.

    inputs (examples, n_in); inputs_came bool or None where nothing is taken from them; outputs (examples, n_out) or
    None where they are not known; names: of the inputs, of the outputs; truth (examples,): the right output, -1
    where there is none. example: the one that is looked at; step: the update that learned from this batch. pixels:
    whether the inputs are a square picture.
    """

    layers: tuple[PupilLayer, ...] = ()
    weights: tuple[Array, ...] = ()
    inputs: Array = field(default_factory=lambda: np.zeros((0, 0)))
    inputs_came: Array | None = None
    outputs: Array | None = None
    input_names: tuple[str, ...] = ()
    output_names: tuple[str, ...] = ()
    truth: Array | None = None
    example: int = 0
    step: int = 0
    pixels: bool = False

    @property
    def examples(self) -> int:
        """How many examples the batch has."""
        return len(self.layers[0].came) if self.layers else 0

    @property
    def at(self) -> int:
        """The example that is looked at, inside the batch."""
        return min(max(self.example, 0), max(0, self.examples - 1))

    def came(self, layer: int) -> Array:
        """Who came to this example, (units,); layer -1: the inputs."""
        if layer >= 0:
            return np.asarray(self.layers[layer].came[self.at], bool)
        if self.inputs_came is None or not len(self.inputs_came):
            return np.ones(self.weights[0].shape[0], bool)
        return np.asarray(self.inputs_came[self.at], bool)

    def answers(self, layer: int) -> Array:
        """What the units say to this example, (units,): nothing where they did not come; layer -1: the inputs."""
        if layer >= 0:
            said = np.asarray(self.layers[layer].answers[self.at], np.float64)
        elif len(self.inputs):
            said = np.asarray(self.inputs[self.at], np.float64)
        else:
            said = np.ones(self.weights[0].shape[0])
        return np.where(self.came(layer), said, 0.0)

    def mattering(self, layer: int) -> Array:
        """How much each unit of a layer matters: the stars most, in their order, then the others, (units,)."""
        pupils = self.layers[layer]
        size: Array = np.abs(np.nan_to_num(pupils.importance, nan=0.0, posinf=0.0, neginf=0.0))
        most = float(size.max(initial=0.0)) + 1.0
        for place, unit in enumerate(pupils.stars):
            size[unit] = most * (2.0 + len(pupils.stars) - place)
        return size

    def right(self) -> int:
        """The right output for this example, or -1."""
        return -1 if self.truth is None or self.at >= len(self.truth) else int(self.truth[self.at])


def drawn_units(importance: Array, most: int, before: Sequence[int] = ()) -> tuple[int, ...]:
    """The `most` units that matter most, in rising order; those of `before` stay while they still matter much.

    The first third of them is always there, whoever was drawn before.
    """
    size = np.where(np.isfinite(importance), np.abs(importance), np.inf)
    if size.size <= most:
        return tuple(range(size.size))
    order = np.argsort(-size, kind="stable").tolist()
    pool, first = order[: _STAY * most], order[: -(-most // 3)]
    kept = [unit for unit in pool if unit in before and unit not in first]
    chosen = (first + kept)[:most]
    fresh = [unit for unit in order if unit not in chosen][: most - len(chosen)]
    return tuple(sorted((*chosen, *fresh)))


def weight_of_units(weights: Array) -> Array:
    """How much the units of a layer weigh in the next: the sum of |weight|, (units,)."""
    total: Array = np.abs(np.nan_to_num(np.asarray(weights, np.float64))).sum(axis=1)
    return total
