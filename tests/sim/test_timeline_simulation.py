"""The timeline as a simulation: a cursor over months, and what a hand makes on it."""

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.commands import Edit, Open, Restart, Seek, Step
from sim.config import Config
from sim.errors import ConfigError
from sim.lesson_controls import controls_of
from sim.lesson_fields import check_field, fields_of
from sim.mailbox import Status
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.timeline import LAST_STEP, PARAMETERS, arrange, has_come, history, init, step_of, year_of
from sim.simulations.timeline_hand import Made, edited, joined, season_error
from sim.simulations.timeline_sorting import CLAIMS, ORDER
from sim.timeline import WINTERS

DEFAULTS = Config.defaults(PARAMETERS)
TIMELINE = SIMULATIONS["timeline"]
YEARS = st.floats(1943, 2016, allow_nan=False)


def view(config: Config = DEFAULTS, step: int = LAST_STEP, made: Made | None = None) -> Any:
    state = TIMELINE.init(config)
    if made is not None:
        state = type(state)(0, made)
    return TIMELINE.snapshot(config, TIMELINE.seek(config, state, step), None)


def session(config: Config = DEFAULTS) -> Session:
    opened = Session("timeline", TIMELINE, config, 0)
    opened.open(0.0)
    return opened


def do(run: Session, *commands: Any) -> Any:
    for command in commands:
        run.take(command)
        while run.unsettled:
            run.settle(0.0)
        while run.on_its_way:
            run.work(0.0, lambda: 0.0)
    return run.frame(Status())


def test_at_the_end_everything_has_happened() -> None:
    assert view().lit == {event.id for event in history().events}


def test_at_the_beginning_nothing_has() -> None:
    assert view(step=0).lit == frozenset()


def test_the_first_step_is_january_1943_and_the_last_december_2015() -> None:
    assert year_of(0) == 1943
    assert year_of(LAST_STEP) == pytest.approx(2015 + 11 / 12)


def test_a_month_of_a_year_is_found_again() -> None:
    assert all(step_of(year_of(step)) == step for step in range(LAST_STEP + 1))


def test_events_light_up_in_the_order_of_their_dates() -> None:
    lit = [view(step=step).lit for step in range(0, LAST_STEP + 1, 25)]
    assert all(before <= after for before, after in itertools.pairwise(lit))


def test_an_event_lights_up_in_its_own_month() -> None:
    event = history().event("backprop-nature")
    assert event.date.startswith("1986-10")
    assert not has_come(event, step_of(1986 + 8.5 / 12))
    assert has_come(event, step_of(1986 + 9.5 / 12))


def test_advancing_by_parts_equals_advancing_at_once() -> None:
    start = init(DEFAULTS)
    assert TIMELINE.advance(DEFAULTS, TIMELINE.advance(DEFAULTS, start, 100), 23) == TIMELINE.advance(
        DEFAULTS, start, 123
    )


@given(st.lists(st.integers(-50, LAST_STEP + 50), min_size=1, max_size=8))
@settings(max_examples=50, deadline=None)
def test_seeking_ends_where_playing_there_ends(steps: list[int]) -> None:
    run = session()
    for step in steps:
        frame = do(run, Seek("timeline", step))
    played = do(session(), Step("timeline", min(max(steps[-1], 0), LAST_STEP)))
    assert frame.snapshot == played.snapshot


def test_it_plays_four_years_a_second() -> None:
    assert TIMELINE.steps_per_second(DEFAULTS, init(DEFAULTS)) == 48


@pytest.mark.parametrize(
    "search, found",
    [
        ("1989", "zip-code-network"), ("1980s", "backprop-nature"), ("Rosenblatt", "perceptron"),
        ("glorot", "deep-rectifiers"),
    ],
)  # fmt: skip
def test_a_search_leaves_what_it_names(search: str, found: str) -> None:
    shown = view(DEFAULTS.replace(search=search)).shown
    assert found in shown
    assert len(shown) < len(history().events)


def test_a_lane_that_is_off_hides_its_events() -> None:
    shown = view(DEFAULTS.replace({"lane.units": False})).shown
    assert {history().event(id).lane for id in shown} == {event.lane for event in history().events} - {"units"}


def test_events_after_a_year_are_hidden() -> None:
    shown = view(DEFAULTS.replace(until=1958)).shown
    assert shown
    assert max(history().event(id).year for id in shown) <= 1958


def test_a_search_of_two_lines_is_refused() -> None:
    with pytest.raises(ConfigError, match="one line"):
        DEFAULTS.replace(search="a\nb")


def test_only_one_table_lies_on_the_stage() -> None:
    config = arrange(DEFAULTS.replace(claims=True), "claims")
    config = arrange(config.replace(order=True), "order")
    assert (config["claims"], config["order"]) == (False, True)


# What a hand makes


def test_seasons_drawn_where_the_winters_were_are_off_by_nothing() -> None:
    assert season_error([(winter.first, winter.last) for winter in WINTERS]) == 0


def test_one_season_over_both_winters_is_off_by_the_years_between_them() -> None:
    assert season_error([(1974, 1993)]) == 1987 - 1980


def test_no_season_misses_both_winters() -> None:
    assert season_error([]) == 6 + 6


@given(st.lists(st.tuples(YEARS, YEARS).map(sorted).map(tuple), max_size=6))
@settings(max_examples=100, deadline=None)
def test_the_error_counts_sampled_years(seasons: list[tuple[float, float]]) -> None:
    told = [(winter.first, winter.last) for winter in WINTERS]
    grid = [1943 + (k + 0.5) / 200 for k in range(73 * 200)]
    off = sum(covers(seasons, year) != covers(told, year) for year in grid) / 200
    assert season_error(seasons) == pytest.approx(off, abs=0.1)


