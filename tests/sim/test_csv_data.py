"""Tables that are right, in every way people write them, and what the reader makes of them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sim
from sim.csv_cells import exact_rows, fast_rows, find_layout
from sim.csv_data import CsvData, ReadingStopped, csv_steps, read_csv
from sim.csv_save import csv_text, save_csv
from sim.csv_text import MOST_ROWS
from sim.errors import ConfigError


def read(folder: Path, content: str | bytes, **options: Any) -> CsvData:
    path = folder / "table.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_csv(path, **options)


GOOD = {
    "plain": "1.5,2.5,0\n-3,4e1,1\n",
    "header": "x1,x2,class\n1.5,2.5,0\n-3,4e1,1\n",
    "semicolons": "1.5;2.5;0\n-3;4e1;1\n",
    "tabs": "1.5\t2.5\t0\n-3\t4e1\t1\n",
    "German": "1,5;2,5;0\n-3;4e1;1\n",
    "German with header": "Länge;Breite;Art\n1,5;2,5;0\n-3;40,0;1\n",
    "German with tabs": "1,5\t2,5\t0\n-3\t40\t1\n",
    "German in quotes": '"1,5","2,5","0"\n"-3","40","1"\n',
    "byte order mark": "\ufeffx,y,c\n1.5,2.5,0\n-3,40,1\n",
    "Excel's hint": "sep=;\n1,5;2,5;0\n-3;40;1\n",
    "Excel's hint and header": "\ufeffSEP=,\r\nx,y,c\r\n1.5,2.5,0\r\n-3,40,1\r\n",
    "CR LF": "1.5,2.5,0\r\n-3,40,1\r\n",
    "CR": "1.5,2.5,0\r-3,40,1\r",
    "no last line end": "1.5,2.5,0\n-3,40,1",
    "blank rows": "\n1.5,2.5,0\n\n   \n-3,40,1\n\n\n",
    "spaces": " 1.5 , 2.5 , 0 \n-3 ,  40, 1\n",
    "quotes": 'x,"y","the ""class"""\n"1.5",2.5,"0"\n-3,"40",1\n',
    "signs and dots": "+1.5,2.5,0\n-3.,+.4e+2,1\n",
}


@pytest.mark.parametrize("name", GOOD)
def test_every_way_of_writing_a_table_gives_the_same_numbers(name: str, tmp_path: Path) -> None:
    data = read(tmp_path, GOOD[name])
    assert data.x.tolist() == [[1.5, 2.5], [-3.0, 40.0]]
    assert data.y.tolist() == [[0.0], [1.0]]
    assert data.classes == ("0", "1")
    assert data.task == "classes"
    assert data.warnings == ()


def test_names_of_the_columns_come_from_the_header(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD["German with header"]).columns == ("Länge", "Breite", "Art")
    assert read(tmp_path, GOOD["plain"]).columns == ("x1", "x2", "y")
    assert read(tmp_path, "1,2,0\n3,4,1\n5,6,0\n", header=True).columns == ("1", "2", "0")
    with pytest.raises(sim.DataError, match="'x1' is not a number"):
        read(tmp_path, GOOD["header"], header=False)


def test_texts_are_classes_in_alphabetical_order(tmp_path: Path) -> None:
    data = read(tmp_path, "1,2,setosa\n3,4,Virginica\n5,6,versicolor\n7,8,setosa\n")
    assert data.classes == ("setosa", "versicolor", "Virginica")
    assert data.y.tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]
    ten = read(tmp_path, "".join(f"1,{k},c{k % 10}\n" for k in range(40)))
    assert ten.y.shape == (40, 10)


def test_two_classes_have_one_column(tmp_path: Path) -> None:
    data = read(tmp_path, "1,2,no\n3,4,yes\n5,6,no\n")
    assert (data.classes, data.y[:, 0].tolist()) == (("no", "yes"), [0, 1, 0])


