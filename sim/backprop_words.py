"""The rules of backpropagation in words: titles, sentences, notes, and a step as a screen reader says it.

    rule_words("forward 1").sentence          "At a weight matrix: multiply, and pass the result on."
    describe_step(snapshot)                   "Step 1 of 45, pass 1. Forward rule 1, layer 1. X, 128 by 3, ..."

The rules follow Dettmers 2015, "Deep Learning in a Nutshell: Core Concepts", in our own words; the notes say where that
text is short of something.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.backprop_names import symbol
from sim.backprop_plan import CANCELLED, StepView
from sim.optimizers import OPTIMIZERS
from sim.phrases import joined, phrase, word
from sim.simulations.backprop import BackpropSnapshot

Array = NDArray[np.float64]
FAR_OUT = 30.0
"""Beyond this a sigmoid's slope is below 1e-13."""
FORWARD, BACKWARD, UPDATE = "forward", "backward", "update"


@dataclass(frozen=True)
class RuleWords:
    """A rule: its title, its sentence, what is worth a note, and two short words for a chip."""

    title: str
    sentence: str
    notes: tuple[str, ...]
    short: str
    verb: str


WORDS: dict[str, RuleWords] = {
    "forward 1": RuleWords(
        word("Forward rule 1"),
        word("At a weight matrix: multiply, and pass the result on."),
        (word("The inner sizes match and vanish. Rows stay examples, columns become units."),),
        word("Forward 1"),
        word("multiply"),
    ),
    "bias": RuleWords(
        word("The bias"),
        word("Every unit adds a number of its own, the same for all examples."),
        (word("The article leaves the biases out; they are drawn here so that every number adds up."),),
        word("Bias"),
        word("add"),
    ),
    "forward 2": RuleWords(
        word("Forward rule 2"),
        word("At a function: apply it to every cell, and pass the result on."),
        (word("Only the values change, not the shape. The z of every cell is kept for the way back."),),
        word("Forward 2"),
        word("function"),
    ),
    "forward 3": RuleWords(
        word("Forward rule 3"),
        word("What a layer says is what the next layer hears."),
        (word("Nothing is reckoned: it is the same matrix."),),
        word("Forward 3"),
        word("hand on"),
    ),
    "forward 4": RuleWords(
        word("Forward rule 4"),
        word("At the error function: compare with the targets. What comes out starts the way back."),
        (word("It is the slope of the loss by the output: for squared error, output minus target."),),
        word("Forward 4"),
        word("error"),
    ),
    "backward 1": RuleWords(
        word("Backward rule 1"),
        word("At a weight matrix: multiply by its transpose, and pass the result back."),
        (
            word("Flipped over its diagonal, for blame runs the other way: a unit collects from all that it fed, "
                 "through the same weights."),
            word("This lane reads from right to left, the way the error travels."),
        ),
        word("Back 1"),
        word("transpose"),
    ),
    "backward 2": RuleWords(
        word("Backward rule 2"),
        word("At a function: multiply, cell by cell, by its slope where the input was on the way forward."),
        (word("The slope is taken at z, not at the error: a unit far out on a flat stretch passes almost no blame."),),
        word("Back 2"),
        word("slope"),
    ),
    "backward 3": RuleWords(
        word("Backward rule 3"),
        word("What arrives is the error of the layer before."),
        (word("Nothing is reckoned: it is the same matrix."),),
        word("Back 3"),
        word("hand on"),
    ),
    "gradient": RuleWords(
        word("The gradient"),
        word("What came in, times who was to blame: the slope for every weight."),
        (
            word("As large as the weights themselves. The article does not mention the transpose."),
            word("The loss is a mean, so the sum over the examples is divided by their number."),
            word("For the bias, 1 came in."),
        ),
        word("Gradient"),
        word("slopes"),
    ),
    "update": RuleWords(
        word("The update"),
        word("Now, and only now, something is learned: the optimizer takes a step against the slopes."),
        (word("Slopes are true here and now. Too large a step makes the loss grow."),),
        word("Update"),
        word("learn"),
    ),
}  # fmt: skip

CANCELLED_NOTE = word("With this loss the slope of the output cancels: the error is output minus target already, and "
                      "backward rule 2 multiplies by 1.")  # fmt: skip
SOFTMAX_NOTE = word("A softmax is one function of its whole layer, so its slope is a small matrix for every example.")
SYMMETRY = word("All weights of a layer are alike, so every hidden unit computes the same and gets the same gradient. "
                "Backpropagation cannot tell them apart; first weights must differ.")  # fmt: skip
SILENT = word("All weights between two layers are 0, so no blame goes back through them.")
FLAT = word("Some sums stand so far out that the function is flat there: its slope is 0, and no blame passes.")
FLEW = word("Some numbers have left the finite ones.")
HELD = word("Cells are held by hand; their rules are put aside.")


def rule_words(rule: str) -> RuleWords:
    """A rule in words. KeyError where there is none."""
    return WORDS[rule]


def direction_of(rule: str) -> str:
    """FORWARD, BACKWARD (gradients too) or UPDATE."""
    if rule.startswith("forward") or rule == "bias":
        return FORWARD
    return UPDATE if rule == "update" else BACKWARD


