"""A share and what it may be in truth."""

import pytest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.score import Score, interval_words, percent


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "solved, total, words",
    [(276, 400, "69 %"), (0, 400, "0 %"), (1, 400, "< 1 %"), (399, 400, "> 99 %"), (400, 400, "100 %"), (0, 0, "–")],
)
def test_none_and_all_are_said_of_none_and_all_alone(solved: int, total: int, words: str) -> None:
    assert plain(percent(solved, total)) == words


def test_the_words_are_those_of_the_picture() -> None:
    assert plain(interval_words(0.6431, 0.7334)) == "64 to 73 % (95 %)"


def test_an_interval_is_never_rounded_to_none_or_all() -> None:
    assert plain(interval_words(0.0, 0.0038)) == "less than 1 % (95 %)"
    assert plain(interval_words(0.9962, 1.0)) == "more than 99 % (95 %)"
    assert plain(interval_words(0.0, 0.02)) == "0 to 2 % (95 %)"


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
    score.set_share(100, 400, (0.1, 0.9), "solve it")
    image, bar = score.grab().toImage(), score.bar()
    y = round(bar.center().y())
    filled, empty = (image.pixelColor(round(bar.left() + share * bar.width()), y) for share in (0.23, 0.27))
    assert filled == themes.current.color("ink")
    assert empty == themes.current.color("sunk")


def test_it_says_its_share_and_its_interval(score: Score) -> None:
    score.set_share(276, 400, (0.6431, 0.7334), "solve it by epoch 600")
    assert plain(score.small) == "64 to 73 % (95 %)"
    assert "276 of 400 twins solve it by epoch 600" in score.accessibleDescription()


def test_before_any_twin_it_says_so(score: Score) -> None:
    assert score.big == "–"
    assert score.small == "no twins yet"
    assert score.accessibleDescription() == "No twins yet."
    score.set_nothing("getting the twins ready")
    assert score.small == "getting the twins ready"
    assert score.accessibleDescription() == "Getting the twins ready."
    assert not score.grab().toImage().isNull()


def test_a_narrow_place_shows_whole_words(score: Score) -> None:
    score.set_share(276, 400, (0.6431, 0.7334), "solve it by epoch 600", "by epoch 600")
    assert [plain(words) for words in score.fitting(300)] == ["solve it by epoch 600", "64 to 73 % (95 %)"]
    assert [plain(words) for words in score.fitting(90)] == ["by epoch 600", "64 to 73 %"]
