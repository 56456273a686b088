package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.Comparison;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.number.PythonError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Every way to format, with specs made at random from the grammar and a little beside it, against
/// CPython.
class FormatDifferentialTest {
  private static final Budget FREE = Budget.UNBOUNDED;
  private final Random random = new Random(20_250_102);
  private final Comparison python = new Comparison();

  @Test
  void formatSpecs() {
    for (int i = 0; i < 30_000; i++) {
      Object value = value();
      String spec = spec();
      python.add(
          "format(" + shown(value) + ", " + Quoting.repr(spec) + ")",
          () -> Quoting.repr(Formats.format(value, spec, FREE)));
    }
    python.agree();
  }

  @Test
  void percentPlaces() {
    for (int i = 0; i < 30_000; i++) {
      StringBuilder template = new StringBuilder();
      List<Object> row = new ArrayList<>();
      int places = random.nextInt(3);
      for (int k = 0; k <= places; k++) {
        template.append(choice("a", "", " ", "%%")).append(place());
        row.add(value());
      }
      String text = template.toString();
      boolean single = row.size() == 1 && random.nextBoolean();
      PercentFormat.Operand operand =
          single
              ? new PercentFormat.Operand.Single(row.get(0), false)
              : new PercentFormat.Operand.Row(row);
      python.add(
          Quoting.repr(text) + " % " + (single ? shown(row.get(0)) : tuple(row)),
          () -> Quoting.repr(PercentFormat.format(text, operand, new Plain(), FREE)));
    }
    python.agree();
  }

  @Test
  void templates() {
    String[] parts = {
      "{",
      "}",
      "{}",
      "{0}",
      "{1}",
      "{a}",
      "{b}",
      "{a",
      "{a.x}",
      "{c[0]}",
      "{c[1]}",
      "{c[x]}",
      "{c[]}",
      "{c[0]x}",
      "{c[0",
      "{a!r}",
      "{a!s:>6}",
      "{a!a}",
      "{a!x}",
      "{a!",
      "{a!rr}",
      "{0:5}",
      "{0:<{1}}",
      "{:{}}",
      "{:{:{}}}",
      "{0:{a}}",
      "{{",
      "}}",
      "x",
      "{0!r:}",
      "{ 0}",
      "{0]}",
      "{a.}",
      "{:",
      "{a{}}",
      "{99999999999999999999}",
      "{7}",
      "{0:.{0}}",
      "{!r}",
      ":",
      "!",
      "]",
      "[",
      "{c[-1]}",
      "é",
      "{:é>4}"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder template = new StringBuilder();
      int count = 1 + random.nextInt(3);
      for (int k = 0; k < count; k++) {
        template.append(parts[random.nextInt(parts.length)]);
      }
      String text = template.toString();
      python.add(
          Quoting.repr(text) + ".format(3, 5, a='é', b=2.5, c=[7, 8])",
          () ->
              Quoting.repr(
                  FormatTemplate.format(
                      text,
                      List.of(3L, 5L),
                      Map.of("a", "é", "b", 2.5, "c", List.of(7L, 8L)),
                      new Plain(),
                      FREE)));
    }
    python.agree();
  }

  private String choice(String... all) {
    return all[random.nextInt(all.length)];
  }

  private String spec() {
    return choice("", "", "", "*", "é", "0", "🦉")
        + choice("", "", "<", ">", "^", "=")
        + choice("", "", "", "+", "-", " ")
        + choice("", "", "", "", "z")
        + choice("", "", "", "#")
        + choice("", "", "0")
        + choice("", "", "1", "5", "12", "20", "30")
        + choice("", "", "", ",", "_", ",_")
        + choice("", "", "", ".0", ".1", ".2", ".3", ".10", ".17", ".25", ".")
        + choice(
            "", "", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q");
  }

  private String place() {
    return "%"
        + choice("", "", "-", "+", " ", "#", "0", "-0", "+0", "#0", "-+", "# ")
        + choice("", "", "1", "5", "12", "20")
        + choice("", "", "", ".0", ".1", ".3", ".10", ".25", ".")
        + choice("", "", "", "", "l")
        + choice(
            "d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G", "c", "r", "s", "a", "q",
            "%");
  }

  private Object value() {
    return switch (random.nextInt(12)) {
      case 0 -> choice("", "a", "abc", "é", "niño", "🦉x", "a'b");
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong(-5, 200);
      case 3 -> random.nextLong();
      case 4 -> Ints.of(new BigInteger(random.nextInt(90), random).negate());
      case 5 -> Ints.of(new BigInteger(random.nextInt(90), random));
      case 6 -> Double.longBitsToDouble(random.nextLong());
      case 7 -> (double) random.nextInt(-10, 11);
      case 8 -> random.nextInt(-20_000, 20_000) / 16.0;
      case 9 ->
          new double[] {
                0.0, -0.0, 1.0 / 0, -1.0 / 0, 0.0 / 0, 1e16, 1e-5, 123456789.0, 0.5, 2.5, 9.995
              }
              [random.nextInt(11)];
      default -> random.nextInt(-2_000_000, 2_000_000) / 1000.0;
    };
  }

  private static String shown(Object value) {
    return value instanceof String text ? Quoting.repr(text) : Comparison.text(value);
  }

  private static String tuple(List<Object> row) {
    StringBuilder out = new StringBuilder("(");
    for (Object value : row) {
      out.append(shown(value)).append(", ");
    }
    return out.append(")").toString();
  }

  /// The few kinds of values that these tests use.
  private static final class Plain implements Objects {
    @Override
    public String str(Object value) {
      return value instanceof String text ? text : repr(value);
    }

    @Override
    public String repr(Object value) {
      return shown(value);
    }

    @Override
    public String format(Object value, String spec) {
      return value instanceof List ? Comparison.text(value) : Formats.format(value, spec, FREE);
    }

    @Override
    public String typeName(Object value) {
      return switch (value) {
        case String _ -> "str";
        case Double _ -> "float";
        case Boolean _ -> "bool";
        case List<?> _ -> "list";
        default -> "int";
      };
    }

    @Override
    public Object item(Object value, Object key) {
      if (!(value instanceof List<?> list)) {
        throw PythonError.type("'" + typeName(value) + "' object is not subscriptable");
      }
      if (!(key instanceof Long index)) {
        throw PythonError.type("list indices must be integers or slices, not str");
      }
      return list.get((int) (long) index);
    }
  }
}
