"""What the pages of the lab show, against the library, numpy and arithmetic by hand."""

import numpy as np
import pytest

from sim.dropout_draws import masks_of
from sim.dropout_lens import catch_flu, find_stars, room_of
from sim.landscape_seen import LandscapeAsk
from sim.network_training import evaluate, lay_out
from sim.schedules import LAST_STEP
from sim.simulations.lab import LabState
from sim.simulations.lab_memory import ASKED_OF_MASKS
from sim.simulations.lab_path import STEPS
from sim.simulations.lab_task import settings_for
from sim.simulations.lab_view import LabView
from tests.sim.labs_for_tests import FOUND, LAB, asked, example, numbers, ran, seen, small


def test_standings_are_those_of_the_network_in_float64() -> None:
    config = example("digits_200", {"b.l1": 0.01, "b.l2": 0.02})
    state = ran(config, 50)
    task, arm = state.task, state.arms[1]
    parameters = np.asarray(arm.training.parameters, np.float64)
    losses, units = evaluate(task.plan, task.loss, parameters, lay_out(task.examples.test_x, task.test_y))
    shown = seen(config, state).arms[1]
    assert shown.test_loss == pytest.approx(losses.mean(), rel=1e-4)
    assert shown.test_accuracy == np.mean(units[-10:].argmax(axis=0) == task.examples.test_answers)
    weights = parameters[task.weighed]
    assert shown.penalty == pytest.approx(0.01 * np.abs(weights).sum() + 0.01 * (weights**2).sum())
    assert shown.curves.loss[-1] == pytest.approx(shown.loss)


def test_curves_are_noted_at_the_end_of_every_pass() -> None:
    config = small()
    curves = seen(config, ran(config, 22)).arms[0].curves
    assert curves.epochs.tolist() == [0, 1, 2, 3, 4, 5]
    assert curves.steps.tolist() == [0, 4, 8, 12, 16, 20]


def test_a_long_run_keeps_few_notes() -> None:
    config = small({"a.batch": 40, "b.batch": 40})
    epochs = seen(config, ran(config, 1000)).arms[0].curves.epochs
    assert 90 <= len(epochs) <= 192
    assert len(set(np.diff(epochs))) == 1


# Lens


def test_the_lens_shows_the_masks_with_which_the_batch_was_trained() -> None:
    config = small({"a.dropout": 0.5, "a.dropout_input": 0.2})
    state = ran(config, 7)
    lens = seen(config, state).lens
    assert lens is not None
    arm = state.arms[0]
    masks = masks_of(state.task.plan, settings_for(config, "a"), config["seed"], 6, lens.rows)
    assert (lens.step, len(lens.rows), lens.rates) == (7, 10, (0.2, 0.5, 0.5))
    assert lens.inputs.tolist() == masks[0].tolist()
    assert [layer.masks.tolist() for layer in lens.layers] == [mask.tolist() for mask in masks[1:]]
    assert lens.labels.tolist() == state.task.examples.answers[arm.rows].tolist()


def test_a_slider_moved_at_rest_leaves_the_lens_at_the_batch_that_was() -> None:
    config = small({"a.dropout": 0.5})
    state = ran(config, 7)
    free = config.replace({"a.dropout": 0.0})
    before, after = seen(config, state).lens, seen(free, LAB.change(config, free, state)).lens
    assert before is not None
    assert after is not None
    assert after.layers[0].masks.tolist() == before.layers[0].masks.tolist()
    assert not before.layers[0].masks.all()


def test_without_dropout_everyone_is_there() -> None:
    config = small()
    lens = seen(config, ran(config, 3)).lens
    assert lens is not None
    assert all(layer.masks.all() for layer in lens.layers)


def test_before_the_first_batch_there_is_no_lens() -> None:
    config = small()
    assert seen(config, LAB.init(config)).lens is None


def test_the_units_of_the_lens_answer_as_the_network_does() -> None:
    config = small()
    state = ran(config, 9)
    lens = seen(config, state).lens
    assert lens is not None
    arm = seen(config, state).arms[0]
    first = np.maximum(lens.x @ arm.weights[0] + arm.biases[0], 0.0)
    second = np.maximum(first @ arm.weights[1] + arm.biases[1], 0.0)
    assert lens.layers[1].activations == pytest.approx(second)
    out = 1.0 / (1.0 + np.exp(-(second @ arm.weights[2] + arm.biases[2])))
    assert lens.outputs == pytest.approx(out)


# Robustness


def test_stars_found_in_slices_are_those_of_the_library() -> None:
    config = small()
    state = asked(config, ran(config, 60), stars=4)
    task, arm = state.task, state.arms[1]
    room = room_of(task.plan, task.loss, arm.training.parameters, task.examples.test_x, task.test_y)
    shown, known = seen(config, state).robust.stars["b"], find_stars(room, 1, 4)
    assert (shown.units, shown.step, shown.done) == (known.units, 60, True)
    assert shown.accuracy.tolist() == known.accuracy.tolist()


