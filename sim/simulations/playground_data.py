"""The points of the playground: made by a data set, or the learner's own.

Made points are a pure function of the config. Own points are part of the state: they begin as the points that were
there when the first was touched, and from then on the config's data set is "own". Their places are kept without noise;
noise displaces each by numbers of its own, drawn with `data_seed`, so it acts at once and at 0 all are back.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.datasets import DATASETS, FEATURES, PEERS_DOMAIN, SQUARE, dataset, domain_around, split
from sim.draws import LABELS, NOISE, Draws
from sim.errors import ConfigError
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.playground_config import NETWORK, OWN, ROWS, datasets_of, read_features
from sim.simulations.playground_scales import scale_words
from sim.simulations.playground_view import Array, Data, OwnData, Rect

MOST_POINTS = 10_000
"""So many points the learner may have."""
MOST_CLASSES = 10
SUBSCRIPTS = "₁₂₃₄₅₆₇₈"
ON_POINTS = ("dataset", "n", "noise", "gap", "label_noise", "data_seed", "test_share", "bits", "output", "mode")
"""The settings that points depend on."""


@dataclass(frozen=True, eq=False)
class Own:
    """The learner's points without noise. drawn (n,): which draw displaces each, so that it keeps its own."""

    x: Array
    answers: NDArray[Any]
    classes: tuple[str, ...]
    columns: tuple[str, ...]
    title: str
    domain: Rect
    drawn: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Points:
    """What there is to learn: the points as they are now, what is wrong with them, and the learner's own, if any."""

    data: Data
    warnings: tuple[str, ...]
    own: Own | None = None


def points_of(config: Config, own: Own | None) -> Points:
    """The points of a config. ConfigError where the mode cannot learn them."""
    check_dataset(config)
    data = own_data(config, own) if config["dataset"] == OWN else made_data(config)
    return Points(data, warnings_of(data), own)


def points_after(old: Config, new: Config, points: Points) -> Points:
    """The points under new settings: the same object where none of theirs changed."""
    changed = old.changed(new)
    return points_of(new, points.own) if any(key in ON_POINTS for key in changed) else points


def check_dataset(config: Config) -> None:
    """ConfigError where the mode cannot learn the data set."""
    key, mode = config["dataset"], config["mode"]
    if key in datasets_of(mode):
        return
    if mode == NETWORK:
        raise ConfigError("A network here learns points of the plane or curves; these rows are for one unit.")
    raise ConfigError(
        phrase("One unit tells two classes in the plane apart; {title} is for a network.", title=DATASETS[key].title)
    )


def made_data(config: Config) -> Data:
    """The points of the config's data set; none where they are the rows of a table."""
    key = config["dataset"]
    if key in ROWS:
        title = dict(config.parameters["dataset"].options)[key]  # type: ignore[union-attr]
        return data_around(config, title, np.zeros((0, 2)), np.zeros(0, np.int64), ("0", "1"), SQUARE)
    entry = DATASETS[key]
    bits = config["bits"] if entry.bits else None
    peers = bool(config["peers"]) and entry.peers is not None
    gap = config["gap"] if entry.gap is not None else None
    x, y = dataset(key, config["n"], config["noise"], config["data_seed"], bits=bits, gap=gap, peers=peers)
    classes, box = tuple(str(number) for number in range(entry.classes)), PEERS_DOMAIN if peers else entry.domain
    answers = mislabelled(config, answers_from(y, entry.classes))
    return data_around(config, entry.title, x, answers, classes, box)


def mislabelled(config: Config, answers: NDArray[Any]) -> NDArray[Any]:
    """The answers, with those of a share of the training points dealt among themselves anew.

    A point that is mislabelled at a small share stays so at every larger one, but not with the same label.
    """
    draws, rows = Draws(config["data_seed"]), training_rows(config, len(answers))
    chosen = rows[draws.uniform(len(answers), LABELS)[rows, 0] < config["label_noise"]]
    given = answers.copy()
    given[chosen] = answers[chosen[draws.order(len(chosen), LABELS, 1)]]
    return given


def training_rows(config: Config, count: int) -> NDArray[np.int64]:
    """The points that are learned from."""
    if not count or not config["test_share"]:
        return np.arange(count)
    return split(count, config["test_share"], config["data_seed"])[0]


def answers_from(y: Array, classes: int) -> NDArray[Any]:
    """Class numbers, or the numbers of a regression, from the targets of `sim.datasets`."""
    if classes > 2:
        return np.asarray(y.argmax(axis=1), np.int64)
    return np.array(y[:, 0], np.int64 if classes else np.float64)


def own_data(config: Config, own: Own | None) -> Data:
    """The learner's points, displaced by the noise that is set."""
    if own is None:
        return data_around(config, "Your own points", np.zeros((0, 2)), np.zeros(0, np.int64), ("0", "1"), SQUARE)
    x, answers = own.x, own.answers
    if config["noise"] and len(x):
        moved = displacement(config, own)
        if own.x.shape[1] == 1 and not own.classes:
            answers = answers + moved[:, 0]
        else:
            x = x + moved
    return data_around(config, own.title, x, answers, own.classes, own.domain, own.columns)


