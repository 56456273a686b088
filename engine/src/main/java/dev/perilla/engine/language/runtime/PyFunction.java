package dev.perilla.engine.language.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function that a program wrote.
final class PyFunction extends Mutable {
  static final int BYTES = 160;

  final Code code;
  final Signature signature;
  final boolean simple;
  final Stm body;
  final @Nullable Object[] defaults; // as the names of the signature
  final Cell[] closure;
  private Map<String, Object> renamed = Map.of(); // __name__, __qualname__, __doc__ given anew
  private @Nullable PyDict dict;
  @Nullable PyClass owner; // the class whose body defined it, for super()

  PyFunction(
      Run run,
      Code code,
      Signature signature,
      Stm body,
      @Nullable Object[] defaults,
      Cell[] closure) {
    super(run);
    run.allocate(BYTES);
    this.code = code;
    this.signature = signature;
    this.simple = signature.simple();
    this.body = body;
    this.defaults = defaults;
    this.closure = closure;
  }

  /// `__dict__`
  PyDict dict(Run run) {
    if (dict == null) {
      dict = new PyDict(run);
    }
    return dict;
  }

  /// `__dict__`, if there is one already.
  @Nullable PyDict attributes() {
    return dict;
  }

  /// `function.__dict__ = attributes`
  void become(PyDict attributes) {
    dict = attributes;
  }

  /// An attribute that the program gave it, or `null`.
  @Nullable Object attribute(String name) {
    return dict == null ? null : dict.table.get(name);
  }

  /// `function.__name__ = value`, or another of what every function has.
  void rename(String name, Object value) {
    if (renamed.isEmpty()) {
      renamed = new HashMap<>();
    }
    renamed.put(name, value);
  }

  /// What it was given in place of what it had, or `null`.
  @Nullable Object renamed(String name) {
    return renamed.get(name);
  }

  String name() {
    return renamed.get("__name__") instanceof String name ? name : code.name;
  }

  String qualifiedName() {
    return renamed.get("__qualname__") instanceof String name ? name : code.qualifiedName;
  }

  /// Runs the body on a frame whose parameters are set.
  Object start(Frame f) {
    for (int slot : signature.cells()) {
      f.slots[slot] = new Cell(f.run.epoch, f.slots[slot]);
    }
    if (code.generator) {
      return new PyGenerator(f.run, this, f);
    }
    return body(f);
  }

  Object body(Frame f) {
    Run run = f.run;
    run.enter(f);
    try {
      if (body.exec(f) == Stm.RETURN) {
        Object result = f.result;
        return result == null ? Singleton.NONE : result;
      }
      return Singleton.NONE;
    } catch (Unwind unwind) {
      unwind.placed = false;
      throw unwind;
    } catch (StackOverflowError deep) {
      throw run.outOfStack();
    } finally {
      run.leave();
    }
  }

  /// Puts defaults into the slots after the first `given`; whether all are set then.
  boolean fill(Frame f, int given) {
    for (int i = given; i < defaults.length; i++) {
      Object value = defaults[i];
      if (value == null) {
        return false;
      }
      f.slots[i] = value;
    }
    return true;
  }

  Object call(Run run, Object[] args, Keywords keywords) {
    return start(frame(run, args, keywords));
  }

  /// Where a call of it begins.
  Frame frame(Run run, Object[] args, Keywords keywords) {
    Frame f = new Frame(run, code, closure);
    if (simple && keywords.size() == 0 && args.length <= defaults.length && fill(f, args.length)) {
      System.arraycopy(args, 0, f.slots, 0, args.length);
    } else {
      bind(run, f, args, keywords);
    }
    return f;
  }

