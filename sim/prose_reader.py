"""From Markdown to the tree of `sim.prose`: CommonMark and tables by markdown-it-py, dollar signs by a rule of our own.

Nesting is capped twice: the reader stops at NESTING, and whatever comes nearer to that than DEEPEST is refused as a
whole, so that nothing is cut off in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from sim.lesson_links import wrong_link, wrong_picture
from sim.prose import (
    DEEPEST,
    MOST_CELLS,
    Block,
    Blocks,
    Code,
    Formula,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Picture,
    ProseError,
    Quote,
    Rule,
    Run,
    Runs,
)

NESTING = 2 * DEEPEST + 2
LONGEST_FORMULA = 400
DOLLAR = "$"


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """CommonMark without HTML, with tables and formulas. Links are judged here, not there."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING}).enable("table")
    markdown.inline.ruler.after("escape", "formula", formula_rule)
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def formula_rule(state: StateInline, silent: bool) -> bool:
    r"""$..$ in the line, $$..$$ set apart. "$5 and $6" is money: a formula touches its dollars, no digit follows."""
    if state.src[state.pos] != DOLLAR:
        return False
    double = state.src.startswith(2 * DOLLAR, state.pos)
    fence = 2 * DOLLAR if double else DOLLAR
    first = state.pos + len(fence)
    end = state.src.find(fence, first, first + LONGEST_FORMULA + len(fence))
    while end > 0 and state.src[end - 1] == "\\":
        end = state.src.find(fence, end + 1, first + LONGEST_FORMULA + len(fence))
    if end < 0 or end + len(fence) > state.posMax:
        return False
    inner, after = state.src[first:end], state.src[end + len(fence) : end + len(fence) + 1]
    if not inner.strip() or (not double and (inner != inner.strip() or after.isdigit())):
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content, token.markup = " ".join(inner.split()), fence
    state.pos = end + len(fence)
    return True


def blocks_of(text: str) -> Blocks:
    """The tree. Raises ProseError where it is nested too deep or has too many cells."""
    tokens = reader().parse(text)
    if any(token.level > DEEPEST for token in tokens):
        raise ProseError("This text is nested too deep to be shown.")
    if sum(token.type in ("td_open", "th_open") for token in tokens) > MOST_CELLS:
        raise ProseError(f"A table in this text is too large to be shown: {MOST_CELLS:,} cells are read.")
    return _blocks(SyntaxTreeNode(tokens).children, text.split("\n"))


def _blocks(nodes: Sequence[SyntaxTreeNode], lines: list[str]) -> Blocks:
    return tuple(block for node in nodes for block in _READ[node.type](node, lines))


def _paragraph(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    """Formulas that are set apart and pictures end a paragraph and begin another."""
    blocks: list[Block] = []
    gathered: list[Run] = []
    for run in _inline(node):
        if run.kind not in ("display", "picture"):
            gathered.append(run)
            continue
        _close(gathered, blocks)
        blocks.append(Formula(run.text) if run.kind == "display" else Picture(run.target, run.text))
    _close(gathered, blocks)
    return tuple(blocks)


def _close(gathered: list[Run], blocks: list[Block]) -> None:
    runs = trimmed(gathered)
    if runs:
        blocks.append(Paragraph(runs))
    gathered.clear()


def trimmed(runs: Sequence[Run]) -> Runs:
    """Without empty runs, and without the room at both ends."""
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept and kept[0].kind == "text":
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and kept[-1].kind == "text":
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _heading(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    return (Heading(int(node.tag[1:]), trimmed(_inline(node))),)


def _listing(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    items = tuple(_blocks(item.children, lines) for item in node.children)
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return (Listing(items, start),)


def _quote(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    return (Quote(_blocks(node.children, lines)),)


def _code(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    return (Code(node.content.rstrip("\n")),)


def _rule(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    return (Rule(),)


def _grid(node: SyntaxTreeNode, lines: list[str]) -> Blocks:
    rows = [row for part in node.children for row in part.children]
    return (Grid(tuple(_row(row, lines) for row in rows)),)


def _row(node: SyntaxTreeNode, lines: list[str]) -> tuple[Runs, ...]:
    """The cells. Tables of GitHub drop cells beyond the last column; here they stand in the last one."""
    cells = [trimmed(_inline(cell)) for cell in node.children]
    written = escapedSplit(lines[node.map[0]].strip()) if node.map else []
    if written and not written[0].strip("> "):
        written.pop(0)
    beyond = " ".join(cell.strip() for cell in written[len(cells) :] if cell.strip())
    if beyond and cells:
        tokens = reader().parseInline(beyond)
        cells[-1] = (*cells[-1], Run(" "), *_runs(tokens[0].children or []))
    return tuple(cells)


def _inline(node: SyntaxTreeNode) -> list[Run]:
    """The runs of the one inline child."""
    for child in node.children:
        if child.type == "inline" and child.token is not None:
            return _runs(child.token.children or [])
    return []


def _runs(tokens: Sequence[Token]) -> list[Run]:
    runs: list[Run] = []
    manner = Run("")
    for token in tokens:
        kind = token.type
        if kind in ("strong_open", "strong_close"):
            manner = replace(manner, bold=kind == "strong_open")
        elif kind in ("em_open", "em_close"):
            manner = replace(manner, italic=kind == "em_open")
        elif kind == "link_open":
            target = str(token.attrs.get("href", ""))
            allowed = "" if wrong_link(target) else target
            manner = replace(manner, link=allowed, hint=str(token.attrs.get("title", "")))
        elif kind == "link_close":
            manner = replace(manner, link="", hint="")
        else:
            runs.append(_run(token, manner))
    return runs


def _run(token: Token, manner: Run) -> Run:
    """One run in the manner of what surrounds it."""
    if token.type == "image":
        name = str(token.attrs.get("src", ""))
        if wrong_picture(name):
            return replace(manner, text=token.content)
        return replace(manner, text=token.content, kind="picture", target=name)
    if token.type == "formula":
        return replace(manner, text=token.content, kind="formula" if token.markup == DOLLAR else "display")
    if token.type == "hardbreak":
        return replace(manner, text="\n", kind="break")
    if token.type == "softbreak":
        return replace(manner, text=" ")
    return replace(manner, text=token.content, kind="code" if token.type == "code_inline" else "text")


_READ: dict[str, Callable[[SyntaxTreeNode, list[str]], Blocks]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _listing,
    "ordered_list": _listing,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "table": _grid,
}
