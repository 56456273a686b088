/// Lessons that exist already come in: Markdown, notebooks, scripts and transcripts become
/// chapters.
///
/// Start with [Importer]. A reader for each form of file makes a lesson (`lesson`); its plot is the
/// program that the lesson tells, in its listings and in its sentences (`plot`); each numeral is
/// looked at against the states of that program, and dressed, bound or marked (`standing`); what
/// sentences and formulas say by themselves is known to `words`. Each of these packages knows those
/// before it and none behind. What an import cannot settle stays as it is, for `check` to find: it
/// never says that a number is fine. [Report] and `Contradictions` tell how it went.
@NullMarked
package dev.perilla.site.importer;

import org.jspecify.annotations.NullMarked;
