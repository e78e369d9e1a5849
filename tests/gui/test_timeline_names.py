"""Names beside dots: none covers another, whatever the years, the size and what is shown."""

import itertools
import math
import random

import pytest

from gui.theme import Theme, ThemeHolder
from gui.widgets.timeline_axis import Axis
from gui.widgets.timeline_content import FAMILY_OF, TimelineContent
from gui.widgets.timeline_names import Named, Room, overlap, place_names
from gui.widgets.timeline_plan import Plan, plan, radius
from sim.simulations.timeline import history
from sim.timeline import LANES

ALL = frozenset(event.id for event in history().events)


def content(**more: object) -> TimelineContent:
    given = {"timeline": history(), "runs_here": ALL, "present": ALL, "shown": ALL, "lit": ALL, **more}
    return TimelineContent(**given)  # type: ignore[arg-type]


def collisions(theme: Theme, made: Plan) -> list[tuple[str, str]]:
    names = list(made.names.items())
    found = [(one, two) for (one, a), (two, b) in itertools.combinations(names, 2) if overlap(a, b)]
    size = radius(theme)
    for spot in made.spots:
        dot = (spot.x - size, spot.y - size, spot.x + size, spot.y + size)
        found += [(name, spot.id) for name, box in names if overlap(box, dot)]
    return found


def scene(dice: random.Random) -> tuple[Theme, float, float, Axis, TimelineContent]:
    theme = Theme.load("light", dice.choice((1.0, 1.0, 1.5)), dice.random() < 0.2)
    first, span = dice.uniform(1942, 2012), dice.choice((1.5, 3.0, 10.0, 30.0, 76.0))
    shown = frozenset(dice.sample(sorted(ALL), dice.randint(0, len(ALL))))
    lanes = tuple(lane for lane in LANES if dice.random() < 0.8)
    chosen = dice.choice(sorted(ALL))
    what = content(shown=shown, lanes=lanes, chosen=chosen, compute=dice.random() < 0.7)
    return theme, dice.uniform(260, 1900), dice.uniform(160, 1000), Axis().showing(first, first + span), what


@pytest.mark.parametrize("seed", range(200))
def test_no_name_covers_a_name_or_a_dot(themes: ThemeHolder, seed: int) -> None:
    theme, width, height, axis, what = scene(random.Random(seed))
    assert collisions(theme, plan(theme, width, height, axis, what)) == []


def test_zooming_in_names_more_of_what_is_seen(themes: ThemeHolder) -> None:
    late = {event.id for event in history().events if event.year >= 2011}
    far = plan(themes.current, 1100, 640, Axis(), content(compute=False))
    near = plan(themes.current, 1100, 640, Axis().showing(2010.5, 2016.5), content(compute=False))
    assert len(late & set(far.names)) < len(late & set(near.names))


def test_the_open_event_keeps_its_name_while_there_is_any_room(themes: ThemeHolder) -> None:
    for id in ALL:
        made = plan(themes.current, 1100, 640, Axis(), content(chosen=id))
        assert id in made.names


def test_what_a_search_did_not_find_has_no_name(themes: ThemeHolder) -> None:
    made = plan(themes.current, 1100, 640, Axis(), content(shown=frozenset({"lstm"}), compute=False))
    assert set(made.names) == {"lstm"}


def test_dots_of_one_moment_do_not_cover_each_other(themes: ThemeHolder) -> None:
    made = plan(themes.current, 1100, 640, Axis(), content())
    events = [spot for spot in made.spots if spot.event is not None]
    pairs = [
        (one.id, two.id)
        for one, two in itertools.combinations(events, 2)
        if one.row == two.row and (one.x, one.y) == (two.x, two.y)
    ]
    assert pairs == []


def test_every_lane_belongs_to_a_family() -> None:
    assert set(FAMILY_OF) == set(LANES)


def test_a_name_without_room_is_left_away() -> None:
    room = Room((0, 0, 100, 20), 20, 14, 6)
    dots = [Named("a", 0, 50, 10, 0), Named("b", 0, 64, 10, 0), Named("c", 0, 36, 10, 0)]
    assert place_names([Named("a", 0, 50, 10, 30)], dots, room) == {}


def test_a_machine_stands_higher_the_faster_it_is(themes: ThemeHolder) -> None:
    made = plan(themes.current, 1100, 640, Axis(), content())
    machines = sorted((s for s in made.spots if s.machine), key=lambda s: s.machine.multiply_adds)  # type: ignore[union-attr]
    assert len(machines) == len(history().compute)
    assert all(slow.y > fast.y for slow, fast in itertools.pairwise(machines))


def test_ten_times_as_fast_is_the_same_way_up_everywhere(themes: ThemeHolder) -> None:
    made = plan(themes.current, 1100, 640, Axis(), content())
    low, high = made.decades
    step = made.compute.height() / (high - low)
    slow, *_, fast = sorted((s for s in made.spots if s.machine), key=lambda s: s.y, reverse=True)
    assert slow.machine is not None
    assert fast.machine is not None
    decades = math.log10(fast.machine.multiply_adds / slow.machine.multiply_adds)
    assert slow.y - fast.y == pytest.approx(decades * step)


def test_an_event_that_lasted_is_a_bar_and_a_year_is_one_from_near(themes: ThemeHolder) -> None:
    far = plan(themes.current, 1100, 640, Axis(), content())
    near = plan(themes.current, 1100, 640, Axis().showing(1988, 1991), content())
    winter, net = far.spot("first-winter"), far.spot("zip-code-network")
    assert winter is not None
    assert winter.bar is not None
    assert net is not None
    assert net.bar is None
    bar = near.spot("zip-code-network")
    assert bar is not None
    assert bar.bar == pytest.approx((near.axis.x(1989), near.axis.x(1990)), abs=1)
