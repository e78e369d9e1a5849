"""One network with scikit-learn's MLPClassifier: tanh below; sigmoid and cross-entropy above, where it has no choice.

It raises ImportError where scikit-learn is not installed.
"""

import warnings

from tests.benchmarks.problems import RATE, Layers, Work, problem


def one(layers: Layers, rows: int, batch: int) -> Work:
    """Epochs of one network, going on where it stopped."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    x, y = problem(layers, rows)
    targets = (y > 0).astype(int)
    network = MLPClassifier(
        layers[1:-1], activation="tanh", solver="sgd", batch_size=batch, learning_rate_init=RATE, momentum=0.0,
        alpha=0.0, shuffle=False, warm_start=True, tol=0.0, n_iter_no_change=2**31,
    )  # fmt: skip
    labels = targets[:, 0] if layers[-1] == 1 else targets

    def train(epochs: int) -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            return network.set_params(max_iter=epochs).fit(x, labels)

    return train
