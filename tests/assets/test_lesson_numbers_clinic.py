"""What ails the patients of the clinic, and what its contest comes to: answers that are typed, by their runs."""

from typing import Any

import pytest

from sim.lesson_desk import Desk
from sim.lesson_parts import Action, Step
from sim.lessons import read_lesson
from tests.source_trees import ROOT

LESSON = read_lesson(ROOT / "assets" / "lessons" / "together.md").lesson


FEW = [pytest.param(seed, marks=() if seed < 2 else pytest.mark.long) for seed in range(6)]
"""Seeds; those that the text counts too, and that take long together, in the long tests."""


def step_called(title: str) -> Step:
    assert LESSON is not None
    (step,) = [step for step in LESSON.steps if step.title == title]
    return step


def at(title: str, more: dict[str, Any] | None = None) -> Desk:
    """The beginning of a step."""
    return Desk(step_called(title), 60.0, more)


def after(desk: Desk, *actions: tuple[str, Any]) -> dict[str, float]:
    for kind, value in actions:
        desk.do(Action(kind, value))
    return desk.fields()


@pytest.mark.parametrize("seed", FEW)
def test_the_units_of_patient_a_are_dead(seed: int) -> None:
    desk = at("Patient A", {"seed": seed})
    assert desk.fields()["dead_share"] > 0.93
    assert desk.fields()["loss"] == pytest.approx(2.26, abs=0.09)
    assert after(desk, ("set", {"learning_rate": 1.0}), ("run", 100))["loss"] > 1
    assert after(desk, ("restart", seed), ("run", 100))["loss"] < 0.09


@pytest.mark.parametrize(("arm", "told"), [("tanh", 0.95), ("tanh_glorot", 0.96), ("relu", 0.68)])
def test_other_networks_beside_patient_b(arm: str, told: float) -> None:
    found = after(at("Patient B"), ("set", {f"{arm}.on": True}), ("run", 820))
    assert found[f"accuracy.{arm}"] == pytest.approx(told, abs=0.01)


def test_l2_does_little_for_patient_c_with_half_of_it_ill() -> None:
    found = after(at("Patient C"), ("set", {"b.l2": 0.01}), ("run", 600))
    assert found["A.half_ill"] == pytest.approx(0.77, abs=0.01)
    assert found["B.half_ill"] < 0.85


@pytest.mark.parametrize("change", [{"learning_rate": 1.0}, {"layers": "8"}])
def test_neither_rate_nor_size_heals_patient_d(change: dict[str, Any]) -> None:
    found = after(at("Patient D"), ("set", change), ("run", 200))
    assert found["loss"] == pytest.approx(0.6931, abs=1e-4)
    assert found["accuracy"] == 0.5


CONTEST = [("sgd", 0.03, 6), ("sgd", 0.1, 91), ("adam", 0.001, 0), ("adam", 0.003, 79), ("adam", 0.01, 100)]


@pytest.mark.parametrize(("optimizer", "rate", "told"), CONTEST)
def test_the_contest_is_decided_by_rates(optimizer: str, rate: float, told: int) -> None:
    desk = at("A fair contest", {"optimizer": optimizer, "learning_rate": rate})
    assert after(desk, ("play", True))["twins.solved_count"] == pytest.approx(told, abs=3)


@pytest.mark.parametrize("seed", FEW[:4])
def test_three_hundred_agree_less_on_the_way_down(seed: int) -> None:
    desk = at("Check a sentence", {"seed": seed})
    first = after(desk, ("run", 1))["cosine"]
    later = [after(desk, ("run", steps))["cosine"] for steps in (200, 3, 3, 203)]
    assert first > 0.94
    assert all(0.55 < found < 0.95 for found in later)
