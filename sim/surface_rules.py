"""The nineteen landscapes as scalar mathematics: loss and exact gradient side by side.

Every rule is `rule(x, y, data) -> (loss, dloss_dx, dloss_dy)`. x and y are numbers of any type (`sim.lanes`); `data`
is a flat row of constants, read only by the two rules that are real learning problems (`sim.surface_data` says what
is in it). There are no bare literals, so that a float32 lane stays float32, and powers are repeated products. On
arrays a partial derivative that is constant comes out as one number: `Surface.gradients` spreads it.

Simple ones first, then the classical test functions, then those with a landscape of many pits, then the learning
problems. The order on screen is that of `sim.surfaces.SURFACES`.
"""

import math

from sim.elementary import absolute, cos, exp, log, maximum, sigmoid, sin, sqrt, tanh
from sim.lanes import like, one, where, zero
from sim.portable import portable

TWO_PI = 2.0 * math.pi


@portable
def saddle(x, y, data):
    """x^2 - y^2."""
    two = like(x, 2.0)
    return x * x - y * y, two * x, -two * y


@portable
def bounded_saddle(x, y, data):
    """x^2/2 - y^2/2 + y^4/4: the same saddle, with a floor."""
    half, quarter = like(x, 0.5), like(x, 0.25)
    yy = y * y
    return half * (x * x - yy) + quarter * (yy * yy), x, yy * y - y


@portable
def monkey_saddle(x, y, data):
    """x^3 - 3 x y^2: three ways down, one for the tail. All second derivatives vanish at the origin."""
    three, six = like(x, 3.0), like(x, 6.0)
    return x * (x * x - three * (y * y)), three * (x * x - y * y), -six * x * y


@portable
def zigzag_bowl(x, y, data):
    """(100 x^2 + y^2) / 2: a hundred times steeper along x than along y."""
    half, hundred = like(x, 0.5), like(x, 100.0)
    return half * (hundred * (x * x) + y * y), hundred * x, y


@portable
def half_pipe(x, y, data):
    """50 x^2 - y: steep walls, and a gentle endless way down along y."""
    fifty, hundred = like(x, 50.0), like(x, 100.0)
    return fifty * (x * x) - y, hundred * x, -one(y)


@portable
def long_valley(x, y, data):
    """2 x^2 - 0.05 y^2 + 0.0005 y^4: a saddle whose way out is almost flat."""
    two, four = like(x, 2.0), like(x, 4.0)
    yy = y * y
    loss = two * (x * x) - like(x, 0.05) * yy + like(x, 0.0005) * (yy * yy)
    return loss, four * x, y * (like(x, 0.002) * yy - like(x, 0.1))


@portable
def plateau(x, y, data):
    """sigmoid(3 (x - 2)) + 0.05 y^2: flat high ground, one step, flat low ground.

    1 - sigmoid(z) is taken as sigmoid(-z), which keeps its digits where the ground is flat.
    """
    three = like(x, 3.0)
    z = three * (x - like(x, 2.0))
    s = sigmoid(z)
    return s + like(x, 0.05) * (y * y), three * (s * sigmoid(-z)), like(x, 0.1) * y


@portable
def beale(x, y, data):
    """(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2."""
    two = like(x, 2.0)
    yy = y * y
    yyy = yy * y
    a = like(x, 1.5) - x + x * y
    b = like(x, 2.25) - x + x * yy
    c = like(x, 2.625) - x + x * yyy
    dx = two * (a * (y - one(x)) + b * (yy - one(x)) + c * (yyy - one(x)))
    dy = two * x * (a + two * b * y + like(x, 3.0) * c * yy)
    return a * a + b * b + c * c, dx, dy


@portable
def rosenbrock(x, y, data):
    """(1 - x)^2 + 100 (y - x^2)^2: a bent valley with a flat floor."""
    two, hundred = like(x, 2.0), like(x, 100.0)
    a = one(x) - x
    b = y - x * x
    dy = two * hundred * b
    return a * a + hundred * (b * b), -two * a - two * x * dy, dy


@portable
def himmelblau(x, y, data):
    """(x^2 + y - 11)^2 + (x + y^2 - 7)^2."""
    two, four = like(x, 2.0), like(x, 4.0)
    a = x * x + y - like(x, 11.0)
    b = x + y * y - like(x, 7.0)
    return a * a + b * b, four * x * a + two * b, two * a + four * y * b


@portable
def six_hump_camel(x, y, data):
    """(4 - 2.1 x^2 + x^4/3) x^2 + x y + (4 y^2 - 4) y^2."""
    four, eight = like(x, 4.0), like(x, 8.0)
    xx, yy = x * x, y * y
    loss = (four - like(x, 2.1) * xx + xx * xx / like(x, 3.0)) * xx + x * y + four * (yy - one(x)) * yy
    dx = x * (eight - like(x, 8.4) * xx + like(x, 2.0) * (xx * xx)) + y
    dy = x + eight * y * (like(x, 2.0) * yy - one(x))
    return loss, dx, dy


