"""sqrt exp log sin cos tan tanh sigmoid absolute minimum maximum for every number type; NaN goes in and comes out.

One branch-free form per precision serves scalars, vectors, CUDA threads and plain Python, so that all of them agree
to the last bit when contraction is off. The platform's own functions do not: libm does not vectorise, and CUDA's
float32 sin, cos and tan emit float64 operations. Errors measured against long double in a million points
(tests/sim/test_elementary.py): at most 3.4 units in the last place in float64 (tan), 3.6e-7 relative in float32.

sin, cos and tan promise this for |x| <= 1e6 (float64) and |x| <= 1e4 (float32). Beyond, argument reduction runs out
of digits and the result is a number in [-1, 1] that no longer means anything: nothing that a learner draws comes
near.

Sources: argument reduction after Cody & Waite 1980; log and the sin and cos kernels after Sun's fdlibm (1993); tanh
in float64 after Moshier's Cephes (1992), in float32 the 13/6 rational function of Eigen; float32 sin and cos after
Cephes; the exp polynomials are Chebyshev fits of (exp(r) - 1 - r) / r^2.
"""

import math

from sim.lanes import like, one, root, split_at_root_half, times_power_of_two, where, zero
from sim.portable import ByPrecision, Polynomial, portable

sqrt = root


@portable
def absolute(x):
    """|x|."""
    return where(x < zero(x), -x, x)


@portable
def minimum(a, b):
    """The smaller one; NaN if either is NaN."""
    return where(a < b, a, where(b <= a, b, a + b))


@portable
def maximum(a, b):
    """The larger one; NaN if either is NaN."""
    return where(a > b, a, where(b >= a, b, a + b))


@portable
def clamped(x, low, high):
    """x, but at least `low` and at most `high`; NaN stays."""
    return where(x > like(x, high), like(x, high), where(x < like(x, low), like(x, low), x))


@portable
def finite(x):
    """True where x is neither NaN nor infinite: x - x is 0 only then (true without fast-math alone)."""
    return x - x == zero(x)


# exp: exp(x) = 2^n exp(r), |r| <= ln(2)/2. Adding SHIFT rounds to a whole number.

exp_tail_32 = Polynomial(0.5, 0.16666576989698775, 0.041666554617204574, 0.008363179052722578, 0.0013926183587713494)
exp_tail_64 = Polynomial(
    0.5, 0.16666666666666669, 0.04166666666662413, 0.008333333333330062, 0.0013888888917213717, 0.00019841269863053618,
    2.4801521295954376e-05, 2.7557268459997064e-06, 2.7620088445409746e-07, 2.510038549551032e-08,
)
LOG2_E = 1.4426950408889634
LN2_HIGH_32, LN2_LOW_32 = 0.693359375, -2.12194440e-4
LN2_HIGH_64, LN2_LOW_64 = 6.93147180369123816490e-01, 1.90821492927058770002e-10
SHIFT_32, SHIFT_64 = 1.5 * 2.0**23, 1.5 * 2.0**52


@portable
def exp_32(x):
    """exp in float32."""
    x = clamped(x, -104.0, 89.0)
    shifted = x * like(x, LOG2_E) + like(x, SHIFT_32)
    n = shifted - like(x, SHIFT_32)
    r = (x - n * like(x, LN2_HIGH_32)) - n * like(x, LN2_LOW_32)
    return times_power_of_two(exp_tail_32(r) * (r * r) + r + one(x), shifted)


@portable
def exp_64(x):
    """exp in float64."""
    x = clamped(x, -746.0, 710.0)
    shifted = x * like(x, LOG2_E) + like(x, SHIFT_64)
    n = shifted - like(x, SHIFT_64)
    r = (x - n * like(x, LN2_HIGH_64)) - n * like(x, LN2_LOW_64)
    return times_power_of_two(exp_tail_64(r) * (r * r) + r + one(x), shifted)


exp = ByPrecision(exp_32, exp_64)


# log: x = 2^k (1 + f); log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f).

