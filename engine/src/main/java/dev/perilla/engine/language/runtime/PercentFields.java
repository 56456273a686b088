package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of `"%s and %5r" % (a, b)` where the tuple is written beside the text: CPython makes
/// an f-string of it when it compiles, so that each value is shown before the next one is computed.
///
/// @see <a href="https://github.com/python/cpython/blob/3.11/Python/ast_opt.c">ast_opt.c</a>
final class PercentFields {
  private static final int DIGITS = 3; // more are left to the run

  /// @param before the text before it
  /// @param conversion `s`, `r` or `a`; 0 for the text behind the last field
  record Field(String before, char conversion, String spec) {}

  private final String template;
  private int at;

  private PercentFields(String template) {
    this.template = template;
  }

  /// As many fields as `count`, and the text behind them, if any; null where the text has others.
  static @Nullable List<Field> of(String template, int count) {
    return new PercentFields(template).fields(count);
  }

  private @Nullable List<Field> fields(int count) {
    List<Field> fields = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '%' || template.startsWith("%", at)) {
        at += c == '%' ? 1 : 0;
        text.append(c);
        continue;
      }
      Field field = field(text.toString());
      if (field == null) {
        return null;
      }
      fields.add(field);
      text.setLength(0);
    }
    if (fields.size() != count) {
      return null;
    }
    if (!text.isEmpty()) {
      fields.add(new Field(text.toString(), (char) 0, ""));
    }
    return fields;
  }

  private @Nullable Field field(String before) {
    boolean left = false;
    for (; "-+ #0".indexOf(peek()) >= 0; at++) {
      left |= peek() == '-';
    }
    String width = digits();
    String precision = "";
    if (peek() == '.') {
      at++;
      String digits = digits();
      precision = "." + (digits.isEmpty() ? "0" : digits);
    }
    char conversion = peek();
    at++;
    if (width.length() >= DIGITS
        || precision.length() > DIGITS
        || (conversion != 's' && conversion != 'r' && conversion != 'a')) {
      return null;
    }
    return new Field(before, conversion, (left || width.isEmpty() ? "" : ">") + width + precision);
  }

  private String digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return template.substring(start, at);
  }

  /// 1 past the end, which no field has.
  private char peek() {
    return at < template.length() ? template.charAt(at) : (char) 1;
  }
}
