"""Puts a snapshot on the widgets: strip, lanes, rule, proof, loss, the marks above the bar of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.language import say
from gui.panels.backprop import telling
from gui.panels.backprop.hands import within
from gui.panels.backprop.locks import CELLS
from gui.panels.backprop.showing import content_of
from gui.panels.backprop.symbols import UPDATED, chip, formula, role_of
from gui.widgets.matrix_content import NOWHERE, Cell
from sim.backprop_plan import CANCELLED
from sim.backprop_words import describe_step, rule_words, shape_line
from sim.numerals import write_count
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.backprop.panel import BackpropPanel
    from sim.simulations.backprop import BackpropSnapshot, StepView

MOST_MARKS = 60
"""Of more rules than this, or in a small window, only the updates stand above the bar of time."""


def function_of(snapshot: BackpropSnapshot, rule: StepView) -> str:
    """The activation of a rule's layer; "" on the way back where the loss has cancelled its slope."""
    cancelled = rule.rule == "backward 2" and rule.layer == snapshot.depth and snapshot.loss_key in CANCELLED
    return "" if cancelled else snapshot.activations[rule.layer - 1]


class Painting:
    """The pictures of one panel."""

    def __init__(self, panel: BackpropPanel) -> None:
        self._panel = panel
        self._marks: list[tuple[int, str]] = []
        self._greeting = NOWHERE

    def greet(self, cell: Cell) -> None:
        """The sum that stands open as soon as it is there, where there is room for it."""
        self._greeting = cell

    def draw(self) -> None:
        """Everything from the newest snapshot."""
        panel = self._panel
        snapshot = panel.snapshot
        if snapshot is None or not panel.is_open:
            return
        self._draw_strip(snapshot)
        panel.stage.lanes.set_content(content_of(snapshot, panel.locks.may(CELLS)))
        panel.stage.lanes.setAccessibleDescription(say(describe_step(snapshot)))
        panel.stage.graph.show_snapshot(snapshot)
        self._draw_rule(snapshot)
        self._draw_proof(snapshot)
        self._draw_marks(snapshot)
        panel.explaining.follow(snapshot)
        if self._greeting != NOWHERE and snapshot.fired:
            panel.explaining.greet(within(self._greeting, snapshot))
            self._greeting = NOWHERE

    def _draw_strip(self, snapshot: BackpropSnapshot) -> None:
        chips = [chip(step, snapshot.activations[step.layer - 1]) for step in snapshot.steps]
        self._panel.stage.strip.show_chips(chips, snapshot.fired - 1)

    def _draw_rule(self, snapshot: BackpropSnapshot) -> None:
        page, rule = self._panel.side.rule, snapshot.rule
        count = telling.step_words(snapshot)
        page.formula.setVisible(rule is not None)
        if rule is None:
            page.show_rule(count, *telling.START, "")
        else:
            words = rule_words(rule.rule)
            page.show_rule(count, words.title, words.sentence, telling.note(snapshot))
            pieces = formula(rule, function_of(snapshot, rule), snapshot.examples, snapshot.optimizer)
            page.formula.show_formula(pieces, shape_line(rule, snapshot.matrices), rule.formula)
        may_type = self._panel.locks.may(CELLS) and not self._panel.stage.shows_graph
        page.show_remark(telling.remark(snapshot), bool(snapshot.held), may_type and not snapshot.edits)
        page.loss.show_facts(telling.loss_facts(snapshot))

    def _draw_proof(self, snapshot: BackpropSnapshot) -> None:
        page = self._panel.side.rule
        title, why = telling.check_title(snapshot), telling.why_words(snapshot)
        page.show_check(title, *telling.check_facts(snapshot), why)
        label = phrase("Check all {count} slopes", count=write_count(telling.number_count(snapshot)))
        page.show_check_all(*telling.check_all_facts(snapshot), label)

    def _draw_marks(self, snapshot: BackpropSnapshot) -> None:
        count, passes = len(snapshot.steps), snapshot.last_step // len(snapshot.steps)
        few = snapshot.last_step <= MOST_MARKS and not self._panel.is_compact
        marks = [
            (number * count + place, role_of(step.rule))
            for number in range(passes)
            for place, step in enumerate(snapshot.steps, 1)
            if few or step.rule == UPDATED
        ]
        if marks != self._marks:
            self._marks = marks
            self._panel.marks_changed.emit(marks)
