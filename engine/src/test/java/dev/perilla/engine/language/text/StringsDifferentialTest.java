package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// The methods of `str` over texts with letters of one, two, three and four bytes, against CPython.
class StringsDifferentialTest {
  private static final Budget FREE = Budget.UNBOUNDED;
  private static final long END = Long.MAX_VALUE;
  private final Random random = new Random(20_250_103);
  private final Comparison python = new Comparison();

  @Test
  void methods() {
    for (int i = 0; i < 4_000; i++) {
      String text = text(9);
      String part = text(3);
      String other = text(2);
      String s = Quoting.repr(text);
      String p = Quoting.repr(part);
      String o = Quoting.repr(other);
      long from = random.nextInt(-6, 8);
      long to = random.nextInt(-6, 10);
      long count = random.nextInt(-1, 4);
      long width = random.nextInt(-2, 14);
      String between = ", " + from + ", " + to + ")";
      add(s + ".find(" + p + ")", () -> Strings.find(text, part, 0, END));
      add(s + ".find(" + o + between, () -> Strings.find(text, other, from, to));
      add(s + ".rfind(" + o + between, () -> Strings.findLast(text, other, from, to));
      add(s + ".index(" + p + ")", () -> Strings.found(Strings.find(text, part, 0, END)));
      add(s + ".count(" + o + between, () -> Strings.count(text, other, from, to));
      add(s + ".count(" + p + ")", () -> Strings.count(text, part, 0, END));
      add(s + ".startswith(" + o + between, () -> Strings.startsWith(text, other, from, to));
      add(s + ".endswith(" + o + between, () -> Strings.endsWith(text, other, from, to));
      quoted(
          s + ".replace(" + p + ", " + o + ", " + count + ")",
          () -> Strings.replace(text, part, other, count, FREE));
      quoted(s + ".strip()", () -> Strings.strip(text));
      quoted(s + ".lstrip(" + p + ")", () -> Strings.strip(text, part, true, false));
      quoted(s + ".rstrip(" + p + ")", () -> Strings.strip(text, part, false, true));
      quoted(s + ".removeprefix(" + o + ")", () -> Strings.removePrefix(text, other));
      quoted(s + ".removesuffix(" + o + ")", () -> Strings.removeSuffix(text, other));
      quoted(
          s + ".ljust(" + width + ", " + o + ")",
          () -> Strings.alignLeft(text, width, other, FREE));
      quoted(s + ".rjust(" + width + ")", () -> Strings.alignRight(text, width, " ", FREE));
      quoted(s + ".center(" + width + ")", () -> Strings.center(text, width, " ", FREE));
      quoted(s + ".zfill(" + width + ")", () -> Strings.zeroFill(text, width, FREE));
      quoted(s + ".expandtabs(" + width + ")", () -> Strings.expandTabs(text, width, FREE));
      quoted(s + " * " + count, () -> Strings.repeat(text, count, FREE));
      list(s + ".split(None, " + count + ")", () -> Splitting.words(text, count));
      list(s + ".rsplit(None, " + count + ")", () -> Splitting.wordsFromEnd(text, count));
      list(s + ".split(" + o + ", " + count + ")", () -> Splitting.split(text, other, count));
      list(
          s + ".rsplit(" + o + ", " + count + ")",
          () -> Splitting.splitFromEnd(text, other, count));
      list(s + ".splitlines()", () -> Splitting.lines(text, false));
      list(s + ".splitlines(True)", () -> Splitting.lines(text, true));
      list(s + ".partition(" + o + ")", () -> Splitting.partition(text, other));
      list(s + ".rpartition(" + o + ")", () -> Splitting.partitionAtLast(text, other));
      add("len(" + s + ")", () -> (long) CodePoints.length(text));
      add(s + " < " + p, () -> CodePoints.compare(text, part) < 0);
      int length = CodePoints.length(text);
      if (length > 0) {
        int at = random.nextInt(length);
        quoted(s + "[" + at + "]", () -> CodePoints.at(text, at));
        quoted(s + "[" + at + "::2]", () -> CodePoints.slice(text, at, 2, (length - at + 1) / 2));
        quoted(s + "[" + at + "::-1]", () -> CodePoints.slice(text, at, -1, at + 1));
      }
    }
    python.agree();
  }

