"""Every control and state on one sheet, to be looked at: python -m tests.gui.component_sheet FOLDER

Writes light.png, dark.png, contrast.png and presentation.png, and the same of the cards of the race as cards-*.png and
of networks and twins as networks-*.png, of curves, learners and digits as plots-*.png. Nothing is asserted; eyes are.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import Form
from gui.theme import ThemeHolder
from gui.transport import Transport
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Caption, Card, Divider
from gui.widgets.chip import Chip
from gui.widgets.notice import Notice
from sim.params import Choice, Flag, Integer, Parameter, Real
from tests.gui import card_sheet, network_sheet, plot_sheet

LOOKS = ("light", "dark", "contrast", "presentation")
SETTLE = 6  # passes of the event loop until layouts stand
PLACES = tuple((f"place{number}", f"Place {number}") for number in range(19))
PARAMETERS: tuple[Parameter, ...] = (
    Real("rate", "Learning rate", 1e-4, 1.0, 0.01, symbol="η", log=True, role="grad", help="How far a step goes."),
    Real("momentum", "Momentum", 0.0, 0.999, 0.5, symbol="μ", role="vel", digits=2, help="How much is kept."),
    Integer("batch", "Batch size", 1, 512, 32, unit="rows", log=True, help="Rows in one step."),
    Real("noise", "Gradient noise", 0.0, 1.0, 0.0, symbol="σ", digits=2, help="Noise on every slope."),
    Choice("fair", "Rates", (("same", "Same"), ("tuned", "Tuned")), "same", help="Which rates."),
    Choice("place", "Place", PLACES, "place3", help="Where it runs."),
    Flag("arrows", "Arrows", True, help="Show the arrows."),
)
EVENTS = [(2, "adagrad"), (5, "rmsprop"), (6, "adam"), (7, "adadelta"), (27, "nesterov"), (65, "sgd"), (90, "you")]


def sliders(themes: ThemeHolder) -> Card:
    """One of each control: plain, cued, with a unit, locked."""
    card, form = titled(themes, "Controls"), Form(themes, PARAMETERS)
    form.set_values({"rate": 0.035, "momentum": 0.9})
    form.cue("momentum")
    form.lock(("noise",), "not the topic of this lesson")
    card.body.addWidget(form)
    card.body.addStretch(1)
    return card


def buttons(themes: ThemeHolder) -> Card:
    """Buttons, icons, chips, and what stands between groups."""
    card = titled(themes, "Buttons and chips")
    shut = Button(themes, "Cannot")
    shut.setEnabled(False)
    on = Chip(themes, "Arrows", "toggle")
    on.setChecked(True)
    rows: tuple[tuple[QWidget, ...], ...] = (
        (Button(themes, "Let it try", "primary", icon="playtri"), Button(themes, "Second unit")),
        (Button(themes, "Back", "ghost"), shut),
        (Chip(themes, "seed 7"), on, Chip(themes, "Fog", "toggle")),
        tuple(IconButton(themes, name, name.capitalize()) for name in ("sun", "screen", "dice", "again")),
    )
    for row in rows:
        line = QHBoxLayout()
        for widget in row:
            line.addWidget(widget)
        card.body.addLayout(line)
    card.body.addWidget(Divider(themes))
    card.body.addWidget(Caption(themes, "Finish board"))
    card.body.addStretch(1)
    return card


def notices(themes: ThemeHolder) -> Card:
    """Empty, busy, broken."""
    card = titled(themes, "Empty, busy, broken")
    empty, busy, broken = Notice(themes), Notice(themes), Notice(themes)
    for notice in (empty, busy, broken):
        card.body.addWidget(notice)
    empty.show_empty("No points yet.", "Click to place one, or drop a file.", "Use XOR", print)
    busy.show_busy("Getting the engine ready", 5 / 8, "5 of 8 parts; everything else works already")
    busy.show()
    reason = "Learning rate 0.52 is above 2 / largest curvature = 0.41, so each step overshoots more than the last."
    broken.show_broken("Step 412: a weight is infinite", reason, [("20 steps back", print), ("Try rate 0.20", print)])
    card.body.addStretch(1)
    return card


def titled(themes: ThemeHolder, title: str) -> Card:
    """A card with a caption."""
    card = Card(themes)
    card.body.addWidget(Caption(themes, title, "section"))
    return card


def sheet(themes: ThemeHolder) -> QWidget:
    """Three cards, and the transport under them."""
    window, row = QWidget(), QHBoxLayout()
    column = QVBoxLayout(window)
    for card in (sliders(themes), buttons(themes), notices(themes)):
        row.addWidget(card, 1)
    transport = Transport(themes)
    transport.set_state(31, 160, False, 1.0, 7)
    transport.set_marks(EVENTS)
    column.addLayout(row)
    column.addWidget(transport)
    return window


def main(folder: Path) -> None:
    """Paint the sheet in every look."""
    application = QApplication([])
    application.setStyle("Fusion")
    themes = ThemeHolder()
    window, cards, networks = sheet(themes), card_sheet.sheet(themes), network_sheet.sheet(themes)
    plots = plot_sheet.sheet(themes)
    cards.show()
    plots.show()
    networks.show()
    window.show()
    window.activateWindow()
    application.processEvents()
    window.findChildren(Button)[1].setFocus(Qt.FocusReason.TabFocusReason)
    for look in LOOKS:
        shown = look == "presentation"
        themes.set(name="light" if shown else look, presentation=shown)
        themes.apply(application)
        window.resize(1280, 800)
        cards.resize(*(round(side * (1.4 if shown else 1.0)) for side in card_sheet.SIZE))
        networks.resize(*(round(side * (1.4 if shown else 1.0)) for side in network_sheet.SIZE))
        plots.resize(*(round(side * (1.4 if shown else 1.0)) for side in plot_sheet.SIZE))
        for _ in range(SETTLE):
            application.processEvents()
        window.grab().save(str(folder / f"{look}.png"))
        cards.grab().save(str(folder / f"cards-{look}.png"))
        plots.grab().save(str(folder / f"plots-{look}.png"))
        networks.grab().save(str(folder / f"networks-{look}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
