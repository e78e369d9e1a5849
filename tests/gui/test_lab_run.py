"""The lab panel with a run behind it: every slider moves the networks that are running, and no slider begins anew."""

import itertools
import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.panels.lab import LabPanel
from gui.theme import ThemeHolder
from gui.widgets.segments import Segments
from gui.widgets.slider import ParameterSlider
from sim.commands import Command, Open, Pause, Play, Step
from sim.config import Config
from sim.mailbox import Status
from sim.session import Session
from sim.simulations.lab import LAB
from sim.simulations.lab_view import LabSnapshot
from tests.gui.lab_made import config_of

MOVES: tuple[tuple[str, object, dict[str, object]], ...] = (
    ("dropout", 0.2, {}),
    ("dropout_input", 0.2, {}),
    ("dropout_layers", "0.5 0.1", {}),
    ("l1", 0.01, {}),
    ("l1_form", "slope", {"b.l1": 0.01}),
    ("l2", 0.01, {}),
    ("learning_rate", 0.1, {}),
    ("momentum", 0.5, {}),
    ("momentum_schedule", "drawn", {}),
    ("momentum_curve", "0:0.1 80:0.2", {"b.momentum_schedule": "drawn"}),
    ("batch", 20, {}),
    ("optimizer", "adam", {}),
)
"""A live setting of an arm, another value of it, and what it needs to mean something."""
SMALL: dict[str, object] = {"layers": "6 6", "n_train": 40}


class Bench:
    """The panel, and the session that answers it."""

    def __init__(self, themes: ThemeHolder, preset: str = "moons", **settings: object) -> None:
        self.sent: list[Any] = []
        self.refused_is_fine = False
        self._clock = itertools.count(1.0, 0.001)
        self.panel = LabPanel(themes, self.sent.append)
        self.panel.resize(1164, 654)
        self.panel.show()
        config = config_of(preset, **{**SMALL, **settings})
        self.session = Session("lab", LAB, config, 0)
        self.session.open(0.0)
        self.panel.open(config, play=False)
        self.work()

    @property
    def state(self) -> Any:
        """The state of the run."""
        assert self.session.run is not None
        return self.session.run.state

    @property
    def config(self) -> Config:
        """The settings of the run."""
        assert self.session.run is not None
        return self.session.run.config

    def parameters(self, arm: int) -> Any:
        """The weights and biases of an arm, copied."""
        return np.array(self.state.arms[arm].training.parameters)

    def work(self, *commands: Command) -> LabSnapshot:
        """Carry out what was sent, and `commands`, and show the frame. Play is left to the tests."""
        waiting, self.sent[:] = [*self.sent, *commands], []
        for command in waiting:
            if not isinstance(command, (Open, Play, Pause)):
                self.session.take(command)
        while self.session.unsettled or self.session.on_its_way:
            if self.session.unsettled:
                self.session.settle(next(self._clock))
            else:
                self.session.work(next(self._clock), lambda: next(self._clock))
        frame = self.session.frame(Status())
        assert frame.error is None or self.refused_is_fine, frame.error
        self.panel.render(frame)
        assert isinstance(frame.snapshot, LabSnapshot)
        return frame.snapshot

    def train(self, steps: int) -> LabSnapshot:
        """So many updates of every arm."""
        return self.work(Step("lab", steps))


