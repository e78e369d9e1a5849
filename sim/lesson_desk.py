"""A step of a lesson, carried out without a window: its settings, its edits, and a scripted hand, through the same
session that the window drives.

    desk = Desk(step, patience=20.0)       the state at the beginning of the step
    desk.do(action)                        what the hand does; LessonError where it is refused
    desk.fields()                          what a goal can ask
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from math import inf
from time import perf_counter
from typing import Any

from sim.commands import Command, Configure, Edit, Look, Play, Restart
from sim.commands import Step as StepOn
from sim.config import Config
from sim.errors import ConfigError, sentence, unknown
from sim.lesson_controls import settings_meant
from sim.lesson_fields import fields_of, is_card
from sim.lesson_parts import Action, Step
from sim.mailbox import Frame, Status
from sim.phrases import phrase
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.lab_view import LabView
from sim.simulations.playground_view import PlaygroundView
from sim.simulations.race_view import RaceView

OWNER = "lesson"
FIRST = ("preset", "view", "mode", "dataset", "surface", "data", "layers", "optimizer")
"""Settings that bring others along, in the order in which they are made."""
SEED = "seed"
BY_WINDOW = ("pinned", "hand.drags")
"""What a script may pretend that the window has seen, beside opened cards."""
VIEWS: Mapping[str, Any] = {
    "playground": PlaygroundView(pixels=16, thumbnail=0, fold=-1, twins=True, separability=True),
    "lab": LabView(frozenset(("stars", "flu", "masks", "correlation", "penalty"))),
    "race": RaceView((-1.0, 1.0, -1.0, 1.0), 2, 2),
}
MOST_PONDERING = 5000


class LessonError(ValueError):
    """Something that a scripted hand cannot do. The text is a sentence."""


def config_of(step: Step) -> tuple[Config, int]:
    """The settings of a step, and the seed of its run. ConfigError where they are not legal for its panel."""
    if step.panel not in SIMULATIONS:
        raise unknown("panel", step.panel, SIMULATIONS)
    simulation = SIMULATIONS[step.panel]
    config, settings = Config.defaults(simulation.parameters), dict(step.setup)
    seed = settings.pop(SEED, 0)
    if SEED in config.parameters:
        seed = config.parameters[SEED].check(seed)
    for key in FIRST:
        if key in settings and key in config.parameters:
            config = simulation.arrange(config.replace({key: settings[key]}), key)
    for key, value in settings.items():
        names = config.parameters.matching(key)
        if not names:
            raise unknown("setting", key, config.parameters.keys())
        config = config.replace(dict.fromkeys(names, value))
    return config, int(seed)


def prepare(panel: str, config: Config) -> float:
    """Warm up the kernels that a config needs; the seconds that this took."""
    simulation, began = SIMULATIONS[panel], perf_counter()
    for label in simulation.needed(config):
        warmed(panel, label)
    return perf_counter() - began


@lru_cache(maxsize=100)
def warmed(panel: str, label: str) -> None:
    """Compile, or load, the kernel behind a label, once."""
    simulation = SIMULATIONS[panel]
    for known, warm_up in (*simulation.prepare, *simulation.prepare_later):
        if known == label:
            warm_up()


class Desk:
    """A run at the beginning of a step, and what the hand has done to it. patience: seconds that it may compute."""

    def __init__(self, step: Step, patience: float, settings: Mapping[str, Any] | None = None) -> None:
        if settings:
            step = replace(step, setup={**step.setup, **settings})
        config, seed = config_of(step)
        self.step = step
        prepare(step.panel, config)
        self._end = perf_counter() + patience
        self.session = Session(OWNER, SIMULATIONS[step.panel], config, seed)
        self.session.speed = inf
        self.session.open(0.0)
        self.marks: dict[str, float] = {}
        self._start: dict[str, float] = {}
        self._send(Look(OWNER, VIEWS.get(step.panel)))
        for action in step.edits:
            self.do(action)
        self._start = self.fields()

    def do(self, action: Action) -> None:
        """Carry out an action. LessonError where it is refused, or takes too long."""
        kind, value = action.kind, action.value
        if kind == "set":
            self._set(value)
        elif kind == "edit":
            self._send(Edit(OWNER, *value))
        elif kind == "twins":
            self._set({"twins": value})
        elif kind == "restart":
            self._send(Restart(OWNER, value))
        elif kind == "run":
            self._run(value)
        elif kind == "passes":
            self._run(value * int(getattr(self.frame().snapshot, "steps_per_epoch", 1)))
        elif kind == "play":
            self._send(Play(OWNER))
            self._work(lambda: self.session.playing)
        elif kind == "answer":
            self.marks["answer.given"] = 1.0
        else:
            self._mark(value)
        self._calm()

    def fields(self) -> dict[str, float]:
        """All fields as they are now."""
        frame = self.frame()
        if frame.snapshot is None or frame.config is None:
            raise LessonError("There is nothing to see.")
        return fields_of(self.step.panel, frame.snapshot, frame.config, self._start, self.marks)

    def frame(self) -> Frame:
        """What the window would be shown. LessonError where something went wrong."""
        frame = self.session.frame(Status())
        if frame.error is not None:
            raise LessonError(phrase("{title}: {reason}", title=frame.error.title, reason=frame.error.reason))
        return frame

    def config(self) -> Config:
        """The settings now in force."""
        config = self.frame().config
        if config is None:
            raise LessonError("There are no settings.")
        return config

    def _set(self, settings: Mapping[str, Any]) -> None:
        config = self.config()
        for key, value in settings.items():
            names = settings_meant(self.step.panel, key)
            if not names:
                raise LessonError(str(unknown("setting", key, config.parameters.keys())))
            try:
                config = self.session.simulation.arrange(config.replace(dict.fromkeys(names, value)), key)
            except ConfigError as error:
                raise LessonError(sentence(error)) from None
        self._end += prepare(self.step.panel, config)
        self._send(Configure(OWNER, config))

    def _mark(self, marks: Mapping[str, float]) -> None:
        for name in marks:
            if name not in BY_WINDOW and not is_card(name):
                raise LessonError(str(unknown("mark of the window", name, (*BY_WINDOW, "card.1"))))
        self.marks.update(marks)

    def _run(self, steps: int) -> None:
        self._send(StepOn(OWNER, steps))
        self._work(lambda: self.session.on_its_way)

    def _send(self, command: Command) -> None:
        self.session.take(command)
        while self.session.unsettled:
            self.session.settle(0.0)
        self.frame()

    def _work(self, wanted: Any) -> None:
        while wanted():
            self.session.work(0.0, perf_counter)
            if perf_counter() > self._end:
                raise LessonError("This takes too long; a step of a lesson must be computed within seconds.")
        self.frame()

    def _calm(self) -> None:
        """Let the simulation find out what it looks for at rest."""
        for _ in range(MOST_PONDERING):
            self.frame()
            if self.session.patience(0.0) is None or perf_counter() > self._end:
                return
            self.session.work(0.0, perf_counter)