def test_whole_numbers_are_classes_up_to_ten_of_them(tmp_path: Path) -> None:
    signs = read(tmp_path, "1,2,-1\n3,4,1\n5,6,-1\n")
    assert (signs.classes, signs.y[:, 0].tolist()) == (("-1", "1"), [0, 1, 0])
    eleven = read(tmp_path, "".join(f"{k},1{k},{k}\n" for k in range(11)))
    assert (eleven.task, eleven.y[:, 0].tolist()) == ("regression", list(range(11)))
    wanted = read(tmp_path, "1,2,0\n3,4,1\n", task="regression")
    assert (wanted.task, wanted.classes) == ("regression", ())


def test_two_columns_are_a_curve(tmp_path: Path) -> None:
    data = read(tmp_path, "x;y\n0,5;1,25\n1;2,5\n")
    assert (data.x.tolist(), data.y.tolist(), data.task) == ([[0.5], [1.0]], [[1.25], [2.5]], "regression")


def test_many_columns_can_be_asked_for(tmp_path: Path) -> None:
    row = ",".join(["0.5"] * 50)
    assert read(tmp_path, f"{row},1\n{row},0\n", most_columns=256).x.shape == (2, 50)


def test_a_class_may_hold_delimiters_and_commas(tmp_path: Path) -> None:
    data = read(tmp_path, '1,2,"a, b"\n3,4,"say ""c"""\n')
    assert data.classes == ("a, b", 'say "c"')
    data = read(tmp_path, "1,5;2;a, b\n3,5;4;c.d\n")
    assert (data.classes, data.x[:, 0].tolist()) == (("a, b", "c.d"), [1.5, 3.5])


