/// The autograd: numbers that remember how they were made, and every gradient that follows.
///
/// Start with [Operation], the one table of operations and their derivatives, and [Value],
/// micrograd's vocabulary on top of it. [Graph] lists what led to a value, [Replay] runs it again
/// with other inputs, [Witnesses] obtains one derivative in three independent ways. [Reals] has the
/// portable functions and Python's text form. The package imports nothing of ours and runs in a
/// browser too.
@NullMarked
package dev.perilla.engine.autograd;

import org.jspecify.annotations.NullMarked;
