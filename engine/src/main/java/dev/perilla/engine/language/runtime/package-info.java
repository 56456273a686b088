/// What runs: [Compiler] turns resolved trees into nodes, [Run] is the state and the budget of one
/// program, `Py…` classes are its objects, [Ops] the meaning of operators, [Builtins] the names at
/// hand.
///
/// Start with [Program]. Who does what:
///
/// - **Nodes**, ready to run: [Node] and [Stm], in `…Nodes` by what they are for, made by
///   `Compiler` with `Code`, `Constants` and `Yields`. They run in a `Frame`, on `Cell`s and
///   `GlobalCell`s, and leave it by `Unwind` or `YieldSignal`.
/// - **Objects**: `Py…`, `Builtin`, `Method`, `BoundMethod`, `Descriptor`; `Table` and `SetTable`
///   are the hash tables below them, `Shape` the attributes of an instance, `Mutable` what knows
///   when it was made. `Convert` says them in Java.
/// - **Meaning**: `Ops`, `Comparing`, `Identity`, `Attributes`, `Calls` with `Signature` and
///   `Keywords`, `Iterate` with `Lazy`, `Sequences`, `Lists`, `Dicts`, `Sets`, `Sorting`, `Wide`,
///   `Show` with `PercentText`, `Translations`.
/// - **What is at hand**: `Builtins`, `IterableBuiltins`, `Constructors`, `Types`, `Specials`,
///   `Objects`, a `…Methods` for each class, and `Modules` with `MathModule`, `RandomModule`,
///   `Networks` and `Teaching`.
/// - **Letting go**: `Waiting`, `Fleeting` and `Closing` close generators where CPython does.
/// - **Bounds**: `Run` with `Census` for memory.
/// - **What is told**: `Tracebacks` with `Exceptions`, `Suggestions` and `Hints`; `Watch` and
///   `Reading` note what texts ask for, `Epoch`, `Sweeps` and `Remarks` what a reader has to know
///   of gradients.
@NullMarked
package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.NullMarked;
