/// The promise: every numeral of a text gets a standing, every claim is evaluated.
///
/// Start with [Numeral] (what a number is in authored text), [Judge] (when a number that somebody
/// wrote agrees with one that the program gives) and [Statements] (`c = a * b = 12`, checked as
/// written). [Account] collects the entries of the ledger; [VerifyCode] lists what can be wrong.
@NullMarked
package dev.perilla.engine.verify;

import org.jspecify.annotations.NullMarked;
