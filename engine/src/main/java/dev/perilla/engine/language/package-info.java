/// The code language of the chapters: a strict subset of Python 3.11, run here with its own
/// `Value`.
///
/// Start with [Machine], one chapter's program: it runs blocks ([Outcome]), answers expressions of
/// the text ([Answer]) and is bounded by [Limits]. The phases are `syntax` (Lexer, Parser),
/// `resolve` (Resolver) and `runtime` (Compiler, nodes, objects, builtins); `number` and `text`
/// hold Python's arithmetic and string rules. Programs of the tests live in
/// `engine/src/test/resources/dev/perilla/engine/language/programs`: a `.py` and the `.out` that
/// python3 prints for it; expressions, one a line, in `expressions`.
@NullMarked
package dev.perilla.engine.language;

import org.jspecify.annotations.NullMarked;
