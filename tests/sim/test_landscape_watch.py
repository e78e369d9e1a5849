"""The landscape of a network in training: which picture is made when, of what, and how true it is.

Oracles: the singular value decomposition for planes, a forward pass in numpy for losses.
"""

from typing import Any

import numpy as np
import pytest

from sim.landscape_path import MOST_POINTS, ParameterPath
from sim.landscape_seen import LandscapeAsk, LandscapeSeen
from sim.landscape_watch import SLICE, LandscapeWatch
from sim.loss_landscape import COARSEST, MOST_EXAMPLES, PAUSED, REFRESH
from sim.loss_plane import LossPlane, project
from sim.network_plan import make_plan, parameter_count

LAYERS = (2, 6, 1)
PLAN = make_plan(LAYERS, ("tanh", "linear"))
COUNT = parameter_count(PLAN)
RANDOM = np.random.default_rng(3)
X = RANDOM.normal(size=(300, 2))
Y = np.sin(X[:, :1])


def loss_of(parameters: Any, x: Any = X, y: Any = Y) -> float:
    """Half the mean squared error, by numpy."""
    row = np.asarray(parameters, np.float64)
    hidden = np.tanh(x @ row[:12].reshape(6, 2).T + row[12:18])
    out = hidden @ row[18:24].reshape(1, 6).T + row[24:25]
    return float(0.5 * np.square(out - y).sum(axis=1).mean())


def walk(steps: int = 40, seed: int = 0) -> Any:
    """A path with a bend, (steps + 1, parameters), float32."""
    random = np.random.default_rng(seed)
    share = np.linspace(0.0, 1.0, steps + 1)[:, None]
    ways = random.normal(size=(3, COUNT))
    return (random.normal(size=COUNT) + share * ways[0] + share**2 * ways[1] + 0.02 * share**3 * ways[2]).astype(
        np.float32
    )


def watched(path: Any = None) -> tuple[LandscapeWatch, Any]:
    """A watch that has met a path."""
    path = walk() if path is None else path
    watch = LandscapeWatch(PLAN, "squared_error", X, Y)
    for step, row in enumerate(path):
        watch.remember(step, row)
    return watch, path


def made(watch: LandscapeWatch, step: int, row: Any, ask: LandscapeAsk, playing: bool = False) -> LandscapeSeen:
    """What is seen when nothing is left to do."""
    for _ in range(4000):
        if not watch.work(step, row, ask, playing):
            seen = watch.seen(step, row)
            assert seen is not None
            return seen
    raise AssertionError("It never ends.")


def calls(watch: LandscapeWatch, step: int, row: Any, ask: LandscapeAsk, playing: bool = True) -> int:
    """How many calls until nothing is left."""
    count = 0
    while watch.work(step, row, ask, playing):
        count += 1
    return count


# the path and its plane


def test_the_main_plane_is_that_of_the_singular_value_decomposition() -> None:
    path = walk()
    kept = ParameterPath(COUNT)
    for step, row in enumerate(path):
        kept.remember(step, row)
    middle = path[-1].astype(np.float64)
    plane = kept.main_plane(PLAN, middle, 0)
    _, sizes, ways = np.linalg.svd(path.astype(np.float64) - middle)
    for made, way in zip((plane.first, plane.second), ways, strict=False):
        assert abs(made @ way) == pytest.approx(float(np.linalg.norm(made)), rel=1e-4)
    assert plane.shares == pytest.approx(np.square(sizes[:2]) / np.square(sizes).sum(), rel=1e-3)


def test_both_directions_of_the_main_plane_are_as_long_as_the_path_reaches() -> None:
    watch, path = watched()
    seen = made(watch, 40, path[-1], LandscapeAsk())
    assert seen.lengths[0] == pytest.approx(seen.lengths[1], rel=1e-6)
    assert seen.path[0, 0] == pytest.approx(1.0, abs=1e-4)


def test_a_straight_path_gets_a_random_second_direction() -> None:
    path = np.linspace(0.0, 1.0, 30)[:, None] * np.ones(COUNT) + 1.0
    watch, path = watched(path.astype(np.float32))
    seen = made(watch, 29, path[-1], LandscapeAsk())
    assert seen.shares == (1.0, 0.0)
    assert seen.lengths[1] == pytest.approx(seen.lengths[0], rel=1e-6)


def test_a_long_path_is_thinned_and_keeps_its_first_point() -> None:
    kept = ParameterPath(COUNT)
    for step in range(5000):
        kept.remember(step, np.full(COUNT, step, np.float32))
    steps = kept.steps
    assert steps[0] == 0
    assert len(steps) <= MOST_POINTS
    assert np.diff(steps).max() < 200
    assert kept.points(np.array([len(steps) - 1]))[0, 0] == steps[-1]


def test_a_large_network_keeps_fewer_points() -> None:
    kept = ParameterPath(200_000)
    for step in range(40):
        kept.remember(step, np.full(200_000, step, np.float32))
    assert len(kept.steps) <= 24


