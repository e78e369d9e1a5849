from hypothesis import given, settings
from hypothesis import strategies as st

from sim.checkpoints import BUDGET, Checkpoint, Checkpoints
from sim.config import Config
from tests.sim.simulations_for_tests import WALK_PARAMETERS

CONFIG = Config.defaults(WALK_PARAMETERS)


def checkpoint(step: int, size: int = 1, applied: int = 0) -> Checkpoint:
    return Checkpoint(step, applied, CONFIG, None, size)


def filled(steps, size=1, budget=BUDGET, most=1024) -> Checkpoints:
    checkpoints = Checkpoints(checkpoint(0, size), budget, most)
    for step in steps:
        checkpoints.add(checkpoint(step, size))
    return checkpoints


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 2000), max_size=300), st.integers(1, 4 * 2**20))
def test_together_they_never_exceed_the_budget(steps, size):
    checkpoints = Checkpoints(checkpoint(0, size), BUDGET)
    for step in steps:
        checkpoints.add(checkpoint(step, size))
        assert checkpoints.bytes == size * len(checkpoints) <= BUDGET
    assert list(checkpoints.steps) == sorted(set(checkpoints.steps))
    assert checkpoints.steps[0] == 0


def test_going_back_costs_a_small_share_of_the_way():
    checkpoints = filled(range(10, 1_000_000, 10), most=1024)
    now = checkpoints.steps[-1]
    assert len(checkpoints) <= 1024
    for distance in (1, 10, 100, 1_000, 10_000, 100_000, 500_000):
        target = now - distance
        assert target - checkpoints.nearest(target).step <= max(distance * 0.05, 10)


def test_few_large_states_still_leave_something_near():
    checkpoints = filled(range(1, 500), size=20 * 2**20)
    assert checkpoints.bytes <= BUDGET
    assert checkpoints.steps[0] == 0
    assert checkpoints.steps[-1] == 499


def test_the_nearest_is_the_last_at_or_before_a_step():
    checkpoints = filled((5, 10, 15))
    assert [checkpoints.nearest(step).step for step in (0, 4, 5, 9, 15, 99)] == [0, 0, 5, 5, 15, 15]


def test_one_of_the_same_step_takes_the_place_of_the_older():
    checkpoints = filled((5,))
    checkpoints.add(checkpoint(5, size=9, applied=3))
    assert checkpoints.steps == (0, 5)
    assert checkpoints.bytes == 10


def test_a_cut_forgets_what_is_later_or_knows_too_much():
    checkpoints = filled((5, 10, 15))
    checkpoints.add(checkpoint(8, applied=2))
    checkpoints.cut(10, 1)
    assert checkpoints.steps == (0, 5, 10)
    assert checkpoints.bytes == 3


def test_at_rest_they_shrink_to_what_is_asked_for():
    checkpoints = filled(range(1, 60), size=2**20)
    checkpoints.thin(59, 8 * 2**20)
    assert checkpoints.bytes <= 8 * 2**20
    assert checkpoints.steps[-1] == 59
