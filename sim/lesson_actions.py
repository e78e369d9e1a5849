"""What a scripted hand can do in a lesson, read from tables with one entry each:

{ set = { noise = 0.1 } }                            move controls
{ edit = "line", value = ["perceptron", [1, 1, 0]] } take hold of something: a command Edit
{ run = 400 }                                        so many steps
{ passes = 30 }                                      so many passes over the data
{ play = true }                                      until the run pauses by itself
{ twins = 1000 }                                     so many twins from the beginning
{ restart = 3 }                                      from step 0 with this seed
{ answer = 0.62 }                                    type the predicted number
{ mark = { pinned = 1 } }                            what only the window knows, as if it had happened
"""

from typing import Any

import numpy as np

from sim.errors import quote
from sim.lesson_parts import Action
from sim.lesson_toml import Table, is_number
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.playground_view import OwnData

MOST_STEPS, MOST_TWINS, LARGEST_SEED = 10_000_000, 10_000, 2**53
MOST_ACTIONS, MOST_PARTS = 50, 20_000
LONGEST_TEXT = 200
EDIT = "edit"
ACTIONS = ("set", EDIT, "run", "passes", "play", "twins", "restart", "answer", "mark")
COUNTS = {"run": (1, MOST_STEPS), "passes": (1, MOST_STEPS), "twins": (1, MOST_TWINS), "restart": (0, LARGEST_SEED)}


def actions_of(table: Table, key: str, kinds: tuple[str, ...] = ACTIONS) -> tuple[Action, ...]:
    """The list `key` of actions of these kinds; those with mistakes are left out."""
    made = [action_of(row, kinds) for row in table.tables(key, MOST_ACTIONS)]
    return tuple(action for action in made if action is not None)


def action_of(table: Table, kinds: tuple[str, ...]) -> Action | None:
    """One action, or None after a mistake was said."""
    named = [key for key in table.values if key in kinds]
    if len(named) != 1:
        table.mistakes.add(
            table.line,
            phrase("An action names one of {names}; this one names {named}.", names=", ".join(kinds), named=len(named)),
        )
        return None
    kind = named[0]
    before = len(table.mistakes.found)
    value = edit_of(table) if kind == EDIT else value_of(table, kind)
    table.close()
    return Action(kind, value, table.line) if len(table.mistakes.found) == before else None


def value_of(table: Table, kind: str) -> Any:
    """What an action other than an edit says."""
    if kind in COUNTS:
        return table.whole(kind, *COUNTS[kind], 0, needed=True)
    if kind == "play":
        if not table.flag(kind):
            table.wrong(kind, "'play' can only be true.")
        return True
    if kind == "answer":
        return table.number(kind, -1e15, 1e15, needed=True)
    inner = table.table(kind)
    if inner is None:
        return {}
    if kind == "set":
        return settings_of(inner)
    for name, value in inner.values.items():
        if not is_number(value):
            inner.wrong(name, phrase("{name} must be a number, not {value}.", name=quote(name), value=quote(value)))
    return dict(inner.values)


def settings_of(table: Table) -> dict[str, Any]:
    """Settings under whole names: adam.learning_rate = 1 and "adam.learning_rate" = 1 are the same."""
    found: dict[str, Any] = {}
    for key, value in flat(table.values):
        if isinstance(value, bool | str) or is_number(value):
            found[key] = value
        else:
            table.wrong(key, phrase("The setting {key} must be a number, a text, true or false.", key=quote(key)))
    return found


def flat(values: dict[str, Any] | Any, before: str = "") -> list[tuple[str, Any]]:
    """The entries of nested tables under dotted names."""
    rows: list[tuple[str, Any]] = []
    for key, value in values.items():
        name = f"{before}{key}"
        rows += flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return rows


def edit_of(table: Table) -> tuple[str, Any]:
    """(what, value) of a command Edit."""
    what = table.text(EDIT, 40, needed=True)
    value = table.any("value")
    if what == "data":
        return what, own_data(value, table)
    return what, frozen(value, [MOST_PARTS], table)


def frozen(value: Any, left: list[int], table: Table) -> Any:
    """Numbers, texts, true and false, and lists of them as tuples; a mistake for anything else. left: parts allowed."""
    left[0] -= 1
    if left[0] < 0:
        if left[0] == -1:
            table.wrong(
                "value",
                phrase("The value of an edit has more than {most_parts} parts.", most_parts=write_count(MOST_PARTS)),
            )
        return None
    if isinstance(value, list):
        return tuple(frozen(part, left, table) for part in value)
    plain = value is None or isinstance(value, bool) or is_number(value)
    if plain or (isinstance(value, str) and len(value) <= LONGEST_TEXT):
        return value
    table.wrong(
        "value",
        phrase("The value of an edit is made of numbers, short texts and lists, not {value}.", value=quote(value)),
    )
    return None


def own_data(value: Any, table: Table) -> OwnData | None:
    """Points with answers, from { x = [[0, 1], ..], answers = [1, ..], classes = ["no", "yes"] }."""
    own = Table(value if isinstance(value, dict) else {}, "The points", table.line, table.mistakes)
    rows, answers = own.any("x"), own.numbers("answers", MOST_PARTS)
    classes = own.texts("classes", 10, LONGEST_TEXT) or ("0", "1")
    title = own.text("title", LONGEST_TEXT) or "Points of this lesson"
    own.close()
    fitting = isinstance(rows, list) and 0 < len(rows) <= MOST_PARTS and len(rows) == len(answers)
    if not fitting or not all(is_point(row) for row in rows):
        table.wrong("value", "Points need x, a list of pairs of numbers, and as many answers.")
        return None
    if not all(answer in range(len(classes)) for answer in answers):
        table.wrong(
            "value",
            phrase("The answers of the points are class numbers from 0 to {classes}.", classes=len(classes) - 1),
        )
        return None
    return OwnData(np.array(rows, np.float64), np.array(answers, np.int64), classes, title=title)


def is_point(row: Any) -> bool:
    """Whether it is a pair of numbers."""
    return isinstance(row, list) and len(row) == 2 and all(is_number(number) for number in row)
