"""Which controls a step locks and cues: settings of its panel by name, and the things that a hand takes hold of.

Where a step says nothing about locks, everything is locked but what it cues and what its own script uses.
"""

from collections.abc import Iterator

from sim.errors import quote, unknown
from sim.lesson_parts import RESTART, RUN, TWINS, Action, Step
from sim.phrases import phrase
from sim.simulations import SIMULATIONS

HANDS: dict[str, dict[str, tuple[str, ...]]] = {
    "playground": {
        "points": ("point", "add", "flip", "remove", "clear", "swap", "data", "outlier"),
        "line": ("line",),
        "hand": ("hand",),
        "scale": ("scale",),
        "weights": ("weight",),
        "biases": ("bias",),
    },
    "race": {"hand": ("ski", "ski_back", "ski_home")},
    "timeline": {"draw": ("draw",), "erase": ("erase",), "reveal": ("reveal",), "sort": ("sort",), "open": ("open",)},
    "backprop": {"cells": ("cell",), "release": ("release",), "check": ("check",)},
    "depth": {"gate": ("gate",)},
    "lab": {
        "stars": ("stars",),
        "flu": ("flu",),
        "masks": ("masks",),
        "correlation": ("correlation",),
        "reveal": ("reveal",),
        "optimum": ("optimum",),
    },
}
"""What can be taken hold of in a panel, and the edits that do it."""


def controls_of(panel: str) -> tuple[str, ...]:
    """All names that a lock or a cue may speak of, but for bare names of dotted settings."""
    return (*HANDS.get(panel, {}), RUN, RESTART, *SIMULATIONS[panel].parameters.keys())


def meant(panel: str, name: str) -> tuple[str, ...]:
    """The controls that a name stands for; () where there is none."""
    if name in HANDS.get(panel, {}) or name in (RUN, RESTART):
        return (name,)
    return SIMULATIONS[panel].parameters.matching(name)


def settings_meant(panel: str, name: str) -> tuple[str, ...]:
    """The settings that a hand moves with `name`: the one of this name, or all that end in it."""
    parameters = SIMULATIONS[panel].parameters
    return (name,) if name in parameters else parameters.matching(name)


def used_by(panel: str, action: Action) -> tuple[str, ...]:
    """The controls that an action needs."""
    if action.kind in ("run", "passes", "play"):
        return (RUN,)
    if action.kind == "restart":
        return (RESTART,)
    if action.kind == "twins":
        return (TWINS,)
    if action.kind == "set":
        return tuple(key for name in action.value for key in settings_meant(panel, name))
    if action.kind == "edit":
        return tuple(hand for hand, edits in HANDS.get(panel, {}).items() if action.value[0] in edits)
    return ()


def runs_clock(step: Step) -> bool:
    """Whether time passes in the step: its script runs, or plays."""
    return any(RUN in used_by(step.panel, action) for action in step.solve)


def unlocked(step: Step) -> frozenset[str]:
    """The controls that the learner may use in this step."""
    everything = frozenset(controls_of(step.panel))
    named = frozenset(control for name in named_by(step) for control in meant(step.panel, name))
    if step.lock is None:
        used = frozenset(control for action in step.solve for control in used_by(step.panel, action))
        return named | used | {RUN}
    return named if step.lock.but else everything - named


def named_by(step: Step) -> tuple[str, ...]:
    """The names in the lock, or the cues where there is none."""
    return step.cue if step.lock is None else step.lock.keys


def check_controls(step: Step) -> Iterator[tuple[int, str]]:
    """Names that no control has, cues that are locked, and a script that uses what is locked: (line, sentence)."""
    names = dict.fromkeys((*(step.lock.keys if step.lock else ()), *step.cue))
    wrong = [name for name in names if not meant(step.panel, name)]
    for name in wrong:
        yield step.line, str(unknown("control", name, controls_of(step.panel)))
    if wrong:
        return
    free = unlocked(step)
    for name in step.cue:
        if not free & set(meant(step.panel, name)):
            yield step.line, phrase("{name} is cued, but locked.", name=quote(name))
    for action in step.solve:
        for control in used_by(step.panel, action):
            if control not in free:
                yield action.line, phrase("'solve' uses {control}, which is locked.", control=quote(control))
