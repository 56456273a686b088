package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.FloatText;
import dev.perilla.engine.language.number.IntText;
import dev.perilla.engine.language.text.Formats;
import dev.perilla.engine.language.text.Quoting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// `repr`, `str` and `format` of any object.
final class Show {
  private Show() {}

  static String str(Run run, Object object) {
    if (object instanceof String text) {
      return text;
    }
    if (object instanceof PyInstance instance) {
      Object method = instance.type.find(run, "__str__");
      if (method != null) {
        return text(run, "__str__", Calls.method(run, instance, method));
      }
      if (instance instanceof PyException exception) {
        Object repr = instance.type.find(run, "__repr__");
        return exception.text(run).isEmpty() && repr == null ? "" : exception.text(run);
      }
    }
    if (object instanceof PyInstance instance) {
      Object method = instance.type.find(run, "__repr__");
      if (method != null) {
        return text(run, "__str__", Calls.method(run, instance, method));
      }
    }
    return object instanceof PyDict dict && dict.proxy
        ? repr(run, Dicts.copy(run, dict))
        : repr(run, object);
  }

  private static String text(Run run, String method, Object result) {
    if (result instanceof String text) {
      return text;
    }
    throw run.typeError(method + " returned non-string (type " + Types.name(result) + ")");
  }

  static String repr(Run run, Object object) {
    return switch (object) {
      case String text -> {
        run.allocate(40 + 2L * text.length());
        run.steps(text.length() / 4);
        yield Quoting.repr(text);
      }
      case Long number -> Long.toString(number);
      case Double number -> {
        run.work(FloatText.work(number));
        run.sweeps.shows(number);
        yield FloatText.repr(number);
      }
      case Boolean flag -> flag ? "True" : "False";
      case BigInteger number -> {
        run.work(number.bitLength() * 10L);
        yield IntText.decimal(number);
      }
      case Singleton single -> single.toString();
      case PyInstance instance -> {
        Object method = instance.type.find(run, "__repr__");
        yield method != null
            ? text(run, "__repr__", Calls.method(run, instance, method))
            : plainRepr(run, instance);
      }
      case PyList list -> nested(run, list);
      case PyTuple tuple -> nested(run, tuple);
      case PyDict dict -> nested(run, dict);
      case PySet set -> nested(run, set);
      case PyDict.View view -> nested(run, view);
      case PyRange range ->
          "range("
              + range.start
              + ", "
              + range.stop
              + (range.step == 1 ? ")" : ", " + range.step + ")");
      case PyWideRange range -> range.repr();
      case PyValue value -> {
        run.sweeps.reads(value.value());
        yield value.repr(run);
      }
      case PyNudge nudge -> nudge.repr();
      case PyUnion union -> union.repr();
      case PySlice slice ->
          "slice("
              + repr(run, slice.low())
              + ", "
              + repr(run, slice.high())
              + ", "
              + repr(run, slice.step())
              + ")";
      case PyFunction function -> "<function " + function.qualifiedName() + " at " + ADDRESS + ">";
      case Builtin builtin when builtin.isMethod() ->
          "<bound method Random." + builtin.name + " of <random.Random object at " + ADDRESS + ">>";
      case Builtin builtin ->
          builtin.owner == null
              ? "<built-in function " + builtin.name + ">"
              : "<built-in method "
                  + builtin.name
                  + (builtin.owner == Types.RANDOM
                      ? " of Random object at "
                      : " of type object at ")
                  + ADDRESS
                  + ">";
      case Method.Bound bound ->
          (bound.method().slot ? "<method-wrapper '" : "<built-in method ")
              + bound.method().name
              + (bound.method().slot ? "' of " : " of ")
              + Types.name(bound.self())
              + " object at "
              + address(bound.self())
              + ">";
      case Method method ->
          (method.slot ? "<slot wrapper '" : "<method '")
              + method.name
              + "' of '"
              + method.owner.name
              + "' objects>";
      case BoundMethod bound ->
          "<bound method "
              + (bound.function() instanceof PyFunction function ? function.qualifiedName() : "?")
              + " of "
              + repr(run, bound.self())
              + ">";
      case PyClass type ->
          "<class '"
              + (type.module.equals("builtins") ? "" : type.module + ".")
              + type.qualifiedName
              + "'>";
      case PyModule module -> "<module '" + module.name + "' (built-in)>";
      case PySuper it ->
          "<super: <class '" + it.type().name + "'>, <" + Types.name(it.self()) + " object>>";
      case Descriptor.StaticMethod it -> "<staticmethod(" + repr(run, it.function()) + ")>";
      case Descriptor.ClassMethod it -> "<classmethod(" + repr(run, it.function()) + ")>";
      case Descriptor.OfAll it -> "<attribute '" + it.name() + "' of '" + it.owner() + "' objects>";
      case PyGenerator generator ->
          "<generator object " + generator.qualifiedName + " at " + ADDRESS + ">";
      case Iterate.Instance iterator -> repr(run, iterator.instance);
      default -> "<" + Types.name(object) + " object at " + address(object) + ">";
    };
  }

