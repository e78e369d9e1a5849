"""The twins of the playground: who they are, that their number changes nothing, and the shares that lessons quote."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.commands import Edit
from sim.config import Config
from sim.errors import ConfigError
from sim.network_plan import split
from sim.network_twins import share_interval
from sim.run import LoggedRun
from sim.simulations import playground_twins
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_network import settings_now
from sim.simulations.playground_twins import FEW, RECORDS
from sim.simulations.playground_view import OwnData, PlaygroundView, TwinsSeen
from tests.sim.playgrounds_for_tests import CURRICULUM, config_of, look, parameters_of, rested, run


def seen_of(config: Config, state: PlaygroundState, **view: Any) -> TwinsSeen:
    twins = look(config, state, **view).twins
    assert twins is not None
    return twins


def parameters_of_twins(state: PlaygroundState) -> np.ndarray:
    assert state.twins is not None
    return state.twins.ensemble.parameters


def equal(one: TwinsSeen, other: TwinsSeen) -> bool:
    """Bit by bit."""
    names = ("epochs", "fan", "worst", "few", "loss", "solved", "ended")
    same = [np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in names]
    return all(same) and one.interval == other.interval and one.best_accuracy == other.best_accuracy


# Facts


@pytest.mark.parametrize("hidden, solved", [(2, 94), (4, 100)])
def test_xor_is_solved_as_often_as_the_lesson_says(hidden: int, solved: int) -> None:
    """Curriculum 2.6; the shares of 100 and of 1,000 lie in each other's 95 % intervals (Wilson)."""
    config = config_of(**CURRICULUM, layers=str(hidden), twins=1000)
    seen = seen_of(config, run(config, 5000))
    low, high = share_interval(solved, 100)
    assert low <= seen.solved.mean() <= high
    assert low <= seen.solved[:100].mean() <= high
    assert seen.interval == share_interval(int(seen.solved.sum()), 1000)


def test_two_hidden_units_fail_as_often_as_history_says() -> None:
    """At least 85 of 100 succeed, and never all: the others are stuck on plateaus."""
    config = config_of(**CURRICULUM, layers="2", twins=100)
    assert 85 <= seen_of(config, run(config, 5000)).solved.sum() < 100


@pytest.mark.parametrize("order", ["turn", "shuffled"])
def test_a_thousand_perceptrons_never_get_more_than_three_of_four_points(order: str) -> None:
    config = config_of(mode="unit", dataset="xor", twins=1000, order=order)
    seen = seen_of(config, run(config, 800))
    assert seen.best_accuracy == 0.75
    assert not seen.solved.any()


def test_a_thousand_perceptrons_all_learn_what_a_line_can_do() -> None:
    config = config_of(mode="unit", dataset="and", twins=1000)
    assert seen_of(config, run(config, 400)).solved.all()


# Twin 0

CASES: list[dict[str, Any]] = [
    {"optimizer": "sgd", "learning_rate": 0.5},
    {"optimizer": "momentum", "test_share": 0.3, "batch": 7, "features": "x1 x2 x1_x2"},
    {"optimizer": "adam", "dropout": 0.25},
    {"optimizer": "nesterov", "learning_rate": 0.05, "l1": 0.001, "l2": 0.01, "shuffle": False},
]


