"""What a lesson locks and cues on the skier. Names are those of `sim.lesson_controls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.lesson_parts import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.panels.skier.panel import SkierPanel


class Locks:
    """The locks and cues of one panel; none at first."""

    def __init__(self, panel: SkierPanel) -> None:
        self._panel = panel
        self._free: frozenset[str] | None = None
        self._cues: tuple[str, ...] | None = None
        self.reason = ""
        self.secret = False

    @property
    def in_lesson(self) -> bool:
        """Whether a lesson says what may be used."""
        return self._free is not None

    def set(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Only these may be used; None frees all. topic: what the step is about, not all free before its guess."""
        self.secret = free is not None and topic is not None and not topic <= free
        self._free, self.reason = free, reason if free is not None else ""
        self.apply()

    def apply(self) -> None:
        """Lock what is shown now; a page that is turned to later is locked then."""
        panel = self._panel
        panel.side.lock(self._free, self.reason, self.may(RUN))
        panel.stage.tabs.setEnabled(self.may("view"))
        panel.chooser.setEnabled(self.may("view"))
        for page in panel.stage.made():
            page.set_secret(self.secret)
            page.set_locked(not all(self.may(key) for key in panel.handle_of(page)))
        grounds = getattr(panel.stage.page, "grounds", None)
        if grounds is not None:
            grounds.setEnabled(self.may("ground"))

    def cue(self, names: tuple[str, ...] | None) -> None:
        """Mark these as the next to use; None marks the handle of the page, or its button."""
        self._cues = names
        self.cue_again()

    def cue_again(self) -> None:
        """The page changed."""
        panel, page = self._panel, self._panel.stage.page
        handle = panel.handle_of(page)
        if self._cues is None:
            on_page, on_run = bool(handle), False
        else:
            on_page, on_run = any(key in self._cues for key in handle), RUN in self._cues
        for other in panel.stage.made():
            other.set_cued(on_page and other is page)
        panel.side.cue(() if self._cues is None or on_page else self._cues, on_run)

    def may(self, key: str) -> bool:
        """Whether this control may be used."""
        return self._free is None or key in self._free

    def may_use(self, keys: Iterable[str]) -> bool:
        """Whether these may be used; says why not."""
        free = all(self.may(key) for key in keys)
        if not free:
            self._panel.said.emit(self.reason)
        return free
