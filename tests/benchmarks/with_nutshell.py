"""The networks of the benchmarks, here."""

from dataclasses import replace
from typing import Any

from sim.loss_landscape import ground_of, losses_at
from sim.network_ensemble import advance_many, begin_many
from sim.network_training import advance, begin, lay_out_pixels, settings_of, unit_pictures
from tests.benchmarks.problems import MET, RATE, TWINS, XOR, Layers, Work, pixels, plane_rows, problem, start


def one(layers: Layers, rows: int, batch: int, kind: Any, **changes: Any) -> Work:
    """Epochs of one network."""
    plan, parameters = start(layers)
    x, y = problem(layers, rows)
    training = begin(plan, "squared_error", parameters[0], x, y, 1, kind)
    usual = settings_of(changes.pop("optimizer", "sgd"), {"learning_rate": RATE}, batch=batch, shuffle=False)
    settings = replace(usual, **changes)
    return lambda epochs: advance(training, settings, epochs * -(-rows // batch))


def many(replicas: int, **changes: Any) -> Work:
    """Updates of XOR 2-4-1 twins."""
    plan, parameters = start(TWINS, range(replicas))
    ensemble = begin_many(plan, "squared_error", parameters, *XOR)
    settings = settings_of(changes.pop("optimizer", "sgd"), {"learning_rate": RATE}, batch=4, **changes)
    return lambda steps: advance_many(ensemble, settings, steps)


def picture(layers: Layers, every_unit: bool = False) -> Work:
    """Pictures of the output, or of every unit."""
    plan, parameters = start(layers)
    points, first = lay_out_pixels(pixels()), 0 if every_unit else sum(layers[:-1])
    room = unit_pictures(plan, parameters[0], points, first)
    return lambda times: [unit_pictures(plan, parameters[0], points, first, room=room) for _ in range(times)]


def landscape(layers: Layers) -> Work:
    """Rows of a loss landscape."""
    plane, coordinates = plane_rows(layers)
    ground = ground_of(start(layers)[0], "squared_error", *problem(layers, MET))
    return lambda times: [losses_at(ground, plane, coordinates) for _ in range(times)]
