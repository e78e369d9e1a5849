"""The regularization path: what becomes of every weight as weights cost more and more.

    path = sim.regularization_path(network, x, y, penalty="l1", learning_rate=0.2)
    path.lambdas[40], path.network(40).weights, path.zeros[40]

Every lambda is a network of its own, and all of them are trained at once, side by side in the lanes, from the same
weights with the same examples: full batches and plain gradient descent. For one linear unit with the squared error
this is the path of the lasso (Tibshirani 1996) and of ridge regression (Hoerl & Kennard 1970), in the convention
loss = mean (error^2) / 2 + lambda sum |w| or + lambda / 2 sum w^2. Biases cost nothing. Momentum, whose lambda is the
same, would come to the same path; an optimizer that divides gradients by their size would not (`sim.penalties`).

Networks are float32. An exact zero is one: the proximal step puts it there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.dropout_draws import dropout_of
from sim.errors import ConfigError, quote, unknown
from sim.given_numbers import finite, whole
from sim.network import LARGEST_PENALTY, Network, check_examples
from sim.network_ensemble import Ensemble, begin_many, evaluate_ensemble
from sim.network_kernels import MANY, STEP
from sim.network_plan import Plan, make_plan, numbers, parameter_count, penalised, split
from sim.network_rules import BY_SLOPE, BY_THRESHOLD, HYPERS, L1, L2, PENALISE
from sim.network_training import Rows, Settings, constants_for, switches_of
from sim.penalty_path_kernels import train_priced
from sim.phrases import phrase
from sim.targets import aligned, kernel

Row = NDArray[np.float64]

PENALTIES_WITH_PATHS = ("l1", "l2")
FORMS = {"threshold": BY_THRESHOLD, "slope": BY_SLOPE}
"""How L1 acts: as a proximal step after the update, or as a subgradient that leaves no weight at 0."""
MOST_LAMBDAS, MOST_STEPS = 10_000, 10_000_000
LEAST, LARGEST, USUAL = 1e-4, 10.0, 256


@dataclass(eq=False)
class PathRun:
    """Networks under training, one for each of `lambdas` (count,), from small to large."""

    ensemble: Ensemble
    lambdas: Row
    penalty: str
    form: str
    hyper: Rows
    rate: float

    @property
    def steps(self) -> int:
        """Updates so far."""
        return int(self.ensemble.clock[STEP])


@dataclass(frozen=True, eq=False)
class RegularizationPath:
    """What came out: for each of `lambdas` (count,) the parameters (count, parameters), as `Network.parameters`.

    zeros, loss, cost (count,): how many weights are exactly 0; the mean loss without the penalty; the penalty. ended:
    the update that left the finite numbers, or NaN.
    """

    penalty: str
    form: str
    lambdas: Row
    parameters: NDArray[np.float32]
    zeros: NDArray[np.int64]
    loss: Row
    cost: Row
    ended: Row
    steps: int
    origin: Network | None = None

    def network(self, index: int) -> Network:
        """The network that lambdas[index] led to."""
        origin = self.origin
        known = isinstance(index, int | np.integer) and not isinstance(index, bool)
        if origin is None or not known or not 0 <= index < len(self.lambdas):
            raise ConfigError(
                phrase("There are networks 0 to {last}, not {index}.", last=len(self.lambdas) - 1, index=quote(index))
            )
        made = Network(origin.layers, origin.activation, origin.output, origin.loss, origin.init, origin.seed)
        made.weights, made.biases = split(made.plan, self.parameters[index])
        return made


def usual_lambdas(count: int = USUAL) -> Row:
    """`count` prices of a weight, in equal ratios."""
    return np.geomspace(LEAST, LARGEST, count)


def begin_path(
    plan: Plan,
    loss: str,
    parameters: ArrayLike,
    x: ArrayLike,
    y: ArrayLike,
    lambdas: ArrayLike,
    penalty: str = "l1",
    form: str = "threshold",
    learning_rate: float = 0.1,
) -> PathRun:
    """A path that has not begun: every network starts from `parameters` (parameters,)."""
    prices = np.asarray(lambdas, np.float64)
    ensemble = begin_many(plan, loss, np.tile(np.asarray(parameters, np.float64), (len(prices), 1)), x, y)
    blocks = len(ensemble.learner.p)
    hyper = np.zeros((blocks, HYPERS, MANY))
    lane = np.minimum(np.arange(blocks * MANY), len(prices) - 1)
    hyper[:, 0], hyper[:, L1 if penalty == "l1" else L2] = learning_rate, prices[lane].reshape(blocks, MANY)
    return PathRun(ensemble, prices, penalty, form, aligned(hyper, np.float32), learning_rate)


def advance_path(run: PathRun, steps: int) -> None:
    """`steps` updates of every network, in place."""
    ensemble, settings = run.ensemble, Settings("sgd", (run.rate, 0.0, 0.0, 0.0))
    switches = switches_of(settings, ensemble.loss, 1)
    switches[PENALISE] = FORMS[run.form]
    kernel(train_priced)(
        ensemble.plan, switches, ensemble.data, ensemble.learner, run.hyper, constants_for(settings, np.float32),
        dropout_of(settings, len(ensemble.plan), 0, np.float32), ensemble.work, ensemble.clock, ensemble.ended,
        steps,
    )  # fmt: skip


def path_seen(run: PathRun, origin: Network | None = None) -> RegularizationPath:
    """The path as it is now."""
    ensemble = run.ensemble
    parameters = ensemble.parameters
    weights = parameters[:, penalised(ensemble.plan) > 0.0].astype(np.float64)
    with np.errstate(all="ignore"):
        size = np.abs(weights).sum(axis=1) if run.penalty == "l1" else 0.5 * np.square(weights).sum(axis=1)
        cost = run.lambdas * size
    zeros = (weights == 0.0).sum(axis=1)
    loss = evaluate_ensemble(ensemble)[0].astype(np.float64)
    return RegularizationPath(
        run.penalty, run.form, run.lambdas, parameters, zeros, loss, cost, ensemble.ends, run.steps, origin
    )


def regularization_path(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    penalty: str = "l1",
    lambdas: ArrayLike | None = None,
    steps: int = 3000,
    learning_rate: float = 0.1,
    form: str = "threshold",
) -> RegularizationPath:
    """Train a copy of `network` for each of `lambdas` (256 from 1e-4 to 10 where none are given) on all examples.

    penalty: "l1" or "l2". form: how L1 acts, "threshold" or "slope". Gradient descent is stable while learning_rate *
    (largest curvature + lambda of L2) is below 2. ConfigError names what cannot be.
    """
    x, y = check_examples(network, x, y)
    if penalty not in PENALTIES_WITH_PATHS:
        raise unknown("penalty", penalty, PENALTIES_WITH_PATHS)
    if form not in tuple(FORMS):
        raise unknown("form", form, FORMS)
    rate, count = finite("learning_rate", learning_rate), whole("steps", steps, MOST_STEPS)
    if rate <= 0.0:
        raise ConfigError("learning_rate must be greater than 0.")
    prices = usual_lambdas() if lambdas is None else checked_lambdas(lambdas)
    run = begin_path(network.plan, network.loss, network.parameters, x, y, prices, penalty, form, rate)
    advance_path(run, count)
    return path_seen(run, network)


def checked_lambdas(lambdas: ArrayLike) -> Row:
    """`lambdas` as a row in rising order."""
    prices = np.atleast_1d(numbers(lambdas, "lambdas"))
    fits = prices.ndim == 1 and 0 < prices.size <= MOST_LAMBDAS
    if not fits or not ((prices >= 0.0) & (prices <= LARGEST_PENALTY)).all():
        raise ConfigError(
            phrase(
                "lambdas must be a row of 1 to {most} numbers from 0 to {largest}.",
                most=MOST_LAMBDAS,
                largest=f"{LARGEST_PENALTY:g}",
            )
        )
    return np.sort(prices)


def prepare_path() -> None:
    """Compile, or load, what paths need."""
    plan = make_plan((1, 1), ("linear",))
    run = begin_path(plan, "squared_error", np.zeros(parameter_count(plan)), [[0.0]], [[0.0]], [0.0])
    advance_path(run, 1)
    path_seen(run)
