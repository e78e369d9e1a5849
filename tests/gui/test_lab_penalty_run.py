"""The pages of penalties with a run behind them: what they show are the numbers of the networks themselves."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.panels.lab.page_path import PathPage
from gui.panels.lab.page_penalty import PenaltyPage
from gui.panels.lab.page_two import TwoPage
from gui.panels.lab.pages import Hands
from gui.theme import ThemeHolder
from sim.config import Config
from sim.simulations.lab import LAB
from sim.simulations.lab_view import LabSnapshot, LabView
from tests.gui.lab_scene import config_of


class Run:
    """A lab without a session: pages send to it, and it answers with snapshots of the view that a page wants."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.state = LAB.init(config)
        self.hands = Hands(self.edit, self.change, lambda: None, lambda name: True)

    def edit(self, what: str, value: Any) -> None:
        """As the engine would."""
        self.config, self.state = LAB.edit(self.config, self.state, what, value)

    def change(self, values: Any) -> None:
        """As the engine would."""
        config = self.config.replace(values)
        self.state = LAB.change(self.config, config, self.state)
        self.config = config

    def show(self, page: Any, steps: int = 0) -> LabSnapshot:
        """After so many updates."""
        if steps:
            self.state = LAB.advance(self.config, self.state, steps)
        view = replace(LabView(), **page.wants())
        snapshot: LabSnapshot = LAB.snapshot(self.config, self.state, view)
        page.show_snapshot(snapshot, self.config)
        return snapshot


@pytest.fixture
def sparse() -> Run:
    return Run(config_of("sparse"))


def put(qtbot: Any, page: Any) -> Any:
    for widget in (page, page.beside):
        if widget is not None:
            qtbot.addWidget(widget)
            widget.resize(528, 270)
            widget.show()
    return page


def test_zeros_of_histogram_and_pictures_are_those_of_the_weights(
    qtbot: Any, themes: ThemeHolder, sparse: Run
) -> None:
    page = put(qtbot, PenaltyPage(themes, sparse.hands))
    snapshot = sparse.show(page, 1500)
    zeros = [int((arm.weights[0] == 0.0).sum()) for arm in snapshot.arms]
    assert zeros[0] == 0
    assert zeros[1] >= 70
    assert [spread.zeros for spread in page.spread._spreads] == zeros
    assert [int((one.weights == 0.0).sum()) for one in page.images.picture._pictures] == zeros


def test_every_weight_is_counted_once(qtbot: Any, themes: ThemeHolder, sparse: Run) -> None:
    page = put(qtbot, PenaltyPage(themes, sparse.hands))
    sparse.show(page, 1500)
    for spread in page.spread._spreads:
        assert int(spread.counts.sum()) + spread.zeros == spread.total == 100


def test_both_bills_end_with_the_numbers_of_now(qtbot: Any, themes: ThemeHolder, sparse: Run) -> None:
    page = put(qtbot, PenaltyPage(themes, sparse.hands))
    page._turn(1)
    snapshot = sparse.show(page, 300)
    losses, prices = page.bills.face().panes
    assert [curve.values[-1] for curve in losses.curves] == pytest.approx([arm.loss for arm in snapshot.arms])
    sizes = [0.1 * float(np.abs(arm.weights[0]).sum()) for arm in snapshot.arms]
    assert [curve.values[-1] for curve in prices.curves] == pytest.approx(sizes, rel=1e-4)


def test_half_a_coin_takes_the_small_weight_away_and_leaves_half_of_the_large(
    qtbot: Any, themes: ThemeHolder, sparse: Run
) -> None:
    page = put(qtbot, TwoPage(themes, sparse.hands))
    page.form.changed.emit("two.l1", 0.5)
    page.form.changed.emit("two.l2", 0.5)
    sparse.show(page)
    assert page.shapes.face().two.result_l1 == pytest.approx((0.5, 0.0))
    assert page.shapes.face().two.result_l2 == pytest.approx((2 / 3, 0.2))


def test_a_moved_optimum_is_that_of_the_run(qtbot: Any, themes: ThemeHolder, sparse: Run) -> None:
    page = put(qtbot, TwoPage(themes, sparse.hands))
    sparse.show(page)
    QTest.keyClick(page.shapes, Qt.Key.Key_Up)
    snapshot = sparse.show(page)
    assert snapshot.two.optimum == pytest.approx((1.0, 0.35))
    assert page.shapes.face().two.optimum == pytest.approx((1.0, 0.35))


def test_dearer_networks_of_a_path_have_more_zeros(qtbot: Any, themes: ThemeHolder, sparse: Run) -> None:
    page = put(qtbot, PathPage(themes, sparse.hands))
    sparse.show(page)
    view = replace(LabView(), **page.wants())
    for _ in range(12):
        LAB.ponder(sparse.config, sparse.state, view)
    sparse.show(page)
    path = page.plot._path
    assert path.lambdas.size == 256
    QTest.keyClick(page.plot, Qt.Key.Key_End)
    assert page.plot.price == pytest.approx(10.0)
    assert path.zeros[-1] > path.zeros[0]


def test_the_price_of_the_path_acts_on_the_running_arm(qtbot: Any, themes: ThemeHolder, sparse: Run) -> None:
    page = put(qtbot, PathPage(themes, sparse.hands))
    view = replace(LabView(), **page.wants())
    LAB.ponder(sparse.config, sparse.state, view)
    before = sparse.show(page, 20)
    page.take.click()
    after = sparse.show(page)
    assert sparse.config["b.l1"] == pytest.approx(page.plot.price, rel=0.06)
    assert (after.step, after.resets) == (before.step, before.resets)
