/// Tests of the whole: directions between packages, books from folder to site.
@NullMarked
package dev.perilla.site;

import org.jspecify.annotations.NullMarked;
