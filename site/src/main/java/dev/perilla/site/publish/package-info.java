/// A site on its way to disk: all of it, or nothing.
///
/// Start with [Publication], which writes a site beside the one that stands and exchanges the two
/// ([Exchange]). [Manifest] is how it knows which files are its own.
@NullMarked
package dev.perilla.site.publish;

import org.jspecify.annotations.NullMarked;
