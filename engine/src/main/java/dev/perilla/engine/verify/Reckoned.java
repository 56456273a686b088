package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Relation.Kind;
import dev.perilla.engine.verify.Told.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Arithmetic in words: `{{a}} times {{b}} is {{c}}`, `15 % of 80 is 12`, `half of 80 km is 40 km`,
/// `the sum of 3 and 4 is 7`. Of numbers that are accounted for what does not hold is an error;
/// others get their standing by it.
///
/// @param operands numbers, names and code, in the order of the text
record Reckoned(Told told, List<Operand> operands) {
  /// Words between two numbers that compute with them.
  private static final Map<String, Pattern> OPERATIONS =
      Map.of(
          "+", Phrase.pattern("@PLUS"),
          "-", Phrase.pattern("@MINUS"),
          "*", Phrase.pattern("@TIMES"),
          "/", Phrase.pattern("@DIVIDED_BY"));

  private static final Pattern OF = Phrase.pattern("(?:out )?@OF");

  /// Signs between two numbers, a blank on both sides or on none.
  private static final Map<String, String> SIGNS =
      Map.of("+", "+", "−", "-", "×", "*", "·", "*", "*", "*", "÷", "/", "/", "/");

  /// Words that compute with the number behind them.
  private static final Map<String, Pattern> FACTORS =
      Map.of(
          "2", before("@TWICE"),
          "3", before("@TRIPLE"),
          "0.5", before("@HALF"),
          "(1 / 3)", before("@THIRD_OF"),
          "0.25", before("@QUARTER_OF"),
          "4", before("@FOUR_TIMES"),
          "5", before("@FIVE_TIMES"),
          "10", before("@TEN_TIMES"),
          "100", before("@HUNDRED_TIMES"));

  /// Words that compute with the numbers behind them, which `and` joins.
  private static final Map<String, Pattern> RESULTS =
      Map.of(
          "+", before("(?:@A\\s+)?@SUM_OF"),
          "-", before("(?:@A\\s+)?@DIFFERENCE_OF"),
          "*", before("(?:@A\\s+)?@PRODUCT_OF"));

  /// Words that compute with the list behind them.
  private static final Map<String, Pattern> OF_LISTS =
      Map.of(
          "sum(%s)", before("(?:@A\\s+)?@SUM_OF"),
          "max(%s)", before("(?:@A\\s+)?@MAXIMUM_OF"),
          "min(%s)", before("(?:@A\\s+)?@MINIMUM_OF"),
          "len(%s)", before("(?:@A\\s+)?@LENGTH_OF"),
          "sum(%1$s) / len(%1$s)", before("(?:@A\\s+)?@MEAN_OF"));

  private static final Pattern LIST = before("(?:@A\\s+)?(?:list|lista|liste)");
  private static final Pattern HAS = Phrase.pattern("@HAS");
  private static final Pattern ELEMENTS = Phrase.pattern("\\s+@ELEMENTS(?!\\p{L})");

  private static final Pattern RISES = changes("@RISES");
  private static final Pattern FALLS = changes("@FALLS");
  private static final Pattern TO =
      Phrase.pattern("\\s*(?:(?<down>down)\\s+|(?<up>up)\\s+)?@TO\\s*");
  private static final Pattern IS = Phrase.pattern("\\s*@IS\\s*");
  private static final Pattern MORE = Phrase.pattern("\\s*@GREATER\\s*");
  private static final Pattern LESS = Phrase.pattern("\\s*@LESS\\s*");
  private static final Pattern MULTIPLE =
      Phrase.pattern(
          "\\s*@IS\\s+(?<factor>(?:@TWICE|@TRIPLE|@HALF|@THIRD_OF|@QUARTER_OF|@FOUR_TIMES|@FIVE_TIMES|@TEN_TIMES|@HUNDRED_TIMES))(?:\\s+as"
              + " \\p{L}+ as)?\\s+");
  private static final Pattern TIMES = Phrase.pattern("\\s*@TIMES\\s*(?:as \\p{L}+ as\\s*)?");
  private static final String NOUNS = "(?:\\s+(?!@AND\\s|@ADD_UP_TO\\s)\\p{L}+){0,2}";
  private static final Pattern JOINED_THINGS = Phrase.pattern(NOUNS + "(?:,|,?\\s+@AND)\\s+");
  private static final Pattern ADD_UP_TO = Phrase.pattern(NOUNS + ",?\\s+@ADD_UP_TO\\s+");
  private static final Pattern THINGS = Phrase.pattern("\\s+(?!@AND\\s|@OR\\s|@BECAUSE\\s)\\p{L}+");
  private static final Pattern PART = Phrase.pattern("\\s*@OF\\s*");

