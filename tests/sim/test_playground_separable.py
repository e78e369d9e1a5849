"""The meter of every layer: what it says is true, at once or after a rest, and a frame does not wait for it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.best_line import best_line
from sim.config import Config
from sim.initialisers import draw_parameters
from sim.network_plan import make_plan
from sim.network_twins import share_interval
from sim.separable import separable
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_separable import SeparableMemory, key_of, separable_seen, settle
from sim.simulations.playground_view import Array, Separable
from tests.sim.playgrounds_for_tests import config_of, look, parameters_of, rested, run


def frame(config: Config, state: PlaygroundState) -> tuple[Separable, ...]:
    network = look(config, state, thumbnail=0, pixels=8).network
    assert network is not None
    return network.separable


def meters(config: Config, state: PlaygroundState) -> tuple[Separable, ...]:
    """What is said of these very weights: while they move, every second frame says what the one before it did."""
    first = frame(config, state)
    return frame(config, state) if state.separable.behind else first


def seen_by(state: PlaygroundState) -> list[Array]:
    """The training points among the inputs and as every hidden layer sees them."""
    assert state.network is not None
    return list(state.separable.places)


def labels_of(state: PlaygroundState) -> Any:
    return state.points.data.answers[state.points.data.train]


# Facts


def test_xor_is_separable_nowhere_at_first_and_in_the_hidden_layer_at_last() -> None:
    """Curriculum 2.7, with weights one can follow: one unit for OR, one for AND."""
    config = config_of(mode="network", dataset="xor", layers="2", activation="sigmoid")
    state = PLAYGROUND.init(config)
    for i, j, value in ((0, 0, 9.0), (1, 0, 9.0), (0, 1, 9.0), (1, 1, 9.0)):
        config, state = PLAYGROUND.edit(config, state, "weight", (0, i, j, value))
    for j in range(2):
        config, state = PLAYGROUND.edit(config, state, "bias", (0, j, -4.0))
    assert meters(config, state) == (Separable(0.75, False), Separable(0.75, False))
    config, state = PLAYGROUND.edit(config, state, "bias", (0, 1, -13.0))
    assert meters(config, state) == (Separable(0.75, False), Separable(1.0, True))


def test_most_beginnings_have_nothing_separated() -> None:
    """Curriculum 2.7: of 2-2-1 tanh networks about 84 % begin with a hidden layer that no line can use."""
    config = config_of(mode="network", dataset="xor", layers="2")
    state = PLAYGROUND.init(config)
    data, plan, memory, no = state.points.data, make_plan((2, 2, 1), ("tanh", "sigmoid")), SeparableMemory(), 0
    rows = draw_parameters("uniform", (2, 2, 1), 0, range(300))
    for row in rows:
        answer = separable_seen(memory, plan, row, data, ("x1", "x2"))[1]
        while answer.yes is None and settle(memory):
            answer = separable_seen(memory, plan, row, data, ("x1", "x2"))[1]
        assert answer.yes is not None
        no += not answer.yes
    low, high = share_interval(no, len(rows))
    assert low <= 0.84 <= high


@pytest.mark.parametrize("bits, accuracy", [(2, 0.75), (3, 0.75), (4, 0.6875)])
def test_parity_is_separable_for_no_line(bits: int, accuracy: float) -> None:
    """Curriculum 3.2: the best lines get 3 of 4, 6 of 8, and 11 of 16; with three inputs and more they are sampled."""
    config = config_of(mode="network", dataset="parity", bits=bits, n=2**bits, layers="2")
    state = run(config, 1)
    network = rested(config, state).network
    assert network is not None
    assert network.separable[0] == Separable(accuracy, False)


# Truth

CASES: list[dict[str, Any]] = [
    {"dataset": "circle", "n": 80, "layers": "2"},
    {"dataset": "moons", "n": 150, "layers": "3 2"},
    {"dataset": "gaussians", "n": 60, "noise": 0.3, "layers": "5"},
    {"dataset": "circle", "n": 60, "layers": "4 3", "activation": "relu"},
    {"dataset": "or", "n": 4, "layers": "2", "activation": "step"},
    {"dataset": "stripes", "n": 300, "layers": "3", "test_share": 0.5},
]


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_while_it_trains_is_true(case: dict[str, Any]) -> None:
    """Never a wrong yes or no, and never an accuracy above the best line's."""
    config = config_of(mode="network", init="glorot", **case)
    state, decided = PLAYGROUND.init(config), 0
    for _ in range(12):
        answers, labels = meters(config, state), labels_of(state)
        for answer, places in zip(answers, seen_by(state), strict=True):
            truth = separable(places, labels).yes
            assert answer.yes in (truth, None)
            decided += answer.yes is not None
            if places.shape[1] == 2:
                assert answer.accuracy <= best_line(places, labels).accuracy
            assert (answer.accuracy == 1.0) <= truth
            assert answer.accuracy >= max(labels.mean(), 1.0 - labels.mean())
        state = PLAYGROUND.advance(config, state, 17)
    assert decided > 12


