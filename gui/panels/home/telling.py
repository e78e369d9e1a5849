"""What the hero says beside the picture: what happens, what can be done, and where it leads on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.simulations.playground_view import PlaygroundSnapshot

QUESTION = "Can one straight line keep blue and orange apart?"
HINT = "Drag a handle, or any point."
LET_GO_OFTEN = 3
"""So often a line is let go of before the text says what cannot be found."""
TRYING = "This neuron has been trying since you opened the window. Take the line and do better."
RESTING = "The neuron rests. Take the line and do better, or let it try again."
YOURS = "This line is yours now. How many can it get right?"
THREE = "No line gets more than three of the four groups right."
ALL = "All right. You moved points until one line could do it."
POSSIBLE = "You moved points: now a line can part them all. Watch the neuron look for it."
NOT_POSSIBLE = "No line parts these points. Which one would have to move?"


@dataclass(frozen=True)
class Said:
    """The sentence, and whether "Why not?" leads on to the lesson that answers it."""

    words: str
    leads_on: bool = False


def said(snapshot: PlaygroundSnapshot, playing: bool, own_points: bool, let_go: int) -> Said:
    """What fits now. own_points: some were moved; let_go: how often the learner has let go of the line."""
    unit = snapshot.unit
    if unit is None:
        return Said(TRYING)
    shown = unit.hand if unit.hand is not None else unit.learners["perceptron"]
    is_all = bool(shown.right.all()) and bool(len(shown.right))
    if own_points:
        if is_all:
            return Said(ALL)
        return Said(POSSIBLE if unit.separable else NOT_POSSIBLE)
    if unit.hand is not None:
        found = let_go >= LET_GO_OFTEN or shown.accuracy >= unit.best_accuracy > 0.0
        return Said(THREE, leads_on=True) if found and not is_all else Said(YOURS)
    return Said(TRYING if playing else RESTING, leads_on=let_go >= LET_GO_OFTEN)
