"""What a timeline shows, as one frozen value, and the four families of its lanes.

`shown` are the events that a search found; those that are `present` but not found step back. `lit` have happened by
`until`, the moment that the cursor has reached.
"""

from dataclasses import dataclass, field

from sim.timeline import LANES, LAST_YEAR, Event, Timeline


@dataclass(frozen=True)
class Family:
    """Lanes of one colour."""

    key: str
    title: str
    role: str
    lanes: tuple[str, ...]
    about: str


FAMILIES: tuple[Family, ...] = (
    Family("ideas", "Ideas", "fam_idea", ("units", "learning", "backpropagation"), "Units and how they learn"),
    Family("architectures", "Architectures", "fam_arch", ("convolution", "memory", "kernels"), "How units are joined"),
    Family("craft", "Craft", "fam_craft", ("optimization", "regularization"), "How training is made to work"),
    Family("world", "World", "fam_world", ("gpus", "industry"), "Machines, money and moods"),
)
FAMILY_OF: dict[str, Family] = {lane: family for family in FAMILIES for lane in family.lanes}
COMPUTE_ROLE = "fam_world"

Season = tuple[float, float]


@dataclass(frozen=True)
class TimelineContent:
    """All that the canvas needs to know. until: everything after it is dim."""

    timeline: Timeline = field(default_factory=lambda: Timeline(()))
    runs_here: frozenset[str] = frozenset()
    lanes: tuple[str, ...] = tuple(LANES)
    present: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    lit: frozenset[str] = frozenset()
    until: float = LAST_YEAR + 1.0
    winters: bool = True
    compute: bool = True
    drawn: tuple[Season, ...] = ()
    chosen: str = ""

    @property
    def everything_has_come(self) -> bool:
        """Whether the cursor stands at the end."""
        return self.until >= LAST_YEAR + 1.0

    def events(self) -> tuple[Event, ...]:
        """The events that are drawn, by time."""
        return tuple(event for event in self.timeline.events if event.id in self.present and event.lane in self.lanes)
