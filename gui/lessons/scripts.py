"""What a lesson puts in place, and what its script does, carried out in the window: the same commands as by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sim.commands import Play, Restart
from sim.commands import Step as StepOn
from sim.errors import ConfigError
from sim.lesson_controls import settings_meant
from sim.phrases import phrase
from sim.simulations import SIMULATIONS

if TYPE_CHECKING:
    from gui.panels.base import Panel
    from sim.config import Config
    from sim.lesson_parts import Action


def carry_out(panel: Panel, action: Action) -> None:
    """One action of `sim.lesson_actions`. What only the learner's card knows (answers, marks) is left alone.

    ConfigError where a setting is refused.
    """
    deed = _DEEDS.get(action.kind)
    if deed is not None:
        deed(panel, action.value)


def _set(panel: Panel, settings: dict[str, Any]) -> None:
    config: Config = panel.config
    simulation = SIMULATIONS[panel.entry.simulation]
    for key, value in settings.items():
        names = settings_meant(panel.entry.simulation, key)
        if not names:
            raise ConfigError(phrase("There is no setting {key}.", key=repr(key)))
        config = simulation.arrange(config.replace(dict.fromkeys(names, value)), key)
    panel.apply(config)


def _passes(panel: Panel, count: int) -> None:
    steps = int(getattr(getattr(panel, "snapshot", None), "steps_per_epoch", 1))
    panel.send(StepOn(panel.key, count * steps))


_DEEDS: dict[str, Callable[[Panel, Any], None]] = {
    "set": _set,
    "edit": lambda panel, value: panel.edit(*value),
    "twins": lambda panel, count: _set(panel, {"twins": count}),
    "restart": lambda panel, seed: panel.send(Restart(panel.key, seed)),
    "run": lambda panel, steps: panel.send(StepOn(panel.key, steps)),
    "passes": _passes,
    "play": lambda panel, _: panel.send(Play(panel.key)),
}
