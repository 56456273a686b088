package dev.perilla.engine.language.runtime;

/// `low:high:step`, each maybe None.
record PySlice(Object low, Object high, Object step) {}
