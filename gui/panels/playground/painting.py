"""Snapshots on the pictures: what moves with every frame, and what only now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.playground.curves import mistakes_of
from gui.panels.playground.telling import (
    ASKING,
    DASHES,
    FIRST,
    board_rows,
    decision_words,
    is_told,
    no_line_words,
    separability_words,
    unit_words,
)
from gui.widgets.decision_map_lines import NamedLine
from gui.widgets.run_plot_face import SHARE, Curve, Pane
from sim.datasets import FEATURES
from sim.numerals import write_fixed
from sim.phrases import joined, phrase, word
from sim.simulations.playground_config import DIGITS, read_features

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from gui.panels.playground.panel import PlaygroundPanel
    from sim.config import Config
    from sim.mailbox import Frame
    from sim.simulations.playground_view import (
        Data,
        HandSeen,
        LearnerSeen,
        NetworkSeen,
        PlaygroundSnapshot,
        Rect,
        RowsSeen,
        UnitSeen,
    )

Line = tuple[float, float, float]
GRADED = "sigmoid"
"""The learner whose answers are not only yes and no."""
NAMES = {"perceptron": word("perceptron"), "delta": word("linear"), "sigmoid": word("sigmoid")}
MOST_RINGED = 500
MODEL, PLANE, REST = "model", "plane", "rest"
GROUPS = (MODEL, PLANE, REST)
"""What takes turns where a frame has no time for all: `gui.turns`."""
FIELD = 192


class Painting:
    """Fills the pictures of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        self.feature_keys: list[str] = []
        self._shown: NDArray[np.int64] | None = None
        self._places: NDArray[np.float64] = np.zeros((0, 2))
        self._answers: NDArray[np.generic] = np.zeros(0, np.int64)
        self._train: NDArray[np.bool_] | None = None

    def row_of(self, index: int) -> int:
        """The number in the data of a point on the map."""
        return index if self._shown is None else int(self._shown[index])

    def show_readiness(self, frame: Frame) -> None:
        """What the engine still prepares, as long as there is nothing to see of what was asked for."""
        status, notice = frame.status, self._stage.notice
        if status.doing and (frame.snapshot is None or self._panel.is_waiting(frame)):
            share = status.ready / max(status.total, 1)
            note = phrase(
                "{ready} of {total} parts; only the first start takes this long", ready=status.ready, total=status.total
            )
            notice.show_busy(phrase("Getting {doing} ready", doing=status.doing), share, note)
        elif notice.kind == "busy":
            notice.clear()

    def show_config(self, config: Config) -> None:
        """The chips of the input features."""
        data = None if self._panel.snapshot is None else self._panel.snapshot.data
        one = data is not None and data.x.shape[1] == 1
        keys = [key for key, feature in FEATURES.items() if not (one and feature.second)]
        chosen = read_features(config["features"])
        self.feature_keys = keys
        titles = {key: FEATURES[key].title for key in keys}
        if data is not None:
            titles.update(zip(("x1", "x2"), data.columns, strict=False))
        if data is not None and data.x.shape[1] > 2:
            self._stage.network.set_inputs(data.columns)
        elif self._panel.themes.current.presentation:
            self._stage.network.set_inputs([titles[key] for key in chosen if key in titles])
        else:
            self._stage.network.set_inputs([titles[key] for key in keys], [key in chosen for key in keys])

    def show(
        self, snapshot: PlaygroundSnapshot, previous: PlaygroundSnapshot | None, groups: Collection[str] = GROUPS
    ) -> None:
        """What is seen, as far as its turn has come; other points are shown at once."""
        if previous is None or previous.data is not snapshot.data:
            self._show_data(snapshot.data)
        if snapshot.network is not None and MODEL in groups:
            self._show_network(snapshot, snapshot.network)
        if snapshot.network is not None and PLANE in groups:
            self._show_decision(snapshot, snapshot.network)
        if snapshot.unit is not None:
            self._show_unit(snapshot, snapshot.unit)
        if snapshot.rows is not None:
            self._show_rows(snapshot.rows)

    def _show_data(self, data: Data) -> None:
        """Other points."""
        chart, curve = self._stage.map, self._stage.function
        self._stage.plane.set_numbers(data.task == "regression")
        if data.x.shape[1] == 1:
            curve.set_domain(data.domain)
            curve.set_points(data.x[:, 0], data.answers, data.train)
            curve.set_axis_names(data.columns[0], "y")
            return
        self._shown = None
        if data.x.shape[1] > 2:
            self._shown = np.flatnonzero((np.abs(data.x[:, 2:]) < 0.5).all(axis=1))
        rows = slice(None) if self._shown is None else self._shown
        self._places, self._answers = np.ascontiguousarray(data.x[rows, :2]), data.answers[rows]
        self._train = None if data.train.all() else data.train[rows]
        chart.set_domain(data.domain)
        chart.set_axis_names(*data.columns[:2])
        if data.task == "regression":
            chart.set_values(self._places, self._answers, self._train)
        else:
            chart.set_points(self._places, self._answers, self._train)

    def _show_network(self, snapshot: PlaygroundSnapshot, seen: NetworkSeen) -> None:
        view, card = self._stage.network, self._stage.model
        view.set_weights(seen.weights)
        view.set_biases(seen.biases)
        view.set_activations(seen.activations)
        view.set_thumbnails(seen.thumbnails)
        view.set_dropped(seen.dropped)
        sizes = " – ".join(str(n) for n in (len(seen.features), *(len(bias) for bias in seen.biases)))
        twin = phrase(", twin {twin}", twin=snapshot.twin) if snapshot.twin else ""
        card.head.set_words(
            phrase("Network {sizes}{twin}", sizes=sizes, twin=twin), "drag along a line to change it, click for its sum"
        )

    def _show_decision(self, snapshot: PlaygroundSnapshot, seen: NetworkSeen) -> None:
        data, chart, plane = snapshot.data, self._stage.map, self._stage.plane
        plane.show_curve(data.x.shape[1] == 1)
        spread = None if snapshot.twins is None else snapshot.twins.spread
        plane.head.set_words(*decision_words(snapshot, seen, spread is not None))
        if data.x.shape[1] == 1:
            if seen.curve is not None:
                self._stage.function.set_curve(seen.curve[0], seen.curve[1])
            return
        self._show_lines((), None)
        chart.set_rival(None)
        chart.set_met(None)
        chart.set_caption("", "")
        plane.show_rings(False)
        if data.task == "classes":
            rows = slice(None) if self._shown is None else self._shown
            wrong = ~seen.right[rows] if len(data.answers) <= MOST_RINGED else None
            chart.set_points(self._places, self._answers, self._train, wrong)
        if seen.field is not None:
            chart.set_field(seen.field, data.domain, seen.low)
        chart.set_disagreement(spread, data.domain)

    def _show_unit(self, snapshot: PlaygroundSnapshot, unit: UnitSeen) -> None:
        chart, plane, config = self._stage.map, self._stage.plane, self._panel.config
        plane.show_curve(False)
        lines = [
            NamedLine(learner.line, NAMES[key], "ink", DASHES[key])
            for key, learner in unit.learners.items()
            if config[f"{key}.on"] and (key != FIRST or unit.hand is not None)
        ]
        first = unit.learners.get(FIRST)
        shown = unit.hand if unit.hand is not None else first if config[f"{FIRST}.on"] else None
        side = None if shown is None else half_planes(shown, snapshot.data.domain)
        graded = unit.learners.get(GRADED)
        alone = shown is None and graded is not None and config[f"{GRADED}.on"]
        if alone and graded is not None:
            side = answers_on(graded, snapshot.data.domain)
        chart.set_field(side, snapshot.data.domain)
        chart.set_disagreement(None if snapshot.twins is None else snapshot.twins.spread, snapshot.data.domain)
        if unit.hand is not None:
            self._show_lines(lines, unit.hand.line, "you")
            wrong: NDArray[np.bool_] | None = ~unit.hand.right
        else:
            self._show_lines(lines, first.line if first is not None and config[f"{FIRST}.on"] else None)
            wrong = ~first.right if first is not None else None
        chart.set_points(self._places, self._answers, self._train, wrong if len(self._places) <= MOST_RINGED else None)
        chart.set_met(unit.met, bool(unit.changed))
        chart.set_caption(*no_line_words(unit))
        plane.show_rings(True)
        plane.head.set_words(*unit_words(snapshot, unit, GRADED if alone else FIRST))
        self._show_board(snapshot, unit)

    def _show_lines(self, lines: Collection[NamedLine], own: Line | None, role: str = "ink") -> None:
        """The lines of the run, or the one that is being guessed in place of its own."""
        chart, guesses = self._stage.map, self._panel.guesses
        chart.set_lines((*lines, *guesses.named))
        chart.set_ruler(guesses.asked)
        if guesses.asked:
            chart.set_line(guesses.line, role="you")
        else:
            chart.set_line(own, role=role)

    def _show_board(self, snapshot: PlaygroundSnapshot, unit: UnitSeen) -> None:
        card = self._stage.unit
        card.plot.set_panes(*mistakes_of(snapshot))
        card.board.set_rows(board_rows(unit, self._panel.config))
        card.meter.setVisible(unit.separable is not False)
        if unit.bound is None or not unit.bound_extra:
            card.meter.set_bound(unit.bound_mistakes, unit.bound, unit.radius, unit.margin)
        else:
            card.meter.set_bound(unit.bound_mistakes, unit.bound + unit.bound_extra, None, None)
        words = joined((separability_words(unit), unit.cycle_sentence)) if is_told(snapshot, unit) else ASKING
        card.note.setText(words)

    def _show_rows(self, rows: RowsSeen) -> None:
        card = self._stage.rows
        reached = write_fixed(100.0 * float(rows.test_accuracy[-1]), 1)
        passes = len(rows.accuracy) - 1
        title = "Ten perceptrons, one against the rest" if rows.key == DIGITS else "One perceptron on a large table"
        after = "after 1 pass" if passes == 1 else phrase("after {passes} passes", passes=passes)
        card.head.set_words(title, after, phrase("{reached} % of the unseen rows right", reached=reached))
        card.digits.setVisible(rows.key == DIGITS)
        card.table.setVisible(rows.key != DIGITS)
        if rows.key != DIGITS:
            first = Pane("Right of the unseen rows, in the first pass", (Curve("", rows.first_accuracy),), SHARE)
            card.curve.set_panes(rows.first_rows.astype(np.float64), (first,), "rows met")
            card.weights.set_weights(rows.weights[0, 1:])
        if rows.key == DIGITS:
            card.digits.set_units(rows.weights, rows.unit_accuracy, rows.mistakes[-1])
            card.digits.set_samples(rows.samples, rows.sample_answers, rows.sample_classes)
        count, met = write_fixed(rows.rows, 0), write_fixed(rows.rows_seen, 0)
        words = phrase(
            "{count} rows of {inputs} numbers; {met} rows met so far", count=count, inputs=rows.inputs, met=met
        )
        if rows.seconds > 0.0:
            words += phrase("; the last pass took {seconds} ms", seconds=write_fixed(1000.0 * rows.seconds, 1))
        card.words.setText(phrase("{words}. Nothing is kept of a row but what it did to the weights.", words=words))