def test_fewer_stars_than_were_found_are_shown_where_fewer_are_asked_for() -> None:
    config = small()
    state = asked(config, asked(config, ran(config, 60), stars=4), stars=2)
    assert seen(config, state).robust.stars["a"].gone == 2


def test_the_flu_found_in_slices_is_that_of_the_library() -> None:
    config = small()
    state = asked(config, ran(config, 60), flu=20)
    task, arm = state.task, state.arms[0]
    room = room_of(task.plan, task.loss, arm.training.parameters, task.examples.test_x, task.test_y)
    shown, known = seen(config, state).robust.flu["a"], catch_flu(room, 1, draws=20, seed=config["seed"])
    assert shown.accuracy.tolist() == known.accuracy.tolist()
    assert shown.ill.tolist() == known.ill.tolist()


def test_what_a_hand_asked_for_is_found_though_another_page_is_seen() -> None:
    config, elsewhere = small(), LabView(frozenset(("penalty",)))
    _, state = LAB.edit(config, ran(config, 20), "flu", 20)
    while LAB.ponder(config, state, elsewhere):
        pass
    assert seen(config, state, elsewhere).robust.flu["b"].done


def test_what_only_a_page_asks_for_is_found_while_it_is_seen() -> None:
    config, page = small(), LabView(frozenset(("stars",)), stars=2)
    state = ran(config, 20)
    while LAB.ponder(config, state, page):
        pass
    assert seen(config, state, page).robust.stars["a"].gone == 2
    assert not seen(config, state, LabView()).robust.stars


def test_another_flu_adds_draws() -> None:
    config = small()
    state = asked(config, asked(config, ran(config, 20), flu=20), flu=20)
    assert seen(config, state).robust.flu["a"].draws == 40


def test_what_was_found_is_found_anew_where_the_network_went_on() -> None:
    config = small()
    state = asked(config, ran(config, 20), stars=2, flu=5)
    state = asked(config, LAB.advance(config, state, 20))
    robust = seen(config, state).robust
    assert (robust.stars["b"].step, robust.flu["b"].step) == (40, 40)


def test_beside_a_playing_run_a_search_is_finished_with_the_weights_it_began_with() -> None:
    config = small(layers="64 64")
    _, state = LAB.edit(config, ran(config, 20), "stars", 3)
    while not seen(config, state).robust.stars.get("b"):
        LAB.beside(config, state, FOUND)
        state = LAB.advance(config, state, 1)
    assert seen(config, state).robust.stars["b"].step < state.step


def test_looking_changes_nothing_of_the_run() -> None:
    config = small()
    alone = ran(config, 60)
    state = asked(config, ran(config, 30), stars=3, flu=5, correlation="all")
    LAB.beside(config, state, FOUND)
    seen(config, state)
    assert numbers(LAB.advance(config, state, 30)) == numbers(alone)


def test_correlation_is_the_mean_of_pairs_of_units_that_answer() -> None:
    config = small()
    state = asked(config, ran(config, 60), correlation="b")
    found = seen(config, state).robust.correlation
    assert set(found) == {"b"}
    r = found["b"].r
    pairs = r[np.triu_indices(len(r), 1)]
    assert found["b"].mean == pytest.approx(np.abs(pairs).mean())
    assert np.diag(r) == pytest.approx(np.ones(len(r)))


def test_the_mean_over_all_masks_is_that_of_their_answers() -> None:
    config = small(layers="8", arms=1)
    state = asked(config, ran(config, 60), masks=True)
    seen_masks = seen(config, state, LabView(frozenset(("masks",)), example=3)).masks["a"]
    assert (seen_masks.done, seen_masks.masks, seen_masks.chances.sum()) == (256, 256, pytest.approx(1.0))
    mean = seen_masks.answers @ seen_masks.chances
    assert mean == pytest.approx(seen_masks.mean.mean[3, seen_masks.output])
    assert seen_masks.scaled == pytest.approx(seen_masks.mean.scaled[3, seen_masks.output])
    assert len(seen_masks.mean.mean) == ASKED_OF_MASKS


# Penalties


