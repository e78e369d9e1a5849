"""SIMD number types for numba, and the compiled forms of the functions in `sim.lanes`.

`Vec(lane, count)` is a value of `count` lanes; `count` may be larger than a register: LLVM splits `<64 x float>` into
as many registers as the machine needs, and the pieces hide each other's latency. Operators are lowered to LLVM's
vector instructions. They allow LLVM to contract a*b+c into one fused operation and nothing else: no reordering (sums
keep their order on every machine, the tricks in `sim.elementary` rely on it) and no assumption that NaN or infinity
cannot happen (divergence is seen). The environment variable NUTSHELL_CONTRACT=0 forbids even that: then scalars,
vectors and the CUDA simulator agree to the bit.

`Numbers` is a row of numbers in memory: only a pointer, so that indexing costs one address and no wrap-around test.
It checks no bounds; it does refuse arrays that are not contiguous.
"""

import operator
import os

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.errors import TypingError
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import intrinsic, lower_builtin, models, overload, register_model

from sim import lanes as plain

CONTRACT = os.environ.get("NUTSHELL_CONTRACT", "1") != "0"
FLAGS = ["contract"] if CONTRACT else []
INDEX = ir.IntType(32)
LINE = 64
INLINE = {
    "target": "generic",
    "jit_options": {"forceinline": True, "no_cpython_wrapper": True, "no_cfunc_wrapper": True},
}


class Vec(types.Type):
    """`count` lanes of the scalar type `lane`."""

    def __init__(self, lane, count):
        self.lane, self.count = lane, count
        super().__init__(f"{lane}x{count}")


class Mask(types.Type):
    """The answer of a comparison of vectors: `count` truth values."""

    def __init__(self, count):
        self.count = count
        super().__init__(f"maskx{count}")


class Numbers(types.Type):
    """A contiguous row of numbers (or vectors) in memory."""

    def __init__(self, element):
        self.element = element
        super().__init__(f"numbers({element})")


@register_model(Vec)
class VecModel(models.PrimitiveModel):
    """A vector is an LLVM vector."""

    def __init__(self, manager, kind):
        lane = manager.lookup(kind.lane).get_value_type()
        super().__init__(manager, kind, ir.VectorType(lane, kind.count))


@register_model(Mask)
class MaskModel(models.PrimitiveModel):
    """A mask is an LLVM vector of bits."""

    def __init__(self, manager, kind):
        super().__init__(manager, kind, ir.VectorType(ir.IntType(1), kind.count))


@register_model(Numbers)
class NumbersModel(models.PrimitiveModel):
    """A row of numbers is a pointer."""

    def __init__(self, manager, kind):
        super().__init__(manager, kind, manager.lookup(kind.element).get_value_type().as_pointer())


def is_vector(kind):
    """Whether the numba type is a vector of lanes."""
    return isinstance(kind, Vec)


def lane_of(kind):
    """The scalar type of one lane of a number type."""
    return kind.lane if is_vector(kind) else kind


def element_of(kind):
    """The number type behind an array type or a number type."""
    return getattr(kind, "element", getattr(kind, "dtype", kind))


def splat(builder, scalar, count):
    """One scalar in all lanes."""
    empty = ir.Constant(ir.VectorType(scalar.type, count), ir.Undefined)
    first = builder.insert_element(empty, scalar, ir.Constant(INDEX, 0))
    return builder.shuffle_vector(first, empty, ir.Constant(ir.VectorType(INDEX, count), [0] * count))


def spread(builder, kind, scalar):
    """A scalar LLVM value in the shape of the number type `kind`."""
    return splat(builder, scalar, kind.count) if is_vector(kind) else scalar


def widened(context, builder, value, kind, target):
    """`value` of numba type `kind` as a value of the number type `target`."""
    if is_vector(kind):
        return value
    return spread(builder, target, context.cast(builder, value, kind, lane_of(target)))


def common_vector(arguments):
    """The vector type in which vectors and scalars meet, or None if there is no vector among them."""
    vectors = [kind for kind in arguments if is_vector(kind)]
    scalars = [kind for kind in arguments if not is_vector(kind)]
    fits = all(kind == vectors[0] for kind in vectors) and all(isinstance(kind, types.Number) for kind in scalars)
    return vectors[0] if vectors and fits else None


# memory


def numbers_view(array, element):
    """Signature and code of 'this contiguous array, seen as a row of `element`'."""
    if array.layout != "C":
        raise TypingError("a row of numbers must be contiguous")
    kind = Numbers(element)

    def emit(context, builder, sig, values):
        data = context.make_array(sig.args[0])(context, builder, values[0]).data
        return builder.bitcast(data, context.get_value_type(kind))

    return kind(array), emit


@intrinsic
def shared_numbers(typing_context, array):
    """The array as numbers that all lanes share."""
    return numbers_view(array, array.dtype)


@intrinsic(prefer_literal=True)
def lane_numbers(typing_context, array, width):
    """The array `(.., width)` as a row of vectors."""
    if not isinstance(width, types.IntegerLiteral):
        raise TypingError("the number of lanes must be a constant")
    view, emit = numbers_view(array, Vec(array.dtype, width.literal_value))

    def emit_on_aligned_stack(context, builder, sig, values):
        align_stack(builder)
        return emit(context, builder, sig, values)

    return view.return_type(array, width), emit_on_aligned_stack


