/// Lessons that exist already come in: Markdown, notebooks, scripts and transcripts become
/// chapters.
///
/// Start with [Importer]. A reader for each form of file makes a [Lesson]; [Plot] finds the program
/// that the lesson tells, in its listings and in its sentences; [Standings] looks at each numeral
/// against the states of that program, and dresses, binds or marks it. What it cannot settle stays
/// as it is, for `check` to find: an import never says that a number is fine.
@NullMarked
package dev.perilla.site.importer;

import org.jspecify.annotations.NullMarked;
