/// Drawings of graphs: [Layout] places the boxes, [GraphSvg] draws them, [GraphWords] says them.
@NullMarked
package dev.perilla.renderer.internal.graph;

import org.jspecify.annotations.NullMarked;
