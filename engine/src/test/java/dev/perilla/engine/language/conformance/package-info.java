/// Programs and expressions of the language with what CPython 3.11 makes of them, in the folder
/// `conformance` of the test resources. Start with [ConformanceTest].
@NullMarked
package dev.perilla.engine.language.conformance;

import org.jspecify.annotations.NullMarked;
