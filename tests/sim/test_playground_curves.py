import numpy as np
import pytest

from sim.simulations.playground_curves import RECORDS, Notes


def noted(last: int) -> Notes:
    """Notes of a run up to an epoch, each telling its epoch."""
    notes, epoch = Notes(), 0
    while epoch <= last:
        notes.note(epoch, (float(epoch), 0.0, 0.0, 0.0))
        epoch = notes.next_after(epoch)
    return notes


@pytest.mark.parametrize("last", [0, 511, 512, 513, 5000, 1_000_000])
def test_notes_are_evenly_spread_few_and_true(last):
    seen = noted(last).seen()
    assert np.array_equal(seen.epochs, seen.loss)
    assert len(np.unique(np.diff(seen.epochs))) <= 1
    assert len(seen.epochs) <= RECORDS
    assert last - seen.epochs[-1] < max(np.diff(seen.epochs), default=1)
    assert seen.epochs[0] == 0


def test_the_same_object_is_shown_until_another_note_is_made():
    notes = noted(10)
    seen = notes.seen()
    assert notes.seen() is seen
    notes.note(11, (0.0, 0.0, 0.0, 0.0))
    assert notes.seen() is not seen
    assert len(seen.epochs) == 11


def test_a_copy_goes_on_by_itself():
    notes = noted(10)
    copy = notes.clone()
    copy.note(11, (0.0, 0.0, 0.0, 0.0))
    assert (notes.count, copy.count) == (11, 12)
