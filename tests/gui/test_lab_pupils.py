"""The lab's pages of pupils: what they ask for, what they show of a snapshot, what their hands want done."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.explain import term_at
from gui.language import Language, find, use
from gui.panels.lab.page_class import DRAWS, ClassPage
from gui.panels.lab.page_correlation import CorrelationPage
from gui.panels.lab.page_lens import COUNTS, LensPage
from gui.panels.lab.page_masks import SMALL, MasksPage
from gui.panels.lab.pages import PAGES
from gui.panels.lab.pupils_showing import LIVELIEST, MOST_ROWS, class_of, flu_words, lens_of
from gui.theme import ThemeHolder
from sim.numerals import use_marks
from sim.simulations.lab_view import Asked, LabView
from tests.gui.pseudo_screen import leaks
from tests.gui.pupil_scene import Wishes, config, networks, snapshot

KINDS = {"lens": LensPage, "class": ClassPage, "masks": MasksPage, "correlation": CorrelationPage}


@pytest.fixture(params=[*KINDS])
def page(request: Any, qtbot: Any, themes: ThemeHolder) -> Any:
    """Any of the pages, with all that it can show."""
    return opened(qtbot, themes, request.param, asked=Asked(5, 20, False, ("a", "b")))


def opened(qtbot: Any, themes: ThemeHolder, key: str, wishes: Wishes | None = None, **more: Any) -> Any:
    """A page with a snapshot."""
    wishes = wishes or Wishes()
    made = KINDS[key](themes, wishes.hands())
    made.wishes = wishes
    qtbot.addWidget(made)
    made.resize(528, 270)
    made.show_snapshot(snapshot(**more), config())
    made.show()
    return made


def test_the_table_of_pages_finds_them(qtbot: Any) -> None:
    for key, kind in KINDS.items():
        assert PAGES[key].load() is kind
        assert kind.key == key


def test_a_page_asks_for_what_a_view_knows(page: Any) -> None:
    view = LabView(**page.wants())
    assert view.pages
    assert view.arm in "abcd"


def test_a_page_takes_any_snapshot(page: Any) -> None:
    for made in (networks((2, 3, 1)), networks((64, 12, 12, 10)), networks((2, 1)), networks((2, 8, 20, 1), arms=4)):
        few = snapshot(made, asked=Asked(2, 3, False, ("a",)) if len(made["a"].layers) > 2 else Asked())
        page.show_snapshot(few, config(len(made)))
        assert not page.grab().isNull()


def test_a_page_before_the_first_batch(page: Any) -> None:
    page.show_snapshot(replace(snapshot(), lens=None, step=0), config())
    assert not page.grab().isNull()


def test_a_page_in_a_small_window_and_on_a_projector(page: Any, themes: ThemeHolder) -> None:
    page.set_few(True)
    page.resize(370, 240)
    assert not page.grab().isNull()
    themes.set(presentation=True)
    page.resize(1200, 600)
    assert not page.grab().isNull()


def test_offers_do_what_they_say(page: Any) -> None:
    for offer in page.offers():
        before = len(page.wishes.edits)
        offer.do()
        assert len(page.wishes.edits) == before + 1


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """A language nobody speaks."""
    use(find("pseudo")[0], qapp)
    yield
    use(Language(), qapp)
    use_marks()
    QLocale.setDefault(QLocale.c())


@pytest.mark.usefixtures("pseudo")
def test_a_page_speaks_another_language(page: Any) -> None:
    page.resize(900, 300)
    assert leaks(page) == []


def test_every_control_has_its_term(page: Any) -> None:
    parts = [part for part in page.findChildren(QWidget) if part.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [part.accessibleName() for part in parts if term_at(part, page) is None] == []


# the lens


def test_behind_the_masks_only_those_who_came_say_something(qtbot: Any, themes: ThemeHolder) -> None:
    shot = snapshot(rate=0.5)
    seen = lens_of(shot, 3)
    assert seen is not None
    arm = shot.arm("b")
    assert arm is not None
    assert shot.lens is not None
    a = shot.lens.x[3]
    for layer, lens in enumerate(shot.lens.layers):
        a = np.maximum(a @ arm.weights[layer] + arm.biases[layer], 0.0) * lens.masks[3] * 2.0
        np.testing.assert_allclose(seen.answers(layer), a)
    z = float((a @ arm.weights[-1] + arm.biases[-1])[0])
    assert seen.outputs is not None
    assert seen.outputs[3, 0] == pytest.approx(1.0 / (1.0 + np.exp(-z)))


def test_without_dropout_the_lens_says_what_the_network_says(qtbot: Any, themes: ThemeHolder) -> None:
    shot = snapshot(networks((64, 12, 9, 10)), arm="a")
    seen = lens_of(shot, 0)
    assert seen is not None
    assert shot.lens is not None
    assert seen.outputs is not None
    np.testing.assert_allclose(seen.outputs, shot.lens.outputs)


def test_a_long_batch_shows_its_first_examples() -> None:
    seen = lens_of(snapshot(examples=90), 0)
    assert seen is not None
    assert seen.examples == MOST_ROWS


def test_the_flu_is_told_by_its_rates() -> None:
    assert flu_words((0.0, 0.5, 0.5)) == "the flu took half the class"
    assert flu_words((0.0, 0.0)) == "everyone came"
    assert flu_words((0.2, 0.0)) == "the flu takes 20\u00a0% of the inputs"
    assert flu_words((0.0, 0.9, 0.9)) == "the flu takes 90\u00a0% of a class"


def test_the_lens_looks_at_the_last_arm_first(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens")
    assert page.wants()["arm"] == "b"
    page.head.letters.chips["a"].click()
    assert page.wants()["arm"] == "a"
    assert page.wishes.looks >= 2


def test_batches_that_pass_quickly_leave_one_to_be_seen(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens", step=5)
    for step in range(6, 40):
        page.show_snapshot(snapshot(step=step), config())
    assert page.lens.seen.step == 5
    page._wait.timeout.emit()
    assert page.lens.seen.step == 39
    assert page.head.words.words.startswith("Batch 39:")


def test_the_next_example_of_the_same_batch(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens")
    first = page.lens.seen.at
    page.head.after.click()
    page.head.after.click()
    page.head.before.click()
    assert page.lens.seen.at == (first + 1) % 12
    assert page.head.place.text() == f"{(first + 1) % 12 + 1} of 12"


def test_the_first_example_is_the_one_to_which_most_is_said() -> None:
    shot = snapshot()
    seen = lens_of(shot, LIVELIEST)
    assert seen is not None
    said = [
        sum(np.minimum(seen.layers[k].answers[row] / seen.layers[k].loudest, 1.0).mean() for k in range(2))
        for row in range(12)
    ]
    assert seen.at == int(np.argmax(said))


def test_stars_are_sent_home_by_hand(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens")
    page.stars.counts.chosen.emit(COUNTS.index(3))
    assert page.wishes.edits == [("stars", 3)]


def test_stars_are_found_by_themselves_until_a_hand_or_a_lesson_says_otherwise(
    qtbot: Any, themes: ThemeHolder
) -> None:
    page = opened(qtbot, themes, "lens")
    assert page.wants()["stars"] == 5
    page.set_locks("a lesson")
    assert page.wants()["stars"] == 0
    page.set_locks("")
    page.show_snapshot(snapshot(asked=Asked(stars=3)), config())
    assert page.wants()["stars"] == 0


def test_the_lines_are_those_of_the_arms(qtbot: Any, themes: ThemeHolder) -> None:
    shot = snapshot(asked=Asked(stars=5))
    page = opened(qtbot, themes, "lens")
    page.show_snapshot(shot, config())
    lines = page.stars.plot.chart.lines
    assert [line.letter for line in lines] == ["A", "B"]
    np.testing.assert_array_equal(lines[1].accuracy, shot.robust.stars["b"].accuracy)


def test_what_is_asked_about_is_not_told(qtbot: Any, themes: ThemeHolder) -> None:
    shot = snapshot(networks((2, 8, 1)), asked=Asked(5, 20, True, ("a", "b")))
    for key, name in (("lens", "stars"), ("class", "flu"), ("masks", "masks"), ("correlation", "correlation")):
        page = opened(qtbot, themes, key)
        page.set_foretelling(frozenset((name,)))
        page.show_snapshot(shot, config())
        told = {
            "lens": lambda page: page.stars.plot.chart.lines,
            "class": lambda page: len(page.flu.dial.seen.arms[0].accuracy),
            "masks": lambda page: page.wall.masks.masks,
            "correlation": lambda page: len(page.arms["a"].heat.seen.r),
        }[key]
        assert not told(page)
        page.set_foretelling(frozenset())
        page.show_snapshot(shot, config())
        assert told(page)


def test_a_locked_hand_is_out_of_reach(qtbot: Any, themes: ThemeHolder) -> None:
    wishes = Wishes(("stars", "flu", "masks", "correlation"))
    parts = {
        "lens": lambda page: page.stars.counts,
        "class": lambda page: page.flu.comes,
        "masks": lambda page: page.average,
        "correlation": lambda page: page.arms["a"].open,
    }
    for key, part in parts.items():
        page = opened(qtbot, themes, key, wishes)
        page.set_locks("a lesson")
        assert not part(page).isEnabled()


def test_a_cue_lies_on_the_hand_it_names(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "class")
    page.set_cues(frozenset(("flu",)))
    assert page.flu.cue.on
    page.set_cues(frozenset())
    assert not page.flu.cue.on


# the class


def test_the_flu_comes_when_the_button_is_pressed(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "class")
    assert page.draw == -1
    page.flu.comes.click()
    assert page.wishes.edits == [("flu", DRAWS)]


def test_draws_are_shown_one_after_the_other(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "class")
    page.show_snapshot(snapshot(asked=Asked(flu=20)), config())
    shown = [page.draw]
    for _ in range(25):
        page._beat.timeout.emit()
        shown.append(page.draw)
    assert shown[:3] == [0, 1, 2]
    assert shown[-1] == 19
    assert not page._beat.isActive()


def test_with_little_motion_the_last_draw_is_there_at_once(qtbot: Any, themes: ThemeHolder) -> None:
    themes.set(reduced=True)
    page = opened(qtbot, themes, "class", asked=Asked(flu=20))
    assert page.draw == 19


def test_the_ill_are_those_of_the_draw(qtbot: Any, themes: ThemeHolder) -> None:
    shot = snapshot(asked=Asked(flu=20))
    flu = shot.robust.flu["b"]
    for draw in (0, 11):
        np.testing.assert_array_equal(class_of(shot, -1, draw).away, flu.ill[draw])
    assert not class_of(shot, -1, -1).away.any()
    assert not class_of(shot, 0, 3).away.any()


def test_stars_sent_home_leave_their_chairs() -> None:
    shot = snapshot(asked=Asked(stars=3))
    assert set(np.flatnonzero(class_of(shot, -1, -1).away).tolist()) == set(shot.robust.stars["b"].units)


def test_a_layer_in_between_is_copied_by_units() -> None:
    seen = class_of(snapshot(networks((2, 8, 20, 1))), 0, -1)
    assert seen.units == 8
    assert seen.copiers == 20
    assert len(seen.names) == 10


def test_a_dot_that_is_clicked_shows_its_draw(qtbot: Any, themes: ThemeHolder) -> None:
    themes.set(reduced=True)
    page = opened(qtbot, themes, "class", asked=Asked(flu=20))
    page.flu.dial.draw_asked.emit(4)
    assert page.draw == 4
    page.show_snapshot(snapshot(asked=Asked(flu=20)), config())
    assert page.draw == 4


# all masks, likeness


def test_masks_that_cannot_be_counted_say_why_and_a_way_out(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "masks")
    page.show_snapshot(replace(snapshot(), refused={"masks": "Too many."}), config())
    assert page.small.isVisible()
    assert not page.average.isVisible()
    page.small.click()
    assert page.wishes.changes == [SMALL]


def test_all_masks_are_averaged_by_hand(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "masks")
    page.average.click()
    assert page.wishes.edits == [("masks", True)]
    shot = snapshot(networks((2, 8, 1)), asked=Asked(masks=True))
    page.show_snapshot(shot, config())
    assert page.wall.masks.done == 256
    assert page.bars.describe().startswith("all classes together")
    unsure = int(np.abs(page.wall.masks.singles - 0.5).argmin())
    assert page.wants()["example"] == unsure
    page.head.after.click()
    assert page.wants()["example"] == (unsure + 1) % 12


def test_both_tables_of_likeness_are_opened_one_by_one(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "correlation")
    page.arms["b"].open.click()
    assert page.wishes.edits == [("correlation", "b")]
    shot = snapshot(asked=Asked(correlation=("b",)))
    page.show_snapshot(shot, config())
    assert not page.arms["b"].open.isVisible()
    assert page.arms["a"].open.isVisible()
    assert page.arms["b"].mean.text() == f"{shot.robust.correlation['b'].mean:.3f}"
    assert page.truth.text() == ""


def test_the_truth_is_what_was_measured(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "correlation", asked=Asked(correlation=("a", "b")))
    shot = snapshot(asked=Asked(correlation=("a", "b")))
    a, b = (shot.robust.correlation[key].mean for key in "ab")
    assert f"{a:.3f} without, {b:.3f} with" in page.truth.text()
    assert page.truth.text().startswith("No" if b >= a else "Here a little")
    page.show_snapshot(shot, config().replace({"b.dropout": 0.0}))
    assert page.truth.text() == ""


def test_whatever_keys_can_reach_has_a_name(page: Any) -> None:
    reachable = [part for part in page.findChildren(QWidget) if part.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert reachable
    assert [type(part).__name__ for part in reachable if not part.accessibleName()] == []


def test_where_numbers_are_told_nothing_is_simply_right(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens")
    shot = snapshot(asked=Asked(stars=3, flu=5))
    page.show_snapshot(replace(shot, data=replace(shot.data, classes=())), config())
    assert page.stars.plot.chart.lines == ()
    assert page.stars.about.words.startswith("Here numbers are told")


def test_a_frame_without_news_paints_nothing_anew(qtbot: Any, themes: ThemeHolder) -> None:
    page, settings = opened(qtbot, themes, "lens"), config()
    shot = snapshot(asked=Asked(stars=3))
    page.show_snapshot(shot, settings)
    chart = page.stars.plot.chart
    page.show_snapshot(replace(shot, step=shot.step + 1), settings)
    assert page.stars.plot.chart is chart


def test_the_row_above_the_lens_says_whom_the_pointer_is_at(qtbot: Any, themes: ThemeHolder) -> None:
    page = opened(qtbot, themes, "lens")
    layout = page.lens.layout_now()
    batch = page.head.words.words
    QTest.mouseMove(page.lens, layout.layers[0].at(1).toPoint())
    assert page.head.words.words == page.lens.describe() != batch
    QTest.mouseMove(page.lens, page.lens.rect().bottomRight())
    assert page.head.words.words == batch


def test_whatever_keys_and_clicks_come_the_page_stands(page: Any) -> None:
    chance = np.random.default_rng(3)
    keys = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Home,
            Qt.Key.Key_PageUp, Qt.Key.Key_Return]  # fmt: skip
    frames = [
        snapshot(asked=Asked(3, 4, False, ("a",)), step=5), snapshot(networks((64, 9, 10)), arm="a"),
        snapshot(networks((2, 1))), snapshot(networks((2, 4, 1)), asked=Asked(0, 0, True)),
    ]  # fmt: skip
    parts = [part for part in page.findChildren(QWidget) if part.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    for _ in range(120):
        part = parts[chance.integers(len(parts))]
        at = QPoint(*(int(chance.integers(max(1, side))) for side in (part.width(), part.height())))
        match chance.integers(4):
            case 0:
                QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)
            case 1:
                QTest.mouseMove(part, at)
            case 2:
                QTest.keyClick(part, keys[chance.integers(len(keys))])
            case _:
                page.show_snapshot(frames[chance.integers(len(frames))], config())
    assert not page.grab().isNull()