def close(state: PlaygroundState, twin: int = 0) -> None:
    np.testing.assert_allclose(parameters_of_twins(state)[twin], parameters_of(state), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("dataset", ["circle", "three_clouds"])
def test_twin_zero_follows_the_run_that_is_shown(case: dict[str, Any], dataset: str) -> None:
    config = config_of(mode="network", dataset=dataset, n=60, layers="4 3", init="glorot", twins=5, seed=4, **case)
    state = run(config, 200)
    close(state)
    assert not np.allclose(parameters_of_twins(state)[1], parameters_of(state), rtol=1e-2)


def test_twin_zero_follows_through_all_that_is_live() -> None:
    """Points dragged, flipped, added and taken away in the middle of epochs, noise, another optimizer, a batch."""
    config = config_of(mode="network", dataset="circle", n=50, layers="4", twins=3, batch=8, init="glorot")
    state = run(config, 23)
    edits = [("point", (3, 0.2, 0.1)), ("flip", 5), ("add", (0.4, 0.4, 1)), ("remove", 0), ("swap", None)]
    for what, value in edits:
        config, state = PLAYGROUND.edit(config, state, what, value)
        state = PLAYGROUND.advance(config, state, 15)
    for change in ({"noise": 0.1}, {"optimizer": "adam", "learning_rate": 0.02}, {"batch": 5}, {"test_share": 0.4}):
        new = config.replace(change)
        config, state = new, PLAYGROUND.change(config, new, state)
        state = PLAYGROUND.advance(config, state, 15)
    close(state)


# A twin is loaded


def loaded(config: Config, state: PlaygroundState, number: Any) -> PlaygroundState:
    _, after = PLAYGROUND.edit(config, state, "twin", number)
    assert isinstance(after, PlaygroundState)
    return after


@pytest.mark.parametrize("case", [{"optimizer": "momentum"}, {"optimizer": "adam"}, {"optimizer": "nesterov"}])
def test_the_run_goes_on_as_the_twin_that_is_loaded(case: dict[str, Any]) -> None:
    """In the middle of an epoch, after a slider was moved and a point flipped: nothing begins anew, and from there on
    both meet the same examples with the same memories."""
    config = config_of(mode="network", dataset="circle", n=30, layers="3", twins=70, init="glorot", batch=7, **case)
    state = run(config, 53)
    new = config.replace(learning_rate=0.02)
    config, state = new, PLAYGROUND.change(config, new, state)
    config, state = PLAYGROUND.edit(config, state, "flip", 4)
    state = PLAYGROUND.advance(config, state, 40)
    twins_before, notes = parameters_of_twins(state), state.network.notes.count if state.network else 0
    after = loaded(config, state, 66)
    assert np.array_equal(parameters_of(after), twins_before[66].astype(np.float64))
    assert np.array_equal(parameters_of_twins(after), twins_before)
    assert (after.step, after.epoch) == (state.step, state.epoch)
    assert after.network is not None
    assert after.network.notes.count == notes
    close(PLAYGROUND.advance(config, after, 60), 66)
    assert not np.allclose(parameters_of(state), parameters_of(after), rtol=1e-2)


def test_which_twin_is_shown_is_said_until_a_hand_changes_its_weights() -> None:
    config = config_of(mode="network", dataset="xor", twins=5)
    state = run(config, 9)
    assert look(config, state).twin is None
    state = loaded(config, state, 3)
    assert look(config, state).twin == 3
    assert look(config, PLAYGROUND.advance(config, PLAYGROUND.copy(state), 9)).twin == 3
    assert look(config, loaded(config, state, 0)).twin == 0
    assert look(config, PLAYGROUND.edit(config, state, "flip", 1)[1]).twin == 3
    assert look(config, PLAYGROUND.edit(config, state, "weight", (0, 0, 0, 1.0))[1]).twin is None
    assert look(config, PLAYGROUND.restart(config, config, state)).twin is None


@pytest.mark.parametrize("mode", ["unit", "network"])
def test_a_step_back_takes_a_loaded_twin_away_and_the_way_forth_brings_it_again(mode: str) -> None:
    config = config_of(mode=mode, dataset="circle", n=40, twins=6)
    straight = LoggedRun(PLAYGROUND, config, 0)
    straight.advance(31)
    straight.obey(Edit("playground", "twin", 4))
    straight.advance(50)
    there = look(straight.config, straight.state)
    straight.seek(20)
    while straight.target is not None:
        straight.approach(7)
    assert look(straight.config, straight.state).twin is None
    straight.advance(61)
    again = look(straight.config, straight.state)
    assert (there.twin, again.twin) == (4, 4)
    if mode == "network":
        assert there.network is not None
        assert again.network is not None
        assert np.array_equal(there.network.outputs, again.network.outputs)
    else:
        assert there.unit is not None
        assert again.unit is not None
        assert there.unit.learners["perceptron"].weights == again.unit.learners["perceptron"].weights


@pytest.mark.parametrize("order", ["turn", "shuffled"])
def test_the_perceptron_goes_on_as_the_twin_that_is_loaded(order: str) -> None:
    """On corners float32 is exact but for the first weights. The other rules keep what they have learned."""
    config = config_of(mode="unit", dataset="xor", n=12, twins=9, order=order, seed=3)
    state = run(config, 17)
    after = PLAYGROUND.advance(config, loaded(config, state, 7), 40)
    first, second, bias = parameters_of_twins(after)[7].tolist()
    plain, shown = look(config, PLAYGROUND.advance(config, PLAYGROUND.copy(state), 40)).unit, look(config, after).unit
    assert plain is not None
    assert shown is not None
    np.testing.assert_allclose(shown.learners["perceptron"].weights, (bias, first, second), atol=1e-5)
    assert shown.learners["delta"].weights == plain.learners["delta"].weights
    assert look(config, after).twin == 7


@pytest.mark.parametrize("number", [-1, 5, 2.0, None, "two", True])
def test_a_twin_that_is_not_there_is_refused_in_a_sentence(number: Any) -> None:
    config = config_of(mode="network", dataset="xor", twins=5)
    with pytest.raises(ConfigError, match="twins 0 to 4"):
        loaded(config, run(config, 3), number)
    with pytest.raises(ConfigError, match="cannot be changed by hand here"):
        loaded(config.replace(twins=1), run(config.replace(twins=1), 3), 0)


def test_a_twin_that_flew_off_cannot_be_loaded() -> None:
    config = config_of(mode="network", dataset="circle", layers="8", activation="relu", twins=60, optimizer="sgd")
    config = config.replace(learning_rate=10.0, loss="squared_error", output="linear")
    state = PLAYGROUND.init(config)
    assert state.twins is not None
    assert state.network is not None
    twins = playground_twins.advance(state.twins, settings_now(config, state.network.task), 400)
    gone = np.isfinite(twins.ensemble.ends)
    assert gone.any()
    for number in np.flatnonzero(gone)[:3]:
        with pytest.raises(ConfigError, match="left the finite numbers"):
            loaded(config, state, int(number))


@pytest.mark.parametrize("order", ["turn", "shuffled"])
def test_the_first_perceptron_is_the_one_that_is_shown(order: str) -> None:
    """On corners float32 is exact. The points are moved, taken and added in the middle of passes."""
    config = config_of(mode="unit", dataset="xor", n=12, twins=4, order=order, start_weights="0.5 -1 0.25", seed=3)
    state = run(config, 17)
    for what, value in (None, None), ("point", (2, 1.5, 0.5)), ("remove", 0), ("add", (0.5, 0.0, 1)):
        if what is not None:
            config, state = PLAYGROUND.edit(config, state, what, value)
        state = PLAYGROUND.advance(config, state, 19)
        first, second, bias = parameters_of_twins(state)[0].tolist()
        unit = look(config, state).unit
        assert unit is not None
        assert unit.learners["perceptron"].weights == (bias, first, second)


# Their number, and the way there


@pytest.mark.parametrize("case", CASES[1:])
def test_a_twin_does_not_depend_on_how_many_there_are(case: dict[str, Any]) -> None:
    config = config_of(mode="network", dataset="circle", n=40, layers="4", **case)
    most = run(config.replace(twins=200), 60)
    for count in (2, 64, 65):
        state = run(config.replace(twins=count), 60)
        assert np.array_equal(parameters_of_twins(state), parameters_of_twins(most)[:count])
        seen, all_seen = seen_of(config, state), seen_of(config, most)
        assert np.array_equal(seen.few, all_seen.few[: len(seen.numbers)])
        assert np.array_equal(seen.loss, all_seen.loss[:count])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=8), st.sampled_from(["unit", "network"]), st.booleans())
