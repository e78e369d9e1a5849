"""The report: one clean A4 page and more of what was guessed and what came, with a line for a name.

It is made as HTML and, for PDF, laid out by Qt. Every text that a lesson or the learner brought is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from gui.export_file import kind_of, write_whole
from gui.language import say
from gui.theme import Theme
from sim.lesson_shelf import Shelf
from sim.phrases import Own, phrase
from sim.progress import LessonNote, Progress, StepNote

KINDS = ("pdf", "html")
REPORT = "Nutshell: report"
DOTS = 144  # to the inch
MARGIN = 18.0  # millimetres
FOOT = "Made with Nutshell. Guesses are no marks: a wrong one is where learning begins."
STYLE = """
body {{ font-family: {hand}; font-size: 10pt; color: {ink}; }}
h1 {{ font-family: {voice}; font-size: 18pt; margin-bottom: 2pt; }}
h2 {{ font-size: 11pt; margin-top: 14pt; margin-bottom: 3pt; }}
p.name {{ font-size: 11pt; margin-top: 12pt; margin-bottom: 4pt; }}
td, th {{ padding: 3pt 10pt 3pt 0pt; vertical-align: top; text-align: left; }}
th {{ font-size: 8pt; color: {soft}; font-weight: normal; }}
table.fill {{ border-collapse: collapse; border-style: solid; border-color: {soft}; margin: 6pt 0pt; }}
p.foot {{ font-size: 8pt; color: {soft}; margin-top: 16pt; }}
"""


def guess_words(note: StepNote) -> str:
    """What was guessed, and whether the learner was sure."""
    if note.skipped:
        return "skipped"
    guess = Own(note.guess or note.typed)
    if not guess:
        return "–"
    if note.sure is None:
        return guess
    return phrase("{guess} (sure)", guess=guess) if note.sure else phrase("{guess} (not sure)", guess=guess)


def outcome_words(note: StepNote) -> str:
    """What the run said, and how far the guess was from it."""
    if note.answer and note.outcome:
        return phrase("{answer}: {outcome}", answer=Own(note.answer), outcome=note.outcome)
    if note.answer or note.outcome:
        return note.outcome or Own(note.answer)
    return "shown" if note.shown else "done" if note.reached else "–"


def report_html(shelf: Shelf, progress: Progress, date: str) -> str:
    """The report as a page of HTML without anything that would be fetched."""
    done = sum(bool(note.finished) for note in progress.lessons.values())
    parts = [lesson_html(shelf, key, note) for key, note in progress.lessons.items()]
    day, total = Own(date[:10]), len(shelf.rows)
    summary = phrase("{date}. {count} of {total} lessons finished.", date=day, count=done, total=total)
    return page_html(
        REPORT,
        (
            f"<h1>{said('What I guessed, and what came')}</h1><p>{said(summary)}</p>",
            f"<p class='name'>{said('Name:')} ________________________________________</p>",
            *(parts or [f"<p>{said('No lesson was begun yet.')}</p>"]),
            f"<p class='foot'>{said(FOOT)}</p>",
        ),
    )


def page_html(title: str, parts: Sequence[str]) -> str:
    """A page for paper: black on white whatever the theme."""
    light = Theme.load("light")
    style = STYLE.format(
        hand=f"'{light.font('body').family()}', sans-serif",
        voice=f"'{light.font('prose').family()}', serif",
        ink=light.color("ink").name(),
        soft=light.color("soft").name(),
    )
    head = f"<head><meta charset='utf-8'><title>{said(title)}</title><style>{style}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>"


def lesson_html(shelf: Shelf, key: str, note: LessonNote) -> str:
    """One lesson: its title and a table of its steps."""
    title = shelf.lesson(key).lesson.title if key in shelf else Own(key)
    end = phrase("{title}, finished on {date}", title=title, date=Own(note.finished[:10])) if note.finished else title
    heads = "".join(f"<th width='{wide}%'>{said(word)}</th>" for word, wide in
                    (("Step", 40), ("Guess", 30), ("What came", 30)))  # fmt: skip
    rows = "".join(
        f"<tr><td>{said(Own(name))}</td><td>{said(guess_words(step))}</td><td>{said(outcome_words(step))}</td></tr>"
        for name, step in note.steps.items()
    )
    return f"<h2>{said(end)}</h2><table width='100%' cellspacing='0'><tr>{heads}</tr>{rows}</table>"


def said(words: str) -> str:
    """Words in the language of the screen, taken literally."""
    return escape(say(words))


def report_pdf(html: str, title: str = REPORT) -> bytes:
    """The page laid out on A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(say(title))
    writer.setCreator("Nutshell")
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(layout)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0.0)
    document.setHtml(html)
    document.setPageSize(layout.paintRectPixels(DOTS).size().toSizeF())
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def save_report(path: Path, shelf: Shelf, progress: Progress, date: str) -> None:
    """Write the report as PDF or HTML, as the ending of `path` says. Raises ExportError."""
    kind = kind_of(path, KINDS)
    html = report_html(shelf, progress, date)
    write_whole(path, report_pdf(html) if kind == "pdf" else html.encode())
