"""A share and what it may be in truth."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.score import NORMAL_95, Score, interval_words, percent, wilson

# Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (score, no continuity correction).
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("solved, total, low, high", NEWCOMBE)
def test_the_interval_is_the_published_one(solved: int, total: int, low: float, high: float) -> None:
    assert wilson(solved, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_at_both_ends_the_share_lies_as_many_standard_errors_away(total: int, part: float) -> None:
    solved = round(part * total)
    for end in wilson(solved, total):
        if 0 < end < 1:
            errors = abs(solved / total - end) / math.sqrt(end * (1 - end) / total)
            assert errors == pytest.approx(NORMAL_95, rel=1e-6)


@pytest.mark.parametrize(
    "solved, total, words",
    [(276, 400, "69 %"), (0, 400, "0 %"), (1, 400, "< 1 %"), (399, 400, "> 99 %"), (400, 400, "100 %"), (0, 0, "–")],
)
def test_none_and_all_are_said_of_none_and_all_alone(solved: int, total: int, words: str) -> None:
    assert plain(percent(solved, total)) == words


def test_the_words_are_those_of_the_picture() -> None:
    assert plain(interval_words(*wilson(276, 400))) == "64 to 73 % (95 %)"


@pytest.fixture
def score(qtbot: QtBot, themes: ThemeHolder) -> Score:
    made = Score(themes)
    qtbot.addWidget(made)
    made.resize(360, made.sizeHint().height())
    made.show()
    return made


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_bar_is_as_long_as_the_share(score: Score, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    score.set_share(100, 400, "solve it", (0.1, 0.9))
    image, bar = score.grab().toImage(), score.bar()
    y = round(bar.center().y())
    filled, empty = (image.pixelColor(round(bar.left() + share * bar.width()), y) for share in (0.2, 0.5))
    assert filled == themes.current.color("ink")
    assert empty == themes.current.color("sunk")


def test_a_better_known_interval_is_believed(score: Score) -> None:
    score.set_share(276, 400, "solve it by epoch 600", (0.5, 0.75))
    assert plain(score.small) == "50 to 75 % (95 %)"
    assert "276 of 400 twins solve it by epoch 600" in score.accessibleDescription()


def test_before_any_twin_it_says_so(score: Score) -> None:
    assert score.big == "–"
    assert score.small == "no twins yet"
    assert score.accessibleDescription() == "No twins have run yet."
    assert not score.grab().toImage().isNull()
