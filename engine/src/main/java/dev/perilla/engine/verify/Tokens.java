package dev.perilla.engine.verify;

import dev.perilla.engine.language.number.Fractions;
import dev.perilla.engine.language.syntax.Signs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plain words as numbers, signs and names: stretches of them with nothing else among them, in
/// which no name stands beside a number, or another name, without a sign.
final class Tokens {
  /// One sign, number or name.
  ///
  /// @param numerals the indices of those in it: none for a sign, several for `1 000`
  /// @param code what the code language writes for it
  record Token(Kind kind, List<Integer> numerals, String code, int start, int end) {
    static Token sign(Kind kind, String code, int start, int end) {
      return new Token(kind, List.of(), code, start, end);
    }

    /// Whether an operand may end with it.
    boolean ends() {
      return switch (kind) {
        case NUMBER, NAME, ATOM, POWER, CLOSE -> true;
        case OPERATOR, RELATION, COMMA, OPEN -> false;
      };
    }

    /// Whether an operand may begin with it.
    boolean starts() {
      return switch (kind) {
        case NUMBER, NAME, ATOM, OPEN -> true;
        case OPERATOR -> code.equals("√");
        case POWER, CLOSE, RELATION, COMMA -> false;
      };
    }

    boolean isMinus() {
      return code.equals("-");
    }

    boolean isArrow() {
      return code.equals("→");
    }
  }

  enum Kind {
    NUMBER,
    NAME,
    /// code or a formula among the words
    ATOM,
    POWER,
    OPERATOR,
    RELATION,
    OPEN,
    CLOSE,
    COMMA
  }

  private static final String POWERS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String BLANKS = " \u00A0\u202F\u2009°";
  private static final String QUOTES = "\"“”„«»";
  private static final Set<String> RELATIONS = Set.of("=", "<", ">", "<=", ">=", "!=", "≈");
  private static final Set<String> OPERATORS = Set.of("+", "-", "*", "**", "/", "√");

  /// Any sign of [Signs] or of programs that joins numbers, as a class of characters.
  static final String SIGNS = "[-+−–×·⋅∗∙•✕✖⨯÷∕⁄➗*/=＝≡≈<>≤≥⩽⩾≦≧≪≫≠]";

  /// A name with what belongs to it, read in one way, so that a long row takes no time: `w.grad`,
  /// `dc/da`, `c'`, `x₁`, `losses[0]`; in scripts that part no words, such words.
  private static final Pattern NAME =
      Pattern.compile(
          "(?>%1$s ?/ ?%1$s(?![\\p{L}\\p{N}_(])".formatted("[d∂][\\p{L}_][\\p{L}\\p{Nd}_]*+")
              + "|%1$s+".formatted("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]")
              + "|[\\p{L}_&&%1$s][\\p{L}\\p{Nd}_&&%1$s]*+(?:\\.[\\p{L}_][\\p{L}\\p{Nd}_]*+)*+"
                  .formatted("[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]")
              + "[₀-₉]*+['′’]*+(?:\\[[^\\[\\]]{1,20}\\])*+)");

  /// Of HTML, which a page shows as it stands.
  private static final Pattern TAG = Pattern.compile("</?\\p{L}[^<>\\s]*+>");

  /// What makes of `!` the sign of a factorial, not of a sentence.
  private static final Pattern FACTORIAL = Pattern.compile("!(?!=)[ \u00A0]*" + SIGNS);

  private final String text;
  private final Map<Integer, String> factors; // what converts the units of numerals
  private final List<Numeral> numerals;
  private final boolean named;
  private final List<List<Token>> runs = new ArrayList<>();
  private List<Token> run = new ArrayList<>();
  private int open = 0; // the brackets of the run
  private boolean bar = false; // whether one is open
  private char currency = 0; // of the run

  private Tokens(String text, Map<Integer, String> factors, List<Numeral> numerals, boolean named) {
    this.text = text;
    this.factors = factors;
    this.numerals = numerals;
    this.named = named;
  }

