from datetime import date
from pathlib import Path

import pytest

from tests.quality import record


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "QUALITY.md"


def test_a_section_holds_figures_seed_date_and_machine(file: Path) -> None:
    record("monkey", "Random events", {"events": 10_000, "failures": 0, "p99 ms": 1.23456}, seed=7, file=file)
    text = file.read_text()
    for part in ("## Random events", "| events | 10,000 |", "| failures | 0 |", "| p99 ms | 1.235 |", "seed 7, "):
        assert part in text
    assert date.today().isoformat() in text
    assert "Python 3." in text


def test_a_section_is_replaced_and_the_others_stay(file: Path) -> None:
    record("monkey", "Random events", {"events": 1}, file=file)
    record("closes", "Closes while running", {"clean": 5}, file=file)
    record("monkey", "Random events", {"events": 2}, file=file)
    text = file.read_text()
    assert "| events | 2 |" in text
    assert "| events | 1 |" not in text
    assert text.index("<!-- monkey -->") < text.index("<!-- closes -->")
    assert text.count("<!-- monkey -->") == 1
    assert "| clean | 5 |" in text


def test_what_looks_like_a_table_does_not_break_the_table(file: Path) -> None:
    record("odd", "Odd", {"said": "a|b \\1"}, file=file)
    record("odd", "Odd", {"said": "a|b \\1"}, file=file)
    assert "| said | a/b \\1 |" in file.read_text()
