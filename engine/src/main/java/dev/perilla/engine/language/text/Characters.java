package dev.perilla.engine.language.text;

/// What Python says of a code point: its class and its case mappings, by Unicode 14.
final class Characters {
  private static final String NOT_START = "\u037A\u0E33\u0EB3\u2E2F\u309B\u309C\uFF9E\uFF9F";
  private static final String NOT_PART = "\u037A\u2E2F\u309B\u309C\u30FB\uFF65";

  private Characters() {}

  private static int type(int point) {
    return point > 0x800 && UnicodeTables.LATER.has(point)
        ? Character.UNASSIGNED
        : Character.getType(point);
  }

  /// Whether it takes two columns where CPython counts them.
  static boolean isWide(int point) {
    return point >= 0x378 && (type(point) == Character.UNASSIGNED || UnicodeTables.WIDE.has(point));
  }

  static boolean isPrintable(int point) {
    if (point < 0x7F) {
      return point >= 0x20;
    }
    return switch (type(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static boolean isAlpha(int point) {
    return switch (type(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          true;
      default -> false;
    };
  }

  static boolean isDecimal(int point) {
    return type(point) == Character.DECIMAL_DIGIT_NUMBER;
  }

  static boolean isDigit(int point) {
    return isDecimal(point) || UnicodeTables.DIGITS.has(point);
  }

  static boolean isNumeric(int point) {
    return switch (type(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> UnicodeTables.NUMERIC_LETTERS.has(point);
    };
  }

  static boolean isAlphanumeric(int point) {
    return isAlpha(point) || isNumeric(point);
  }

  static boolean isSpace(int point) {
    if (point <= 0x20) {
      return point == 0x20 || (point >= 0x09 && point <= 0x0D) || point >= 0x1C;
    }
    return point == 0x85
        || point == 0xA0
        || point == 0x1680
        || (point >= 0x2000 && point <= 0x200A)
        || point == 0x2028
        || point == 0x2029
        || point == 0x202F
        || point == 0x205F
        || point == 0x3000;
  }

  /// Whether `str.splitlines` ends a line there.
  static boolean isLineEnd(int point) {
    return (point >= 0x0A && point <= 0x0D)
        || (point >= 0x1C && point <= 0x1E)
        || point == 0x85
        || point == 0x2028
        || point == 0x2029;
  }

  static boolean isUpper(int point) {
    return Character.isUpperCase(point) && type(point) != Character.UNASSIGNED;
  }

  static boolean isLower(int point) {
    return Character.isLowerCase(point)
        && type(point) != Character.UNASSIGNED
        && point != 0x10FC
        && point != 0xAB69
        && !(point >= 0xA7F2 && point <= 0xA7F4);
  }

  static boolean isTitle(int point) {
    return type(point) == Character.TITLECASE_LETTER;
  }

  static boolean isCased(int point) {
    return isLower(point) || isUpper(point) || isTitle(point);
  }

  /// Whether the point is passed over when the place of a sigma in its word is looked for.
  static boolean isCaseIgnorable(int point) {
    return switch (type(point)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A"
                  .indexOf(point)
              >= 0;
    };
  }

  static boolean isIdentifierStart(int point) {
    return point == '_'
        || (Character.isUnicodeIdentifierStart(point)
            && type(point) != Character.UNASSIGNED
            && NOT_START.indexOf(point) < 0
            && !isArabicForm(point));
  }

  static boolean isIdentifierPart(int point) {
    return Character.isUnicodeIdentifierPart(point)
        && !Character.isIdentifierIgnorable(point)
        && type(point) != Character.UNASSIGNED
        && NOT_PART.indexOf(point) < 0
        && !isArabicForm(point);
  }

  private static boolean isArabicForm(int point) {
    return (point >= 0xFC5E && point <= 0xFC63)
        || point == 0xFDFA
        || point == 0xFDFB
        || (point >= 0xFE70 && point <= 0xFE7E && (point & 1) == 0);
  }

  static void upper(int point, StringBuilder out) {
    String special = point < 0x80 ? null : UnicodeTables.UPPER.get(point);
    if (special != null) {
      out.append(special);
    } else {
      out.appendCodePoint(
          type(point) == Character.UNASSIGNED ? point : Character.toUpperCase(point));
    }
  }

  static void title(int point, StringBuilder out) {
    String special = point < 0x80 ? null : UnicodeTables.TITLE.get(point);
    if (special != null) {
      out.append(special);
    } else {
      out.appendCodePoint(
          type(point) == Character.UNASSIGNED ? point : Character.toTitleCase(point));
    }
  }

  static void lower(int point, StringBuilder out) {
    if (point == 0x130) {
      out.append("i\u0307");
    } else {
      out.appendCodePoint(
          type(point) == Character.UNASSIGNED ? point : Character.toLowerCase(point));
    }
  }

  static void fold(int point, StringBuilder out) {
    if (point >= 0x13A0 && point <= 0x13F5) {
      out.appendCodePoint(point);
    } else if (point >= 0x13F8 && point <= 0x13FD) {
      out.appendCodePoint(point - 8);
    } else if (point >= 0xAB70 && point <= 0xABBF) {
      out.appendCodePoint(point - 0xAB70 + 0x13A0);
    } else {
      String special = point < 0x80 ? null : UnicodeTables.FOLD.get(point);
      if (special != null) {
        out.append(special);
      } else {
        lower(point, out);
      }
    }
  }

  /// The value of a decimal digit of any script, or -1.
  static int decimal(int point) {
    if (point < 0x80) {
      return point >= '0' && point <= '9' ? point - '0' : -1;
    }
    return isDecimal(point) ? Character.digit(point, 10) : -1;
  }
}