WARNINGS = {
    "constant column": ("3,1,0\n3,2,1\n3,3,0\n", "Column 'x1' holds the same number in every row"),
    "constant columns": ("3,1,0\n3,1,1\n3,1,0\n", "Column 'x1', 'x2' hold the same number each in every row"),
    "one class": ("3,1,a\n4,2,a\n", "Every row has the class 'a': there is nothing to tell apart."),
    "one number": ("3,1\n4,1.0\n", "Every row has the class '1'"),
    "one answer": ("3,0.5\n4,0.5\n", "Column 'y' holds the same number in every row: there is nothing to learn."),
    "one point, two classes": ("1,2,0\n1,2,1\n3,4,0\n", "One point has rows of different classes: no learner"),
    "points, classes": ("1,2,0\n5,6,1\n1,2,1\n5,6,0\n1,2,0\n", "2 points have rows of different classes"),
    "zeros of both signs": ("0,2,a\n-0.0,2,b\n3,4,a\n", "One point has rows of different classes"),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_what_may_surprise_is_read_and_said(name: str, tmp_path: Path) -> None:
    content, sentence = WARNINGS[name]
    said = read(tmp_path, content).warnings
    assert any(sentence in warning for warning in said), said
    assert all(warning.endswith(".") for warning in said)


def test_the_same_point_with_the_same_class_is_no_surprise(tmp_path: Path) -> None:
    assert read(tmp_path, "1,2,0\n1,2,0\n3,4,1\n").warnings == ()


def test_the_arrays_of_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    data = read(tmp_path, GOOD["plain"])
    with pytest.raises(ValueError, match="read-only"):
        data.x[0, 0] = 1.0


def big_table(folder: Path, row: str = "{a:.6f},{b:.6f},{c}\n") -> Path:
    x = np.random.default_rng(0).normal(size=(10_000, 2))
    path = folder / "big.csv"
    path.write_text("".join([row.format(a=a, b=b, c=int(a > b)) for a, b in x.tolist()]) * (MOST_ROWS // 10_000))
    return path


def test_a_million_rows_are_read_in_pieces_and_stopped_between_them(tmp_path: Path) -> None:
    path = big_table(tmp_path)
    shares: list[float] = []
    with pytest.raises(ReadingStopped, match="Reading was stopped; nothing has changed"):
        read_csv(path, lambda share: not shares.append(share) and len(shares) < 5)
    assert len(shares) == 5
    data = read_csv(path, shares.append)
    assert data.x.shape == (MOST_ROWS, 2)
    assert len(shares) > 60, "a piece is a small part of the whole"
    assert shares[5:] == sorted(shares[5:])
    assert shares[-1] == 0.99


def test_closing_the_steps_closes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("1,2,0\n" * 100_000)
    steps = csv_steps(path)
    assert 0.0 < next(steps) < 1.0
    steps.close()
    path.unlink()


def test_pieces_may_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = 'Länge;Breite;Art\r\n1,5;2,5;rot\r\n\r\n-3;4e1;grün\r\n-3;4;"g;n"\r\n'.encode()
    wanted = read(tmp_path, content)
    for size in range(1, 24):
        monkeypatch.setattr("sim.csv_text.PIECE", size)
        found = read(tmp_path, content)
        assert np.array_equal(found.x, wanted.x)
        assert np.array_equal(found.y, wanted.y)
        assert (found.columns, found.classes) == (wanted.columns, wanted.classes)


CELLS = st.sampled_from(
    [
        "1",
        "2.5",
        "-3",
        "1e3",
        "1,5",
        "nan",
        "x",
        "",
        " 4 ",
        "1e999",
        '"5"',
        '"6',
        "7_0",
        "0x1",
        "a;b",
        "inf",
        "+.5",
        "5.",
    ]
)


@settings(max_examples=120)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_the_fast_reader_agrees_with_the_exact_one(rows: list[list[str]], delimiter: str) -> None:
    """Where numpy's reader gives an answer, the row by row one gives the same, and never an error."""
    lines = [delimiter.join(row) for row in rows]
    try:
        layout, other = (find_layout(lines, 1, False, 3) for _ in range(2))
    except sim.DataError:
        return
    fast = fast_rows(lines, layout)
    if fast is not None:
        assert np.array_equal(fast, exact_rows(lines, 1, other))
        assert (layout.codes, layout.mark) == (other.codes, other.mark)


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


def is_class_name(name: str) -> bool:
    name = " ".join(name.split())
    return bool(name) and not any(is_like_number(part) for part in (name, name[1:]))


def is_like_number(text: str) -> bool:
    from sim.csv_cells import MISSING, NUMBER

    return bool(NUMBER.fullmatch(text.replace(",", ".")) or MISSING.fullmatch(text))


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    points=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=8),
    names=st.lists(TEXTS.filter(is_class_name), min_size=2, max_size=4, unique_by=lambda name: " ".join(name.split())),
)
def test_what_is_saved_reads_back_bit_for_bit(
    points: list[tuple[float, float]], names: list[str], tmp_path: Path
) -> None:
    names = [" ".join(name.split()) for name in names]
    x = np.array(points)
    chosen = np.arange(len(x)) % min(len(names), len(x))
    y = np.asarray(chosen[:, None] == np.arange(len(names)), float) if len(names) > 2 else chosen[:, None] * 1.0
    save_csv(tmp_path / "saved.csv", x, y, names)
    data = read_csv(tmp_path / "saved.csv")
    assert np.array_equal(data.x.view(np.uint64), x.view(np.uint64))
    answers = data.y.argmax(axis=1) if data.y.shape[1] > 1 else data.y[:, 0].astype(int)
    assert [data.classes[k] for k in answers] == [names[k] for k in chosen]


def test_a_regression_reads_back_bit_for_bit(tmp_path: Path) -> None:
    x, y = sim.dataset("waves", n=100)
    sim.save_csv(tmp_path / "waves.csv", x, y)
    data = sim.read_csv(tmp_path / "waves.csv")
    assert np.array_equal(data.x, x)
    assert np.array_equal(data.y, y)
    assert data.columns == ("x1", "y")


def test_texts_that_a_spreadsheet_would_run_are_made_harmless() -> None:
    x, y = np.array([[-1.0, 2.0], [3.0, 4.0]]), np.array([[0.0], [1.0]])
    text = csv_text(x, y, ("=cmd|' /C calc'!A0", "@SUM(1)"), ("+a", "-b", "=c"))
    assert text.splitlines() == ["'+a,'-b,'=c", "-1.0,2.0,'=cmd|' /C calc'!A0", "3.0,4.0,'@SUM(1)"]
    assert csv_text(x, y, ("-1", "1")).splitlines()[1] == "-1.0,2.0,-1", "numbers are left alone"


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.csv"
    path.write_text("precious")
    x, y = sim.dataset("xor")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(ConfigError, match="The file cannot be written: No space left on device"):
        save_csv(path, x, y)
    assert path.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [path]
