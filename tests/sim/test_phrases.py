"""Phrases: text that remembers how it was made."""

import pytest

from sim.phrases import Phrase, phrase


def test_a_phrase_is_its_english_text() -> None:
    said = phrase("{right} of {total} right", right=3, total=4)
    assert said == "3 of 4 right"
    assert isinstance(said, str)


def test_a_phrase_remembers_template_and_values() -> None:
    said = phrase("{right} of {total} right", right=3, total=4)
    assert said.template == "{right} of {total} right"
    assert dict(said.values) == {"right": 3, "total": 4}


def test_a_phrase_may_stand_in_a_phrase() -> None:
    inner = phrase("step {step}", step=7)
    assert phrase("{where}: stopped", where=inner) == "step 7: stopped"
    assert isinstance(phrase("{where}", where=inner).values["where"], Phrase)


def test_a_template_with_a_value_that_is_missing_is_refused() -> None:
    with pytest.raises(KeyError):
        phrase("{right} of {total}", right=3)
