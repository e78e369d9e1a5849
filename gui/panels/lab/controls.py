"""The first page of the side column: which arm the sliders move, and the sliders. All of them act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.lab.arm_form import ArmForm
from gui.widgets.card import Caption, Divider
from gui.widgets.segments import Segments
from gui.widgets.shapes import text_width
from gui.widgets.words import Label, tell
from sim.phrases import phrase, word
from sim.simulations.lab_config import arm_key, arms_of, steered
from sim.simulations.lab_presets import DATA
from sim.simulations.lab_view import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.theme import ThemeHolder
    from sim.config import Config

ALL, ALL_WORD = "all", word("All")
LETTER_AIR = 5.0
SAME = word("All arms meet them in the same order.")
ALONE = word("Start anew with two arms to compare.")
OTHER = word("Arms with other batches count their own epochs.")


class ArmControls(QWidget):
    """`changed` carries whole settings and values, `released` a setting's name."""

    changed = Signal(object)
    released = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._config: Config | None = None
        self._forms: dict[str, ArmForm] = {}
        self._may: Callable[[str], bool] = lambda _: True
        self._reason = ""
        self._cued: tuple[str, ...] = ("dropout",)
        self._few: tuple[bool, tuple[str, ...]] = (False, ())
        self.title = Caption(themes, "Controls for", parent=self)
        self.choices = tuple(self._choice(count) for count in range(2, len(KEYS) + 1))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.title)
        for choice in self.choices:
            self._head.addWidget(choice, 1)
        self._rule = Divider(themes, self)
        self._note = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    def _choice(self, count: int) -> Segments:
        keys = (*KEYS[:count], ALL)
        choice = Segments(self._themes, (*(key.upper() for key in KEYS[:count]), ALL_WORD), self)
        choice.chosen.connect(lambda index: self.changed.emit({"steered": keys[index]}))
        tell(choice, "Controls for", "Which arm the sliders move.")
        return choice

    @property
    def arm(self) -> str:
        """The arm whose numbers the sliders show: the last of those they move."""
        return "b" if self._config is None else steered(self._config)[-1]

    @property
    def form(self) -> ArmForm:
        """The sliders that are shown, made when they are first."""
        return self._form_of(self.arm)

    def _form_of(self, arm: str) -> ArmForm:
        if arm not in self._forms:
            form = ArmForm(self._themes, arm)
            form.changed.connect(self._on_changed)
            form.released.connect(self.released)
            form.lock(self._may, self._reason)
            form.keep_few(*self._few)
            self._forms[arm] = form
            self._stack.addWidget(form)
        return self._forms[arm]

    def control(self, setting: str) -> QWidget:
        """The control of a setting of the steered arm."""
        return self.form.control(setting)

    def set_config(self, config: Config) -> None:
        """Show these values; nothing is sent."""
        self._config = config
        arms, chosen = arms_of(config), config["steered"]
        for count, choice in enumerate(self.choices, start=2):
            choice.setVisible(count == len(arms))
            choice.set_index(len(arms) if chosen == ALL else arms.index(self.arm))
        form = self.form
        form.set_config(config)
        self._stack.setCurrentWidget(form)
        self._fit()
        self._cue()
        self.title.setText("Controls for" if len(arms) > 1 else phrase("Controls for {arm}", arm="A"))
        self._note.setText(note_of(config))
        self._place_letters()

    def _on_changed(self, setting: str, value: object) -> None:
        """One setting of the arms that are steered; of hands on a slider the first ends its cue."""
        if self._config is not None:
            self._cued = tuple(name for name in self._cued if name != setting)
            self._cue()
            self.changed.emit({arm_key(arm, setting): value for arm in steered(self._config)})

    def lock(self, may: Callable[[str], bool], reason: str) -> None:
        """Lock what may not be used."""
        self._may, self._reason = may, reason
        for form in self._forms.values():
            form.lock(may, reason)

    def cue(self, settings: tuple[str, ...]) -> None:
        """Mark these settings, named without a letter, of the steered arm."""
        self._cued = settings
        self._cue()

    def keep_few(self, few: bool, wanted: tuple[str, ...]) -> None:
        """On a projector or in a small window: the sliders of the question alone."""
        self._few = (few, wanted)
        for form in self._forms.values():
            form.keep_few(few, wanted)
        for part in (self._rule, self._note):
            part.setVisible(not few)
        self._fit()

    def _cue(self) -> None:
        for arm, form in self._forms.items():
            form.cue(self._cued if arm == self.arm else ())

    def _fit(self) -> None:
        """The column is as high as the sliders that are shown."""
        for form in self._forms.values():
            form.setSizePolicy(form.sizePolicy().horizontalPolicy(), form.sizePolicy().Policy.Ignored)
        form = self.form
        form.setSizePolicy(form.sizePolicy().horizontalPolicy(), form.sizePolicy().Policy.Preferred)
        self._stack.adjustSize()

    def _place_letters(self) -> None:
        """Beside their title, or below it where both are too long for the column."""
        theme, count = self._themes.current, 0 if self._config is None else len(arms_of(self._config))
        widest = max(text_width(words, theme.font("label")) for words in (ALL_WORD, "A"))
        need = self.title.sizeHint().width() + theme.px(8) + (count + 1) * (widest + theme.px(LETTER_AIR))
        way = QBoxLayout.Direction
        fits = count < 2 or need <= theme.size("controls") - 2 * theme.size("card_padding")
        self._head.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(8)))
        self._head.setSpacing(round(self._themes.current.px(8)))
        self._place_letters()


def note_of(config: Config) -> str:
    """What is learned from, and what the arms have in common."""
    arms = arms_of(config)
    other = len({config[arm_key(arm, "batch")] for arm in arms}) > 1
    same = ALONE if len(arms) == 1 else OTHER if other else SAME
    return phrase("{data}, {count} examples. {same}", data=DATA[config["dataset"]], count=config["n_train"], same=same)