def align_stack(builder):
    """Make the function that this ends up in align its stack at a cache line.

    LLVM learns too late that a vector register does not fit and must be kept in memory, and then leaves the stack as
    it is: in about half of all processes every such access crossed two cache lines (measured 650 instead of 890
    million steps of a skier per second). A variable that is never used, but must not go away, tells it in time.
    """
    byte = ir.IntType(8)
    with builder.goto_entry_block():
        place = builder.alloca(byte)
    place.align = LINE
    kind = ir.FunctionType(ir.VoidType(), [place.type])
    builder.asm(kind, "", "r", [place], side_effect=True)


@overload(plain.shared, **INLINE)
def shared_overload(array):
    """See sim.lanes.shared."""
    return lambda array: shared_numbers(array)


@overload(plain.lanes, prefer_literal=True, **INLINE)
def lanes_overload(array, width):
    """See sim.lanes.lanes."""
    return lambda array, width: lane_numbers(array, width)


@infer_global(operator.getitem)
class NumbersGet(AbstractTemplate):
    """p[k]."""

    def generic(self, arguments, _):
        """Typing: the element of the row."""
        if isinstance(arguments[0], Numbers):
            return signature(arguments[0].element, arguments[0], types.intp)
        return None


@infer_global(operator.setitem)
class NumbersSet(AbstractTemplate):
    """p[k] = value."""

    def generic(self, arguments, _):
        """Typing: a scalar may be stored into a row of vectors."""
        if isinstance(arguments[0], Numbers):
            value = arguments[2] if is_vector(arguments[2]) or is_vector(arguments[0].element) else arguments[0].element
            return signature(types.none, arguments[0], types.intp, value)
        return None


def lane_bytes(element):
    """The alignment that a row of numbers promises."""
    return lane_of(element).bitwidth // 8


@lower_builtin(operator.getitem, Numbers, types.Integer)
def lower_get(context, builder, sig, values):
    """One load."""
    return builder.load(builder.gep(values[0], [values[1]]), align=lane_bytes(sig.return_type))


@lower_builtin(operator.setitem, Numbers, types.Integer, types.Any)
def lower_set(context, builder, sig, values):
    """One store."""
    element, value = sig.args[0].element, values[2]
    if is_vector(element):
        value = widened(context, builder, value, sig.args[2], element)
    builder.store(value, builder.gep(values[0], [values[1]]), align=lane_bytes(element))


# the functions that know about lanes


@intrinsic
def broadcast(typing_context, example, value):
    """A scalar in all lanes of the vector type behind `example`; a vector stays."""
    target = element_of(example)

    def emit(context, builder, sig, values):
        return widened(context, builder, values[1], sig.args[1], target)

    return target(example, value), emit


@overload(plain.like, **INLINE)
def like_overload(example, value):
    """See sim.lanes.like."""
    target = element_of(example)
    if is_vector(target):
        return lambda example, value: broadcast(example, value)
    return lambda example, value: target(value)


@overload(plain.zero, **INLINE)
def zero_overload(example):
    """See sim.lanes.zero."""
    return lambda example: plain_like(example, np.float32(0))


@overload(plain.one, **INLINE)
def one_overload(example):
    """See sim.lanes.one."""
    return lambda example: plain_like(example, np.float32(1))


plain_like = plain.like


@intrinsic
def select(typing_context, mask, a, b):
    """LLVM's select. Two scalars become a vector as wide as the mask."""
    vector = common_vector((a, b)) or Vec(typing_context.unify_types(a, b), mask.count)

    def emit(context, builder, sig, values):
        pair = [widened(context, builder, values[j], sig.args[j], vector) for j in (1, 2)]
        return builder.select(values[0], *pair)

    return vector(mask, a, b), emit


@overload(plain.where, **INLINE)
def where_overload(condition, a, b):
    """See sim.lanes.where."""
    if isinstance(condition, Mask):
        return lambda condition, a, b: select(condition, a, b)
    return lambda condition, a, b: a if condition else b


@intrinsic
def all_lanes(typing_context, mask):
    """LLVM's horizontal and."""

    def emit(context, builder, sig, values):
        kind = ir.FunctionType(ir.IntType(1), [values[0].type])
        name = f"llvm.vector.reduce.and.v{mask.count}i1"
        return builder.call(cgutils.get_or_insert_function(builder.module, kind, name), values)

    return types.boolean(mask), emit


@overload(plain.every, **INLINE)
def every_overload(condition):
    """See sim.lanes.every."""
    if isinstance(condition, Mask):
        return lambda condition: all_lanes(condition)
    return lambda condition: condition


@intrinsic
def vector_root(typing_context, x):
    """LLVM's sqrt of a vector."""

    def emit(context, builder, sig, values):
        kind, letter = values[0].type, "f32" if x.lane == types.float32 else "f64"
        name = f"llvm.sqrt.v{x.count}{letter}"
        return builder.call(cgutils.get_or_insert_function(builder.module, ir.FunctionType(kind, [kind]), name), values)

    return x(x), emit
