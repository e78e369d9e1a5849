"""Lesson files as a teacher, or an attacker, might write them."""

FRONT = """+++
title = "A lesson"
panel = "playground"
minutes = 5
group = "Start"
sources = ["a book"]
+++
"""
BLOCK = """setup = { dataset = "gaussians", n = 20, noise = 0.35, start_weights = "0 1 -1" }
goal = [ { field = "accuracy", is = "==", than = 1 } ]
solve = [ { edit = "line", value = ["perceptron", [1, 1, 0]] } ]
after = "The arrow stands square on the border."
"""


def step(block: str = BLOCK, title: str = "Your border", text: str = "Drag the border.") -> str:
    """A section."""
    return f"## {title}\n\n{text}\n\n```step\n{block}```\n"


def lesson(*steps: str, front: str = FRONT) -> str:
    """A file; with one step that works where none is given."""
    return front + "\n" + "\n".join(steps or (step(),))


def with_line(line: str, instead_of: str = "") -> str:
    """A lesson whose block has this line more, or instead of the one that begins with `instead_of`."""
    rows = BLOCK.splitlines()
    if not instead_of:
        return lesson(step("\n".join([*rows, line]) + "\n"))
    return lesson(step("\n".join(line if row.startswith(instead_of) else row for row in rows) + "\n"))


def line_of(text: str, part: str) -> int:
    """The number of the first line in which `part` stands."""
    return next(number for number, row in enumerate(text.split("\n"), 1) if part in row)


NESTED = "[" * 10_000 + "]" * 10_000
HOSTILE: dict[str, str | bytes] = {
    "nothing": "",
    "no_settings": "# A text\n\nand no lesson",
    "settings_without_end": "+++\ntitle = 'a'\n",
    "settings_that_are_no_toml": lesson(front="+++\ntitle = \n+++\n"),
    "ten_megabytes_of_text": lesson(step(text="word " * 2_000_000)),
    "lists_in_lists": with_line(f"cue = {NESTED}"),
    "tables_in_tables": with_line("cue = " + "{a=" * 10_000 + "1" + "}" * 10_000),
    "names_in_names": with_line(".".join(["a"] * 10_000) + " = 1"),
    "headings_in_settings": lesson(front="+++\n" + "[a]\n" * 3000 + "+++\n"),
    "nested_markdown_lists": lesson(step(text="\n".join("  " * depth + "- a" for depth in range(300)))),
    "not_utf_8": FRONT.encode() + b"\xff\xfe\x00",
    "utf_16": lesson().encode("utf-16"),
    "a_zero_byte": lesson(step(text="a\0b")),
    "writing_turned_round": lesson(step(text="a \u202e b")),
    "a_number_of_5000_digits": with_line("runs = " + "9" * 5000),
    "not_a_number": with_line('goal = [ { field = "loss", is = "<", than = nan } ]', "goal"),
    "infinity": with_line('solve = [ { edit = "line", value = [inf] } ]', "solve"),
    "a_date": with_line("cue = [2020-01-01]"),
    "an_impossible_date": with_line("cue = [2020-99-99]"),
    "code_as_a_goal": with_line("goal = [ { field = \"__import__('os')\", is = \"exec\", than = 1 } ]", "goal"),
    "code_as_an_action": with_line('solve = [ { shell = "rm -rf /" } ]', "solve"),
    "two_actions_in_one": with_line("solve = [ { run = 1, twins = 2 } ]", "solve"),
    "steps_without_end": with_line("solve = [ { run = 99999999999 } ]", "solve"),
    "a_goal_that_is_a_text": with_line('goal = "accuracy == 1"', "goal"),
    "a_goal_without_a_number": with_line('goal = [ { field = "accuracy", is = "==" } ]', "goal"),
    "an_unknown_entry": with_line('gaol = "x"'),
    "the_same_name_twice": with_line("runs = 1\nruns = 2"),
    "steps_of_one_title": lesson(step(), step()),
    "a_step_without_its_block": lesson("## Alone\n\nNothing to do.\n"),
    "a_block_without_end": lesson("## Open\n\nText.\n\n```step\nruns = 1\n"),
    "text_after_a_block": lesson(step() + "\nand more"),
    "too_long_a_text": lesson(step(text="word " * 100)),
    "too_long_a_title": lesson(step(title="one two three four five six seven")),
    "a_hundred_steps": lesson(*(step(title=f"Step {number}") for number in range(100))),
    "a_goal_without_its_script": with_line("", "solve"),
    "neither_goal_nor_prediction": lesson(step('after = "so."\n')),
    "a_script_link": lesson(step(text="[press](javascript:alert(1))")),
    "a_data_link": lesson(step(text="[press](data:text/html;base64,AAAA)")),
    "a_file_link": lesson(step(text="<file:///etc/passwd>")),
    "a_reference_to_a_file": lesson(step(text="[press][1]\n\n[1]: file:///etc/passwd")),
    "a_picture_from_afar": lesson(step(text="![p](http://127.0.0.1:1/x.png)")),
    "a_picture_outside": lesson(step(text="![p](../secret.png)")),
    "a_picture_from_the_root": lesson(step(text="![p](/etc/secret.png)")),
    "a_picture_in_disguise": lesson(step(text="![p](%2e%2e/secret.png)")),
    "a_picture_that_is_a_program": lesson(step(text="![p](run.svg)")),
    "a_picture_of_windows": lesson(step(text="![p](C:/x.png) ![p](..\\x.png)")),
    "a_choice_of_one": with_line('predict = { question = "Why?", options = ["a"], answer = 1, typed = true }'),
    "an_answer_that_is_no_option": with_line(
        'predict = { question = "Why?", options = ["a", "b"], answer = 7, typed = true }'
    ),
    "an_answer_nobody_stands_for": with_line('predict = { question = "Why?", options = ["a", "b"], answer = 1 }'),
    "points_without_answers": with_line('edits = [ { edit = "data", value = { x = [[1, 2]] } } ]'),
    "an_edit_of_100000_parts": with_line('edits = [ { edit = "line", value = [' + "1," * 30_000 + "] } ]"),
}
"""Each has at least one mistake that is seen by reading alone."""