@pytest.mark.parametrize("case", CASES)
def test_at_rest_everything_is_decided(case: dict[str, Any]) -> None:
    config = config_of(mode="network", init="glorot", **case)
    state = run(config, 60)
    network = rested(config, state).network
    assert network is not None
    for answer, places in zip(network.separable, seen_by(state), strict=True):
        labels = labels_of(state)
        assert answer.yes == separable(places, labels).yes
        if places.shape[1] == 2:
            assert answer.accuracy == best_line(places, labels).accuracy


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(0, 1)), min_size=1, max_size=9),
    st.lists(st.integers(-3, 3), min_size=9, max_size=9),
)
def test_points_on_a_lattice_are_judged_rightly(points: list[tuple[int, int, int]], weights: list[int]) -> None:
    """Points at one place, on one line, of one class; units that see nothing: the hard cases of exact answers."""
    config = config_of(mode="network", dataset="or", layers="2", activation="relu")
    state = PLAYGROUND.init(config)
    config, state = PLAYGROUND.edit(config, state, "clear", None)
    for x, y, number in points:
        config, state = PLAYGROUND.edit(config, state, "add", (float(x), float(y), number))
    assert state.network is not None
    state.network.training.parameters[:] = weights
    network = rested(config, state, thumbnail=0, pixels=8).network
    assert network is not None
    labels = labels_of(state)
    for answer, places in zip(network.separable, seen_by(state), strict=True):
        line = best_line(places, labels)
        assert answer == Separable(line.accuracy, line.right == len(labels))


def test_of_more_classes_each_is_told_from_the_rest_and_the_worst_counts() -> None:
    config = config_of(mode="network", dataset="three_clouds", n=90, layers="2")
    state = run(config, 40)
    network = rested(config, state).network
    assert network is not None
    for answer, places in zip(network.separable, seen_by(state), strict=True):
        lines = [best_line(places, labels_of(state) == number) for number in range(3)]
        assert answer.accuracy == min(line.accuracy for line in lines)
        assert answer.yes == all(line.accuracy == 1.0 for line in lines)


def test_a_point_that_is_dragged_does_not_make_the_meters_doubt() -> None:
    """What was known before is proved again, in the same frame."""
    config = config_of(mode="network", dataset="gaussians", n=80, noise=0.6, layers="3 2", init="glorot")
    state = run(config, 200)
    rested(config, state)
    for _ in range(10):
        x, y = state.points.data.x[0].tolist()
        config, state = PLAYGROUND.edit(config, state, "point", (0, x + 0.01, y))
        assert None not in [answer.yes for answer in frame(config, state)]


# What it costs, and what must not fail


def test_what_did_not_change_is_the_same_object() -> None:
    config = config_of(mode="network", dataset="circle", layers="4")
    state = run(config, 30)
    rested(config, state)
    for _ in range(50):
        first = meters(config, state)
    assert meters(config, state) is first


def test_a_frame_puts_so_many_points_in_order_and_looks_for_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: however large the network and the data."""
    from sim.simulations import playground_separable as part

    cut, searched = [], []
    cuts, search = part.best_cut, part.search
    monkeypatch.setattr(part, "best_cut", lambda heights, labels: cut.append(len(heights)) or cuts(heights, labels))
    monkeypatch.setattr(part, "search", lambda *given: searched.append(1) or search(*given))
    for n in (200, 10_000):
        config = config_of(mode="network", dataset="spiral", n=n, test_share=0.0, layers="8 8 8 8 8 8")
        state = PLAYGROUND.init(config)
        for _ in range(3):
            cut.clear()
            searched.clear()
            frame(config, state)
            assert sum(cut) <= part.CUTS + 7 * n
            assert len(searched) <= 1
            state = PLAYGROUND.advance(config, state, 1)


def test_curves_and_no_points_are_not_measured() -> None:
    curve = config_of(mode="network", dataset="sine", layers="3")
    assert meters(curve, run(curve, 1)) == ()
    config = config_of(mode="network", dataset="xor", layers="3")
    config, state = PLAYGROUND.edit(config, PLAYGROUND.init(config), "clear", None)
    assert meters(config, state) == ()
    config, state = PLAYGROUND.edit(config, state, "add", (0.0, 0.0, 1))
    assert rested(config, state).network.separable == (Separable(1.0, True),) * 2  # type: ignore[union-attr]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("value", [np.inf, np.nan, 1e300, 0.0])
def test_weights_that_flew_off_are_no_error(value: float) -> None:
    config = config_of(mode="network", dataset="circle", layers="3 2", activation="relu")
    state = run(config, 1)
    assert state.network is not None
    plan, memory, data = state.network.task.plan, SeparableMemory(), state.points.data
    count = len(state.network.training.parameters)
    answers = separable_seen(memory, plan, np.full(count, value), data, ("x1", "x2"))
    while settle(memory):
        answers = separable_seen(memory, plan, np.full(count, value), data, ("x1", "x2"))
    assert answers[0].yes is False
    assert all(0.5 <= answer.accuracy <= 1.0 for answer in answers)


def test_while_weights_move_every_second_frame_is_measured_and_at_rest_the_last() -> None:
    config = config_of(mode="network", dataset="circle", n=60, layers="3")
    state, measured = PLAYGROUND.init(config), list[bool]()
    for _ in range(8):
        frame(config, state)
        assert state.network is not None
        key = key_of(state.network.task.plan, parameters_of(state))
        assert state.separable.behind == (state.separable.key != key)
        measured.append(not state.separable.behind)
        PLAYGROUND.advance(config, state, 20)
    assert measured == [True, False] * 4
    frame(config, state)
    PLAYGROUND.advance(config, state, 20)
    frame(config, state)
    assert state.separable.behind
    network = rested(config, state).network
    assert network is not None
    assert not state.separable.behind
    for answer, places in zip(network.separable, seen_by(state), strict=True):
        assert answer.yes == separable(places, labels_of(state)).yes


def test_other_points_are_measured_at_once() -> None:
    config = config_of(mode="network", dataset="xor", layers="2")
    state = run(config, 40)
    assert meters(config, state)[0] == Separable(0.75, False)
    state = PLAYGROUND.advance(config, state, 3)
    config, state = PLAYGROUND.edit(config, state, "flip", 0)
    network = look(config, state).network
    assert network is not None
    assert network.separable[0] == Separable(1.0, True)
