package dev.perilla.engine.language.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/// The names of a class body while it runs.
final class PyNamespace {
  final Map<String, Object> names = new LinkedHashMap<>();
}
