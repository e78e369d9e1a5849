"""Good places to start from: whole settings under a name, as data.

A preset sets what it names and leaves everything else at its default, so that the same preset is always the same run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.config import Config
from sim.simulations.playground_config import PARAMETERS, arrange


@dataclass(frozen=True)
class Preset:
    """One entry of PRESETS. `question` is what the learner can find out with it."""

    key: str
    title: str
    question: str
    settings: Mapping[str, object]

    def config(self) -> Config:
        """The whole config: a mode and a data set bring what belongs to them, then the preset's own settings count."""
        config = Config.defaults(PARAMETERS)
        for key in ("mode", "dataset"):
            if key in self.settings:
                config = arrange(config.replace({key: self.settings[key]}), key)
        return config.replace(self.settings)


XOR_CLOUDS = {"dataset": "xor", "n": 120, "noise": 0.12, "test_share": 0.0}
FOLD = {
    "mode": "network", **XOR_CLOUDS, "layers": "2", "activation": "tanh", "optimizer": "momentum", "twins": 400,
    "learning_rate": 0.1, "momentum": 0.9, "init": "uniform",
}  # fmt: skip

PRESETS: dict[str, Preset] = {
    preset.key: preset
    for preset in (
        Preset("xor", "One unit on XOR", "Three rules, four points: which line gets all right?", {"mode": "unit"}),
        Preset(
            "line", "One unit finds a line", "How many mistakes until a perfect border?",
            {"mode": "unit", "dataset": "gaussians", "n": 60, "noise": 0.35},
        ),
        Preset(
            "outlier", "Three rules, a far cloud", "Who still makes mistakes although a border exists?",
            {"mode": "unit", "dataset": "outliers", "data_seed": 3},
        ),
        Preset(
            "digits", "Ten units read digits", "How far do ten straight borders get in 64 dimensions?",
            {"mode": "unit", "dataset": "digits"},
        ),
        Preset(
            "table", "One unit, 100,000 rows", "The perceptron is still used on big data: why?",
            {"mode": "unit", "dataset": "table"},
        ),
        Preset("fold", "Two hidden units fold the plane", "Two hidden units: does training find the fold?", FOLD),
        Preset("four", "Four hidden units", "Do two more units help more seeds?", {**FOLD, "layers": "4"}),
        Preset(
            "peers", "TensorFlow Playground's start", "The circle, with the constants that many know.",
            {
                "mode": "network", "dataset": "circle", "peers": True, "n": 500, "noise": 0.0, "test_share": 0.5,
                "layers": "4 2", "activation": "tanh", "output": "tanh", "loss": "squared_error", "optimizer": "sgd",
                "learning_rate": 0.03, "batch": 10, "init": "peers",
            },
        ),
        Preset(
            "squares", "A circle without hidden units", "Who invents the feature: you, or the network?",
            {
                "mode": "network", "dataset": "circle", "layers": "", "features": "x1_squared x2_squared",
                "learning_rate": 0.3,
            },
        ),
        Preset(
            "spiral", "The spiral", "How many units does it take?",
            {
                "mode": "network", "dataset": "spiral", "n": 400, "noise": 0.01, "test_share": 0.3, "layers": "12 12",
                "activation": "tanh", "optimizer": "adam", "learning_rate": 0.005, "init": "uniform",
            },
        ),
        Preset(
            "dropout", "Noise, and dropout against it", "Does leaving units out calm the border?",
            {
                "mode": "network", "dataset": "moons", "n": 120, "noise": 0.35, "layers": "32", "activation": "relu",
                "init": "he", "optimizer": "adam", "learning_rate": 0.02, "dropout": 0.4,
            },
        ),
        Preset(
            "arms", "Three classes", "One output for each class: where do they meet?",
            {
                "mode": "network", "dataset": "three_arms", "layers": "12 8", "optimizer": "adam", "init": "glorot",
                "learning_rate": 0.02,
            },
        ),
        Preset(
            "wave", "Draw a wave", "How many bends does a wave need?",
            {
                "mode": "network", "dataset": "sine", "layers": "6", "optimizer": "adam", "init": "uniform",
                "learning_rate": 0.02,
            },
        ),
    )
}  # fmt: skip
