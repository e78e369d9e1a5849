from dataclasses import dataclass

import numpy as np
import pytest

from sim.mailbox import Frame, Mailbox, Status, read_only


def frame(step: int) -> Frame:
    return Frame("race", None, None, step, None, False, 1.0, 0, None, Status())


def test_a_frame_is_taken_once_and_the_newest_wins():
    mailbox = Mailbox()
    assert mailbox.take() is None
    mailbox.put(frame(1))
    mailbox.put(frame(2))
    assert mailbox.unread
    assert mailbox.take().step == 2
    assert not mailbox.unread
    assert mailbox.take() is None


@dataclass(frozen=True)
class Picture:
    field: np.ndarray
    paths: dict[str, np.ndarray]
    pairs: tuple[np.ndarray, list[np.ndarray]]
    title: str = "saddle"


def test_every_array_in_a_snapshot_becomes_read_only():
    a, b, c, d = (np.zeros(3) for _ in range(4))
    read_only(Picture(a, {"sgd": b}, (c, [d])))
    for array in (a, b, c, d):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0


def test_a_snapshot_that_contains_itself_is_no_trap():
    endless = [np.zeros(2)]
    endless.append(endless)
    read_only(endless)
    assert not endless[0].flags.writeable
