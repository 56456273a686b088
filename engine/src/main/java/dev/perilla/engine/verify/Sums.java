package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.number.Fractions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Arithmetic in plain words: `(2 + 3) × 4 = 20`, `1/6 ≈ 0.17`, `3² + 4² = 5²`. It is numbers
/// joined by operators, brackets and at least one relation. Sides of names that the program has, `c
/// = 3 × 4 = 12`, belong to it; no other word takes part.
///
/// @param statement in the notation of the code language, each character at its place
/// @param start where it begins in the text, 0-based
/// @param end where it ends, exclusive
/// @param numerals indices of those that it settles
record Sums(Text statement, String text, int start, int end, List<Integer> numerals) {
  private static final String OPERATORS = "+-−–×·÷*/^√";
  private static final String RELATIONS = "=≈<>≤≥≠";
  private static final String BLANKS = " \u00A0\u202F\u2009°";

  private static final String WORD = "[ \u00A0](?![xyz]\\b)(\\p{L}+[²³]?(?:[/·]\\p{L}+[²³]?)*)";
  private static final Pattern UNIT = Pattern.compile(WORD + "(?![\\p{L}\\d])");
  private static final Pattern UNIT_AND_SIGN =
      Pattern.compile("(?:" + WORD + ")?[ \u00A0)]*[-+−–×·÷*/=≈<>≤≥≠][ \u00A0(√]*");

  private static final String BLANK = "[ \u00A0]?";

  /// How far a side of names is looked for, in characters.
  private static final int LONGEST_SIDE = 120;

  private static final String NAME = // read in one way, so that a long row takes no time
      "(?>[d∂][\\p{L}_][\\p{L}\\p{Nd}_]*/[d∂][\\p{L}_][\\p{L}\\p{Nd}_]*"
          + "|[\\p{L}_][\\p{L}\\p{Nd}_]*(?:\\.[\\p{L}_]+)?)";
  private static final Pattern NAMED = Pattern.compile(NAME);
  private static final String POWERS = "[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*";

  /// A name with its sign, its brackets and its power: `-c`, `(c²`.
  private static final String TERM =
      "\\(*(?:[-+−–√]\\(*)?" + NAME + POWERS + "(?:\\)" + POWERS + ")*";

  private static final String RELATION = "(?:[<>=!]=|[" + RELATIONS + "])";

  /// Sides of names, with what joins them.
  private static final String SIDES =
      "(" + TERM + "(?:" + BLANK + "(?:[-+−–×·÷*/]|" + RELATION + ")" + BLANK + TERM + ")*+)";

  /// Those before arithmetic, and those behind it.
  private static final Pattern HEAD =
      Pattern.compile("(?<![\\p{L}\\p{N}_.)\\]\uFFFC])" + SIDES + BLANK + RELATION + BLANK + "$");

  private static final Pattern TAIL =
      Pattern.compile(
          BLANK
              + RELATION
              + BLANK
              + SIDES
              + "(?![\\p{L}\\p{N}_(\\[\uFFFC])(?!"
              + BLANK
              + "[-+−–×·÷*/^=≈<>≤≥≠])");

  /// One sign or number.
  ///
  /// @param numerals the indices of those in it: none for a sign, several for `1 000`
  /// @param code what the code language writes for it
  private record Token(Kind kind, List<Integer> numerals, String code, int start, int end) {
    static Token sign(Kind kind, String code, int start, int end) {
      return new Token(kind, List.of(), code, start, end);
    }

    boolean ends() {
      return kind == Kind.NUMBER || kind == Kind.CLOSE || kind == Kind.POWER;
    }

    boolean starts() {
      return kind == Kind.NUMBER || kind == Kind.OPEN || code.equals("√");
    }
  }

  private enum Kind {
    NUMBER,
    POWER,
    OPERATOR,
    RELATION,
    OPEN,
    CLOSE
  }

