"""Many valleys: twenty wide networks from other seeds, and beside them a hundred tiny ones that learn XOR.

The wide ones, 64-64-10, learn the digits by descent with momentum .9 in batches of 32, twenty passes. The tiny ones are
those of Rumelhart, Hinton & Williams 1986: two hidden sigmoid units, all four examples at every step, squared error,
rate .5, momentum .9. All begin together, and end together.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

import numpy as np

from sim.config import Config
from sim.initialisers import draw_parameters
from sim.network_ensemble import Ensemble, advance_many, begin_many, evaluate_ensemble
from sim.network_failure import Failure
from sim.network_plan import make_plan
from sim.network_training import Training, settings_of
from sim.phrases import phrase
from sim.simulations.skier_guard import Guard, guard_of, looked_at_one, tried_one
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import ValleysSeen
from sim.skier_digits import (
    NARROW,
    Array,
    Labels,
    begun,
    descent,
    first_parameters,
    graded,
    parts,
    steps_an_epoch,
    training_size,
)
from sim.targets import aligned

WIDE, TINY, PASSES = 20, 100, 20
BATCH, MOMENTUM = 32, 0.9
SWEEPS = 3
"""Updates of the tiny ones in a step: 2,460 in all, after which no more of them find the way."""
MOST = PASSES * steps_an_epoch(BATCH)
TINY_LAYERS = (2, 2, 1)
X, Y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([[0.0], [1.0], [1.0], [0.0]])
SOLVED = 0.1
"""An example is learned when its answer is off by less."""


@dataclass(frozen=True, eq=False)
class Valley:
    """How the wide ones are doing after some passes: losses, accuracies (nets,); distances, alike (nets, nets)."""

    epoch: float
    losses: Array
    accuracies: Array
    distances: Array
    alike: Array


@dataclass(eq=False)
class Valleys:
    """valleys: as measured, once a pass."""

    wide: tuple[Training, ...]
    tiny: Ensemble
    guard: Guard
    step: int = 0
    valleys: list[Valley] = field(default_factory=list)

    def copy(self) -> "Valleys":
        """A checkpoint."""
        return replace(
            self, wide=tuple(training.clone() for training in self.wide), tiny=copied(self.tiny),
            valleys=list(self.valleys),
        )  # fmt: skip

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        own = self.tiny.learner
        return sum(map(training_size, self.wide)) + sum(int(row.nbytes) for row in (own.p, own.m, own.v))


def copied(ensemble: Ensemble) -> Ensemble:
    """One that can be continued by itself."""
    own = ensemble.learner
    learner = own._replace(
        p=aligned(own.p, np.float32), m=aligned(own.m, np.float32), v=aligned(own.v, np.float32)
    )  # fmt: skip
    data = ensemble.data._replace(order=aligned(ensemble.data.order, np.int64))
    ended = aligned(ensemble.ended, np.uint32)
    return replace(ensemble, learner=learner, data=data, clock=ensemble.clock.copy(), ended=ended)


def begin(config: Config) -> Valleys:
    """All at their first weights."""
    seed = config["seed"]
    first = draw_parameters("uniform", TINY_LAYERS, seed, range(TINY))
    plan = make_plan(TINY_LAYERS, ("sigmoid", "sigmoid"))
    wide = tuple(begun(NARROW, seed, replica) for replica in range(WIDE))
    part = Valleys(wide, begin_many(plan, "squared_error", first, X, Y, seed), guard_of(wide[0]))
    look(config, part)
    return part


def step(config: Config, part: Valleys) -> bool:
    """One update of the wide ones, a few of the tiny ones."""
    if part.step >= MOST:
        return False
    part.step += 1
    part.guard = replace(part.guard, failure=None)
    settings = descent(config["learning_rate"], BATCH, MOMENTUM)
    for number, training in enumerate(part.wide):
        guard, named = of_one(config, part.guard, number), partial(failure_in, number)
        part.guard, _ = tried_one(guard, training, settings, 1, named)
    tiny = settings_of("momentum", {"learning_rate": 0.5, "momentum": 0.9}, batch=len(X))
    advance_many(part.tiny, tiny, SWEEPS)
    if part.step % steps_an_epoch(BATCH) == 0:
        look(config, part)
        for number, training in enumerate(part.wide):
            losses = tuple(float(part.valleys[at].losses[number]) for at in (0, -1))
            guard, named = of_one(config, part.guard, number), partial(failure_in, number)
            part.guard = looked_at_one(guard, training, settings, losses, named)
    return True


def of_one(config: Config, guard: Guard, number: int) -> Guard:
    """The guard of one of the wide networks: each began at its own weights."""
    return replace(guard, first=first_weights(config["seed"])[number])


@lru_cache(maxsize=2)
def first_weights(seed: int) -> Array:
    """Of all wide networks."""
    return first_parameters(NARROW, seed, range(WIDE))


def failure_in(number: int, found: Failure) -> Failure:
    """A failure of one of the wide networks."""
    return replace(found, arm=str(number), name=phrase("Network {number}", number=number + 1))


def look(config: Config, part: Valleys) -> None:
    """Write down how the wide ones are doing."""
    train, test = parts()
    grades = [graded(training, test) for training in part.wide]
    part.valleys.append(
        Valley(
            epoch=part.step / steps_an_epoch(BATCH),
            losses=np.array([graded(training, train).loss for training in part.wide]),
            accuracies=np.array([grade.accuracy for grade in grades]),
            distances=distances_of(config, part),
            alike=alike([grade.answers for grade in grades]),
        )
    )


def distances_of(config: Config, part: Valleys) -> Array:
    """How far the networks are from each other, the way of the first from its start being 1; before, plain lengths."""
    places = np.stack([np.array(training.parameters, np.float64) for training in part.wide])
    away = np.array([np.sqrt(np.square(places - place).sum(axis=1)) for place in places])
    start = np.array(begun(NARROW, config["seed"]).parameters, np.float64)
    way = float(np.sqrt(np.square(places[0] - start).sum()))
    return away / way if way > 0.0 else away


def alike(answers: list[Labels]) -> Array:
    """The share of test digits that two networks answer alike."""
    return np.array([[float((one == other).mean()) for other in answers] for one in answers])


def seen(config: Config, part: Valleys) -> ValleysSeen:
    """All of them, as they are shown."""
    now, done = part.valleys[-1], part.step >= MOST
    losses, outputs = evaluate_ensemble(part.tiny)
    solved = (np.abs(outputs[:, :, 0] - Y[:, 0]) < SOLVED).all(axis=1)
    return ValleysSeen(
        nets=WIDE, tiny=TINY, epoch=part.step / steps_an_epoch(BATCH), passes=PASSES,
        epochs=np.array([valley.epoch for valley in part.valleys]),
        curves=np.array([valley.losses for valley in part.valleys]), losses=now.losses.copy(),
        accuracies=now.accuracies.copy(), mean=float(now.accuracies.mean()), spread=float(now.accuracies.std()),
        low=float(now.accuracies.min()), high=float(now.accuracies.max()), distances=now.distances.copy(),
        same_answers=now.alike.copy(), tiny_losses=losses.astype(np.float64), tiny_solved=solved,
        stuck=TINY - int(solved.sum()), finished=WIDE + TINY if done else int(solved.sum()), done=done,
    )  # fmt: skip


VALLEYS = Rules(begin, step, seen, rate=200.0, last=lambda config: MOST)
