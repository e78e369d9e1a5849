"""The learner's own skier: edits that are kept while the place is, and measured as the racers are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.commands import Configure, Edit
from sim.config import Config
from sim.errors import ConfigError
from sim.run import begin
from sim.simulations.race import PARAMETERS, RACE, Hand, RaceState, arrange, change, edit, init, snapshot
from sim.simulations.race_hand import MOST_STEPS


def on(surface: str, **values: object) -> Config:
    return arrange(Config(PARAMETERS, surface=surface), "surface").replace({"steps": 20, **values})


SADDLE = on("saddle")


def skied(config: Config, *moves: tuple[float, float], state: RaceState | None = None) -> RaceState:
    state = state or init(config)
    for move in moves:
        _, state = edit(config, state, "ski", move)
    return state


def hand_in(config: Config, state: RaceState) -> Hand:
    hand = snapshot(config, state, None).hand
    assert hand is not None
    return hand


def test_before_the_first_step_there_is_no_path() -> None:
    assert snapshot(SADDLE, init(SADDLE), None).hand is None


def test_steps_add_up_from_the_start() -> None:
    hand = hand_in(SADDLE, skied(SADDLE, (0.5, 0.0), (-0.25, 1.0)))
    np.testing.assert_allclose(hand.path, [(1.0, 0.001), (1.5, 0.001), (1.25, 1.001)])
    np.testing.assert_allclose(hand.losses, hand.path[:, 0] ** 2 - hand.path[:, 1] ** 2)


def test_the_board_measures_the_skier_as_it_measures_racers() -> None:
    """Left on this saddle: |y| above 1. Settled on a bowl: within 1 % of the diagonal of the minimum (1, 3)."""
    hand = hand_in(SADDLE, skied(SADDLE, (0.0, 0.5), (0.0, 0.6), (0.0, 0.1)))
    assert (hand.left, hand.settled) == (2, None)
    booth = on("booth", start_x=0.0, start_y=0.0)
    hand = hand_in(booth, skied(booth, (1.0, 0.0), (0.0, 2.95), (0.0, 0.05)))
    assert hand.settled == 2


def test_a_step_can_be_taken_back_and_home_is_the_start() -> None:
    state = skied(SADDLE, (0.5, 0.0), (0.0, 0.5))
    _, back = edit(SADDLE, state, "ski_back", None)
    assert hand_in(SADDLE, back).path.shape == (2, 2)
    _, home = edit(SADDLE, state, "ski_home", None)
    assert snapshot(SADDLE, home, None).hand is None
    _, nothing = edit(SADDLE, home, "ski_back", None)
    assert nothing.hand == ()


def test_the_path_stays_while_surface_and_start_do() -> None:
    state = skied(SADDLE, (0.5, 0.0))
    for values in ({"rate_factor": 2.0}, {"steps": 50}, {"noise": 1.0}, {"formula": "x*y"}, {"fog": True}):
        assert change(SADDLE, SADDLE.replace(values), state).hand == state.hand
    for values in ({"start_x": 0.5}, {"start_y": 0.5}, {"surface": "half_pipe"}):
        assert change(SADDLE, SADDLE.replace(values), state).hand == ()


def test_another_formula_or_reach_is_another_place() -> None:
    typed = on("typed", formula="x*y")
    state = skied(typed, (0.1, 0.1))
    assert change(typed, typed.replace(formula="x*y + 1"), state).hand == ()
    assert change(typed, typed.replace(reach=3.0), state).hand == ()
    assert change(typed, typed.replace(surface="saddle"), state).hand == ()


def test_an_edit_leaves_the_race_as_it_is() -> None:
    state = init(SADDLE)
    config, edited = edit(SADDLE, state, "ski", (0.1, 0.1))
    assert config is SADDLE
    assert edited.tracks is state.tracks
    assert state.hand == ()


def test_a_run_keeps_the_skier_through_seeks_settings_and_restarts() -> None:
    run = begin(RACE, SADDLE, 0)
    run.obey(Edit("race", "ski", (0.5, 0.5)))
    run.seek(7)
    run.obey(Edit("race", "ski", (0.0, -0.5)))
    run.obey(Configure("race", run.config.replace(rate_factor=2.0)))
    expected = np.array([(1.5, 0.501), (1.5, 0.001)])
    assert run.step == 7
    np.testing.assert_allclose(run.state.hand, expected)
    again = run.restarted(5)
    assert again.step == 0
    np.testing.assert_allclose(again.state.hand, expected)
    assert again.config["seed"] == 5
    with pytest.raises(ConfigError):
        again.obey(Edit("race", "ski", "north"))
    np.testing.assert_allclose(again.state.hand, expected)


@pytest.mark.parametrize("what", ["fly", None, 3])
def test_what_is_no_move_is_refused(what: object) -> None:
    with pytest.raises(ConfigError, match="cannot be changed by hand"):
        edit(SADDLE, init(SADDLE), what, (0.0, 0.0))


nonsense = st.one_of(st.none(), st.text(), st.integers(), st.tuples(st.floats(), st.text()), st.lists(st.floats()))


@given(nonsense)
def test_any_value_is_a_step_or_refused_in_one_sentence(value: object) -> None:
    state = RaceState(0, {}, {}, {}, {})
    try:
        _, edited = edit(SADDLE, state, "ski", value)
    except ConfigError as error:
        refusal = str(error)
        assert refusal.endswith(".")
    else:
        assert np.isfinite(edited.hand).all()


def test_a_walk_has_an_end() -> None:
    state = RaceState(0, {}, {}, {}, {}, ((0.0, 0.0),) * MOST_STEPS)
    with pytest.raises(ConfigError, match="2000 steps"):
        edit(SADDLE, state, "ski", (0.1, 0.1))


def test_the_hand_may_walk_out_of_a_formulas_domain() -> None:
    config = on("typed", formula="log(x)", start_x=0.5, start_y=0.0)
    hand = hand_in(config, skied(config, (-1.0, 0.0)))
    assert np.isnan(hand.losses[1])
