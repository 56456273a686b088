package dev.perilla.engine.language.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/// A module that can be imported. Nobody can change it.
final class PyModule {
  final String name;
  final Map<String, Object> names = new LinkedHashMap<>();

  PyModule(String name) {
    this.name = name;
  }
}
