/// Correctly rounded elementary functions in portable Java: the double nearest to the true value.
///
/// Start with [Rounded], which has every function. A fast path in pairs of doubles ([Pair], with
/// the kernels [Exponential], [Logarithm], [Circular], [Arctangent]) carries a proven relative
/// error; if the rounding is not decided by it (or by [Quick], where speed counts), [Exact] repeats
/// in integers of growing precision ([Wide]).
@NullMarked
package dev.perilla.engine.autograd.real;

import org.jspecify.annotations.NullMarked;
