package dev.perilla.engine.language.runtime;

import dev.perilla.chapter.source.Text;

/// One text that was compiled: a block of a chapter, an expression, or a module of ours.
record Unit(Text text) {}
