"""How far one line gets in every layer: an exact yes or no where there is one, and the accuracy of the best line found.

An answer can cost more than a frame may, so what is known is kept: a line that got every point right, or the few points
that no line separates, is checked again in the next frame. That is cheap, and as exact as finding it (`sim.separable`).
Only where neither holds any more is a new answer looked for, for one layer in a frame; until there is one, the answer
is None and the accuracy that of the best line found so far, which is never above the true one.

`settle` decides what is left, one layer at a call, when the run rests.
"""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.best_line import best_cut, best_line, random_directions
from sim.datasets import features
from sim.margin import shortest_vector, turned
from sim.network_plan import N_IN, N_OUT, OUTPUTS, Plan
from sim.network_training import Examples, evaluate, lay_out
from sim.separable import certain, mixture, scaled, separable, surely_mixed
from sim.simulations.playground_view import Array, Data, Separable

Labels = NDArray[np.int8]

ROUNDS, MANY = 16, 2_000
"""So far a frame goes in looking for a line or a proof; among more numbers, only now and then."""
CUTS = 10_000
"""Points that a frame puts in order, over all layers."""
FEW = 12
"""So few points of a plane have their best line found in a frame."""
MOST_SWEPT, MOST_EXACT, WIDEST_EXACT = 300, 20_000, 8
"""At rest, the best line is exact for so many points of a plane, and the answer for so many numbers and columns."""
LARGEST = 1e100
TRIES = 40
"""So many frames look for a better line through points that stay as they are."""


@dataclass(eq=False)
class Meter:
    """What is known of one layer and one class against the rest.

    weights: a line that got every point right; proof: rows that no line separates; best: the best line otherwise.
    """

    weights: Array | None = None
    proof: NDArray[np.int64] | None = None
    best: Array | None = None
    accuracy: float = 0.0
    yes: bool | None = None
    exact: bool = False
    tries: int = 0


@dataclass(eq=False)
class SeparableMemory:
    """What is kept from one frame to the next. places: per layer the points as it sees them, (points, units).
    behind: the answers are those of the frame before."""

    data: Data | None = None
    names: tuple[str, ...] = ()
    laid: Examples | None = None
    labels: tuple[Labels, ...] = ()
    key: bytes = b""
    places: tuple[Array, ...] = ()
    meters: dict[tuple[int, int], Meter] = field(default_factory=dict)
    turn: int = 0
    answers: tuple[Separable, ...] = ()
    behind: bool = False


def separable_seen(
    memory: SeparableMemory, plan: Plan, parameters: Array, data: Data, names: tuple[str, ...]
) -> tuple[Separable, ...]:
    """How far one line gets with the points to learn from: among the inputs, then in each hidden layer.

    () for a regression and where there are no points. Of more than two classes each is told from the rest; the worst
    counts. names: the input features. The same object as long as nothing has changed.
    """
    if memory.data is not data or memory.names != names:
        prepare_points(memory, data, names)
    if not memory.labels or memory.laid is None:
        return ()
    key = key_of(plan, parameters)
    fresh = memory.key != key
    if fresh:
        look(memory, plan, parameters, memory.laid)
        memory.key = key
    if fresh or any(meter.yes is None or improvable(meter) for meter in memory.meters.values()):
        memory.answers = measured(memory)
    return memory.answers


def separable_in_turn(
    memory: SeparableMemory, plan: Plan, parameters: Array, data: Data, names: tuple[str, ...]
) -> tuple[Separable, ...]:
    """`separable_seen`, but while the weights move in every second frame alone; the other shows what the last one did.

    Measuring costs more than all the rest of a picture. At rest `settle` sees to it that the answers are those of now.
    """
    known = memory.data is data and memory.names == names and len(memory.answers) == len(plan)
    memory.behind = known and not memory.behind and memory.key != key_of(plan, parameters)
    return memory.answers if memory.behind else separable_seen(memory, plan, parameters, data, names)


def key_of(plan: Plan, parameters: Array) -> bytes:
    """What the answers depend on, beside the points."""
    return parameters.tobytes() + plan.tobytes()


