/// Python's numbers against golden tables, and against CPython itself where there is one.
@NullMarked
package dev.perilla.engine.language.number;

import org.jspecify.annotations.NullMarked;
