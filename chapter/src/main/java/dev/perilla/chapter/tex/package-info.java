/// What is the same for all who read formulas in TeX: the page draws them, `check` holds what they
/// say, an import takes them over. Start with [TexWords].
@NullMarked
package dev.perilla.chapter.tex;

import org.jspecify.annotations.NullMarked;