  /// The statements among words.
  static List<Sums> of(Flat flat, List<Numeral> numerals) {
    List<Sums> found = new ArrayList<>();
    runs(withoutUnits(flat.text(), numerals), numerals).forEach(run -> parts(flat, run, found));
    return found;
  }

  /// The statement with the sides of names before and behind it.
  ///
  /// @param isNumber whether the program has a number of that name
  Text withNames(Flat flat, Predicate<String> isNumber) {
    Matcher head =
        HEAD.matcher(flat.text())
            .region(Math.max(0, start - LONGEST_SIDE), start)
            .useTransparentBounds(true);
    Matcher tail = TAIL.matcher(flat.text()).region(end, flat.text().length());
    int from = start;
    while (from == start && head.find()) {
      int side = head.start() + unclosed(head.group(1));
      if (isSide(flat.text().substring(side, head.end(1)), isNumber) && !isMore(flat, side)) {
        from = side;
      } else { // fewer words may do: so -c = …
        head.region(head.start() + 1, start);
      }
    }
    tail.useTransparentBounds(true);
    int to = tail.lookingAt() ? tail.end() - unopened(tail.group(1)) : end;
    boolean goesOn = to > end && isSide(flat.text().substring(tail.start(1), to), isNumber);
    StringBuilder code = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    if (from < start) {
      copy(flat, from, start, code, starts, ends);
    }
    for (int i = 0; i < statement.value().length(); i++) {
      starts.add(statement.start(i));
      ends.add(statement.end(i));
    }
    code.append(statement.value());
    if (goesOn) {
      copy(flat, end, to, code, starts, ends);
    }
    return Text.mapped(
        code.toString(),
        statement.span(),
        starts.stream().mapToInt(i -> i).toArray(),
        ends.stream().mapToInt(i -> i).toArray());
  }

  private static void copy(
      Flat flat, int from, int to, StringBuilder code, List<Integer> starts, List<Integer> ends) {
    for (int i = from; i < to; i++) {
      char c = flat.text().charAt(i);
      code.append(c == '\u00A0' ? ' ' : c == '–' || c == '−' ? '-' : c);
      Span place = flat.span(i, i + 1);
      starts.add(place.start());
      ends.add(place.end());
    }
  }

  /// How many brackets at its start are closed elsewhere.
  private static int unclosed(String side) {
    int more = count(side, '(') - count(side, ')');
    int first = 0;
    while (first < more && side.charAt(first) == '(') {
      first++;
    }
    return first;
  }

  /// How many brackets at its end were opened elsewhere.
  private static int unopened(String side) {
    int more = count(side, ')') - count(side, '(');
    int last = 0;
    while (last < more && side.charAt(side.length() - 1 - last) == ')') {
      last++;
    }
    return last;
  }

  private static int count(String side, char bracket) {
    return (int) side.chars().filter(it -> it == bracket).count();
  }

  /// Whether all names are those of numbers, and all brackets are closed.
  private static boolean isSide(String side, Predicate<String> isNumber) {
    return count(side, '(') == count(side, ')')
        && NAMED.matcher(side).results().map(MatchResult::group).allMatch(isNumber);
  }

