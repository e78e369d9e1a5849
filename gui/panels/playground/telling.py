"""What the playground's cards say: titles, figures, the board of the three rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.widgets.learner_board import HAND, LearnerRow
from sim.numerals import write_fixed
from sim.perceptron import LEARNERS
from sim.phrases import phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.config import Config
    from sim.simulations.playground_view import NetworkSeen, PlaygroundSnapshot, UnitSeen

DASHES = {"perceptron": (), "delta": (7.0, 3.0), "sigmoid": (1.6, 2.2)}
FIRST = "perceptron"
"""The learner whose line can be taken hold of."""
ASKING = "Is there a line that gets all of them right? Watch, or draw one."
PASSES_UNTOLD = 4


def board_rows(unit: UnitSeen, config: Config) -> tuple[LearnerRow, ...]:
    """The learners, and the hand below them."""
    rows = [
        LearnerRow(
            key, LEARNERS[key].title, LEARNERS[key].formula, int(seen.right.sum()), len(seen.right), seen.mistakes,
            bool(config[f"{key}.on"]), seen.flew, key in unit.changed, None, "ink", DASHES[key], LEARNERS[key].about,
        )
        for key, seen in unit.learners.items()
    ]  # fmt: skip
    if unit.hand is not None:
        hand, total = unit.hand, len(unit.hand.right)
        best = round(hand.best_accuracy * total)
        rows.append(LearnerRow(HAND, "Your line", "", int(hand.right.sum()), total, best=best, role="you"))
    return tuple(rows)


def decision_words(snapshot: PlaygroundSnapshot, seen: NetworkSeen, spread: bool = False) -> tuple[str, str, str]:
    """Title, note and figure above what a network decides; `spread`: where its twins disagree is shown instead."""
    data = snapshot.data
    if spread:
        return "Where the twins disagree", "", ""
    if not len(data.answers):
        return "What it decides", "", ""
    if data.task == "regression":
        return (
            "What it draws" if data.x.shape[1] == 1 else "What it says",
            "",
            phrase("loss {loss}", loss=write_fixed(seen.loss, 4)),
        )
    note = "the plane where the other inputs are 0" if data.x.shape[1] > 2 else ""
    if not data.train.all() and not np.isnan(seen.test_accuracy):
        figure = phrase(
            "{accuracy} right · test {test_accuracy}",
            accuracy=percent(seen.accuracy),
            test_accuracy=percent(seen.test_accuracy),
        )
    else:
        figure = phrase("{sum} of {right} right", sum=int(seen.right.sum()), right=len(seen.right))
    return "What it decides", note, figure


def unit_words(snapshot: PlaygroundSnapshot, unit: UnitSeen, shown: str = FIRST) -> tuple[str, str, str]:
    """Title, note and figure above what one unit decides; shown: the learner whose answers fill the plane."""
    count = len(snapshot.data.answers)
    if unit.hand is not None:
        best = phrase("best so far {count}", count=round(unit.hand.best_accuracy * count))
        return "Your line", best, right(unit.hand.right)
    first = unit.learners.get(shown)
    turnable = shown == FIRST and first is not None and first.line is not None
    note = "drag the line, a ring, or a point" if turnable else "drag a point"
    return LEARNERS[shown].title, note, "" if first is None else right(first.right)


def right(flags: NDArray[np.bool_]) -> str:
    """How many of how many."""
    return phrase("{sum} of {flags} right", sum=int(flags.sum()), flags=len(flags))


def percent(share: float) -> str:
    """A share in whole percent; all and none only where it is all and none."""
    whole = round(100.0 * share)
    return f"{min(max(whole, 1), 99) if 0.0 < share < 1.0 else whole} %"


def separability_words(unit: UnitSeen) -> str:
    """What is known of the best line."""
    best = percent(unit.best_accuracy)
    if unit.separable is None:
        return ""
    if unit.separable:
        return "A line separates these points, so the perceptron rule finds one, whatever the order."
    sort = "The best line there is gets" if unit.best_exact else "The best line found gets"
    own = percent(unit.best_ever)
    return phrase(
        "No line separates these points. {sort} {best} of them right; the most that the rule had was {own}.",
        sort=sort,
        best=best,
        own=own,
    )


def no_line_words(unit: UnitSeen) -> tuple[str, str]:
    """What stands on the plane while the perceptron has no line; nothing while it has one."""
    first = unit.learners.get(FIRST)
    if unit.hand is not None or first is None or first.line is not None or first.flew:
        return "", ""
    if first.weights[0] == 0.0:
        return "No line yet", "all weights are 0"
    return "No line", "only the bias is left: one answer for all"


def is_told(snapshot: PlaygroundSnapshot, unit: UnitSeen) -> bool:
    """Whether the answer is given away: after some passes, or when the learner asks with a line of his own."""
    passes = snapshot.step / max(1, snapshot.steps_per_epoch)
    return passes >= PASSES_UNTOLD or unit.hand is not None or bool(unit.separable)
