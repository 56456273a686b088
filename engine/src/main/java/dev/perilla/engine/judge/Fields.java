package dev.perilla.engine.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer key as text: a line for each field, its name, a blank, its value. A line end in a
/// value is written `\n`, a backslash `\\`.
final class Fields {
  private record Field(String name, String value) {}

  private final List<Field> all = new ArrayList<>();

  static Fields read(String text) {
    Fields fields = new Fields();
    for (String line : text.split("\n", -1)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        fields.add(line.substring(0, blank), unescaped(line.substring(blank + 1)));
      }
    }
    return fields;
  }

  Fields add(String name, String value) {
    all.add(new Field(name, value));
    return this;
  }

  Fields add(String name, List<String> values) {
    values.forEach(value -> add(name, value));
    return this;
  }

  List<String> all(String name) {
    return all.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
  }

  Optional<String> maybe(String name) {
    return all(name).stream().findFirst();
  }

  String one(String name) {
    return maybe(name)
        .orElseThrow(() -> new IllegalArgumentException("an answer key without " + name));
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (Field field : all) {
      out.append(field.name).append(' ').append(escaped(field.value)).append('\n');
    }
    return out.toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescaped(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        out.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
