"""Every bad file is refused with its sentence, its row and its column: never a traceback, never a guess."""

import os
import resource
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.csv_data import DataError, read_csv
from sim.errors import ConfigError
from sim.numerals import write_count
from tests.quality import record
from tests.sim.bad_tables import BAD_TABLES, GOOD


def write(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


def test_there_are_enough_bad_files() -> None:
    assert len(BAD_TABLES) >= 60


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_bad_file_gets_its_sentence(name: str, tmp_path: Path) -> None:
    content, sentence, row, column = BAD_TABLES[name]
    with pytest.raises(DataError) as refusal:
        read_csv(write(tmp_path, content))
    said = str(refusal.value)
    assert sentence in said
    assert (refusal.value.row, refusal.value.column) == (row, column)
    line = "" if row is None else write_count(row)
    place = f"Row {line}, column {column}: " if column else f"Row {line}: " if row else ""
    assert said.startswith(place)
    assert "\n" not in said
    assert len(said) < 250


def test_rows_are_counted_wherever_a_piece_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for end in ("\r\n", "\r", "\n"):
        path = write(tmp_path, end.join(["x,y,c", "1,2,0", "", "3,4,1", "3,four,1"]).encode())
        for size in range(1, 24):
            monkeypatch.setattr("sim.csv_text.PIECE", size)
            with pytest.raises(DataError) as refusal:
                read_csv(path)
            assert (refusal.value.row, refusal.value.column) == (5, 2)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder, not a file"):
        read_csv(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(DataError, match="is a pipe or a device"):
        read_csv(tmp_path / "pipe.csv")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"'none\.csv' cannot be read: No such file"):
        read_csv(tmp_path / "none.csv")
    with pytest.raises(DataError, match="cannot be read"):
        read_csv("a\0b.csv")
    with pytest.raises(ConfigError, match="A file needs a name, not None"):
        read_csv(None)  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.encode())
    path.chmod(0)
    with pytest.raises(DataError, match="The file cannot be read: Permission denied"):
        read_csv(path)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = write(tmp_path, b"")
    os.truncate(path, 200_000_000)
    with pytest.raises(DataError, match=r"The file has 200\.0 MB; at most 100 MB can be read"):
        read_csv(path)


def test_an_encoding_that_may_help_is_offered(tmp_path: Path) -> None:
    for text, encoding in (("1,2,rot\n3,4,grün\n", "latin-1"), ("1,2,rot\n3,4,grün\n", "utf-16")):
        path = write(tmp_path, text.encode(encoding))
        with pytest.raises(DataError) as refusal:
            read_csv(path)
        assert refusal.value.encodings == (encoding,)
        assert read_csv(path, encoding=encoding).classes == ("grün", "rot")


def test_utf_16_without_a_mark_can_be_read_when_it_is_named(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read_csv(write(tmp_path, GOOD.encode(encoding)), encoding="utf-16").x.shape == (50, 2)
    with pytest.raises(DataError):
        read_csv(write(tmp_path, GOOD.encode()), encoding="utf-16")


def test_an_unknown_encoding_and_task_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.encode())
    with pytest.raises(ConfigError, match=r"There is no encoding 'klingon' here\. There are: utf-8, utf-16, latin-1"):
        read_csv(path, encoding="klingon")
    with pytest.raises(ConfigError, match="There is no task 'guess'"):
        read_csv(path, task="guess")
    with pytest.raises(ConfigError, match="most_columns must be a whole number from 2 to 256, not 1000"):
        read_csv(path, most_columns=1000)


def test_a_task_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, b"1,2,red\n3,4,blue\n")
    with pytest.raises(DataError, match="Column 3 holds text: that can be classes"):
        read_csv(path, task="regression")
    path = write(tmp_path, "".join(f"{k},1,{k}\n" for k in range(20)).encode())
    with pytest.raises(DataError, match="Column 3 holds more than 10 different numbers"):
        read_csv(path, task="classes")


def test_a_file_of_blank_rows_is_read_through_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="The file is empty"):
        read_csv(write(tmp_path, b"\n" * 3_000_000))
    content = b"\n" * 600_000 + b"1,2,0\n" + b"\n" * 600_000 + b"3,four,1\n"
    with pytest.raises(DataError, match="'four' is not a number") as refusal:
        read_csv(write(tmp_path, content))
    assert refusal.value.row == 1_200_002


def test_too_many_numbers_are_refused_before_they_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.csv_data.MOST_NUMBERS", 100_000)
    path = write(tmp_path, (b",".join([b"1"] * 256) + b"\n") * 2_000)
    with pytest.raises(DataError, match="more than 100\u202f000 numbers"):
        read_csv(path, most_columns=256)


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of the figure differs")
def test_bad_files_leave_the_memory_bounded(tmp_path: Path) -> None:
    """The peak of the whole test process so far: 300 MB more than a process that has imported everything."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name in ("an unclosed quote of 50 MB", "a line without end", "a million rows and one"):
        with pytest.raises(DataError):
            read_csv(write(tmp_path, BAD_TABLES[name][0]))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


LETTERS = st.sampled_from([*b"0123456789.,;\t\"'\r\n eE+-naif=@x\x00\xef\xbb\xbf\xff\xe4"])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=200), st.lists(LETTERS, max_size=120).map(bytes)),
    encoding=st.sampled_from(["utf-8", "utf-16", "latin-1"]),
)
def test_no_bytes_at_all_give_anything_but_data_or_a_sentence(content: bytes, encoding: str, tmp_path: Path) -> None:
    check_bytes(write(tmp_path, content), encoding)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), LETTERS), min_size=1, max_size=3))
def test_a_good_table_with_wrong_bytes_gives_data_or_a_sentence(changes: list[tuple[int, int]], tmp_path: Path) -> None:
    content = bytearray(GOOD.encode())
    for place, byte in changes:
        content[place] = byte
    check_bytes(write(tmp_path, bytes(content)), "utf-8")


def check_bytes(path: Path, encoding: str) -> None:
    said = ""
    try:
        data = read_csv(path, encoding=encoding)
    except DataError as error:
        said = str(error)
    if said:
        assert "\n" not in said
        assert said.endswith(".")
        return
    assert np.isfinite(data.x).all()
    assert np.isfinite(data.y).all()
    assert len(data.x) == len(data.y) >= 2


@pytest.mark.long
def test_20_000_random_tables_give_data_or_a_sentence(tmp_path: Path) -> None:
    rng, alphabet = np.random.default_rng(0), np.frombuffer(b"0123456789.,;\t\"'\r\n eE+-naif=@x\x00\xff\xe4", np.uint8)
    good = np.frombuffer(GOOD.encode(), np.uint8)
    for k in range(20_000):
        content = good.copy() if k % 2 else rng.choice(alphabet, rng.integers(0, 300))
        places = rng.integers(0, max(1, len(content)), rng.integers(0, 4) if k % 2 else 0)
        content[places] = rng.choice(alphabet, len(places))
        check_bytes(write(tmp_path, content.tobytes()), ("utf-8", "latin-1", "utf-16")[k % 3])
    record("tables", "Tables of random bytes", {"tables": 20_000, "tracebacks": 0}, seed=0)
