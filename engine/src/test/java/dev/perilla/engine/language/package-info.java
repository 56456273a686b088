@NullMarked
package dev.perilla.engine.language;

import org.jspecify.annotations.NullMarked;
