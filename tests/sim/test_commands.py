import dataclasses

import pytest

from sim.commands import Configure, Edit, Look, Pause, Play, Seek, Speed, Step, supersedes
from sim.config import Config, Parameters

CONFIG = Config.defaults(Parameters())


@pytest.mark.parametrize("newer", [Configure("a", CONFIG), Look("a", 1), Seek("a", 1)])
def test_the_newer_of_two_neighbours_wins_for_one_owner(newer):
    assert supersedes(newer, newer)
    assert not supersedes(newer, dataclasses.replace(newer, owner="b"))
    assert not supersedes(newer, Edit("a", "x", 1))


@pytest.mark.parametrize("command", [Edit("a", "x", 1), Step("a"), Play("a"), Pause("a"), Speed("a", 1.0)])
def test_nothing_else_is_ever_dropped(command):
    assert not supersedes(command, command)
    assert not supersedes(Configure("a", CONFIG), command)


def test_commands_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Step("a").count = 2
