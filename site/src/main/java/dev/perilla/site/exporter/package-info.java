/// A checked book in the forms of other programs. A new form is a [Format], and a word of `perilla
/// export`. Start: [Format].
@NullMarked
package dev.perilla.site.exporter;

import org.jspecify.annotations.NullMarked;
