/// Elementary functions in portable Java: correctly rounded, the double nearest to the true value,
/// in [Rounded], and as CPython prints them on Linux in [Glibc].
///
/// Start with [Rounded], which has every function. A fast path in pairs of doubles ([Pair], with
/// the kernels [Exponential], [Logarithm], [Circular], [Arctangent]) carries a proven relative
/// error; if the rounding is not decided by it (or by [Quick], where speed counts), [Exact] repeats
/// in integers of growing precision ([Wide]).
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
/// | exp | 0.0537 % | 2.0e-06 | `-0x1.5e90463ee9396p-12` |
/// | log | 0.0130 % | 3.7e-07 | `0x1.617d6776ecp-25` |
/// | tanh | 0.0004 % | 4.2e-07 | `0x1.4e5b13890dc2p3` |
/// | sigmoid | 0.2615 % | 1.3e-08 | `-0x1.6aa50e1e812d6p6` |
/// | pow | 0.4989 % | 4.2e-08 | `0x1.382b717a40728p-20, -0x1.de8e12a0b843bp1` |
/// | sin | 0.0002 % | 1.7e-07 | `-0x1.5d640878b5ccdp989` |
/// | cos | 0.0003 % | 5.6e-07 | `0x1.3f16277ec8328p4` |
/// | sqrt | 0.0000 % | 3.7e-07 | `0x1.bed63b7ae7e59p-1015` |
/// | exp2 | 0.0430 % | 5.2e-07 | `0x1.ac855520e2b8p1` |
/// | expm1 | 0.0113 % | 2.6e-07 | `0x1.c5e2a8bb121ecp-24` |
/// | log2 | 0.0138 % | 6.0e-07 | `0x1.0313441718d9dp5` |
/// | log10 | 0.0123 % | 6.2e-07 | `0x1.85f52b0622d1ep4` |
/// | log1p | 0.0003 % | 3.6e-07 | `0x1.d97f9c325756p737` |
/// | sinh | 0.0035 % | 5.5e-07 | `0x1.73945c8d71bdp1` |
/// | cosh | 0.0037 % | 3.4e-08 | `0x1.537f8d02f17dcp-6` |
/// | asinh | 0.0001 % | 6.7e-07 | `0x1.564ae12b40ef4p-14` |
/// | acosh | 0.0003 % | 1.1e-07 | `0x1.719852aa6c69fp3` |
/// | atanh | 0.0002 % | 2.2e-07 | `-0x1.fd3edda65b668p-1` |
/// | tan | 0.0000 % | 2.0e-06 | `0x1.af08f48ace10cp4` |
/// | asin | 0.0003 % | 1.7e-07 | `0x1.b29bcfa16b72cp-1` |
/// | acos | 0.0002 % | 2.0e-07 | `-0x1.0721e79c651f8p-3` |
/// | atan | 0.0002 % | 6.7e-07 | `-0x1.daf9736afb63p3` |
/// | atan2 | 0.0003 % | 2.7e-07 | `0x1.d0f1cb9899dp-14, 0x1.9fba95b3a3852p-13` |
/// | cbrt | 0.0249 % | 4.2e-07 | `0x1.b0a5e7f68738ap-17` |
/// | hypot | 3.5740 % | 6.5e-07 | `-0x1.7bb0e2eee7b51p5, -0x1.4e2f05f3799f5p5` |
@NullMarked
package dev.perilla.engine.autograd.real;

import org.jspecify.annotations.NullMarked;