  private static Pattern changes(String words) {
    return Phrase.pattern(
        "(?<!\\p{L})(?<no>(?:@NOT|@NONE)\\s+)?%s(?:\\s+\\p{L}+)?\\s+@FROM\\s+$".formatted(words));
  }

  private static final Pattern AND = Phrase.pattern(",?\\s*@AND");
  private static final Pattern ABOUT = Phrase.pattern("\\s*@IS_ABOUT\\s*");

  /// What is counted or measured, behind a number.
  private static final Pattern UNIT =
      Pattern.compile("[ \u00A0]?([\\p{L}°]+|\\p{Sc})(?=[^\\p{L}\\d]|$)");

  private static final Pattern MEASURED =
      Pattern.compile("[ \u00A0]?([°º]?\\p{L}+)(?=[^\\p{L}\\d²³]|$)");

  private static final Pattern ONE_THING = Phrase.pattern("[=≈]|@IS|@IS_ABOUT|@OR");
  private static final Pattern EITHER = Phrase.pattern("@OR");

  private static final Map<String, String> TEMPERATURES =
      Map.of(
          "°C°F", "%s * 9 / 5 + 32",
          "°F°C", "(%s - 32) * 5 / 9",
          "°CK", "%s + 273.15",
          "K°C", "%s - 273.15",
          "°FK", "(%s - 32) * 5 / 9 + 273.15",
          "K°F", "(%s - 273.15) * 9 / 5 + 32");

