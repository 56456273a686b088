/// Books and their chapters as they lie on disk, in order, with what is wrong between them.
///
/// Start with [BookFolder], which finds and reads the files of one book; [BookRules] holds what has
/// to be true between its chapters; [Workshop] compiles chapters, several at a time. What may be
/// wrong is listed in [SiteCode].
@NullMarked
package dev.perilla.site.book;

import org.jspecify.annotations.NullMarked;