  @Test
  void classesAndCase() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point >= 0xD800 && point < 0xE000) {
        continue;
      }
      if (point > 0x2200 && point % (point > 0x3_0000 ? 997 : 11) != 0) {
        continue; // all of them take a quarter of a minute
      }
      caseOf(Character.toString(point), "chr(" + point + ")");
    }
    python.agree();
  }

  @Test
  void caseOfWords() {
    for (int i = 0; i < 5_000; i++) {
      String text = text(8);
      caseOf(text, Quoting.repr(text));
    }
    python.agree();
  }

  private void caseOf(String text, String shown) {
    python.add(
        "(lambda s: [repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(),"
            + " s.casefold()])("
            + shown
            + ")",
        () ->
            row(
                List.of(
                    Quoting.repr(text),
                    Casing.upper(text),
                    Casing.lower(text),
                    Casing.title(text),
                    Casing.capitalize(text),
                    Casing.swap(text),
                    Casing.fold(text))));
    python.add(
        "(lambda s: [s.isupper(), s.islower(), s.istitle(), s.isalpha(), s.isalnum(),"
            + " s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.isprintable(),"
            + " s.isascii(), s.isidentifier(), ('a' + s).isidentifier()])("
            + shown
            + ")",
        () ->
            List.of(
                Casing.isUpper(text),
                Casing.isLower(text),
                Casing.isTitle(text),
                Strings.isAlpha(text),
                Strings.isAlphanumeric(text),
                Strings.isDecimal(text),
                Strings.isDigit(text),
                Strings.isNumeric(text),
                Strings.isSpace(text),
                Strings.isPrintable(text),
                Strings.isAscii(text),
                Strings.isIdentifier(text),
                Strings.isIdentifier("a" + text)));
  }

  @Test
  void numerals() {
    String[] parts = {
      "0",
      "1",
      "7",
      "12",
      "_",
      "__",
      ".",
      "e",
      "E5",
      "e-3",
      "+",
      "-",
      " ",
      "\t",
      "0x",
      "0b",
      "f",
      "z",
      "inf",
      "nan",
      "Infinity",
      "٣",
      "\u00a0",
      "x",
      "00",
      "9999999999999999999",
      "e400",
      "'",
      "\n",
      "e+_1"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder numeral = new StringBuilder();
      int count = 1 + random.nextInt(4);
      for (int k = 0; k < count; k++) {
        numeral.append(parts[random.nextInt(parts.length)]);
      }
      String text = numeral.toString();
      long base = List.of(10L, 0L, 16L, 2L, 36L, 37L).get(random.nextInt(6));
      String shown = Quoting.repr(text);
      add("int(" + shown + ", " + base + ")", () -> Numerals.parseInt(text, base));
      add("float(" + shown + ")", () -> Numerals.parseFloat(text));
    }
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      String text = value + (random.nextBoolean() ? "" : "1");
      if (Double.isFinite(value)) {
        add("float('" + text + "')", () -> Numerals.parseFloat(text));
      }
      String digits = "" + random.nextLong(1_000_000_000_000_000_000L);
      String wide = digits + digits + "e" + random.nextInt(-330, 300);
      add("float('" + wide + "')", () -> Numerals.parseFloat(wide));
    }
    python.agree();
  }

  private void add(String expression, Supplier<Object> value) {
    python.add(expression, value);
  }

  private void quoted(String expression, Supplier<String> value) {
    python.add(expression, () -> Quoting.repr(value.get()));
  }

  private void list(String expression, Supplier<List<String>> value) {
    python.add(expression, () -> row(value.get()));
  }

  private static Object row(List<String> texts) {
    List<Object> shown = new ArrayList<>();
    for (String text : texts) {
      shown.add(Quoting.repr(text));
    }
    return shown;
  }

  private String text(int most) {
    String[] letters = {
      "a", "a", "b", "B", "ab", " ", " ", ",", "é", "Ñ", "ß", "Σ", "σ", "ǆ", "→", "🦉", "\n", "\r",
      "\r\n", "\t", "\u2028", "'", "\"", "\\", "1", "²", "½", "ﬁ", "İ", "\u00a0", "-", "+", "0",
      "\u0301", "\u200b"
    };
    StringBuilder out = new StringBuilder();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      out.append(letters[random.nextInt(letters.length)]);
    }
    return out.toString();
  }
}
