/// The promise: every numeral of a text gets a standing, every claim is evaluated.
///
/// Start with [Numeral] (what a number is in authored text), [Judge] (when a number that somebody
/// wrote agrees with one that the program gives) and [Statements] (`c = a * b = 12`, checked as
/// written). [Account] collects the entries of the ledger; [VerifyCode] lists what can be wrong.
///
/// Who does what, in the order in which a text passes by:
///
/// - `Flat` is a text with places, `Direction` what must not hide in it. [Accounting] sends each
///   numeral to who knows it: `CodeWords` and `Fences` to statements, `Marks`, `Compared` and
///   `Joined` to what the author binds, `Filled` to the program, `PlainWords` and `Typed` to what
///   words may say alone: `Tokens` parts them into numbers, signs and names, with each `Atom` of
///   code or of a formula among them, `Sums` finds the statements, `Elsewhere` those of another
///   case, `Grid` what rows of tables compute, `Told` what sentences say in words of the numbers
///   beside them ([Phrase]: which words, by language), `Reckoned` what they compute, `Dimensions`
///   in which units, `Listed` which list they say. All of them end in `Settling`.
/// - A statement has [Side]s: `Tex` reads those of formulas, `Written` those put down in numbers,
///   `Terms` their rows of terms, `Strokes` derivatives, `Put` the numbers in the places of names.
///   `Identity`, `Equation` and `Letters` are for letters that the program does not have.
///   `Comparison` holds them to each other, with what `Said` has kept of earlier statements and
///   `Behind` for what rounding hides. `Expectations` are statements of the author's own fields.
/// - [State] is the program that they look at, [Fact] what it gives, `Evidence` whether that comes
///   from the program at all, `Recipe` how a page may ask again, `Shown` how it is written.
/// - `Faults` says what does not hold, `Rewriting` what would; [Claim] is an entry with its place.
@NullMarked
package dev.perilla.engine.verify;

import org.jspecify.annotations.NullMarked;
