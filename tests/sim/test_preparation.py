import gc
import sys
from dataclasses import replace

import pytest

from sim.preparation import SWITCH_INTERVAL, Preparation, in_one_line, undisturbed
from tests.sim.simulations_for_tests import CURVE, WALK


@pytest.fixture(autouse=True)
def _thawed():
    """Other tests count what is alive."""
    yield
    gc.unfreeze()


def test_while_preparing_the_collector_rests_and_all_is_as_before_after_a_failure():
    seen = []

    def fail():
        seen.append((gc.isenabled(), sys.getswitchinterval()))
        raise RuntimeError("no registers left")

    before = gc.isenabled(), sys.getswitchinterval()
    preparation = Preparation({"walk": replace(WALK, prepare=(("walk kernel", fail),))})
    problem = preparation.run(preparation.next())
    assert seen == [(False, pytest.approx(SWITCH_INTERVAL))]
    assert (gc.isenabled(), sys.getswitchinterval()) == before
    assert gc.get_freeze_count() > 0
    assert "walk kernel" in problem.title
    assert problem.reason == "RuntimeError: no registers left."
    assert preparation.next() is None


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_run_needs_is_prepared_first_and_what_is_shared_once():
    called = []
    shared, own, other = (lambda name=name: called.append(name) for name in ("shared", "own", "other"))
    preparation = Preparation(
        {
            "walk": replace(WALK, prepare=(("shared", shared), ("own", own))),
            "curve": replace(CURVE, prepare=(("other", other), ("shared", shared))),
        }
    )
    assert preparation.status.total == 3
    while (entry := preparation.needed("curve", ("other", "shared"))) is not None:
        preparation.run(entry)
    assert sorted(called) == ["other", "shared"]
    assert preparation.needed("walk", ("shared",)) is None
    assert preparation.next().label == "own"
    assert preparation.status.ready == 2


def test_what_can_wait_comes_behind_what_others_need():
    nothing = [lambda: None for _ in range(3)]
    preparation = Preparation(
        {
            "walk": replace(WALK, prepare=(("walk", nothing[0]),), prepare_later=(("later", nothing[1]),)),
            "curve": replace(CURVE, prepare=(("curve", nothing[2]),)),
        }
    )
    labels = []
    while (entry := preparation.next()) is not None:
        labels.append(entry.label)
        preparation.run(entry)
    assert labels == ["walk", "curve", "later"]


def test_the_status_names_the_target_the_reason_and_the_lanes():
    preparation = Preparation({}, probe=lambda: ("cuda", "", "128 x float32"))
    preparation.begin()
    assert (preparation.status.target, preparation.status.lanes) == ("cuda", "128 x float32")


def test_a_failing_probe_means_the_processor_and_says_why():
    def probe():
        raise OSError("libcuda.so.1 is missing\nand much more")

    preparation = Preparation({}, probe)
    preparation.begin()
    assert preparation.status.target == "cpu"
    assert "libcuda.so.1 is missing" in preparation.status.why
    assert "much more" not in preparation.status.why


def test_an_exception_is_told_in_one_short_line():
    assert in_one_line(ValueError("a\nb")) == "ValueError: a"
    assert in_one_line(KeyError()) == "KeyError"
    assert len(in_one_line(ValueError("x" * 1000))) == 200
