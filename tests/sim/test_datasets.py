"""Every data set of the table: shapes, balance, the same data for the same seed, and where its points must lie."""

import hashlib
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim
from sim.datasets import DATASETS, FEATURES, PEERS_DOMAIN, dataset, domain_around, features, split
from sim.errors import ConfigError

KEYS = tuple(DATASETS)
PEERS = tuple(key for key, entry in DATASETS.items() if entry.peers)


@pytest.mark.parametrize("key", KEYS)
def test_a_set_has_the_shapes_it_says(key: str) -> None:
    entry = DATASETS[key]
    for n in (2, 3, 17, entry.n):
        x, y = dataset(key, n=n)
        assert (x.shape, x.dtype) == ((n, entry.inputs), np.float64)
        assert (y.shape, y.dtype) == ((n, entry.classes if entry.classes > 2 else 1), np.float64)
        assert np.isfinite(x).all()
        assert np.isfinite(y).all()
        if entry.classes:
            assert set(np.unique(y)) <= {0.0, 1.0}
    if entry.classes > 2:
        assert (y.sum(axis=1) == 1.0).all()


@pytest.mark.parametrize("key", KEYS)
def test_an_entry_tells_what_a_learner_must_know(key: str) -> None:
    entry = DATASETS[key]
    assert entry.key == key
    assert entry.title
    assert entry.source
    assert re.search(r"[.?]$", entry.about)
    assert entry.task == ("classes" if entry.classes else "regression")
    x, y = dataset(key)
    x0, x1, y0, y1 = entry.domain
    second = x[:, 1] if entry.inputs > 1 else y[:, 0]
    inside = (x[:, 0] > x0) & (x[:, 0] < x1) & (second > y0) & (second < y1)
    assert inside.mean() > 0.98, "the picture shows nearly all points"


@pytest.mark.parametrize("key", KEYS)
def test_the_seed_decides_everything(key: str) -> None:
    first, again = dataset(key, n=40, noise=0.1, seed=5), dataset(key, n=40, noise=0.1, seed=5)
    other = dataset(key, n=40, noise=0.1, seed=6)
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])
    assert not np.array_equal(first[0], other[0])


@pytest.mark.parametrize("key", [key for key in KEYS if DATASETS[key].classes])
def test_the_classes_are_balanced(key: str) -> None:
    entry = DATASETS[key]
    _, y = dataset(key, n=5040)
    share = y.mean(axis=0)
    wanted = {"and": 1 / 4, "or": 3 / 4, "outliers": 4 / 7}.get(key, 1 / entry.classes)
    assert np.abs(share - wanted).max() < 0.03


def test_the_bits_of_all_sets_are_the_same_on_every_machine() -> None:
    """Written down once. If this fails on some machine, its lessons show other points than everybody else's."""
    digest = hashlib.sha256()
    for key in KEYS:
        for peers in (False, True)[: 1 + (key in PEERS)]:
            for array in dataset(key, n=64, noise=0.1, seed=2026, peers=peers):
                digest.update(array.astype("<f8").tobytes())
    assert digest.hexdigest()[:16] == "c0bddc8d3bf5a62f"


def test_four_examples_of_a_gate_are_its_table() -> None:
    corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
    for key, answers in (("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("xor", [0, 1, 1, 0])):
        x, y = sim.dataset(key)
        assert x.tolist() == corners
        assert y[:, 0].tolist() == answers


def test_corners_are_dealt_in_turn_and_then_displaced() -> None:
    x, y = sim.dataset("xor", n=200, noise=0.1, seed=7)
    assert (x.shape, y.shape) == ((200, 2), (200, 1))
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]] * 50)
    assert np.abs(x - corners).max() < 0.5
    assert 0.09 < (x - corners).std() < 0.11
    assert y[:, 0].tolist() == [0, 1, 1, 0] * 50


@pytest.mark.parametrize("bits", range(2, 9))
def test_parity_asks_whether_the_ones_are_odd(bits: int) -> None:
    x, y = dataset("parity", n=2**bits, bits=bits)
    assert len(np.unique(x, axis=0)) == 2**bits
    assert np.array_equal(y[:, 0], x.sum(axis=1) % 2)


def test_parity_of_two_bits_is_xor() -> None:
    assert np.array_equal(dataset("parity", n=4, bits=2)[0], dataset("xor")[0])
    assert np.array_equal(dataset("parity", n=4, bits=2)[1], dataset("xor")[1])


def test_the_circle_is_a_disc_in_a_ring() -> None:
    x, y = dataset("circle", n=2000, noise=0.0)
    radius = np.hypot(*x.T)
    assert radius[y[:, 0] == 1].max() <= 0.5
    assert 0.7 <= radius[y[:, 0] == 0].min() < radius.max() <= 1.0


