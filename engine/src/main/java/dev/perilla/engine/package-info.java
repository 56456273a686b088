@NullMarked
package dev.perilla.engine;

import org.jspecify.annotations.NullMarked;