def test_a_run_that_goes_back_forgets_what_came_later() -> None:
    watch, path = watched()
    watch.remember(10, path[10])
    seen = made(watch, 10, path[10], LandscapeAsk())
    assert seen.path_steps.max() <= 10


def test_points_that_are_not_finite_are_no_part_of_the_path() -> None:
    kept = ParameterPath(COUNT)
    kept.remember(0, np.zeros(COUNT))
    kept.remember(1, np.full(COUNT, np.inf))
    assert kept.steps.tolist() == [0]


# the picture


def test_a_picture_holds_the_losses_of_its_plane() -> None:
    watch, path = watched()
    seen = made(watch, 40, path[-1], LandscapeAsk("random", span=0.8))
    chosen = (np.arange(seen.examples) * len(X)) // seen.examples
    plane = watch._best().sweep.plane  # type: ignore[union-attr]
    steps = np.linspace(-0.8, 0.8, PAUSED)
    for row, column in ((0, 0), (17, 200), (255, 128)):
        parameters = plane.middle + steps[column] * plane.first + steps[row] * plane.second
        assert seen.picture[row, column] == pytest.approx(loss_of(parameters, X[chosen], Y[chosen]), rel=1e-4)


def test_a_run_at_rest_gets_the_finest_picture_of_most_examples() -> None:
    watch, path = watched()
    seen = made(watch, 40, path[-1], LandscapeAsk())
    assert (seen.resolution, seen.examples, seen.done) == (PAUSED, MOST_EXAMPLES, 1.0)
    assert seen.of_examples == 300
    assert np.isfinite(seen.picture).all()


def test_while_it_plays_a_picture_takes_no_more_than_its_budget() -> None:
    watch, path = watched()
    assert calls(watch, 40, path[-1], LandscapeAsk()) * SLICE < REFRESH
    wide = make_plan((64, 128, 128, 10), ("relu", "relu", "linear"))
    large = LandscapeWatch(wide, "squared_error", np.zeros((200, 64)), np.zeros((200, 10)))
    row = np.random.default_rng(0).normal(size=parameter_count(wide)) * 0.1
    large.remember(0, row)
    assert calls(large, 0, row, LandscapeAsk()) * SLICE < REFRESH
    seen = large.seen(0, row)
    assert seen is not None
    assert seen.resolution >= COARSEST


def test_a_picture_that_took_too_long_is_followed_by_a_coarser_one_and_the_other_way_round() -> None:
    now, slow = [0.0], [0.001]

    def clock() -> float:
        now[0] += slow[0]
        return now[0]

    wide = make_plan((16, 64, 64, 4), ("relu", "relu", "linear"))
    watch = LandscapeWatch(wide, "squared_error", np.zeros((200, 16)), np.zeros((200, 4)), clock)
    row = np.random.default_rng(0).normal(size=parameter_count(wide)) * 0.1
    sizes = []
    for step in range(10):
        slow[0] = 0.001 if step < 5 else 3.0
        watch.remember(step, row * (1.0 + step))
        calls(watch, step, row * (1.0 + step), LandscapeAsk())
        seen = watch.seen(step, row)
        assert seen is not None
        sizes.append(seen.resolution**2 * seen.examples)
    assert sizes[0] < sizes[4]
    assert sizes[-1] < sizes[4] / 4


def test_while_it_plays_the_last_whole_picture_stays_until_the_next_one_is_whole() -> None:
    watch, path = watched()
    ask = LandscapeAsk()
    first = made(watch, 30, path[30], ask, playing=True)
    assert watch.work(31, path[31], ask, True)
    seen = watch.seen(31, path[31])
    assert seen is not None
    assert seen.picture is first.picture
    assert seen.plane_of_step == 30
    while watch.seen(31, path[31]).plane_of_step == 30:  # type: ignore[union-attr]
        watch.work(35, path[35], ask, True)
    assert watch.seen(35, path[35]).done == 1.0  # type: ignore[union-attr]


def test_another_span_is_shown_from_its_first_rows_on() -> None:
    watch, path = watched()
    made(watch, 40, path[-1], LandscapeAsk())
    wider, count = LandscapeAsk(span=3.0), 0
    while watch.seen(40, path[-1]).span != 3.0:  # type: ignore[union-attr]
        watch.work(40, path[-1], wider, False)
        count += 1
    seen = watch.seen(40, path[-1])
    assert seen is not None
    assert seen.done < 1.0
    assert np.isfinite(seen.picture).all()
    assert count <= 8


def test_a_picture_that_is_not_wanted_any_more_is_dropped_at_once() -> None:
    watch, path = watched()
    for span in (1.0, 2.0, 4.0):
        watch.work(40, path[-1], LandscapeAsk(span=span), False)
    assert watch._aim[0].span == 4.0


def test_a_picture_that_is_sharpening_gives_way_when_the_run_plays_on() -> None:
    watch, path = watched()
    ask = LandscapeAsk()
    made(watch, 39, path[39], ask, playing=True)
    watch.work(39, path[39], ask, False)
    assert watch._aim[2].resolution == PAUSED
    watch.work(40, path[40], ask, True)
    assert watch._aim[2].resolution < PAUSED
    assert watch._aim[1] == 40


