import pytest

from sim.pace import Pace, Slice


def test_fractions_of_steps_add_up_to_the_rate():
    pace, made = Pace(), 0
    pace.start(0.0)
    for tick in range(1, 1001):
        due = pace.due(tick * 0.016, rate=37.0)
        pace.paid(due)
        made += due
    assert made == pytest.approx(16.0 * 37.0, abs=1)


def test_after_a_hiccup_only_a_tenth_of_a_second_is_caught_up():
    pace = Pace()
    pace.start(0.0)
    assert pace.due(30.0, rate=60.0) == 7


def test_a_slow_pace_reaches_its_step():
    pace = Pace()
    pace.start(10.0)
    assert pace.due(10.5, rate=0.5) == 0
    assert pace.wait(10.5, rate=0.5) == pytest.approx(1.5)
    assert pace.due(12.0, rate=0.5) == 1


def test_a_clock_that_goes_back_owes_nothing_and_takes_nothing():
    pace = Pace()
    pace.start(100.0)
    assert pace.due(50.0, rate=60.0) == 0
    assert pace.due(50.06, rate=60.0) == 3


def test_a_slice_learns_how_many_steps_fit_into_four_milliseconds():
    cut = Slice()
    for _ in range(20):
        cut.learn(cut.steps, cut.steps * 1e-5)
    assert 350 <= cut.steps <= 400
    cut.learn(cut.steps, cut.steps * 1e-3)
    assert cut.steps == 4


def test_a_slice_never_grows_beyond_the_double_of_what_was_tried():
    cut = Slice()
    cut.learn(1, 1e-9)
    assert cut.steps == 2
