package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.text.CodePoints;
import dev.perilla.engine.language.text.Searching;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// `len`, `in`, and what stands in square brackets.
final class Sequences {
  private Sequences() {}

  static long length(Run run, Object object) {
    return switch (object) {
      case PyList list -> list.size;
      case String text -> points(run, text);
      case PyTuple tuple -> tuple.items.length;
      case PyDict dict -> dict.table.size;
      case PySet set -> set.table.size;
      case PyDict.View view -> view.dict().table.size;
      case PyRange range -> {
        if (range.length < 0) {
          throw run.raise(Types.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
        }
        yield range.length;
      }
      case PyWideRange range -> {
        if (!(range.length instanceof Long length)) {
          throw run.raise(Types.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
        }
        yield length;
      }
      default -> {
        Object length = Calls.special(run, object, "__len__");
        if (length == null) {
          throw run.typeError("object of type '" + Types.name(object) + "' has no len()");
        }
        Object whole = Constructors.integer(run, length);
        if (Ints.sign(whole) < 0) {
          throw run.valueError("__len__() should return >= 0");
        }
        if (!(whole instanceof Long count)) {
          throw run.raise(Types.OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
        }
        yield count;
      }
    };
  }

  private static final int LONG = 1000;

  /// How many code points a text has. They are counted again each time, but for the last long text
  /// that had one in each of its units.
  private static int points(Run run, String text) {
    if (text.length() <= LONG) {
      return CodePoints.length(text);
    }
    if (Ops.identical(text, run.plain)) {
      return text.length();
    }
    run.steps(text.length() / 16);
    int points = CodePoints.length(text);
    if (points == text.length()) {
      run.plain = text;
    }
    return points;
  }

  static boolean contains(Run run, Object container, Object item) {
    switch (container) {
      case PyDict dict -> {
        return dict.table.find(run, item) >= 0;
      }
      case PySet set -> {
        return !(item instanceof PySet) && set.table.find(run, item) >= 0; // no set holds a set
      }
      case PyDict.View view -> {
        if (view.part() == PyDict.View.Part.KEYS) {
          return view.dict().table.find(run, item) >= 0;
        }
        if (view.part() == PyDict.View.Part.ITEMS) {
          if (!(item instanceof PyTuple pair) || pair.items.length != 2) {
            return false;
          }
          Object found = view.dict().table.get(run, pair.items[0]);
          return found != null
              && (Ops.identical(found, pair.items[1])
                  || Comparing.equal(run, found, pair.items[1]));
        }
      }
      case String text -> {
        if (item instanceof String part) {
          run.steps(text.length() / (part.length() < 8 ? 64 : 8));
          return Searching.first(text, part, 0) >= 0;
        }
        throw run.typeError(
            "'in <string>' requires string as left operand, not " + Types.name(item));
      }
      case PyList list -> {
        for (int i = 0; i < list.size; i++) {
          run.step();
          if (Ops.identical(list.items[i], item) || Comparing.equal(run, list.items[i], item)) {
            return true;
          }
        }
        return false;
      }
      case PyRange range -> {
        if (Arithmetic.isNumber(item)) {
          Object plain =
              item instanceof Double real && Math.rint(real) == real && Math.abs(real) < 0x1p63
                  ? Arithmetic.toInt(real)
                  : Arithmetic.plain(item);
          return plain instanceof Long number && range.contains(number);
        }
        if (!(item instanceof PyInstance)) {
          return false;
        }
      }
      case PyWideRange range when Arithmetic.isInt(item) -> {
        return range.place(run, Arithmetic.plain(item)) != null;
      }
      case PyInstance instance -> {
        if (instance.type.find(run, "__contains__") == Singleton.NONE) {
          throw run.typeError("'" + instance.type.name + "' object is not a container");
        }
        Object found = Calls.special(run, instance, "__contains__", item);
        if (found != null) {
          return Ops.isTrue(run, found);
        }
        if (instance.type.find(run, "__iter__") == null
            && instance.type.find(run, "__getitem__") == null) {
          throw notIterable(run, container);
        }
      }
      default -> {
        if (!(container instanceof PyTuple)
            && !(container instanceof PyIterator)
            && !(container instanceof PyWideRange)) {
          throw notIterable(run, container);
        }
      }
    }
    PyIterator iterator =
        Iterate.over(
            run, container, "argument of type '" + Types.name(container) + "' is not iterable");
    for (Object other = iterator.next(run); other != null; other = iterator.next(run)) {
      run.step();
      if (Ops.identical(other, item) || Comparing.equal(run, other, item)) {
        return true;
      }
    }
    return false;
  }

  private static Unwind notIterable(Run run, Object container) {
    return run.typeError("argument of type '" + Types.name(container) + "' is not iterable");
  }

  /// `object[index]`
  static Object get(Run run, Object object, Object index) {
    return switch (object) {
      case PyList list -> {
        if (index instanceof PySlice slice) {
          Bounds at = Bounds.of(run, slice, list.size);
          run.steps(at.count / 8);
          Object[] part = new Object[at.count];
          for (int i = 0; i < at.count; i++) {
            part[i] = list.items[at.at(i)];
          }
          yield new PyList(run, part.length == 0 ? new Object[4] : part, part.length);
        }
        yield list.items[place(run, "list", index, list.size, "list index out of range")];
      }
      case PyTuple tuple -> {
        if (index instanceof PySlice slice) {
          Bounds at = Bounds.of(run, slice, tuple.items.length);
          if (at.step == 1 && at.count == tuple.items.length) {
            yield tuple; // the same one
          }
          Object[] part = new Object[Lists.room(run, at.count)];
          for (int i = 0; i < at.count; i++) {
            part[i] = tuple.items[at.at(i)];
          }
          yield new PyTuple(part);
        }
        yield tuple
            .items[place(run, "tuple", index, tuple.items.length, "tuple index out of range")];
      }
      case String text -> {
        int length = points(run, text);
        if (index instanceof PySlice slice) {
          Bounds at = Bounds.of(run, slice, length);
          run.allocate(40 + 2L * at.count);
          run.steps(at.count / (at.step == 1 ? 256 : 16));
          yield at.step == 1
              ? CodePoints.slice(text, at.start, at.start + at.count)
              : CodePoints.slice(text, at.start, at.step, at.count);
        }
        int at = place(run, "string", index, length, "string index out of range");
        yield length == text.length() ? CodePoints.of(text.charAt(at)) : CodePoints.at(text, at);
      }
      case PyDict dict -> {
        Object value = dict.table.get(run, index);
        if (value == null) {
          throw Dicts.keyError(run, index);
        }
        yield value;
      }
      case PyRange range -> range(run, range, index);
      case PyWideRange range -> range.item(run, index);
      case PyClass type -> {
        if (isGeneric(type)) {
          throw run.unsupported(
              type.name + "[…] is not part of this language",
              "leave the brackets out; in annotations they may stand");
        }
        throw run.typeError("type '" + type.name + "' is not subscriptable");
      }
      default -> {
        Object value = Calls.special(run, object, "__getitem__", index);
        if (value == null) {
          throw run.typeError("'" + Types.name(object) + "' object is not subscriptable");
        }
        yield value;
      }
    };
  }

  /// Whether Python lets brackets follow the class: `list[int]`.
  static boolean isGeneric(PyClass type) {
    return type == Types.LIST
        || type == Types.TYPING
        || type == Types.DICT
        || type == Types.TUPLE
        || type == Types.SET
        || type == Types.TYPE
        || type == Types.iterator("enumerate");
  }

  private static Object range(Run run, PyRange range, Object index) {
    if (index instanceof PySlice slice) {
      BigInteger[] at = Wide.indices(run, slice, BigInteger.valueOf(range.length));
      BigInteger start = BigInteger.valueOf(range.start);
      BigInteger step = BigInteger.valueOf(range.step);
      return Constructors.range(
          run,
          Ints.of(start.add(at[0].multiply(step))),
          Ints.of(start.add(at[1].multiply(step))),
          Ints.of(at[2].multiply(step)));
    }
    if (index instanceof BigInteger) {
      throw run.raise(Types.INDEX_ERROR, "range object index out of range");
    }
    long at = index(run, "range", index);
    if (at < 0) {
      at += range.length;
    }
    if (at < 0 || at >= range.length) {
      throw run.raise(Types.INDEX_ERROR, "range object index out of range");
    }
    return range.get(at);
  }

  static int place(Run run, String type, Object index, int size, String outside) {
    long at = index instanceof Long number ? number : index(run, type, index);
    if (at < 0) {
      at += size;
    }
    if (at < 0 || at >= size) {
      throw run.raise(Types.INDEX_ERROR, outside);
    }
    return (int) at;
  }

  /// The index as a long; one that does not fit is beyond every sequence.
  private static long index(Run run, String type, Object index) {
    Object plain = index;
    if (index instanceof PyInstance) {
      Object made = Constructors.index(run, index);
      plain = made == null ? index : made;
    }
    plain = Arithmetic.plain(plain);
    return switch (plain) {
      case Long number -> number;
      case BigInteger big ->
          throw run.raise(
              Types.INDEX_ERROR,
              "cannot fit '" + Types.name(index) + "' into an index-sized integer");
      default ->
          throw run.typeError(
              type.equals("string")
                  ? "string indices must be integers, not '" + Types.name(index) + "'"
                  : type + " indices must be integers or slices, not " + Types.name(index));
    };
  }

  /// `object[index] = value`
  static void set(Run run, Object object, Object index, Object value) {
    switch (object) {
      case PyList list -> {
        list.touch(run);
        if (index instanceof PySlice slice) {
          setSlice(run, list, slice, value);
          return;
        }
        list.items[place(run, "list", index, list.size, "list assignment index out of range")] =
            value;
      }
      case PyDict dict -> {
        dict.change(run, "does not support item assignment");
        dict.table.put(run, index, value);
      }
      default -> {
        if (Calls.special(run, object, "__setitem__", index, value) == null) {
          other(run, object, "__delitem__", "__setitem__");
          throw run.typeError(
              "'" + Types.name(object) + "' object does not support item assignment");
        }
      }
    }
  }

  private static void setSlice(Run run, PyList list, PySlice slice, Object value) {
    Bounds at = Bounds.of(run, slice, list.size);
    String otherwise =
        at.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice";
    Object[] items =
        value instanceof PyList || value instanceof PyTuple
            ? Iterate.all(run, value).clone()
            : Iterate.listed(run, Iterate.over(run, value, otherwise));
    List<Object> lost = lost(run, list, at);
    if (at.step == 1) {
      int to = at.start + at.count;
      int grown = list.size - at.count + items.length;
      if (grown > list.items.length) {
        list.grow(run, grown);
      }
      run.steps((list.size - to) / 64);
      System.arraycopy(list.items, to, list.items, at.start + items.length, list.size - to);
      System.arraycopy(items, 0, list.items, at.start, items.length);
      if (grown < list.size) {
        list.forget(grown, list.size);
      }
      list.size = grown;
      run.waiting.lose(run, lost);
      return;
    }
    if (items.length != at.count) {
      throw run.valueError(
          "attempt to assign sequence of size "
              + items.length
              + " to extended slice of size "
              + at.count);
    }
    for (int i = 0; i < at.count; i++) {
      list.items[at.at(i)] = items[i];
    }
    run.waiting.lose(run, lost);
  }

  /// What a list loses with a slice, the last to go first, if somebody waits for that.
  private static List<Object> lost(Run run, PyList list, Bounds at) {
    if (run.waiting.isEmpty()) {
      return List.of();
    }
    List<Object> lost = new ArrayList<>();
    for (int i = 0; i < at.count; i++) {
      run.step();
      lost.add(list.items[at.at(i)]);
    }
    return at.step == 1 ? lost : lost.reversed();
  }

  /// `del object[index]`
  static void delete(Run run, Object object, Object index) {
    switch (object) {
      case PyList list -> {
        list.touch(run);
        run.steps(list.size / 64);
        if (index instanceof PySlice slice) {
          Bounds at = Bounds.of(run, slice, list.size);
          List<Object> lost = lost(run, list, at);
          boolean[] gone = new boolean[list.size];
          for (int i = 0; i < at.count; i++) {
            gone[at.at(i)] = true;
          }
          int kept = 0;
          for (int i = 0; i < list.size; i++) {
            if (!gone[i]) {
              list.items[kept++] = list.items[i];
            }
          }
          list.forget(kept, list.size);
          list.size = kept;
          run.waiting.lose(run, lost);
          return;
        }
        list.remove(place(run, "list", index, list.size, "list assignment index out of range"));
      }
      case PyDict dict -> {
        dict.change(run, "doesn't support item deletion");
        int at = dict.table.find(run, index);
        if (at < 0) {
          throw Dicts.keyError(run, index);
        }
        dict.table.removeAt(at);
      }
      default -> {
        if (Calls.special(run, object, "__delitem__", index) == null) {
          other(run, object, "__setitem__", "__delitem__");
          boolean sequence =
              !(object instanceof PyIterator)
                  && hasPlaces(object)
                  && Arithmetic.isInt(index)
                  && !(object instanceof PyException exception && exception.type.builtin);
          throw run.typeError(
              "'"
                  + Types.name(object)
                  + "' object "
                  + (sequence ? "doesn't" : "does not")
                  + " support item deletion");
        }
      }
    }
  }

  /// A class that says how to set items and not how to delete them, or the other way round.
  private static void other(Run run, Object object, String has, String lacks) {
    if (object instanceof PyInstance instance && instance.type.find(run, has) != null) {
      throw run.raise(Types.ATTRIBUTE_ERROR, lacks);
    }
  }

  private static boolean hasPlaces(Object object) {
    return object instanceof PyInstance
        || object instanceof String
        || object instanceof PyTuple
        || object instanceof PyRange
        || object instanceof PyWideRange
        || object instanceof PySet
        || object instanceof PyDict.View;
  }

  /// The places that a slice means.
  static final class Bounds {
    final int start;
    final int stop;
    final int step;
    final int count;

    private Bounds(int start, int stop, int step, int count) {
      this.start = start;
      this.stop = stop;
      this.step = step;
      this.count = count;
    }

    int at(int i) {
      return start + i * step;
    }

    static Bounds of(Run run, PySlice slice, int size) {
      long step = slice.step() == Singleton.NONE ? 1 : bound(run, slice.step());
      if (step == 0) {
        throw run.valueError("slice step cannot be zero");
      }
      step = Math.clamp(step, -Integer.MAX_VALUE, Integer.MAX_VALUE);
      long low = step > 0 ? 0 : -1;
      long high = step > 0 ? size : size - 1;
      long start = step > 0 ? low : high;
      if (slice.low() != Singleton.NONE) {
        start = clip(bound(run, slice.low()), size, low, high);
      }
      long stop = step > 0 ? high : low;
      if (slice.high() != Singleton.NONE) {
        stop = clip(bound(run, slice.high()), size, low, high);
      }
      long count =
          step > 0
              ? (start < stop ? (stop - start - 1) / step + 1 : 0)
              : (stop < start ? (start - stop - 1) / -step + 1 : 0);
      return new Bounds((int) start, (int) stop, (int) step, (int) count);
    }

    private static long clip(long value, int size, long low, long high) {
      return Math.clamp(value < 0 ? value + size : value, low, high);
    }

    private static long bound(Run run, Object value) {
      Object plain = value;
      if (value instanceof PyInstance) {
        Object made = Constructors.index(run, value);
        plain = made == null ? value : made;
      }
      plain = Arithmetic.plain(plain);
      return switch (plain) {
        case Long number -> Math.clamp(number, -(1L << 40), 1L << 40);
        case BigInteger big -> big.signum() < 0 ? -(1L << 40) : 1L << 40;
        default ->
            throw run.typeError(
                "slice indices must be integers or None or have an __index__ method");
      };
    }
  }
}