def prepare_points(memory: SeparableMemory, data: Data, names: tuple[str, ...]) -> None:
    """Other points. What was known is only a guess now; of another number of points it is nothing."""
    x, answers = data.x[data.train], data.answers[data.train]
    former = memory.labels
    memory.data, memory.names, memory.key, memory.answers = data, names, b"", ()
    memory.laid, memory.labels, memory.places = None, (), ()
    if data.classes and len(x):
        told = features(x, names) if x.shape[1] <= 2 else x
        memory.laid = lay_out(told, np.zeros((len(told), 1)))
        classes = (1,) if len(data.classes) <= 2 else range(len(data.classes))
        memory.labels = tuple((answers == number).astype(np.int8) for number in classes)
    if [len(labels) for labels in former] != [len(labels) for labels in memory.labels]:
        memory.meters = {}


def look(memory: SeparableMemory, plan: Plan, parameters: Array, laid: Examples) -> None:
    """The points as every layer sees them now. Where a layer sees them as before, what is known of it stays."""
    _, units = evaluate(plan, "squared_error", parameters, laid)
    firsts = [0, *(int(row[OUTPUTS]) for row in plan[:-1])]
    sizes = [int(plan[0, N_IN]), *(int(row[N_OUT]) for row in plan[:-1])]
    before = memory.places
    memory.places = tuple(np.ascontiguousarray(units[at : at + size].T) for at, size in zip(firsts, sizes))
    for layer, places in enumerate(memory.places):
        same = layer < len(before) and np.array_equal(places, before[layer])
        for k in range(len(memory.labels)):
            meter = memory.meters.setdefault((layer, k), Meter())
            if not same:
                meter.yes, meter.exact, meter.tries = None, False, 0
    for key in [key for key in memory.meters if key[0] >= len(memory.places)]:
        del memory.meters[key]


def measurable(places: Array) -> bool:
    """Whether the places are numbers that can be squared."""
    return bool((np.abs(places) < LARGEST).all())


def improvable(meter: Meter) -> bool:
    """Whether another frame may find a better line."""
    return not meter.exact and meter.tries < TRIES


def measured(memory: SeparableMemory) -> tuple[Separable, ...]:
    """Every layer, with as much work as a frame may take; who searched last comes last in the next frame."""
    layers, cuts = len(memory.places), CUTS
    searches, found = 1, dict[int, list[Meter]]()
    memory.turn += 1
    for turn in range(layers):
        layer = (turn + memory.turn) % layers
        for k, labels in enumerate(memory.labels):
            meter, places = memory.meters[layer, k], memory.places[layer]
            if not measurable(places):
                meter.yes, meter.accuracy = None, float(max(labels.mean(), 1.0 - labels.mean()))
            elif meter.yes is None or improvable(meter):
                rows = turned(places, labels)
                check(meter, rows)
                if meter.yes is None and searches and is_time(memory.turn, rows.size):
                    searches -= 1
                    search(meter, rows, ROUNDS)
                cuts -= improve(meter, places, labels, cuts, memory.turn)
            found.setdefault(layer, []).append(meter)
    return tuple(worst(found[layer]) for layer in range(layers))


def is_time(turn: int, numbers: int) -> bool:
    """Whether a frame may look for an answer: in many numbers every fourth does."""
    return numbers <= MANY or (numbers <= CUTS and turn % 4 == 0)


def worst(meters: list[Meter]) -> Separable:
    """The answer of a layer: every class has to be told from the rest."""
    answers = [meter.yes for meter in meters]
    yes = False if False in answers else None if None in answers else True
    return Separable(min(meter.accuracy for meter in meters), yes)


def check(meter: Meter, rows: Array) -> None:
    """Whether what was known still holds, exactly."""
    if meter.yes is not None:
        return
    if meter.weights is not None and len(meter.weights) == rows.shape[1] and certain(rows, meter.weights):
        settled(meter, True)
    elif meter.proof is not None and surely_mixed(rows[meter.proof]):
        settled(meter, False)


def settled(meter: Meter, yes: bool) -> None:
    """The answer is known."""
    meter.yes = yes
    if yes:
        meter.accuracy, meter.exact = 1.0, True


