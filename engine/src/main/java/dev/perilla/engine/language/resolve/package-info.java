/// Names, before anything runs: [Resolver] finds out where each name of a tree lives ([Scope],
/// [Place]) and what may not stand where it stands; [Coverage] lists what the language leaves out,
/// with what to write instead.
@NullMarked
package dev.perilla.engine.language.resolve;

import org.jspecify.annotations.NullMarked;
