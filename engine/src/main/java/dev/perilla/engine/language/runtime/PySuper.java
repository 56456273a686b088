package dev.perilla.engine.language.runtime;

/// `super()`: looks names up in the bases of `type`, for `self`.
record PySuper(PyClass type, Object self) {}
