"""Arithmetic, comparison, `and` and the minus sign for vectors of lanes. Importing this registers them with numba."""

import operator

from numba import types
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import lower_builtin

from sim.targets.vectors import FLAGS, Mask, Vec, common_vector, is_vector, widened


def define_operator(function, emit, result=lambda vector: vector):
    """Teach numba `function(x, y)` on vectors, or a vector and a scalar."""

    @infer_global(function)
    class VectorOperator(AbstractTemplate):
        def generic(self, arguments, _):
            vector = common_vector(arguments) if len(arguments) == 2 else None
            return signature(result(vector), *arguments) if vector else None

    def lower(context, builder, sig, values):
        vector = common_vector(sig.args)
        pair = [widened(context, builder, value, kind, vector) for value, kind in zip(values, sig.args, strict=True)]
        return emit(builder, isinstance(vector.lane, types.Float), *pair)

    for left, right in ((Vec, Vec), (Vec, types.Number), (types.Number, Vec)):
        lower_builtin(function, left, right)(lower)


def arithmetic(float_name, integer_name=None):
    """The emitter of an operator by the names of LLVM's instructions."""

    def emit(builder, is_float, x, y):
        return getattr(builder, float_name)(x, y, flags=FLAGS) if is_float else getattr(builder, integer_name)(x, y)

    return emit


def comparison(sign):
    """The emitter of an ordered comparison: false when either side is NaN."""

    def emit(builder, is_float, x, y):
        return builder.fcmp_ordered(sign, x, y, flags=FLAGS) if is_float else builder.icmp_unsigned(sign, x, y)

    return emit


for names, emitter in (
    (("add", "iadd"), arithmetic("fadd", "add")),
    (("sub", "isub"), arithmetic("fsub", "sub")),
    (("mul", "imul"), arithmetic("fmul", "mul")),
    (("truediv", "itruediv"), arithmetic("fdiv")),
    (("xor", "ixor"), arithmetic("", "xor")),
    (("rshift", "irshift"), arithmetic("", "lshr")),
):
    for name in names:
        define_operator(getattr(operator, name), emitter)
for name, sign in (("lt", "<"), ("gt", ">"), ("le", "<="), ("ge", ">="), ("eq", "==")):
    define_operator(getattr(operator, name), comparison(sign), lambda vector: Mask(vector.count))


@infer_global(operator.and_)
class MaskAnd(AbstractTemplate):
    """Both conditions, lane by lane."""

    def generic(self, arguments, _):
        """Typing: two masks of one width."""
        if len(arguments) == 2 and isinstance(arguments[0], Mask) and arguments[0] == arguments[1]:
            return signature(arguments[0], *arguments)
        return None


@lower_builtin(operator.and_, Mask, Mask)
def lower_mask_and(context, builder, sig, values):
    """LLVM's and."""
    return builder.and_(*values)


@infer_global(operator.neg)
class VectorNegation(AbstractTemplate):
    """-x."""

    def generic(self, arguments, _):
        """Typing: a vector stays what it is."""
        return signature(arguments[0], arguments[0]) if is_vector(arguments[0]) else None


@lower_builtin(operator.neg, Vec)
def lower_negation(context, builder, sig, values):
    """LLVM's fneg."""
    return builder.fneg(values[0], flags=FLAGS)