  /// Whether something joins a side of names from before: `2 + c = …`.
  private static boolean isMore(Flat flat, int from) {
    String before = flat.text().substring(Math.max(0, from - LONGEST_SIDE), from).stripTrailing();
    return !before.isEmpty() && OPERATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /// `50 min × 0.8 = 40 min`: the text with blanks for the unit of such arithmetic, which all of
  /// its units are, that of its last number too.
  private static String withoutUnits(String text, List<Numeral> numerals) {
    StringBuilder out = new StringBuilder(text);
    int from = 0;
    while (from < numerals.size()) {
      List<MatchResult> units = new ArrayList<>();
      int last = from;
      Matcher matcher = UNIT_AND_SIGN.matcher(text);
      while (last + 1 < numerals.size()
          && matcher.region(numerals.get(last).end(), numerals.get(last + 1).start()).matches()) {
        if (matcher.group(1) != null) {
          units.add(matcher.toMatchResult());
        }
        last++;
      }
      Matcher end = UNIT.matcher(text).region(numerals.get(last).end(), text.length());
      boolean isOne =
          end.lookingAt() && units.stream().allMatch(it -> it.group(1).equals(end.group(1)));
      for (MatchResult unit : isOne ? units : List.<MatchResult>of()) {
        out.replace(unit.start(1), unit.end(1), " ".repeat(unit.group(1).length()));
      }
      from = last + 1;
    }
    return out.toString();
  }

  /// All numerals of `flat` as one expression: `1.5×10⁻³`, `3/4`, `1 234 567`; empty where they are
  /// not joined.
  static Optional<Sums> joined(Flat flat, List<Numeral> numerals) {
    for (List<Token> run : runs(flat.text(), numerals)) {
      List<Token> tokens = new ArrayList<>(run);
      while (!tokens.isEmpty() && !tokens.getFirst().starts()) {
        tokens.removeFirst();
      }
      while (!tokens.isEmpty() && !tokens.getLast().ends()) {
        tokens.removeLast();
      }
      boolean all =
          tokens.stream().mapToInt(token -> token.numerals().size()).sum() == numerals.size();
      boolean brackets =
          tokens.stream().filter(token -> token.kind() == Kind.OPEN).count()
              == tokens.stream().filter(token -> token.kind() == Kind.CLOSE).count();
      boolean states = tokens.stream().anyMatch(token -> token.kind() == Kind.RELATION);
      if (all && brackets && !states && !goesOn(flat.text(), tokens.getLast().end())) {
        return Optional.of(statement(flat, tokens));
      }
    }
    return Optional.empty();
  }

  /// Stretches of numbers and signs, without anything else among them.
  private static List<List<Token>> runs(String text, List<Numeral> numerals) {
    List<List<Token>> runs = new ArrayList<>();
    List<Token> run = new ArrayList<>();
    int next = 0;
    int at = 0;
    while (at <= text.length()) {
      boolean fits;
      int end = at + 1;
      if (next < numerals.size() && numerals.get(next).start() == at) {
        Scale scale = Scale.behind(text, numerals.get(next).end());
        fits = number(run, numerals.get(next), next, scale);
        end = scale.end();
        next++;
      } else {
        end = Math.max(end, powerEnd(text, at));
        fits = at < text.length() && sign(run, text, at, end);
      }
      if (!fits) {
        runs.add(run);
        run = new ArrayList<>();
      }
      at = end;
    }
    return runs;
  }

  private static int powerEnd(String text, int at) {
    int end = at;
    while (end < text.length() && "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /// Adds what stands between numerals; false where it is no sign. Blanks, currencies and degrees
  /// say nothing here.
  private static boolean sign(List<Token> run, String text, int at, int end) {
    char c = text.charAt(at);
    Optional<Kind> kind = kind(c);
    boolean closed = !run.isEmpty() && run.getLast().ends() && run.getLast().end() == at;
    boolean again =
        c == '*' && !run.isEmpty() && run.getLast().code().equals("*") && run.getLast().end() == at;
    if (again) {
      run.set(run.size() - 1, Token.sign(Kind.OPERATOR, "**", at - 1, end));
    } else if (kind.isPresent()) {
      run.add(Token.sign(kind.get(), c == '–' || c == '−' ? "-" : String.valueOf(c), at, end));
    } else if (powerEnd(text, at) > at && closed) {
      run.add(Token.sign(Kind.POWER, text.substring(at, end), at, end));
    } else {
      return Character.getType(c) == Character.CURRENCY_SYMBOL || BLANKS.indexOf(c) >= 0;
    }
    return true;
  }

  private static Optional<Kind> kind(char c) {
    return OPERATORS.indexOf(c) >= 0
        ? Optional.of(Kind.OPERATOR)
        : RELATIONS.indexOf(c) >= 0
            ? Optional.of(Kind.RELATION)
            : c == '('
                ? Optional.of(Kind.OPEN)
                : c == ')' ? Optional.of(Kind.CLOSE) : Optional.empty();
  }

  /// Adds a numeral; one that has no value takes part only as a power. Three digits after a blank
  /// go on a number: `1 000`.
  private static boolean number(List<Token> run, Numeral numeral, int index, Scale scale) {
    boolean follows = !run.isEmpty() && run.getLast().ends();
    boolean touches = follows && run.getLast().end() == numeral.start();
    if (numeral.value().isEmpty()) {
      boolean power =
          touches && scale.power() == 0 && powerEnd(numeral.text(), 0) == numeral.text().length();
      if (power) {
        run.add(
            new Token(Kind.POWER, List.of(index), numeral.text(), numeral.start(), numeral.end()));
      }
      return power;
    }
    int start = numeral.start();
    String digits = scale.of(digits(numeral));
    boolean signed = "+-−–".indexOf(numeral.text().charAt(0)) >= 0;
    if (follows && signed) {
      run.add(
          Token.sign(Kind.OPERATOR, numeral.text().charAt(0) == '+' ? "+" : "-", start, start + 1));
      digits = digits.startsWith("-") ? digits.substring(1) : digits;
      start++;
    } else if (follows && run.getLast().end() + 1 == start && goesOn(run.getLast(), numeral)) {
      Token first = run.removeLast();
      List<Integer> both = new ArrayList<>(first.numerals());
      both.add(index);
      String whole = first.code() + numeral.text().substring(0, 3);
      int mark = digits.indexOf('.');
      run.add(
          new Token(
              Kind.NUMBER,
              both,
              mark < 0 ? whole : whole + digits.substring(mark),
              first.start(),
              scale.end()));
      return true;
    }
    boolean fraction = digits.contains("/");
    if (fraction && follows && run.getLast().code().matches("\\d+")) { // `2 ½`
      Token whole = run.removeLast();
      List<Integer> both = new ArrayList<>(whole.numerals());
      both.add(index);
      String sum = "(" + whole.code() + " + " + digits + ")";
      run.add(new Token(Kind.NUMBER, both, sum, whole.start(), scale.end()));
      return true;
    }
    run.add(new Token(Kind.NUMBER, List.of(index), digits, start, scale.end()));
    return true;
  }

  private static boolean goesOn(Token first, Numeral next) {
    return (first.numerals().size() > 1 || first.code().replace("-", "").length() <= 3)
        && goesOn(first.code(), next);
  }

  /// Whether three digits behind a blank go on the digits before it.
  static boolean goesOn(String first, Numeral next) {
    return first.matches("-?[1-9]\\d{0,2}(?:\\d{3})*")
        && next.text().matches("\\d{3}(?:[.,]\\d+)?");
  }

  private static String digits(Numeral numeral) {
    BigDecimal value = numeral.value().orElseThrow();
    if (numeral.isBegun()) {
      BigDecimal digits = value.setScale(numeral.unit().scale(), RoundingMode.DOWN);
      return digits.toPlainString() + "…";
    }
    String text = numeral.text();
    Optional<String> quotient =
        Fractions.quotient(
            text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
                .collect(Collectors.joining()),
            text.codePointBefore(text.length()));
    return quotient
        .map(it -> value.signum() < 0 ? "-" + it : it)
        .orElseGet(
            () ->
                text.endsWith("%")
                    ? value.scaleByPowerOfTen(2).toPlainString() + "%"
                    : value.toPlainString());
  }

  /// Brackets that are not closed, or that hold a whole statement, end one.
  private static void parts(Flat flat, List<Token> run, List<Sums> found) {
    boolean[] apart = new boolean[run.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).kind() == Kind.OPEN) {
        open.add(i);
      } else if (run.get(i).kind() == Kind.CLOSE) {
        int from = open.isEmpty() ? i : open.removeLast();
        boolean whole =
            run.subList(from, i).stream().anyMatch(token -> token.kind() == Kind.RELATION);
        apart[i] = from == i || whole;
        apart[from] |= apart[i];
      }
    }
    open.forEach(i -> apart[i] = true);
    int from = 0;
    for (int i = 0; i <= run.size(); i++) {
      if (i == run.size() || apart[i]) {
        one(flat, run.subList(from, i)).ifPresent(found::add);
        from = i + 1;
      }
    }
  }

  /// The statement in a run, without sides in which something else takes part.
  private static Optional<Sums> one(Flat flat, List<Token> run) {
    List<Token> tokens = new ArrayList<>(run);
    String text = flat.text();
    while (!tokens.isEmpty() && (!tokens.getFirst().starts() || joins(text, tokens.getFirst()))) {
      int relation = first(tokens);
      tokens.subList(0, relation < 0 ? tokens.size() : relation + 1).clear();
    }
    if (tokens.size() > 1 && isHyphen(text, tokens.getLast(), tokens.get(tokens.size() - 2))) {
      tokens.removeLast();
    }
    while (!tokens.isEmpty()
        && (!tokens.getLast().ends() || goesOn(text, tokens.getLast().end()))) {
      int relation = last(tokens);
      tokens.subList(Math.max(relation, 0), tokens.size()).clear();
    }
    boolean relation = tokens.stream().anyMatch(token -> token.kind() == Kind.RELATION);
    boolean operator =
        tokens.stream()
            .anyMatch(token -> token.kind() == Kind.OPERATOR || token.kind() == Kind.POWER);
    return relation && operator ? Optional.of(statement(flat, tokens)) : Optional.empty();
  }

  /// Whether the last sign joins a number to a word: `= 10-fold`.
  private static boolean isHyphen(String text, Token last, Token before) {
    return last.code().equals("-")
        && before.ends()
        && before.end() == last.start()
        && last.end() < text.length()
        && Numeral.isWord(text.charAt(last.end()));
  }

  private static int first(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.RELATION) {
        return i;
      }
    }
    return -1;
  }

  private static int last(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).kind() == Kind.RELATION) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a name stands right before: `f(3)`.
  private static boolean joins(String text, Token first) {
    if (first.start() == 0) {
      return false;
    }
    char before = text.charAt(first.start() - 1);
    return Numeral.isWord(before) || Character.isDigit(before) || before == '\uFFFC';
  }

  /// Whether something that is no sign follows without a blank: `16x`.
  private static boolean goesOn(String text, int end) {
    return end < text.length()
        && (Numeral.isWord(text.charAt(end)) || text.charAt(end) == '\uFFFC');
  }

  private static Sums statement(Flat flat, List<Token> tokens) {
    StringBuilder code = new StringBuilder();
    List<Span> places = new ArrayList<>();
    List<Integer> numerals = new ArrayList<>();
    for (Token token : tokens) {
      if (!code.isEmpty() && token.kind() != Kind.POWER) {
        code.append(' ');
        places.add(flat.span(token.start(), token.end()));
      }
      code.append(token.code());
      Span place = flat.span(token.start(), token.end());
      token.code().chars().forEach(c -> places.add(place));
      numerals.addAll(token.numerals());
    }
    int start = tokens.getFirst().start();
    int end = tokens.getLast().end();
    Text statement =
        Text.mapped(
            code.toString(),
            flat.span(start, end),
            places.stream().mapToInt(Span::start).toArray(),
            places.stream().mapToInt(Span::end).toArray());
    return new Sums(statement, flat.text().substring(start, end), start, end, numerals);
  }
}
