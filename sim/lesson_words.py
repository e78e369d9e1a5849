"""What a hand shall do and what a goal asks for, in words: controls and fields have names that no learner knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sim.backprop_names import symbol
from sim.depth_arms import ARMS
from sim.lesson_controls import meant
from sim.lesson_fields import is_card
from sim.lesson_fields_lab import NAMES as OF_ARMS
from sim.lesson_fields_lab import SHARES as OF_ARMS_SHARES
from sim.lesson_fields_lab import of_which_arm
from sim.lesson_parts import Comparison, Step
from sim.numerals import write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.simulations import SIMULATIONS

HANDS: Mapping[str, str] = {
    "run": "Press Play and watch.",
    "restart": "Start again from step 0.",
    "points": "Take hold of the points.",
    "line": "Drag the line.",
    "scale": "Move the slider that takes all numbers along.",
    "weights": "Change a weight.",
    "biases": "Change a bias.",
    "draw": "Draw along the years.",
    "erase": "Take a season away.",
    "reveal": "Show what is hidden.",
    "sort": "Lay the cards into the boxes.",
    "open": "Open an event.",
    "cells": "Take a cell and type a number.",
    "release": "Let go of what is held by hand.",
    "check": "Let all weights be nudged.",
    "gate": "Set the sum and what comes back.",
    "stars": "Send the most important units home.",
    "flu": "Let the flu in.",
    "masks": "Average all masks.",
    "correlation": "Open the correlations.",
    "optimum": "Move the point that the data want.",
}
RULE_BY_RULE = "Press Step, one rule at a time."
OWN_LINE, OWN_SKIER = "Drag a line of your own.", "Ski by hand, click by click."

FLAGS: Mapping[str, str] = {
    "reached": "{who} has arrived",
    "left": "{who} has left the flat part",
    "diverged": "{who} flies off",
    "cycle": "the rule runs in a circle",
    "pinned": "the sum is opened",
    "answer.given": "an answer is given",
    "revealed": "the truth is shown",
    "published": "the headline is out",
    "rule.gradient": "the rule that fired last is a gradient",
    "beyond": "the rate is beyond the bound",
    "numbers_ended": "the numbers have ended",
    "separability.hidden": "one line is enough for the hidden layer",
}
"""Fields that are 1 for yes."""
NOT_YET: Mapping[str, str] = {
    "reached": "{who} is still on its way",
    "left": "{who} is still on the flat part",
    "diverged": "{who} does not fly off",
}
"""Fields that are 0 for no."""
NAMES: Mapping[str, str] = {
    "answer.error": "distance of your number",
    "accuracy": "accuracy",
    "accuracy.test": "accuracy on unseen examples",
    "accuracy.now": "best accuracy of all networks here",
    "best_accuracy": "best accuracy of a line",
    "loss": "loss",
    "loss.hand": "loss where you stand",
    "step": "step",
    "epoch": "pass over the data",
    "mistakes": "mistakes so far",
    "margin": "gap",
    "bound": "bound on mistakes",
    "points": "points",
    "strip": "width of the pale strip",
    "strip_ratio": "width of the strip against the start",
    "hand.edits": "changes by you",
    "hand.drags": "drags by you",
    "hand.looks": "steps by you",
    "hand.accuracy": "accuracy of your line",
    "hand.best_accuracy": "best accuracy of your line",
    "rows_seen": "rows met",
    "config.hidden": "hidden units",
    "replicas": "runs side by side",
    "twins.finished": "runs finished",
    "twins.solved": "share of runs that solve it",
    "twins.solved_count": "runs that solve it",
    "twins.best_accuracy": "best accuracy of all runs",
    "twins.loss": "loss in the middle of all runs",
    "twins.accuracy": "mean accuracy of all runs",
    "twins.lowest": "lowest accuracy of all runs",
    "twins.highest": "highest accuracy of all runs",
    "twins.spread": "highest less lowest accuracy",
    "loss.test": "loss on unseen examples",
    "loss.change": "change of the loss",
    "accuracy.change": "change of the accuracy",
    "generalisation_gap": "accuracy lost on unseen examples",
    "penalty": "price of the weights",
    "dropped_share": "share of units left out",
    "zeros": "weights that are exactly 0",
    "weight_max": "largest weight",
    "weight_rms": "usual size of a weight",
    "inputs.used": "inputs still used",
    "curvature.smallest": "smallest curvature",
    "curvature.largest": "largest curvature",
    "sorted_correct": "claims in their box",
    "drawn": "seasons drawn",
    "step_index": "rules that have fired",
    "shape.rows": "rows",
    "shape.columns": "columns",
    "rule.forward": "forward rule",
    "rule.backward": "backward rule",
    "multiplier": "slope of the function",
    "arrived": "what arrives",
    "edited": "changes by you",
    "check.error": "largest difference of the slopes",
    "check.passes": "walks forward",
    "ratio": "what is left at the first layer",
    "arms_run": "networks that have run",
    "dead_share": "share of dead units",
    "sizes_run": "sizes that were tried",
    "draws": "times the flu came",
    "masks": "masks averaged",
    "resets": "fresh beginnings",
    "w1": "first weight",
    "w2": "second weight",
    "changes": "settings changed by you",
    "cosine": "agreement of glance and slope",
    "batches_tried": "sizes of glances measured",
    "places_tried": "places measured",
    "loss_peak": "highest loss on the way",
    "loss_start": "loss at the start",
    "curvature": "largest curvature",
    "rate_bound": "largest stable rate",
    "accuracy.train": "accuracy on what it is told",
    "accuracy.true": "accuracy on the truth",
    "contested": "share of contested weights",
    "chance.nets": "networks asked",
    "chance.accuracy": "mean accuracy of all networks",
    "chance.loss": "mean loss of all networks",
    "chance.lowest": "lowest accuracy of all networks",
    "chance.highest": "highest accuracy of all networks",
    "twins.stuck": "small networks that are stuck",
    "class_accuracy.others": "mean accuracy of the other classes",
}
FAMILIES: Mapping[str, str] = {
    "loss": "loss of {who}",
    "x": "place of {who} across",
    "y": "place of {who} along",
    "abs_x": "distance of {who} from the middle",
    "speed": "step length of {who}",
    "turns": "turns of {who}",
    "rate": "rate of {who}",
    "accuracy": "accuracy of {who}",
    "errors": "errors of {who}",
    "changed": "cells of {who} that changed",
    "updates_to": "updates of {who} to 25 % errors",
    "moved": "move of the first layer of {who}",
    "cosine": "agreement of glance and slope at size {who}",
    "epochs_to_target": "passes of size {who}",
    "seconds_to_target": "seconds of size {who}",
    "class_accuracy": "accuracy on the class {who}",
}
LEARNERS: Mapping[str, str] = {
    "perceptron": "the perceptron", "lms": "the linear unit", "sigmoid": "the sigmoid unit", "full": "all",
    "none": "no momentum", "half": "momentum 0.5", "nine": "momentum 0.9", "warm": "0.5, then 0.9",
    "heavy": "momentum 0.99", "ramp": "0.5 up to 0.99",
}  # fmt: skip
SIGNS: Mapping[str, str] = {
    ">=": "{name}: {now} of {than}",
    "==": "{name}: {now} of {than}",
    ">": "{name}: {now}, above {than}",
    "<=": "{name}: {now}, at most {than}",
    "<": "{name}: {now}, below {than}",
    "!=": "{name}: {now}, not {than}",
}
DOWN_TO = "{name}: {now}, down to {than}"
TO_BE = "{name}: {now}, to be {than}"
COUNTED = ("mistakes", "errors", "turns", "step", "epoch", "points", "hand.looks", "hand.edits", "rows_seen", "edited",
           "changed")  # fmt: skip
NEITHER_UP_NOR_DOWN = ("arrived", "shape.")
SHARES = ("accuracy", "dead_share", "twins.solved", "best_accuracy", "separability",
          "class_accuracy", "contested")  # fmt: skip
NOTHING_YET = "–"
MOST_DIGITS = 12
YEAR = "year"
MATRIX = re.compile("d?[a-z][0-9]")


def instruction_of(step: Step) -> tuple[str, ...]:
    """What to take hold of: a sentence per cue, or how to begin where nothing is cued."""
    sentences = dict.fromkeys(sentence_of(step.panel, name) for name in step.cue)
    if sentences:
        return tuple(sentences)
    return ("Now it is your turn.",) if step.goals else ()


def sentence_of(panel: str, name: str) -> str:
    """What to do with a control."""
    if name == "hand":
        return OWN_SKIER if panel == "race" else OWN_LINE
    if name == "run" and panel == "backprop":
        return RULE_BY_RULE
    return HANDS[name] if name in HANDS else phrase("Now change: {control}.", control=label_of(panel, name))


def label_of(panel: str, name: str) -> str:
    """The name of a setting as its control has it."""
    keys = meant(panel, name)
    parameters = SIMULATIONS[panel].parameters
    return parameters[keys[0]].label if keys and keys[0] in parameters else plain(name)


def goal_words(panel: str, goal: Comparison, fields: Mapping[str, float]) -> str:
    """A goal, and how far it is reached."""
    flag = flag_words(goal)
    if flag:
        return flag
    value = fields.get(goal.field)
    now = NOTHING_YET if value is None else near(value, goal, fields)
    if goal.field == YEAR:
        years = (NOTHING_YET if value is None else str(int(value)), str(int(goal.than)))
        return phrase("history up to {now}, on to {than}", now=years[0], than=years[1])
    falls = goal.sign == "==" and goal.than == 0
    jumps = goal.sign == "==" and goal.field.startswith(NEITHER_UP_NOR_DOWN)
    words = TO_BE if jumps else DOWN_TO if falls else SIGNS[goal.sign]
    than = write_short(goal.than, 6)
    if is_share(goal):
        now, than = (NOTHING_YET if value is None else percent(value, goal, fields)), percent(goal.than, goal, fields)
    return phrase(words, name=field_name(panel, goal.field), now=now, than=than)


def is_share(goal: Comparison) -> bool:
    """Whether it is read as a percentage: a share that is compared with whole percents."""
    letter, of_arm = of_which_arm(goal.field)
    plain_share = goal.field.startswith(SHARES) and not goal.field.endswith(".change")
    share = of_arm in OF_ARMS_SHARES if letter else plain_share
    return share and (100.0 * goal.than).is_integer() and goal.than <= 1.0


def percent(value: float, goal: Comparison, fields: Mapping[str, float]) -> str:
    """A share in percent, with so many digits that it looks reached only where it is."""
    hundred = {field: 100.0 * share for field, share in fields.items() if field == goal.field}
    scaled = replace(goal, than=100.0 * goal.than)
    return phrase("{share} %", share=near(round(100.0 * value, 10), scaled, hundred))


def flag_words(goal: Comparison) -> str:
    """A goal that is a yes or a no; "" for another."""
    if goal.sign != "==" or goal.than not in (0, 1):
        return ""
    if is_card(goal.field):
        return "the card of the event is opened"
    base, _, end = goal.field.partition(".")
    words = FLAGS.get(goal.field) or FLAGS.get(base)
    if goal.than == 0 and base in NOT_YET:
        return phrase(NOT_YET[base], who=who_is(end))
    if words is None:
        return ""
    said = phrase(words, who=who_is(end)) if "{who}" in words else words
    return said if goal.than == 1 else phrase("not yet so: {what}", what=said)


def field_name(panel: str, field: str) -> str:
    """What a learner would call a field."""
    letter, of_arm = of_which_arm(field)
    if letter:
        return phrase(OF_ARMS[of_arm], arm=letter)
    if field in NAMES:
        return NAMES[field]
    base, _, end = field.partition(".")
    if base == "config":
        return label_of(panel, end)
    who = ARMS[end].title if panel == "depth" and end in ARMS else who_is(end)
    return phrase(FAMILIES[base], who=who) if base in FAMILIES else plain(field)


def axis_of(field: str) -> tuple[float, float, bool]:
    """From where to where a field may lie, and whether in powers of ten: wide enough that it tells no answer."""
    if field.startswith((*SHARES, "cosine")):
        return 0.0, 1.0, False
    if field.startswith(COUNTED):
        return 1.0, 1e4, True
    return (1e-8, 1e2, True) if field.startswith("loss") else (1e-3, 1e3, True)


def who_is(end: str) -> str:
    """A racer, a rule, or what else a field is of."""
    if end in OPTIMIZERS:
        return OPTIMIZERS[end].title
    if MATRIX.fullmatch(end):
        return symbol(end)
    return LEARNERS.get(end, plain(end) or "a skier")


def plain(name: str) -> str:
    """A name of the program as words."""
    return name.replace("_", " ").replace(".", " ").strip()


def near(value: float, goal: Comparison, fields: Mapping[str, float]) -> str:
    """The value with so many digits that it looks reached only where it is."""
    whole = float(value).is_integer()
    for digits in range(6 if whole else 3, MOST_DIGITS):
        shown = write_short(value, digits)
        if goal.holds(fields) or shown != write_short(goal.than, 6):
            return shown
    return write_short(value, MOST_DIGITS)
