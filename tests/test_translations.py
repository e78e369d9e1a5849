"""The catalogue of English words is whole, and no sentence goes past it."""

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.catalogue import fields_of, read_all
from gui.pseudo import pseudo
from sim.phrases import phrase
from tests.translations import ENGLISH, ROOT, SILENT, sources, written

REFUSALS = {"ConfigError", "DataError", "FormulaError", "ExportError", "LessonError", "FileError"}
TELLERS = {
    "tell", "tip", "say", "text", "text_width", "elided", "wrapped", "setText", "setToolTip", "setAccessibleName",
    "setAccessibleDescription", "setPlaceholderText", "setWindowTitle", "set_words", "Label", "Chip", "Button",
    "show_busy", "show_broken", "show_empty",
}  # fmt: skip
_WORDS = re.compile(r"[A-Za-z]{2,}\s|\s[A-Za-z]{2,}")


def files() -> Iterator[Path]:
    for folder in ("gui", "sim"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(SILENT):
                yield path


def literal(text: ast.JoinedStr) -> str:
    return "".join(part.value for part in text.values if isinstance(part, ast.Constant))


def cut_sentences(path: Path) -> list[str]:
    """Where words and values are put together in a way that no translation can follow."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            parts = [*node.args, *(keyword.value for keyword in node.keywords)]
            if name in REFUSALS | TELLERS:
                texts = [part for part in parts if isinstance(part, ast.JoinedStr)]
                found += [f"{path.name}:{part.lineno}" for part in texts if _WORDS.search(literal(part))]
    return found


def test_the_english_catalogue_is_up_to_date() -> None:
    assert ENGLISH.read_text(encoding="utf-8") == written(), "run `make translations`"


def test_every_text_has_its_english_words() -> None:
    assert set(read_all(ENGLISH)) == set(sources())
    assert all(text == said for text, said in read_all(ENGLISH).items())


@pytest.mark.parametrize("path", list(files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_is_put_together_from_pieces(path: Path) -> None:
    assert cut_sentences(path) == []


@pytest.mark.parametrize("source", ["Settings", "{right} of {total} right", "a"])
def test_a_pseudo_text_is_longer_bracketed_and_keeps_its_values(source: str) -> None:
    said = pseudo(source)
    assert len(said) >= 1.2 * len(source)
    assert said[0] + said[-1] == "[]"
    assert fields_of(said) == fields_of(source)


def test_a_phrase_survives_being_copied() -> None:
    said = phrase("{right} of {total} right", right=3, total=4)
    for twin in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (twin, twin.template, twin.values) == (said, said.template, said.values)