def answers_on(shown: LearnerSeen, domain: Rect) -> NDArray[np.float32]:
    """What the sigmoid unit answers on the plane, 0 to 1: pale where it is not sure."""
    x0, x1, y0, y1 = domain
    x = np.linspace(x0, x1, FIELD, dtype=np.float32)
    y = np.linspace(y0, y1, FIELD, dtype=np.float32)
    bias, across, up = (np.float32(weight) for weight in shown.weights)
    sums = np.clip((across * x)[None, :] + (up * y)[:, None] + bias, -40.0, 40.0)
    field: NDArray[np.float32] = np.float32(1.0) / (np.float32(1.0) + np.exp(-sums))
    return field


def half_planes(shown: LearnerSeen | HandSeen, domain: Rect) -> NDArray[np.float32]:
    """The two sides of a line as a field, its edge one pixel wide; one side everywhere where there is no line."""
    if shown.line is None:
        return np.full((2, 2), shown.weights[0] > 0.0, np.float32)
    a, b, c = shown.line
    x0, x1, y0, y1 = domain
    x = np.linspace(x0, x1, FIELD, dtype=np.float32)
    y = np.linspace(y0, y1, FIELD, dtype=np.float32)
    per_pixel = max(abs(a) * (x1 - x0), abs(b) * (y1 - y0)) / FIELD
    heights = (np.float32(a / per_pixel) * x)[None, :] + (np.float32(b / per_pixel) * y)[:, None]
    field: NDArray[np.float32] = np.clip(heights + np.float32(c / per_pixel + 0.5), 0.0, 1.0)
    return field
