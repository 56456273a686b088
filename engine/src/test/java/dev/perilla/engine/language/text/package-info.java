/// Python's text against golden tables, and against CPython itself where there is one.
@NullMarked
package dev.perilla.engine.language.text;

import org.jspecify.annotations.NullMarked;
