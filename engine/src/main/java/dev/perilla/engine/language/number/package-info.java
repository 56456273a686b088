/// Python 3.11's numbers: what `int`, `float` and `bool` compute, digit for digit.
///
/// A value is a plain Java object: `int` is a [Long], or a [java.math.BigInteger] when it does not
/// fit 64 bits; `float` is a [Double]; `bool` is a [Boolean]. Start with [Arithmetic], the
/// operators over any two of them; [Ints] and [Floats] hold the rules of each. [Budget] is asked
/// before anything large is made, and a [PythonError] carries what Python would raise.
@NullMarked
package dev.perilla.engine.language.number;

import org.jspecify.annotations.NullMarked;