def covers(seasons: Any, year: float) -> bool:
    return any(first <= year <= last for first, last in seasons)


@given(st.lists(st.tuples(YEARS, YEARS).map(sorted).map(tuple), max_size=10))
def test_joined_seasons_rise_and_do_not_touch(seasons: list[tuple[float, float]]) -> None:
    found = joined(seasons)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(found))
    assert all(covers(found, year) for pair in seasons for year in pair)


@pytest.mark.parametrize(
    "what, value",
    [
        ("draw", None), ("draw", (1970,)), ("draw", (1980, 1970)), ("draw", (1900, 1950)), ("draw", ("a", "b")),
        ("draw", (float("nan"), 1990)), ("draw", (1990, 1990.1)), ("draw", (1990, 2050)), ("draw", (True, False)),
        ("erase", "all"), ("erase", True), ("reveal", "no"), ("reveal", 7), ("sort", None), ("sort", ("xor",)),
        ("sort", ("xor", "dustbin")), ("sort", ("nothing", "result")), ("open", "nothing"), ("open", 34), ("fly", 1),
        ("sort", ([], "result")), ("reveal", ()),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_sentence(what: str, value: object) -> None:
    with pytest.raises(ConfigError) as refused:
        edited(DEFAULTS, Made(), what, value, history())
    assert str(refused.value).endswith(".")


EDITS = st.one_of(
    st.tuples(st.just("draw"), st.tuples(YEARS, YEARS)),
    st.tuples(st.just("erase"), st.one_of(st.none(), YEARS)),
    st.tuples(st.just("reveal"), st.one_of(st.none(), st.booleans())),
    st.tuples(
        st.just("sort"),
        st.tuples(st.sampled_from([card.key for card in CLAIMS.cards]), st.sampled_from(["", *CLAIMS.box_keys])),
    ),
    st.tuples(st.just("open"), st.sampled_from([event.id for event in history().events])),
    st.tuples(st.sampled_from(["draw", "erase", "reveal", "sort", "open"]), st.one_of(st.integers(), st.text())),
)


@given(st.lists(EDITS, max_size=12), st.integers(0, LAST_STEP))
@settings(max_examples=80, deadline=None)
def test_any_edits_leave_a_legal_picture_and_belong_to_no_month(edits: list[tuple[str, Any]], step: int) -> None:
    run = session()
    for what, value in edits:
        frame = do(run, Edit("timeline", what, value))
    before = do(run, Seek("timeline", step)).snapshot
    after = do(run, Restart("timeline")).snapshot
    assert (before.drawn, before.opened, before.sorted_into) == (after.drawn, after.opened, after.sorted_into)
    assert 0 <= after.sorted_correct <= after.sorted_count <= len(CLAIMS.cards)
    assert all(1943 <= first < last <= 2016 for first, last in after.drawn)
    assert frame.snapshot.step == 0 if edits else True


def test_every_claim_lies_right_in_its_own_box() -> None:
    for table, setting in ((CLAIMS, "claims"), (ORDER, "order")):
        config, made = arrange(DEFAULTS.replace({setting: True}), setting), Made()
        for card in table.cards:
            made = edited(config, made, "sort", (card.key, card.box), history())
        seen = view(config, made=made)
        assert (seen.sorted_count, seen.sorted_correct) == (6, 6)


def test_a_claim_goes_back_beside_the_boxes() -> None:
    made = edited(DEFAULTS, Made(), "sort", ("xor", "promise"), history())
    assert view(made=made).sorted_correct == 0
    assert edited(DEFAULTS, made, "sort", ("xor", ""), history()).sorted_into == ()


def test_the_order_of_the_systems_is_that_of_their_dates() -> None:
    dates = {"perceptron": 1958, "ivakhnenko-lapa": 1965, "linnainmaa": 1970, "neocognitron": 1979, "werbos": 1981,
             "family-trees": 1985}  # fmt: skip
    by_box = sorted(ORDER.cards, key=lambda card: int(card.box))
    assert [card.key for card in by_box] == sorted(dates, key=dates.__getitem__)


# What lessons ask


def test_the_fields_of_the_curriculum_exist() -> None:
    for name in ("year", "lit", "drawn", "revealed", "sorted_correct", "sorted", "season_error", "opened", "card.34",
                 "config.until", "config.seasons", "config.lane.units"):  # fmt: skip
        check_field("timeline", name)


def test_fields_say_what_was_made() -> None:
    made = Made(drawn=((1974.0, 1980.0),), revealed=True, opened=("perceptron",), sorted_into=(("xor", "result"),))
    fields = fields_of("timeline", view(made=made), DEFAULTS)
    assert (fields["drawn"], fields["revealed"], fields["opened"]) == (1, 1, 1)
    assert (fields["sorted"], fields["sorted_correct"], fields["season_error"]) == (1, 1, 6)


def test_nothing_drawn_has_no_error() -> None:
    assert "season_error" not in fields_of("timeline", view(), DEFAULTS)


def test_hands_can_be_locked_by_name() -> None:
    assert {"draw", "erase", "reveal", "sort", "open"} < set(controls_of("timeline"))


def test_a_run_is_opened_by_the_name_of_its_simulation() -> None:
    assert Open("timeline", "timeline", DEFAULTS).simulation in SIMULATIONS
