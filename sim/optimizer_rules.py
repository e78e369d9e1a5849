"""The seven optimizers as scalar mathematics: one coordinate in, one coordinate out.

Every optimizer is a pair:

* `look_ahead(theta, m, c, h)`: the point where it asks for the gradient (theta itself for all but `nesterov`);
* `update(theta, m, v, g, c, h) -> (theta, m, v)`: one step with the gradient g found there.

m and v are the two numbers an optimizer may remember per coordinate; both start at 0, and one it does not need it hands
back untouched. The other two rows hold what is the same for every coordinate:

    h = learning_rate | momentum or rho or beta1 | beta2 | eps          what the learner set
    c = 1/(1 - beta1^t) | 1/(1 - beta2^t) | momentum cap                this step's constants, from sim.schedules

The cap is the schedule's upper limit for the momentum at this step: the momentum used is the smaller of h[1] and c[2].

Words used for the variants below: the VELOCITY form keeps what is added to theta (learning rate inside), the BUFFER
form of PyTorch keeps a sum of gradients (learning rate outside). At a constant learning rate both walk the same path;
when the learning rate moves, the velocity form changes only the steps still to come, the buffer form rescales the
whole history.
"""

from sim.elementary import minimum, sqrt
from sim.lanes import one
from sim.portable import portable


@portable
def stay(theta, m, c, h):
    """Ask for the gradient where we are."""
    return theta


@portable
def jump_ahead(theta, m, c, h):
    """theta + mu v: where the velocity alone would carry us (Sutskever, Martens, Dahl & Hinton 2013, equation 3)."""
    return theta + minimum(h[1], c[2]) * m


@portable
def sgd(theta, m, v, g, c, h):
    """theta <- theta - learning_rate g

    Source: Cauchy 1847 for the exact gradient; Robbins & Monro 1951 for a noisy one with shrinking steps.
    Variant: constant learning rate, no momentum. The S of SGD is the noise in g; with an exact g this is gradient
    descent.
    Differences: none from PyTorch (default learning rate 0.001) and Keras (0.01) but the default.
    Warning: stable only below 2 / L, where L is the largest curvature; just above, the path grows without end.
    """
    return theta - h[0] * g, m, v


@portable
def momentum(theta, m, v, g, c, h):
    """v <- mu v - learning_rate g;  theta <- theta + v          (the velocity is kept in slot m)

    Source: Polyak 1964, heavy ball; in this form Sutskever, Martens, Dahl & Hinton 2013, equations 1 and 2 ("CM").
    Variant: velocity form, as Keras and Caffe.
    Differences: PyTorch keeps the buffer b <- mu b + g and moves by -learning_rate b: the same path at a constant
    learning rate. Polyak wrote theta + mu (theta - theta_before) - learning_rate g: the same path at constant
    settings.
    Warning: the averaged form m <- beta m + (1 - beta) g (as inside Adam) takes steps (1 - mu) times as large; a
    learning rate copied from one form to the other is wrong by that factor. Stable below 2 (1 + mu) / L.
    """
    m = minimum(h[1], c[2]) * m - h[0] * g
    return theta + m, m, v


@portable
def nesterov(theta, m, v, g, c, h):
    """v <- mu v - learning_rate g(theta + mu v);  theta <- theta + v          (the velocity is kept in slot m)

    Source: Nesterov 1983; in this form Sutskever, Martens, Dahl & Hinton 2013, equations 3 and 4.
    Variant: velocity form; g is the gradient at `jump_ahead`, so jump first, then correct.
    Differences: PyTorch (nesterov=True), Keras and the CS231n notes store the look-ahead point itself as the
    parameters, and so ask for the gradient where they are: their iterates are our look-ahead points. Nesterov's own
    sequence lets mu grow as (t - 1) / (t + 2) and fixes the learning rate at 1 / L.
    Warning: the faster rate is proved for convex functions and exact gradients only. It damps better than `momentum`
    but tolerates a SMALLER learning rate: stable below 2 (1 + mu) / ((1 + 2 mu) L).
    """
    m = minimum(h[1], c[2]) * m - h[0] * g
    return theta + m, m, v


