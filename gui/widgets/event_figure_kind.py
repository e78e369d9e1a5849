"""What a figure of an event is: how it is drawn, what it shows in words, and where its numbers are from."""

from collections.abc import Callable
from dataclasses import dataclass

from gui.widgets.event_figure_sheet import Sheet


@dataclass(frozen=True)
class Figure:
    """about: one sentence for who cannot see it. source: where its numbers are from."""

    paint: Callable[[Sheet], None]
    about: str
    source: str
