package dev.perilla.engine.language.runtime;

/// A function found in the class of an object, with that object as its first argument.
record BoundMethod(Object self, Object function) {}
