package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.PythonError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `template.format(*arguments, **names)` and `template.format_map(names)`.
public final class FormatTemplate {
  private enum Numbering {
    OPEN,
    AUTOMATIC,
    MANUAL
  }

  private final @Nullable List<Object> arguments; // null for a mapping, which has none
  private final Names names;
  private final Objects objects;
  private final Budget budget;
  private Numbering numbering = Numbering.OPEN;
  private long nextIndex;

  /// What a field names, or a KeyError.
  public interface Names {
    Object get(String name);
  }

  private FormatTemplate(
      @Nullable List<Object> arguments, Names names, Objects objects, Budget budget) {
    this.arguments = arguments;
    this.names = names;
    this.objects = objects;
    this.budget = budget;
  }

  public static String format(
      String template,
      List<Object> arguments,
      Map<String, Object> names,
      Objects objects,
      Budget budget) {
    Names known =
        name -> {
          Object value = names.get(name);
          if (value == null) {
            throw new PythonError("KeyError", name);
          }
          return value;
        };
    return new FormatTemplate(arguments, known, objects, budget).build(template, 2);
  }

  public static String formatMap(String template, Names names, Objects objects, Budget budget) {
    return new FormatTemplate(null, names, objects, budget).build(template, 2);
  }

  /// @param depth how many levels of fields may still open: a spec may hold fields, those may not
  private String build(String template, int depth) {
    if (depth == 0) {
      throw PythonError.value("Max string recursion exceeded");
    }
    Growing out = new Growing(budget);
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '{' && c != '}') {
        out.append(c);
      } else if (at < template.length() && template.charAt(at) == c) {
        out.append(c);
        at++;
      } else if (c == '}') {
        throw PythonError.value("Single '}' encountered in format string");
      } else if (at == template.length()) {
        throw PythonError.value("Single '{' encountered in format string");
      } else {
        Field field = Field.read(template, at);
        at = field.end();
        String text = render(field, depth);
        budget.charge(text.length());
        out.append(text);
      }
    }
    return template.indexOf('{') < 0 && template.indexOf('}') < 0 ? template : out.toString();
  }

  private String render(Field field, int depth) {
    Object value = lookup(field.name());
    if (field.conversion() != 0) {
      value =
          switch (field.conversion()) {
            case 'r' -> objects.repr(value);
            case 's' -> objects.str(value);
            case 'a' -> Quoting.ascii(objects.repr(value));
            default ->
                throw PythonError.value(
                    "Unknown conversion specifier " + FormatSpec.shown(field.conversion()));
          };
    }
    String spec = field.nested() ? build(field.spec(), depth - 1) : field.spec();
    return objects.format(value, spec);
  }

  private Object lookup(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
      end++;
    }
    String first = name.substring(0, end);
    long index = index(first);
    if (first.isEmpty() || index >= 0) {
      number(first.isEmpty());
      index = first.isEmpty() ? nextIndex++ : index;
    }
    Object value;
    if (index >= 0) {
      if (arguments == null) {
        throw PythonError.value("Format string contains positional fields");
      }
      if (index >= arguments.size()) {
        throw new PythonError(
            "IndexError", "Replacement index " + index + " out of range for positional args tuple");
      }
      value = arguments.get((int) index);
    } else {
      value = names.get(first);
    }
    return follow(value, name, end);
  }

  private void number(boolean automatic) {
    Numbering now = automatic ? Numbering.AUTOMATIC : Numbering.MANUAL;
    if (numbering != Numbering.OPEN && numbering != now) {
      throw PythonError.value(
          automatic
              ? "cannot switch from manual field specification to automatic field numbering"
              : "cannot switch from automatic field numbering to manual field specification");
    }
    numbering = now;
  }

  /// The attributes and items that follow the first name.
  private Object follow(Object first, String name, int from) {
    Object value = first;
    int at = from;
    while (at < name.length()) {
      char c = name.charAt(at++);
      int start = at;
      if (c == '.') {
        while (at < name.length() && name.charAt(at) != '.' && name.charAt(at) != '[') {
          at++;
        }
        value = objects.attribute(value, part(name, start, at));
      } else if (c == '[') {
        at = name.indexOf(']', start);
        if (at < 0) {
          throw PythonError.value("Missing ']' in format string");
        }
        String key = part(name, start, at);
        long index = index(key);
        value = objects.item(value, index < 0 ? key : (Object) index);
        at++;
      } else {
        throw PythonError.value("Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  private static String part(String name, int start, int end) {
    if (start == end) {
      throw PythonError.value("Empty attribute in format string");
    }
    return name.substring(start, end);
  }

  /// The number that the name is, or -1.
  private static long index(String name) {
    long value = 0;
    for (int i = 0; i < name.length(); ) {
      int point = name.codePointAt(i);
      int digit = Characters.decimal(point);
      if (digit < 0) {
        return -1;
      }
      if (value > (Long.MAX_VALUE - digit) / 10) {
        throw PythonError.value("Too many decimal digits in format string");
      }
      value = value * 10 + digit;
      i += Character.charCount(point);
    }
    return name.isEmpty() ? -1 : value;
  }

  /// One replacement field.
  ///
  /// @param conversion the letter after `!`, or 0
  /// @param nested whether the spec holds fields itself
  /// @param end where the template goes on
  private record Field(String name, int conversion, String spec, boolean nested, int end) {

    /// Reads what follows a `{`.
    static Field read(String template, int from) {
      int at = from;
      int nameEnd = from;
      char stop = 0;
      while (stop == 0 && at < template.length()) {
        char c = template.charAt(at++);
        switch (c) {
          case '{' -> throw PythonError.value("unexpected '{' in field name");
          case '[' -> {
            int close = template.indexOf(']', at);
            at = close < 0 ? template.length() : close;
          }
          case '}', ':', '!' -> {
            stop = c;
            nameEnd = at - 1;
          }
          default -> {}
        }
      }
      if (stop == 0) {
        throw PythonError.value("expected '}' before end of string");
      }
      String name = template.substring(from, nameEnd);
      if (stop == '}') {
        return new Field(name, 0, "", false, at);
      }
      int conversion = 0;
      if (stop == '!') {
        if (at >= template.length()) {
          throw PythonError.value("end of string while looking for conversion specifier");
        }
        conversion = template.codePointAt(at);
        at += Character.charCount(conversion);
        if (at < template.length()) {
          char c = template.charAt(at++);
          if (c == '}') {
            return new Field(name, conversion, "", false, at);
          }
          if (c != ':') {
            throw PythonError.value("expected ':' after conversion specifier");
          }
        }
      }
      return spec(template, name, conversion, at);
    }

    private static Field spec(String template, String name, int conversion, int from) {
      boolean nested = false;
      int depth = 1;
      for (int at = from; at < template.length(); at++) {
        char c = template.charAt(at);
        if (c == '{') {
          nested = true;
          depth++;
        } else if (c == '}' && --depth == 0) {
          return new Field(name, conversion, template.substring(from, at), nested, at + 1);
        }
      }
      throw PythonError.value("unmatched '{' in format spec");
    }
  }
}
