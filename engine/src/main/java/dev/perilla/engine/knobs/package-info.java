/// A chapter's program as its page runs it again when a reader turns a knob: the same language, the
/// same autograd, and for each number of the page how it is found. Start at [KnobProgram]. Nothing
/// here reads files, and it compiles to JavaScript.
@NullMarked
package dev.perilla.engine.knobs;

import org.jspecify.annotations.NullMarked;