  private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}[ \u00A0]?$");

  private static Pattern before(String words) {
    return Phrase.pattern("(?<!\\p{L})" + words + "\\s+$");
  }

  /// The arithmetic that has numbers without a standing.
  ///
  /// @param all operands, units that are names of the program too among them
  static List<Sums> read(Told told, List<Operand> all) {
    Reckoned reckoned = new Reckoned(told, new ArrayList<>());
    for (Operand operand : all) {
      if (reckoned.operands.isEmpty()
          || reckoned.end(reckoned.operands.getLast()) <= operand.start()) {
        reckoned.operands.add(operand);
      }
    }
    return reckoned.read();
  }

  private List<Sums> read() {
    List<Sums> found = new ArrayList<>();
    for (int i = 0; i + 1 < operands.size(); i++) {
      if (between(operands.get(i), operands.get(i + 1)).length() > Told.LONGEST_BETWEEN) {
        continue; // nothing is said of both
      }
      operation(i, found);
      signs(i, found);
      factor(i, found);
      converted(operands.get(i), operands.get(i + 1), found);
      result(i, found);
      added(i, found);
      ofList(i, found);
      value(operands.get(i), operands.get(i + 1), found);
      multiple(operands.get(i), operands.get(i + 1), found);
      if (i + 2 < operands.size()) {
        difference(operands.get(i), operands.get(i + 1), operands.get(i + 2), found);
      }
    }
    List<Operand> numbers = operands.stream().filter(Operand::isNumber).toList();
    for (int i = 0; i + 1 < numbers.size(); i++) {
      change(numbers.get(i), numbers.get(i + 1));
    }
    return found;
  }

  /// `{{a}} times {{b}} is {{c}}`.
  private void operation(int at, List<Sums> found) {
    Operand one = operands.get(at);
    Operand other = operands.get(at + 1);
    String words = between(one, other).strip();
    if (!isWord(words)) {
      return;
    }
    boolean isPart = one.number().filter(it -> it.text().endsWith("%")).isPresent();
    boolean isFraction = one.isTyped() && one.code().startsWith("(") && one.code().contains("/");
    Optional<String> sign =
        (isPart || isFraction) && OF.matcher(words).matches()
            ? Optional.of("*")
            : OPERATIONS.entrySet().stream()
                .filter(it -> it.getValue().matcher(words).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    if (sign.isPresent()) {
      String code = "(%s) %s (%s)".formatted(one.code(), sign.get(), other.code());
      computed(start(one), code, List.of(one, other), at + 2, found);
    }
  }

  /// `3 × 4 is 12`, `3/4 of 20 is 15`, `2 of 8 is 25 %`.
  private void signs(int first, List<Sums> found) {
    if (first > 0 && isSigned(first - 1)) {
      return;
    }
    StringBuilder code = new StringBuilder("(" + operands.get(first).code() + ")");
    int last = first;
    while (last + 2 < operands.size() && isSigned(last)) {
      String sign = SIGNS.get(between(operands.get(last), operands.get(last + 1)).strip());
      code.append(' ').append(sign).append(" (").append(operands.get(++last).code()).append(')');
    }
    boolean isPart = last + 2 < operands.size() && isPart(last);
    if (isPart) {
      String sign = last > first ? " * " : " / ";
      code.append(sign).append('(').append(operands.get(++last).code()).append(')');
    }
    boolean isInWords =
        last + 1 < operands.size()
            && isWord(between(operands.get(last), operands.get(last + 1)).strip());
    if (last > first && isInWords) {
      computed(
          start(operands.get(first)),
          code.toString(),
          operands.subList(first, last + 1),
          last + 1,
          found);
    }
  }

  /// Whether a sign stands between an operand and the next, both of which are of no unit.
  private boolean isSigned(int at) {
    Operand one = operands.get(at);
    Operand next = operands.get(at + 1);
    return SIGNS.containsKey(between(one, next).strip())
        && unit(one).isEmpty()
        && unit(next).isEmpty();
  }

  private boolean isPart(int at) {
    Operand next = operands.get(at + 1);
    Optional<Numeral> result = operands.get(at + 2).number();
    boolean isRatio = at == 0 || !isSigned(at - 1);
    return operands.get(at).isTyped()
        && next.isTyped()
        && OF.matcher(between(operands.get(at), next).strip()).matches()
        && (!isRatio || result.filter(it -> it.text().endsWith("%")).isPresent());
  }

  /// `20 °C = 68 °F`, `3 km (3000 m)`: one thing in two units.
  private void converted(Operand one, Operand other, List<Sums> found) {
    String text = told.flat().text();
    Matcher here = MEASURED.matcher(text).region(one.end(), text.length());
    Matcher there = MEASURED.matcher(text).region(other.end(), text.length());
    if (!one.isNumber() || !other.isNumber() || !here.lookingAt() || !there.lookingAt()) {
      return;
    }
    String words = text.substring(here.end(), Math.max(here.end(), other.start())).strip();
    boolean isInBrackets = words.equals("(") && text.startsWith(")", there.end());
    String code = converted(here.group(1), there.group(1));
    if (code.isEmpty() || !(isInBrackets || ONE_THING.matcher(words).matches())) {
      return;
    }
    String computed = code.formatted("(" + one.code() + ")");
    boolean isAbout = words.endsWith("≈") || ABOUT.matcher(words).matches();
    boolean isTyped = one.isTyped() || other.isTyped();
    Numeral number = other.number().orElseThrow();
    Optional<Fact.Quantity> given = told.quantity(computed);
    boolean holds = given.filter(it -> Judge.agrees(number, it, !isTyped)).isPresent();
    if (isTyped && (holds || !EITHER.matcher(words).matches())) {
      found.add(statement(one.start(), computed, List.of(one), isAbout, other));
    } else if (!holds && !EITHER.matcher(words).matches()) {
      given.ifPresent(it -> told.report(one.start(), List.of(one), other, "which is " + it.repr()));
    }
  }

  /// How a number of one unit becomes one of another, in the code language; empty where it does
  /// not.
  private static String converted(String one, String other) {
    String degrees = TEMPERATURES.getOrDefault(one + other, "");
    Units.Measure from = Units.measure(one);
    Units.Measure to = Units.measure(other);
    boolean isSame = from.powers().isEmpty() || !from.powers().equals(to.powers());
    return !degrees.isEmpty() || isSame || from.in(to).isEmpty() ? degrees : "%s" + from.in(to);
  }

  /// `half of {{c}} is {{c / 2}}`.
  private void factor(int at, List<Sums> found) {
    Operand one = operands.get(at);
    if (!operands.get(at + 1).isNumber()) {
      return;
    }
    if (!isBehindWord(start(one))) {
      return;
    }
    for (Map.Entry<String, Pattern> factor : FACTORS.entrySet()) {
      Matcher words = factor.getValue().matcher(near(start(one)));
      if (words.find()) {
        String product = "%s * (%s)".formatted(factor.getKey(), one.code());
        computed(near(words, start(one)), product, List.of(one), at + 1, found);
        return;
      }
    }
  }

  /// `` the mean of `xs` is {{m}} ``, `` `xs` has {{n}} elements ``.
  private void ofList(int at, List<Sums> found) {
    Operand list = operands.get(at);
    Operand number = operands.get(at + 1);
    if (list.isNumber() || !number.isNumber()) {
      return;
    }
    if (HAS.matcher(between(list, number).strip()).matches()) {
      String text = told.flat().text();
      Matcher elements = ELEMENTS.matcher(text).region(number.end(), text.length());
      if (elements.lookingAt()) {
        compared(
            list(list.start()),
            "len(%s)".formatted(list.code()),
            list,
            number,
            elements.end(),
            found);
      }
    } else if (isBehindWord(list.start())) {
      for (Map.Entry<String, Pattern> of : OF_LISTS.entrySet()) {
        Matcher words = of.getValue().matcher(near(list.start()));
        if (words.find()
            && Compared.between(between(list, number)).filter(it -> it == Kind.EQUAL).isPresent()) {
          String code = of.getKey().formatted(list.code());
          compared(near(words, list.start()), code, list, number, number.end(), found);
          return;
        }
      }
    }
  }

  /// `` `a * b` is 12 ``; that a name is a number is true or says nothing.
  private void value(Operand code, Operand number, List<Sums> found) {
    if (code.isNumber()
        || !number.isTyped()
        || Compared.between(between(code, number)).filter(it -> it == Kind.EQUAL).isEmpty()
        || !isSaid(code.start(), number.end(), List.of(code))) {
      return;
    }
    boolean computes =
        code.code().chars().anyMatch(it -> "+-*/%".indexOf(it) >= 0)
            || code.code().lastIndexOf('(') > 0;
    if (told.quantity(code.code())
        .filter(it -> computes || Judge.agrees(number.number().orElseThrow(), it, false))
        .isPresent()) {
      found.add(statement(code.start(), code.code(), List.of(code), false, number));
    }
  }

  /// Where `the list` begins before a name.
  private int list(int start) {
    Matcher words = LIST.matcher(near(start));
    return words.find() ? near(words, start) : start;
  }

  /// Compares what is said of a list with the number behind it.
  ///
  /// @param end where that is said
  private void compared(
      int start, String code, Operand list, Operand number, int end, List<Sums> found) {
    Optional<Fact.Quantity> quantity =
        isSaid(start, end, List.of(list)) ? told.quantity(code) : Optional.empty();
    if (quantity.isPresent() && number.isTyped()) {
      found.add(statement(start, code, List.of(list), false, number));
    } else {
      quantity
          .filter(it -> !Judge.agrees(number.number().orElseThrow(), it, true))
          .ifPresent(it -> told.report(start, List.of(list), number, "which is " + it.repr()));
    }
  }

  /// `{{c}} is twice {{a}}`, `` `a` is half of `c` ``: words need not be exact.
  private void multiple(Operand one, Operand other, List<Sums> found) {
    Matcher words = MULTIPLE.matcher(between(one, other));
    if (!words.matches()) {
      return;
    }
    boolean isTyped = one.isTyped() || other.isTyped();
    for (Map.Entry<String, Pattern> factor : FACTORS.entrySet()) {
      if (!factor.getValue().matcher(words.group("factor") + " ").matches()
          || !isSaid(one.start(), end(other), List.of(one, other))) {
        continue;
      }
      if (isTyped && measures(List.of(one), other, other)) {
        String half = "(%s) / %s".formatted(one.code(), factor.getKey());
        found.add(statement(one.start(), half, List.of(one), false, other));
      } else if (!isTyped) {
        told.quantity("(%s) / (%s)".formatted(one.code(), other.code()))
            .filter(it -> differs(it.exact(), factor.getKey()))
            .ifPresent(
                it ->
                    told.report(
                        one.start(), List.of(one), other, "which is " + it.repr() + " times"));
      }
    }
  }

  /// Whether a ratio is no factor, by more than a twentieth.
  private boolean differs(BigDecimal ratio, String factor) {
    BigDecimal said = told.quantity(factor).orElseThrow().exact();
    return ratio.subtract(said).abs().multiply(BigDecimal.valueOf(20)).compareTo(said) > 0;
  }

  /// `rises from {{a}} to {{c}}`.
  private void change(Operand one, Operand other) {
    Matcher to = TO.matcher(between(one, other));
    if (one.isTyped() || other.isTyped() || !to.matches()) {
      return;
    }
    Matcher rises = RISES.matcher(near(one.start()));
    Matcher falls = FALLS.matcher(near(one.start()));
    int order = value(one).flatMap(it -> value(other).map(it::compareTo)).orElse(0);
    if ((order < 0 && to.group("down") != null)
        || (order > 0 && to.group("up") != null)
        || (order > 0 && rises.find() && rises.group("no") == null)
        || (order < 0 && falls.find() && falls.group("no") == null)) {
      told.report(one.start(), List.of(one), other, "which is the other way");
    }
  }

  private static Optional<BigDecimal> value(Operand number) {
    return number.number().flatMap(Numeral::value);
  }

  /// `` `c` is {{c - a}} more than `a` ``, `{{a}} is {{a / b}} times {{b}}`.
  private void difference(Operand one, Operand by, Operand other, List<Sums> found) {
    if (!by.isNumber()
        || !isWord(between(by, other).strip())
        || !IS.matcher(between(one, by)).matches()) {
      return;
    }
    String words = between(by, other);
    boolean isPart = by.number().orElseThrow().text().endsWith("%");
    String code =
        MORE.matcher(words).matches() && !isPart
            ? "(%s) - (%s)".formatted(one.code(), other.code())
            : LESS.matcher(words).matches() && !isPart
                ? "(%2$s) - (%1$s)".formatted(one.code(), other.code())
                : (isPart ? PART : TIMES).matcher(words).matches()
                    ? "(%s) / (%s)".formatted(one.code(), other.code())
                    : "";
    if (code.isEmpty() || !isSaid(one.start(), end(other), List.of(one, other))) {
      return;
    }
    if (Stream.of(one, by, other).anyMatch(Operand::isTyped)) {
      if (!isPart && told.quantity(code).isPresent() && measures(List.of(one, other), by, other)) {
        found.add(statement(one.start(), code, List.of(one, other), false, by));
      }
    } else {
      told.quantity(code)
          .filter(it -> !Judge.agrees(by.number().orElseThrow(), it, true))
          .ifPresent(
              it -> told.report(one.start(), List.of(one, by), other, "which is " + it.repr()));
    }
  }

  /// `the sum of {{a}}, {{b}} and {{c}} is {{a + b + c}}`.
  private void result(int at, List<Sums> found) {
    int start = start(operands.get(at));
    int last = joined(at);
    if (last == at || !isBehindWord(start)) {
      return;
    }
    for (Map.Entry<String, Pattern> sign : RESULTS.entrySet()) {
      Matcher words = sign.getValue().matcher(near(start));
      if (words.find()) {
        List<Operand> all = operands.subList(at, last + 1);
        String code =
            String.join(
                " " + sign.getKey() + " ", all.stream().map(it -> "(" + it.code() + ")").toList());
        boolean isDistance =
            sign.getKey().equals("-")
                && told.quantity(code).filter(it -> it.exact().signum() < 0).isPresent()
                && last + 1 < operands.size()
                && !operands
                    .get(last + 1)
                    .number()
                    .map(Numeral::text)
                    .orElse("")
                    .matches("[-−–].*");
        computed(near(words, start), isDistance ? "-(" + code + ")" : code, all, last + 1, found);
        return;
      }
    }
  }

  /// `{{a}} and {{b}} add up to {{a + b}}`, `3 apples and 4 pears add up to 7 fruits`.
  private void added(int at, List<Sums> found) {
    int last = at;
    while (last + 1 < operands.size() && words(last, JOINED_THINGS)) {
      last++;
    }
    if (last == at || last + 1 >= operands.size() || !words(last, ADD_UP_TO)) {
      return;
    }
    List<Operand> all = operands.subList(at, last + 1);
    Operand given = operands.get(last + 1);
    String text = told.flat().text();
    String code = String.join(" + ", all.stream().map(it -> "(" + it.code() + ")").toList());
    int start = start(all.getFirst());
    Matcher things = THINGS.matcher(text).region(end(given), text.length());
    int end = things.lookingAt() ? things.end() : end(given);
    long units =
        operands.subList(at, last + 2).stream()
            .map(this::unit)
            .filter(it -> !it.isEmpty())
            .distinct()
            .count();
    if (!given.isNumber() || units > 1 || !isSaid(start, end, all)) {
      return;
    }
    if (given.isTyped() || all.stream().anyMatch(Operand::isTyped)) {
      found.add(statement(start, code, all, false, given));
    } else {
      told.quantity(code)
          .filter(it -> !Judge.agrees(given.number().orElseThrow(), it, true))
          .ifPresent(it -> told.report(start, all, given, "which is " + it.repr()));
    }
  }

  private boolean words(int at, Pattern words) {
    return words.matcher(between(operands.get(at), operands.get(at + 1))).matches();
  }

  /// The last of the operands that commas and one `and` join.
  private int joined(int first) {
    for (int i = first; i + 1 < operands.size(); i++) {
      String words = between(operands.get(i), operands.get(i + 1)).strip();
      if (AND.matcher(words).matches()) {
        return i + 1;
      }
      if (!words.equals(",")) {
        return first;
      }
    }
    return first;
  }

  /// Compares what words compute with the number that comes out.
  ///
  /// @param result index of that
  private void computed(int start, String code, List<Operand> parts, int result, List<Sums> found) {
    if (result >= operands.size() || !operands.get(result).isNumber()) {
      return;
    }
    Operand given = operands.get(result);
    Operand last = parts.getLast();
    String text = told.flat().text();
    boolean isTyped = Stream.concat(parts.stream(), Stream.of(given)).anyMatch(Operand::isTyped);
    String between = between(last, given);
    String before = text.substring(Math.max(0, start - Told.LONGEST_SENTENCE), start);
    boolean isAbout = isTyped && ABOUT.matcher(between).matches();
    boolean isSaid =
        between.length() <= Told.LONGEST_BETWEEN
            && (between.strip().equals("=")
                || isAbout
                || Compared.between(between).filter(it -> it == Kind.EQUAL).isPresent())
            && (Told.BEGINS.matcher(before).find()
                || (isTyped && !Elsewhere.isBefore(before) && ofWords(before)))
            && parts.stream().noneMatch(told::moves)
            && (parts.stream().allMatch(Operand::isNumber)
                || !Told.OTHER_CASE.matcher(Told.sentence(before)).find());
    if (!isSaid) {
      return;
    }
    if (isTyped) {
      if (measures(parts, given, given)) {
        found.add(statement(start, code, parts, isAbout, given));
      }
    } else if (Told.ENDS.matcher(text.substring(given.end())).lookingAt()) {
      told.quantity(code)
          .filter(it -> !Judge.agrees(given.number().orElseThrow(), it, true))
          .ifPresent(it -> told.report(start, parts, given, "which is " + it.repr()));
    }
  }

  /// Whether words stand before, and no sign.
  private static boolean ofWords(String before) {
    String words = before.stripTrailing();
    return words.endsWith(",")
        || (!words.isEmpty() && Character.isLetter(words.charAt(words.length() - 1)));
  }

  /// Whether nothing stands behind the numbers but what they measure, which comes out.
  private boolean measures(List<Operand> parts, Operand result, Operand last) {
    List<String> units = parts.stream().map(this::unit).filter(it -> !it.isEmpty()).toList();
    String unit = unit(result);
    String text = told.flat().text();
    int end = end(last);
    boolean isOne = units.stream().distinct().count() <= 1;
    boolean comes = unit.isEmpty() || units.isEmpty() || units.getFirst().equals(unit);
    boolean isWhole =
        Stream.concat(parts.stream(), Stream.of(result))
            .noneMatch(
                it ->
                    Marks.CHANGED_BEHIND.matcher(text).region(it.end(), text.length()).lookingAt());
    return isOne && comes && isWhole && Told.ENDS.matcher(text.substring(end)).lookingAt();
  }

  private Sums statement(
      int start, String code, List<Operand> parts, boolean isAbout, Operand result) {
    Flat flat = told.flat();
    int end = Math.min(parts.getLast().end(), result.start());
    int last = Math.max(parts.getLast().end(), result.end());
    String relation = isAbout ? " ≈ " : " = ";
    String digits = result.isTyped() ? result.code() : Tokens.digits(result.number().orElseThrow());
    List<Span> places = new ArrayList<>();
    code.chars().forEach(it -> places.add(flat.span(start, end)));
    relation.chars().forEach(it -> places.add(flat.span(end, result.start())));
    digits.chars().forEach(it -> places.add(flat.span(result.start(), result.end())));
    Text statement =
        Text.mapped(
            code + relation + digits,
            flat.span(start, last),
            places.stream().mapToInt(Span::start).toArray(),
            places.stream().mapToInt(Span::end).toArray());
    List<Integer> numerals =
        Stream.concat(parts.stream(), Stream.of(result))
            .flatMap(it -> it.number().stream())
            .map(told.numerals()::indexOf)
            .toList();
    return new Sums(
        statement, flat.text().substring(start, last), start, last, numerals, true, false);
  }

  // ---- what stands around the operands

  /// Whether nothing else is said around a stretch, of what may be of no other case.
  private boolean isSaid(int start, int end, List<Operand> parts) {
    String text = told.flat().text();
    String before = text.substring(Math.max(0, start - Told.LONGEST_SENTENCE), start);
    return Told.BEGINS.matcher(before).find()
        && Told.ENDS.matcher(text.substring(end)).lookingAt()
        && parts.stream().noneMatch(told::moves)
        && (parts.stream().allMatch(Operand::isNumber)
            || !Told.OTHER_CASE.matcher(Told.sentence(before)).find());
  }

  private String between(Operand one, Operand other) {
    int end = end(one);
    return told.flat().text().substring(end, Math.max(end, start(other)));
  }

  /// Where the currency before an operand begins, or the operand.
  private int start(Operand operand) {
    String before = told.flat().text().substring(Math.max(0, operand.start() - 2), operand.start());
    Matcher money = CURRENCY.matcher(before);
    return operand.isTyped() && money.find()
        ? operand.start() - before.length() + money.start()
        : operand.start();
  }

  /// Where the unit behind an operand ends, or the operand.
  private int end(Operand operand) {
    String text = told.flat().text();
    Matcher unit = UNIT.matcher(text).region(operand.end(), text.length());
    boolean isUnit = operand.isTyped() && unit.lookingAt() && Units.isUnit(unit.group(1));
    return isUnit ? unit.end() : operand.end();
  }

  private String unit(Operand operand) {
    String text = told.flat().text();
    String behind = text.substring(operand.end(), end(operand));
    String money = text.substring(start(operand), operand.start());
    return Units.symbol(behind.isBlank() ? money.strip() : behind.strip());
  }

  private static boolean isWord(String words) {
    return !words.isEmpty() && Character.isLetter(words.charAt(0));
  }

  /// Whether a word stands right before a place.
  private boolean isBehindWord(int place) {
    String text = told.flat().text();
    return place > 1
        && Character.isWhitespace(text.charAt(place - 1))
        && Character.isLetter(text.charAt(place - 2));
  }

  /// The words before a place.
  private String near(int place) {
    return told.flat().text().substring(Math.max(0, place - Told.LONGEST_BETWEEN), place);
  }

  private static int near(Matcher words, int place) {
    return place - (words.regionEnd() - words.start());
  }
}