  /// Puts the arguments into the slots of the parameters, as Python's rules say.
  private void bind(Run run, Frame f, Object[] args, Keywords keywords) {
    @Nullable Object[] slots = f.slots;
    String[] names = signature.names();
    int positional = signature.positional();
    java.util.Arrays.fill(slots, 0, names.length, null);
    int given = Math.min(args.length, positional);
    System.arraycopy(args, 0, slots, 0, given);
    int extra = names.length;
    if (signature.star()) {
      Object[] rest = new Object[args.length - given];
      System.arraycopy(args, given, rest, 0, rest.length);
      run.allocate(24L * rest.length);
      slots[extra++] = new PyTuple(rest);
    }
    @Nullable PyDict others = null;
    if (signature.doubleStar()) {
      others = new PyDict(run);
      slots[extra] = others;
    }
    for (int i = 0; i < keywords.size(); i++) {
      String name = keywords.names[i];
      int slot = slot(name, signature.positionOnly());
      if (slot >= 0) {
        if (slots[slot] != null) {
          throw twice(run, qualifiedName(), name);
        }
        slots[slot] = keywords.values[i];
      } else if (others != null) {
        others.put(run, name, keywords.values[i]);
      } else {
        throw unexpected(run, name, keywords);
      }
    }
    if (args.length > positional && !signature.star()) {
      throw tooMany(run, args.length, slots);
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      if (slots[i] == null) {
        slots[i] = defaults[i];
        if (slots[i] == null && i < positional) {
          missing.add(names[i]);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw missing(run, qualifiedName(), "positional", missing);
    }
    for (int i = positional; i < names.length; i++) {
      if (slots[i] == null) {
        missing.add(names[i]);
      }
    }
    if (!missing.isEmpty()) {
      throw missing(run, qualifiedName(), "keyword-only", missing);
    }
  }

  private int slot(String name, int from) {
    String[] names = signature.names();
    for (int i = from; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private RuntimeException unexpected(Run run, String name, Keywords keywords) {
    List<String> positionOnly = new ArrayList<>();
    for (int i = 0; i < signature.positionOnly(); i++) {
      if (keywords.get(signature.names()[i]) != null) {
        positionOnly.add(signature.names()[i]);
      }
    }
    if (!positionOnly.isEmpty()) {
      return run.typeError(
          qualifiedName()
              + "() got some positional-only arguments passed as keyword arguments: '"
              + String.join(", ", positionOnly)
              + "'");
    }
    return unexpected(run, qualifiedName(), name);
  }

  private RuntimeException tooMany(Run run, int given, @Nullable Object[] slots) {
    int positional = signature.positional();
    int required = 0;
    for (int i = 0; i < positional; i++) {
      required += defaults[i] == null ? 1 : 0;
    }
    int byKeyword = 0;
    for (int i = positional; i < signature.names().length; i++) {
      byKeyword += slots[i] != null ? 1 : 0;
    }
    return tooMany(run, qualifiedName(), required, positional, given, byKeyword);
  }

  static RuntimeException unexpected(Run run, String function, String name) {
    return run.typeError(function + "() got an unexpected keyword argument '" + name + "'");
  }

  static RuntimeException twice(Run run, String function, String name) {
    return run.typeError(function + "() got multiple values for argument '" + name + "'");
  }

  static RuntimeException tooMany(
      Run run, String function, int required, int positional, int given, int byKeyword) {
    String takes =
        required < positional
            ? "from " + required + " to " + positional + " positional arguments"
            : positional + " positional argument" + (positional == 1 ? "" : "s");
    String were =
        byKeyword == 0
            ? given + (given == 1 ? " was" : " were") + " given"
            : given
                + " positional argument"
                + (given == 1 ? "" : "s")
                + " (and "
                + byKeyword
                + " keyword-only argument"
                + (byKeyword == 1 ? "" : "s")
                + ") were given";
    return run.typeError(function + "() takes " + takes + " but " + were);
  }

  static RuntimeException missing(Run run, String function, String kind, List<String> names) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        list.append(names.size() == 2 ? " and " : i == names.size() - 1 ? ", and " : ", ");
      }
      list.append('\'').append(names.get(i)).append('\'');
    }
    return run.typeError(
        function
            + "() missing "
            + names.size()
            + " required "
            + kind
            + " argument"
            + (names.size() == 1 ? "" : "s")
            + ": "
            + list);
  }
}
