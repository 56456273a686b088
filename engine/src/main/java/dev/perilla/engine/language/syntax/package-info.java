/// From text to tree: [Lexer] makes tokens, [Parser] makes [Stmt] and [Expr] with offsets and
/// several findings in one pass; [Chain] is a statement of prose such as `c = a * b = 12`.
@NullMarked
package dev.perilla.engine.language.syntax;

import org.jspecify.annotations.NullMarked;