def search(meter: Meter, rows: Array, rounds: int) -> None:
    """Look for a line or a proof."""
    weights, support = shortest_vector(scaled(rows), rounds)
    for guess in (weights, np.eye(1, rows.shape[1])[0], -np.eye(1, rows.shape[1])[0]):
        if certain(rows, guess):
            meter.weights = guess
            settled(meter, True)
            return
    support = np.sort(support)
    if surely_mixed(rows[support]) or (on_corners(rows) and mixture(rows[support])):
        meter.proof = support
        settled(meter, False)


def on_corners(rows: Array) -> bool:
    """Whether all are small whole numbers, with which fractions are quick."""
    return bool((rows == np.round(rows)).all() and np.abs(rows).max() <= 16)


def improve(meter: Meter, places: Array, labels: Labels, cuts: int, turn: int) -> int:
    """Look for a better line with as many points put in order as there are left; how many were."""
    if meter.exact:
        return 0
    n, inputs = len(places), places.shape[1]
    if n <= FEW and inputs == 2:
        exactly(meter, places, labels)
        return n
    started, meter.accuracy = cuts, float(max(labels.mean(), 1.0 - labels.mean()))
    for direction in directions(meter, places, labels, turn):
        if cuts < n and started - cuts:
            break
        cuts -= n
        share, (cut, sign) = best_cut(places @ direction, labels)
        if share > meter.accuracy:
            meter.accuracy, meter.best = share, sign * np.append(-cut, direction)
        if share == 1.0 and meter.yes is None:
            meter.weights = meter.best
            check(meter, turned(places, labels))
    meter.tries += 1
    return started - cuts


def directions(meter: Meter, places: Array, labels: Labels, turn: int) -> list[Array]:
    """Directions worth a try: the best so far, Fisher's, and some near the best and anywhere, others in every frame."""
    known = [] if meter.best is None or len(meter.best) != places.shape[1] + 1 else [meter.best[1:]]
    spread = places.std(axis=0)
    spread = np.where(spread > 1e-12, spread, 1.0)
    scaled_places = (places - places.mean(axis=0)) / spread
    signs = np.where(labels > 0, 1.0, -1.0) - (2.0 * labels.mean() - 1.0)
    within = scaled_places.T @ scaled_places / len(places) + 1e-3 * np.eye(len(spread))
    tried = [*known, np.linalg.solve(within, signs @ scaled_places / len(places)) / spread]
    anywhere, aside = drawn_directions(places.shape[1])[turn % TRIES]
    tried.append(anywhere / spread)
    if known:
        near = known[0] * spread
        tried.append((near + 0.3 ** (turn % 4) * float(np.sqrt(near @ near)) * aside) / spread)
    return [each / np.sqrt(each @ each) for each in tried if np.isfinite(each).all() and each @ each > 1e-300]


@lru_cache(maxsize=16)
def drawn_directions(inputs: int) -> Array:
    """Two directions of length 1 for each of TRIES frames, (TRIES, 2, inputs)."""
    return random_directions(2 * TRIES, inputs, 0).reshape(TRIES, 2, inputs)


def exactly(meter: Meter, places: Array, labels: Labels) -> None:
    """The best line of few points of a plane, and the answer."""
    line = best_line(places, labels)
    meter.accuracy, meter.exact = line.accuracy, line.exact
    meter.best = np.array(line.weights)
    if meter.yes is None:
        meter.yes = line.right == len(labels)


# At rest


def settle(memory: SeparableMemory) -> bool:
    """Decide one layer that is undecided, whatever it takes within reason; False where nothing is left to decide.

    Where the answers are behind, the next frame measures first.
    """
    if memory.behind:
        return True
    for (layer, k), meter in memory.meters.items():
        places, labels = memory.places[layer], memory.labels[k]
        n, inputs = places.shape
        if not measurable(places):
            continue
        if meter.yes is None and n * inputs <= MOST_EXACT and inputs <= WIDEST_EXACT:
            answer = separable(places, labels)
            meter.proof = np.array(answer.proof, np.int64) if answer.proof else meter.proof
            meter.weights = np.array(answer.weights) if answer.weights else meter.weights
            settled(meter, answer.yes)
        elif not meter.exact and inputs == 2 and n <= MOST_SWEPT:
            exactly(meter, places, labels)
        else:
            continue
        memory.answers = ()
        memory.answers = measured(memory)
        return True
    return False
