package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.text.CodePoints;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Iteration over any object.
final class Iterate {
  private Iterate() {}

  /// `iter(object)`
  static PyIterator over(Run run, Object object) {
    return switch (object) {
      case PyIterator iterator -> iterator;
      case PyList list -> new Indexed(run, "list_iterator", list);
      case PyTuple tuple -> new Indexed(run, "tuple_iterator", tuple);
      case PyRange range -> new Indexed(run, "range_iterator", range);
      case PyWideRange range -> range.iterator(run);
      case String text -> new Characters(run, text);
      case PyDict dict ->
          new Entries(
              run, "dict_keyiterator", dict.table, new PyDict.View(dict, PyDict.View.Part.KEYS));
      case PyDict.View view ->
          new Entries(
              run,
              view.part() == PyDict.View.Part.KEYS
                  ? "dict_keyiterator"
                  : view.part() == PyDict.View.Part.VALUES
                      ? "dict_valueiterator"
                      : "dict_itemiterator",
              view.dict().table,
              view);
      case PySet set -> new Members(run, set.table);
      case PyInstance instance -> ofInstance(run, instance);
      default -> throw run.typeError("'" + Types.name(object) + "' object is not iterable");
    };
  }

  /// The same, with the error's text for what has no iterator.
  static PyIterator over(Run run, Object object, String otherwise) {
    try {
      return over(run, object);
    } catch (Unwind.Raise raise) {
      if (raise.exception.type == Types.TYPE_ERROR) {
        throw run.typeError(otherwise);
      }
      throw raise;
    }
  }

  private static PyIterator ofInstance(Run run, PyInstance instance) {
    Object method = instance.type.find(run, "__iter__");
    if (method == Singleton.NONE) {
      throw run.typeError("'" + instance.type.name + "' object is not iterable");
    }
    if (method != null) {
      Object made = Calls.method(run, instance, method);
      if (made instanceof PyIterator iterator) {
        return iterator;
      }
      if (made instanceof PyInstance other && other.type.find(run, "__next__") != null) {
        return new Instance(run, other);
      }
      throw run.typeError("iter() returned non-iterator of type '" + Types.name(made) + "'");
    }
    Object item = instance.type.find(run, "__getitem__");
    if (item != null) {
      return new Items(run, instance, item);
    }
    throw run.typeError("'" + instance.type.name + "' object is not iterable");
  }

  /// Whether `iter(object)` has a meaning.
  static boolean isIterable(Run run, Object object) {
    return switch (object) {
      case PyInstance instance ->
          instance.type.find(run, "__iter__") != null
              || instance.type.find(run, "__getitem__") != null;
      case PyIterator it -> true;
      case PyList it -> true;
      case PyTuple it -> true;
      case String it -> true;
      case PyDict it -> true;
      case PySet it -> true;
      case PyRange it -> true;
      case PyWideRange it -> true;
      case PyDict.View it -> true;
      default -> false;
    };
  }

  /// All objects that it gives, one step each.
  static Object[] all(Run run, Object object) {
    switch (object) {
      case PyList list -> {
        run.steps(list.size / 4);
        return list.toArray();
      }
      case PyTuple tuple -> {
        return tuple.items;
      }
      case PySet set -> {
        run.steps(set.table.size);
        return set.table.toArray();
      }
      default -> {}
    }
    PyIterator iterator = over(run, object);
    Object[] items = new Object[16];
    int count = 0;
    int holding = run.held.size();
    run.held.add(new PyTuple(items));
    try {
      for (Object item = iterator.taken(run); item != null; item = iterator.taken(run)) {
        run.step();
        if (count == items.length) {
          run.allocate(24L * count);
          items = Arrays.copyOf(items, count * 2);
          run.held.set(holding, new PyTuple(items));
        }
        items[count++] = item;
      }
    } finally {
      run.release(holding);
    }
    return Arrays.copyOf(items, count);
  }

  /// Likewise, where Python asks for the length before it begins, as `list` does.
  static Object[] measured(Run run, Object object) {
    if (object instanceof PyWideRange range) {
      Sequences.length(run, range);
    }
    boolean own =
        object instanceof PyInstance || object instanceof Items || object instanceof Lazy.Backwards;
    return all(run, own ? measure(run, object) : object);
  }

  /// `list(iterator)`, which asks an object of the program for its length.
  static Object[] listed(Run run, PyIterator iterator) {
    return measured(run, iterator instanceof Instance own ? own.instance : iterator);
  }

  /// `iter(object)`, after which an object of the program is asked for its length, which nothing
  /// uses.
  static PyIterator measure(Run run, Object object) {
    PyIterator iterator = over(run, object);
    if (object instanceof PyInstance own && !answers(run, own, "__len__")) {
      answers(run, own, "__length_hint__");
    }
    PyInstance behind = behind(object);
    if (behind != null) {
      answers(run, behind, "__len__");
    }
    return iterator;
  }

  /// The object of the program whose places an iterator goes through, if it does.
  private static @Nullable PyInstance behind(Object object) {
    return object instanceof Items items && !items.done
        ? items.instance
        : object instanceof Lazy.Backwards it && it.at >= 0 && it.sequence instanceof PyInstance own
            ? own
            : null;
  }