def test_weights_are_counted_as_numpy_counts_them() -> None:
    config = example("penalties", {"b.l1": 0.01}, n_train=200)
    state = ran(config, 100)
    for arm, shown in zip(state.arms, seen(config, state).arms, strict=True):
        weights = np.concatenate([part.ravel() for part in shown.weights])
        size, penalties = np.sort(np.abs(weights)), shown.penalties
        tenth = size[len(size) - len(size) // 10 :].sum() / size.sum()
        assert penalties.count == len(weights) == arm.training.plan[:, 0] @ arm.training.plan[:, 1]
        assert (penalties.zeros, penalties.near) == ((weights == 0).sum(), (size < 0.05).sum())
        assert penalties.rms == pytest.approx(np.sqrt(np.mean(weights**2)))
        assert penalties.top_share == pytest.approx(tenth)
        assert penalties.counts.sum() == len(weights)


def test_all_arms_share_the_edges_of_the_histogram_and_zero_lies_inside_a_bin() -> None:
    config = example("penalties", n_train=200)
    shown = [arm.penalties for arm in seen(config, ran(config, 50)).arms]
    assert shown[0].edges.tolist() == shown[1].edges.tolist() == shown[2].edges.tolist()
    middle = len(shown[0].counts) // 2
    assert shown[0].edges[middle] < 0.0 < shown[0].edges[middle + 1]


@pytest.mark.parametrize(
    "l1, l2, wanted", [(0.5, 0.0, (0.5, 0.0)), (0.0, 0.5, (1 / 1.5, 0.2)), (1.0, 0.0, (0.0, 0.0)), (0, 0, (1.0, 0.3))]
)
def test_two_weights_come_to_what_the_lesson_computes(l1: float, l2: float, wanted: tuple[float, float]) -> None:
    config = small({"two.l1": l1, "two.l2": l2})
    assert seen(config, LAB.init(config)).two.both == pytest.approx(wanted)


def path_of(config_values: dict[str, object], steps: int) -> tuple[LabState, LabView]:
    """The path of the table after so many updates at least."""
    config, view = example("sparse", config_values), LabView(frozenset(("path",)))
    state = LAB.init(config)
    while LAB.ponder(config, state, view):
        shown = seen(config, state, view).path
        if shown is not None and shown.steps >= steps:
            break
    return state, view


def test_along_the_path_weights_leave_one_by_one() -> None:
    config = example("sparse")
    state, view = path_of({}, 600)
    path = seen(config, state, view).path
    assert path is not None
    assert (path.zeros[0], path.zeros[-1], path.count) == (0, 100, 100)
    tenth = int(np.argmin(np.abs(path.lambdas - 0.1)))
    assert path.zeros[tenth] >= 60
    assert path.test_loss[tenth] < 0.3 * path.test_loss[0]
    assert path.weights.shape == (256, 100)
    assert not path.done
    assert path.steps <= path.steps_wanted == STEPS < LAST_STEP


def test_the_path_of_l2_has_no_zeros_and_stays_finite() -> None:
    state, view = path_of({"path.penalty": "l2"}, 200)
    path = seen(example("sparse", {"path.penalty": "l2"}), state, view).path
    assert path is not None
    assert np.isfinite(path.weights).all()
    assert path.zeros.max() == 0


def test_a_page_that_cannot_be_says_why() -> None:
    digits, table = example("digits_200"), example("sparse")
    assert set(seen(digits, LAB.init(digits)).refused) == {"path", "masks"}
    assert set(seen(table, LAB.init(table)).refused) >= {"lens", "stars", "flu", "masks", "correlation", "samples"}


# Pictures


def test_the_difference_is_the_last_map_less_the_first() -> None:
    config = small({"b.l2": 0.1})
    snapshot = seen(config, ran(config, 40), LabView(frozenset(("maps",)), pixels=16))
    first, second = snapshot.arms
    assert snapshot.difference is not None
    assert first.picture is not None
    assert second.picture is not None
    assert snapshot.difference.shape == (16, 16)
    assert snapshot.difference.tolist() == (second.picture - first.picture).tolist()
    assert np.abs(snapshot.difference).max() > 0.0


def test_a_map_says_what_the_network_says_there() -> None:
    config = small()
    state = ran(config, 40)
    arm = seen(config, state, LabView(frozenset(("maps", "weights")), pixels=4)).arms[0]
    x0, x1, y0, y1 = state.task.examples.domain
    a = np.array([x0 + 0.5 / 4 * (x1 - x0), y0 + 2.5 / 4 * (y1 - y0)])
    for w, b in zip(arm.weights[:-1], arm.biases[:-1], strict=True):
        a = np.maximum(a @ w + b, 0.0)
    assert arm.picture is not None
    wanted = 1.0 / (1.0 + np.exp(-(a @ arm.weights[-1] + arm.biases[-1])))
    assert arm.picture[2, 0] == pytest.approx(wanted[0], abs=1e-5)


def test_a_curve_has_a_line_and_digits_have_samples() -> None:
    curve, digits = example("curve"), example("digits_200")
    line = seen(curve, ran(curve, 10), LabView(frozenset(("maps",)))).arms[0].line
    assert line is not None
    assert len(line) == 257
    samples = seen(digits, ran(digits, 10), LabView(frozenset(("samples",)), samples=5, first_sample=498)).samples
    assert samples is not None
    assert samples.rows.tolist() == [498, 499, 0, 1, 2]
    assert samples.pictures.shape == (5, 8, 8)
    assert samples.probabilities["b"].sum(axis=1) == pytest.approx(np.ones(5))


def test_the_landscape_of_the_arm_that_is_looked_at_grows_at_rest() -> None:
    config = small()
    view = LabView(frozenset(("landscape",)), arm="b", landscape=LandscapeAsk("random"))
    state = ran(config, 20)
    for _ in range(50):
        LAB.ponder(config, state, view)
    shown = seen(config, state, view).landscape
    assert shown is not None
    assert np.isfinite(shown.loss_here)
