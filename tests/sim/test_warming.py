"""The process that compiles: what it says is heard, and it never outlives the engine."""

import sys
import time
from dataclasses import replace

from sim.commands import Open, Play
from sim.config import Config
from sim.engine import Engine
from sim.warming import Warming
from tests.sim.simulations_for_tests import WALK

PATIENCE = 20.0
TALKER = """
import time
for word in ("one", "two"):
    print(word, flush=True)
    time.sleep(0.2)
time.sleep(60)
"""


def wait_for(condition) -> None:
    limit = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < limit:
        time.sleep(0.005)
    assert condition()


def talker() -> Warming:
    return Warming((sys.executable, "-c", TALKER))


def test_it_hears_what_is_there_and_ends_when_it_is_told_to():
    warming = talker()
    assert not warming.busy
    assert not warming.has("one")
    warming.begin()
    warming.begin()
    wait_for(lambda: warming.has("one"))
    wait_for(lambda: warming.has("two"))
    assert warming.busy
    assert warming.has("one")
    assert not warming.has("three")
    warming.end()
    assert not warming.busy
    assert not warming.has("one")
    warming.end()


def test_where_no_process_can_be_started_nothing_is_waited_for():
    warming = Warming(("/no/such/program",))
    warming.begin()
    assert not warming.busy
    warming.end()


def test_a_run_plays_while_another_process_compiles_and_loads_what_is_there():
    done: list[str] = []

    def slow() -> None:
        done.append("zero")
        time.sleep(1.05)

    prepare = (("zero", slow), *((label, lambda label=label: done.append(label)) for label in ("one", "two", "three")))
    warming = talker()
    engine = Engine({"walk": replace(WALK, prepare=prepare, needs=lambda config: ("zero",))}, warming=warming)
    engine.start()
    try:
        engine.send(Open("race", "walk", Config.defaults(WALK.parameters)))
        engine.send(Play("race"))
        wait_for(lambda: engine.mailbox.unread and warming.has("two"))
        engine._next_beside = 0.0
        wait_for(lambda: engine._preparation.status.ready >= 2)
        engine._next_beside = 0.0
        wait_for(lambda: engine._preparation.status.ready == 3)
        assert done == ["zero", "one", "two"]
        warming.end()
        engine._next_beside = 0.0
        wait_for(lambda: engine._preparation.status.ready == 4)
    finally:
        assert engine.stop(2.0)
    assert not warming.busy
