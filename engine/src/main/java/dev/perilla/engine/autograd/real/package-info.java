/// Elementary functions in portable Java: as CPython prints them on Linux in [Glibc], and the
/// double nearest to the true value in [Rounded].
///
/// In [Rounded] a fast path in pairs of doubles ([Pair], with the kernels [Exponential],
/// [Logarithm], [Circular], [Arctangent]) carries a proven relative error; if the rounding is not
/// decided by it (or by [Quick], where speed counts), [Exact] repeats in integers of growing
/// precision ([Wide]).
///
/// Each function was held to decimal arithmetic on a million arguments (by `Proof`, in the tests,
/// which prints this table; about half an hour): no result was another than the nearest double. The
/// arguments are of any size a third each by their bits, on a logarithmic scale around 0, and even
/// between -50 and 50. The slow path is [Exact]; how near a true value came to the middle between
/// two doubles is in units of the result's last place. Beside these stand the published worst cases
/// and cases made to be hard, in `RoundedTest`. The square root is the machine's, which IEEE 754
/// rounds.
///
/// | function | slow path | nearest to a tie | at |
/// |---|---|---|---|
/// | tanh | 0.0004 % | 4.2e-07 | `0x1.4e5b13890dc2p3` |
/// | sigmoid | 0.2615 % | 1.3e-08 | `-0x1.6aa50e1e812d6p6` |
/// | sqrt | 0.0000 % | 3.7e-07 | `0x1.bed63b7ae7e59p-1015` |
/// | tan | 0.0000 % | 2.0e-06 | `0x1.af08f48ace10cp4` |
/// | asin | 0.0003 % | 1.7e-07 | `0x1.b29bcfa16b72cp-1` |
/// | acos | 0.0002 % | 2.0e-07 | `-0x1.0721e79c651f8p-3` |
/// | atan | 0.0002 % | 6.7e-07 | `-0x1.daf9736afb63p3` |
/// | atan2 | 0.0003 % | 2.7e-07 | `0x1.d0f1cb9899dp-14, 0x1.9fba95b3a3852p-13` |
@NullMarked
package dev.perilla.engine.autograd.real;

import org.jspecify.annotations.NullMarked;
