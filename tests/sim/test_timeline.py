import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.errors import ConfigError
from sim.front_matter import FileError
from sim.timeline import LANES, Timeline, TryIt, asked_years, limits
from sim.timeline_files import history_folder, read_event, read_timeline

GOOD = """+++
number = {number}
title = "{name} learns"
label = "{name}"
lane = "units"
date = "1969"
when_words = "1969"
people = ["M. Minsky", "Š. Papért"]
confidence = "confirmed"

[[sources]]
text = "Perceptrons, MIT Press"

[[try_it]]
words = "Try it"
panel = "playground"
settings = {{ dataset = "xor" }}
+++
One line cannot separate four points that lie crosswise, and no patience helps it, because there is none to be found.
"""


def write(folder: Path, name: str, text: str = "", number: int = 1) -> Path:
    file = folder / f"{name}.md"
    file.write_text(text or GOOD.format(number=number, name=name), encoding="utf-8")
    return file


def changed(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


# What is wrong, the change that makes it so, the line it is on, and words of the sentence.
BAD: tuple[tuple[str, Callable[[str], str], int, str], ...] = (
    ("no table", lambda text: "# Only text\n", 1, "must begin with a line +++"),
    ("empty file", lambda text: "", 1, "must begin with a line +++"),
    ("table without end", lambda text: text.replace("+++\nOne", "One"), 18, "does not end"),
    ("broken TOML", changed("number = 1", "number = "), 2, "no TOML"),
    ("text without quotes", changed('lane = "units"', "lane = units"), 5, "no TOML"),
    ("open quotes", changed('"Perceptrons, MIT Press"', '"Perceptrons'), 12, "no TOML"),
    ("a key twice", changed('date = "1969"', 'date = "1969"\ndate = "1970"'), 7, "no TOML"),
    ("open list", changed('"M. Minsky", "Š. Papért"]', '"M. Minsky"'), 9, "no TOML"),
    ("nested 10,000 deep", changed("number = 1", "number = " + "[" * 10_000), 2, "nested too deeply"),
    ("number of 10,000 digits", changed("number = 1", "number = " + "9" * 10_000), 2, ""),
    ("no title", changed('title = "xor learns"\n', ""), 2, "'title' is missing"),
    ("no lane", changed('lane = "units"\n', ""), 2, "'lane' is missing"),
    ("no date", changed('date = "1969"\n', ""), 2, "'date' is missing"),
    ("no text of a source", changed('text = "Perceptrons, MIT Press"\n', ""), 11, "missing in [[sources]]"),
    ("unknown lane", changed('"units"', '"unit"'), 5, "Did you mean 'units'?"),
    ("unknown key", changed("people =", "peoples ="), 8, "Did you mean 'people'?"),
    ("unknown key of a source", changed('text = "Perc', 'doy = "x"\ntext = "Perc'), 12, "There is no key 'doy'"),
    ("unknown confidence", changed('"confirmed"', '"certain"'), 9, "There is no confidence 'certain'"),
    ("number as text", changed("number = 1", 'number = "1"'), 2, "must be a whole number"),
    ("number true", changed("number = 1", "number = true"), 2, "must be a whole number"),
    ("number 0", changed("number = 1", "number = 0"), 2, "from 1 to 9999"),
    ("title of 500 characters", changed("xor learns", "x" * 500), 3, "1 to 60 characters"),
    ("empty title", changed("xor learns", " "), 3, "1 to 60 characters"),
    ("title of two lines", changed("xor learns", "xor\\nlearns"), 3, "one line"),
    ("title as list", changed('"xor learns"', '["xor"]'), 3, "must be a text in quotes"),
    ("date as number", changed('"1969"\nwhen', "1969\nwhen"), 6, "must be a text in quotes"),
    ("date in words", changed('"1969"\nwhen', '"in 1969"\nwhen'), 6, "A date looks like"),
    ("month 13", changed('"1969"\nwhen', '"1969-13"\nwhen'), 6, "A date looks like"),
    ("30 February", changed('"1969"\nwhen', '"1969-02-30"\nwhen'), 6, "A date looks like"),
    ("year 1642", changed('"1969"\nwhen', '"1642"\nwhen'), 6, "must lie from 1943 to 2015"),
    ("ends before it begins", changed('date = "1969"', 'date = "1969"\nuntil = "1950"'), 7, "before it begins"),
    ("people as text", changed('["M. Minsky", "Š. Papért"]', '"M. Minsky"'), 8, "must be a list"),
    ("a person twice", changed('"Š. Papért"', '"M. Minsky"'), 8, "names something twice"),
    ("sources as text", changed('[[sources]]\ntext = "Perceptrons, MIT Press"', 'sources = "none"'), 11, "tables"),
    ("confirmed by nothing", changed('[[sources]]\ntext = "Perceptrons, MIT Press"\n', ""), 9, "no [[sources]]"),
    ("doubt about nothing", changed('"confirmed"', '"partly"'), 9, "'doubt' must say"),
    ("DOI with its address", changed("Press", 'Press"\ndoi = "https://doi.org/10.1/x'), 13, "must look like 10."),
    ("arXiv with a word", changed("Press", 'Press"\narxiv = "arXiv:1412.6980'), 13, "must look like 1412.6980"),
    ("address of a file", changed("Press", 'Press"\naddress = "file:///etc/passwd'), 13, "must look like https:"),
    ("address of a script", changed("Press", 'Press"\naddress = "javascript:alert(1)'), 13, "must look like https:"),
    ("panel with a path", changed('"playground"', '"../gui"'), 16, "A panel has a name of small letters"),
    ("settings as numbers", changed('dataset = "xor" }', "n = 4 }"), 17, "must be a text in quotes"),
    ("settings as text", changed('{ dataset = "xor" }', '"xor"'), 17, "must be a table"),
    ("no text at all", lambda text: text.split("One line")[0], 19, "it has 0"),
    ("text of 500 words", changed("One line", "word " * 500), 19, "15 to 120 words"),
    ("text with HTML", changed("One line", "One <script>line"), 19, "no HTML"),
    ("text with a picture", changed("One line", "One ![x](y)"), 19, "no pictures"),
    ("link to a script", changed("One line", "One [line](javascript:x)"), 19, "are not followed"),
    ("link to a file", changed("One line", "One [line](../../secret)"), 19, "needs one of"),
    ("NUL", changed("crosswise", "cross\0wise"), 19, "NUL"),
)  # fmt: skip


@pytest.mark.parametrize("what, change, line, words", BAD, ids=[entry[0] for entry in BAD])
def test_a_bad_file_is_one_sentence_with_file_and_line(
    what: str, change: Callable[[str], str], line: int, words: str, tmp_path: Path
) -> None:
    file = write(tmp_path, "xor", change(GOOD.format(number=1, name="xor")) or "\n")
    write(tmp_path, "good", number=2)
    with pytest.raises(FileError) as caught:
        read_event(file)
    said = str(caught.value)
    assert said.startswith(f"xor.md, line {line}: ")
    assert words in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 400
    timeline = read_timeline(tmp_path)
    assert timeline.problems == (said,)
    assert [event.id for event in timeline.events] == ["good"]


def test_ten_megabytes_are_not_read(tmp_path: Path) -> None:
    file = write(tmp_path, "big", "x" * 10_000_000)
    with pytest.raises(FileError, match=r"^big.md, line 1: The file has 10.0 MB; at most 64 kB are read.$"):
        read_event(file)


def test_bytes_that_are_no_text_name_their_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.md"
    file.write_bytes(GOOD.format(number=1, name="latin").encode("latin-1", "replace"))
    with pytest.raises(FileError, match=r"^latin.md, line 8: The file is not written in UTF-8.$"):
        read_event(file)


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.symlink(tmp_path / "nowhere", tmp_path / "link.md")
    said = read_timeline(tmp_path).problems
    assert said == (
        "folder.md, line 1: This is no plain file.",
        "link.md, line 1: The file cannot be read: No such file or directory.",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert read_timeline(tmp_path).problems == ("pipe.md, line 1: This is no plain file.",)


@pytest.mark.parametrize("name", ["XOR", "x or", "-xor", "xor--2", "xör", "xor.de"])
def test_the_name_of_a_file_is_an_id(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="must be small letters, digits and single hyphens"):
        read_event(write(tmp_path, name))


@pytest.mark.parametrize(
    "old, new, line, key", [("number = 2", "number = 1", 2, "number"), ("b learns", "a learns", 3, "title"),
                            ('label = "b"', 'label = "a"', 4, "label")],
)  # fmt: skip
def test_the_second_of_two_with_one_name_is_refused(old: str, new: str, line: int, key: str, tmp_path: Path) -> None:
    write(tmp_path, "a", number=1)
    write(tmp_path, "b", changed(old, new)(GOOD.format(number=2, name="b")))
    timeline = read_timeline(tmp_path)
    assert [event.id for event in timeline.events] == ["a"]
    (said,) = timeline.problems
    assert said.startswith(f"b.md, line {line}: {key!r} is ")
    assert said.endswith("as in a.md already.")


def test_links_to_nowhere_and_into_the_future_are_dropped(tmp_path: Path) -> None:
    text = GOOD.format(number=1, name="early")
    write(tmp_path, "early", text.replace("people =", 'builds_on = ["late", "early", "lat"]\npeople ='))
    text = GOOD.format(number=2, name="late").replace("1969", "1986")
    write(tmp_path, "late", text.replace("people =", 'builds_on = ["early"]\npeople ='))
    timeline = read_timeline(tmp_path)
    assert [(event.id, event.builds_on, event.leads_to) for event in timeline.events] == [
        ("early", (), ("late",)),
        ("late", ("early",), ()),
    ]
    assert len(timeline.problems) == 3
    assert all(said.startswith("early.md, line 8: ") for said in timeline.problems)
    assert "Did you mean 'late'?" in timeline.problems[2]


@pytest.mark.parametrize(
    "change, words",
    [
        (("year = 1993", "year = 1066"), "compute.toml, line 3: 'year' must be a whole number from 1943 to 2015"),
        (("1.25e7", '"fast"'), "compute.toml, line 4: 'multiply_adds' must be a number"),
        (("1.25e7", "nan"), "compute.toml, line 4: 'multiply_adds' must be a number"),
        (("1.25e7", "inf"), "compute.toml, line 4: 'multiply_adds' must be a number"),
        (('"peak"', '"guess"'), "compute.toml, line 5: There is no kind 'guess'"),
        (('source = "a film"\n', ""), "compute.toml, line 1: 'source' is missing in [[machines]]"),
        (("[[machines]]", "[machines]"), "compute.toml, line 1: 'machines' must be at most 100 tables"),
        (("year = 1993", "year ="), "compute.toml, line 3: The table is no TOML"),
        (('event = "good"', 'event = "x"'), "compute.toml, line 9: There is no event 'x'"),
    ],
)
def test_a_bad_compute_point_costs_itself(change: tuple[str, str], words: str, tmp_path: Path) -> None:
    text = (
        '[[machines]]\nmachine = "DSP"\nyear = 1993\nmultiply_adds = 1.25e7\nkind = "peak"\nabout = "chip"\n'
        'source = "a film"\nconfidence = "confirmed"\nevent = "good"\n'
    )
    assert change[0] in text
    text = text.replace(*change)
    (tmp_path / "compute.toml").write_text(text)
    write(tmp_path, "good")
    timeline = read_timeline(tmp_path)
    assert timeline.compute == ()
    assert len(timeline.events) == 1
    (said,) = timeline.problems
    assert said.startswith(words)


def test_an_empty_folder_is_an_empty_timeline(tmp_path: Path) -> None:
    assert read_timeline(tmp_path) == Timeline(())
    assert read_timeline(tmp_path / "none").search("anything") == ()


@settings(max_examples=40)
@given(st.text(max_size=100))
def test_a_table_of_any_text_is_refused_in_a_sentence(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "any.md"
        file.write_text(f"+++\n{text}\n+++\nText.", encoding="utf-8", errors="replace", newline="")
        with pytest.raises(FileError, match=r"^any.md, line [0-9]+: "):
            read_event(file)


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("1989", 1989.0, 1990.0),
        ("1988-02", 1988 + 31 / 366, 1988 + 60 / 366),
        ("1986-10-09", 1986 + 281 / 365, 1986 + 282 / 365),
    ],
)
def test_a_date_is_as_long_as_it_is_vague(text: str, first: float, last: float) -> None:
    assert limits(text) == pytest.approx((first, last), abs=1e-12)


def test_years_of_a_search() -> None:
    assert asked_years("1989") == (1989, 1989)
    assert asked_years("1980s") == (1980, 1989)
    assert asked_years("1980-1990") == (1980, 1990)
    assert asked_years("lenet") is None


HISTORY = read_timeline(history_folder())


def found(words: str, *lanes: str) -> list[str]:
    return [event.id for event in (HISTORY.search(words, lanes) if lanes else HISTORY.search(words))]


def test_people_years_and_words_are_found() -> None:
    assert found("hochreiter schmidhuber") == ["lstm"]
    assert "zip-code-network" in found("1989")
    assert set(found("lecun 1998")) == {"lenet-5", "mnist"}
    assert set(found("1980s")) == set(found("1980 - 1989"))
    assert "backprop-nature" in found("RUMELHART nature")
    assert found("no such word anywhere") == []
    assert len(found("")) == len(HISTORY.events)


def test_a_hit_in_the_title_comes_first() -> None:
    hits = HISTORY.search("perceptron")
    assert hits[0].id == "perceptron"
    assert "perceptrons-book" in [event.id for event in hits]
    assert [event.id for event in hits][-1] not in ("perceptron", "perceptrons-book")


def test_case_accents_and_hyphens_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, "xor")
    timeline = read_timeline(tmp_path)
    for words in ("papert", "PAPÉRT", "s. papert", "xor", "mit"):
        assert len(timeline.search(words)) == 1, words
    assert timeline.search("apert") == ()


