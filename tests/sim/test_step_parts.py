"""The parts of a step are those of the race: they add up to its records, in both orders and for every optimizer."""

import math
import re

import numpy as np
import pytest

from sim.config import Config
from sim.numerals import read_number
from sim.optimizers import OPTIMIZERS
from sim.schedules import schedule_constants
from sim.simulations.race import PARAMETERS, Track, arrange, init
from sim.simulations.race_kernels import GX, GY, MX, MY, PX, PY, VX, VY
from sim.step_parts import ORDERS, PHASES, StepParts, plus, step_parts, words

STEPS = (1, 2, 5, 40)
ROUNDING = 1e-14
"""The compiler joins a product and a sum into one operation, which rounds once instead of twice."""


def parts_of(
    key: str, step: int, order: str = ORDERS[0], surface: str = "beale", **values: object
) -> tuple[StepParts, Track]:
    config = arrange(Config(PARAMETERS, surface=surface), "surface").replace({"steps": 60, **values})
    state = init(config)
    hyper = state.hypers[key]
    constants = schedule_constants(config, key, hyper)
    return step_parts(key, state.tracks[key].records, hyper, constants, step, order), state.tracks[key]


def test_every_optimizer_can_be_told() -> None:
    assert tuple(PHASES) == tuple(OPTIMIZERS)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_parts_are_the_numbers_of_the_race(key: str, step: int) -> None:
    parts, track = parts_of(key, step, noise=0.3)
    assert parts.start == tuple(track.path[step - 1])
    assert parts.end == tuple(track.path[step])
    row = track.records[step]
    assert parts.gradient == (row[GX], row[GY])
    assert parts.asked == (row[PX], row[PY])
    assert parts.squares == (row[VX], row[VY])


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("schedule", ["constant", "sutskever", "drawn"])
@pytest.mark.parametrize("key", ["sgd", "momentum", "nesterov"])
def test_jump_and_slope_are_the_step_up_to_one_rounding(key: str, schedule: str, step: int) -> None:
    parts, track = parts_of(key, step, momentum_schedule=schedule)
    velocity = plus(parts.jump, parts.slope)
    assert plus(parts.start, velocity) == pytest.approx(parts.end, rel=ROUNDING, abs=ROUNDING)
    if key != "sgd":
        recorded = (track.records[step, MX], track.records[step, MY])
        assert velocity == pytest.approx(recorded, rel=ROUNDING, abs=ROUNDING)


@pytest.mark.parametrize("step", STEPS)
def test_both_orders_of_momentum_have_one_end(step: int) -> None:
    first, _ = parts_of("momentum", step, ORDERS[0])
    second, _ = parts_of("momentum", step, ORDERS[1])
    assert first.end == second.end
    assert first.phases[2].arrows[0][1] == second.phases[2].arrows[0][1] == first.end
    assert [phase.arrows[0][2] for phase in first.phases] == ["grad", "grad", "vel", "vel"]
    assert [phase.arrows[0][2] for phase in second.phases] == ["grad", "vel", "grad", "vel"]


@pytest.mark.parametrize("step", STEPS)
def test_nesterov_reads_the_slope_where_its_jump_lands(step: int) -> None:
    parts, _ = parts_of("nesterov", step)
    assert plus(parts.start, parts.jump) == pytest.approx(parts.asked, rel=ROUNDING, abs=ROUNDING)
    assert parts.phases[0].arrows[0][:2] == (parts.start, parts.asked)
    assert all(arrow[0] == parts.asked for phase in parts.phases[1:3] for arrow in phase.arrows)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_last_arrow_ends_where_the_step_ends_and_its_caption_has_the_numbers(key: str, step: int) -> None:
    parts, _ = parts_of(key, step)
    last = parts.phases[-1]
    assert last.arrows[-1][:2] == (parts.start, parts.end)
    move = (parts.end[0] - parts.start[0], parts.end[1] - parts.start[1])
    printed = [read_number(text) for text in re.findall(r"\(([^,()]+), ([^()]+)\)\.", last.caption)[-1]]
    np.testing.assert_allclose(printed, move, rtol=6e-3, atol=1e-12)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_captions_are_sentences_in_the_present_tense_with_numbers(key: str) -> None:
    for order in ORDERS:
        parts, _ = parts_of(key, 3, order)
        assert 2 <= len(parts.phases) <= 4
        for phase in parts.phases:
            assert phase.caption.endswith(".")
            assert len(phase.caption) <= 110
            assert re.search(r"\d", phase.caption)
            assert phase.arrows
            assert re.match(r"[A-Z][a-z]+s |Both", phase.caption)


@pytest.mark.parametrize("key", ["adagrad", "adadelta", "rmsprop", "adam"])
def test_arrows_without_a_length_point_downhill_and_are_as_long_as_the_step(key: str) -> None:
    parts, _ = parts_of(key, 4)
    origin, tip, _, _ = parts.phases[0].arrows[0]
    arrow = np.subtract(tip, origin)
    slope = -np.array(parts.gradient)
    assert arrow @ slope == pytest.approx(np.linalg.norm(arrow) * np.linalg.norm(slope))
    assert np.linalg.norm(arrow) == pytest.approx(math.dist(parts.start, parts.end))


def test_the_first_step_of_adagrad_has_the_learning_rate_in_both_coordinates() -> None:
    """Duchi et al. 2011: from s = 0 the first step is rate g / |g|."""
    parts, _ = parts_of("adagrad", 1, **{"adagrad.learning_rate": 0.25})
    assert tuple(abs(part) for part in parts.slope) == pytest.approx((0.25, 0.25))
    assert parts.squares == pytest.approx(tuple(part * part for part in parts.gradient))


def test_a_step_into_nothing_is_told_without_a_complaint() -> None:
    """The step after which nothing is finite: numbers that are none are written as words."""
    _, track = parts_of("sgd", 1, surface="zigzag_bowl", **{"sgd.learning_rate": 50.0})
    assert track.flew
    records = track.records.copy()
    records[2] = np.nan
    parts = step_parts("adam", records, np.array([0.1, 0.9, 0.999, 1e-8]), np.ones((60, 3)), 2)
    assert "not a number" in parts.phases[-1].caption


def test_a_pair_is_printed_with_true_minus_signs() -> None:
    assert words((0.02, -1.3)) == "(0.0200, −1.30)"
