"""The tasks of the lab, how quickly they are graded, what a slider of prices gives, and the examples to choose."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.digits import digits, shuffled_writers, unseen_writers
from sim.errors import ConfigError
from sim.lab_data import FEATURES, MAKERS, MATTER, Examples, examples_of, rate_of_table
from sim.lab_marks import gauge_of, marks_of
from sim.lab_notes import RECORDS, LabNotes
from sim.lab_price import LEAST, Price
from sim.lab_two import least
from sim.network import Network
from sim.network_training import evaluate, lay_out
from sim.simulations.lab_config import ARM_KEYS, KEYS, PARAMETERS, arm_key, arrange, read_hidden, read_rates
from sim.simulations.lab_presets import OWN, PRESETS, values_of
from tests.sim.labs_for_tests import DEFAULTS, example


def made(key: str, n: int = 40, noise: float = 0.3, label_noise: float = 0.0, seed: int = 3) -> Examples:
    return examples_of(key, n, noise, label_noise, seed)


@pytest.mark.parametrize("key", MAKERS)
def test_a_task_has_what_was_asked_for_and_a_test_of_the_same_kind(key: str) -> None:
    examples = made(key)
    assert examples.x.shape[0] == len(examples.answers) == 40
    assert examples.test_x.shape[1] == examples.x.shape[1]
    assert len(examples.test_x) == len(examples.test_answers) >= 400


@pytest.mark.parametrize("key", ["moons", "curve", "sparse"])
def test_more_examples_begin_with_those_of_fewer(key: str) -> None:
    assert made(key, 60).x[:40].tolist() == made(key, 40).x.tolist()


def test_nothing_of_the_test_is_learned_from() -> None:
    for split in ("shuffled", "unseen"):
        examples = examples_of("digits", 1297, 0.0, 0.0, 0, split)
        learned = {row.tobytes() for row in examples.x}
        tested = [row.tobytes() in learned for row in examples.test_x]
        assert sum(tested) <= 2


def test_the_two_tests_of_digits_are_those_of_the_two_splits() -> None:
    shuffled, unseen = shuffled_writers()[1], unseen_writers()[1]
    labels = digits()[1]
    assert made("digits").test_answers.tolist() == labels[shuffled].tolist()
    assert examples_of("digits", 40, 0.0, 0.0, 0, "unseen").test_answers.tolist() == labels[unseen].tolist()


def test_ten_features_of_the_table_matter() -> None:
    examples = made("sparse", 80, 0.0)
    assert examples.x.shape == (80, FEATURES)
    truth = examples.truth_weights
    assert np.flatnonzero(truth).tolist() == list(range(MATTER))
    assert np.all((np.abs(truth[:MATTER]) >= 1.0) & (np.abs(truth[:MATTER]) <= 2.0))
    assert examples.answers == pytest.approx(examples.x @ truth)
    assert abs(float(examples.x.mean())) < 0.05
    assert float(examples.x.std()) == pytest.approx(1.0, abs=0.05)


def test_the_rate_of_the_table_is_one_over_its_largest_curvature() -> None:
    examples = made("sparse", 80, 0.5, seed=0)
    padded = np.hstack([examples.x, np.ones((80, 1))])
    assert rate_of_table(80, 0.5, 0) == pytest.approx(1.0 / np.linalg.eigvalsh(padded.T @ padded / 80).max(), rel=1e-3)


def test_shuffled_labels_are_the_same_labels_and_the_test_tells_the_truth() -> None:
    true, shuffled = made("digits", 400, 0.0), made("digits", 400, 0.0, 1.0)
    assert shuffled.wrong.all()
    assert sorted(shuffled.answers) == sorted(true.answers)
    assert np.mean(shuffled.answers == true.answers) < 0.2
    assert shuffled.test_answers.tolist() == true.test_answers.tolist()


def test_whoever_is_mislabelled_at_a_small_share_is_at_a_larger_one() -> None:
    few, many = made("moons", label_noise=0.2).wrong, made("moons", label_noise=0.6).wrong
    assert 0 < few.sum() < many.sum()
    assert np.all(many[few])


def test_there_is_no_other_task() -> None:
    with pytest.raises(ConfigError, match="task"):
        made("cats")


# Marks and notes


@pytest.mark.parametrize(
    "layers, output, loss", [((3, 5, 1), "sigmoid", "cross_entropy"), ((3, 5, 4), "softmax", "cross_entropy"),
                             ((3, 1), "linear", "squared_error")],
)  # fmt: skip
def test_marks_are_those_of_the_network_in_float64(layers: tuple[int, ...], output: str, loss: str) -> None:
    network, random = Network(layers, "tanh", output, loss, seed=2), np.random.default_rng(0)
    x, labels = random.normal(size=(70, 3)), random.integers(0, max(layers[-1], 2), 70)
    y = np.eye(layers[-1])[labels] if layers[-1] > 1 else labels[:, None].astype(float)
    losses, units = evaluate(network.plan, loss, network.parameters, lay_out(x, y))
    marks = marks_of(gauge_of(network.plan, loss, x, y), network.parameters)
    assert marks.losses == pytest.approx(losses, abs=1e-5)
    assert marks.outputs == pytest.approx(units[-layers[-1] :].T, abs=1e-5)


def test_a_probability_too_small_for_float32_is_no_infinite_loss() -> None:
    network = Network((1, 2), "tanh", "softmax", "cross_entropy")
    network.weights[0][:] = [[200.0, -200.0]]
    marks = marks_of(gauge_of(network.plan, "cross_entropy", [[1.0]], [[0.0, 1.0]]), network.parameters)
    assert marks.losses[0] == pytest.approx(400.0)


def test_notes_thin_to_every_second_epoch_where_they_are_full() -> None:
    notes = LabNotes()
    for epoch in range(RECORDS + 10):
        if epoch == notes.next_after(epoch - 1) or not epoch:
            notes.note(epoch, 3 * epoch, (float(epoch),) * 6)
    clocks, values = notes.seen()
    assert notes.stride == 2
    assert clocks[0].tolist() == list(range(0, RECORDS + 10, 2))
    assert clocks[1].tolist() == (3 * clocks[0]).tolist()
    assert values[0].tolist() == clocks[0].tolist()


# Two weights


@pytest.mark.parametrize("l1, l2", [(0.0, 0.0), (0.2, 0.0), (0.0, 0.7), (0.4, 0.5), (5.0, 0.1)])
@pytest.mark.parametrize("optimum, curvature", [(1.0, 1.0), (-0.3, 2.5), (0.0, 1.0)])
def test_no_other_weight_costs_less(optimum: float, curvature: float, l1: float, l2: float) -> None:
    places = np.linspace(-2.0, 2.0, 4001)
    cost = curvature * (places - optimum) ** 2 / 2 + l1 * np.abs(places) + l2 * places**2 / 2
    assert least(optimum, curvature, l1, l2) == pytest.approx(places[np.argmin(cost)], abs=1e-3)


# Settings

PRICE = Price("l1", "L1", 0.0, 10.0, 0.0)


def test_the_slider_of_a_price_has_nothing_at_its_left_end_and_all_at_its_right() -> None:
    assert (PRICE.at(0.0), PRICE.at(0.02), PRICE.at(1.0)) == (0.0, 0.0, 10.0)
    assert PRICE.at(0.031) == pytest.approx(LEAST, rel=0.05)


@given(st.floats(LEAST, 10.0))
def test_a_price_lies_where_the_slider_gives_it(value: float) -> None:
    assert PRICE.at(PRICE.position(value)) == pytest.approx(value)


@pytest.mark.parametrize("value, text", [(0.0, "0"), (0.0001, "0.0001"), (0.003, "0.003"), (10.0, "10")])
def test_a_price_is_written_so_that_it_can_be_told_from_others(value: float, text: str) -> None:
    assert float(PRICE.parse(PRICE.format(value))) == value
    assert PRICE.format(value).rstrip("0").rstrip(".") in (text, text.rstrip("0").rstrip("."))


@pytest.mark.parametrize("text", ["0", "300", "4 x", "1 2 3 4 5 6 7", "-3"])
def test_layers_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_hidden(text)


@pytest.mark.parametrize("text", ["1", "0.5 x", "-0.1", "nan", "0 0 0 0 0 0 0"])
def test_dropout_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_rates(text)


def test_an_example_leaves_nothing_of_another() -> None:
    first = example("momentum")
    assert arrange(first.replace(preset="digits_200"), "preset") == example("digits_200")


@pytest.mark.parametrize("preset", PRESETS)
def test_every_example_sets_every_arm(preset: str) -> None:
    values = values_of(preset)
    assert {arm_key(arm, key) for arm in KEYS for key in ARM_KEYS} <= set(values)
    assert all(key in PARAMETERS for key in values)


def test_another_task_is_no_example_any_more() -> None:
    config = arrange(example("digits_200").replace(n_train=300), "n_train")
    assert config["preset"] == OWN
    assert arrange(config.replace({"b.l2": 0.1}), "b.l2")["n_train"] == 300


def test_other_data_bring_what_suits_them_and_leave_the_penalties() -> None:
    config = arrange(DEFAULTS.replace({"dataset": "digits", "b.l2": 0.5}), "dataset")
    assert (config["layers"], config["n_train"], config["b.l2"], config["a.batch"]) == ("128 128", 200, 0.5, 20)


def test_the_rate_follows_the_table() -> None:
    config = arrange(example("sparse").replace(data_seed=4), "data_seed")
    assert config["b.learning_rate"] == rate_of_table(80, 0.5, 4)
