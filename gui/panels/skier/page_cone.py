"""Tape or glance: how well the slope of a few digits agrees with the slope of all of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gui.panels.skier.page import Page
from gui.widgets.figure_row import Figure
from gui.widgets.glance_cone import ConeSeen, GlanceCone
from gui.widgets.glance_ladder import GlanceLadder, LadderSeen, Rung
from sim.numerals import write_count, write_fixed
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.skier_view import ConeOfBatch, ConePlace, SkierSnapshot
    from sim.simulations.skier_view import ConeSeen as Measured

SIZES = (1, 8, 32, 128, 512)
UNKNOWN = "\u2013"


class ConePage(Page):
    """A cone of glances at the left, all sizes at the right, and their handle."""

    KEY, TITLE, HANDLE = "cone", word("Cone"), "batch"
    QUESTION = word("How true is a glance at a few digits?")
    ABOUT = word("Each arrow is the slope that one small batch of digits sees.")
    TRY = word("Drag the handle from 1 to all. Where does a larger glance stop paying? Then train on, and look again.")
    RUN, AGAIN = word("Train on"), word("Train on")

    def build(self) -> None:
        """Cone and ladder."""
        self.cone, self.ladder = GlanceCone(self.themes, self), GlanceLadder(self.themes, self)
        self._sizes: tuple[int, ...] = SIZES
        self.set_main("Cone", self.cone, 58)
        self.add_inside("sizes", "All sizes", self.ladder, 42)
        self.ladder.chosen.connect(self._on_chosen)
        self.ladder.refused.connect(self.refused)

    def controls(self, config: Config) -> tuple[str, ...]:
        """Size and rate."""
        return ("batch", "learning_rate")

    def handles(self) -> tuple[GlanceLadder, ...]:
        """The size is chosen on the ladder."""
        return (self.ladder,)

    def _on_chosen(self, index: int) -> None:
        self.changed.emit("batch", self._sizes[index])

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Cone, ladder, numbers."""
        seen = snapshot.cone
        if seen is None:
            return
        self._sizes = tuple(sorted({*SIZES, seen.all, seen.batch}))
        before = place_before(seen)
        self.cone.show_cone(cone_of(seen, before))
        self.ladder.show_ladder(ladder_of(seen, self._sizes, before))
        cone = seen.cone
        mean = write_fixed(cone.mean, 2) if cone is not None else UNKNOWN
        lean = f"{write_fixed(math.degrees(cone.opening), 0)}°" if cone is not None else UNKNOWN
        share = f"{write_fixed(100.0 * seen.batch / seen.all, 1)}\u00a0%"
        self.show_figures(
            Figure(mean, "of the direction", "grad", "0.00"),
            Figure(lean, "off the full slope", "ink", "00°"),
            Figure(share, "of the digits seen", "ink", "100.0\u00a0%"),
        )
        self.say(about(seen))


def size_name(seen: Measured, batch: int) -> str:
    """A size in words."""
    return word("all") if batch >= seen.all else write_count(batch)


def about(seen: Measured) -> str:
    """Where in the training it is measured."""
    count = 0 if seen.cone is None else seen.cone.glances
    return phrase(
        "{count} of {wanted} glances at {batch} of {all} digits; loss {loss} after {passes} passes",
        count=count,
        wanted=seen.wanted,
        batch=write_count(min(seen.batch, seen.all)),
        all=write_count(seen.all),
        loss=write_fixed(seen.loss, 3),
        passes=write_fixed(seen.epoch, 1),
    )


def place_before(seen: Measured) -> ConePlace | None:
    """The earliest place in training that was measured, where the network has moved on since."""
    earlier = [place for place in seen.places if place.step != seen.measured_at and place.batches]
    return earlier[0] if earlier else None


def cosine_at(place: ConePlace | None, batch: int) -> float | None:
    """The mean cosine of a size at a place, None where it was not measured."""
    if place is None:
        return None
    return dict(zip(place.batches, place.cosines, strict=True)).get(batch)


def passes_words(place: ConePlace) -> str:
    """When that was."""
    return word("untrained") if place.step == 0 else phrase("after {passes} passes", passes=write_fixed(place.epoch, 1))


def now_words(seen: Measured) -> str:
    """When the cones that are shown were measured."""
    if seen.measured_at in (None, 0):
        return word("untrained")
    if seen.measured_at != seen.step:
        return word("a moment ago")
    return phrase("{passes} passes", passes=write_fixed(seen.epoch, 1))


def cone_of(seen: Measured, before: ConePlace | None) -> ConeSeen:
    """The arrows of the size that is chosen."""
    cone = seen.cone
    glance = phrase("{batch} of {all} digits", batch=write_count(seen.batch), all=write_count(seen.all))
    if cone is None or not cone.glances:
        return ConeSeen(glance)
    return ConeSeen(
        glance=glance,
        cosines=cone.cosines,
        mean=cone.mean,
        before=cosine_at(before, seen.batch),
        before_words="" if before is None else passes_words(before),
    )


def ladder_of(seen: Measured, sizes: tuple[int, ...], before: ConePlace | None) -> LadderSeen:
    """Every size, measured or not."""
    cones = {cone.batch: cone for cone in seen.cones if cone.glances}
    return LadderSeen(
        rungs=tuple(rung_of(seen, size, cones.get(size), cosine_at(before, size)) for size in sizes),
        chosen=sizes.index(seen.batch),
        now_words=now_words(seen),
        later_words="" if before is None else passes_words(before),
    )


def rung_of(seen: Measured, size: int, cone: ConeOfBatch | None, before: float | None) -> Rung:
    """One size."""
    name = size_name(seen, size)
    if cone is None:
        return Rung(name, later=before)
    return Rung(name, cone.mean, cone.low, cone.high, before)
