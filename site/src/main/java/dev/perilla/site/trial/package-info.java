/// Changes to a chapter's file, tried on a copy before anything is written.
///
/// [Fixing] tries the digits that would be true, [Audit] those that would not ([Mutations]) and
/// looks whether `check` notices. Both work on a [dev.perilla.site.book.Draft].
@NullMarked
package dev.perilla.site.trial;

import org.jspecify.annotations.NullMarked;
