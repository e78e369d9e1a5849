"""One network as TensorFlow Playground trains it, in Node: `playground.mjs`, asked through a pipe."""

import atexit
import json
import shutil
import subprocess
from pathlib import Path

from tests.benchmarks.problems import Layers, Seconds, Work, first_parts, problem

SCRIPT = Path(__file__).with_name("playground.mjs")


def node() -> str:
    """Where Node is, or nothing."""
    return shutil.which("node") or shutil.which("nodejs") or ""


def one(layers: Layers, rows: int, batch: int) -> Work:
    """Epochs of one network; it tells the seconds of its own process."""
    child = subprocess.Popen([node(), str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(child.terminate)
    weights, biases = first_parts(layers)
    x, y = problem(layers, rows)
    given = {
        "x": x.tolist(),
        "y": y[:, 0].tolist(),
        "weights": [part.tolist() for part in weights],
        "biases": [part.tolist() for part in biases],
        "batch": batch,
    }

    def ask(words: str) -> str:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(words + "\n")
        child.stdin.flush()
        return child.stdout.readline()

    ask(json.dumps(given))
    return lambda epochs: Seconds(json.loads(ask(str(epochs)))["seconds"])