def test_the_way_in_slices_is_the_way_in_one(slices: list[int], mode: str, shuffled: bool) -> None:
    order = "shuffled" if shuffled else "turn"
    config = config_of(mode=mode, dataset="or", n=6, twins=3, batch=4, order=order, shuffle=shuffled)
    one, many = run(config, sum(slices)), PLAYGROUND.init(config)
    for steps in slices:
        many = PLAYGROUND.advance(config, many, steps)
        look(config, many)
    assert equal(seen_of(config, one), seen_of(config, many))
    assert np.array_equal(parameters_of_twins(one), parameters_of_twins(many))


def test_notes_are_taken_at_every_epoch_first_and_never_too_many() -> None:
    config = config_of(mode="network", dataset="xor", twins=2)
    state, strides = PLAYGROUND.init(config), set()
    for epochs in (0, 1, 126, 1, 1, 400, 2000):
        state = PLAYGROUND.advance(config, state, epochs) if epochs else state
        found = seen_of(config, state).epochs
        step = int(np.diff(found).max(initial=1))
        strides.add(step)
        assert np.array_equal(found, np.arange(0, state.epoch + 1, step))
        assert len(found) <= RECORDS
    assert strides == {1, 2, 8, 32}


def test_the_fan_holds_the_losses_of_all() -> None:
    """The quantiles are losses of twins, by rank; 101 of them make ranks of whole numbers."""
    config = config_of(mode="network", dataset="circle", layers="2", twins=101)
    state = run(config, 200)
    seen, rows = seen_of(config, state), np.sort(look(config, state).twins.loss)  # type: ignore[union-attr]
    assert seen.epochs[-1] == state.epoch
    assert np.array_equal(seen.fan[:, -1], rows[[2, 25, 50, 75, 98]])
    assert seen.worst[-1] == rows[-1]
    assert np.array_equal(seen.few[:, -1], seen.loss[:FEW])
    assert seen.numbers == tuple(range(FEW))