def test_a_plane_that_is_held_stays_while_the_network_goes_on() -> None:
    watch, path = watched()
    ask = LandscapeAsk("random", hold=True)
    held = made(watch, 20, path[20], ask, playing=True)
    later = made(watch, 40, path[40], ask, playing=True)
    assert (held.resolution, later.plane_of_step) == (PAUSED, 20)
    assert later.picture is held.picture
    assert later.off > 0.1
    assert held.off == pytest.approx(0.0, abs=1e-5)


def test_as_many_examples_as_were_asked_for() -> None:
    watch, path = watched()
    assert made(watch, 40, path[-1], LandscapeAsk(examples=64)).examples == 64


def test_a_network_that_left_the_finite_numbers_keeps_its_last_picture() -> None:
    watch, path = watched()
    made(watch, 40, path[-1], LandscapeAsk(), playing=True)
    gone = np.full(COUNT, np.nan)
    for _ in range(5):
        watch.work(41, gone, LandscapeAsk(), True)
    seen = watch.seen(41, gone)
    assert seen is not None
    assert seen.plane_of_step == 40
    assert np.isnan(seen.loss_here)
    assert seen.downhill == (0.0, 0.0)


def test_a_watch_changes_nothing_of_what_it_is_given() -> None:
    watch, path = watched()
    before = path.copy()
    made(watch, 40, path[-1], LandscapeAsk())
    assert np.array_equal(path, before)


# the ball and its thread


def test_the_thread_is_as_long_as_the_way_to_the_foot() -> None:
    watch, path = watched()
    seen = made(watch, 20, path[20], LandscapeAsk("random", hold=True))
    later = watch.seen(40, path[40])
    assert later is not None
    plane = watch._best().sweep.plane  # type: ignore[union-attr]
    shadow = project(plane, path[40])
    assert later.ball == pytest.approx(tuple(shadow.coordinates[0]), rel=1e-4)
    assert later.off == pytest.approx(float(shadow.distances[0]), rel=1e-4)
    assert later.off > seen.off


def test_the_true_loss_and_the_drawn_one_are_those_of_the_network_and_of_its_foot() -> None:
    watch, path = watched()
    made(watch, 20, path[20], LandscapeAsk("random", hold=True))
    seen = watch.seen(40, path[40])
    assert seen is not None
    plane: LossPlane = watch._best().sweep.plane  # type: ignore[union-attr]
    chosen = (np.arange(seen.examples) * len(X)) // seen.examples
    foot = plane.at(project(plane, path[40]).coordinates)[0]
    assert seen.loss_here == pytest.approx(loss_of(path[40], X[chosen], Y[chosen]), rel=1e-4)
    assert seen.loss_drawn == pytest.approx(loss_of(foot, X[chosen], Y[chosen]), rel=1e-4)
    assert seen.loss_here != pytest.approx(seen.loss_drawn, rel=1e-2)


def test_while_it_plays_the_losses_follow_a_few_times_a_second_and_at_rest_at_once() -> None:
    watch, path = watched()
    ask = LandscapeAsk("random", hold=True)
    made(watch, 20, path[20], ask)
    chosen = (np.arange(192) * len(X)) // 192

    def follows(step: int) -> bool:
        seen = watch.seen(step, path[step])
        assert seen is not None
        return seen.loss_here == pytest.approx(loss_of(path[step], X[chosen], Y[chosen]), rel=1e-4)

    shown = []
    for step in range(21, 39):
        watch.work(step, path[step], ask, True)
        shown.append(follows(step))
    assert 1 <= sum(shown) <= 4
    assert watch.work(40, path[40], ask, False)
    assert follows(40)


def test_downhill_is_where_a_step_against_the_gradient_leads() -> None:
    watch, path = watched()
    seen = made(watch, 40, path[40], LandscapeAsk("random"))
    plane: LossPlane = watch._best().sweep.plane  # type: ignore[union-attr]
    chosen = (np.arange(seen.examples) * len(X)) // seen.examples
    here, hair = path[40].astype(np.float64), 1e-5
    gradient = np.array([
        (loss_of(here + hair * unit, X[chosen], Y[chosen]) - loss_of(here - hair * unit, X[chosen], Y[chosen]))
        / (2 * hair)
        for unit in np.eye(COUNT)
    ])  # fmt: skip
    way = project(plane, here - 1e-3 * gradient).coordinates[0] - project(plane, here).coordinates[0]
    assert np.dot(way / np.linalg.norm(way), seen.downhill) > 0.999


def test_every_point_of_the_path_has_its_foot_and_its_distance() -> None:
    watch, path = watched()
    seen = made(watch, 40, path[40], LandscapeAsk("random"))
    plane: LossPlane = watch._best().sweep.plane  # type: ignore[union-attr]
    shadow = project(plane, path[seen.path_steps])
    assert np.allclose(seen.path, shadow.coordinates, atol=1e-5)
    assert np.allclose(seen.off_plane, shadow.distances, rtol=1e-4, atol=1e-5)
    assert seen.moved == pytest.approx(float(np.linalg.norm(path[40] - path[0])), rel=1e-5)