  /// Whether a text has a sign that relates two sides; most have none.
  static boolean haveRelation(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("=<>".indexOf(c) >= 0 || (c > 0x7F && isRelation(Signs.of(c)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRelation(String sign) {
    return RELATIONS.contains(sign) || sign.equals("→");
  }

  /// The stretches of numbers and signs alone.
  static List<List<Token>> ofNumbers(Flat flat, List<Numeral> numerals) {
    return new Tokens(flat.text(), Map.of(), numerals, false).all();
  }

  /// Those with names among them, without the units of arithmetic.
  static List<List<Token>> withNames(Flat flat, List<Numeral> numerals) {
    if (numerals.size() < 2) {
      return new Tokens(flat.text(), Map.of(), numerals, true).all();
    }
    Dimensions units = Dimensions.of(flat.text(), numerals);
    return new Tokens(units.text(), units.factors(), numerals, true).all();
  }

  private List<List<Token>> all() {
    Matcher name = NAME.matcher(text).useTransparentBounds(true);
    Matcher tag = TAG.matcher(text);
    int next = 0;
    int at = 0;
    while (at < text.length()) {
      while (next < numerals.size() && numerals.get(next).start() < at) {
        next++; // it belongs to a name
      }
      int end;
      if (next < numerals.size() && numerals.get(next).start() == at) {
        Scale scale = Scale.behind(text, numerals.get(next).end());
        end = number(numerals.get(next), next, scale) ? scale.end() : at;
      } else if (text.charAt(at) == '<' && tag.region(at, text.length()).lookingAt()) {
        cut();
        end = tag.end();
      } else if (named && mayBegin(text.charAt(at)) && name.region(at, text.length()).lookingAt()) {
        end = name.end();
        String code = name.group().indexOf('/') < 0 ? name.group() : name.group().replace(" ", "");
        if (text.startsWith("(", end)) {
          code = Strokes.read(code + "(").substring(0, code.length());
        }
        operand(Token.sign(Kind.NAME, code, at, end));
      } else if (named && text.charAt(at) == '\uFFFC') {
        end = at + 1;
        operand(Token.sign(Kind.ATOM, "", at, end));
      } else {
        end = sign(at);
      }
      if (end == at) {
        cut();
        end = at + 1;
      }
      at = end;
    }
    cut();
    return runs;
  }

  /// Whether a name may begin so, as most signs show without a pattern.
  private static boolean mayBegin(char c) {
    return c > 0x7F || c == '_' || Character.isLetter(c);
  }

  private void cut() {
    if (!run.isEmpty()) {
      runs.add(run);
      run = new ArrayList<>();
    }
    open = 0;
    bar = false;
    currency = 0;
  }

  private boolean follows() {
    return !run.isEmpty() && run.getLast().ends();
  }

  private boolean touches(int start) {
    return follows() && run.getLast().end() == start;
  }

  /// Adds a name or the like; one that stands beside another operand begins a new stretch.
  private void operand(Token token) {
    boolean isApart = follows() && !touches(token.start());
    boolean isUnit =
        isApart
            && token.kind() == Kind.NAME
            && run.getLast().kind() == Kind.NUMBER
            && (run.size() > 1 || isUnit(token.code()));
    if (isApart || (follows() && (isOfWords(run.getLast()) || isOfWords(token)))) {
      cut();
    }
    if (!isUnit) {
      run.add(token);
    }
  }

  /// Whether a name stands behind several numbers.
  private boolean isUnit(String name) {
    return numerals.stream().filter(it -> text.startsWith(" " + name, it.end())).limit(2).count()
        > 1;
  }

  /// Whether it is of a script that parts no words.
  private static boolean isOfWords(Token token) {
    return token.kind() == Kind.NAME && !Numeral.isWord(token.code().codePointAt(0));
  }

  private static boolean isNamed(Token token) {
    return token.kind() == Kind.NAME || token.kind() == Kind.ATOM;
  }

  /// Adds what stands between numbers and names. Blanks, currencies and degrees say nothing here,
  /// nor what nobody sees.
  ///
  /// @return where it ends; `at` where it is no sign
  private int sign(int at) {
    char c = text.charAt(at);
    int end = at + 1;
    String sign = c == '–' ? "-" : "+-*/=<>".indexOf(c) >= 0 ? String.valueOf(c) : Signs.of(c);
    boolean again = c == '*' && !run.isEmpty() && run.getLast().end() == at;
    if (text.startsWith("=", end) && "=<>!".indexOf(c) >= 0) {
      run.add(Token.sign(Kind.RELATION, c + "=", at, ++end));
    } else if (again && run.getLast().code().equals("*")) {
      run.set(run.size() - 1, Token.sign(Kind.OPERATOR, "**", at - 1, end));
    } else if (named && sign.equals("→")) {
      run.add(Token.sign(Kind.RELATION, sign, at, end));
    } else if (RELATIONS.contains(sign)) {
      run.add(Token.sign(Kind.RELATION, String.valueOf(c), at, end));
    } else if (OPERATORS.contains(sign)) {
      run.add(Token.sign(Kind.OPERATOR, sign.equals("-") ? sign : String.valueOf(c), at, end));
    } else if (c == '(') {
      open(at, "(");
    } else if (c == ')') {
      open--;
      run.add(Token.sign(Kind.CLOSE, ")", at, end));
    } else if (touches(at) && powerEnd(text, at) > at) {
      end = powerEnd(text, at);
      run.add(Token.sign(Kind.POWER, text.substring(at, end), at, end));
    } else if (named && c == '|') {
      bar(at);
    } else if (named && c == ',' && open > 0) {
      run.add(Token.sign(Kind.COMMA, ",", at, end));
    } else if (named
        && touches(at)
        && FACTORIAL.matcher(text).region(at, text.length()).lookingAt()) {
      run.add(Token.sign(Kind.POWER, "!", at, end));
    } else {
      boolean isCurrency = Character.getType(c) == Character.CURRENCY_SYMBOL;
      boolean isBlank =
          isCurrency
              || BLANKS.indexOf(c) >= 0
              || (named && (QUOTES.indexOf(c) >= 0 || Unseen.is(c)));
      if (isCurrency && !run.isEmpty() && currency != 0 && c != currency) {
        run.clear(); // nothing is computed of two
      }
      currency = isCurrency ? c : currency;
      return isBlank ? end : at;
    }
    return end;
  }

  private void open(int at, String bracket) {
    boolean states = run.stream().anyMatch(it -> it.kind() == Kind.RELATION);
    boolean isApart = follows() && !touches(at);
    if (isApart && (states || run.getLast().kind() != Kind.NUMBER)) {
      cut(); // a remark
    }
    open++;
    run.add(Token.sign(Kind.OPEN, bracket, at, at + 1));
  }

  private void bar(int at) {
    if (bar) {
      open--;
      run.add(Token.sign(Kind.CLOSE, "|)", at, at + 1));
    } else {
      open(at, "(|");
    }
    bar = !bar;
  }

  private static int powerEnd(String text, int at) {
    int end = at;
    while (end < text.length() && POWERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /// Adds a numeral; one that has no value takes part only as a power. Three digits after a blank
  /// go on a number: `1 000`.
  private boolean number(Numeral numeral, int index, Scale scale) {
    if (numeral.value().isEmpty()) {
      boolean power =
          touches(numeral.start())
              && scale.power() == 0
              && powerEnd(numeral.text(), 0) == numeral.text().length();
      if (power) {
        run.add(
            new Token(Kind.POWER, List.of(index), numeral.text(), numeral.start(), numeral.end()));
      }
      return power;
    }
    int start = numeral.start();
    String digits = scale.of(digits(numeral));
    boolean signed = "+-−–".indexOf(numeral.text().charAt(0)) >= 0;
    if (follows() && signed) {
      run.add(
          Token.sign(Kind.OPERATOR, numeral.text().charAt(0) == '+' ? "+" : "-", start, start + 1));
      digits = digits.startsWith("-") ? digits.substring(1) : digits;
      start++;
    }
    digits = converted(digits, index);
    if (follows() && (isNamed(run.getLast()) || run.getLast().kind() == Kind.CLOSE)) {
      operand(new Token(Kind.NUMBER, List.of(index), digits, start, scale.end()));
      return true;
    } else if (follows() && run.getLast().end() + 1 == start && goesOn(run.getLast(), numeral)) {
      Token first = run.removeLast();
      String whole = first.code() + numeral.text().substring(0, 3);
      int mark = digits.indexOf('.');
      run.add(
          new Token(
              Kind.NUMBER,
              with(first, index),
              mark < 0 ? whole : whole + digits.substring(mark),
              first.start(),
              scale.end()));
      return true;
    }
    boolean fraction = digits.contains("/");
    if (fraction && follows() && run.getLast().code().matches("\\d+")) { // `2 ½`
      Token whole = run.removeLast();
      String sum = "(" + whole.code() + " + " + digits + ")";
      run.add(new Token(Kind.NUMBER, with(whole, index), sum, whole.start(), scale.end()));
      return true;
    }
    run.add(new Token(Kind.NUMBER, List.of(index), digits, start, scale.end()));
    return true;
  }

  private String converted(String digits, int index) {
    String factor = factors.getOrDefault(index, "");
    return factor.isEmpty() ? digits : "(" + digits + factor + ")";
  }

  private static List<Integer> with(Token first, int index) {
    List<Integer> both = new ArrayList<>(first.numerals());
    both.add(index);
    return both;
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

  /// A numeral in the code language.
  static String digits(Numeral numeral) {
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
}
