@NullMarked
package dev.perilla.renderer;

import org.jspecify.annotations.NullMarked;
