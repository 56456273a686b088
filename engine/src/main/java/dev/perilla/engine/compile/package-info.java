/// From a chapter to its compiled form: run, look, check, account.
///
/// Start with [Compiler]. [Execution] runs the blocks and is the state that texts look at;
/// [Markdown] reads a text with the places of its characters; [Prose] turns it into the tree of the
/// page; [Views], [Listings] and [Exercises] do the rest.
@NullMarked
package dev.perilla.engine.compile;

import org.jspecify.annotations.NullMarked;
