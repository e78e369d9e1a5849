"""What the side column says of a snapshot: which rule of how many, the proof by nudging, the loss, what is special."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.backprop_cell import cell_name
from sim.backprop_names import symbol
from sim.backprop_words import notes_of, states_of
from sim.numerals import write_count, write_fixed, write_short, write_significant
from sim.phrases import joined, phrase, word

if TYPE_CHECKING:
    from gui.panels.backprop.rule_page import Fact
    from sim.simulations.backprop import BackpropSnapshot

DIGITS, LOSS_DIGITS = 5, 4
MOST_NOTES = 2
CHOOSE = "Choose a weight to nudge: click one, or walk to it with the arrow keys."
START = ("Before the first rule", "Inputs and weights are there. Step forward: each rule adds a matrix.")


def step_words(snapshot: BackpropSnapshot) -> str:
    """Which rule of how many, and of which pass."""
    count, passes = len(snapshot.steps), snapshot.last_step // len(snapshot.steps)
    words = phrase("step {step} of {count}", step=snapshot.fired, count=count)
    if passes == 1:
        return words
    return phrase("{step}, pass {number} of {passes}", step=words, number=snapshot.pass_number + 1, passes=passes)


def time_words(snapshot: BackpropSnapshot) -> str:
    """The same beside the play button."""
    if snapshot.last_step == len(snapshot.steps):
        return phrase("rule {rule} of {count}", rule=snapshot.fired, count=len(snapshot.steps))
    return phrase("pass {number}, rule {rule}", number=snapshot.pass_number + 1, rule=snapshot.fired)


def number_count(snapshot: BackpropSnapshot) -> int:
    """How many weights and biases there are."""
    return sum(matrix.size for name, matrix in snapshot.matrices.items() if name[0] in "wb" and name[-1] != "+")


def check_facts(snapshot: BackpropSnapshot) -> tuple[tuple[Fact, ...], str]:
    """One slope measured and told, and what is to be said of it; or why there is none."""
    check = snapshot.check
    if check is None:
        return (), why_no_proof(snapshot) or CHOOSE
    if check.reason:
        return (), check.reason
    known = f"d{check.name}" in snapshot.known
    told = write_significant(check.backprop, DIGITS)
    if not known:
        told = phrase("after step {step}", step=gradient_step(snapshot, f"d{check.name}"))
    nudge = phrase("its value, ± {nudge}", nudge=write_short(check.h, 3))
    facts = [
        (nudge, write_significant(check.value, DIGITS)),
        (word("loss, nudged up"), write_fixed(check.loss_plus, 9)),
        (word("loss, nudged down"), write_fixed(check.loss_minus, 9)),
        (word("slope by nudging"), write_significant(check.slope, DIGITS)),
        (word("backpropagation"), told),
    ]
    if known:
        facts.append((word("difference"), write_significant(check.difference, 2)))
    return tuple(facts), check.note


def check_title(snapshot: BackpropSnapshot) -> str:
    """Which number is nudged."""
    check = snapshot.check
    if check is None:
        return "Check it another way"
    return phrase("Check {name} another way", name=cell_name(check.name, check.row, check.column))


def gradient_step(snapshot: BackpropSnapshot, name: str) -> int:
    """The step that makes a gradient."""
    return next(number for number, step in enumerate(snapshot.steps, 1) if name in step.results)


def check_all_facts(snapshot: BackpropSnapshot) -> tuple[tuple[Fact, ...], float | None]:
    """All slopes, and the share that is done while they are proved."""
    proof = snapshot.check_all
    if proof is None or proof.reason:
        return (), None
    compared = proof.done - proof.corners
    facts = [
        (phrase("largest difference of {count}", count=write_count(compared)), write_significant(proof.error, 2)),
        (word("walks forward"), write_count(proof.passes)),
    ]
    if proof.corners:
        facts.insert(1, (word("left out, at a corner"), write_count(proof.corners)))
    return tuple(facts), None if proof.done == proof.of else proof.done / proof.of


def why_no_proof(snapshot: BackpropSnapshot) -> str:
    """Why the slopes that were to be proved cannot be; "" where they can."""
    return "" if snapshot.check_all is None else snapshot.check_all.reason


def why_words(snapshot: BackpropSnapshot) -> str:
    """How many walks nudging takes."""
    count = number_count(snapshot)
    return phrase(
        "To nudge one number up and down takes two walks forward. All {count} take {walks}; one walk forward and one "
        "back give the same slopes. The network that read zip codes in 1989 has 9,760 numbers: 19,520 walks.",
        count=write_count(count), walks=write_count(2 * count),
    )  # fmt: skip


def loss_facts(snapshot: BackpropSnapshot) -> tuple[Fact, ...]:
    """What this pass's update does to the loss."""
    before, after = (write_significant(loss, LOSS_DIGITS) for loss in (snapshot.loss, snapshot.loss_after))
    return ((word("loss at update"), phrase("{before} → {after}", before=before, after=after)),)


def note(snapshot: BackpropSnapshot) -> str:
    """What is worth knowing about the rule that fired last."""
    rule = snapshot.rule
    if rule is None:
        return ""
    states = states_of(snapshot)
    notes = notes_of(snapshot, rule)[: -len(states) or None]
    return joined(notes[: MOST_NOTES - bool(states)], "\n")


def remark(snapshot: BackpropSnapshot) -> str:
    """What is special about these numbers, and which of them were set by hand."""
    return joined((*states_of(snapshot), set_by_hand(snapshot)), "\n")


def set_by_hand(snapshot: BackpropSnapshot) -> str:
    """How many, and where; "" for none."""
    names = sorted({name for name, _, _ in snapshot.held})
    if not names:
        return ""
    where = joined([symbol(name) for name in names], ", ")
    if len(snapshot.held) == 1:
        return phrase("One number is set by hand, in {where}.", where=where)
    return phrase("{count} numbers are set by hand, in {where}.", count=len(snapshot.held), where=where)
