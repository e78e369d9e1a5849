"""Digits and the large table, pass by pass: the thresholds of the lesson, and the numbers of one long training."""

from dataclasses import replace

import numpy as np
import pytest

from sim.config import Config
from sim.digits import digits, shuffled_writers
from sim.perceptron_rows import train_unit, train_units
from sim.simulations.playground_config import PARAMETERS
from sim.simulations.playground_rows import RowsState, advance, changed, init, is_met, rows_of, seen

DEFAULTS = Config.defaults(PARAMETERS)
DIGITS = DEFAULTS.replace(dataset="digits")
TABLE = DEFAULTS.replace(dataset="table")


@pytest.fixture(scope="module")
def learned() -> RowsState:
    return advance(DIGITS, init(DIGITS), 30)


def test_ten_perceptrons_read_93_of_100_digits_after_30_passes(learned: RowsState) -> None:
    view = seen(DIGITS, learned)
    assert view.test_accuracy.shape == (31,)
    assert view.test_accuracy[0] < 0.2, "ten units that say nothing all answer 0"
    assert view.test_accuracy[30] >= 0.93
    assert view.test_accuracy[1] < view.accuracy[30]
    assert view.rows_seen == 30 * 1297


def test_passes_that_go_on_are_those_of_one_long_training(learned: RowsState) -> None:
    x, labels = digits()
    rows, _ = shuffled_writers(0)
    whole = train_units(x[rows], labels[rows], 10, epochs=30, seed=0)
    assert np.array_equal(learned.weights, whole.weights)
    assert np.array_equal(learned.mistakes[1:], whole.mistakes)
    assert np.allclose(learned.totals / (30 * len(rows)), whole.averaged, rtol=1e-9, atol=1e-12)


def test_slices_and_replays_give_the_same_bits(learned: RowsState) -> None:
    state = init(DIGITS)
    for passes in (1, 4, 25):
        state = advance(DIGITS, state, passes)
    for name in ("weights", "totals", "accuracy", "test_accuracy", "mistakes", "first_rows", "first_accuracy"):
        assert getattr(state, name).tobytes() == getattr(learned, name).tobytes(), name


def test_what_is_shown_of_the_digits_fits_together(learned: RowsState) -> None:
    view = seen(DIGITS, learned)
    assert seen(DIGITS, learned) is view, "nothing new, the same object"
    assert (view.confusion.shape, view.confusion.sum()) == ((10, 10), 500)
    assert np.trace(view.confusion) / 500 == view.test_accuracy[-1]
    assert (view.weights.shape, view.mistakes.shape, view.unit_accuracy.shape) == ((10, 65), (31, 10), (10,))
    assert (view.unit_accuracy >= 0.9).all()
    assert view.samples.shape == (40, 64)
    scores = view.samples @ view.weights[:, 1:].T + view.weights[:, 0]
    assert np.array_equal(scores.argmax(axis=1), view.sample_answers)
    _, labels = digits()
    assert np.array_equal(view.sample_classes, labels[shuffled_writers(0)[1]][:40])
    assert view.first_rows.tolist() == [100, 300, 1000]
    assert (np.diff(view.first_accuracy) > 0).all()


def test_one_perceptron_learns_100_000_rows_of_50_numbers() -> None:
    state = init(TABLE)
    first = seen(TABLE, state)
    assert (first.rows, first.inputs, first.rows_seen, first.confusion.sum()) == (80_000, 50, 0, 20_000)
    state = advance(TABLE, state, 5)
    view = seen(TABLE, state)
    assert view.rows_seen == 400_000
    assert abs(view.test_accuracy[0] - 0.5) < 0.02
    assert view.test_accuracy[-1] >= 0.75
    assert view.first_rows.tolist() == [100, 300, 1_000, 3_000, 10_000, 30_000]
    assert view.first_accuracy[0] < view.first_accuracy[-1]
    assert view.weights.shape == (1, 51)
    rows = rows_of("table", 0)
    whole = train_unit(rows.x, rows.labels, epochs=5)
    assert np.array_equal(view.weights, whole.weights)
    averaged = (whole.answers(rows.test_x, averaged=True) == rows.test_labels).mean()
    assert 0.84 < averaged < 0.89, "what a plane can do, nearly"


def test_other_points_begin_anew_and_other_rates_do_not(learned: RowsState) -> None:
    assert changed(DIGITS.replace({"perceptron.learning_rate": 0.1}), learned) is learned
    other = DIGITS.replace(data_seed=1)
    fresh = changed(other, learned)
    assert (fresh.step, fresh.data_seed) == (0, 1)
    assert not np.array_equal(rows_of("digits", 0).x, rows_of("digits", 1).x)


def test_no_array_of_a_state_is_written_again() -> None:
    state = advance(DIGITS, init(DIGITS), 1)
    before = state.weights.tobytes(), state.totals.tobytes(), state.mistakes.tobytes()
    advance(DIGITS, state, 1)
    assert (state.weights.tobytes(), state.totals.tobytes(), state.mistakes.tobytes()) == before


def test_a_run_pauses_after_the_pass_that_was_asked_for() -> None:
    config = DIGITS.replace(stop="epochs", stop_epoch=2)
    state = advance(config, init(config), 10)
    assert (state.step, state.stopped) == (2, True)
    assert advance(config, state, 1).stopped is False


def test_a_run_pauses_when_all_rows_are_right_for_the_first_time(learned: RowsState) -> None:
    config = DIGITS.replace(stop="accuracy")
    never = replace(learned, accuracy=np.array([0.5, 0.9]))
    once = replace(learned, accuracy=np.array([0.5, 1.0]))
    assert is_met(config, never, 1.0)
    assert not is_met(config, never, 0.999)
    assert not is_met(config, once, 1.0)
    assert not is_met(DIGITS, never, 1.0)
