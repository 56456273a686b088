/// The program that a lesson tells.
///
/// [Plot] walks the lesson, [Telling] keeps the `Step`s in `Draft`s, [Program] runs them. What
/// takes part:
///
/// - `Learning` takes equations, `Arrays` with `Array`, `ArrayTexts`, `ListFunctions` and
///   `Readings` lists, `Rounds` tables, `AsciiGraph` drawings, `Asked` questions, `Nouns` sentences
///   without a formula, `Outputs` what listings print;
/// - `Survey`, `Inputs`, `Training`, `Straight`, `Restart`, `Lifting`, `Analogy`, `Recurrence`,
///   `Substitution`, `Slope` and `Extreme` say what is meant;
/// - `Unrun` knows what follows from listings that do not run, `Methods` writes calls as methods,
///   `Wording` has what is added in the lesson's language.
@NullMarked
package dev.perilla.site.importer.plot;

import org.jspecify.annotations.NullMarked;