def test_the_moons_are_half_circles_about_two_centres() -> None:
    x, y = dataset("moons", n=500, noise=0.0)
    upper, lower = x[y[:, 0] == 0] + [0.5, 0.25], x[y[:, 0] == 1] - [0.5, 0.25]
    for moon, sign in ((upper, 1), (lower, -1)):
        assert np.allclose(np.hypot(*moon.T), 1.0, atol=1e-12)
        assert (sign * moon[:, 1] >= 0).all()


def test_a_curve_is_its_formula() -> None:
    formulas = {
        "sine": lambda x: np.sin(np.pi * x),
        "step": lambda x: np.where(x > 0, 1.0, -1.0),
        "bump": lambda x: np.exp(-16 * x**2),
        "kink": lambda x: 2 * np.abs(x) - 1,
        "waves": lambda x: np.sin(2 * np.pi * x) / 2 + np.sin(5 * np.pi * x) / 4,
    }
    for key, formula in formulas.items():
        x, y = dataset(key, n=300, noise=0.0)
        assert np.allclose(y, formula(x), atol=1e-12), key
        noisy = dataset(key, n=300, noise=0.2)
        assert np.array_equal(x, noisy[0]), "noise displaces the answers, not the inputs"
        assert 0.17 < (noisy[1] - y).std() < 0.23


def test_stripes_and_fields_alternate() -> None:
    x, y = dataset("stripes", n=1000)
    assert np.array_equal(y[:, 0], np.floor(x.sum(axis=1)) % 2)
    x, y = dataset("checkerboard", n=1000)
    assert np.array_equal(y[:, 0], np.floor(2 * x).sum(axis=1) % 2)


def test_the_far_cloud_is_a_seventh_of_its_set() -> None:
    x, y = dataset("outliers", n=70)
    assert int((x[:, 0] > 10).sum()) == 10
    assert (y[x[:, 0] > 10] == 1).all()
    assert int((y == 0).sum()) == 30


@pytest.mark.parametrize("gap", [0.0, 0.023, 0.3, 0.9])
def test_no_point_of_the_parted_disc_is_closer_to_its_cut_than_the_gap(gap: float) -> None:
    x, y = dataset("parted", n=400, gap=gap, seed=3)
    across = (x[:, 0] - x[:, 1]) / np.sqrt(2.0) * np.where(y[:, 0] == 1, 1.0, -1.0)
    assert gap <= across.min() + 1e-12 < gap + 0.02
    assert np.hypot(*x.T).max() <= 1.0 + 1e-12


@pytest.mark.parametrize("gap", [-0.1, 1.0, float("nan"), True, "wide"])
def test_a_gap_that_cannot_be_is_refused(gap: Any) -> None:
    with pytest.raises(ConfigError, match="gap"):
        dataset("parted", gap=gap)


def test_only_the_parted_disc_has_a_gap() -> None:
    with pytest.raises(ConfigError, match="no setting gap"):
        dataset("circle", gap=0.1)


@pytest.mark.parametrize("key", PEERS)
def test_the_form_of_the_peers_lies_in_their_domain(key: str) -> None:
    x, y = dataset(key, n=500, noise=0.0, peers=True)
    assert x.shape == (500, 2)
    if key != "gaussians":
        assert np.abs(x).max() <= PEERS_DOMAIN[1]
    assert not np.array_equal(x, dataset(key, n=500, noise=0.0)[0])
    assert len(np.unique(y)) == (2 if DATASETS[key].classes else 500) or key == "hills"


def test_the_constants_of_the_peers() -> None:
    x, y = dataset("circle", n=4000, noise=0.0, peers=True)
    radius = np.hypot(*x.T)
    assert 2.4 < radius[y[:, 0] == 1].max() <= 2.5
    assert 3.5 <= radius[y[:, 0] == 0].min() < 3.6
    assert 4.9 < radius.max() <= 5.0
    x, y = dataset("xor", n=4000, noise=0.0, peers=True)
    assert 0.3 <= np.abs(x).min() < 0.31
    assert 5.2 < np.abs(x).max() <= 5.3
    assert np.array_equal(y[:, 0], x[:, 0] * x[:, 1] >= 0)
    x, y = dataset("gaussians", n=20_000, noise=0.5, peers=True)
    assert np.allclose(x[y[:, 0] == 1].mean(axis=0), 2.0, atol=0.1)
    assert np.allclose(x[y[:, 0] == 0].var(axis=0), 4.0, atol=0.2)
    x, y = dataset("spiral", n=200, noise=0.0, peers=True)
    turn = 1.75 * 0.5 * 2 * np.pi
    assert np.allclose(x[100], [2.5 * np.sin(turn), 2.5 * np.cos(turn)]), "half way along the arm of class 1"
    assert np.allclose(x[101], -x[100])
    assert y[100, 0] == 1
    x, y = dataset("plane", n=100, noise=0.0, peers=True)
    assert np.allclose(y[:, 0], x.sum(axis=1) / 10)


