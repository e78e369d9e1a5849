"""Many networks that differ in nothing but how much their weights cost: the ensemble of `sim.network_kernels` with a
row of rates and penalties in every lane, where there all lanes share one.
"""

from sim.lanes import lanes, shared
from sim.network_kernels import MANY, STEP, train_turn
from sim.network_rules import Data, Learner, Work
from sim.portable import portable


@portable
def train_priced(table, choices, data, learner, hyper, constants, dropout, work, moments, ended, steps):
    """`steps` updates with all examples at once, block by block: hyper (blocks, HYPERS, MANY), ended (blocks, MANY).

    learner as in `train_many`.
    """
    plan, switches, clock = shared(table), shared(choices), shared(moments)
    steady, rows, examples = shared(constants), constants.size // 3, data.order.size
    given = Data(shared(data.x), shared(data.y), shared(data.order))
    scratch = Work(lanes(work.z, MANY), lanes(work.a, MANY), lanes(work.slope, MANY), lanes(work.dz, MANY))
    g, ahead, flags = lanes(learner.g, MANY), lanes(learner.ahead, MANY), shared(learner.penalised)
    for block in range(learner.p.shape[0]):
        mine = Learner(
            lanes(learner.p[block], MANY), g, ahead, lanes(learner.m[block], MANY), lanes(learner.v[block], MANY), flags
        )  # fmt: skip
        train_turn(
            plan, switches, given, 0, examples, clock[STEP], steps, 0, examples, mine, learner.p.shape[1],
            lanes(hyper[block], MANY), steady, rows, dropout, scratch, lanes(ended[block], MANY),
        )  # fmt: skip
    clock[STEP] += steps