def test_a_copy_goes_on_by_itself() -> None:
    config = config_of(mode="network", dataset="circle", layers="3", twins=10, optimizer="adam")
    state = run(config, 33)
    kept = PLAYGROUND.copy(state)
    assert playground_twins.size(kept.twins) > parameters_of_twins(kept).nbytes * 3  # type: ignore[arg-type]
    there = PLAYGROUND.advance(config, state, 77)
    before = parameters_of_twins(there)
    again = PLAYGROUND.advance(config, kept, 77)
    assert np.array_equal(before, parameters_of_twins(again))
    assert equal(seen_of(config, there), seen_of(config, again))


def test_edits_leave_the_twins_of_before_as_they_were() -> None:
    config = config_of(mode="network", dataset="circle", twins=4, layers="3")
    state = run(config, 20)
    before = parameters_of_twins(state).copy()
    new, moved = PLAYGROUND.edit(config, state, "point", (0, 0.9, 0.9))
    PLAYGROUND.advance(new, moved, 50)
    assert np.array_equal(parameters_of_twins(state), before)
    assert not np.array_equal(parameters_of_twins(moved), before)


def test_shown_arrays_may_be_locked_and_are_the_same_until_there_is_news() -> None:
    config = config_of(mode="network", dataset="xor", twins=4)
    state = run(config, 40)
    first = seen_of(config, state)
    for array in (first.epochs, first.fan, first.worst, first.few, first.loss, first.solved, first.ended):
        array.flags.writeable = False
    assert seen_of(config, state).fan is first.fan
    state = PLAYGROUND.advance(config, state, 300)
    assert len(seen_of(config, state).epochs) > len(first.epochs)


# How they do


def test_right_is_what_the_outputs_say() -> None:
    """An oracle in plain numpy: argmax of softmax outputs of tanh units, for each twin."""
    config = config_of(mode="network", dataset="three_clouds", layers="3", twins=9)
    state = run(config, 8)
    data, seen = state.points.data, rested(config, state).twins
    assert seen is not None
    assert state.network is not None
    for twin, row in enumerate(parameters_of_twins(state)):
        weights, biases = split(state.network.task.plan, row)
        sums = np.tanh(data.x[data.train] @ weights[0] + biases[0]) @ weights[1] + biases[1]
        right = sums.argmax(axis=1) == data.answers[data.train]
        assert seen.solved[twin] == right.all()
        shares = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
        loss = -np.log(shares[np.arange(len(sums)), data.answers[data.train]]).mean()
        np.testing.assert_allclose(seen.loss[twin], loss, rtol=1e-4)