def test_the_defaults_of_the_peers() -> None:
    x, y = dataset("circle", peers=True, seed=3)
    assert np.array_equal(x, dataset("circle", 500, 0.0, 3, peers=True)[0])
    assert y.shape == (500, 1)


def test_noise_of_the_peers_moves_labels_not_points() -> None:
    quiet, loud = dataset("circle", n=500, noise=0.0, peers=True), dataset("circle", n=500, noise=0.3, peers=True)
    assert np.array_equal(quiet[0], loud[0])
    assert 0.02 < (quiet[1] != loud[1]).mean() < 0.4


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "unknown": ({"key": "xorr"}, "There is no data set 'xorr'. Did you mean 'xor'? There are: and, or, xor,"),
    "no string": ({"key": 3}, "There is no data set 3."),
    "a list": ({"key": ["xor"]}, "There is no data set a value of type list."),
    "none": ({"n": 0}, "n, the number of examples, must be a whole number from 2 to 1\u202f000\u202f000, not 0."),
    "one": ({"n": 1}, "from 2 to 1\u202f000\u202f000, not 1."),
    "negative": ({"n": -5}, "not -5."),
    "huge": ({"n": 10**9}, "not 1000000000."),
    "gigantic": ({"n": 10**400}, "a whole number of more than 60 digits"),
    "a fraction": ({"n": 10.5}, "not 10.5."),
    "a truth": ({"n": True}, "not True."),
    "a word": ({"n": "many"}, "not 'many'."),
    "quieter than silence": ({"noise": -0.1}, "noise must be a number from 0 to 10, not -0.1."),
    "no noise": ({"noise": float("nan")}, "not nan."),
    "all noise": ({"noise": float("inf")}, "not inf."),
    "noise in words": ({"noise": "loud"}, "not 'loud'."),
    "bad seed": ({"seed": -1}, "seed must be a whole number from 0"),
    "seed too long": ({"seed": 1 << 64}, "seed must be"),
    "bits of xor": ({"bits": 3}, "has no setting bits; only parity has."),
    "too many bits": ({"key": "parity", "bits": 9}, "from 2 to 8, not 9."),
    "not the peers'": ({"key": "moons", "peers": True}, "TensorFlow Playground has no data set 'moons'; it has: xor,"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_is_refused_in_one_sentence(case: str) -> None:
    arguments, sentence = BAD[case]
    with pytest.raises(ConfigError) as refusal:
        dataset(**{"key": "xor", **arguments})
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


@given(
    points=st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9)), min_size=1, max_size=9),
)
def test_a_domain_holds_all_points_with_room_around(points: list[tuple[float, float]]) -> None:
    x = np.array(points)
    for first, second, box in (
        (x[:, 0], x[:, 1], domain_around(x, x)),
        (x[:, 0], x[:, 1], domain_around(x[:, :1], x[:, 1:])),
    ):
        assert box[0] < first.min() <= first.max() < box[1]
        assert box[2] < second.min() <= second.max() < box[3]


@given(n=st.integers(1, 500), share=st.floats(0, 0.99), seed=st.integers(0, 2**64 - 1))
def test_a_split_deals_every_row_once(n: int, share: float, seed: int) -> None:
    train, test = split(n, share, seed)
    assert np.array_equal(np.sort(np.concatenate([train, test])), np.arange(n))
    assert len(train) >= 1
    assert abs(len(test) - share * n) <= 1


def test_a_split_follows_its_seed() -> None:
    assert np.array_equal(split(100, 0.3, 1)[1], split(100, 0.3, 1)[1])
    assert not np.array_equal(split(100, 0.3, 1)[1], split(100, 0.3, 2)[1])
    with pytest.raises(ConfigError, match="share of test examples must be"):
        split(100, 1.0)


def test_features_are_what_their_names_say() -> None:
    x, _ = dataset("gaussians", n=50)
    a, b = x.T
    wanted = [a, b, a * a, b * b, a * b, np.sin(a), np.sin(b), np.sin(np.pi * a), np.sin(np.pi * b)]
    found = features(x, tuple(FEATURES))
    assert found.shape == (50, 9)
    assert np.allclose(found, np.stack(wanted, axis=1), atol=1e-13)
    assert np.array_equal(features(x), x), "nothing hidden is done to the plain inputs"


def test_a_feature_that_cannot_be_is_refused() -> None:
    x, _ = dataset("sine")
    assert features(x, ("x1", "sin_x1")).shape == (60, 2)
    for names, sentence in (
        (("x2",), "'x2' needs two inputs"),
        (("x3",), "There is no input feature 'x3'"),
        ((), "at least one input feature"),
    ):
        with pytest.raises(ConfigError, match=sentence):
            features(x, names)
    with pytest.raises(ConfigError, match="these data have 3"):
        features(dataset("parity")[0], ("x1",))
