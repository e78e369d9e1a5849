"""A border that the learner draws before the run, as a guess: dragged on the plane like any line, but nothing learns
it. Afterwards it stays there, dashed and violet, beside what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.decision_map_lines import NamedLine

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel

Border = tuple[float, float, float]
NAME = "your guess"


class Guesses:
    """The guess of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self.asked = False
        self.line: Border | None = None

    def ask(self, asked: bool) -> None:
        """Begin to draw, from a line across the middle, or end it."""
        if asked and not self.asked:
            self.line = self._panel.middle_line()
        self.asked = asked
        self._panel.locks.renew()
        self._panel.redraw()

    def show(self, line: Border | None) -> None:
        """Keep this line on the picture, None for none; one that is being drawn is the hand's."""
        if not self.asked:
            self.line = line
            self._panel.redraw()

    def draw(self, line: Border) -> None:
        """The hand has it there now."""
        self.line = line
        self._panel.line_guessed.emit(line)

    @property
    def named(self) -> tuple[NamedLine, ...]:
        """The guess as a line among others, once it is no longer drawn."""
        return () if self.asked or self.line is None else (NamedLine(self.line, NAME, "you", (4.0, 3.0)),)
