"""What a lesson locks and cues in the lab. Names are those of `sim.lesson_controls`: settings by their whole keys, and
the hands: stars, flu, masks, correlation, reveal, optimum.

A step is about certain controls: the page on which they are looked at comes to the front, and the sliders move the arm
that it leaves free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.lab.examples import asked_by
from gui.panels.lab.pages import OWN, PAGES
from sim.simulations.lab_config import LOOKS, steered
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from gui.panels.lab.panel import LabPanel

PRICES = ("l1", "l2")


class Locks:
    """The locks and cues of one panel; none at first."""

    def __init__(self, panel: LabPanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._topic: frozenset[str] | None = None
        self._cued = False
        self._used: set[str] = set()
        self.reason = ""

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: what the step is about."""
        self._free, self.reason = free, reason if free is not None else ""
        before, self._topic = self._topic, topic if topic is not None else free
        self._panel.side.lock(self.may, self.reason)
        self.renew()
        if self._topic is not None and self._topic != before:
            self._turn_to_topic(self._topic)

    def _turn_to_topic(self, topic: frozenset[str]) -> None:
        panel = self._panel
        page = page_of(topic)
        if page is not None:
            panel.turn_to(page)
        panel.side.turn_to(topic)
        arms = arms_in(topic)
        if arms and panel.is_open and not set(steered(panel.config)) & arms:
            panel.steer(max(arms))

    def renew(self) -> None:
        """Pages that were made since are locked too."""
        for page in self._panel.stage.page.pages:
            page.set_locks(self.reason)
            page.set_foretelling(self.asked)

    def cue(self, names: tuple[str, ...] | None) -> None:
        """Mark these as the next to use; None marks what the panel itself would."""
        self._cued = names is not None
        shown = tuple(name for name in (self.handle,) if name not in self._used) if names is None else names
        self._panel.side.cue(shown, turn=names is not None)
        front = self._panel.stage.page.page
        for page in self._panel.stage.page.pages:
            page.set_cues(frozenset(shown if names is not None or page is front else ()))

    def renew_cue(self, anew: bool = False) -> None:
        """Another page, another handle to take hold of, where no lesson says so; anew: another example as well."""
        if anew:
            self._used.clear()
        if not self._cued:
            self.cue(None)

    def take_hold(self, names: Iterable[str]) -> None:
        """These were used: whoever has found a handle needs no more showing."""
        self._used.update(f"{KEYS[1]}.{bare(name)}" if is_of_arm(name) else name for name in names)
        if not self._cued and self.handle in self._used:
            self.cue(None)

    @property
    def handle(self) -> str:
        """What to take hold of first on the page in front."""
        preset = self._panel.config["preset"] if self._panel.is_open else ""
        example = asked_by(preset)
        key = self._panel.stage.page.key
        own = PAGES[key].handle if key in PAGES else ""
        if own == OWN:
            return ""
        return f"{KEYS[1]}.{example.cue}" if not own or (key == example.page and is_of_arm(own)) else own

    @property
    def asked(self) -> frozenset[str]:
        """What the step is about and is not free before its guess: what would tell it is not told yet."""
        if self._topic is None or self._free is None:
            return frozenset()
        return self._topic - self._free

    @property
    def wanted(self) -> tuple[str, ...]:
        """The settings of an arm that the step is about, without their letters."""
        if self._topic is None:
            return self._wanted_by_page
        topic = self._topic
        return tuple(dict.fromkeys(bare(name) for name in sorted(topic) if is_of_arm(name)))

    @property
    def active(self) -> bool:
        """Whether a lesson is on."""
        return self._free is not None

    @property
    def _wanted_by_page(self) -> tuple[str, ...]:
        """Without a lesson: the slider of the page and the rate, or both prices; () for the usual ones."""
        setting = bare(self.handle) if is_of_arm(self.handle) else ""
        if setting in PRICES or self._panel.stage.page.key == "path":
            return PRICES
        return (setting, "learning_rate") if setting else ()

    def may(self, name: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or name in self._free or name in LOOKS

    def may_use(self, names: Iterable[str]) -> bool:
        """Whether these may be used; says why not."""
        free = all(self.may(name) for name in names)
        if not free:
            self._panel.said.emit(self.reason)
        return free


def bare(name: str) -> str:
    """A setting without the letter of its arm."""
    return name.partition(".")[2]


def is_of_arm(name: str) -> bool:
    """Whether a name is a setting of an arm."""
    return name.partition(".")[0] in KEYS and "." in name


def arms_in(names: Collection[str]) -> set[str]:
    """The arms whose settings are among these."""
    return {name.partition(".")[0] for name in names if is_of_arm(name)}


def page_of(topic: frozenset[str]) -> str | None:
    """The page on which a step is at home: where its hand is, else that of its setting; None where it has none.

    A bare name such as "l1" means all settings that end in it: the two weights are meant where no arm is.
    """
    armed = bool(arms_in(topic))
    named = frozenset(name for name in topic if not (armed and name.startswith("two.")))
    found = next((entry.key for entry in PAGES.values() if entry.topics & named), None)
    if found is not None or not armed:
        return found
    settings = {bare(name) for name in named if is_of_arm(name)}
    if settings & {"l1", "l2", "l1_form"}:
        return "penalty"
    return "lens" if settings & {"dropout", "dropout_input", "dropout_layers"} else None