  /// Addresses differ from run to run in Python, and here they do not.
  private static final String ADDRESS = "0x7f0000000000";

  /// Objects of the program's classes lie at different ones, in the order in which they were made.
  private static String address(Object object) {
    String at = object instanceof PyInstance it ? Integer.toHexString(48 * it.number) : "";
    return ADDRESS.substring(0, ADDRESS.length() - at.length()) + at;
  }

  static String plainRepr(Run run, PyInstance instance) {
    if (instance instanceof PyException exception) {
      Object[] items = exception.arguments.items;
      return instance.type.name
          + (items.length == 1 ? "(" + repr(run, items[0]) + ")" : repr(run, exception.arguments));
    }
    return "<"
        + (instance.type == Types.OBJECT ? "" : instance.type.module + ".")
        + instance.type.qualifiedName
        + " object at "
        + address(instance)
        + ">";
  }

  private static String nested(Run run, Object object) {
    for (Object open : run.shown) {
      if (Ops.identical(open, object)) {
        return switch (object) {
          case PyList list -> "[...]";
          case PyDict dict -> "{...}";
          case PySet set -> "set(...)";
          case PyDict.View view -> "...";
          default -> "(...)";
        };
      }
    }
    run.nest();
    run.shown.add(object);
    try {
      return switch (object) {
        case PyList list -> join(run, "[", list.toArray(), "]");
        case PyTuple tuple -> join(run, "(", tuple.items, tuple.items.length == 1 ? ",)" : ")");
        case PySet set -> set.table.size == 0 ? "set()" : join(run, "{", set.table.toArray(), "}");
        case PyDict dict ->
            dict.proxy ? "mappingproxy(" + entries(run, dict) + ")" : entries(run, dict);
        case PyDict.View view -> {
          List<Object> items = new ArrayList<>();
          Table table = view.dict().table;
          for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
            items.add(view.at(at));
          }
          yield view.part().type + "(" + join(run, "[", items.toArray(), "]") + ")";
        }
        default -> "";
      };
    } finally {
      run.shown.remove(run.shown.size() - 1);
      run.nesting--;
    }
  }

  private static String join(Run run, String open, Object[] items, String close) {
    StringBuilder out = new StringBuilder(open);
    int charged = 500;
    for (int i = 0; i < items.length; i++) {
      run.step();
      out.append(i == 0 ? "" : ", ").append(repr(run, items[i]));
      charged = run.grown(out, charged);
    }
    return out.append(close).toString();
  }

  private static String entries(Run run, PyDict dict) {
    StringBuilder out = new StringBuilder("{");
    int charged = 500;
    Table table = dict.table;
    for (int at = table.next(0); at >= 0; at = table.next(at + 1)) {
      run.step();
      out.append(out.length() == 1 ? "" : ", ");
      Object value = table.value(at);
      out.append(repr(run, table.key(at))).append(": ").append(repr(run, value));
      charged = run.grown(out, charged);
    }
    return out.append('}').toString();
  }

  /// `format(object, spec)`
  static String format(Run run, Object object, String spec) {
    if (object instanceof PyInstance instance) {
      Object method = instance.type.find(run, "__format__");
      if (method != null) {
        Object made = Calls.method(run, instance, method, spec);
        if (made instanceof String text) {
          return text;
        }
        throw run.typeError("__format__ must return a str, not " + Types.name(made));
      }
    }
    if (object instanceof Long
        || object instanceof Double
        || object instanceof BigInteger
        || object instanceof Boolean
        || object instanceof String) {
      if (spec.isEmpty()) {
        return str(run, object);
      }
      run.sweeps.shows(object);
      return Formats.format(object, spec, run);
    }
    if (!spec.isEmpty()) {
      if (object instanceof PyValue value) {
        run.looks++;
        return Formats.format(value.data(), spec, run);
      }
      throw run.typeError(
          "unsupported format string passed to " + Types.name(object) + ".__format__");
    }
    return str(run, object);
  }
}
