"""The networks of the benchmarks with JAX: gradients by jax.grad, epochs as one compiled loop, twins by jax.vmap.

Each function raises ImportError where JAX is not installed.
"""

from typing import Any

from tests.benchmarks.problems import RATE, XOR, Layers, Work, first_parts, first_stacks, pixels, problem


def forward(parts: Any, inputs: Any) -> Any:
    """All layers."""
    import jax.numpy as jnp

    for w, b in parts:
        inputs = jnp.tanh(inputs @ w + b)
    return inputs


def descended(parts: Any, inputs: Any, targets: Any) -> Any:
    """The parameters after one update with a batch."""
    import jax

    def loss(parts: Any) -> Any:
        return 0.5 * ((forward(parts, inputs) - targets) ** 2).sum() / inputs.shape[0]

    return jax.tree.map(lambda part, slope: part - RATE * slope, parts, jax.grad(loss)(parts))


def one(layers: Layers, rows: int, batch: int) -> Work:
    """Epochs of one network."""
    import jax
    import jax.numpy as jnp

    x, y = (jnp.asarray(values).reshape(rows // batch, batch, -1) for values in problem(layers, rows))
    kept = [[(jnp.asarray(w), jnp.asarray(b)) for w, b in zip(*first_parts(layers), strict=True)]]

    @jax.jit
    def epochs_of(parts: Any, epochs: Any) -> Any:
        def epoch(_: Any, parts: Any) -> Any:
            return jax.lax.scan(lambda now, given: (descended(now, *given), None), parts, (x, y))[0]

        return jax.lax.fori_loop(0, epochs, epoch, parts)

    def train(epochs: int) -> object:
        kept[0] = jax.block_until_ready(epochs_of(kept[0], epochs))
        return kept

    return train


def many(replicas: int) -> Work:
    """Updates of twins."""
    import jax
    import jax.numpy as jnp

    x, y = (jnp.asarray(values) for values in XOR)
    weights, biases = first_stacks(replicas)
    kept = [[(jnp.asarray(w), jnp.asarray(b)) for w, b in zip(weights, biases, strict=True)]]

    @jax.jit
    def steps_of(stacks: Any, steps: Any) -> Any:
        step = jax.vmap(lambda parts: descended(parts, x, y))
        return jax.lax.fori_loop(0, steps, lambda _, now: step(now), stacks)

    def train(steps: int) -> object:
        kept[0] = jax.block_until_ready(steps_of(kept[0], steps))
        return kept

    return train


def picture(layers: Layers) -> Work:
    """Pictures of the output."""
    import jax
    import jax.numpy as jnp

    parts = [(jnp.asarray(w), jnp.asarray(b)) for w, b in zip(*first_parts(layers), strict=True)]
    draw, points = jax.jit(forward), jnp.asarray(pixels())
    return lambda times: [jax.block_until_ready(draw(parts, points)) for _ in range(times)]
