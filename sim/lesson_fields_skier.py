"""The fields of the skier: each view has its own, and those of another view are absent.

cosine is that of the size in force, once all its glances are measured; batches_tried counts the sizes that were.
epochs_to_target.<size> and seconds_to_target.<size> are there once that size is down. changes: settings that differ
from those the run began with. twins.* are the networks of "valleys", chance.* those of "chance".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sim.digits import CLASSES
from sim.simulations.skier_glances import KEYS
from sim.simulations.skier_ramp import WAYS

Read = Callable[[Any], float | None]
SIZES = ("1", "8", "32", "128", "512", "all")


def of(view: str, read: Callable[[Any], Any]) -> Read:
    """A field of one view."""

    def found(seen: Any) -> float | None:
        part = getattr(seen.snapshot, view)
        value = None if part is None else read(part)
        return None if value is None else float(value)

    return found


def first_of(*reads: Read) -> Read:
    """A field that several views have."""

    def found(seen: Any) -> float | None:
        return next((value for read in reads if (value := read(seen)) is not None), None)

    return found


def cosine(part: Any) -> float | None:
    """Of the size in force, once it is measured where the network stands."""
    cone = part.cone
    return cone.mean if cone is not None and cone.finished and part.measured_at == part.step else None


def cosines(seen: Any) -> dict[str, float | None]:
    """Of all sizes measured where the network stands."""
    part = seen.snapshot.cone
    if part is None:
        return {}
    found = {cone.batch: cone.mean for cone in part.cones if cone.finished}
    return {size: found.get(part.all if size == "all" else int(size)) for size in SIZES}


def of_racers(read: Callable[[Any], float | None]) -> Callable[[Any], Mapping[str, float | None]]:
    """The field of every size on its way down."""

    def many(seen: Any) -> dict[str, float | None]:
        part = seen.snapshot.glances
        return {} if part is None else {racer.key: read(racer) for racer in part.racers}

    return many


def of_arms(read: Callable[[Any], float]) -> Callable[[Any], Mapping[str, float | None]]:
    """The field of every way of loading momentum."""

    def many(seen: Any) -> dict[str, float | None]:
        part = seen.snapshot.ramp
        return {} if part is None else {arm.key: read(arm) for arm in part.arms}

    return many


def class_accuracies(seen: Any) -> dict[str, float | None]:
    """Of every class, and of all but the chosen one."""
    part = seen.snapshot.one_class
    if part is None:
        return {}
    return {**{str(label): float(part.now[label]) for label in range(CLASSES)}, "others": part.others}


def asked(read: Callable[[Any], Any]) -> Read:
    """A field of "chance", once somebody was asked."""
    return of("chance", lambda part: read(part) if part.nets else None)


SKIER_FIELDS: dict[str, Read] = {
    "step": lambda seen: seen.snapshot.step,
    "changes": lambda seen: seen.snapshot.changes,
    "finished": lambda seen: float(seen.snapshot.finished),
    "loss": first_of(of("fog", lambda part: part.loss), of("catapult", lambda part: part.loss),
                     of("cone", lambda part: part.loss), of("lies", lambda part: part.losses[-1])),
    "epoch": first_of(of("cone", lambda part: part.epoch), of("ramp", lambda part: part.epoch),
                      of("glances", lambda part: part.passes), of("valleys", lambda part: part.epoch),
                      of("lies", lambda part: part.epoch), of("one_class", lambda part: part.passes[-1])),
    "accuracy.train": of("lies", lambda part: part.accuracy),
    "accuracy.true": of("lies", lambda part: part.true_accuracies[-1]),
    "accuracy.test": first_of(of("lies", lambda part: part.test_accuracy), of("fog", lambda part: part.test_accuracy)),
    "cosine": first_of(of("cone", cosine), of("fog", lambda part: part.cosine)),
    "batches_tried": of("cone", lambda part: len(part.tried)),
    "places_tried": of("cone", lambda part: len(part.places)),
    "loss_peak": of("catapult", lambda part: part.peak),
    "loss_start": of("catapult", lambda part: part.start),
    "curvature": of("catapult", lambda part: part.curvature),
    "rate_bound": of("catapult", lambda part: part.bound),
    "beyond": of("catapult", lambda part: part.beyond),
    "numbers_ended": of("catapult", lambda part: part.left is not None),
    "abs_x": of("catapult", lambda part: None if part.path is None else abs(part.path[-1, 0])),
    "dead_share": of("catapult", lambda part: part.dead_share),
    "contested": of("one_class", lambda part: None if part.weight is None else part.weight.contested),
    "chance.nets": of("chance", lambda part: part.nets),
    "chance.accuracy": asked(lambda part: part.mean),
    "chance.loss": asked(lambda part: part.loss),
    "chance.lowest": asked(lambda part: part.accuracies.min()),
    "chance.highest": asked(lambda part: part.accuracies.max()),
    "twins.finished": of("valleys", lambda part: part.finished),
    "twins.accuracy": of("valleys", lambda part: part.mean),
    "twins.lowest": of("valleys", lambda part: part.low),
    "twins.highest": of("valleys", lambda part: part.high),
    "twins.spread": of("valleys", lambda part: part.high - part.low),
    "twins.stuck": of("valleys", lambda part: part.stuck),
}  # fmt: skip

SKIER_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    "cosine": (SIZES, cosines),
    "epochs_to_target": (KEYS, of_racers(lambda racer: racer.reached)),
    "seconds_to_target": (KEYS, of_racers(lambda racer: racer.seconds if racer.arrived else None)),
    "accuracy": (tuple(WAYS), of_arms(lambda arm: arm.accuracy)),
    "loss": (tuple(WAYS), of_arms(lambda arm: arm.loss)),
    "class_accuracy": ((*map(str, range(CLASSES)), "others"), class_accuracies),
}
