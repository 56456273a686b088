package dev.perilla.renderer.internal.html;

import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Resources;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The templates, read once, in the part of Mustache that they need.
///
/// `{{x}}` is a text, escaped, and `{{{x}}}` markup that the renderer has made. What stands between
/// `{{#x}}` and `{{/x}}` is written for each item of the list `x`, in the record `x`, or where `x`
/// is true or a text that is not empty; between `{{^x}}` and `{{/x}}` where it would not be. A line
/// of nothing but such a tag is none. `x` is a method without parameters of the innermost record
/// that has one of that name, `x.key` a text of the map `x`, and `.` the item itself.
final class Templates {
  private static final Map<String, Template> READ = new ConcurrentHashMap<>(); // by name

  private Templates() {}

  /// The template of that name, filled from a record.
  static String fill(String name, Record model) {
    return READ.computeIfAbsent(name, it -> new Template(new Reader(it).parts())).fill(model);
  }

  private static final class Template {
    private final List<Part> parts;
    private int longest; // of what was written so far: a guess, which threads need not share

    Template(List<Part> parts) {
      this.parts = parts;
    }

    String fill(Record model) {
      StringBuilder out = new StringBuilder(longest);
      write(parts, new Scope(model, null), out);
      longest = Math.max(longest, out.length());
      return out.toString();
    }
  }

  private static void write(List<Part> parts, Scope scope, StringBuilder out) {
    for (Part part : parts) {
      part.write(scope, out);
    }
  }

  private interface Part {
    void write(Scope scope, StringBuilder out);
  }

  private record Literal(String text) implements Part {
    @Override
    public void write(Scope scope, StringBuilder out) {
      out.append(text);
    }
  }

  private record Value(String name, boolean isMarkup) implements Part {
    @Override
    public void write(Scope scope, StringBuilder out) {
      String text = scope.get(name).toString();
      out.append(isMarkup ? text : Chars.html(text));
    }
  }

  /// A text of a map, which the pages have for what they say themselves.
  private record Entry(String map, String key) implements Part {
    @Override
    public void write(Scope scope, StringBuilder out) {
      Object text = ((Map<?, ?>) scope.get(map)).get(key);
      out.append(Chars.html(Objects.requireNonNull(text, key).toString()));
    }
  }

  private record Section(String name, List<Part> parts) implements Part {
    @Override
    public void write(Scope scope, StringBuilder out) {
      Object value = scope.get(name);
      if (value instanceof List<?> items) {
        for (Object item : items) {
          Templates.write(parts, new Scope(item, scope), out);
        }
      } else if (value instanceof Record) {
        Templates.write(parts, new Scope(value, scope), out);
      } else if (isThere(value)) {
        Templates.write(parts, scope, out);
      }
    }
  }

  private record Inverted(String name, List<Part> parts) implements Part {
    @Override
    public void write(Scope scope, StringBuilder out) {
      if (!isThere(scope.get(name))) {
        Templates.write(parts, scope, out);
      }
    }
  }

  private static boolean isThere(Object value) {
    return value instanceof String text ? !text.isEmpty() : value.equals(true);
  }

  /// What a name is looked up in.
  private record Scope(Object model, @Nullable Scope outer) {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);

    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS =
        new ClassValue<>() {
          @Override
          protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return accessors(type);
          }
        };

    Object get(String name) {
      if (name.equals(".")) {
        return model;
      }
      MethodHandle accessor = ACCESSORS.get(model.getClass()).get(name);
      if (accessor == null) {
        if (outer == null) {
          throw new IllegalArgumentException(model + " has no " + name);
        }
        return outer.get(name);
      }
      try {
        return (Object) accessor.invokeExact(model);
      } catch (Throwable failed) {
        throw new IllegalStateException(name + " of " + model, failed);
      }
    }

    private static Map<String, MethodHandle> accessors(Class<?> type) {
      Map<String, MethodHandle> accessors = new HashMap<>();
      try {
        for (Method method : type.isRecord() ? type.getDeclaredMethods() : new Method[0]) {
          if (method.getParameterCount() == 0) {
            MethodHandle accessor = MethodHandles.lookup().unreflect(method);
            accessors.put(method.getName(), accessor.asType(ACCESSOR));
          }
        }
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException("a record of this package", impossible);
      }
      return accessors;
    }
  }

  /// Reads a template.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String name) {
      this.text = Resources.text(name + ".mustache");
    }

    /// The parts up to the end of the section, or of all.
    List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      while (at < text.length()) {
        int open = text.indexOf("{{", at);
        if (open != at) {
          int end = open < 0 ? text.length() : open;
          parts.add(new Literal(text.substring(at, end)));
          at = end;
        } else {
          String tag = tag();
          String name = tag.substring(1);
          switch (tag.charAt(0)) {
            case '/' -> {
              return parts;
            }
            case '#' -> parts.add(new Section(name, parts()));
            case '^' -> parts.add(new Inverted(name, parts()));
            case '{' -> parts.add(new Value(name, true));
            default -> parts.add(value(tag));
          }
        }
      }
      return parts;
    }

    /// What stands between the braces that begin here.
    private String tag() {
      int start = at + "{{".length();
      int end = text.indexOf("}}", start);
      boolean isMarkup = text.charAt(start) == '{';
      boolean isAlone = "#^/".indexOf(text.charAt(start)) >= 0 && isLineStart(at);
      at = end + (isMarkup ? "}}}" : "}}").length();
      if (isAlone && text.startsWith("\n", at)) {
        at++;
      }
      return text.substring(start, end);
    }

    private boolean isLineStart(int at) {
      return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static Part value(String tag) {
      int dot = tag.indexOf('.');
      return dot <= 0
          ? new Value(tag, false)
          : new Entry(tag.substring(0, dot), tag.substring(dot + 1));
    }
  }
}
