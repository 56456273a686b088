package dev.perilla.engine.judge;

import dev.perilla.engine.language.text.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the build writes for the page's engine, as text: a line for each field, its name, a blank,
/// its value. A line end in a value is written `\n`, a backslash `\\`.
public final class Fields {
  /// One of them.
  public record Field(String name, String value) {}

  private final List<Field> all = new ArrayList<>();

  /// The fields of a text.
  public static Fields read(String text) {
    Fields fields = new Fields();
    for (String line : Splitting.split(text, "\n", -1)) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        fields.add(line.substring(0, blank), unescaped(line.substring(blank + 1)));
      }
    }
    return fields;
  }

  public Fields add(String name, String value) {
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

  /// All of them, in order.
  public List<Field> fields() {
    return List.copyOf(all);
  }

  /// The text, for [#read].
  public String text() {
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
