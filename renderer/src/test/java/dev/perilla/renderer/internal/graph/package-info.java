/// Laws of drawings.
@NullMarked
package dev.perilla.renderer.internal.graph;

import org.jspecify.annotations.NullMarked;
