"""Compiled forms of the functions in `sim.lanes` that look at bits: for scalars, vectors and CUDA threads.

Each is an intrinsic that emits the same few integer operations whatever the number type, so the results agree to the
bit.
"""

import math

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic, overload

from sim import lanes as plain
from sim.targets.vectors import INLINE, Vec, common_vector, is_vector, lane_of, splat, spread, vector_root, widened

LAYOUT = {types.float32: (32, 23, 127, 0x3F3504F3), types.float64: (64, 52, 1023, 0x3FE6A09E667F3BCD)}
"""Bits of a number, bits of its fraction, offset of its exponent, bit pattern of sqrt(1/2)."""


class Bits:
    """Integer arithmetic on the bit patterns of a number type."""

    def __init__(self, builder, kind):
        self.builder, self.kind = builder, kind
        self.size, self.fraction, self.offset, self.root_half = LAYOUT[lane_of(kind)]
        integer = ir.IntType(self.size)
        self.type = ir.VectorType(integer, kind.count) if is_vector(kind) else integer

    def constant(self, number):
        """A whole number in all lanes."""
        return spread(self.builder, self.kind, ir.Constant(ir.IntType(self.size), number))

    def of(self, value):
        """The bit pattern of a float."""
        return self.builder.bitcast(value, self.type)

    def power_of_two(self, exponent):
        """2^exponent for an integer exponent in the normal range, as bits."""
        return self.builder.shl(self.builder.add(exponent, self.constant(self.offset)), self.constant(self.fraction))


@intrinsic
def emit_times_power_of_two(typing_context, value, shifted):
    """value * 2^n, where `shifted` = n + 1.5 * 2^fraction bits."""

    def emit(context, builder, sig, values):
        bits = Bits(builder, value)
        element = values[0].type.element if is_vector(value) else values[0].type
        origin = bits.of(spread(builder, value, ir.Constant(element, 1.5 * 2.0**bits.fraction)))
        n = builder.sub(bits.of(values[1]), origin)
        first = builder.ashr(n, bits.constant(1))
        result = values[0]
        for part in (first, builder.sub(n, first)):
            result = builder.fmul(result, builder.bitcast(bits.power_of_two(part), values[0].type))
        return result

    return value(value, shifted), emit


@intrinsic
def emit_split_at_root_half(typing_context, x):
    """(m, k) with x = m * 2^k and sqrt(1/2) <= m < sqrt(2), for positive normal x."""

    def emit(context, builder, sig, values):
        bits = Bits(builder, x)
        moved = builder.sub(bits.of(values[0]), bits.constant(bits.root_half))
        k = builder.ashr(moved, bits.constant(bits.fraction))
        m = builder.sub(bits.of(values[0]), builder.shl(k, bits.constant(bits.fraction)))
        pair = [builder.bitcast(m, values[0].type), builder.sitofp(k, values[0].type)]
        return context.make_tuple(builder, sig.return_type, pair)

    return types.UniTuple(x, 2)(x), emit


@overload(plain.times_power_of_two, **INLINE)
def times_power_of_two_overload(value, shifted):
    """See sim.lanes.times_power_of_two."""
    return lambda value, shifted: emit_times_power_of_two(value, shifted)


@overload(plain.split_at_root_half, **INLINE)
def split_at_root_half_overload(x):
    """See sim.lanes.split_at_root_half."""
    return lambda x: emit_split_at_root_half(x)


@overload(plain.root, **INLINE)
def root_overload(x):
    """See sim.lanes.root."""
    if is_vector(x):
        return lambda x: vector_root(x)
    return lambda x: math.sqrt(x)


# 32-bit words

WORD = np.uint64(32)
SCALE = np.float32(2.0**-23)
HALF = np.float32(0.5)


@intrinsic
def multiply_vectors(typing_context, a, b):
    """(high, low) of the products of two vectors of words."""
    vector = common_vector((a, b))

    def emit(context, builder, sig, values):
        wide = ir.VectorType(ir.IntType(64), vector.count)
        narrow = ir.VectorType(ir.IntType(32), vector.count)
        arguments = zip(values, sig.args, strict=True)
        pair = [builder.zext(widened(context, builder, value, kind, vector), wide) for value, kind in arguments]
        product = builder.mul(*pair)
        high = builder.lshr(product, ir.Constant(wide, [32] * vector.count))
        halves = [builder.trunc(high, narrow), builder.trunc(product, narrow)]
        return context.make_tuple(builder, sig.return_type, halves)

    return types.UniTuple(vector, 2)(a, b), emit


@overload(plain.words, **INLINE)
def words_overload(x):
    """See sim.lanes.words. (numba widens scalar uint32 arithmetic to 64 bits; vectors keep their type.)"""
    if is_vector(x):
        return lambda x: x
    return lambda x: np.uint32(x)


@overload(plain.multiply_words, **INLINE)
def multiply_words_overload(a, b):
    """See sim.lanes.multiply_words."""
    if is_vector(a) or is_vector(b):
        return lambda a, b: multiply_vectors(a, b)

    def multiply_scalars(a, b):
        product = np.uint64(a) * np.uint64(b)
        return np.uint32(product >> WORD), np.uint32(product)

    return multiply_scalars


@intrinsic
def upper_bits(typing_context, word, example):
    """The upper 23 bits of each word as numbers in the lane type of `example`; as wide as the wider of the two."""
    lane = lane_of(getattr(example, "element", getattr(example, "dtype", example)))
    counts = [kind.count for kind in (word, example) if is_vector(kind)]
    result = Vec(lane, counts[0]) if counts else lane

    def emit(context, builder, sig, values):
        shift = ir.Constant(ir.IntType(32), 9)
        if is_vector(word):
            shift = splat(builder, shift, word.count)
        kind = context.get_value_type(Vec(lane, word.count) if is_vector(word) else lane)
        number = builder.uitofp(builder.lshr(values[0], shift), kind)
        return number if is_vector(word) else spread(builder, result, number)

    return result(word, example), emit


@overload(plain.fraction_of, **INLINE)
def fraction_of_overload(word, example):
    """See sim.lanes.fraction_of."""

    def fraction(word, example):
        number = upper_bits(plain_words(word), example)
        return (number + plain_like(number, HALF)) * plain_like(number, SCALE)

    return fraction


plain_words, plain_like = plain.words, plain.like
