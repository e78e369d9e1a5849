"""The pages of the lab's large card: what each is called, where its class stands, and what the panel asks of it.

A page is one widget, made when it is first turned to and updated from then on. It knows neither the panel nor the
engine: it reads snapshots, and whatever it wants done goes through its `Hands`, where a lesson may refuse it. Most
pages fill the large card alone; one that measures something has a second widget for the card beside it.

Room at 1280x800: 528 x 270 for the page, 294 x 290 for what stands beside it; 370 x 240 in a small window, where both
take turns. A page that stands alone gets 870 x 270. Tabs and cards are the panel's: a page paints no frame and no title
of its own, but a line of words at its top is welcome.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from sim.phrases import word

if TYPE_CHECKING:
    from gui.panels.base import Offer
    from gui.theme import ThemeHolder
    from sim.config import Config


OWN = "own"


@dataclass(frozen=True)
class Hands:
    """What a page may do. Each says the reason in the message line where a lesson locks it."""

    edit: Callable[[str, Any], None]  # an edit of the run, by its name
    change: Callable[[Mapping[str, object]], None]  # other settings, by their keys
    look: Callable[[], None]  # `wants` answers differently from now on
    may: Callable[[str], bool]  # whether a control or a hand is free, by its name


class LabPage(QWidget):
    """One page. A subclass builds its widgets in `__init__`, updates them in `show_snapshot`."""

    key: ClassVar[str] = ""

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.hands = hands

    @property
    def beside(self) -> QWidget | None:
        """What stands in the card at its right, made in `__init__`; None: the page has all the room."""
        return None

    @property
    def beside_title(self) -> str:
        """The heading of that card."""
        return ""

    @property
    def corner(self) -> QWidget | None:
        """Something small for the head of the large card, at the end of its tabs; None: nothing."""
        return None

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """Show a LabSnapshot; what the page asked for is None in it until the engine has it."""
        raise NotImplementedError

    def wants(self) -> Mapping[str, Any]:
        """Fields of LabView that the page asks for: "pages" with page keys, and perhaps "arm", "layer", "example"."""
        return {"pages": frozenset((self.key,))}

    def set_few(self, few: bool) -> None:
        """In a small window or on a projector: the picture and the one number that matters."""

    def set_locks(self, reason: str) -> None:
        """A lesson locks or frees: ask `hands.may` for each control; the reason belongs to those that are locked."""

    def set_cues(self, names: frozenset[str]) -> None:
        """Mark the page's controls among these as the next to use, and no others."""

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """These are asked about and not guessed yet: what would tell the answer is not shown."""

    def offers(self) -> tuple[Offer, ...]:
        """What the search of actions finds while this page is in front."""
        return ()


@dataclass(frozen=True)
class PageEntry:
    """A page as the table knows it. `topics`: controls, hands and settings that bring it to the front in a lesson.

    handle: what to take hold of first, as a lesson would name it; "" for the slider of the example, `OWN` where the
    page has a handle that is violet by itself. question: for the header; "" for that of the example.
    """

    key: str
    title: str
    where: str
    topics: frozenset[str] = frozenset()
    handle: str = ""
    question: str = ""

    def load(self) -> Callable[..., LabPage]:
        """Its class, imported now."""
        module, name = self.where.split(":")
        page: Any = getattr(import_module(module), name)
        return page  # type: ignore[no-any-return]


PAGES: dict[str, PageEntry] = {
    entry.key: entry
    for entry in (
        PageEntry("lens", word("Lens"), "gui.panels.lab.page_lens:LensPage", frozenset(("stars",))),
        PageEntry("class", word("Class"), "gui.panels.lab.page_class:ClassPage", frozenset(("flu",)), "flu",
                  word("What becomes of the class when half of it is ill?")),
        PageEntry("masks", word("All masks"), "gui.panels.lab.page_masks:MasksPage", frozenset(("masks",)), "masks",
                  word("Does one pass with everyone present stand for all the classes?")),
        PageEntry("correlation", word("Likeness"), "gui.panels.lab.page_correlation:CorrelationPage",
                  frozenset(("correlation",)), "correlation", word("Does dropout make pupils less alike?")),
        PageEntry("penalty", word("Penalty"), "gui.panels.lab.page_penalty:PenaltyPage", frozenset(("reveal",)),
                  "b.l1", word("What do L1 and L2 leave of the weights?")),
        PageEntry("two", word("Two weights"), "gui.panels.lab.page_two:TwoPage",
                  frozenset(("optimum", "two.l1", "two.l2")), "two.l1",
                  word("Which price takes a weight to exactly zero?")),
        PageEntry("path", word("Path"), "gui.panels.lab.page_path:PathPage", frozenset(("path.penalty",)), OWN,
                  word("Which weights hold out as the price rises?")),
        PageEntry("landscape", word("Landscape"), "gui.panels.lab.page_landscape:LandscapeLabPage",
                  question=word("What does the ground look like where a network walks?")),
    )
}  # fmt: skip
