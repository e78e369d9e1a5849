"""The cards of the race on one sheet, with numbers as a lesson has them; painted by component_sheet."""

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.card import Card
from gui.widgets.curvature_dial import CurvatureDial
from gui.widgets.flight_card import FlightCard, Flown
from gui.widgets.formula_field import FormulaField
from gui.widgets.law_card import LawCard
from gui.widgets.rulers_card import RulersCard
from gui.widgets.schedule_editor import ScheduleEditor
from gui.widgets.step_strip import StepStrip
from sim.optimizers import OPTIMIZERS
from sim.step_parts import Phase

SIZE = (1280, 920)
CURVATURES = ((1.0, 4.0, 0.5), (-2.0, 1.3, 0.3), (-3.0, -1.0, 1.2), (0.0, 0.0, 0.0))
PHASES = (
    Phase("Reads the slope where it stands: g = (0.62, −0.31).", (((0.0, 0.0), (0.4, -0.1), "grad", "downhill"),)),
    Phase("Jumps on by μ = 0.9 of its velocity, μ v = (0.9, 0.6).", (((0.0, 0.0), (0.9, 0.6), "vel", "μ v"),)),
    Phase("Corrects by η = 0.035 of the slope.", (((0.9, 0.6), (1.3, 0.5), "grad", "−η g"),)),
)
FLIGHT = Flown(
    "momentum",
    "Momentum flew off at step 12",
    "Its rate 0.05 is above the bound 0.038 of this curvature, so each step overshoots more than the last.",
    (("rate", "0.05"), ("bound", "0.038")),
    "Back to step 11",
    "Set its rate to 0.034",
)


def law(themes: ThemeHolder) -> LawCard:
    """Steps to leave the saddle at rate 0.01, of which one racer never does from 1e-6 on."""
    card, offsets = LawCard(themes), np.logspace(-8, 0, 81)
    decades, steps = -np.log10(offsets), np.log(1 / offsets) / math.log(1.02)
    card.set_titles({key: optimizer.title for key, optimizer in OPTIMIZERS.items()})
    times = {"sgd": np.ceil(steps), "momentum": 24 * decades, "nesterov": 22.7 * decades, "rmsprop": 72 + 0 * decades}
    times |= {"adam": np.where(decades > 6, np.nan, 77.0), "adagrad": 17 + 0 * decades, "adadelta": 27 + 2 * decades}
    card.set_times(offsets, times, steps)
    return card


def schedule(themes: ThemeHolder) -> ScheduleEditor:
    """Light first, heavy later."""
    editor = ScheduleEditor(themes)
    editor.set_curve(((0, 0.5), (60, 0.5), (61, 0.99), (120, 0.9)), 150)
    editor.set_cursor(31)
    return editor


def strip(themes: ThemeHolder, order: str | None) -> StepStrip:
    """A step of momentum in its second phase."""
    made = StepStrip(themes)
    made.set_parts("Momentum, step 12", PHASES)
    made.set_order(order)
    made.dots.asked.emit(1)
    return made


def rulers(themes: ThemeHolder, view: int) -> RulersCard:
    """The two sums, or the top speed."""
    card = RulersCard(themes)
    card.set_view(view)
    return card


def side(themes: ThemeHolder) -> Card:
    """The field of formulas, well and wrong, and the dials."""
    card, good, wrong, row = Card(themes), FormulaField(themes), FormulaField(themes), QHBoxLayout()
    good.set_text("x^2 - y^2 + 0.1*sin(5*x)")
    wrong.set_text("x^2 - z^2")
    wrong.set_error("The formula, character 7: 'z' is not known; only x and y vary.", 6)
    for curvature in CURVATURES:
        dial = CurvatureDial(themes, side=64.0 if curvature[1] < 2 else 96.0)
        dial.set_curvature(*curvature)
        row.addWidget(dial, 0, Qt.AlignmentFlag.AlignTop)
    card.body.addWidget(good)
    card.body.addWidget(wrong)
    card.body.addLayout(row)
    card.body.addStretch(1)
    return card


def framed(themes: ThemeHolder, widget: QWidget) -> Card:
    """On the stage, as in its tab."""
    card = Card(themes, "stage")
    card.body.addWidget(widget)
    return card


def sheet(themes: ThemeHolder) -> QWidget:
    """Three by three."""
    window = QWidget()
    grid = QGridLayout(window)
    flight = FlightCard(themes)
    flight.set_flights([FLIGHT, Flown("sgd", "SGD", "It left.", (), "Back to step 3")])
    widgets = (
        framed(themes, rulers(themes, 0)), framed(themes, rulers(themes, 1)), side(themes),
        framed(themes, schedule(themes)), framed(themes, law(themes)), flight,
        framed(themes, strip(themes, None)), framed(themes, strip(themes, "jump first")),
    )  # fmt: skip
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, place // 3, place % 3)
    return window