log_tail_32 = Polynomial(0.66666662693, 0.40000972152, 0.28498786688, 0.24279078841)
log_tail_64 = Polynomial(
    6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
    1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
)
SMALLEST_32, SMALLEST_64 = 1.1754943508222875e-38, 2.2250738585072014e-308


@portable
def log_outside(x, value):
    """log of what is not positive and finite."""
    inside = where(x < like(x, math.inf), value, x)
    return where(x > zero(x), inside, where(x == zero(x), like(x, -math.inf), like(x, math.nan) * x))


@portable
def log_32(x):
    """log in float32."""
    tiny = x < like(x, SMALLEST_32)
    m, k = split_at_root_half(where(tiny, x * like(x, 2.0**25), x))
    k = where(tiny, k - like(x, 25.0), k)
    f = m - one(x)
    s = f / (f + like(x, 2.0))
    half = f * f * like(x, 0.5)
    tail = s * (half + s * s * log_tail_32(s * s))
    return log_outside(x, k * like(x, LN2_HIGH_32) - ((half - (tail + k * like(x, LN2_LOW_32))) - f))


@portable
def log_64(x):
    """log in float64."""
    tiny = x < like(x, SMALLEST_64)
    m, k = split_at_root_half(where(tiny, x * like(x, 2.0**54), x))
    k = where(tiny, k - like(x, 54.0), k)
    f = m - one(x)
    s = f / (f + like(x, 2.0))
    half = f * f * like(x, 0.5)
    tail = s * (half + s * s * log_tail_64(s * s))
    return log_outside(x, k * like(x, LN2_HIGH_64) - ((half - (tail + k * like(x, LN2_LOW_64))) - f))


log = ByPrecision(log_32, log_64)


# sin and cos: x = n pi/2 + r, |r| <= pi/4; n mod 4 chooses between the two kernels and their signs. The parts of pi/2
# have few enough digits that n times each of them is exact, with or without a fused multiply-add.

sin_tail_32 = Polynomial(-1.6666654611e-1, 8.3321608736e-3, -1.9515295891e-4)
cos_tail_32 = Polynomial(4.166664568298827e-2, -1.388731625493765e-3, 2.443315711809948e-5)
sin_tail_64 = Polynomial(
    -1.66666666666666324348e-01, 8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06,
    -2.50507602534068634195e-08, 1.58969099521155010221e-10,
)
cos_tail_64 = Polynomial(
    4.16666666666666019037e-02, -1.38888888888741095749e-03, 2.48015872894767294178e-05, -2.75573143513906633035e-07,
    2.08757232129817482790e-09, -1.13596475577881948265e-11,
)
HALF_PI_32 = (1.5703125, 4.837512969970703e-4, 7.549533620476723e-08, 2.5633440682570896e-12)
HALF_PI_64 = (1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32)
TWO_OVER_PI = 0.63661977236758134308


@portable
def quarter_turns_32(x):
    """(n, r): x = n pi/2 + r."""
    n = (x * like(x, TWO_OVER_PI) + like(x, SHIFT_32)) - like(x, SHIFT_32)
    r = (x - n * like(x, HALF_PI_32[0])) - n * like(x, HALF_PI_32[1])
    return n, clamped((r - n * like(x, HALF_PI_32[2])) - n * like(x, HALF_PI_32[3]), -0.8, 0.8)


@portable
def quarter_turns_64(x):
    """(n, r): x = n pi/2 + r."""
    n = (x * like(x, TWO_OVER_PI) + like(x, SHIFT_64)) - like(x, SHIFT_64)
    r = (x - n * like(x, HALF_PI_64[0])) - n * like(x, HALF_PI_64[1])
    return n, clamped((r - n * like(x, HALF_PI_64[2])) - n * like(x, HALF_PI_64[3]), -0.8, 0.8)


@portable
def floor_by(n, shift):
    """The largest whole number not above n, for |n| far below 2^fraction bits."""
    nearest = (n + like(n, shift)) - like(n, shift)
    return where(nearest > n, nearest - one(n), nearest)


