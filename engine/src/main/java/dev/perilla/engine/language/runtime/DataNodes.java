package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Displays, indices, strings, and what is assigned to in parts: a small class for each, which is
/// what makes it long.
final class DataNodes {
  private DataNodes() {}

  static final class Constant extends Node {
    private final Object value;
    private final boolean formatted;

    Constant(Syntax syntax, Object value) {
      this(syntax, value, false);
    }

    /// @param formatted whether it is an f-string, of which CPython works out no item
    Constant(Syntax syntax, Object value, boolean formatted) {
      super(syntax);
      this.value = value;
      this.formatted = formatted;
    }

    @Override
    Object eval(Frame f) {
      return value;
    }
  }

  /// Whether CPython knows its value when it compiles.
  static boolean isConstant(Node node) {
    return node instanceof Constant || node instanceof Folded;
  }

  /// `*x` in a display: only [#items] knows it. What CPython works out when it compiles: one
  /// object, the same as equal constants.
  static final class Folded extends Node {
    private final Node operation;
    private final Constants.Limit limit;
    private final Node[] parts;
    private final Identity identity;
    private @Nullable Object value;

    /// @param limit of what CPython works out, told by the parts
    Folded(Node operation, Constants.Limit limit, Node[] parts, Identity identity) {
      super(operation.syntax);
      this.operation = operation;
      this.limit = limit;
      this.parts = parts;
      this.identity = identity;
    }

    @Override
    Object eval(Frame f) {
      Object known = value;
      if (known != null) {
        return known;
      }
      boolean fits = limit.holds(CallNodes.evalAll(f, parts));
      for (Node part : parts) {
        fits &= !(part instanceof Folded folded) || folded.value != null;
      }
      Object made = operation.eval(f);
      if (fits) {
        made =
            made instanceof PyTuple tuple
                ? identity.constant(tuple.items)
                : identity.constant(made);
        value = made;
      }
      return made;
    }
  }

  static final class Star extends Node {
    private final Node value;

    Star(Syntax syntax, Node value) {
      super(syntax);
      this.value = value;
    }

    @Override
    Object eval(Frame f) {
      return value.eval(f);
    }
  }

  /// The values of items, those with a star taken apart.
  private static Object[] items(Frame f, Syntax syntax, Node[] items, boolean stars) {
    if (!stars) {
      return CallNodes.evalAll(f, items);
    }
    List<Object> all = new ArrayList<>();
    for (Node item : items) {
      Object value = item.eval(f);
      if (item instanceof Star) {
        try {
          all.addAll(spread(f.run, value));
        } catch (RuntimeException e) {
          throw Unwind.place(e, syntax, f);
        }
      } else {
        all.add(value);
      }
    }
    return all.toArray();
  }

  private static List<Object> spread(Run run, Object value) {
    if (!Iterate.isIterable(run, value)) {
      throw run.typeError("Value after * must be an iterable, not " + Types.name(value));
    }
    return Arrays.asList(Iterate.measured(run, value));
  }

  private static boolean hasStars(Node[] items) {
    for (Node item : items) {
      if (item instanceof Star) {
        return true;
      }
    }
    return false;
  }

  static final class TupleOf extends Node {
    private final Node[] items;
    private final boolean stars;

    TupleOf(Syntax syntax, Node[] items) {
      super(syntax);
      this.items = items;
      this.stars = hasStars(items);
    }

    @Override
    Object eval(Frame f) {
      Object[] values = items(f, syntax, items, stars);
      try {
        f.run.allocate(32 + 24L * values.length);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
      return values.length == 0 ? PyTuple.EMPTY : new PyTuple(values);
    }
  }

  static final class ListOf extends Node {
    private final Node[] items;
    private final boolean stars;

    ListOf(Syntax syntax, Node[] items) {
      super(syntax);
      this.items = items;
      this.stars = hasStars(items);
    }

