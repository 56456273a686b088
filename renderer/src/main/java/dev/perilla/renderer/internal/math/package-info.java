/// Formulas: TeX as chapters write it becomes MathML. Start with [MathMl].
@NullMarked
package dev.perilla.renderer.internal.math;

import org.jspecify.annotations.NullMarked;
