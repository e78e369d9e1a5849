"""Snapshots of the lab made by hand from networks, as its pages of pupils get them."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from gui.panels.lab.pages import Hands
from sim.config import Config
from sim.dropout_lens import Room, catch_flu, copied, find_stars, outputs_of, room_of, sums_with
from sim.dropout_masks import SCATTER, advance_masks, begin_masks, mask_factors, mask_mean
from sim.network import Network
from sim.simulations.lab_config import PARAMETERS
from sim.simulations.lab_view import (
    ArmCurves,
    ArmSeen,
    Asked,
    CorrelationSeen,
    FluSeen,
    LabData,
    LabSnapshot,
    Lens,
    LensLayer,
    MasksSeen,
    Penalties,
    Robust,
    StarsSeen,
    TwoSeen,
)

NONE = np.zeros(0)


def config(arms: int = 2) -> Config:
    """The settings of a lab: B has dropout."""
    return Config.defaults(PARAMETERS).replace({"arms": arms, "b.dropout": 0.5})


def networks(layers: tuple[int, ...] = (2, 8, 20, 1), arms: int = 2) -> dict[str, Network]:
    """Untrained networks of different seeds, with biases."""
    made = {}
    for place, key in enumerate("abcd"[:arms]):
        kind = ("relu", "softmax" if layers[-1] > 1 else "sigmoid")
        made[key] = Network(layers, *kind, "cross_entropy", seed=place)
        for biases in made[key].biases:
            biases[:] = 0.1 * np.random.default_rng(place).normal(size=len(biases))
    return made


def snapshot(
    made: Mapping[str, Network] | None = None, *, asked: Asked | None = None, arm: str = "b", rate: float = 0.5,
    step: int = 1204, example: int = 0, examples: int = 12, data: tuple[Any, Any] | None = None, layer: int = -1,
) -> LabSnapshot:  # fmt: skip
    """What the lab says of these networks; what was not asked for is not there."""
    made, asked = networks() if made is None else made, Asked() if asked is None else asked
    first = made["a"]
    x, y = random_data(first, examples) if data is None else data
    rooms = {key: room_of(net.plan, net.loss, net.parameters, x, y) for key, net in made.items()}
    layer = layer % max(1, len(first.layers) - 2)
    return LabSnapshot(
        step=step, resets=0, steps_per_epoch=7, data=data_of(x, y), layers=first.layers,
        activations=rooms["a"].activations, arms=tuple(arm_of(key, room) for key, room in rooms.items()), asked=asked,
        two=TwoSeen((1.0, 0.3), (1.0, 1.0), 0.0, 0.0, (1.0, 0.3), (1.0, 0.3), (1.0, 0.3)),
        robust=Robust(
            {key: stars_of(room, layer, asked.stars, step) for key, room in rooms.items()} if asked.stars else {},
            {key: flu_of(room, layer, asked.flu, step) for key, room in rooms.items()} if asked.flu else {},
            {key: likeness_of(rooms[key], layer) for key in asked.correlation},
        ),
        lens=lens_of(arm, rooms[arm], x, y, rate if arm != "a" else 0.0, step),
        masks={key: masks_of(key, room, example, step) for key, room in rooms.items()} if asked.masks else {},
    )  # fmt: skip


def random_data(network: Network, examples: int) -> tuple[Any, Any]:
    """Random examples."""
    random, outputs = np.random.default_rng(5), network.layers[-1]
    labels = random.integers(0, max(2, outputs), examples)
    return random.normal(size=(examples, network.layers[0])), np.eye(max(2, outputs))[labels][:, -outputs:]


def data_of(x: Any, y: Any) -> LabData:
    """Examples with their classes."""
    classes = tuple(str(k) for k in range(max(2, y.shape[1])))
    answers = y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0].astype(np.int64)
    return LabData("moons", "Two moons", x, answers, x, answers, classes, (-1.0, 1.0, -1.0, 1.0),
                   np.zeros(len(x), bool), NONE, NONE, NONE)  # fmt: skip


def arm_of(key: str, room: Room) -> ArmSeen:
    """One arm, of which only the weights matter here."""
    accuracy = float(catch_flu(room, 0, draws=1).whole[1]) if room.hidden else 0.5
    changed = ("dropout",) if key != "a" else ()
    nothing = ArmCurves(*(np.zeros(0, np.int64),) * 2, *(NONE,) * 6)
    return ArmSeen(
        key, 3, 21, 7, nothing, 0.3, 0.4, 0.0, 0.0, 0.0, 0.0, accuracy, accuracy, None, None, changed, False,
        Penalties(0, 0, 1, 0.1, 0.1, 0.2, NONE, np.zeros(0, np.int64)), room.weights, room.biases,
    )  # fmt: skip


def lens_of(key: str, room: Room, x: Any, y: Any, rate: float, step: int) -> Lens | None:
    """A batch of all examples, with masks of its own."""
    if not room.hidden:
        return None
    random = np.random.default_rng(step)
    layers = tuple(
        LensLayer(random.random(answers.shape) >= rate, answers, copied(room, layer).sum(axis=1))
        for layer, answers in enumerate(room.hidden)
    )
    outputs = outputs_of(room, sums_with(room, 0, [np.ones((1, room.hidden[0].shape[1]))]))[0]
    labels = y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0].astype(np.int64)
    rates = (0.0, *(rate,) * len(layers))
    return Lens(key, layers, room.weights, np.arange(len(x)), x, np.ones(x.shape, bool), outputs, labels, rates, step)


def stars_of(room: Room, layer: int, count: int, step: int) -> StarsSeen:
    """All that were asked for."""
    found = find_stars(room, layer, count)
    return StarsSeen(layer, found.units, found.loss, found.accuracy, count, step)


def flu_of(room: Room, layer: int, draws: int, step: int) -> FluSeen:
    """All draws."""
    found = catch_flu(room, layer, draws=draws)
    return FluSeen(layer, found.accuracy, found.loss, found.ill, found.whole[1], found.whole[0], draws, step)


def likeness_of(room: Room, layer: int) -> CorrelationSeen:
    """All pairs of those that do not always say the same."""
    answers = room.hidden[layer]
    units = np.flatnonzero(answers.std(axis=0) > 1e-6)
    r = np.corrcoef(answers[:, units].T)
    return CorrelationSeen(layer, units, r, float(np.abs(r[~np.eye(len(r), dtype=bool)]).mean()))


def masks_of(key: str, room: Room, example: int, step: int) -> MasksSeen:
    """All masks counted."""
    count = begin_masks(room, 0.5)
    advance_masks(count, count.masks)
    mean = mask_mean(count)
    factors, chances = mask_factors(room, np.arange(count.masks) * SCATTER % count.masks, 0.5)
    answers = outputs_of(room, sums_with(room, 0, factors))[:, example, 0]
    scaled = float(mean.scaled[example, 0])
    return MasksSeen(key, 0.5, count.masks, count.at, mean, example, 0, answers, chances, scaled, step)


class Wishes:
    """What a page wanted done."""

    def __init__(self, locked: tuple[str, ...] = ()) -> None:
        self.edits: list[tuple[str, Any]] = []
        self.changes: list[dict[str, object]] = []
        self.looks = 0
        self.locked = locked

    def hands(self) -> Hands:
        """Hands that note it."""
        return Hands(
            edit=lambda name, value: self.edits.append((name, value)),
            change=lambda values: self.changes.append(dict(values)),
            look=self._look,
            may=lambda name: name not in self.locked,
        )

    def _look(self) -> None:
        self.looks += 1
