"""How much work a surface is, so that no picture keeps the engine from its commands.

Work is estimated in nanoseconds of one core of an ordinary computer (2.1 GHz, AVX-512), from what was measured there:
float32 lanes of `ski_cloud` take 0.37 per sample of a network and 0.93 per instruction of a typed formula, everything
else 0.3 to 3. Lanes of float64 (`try_rates`) and scalars (`loss_field`, `leave_saddle`) take more. Nothing here looks
at a clock: the same settings give the same picture on every computer, only sooner or later.
"""

from sim.surface import Surface

AT_ONCE = 60e6
"""Nanoseconds of work that one call may ask for: with the race itself about a tenth of a second."""
PER_SAMPLE, PER_INSTRUCTION = 0.37, 0.93
NETWORKS = ("two_parameter_net", "noisy_moons")
PLAIN = {"ackley": 2.6, "rastrigin": 1.3, "madsen": 1.1, "plateau": 0.8, "mccormick": 0.6}
SWEEP, SWEEP_TYPED = 7.0, 2.0
"""How much longer one step of a float64 lane takes in a sweep, and on a typed surface."""
SCALAR_SAMPLE, SCALAR_INSTRUCTION, SCALAR = 15.0, 5.0, 40.0
"""Nanoseconds of scalar code: per sample, per instruction, and for any other surface."""
MOVING, NOISE = 0.8, 4.0
"""What the optimizer adds, and what a normal number adds."""


def evaluation(surface: Surface) -> float:
    """One loss and its gradient."""
    if surface.key == "typed":
        return PER_INSTRUCTION * float(surface.data[0])
    if surface.key in NETWORKS:
        return PER_SAMPLE * float(surface.data[0])
    return PLAIN.get(surface.key, 0.3)


def lane_step(surface: Surface, noise: float = 0.0) -> float:
    """One step of one skier."""
    return evaluation(surface) + MOVING + (NOISE if noise > 0.0 else 0.0)


def sweep_steps_at_once(surface: Surface, walks: int) -> int:
    """How many steps the sweep over rates may take with so many lanes."""
    wider = SWEEP_TYPED if surface.key == "typed" else SWEEP
    return int(AT_ONCE / (walks * wider * lane_step(surface)))


def scalars_at_once(surface: Surface) -> int:
    """How many losses with their gradients scalar code may compute."""
    if surface.key == "typed":
        return int(AT_ONCE / (SCALAR_INSTRUCTION * max(float(surface.data[0]), 1.0)))
    return int(AT_ONCE / (SCALAR_SAMPLE * float(surface.data[0]) if surface.key in NETWORKS else SCALAR))


def lane_steps_at_once(surface: Surface, noise: float = 0.0) -> int:
    """How many steps of single skiers one call may ask for."""
    return int(AT_ONCE / lane_step(surface, noise))
