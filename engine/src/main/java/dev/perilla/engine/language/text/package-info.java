/// Python 3.11's text: strings by code point, their methods, and every way to format.
///
/// A `str` is a Java [String]; indices and lengths here are always code points, never UTF-16 units.
/// Start with [Strings] (the methods), [CodePoints] (length, index, slice) and [Formats] (what
/// `format()` and f-strings do); [PercentFormat] and [FormatTemplate] are `%` and `str.format`,
/// [Quoting] is `repr`, [Numerals] reads `int("…")` and `float("…")`.
@NullMarked
package dev.perilla.engine.language.text;

import org.jspecify.annotations.NullMarked;
