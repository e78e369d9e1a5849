"""The glossary and the teachers' notes as they are: all is found, nothing leads nowhere, nothing is too long."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from gui.panels import PANELS
from sim.glossary import assets_folder, folded, read_glossary
from sim.losses import LOSSES
from sim.optimizers import OPTIMIZERS
from sim.penalties import PENALTIES
from sim.perceptron import LEARNERS
from sim.simulations.backprop import BACKPROP
from sim.simulations.depth import DEPTH
from sim.simulations.lab import LAB
from sim.simulations.playground import PLAYGROUND
from sim.simulations.race import RACE
from sim.simulations.skier import SKIER

GLOSSARY = read_glossary(assets_folder("glossary"))
TERMS = list(GLOSSARY.terms.values())
NOTES = assets_folder("notes")
MOST_WORDS_OF_NOTES = 750
PARTS = (RACE, PLAYGROUND, BACKPROP, DEPTH, LAB, SKIER)
LABELS = sorted({parameter.label for part in PARTS for parameter in part.parameters})

# Labels that say all there is to say, or belong to the program and not to the field.
PLAIN = {"Example", "Formula", "Ground", "Mode", "Networks", "Playground's constants", "Races", "Reach", "View"}

ENTRY = '[[term]]\nkey = "{key}"\ntitle = "{title}"\ntext = "A word."\n{more}\n'


def folder_with(place: Path, *entries: str) -> Path:
    (place / "words.md").write_text("+++\n" + "".join(entries) + "+++\nWords.\n", encoding="utf-8")
    return place


def test_every_term_loads_and_there_are_seventy() -> None:
    assert GLOSSARY.problems == ()
    assert len(TERMS) >= 70


def test_terms_stand_in_alphabetical_order() -> None:
    titles = [folded(term.title) for term in TERMS]
    assert titles == sorted(titles)


def test_every_text_is_one_to_three_whole_sentences() -> None:
    wrong = [term.key for term in TERMS if not term.text.endswith(".") or term.text.count(". ") > 2]
    assert wrong == []


def test_who_is_named_in_a_source_is_named_nowhere_without_one() -> None:
    people = {name for term in TERMS for name in re.findall(r"[A-Z][a-z]{2,}", term.source)}
    assert {"Novikoff", "Wilson", "Glorot"} <= people
    shown = {term.key: " ".join([term.title, term.text, *term.other_names]) for term in TERMS}
    named = [term for term in TERMS if people & set(re.findall(r"[A-Z][a-z]{2,}", shown[term.key]))]
    assert len(named) >= 4
    assert [term.key for term in named if not term.source] == []


def test_years_stand_in_sources_only_and_every_source_has_one() -> None:
    year = re.compile(r"\b1[89][0-9]{2}\b|\b20[0-9]{2}\b")
    assert [term.key for term in TERMS if year.search(" ".join([term.title, term.text, *term.other_names]))] == []
    assert [term.key for term in TERMS if term.source and not year.search(term.source)] == []


def test_every_term_leads_on() -> None:
    assert [term.key for term in TERMS if not term.related] == []


@pytest.mark.parametrize(
    "table", [OPTIMIZERS, LEARNERS, PENALTIES, LOSSES], ids=["optimizer", "rule", "penalty", "loss"]
)
def test_every_rule_of_the_program_has_a_term(table: Mapping[str, Any]) -> None:
    assert [entry.title for entry in table.values() if GLOSSARY.find(entry.title) is None] == []


@pytest.mark.parametrize("label", LABELS)
def test_a_label_has_a_term_or_needs_none(label: str) -> None:
    assert (GLOSSARY.find(label) is not None) != (label in PLAIN)


def test_no_plain_label_is_left_from_older_days() -> None:
    assert PLAIN - set(LABELS) == set()


@pytest.mark.parametrize(("given", "key"), [
    ("ETA", None), ("η", "learning-rate"), ("NOVIKOFF’S bound", "mistake-bound"), ("mini batch", "batch"),
    ("Mómentum", "momentum"),
])  # fmt: skip
def test_a_name_is_found_whatever_its_case_and_accents(given: str, key: str | None) -> None:
    found = GLOSSARY.find(given)
    assert (found.key if found else None) == key


def test_a_search_puts_whole_names_before_texts() -> None:
    found = [term.key for term in GLOSSARY.search("MOMENTUM")]
    assert found[0] == "momentum"
    assert found.index("momentum-schedule") < found.index("nesterov") < found.index("velocity")
    assert GLOSSARY.search("no such word") == ()
    assert GLOSSARY.search(" ") == tuple(TERMS)


@pytest.mark.parametrize(("more", "line", "words"), [
    ('related = ["nowhere"]', 5, "no other term"),
    ('colour = "red"', 5, "colour"),
    ("symbol = 3", 5, "must be a text"),
    ('source = "' + "x" * 121 + '"', 5, "characters"),
])  # fmt: skip
def test_a_mistake_is_a_sentence_with_file_and_line(tmp_path: Path, more: str, line: int, words: str) -> None:
    problems = read_glossary(folder_with(tmp_path, ENTRY.format(key="a", title="A", more=more))).problems
    assert len(problems) == 1
    assert problems[0].startswith(f"words.md, line {line + 1}: ")
    assert words in problems[0]


def test_two_terms_of_one_name_are_refused(tmp_path: Path) -> None:
    first, second = (ENTRY.format(key=key, title="Same", more="") for key in ("a", "b"))
    assert "already leads" in read_glossary(folder_with(tmp_path, first, second)).problems[0]


@pytest.mark.parametrize("panel", [key for key, entry in PANELS.items() if entry.simulation == key])
def test_a_panel_has_notes_of_a_page_and_a_half(panel: str) -> None:
    text = (NOTES / f"{panel}.md").read_text(encoding="utf-8")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["What is modelled", "What is simplified", "What learners often think", "What to ask"]
    assert len(text.split()) <= MOST_WORDS_OF_NOTES


def test_terms_of_another_language_stand_in_for_the_english_ones(tmp_path: Path) -> None:
    english = ENTRY.format(key="loss", title="Loss", more='related = ["saddle"]')
    folder_with(tmp_path, english, ENTRY.format(key="saddle", title="Saddle", more=""))
    (tmp_path / "de").mkdir()
    folder_with(tmp_path / "de", ENTRY.format(key="loss", title="Verlust", more=""))
    glossary = read_glossary(tmp_path, "de")
    assert glossary.problems == ()
    assert [term.title for term in glossary.terms.values()] == ["Saddle", "Verlust"]
    assert glossary.find("loss") == glossary.find("Verlust") == glossary.terms["loss"]
    assert glossary.terms["loss"].related == ("saddle",)


def test_a_language_that_is_not_there_is_english(tmp_path: Path) -> None:
    folder_with(tmp_path, ENTRY.format(key="loss", title="Loss", more=""))
    assert read_glossary(tmp_path, "xx") == read_glossary(tmp_path)
