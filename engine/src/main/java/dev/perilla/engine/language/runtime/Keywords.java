package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// Arguments passed by name.
final class Keywords {
  static final Keywords NONE = new Keywords(new String[0], new Object[0]);

  final String[] names;
  final Object[] values;

  Keywords(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  int size() {
    return names.length;
  }

  @Nullable Object get(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }
}
