/// What runs: [Compiler] turns resolved trees into nodes, [Run] is the state and the budget of one
/// program, `Py…` classes are its objects, [Ops] the meaning of operators, [Builtins] the names at
/// hand.
@NullMarked
package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.NullMarked;
