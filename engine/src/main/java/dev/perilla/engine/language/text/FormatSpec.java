package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.PythonError;

/// What stands after the colon of a field: the format mini-language of Python 3.11.
///
/// @param fill the code point that pads
/// @param align `<`, `>`, `^` or `=`
/// @param sign `-`, `+` or a blank; 0 when not given
/// @param noNegativeZero `z`
/// @param alternate `#`
/// @param width at least so many code points; -1 when not given
/// @param grouping `,` or `_`; 0 for none
/// @param precision -1 when not given
/// @param type the letter, as a code point; when not given `s` for a string, else 0
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean noNegativeZero,
    boolean alternate,
    long width,
    char grouping,
    long precision,
    int type) {

  /// Reads a spec.
  ///
  /// @param typeName Python's name of the type of what is formatted, for messages
  /// @param defaultAlign where the value stands when the spec does not tell
  static FormatSpec parse(String spec, String typeName, char defaultAlign) {
    return new Reader(spec).read(typeName, defaultAlign);
  }

  /// `Unknown format code` for this type.
  PythonError unknownCode(String typeName) {
    return PythonError.value(
        "Unknown format code '" + shown(type) + "' for object of type '" + typeName + "'");
  }

  static String shown(int point) {
    return point > 32 && point < 128 ? CodePoints.of(point) : "\\x" + Integer.toHexString(point);
  }

  private static final class Reader {
    private final int[] points;
    private final String spec;
    private int at;

    Reader(String spec) {
      this.spec = spec;
      this.points = spec.codePoints().toArray();
    }

    FormatSpec read(String typeName, char defaultAlign) {
      int fill = ' ';
      boolean fillGiven = false;
      char align = defaultAlign;
      boolean alignGiven = false;
      if (points.length >= 2 && isAlign(points[1])) {
        fill = points[0];
        align = (char) points[1];
        fillGiven = true;
        alignGiven = true;
        at = 2;
      } else if (points.length >= 1 && isAlign(points[0])) {
        align = (char) points[0];
        alignGiven = true;
        at = 1;
      }
      char sign = next("+- ");
      boolean noNegativeZero = next("z") != 0;
      boolean alternate = next("#") != 0;
      if (!fillGiven && next("0") != 0) {
        fill = '0';
        if (!alignGiven && defaultAlign == '>') {
          align = '=';
        }
      }
      long width = integer();
      char grouping = grouping();
      long precision = -1;
      if (next(".") != 0) {
        precision = integer();
        if (precision < 0) {
          throw PythonError.value("Format specifier missing precision");
        }
      }
      if (points.length - at > 1) {
        throw PythonError.value(
            "Invalid format specifier '" + spec + "' for object of type '" + typeName + "'");
      }
      int type = at < points.length ? points[at] : typeName.equals("str") ? 's' : 0;
      checkGrouping(grouping, type);
      return new FormatSpec(
          fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type);
    }

    private static boolean isAlign(int point) {
      return point == '<' || point == '>' || point == '=' || point == '^';
    }

    /// The code point that stands here if it is one of `choices`, which is then passed; else 0.
    private char next(String choices) {
      if (at < points.length && choices.indexOf(points[at]) >= 0) {
        return (char) points[at++];
      }
      return 0;
    }

    private long integer() {
      int start = at;
      long value = 0;
      for (; at < points.length; at++) {
        int digit = Characters.decimal(points[at]);
        if (digit < 0) {
          break;
        }
        if (value > (Long.MAX_VALUE - digit) / 10) {
          throw PythonError.value("Too many decimal digits in format string");
        }
        value = value * 10 + digit;
      }
      return at == start ? -1 : value;
    }

    private char grouping() {
      char first = next(",");
      char second = next("_");
      boolean third = second != 0 && at < points.length && points[at] == ',';
      if ((first != 0 && second != 0) || third) {
        throw PythonError.value("Cannot specify both ',' and '_'.");
      }
      return first != 0 ? first : second;
    }

    private static void checkGrouping(char grouping, int type) {
      boolean allowed =
          grouping == 0
              || type == 0
              || "defgEG%F".indexOf(type) >= 0
              || (grouping == '_' && "boxX".indexOf(type) >= 0);
      if (!allowed) {
        throw PythonError.value("Cannot specify '" + grouping + "' with '" + shown(type) + "'.");
      }
    }
  }
}