    @Override
    Object eval(Frame f) {
      Object[] values = items(f, syntax, items, stars);
      try {
        return values.length == 0 ? new PyList(f.run) : new PyList(f.run, values);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  static final class SetOf extends Node {
    private static final int MANY = 31;

    private final Node[] items;
    private final boolean constant;
    private final boolean plain;

    /// @param constant whether CPython makes it when it compiles
    SetOf(Syntax syntax, Node[] items, boolean constant) {
      super(syntax);
      this.items = items;
      this.constant = constant;
      this.plain = !constant && items.length < MANY && !hasStars(items);
    }

    @Override
    Object eval(Frame f) {
      return plain ? set(f, CallNodes.evalAll(f, items)) : parts(f);
    }

    private PySet set(Frame f, Object[] values) {
      try {
        PySet set = new PySet(f.run);
        f.run.hold(set); // beyond the values, which go before it
        for (Object value : values) {
          set.add(f.run, value);
        }
        return set;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    private PySet constant(Frame f) {
      Object[] values = CallNodes.evalAll(f, items);
      try {
        return Sets.of(f.run, Sets.constant(f.run, values));
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    /// Of many, and from a star on, each goes in before the next is worked out.
    private PySet parts(Frame f) {
      if (constant) {
        return constant(f);
      }
      int at = 0;
      while (items.length < MANY && !(items[at] instanceof Star)) {
        at++;
      }
      PySet set = set(f, CallNodes.evalAll(f, Arrays.copyOf(items, at)));
      try {
        for (; at < items.length; at++) {
          Object value = items[at].eval(f);
          if (items[at] instanceof Star) {
            Sets.add(f.run, set, value);
          } else {
            set.add(f.run, value);
          }
        }
        return set;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  /// A constant set that a loop goes through: CPython walks its own.
  static final class WalkedSet extends Node {
    private final Node[] items;

    WalkedSet(Syntax syntax, Node[] items) {
      super(syntax);
      this.items = items;
    }

    @Override
    Object eval(Frame f) {
      return Sets.constant(f.run, items(f, syntax, items, false));
    }
  }

  /// Entries are worked out before they go in. What stands next to each other, up to 17 entries, is
  /// a dict of its own, and these go into the first; in one of more than 15 they go in one by one.
  static final class DictOf extends Node {
    private static final int MANY = 16;
    private static final int FEW = 5; // no room is made for so many

    private final @Nullable Node[] keys; // null for `**value`
    private final Node[] values;
    private final boolean plain;

    DictOf(Syntax syntax, @Nullable Node[] keys, Node[] values) {
      super(syntax);
      this.keys = keys;
      this.values = values;
      boolean few = keys.length <= FEW;
      for (Node key : keys) {
        few &= key != null;
      }
      this.plain = few;
    }

    @Override
    Object eval(Frame f) {
      return plain ? put(f, null, 0, values.length) : parts(f);
    }

    /// Puts the entries from one place to another into a dict, or into a new one.
    private PyDict put(Frame f, @Nullable PyDict dict, int from, int to) {
      Object[] entries = new Object[2 * (to - from)];
      for (int i = 0; i < entries.length; i += 2) {
        entries[i] = java.util.Objects.requireNonNull(keys[from + i / 2]).eval(f);
        entries[i + 1] = values[from + i / 2].eval(f);
      }
      try {
        PyDict made = dict == null ? new PyDict(f.run) : dict;
        for (int i = 0; i < entries.length; i += 2) {
          made.put(f.run, entries[i], entries[i + 1]);
        }
        return made;
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    private PyDict parts(Frame f) {
      PyDict dict = keys[0] == null ? put(f, null, 0, 0) : null;
      for (int at = 0; at < values.length; ) {
        int end = at + 1;
        boolean spread = keys[at] == null;
        while (!spread && end < values.length && end - at <= MANY && keys[end] != null) {
          end++;
        }
        Object part = spread ? values[at].eval(f) : part(f, at, end);
        if (dict == null) {
          dict = (PyDict) part;
        } else {
          try {
            if (!Dicts.isMapping(f.run, part)) {
              throw f.run.typeError("'" + Types.name(part) + "' object is not a mapping");
            }
            Dicts.update(f.run, dict, part);
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
        at = end;
      }
      return java.util.Objects.requireNonNull(dict);
    }

    private PyDict part(Frame f, int from, int to) {
      PyDict dict = put(f, null, 0, 0);
      if (to - from < MANY) {
        if (to - from > FEW) {
          expect(f, dict, to - from);
        }
        return put(f, dict, from, to);
      }
      for (int i = from; i < to; i++) {
        put(f, dict, i, i + 1);
      }
      return dict;
    }

    private void expect(Frame f, PyDict dict, int entries) {
      try {
        dict.table.expect(f.run, entries);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }
  }

  static final class Index extends Node implements Node.Target {
    private final Node object;
    private final Node index;

    Index(Syntax syntax, Node object, Node index) {
      super(syntax);
      this.object = object;
      this.index = index;
    }

    Node object() {
      return object;
    }

    Node index() {
      return index;
    }

    @Override
    Object eval(Frame f) {
      Object container = object.eval(f);
      return get(f, container, index.eval(f));
    }

    Object get(Frame f, Object container, Object at) {
      if (at instanceof Long number && container instanceof PyList list) {
        long place = number;
        if (place >= 0 && place < list.size) {
          return list.items[(int) place];
        }
      }
      try {
        return Sequences.get(f.run, container, at);
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
    }

    @Override
    public void assign(Frame f, Object value) {
      Object container = object.eval(f);
      set(f, container, index.eval(f), value);
    }

    void set(Frame f, Object container, Object at, Object value) {
      try {
        Sequences.set(f.run, container, at, value);
      } catch (RuntimeException e) {
        throw Unwind.place(e, fixed(f, container, at), f);
      }
    }

    @Override
    public void delete(Frame f) {
      Object container = object.eval(f);
      Object at = index.eval(f);
      try {
        Sequences.delete(f.run, container, at);
      } catch (RuntimeException e) {
        throw Unwind.place(e, fixed(f, container, at), f);
      }
    }

    /// Where an item stands that cannot be changed: CPython marks no bracket of what it could work
    /// out, were it read.
    private Syntax fixed(Frame f, Object container, Object at) {
      boolean isFormatted = object instanceof Constant constant && constant.formatted;
      if (isConstant(object) && isConstant(index) && !isFormatted) {
        try {
          Sequences.get(f.run, container, at);
          return new Syntax(syntax.unit(), syntax.start(), syntax.end(), -1, -1);
        } catch (Unwind.Raise unread) {
          return syntax;
        }
      }
      return syntax;
    }
  }

  static final class Slice extends Node {
    private final Node low;
    private final Node high;
    private final Node step;

    Slice(Syntax syntax, Node low, Node high, Node step) {
      super(syntax);
      this.low = low;
      this.high = high;
      this.step = step;
    }

    @Override
    Object eval(Frame f) {
      return new PySlice(low.eval(f), high.eval(f), step.eval(f));
    }
  }

  /// An f-string.
  static final class Format extends Node {
    private final FormatPart[] parts;

    Format(Syntax syntax, FormatPart[] parts) {
      super(syntax);
      this.parts = parts;
    }

    @Override
    Object eval(Frame f) {
      StringBuilder out = new StringBuilder();
      String only = "";
      for (FormatPart part : parts) {
        out.append(part.before);
        Node value = part.value;
        if (value != null) {
          Object object = value.eval(f);
          String spec = part.spec == null ? "" : (String) part.spec.eval(f);
          try {
            only = text(f.run, part.conversion, object, spec);
            out.append(only);
          } catch (RuntimeException e) {
            throw Unwind.place(e, part.place, f);
          }
          f.run.waiting.pass(f.run, object);
        }
        if (out.length() > 1 << 16) {
          try {
            f.run.allocate(2L * out.length());
          } catch (RuntimeException e) {
            throw Unwind.place(e, syntax, f);
          }
        }
      }
      return parts.length == 1 && only.length() == out.length() ? only : out.toString();
    }

    private static String text(Run run, char conversion, Object object, String spec) {
      run.within();
      Object shown =
          switch (conversion) {
            case 'r' -> Show.repr(run, object);
            case 's' -> Show.str(run, object);
            case 'a' -> dev.perilla.engine.language.text.Quoting.ascii(Show.repr(run, object));
            default -> object;
          };
      return Show.format(run, shown, spec);
    }
  }

  /// A piece of an f-string: text, then maybe a value.
  ///
  /// @param place what is pointed at where the value cannot be shown
  record FormatPart(
      String before, @Nullable Node value, char conversion, @Nullable Node spec, Syntax place) {}

  static final class Walrus extends Node {
    private final Target target;
    private final Node value;

    Walrus(Syntax syntax, Target target, Node value) {
      super(syntax);
      this.target = target;
      this.value = value;
    }

    @Override
    Object eval(Frame f) {
      Object result = value.eval(f);
      target.assign(f, result);
      return result;
    }
  }

  /// `a, *b, c = …`
  static final class Unpack extends Node implements Node.Target {
    private final Target[] targets;
    private final int star; // its place, or -1
    private boolean isBackward = false;

    Unpack(Syntax syntax, Target[] targets, int star) {
      super(syntax);
      this.targets = targets;
      this.star = star;
    }

    /// Assigns the last one first, as CPython does for local variables and as many values, which it
    /// makes no row of.
    void turn() {
      isBackward = true;
    }

    @Override
    Object eval(Frame f) {
      throw new IllegalStateException("a target is not a value");
    }

    @Override
    public void assign(Frame f, Object value) {
      int count = targets.length;
      if (star < 0
          && !f.run.holds
          && value instanceof PyTuple row
          && row.items.length == targets.length) {
        for (int i = 0; i < count; i++) {
          int at = isBackward ? count - 1 - i : i;
          targets[at].assign(f, row.items[at]);
        }
        return;
      }
      Object[] items;
      int mark = f.run.held.size();
      f.run.hold(value);
      try {
        items = star >= 0 ? all(f.run, value) : exactly(f.run, value);
        if (star >= 0 && items.length < targets.length - 1) {
          throw f.run.valueError(
              "not enough values to unpack (expected at least "
                  + (targets.length - 1)
                  + ", got "
                  + items.length
                  + ")");
        }
      } catch (RuntimeException e) {
        throw Unwind.place(e, syntax, f);
      }
      Object @Nullable [] left = f.run.waiting.unpacked(f.run, mark, value, items);
      for (int i = targets.length - 1; i >= 0 && isBackward; i--) {
        targets[i].assign(f, items[i]);
        if (left != null) {
          left[i] = Singleton.NONE;
        }
      }
      int rest = items.length - targets.length + 1;
      int at = 0;
      for (int i = 0; i < targets.length && !isBackward; i++) {
        if (i == star) {
          Object[] part = new Object[Math.max(rest, 4)];
          System.arraycopy(items, at, part, 0, rest);
          targets[i].assign(f, new PyList(f.run, part, rest));
          at += rest;
        } else {
          targets[i].assign(f, items[at++]);
        }
        if (left != null) {
          Arrays.fill(left, 0, at, Singleton.NONE);
        }
      }
      if (left != null) {
        f.run.held.removeLast();
      }
    }

    /// All items; what stands from the star on as the list that CPython makes of it.
    private Object[] all(Run run, Object value) {
      check(run, value);
      if (!(value instanceof PyInstance || value instanceof PyIterator)) {
        return Iterate.all(run, value);
      }
      PyIterator iterator = Iterate.over(run, value);
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < star; i++) {
        Object item = iterator.next(run);
        if (item == null) {
          return items.toArray();
        }
        items.add(item);
      }
      Collections.addAll(items, Iterate.listed(run, iterator));
      return items.toArray();
    }

    private static void check(Run run, Object value) {
      if (!Iterate.isIterable(run, value)) {
        throw run.typeError("cannot unpack non-iterable " + Types.name(value) + " object");
      }
    }

    private Object[] exactly(Run run, Object value) {
      int wanted = targets.length;
      if (value instanceof PyTuple tuple && tuple.items.length == wanted) {
        return tuple.items;
      }
      check(run, value);
      Object[] items = new Object[wanted];
      PyIterator iterator = Iterate.over(run, value);
      for (int i = 0; i < wanted; i++) {
        Object item = iterator.next(run);
        if (item == null) {
          throw run.valueError(
              "not enough values to unpack (expected " + wanted + ", got " + i + ")");
        }
        items[i] = item;
      }
      if (iterator.next(run) != null) {
        throw run.valueError("too many values to unpack (expected " + wanted + ")");
      }
      return items;
    }

    @Override
    public void delete(Frame f) {
      for (Target target : targets) {
        target.delete(f);
      }
    }
  }

  /// The derivative of one value of the autograd by another.
  static final class Derivative extends Node {
    private final Node of;
    private final Node by;

    Derivative(Syntax syntax, Node of, Node by) {
      super(syntax);
      this.of = of;
      this.by = by;
    }

    @Override
    Object eval(Frame f) {
      Object output = of.eval(f);
      return Teaching.each(f.run, by.eval(f), input -> slope(f, output, input));
    }

    private Object slope(Frame f, Object output, Object input) {
      if (output instanceof PyValue y && input instanceof PyValue x) {
        Witnesses witnesses = Witnesses.of(y.value(), x.value());
        Optional<String> objection = witnesses.objection();
        if (objection.isEmpty()) {
          Object slope = witnesses.reverse();
          f.run.sweeps.asked(y.value(), x.value(), slope);
          return slope;
        }
        throw Unwind.place(
            new Unwind.Stop(
                Crash.Kind.NO_DERIVATIVE,
                "the derivative " + objection.get(),
                "choose inputs for which it has one"),
            syntax,
            f);
      }
      Object other = output instanceof PyValue ? input : output;
      throw Unwind.place(
          f.run.typeError(
              "a derivative is of one Value by another, not of '" + Types.name(other) + "'"),
          syntax,
          f);
    }
  }

  /// The value, noted for a `# =>` comment.
  static final class Observed extends Node {
    private final Node value;
    private final Watch watch;
    private final GlobalCell[] names;

    /// @param names that the value is made of
    Observed(Node value, Watch watch, GlobalCell[] names) {
      super(value.syntax);
      this.value = value;
      this.watch = watch;
      this.names = names;
    }

    @Override
    Object eval(Frame f) {
      if (!watch.isOpen()) {
        Object result = value.eval(f);
        watch.note(f.run, result, List.of());
        return result;
      }
      Sweeps.Watched watched = f.run.sweeps.watch();
      Object result = Sweeps.watching(f, value, watched);
      f.run.sweeps.read(names);
      watch.note(f.run, result, f.run.sweeps.end(watched, result));
      return result;
    }
  }

  /// A call of `print`, noted with the gradients that it printed.
  static final class Printed extends Node {
    private final Node call;
    private final GlobalCell[] names;

    /// @param names that it prints
    Printed(Node call, GlobalCell[] names) {
      super(call.syntax);
      this.call = call;
      this.names = names;
    }

    @Override
    Object eval(Frame f) {
      int start = f.run.output.length();
      Sweeps.Watched watched = f.run.sweeps.watchStatement();
      Object result = Sweeps.watching(f, call, watched);
      f.run.sweeps.read(names);
      List<Witnesses> gradients = f.run.sweeps.endStatement(watched);
      if (!gradients.isEmpty()) {
        f.run.gradients.add(new Outcome.Printed(start, f.run.output.length(), gradients));
      }
      return result;
    }
  }
}