@portable
def booth(x, y, data):
    """(x + 2y - 7)^2 + (2x + y - 5)^2."""
    two, four = like(x, 2.0), like(x, 4.0)
    a = x + two * y - like(x, 7.0)
    b = two * x + y - like(x, 5.0)
    return a * a + b * b, two * a + four * b, four * a + two * b


@portable
def mccormick(x, y, data):
    """sin(x + y) + (x - y)^2 - 1.5 x + 2.5 y + 1."""
    two, slope_x, slope_y = like(x, 2.0), like(x, 1.5), like(x, 2.5)
    total, gap = x + y, x - y
    loss = sin(total) + gap * gap - slope_x * x + slope_y * y + one(x)
    return loss, cos(total) + two * gap - slope_x, cos(total) - two * gap + slope_y


@portable
def madsen(x, y, data):
    """x^2 + y^2 + x y + sin x + cos y."""
    two = like(x, 2.0)
    return x * x + y * y + x * y + sin(x) + cos(y), two * x + y + cos(x), two * y + x - sin(y)


@portable
def quartic_half(x):
    """(x^4 - 16 x^2 + 5 x) / 2 and its derivative: one axis of Styblinski & Tang's function."""
    xx = x * x
    value = like(x, 0.5) * (xx * xx - like(x, 16.0) * xx + like(x, 5.0) * x)
    return value, x * (like(x, 2.0) * xx - like(x, 16.0)) + like(x, 2.5)


@portable
def styblinski_tang(x, y, data):
    """The sum over both axes of (x^4 - 16 x^2 + 5 x) / 2."""
    along_x, dx = quartic_half(x)
    along_y, dy = quartic_half(y)
    return along_x + along_y, dx, dy


@portable
def rippled_parabola(x):
    """10 + x^2 - 10 cos(2 pi x) and its derivative: one axis of Rastrigin's function."""
    ten, turn = like(x, 10.0), like(x, TWO_PI)
    return ten + x * x - ten * cos(turn * x), like(x, 2.0) * x + ten * turn * sin(turn * x)


@portable
def rastrigin(x, y, data):
    """20 + x^2 + y^2 - 10 cos(2 pi x) - 10 cos(2 pi y)."""
    along_x, dx = rippled_parabola(x)
    along_y, dy = rippled_parabola(y)
    return along_x + along_y, dx, dy


@portable
def ackley(x, y, data):
    """-20 exp(-r/5) - exp((cos(2 pi x) + cos(2 pi y)) / 2) + e + 20 with r = sqrt((x^2 + y^2) / 2).

    The tip of the cone has no gradient; 0, the mean over all directions, is given there.
    """
    half, two, turn = like(x, 0.5), like(x, 2.0), like(x, TWO_PI)
    r = sqrt(half * (x * x + y * y))
    cone = exp(-like(x, 0.2) * r)
    ripple = exp(half * (cos(turn * x) + cos(turn * y)))
    slope = two * cone / where(r > zero(r), r, one(r))
    push = half * turn * ripple
    loss = like(x, 20.0) * (one(x) - cone) + (like(x, math.e) - ripple)
    return loss, slope * x + push * sin(turn * x), slope * y + push * sin(turn * y)


@portable
def two_parameter_net(x, y, data):
    """mean over samples of (w2 tanh(w1 s) - target)^2, with w1 = x and w2 = y: a network of one hidden unit.

    tanh and the targets are odd, and the samples lie evenly around 0: s and -s err by the same amount, and 0 does not
    err at all. So data holds the positive ones, their count n, then s and its target; the mean is over all 2 n + 1.
    """
    two = like(x, 2.0)
    share = two / (two * like(x, data[0]) + one(x))
    loss, dx, dy = zero(x), zero(x), zero(x)
    for k in range(int(data[0])):
        s, target = like(x, data[1 + 2 * k]), like(x, data[2 + 2 * k])
        hidden = tanh(x * s)
        error = y * hidden - target
        loss = loss + error * error
        dx = dx + error * y * (one(x) - hidden * hidden) * s
        dy = dy + error * hidden
    return share * loss, two * share * dx, two * share * dy


@portable
def noisy_moons(x, y, data):
    """Logistic regression with two weights and no bias: mean over samples of log(1 + exp(-margin)).

    margin = w1 p + w2 q with w1 = x, w2 = y, where (p, q) is the sample times its label (+1 or -1). Written as
    max(-margin, 0) + log(1 + exp(-|margin|)), which neither overflows nor loses the gradient for huge weights.
    data: sample count, then for each sample p and q.
    """
    samples = like(x, data[0])
    loss, dx, dy = zero(x), zero(x), zero(x)
    for k in range(int(data[0])):
        p, q = like(x, data[1 + 2 * k]), like(x, data[2 + 2 * k])
        margin = x * p + y * q
        loss = loss + maximum(-margin, zero(x)) + log(one(x) + exp(-absolute(margin)))
        doubt = sigmoid(-margin)
        dx = dx - doubt * p
        dy = dy - doubt * q
    return loss / samples, dx / samples, dy / samples