@portable
def turned(n, sine, cosine, shift):
    """sin(n pi/2 + r) from sin r and cos r."""
    half = floor_by(n * like(n, 0.5), shift)
    odd = n - half - half
    value = where(odd == zero(n), sine, cosine)
    quarter = floor_by(half * like(n, 0.5), shift)
    return where(half - quarter - quarter == zero(n), value, -value)


@portable
def sine_32(r):
    """sin on [-pi/4, pi/4]."""
    square = r * r
    return r + r * square * sin_tail_32(square)


@portable
def cosine_32(r):
    """cos on [-pi/4, pi/4]."""
    square = r * r
    return (one(r) - like(r, 0.5) * square) + square * square * cos_tail_32(square)


@portable
def sine_64(r):
    """sin on [-pi/4, pi/4]."""
    square = r * r
    return r + r * square * sin_tail_64(square)


@portable
def cosine_64(r):
    """cos on [-pi/4, pi/4]; the rounding error of 1 - r^2/2 is added back."""
    square = r * r
    half = like(r, 0.5) * square
    head = one(r) - half
    return head + (((one(r) - head) - half) + square * square * cos_tail_64(square))


@portable
def sin_32(x):
    """sin in float32."""
    n, r = quarter_turns_32(x)
    return turned(n, sine_32(r), cosine_32(r), SHIFT_32)


@portable
def cos_32(x):
    """cos in float32: sin a quarter turn later."""
    n, r = quarter_turns_32(x)
    return turned(n + one(x), sine_32(r), cosine_32(r), SHIFT_32)


@portable
def sin_64(x):
    """sin in float64."""
    n, r = quarter_turns_64(x)
    return turned(n, sine_64(r), cosine_64(r), SHIFT_64)


@portable
def cos_64(x):
    """cos in float64: sin a quarter turn later."""
    n, r = quarter_turns_64(x)
    return turned(n + one(x), sine_64(r), cosine_64(r), SHIFT_64)


sin = ByPrecision(sin_32, sin_64)
cos = ByPrecision(cos_32, cos_64)


@portable
def tan(x):
    """sin / cos."""
    return sin(x) / cos(x)


# tanh and sigmoid

tanh_top_32 = Polynomial(
    4.89352455891786e-03, 6.37261928875436e-04, 1.48572235717979e-05, 5.12229709037114e-08,
    -8.60467152213735e-11, 2.00018790482477e-13, -2.76076847742355e-16,
)
tanh_bottom_32 = Polynomial(4.89352518554385e-03, 2.26843463243900e-03, 1.18534705686654e-04, 1.19825839466702e-06)
tanh_top_64 = Polynomial(-1.61468768441708447952e3, -9.92877231001918586564e1, -9.64399179425052238628e-1)
tanh_bottom_64 = Polynomial(4.84406305325125486048e3, 2.23548839060100448583e3, 1.12811678491632931402e2, 1.0)
TANH_END_32 = 7.90531110763549805  # from here on the rational function stays 3e-7 below 1


@portable
def tanh_32(x):
    """tanh in float32."""
    x = clamped(x, -TANH_END_32, TANH_END_32)
    square = x * x
    return x * (tanh_top_32(square) / tanh_bottom_32(square))


@portable
def tanh_64(x):
    """x + x^3 P(x^2)/Q(x^2) for |x| < 0.625, else sign(x) (1 - 2 / (exp(2|x|) + 1)); one division serves both."""
    size = absolute(x)
    small = size < like(x, 0.625)
    square = x * x
    top = where(small, x * square * tanh_top_64(square), where(x < zero(x), like(x, 2.0), like(x, -2.0)))
    bottom = where(small, tanh_bottom_64(square), exp_64(size + size) + one(x))
    return where(small, x, where(x < zero(x), -one(x), one(x))) + top / bottom


tanh = ByPrecision(tanh_32, tanh_64)


@portable
def sigmoid(z):
    """1 / (1 + exp(-z)): small values keep their relative accuracy; exp may overflow, 1/inf is 0."""
    return one(z) / (one(z) + exp(-z))
