"""The networks of the benchmarks with PyTorch, eagerly. Each function raises ImportError where it is not installed."""

from itertools import pairwise

from tests.benchmarks.problems import MET, RATE, SIDE, XOR, Layers, Work, parts_of, plane_rows, problem


def one(layers: Layers, rows: int, batch: int) -> Work:
    """Epochs of one network: its layers, autograd and optimizer."""
    import torch

    torch.set_num_threads(1)
    parts = (part for sizes in pairwise(layers) for part in (torch.nn.Linear(*sizes), torch.nn.Tanh()))
    network = torch.nn.Sequential(*parts)
    optimizer, loss = torch.optim.SGD(network.parameters(), lr=RATE), torch.nn.MSELoss()
    x, y = (torch.tensor(values) for values in problem(layers, rows))
    batches = list(zip(x.split(batch), y.split(batch), strict=True))

    def train(epochs: int) -> object:
        for _ in range(epochs):
            for inputs, targets in batches:
                optimizer.zero_grad()
                loss(network(inputs), targets).backward()
                optimizer.step()
        return network

    return train


def many(replicas: int) -> Work:
    """Updates of twins with torch.baddbmm and autograd."""
    import torch

    torch.set_num_threads(1)
    random = torch.Generator().manual_seed(1)
    shapes = ((2, 4), (1, 4), (4, 1), (1, 1))
    parts = [(torch.rand(replicas, *shape, generator=random) - 0.5).requires_grad_() for shape in shapes]
    x, y = (torch.tensor(values).expand(replicas, *values.shape) for values in XOR)
    optimizer = torch.optim.SGD(parts, lr=RATE)

    def train(steps: int) -> object:
        w1, b1, w2, b2 = parts
        for _ in range(steps):
            optimizer.zero_grad()
            a = torch.tanh(torch.baddbmm(b2, torch.tanh(torch.baddbmm(b1, x, w1)), w2))
            (0.125 * (a - y) ** 2).sum().backward()
            optimizer.step()
        return parts

    return train


def landscape(layers: Layers) -> Work:
    """Rows of a loss landscape with torch.baddbmm, one at a time."""
    import torch

    torch.set_num_threads(1)
    plane, coordinates = plane_rows(layers)
    x, y = (torch.tensor(values) for values in problem(layers, MET))
    steps = torch.tensor(coordinates, dtype=torch.float32).reshape(-1, SIDE, 2)
    rows = (plane.middle, plane.first, plane.second)
    middle, first, second = (torch.tensor(row, dtype=torch.float32) for row in rows)

    def draw(times: int) -> object:
        for _ in range(times):
            for row in steps:
                a = x.expand(SIDE, *x.shape)
                for w, b in parts_of(layers, middle + row[:, :1] * first + row[:, 1:] * second):
                    a = torch.tanh(torch.baddbmm(b, a, w))
                losses = (0.5 * (a - y) ** 2).sum(dim=2).mean(dim=1)
        return losses

    return draw
