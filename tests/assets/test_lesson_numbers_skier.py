"""The numbers that lessons tell beside the goals of their steps on the skier, by the runs they come from."""

from typing import Any

import numpy as np
import pytest

from sim.lesson_check import runs_mistakes
from sim.lesson_desk import Desk
from sim.lesson_parts import Action, Step
from sim.lessons import read_lesson
from tests.source_trees import ROOT

STARTS = range(10)


def desk_of(**setup: Any) -> Desk:
    return Desk(Step("t", "t", "skier", 1, setup=setup), 60.0)


def ran(steps: int, **setup: Any) -> dict[str, float]:
    desk = desk_of(**setup)
    desk.do(Action("run", steps))
    return desk.fields()


@pytest.mark.parametrize(("passes", "told"), [(2, 0.80), (8, 0.23), (30, 0.0)])
def test_what_is_left_of_the_other_classes(passes: int, told: float) -> None:
    fields = ran(passes * 5, view="one_class", chosen=8)
    assert fields["epoch"] == passes
    assert fields["class_accuracy.others"] == pytest.approx(told, abs=0.005)


@pytest.mark.parametrize(
    ("updates", "told"),
    [(0, {"8": 0.48, "32": 0.74, "128": 0.92, "512": 0.985}), (205, {"8": 0.21, "32": 0.39, "128": 0.68, "512": 0.92})],
)
def test_how_well_glances_agree(updates: int, told: dict[str, float]) -> None:
    desk = desk_of(view="cone")
    if updates:
        desk.do(Action("run", updates))
    for size in told:
        desk.do(Action("set", {"batch": int(size)}))
    fields = desk.fields()
    assert {size: fields[f"cosine.{size}"] for size in told} == pytest.approx(told, abs=0.006)


@pytest.mark.parametrize("seed", range(5))
def test_a_glance_at_128_agrees_by_nine_tenths_in_other_starts(seed: int) -> None:
    desk = desk_of(view="cone", seed=seed)
    desk.do(Action("set", {"batch": 128}))
    assert 0.88 <= desk.fields()["cosine"] <= 0.94


@pytest.mark.parametrize(("steps", "told"), [(0, 0.57), (100, 1.01)])
def test_the_limit_moves_as_the_network_does(steps: int, told: float) -> None:
    desk = desk_of(view="catapult", ground="digits", learning_rate=1.0)
    if steps == 0:
        desk.do(Action("set", {"momentum": 0.0}))
    else:
        desk.do(Action("run", steps))
    assert desk.fields()["rate_bound"] == pytest.approx(told, abs=0.01)


@pytest.mark.long
@pytest.mark.parametrize(("rate", "low", "high"), [(1.0, 0.0765, 0.0895), (3.0, 2.245, 2.305)])
def test_where_ten_starts_end_on_the_catapult(rate: float, low: float, high: float) -> None:
    ends = [ran(100, view="catapult", ground="digits", learning_rate=rate, seed=seed)["loss"] for seed in STARTS]
    assert low <= min(ends) <= max(ends) <= high


@pytest.mark.long
@pytest.mark.parametrize(
    ("rate", "told"),
    [
        (0.03, {"nine": 0.972, "warm": 0.968, "ramp": 0.90, "heavy": 0.56}),
        (0.1, {"nine": 0.966, "heavy": 0.11, "ramp": 0.13}),
        (0.003, {"heavy": 0.954, "ramp": 0.936, "nine": 0.928}),
    ],
)
def test_ten_starts_with_momentum_loaded_in_other_ways(rate: float, told: dict[str, float]) -> None:
    runs = [ran(410, view="ramp", learning_rate=rate, seed=seed) for seed in STARTS]
    means = {key: float(np.mean([run[f"accuracy.{key}"] for run in runs])) for key in told}
    assert means == pytest.approx(told, abs=0.006)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_lies_are_known_by_heart_in_other_starts(seed: int) -> None:
    fields = ran(300, view="lies", seed=seed)
    assert fields["accuracy.train"] == 1
    assert 0.07 < fields["accuracy.test"] < 0.1


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
def test_passes_that_six_starts_need(seed: int) -> None:
    desk = desk_of(view="glances", seed=seed)
    desk.do(Action("play", None))
    fields = desk.fields()
    told = {"1": (1.1, 3.2), "8": (2.1, 3.2), "32": (2.9, 4.5), "128": (9, 10.1), "full": (64, 73)}
    assert all(low <= fields[f"epochs_to_target.{size}"] <= high for size, (low, high) in told.items())


def test_a_step_that_claims_more_runs_than_the_valleys_make_is_a_mistake() -> None:
    lesson = read_lesson(ROOT / "assets" / "lessons" / "sgd.md").lesson
    assert lesson is not None
    (valleys,) = (step for step in lesson.steps if step.title == "Many valleys")
    fewer = desk_of(view="valleys")
    assert "only 0 are made" in dict(runs_mistakes(valleys, fewer))[valleys.line]