def test_a_tanh_output_is_right_on_its_side_of_zero() -> None:
    config = config_of(mode="network", dataset="xor", layers="4", output="tanh", loss="squared_error", twins=50)
    config = config.replace(learning_rate=0.3)
    seen = seen_of(config, run(config, 3000))
    assert seen.solved.mean() > 0.8
    assert seen.best_accuracy == 1.0


def test_points_of_one_class_are_learned() -> None:
    config = config_of(mode="network", dataset="xor", twins=20)
    state = PLAYGROUND.init(config)
    brought = OwnData(np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([0, 0]))
    config, state = PLAYGROUND.edit(config, state, "data", brought)
    state = PLAYGROUND.advance(config, state, 2000)
    assert seen_of(config, state).solved.all()


def test_a_curve_is_solved_where_every_point_is_near() -> None:
    config = config_of(mode="network", dataset="kink", noise=0.0, layers="6", activation="relu", twins=40)
    state = run(config, 4000)
    seen = rested(config, state).twins
    assert seen is not None
    assert 0 < seen.solved.sum() < 40
    assert seen.loss[seen.solved].max() < 0.5 * (0.1 * np.ptp(state.points.data.answers)) ** 2


@pytest.mark.filterwarnings("error")
def test_twins_that_fly_off_are_told_apart() -> None:
    config = config_of(mode="network", dataset="circle", layers="8", activation="relu", twins=60, optimizer="sgd")
    config = config.replace(learning_rate=10.0, loss="squared_error", output="linear")
    state = PLAYGROUND.init(config)
    assert state.twins is not None
    assert state.network is not None
    twins = playground_twins.advance(state.twins, settings_now(config, state.network.task), 400)
    seen = playground_twins.seen(twins, PlaygroundView(), state.points.data)
    assert seen is not None
    gone = np.isfinite(seen.ended)
    assert gone.any()
    assert np.array_equal(gone, ~np.isfinite(seen.loss))
    assert not seen.solved[gone].any()
    assert not np.isnan(seen.fan).any()


# Bad input


@pytest.mark.parametrize("mode", ["unit", "network"])
def test_without_points_nobody_learns_and_the_first_point_begins(mode: str) -> None:
    config = config_of(mode=mode, dataset="xor", twins=5)
    state = run(config, 10)
    config, state = PLAYGROUND.edit(config, state, "clear", None)
    seen = seen_of(config, state)
    assert not seen.solved.any()
    assert seen.best_accuracy == 0.0
    before = parameters_of_twins(state).copy()
    state = PLAYGROUND.advance(config, state, 50)
    assert np.array_equal(parameters_of_twins(state), before)
    config, state = PLAYGROUND.edit(config, state, "add", (1.0, 1.0, 1))
    state = PLAYGROUND.advance(config, state, 400)
    assert seen_of(config, state).solved.all()


@pytest.mark.parametrize(
    "settings_of, words",
    [
        ({"layers": "64 64"}, "up to 949 twins"),
        ({"layers": "32", "dataset": "circle", "n": 10_000}, "up to 3329 twins"),
    ],
)
def test_too_many_twins_are_refused_and_the_most_is_named(settings_of: dict[str, Any], words: str) -> None:
    config = config_of(mode="network", twins=10_000, **settings_of)
    with pytest.raises(ConfigError, match=words):
        PLAYGROUND.init(config)


def test_more_points_than_the_twins_can_learn_are_refused_and_nothing_is_lost() -> None:
    config = config_of(mode="network", dataset="circle", layers="32", n=100, test_share=0.0, twins=10_000)
    state = PLAYGROUND.init(config)
    with pytest.raises(ConfigError, match="twins can be trained here"):
        PLAYGROUND.change(config, config.replace(n=10_000), state)
    assert state.twins is not None
    assert state.twins.examples == 100


