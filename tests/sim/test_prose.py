"""Markdown becomes a tree in which no word is lost, nothing leads out of the list, and nothing takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.prose import (
    Code,
    Formula,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    links_of,
    read_prose,
    words_of,
)
from sim.prose_formula import drawn

HOSTILE = (
    "file:///etc/passwd",
    "//host/share/x",
    "/etc/passwd",
    "../secret.md",
    "..\\secret.md",
    "C:/x.png",
    "C:\\x.png",
    "qrc:/x",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:msgbox(1)",
    "ftp://host/x",
    "smb://host/share",
    "ssh://host",
    "tel:123",
    "about:blank",
    "blob:https://host/1",
    "chrome://settings",
    "ms-settings:privacy",
    "x-apple.systempreferences:",
    "steam://run/1",
    "magnet:?xt=1",
    "jar:file:///x.jar!/y",
    "view-source:https://host",
    "%66ile:///etc/passwd",
    "file&colon;///etc/passwd",
    "intent://x#Intent;end",
    "ldap://host/x",
    "mhtml:file:///x",
    "resource:/x",
    "",
    "#anchor",
    "?query",
)


@pytest.mark.parametrize("target", HOSTILE)
def test_a_link_outside_of_the_list_is_only_its_words(target: str) -> None:
    for text in (f"before [words]({target}) after", f"before [words](<{target}>) after"):
        prose = read_prose(text)
        assert links_of(prose.blocks) == ()
        assert words_of(prose.blocks).split()[0] == "before"
        assert "words" in words_of(prose.blocks)


@pytest.mark.parametrize("target", [target for target in HOSTILE if target])
def test_a_picture_outside_of_the_pack_is_only_its_words(target: str) -> None:
    blocks = read_prose(f"![words]({target})").blocks
    assert "words" in words_of(blocks)
    assert not any(isinstance(block, Picture) for block in blocks)


@pytest.mark.parametrize(
    "target",
    [
        "glossary:loss",
        "lesson:sgd",
        "event:adam",
        "panel:race?surface=beale",
        "https://a.org/x?y=1&z=2",
        "mailto:a@b.org",
    ],
)
def test_a_link_on_the_list_keeps_its_target_to_the_letter(target: str) -> None:
    assert links_of(read_prose(f"[words]({target})").blocks) == (target,)


def test_html_is_text() -> None:
    text = "one <br> two <img src='http://h/y.png'> <script>three</script> four"
    assert words_of(read_prose(text).blocks) == text


def test_text_after_a_line_break_tag_is_there() -> None:
    assert words_of(read_prose("<img src='http://h/y.png'> text after<br>more\n\nend").blocks).split()[-2:] == [
        "after<br>more",
        "end",
    ]


def test_the_manner_of_a_run_is_that_of_what_surrounds_it() -> None:
    (block,) = read_prose("a **b *c*** `d` [e](lesson:sgd 'f')").blocks
    assert isinstance(block, Paragraph)
    assert [run for run in block.runs if run.text.strip()] == [
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run("d", "code"),
        Run("e", link="lesson:sgd", hint="f"),
    ]


def test_every_kind_of_block_is_known() -> None:
    text = "# h\n\np\n\n- a\n\n> q\n\n```py\nc\n```\n\n| a |\n|---|\n| b |\n\n---\n\n![words](a.png)\n\n$$x$$"
    kinds = [type(block) for block in read_prose(text).blocks]
    assert kinds == [Heading, Paragraph, Listing, Quote, Code, Grid, Rule, Picture, Formula]


def test_numbers_of_a_list_begin_where_it_says() -> None:
    (block,) = read_prose("3. c\n4. d").blocks
    assert isinstance(block, Listing)
    assert block.start == 3


@pytest.mark.parametrize(
    "text, formulas",
    [
        ("a $x$ b", ["x"]),
        ("a $x_1^2$, $y$.", ["x_1^2", "y"]),
        ("it costs $5 and $6", []),
        ("it costs $5 or US$6", []),
        ("a \\$x\\$ b", []),
        ("`$x$`", []),
        ("a $x", []),
        ("a $ x $ b", []),
        ("$a_b$ and *c* $d_e$", ["a_b", "d_e"]),
        ("$$", []),
        ("$" + "x" * 1000 + "$", []),
    ],
)
def test_dollars_hold_formulas_only_where_they_touch_them(text: str, formulas: list[str]) -> None:
    (block,) = read_prose(text).blocks
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.runs if run.kind == "formula"] == formulas


def test_a_formula_set_apart_parts_the_paragraph() -> None:
    blocks = read_prose("before\n$$\nx = y\n$$\nafter").blocks
    assert blocks == (Paragraph((Run("before"),)), Formula("x = y"), Paragraph((Run("after"),)))


def test_cells_beyond_the_last_column_are_kept() -> None:
    assert words_of(read_prose("| a | b |\n|---|---|\n| 1 | 2 | 3 | *4* |").blocks) == "a b\n1 2 3 4"


WORD = st.text("abcdefghijklmnopqrstuvwxyzäßéñλωжשعم", min_size=1, max_size=9)
WORDS = st.lists(WORD, min_size=1, max_size=6)


def in_line(words: list[str], manner: int) -> str:
    """The words in one of the manners of Markdown."""
    joined = " ".join(words)
    around = (
        "{}",
        "**{}**",
        "*{}*",
        "`{}`",
        "[{}](lesson:sgd)",
        "***{}***",
        "[**{}**](https://a.org)",
        "[{}](file:///x)",
    )
    return around[manner % len(around)].format(joined)


def as_block(lines: list[str], kind: int) -> str:
    """The lines as one of the blocks of Markdown."""
    row = " | ".join(lines)
    return (
        "\n".join(lines),
        "\n".join(f"- {line}" for line in lines),
        "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)),
        "\n".join(f"> {line}" for line in lines),
        "\n\n".join(f"## {line}" for line in lines),
        f"| {row} |\n|{' --- |' * len(lines)}\n",
        "  \n".join(lines),
        "- " + "\n\n  ".join(lines),
    )[kind % 8]


BLOCK = st.tuples(st.lists(st.tuples(WORDS, st.integers(0, 7)), min_size=1, max_size=4), st.integers(0, 7))


@settings(max_examples=50)
@given(st.lists(BLOCK, min_size=1, max_size=5))
def test_no_word_is_lost_and_none_is_added(parts: list[tuple[list[tuple[list[str], int]], int]]) -> None:
    text = "\n\n".join(as_block([in_line(*line) for line in lines], kind) for lines, kind in parts)
    expected = [word for lines, _ in parts for words, _ in lines for word in words]
    assert words_of(read_prose(text).blocks).split() == expected


@given(st.text(st.sampled_from("ab \n\t*_`#>-|[]()!<>&;$\\1.\"'~:"), max_size=120))
def test_any_signs_can_be_read(text: str) -> None:
    prose = read_prose(text)
    assert prose.problem == ""
    assert words_of(prose.blocks) is not None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert read_prose(text).blocks is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 2_000_000, id="10 MB"),
        pytest.param("- " * 10_000 + "x", id="lists on one line"),
        pytest.param("\n".join("  " * depth + "- x" for depth in range(10_000)), id="lists on 10,000 lines"),
        pytest.param(">" * 10_000 + "x", id="quotes"),
        pytest.param("\n".join("  " * depth + "- x" for depth in range(60)), id="lists that are short"),
        pytest.param("|a|b|\n|-|-|\n" + "|a|b|\n" * 3_000, id="a table"),
    ],
)
def test_too_much_is_answered_by_one_sentence_within_a_second(text: str) -> None:
    start = time.process_time()
    prose = read_prose(text)
    assert time.process_time() - start < 1.0
    assert prose.problem.endswith(".")
    assert prose.blocks == (Paragraph((Run(prose.problem),)),)


ENDLESS = ("[", "![", "[](", "*a ", "**", "`", "<", "&", "\\", "$", "$a ", "_a", "[a]: b\n", "](")


@pytest.mark.parametrize("piece", ENDLESS)
def test_signs_without_end_cost_less_than_a_second(piece: str) -> None:
    def cost() -> float:
        start = time.process_time()
        read_prose((piece * 20_000)[:20_000])
        return time.process_time() - start

    assert any(cost() < 1.0 for _ in range(3)), "three times over a second: once may be somebody else's garbage"


def test_signs_that_turn_writing_round_are_left_out() -> None:
    assert words_of(read_prose("a\u202eb\u2066c\x07d").blocks) == "abcd"


def test_a_formula_has_a_size_in_ems() -> None:
    fraction = drawn(r"\frac{a}{b}")
    plain = drawn("a")
    assert fraction is not None
    assert plain is not None
    assert plain.ascent < 0.6
    assert plain.descent < 0.1
    assert fraction.ascent > plain.ascent
    assert fraction.descent > 0.3


@pytest.mark.parametrize(
    "latex",
    ["", " ", r"\frac{", r"\begin{matrix} a", r"\left(", "x^{" * 100, "a" * 1000, "&amp;", r"\hspace{9999999em}x"],
)
def test_what_is_no_formula_has_no_picture(latex: str) -> None:
    assert drawn(latex) is None


@given(st.text(st.sampled_from("ab12+-=^_{}\\ &<>\"'%#~$().,"), max_size=40))
def test_a_formula_never_raises(latex: str) -> None:
    drawn(latex)


@pytest.mark.parametrize(
    "latex", [r"\href{http://x}{y}", "<image href='file:///x'/>", r"\text{<a href='x'>}", r"\url{http://x}"]
)
def test_the_picture_of_a_formula_refers_to_nothing(latex: str) -> None:
    picture = drawn(latex)
    assert picture is None or ("href=" not in picture.svg and "<image" not in picture.svg)
