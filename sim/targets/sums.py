"""The compiled form of `sim.lanes.accumulate_products`: sums over the lanes, several at once."""

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, overload

from sim import lanes as plain
from sim.targets.vectors import FLAGS, INDEX, INLINE, element_of, is_vector, lane_bytes

REGISTER = 16
"""Wider vectors are first folded to this many lanes."""


def chosen(numbers):
    """A constant vector of lane numbers, as LLVM's shuffles want it."""
    return ir.Constant(ir.VectorType(INDEX, len(numbers)), list(numbers))


def add(builder, x, y):
    """x + y."""
    return builder.fadd(x, y, flags=FLAGS)


def folded(builder, vector):
    """The lower half of the lanes plus the upper half."""
    half = vector.type.count // 2
    lower, upper = (builder.shuffle_vector(vector, vector, chosen(range(at, at + half))) for at in (0, half))
    return add(builder, lower, upper)


def interleaved_sum(builder, x, y, group):
    """Half of the additions of two horizontal sums at once: from groups of `group` partial sums to groups of half."""
    half = group // 2
    lower = [start + j for start in range(0, 2 * x.type.count, group) for j in range(half)]
    upper = [j + half for j in lower]
    return add(builder, *(builder.shuffle_vector(x, y, chosen(half_lanes)) for half_lanes in (lower, upper)))


def totals(builder, vectors):
    """One vector with the sums over the lanes of one, two or four vectors, as many lanes as there are vectors."""
    sums = len(vectors)
    while vectors[0].type.count > REGISTER:
        vectors = [folded(builder, vector) for vector in vectors]
    count = group = vectors[0].type.count
    while len(vectors) > 1:
        pairs = zip(vectors[::2], vectors[1::2], strict=True)
        vectors = [interleaved_sum(builder, x, y, group) for x, y in pairs]
        group //= 2
    total = vectors[0]
    while group > 1:
        group //= 2
        total = add(builder, total, builder.shuffle_vector(total, total, chosen([j ^ group for j in range(count)])))
    return builder.shuffle_vector(total, total, chosen(range(0, count, count // sums)))


@intrinsic
def add_sums(typing_context, array, k, values):
    """array[k], array[k + 1], .. += the sums over the lanes of one, two or four vectors.

    Together the vectors are halved again and again until each is one number: four sums take about 14 instructions at
    once, and 36 one by one.
    """

    def emit(context, builder, sig, arguments):
        total = totals(builder, cgutils.unpack_tuple(builder, arguments[2]))
        place = builder.bitcast(builder.gep(arguments[0], [arguments[1]]), total.type.as_pointer())
        align = lane_bytes(sig.args[0].element)
        builder.store(add(builder, builder.load(place, align=align), total), place, align=align)
        return context.get_dummy_value()

    return types.none(array, types.intp, values), emit


@overload(plain.accumulate_products, **INLINE)
def accumulate_products_overload(array, k, scale, inputs, i, count):
    """See sim.lanes.accumulate_products."""
    if is_vector(element_of(inputs)) and not is_vector(element_of(array)):

        def add_products(array, k, scale, inputs, i, count):
            j = 0
            while j + 4 <= count:
                x = i + j
                pair = (scale * inputs[x], scale * inputs[x + 1])
                add_sums(array, k + j, (*pair, scale * inputs[x + 2], scale * inputs[x + 3]))
                j += 4
            if j + 2 <= count:
                add_sums(array, k + j, (scale * inputs[i + j], scale * inputs[i + j + 1]))
                j += 2
            if j < count:
                add_sums(array, k + j, (scale * inputs[i + j],))
    else:

        def add_products(array, k, scale, inputs, i, count):
            for j in range(count):
                array[k + j] = array[k + j] + scale * inputs[i + j]

    return add_products
