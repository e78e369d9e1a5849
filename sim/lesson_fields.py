"""What a goal can ask: a snapshot and its config as numbers under flat names, the same for every lesson of a panel.

    fields_of("race", snapshot, config)["loss.adam"]

FIELDS has one table per panel, BOTH is for all. An entry gives a number, or None where there is nothing to tell (no
twins yet, no test); such a field is absent, and no goal about it holds. FAMILIES give several numbers, whose names go
on after a dot: "loss" is loss.sgd, loss.adam .. In the race everything is read at the cursor.

What a hand does to the picture is known by the window alone; it says so by `marks`: answer.error, answer.given, pinned,
hand.drags, card.<number>. `start` are the fields at the beginning of the step, for what is counted or compared from
there on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from sim.config import Config, Parameters
from sim.errors import unknown
from sim.lesson_fields_backprop import BACKPROP_FAMILIES, BACKPROP_FIELDS
from sim.lesson_fields_depth import DEPTH_FAMILIES, DEPTH_FIELDS
from sim.lesson_fields_lab import LAB_FIELDS
from sim.lesson_fields_network import NETWORK_FAMILIES
from sim.lesson_fields_playground import PLAYGROUND_FAMILIES, PLAYGROUND_FIELDS
from sim.lesson_fields_race import RACE_FAMILIES, RACE_FIELDS
from sim.lesson_fields_skier import SKIER_FAMILIES, SKIER_FIELDS
from sim.lesson_fields_timeline import TIMELINE_FAMILIES, TIMELINE_FIELDS
from sim.params import Choice, Text
from sim.phrases import phrase
from sim.simulations import SIMULATIONS

MARKS = ("answer.error", "answer.given", "pinned", "hand.drags")
CARD = "card."
Read = Callable[[Any], float | None]
ReadMany = Callable[[Any], Mapping[str, float | None]]


@dataclass(frozen=True)
class Seen:
    """What a field is read from."""

    snapshot: Any
    config: Config
    start: Mapping[str, float] = field(default_factory=dict)
    marks: Mapping[str, float] = field(default_factory=dict)


FIELDS: dict[str, Mapping[str, Read]] = {
    "race": RACE_FIELDS,
    "playground": PLAYGROUND_FIELDS,
    "timeline": TIMELINE_FIELDS,
    "backprop": BACKPROP_FIELDS,
    "depth": DEPTH_FIELDS,
    "lab": LAB_FIELDS,
    "skier": SKIER_FIELDS,
}
FAMILIES: dict[str, Mapping[str, tuple[tuple[str, ...], ReadMany]]] = {
    "race": RACE_FAMILIES,
    "playground": {**PLAYGROUND_FAMILIES, **NETWORK_FAMILIES},
    "timeline": TIMELINE_FAMILIES,
    "backprop": BACKPROP_FAMILIES,
    "depth": DEPTH_FAMILIES,
    "lab": {},
    "skier": SKIER_FAMILIES,
}
SINCE = ("hand.edits", "edited", "resets")
"""Counted from the beginning of the step."""
RATIOS = {"strip_ratio": "strip"}
CHANGES = {"loss.change": "loss", "accuracy.change": "accuracy"}
"""Compared with the beginning of the step: the field, and of what."""


def known_fields(panel: str) -> tuple[str, ...]:
    """The names of all fields of a panel, but for card.<number>. ConfigError for a panel that is not there."""
    if panel not in FIELDS:
        raise unknown("panel", panel, FIELDS)
    names = [*FIELDS[panel], *(name for name, of in {**RATIOS, **CHANGES}.items() if of in FIELDS[panel])]
    names += [f"{name}.{end}" for name, (ends, _) in FAMILIES[panel].items() for end in ends]
    return (*names, *(f"config.{key}" for key in numeric(SIMULATIONS[panel].parameters)), *MARKS)


def check_field(panel: str, name: str) -> None:
    """ConfigError where the panel has no such field."""
    if is_card(name):
        return
    known = known_fields(panel)
    if name not in known:
        beside = [other for other in known if other.split(".")[0] == name.split(".")[0]]
        raise unknown(
            phrase("field of the {panel}", panel=panel),
            name,
            beside or [other for other in known if "config." not in other],
        )


def is_card(name: str) -> bool:
    """Whether it is card.<number>, 1 once that card was opened."""
    number = name.removeprefix(CARD)
    return name.startswith(CARD) and number.isascii() and number.isdigit()


def numeric(parameters: Parameters) -> tuple[str, ...]:
    """The settings that are numbers; on and off are 1 and 0."""
    return tuple(parameter.key for parameter in parameters if not isinstance(parameter, Choice | Text))


def fields_of(
    panel: str,
    snapshot: Any,
    config: Config,
    start: Mapping[str, float] | None = None,
    marks: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """All fields that have a value now. ConfigError for a panel that is not there."""
    if panel not in FIELDS:
        raise unknown("panel", panel, FIELDS)
    seen = Seen(snapshot, config, start or {}, marks or {})
    values: dict[str, float | None] = {name: read(seen) for name, read in FIELDS[panel].items()}
    for name, (_, read_many) in FAMILIES[panel].items():
        values.update({f"{name}.{end}": value for end, value in read_many(seen).items()})
    values.update({f"config.{key}": float(config[key]) for key in numeric(config.parameters)})
    values.update(seen.marks)
    found = {name: float(value) for name, value in values.items() if value is not None and not isnan(value)}
    return against(found, seen.start)


def against(fields: dict[str, float], start: Mapping[str, float]) -> dict[str, float]:
    """The fields, those of SINCE counted from `start` on, and the ratios and differences to it."""
    for name in SINCE:
        if name in fields and name in start:
            fields[name] -= start[name]
    for name, of in RATIOS.items():
        if of in fields:
            before = start.get(of, fields[of])
            if before:
                fields[name] = fields[of] / before
    for name, of in CHANGES.items():
        if of in fields:
            fields[name] = fields[of] - start.get(of, fields[of])
    return fields
