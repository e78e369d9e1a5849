"""The page of the graph beside the matrices: which example it is of, and that it follows the run."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.language import Language, find, use
from gui.panels.backprop.graph_page import GraphPage
from gui.panels.backprop.panel import GRAPH_TAB, MATRICES_TAB, BackpropPanel
from gui.theme import ThemeHolder
from sim.commands import Look
from sim.config import Config
from sim.numerals import use_marks
from sim.simulations.backprop import BACKPROP, BackpropSnapshot, BackpropView
from tests.gui.backprop_desk import Desk
from tests.gui.pseudo_screen import leaks


def run(preset: str, step: int) -> tuple[Config, BackpropSnapshot]:
    config = Config.defaults(BACKPROP.parameters)
    config = BACKPROP.arrange(config.replace({"preset": preset}), "preset")
    state = BACKPROP.advance(config, BACKPROP.init(config), step)
    return config, BACKPROP.snapshot(config, state, BackpropView())


@pytest.fixture
def page(qtbot, themes: ThemeHolder) -> GraphPage:
    made = GraphPage(themes)
    qtbot.addWidget(made)
    made.resize(880, 580)
    made.show()
    made.show_snapshot(run("xor", 8)[1])
    return made


@pytest.mark.parametrize("preset", ["article", "xor", "neuron", "gate", "softmax"])
@pytest.mark.parametrize("step", [0, 3, 7, 15])
def test_every_ready_made_example_has_a_graph_at_every_step(page: GraphPage, preset: str, step: int) -> None:
    page.show_snapshot(run(preset, step)[1])
    assert page.view.content.nodes
    assert not page.grab().isNull()


@pytest.mark.parametrize("preset", ["article", "xor", "neuron", "gate", "softmax"])
def test_the_adjoints_of_the_graph_are_the_row_of_the_matrices(page: GraphPage, preset: str) -> None:
    _, snapshot = run(preset, 7 if preset in ("neuron", "gate", "softmax") else 15)
    page.show_snapshot(snapshot)
    page.turn_to(min(2, snapshot.examples - 1))
    nodes = {node.key: node for node in page.view.content.nodes}
    for layer in range(1, snapshot.depth + 1):
        row = snapshot.matrices[f"dz{layer}"][page.row]
        found = [nodes[f"z{layer}.{j}"].adjoint for j in range(len(row))]
        assert np.allclose(found, row, rtol=1e-12, atol=1e-15)


def test_the_stepper_turns_to_the_next_example_and_after_the_last_to_the_first(page: GraphPage) -> None:
    page.example.setFocus()
    seen = []
    for _ in range(5):
        seen.append((page.row, page.view.content.nodes[0].value))
        QTest.keyClick(page.example, Qt.Key.Key_Plus)
    assert [row for row, _ in seen] == [0, 1, 2, 3, 0]
    assert len({values for _, values in seen}) > 1
    assert page.example.words() == "example 2"


def test_a_run_that_has_left_the_finite_numbers_is_still_drawn(page: GraphPage) -> None:
    config = Config.defaults(BACKPROP.parameters)
    config = config.replace({"activation": "linear", "output": "linear", "learning_rate": 1000.0, "passes": 20})
    state = BACKPROP.advance(config, BACKPROP.init(config), 300)
    snapshot = BACKPROP.snapshot(config, state, BackpropView())
    assert not np.isfinite(snapshot.matrices["w1+"]).all()
    page.show_snapshot(snapshot)
    assert page.view.content.nodes
    assert not page.grab().isNull()


def test_a_smaller_batch_keeps_the_row_inside(page: GraphPage) -> None:
    page.turn_to(3)
    page.show_snapshot(run("gate", 3)[1])
    assert page.row == 0
    assert page.example.isHidden()


def test_a_page_nobody_sees_works_nothing_out(qtbot, themes: ThemeHolder) -> None:
    hidden = GraphPage(themes)
    qtbot.addWidget(hidden)
    hidden.show_snapshot(run("xor", 8)[1])
    assert not hidden.view.content.nodes
    hidden.show()
    assert hidden.view.content.nodes


# In the panel ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot, themes: ThemeHolder) -> BackpropPanel:
    made = BackpropPanel(themes, lambda command: None)
    qtbot.addWidget(made)
    config, made.snapshot = run("xor", 8)
    made.open(config, play=False)
    made.resize(1160, 640)
    made.show()
    made.painting.draw()
    return made


def test_the_chip_lays_the_graph_in_the_place_of_the_matrices_and_back(panel: BackpropPanel) -> None:
    panel.stage.graph_chip.click()
    assert panel.stage.graph.isVisible()
    assert not panel.stage.lanes.isVisible()
    assert panel.stage.graph.view.content.nodes
    panel.stage.graph_chip.click()
    assert panel.stage.lanes.isVisible()


def test_in_a_small_window_the_graph_has_a_tab(panel: BackpropPanel) -> None:
    panel.set_compact(True)
    panel._on_tab(GRAPH_TAB)
    assert panel.stage.graph.isVisible()
    panel._on_tab(MATRICES_TAB)
    assert panel.stage.lanes.isVisible()


def test_the_graph_is_of_the_example_whose_sum_stands_open(panel: BackpropPanel) -> None:
    panel.explaining.speak_of(("z1", 2, 1))
    panel.show_graph(True)
    assert panel.stage.graph.row == 2


def test_the_graph_follows_the_run(panel: BackpropPanel) -> None:
    panel.show_graph(True)
    before = panel.stage.graph.view.content.words
    _, panel.snapshot = run("xor", 9)
    panel.painting.draw()
    assert panel.stage.graph.view.content.words != before


@pytest.mark.parametrize(("key", "cell"), [("w1.1.3", ("w1", 1, 3)), ("b2.0", ("b2", 0, 0)), ("z1.2", ("z1", 1, 2))])
def test_a_pinned_node_is_the_number_that_is_looked_at(
    themes: ThemeHolder, qtbot, key: str, cell: tuple[str, int, int]
) -> None:
    desk = Desk(themes, preset="xor")
    qtbot.addWidget(desk.panel)
    desk.panel.show_graph(True)
    desk.panel.stage.graph.turn_to(1)
    desk.panel.stage.graph.view.node_pinned.emit(key)
    looks = [command.view.selected for command in desk.sent if isinstance(command, Look)]
    assert looks[-1] == cell


# Another language -----------------------------------------------------------------------------------------------------


@pytest.fixture(params=["pseudo", "pseudo-rtl"])
def pseudo(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    use(find(request.param)[0], qapp)
    yield request.param
    use(Language(), qapp)
    use_marks()
    QLocale.setDefault(QLocale.c())


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("step", [0, 1, 5, 7])
def test_every_sum_and_sentence_speaks_another_language(qtbot, themes: ThemeHolder, step: int) -> None:
    page = GraphPage(themes)
    qtbot.addWidget(page)
    page.resize(880, 580)
    page.show()
    page.show_snapshot(run("neuron", step)[1])
    for index in range(-1, len(page.view.content.nodes)):
        page.view._hot = index
        assert leaks(page) == []