@portable
def adagrad(theta, m, v, g, c, h):
    """s <- s + g^2;  theta <- theta - learning_rate g / (sqrt(s) + eps)          (s is kept in slot v)

    Source: Duchi, Hazan & Singer 2011, figure 1, diagonal form; eps (their delta) added to the root.
    Variant: s starts at 0, eps OUTSIDE the root, as PyTorch with lr_decay = 0.
    Differences: Keras starts s at 0.1 and puts its eps 1e-7 inside the root; the CS231n notes use eps 1e-8.
    Warning: s never shrinks. Under a constant gradient step k is learning_rate / sqrt(k), whatever the size of g:
    large at first, and too small to arrive if the way is long. From s = 0 the very first step has the full size
    learning_rate.
    """
    v = v + g * g
    return theta - h[0] * g / (sqrt(v) + h[3]), m, v


@portable
def adadelta(theta, m, v, g, c, h):
    """s <- rho s + (1 - rho) g^2;  d = g sqrt(u + eps) / sqrt(s + eps);  u <- rho u + (1 - rho) d^2

    and theta <- theta - learning_rate d. s (squares of gradients) is kept in slot v, u (squares of changes) in slot m.

    Source: Zeiler 2012, algorithm 1, which has no learning rate: learning_rate = 1 is the paper.
    Variant: eps INSIDE both roots; u gathers d before the learning rate multiplies it, as PyTorch.
    Differences: PyTorch's rho is 0.9 by default, the paper's (and ours) 0.95. Keras multiplies by 0.001 unless told
    otherwise: nearly standing still.
    Warning: with u = 0 at the start, eps alone decides the first steps (about sqrt(eps / (1 - rho)) each): the slow
    start that many plots of this method show is its eps.
    """
    v = h[1] * v + (one(g) - h[1]) * (g * g)
    change = g * (sqrt(m + h[3]) / sqrt(v + h[3]))
    m = h[1] * m + (one(g) - h[1]) * (change * change)
    return theta - h[0] * change, m, v


@portable
def rmsprop(theta, m, v, g, c, h):
    """s <- rho s + (1 - rho) g^2;  theta <- theta - learning_rate g / (sqrt(s) + eps)          (s is kept in slot v)

    Source: Tieleman & Hinton 2012, Coursera lecture 6e; the slide has rho = 0.9 and no eps.
    Variant: s starts at 0, eps OUTSIDE the root, no momentum, not centred, as PyTorch.
    Differences: PyTorch's rho (alpha) is 0.99 by default. Keras and TensorFlow put eps inside the root; TensorFlow 1
    starts s at 1, so that its first steps are nearly plain SGD. The centred form (Graves 2013) subtracts the squared
    mean of g.
    Warning: the first step is learning_rate / sqrt(1 - rho) for any g: 3.2 learning rates for rho 0.9, 10 for 0.99.
    Near a minimum it does not settle: it keeps hopping by about a learning rate.
    """
    v = h[1] * v + (one(g) - h[1]) * (g * g)
    return theta - h[0] * g / (sqrt(v) + h[3]), m, v


@portable
def adam(theta, m, v, g, c, h):
    """m <- beta1 m + (1 - beta1) g;  v <- beta2 v + (1 - beta2) g^2;  theta <- theta - learning_rate m' / (sqrt(v') +
    eps)

    with the start-up bias taken out: m' = m / (1 - beta1^t), v' = v / (1 - beta2^t), t = 1 for the first step. The two
    factors come in c, computed once per step in float64 (in float32, 1 - 0.999 loses four digits).

    Source: Kingma & Ba 2015, algorithm 1.
    Variant: eps OUTSIDE the root and after the correction, as algorithm 1 and PyTorch.
    Differences: Keras and TensorFlow use the "epsilon-hat" form of the paper's section 2 (eps added to the uncorrected
    root) with eps 1e-7. L2 weight decay added to g is not AdamW's decoupled decay.
    Warning: the first step has the size of the learning rate for any g much larger than eps. beta2 close to 1
    remembers one huge gradient for about 1 / (1 - beta2) steps, and every step is short meanwhile.
    """
    m = h[1] * m + (one(g) - h[1]) * g
    v = h[2] * v + (one(g) - h[2]) * (g * g)
    return theta - h[0] * (m * c[0]) / (sqrt(v * c[1]) + h[3]), m, v
