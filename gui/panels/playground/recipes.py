"""Recipes: a hidden layer with its activation. How often each has worked is kept while everything else is the same.

Everything else is what is set, and the learner's own points. A run in which a setting was changed, or something was
edited, under way belongs to no recipe: what it reaches from there on is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.share_table import Share
from sim.simulations.playground_config import LOOKS, NETWORK, OWN, PARAMETERS, activations_of, hidden_of

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.playground_view import Data, PlaygroundSnapshot

SIZES = (2, 4)
ACTIVATIONS = (("sigmoid", "sigmoid"), ("tanh", "tanh"), ("relu", "ReLU"))
_INDIFFERENT = {
    parameter.key: parameter.default
    for parameter in PARAMETERS
    if parameter.key in {"mode", "layers", "activation", "layer_activations", "twins", "seed", *LOOKS}
}
Place = tuple[int, int]


class KeptShares:
    """What was seen of the recipes under every set of other settings."""

    def __init__(self) -> None:
        self._shares: dict[object, dict[Place, Share]] = {}
        self._data: Data | None = None
        self._points: object = None
        self._key: object = None
        self._config: Config | None = None
        self._edits = 0
        self._mixed_from: int | None = None

    def follow(self, snapshot: PlaygroundSnapshot, config: Config) -> None:
        """A new frame: which table it belongs to, and whether it is still one recipe's run."""
        if snapshot.data is not self._data or config is not self._config:
            self._data = snapshot.data
            own = config["dataset"] == OWN
            self._points = (snapshot.data.x.tobytes(), snapshot.data.answers.tobytes()) if own else None
            self._key = (signature(config), self._points)
        before, edited = self._config, snapshot.edits != self._edits
        changed = () if before is None or before is config else before.changed(config)
        if not all(config.parameters[key].live for key in changed) or snapshot.step < (self._mixed_from or 0):
            self._mixed_from = None
        live = any(config.parameters[key].live and key not in _INDIFFERENT for key in changed)
        if before is not None and snapshot.step > 0 and self._mixed_from is None and (live or edited):
            self._mixed_from = snapshot.step
        self._config, self._edits = config, snapshot.edits

    def keep(self, place: Place, share: Share) -> None:
        """What a recipe has reached so far."""
        if self._mixed_from is None:
            self._shares.setdefault(self._key, {})[place] = share

    def shares(self) -> dict[Place, Share]:
        """What is known under the settings of now."""
        return self._shares.get(self._key, {})


def shapes(inputs: int, outputs: int) -> tuple[str, ...]:
    """What the recipes' networks look like: 2-2-1."""
    return tuple(f"{inputs}-{size}-{outputs}" for size in SIZES)


def recipe_of(config: Config) -> Place | None:
    """The place in the table of what is set, None where it is none of the recipes."""
    if config["mode"] != NETWORK or len(hidden_of(config)) != 1 or hidden_of(config)[0] not in SIZES:
        return None
    names = [key for key, _ in ACTIVATIONS]
    name = activations_of(config)[0]
    return (SIZES.index(hidden_of(config)[0]), names.index(name)) if name in names else None


def settings_of(row: int, column: int, twins: int) -> dict[str, object]:
    """What has to be set for a recipe."""
    return {
        "mode": NETWORK,
        "layers": str(SIZES[row]),
        "activation": ACTIVATIONS[column][0],
        "layer_activations": "",
        "twins": twins,
    }


def signature(config: Config) -> Config:
    """What the shares in one table have in common: all that is set but the recipe, the counting and the looks."""
    return config.replace(_INDIFFERENT)
