"""A guess and what happened: as texts that progress can store and read again, and side by side in words.

Facts first, then what such a guess is often built on; never a grade.
"""

from __future__ import annotations

from math import isnan

from sim.lesson_page import Guess
from sim.lesson_parts import Prediction
from sim.numerals import read_number, write_short
from sim.phrases import phrase

RIGHT, OTHER = "right", "other"
PARTED = "; "
BORDER = 3
SHOWN_DIGITS = 4


def fits(predict: Prediction, guess: Guess) -> bool:
    """Whether it can be a guess of this kind."""
    if predict.kind == "choice":
        return isinstance(guess, float | int) and float(guess).is_integer() and 1 <= guess <= len(predict.options)
    if predict.kind == "number":
        return isinstance(guess, float | int) and not isnan(guess) and abs(guess) <= 1e15
    wanted = BORDER if predict.kind == "line" else len(predict.answer.values)
    return isinstance(guess, tuple) and len(guess) == wanted and all(abs(value) <= 1e15 for value in guess)


def written(predict: Prediction, guess: Guess | None, digits: int = 12) -> str:
    """The guess, or an answer, as text; "" for none."""
    if guess is None:
        return ""
    if isinstance(guess, tuple):
        return PARTED.join(write_short(value, digits) for value in guess)
    if predict.kind == "choice":
        return predict.options[int(guess) - 1].text
    return write_short(guess, digits)


def read_back(predict: Prediction, text: str) -> Guess | None:
    """What `written` wrote; None where the lesson has changed since."""
    if not text:
        return None
    if predict.kind == "choice":
        texts = [option.text for option in predict.options]
        return texts.index(text) + 1.0 if text in texts else None
    try:
        numbers = tuple(read_number(part) for part in text.split(PARTED.strip()))
    except ValueError:
        return None
    guess = numbers[0] if predict.kind == "number" and len(numbers) == 1 else numbers
    return guess if fits(predict, guess) else None


def is_right(predict: Prediction, guess: Guess, answer: Guess) -> bool:
    """Whether the guess is the answer, as near as the lesson asks."""
    if isinstance(guess, tuple) or isinstance(answer, tuple):
        return False
    return abs(guess - answer) <= max(predict.tolerance, 1e-9 * max(1.0, abs(answer)))


def outcome_of(predict: Prediction, guess: Guess | None, answer: Guess | None) -> str:
    """The guess against the answer, as progress notes it: "right", "other", "0.2 away", or "" where neither is."""
    if guess is None or answer is None or isinstance(guess, tuple) or isinstance(answer, tuple):
        return ""
    if is_right(predict, guess, answer):
        return RIGHT
    return OTHER if predict.kind == "choice" else f"{write_short(abs(guess - answer), SHOWN_DIGITS)} away"


def outcome_words(predict: Prediction, guess: Guess | None, answer: Guess | None) -> tuple[str, ...]:
    """What was said and what happened, then what the choice tells; () where there is nothing to say."""
    if predict.kind == "line":
        return () if guess is None else ("Your guess is the dashed line on the picture.",)
    if answer is None:
        return ()
    if predict.kind == "curve":
        return ("What happened is the firm line.",) if guess is None else (
            "What you drew is dashed; what happened is the firm line.",
        )
    return choice_words(predict, guess, answer) if predict.kind == "choice" else number_words(predict, guess, answer)


def choice_words(predict: Prediction, guess: Guess | None, answer: Guess) -> tuple[str, ...]:
    """Of a choice."""
    so = written(predict, answer)
    happened = "The answer: {answer}" if predict.answer.source == "typed" else "What happened: {answer}"
    if guess is None:
        return (phrase(happened, answer=so),)
    said = phrase("You said: {guess}", guess=written(predict, guess))
    if guess == answer:
        return (said, "So it is." if predict.answer.source == "typed" else "So it came.")
    reveals = predict.options[int(guess) - 1].reveals if not isinstance(guess, tuple) else ""
    behind = (phrase("Behind such a guess: {why}.", why=reveals.rstrip(".")),) if reveals else ()
    return (said, phrase(happened, answer=so), *behind)


def number_words(predict: Prediction, guess: Guess | None, answer: Guess) -> tuple[str, ...]:
    """Of a number."""
    digits = SHOWN_DIGITS
    if guess is not None and not is_right(predict, guess, answer):
        while digits < 12 and written(predict, guess, digits) == written(predict, answer, digits):
            digits += 1
    so, said, unit = written(predict, answer, digits), written(predict, guess, digits), predict.unit
    if guess is None:
        words = "It was {answer} {unit}." if unit else "It was {answer}."
        return (phrase(words, answer=so, unit=unit),)
    if unit:
        return (phrase("You said {guess}. It was {answer} {unit}.", guess=said, answer=so, unit=unit),)
    return (phrase("You said {guess}. It was {answer}.", guess=said, answer=so),)
