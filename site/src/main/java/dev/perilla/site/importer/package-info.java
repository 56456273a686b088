/// Lessons that exist already come in: Markdown, notebooks, scripts and transcripts become
/// chapters.
///
/// Start with [Importer]. A reader for each form of file makes a [Lesson]; [Plot] finds the program
/// that the lesson tells, in its listings and in its sentences; [Standings] looks at each numeral
/// against the states of that program, and dresses, binds or marks it. What it cannot settle stays
/// as it is, for `check` to find: an import never says that a number is fine.
///
/// Who does what, in the order in which a lesson passes by:
///
/// - A file is read into a `Lesson`: `MarkdownLesson`, `NotebookLesson`, `ScriptLesson`. Formulas
///   become code in `Maths` and `Tex`, with `Layers`, `Letters`, `Statements`, `Commas`; `Html`,
///   `Exercises`, `Asked`, `Voices`, `AsciiGraph` and `Imports` know other forms.
/// - What its words say is found: `Scan` and `Equation` for numbers, `Chains` for lists, with
///   `Factors`, `Signs`, `Lexicon`, `Tongue`, `Row`, `Spelled`, `Points`, `Labels`, `Unlabelled`,
///   `Units`, `Data`, `Nouns`, `Derivative` and `Digits`.
/// - The program is told: `Plot` walks the lesson, `Telling` keeps the `Step`s in `Draft`s,
///   `Program` runs them. `Learning` takes equations, `Arrays` and `Readings` lists, `Rounds`
///   tables; `Survey`, `Inputs`, `Training`, `Straight`, `Restart`, `Lifting`, `Analogy`,
///   `Recurrence`, `Substitution`, `Slope`, `Slopes` and `Extreme` say what is meant.
/// - Each numeral is looked at: `Standings`, with the `Candidates` of expressions, `Tried` as the
///   one judge, and `Dressing` for what is written in its place: `Cells`, `Columns`, `Sentences`,
///   `Spans`, `ArrayTexts`, `Comments`, `Outputs`. `States`, `Moves`, `Spoken`, `Rest`, `Rounded`,
///   `OnTheWay`, `Products`, `Enumerations`, `Totals` and `Structure` know what else a number may
///   be.
/// - `Report`, `Contradictions` and `ImportCode` tell how it went.
@NullMarked
package dev.perilla.site.importer;

import org.jspecify.annotations.NullMarked;
