package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects of programs as Java sees them, and the other way.
public final class Convert {
  private Convert() {}

  static Object toProgram(Run run, Object value) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> (long) number;
      case BigInteger number -> Ints.of(number);
      case Double number -> number;
      case Boolean flag -> flag;
      case String text -> text;
      case Value leaf -> PyValue.wrap(run, leaf);
      case List<?> list -> {
        PyList made = new PyList(run);
        for (Object item : list) {
          made.add(run, toProgram(run, item));
        }
        yield made;
      }
      case Map<?, ?> map -> {
        PyDict made = new PyDict(run);
        map.forEach((key, item) -> made.put(run, toProgram(run, key), toProgram(run, item)));
        yield made;
      }
      default -> known(value);
    };
  }

  private static Object known(Object value) {
    if (Types.of(value) == Types.OBJECT) {
      throw new IllegalArgumentException("no object of a program: " + value.getClass());
    }
    return value;
  }

  /// A run that can look at any object and change none.
  private static Run looking() {
    Run run = new Run(Limits.DEFAULT, new LinkedHashMap<>());
    run.epoch = Integer.MAX_VALUE / 2;
    run.freeze = run.epoch;
    run.startClock();
    return run;
  }

  public static String repr(Object object) {
    try {
      return Show.repr(looking(), object);
    } catch (RuntimeException e) {
      return "<" + Types.name(object) + ">";
    }
  }

  public static String str(Object object) {
    try {
      return Show.str(looking(), object);
    } catch (RuntimeException e) {
      return "<" + Types.name(object) + ">";
    }
  }

  /// `format(object, spec)`, or why not.
  public static String format(Object object, String spec) {
    Run run = looking();
    try {
      return Show.format(run, object, spec);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(reason(run, e));
    }
  }

  private static String reason(Run run, RuntimeException e) {
    return switch (e) {
      case Unwind.Raise raise -> raise.exception.text(run);
      case Unwind.Stop stop -> stop.text;
      case dev.perilla.engine.language.number.PythonError error -> error.text();
      default -> throw e;
    };
  }

  public static boolean isTrue(Object object) {
    try {
      return Ops.isTrue(looking(), object);
    } catch (Unwind e) {
      return true;
    }
  }

  public static boolean equal(Object a, Object b) {
    try {
      return Comparing.equal(looking(), a, b);
    } catch (Unwind e) {
      return false;
    }
  }

  public static String typeName(Object object) {
    return Types.name(object);
  }

  /// The number that an object is or, for a `Value`, holds: a `Long`, `BigInteger` or `Double`.
  public static Optional<Object> number(Object object) {
    if (object instanceof PyValue value) {
      return Optional.of(value.data());
    }
    return Arithmetic.isNumber(object) && !(object instanceof Boolean)
        ? Optional.of(object)
        : Optional.empty();
  }

  /// The exact value of a finite number.
  public static Optional<BigDecimal> exact(Object object) {
    return number(object)
        .flatMap(
            number ->
                switch (number) {
                  case Long whole -> Optional.of(BigDecimal.valueOf(whole));
                  case BigInteger whole -> Optional.of(new BigDecimal(whole));
                  case Double real ->
                      Double.isNaN(real) || Double.isInfinite(real)
                          ? Optional.empty()
                          : Optional.of(new BigDecimal(real));
                  default -> Optional.empty();
                });
  }

  /// The value of the autograd that an object is.
  public static Optional<Value> value(Object object) {
    return object instanceof PyValue value ? Optional.of(value.value()) : Optional.empty();
  }

  /// The gradient of a `Value`, an int where Python would hold one.
  public static Optional<Object> gradient(Object object) {
    return object instanceof PyValue value ? Optional.of(value.grad()) : Optional.empty();
  }

  /// The items of a list or tuple.
  public static Optional<List<Object>> items(Object object) {
    return switch (object) {
      case PyList list -> Optional.of(new ArrayList<>(List.of(list.toArray())));
      case PyTuple tuple -> Optional.of(List.of(tuple.items));
      default -> Optional.empty();
    };
  }

  /// The entries of a dict, in order.
  public static Optional<Map<Object, Object>> entries(Object object) {
    if (!(object instanceof PyDict dict)) {
      return Optional.empty();
    }
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int at = dict.table.next(0); at >= 0; at = dict.table.next(at + 1)) {
      entries.put(dict.table.key(at), dict.table.value(at));
    }
    return Optional.of(entries);
  }

  /// The attribute of an object, if it has it and reading it changes nothing.
  public static Optional<Object> attribute(Object object, String name) {
    try {
      return Optional.ofNullable(Attributes.find(looking(), object, name));
    } catch (Unwind e) {
      return Optional.empty();
    }
  }
}
