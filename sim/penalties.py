"""What a large weight costs: L1 and L2. Biases cost nothing.

L2 adds l2 w to the gradient of a weight w, as the derivative of l2/2 sum w^2. L1 is a proximal step: after the update,
each weight moves toward 0 by learning_rate * l1 and stops there. In its other form the subgradient l1 sign(w) is added
to the gradient: that leaves weights hopping around 0, where none ever stays, and is there to show it.

A velocity has the threshold in it: it becomes the step that was really taken. So l1 is the lambda of the lasso under
plain descent (Daubechies, Defrise & De Mol 2004), under momentum (Ochs, Chen, Brox & Pock 2014) and under Nesterov's
(Beck & Teboulle 2009) alike. Optimizers that divide a gradient by its size do not divide the threshold: under Adagrad,
Adadelta, RMSprop and Adam l1 tells how fast weights shrink, beside steps of about the learning rate, and is no lambda.
"""

from dataclasses import dataclass

from sim.lanes import one, where, zero
from sim.portable import portable


@dataclass(frozen=True)
class Penalty:
    """One entry of PENALTIES."""

    key: str
    title: str
    formula: str
    about: str
    source: str


@portable
def soft_threshold(theta, size):
    """theta, nearer to 0 by `size`, and exactly 0 where it was no farther away than that; NaN stays."""
    return theta - where(theta > size, size, where(theta < -size, -size, theta))


@portable
def subgradient(theta):
    """The slope of |theta|: 1 or -1, and 0 at 0, one of the many that touch it there."""
    return where(theta > zero(theta), one(theta), where(theta < zero(theta), -one(theta), zero(theta)))


PENALTIES: dict[str, Penalty] = {
    "l1": Penalty(
        key="l1",
        title="L1",
        formula="+ λ Σ |w|;  after the update w ← sign(w) max(|w| − η λ, 0)",
        about="Takes the same amount from every weight: small ones become exactly 0, a few large ones remain.",
        source="Tibshirani 1996; Daubechies, Defrise & De Mol 2004",
    ),
    "l2": Penalty(
        key="l2",
        title="L2",
        formula="+ λ/2 Σ w²;  gradient + λ w",
        about="Takes a share of every weight: all become small, none exactly 0.",
        source="Hoerl & Kennard 1970; Krogh & Hertz 1992",
    ),
    "dropout": Penalty(
        key="dropout",
        title="Dropout",
        formula="a ← a m / (1 − p),  m = 0 with probability p, else 1",
        about="Silences hidden units at random while learning, so that none may rely on another.",
        source="Hinton et al. 2012; Srivastava et al. 2014",
    ),
}