def test_one_run_has_no_twins_and_rows_have_none() -> None:
    for config in (config_of(mode="network", twins=1), config_of(mode="unit", dataset="digits", twins=100)):
        assert look(config, PLAYGROUND.init(config)).twins is None


def test_who_does_not_look_is_told_nothing() -> None:
    config = config_of(mode="network", twins=8)
    state = PLAYGROUND.init(config)
    assert look(config, state, twins=False).twins is None
    assert look(config, state, twins=False, disagreement=True).twins is not None


# Where they disagree


def deviation(config: Config, state: PlaygroundState, side: int) -> np.ndarray:
    """The standard deviation of the first 200 twins with one layer of tanh units, in plain numpy, the largest over
    the outputs; row 0 at the lowest y."""
    assert state.network is not None
    data, found = state.points.data, []
    x0, x1, y0, y1 = data.domain
    x, y = x0 + (np.arange(side) + 0.5) / side * (x1 - x0), y0 + (np.arange(side) + 0.5) / side * (y1 - y0)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    for row in parameters_of_twins(state)[:200]:
        weights, biases = split(state.network.task.plan, row)
        sums = np.tanh(places @ weights[0] + biases[0]) @ weights[1] + biases[1]
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        softmax = shares / shares.sum(axis=1, keepdims=True)
        found.append(softmax if sums.shape[1] > 1 else 1.0 / (1.0 + np.exp(-sums)))
    return np.std(found, axis=0).max(axis=1).reshape(side, side)


@pytest.mark.parametrize("dataset", ["circle", "three_clouds"])
def test_the_map_is_the_standard_deviation_of_two_hundred_twins(dataset: str) -> None:
    config = config_of(mode="network", dataset=dataset, layers="3", twins=210)
    state = run(config, 30)
    seen = rested(config, state, disagreement=True, pixels=150).twins
    assert seen is not None
    assert seen.spread is not None
    assert seen.spread.shape == (150, 150)
    np.testing.assert_allclose(seen.spread, deviation(config, state, 150), atol=2e-5)


def test_while_twins_train_the_map_is_of_one_moment() -> None:
    """A map is begun, the twins go on, and what is shown at last is the map of the weights it was begun with."""
    config = config_of(mode="network", dataset="circle", layers="3", twins=210)
    state, shown = run(config, 30), None
    began = deviation(config, state, 128)
    while shown is None:
        shown = seen_of(config, state, disagreement=True).spread
        state = PLAYGROUND.advance(config, state, 1)
    np.testing.assert_allclose(shown, began, atol=2e-5)


def test_twins_that_flew_off_do_not_spoil_the_map() -> None:
    config = config_of(mode="network", dataset="circle", layers="2", twins=5)
    state = run(config, 3)
    assert state.twins is not None
    state.twins.ensemble.learner.p[0, :, 1] = np.nan
    seen = rested(config, state, disagreement=True, pixels=64).twins
    assert seen is not None
    assert seen.spread is not None
    assert np.isfinite(seen.spread).all()


def test_the_map_follows_where_the_learner_goes_back() -> None:
    """Another past at the same step is another map, though copies share their pictures."""
    config = config_of(mode="network", dataset="circle", layers="3", twins=8)
    state = run(config, 10)
    kept = PLAYGROUND.copy(state)
    one = rested(config, PLAYGROUND.advance(config, state, 50), disagreement=True, pixels=64).twins
    faster = config.replace(learning_rate=1.0)
    other_state = PLAYGROUND.advance(faster, replace(kept), 50)
    other = rested(faster, other_state, disagreement=True, pixels=64).twins
    assert one is not None
    assert other is not None
    np.testing.assert_allclose(other.spread, deviation(faster, other_state, 64), atol=2e-5)
    assert not np.allclose(one.spread, other.spread, atol=1e-3)  # type: ignore[arg-type]


def test_curves_have_no_map() -> None:
    config = config_of(mode="network", dataset="sine", twins=8)
    assert seen_of(config, run(config, 5), disagreement=True).spread is None
