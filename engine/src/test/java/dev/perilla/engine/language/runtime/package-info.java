/// What the runtime of the language remembers of a program.
@NullMarked
package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.NullMarked;
