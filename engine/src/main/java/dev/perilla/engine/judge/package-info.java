/// The judge of answers: one, for the build and for the page. An [AnswerKey] is all that it knows
/// of a question; it is written as text into the page, and read there by the same code. Nothing
/// here reads files, patterns or locales. Start: [AnswerKey].
@NullMarked
package dev.perilla.engine.judge;

import org.jspecify.annotations.NullMarked;