def test_lanes_filter_and_unknown_ones_are_refused() -> None:
    assert set(found("", "kernels")) == {"margin-classifier", "support-vector-network"}
    assert sum(len(HISTORY.in_lanes((lane,))) for lane in LANES) == len(HISTORY.events)
    assert found("", *LANES) == [event.id for event in HISTORY.events]
    assert HISTORY.search("", ()) == ()
    with pytest.raises(ConfigError, match="Did you mean 'memory'"):
        HISTORY.in_lanes(("memori",))


def test_events_are_had_by_id_and_by_number() -> None:
    assert HISTORY.event("lstm").number == 42
    assert HISTORY.numbered(42).id == "lstm"
    with pytest.raises(ConfigError, match=r"There is no event 'lstn'\. Did you mean 'lstm'?"):
        HISTORY.event("lstn")
    with pytest.raises(ConfigError, match="number 999"):
        HISTORY.numbered(999)


def test_events_stand_in_the_order_of_time() -> None:
    times = [event.when for event in HISTORY.events]
    assert times == sorted(times)


def test_targets_are_those_whose_panel_exists() -> None:
    event = HISTORY.event("error-propagation-report")
    assert [target.panel for target in event.try_it] == ["playground", "rhw", "backprop"]
    assert [target.panel for target in event.targets({"playground", "race"})] == ["playground"]
    assert event.targets(()) == ()
    assert TryIt("words", "panel").settings == ()


def test_words_of_another_language_replace_words_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, "first", number=1)
    write(tmp_path, "second", number=2)
    (tmp_path / "de").mkdir()
    other = GOOD.format(number=9, name="erstes").replace("1969", "1970").replace("xor", "circle")
    write(tmp_path / "de", "first", other)
    said = read_timeline(tmp_path, "de")
    assert said.problems == ()
    assert said.event("first").title == "erstes learns"
    assert (said.event("first").number, said.event("first").year) == (1, 1969)
    assert said.event("first").try_it[0].settings == (("dataset", "xor"),)
    assert said.event("second") == read_timeline(tmp_path).event("second")


def test_a_broken_translation_is_listed_and_the_event_stays_english(tmp_path: Path) -> None:
    write(tmp_path, "first")
    (tmp_path / "de").mkdir()
    write(tmp_path / "de", "first", "nothing")
    said = read_timeline(tmp_path, "de")
    assert said.event("first").title == "first learns"
    assert len(said.problems) == 1
    assert "first.md" in said.problems[0]
