"""The cards below the large one that show single examples: digits with probabilities, a curve of fit, a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.panels.lab.arms import ROLES
from gui.widgets.card import Card
from gui.widgets.difference_map import DifferenceMap
from gui.widgets.fit_content import DigitSample, Fit, FitLine, TwoMaps
from gui.widgets.fit_curve import FitCurve
from gui.widgets.sample_digits import SampleDigits
from gui.widgets.sample_digits_face import right_of
from gui.widgets.words import Elided, Label
from sim.numerals import write_fixed, write_significant
from sim.phrases import joined, phrase, word

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.simulations.lab_view import LabSnapshot

SAMPLES, FIT, DIFFERENCE = word("New digits"), word("What they answer"), word("Where A and the last arm differ")


class ExamplesCard(Card):
    """A heading with a quieter sentence beside it and a figure at the right, above one picture."""

    def __init__(
        self, themes: ThemeHolder, title: str, picture: QWidget, parent: QWidget | None = None
    ) -> None:
        self._head: QHBoxLayout | None = None
        super().__init__(themes, "stage", parent)
        self.title = Label(themes, title, "heading", parent=self)
        self.note = Elided(themes, "", "small", "faint", self)
        self.figure = Label(themes, "", "value", "ink", parent=self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.note, 1)
        self._head.addWidget(self.figure)
        self.body.addLayout(self._head)
        self.body.addWidget(picture, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._dress()

    def show_snapshot(self, snapshot: LabSnapshot) -> None:
        """Other numbers."""
        raise NotImplementedError

    def _dress(self) -> None:
        super()._dress()
        if self._head is not None:
            self._head.setSpacing(round(self._themes.current.px(8)))


class SamplesCard(ExamplesCard):
    """Digits of the test with what every arm says."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self.digits = SampleDigits(themes)
        super().__init__(themes, SAMPLES, self.digits, parent)

    def show_snapshot(self, snapshot: LabSnapshot) -> None:
        """The arms that have answers."""
        samples, names, roles = samples_of(snapshot)
        self.digits.show_samples(samples, names, roles)
        rights = [phrase("{name} {right} of {count}", name=name, right=right_of(samples, arm), count=len(samples))
                  for arm, name in enumerate(names)]  # fmt: skip
        self.note.set_words(phrase("right: {rights}", rights=joined(rights, ",  ")) if samples else "")


class FitCard(ExamplesCard):
    """The curves of all arms through the points."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self.fit = FitCurve(themes)
        super().__init__(themes, FIT, self.fit, parent)

    def show_snapshot(self, snapshot: LabSnapshot) -> None:
        """Points and curves."""
        fit = fit_of(snapshot)
        if fit is not None:
            self.fit.show_fit(fit)
        losses = [phrase("{name} {loss}", name=arm.letter, loss=write_significant(arm.test_loss, 2))
                  for arm in snapshot.arms]  # fmt: skip
        self.note.set_words(phrase("loss on new points: {losses}", losses=joined(losses, ",  ")))


class DifferenceCard(ExamplesCard):
    """The last arm's map less that of A."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self.map = DifferenceMap(themes)
        super().__init__(themes, DIFFERENCE, self.map, parent)

    def show_snapshot(self, snapshot: LabSnapshot) -> None:
        """Both maps; nothing for one arm alone."""
        maps = maps_of(snapshot)
        self.map.show_maps(maps)
        self.title.setText(DIFFERENCE if maps is None else phrase("{last} less A", last=maps.titles[1]))
        self.figure.setText("" if maps is None else phrase("{share} % differ", share=write_fixed(100 * maps.apart, 0)))


def samples_of(snapshot: LabSnapshot) -> tuple[tuple[DigitSample, ...], tuple[str, ...], tuple[str, ...]]:
    """Digits, the letters of the arms that answered, and the roles of their colours."""
    seen = snapshot.samples
    if seen is None:
        return (), (), ()
    arms = [arm for arm in snapshot.arms if arm.key in seen.probabilities]
    most = max(float(np.max(seen.pictures, initial=0.0)), 1e-9)
    ink = seen.pictures / (most if most > 1.0 else 1.0)
    shares = np.stack([seen.probabilities[arm.key] for arm in arms], axis=1) if arms else np.zeros((len(ink), 0, 10))
    found = tuple(
        DigitSample(picture.ravel(), int(label), rows)
        for picture, label, rows in zip(ink, seen.labels, shares, strict=True)
    )
    return found if arms else (), tuple(arm.letter for arm in arms), tuple(ROLES[arm.key] for arm in arms)


def fit_of(snapshot: LabSnapshot) -> Fit | None:
    """Points and the arms' answers over one input; None where there are no curves."""
    data = snapshot.data
    lines = tuple(
        FitLine(arm.letter, ROLES[arm.key], np.asarray(arm.line, np.float64),
                phrase("loss on new points {loss}", loss=write_significant(arm.test_loss, 2)))
        for arm in snapshot.arms if arm.line is not None
    )  # fmt: skip
    if not lines or not data.places.size:
        return None
    x = np.concatenate((data.x[:, 0], data.test_x[:, 0]))
    y = np.concatenate((np.ravel(data.answers), np.ravel(data.test_answers))).astype(np.float64)
    learned = np.arange(len(x)) < len(data.x)
    return Fit(x, y, learned, data.places, lines, data.domain, data.truth)


def maps_of(snapshot: LabSnapshot) -> TwoMaps | None:
    """A and the last arm; None for one alone, or where there are no maps."""
    first, last = snapshot.arms[0], snapshot.arms[-1]
    if first is last or first.picture is None or last.picture is None:
        return None
    data = snapshot.data
    titles, roles = (first.letter, last.letter), (ROLES[first.key], ROLES[last.key])
    learned = np.ones(len(data.x), bool)
    return TwoMaps(first.picture, last.picture, data.domain, data.x, np.asarray(data.answers), learned, titles, roles)
