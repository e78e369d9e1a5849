"""Who can take part in the race of deep networks: the table ARMS.

All are the same network, `depth` hidden layers of `width` units, and begin with the same numbers (`sim.depth_start`);
they differ in the activation, in how large the first weights are, and in one cure each. The first three are the
question, the others are answers that were found to it.
"""

from dataclasses import dataclass

from sim.depth_network import DeepNetwork, built
from sim.depth_start import first_weights, layer_sizes


@dataclass(frozen=True)
class Arm:
    """One entry of ARMS. `gain` multiplies the first weights. `cure`: whether it is one, and off at the beginning."""

    key: str
    title: str
    activation: str
    init: str
    about: str
    source: str
    cure: bool = True
    gain: float = 1.0
    pretrained: bool = False
    normalised: bool = False
    residual: bool = False


ARMS: dict[str, Arm] = {
    "sigmoid": Arm(
        key="sigmoid",
        title="Sigmoid",
        activation="sigmoid",
        init="fan_in",
        about="The unit of 1986 with the usual start of its time.",
        source="Rumelhart, Hinton & Williams 1986",
        cure=False,
    ),
    "tanh": Arm(
        key="tanh",
        title="tanh",
        activation="tanh",
        init="fan_in",
        about="The same curve, symmetric around 0 and four times as steep.",
        source="LeCun, Bottou, Orr & Müller 1998",
        cure=False,
    ),
    "relu": Arm(
        key="relu",
        title="ReLU",
        activation="relu",
        init="fan_in",
        about="A gate, with the start that the others have.",
        source="Nair & Hinton 2010",
        cure=False,
    ),
    "relu_he": Arm(
        key="relu_he",
        title="ReLU + He",
        activation="relu",
        init="he",
        about="A gate, and weights that make up for the half it shuts.",
        source="He, Zhang, Ren & Sun 2015",
    ),
    "tanh_glorot": Arm(
        key="tanh_glorot",
        title="tanh + Glorot",
        activation="tanh",
        init="glorot",
        about="An old unit with weights that keep signals and gradients at one size.",
        source="Glorot & Bengio 2010",
    ),
    "sigmoid_glorot": Arm(
        key="sigmoid_glorot",
        title="Sigmoid + 4 × Glorot",
        activation="sigmoid",
        init="glorot",
        about="The unit of 1986 again, its weights four times as large because its slope is a quarter.",
        source="Glorot & Bengio 2010",
        gain=4.0,
    ),
    "pretrained": Arm(
        key="pretrained",
        title="Sigmoid + pretraining",
        activation="sigmoid",
        init="fan_in",
        about="Each layer first learns without labels to give back what it is shown, then all learn together.",
        source="Hinton et al. 2006",
        pretrained=True,
    ),
    "batch_norm": Arm(
        key="batch_norm",
        title="Sigmoid + batch norm",
        activation="sigmoid",
        init="fan_in",
        about="Every sum is centred and scaled by what the other digits of its batch have.",
        source="Ioffe & Szegedy 2015",
        normalised=True,
    ),
    "residual": Arm(
        key="residual",
        title="ReLU + residual",
        activation="relu",
        init="he",
        about="Every layer adds to what came in, so there is a way back that no gate shuts.",
        source="He, Zhang, Ren & Sun 2015",
        residual=True,
    ),
}


def first_network(arm: Arm, depth: int, width: int, seed: int) -> DeepNetwork:
    """The network of an arm before its first update, and before any pretraining."""
    weights = first_weights(layer_sizes(depth, width), arm.init, seed, gain=arm.gain)
    return built(weights, arm.activation, arm.normalised, arm.residual)
