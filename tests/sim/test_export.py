"""The table of paths: every number comes back bit by bit, and no text is a formula."""

import csv
import io
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sim.config import Config
from sim.export import DANGEROUS, HEADER, paths_csv, text_cell
from sim.simulations.race import PARAMETERS, RACE
from sim.simulations.race_kernels import COLUMNS, GX, GY, LOSS, X, Y

EVERY = [X, Y, LOSS, GX, GY]
floats = st.floats(allow_nan=True, allow_infinity=True, width=64)


def race_of(records: dict[str, np.ndarray], ends: dict[str, int] | None = None, hand: object = None) -> SimpleNamespace:
    tracks = {
        key: SimpleNamespace(records=table, end=(ends or {}).get(key, len(table) - 1)) for key, table in records.items()
    }
    return SimpleNamespace(tracks=tracks, hand=hand)


def numbers(text: str) -> np.ndarray:
    return np.loadtxt(io.StringIO(text), delimiter=",", skiprows=1, usecols=range(1, 7), ndmin=2)


def same_bits(left: np.ndarray, right: np.ndarray) -> bool:
    """Equal bit by bit, the sign of zero included; one nan is as good as another."""
    nan = np.isnan(left) & np.isnan(right)
    return bool(np.all(nan | (left.view(np.uint64) == right.view(np.uint64))))


@given(arrays(np.float64, (4, COLUMNS), elements=floats))
def test_every_number_comes_back_bit_by_bit(table: np.ndarray) -> None:
    before = table.copy()
    found = numbers(paths_csv(race_of({"adam": table})))
    wanted = table[:, EVERY]
    wanted[0, 3:] = np.nan
    assert same_bits(np.ascontiguousarray(found[:, 1:]), np.ascontiguousarray(wanted))
    assert found[:, 0].tolist() == [0, 1, 2, 3]
    assert same_bits(before, table), "writing changes nothing"


def test_a_real_race_comes_back_bit_by_bit_and_read_only_records_are_no_obstacle() -> None:
    config = Config.defaults(PARAMETERS).replace(steps=30)
    snapshot = RACE.snapshot(config, RACE.init(config), None)
    for track in snapshot.tracks.values():
        track.records.setflags(write=False)
    text = paths_csv(snapshot)
    rows = list(csv.reader(io.StringIO(text)))
    assert tuple(rows[0]) == HEADER
    found = numbers(text)
    for key, track in snapshot.tracks.items():
        mine = found[[row[0] == key for row in rows[1:]]]
        assert mine[:, 0].tolist() == list(range(31))
        assert same_bits(np.ascontiguousarray(mine[1:, 1:]), np.ascontiguousarray(track.records[1:31, EVERY]))
        assert np.isnan(mine[0, 4:]).all()


def test_the_gradient_of_a_row_is_the_one_that_led_there() -> None:
    """SGD: x(t) = x(t - 1) - rate * gradient(t), so the table alone tells the rate."""
    config = Config.defaults(PARAMETERS).replace({"steps": 30, "rate_factor": 1.0, "sgd.learning_rate": 0.0625})
    snapshot = RACE.snapshot(config, RACE.init(config), None)
    found = numbers(paths_csv(SimpleNamespace(tracks={"sgd": snapshot.tracks["sgd"]}, hand=None)))
    np.testing.assert_allclose(found[1:, 1:3] - found[:-1, 1:3], -0.0625 * found[1:, 4:6], rtol=0, atol=1e-12)


def test_the_rows_of_a_racer_end_where_it_flew_off() -> None:
    table = np.arange(10.0 * COLUMNS).reshape(10, COLUMNS)
    table[4:] = np.inf
    found = numbers(paths_csv(race_of({"sgd": table, "adam": table[:2]}, {"sgd": 4})))
    assert found[:, 0].tolist() == [0, 1, 2, 3, 4, 0, 1]


def test_your_own_skier_stands_at_the_end_without_gradients() -> None:
    hand = SimpleNamespace(path=np.array([[1.0, -2.0], [0.1, -0.0]]), losses=np.array([5.0, 4.0]))
    text = paths_csv(race_of({}, hand=hand))
    assert text.splitlines()[1:] == ["you,0,1.0,-2.0,5.0,nan,nan", "you,1,0.1,-0.0,4.0,nan,nan"]


def test_a_race_of_nobody_is_a_header() -> None:
    assert paths_csv(race_of({})) == "optimizer,step,x,y,loss,gradient x,gradient y\n"


@given(st.text(max_size=12))
def test_no_text_is_a_formula_and_every_text_comes_back(words: str) -> None:
    words = words.replace("\0", "")
    read = next(csv.reader(io.StringIO(text_cell(words) + ",1", newline="")), [""])[0]
    assert not read.startswith(DANGEROUS)
    assert read == ("'" + words if words.startswith(DANGEROUS) else words)


@pytest.mark.parametrize("start", DANGEROUS)
def test_each_dangerous_start_is_disarmed(start: str) -> None:
    assert text_cell(start + "1+1").strip('"').startswith("'" + start)


def test_numbers_keep_their_minus() -> None:
    table = np.full((1, COLUMNS), -1.5)
    assert paths_csv(race_of({"-sgd": table})).splitlines()[1] == "'-sgd,0,-1.5,-1.5,-1.5,nan,nan"