  /// Whether an object tells its length by a method of that name.
  private static boolean answers(Run run, PyInstance object, String name) {
    Object method = object.type.find(run, name);
    if (method == null) {
      return false;
    }
    Object length;
    try {
      length =
          name.equals("__len__")
              ? Sequences.length(run, object)
              : Calls.method(run, object, method);
    } catch (Unwind.Raise raise) {
      if (!raise.exception.type.isSubclass(Types.TYPE_ERROR)) {
        throw raise;
      }
      return false;
    }
    if (length instanceof Long known && known < 0) {
      throw run.valueError("__length_hint__() should return >= 0");
    }
    if (length instanceof BigInteger) {
      throw run.raise(Types.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    }
    if (length != Singleton.NOT_IMPLEMENTED && !Arithmetic.isInt(length)) {
      throw run.typeError("__length_hint__ must be an integer, not " + Types.name(length));
    }
    return true;
  }

  /// Over what has places.
  static final class Indexed extends PyIterator {
    private final Object sequence;
    long at = 0;
    private boolean done = false;

    Indexed(Run run, String type, Object sequence) {
      super(run, type);
      this.sequence = sequence;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (done) {
        return null;
      }
      long index = at++;
      switch (sequence) {
        case PyList list -> {
          if (index < list.size) {
            return list.items[(int) index];
          }
        }
        case PyTuple tuple -> {
          if (index < tuple.items.length) {
            return tuple.items[(int) index];
          }
        }
        case PyRange range -> {
          if (index < range.length) {
            return range.get(index);
          }
        }
        default -> {}
      }
      done = true;
      return null;
    }

    @Override
    @Nullable Object[] held() {
      return done ? super.held() : new @Nullable Object[] {sequence};
    }
  }

  private static final class Characters extends PyIterator {
    private final String text;
    private int at = 0;

    Characters(Run run, String text) {
      super(run, isAscii(text) ? "str_ascii_iterator" : "str_iterator");
      this.text = text;
      run.steps(text.length() / 256);
    }

    private static boolean isAscii(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) >= 128) {
          return false;
        }
      }
      return true;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (at >= text.length()) {
        return null;
      }
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      return CodePoints.of(point);
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {text};
    }
  }

  private static final class Members extends PyIterator {
    private final SetTable table;
    private int at = 0;
    private int size;

    Members(Run run, SetTable table) {
      super(run, "set_iterator");
      this.table = table;
      this.size = table.size;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (size < 0) {
        return null;
      }
      if (table.size != size) {
        size = -1;
        throw run.raise(Types.RUNTIME_ERROR, "Set changed size during iteration");
      }
      int place = table.next(at);
      run.steps(((place < 0 ? table.places() : place) - at) / 16); // over what was taken out
      if (place < 0) {
        size = -1;
        return null;
      }
      at = place + 1;
      return table.at(place);
    }

    @Override
    @Nullable Object[] held() {
      return table.members;
    }
  }

  private static final class Entries extends Lazy.Rows {
    private final Table table;
    private final PyDict.View view;
    private int at = 0;
    private int size;
    private int left;

    Entries(Run run, String type, Table table, PyDict.View view) {
      super(run, type);
      this.table = table;
      this.view = view;
      this.size = table.size;
      this.left = table.size;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (size < 0) {
        return null;
      }
      if (table.size != size) {
        size = -1;
        throw run.raise(Types.RUNTIME_ERROR, "dictionary changed size during iteration");
      }
      int position = table.next(at);
      run.steps(((position < 0 ? table.used : position) - at) / 16); // over what was taken out
      if (position < 0) {
        size = -1;
        return null;
      }
      if (left-- == 0) {
        size = -1;
        throw run.raise(Types.RUNTIME_ERROR, "dictionary keys changed during iteration");
      }
      at = position + 1;
      if (view.part() == PyDict.View.Part.ITEMS) {
        run.allocate(PyTuple.bytes(2));
      }
      Object entry = view.at(position);
      return view.part() == PyDict.View.Part.ITEMS && entry instanceof PyTuple row
          ? run.waiting.row(run, this, row)
          : entry;
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {view.dict(), last};
    }
  }

  /// Over an object with `__next__`.
  static final class Instance extends PyIterator {
    final PyInstance instance;

    Instance(Run run, PyInstance instance) {
      super(run, "iterator");
      this.instance = instance;
    }

    @Override
    @Nullable Object next(Run run) {
      Object method = instance.type.find(run, "__next__");
      if (method == null) {
        throw run.typeError("'" + instance.type.name + "' object is not an iterator");
      }
      try {
        return Calls.method(run, instance, method);
      } catch (Unwind.Raise raise) {
        if (raise.exception.type.isSubclass(Types.STOP_ITERATION)) {
          return null;
        }
        throw raise;
      }
    }

    @Override
    @Nullable Object[] held() {
      return new @Nullable Object[] {instance};
    }
  }

  /// Over an object with `__getitem__` alone.
  private static final class Items extends PyIterator {
    private final PyInstance instance;
    private final Object method;
    private long at = 0;
    private boolean done = false;

    Items(Run run, PyInstance instance, Object method) {
      super(run, "iterator");
      this.instance = instance;
      this.method = method;
    }

    @Override
    @Nullable Object next(Run run) {
      touch(run);
      if (done) {
        return null;
      }
      try {
        return Calls.method(run, instance, method, at++);
      } catch (Unwind.Raise raise) {
        if (raise.exception.type.isSubclass(Types.INDEX_ERROR)
            || raise.exception.type.isSubclass(Types.STOP_ITERATION)) {
          done = true;
          return null;
        }
        throw raise;
      }
    }

    @Override
    @Nullable Object[] held() {
      return done ? super.held() : new @Nullable Object[] {instance};
    }
  }
}