@pytest.fixture
def bench(themes: ThemeHolder, qtbot: Any) -> Callable[..., Bench]:
    themes.set(reduced=True)

    def make(preset: str = "moons", **settings: object) -> Bench:
        made = Bench(themes, preset, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


@pytest.mark.parametrize(("setting", "value", "needs"), MOVES, ids=[move[0] for move in MOVES])
def test_a_slider_changes_the_running_network_and_goes_on_from_its_weights(
    bench: Callable[..., Bench], setting: str, value: object, needs: dict[str, object]
) -> None:
    touched, left = bench(**needs), bench(**needs)
    for run in (touched, left):
        run.train(30)
    before = [touched.parameters(arm) for arm in (0, 1)]
    touched.panel.side.controls.form.changed.emit(setting, value)
    touched.work()
    assert touched.state.step == 30
    assert touched.state.resets == 0
    assert all(np.array_equal(touched.parameters(arm), before[arm]) for arm in (0, 1))
    for run in (touched, left):
        run.train(20)
    assert np.array_equal(touched.parameters(0), left.parameters(0))
    assert not np.array_equal(touched.parameters(1), left.parameters(1))


def test_arms_with_the_same_settings_stay_the_same_bit_by_bit(bench: Callable[..., Bench]) -> None:
    run = bench(**{"b.dropout": 0.0})
    run.train(100)
    assert np.array_equal(run.parameters(0), run.parameters(1))


def test_arms_meet_the_same_batches_whatever_else_is_changed(bench: Callable[..., Bench]) -> None:
    run = bench()
    for value in (0.9, 0.0, 0.3):
        run.panel.side.controls.form.changed.emit("dropout", value)
        run.train(17)
        first, second = run.state.arms
        assert np.array_equal(first.rows, second.rows)


def test_steered_at_all_a_slider_moves_every_arm_of_the_run(bench: Callable[..., Bench]) -> None:
    run = bench(steered="all")
    run.train(5)
    run.panel.side.controls.form.changed.emit("learning_rate", 0.3)
    run.work()
    assert [run.config[f"{arm}.learning_rate"] for arm in "ab"] == [0.3, 0.3]


def test_another_task_begins_anew_and_says_so_in_the_state(bench: Callable[..., Bench]) -> None:
    run = bench()
    run.train(10)
    run.panel.change({"n_train": 20}, "n_train")
    snapshot = run.work()
    assert (snapshot.step, snapshot.resets, len(snapshot.data.x)) == (0, 1, 20)


def test_an_arm_more_begins_all_of_them_side_by_side(bench: Callable[..., Bench]) -> None:
    run = bench()
    run.train(10)
    run.panel.change({"arms": 3}, "arms")
    snapshot = run.work()
    assert [arm.updates for arm in snapshot.arms] == [0, 0, 0]
    assert "c" in run.panel.stage.places()


def test_maps_are_drawn_only_of_what_is_looked_at(bench: Callable[..., Bench]) -> None:
    run = bench()
    assert all(arm.picture is not None for arm in run.train(3).arms)
    run.panel.set_compact(True)
    run.panel._on_tab(0)
    run.work()
    assert all(arm.picture is None for arm in run.train(3).arms)


def test_a_wild_rate_is_explained_and_the_suggestion_is_followed(bench: Callable[..., Bench]) -> None:
    run = bench("curve", **{"b.learning_rate": 10.0, "b.momentum": 0.999})
    snapshot = run.train(200)
    assert snapshot.failure is not None
    assert snapshot.failure.arm == "b"
    assert not run.panel.stage.failure.isHidden()
    run.panel.failures.go_again()
    run.work()
    key, value = snapshot.failure.change
    assert run.config[key] == pytest.approx(value)
    assert run.state.step == 0


def test_a_slider_dragged_past_a_failure_leaves_its_card_until_the_run_goes_on(bench: Callable[..., Bench]) -> None:
    run = bench("curve", **{"b.learning_rate": 10.0})
    step = run.train(200).step
    run.panel.side.controls.form.changed.emit("momentum", 0.2)
    assert run.work().failure is None
    assert run.state.step == step
    assert not run.panel.stage.failure.isHidden()
    run.work(Step("lab", -1))
    assert run.panel.stage.failure.isHidden()


@pytest.mark.parametrize(
    "settings",
    [
        {"b.dropout": 0.99, "b.dropout_input": 0.99}, {"b.l1": 10.0, "b.l2": 10.0}, {"b.batch": 2000},
        {"n_train": 2}, {"layers": ""}, {"a.dropout": 0.0, "arms": 1},
    ],
)  # fmt: skip
def test_extremes_are_shown(bench: Callable[..., Bench], settings: dict[str, object]) -> None:
    run = bench(**settings)
    snapshot = run.train(40)
    assert len(snapshot.arms) == run.config["arms"]
    assert not run.panel.grab().isNull()


@pytest.mark.parametrize("page", ["lens", "class", "correlation"])
def test_without_a_hidden_layer_a_page_says_so_and_offers_no_hand(bench: Callable[..., Bench], page: str) -> None:
    run = bench(layers="")
    run.panel.turn_to(page)
    run.train(20)
    shown = run.panel.stage.page.page
    hands = {
        "lens": lambda: [shown.stars.counts], "class": lambda: [shown.flu.comes, shown.flu.well],
        "correlation": lambda: [arm.open for arm in shown.arms.values() if arm.open.isVisible()],
    }[page]()  # fmt: skip
    picture = {"lens": "lens", "class": "room"}.get(page)
    said = getattr(shown, picture) if picture else shown.arms["a"].heat
    assert said.describe() == "There is no hidden layer: choose a task with one."
    assert not any(hand.isEnabled() for hand in hands)


@pytest.mark.parametrize("preset", ["moons", "curve", "sparse"])
def test_a_monkey_on_controls_and_tabs_breaks_nothing(bench: Callable[..., Bench], preset: str) -> None:
    chance = random.Random(preset)
    run = bench(preset, layers="" if preset == "sparse" else "6")
    run.refused_is_fine = True
    for _ in range(40):
        pull(chance, run.panel)
        run.work()
        run.train(chance.randrange(1, 12))
    assert not run.panel.grab().isNull()


def pull(chance: random.Random, panel: QWidget) -> None:
    """One thing that can be operated, by a key or a click."""
    kinds = (Segments, ParameterSlider, QAbstractButton)
    parts = [part for part in panel.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    part = chance.choice([part for part in parts if isinstance(part, kinds)])
    if isinstance(part, QAbstractButton):
        if not hasattr(part, "open_list"):
            part.click()
    else:
        QTest.keyClick(part, chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)))
