"""The rule of every surface that a learner types: one small machine that runs a program out of the row `data`.

The program is data, so nothing is compiled when a formula changes, and the same machine runs in scalars, vectors of
lanes and CUDA threads. It computes value and both derivatives side by side (forward mode): an accumulator, and a
stack of PLACES numbers that is a plain tuple, so that it lives in registers. `sim.formula_program` writes programs
that never need more.

data: the number of instructions, then a code and a number for each. A code below FUNCTIONS is an operation times
SOURCES plus the source of its operand: the stack (which is popped), the number, x or y. From FUNCTIONS on it is a
function of the accumulator. The chain rule is read so that an inner derivative of 0 gives 0 even where the function
is infinitely steep: the tip of sqrt(x^2 + y^2) is level. Where the loss is no number, the gradient is none either.
"""

from sim.elementary import absolute, cos, exp, log, sin, sqrt, tanh
from sim.lanes import like, one, where, zero
from sim.portable import portable

STACK, NUMBER, X, Y, SOURCES = 0, 1, 2, 3, 4
LOAD, PUSH, ADD, MULTIPLY, SUBTRACT, DIVIDE, FROM, INTO = range(8)
"""FROM and INTO are minus and divided by with the operands exchanged: operand - accumulator, operand / accumulator."""
EXCHANGED = FROM - SUBTRACT
FUNCTIONS = 8 * SOURCES
POWER, ABS, SQRT, TANH, EXP, LOG, SIN, COS, TAN = range(FUNCTIONS, FUNCTIONS + 9)
PLACES = 6


@portable
def typed(x, y, data):
    """The loss of a typed formula and its gradient."""
    zeros = (zero(x), zero(x), zero(x))
    v, dx, dy = zeros
    s = (zeros, zeros, zeros, zeros, zeros, zeros)
    for k in range(int(data[0])):
        code, number = int(data[1 + 2 * k]), data[2 + 2 * k]
        if code >= FUNCTIONS:
            v, slope = function(code, v, number)
            dx, dy = chained(slope, dx), chained(slope, dy)
        else:
            operation, source = code // SOURCES, code % SOURCES
            b, bx, by = zeros
            if source == STACK:
                b, bx, by = s[0]
                s = (s[1], s[2], s[3], s[4], s[5], zeros)
            elif source == X:
                b, bx = x, one(x)
            elif source == Y:
                b, by = y, one(x)
            else:
                b = like(x, number)
            if operation == PUSH:
                s = ((v, dx, dy), s[0], s[1], s[2], s[3], s[4])
            v, dx, dy = combined(operation, v, dx, dy, b, bx, by)
    place = x + y  # no number where x or y is none; and on arrays of their shape, even if the formula is constant
    v = where(place == place, v, place)
    return v, where(v == v, dx, v), where(v == v, dy, v)


@portable
def combined(operation, a, ax, ay, b, bx, by):
    """Accumulator a and operand b with their derivatives, combined; LOAD and PUSH leave b."""
    if operation >= FROM:
        a, ax, ay, b, bx, by = b, bx, by, a, ax, ay
        operation = operation - EXCHANGED
    if operation == ADD:
        return a + b, ax + bx, ay + by
    if operation == SUBTRACT:
        return a - b, ax - bx, ay - by
    if operation == MULTIPLY:
        return a * b, chained(b, ax) + chained(a, bx), chained(b, ay) + chained(a, by)
    if operation == DIVIDE:
        quotient = a / b
        return quotient, (ax - chained(quotient, bx)) / b, (ay - chained(quotient, by)) / b
    return b, bx, by


@portable
def function(code, a, number):
    """(value, slope) of one function at a."""
    if code == POWER:
        return power(a, number)
    if code == ABS:
        return absolute(a), where(a < zero(a), -one(a), where(a > zero(a), one(a), zero(a)))
    if code == SQRT:
        root = sqrt(a)
        return root, like(a, 0.5) / root
    if code == TANH:
        value = tanh(a)
        return value, one(a) - value * value
    if code == EXP:
        value = exp(a)
        return value, value
    if code == LOG:
        return log(a), one(a) / a
    sine, cosine = sin(a), cos(a)
    if code == SIN:
        return sine, cosine
    if code == COS:
        return cosine, -sine
    return sine / cosine, one(a) / (cosine * cosine)


@portable
def power(a, number):
    """a^n and n a^(n - 1) for a whole n of at least 1, by repeated multiplication: right for negative a too."""
    before = one(a)
    for _ in range(int(number) - 1):
        before = before * a
    return before * a, like(a, number) * before


@portable
def chained(slope, inner):
    """slope * inner, and 0 where `inner` is 0."""
    return where(inner == zero(inner), inner, slope * inner)
