/// A book on its way to the files of its site, where only what changed is done again.
///
/// Start with [SiteBuild]; [Cache] holds what earlier builds made, by the hash of all that it
/// depends on. A cache skips work, never a check: only chapters without any finding are in it, and
/// the rules between chapters are checked in each build.
@NullMarked
package dev.perilla.site.build;

import org.jspecify.annotations.NullMarked;