def notes_of(snapshot: BackpropSnapshot, step: StepView) -> tuple[str, ...]:
    """What is worth knowing about this very step: the rule's notes, and those that its functions bring."""
    notes = list(WORDS[step.rule].notes)
    last, cancelled = step.layer == snapshot.depth, snapshot.loss_key in CANCELLED
    if step.rule == "forward 4" and cancelled:
        notes = [CANCELLED_NOTE]
    if step.rule == "backward 2" and last:
        if cancelled:
            notes = [CANCELLED_NOTE]
        elif snapshot.activations[-1] == "softmax":
            notes = [SOFTMAX_NOTE]
    return (*notes, *states_of(snapshot))


def states_of(snapshot: BackpropSnapshot) -> tuple[str, ...]:
    """What is remarkable about the numbers of this pass: units that are alike, numbers that flew off."""
    found = []
    if is_symmetric(snapshot):
        found.append(SYMMETRY)
    elif no_blame(snapshot):
        found.append(SILENT)
    if is_flat(snapshot):
        found.append(FLAT)
    if any(place[0][0] in "zde" for place in snapshot.held):
        found.append(HELD)
    if not all(np.isfinite(snapshot.matrices[name]).all() for name in snapshot.known):
        found.append(FLEW)
    return tuple(found)


def is_symmetric(snapshot: BackpropSnapshot) -> bool:
    """Whether the units of a hidden layer are all alike: same weights in, same bias, same weights out."""
    m = snapshot.matrices
    return any(
        m[f"w{layer}"].shape[1] > 1
        and bool((m[f"w{layer}"] == m[f"w{layer}"][:, :1]).all() and (m[f"b{layer}"] == m[f"b{layer}"][:, :1]).all())
        and bool((m[f"w{layer + 1}"] == m[f"w{layer + 1}"][:1]).all())
        for layer in range(1, snapshot.depth)
    )


def no_blame(snapshot: BackpropSnapshot) -> bool:
    """Whether a matrix of weights after the first is all zeros."""
    return any(not snapshot.matrices[f"w{layer}"].any() for layer in range(2, snapshot.depth + 1))


def is_flat(snapshot: BackpropSnapshot) -> bool:
    """Whether a sum is so large that a sigmoid or a tanh whose slope counts has none left there."""
    layers = snapshot.depth - (snapshot.loss_key in CANCELLED)
    return any(
        snapshot.activations[layer - 1] in ("sigmoid", "tanh")
        and f"z{layer}" in snapshot.known
        and bool((np.abs(snapshot.matrices[f"z{layer}"]) > FAR_OUT).any())
        for layer in range(1, layers + 1)
    )


def size_words(matrix: Array) -> str:
    """128 × 3."""
    return f"{matrix.shape[0]} × {matrix.shape[1]}"


def shape_line(step: StepView, matrices: Mapping[str, Array]) -> str:
    """The shapes of a step in a line: (128 × 3) · (3 × 5) = 128 × 5. "" for the update."""
    if step.rule == "update":
        return ""
    sizes = [size_words(matrices[name]) for name in step.operands]
    result = size_words(matrices[step.results[0]])
    if step.rule == "gradient":
        sizes[0] = size_words(matrices[step.operands[0]].T)
    if step.rule == "backward 1":
        sizes[1] = size_words(matrices[step.operands[1]].T)
    if len(sizes) == 1:
        return f"{sizes[0]} → {result}"
    between = {"bias": " + ", "forward 4": " − ", "backward 2": " ∘ "}.get(step.rule, " · ")
    return f"({sizes[0]}){between}({sizes[1]}) = {result}"


def describe_step(snapshot: BackpropSnapshot) -> str:
    """The step at the cursor, as a screen reader says it."""
    where = phrase("Step {step} of {last}, pass {number}.", step=snapshot.step, last=snapshot.last_step,
                   number=snapshot.pass_number + 1)  # fmt: skip
    rule = snapshot.rule
    if rule is None:
        return joined((where, "Nothing is reckoned yet: there are inputs, targets and weights."))
    if rule.rule == "update":
        title = phrase("The update by {optimizer}.", optimizer=OPTIMIZERS[snapshot.optimizer].title)
        return joined((where, title, WORDS["update"].sentence))
    title = phrase("{title}, layer {layer}.", title=WORDS[rule.rule].title, layer=rule.layer)
    return joined((where, title, WORDS[rule.rule].sentence, happened(snapshot, rule)))


def happened(snapshot: BackpropSnapshot, rule: StepView) -> str:
    """Which matrices went in, and which came out, with their sizes."""
    known = [spoken(snapshot, name) for name in rule.operands]
    made = spoken(snapshot, rule.results[0])
    if rule.operands == rule.results:
        return phrase("{matrix} is handed on.", matrix=made)
    if rule.rule == "forward 2":
        function = ACTIVATIONS[snapshot.activations[rule.layer - 1]].title
        return phrase("{function} of {matrix} gives {made}.", function=function, matrix=known[0], made=made)
    if len(known) == 2:
        return phrase("{one} and {other} give {made}.", one=known[0], other=known[1], made=made)
    return phrase("{one} gives {made}.", one=known[0], made=made)


def spoken(snapshot: BackpropSnapshot, name: str) -> str:
    """A matrix with its size, in words."""
    rows, columns = snapshot.matrices[name].shape
    return phrase("{name} ({rows} by {columns})", name=symbol(name), rows=rows, columns=columns)
