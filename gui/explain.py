"""What is this? From a control to its term in the glossary: F1, a line in the tooltip, a click with the right button.

A control that was made from a parameter has the term of that parameter. Others are known by what they are called, and
pictures by the table here. Names are looked up in English, whatever the screen says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from gui.language import say, spoken
from gui.widgets.answer import Answering
from gui.widgets.dressed import dressed_menu
from gui.widgets.words import TERM, WORD
from sim.declared import Declared
from sim.glossary import shipped_glossary
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.base import Panel
    from gui.theme import ThemeHolder
    from sim.glossary import Term

CONTROLS = {
    # the playground
    "Decision map": "decision-boundary",
    "Draw my own line": "decision-boundary",
    "Learners": "unit",
    "Mistakes and their bound": "mistake-bound",
    "Curves of the run": "loss",
    "Function": "activation",
    "Ten digit units": "unit",
    "Colours of the disagreement": "disagreement",
    "Share of twins": "twin",
    "Train 400 twins": "twin",
    "Recipes and their shares": "twin",
    "The fold": "fold",
    "Scale weights and bias": "weight",
    "Mode": "network",
    "Start from": "network",
    "Swap classes": "class",
    "Draw": "data-set",
    "Clear": "data-set",
    "Open CSV": "data-set",
    "Save CSV": "data-set",
    "Gap": "margin",
    "Wrong labels": "data-noise",
    "New points": "seed",
    "Scale the columns": "input-features",
    "log": "loss",
    # the race
    "Arrows": "gradient",
    "Arrows of the step": "velocity",
    "A step in slow motion": "steps",
    "Two sums": "velocity",
    "Top speed": "velocity",
    "Calculation": "velocity",
    "One ruler per direction": "squared-slopes",
    "Ruler": "squared-slopes",
    "Constant .9": "momentum-schedule",
    "Ramp": "momentum-schedule",
    ".5 then .99": "momentum-schedule",
    "Momentum over the steps": "momentum-schedule",
    "Order of the two moves": "nesterov",
    "Formula of the landscape": "surface",
    "Examples": "surface",
    "Finish board": "optimizer",
    "All racers": "optimizer",
    "Sort by left at": "saddle",
    "Sort by settled": "minimum",
    "Reach": "surface",
    # backpropagation
    "See every matrix": "backward-pass",
    "Matrices, forward and backward": "matrix-product",
    "Rows that are shown": "shape",
    "Rules of this pass": "backward-pass",
    "Graph": "computational-graph",
    "Which example the graph is of": "computational-graph",
    "Check all": "central-difference",
    "Check every slope": "central-difference",
    "Why not nudge each weight?": "central-difference",
    "Let go of all": "weight",
    # home
    "Add a second neuron": "hidden-layer",
    "Why not?": "linear-separability",
    # deep networks
    "Gate": "backward-pass",
    "Push −1 back": "backward-pass",
    "Push +1 back": "backward-pass",
    "Sums z by layer": "saturation",
    "Right answers": "accuracy",
    "Results": "accuracy",
    "Train": "epoch",
    # the pupils of the lab
    "Dropout lens": "dropout",
    "Without the stars": "dropout",
    "Stars sent home": "dropout",
    "Network that is shown": "network",
    "Example before": "batch",
    "Next example": "batch",
    "The class": "hidden-layer",
    "Let the flu come": "dropout",
    "Everyone well": "dropout",
    "Wall of classes": "dropout",
    "Answers of all classes": "dropout",
    "One pass against all classes": "dropout",
    "Average all classes": "dropout",
    "Take eight hidden units": "hidden-layer",
    "How alike the units answer": "hidden-layer",
    "Compare the units": "hidden-layer",
    # the skier
    "Glances": "gradient-noise",
    "Batch size": "batch",
    "Half-pipe": "divergence",
    "Learning rate and its limit": "learning-rate",
    "Rate in the": "learning-rate",
    "Share of the best rate": "learning-rate",
    "Sight": "fog",
    "Ground": "surface",
    "Loss landscape of the network": "surface",
    "Directions": "surface",
    "Hold the plane": "surface",
    "A smaller span": "surface",
    "A larger span": "surface",
    "Picture": "surface",
    "Who is down first": "batch",
    "Untrained networks": "accuracy",
    "Networks": "twin",
    "Classes": "class",
    "Answers each network ever gives": "accuracy",
    "Right answers, class by class": "class",
    "Practise": "class",
    "One weight made larger": "weight",
    "What practising one class does to the others": "gradient",
    "All classes": "class",
    "Wide networks from other seeds": "seed",
    "Tiny networks from other seeds": "xor",
    "What the teacher says": "wrong-labels",
    "Lies": "wrong-labels",
    "Training loss": "loss",
    "Training losses": "loss",
    "Training loss, step by step": "loss",
    "Loss, step by step": "loss",
    "Past slopes that momentum adds up": "velocity",
}
"""Pictures and buttons by their names."""
NO_TERM = ("Start over",)
"""Names that begin like a term and mean something else."""


class Explainer(QObject):
    """Finds the term of a control and leads there. `follow` goes to a link."""

    def __init__(
        self,
        themes: ThemeHolder,
        window: QWidget,
        follow: Callable[[str], None],
        panel: Callable[[], Panel | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._follow = follow
        self._panel = panel
        self._menu = dressed_menu(themes, window)
        self._asked = ""
        self._action = self._menu.addAction("")
        self._action.triggered.connect(lambda: self._follow(f"glossary:{self._asked}"))
        Answering(window, (QEvent.Type.ContextMenu,), self._on_menu)

    def listen(self, panel: QWidget) -> None:
        """A panel was made: once it stands there, its controls know that there is more to read."""
        QTimer.singleShot(0, panel, lambda: self.mark(panel))

    def mark(self, panel: QWidget) -> None:
        """Every control with a term says in its tooltip how to come there."""
        for widget in panel.findChildren(QWidget):
            if isValid(widget) and widget.accessibleName():
                term = term_of_widget(widget)
                if term is not None:
                    widget.setProperty(TERM, term.key)

    def explain(self) -> None:
        """The term of what has the keyboard; where it has none, the notes about the panel."""
        term = term_at(self._window.focusWidget(), self._window)
        panel = self._panel()
        if term is not None:
            self._follow(f"glossary:{term.key}")
        elif panel is not None:
            self._follow(f"notes:{panel.entry.simulation or 'playground'}")

    def _on_menu(self, event: QEvent) -> bool:
        """Settings and buttons only: in pictures the right button has work of its own."""
        if not isinstance(event, QContextMenuEvent):
            return False
        widget = self._window.childAt(event.pos())
        owner = settled(widget, self._window)
        term = None if owner is None else term_at(owner, self._window)
        if term is None:
            return False
        self._asked = term.key
        self._action.setText(say(phrase("What is this: {term}?", term=term.title)).replace("&", "&&"))
        self._menu.popup(event.globalPos())
        return True


def settled(widget: QWidget | None, window: QWidget) -> QWidget | None:
    """The setting or the button that a place belongs to."""
    while widget is not None and widget is not window:
        if isinstance(getattr(widget, "parameter", None), Declared) or isinstance(widget, QAbstractButton):
            return widget
        widget = widget.parentWidget()
    return None


def term_at(widget: QWidget | None, window: QWidget) -> Term | None:
    """The term of a widget or of the nearest one around it that has one."""
    while widget is not None and widget is not window:
        term = term_of_widget(widget)
        if term is not None:
            return term
        widget = widget.parentWidget()
    return None


def term_of_widget(widget: QWidget) -> Term | None:
    """The term of a control by its parameter, else by its name."""
    from sim.glossary_places import term_of, term_of_words

    glossary = shipped_glossary(spoken())
    parameter = getattr(widget, "parameter", None)
    if isinstance(parameter, Declared):
        found = term_of(glossary, parameter)
        if found is not None:
            return found
    name = str(widget.property(WORD) or widget.accessibleName())
    if not name or name in NO_TERM:
        return None
    for known, key in CONTROLS.items():
        if name == known or name.startswith(f"{known} "):
            return glossary.terms[key]
    return term_of_words(glossary, (name,))
