"""Find the fair learning rates of sim.surfaces: who gets how far with the same number of gradients?

    python tests/golden/tune_rates.py [surface ...]          (prints; a person copies)

The sweep and its criterion are those of `sim.sweeps`, from each surface's own start, with 300 gradients and the
optimizers' default settings, but no step may be longer than an eye can follow. What is not tuned, and why, stands in
the docstring of `sim.surfaces`.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sim.optimizers import OPTIMIZERS, hyper_row  # noqa: E402
from sim.schedules import step_constants  # noqa: E402
from sim.surfaces import SURFACES  # noqa: E402
from sim.sweeps import EYE_FOLLOWS, MOST_GRADIENTS, fairest, sweep_rates  # noqa: E402

WITHOUT_END = ("saddle", "half_pipe", "monkey_saddle")


def main() -> None:
    """Print the row of rates for each surface asked for."""
    hypers = {key: hyper_row(key) for key in OPTIMIZERS}
    tables = {key: step_constants(key, row, "constant", MOST_GRADIENTS) for key, row in hypers.items()}
    for name in sys.argv[1:] or [key for key in SURFACES if key not in WITHOUT_END]:
        surface = SURFACES[name]
        sweep = sweep_rates(surface, surface.start, hypers, tables, EYE_FOLLOWS)
        best = [fairest(surface, sweep, racer, EYE_FOLLOWS) for racer in range(len(sweep.keys))]
        scores = [sweep.score[racer][list(sweep.rates).index(rate)] for racer, rate in enumerate(best)]
        print(f"{name:18} rates({', '.join(f'{rate:.4g}' for rate in best)}),", flush=True)
        print(" " * 18, "scores", ", ".join(f"{score:.2f}" for score in scores), flush=True)


if __name__ == "__main__":
    main()
