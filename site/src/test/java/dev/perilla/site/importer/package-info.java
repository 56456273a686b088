/// Lessons of several kinds come in; what is wrong in them is said.
@NullMarked
package dev.perilla.site.importer;

import org.jspecify.annotations.NullMarked;
