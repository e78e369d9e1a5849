"""The panels in the order of the navigation, as data that needs no Qt.

The command line checks names against this table, and the window draws its rail and its header from it, before any
panel is imported: a panel is built when it is first opened, so that the window stands on the screen within half a
second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gui.panels.base import Panel


@dataclass(frozen=True)
class Entry:
    """What is known of a panel without building it; `where` names its class as "module:Class"."""

    key: str
    label: str  # under the icon in the rail: one word
    title: str  # in the header
    question: str  # beside the title, and the headline of a presentation
    icon: str
    simulation: str  # key in sim.simulations.SIMULATIONS; "" for a page on which nothing runs
    where: str
    foot: bool = False  # at the foot of the rail

    def load(self) -> Callable[..., Panel]:
        """The panel's class, imported now."""
        module, name = self.where.split(":")
        panel: Any = getattr(import_module(module), name)
        return panel  # type: ignore[no-any-return]


PANELS: dict[str, Entry] = {
    entry.key: entry
    for entry in (
        Entry(
            key="home",
            label="Home",
            title="Nutshell",
            question="Deep learning, by hand",
            icon="home",
            simulation="playground",
            where="gui.panels.home:HomePanel",
        ),
        Entry(
            key="playground",
            label="Play",
            title="Playground",
            question="What can one unit learn, and what do hidden units add?",
            icon="play",
            simulation="playground",
            where="gui.panels.playground:PlaygroundPanel",
        ),
        Entry(
            key="race",
            label="Race",
            title="Optimizer race",
            question="Who leaves the saddle first, and why?",
            icon="race",
            simulation="race",
            where="gui.panels.race:RacePanel",
        ),
        Entry(
            key="backprop",
            label="Backprop",
            title="Backpropagation",
            question="Which weight is to blame for the error, and by how much?",
            icon="back",
            simulation="backprop",
            where="gui.panels.backprop:BackpropPanel",
        ),
        Entry(
            key="depth",
            label="Depth",
            title="Depth",
            question="How much of the error reaches the first layer?",
            icon="depth",
            simulation="depth",
            where="gui.panels.depth:DepthPanel",
        ),
        Entry(
            key="lab",
            label="Lab",
            title="Regularization lab",
            question="What does a network lose when it may not lean on its stars?",
            icon="lab",
            simulation="lab",
            where="gui.panels.lab:LabPanel",
        ),
        Entry(
            key="skier",
            label="Skier",
            title="Skiing by glances",
            question="How much of the slope does a glance show?",
            icon="skier",
            simulation="skier",
            where="gui.panels.skier:SkierPanel",
        ),
        Entry(
            key="timeline",
            label="Timeline",
            title="Timeline",
            question="1943 to 2015: who found what, and which of it runs here?",
            icon="time",
            simulation="timeline",
            where="gui.panels.timeline:TimelinePanel",
        ),
        Entry(
            key="lessons",
            label="Lessons",
            title="Lessons",
            question="What do you want to find out next?",
            icon="book",
            simulation="",
            where="gui.panels.lessons:LessonsPanel",
        ),
        Entry(
            key="help",
            label="Help",
            title="Help",
            question="What does it mean, and how is it taught?",
            icon="help",
            simulation="",
            where="gui.panels.help:HelpPanel",
            foot=True,
        ),
    )
}