def displacement(config: Config, own: Own) -> Array:
    """How far each own point is from its place, (n, inputs)."""
    most, columns = int(own.drawn.max()) + 1, own.x.shape[1]
    draws = Draws(config["data_seed"])
    blocks = [draws.normal(most, NOISE + 16 * block) for block in range(-(-columns // 4))]
    rows: Array = config["noise"] * np.concatenate(blocks, axis=1)[own.drawn, :columns]
    return rows


def data_around(
    config: Config,
    title: str,
    x: Array,
    answers: NDArray[Any],
    classes: tuple[str, ...],
    domain: Rect,
    columns: tuple[str, ...] = (),
) -> Data:
    """Points with everything that goes with them."""
    train = np.zeros(len(x), np.bool_)
    train[training_rows(config, len(x))] = True
    names = columns or tuple(f"x{SUBSCRIPTS[k]}" if x.shape[1] > 1 else "x" for k in range(x.shape[1]))
    targets = targets_of(config["output"], answers, len(classes))
    return Data(config["dataset"], title, x, answers, targets, train, domain, classes, names)


def output_count(output: str, classes: int) -> int:
    """How many outputs a network has: one, or one per class where there are more than two or they share out."""
    if classes > 2:
        return classes
    return 2 if output == "softmax" and classes else 1


def lowest(output: str) -> float:
    """What an output says for no."""
    return -1.0 if output == "tanh" else 0.0


def targets_of(output: str, answers: NDArray[Any], classes: int) -> Array:
    """What the outputs are to say, (n, outputs): 0 or 1, with tanh -1 or 1 as in TensorFlow Playground; or the number.

    Two classes behind a softmax have an output each, since the shares of one are always 1.
    """
    if not classes:
        return np.array(answers, np.float64)[:, None]
    each = np.arange(classes) if output_count(output, classes) > 1 else np.ones(1, np.int64)
    return np.where(answers[:, None] == each, 1.0, lowest(output))


def feature_names(config: Config, data: Data) -> tuple[str, ...]:
    """The input features that these data allow; of more than two inputs, the columns as they are."""
    if data.x.shape[1] > 2:
        return data.columns
    names = read_features(config["features"])
    if data.x.shape[1] == 2:
        return names
    return tuple(name for name in names if not FEATURES[name].second) or ("x1",)


def warnings_of(data: Data) -> tuple[str, ...]:
    """What makes learning from these points hard or pointless, a sentence each."""
    if data.key in ROWS:
        return ()
    count = int(data.train.sum())
    if count == 0:
        return ("There are no points: place some, or choose a data set.",)
    said = []
    if count == 1:
        said.append("There is one point to learn from; whatever is said of it will be right.")
    elif data.classes and len(np.unique(data.answers[data.train])) == 1:
        said.append("All points to learn from are of one class; the same answer everywhere is right.")
    said += constant_columns(data) if count > 1 else []
    return (*said, *twofold(data), *scale_words(data))


def constant_columns(data: Data) -> list[str]:
    """Columns that say nothing."""
    level = data.x.max(axis=0) == data.x.min(axis=0)
    return [
        phrase("All points have the same {columns}; it tells nothing.", columns=data.columns[k])
        for k in np.flatnonzero(level)
    ]


def twofold(data: Data) -> tuple[str, ...]:
    """Whether points at one place have different answers."""
    order = np.lexsort((data.answers, *data.x.T))
    x, answers = data.x[order], data.answers[order]
    clash = (x[1:] == x[:-1]).all(axis=1) & (answers[1:] != answers[:-1])
    count = int(clash.sum())
    if not count:
        return ()
    where = "one place" if count == 1 else phrase("{count} places", count=write_count(count))
    return (phrase("At {where}, points have different answers; nobody can have both right.", where=where),)


def taken_over(config: Config, points: Points) -> tuple[Config, Own]:
    """The points as they are, as the learner's own: the config that names them so, and they without noise."""
    if config["dataset"] == OWN and points.own is not None:
        return config, points.own
    data = points.data
    own = Own(
        data.x, data.answers, data.classes, data.columns, "Your own points", data.domain, np.arange(len(data.x))
    )  # fmt: skip
    return config.replace(dataset=OWN, noise=0.0, label_noise=0.0), own


def own_from(given: OwnData) -> Own:
    """Points that were brought, checked. ConfigError in a sentence."""
    x, answers = np.array(given.x, np.float64), np.array(given.answers)
    if x.ndim != 2 or x.shape[1] not in (1, 2) or answers.shape != (len(x),):
        raise ConfigError("Own points need one or two coordinates each, and one answer each.")
    if len(x) > MOST_POINTS:
        raise ConfigError(
            phrase(
                "There may be up to {most_points} points, not {x}.",
                most_points=write_count(MOST_POINTS),
                x=write_count(len(x)),
            )
        )
    if not np.isfinite(x).all() or not np.isfinite(answers.astype(np.float64)).all():
        raise ConfigError("Own points must be finite numbers.")
    classes = tuple(given.classes)
    if len(classes) > MOST_CLASSES:
        raise ConfigError(
            phrase(
                "There may be up to {most_classes} classes, not {classes}.",
                most_classes=MOST_CLASSES,
                classes=len(classes),
            )
        )
    if classes and len(x) and not 0 <= answers.min() <= answers.max() < max(len(classes), 2):
        raise ConfigError("Every own point must be of one of the classes that are named.")
    answers = answers.astype(np.int64 if classes else np.float64)
    columns = tuple(given.columns) if len(given.columns) == x.shape[1] else ("x",) if x.shape[1] == 1 else ("x₁", "x₂")
    domain = domain_around(x, answers[:, None].astype(np.float64)) if len(x) else SQUARE
    return Own(x, answers, classes, columns, given.title, domain, np.arange(len(x)))
