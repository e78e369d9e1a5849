"""The numbers that the lesson on penalties tells beside its goals, by the runs they come from."""

import numpy as np
import pytest

from tests.sim.labs_for_tests import LAB, example, ran, seen

SEEDS = range(5)
EDGE = [0, 7]


def blank(weights: np.ndarray) -> tuple[float, float]:
    """Shares of exact zeros among the weights of the left and right edge of the digits, and of all other dots."""
    shares = (weights == 0).mean(axis=1).reshape(8, 8)
    return float(shares[:, EDGE].mean()), float(shares[:, 1:7].mean())


@pytest.mark.parametrize("seed", SEEDS)
def test_the_edges_of_the_digits_go_blank_first(seed: int) -> None:
    """`l1-l2` asks which weights do; no field of a goal tells it, so the answer is typed, and this is its run."""
    config = example("penalties", arms=1, seed=seed)
    state = ran(config, 410)
    priced = config.replace({"a.l1": 0.003})
    early = LAB.advance(priced, state, 410)
    edges, others = blank(seen(priced, early).arms[0].weights[0])
    assert edges == pytest.approx(0.5, abs=0.06)
    assert others == pytest.approx(0.25, abs=0.06)
    late = LAB.advance(priced, early, 820)
    arm = seen(priced, late).arms[0]
    edges, others = blank(arm.weights[0])
    assert edges > 0.9
    assert others == pytest.approx(0.5, abs=0.06)
    assert 0.94 <= arm.test_accuracy <= 0.965


def test_the_largest_weights_of_five_runs_are_as_told() -> None:
    runs = [seen(config, ran(config, 1640)).arms for config in (example("penalties", seed=seed) for seed in SEEDS)]
    free, first, second = ([arms[place].penalties.largest for arms in runs] for place in range(3))
    for found, told in ((free, (1.2, 1.4)), (first, (1.5, 1.9)), (second, (0.9, 1.1))):
        assert (min(found), max(found)) == pytest.approx(told, abs=0.06)


def test_a_penalty_is_a_belief_about_the_world() -> None:
    """Errors on new rows over five draws of the table: L1 is best in all, much L2 worse than none in all."""
    draws = [example("worlds").replace(data_seed=seed) for seed in SEEDS]
    made = [LAB.arrange(config, "data_seed") for config in draws]
    errors = np.array([[arm.test_loss for arm in seen(config, ran(config, 3000)).arms] for config in made])
    none, little, much, first = errors.T
    assert (first < 0.25).all()
    assert (much > none).all()
    assert (little > none).sum() == 4


@pytest.mark.parametrize("seed", SEEDS)
def test_plain_slopes_never_land_on_zero(seed: int) -> None:
    config = LAB.arrange(example("sparse").replace(data_seed=seed), "data_seed")
    slope, threshold = seen(config, ran(config, 3000)).arms
    assert slope.penalties.zeros == 0
    assert 76 <= threshold.penalties.zeros <= 86


def test_what_no_slope_reaches_stays_zero() -> None:
    """Once L1 is off again: weights of dots without ink, and units that none of their inputs reaches."""
    config = example("penalties", arms=2)
    state = ran(config, 1640)
    free = config.replace({"b.l1": 0.0})
    state = LAB.advance(free, state, 410)
    arm = seen(free, state).arms[1]
    weights, inked = arm.weights[0], (np.asarray(state.task.examples.x) != 0).any(axis=0)
    silent = (weights[inked] == 0).mean(axis=0) > 0.9
    reachable = weights[np.ix_(inked, ~silent)]
    assert arm.penalties.zero_share == pytest.approx(0.28, abs=0.02)
    assert (reachable == 0).mean() < 0.01
