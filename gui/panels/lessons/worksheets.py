"""Worksheets: work on paper, a dare and a question to carry on with, one lesson to a page, and the answers at the end.

Made as HTML from what the lessons say, and laid out as the report is. Nothing of a lesson is taken as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from gui.export_file import kind_of, write_whole
from gui.language import say
from gui.panels.lessons.report import KINDS, page_html, report_pdf, said
from sim.lesson_parts import Lesson, Question
from sim.lesson_shelf import Shelf
from sim.prose import Block, Blocks, Code, Formula, Grid, Heading, Listing, Paragraph, Picture, Quote, Run, read_prose

TITLE = "Nutshell: worksheets"
CELL = "padding: 8px"
LINE = "font-size: 18pt; border-bottom: 1px solid gray"
LINES = 4
"""Empty ones to write on, after each question."""


def worksheets_html(shelf: Shelf) -> str:
    """All worksheets as a page of HTML without anything that would be fetched."""
    lessons = [row.lesson for row in shelf.rows if has_worksheet(row.lesson)]
    pages = [lesson_html(lesson, number > 0) for number, lesson in enumerate(lessons)]
    asked = [(lesson.title, question) for lesson in lessons if (question := transfer_of(lesson)) is not None]
    return page_html(TITLE, [*pages, answers_html(asked)] if asked else pages)


def has_worksheet(lesson: Lesson) -> bool:
    """Whether there is anything to do beside the steps."""
    return bool(lesson.worksheet or lesson.break_it or transfer_of(lesson))


def transfer_of(lesson: Lesson) -> Question | None:
    """The question that leads on."""
    return next((step.transfer for step in reversed(lesson.steps) if step.transfer is not None), None)


def lesson_html(lesson: Lesson, breaks: bool) -> str:
    """One lesson. breaks: it begins a page."""
    question = transfer_of(lesson)
    name = f"{said('Name:')} ______________________________ &nbsp; {said('Date:')} ______________"
    parts = [title_html(lesson.title, breaks), f"<p class='name'>{name}</p>"]
    for head, text in (("On paper", lesson.worksheet), ("A dare", lesson.break_it)):
        parts += [f"<h2>{said(head)}</h2>", blocks_html(read_prose(text).blocks), lines_html()] if text else []
    if question is not None:
        asked = blocks_html(read_prose(question.question).blocks)
        parts += [f"<h2>{said('Take it further')}</h2>", asked, lines_html()]
    return "".join(parts)


def answers_html(asked: Iterable[tuple[str, Question]]) -> str:
    """The last page: what a good answer to each question says, and what it is looked at for."""
    rows = "".join(
        f"<h2>{escape(title)}</h2>{blocks_html(read_prose(question.answer).blocks)}"
        f"<p class='foot'>{escape(' · '.join(question.rubric))}</p>"
        for title, question in asked
    )
    return f"{title_html(say('For the teacher: answers to Take it further'), breaks=True)}{rows}"


def title_html(title: str, breaks: bool) -> str:
    """The head of a page."""
    style = " style='page-break-before: always'" if breaks else ""
    return f"<h1{style}>{escape(title)}</h1>"


def lines_html() -> str:
    """Room to write."""
    row = f"<tr><td style='{LINE}'><span style='{LINE}'>&nbsp;</span></td></tr>"
    return f"<table width='100%' cellspacing='0'>{row * LINES}</table>"


def blocks_html(blocks: Blocks) -> str:
    """A text as HTML: its words, lists and tables. A link is its words, a picture what it shows."""
    return "".join(block_html(block) for block in blocks)


def block_html(block: Block) -> str:
    """One block."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return f"<p>{runs_html(runs)}</p>"
        case Listing(items, start):
            entries = "".join(f"<li>{blocks_html(item)}</li>" for item in items)
            return f"<ul>{entries}</ul>" if start is None else f"<ol start='{start}'>{entries}</ol>"
        case Quote(inner):
            return f"<blockquote>{blocks_html(inner)}</blockquote>"
        case Grid(rows):
            return grid_html(rows)
        case Code(text) | Formula(text) | Picture(_, text):
            return f"<pre>{escape(text)}</pre>"
    return ""


def grid_html(rows: tuple[tuple[tuple[Run, ...], ...], ...]) -> str:
    """A table with lines to write between."""
    written = [
        "<tr>" + "".join(f"<{tag} style='{CELL}'>{runs_html(cell) or '&nbsp;'}</{tag}>" for cell in row) + "</tr>"
        for row, tag in zip(rows, ["th", *["td"] * len(rows)], strict=False)
    ]
    return f"<table class='fill' border='1' cellspacing='0' width='100%'>{''.join(written)}</table>"


def runs_html(runs: tuple[Run, ...]) -> str:
    """A line of text."""
    return "".join(run_html(run) for run in runs)


def run_html(run: Run) -> str:
    """One stretch of it."""
    if run.kind == "break":
        return "<br>"
    words = escape(run.text)
    words = f"<b>{words}</b>" if run.bold else words
    return f"<i>{words}</i>" if run.italic else words


def save_worksheets(path: Path, shelf: Shelf) -> None:
    """Write them as PDF or HTML, as the ending of `path` says. Raises ExportError."""
    html = worksheets_html(shelf)
    write_whole(path, report_pdf(html, TITLE) if kind_of(path, KINDS) == "pdf" else html.encode())
