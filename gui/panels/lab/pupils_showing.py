"""From a snapshot of the lab to what the pictures of pupils show: the lens, the class, stars, the flu, masks, likeness.

The lens shows what happened behind the masks: activations come with everyone present, so the row that is looked at is
passed through the network once more, with those left out who were ill.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gui.panels.lab.arms import ROLES, arm_title, arm_words, differing
from gui.widgets.classroom_content import ClassSeen, chosen_copiers
from gui.widgets.contours import Array
from gui.widgets.correlation_heat import Likeness
from gui.widgets.dropout_content import LensSeen, PupilLayer
from gui.widgets.mask_content import AllMasks
from gui.widgets.robust_content import FluArm, FluSeen, StarLine, StarsChart
from sim.depth_functions import value_of
from sim.dropout_masks import SCATTER
from sim.numerals import write_count, write_fixed
from sim.phrases import joined, phrase, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.config import Config
    from sim.simulations.lab_view import LabData, LabSnapshot, Lens
    from sim.simulations.lab_view_robust import CorrelationSeen, MasksSeen

MOST_ROWS = 32
"""Examples of a batch that can be turned to."""
MOST_STARS = 5
LIVELIEST = -1
SHARES = frozenset(("sigmoid", "softmax"))


# the lens


def lens_of(snapshot: LabSnapshot, example: int) -> LensSeen | None:
    """The batch just trained, behind its masks; None before the first. Example LIVELIEST: to which most is said."""
    lens = snapshot.lens
    if lens is None or not lens.layers:
        return None
    arm = snapshot.arm(lens.arm)
    biases = () if arm is None else arm.biases
    rows = slice(0, MOST_ROWS)
    answers, outputs = behind_masks(lens, biases, snapshot.activations, rows)
    stars = stars_by_layer(snapshot, lens.arm)
    layers = tuple(
        PupilLayer(layer.masks[rows], said, layer.importance, stars.get(number, ()))
        for number, (layer, said) in enumerate(zip(lens.layers, answers, strict=True))
    )
    many = outputs.shape[1] > 1
    example = liveliest(layers) if example == LIVELIEST else example
    return LensSeen(
        layers=layers, weights=lens.weights, inputs=lens.x[rows], inputs_came=lens.inputs[rows], outputs=outputs,
        input_names=input_names(lens.x.shape[1]), output_names=snapshot.data.classes if many else (),
        truth=np.asarray(lens.labels[rows], np.int64) if many else None, example=example, step=lens.step,
        pixels=snapshot.data.pixels,
    )  # fmt: skip


def behind_masks(
    lens: Lens, biases: Sequence[Array], activations: Sequence[str], rows: slice
) -> tuple[list[Array], Array]:
    """What the hidden layers and the outputs said with the ill left out and the others made up for it.

    Without biases it cannot be known: then what all would have said, where they came.
    """
    if len(biases) != len(lens.weights):
        return [layer.activations[rows] * layer.masks[rows] for layer in lens.layers], lens.outputs[rows]
    rates = (*lens.rates, *(0.0,) * len(lens.weights))
    a, said = lens.x[rows] * lens.inputs[rows] / (1.0 - rates[0]), []
    with np.errstate(all="ignore"):
        for number, layer in enumerate(lens.layers):
            z = a @ lens.weights[number] + biases[number]
            a = value_of(activations[number], z) * layer.masks[rows] / (1.0 - rates[number + 1])
            said.append(a)
        z = a @ lens.weights[-1] + biases[-1]
        if activations[-1] != "softmax":
            return said, value_of(activations[-1], z)
        powers = np.exp(z - z.max(axis=1, keepdims=True))
        return said, powers / powers.sum(axis=1, keepdims=True)


def liveliest(layers: Sequence[PupilLayer]) -> int:
    """The example to which the pupils say most, each layer on the scale of its own discs."""
    discs = (np.minimum(np.abs(np.nan_to_num(pupils.answers)) / pupils.loudest, 1.0) for pupils in layers)
    return int(np.argmax(sum(disc.mean(axis=1) for disc in discs)))


def stars_by_layer(snapshot: LabSnapshot, arm: str) -> dict[int, tuple[int, ...]]:
    """The stars that are known, by hidden layer."""
    found = snapshot.robust.stars.get(arm)
    return {} if found is None else {found.layer: found.units[:MOST_STARS]}


@lru_cache(maxsize=4)
def input_names(count: int) -> tuple[str, ...]:
    """x₁ x₂, or x alone."""
    lowered = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    return ("x",) if count == 1 else tuple(f"x{str(k + 1).translate(lowered)}" for k in range(count))


def lens_words(lens: Lens, drawn: Sequence[Sequence[int]]) -> str:
    """Which batch it is, what the flu did to it, and how many of a wide layer are drawn."""
    batch = phrase("Batch {step}: {flu}", step=write_count(lens.step), flu=flu_words(lens.rates))
    wide = max((layer.masks.shape[1] for layer in lens.layers), default=0)
    most = max((len(units) for units in drawn), default=0)
    return joined((batch, phrase("({most} of {wide} drawn)", most=most, wide=wide) if 0 < most < wide else ""))


def flu_words(rates: Sequence[float]) -> str:
    """What share of the class the flu takes, and of the inputs."""
    hidden = max(rates[1:], default=0.0)
    if not any(rates):
        return word("everyone came")
    if not hidden:
        return phrase("the flu takes {share} of the inputs", share=say_share(rates[0]))
    if all(rate == 0.5 for rate in rates[1:]):
        return word("the flu took half the class")
    return phrase("the flu takes {share} of a class", share=say_share(hidden))


def say_share(share: float) -> str:
    """In percent."""
    return f"{write_fixed(100.0 * share, 0)}\u00a0%"


# the class


def class_of(snapshot: LabSnapshot, layer: int, draw: int) -> ClassSeen:
    """A hidden layer as a class: what was copied in the batch just trained, with everyone there; ill in this draw.

    Without the flu, the stars that a hand sent home are away.
    """
    lens = snapshot.lens
    if lens is None or not lens.layers:
        return ClassSeen()
    layer = layer % len(lens.layers)
    answers = np.abs(lens.layers[layer].activations[:MOST_ROWS]).mean(axis=0)
    copied = answers[:, None] * np.abs(lens.weights[layer + 1])
    shown = chosen_copiers(copied)
    flu = snapshot.robust.flu.get(lens.arm)
    ill = flu.ill[draw] if flu is not None and flu.layer == layer and 0 <= draw < flu.draws else np.zeros(0)
    stars = stars_by_layer(snapshot, lens.arm).get(layer, ())
    return ClassSeen(
        answers, copied[:, list(shown)], copier_names(snapshot, lens, layer, shown), ill, stars,
        0 if len(ill) else min(snapshot.asked.stars, len(stars)), copied.shape[1],
    )  # fmt: skip


def copier_names(snapshot: LabSnapshot, lens: Lens, layer: int, shown: Sequence[int]) -> tuple[str, ...]:
    """Classes where the outputs copy, else numbers of units."""
    if layer + 1 < len(lens.layers):
        return tuple(str(unit + 1) for unit in shown)
    classes = snapshot.data.classes
    return tuple(classes[unit] for unit in shown) if 1 < len(shown) <= len(classes) else ("ŷ",) * len(shown)


# stars and flu


def chart_of(snapshot: LabSnapshot, config: Config, told: bool) -> StarsChart:
    """Right answers against stars sent home; nothing of it while it is asked about."""
    most = max([MOST_STARS, snapshot.asked.stars, *(seen.gone for seen in snapshot.robust.stars.values())])
    if not told or not snapshot.data.classes:
        return StarsChart((), most)
    lines = tuple(
        StarLine(arm.letter, arm_title(arm.key, snapshot.arms, config), ROLES[arm.key], found.accuracy, found.units,
                 words=arm_words(arm.key, differing(snapshot.arms), config))
        for arm in snapshot.arms
        if (found := snapshot.robust.stars.get(arm.key)) is not None
    )  # fmt: skip
    return StarsChart(lines, most, chance_of(snapshot.data))


def chance_of(data: LabData) -> float:
    """What guessing gets right."""
    return 1.0 / len(data.classes) if data.classes else float("nan")


def dial_of(snapshot: LabSnapshot, config: Config, draw: int, most: int, told: bool) -> FluSeen:
    """The first `most` draws of all arms; none of them while it is asked about."""
    arms = []
    for arm in snapshot.arms:
        found = snapshot.robust.flu.get(arm.key) if told and snapshot.data.classes else None
        title, whole = arm_title(arm.key, snapshot.arms, config), arm.test_accuracy
        accuracy = np.zeros(0) if found is None else found.accuracy[:most]
        whole = whole if found is None else found.whole_accuracy
        arms.append(FluArm(arm.letter, title, ROLES[arm.key], accuracy, whole))
    return FluSeen(tuple(arms), max(snapshot.asked.flu, 1), draw, chance_of(snapshot.data))


def test_words(snapshot: LabSnapshot) -> str:
    """On what right answers are counted."""
    if not snapshot.data.classes:
        return word("Here numbers are told: nothing is simply right.")
    return phrase("right answers to {count} new examples", count=write_count(len(snapshot.data.test_answers)))


# masks and likeness


def masks_of(snapshot: LabSnapshot, seen: MasksSeen) -> AllMasks:
    """All masks of one arm, as far as they are counted."""
    means, singles = seen.mean.mean[:, seen.output], seen.mean.scaled[:, seen.output]
    low, high = 0.0, 1.0
    if snapshot.activations[-1] not in SHARES:
        low, high = reach_of((seen.answers, means, singles))
    classes = snapshot.data.classes
    many = len(snapshot.layers) and snapshot.layers[-1] > 1
    return AllMasks(
        units=sum(snapshot.hidden), masks=seen.masks, scatter=SCATTER, answers=seen.answers, chances=seen.chances,
        mean=float(means[seen.example]), single=seen.scaled, means=means, singles=singles, example=seen.example,
        low=low, high=high, output=classes[seen.output] if many and seen.output < len(classes) else "",
    )  # fmt: skip


def reach_of(values: Sequence[Array]) -> tuple[float, float]:
    """Between which whole numbers all values lie."""
    every = np.concatenate([part[np.isfinite(part)] for part in values])
    low, high = float(every.min(initial=0.0)), float(every.max(initial=1.0))
    return float(np.floor(low)), float(np.ceil(high))


def masks_words(seen: MasksSeen | None, farthest: float) -> str:
    """How many are counted, and how near the single pass comes."""
    if seen is None:
        return word("When the network is used, everyone is there. Does that stand for all classes together?")
    if seen.done < seen.masks:
        return phrase("{done} of {masks} classes asked.", done=write_count(seen.done), masks=write_count(seen.masks))
    return phrase(
        "All {masks} classes asked. Over {examples} examples, one pass is at most {farthest} off.",
        masks=write_count(seen.masks), examples=write_count(len(seen.mean.mean)), farthest=write_fixed(farthest, 3),
    )  # fmt: skip


def likeness_of(found: CorrelationSeen | None) -> Likeness:
    """How alike the units of a layer are."""
    if found is None:
        return Likeness()
    return Likeness(found.r, tuple(int(unit) for unit in found.units), found.mean)
