/// What the words of a lesson say, without its program.
///
/// [Scan] and [Equation] find numbers and statements, [Chains] lists, with `Factors`, `Signs`,
/// `Lexicon`, `Tongue`, `Table`, `Row`, `Spelled`, `Points`, `Labels`, `Unlabelled`, `Units`,
/// `Data`, `Derivative`, `Digits`, `Structure` and `Shapes`.
@NullMarked
package dev.perilla.site.importer.words;

import org.jspecify.annotations.NullMarked;
