/// Drawings of numbers: [PlotSvg] draws lines, points and regions in a plane, [NetworkSvg] the
/// layers and weights of a network, [Swatch] the samples of a legend. Coordinates are layout; the
/// numbers that stand on the page are the compiled chapter's.
@NullMarked
package dev.perilla.renderer.internal.plot;

import org.jspecify.annotations.NullMarked;
