"""Points made by a data set, touched by a hand, brought from elsewhere, displaced by noise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim
from sim.errors import ConfigError
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_config import NETWORK, OWN, datasets_of, with_data
from sim.simulations.playground_data import MOST_POINTS, points_of
from sim.simulations.playground_view import OwnData
from tests.sim.playground_desk import edited, network_config, shown, went


def data_of(config, *edits):
    config, state = edited(config, PLAYGROUND.init(config), *edits)
    return config, shown(config, state, None).data


@pytest.mark.parametrize("key", [key for key in datasets_of(NETWORK) if key != OWN])
def test_the_points_are_those_of_the_library(key):
    config = with_data(network_config(dataset=key, data_seed=3)).replace(n=50, bits=3)
    data = points_of(config, None).data
    x, y = sim.dataset(key, 50, config["noise"], 3)
    assert np.array_equal(data.x, x)
    assert np.array_equal(data.targets, y)
    assert data.task == sim.DATASETS[key].task
    assert len(data.columns) == x.shape[1]
    train, test = sim.split(50, config["test_share"], 3)
    assert np.flatnonzero(data.train).tolist() == train.tolist()
    assert np.flatnonzero(~data.train).tolist() == test.tolist()


def test_the_gap_moves_at_once():
    config = with_data(network_config(dataset="parted"))
    config, state = edited(config, went(config, 5))
    narrow = config.replace(gap=0.05)
    after = PLAYGROUND.change(config, narrow, state)
    x, _ = sim.dataset("parted", gap=0.05)
    assert np.array_equal(shown(narrow, after).data.x, x)
    assert after.step == 5


@pytest.mark.parametrize("key", ["moons", "three_clouds", "sine"])
def test_wrong_labels_are_those_of_other_training_points_and_spare_the_test(key):
    config = with_data(network_config(dataset=key)).replace(n=200, test_share=0.4)
    true, wrong = (points_of(config.replace(label_noise=share), None).data for share in (0.0, 1.0))
    assert np.array_equal(wrong.x, true.x)
    assert np.array_equal(wrong.answers[~wrong.train], true.answers[~true.train])
    assert not np.array_equal(wrong.answers[wrong.train], true.answers[true.train])
    assert np.array_equal(np.sort(wrong.answers[wrong.train]), np.sort(true.answers[true.train]))


def test_half_the_labels_dealt_anew_make_a_quarter_of_two_classes_wrong():
    config = with_data(network_config(dataset="moons")).replace(n=10_000, test_share=0.0)
    true, half = (points_of(config.replace(label_noise=share), None).data for share in (0.0, 0.5))
    assert 0.23 < (true.answers != half.answers).mean() < 0.27


def test_points_that_become_one_s_own_keep_their_wrong_labels():
    config = with_data(network_config(dataset="moons")).replace(n=40, label_noise=1.0)
    before = points_of(config, None).data
    config, after = data_of(config, ("flip", 4))
    assert config["label_noise"] == 0.0
    assert np.flatnonzero(after.answers != before.answers).tolist() == [4]


def test_a_tanh_output_is_asked_for_plus_and_minus_one():
    data = points_of(network_config(output="tanh", loss="squared_error"), None).data
    assert data.targets[:, 0].tolist() == [-1.0, 1.0, 1.0, -1.0]
    assert data.answers.tolist() == [0, 1, 1, 0]


def test_the_first_touch_makes_the_points_one_s_own_as_they_are():
    config = network_config(dataset="moons", n=30, noise=0.2, test_share=0.3)
    before = points_of(config, None).data
    config, after = data_of(config, ("flip", 4))
    assert (config["dataset"], config["noise"]) == (OWN, 0.0)
    assert np.array_equal(after.x, before.x)
    assert np.flatnonzero(after.answers != before.answers).tolist() == [4]
    assert np.array_equal(after.train, before.train)
    assert after.domain == before.domain


def test_noise_displaces_own_points_at_once_and_leaves_no_trace():
    config, state = edited(network_config(dataset="circle", n=20), went(network_config(dataset="circle", n=20), 5),
                           ("point", (0, 0.25, 0.5)))  # fmt: skip
    base = shown(config, state).data.x
    noisy = config.replace(noise=0.3)
    state = PLAYGROUND.change(config, noisy, state)
    moved = shown(noisy, state).data.x
    half = PLAYGROUND.change(noisy, noisy.replace(noise=0.15), state)
    assert np.allclose(shown(noisy, half).data.x - base, (moved - base) / 2.0)
    assert 0.2 < (moved - base).std() < 0.4
    back = PLAYGROUND.change(noisy, config, state)
    assert np.array_equal(shown(config, back).data.x, base)


def test_under_noise_a_point_goes_where_the_hand_puts_it_and_the_others_stay():
    config = network_config(dataset="circle", n=20)
    config, state = edited(config, went(config, 5), ("flip", 0))
    noisy = config.replace(noise=0.3)
    state = PLAYGROUND.change(config, noisy, state)
    before = shown(noisy, state).data.x
    noisy, state = edited(noisy, state, ("point", (7, 0.5, -0.5)), ("remove", 2), ("add", (0.1, 0.2, 1)))
    after = shown(noisy, state).data.x
    assert np.allclose(after[[6, -1]], [[0.5, -0.5], [0.1, 0.2]])
    kept = [k for k in range(20) if k not in (2, 7)]
    assert np.array_equal(np.delete(after, [6, 19], axis=0), before[kept])


def test_edits_of_points_do_what_they_say():
    config = network_config()
    _, data = data_of(
        config, ("point", (1, 0.25, 0.75)), ("add", (0.5, 0.5, 1)), ("flip", 4), ("remove", 0), ("swap", None)
    )
    assert data.x.tolist() == [[0.25, 0.75], [1.0, 0.0], [1.0, 1.0], [0.5, 0.5]]
    assert data.answers.tolist() == [0, 0, 1, 1]
    _, none = data_of(config, ("clear", None))
    assert none.x.shape == (0, 2)


def test_a_flip_goes_round_all_classes():
    config = network_config(dataset="three_clouds", n=6, output="softmax")
    _, data = data_of(config, *[("flip", 0)] * 3)
    assert data.answers[0] == 0
    _, data = data_of(config, ("flip", 2))
    assert (data.answers[2], data.targets[2].tolist()) == (0, [1.0, 0.0, 0.0])


def test_along_a_line_a_point_is_moved_by_its_place_and_its_answer():
    config = network_config(dataset="sine", n=10, features="x1", output="linear", loss="squared_error")
    _, data = data_of(config, ("point", (3, 0.5, -0.75)), ("add", (0.1, 0.9, 0)))
    assert (data.x[3, 0], data.answers[3], data.targets[3, 0]) == (0.5, -0.75, -0.75)
    assert (data.x[10, 0], data.answers[10]) == (0.1, 0.9)


def test_an_outlier_is_far_out_on_the_right_side_and_in_the_picture():
    config = network_config(dataset="gaussians", n=40)
    before = points_of(config, None).data
    _, data = data_of(config, ("outlier", None))
    ones = before.x[before.answers == 1].mean(axis=0)
    zeros = before.x[before.answers == 0].mean(axis=0)
    along = (data.x[-1] - zeros) @ (ones - zeros) / np.linalg.norm(ones - zeros)
    assert data.answers[-1] == 1
    assert along > 10.0 * np.abs(before.x).max()
    x0, x1, y0, y1 = data.domain
    assert (data.x > [x0, y0]).all()
    assert (data.x < [x1, y1]).all()


def test_brought_data_get_an_output_that_fits_them():
    config = network_config()
    three = OwnData(np.eye(3)[:, :2], np.arange(3), ("ant", "bee", "cat"), title="insects")
    after, data = data_of(config, ("data", three))
    assert (after["output"], after["dataset"], data.title) == ("softmax", OWN, "insects")
    assert (data.classes, data.targets.tolist()) == (("ant", "bee", "cat"), np.eye(3).tolist())
    numbers = OwnData(np.array([[0.0], [1.0], [2.0]]), np.array([0.5, 1.5, 9.0]), (), ("time",))
    after, data = data_of(after, ("data", numbers))
    assert (after["output"], after["loss"]) == ("linear", "squared_error")
    assert (data.task, data.columns) == ("regression", ("time",))
    x0, x1, y0, y1 = data.domain
    assert x0 < 0.0 < 2.0 < x1
    assert y0 < 0.5 < 9.0 < y1


@pytest.mark.parametrize(
    "what, value, sentence",
    [
        ("point", (9, 0.0, 0.0), "no point number 9"),
        ("point", (0, float("nan"), 0.0), "numbers from"),
        ("point", (0, 1.0), "3 numbers"),
        ("point", "here", "3 numbers"),
        ("add", (0.0, 0.0, 2), "no class"),
        ("add", (0.0, 0.0, 0.5), "no class"),
        ("add", (0.0, float("inf"), 1), "numbers from"),
        ("flip", -1, "no point number"),
        ("flip", None, "no point number"),
        ("remove", 4, "no point number 4"),
        ("remove", True, "no point number"),
        ("data", 3, "Own data are points"),
        ("data", OwnData(np.zeros((2, 3)), np.zeros(2, int)), "one or two coordinates"),
        ("data", OwnData(np.zeros((2, 2)), np.zeros(3, int)), "one answer each"),
        ("data", OwnData(np.full((2, 2), np.nan), np.zeros(2, int)), "finite"),
        ("data", OwnData(np.zeros((2, 2)), np.array([0, 2])), "one of the classes"),
        ("data", OwnData(np.zeros((MOST_POINTS + 1, 2)), np.zeros(MOST_POINTS + 1, int)), "up to 10\u202f000 points"),
    ],
)
def test_what_cannot_be_done_to_points_is_refused_in_a_sentence(what, value, sentence):
    config = network_config()
    with pytest.raises(ConfigError, match=sentence):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), what, value)


def test_labels_of_three_classes_cannot_be_swapped_nor_numbers_flipped():
    three = network_config(dataset="three_clouds", output="softmax")
    with pytest.raises(ConfigError, match="two classes"):
        PLAYGROUND.edit(three, PLAYGROUND.init(three), "swap", None)
    numbers = network_config(dataset="hills", output="linear", loss="squared_error")
    with pytest.raises(ConfigError, match="numbers, not classes"):
        PLAYGROUND.edit(numbers, PLAYGROUND.init(numbers), "flip", 0)


@pytest.mark.parametrize(
    "x, answers, said",
    [
        ([[0, 0], [1, 1]], [1, 1], "one class"),
        ([[0, 0]], [1], "one point"),
        ([[0, 3], [1, 3]], [0, 1], "the same x₂"),
        ([[0, 0], [0, 0], [1, 1]], [0, 1, 1], "At one place"),
        ([[0, 0], [0, 0], [1, 1], [1, 1]], [0, 1, 1, 0], "At 2 places"),
        ([], [], "no points"),
    ],
)
def test_odd_points_are_named_and_learned_from_all_the_same(x, answers, said):
    config = network_config()
    own = OwnData(np.array(x, float).reshape(-1, 2), np.array(answers, int))
    config, state = edited(config, PLAYGROUND.init(config), ("data", own))
    assert any(said in sentence for sentence in shown(config, state).warnings)
    PLAYGROUND.advance(config, state, 5)


@pytest.mark.parametrize("key", [key for key in datasets_of(NETWORK) if key != OWN])
def test_ordinary_points_bring_no_warning(key):
    assert points_of(with_data(network_config(dataset=key)), None).warnings == ()


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.integers(0, 1)), max_size=12))
def test_every_point_that_is_added_is_in_the_picture(added):
    config = network_config(dataset=OWN)
    _, data = data_of(config, *[("add", one) for one in added])
    x0, x1, y0, y1 = data.domain
    assert len(data.x) == len(added)
    assert ((data.x >= [x0, y0]) & (data.x <= [x1, y1])).all()
