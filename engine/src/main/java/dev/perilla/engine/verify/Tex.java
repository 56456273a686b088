package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.chapter.tex.TexWords;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Numeral.Notation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A formula in TeX as the code language says it: `\frac{dc}{da} = b \cdot 2^{3}` is `((dc)/(da)) =
/// b*2**(3)`, with each character at its place. A subset: what it does not read, it names.
///
/// It is long because it is one parser: each command is a few lines, and all of them move one place
/// and write one output.
final class Tex {
  private static final Pattern BASE = Pattern.compile("\\s*_\\s*(?:2|\\{\\s*(?:2|10)\\s*\\})");

  /// What says that the digits before it are binary.
  private static final Pattern IN_BASE = Pattern.compile("\\s*_\\s*(?:2(?!\\d)|\\{\\s*2\\s*\\})");

  private static final Set<String> FUNCTIONS =
      Set.of("exp", "log", "ln", "lg", "sin", "cos", "tan", "tanh", "min", "max");
  private static final Set<String> BLANKS = Set.of(",", ";", ":", "!", " ");
  private static final Set<String> ROWS =
      Set.of("aligned", "align", "align*", "split", "gathered", "gather", "gather*");

  private static final Set<String> MATRICES = Set.of("matrix", "pmatrix", "bmatrix");

  /// A row that says more of what the row above it says.
  private static final Pattern ROW_GOES_ON =
      Pattern.compile("[\\s&]*(?:[=≈<>≤≥]|\\\\(?:approx|leq?|geq?|lt|gt|to)\\b)");

  private static final Pattern TWO_READINGS =
      Pattern.compile(
          "/\\s*(\\d[\\d.,{}]*\\s*\\\\(?:cdot|times)\\s*10\\s*\\^(?:\\{[^{}]*\\}|\\d))");

  /// Numbers with nothing between them that a page shows: `1 3`, `1\\,3`, `{1}3`, `1{3}`.
  private static final Pattern SIDE_BY_SIDE =
      Pattern.compile(
          "(?<![\\p{L}\\d.}^_])(?<![\\^_}\\p{L}]\\s?\\{)(?<!\\\\[dt]?(?:frac|binom)\\s?)\\{?\\d[\\d.]*(?:\\}\\s*\\d|\\s*\\{\\d|(?:\\s|~|\\\\[;:!"
              + " ])+\\d|\\\\,(?!\\d{3}(?!\\d))\\s*\\d)");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\s*[-−]?\\d[\\d.,{}]*\\s*\\)");

  /// The degrees of an angle, or of a temperature: `^\\circ\\mathrm{C}`.
  private static final Pattern DEGREES =
      Pattern.compile(
          "(?:\\s|\\\\,)*(?:°|\\^\\s*(?:\\\\circ\\b|\\{\\s*\\\\circ\\s*\\}))"
              + "(?:\\s*\\\\(?:mathrm|text)\\{\\s*[CFK]\\s*\\})?");

  /// The exponent of ten of a program, `1e3`, which is a product in a formula.
  private static final Pattern EXPONENT = Pattern.compile("[eE][-+−]?\\d");

  /// Words behind a number that are no unit of it.
  private static final Set<String> NO_UNITS =
      Set.of(
          "e",
          "pi",
          "i",
          "percent",
          "point",
          "and",
          "half",
          "squared",
          "cubed",
          "minus",
          "plus",
          "more",
          "less",
          "fewer",
          "factorial",
          "pct",
          "permille",
          "promille",
          "ppm",
          "ppb",
          "bp",
          "bps",
          "tenths",
          "hundredths",
          "thousandths",
          "dozen",
          "dozens",
          "docena",
          "docenas",
          "dutzend",
          "kilo",
          "mega",
          "giga",
          "por",
          "ciento",
          "y",
          "media",
          "menos",
          "cuadrado");

  /// Derivatives side by side are a chain, not a quotient of products.
  private static final Pattern SLOPE =
      Pattern.compile(".*[d∂][\\p{L}_][\\p{L}\\p{N}_]*/[d∂][\\p{L}_][\\p{L}\\p{N}_]*");

  /// An index of several words, `t+1` or `i, j-1`.
  private static final Pattern PLACES =
      Pattern.compile("[\\p{L}\\p{N}]+(?:\\s*[-+,]\\s*[\\p{L}\\p{N}]+)+");

  /// The index of a layer or of a round above a name.
  private static final Pattern LAYER =
      Pattern.compile("\\^\\{\\s*[(\\[]\\s*(\\d+)\\s*[)\\]]\\s*\\}");

  /// More of what a function without brackets may be of.
  private static final Pattern MORE =
      Pattern.compile(
          "(?:\\s|\\\\[,;: ]|~)*(?:/|[\\p{L}\\d(]"
              + "|\\\\(?:[dt]?frac|sqrt|text|mathrm|alpha|beta|gamma|delta|eta|theta|lambda|mu|pi|sigma"
              + "|phi|omega|hat|bar|tilde|vec|math\\p{L}+)\\b)");

  /// The mark of a group of digits before a decimal comma: `13.047{,}73`.
  private static final Pattern GROUPS =
      Pattern.compile("\\.(?=\\d{3}(?:\\.\\d{3})*(?:,|\\{,\\})\\d)");

  private static final Pattern CALLED = Pattern.compile("['′’]*(?:\\s|\\\\left|\\\\[bB]igl?)*\\(");

  private static final Pattern PRIMES =
      Pattern.compile("\\^\\s*(?:\\\\prime\\b|\\{(?:\\s*\\\\prime)+\\s*\\})");

  private static final Pattern TWICE = Pattern.compile("(.*)\\*\\*(?:2|\\(2\\))");

  private static final Pattern DEGREE = Pattern.compile("\\[\\s*(\\d+|\\p{L})\\s*\\]");

  /// What opens a bracket that takes a whole number below or above.
  private static final Map<String, String> ROUNDED = Map.of("lfloor", "((", "lceil", "(-(-(");

  private static final Set<String> ANGLES = Set.of("sin", "cos", "tan");

  private static final Pattern RELATION =
      Pattern.compile("[=≈<>≤≥≠→]|\\\\(?:approx|leq?|geq?|neq?|lt|gt|to)\\b");

  /// A name of several words before what it is the name of, which is computed there.
  private static final Pattern NAMES_RESULT =
      Pattern.compile(
          "(?<name>\\s*[\\p{L}\\\\][^=≈{}&]*(?:\\{[^=≈{}&]*\\}[^=≈{}&]*)*?)(?:=|≈|\\\\approx\\b)[^=≈]*(?:=|≈|\\\\approx\\b)");

  private static final Pattern SIDE_ENDS =
      Pattern.compile("[\\s.,;]*(?:$|" + RELATION.pattern() + ")");

  /// Where the terms of a sum end: at a sign between terms or statements.
  private static final Pattern SUM_ENDS =
      Pattern.compile(
          "[-+−–=≈<>≤≥≠→,;&)\\]}]|\\\\(?:approx|simeq|leq?|leqslant|geq?|geqslant|neq?|lt|gt|to"
              + "|rightarrow|q?quad|right|end|bigr|Bigr|biggr|Biggr)\\b|\\\\\\\\");

  /// The index of a sum and where it begins: `i`, `i = 1`.
  private static final Pattern OVER =
      Pattern.compile("\\s*(?<index>\\p{L})\\s*(?:=\\s*(?<from>[01])\\s*)?");

  /// What a congruence is taken by.
  private static final Pattern MODULO =
      Pattern.compile("\\\\pmod\\s*(?:\\{\\s*(?<by>\\d+|\\p{L})\\s*\\})");

  /// What stands over a letter in the names of programs.
  private static final Map<String, String> MARKS =
      Map.of("hat", "\u0302", "bar", "\u0304", "tilde", "\u0303", "dot", "\u0307");

  private static final Set<String> BRACES = Set.of("underbrace", "overbrace", "underline");

  /// The sign of a derivative, as physicists set it; read as `d` in as many characters.
  private static final Pattern UPRIGHT_D = Pattern.compile("\\\\mathrm\\{d}(?=\\p{L})");

  private static final Set<String> NAMED = Set.of("text", "mathrm", "operatorname", "mathit");

  /// The unit behind a number, with its powers: `\,\mathrm{m/s^2}`, `\text{ kg}`.
  private static final String UNIT =
      "(?:\\\\[,;: ]|~|\\s)*\\\\(?:text|mathrm|operatorname)\\{\\s*%s"
          + "(?:\\p{L}|\\\\Omega\\b)+(?:(?:[\\s·/.]|\\\\cdot\\s)*\\p{L}+|\\^\\{?[-−]?[1-4]\\}?|[⁻¹²³]+)*)\\s*\\}"
          + "(?:\\^(?:[1-4]|\\{[-−]?[1-4]\\}))?";

  private static final Pattern UNITS =
      Pattern.compile(
          UNIT.formatted("(?<words>")
              + "(?:(?:\\s|/|\\\\cdot|\\\\times)*"
              + UNIT.formatted("(?:")
              + ")*"
              + "|(?:\\\\[,;: ]|~|\\s)*\\\\[dt]?frac\\s*\\{"
              + UNIT.formatted("(?:")
              + "\\s*}\\s*\\{"
              + UNIT.formatted("(?:")
              + "\\s*}|(?:\\\\[,;: ]|~|\\s)*(?<ohm>\\\\Omega\\b)");

  /// What stands between the sides of statements, in what is read.
  private static final String SIDES = "=≈<>≤≥→";

  /// What a side of numbers consists of, in what is read.
  private static final String PLAIN = "0123456789.+-* ()";

  private static final Pattern NEXT =
      Pattern.compile("(?:\\s|\\\\[,;: ])*(?:[\\p{L}\\d(|{]|\\\\(?<command>\\p{L}+))");

  /// What a formula says: `code`, or why it cannot be read and where.
  record Reading(Optional<Text> code, String whyNot, int start, int end) {}

  /// The unit of a number, with its place; an empty symbol where it is none of the common ones.
  private record Unit(String symbol, int start, int end) {}

  private static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient String why;
    private final int start;
    private final int end;

    Unread(String why, int start, int end) {
      super(why, null, false, false);
      this.why = why;
      this.start = start;
      this.end = end;
    }
  }

  private final Text tex;
  private final String source;
  private final State state;
  private final Notation notation;
  private final int base; // of the places of lists
  private final StringBuilder out = new StringBuilder();
  private final List<Span> places = new ArrayList<>();
  private final BitSet unseen = new BitSet(); // what of the code no reader sees
  private final TreeMap<Integer, Unit> units = new TreeMap<>(); // by the end of their number
  private int at = 0;
  private int depth = 0;
  private int bars = 0;
  private int columns = 0; // the & of the row so far
  private int slopeEnds = -1; // where the last derivative ends
  private Optional<String> modulus = Optional.empty(); // of the congruence that is open
  private boolean angle = false; // whether a function of angles is given what is read
  private final Map<String, Sum> sums = new HashMap<>(); // those that are open, by their index

  private Tex(Text tex, State state, Notation notation, int base) {
    this.base = base;
    this.tex = tex;
    this.source = tex.value();
    this.state = state;
    this.notation = notation;
  }

  /// @param base what the places of a list are counted from, as in `x_1`
  static Reading read(Text written, State state, Notation notation, int base) {
    Text tex = written.reading(UPRIGHT_D.matcher(written.value()).replaceAll("         d"));
    Tex reader = new Tex(tex, state, notation, base);
    Matcher beside = SIDE_BY_SIDE.matcher(tex.value());
    if (beside.find()) {
      String why =
          "readers see one number in " + beside.group().strip() + "; write \\cdot, or one number";
      return new Reading(Optional.empty(), why, beside.start(), beside.end());
    }
    Matcher two = TWO_READINGS.matcher(tex.value());
    if (two.find()) {
      String why = "it can be read in two ways; put brackets: / (" + two.group(1) + ")";
      return new Reading(Optional.empty(), why, two.start(), two.end());
    }
    try {
      reader.all('\0');
      if (reader.at < reader.source.length()) {
        throw new Unread("} closes nothing", reader.at, reader.at + 1);
      }
      reader.sameUnits();
    } catch (Unread unread) {
      Optional<Text> named = withName(tex, unread.end);
      if (named.isPresent()) {
        return read(named.get(), state, notation, base);
      }
      return new Reading(Optional.empty(), unread.why, unread.start, unread.end);
    }
    Text code =
        Text.mapped(
            reader.out.toString(),
            tex.span(),
            reader.places.stream().mapToInt(Span::start).toArray(),
            reader.places.stream().mapToInt(Span::end).toArray());
    return new Reading(Optional.of(code), "", 0, 0);
  }

  /// The formula with a letter for what it names its result by, where that cannot be read and has
  /// no number: `P(A \\mid B)` of `P(A \\mid B) = 9/58.5 = 0.154`.
  private static Optional<Text> withName(Text tex, int end) {
    Matcher name = NAMES_RESULT.matcher(tex.value());
    return name.lookingAt() && end <= name.end("name") && !Numeral.anyDigit(name.group("name"))
        ? Optional.of(
            tex.reading(
                "Ʀ" + " ".repeat(name.end("name") - 1) + tex.value().substring(name.end("name"))))
        : Optional.empty();
  }

  private void put(String code, int start, int end) {
    Span place = tex.span(start, Math.max(start, Math.min(end, source.length())));
    out.append(code);
    code.chars().forEach(c -> places.add(place));
  }

  /// Before what can be a factor: `2x` and `ab` are products.
  private void factor(int start) {
    int last = out.length() - 1;
    if (last < 0) {
      return;
    }
    char before = out.charAt(last);
    if (Character.isLetterOrDigit(before) || before == ')' || before == ']' || before == '_') {
      unseen.set(out.length());
      put("*", start, start + 1);
    }
  }

  /// Before a factor that may belong to what is divided by: `1/2\\pi` is read in two ways.
  private void divisor(int start) {
    int from = operand(out.length());
    boolean joins = from < out.length() && "([".indexOf(out.charAt(from)) < 0 && isDivided(from);
    if (joins && !SLOPE.matcher(out).matches()) {
      throw new Unread(
          "it can be read in two ways; put brackets around what is divided by", start, start + 1);
    }
    factor(start);
  }

  /// Where what ends there begins: a name, a number, brackets with what calls them, a power.
  private int operand(int end) {
    int from = end;
    int open = 0;
    while (from > 0) {
      char c = out.charAt(from - 1);
      open += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
      boolean power = c == '*' && from > 1 && out.charAt(from - 2) == '*';
      if (open < 0
          || (open == 0 && !(Character.isLetterOrDigit(c) || "_.([".indexOf(c) >= 0 || power))) {
        return from;
      }
      from -= power ? 2 : 1;
    }
    return from;
  }

  private boolean isDivided(int from) {
    int before = out.substring(0, from).stripTrailing().length();
    return before > 0 && "/÷".indexOf(out.charAt(before - 1)) >= 0;
  }

  /// Whether a number stands there, or ends what stands there.
  private boolean isNumeral(int from, int to) {
    return to > from
        && Character.isDigit(out.charAt(to - 1))
        && (Character.isDigit(out.charAt(from)) || out.charAt(from) == '.');
  }

  /// Refuses a number right behind another, with nothing between them that a page shows.
  private void apart(int start) {
    int before = out.length();
    while (before > 0 && unseen.get(before - 1)) {
      before--;
    }
    if (isNumeral(operand(before), before)) {
      throw new Unread(
          "readers see one number here; write \\cdot between two, or one number", start, start + 1);
    }
  }

  private void all(char close) {
    if (++depth > 60) {
      throw new Unread("it is nested too deeply", at, at + 1);
    }
    while (at < source.length() && source.charAt(at) != close && source.charAt(at) != '}') {
      one();
    }
    depth--;
  }

  private void one() {
    int start = at;
    char c = source.charAt(at);
    boolean endsSentence = c == '.' && source.substring(at + 1).isBlank();
    if (Character.isWhitespace(c) || c == '~' || endsSentence) {
      at++;
    } else if (c == '&') {
      at++;
      columns++;
      boolean another = columns % 2 == 0 && !goesOn();
      put(another ? "; " : " ", start, at);
    } else if (c == '\\') {
      command();
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      number();
    } else if (Character.isLetter(c)) {
      name();
    } else if (c == '{') {
      unseenGroup();
    } else if (degrees() || primes()) {
      return;
    } else if (c == '^') {
      at++;
      put("**", start, at);
      argument();
    } else if (c == '(' || c == '[') {
      boolean outside = angle;
      angle |= ANGLES.contains(called());
      if (!calls()) {
        applied(start);
        divisor(start);
      }
      at++;
      put(String.valueOf(c), start, at);
      all(c == '(' ? ')' : ']');
      angle = outside;
      if (at >= source.length() || source.charAt(at) == '}') {
        throw new Unread("the bracket is not closed", start, start + 1);
      }
      put(c == '(' ? ")" : "]", at, at + 1);
      at++;
    } else if (c == '|') {
      bar(start, start + 1);
    } else if (c == '!' && out.length() > 0 && !source.startsWith("!=", at)) {
      at++;
      put("! ", start, at); // apart from the = that may follow
    } else if (c == ',' || c == ';') {
      at++;
      put(c + " ", start, at);
    } else if (c == '−' || c == '–') {
      at++;
      put("-", start, at);
    } else if (source.startsWith(":=", at)) {
      at += 2;
      put("=", start, at);
    } else if ("+-*/=<>≈≤≥≠→←×·÷%√∂".indexOf(c) >= 0) {
      at++;
      put(String.valueOf(c), start, at);
    } else if (c == '\'' || c == '′' || c == '’') {
      at++;
      stroke(start);
    } else if (c == '…') {
      throw new Unread("something is left out at …", start, start + 1);
    } else {
      throw new Unread("'" + c + "' is not read here", start, start + 1);
    }
  }

  /// The stroke of `f'(3)`, or of `(x^2)'`.
  private void stroke(int start) {
    boolean isOfBracket = out.length() > 0 && out.charAt(out.length() - 1) == ')';
    if (isOfBracket) {
      int open = operand(out.length());
      String letter = letter(out.substring(open), start);
      boolean isTwice = source.startsWith("'", at);
      at += isTwice ? 1 : 0;
      insert(open, Strokes.STROKE.repeat(isTwice ? 2 : 1) + "(lambda " + letter + ": ", start);
      put(")(" + letter + ")", start, at);
      return;
    }
    String name = called();
    boolean isOfFunction =
        calls()
            && !name.endsWith(Strokes.STROKE.repeat(2))
            && CALLED.matcher(source).region(at, source.length()).lookingAt();
    if (!isOfFunction) {
      throw new Unread(Statements.DERIVATIVE, start, at);
    }
    put(Strokes.STROKE, start, at);
  }

  /// `f^{\prime}(3)`.
  private boolean primes() {
    Matcher primes = PRIMES.matcher(source).region(at, source.length());
    if (!primes.lookingAt()) {
      return false;
    }
    int start = at;
    at = primes.end();
    for (int i = primes.group().split("prime", -1).length - 1; i > 0; i--) {
      stroke(start);
    }
    return true;
  }

  /// The one letter of which code is a function: one that the program does not have, or its only
  /// number.
  private String letter(String code, int start) {
    List<String> names =
        Lexeme.names(Text.at(code, tex.span())).stream()
            .filter(it -> isNumber(it) || !isFunction(it))
            .toList();
    List<String> free = names.stream().filter(it -> !known(it) && !isNumber(it)).toList();
    List<String> one = free.isEmpty() ? names : free;
    if (one.size() != 1) {
      throw new Unread("by which letter this is derived is not said; write d/dx", start, at);
    }
    return one.getFirst();
  }

  private boolean isFunction(String name) {
    return state.evaluate(Text.at(name, tex.span())) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Thing;
  }

  /// Writes before what was read.
  private void insert(int index, String code, int start) {
    out.insert(index, code);
    places.addAll(index, Collections.nCopies(code.length(), tex.span(start, start + 1)));
    BitSet moved = unseen.get(0, index);
    unseen.stream().filter(it -> it >= index).forEach(it -> moved.set(it + code.length()));
    unseen.clear();
    unseen.or(moved);
    List<Integer> ends = units.keySet().stream().filter(it -> it > index).toList().reversed();
    ends.forEach(it -> units.put(it + code.length(), Objects.requireNonNull(units.remove(it))));
  }

  /// `60°` is a number of degrees where a function of angles has it, and a unit elsewhere.
  private boolean degrees() {
    Matcher degrees = DEGREES.matcher(source).region(at, source.length());
    boolean ofNumber = !out.isEmpty() && Character.isDigit(out.charAt(out.length() - 1));
    if (!ofNumber || !degrees.lookingAt()) {
      return false;
    }
    if (angle) {
      put("*(π/180)", at, degrees.end());
    }
    at = degrees.end();
    return true;
  }

  /// Refuses `y(2)` of a number `y`: its value at 2 for a reader, twice `y` for the code.
  private void applied(int bracket) {
    Matcher number = IN_BRACKETS.matcher(source).region(bracket, source.length());
    boolean named = bracket > 0 && Character.isLetter(source.charAt(bracket - 1));
    if ((named || bracket == slopeEnds) && number.lookingAt()) {
      String said =
          named ? source.substring(bracket - 1, number.end()) : "a derivative " + number.group();
      throw new Unread(
          said + " may be a value at a place or a product; write \\cdot for the product",
          bracket - 1,
          number.end());
    }
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  /// `3{,}5`, `3.5`, `1\,000`.
  private void number() {
    divisor(at);
    apart(at);
    int from = out.length();
    boolean grouped = false;
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean comma = c == ',' || source.startsWith("{,}", at);
      int width = comma && c == '{' ? 3 : 1;
      if (isDigit(at)) {
        put(String.valueOf(c), at, ++at);
      } else if (notation == Notation.COMMA
          && GROUPS.matcher(source).region(at, source.length()).lookingAt()) {
        at++;
      } else if (c == '.' && isDigit(at + 1)) {
        put(".", at, ++at);
      } else if (comma && isDigit(at + width)) {
        boolean group = notation == Notation.POINT;
        if (group && !threeDigits(at + width)) {
          if (width == 3) {
            throw new Unread("the decimal mark is a point here", at, at + width);
          }
          return;
        }
        if (!group) {
          put(".", at, at + width);
        }
        at += width;
      } else if (source.startsWith("\\,", at) && threeDigits(at + 2)) {
        grouped = true;
        at += 2;
      } else if (notation == Notation.COMMA
          && source.startsWith("{.}", at)
          && threeDigits(at + 3)) {
        grouped = true;
        at += 3;
      } else {
        break;
      }
    }
    dots(from);
    Matcher based = IN_BASE.matcher(source).region(at, source.length());
    if (based.lookingAt() && out.substring(from).matches("[01]+")) {
      insert(from, "0b", at);
      at = based.end();
    }
    Matcher unit = UNITS.matcher(source).region(at, source.length());
    if (unit.lookingAt() && isUnit(unit) && !isFactor(unit.end())) {
      String words =
          Stream.of(unit.group("words"), unit.group("ohm"))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("")
              .replace("\\Omega", "Ω");
      if (Arrays.stream(words.split("\\s+", -1)).anyMatch(Tex::counts)) {
        throw new Unread(
            words + " is no unit: it says another number; write that number", at, unit.end());
      }
      units.put(out.length(), new Unit(Units.symbol(words.strip()), at, unit.end()));
      at = unit.end();
    }
    Matcher exponent = EXPONENT.matcher(source).region(at, source.length());
    if (exponent.lookingAt()) {
      throw new Unread(
          "readers see a power of ten; write \\cdot 10^{…} for it, or \\cdot for a product",
          at,
          exponent.end());
    }
    if (!grouped && at < source.length() && "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(source.charAt(at)) >= 0) {
      throw new Unread("write ^ for a power", at, at + 1);
    }
  }

  /// Sides that are numbers of one unit are of the same one: `6\\,\\mathrm{km}` are no
  /// `6\\,\\mathrm{s}`.
  private void sameUnits() {
    Unit before = null;
    int from = 0;
    for (int i = 0; !units.isEmpty() && i <= out.length(); i++) {
      boolean isEnd = i == out.length() || ",;".indexOf(out.charAt(i)) >= 0;
      if (!isEnd && SIDES.indexOf(out.charAt(i)) < 0) {
        continue;
      }
      Unit unit = ofSide(from, i);
      if (unit != null && before != null && !unit.symbol.equals(before.symbol)) {
        throw new Unread(
            "its sides have two units, "
                + before.symbol
                + " and "
                + unit.symbol
                + "; write it in one",
            unit.start,
            unit.end);
      }
      before = isEnd ? null : unit != null ? unit : before;
      from = i + 1;
    }
  }

  /// The unit of a side, where one is known and no name or power is there that may change it.
  private @Nullable Unit ofSide(int from, int end) {
    boolean isProduct = out.substring(from, end).indexOf('*') >= 0;
    boolean isPlain = out.chars().skip(from).limit(end - from).allMatch(c -> PLAIN.indexOf(c) >= 0);
    List<Unit> all = List.copyOf(units.subMap(from, true, end, true).values());
    long symbols = all.stream().map(Unit::symbol).distinct().count();
    return isPlain
            && symbols == 1
            && (all.size() == 1 || !isProduct)
            && !all.getFirst().symbol.isEmpty()
        ? all.getFirst()
        : null;
  }

  /// Whether upright letters behind a number are its unit. One or two of them are, apart from it,
  /// also where the program has a name of them: `6\,\mathrm{m}`.
  private boolean isUnit(Matcher found) {
    String words = found.group("words");
    if (found.group("ohm") != null) {
      return !known(greek("Omega"));
    }
    if (words == null || !known(words)) {
      return true;
    }
    boolean isApart =
        found.group().charAt(0) != '\\'
            || ",;: ".indexOf(found.group().charAt(1)) >= 0
            || found.group().contains("{ ");
    if (words.length() <= 2 && !isApart) {
      throw new Unread(
          words + " may be a unit or a name; write \\cdot before a name, \\, before a unit",
          found.start(),
          found.end());
    }
    return words.length() <= 2;
  }

  /// Whether a word behind a number is of the number, and no unit.
  private static boolean counts(String word) {
    return NO_UNITS.contains(word.toLowerCase(Locale.ROOT))
        || Scale.behind(" " + word, 0).power() > 0;
  }

  /// Whether a name, a number or a bracket stands there.
  private boolean isFactor(int place) {
    Matcher next = NEXT.matcher(source).region(place, source.length());
    return next.lookingAt()
        && (next.group("command") == null || TexWords.code(next.group("command")).isEmpty());
  }

  /// The dots of decimals that go on: `0.666\ldots`.
  private void dots(int from) {
    String dots =
        List.of("\\ldots", "\\dots", "…", "...").stream()
            .filter(it -> source.startsWith(it, at))
            .findFirst()
            .orElse("");
    if (!dots.isEmpty() && out.indexOf(".", from) >= 0) {
      put("…", at, at + dots.length());
      at += dots.length();
    }
  }

  private boolean threeDigits(int index) {
    return isDigit(index) && isDigit(index + 1) && isDigit(index + 2) && !isDigit(index + 3);
  }

  /// A run of letters is one name where the program has it, else a product of names of one letter.
  private void name() {
    int start = at;
    int end = at;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    int digits = end;
    while (isDigit(digits)) {
      digits++;
    }
    String run = source.substring(start, end);
    String longer = source.substring(start, digits);
    boolean derivative = run.length() > 1 && run.charAt(0) == 'd' && known(run.substring(1));
    if (digits > end && known(longer)) {
      named(longer, start, digits);
    } else if (known(run) || derivative || run.length() == 1 || FUNCTIONS.contains(run)) {
      named(run, start, end);
    } else if (run.chars().allMatch(c -> known(Character.toString(c)) || standsAlone((char) c))) {
      named(run.substring(0, 1), start, start + 1);
    } else {
      named(run, start, end);
    }
  }

  /// Whether a letter is a name of its own somewhere in the formula, so that `ab` is a product.
  private boolean standsAlone(char letter) {
    for (int i = source.indexOf(letter); i >= 0; i = source.indexOf(letter, i + 1)) {
      boolean isFirst = i == 0 || "\\_{".indexOf(source.charAt(i - 1)) < 0;
      if (isFirst
          && (i == 0 || !Character.isLetter(source.charAt(i - 1)))
          && (i + 1 == source.length() || !Character.isLetter(source.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private boolean known(String name) {
    return state.reached() && state.knows(name);
  }

  /// A name with its index, `w_1` or `w_{ij}`: the name `w1` or `w_1`, or the item `w[1]` where `w`
  /// has items.
  private void named(String name, int start, int end) {
    divisor(start);
    at = end;
    String whole = name;
    if (at < source.length() && source.charAt(at) == '_') {
      at++;
      String index = raw();
      if (index.matches("[\\p{L}\\p{N}_]+")) {
        if (known(name + index)) {
          whole = name + index;
        } else if (known(name + "_" + index) || !known(name) || isNumber(name)) {
          whole = name + "_" + index;
        } else {
          whole =
              name + "[" + (sums.containsKey(index) ? item(name, index) : place(index, end)) + "]";
        }
      } else if (isPlaced(name, index)) {
        whole =
            name
                + "_"
                + index
                    .replace("+", "_plus_")
                    .replace("-", "_minus_")
                    .replace(",", "_")
                    .replace(" ", "");
      } else {
        throw new Unread("the index " + index + " is not read here", end, at);
      }
    }
    put(layered(whole), start, at);
  }

  /// The place of an item in the program.
  private String place(String index, int start) {
    if (base == 0 || !index.matches("\\d{1,4}")) {
      return index;
    }
    if (index.equals("0")) {
      throw new Unread("the places of lists are counted from 1 here", start, at);
    }
    return String.valueOf(Integer.parseInt(index) - base);
  }

  /// Whether an index says a place beside that of another name, `v_{t+1}`, or several, `w_{i,j}`,
  /// and the name has no items: then all of it is a name.
  private boolean isPlaced(String name, String index) {
    return (!known(name) || isNumber(name)) && PLACES.matcher(index).matches();
  }

  /// `a^{(1)}` is the name `a1` or `a_1`, and no power.
  private String layered(String name) {
    Matcher layer = LAYER.matcher(source).region(at, source.length());
    if (!layer.lookingAt()) {
      return name;
    }
    String index = layer.group(1);
    at = layer.end();
    return List.of(name + index, name + "_" + index).stream()
        .filter(this::known)
        .findFirst()
        .orElseThrow(
            () ->
                new Unread(
                    "("
                        + index
                        + ") above a name is an index, of a name that is not there; a power"
                        + " has no brackets",
                    layer.start(),
                    layer.end()));
  }

  /// Whether what was just read is a function, so that a bracket calls it.
  private boolean calls() {
    String name = called();
    return !name.isEmpty() && Character.isLetter(name.charAt(0)) && !isNumber(name);
  }

  /// The word that was read last; empty where it was none.
  private String called() {
    int start = out.length();
    while (start > 0
        && (Character.isLetterOrDigit(out.charAt(start - 1)) || out.charAt(start - 1) == '_')) {
      start--;
    }
    return out.substring(start);
  }

  private boolean isNumber(String name) {
    return state.evaluate(Text.at(name, tex.span())) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity;
  }

  /// The argument of `^` and `_`: a group, a command, or one character.
  private void argument() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    if (at >= source.length()) {
      throw new Unread("something is missing at its end", at, at);
    }
    int start = at;
    char c = source.charAt(at);
    if (c == '{') {
      group("(", ")");
    } else if (c == '\\') {
      command();
    } else if (Character.isLetterOrDigit(c)) {
      at++;
      put(String.valueOf(c), start, at);
    } else {
      throw new Unread("'" + c + "' is not read here", start, start + 1);
    }
  }

  /// `|w|`: the second bar closes what the first one opens.
  private void bar(int start, int end) {
    if (bars % 2 == 0) {
      factor(start);
      put("(", start, end);
    }
    put("|", start, end);
    if (bars % 2 == 1) {
      put(")", start, end);
    }
    bars++;
    at = end;
  }

  private void group(String open, String close) {
    int start = at;
    if (at >= source.length() || source.charAt(at) != '{') {
      throw new Unread("{ is missing", Math.min(at, source.length()), at + 1);
    }
    if (out.length() > 0 && out.charAt(out.length() - 1) != '*') {
      divisor(start);
    }
    at++;
    unseen.set(out.length());
    put(open, start, at);
    all('}');
    if (at >= source.length()) {
      throw new Unread("{ is not closed", start, start + 1);
    }
    unseen.set(out.length());
    put(close, at, at + 1);
    at++;
  }

  /// A group that no reader sees: braces alone, or letters of another kind. What is computed in it
  /// would be bound by brackets for the code alone.
  private void unseenGroup() {
    int start = at;
    int from = out.length();
    group("(", ")");
    int open = out.indexOf("(", from);
    String inner = out.substring(open + 1, out.length() - 1).strip();
    boolean isRaised = at < source.length() && source.charAt(at) == '^';
    boolean computes =
        IntStream.range(0, inner.length())
            .anyMatch(i -> "+-*/".indexOf(inner.charAt(i)) >= 0 && (i > 0 || isRaised));
    String before = out.substring(0, open).strip();
    boolean isSide =
        (before.isEmpty() || "=≈<>≤≥≠;".indexOf(before.charAt(before.length() - 1)) >= 0)
            && SIDE_ENDS.matcher(source).region(at, source.length()).lookingAt();
    if (computes && !isSide) {
      throw new Unread("readers see no braces here; write brackets", start, at);
    }
  }

  /// A group as it is written, without `\text`.
  private String raw() {
    int start = at;
    if (at < source.length() && source.charAt(at) == '{') {
      int end = source.indexOf('}', at);
      if (end < 0) {
        throw new Unread("{ is not closed", start, start + 1);
      }
      at = end + 1;
      String inner = source.substring(start + 1, end).strip();
      for (String command : NAMED) {
        if (inner.startsWith("\\" + command + "{")) {
          at = Math.min(source.length(), at + 1);
          return inner.substring(command.length() + 2);
        }
      }
      return inner;
    }
    at = Math.min(source.length(), at + 1);
    return source.substring(start, at);
  }

  private void command() {
    int start = at++;
    int end = at;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    end = end == at ? Math.min(source.length(), end + 1) : end;
    String name = source.substring(at, end);
    at = end;
    Optional<String> sign = TexWords.code(name);
    if (sign.isPresent()) {
      boolean begins = sign.get().equals("→") && out.toString().isBlank();
      put(begins ? " " : sign.get(), start, at);
    } else if (name.equals("therefore")) {
      put(out.toString().isBlank() ? " " : "; ", start, at);
    } else if (name.equals("coloneqq")) {
      put("=", start, at);
    } else if (name.equals("frac") || name.equals("dfrac") || name.equals("tfrac")) {
      fraction(start);
    } else if (name.equals("sqrt")) {
      root(start);
    } else if (name.equals("binom") || name.equals("dbinom") || name.equals("tbinom")) {
      choices(start);
    } else if (ROUNDED.containsKey(name)) {
      rounded(name, start);
    } else if (name.equals("partial")) {
      put("∂", start, at);
    } else if (FUNCTIONS.contains(name)) {
      function(
          switch (name) {
            case "log" -> name + base();
            case "lg" -> "log10";
            default -> name;
          },
          start);
    } else if (name.equals("Delta") && change(start)) {
      return;
    } else if (TexWords.GREEK.containsKey(name)) {
      named(ofNumber(greek(name)), start, at);
    } else if (TexWords.ACCENTS.containsKey(name)) {
      accented(name, start);
    } else if (TexWords.FONTS.contains(name)) {
      Optional<String> letter = letter();
      if (letter.isPresent()) {
        named(letter.get(), start, at);
      } else {
        unseenGroup();
      }
    } else if (name.equals("boxed")) {
      boxed(start);
    } else if (BRACES.contains(name)) {
      int from = out.length();
      group("(", ")");
      label(from);
    } else if (name.equals("sum")) {
      sum(start);
    } else if (NAMED.contains(name)) {
      String words = raw();
      boolean isApart = source.substring(start, at).contains("{ ") && !known(words);
      if (isApart || !words.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
        throw new Unread(
            "the words " + words.strip() + " are no name; other words stand between two formulas",
            start,
            at);
      }
      boolean isActivation = words.equals("ReLU") && !known(words); // as it is written
      named(isActivation ? "relu" : words, start, at);
    } else if (name.equals("lvert") || name.equals("rvert") || name.equals("vert")) {
      bar(start, at);
    } else if (name.equals("quad") || name.equals("qquad")) {
      put("  ", start, at);
    } else if (name.equals("\\")) {
      columns = 0;
      put(goesOn() ? " " : "; ", start, at);
    } else if (name.equals("begin") || name.equals("end")) {
      environment(start);
    } else if (name.equals("equiv") && MODULO.matcher(source).region(at, source.length()).find()) {
      congruent(start);
    } else if (name.equals("pmod") && modulus.isPresent()) {
      raw();
      put(")%(" + modulus.get() + ")", start, at);
      modulus = Optional.empty();
    } else if (name.equals("bmod")) {
      put(" % ", start, at);
    } else if (name.equals("%")) {
      put("% ", start, at); // apart from the = that may follow
    } else if ((name.equals("left") || name.equals("right")) && source.startsWith(".", at)) {
      at++; // nothing that is seen
    } else if (!TexWords.SIZES.contains(name) && !BLANKS.contains(name)) {
      throw new Unread("\\" + name + " is not read here", start, at);
    }
  }

  /// `123 \\equiv 3 \\pmod{10}`: what both sides leave is one number.
  private void congruent(int start) {
    Matcher modulo = MODULO.matcher(source).region(at, source.length());
    if (!modulo.find() || modulus.isPresent()) {
      throw new Unread("one congruence at a time is read", start, at);
    }
    modulus = Optional.of(modulo.group("by"));
    int from = out.length();
    while (from > 0 && "=≈<>≤≥≠,;".indexOf(out.charAt(from - 1)) < 0) {
      from--;
    }
    if (from > 0 && ",;".indexOf(out.charAt(from - 1)) < 0) {
      put("; (" + out.substring(from).strip(), start, at); // what it is equal to is said of itself
    } else {
      insert(from, "(", start);
    }
    put(")%(" + modulus.get() + ") = (", start, at);
  }

  /// Whether what follows says more of what stands before.
  private boolean goesOn() {
    return ROW_GOES_ON.matcher(source).region(at, source.length()).lookingAt();
  }

  private String greek(String name) {
    String letter =
        Normalizer.normalize(TexWords.GREEK.getOrDefault(name, name), Normalizer.Form.NFKC);
    return List.of(name, letter, name.toLowerCase(Locale.ROOT)).stream()
        .filter(this::known)
        .findFirst()
        .orElse(name.equals("lambda") ? letter : name); // which is no name of the language
  }

  /// A letter that is a function of the code where a bracket follows, and a name elsewhere:
  /// `\sigma` is a standard deviation in `\sigma = 2`.
  private String ofNumber(String letter) {
    int from = at;
    blanks();
    boolean goesOn = at < source.length() && "(_'′".indexOf(source.charAt(at)) >= 0;
    at = from;
    boolean isFunction =
        !goesOn
            && state.evaluate(Text.at(letter, tex.span())) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Thing;
    if (isFunction) {
      throw new Unread(
          letter
              + " is a function here, and of nothing; a number of that name is one that the program"
              + " has",
          at,
          at + 1);
    }
    return letter;
  }

  /// The name that stands alone in the next braces, or the letter there; then it is read.
  private Optional<String> letter() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    int from = at;
    String inner = raw().strip();
    boolean isGreek = inner.startsWith("\\") && TexWords.GREEK.containsKey(inner.substring(1));
    if (isGreek) {
      return Optional.of(greek(inner.substring(1)));
    }
    if (inner.equals("\\")) { // a command without braces
      while (at < source.length() && Character.isLetter(source.charAt(at))) {
        at++;
      }
      String name = source.substring(from + 1, at);
      if (TexWords.GREEK.containsKey(name)) {
        return Optional.of(greek(name));
      }
    } else if (inner.matches("\\p{L}[\\p{L}\\p{N}]*")) {
      return Optional.of(inner);
    }
    at = from;
    return Optional.empty();
  }

  /// `\hat{y}` is the name `y_hat`, `yhat`, `hat_y` or `ŷ`, whichever the program has; an arrow
  /// above a letter may say nothing.
  private void accented(String accent, int start) {
    int from = at;
    String base =
        letter()
            .orElseThrow(
                () -> new Unread("\\" + accent + " is read above one name", start, from + 1));
    String word =
        switch (accent) {
          case "overline" -> "bar";
          case "widehat" -> "hat";
          case "widetilde" -> "tilde";
          default -> accent;
        };
    String mark = MARKS.getOrDefault(word, "");
    String marked = mark.isEmpty() ? "" : Normalizer.normalize(base + mark, Normalizer.Form.NFKC);
    List<String> names =
        List.of(
            base + "_" + word,
            base + word,
            word + "_" + base,
            marked,
            accent.equals("vec") ? base : "");
    named(names.stream().filter(this::known).findFirst().orElse(names.getFirst()), start, at);
  }

  /// `\Delta w` is the name `delta_w` or the like, where the program has it.
  private boolean change(int start) {
    int from = at;
    while (at < source.length() && (source.charAt(at) == ' ' || source.startsWith("\\,", at))) {
      at += source.charAt(at) == ' ' ? 1 : 2;
    }
    int end = at;
    while (end < source.length() && Character.isLetter(source.charAt(end))) {
      end++;
    }
    String of = source.substring(at, end);
    Optional<String> name =
        List.of("delta_" + of, "Delta_" + of, "Δ" + of, "Δ_" + of, "d_" + of, "d" + of).stream()
            .filter(it -> !of.isEmpty() && known(it))
            .findFirst();
    at = from;
    String whole = name.orElse("Delta_" + of);
    boolean isOne = name.isPresent() || (of.length() == 1 && !known(greek("Delta")));
    if (isOne) {
      named(whole, start, source.indexOf(of, from) + of.length());
    }
    return isOne;
  }

  /// A frame says nothing: around a statement it stands apart, around a part of one it is brackets.
  private void boxed(int start) {
    int end = source.indexOf('}', at);
    if (end < 0 || !RELATION.matcher(source.substring(at, end)).find()) {
      group("(", ")");
      return;
    }
    if (source.charAt(at) != '{') {
      throw new Unread("{ is missing", at, at + 1);
    }
    put("  ", start, ++at);
    all('}');
    if (at >= source.length()) {
      throw new Unread("{ is not closed", start, start + 1);
    }
    put("  ", at, ++at);
  }

  /// What is written below or above a brace: words, which compute nothing, or what is the same.
  ///
  /// @param from where the code of what the brace holds begins
  private void label(int from) {
    int open = at + 1;
    if (!source.startsWith("_{", at) && !source.startsWith("^{", at)) {
      return;
    }
    int depth = 0;
    for (int i = open; i < source.length(); i++) {
      depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        if (RELATION.matcher(source.substring(open, i)).find()) {
          throw new Unread("a relation at a brace is not read", open, i);
        }
        if (Numeral.anyDigit(source.substring(open, i))) {
          throw new Unread("a number beside a brace is no part of what is computed", open, i);
        }
        if (!isNamed(tex.sub(open + 1, i), out.substring(from))) {
          throw new Unread("what stands at the brace is another number", open, i);
        }
        at = i + 1;
        return;
      }
    }
    throw new Unread("{ is not closed", open, open + 1);
  }

  /// Whether a label, where it is an expression of the program, is the number that it names.
  private boolean isNamed(Text label, String held) {
    Optional<Text> code = read(label, state, notation, base).code();
    if (code.isEmpty()
        || !(state.evaluate(code.get()) instanceof State.Reply.Given named)
        || !(named.fact() instanceof Fact.Quantity number)) {
      return true;
    }
    String bare = held.replaceAll("^[(*\\s]+|[)\\s]+$", "");
    Optional<Numeral> written = Numeral.whole(bare, Notation.POINT);
    return written.isPresent()
        ? Judge.agrees(written.get(), number, false)
        : holds(held.replaceFirst("^\\*", ""), number);
  }

  private boolean holds(String held, Fact.Quantity number) {
    return !(state.evaluate(Text.at(held, tex.span())) instanceof State.Reply.Given given)
        || !(given.fact() instanceof Fact.Quantity other)
        || Judge.same(number, other);
  }

  /// A sum whose terms are read.
  ///
  /// @param isFromOne whether its index counts from 1, where lists count from 0
  /// @param lists those of which it takes items
  private record Sum(boolean isFromOne, Set<String> lists) {}

  /// The item of a list that belongs to the index of a sum.
  private String item(String list, String index) {
    Sum sum = sums.getOrDefault(index, new Sum(false, Set.of()));
    sum.lists().add(list);
    return sum.isFromOne() ? index + "-1" : index;
  }

  /// `\sum_{i=1}^{n} x_i`, of all items of lists or of numbers.
  private void sum(int start) {
    String under = "";
    String over = "";
    int places = at;
    while (at < source.length() && "_^ ".indexOf(source.charAt(at)) >= 0) {
      char c = source.charAt(at++);
      if (c == '_') {
        under = raw();
      } else if (c == '^') {
        over = raw();
      }
    }
    Matcher index = OVER.matcher(under);
    boolean isBounded = index.matches() && index.group("from") != null;
    if (!index.matches() || isBounded == over.isEmpty()) {
      throw new Unread("a sum is read over an index, \\sum_i or \\sum_{i=1}^{n}", start, places);
    }
    String name = index.group("index");
    Sum sum = new Sum("1".equals(index.group("from")), new LinkedHashSet<>());
    if (known(name) || sums.put(name, sum) != null) {
      throw new Unread("the index " + name + " of the sum is a name of the program", start, places);
    }
    factor(start);
    put("sum((", start, places);
    int from = out.length();
    while (at < source.length()
        && (out.substring(from).isBlank()
            || !SUM_ENDS.matcher(source).region(at, source.length()).lookingAt())) {
      one();
    }
    sums.remove(name);
    put(") for " + name + " in range(" + range(sum, over, start, places) + "))", start, places);
  }

  /// From where to where an index goes: over all items of the lists that are added up.
  private String range(Sum sum, String over, int start, int end) {
    String most =
        sum.lists().stream()
            .map(it -> "len(" + it + ")")
            .reduce((one, other) -> "max(" + one + ", " + other + ")")
            .orElse("");
    String from = sum.isFromOne() ? "1" : "0";
    if (over.isEmpty()) {
      if (most.isEmpty()) {
        throw new Unread("a sum without bounds is read of lists that the program has", start, end);
      }
      return "0, " + most;
    }
    if (!over.matches("[\\p{L}\\p{N}_ ]+(?:-\\s*1)?")) {
      throw new Unread("the bound " + over + " is not read here", start, end);
    }
    String last = over + (sum.isFromOne() ? "" : " + 1");
    boolean isWhole = most.isEmpty() || isSame(last, most);
    if (!isWhole) {
      throw new Unread("the sum does not run over all items", start, end);
    }
    return from + ", " + over + " + 1";
  }

  private boolean isSame(String one, String other) {
    return state.evaluate(Text.at(one + " - " + other, tex.span()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity quantity
        && quantity.exact().signum() == 0;
  }

  /// The rows of a derivation, or a matrix; other environments mean something else.
  private void environment(int start) {
    String name = raw();
    if (MATRICES.contains(name) && source.startsWith("\\begin", start)) {
      matrix(name, start);
    } else if (!ROWS.contains(name)) {
      throw new Unread("the environment " + name + " is not read here", start, at);
    }
  }

  /// A matrix is a list of its rows; one row or one column is a list of its numbers.
  private void matrix(String name, int start) {
    int end = source.indexOf("\\end{" + name + "}", at);
    String inside = end < 0 ? "" : source.substring(at, end);
    if (end < 0 || inside.contains("\\begin")) {
      throw new Unread("the environment " + name + " is not read here", start, at);
    }
    boolean isTable = inside.contains("&") && inside.strip().contains("\\\\");
    put(isTable ? "[[" : "[", start, at);
    while (at < end) {
      if (source.charAt(at) == '&') {
        put(", ", at, ++at);
      } else if (!source.startsWith("\\\\", at)) {
        one();
      } else if (!source.substring(at + 2, end).isBlank()) {
        put(isTable ? "], [" : ", ", at, at + 2);
        at += 2;
      } else {
        at = end;
      }
    }
    put(isTable ? "]]" : "]", end, end + 1);
    at = end + name.length() + "\\end{}".length();
  }

  /// `\tanh(z)` and `\tanh z`. The base of a logarithm, `\log_2` or `\log_{10}`, where the code has
  /// a function of it.
  private String base() {
    Matcher base = BASE.matcher(source).region(at, source.length());
    if (!base.lookingAt()) {
      return "";
    }
    at = base.end();
    return base.group().replaceAll("\\D", "");
  }

  private void function(String name, int start) {
    factor(start);
    put(name, start, at);
    blanks();
    if (CALLED.matcher(source).region(at, source.length()).lookingAt()
        && source.charAt(at) != '(') {
      return; // with strokes
    }
    int power = at;
    boolean raised = at < source.length() && source.charAt(at) == '^';
    if (raised) {
      at++;
      if (raw().contains("-")) {
        throw new Unread("it may be the inverse or the reciprocal; write one of them", start, at);
      }
      blanks();
    }
    boolean bracketed = at < source.length() && source.charAt(at) == '(';
    if (bracketed && !raised) {
      return;
    }
    if (bracketed) {
      one();
    } else {
      operated(name, start);
    }
    if (raised) {
      int end = at;
      at = power;
      one();
      at = end;
    }
  }

  /// Blanks, and what makes a bracket large.
  private void blanks() {
    while (at < source.length() && (source.charAt(at) == ' ' || source.startsWith("\\left", at))) {
      at += source.charAt(at) == ' ' ? 1 : 5;
    }
  }

  /// What a function without brackets is of: one name or number, with its power.
  private void operated(String name, int start) {
    put("(", start, at);
    int from = out.length();
    boolean outside = angle;
    angle |= ANGLES.contains(name);
    if (at < source.length()) {
      one();
    }
    degrees();
    int read = at;
    blanks();
    if (at < source.length() && source.charAt(at) == '^') {
      one();
    } else {
      at = read;
    }
    angle = outside;
    if (out.length() == from) {
      throw new Unread(name + " of what?", start, at);
    }
    put(")", start, at);
    Matcher next = MORE.matcher(source).region(at, source.length());
    if (next.lookingAt()) {
      throw new Unread(
          "what " + name + " is of can be read in two ways; put brackets around it", start, at);
    }
  }

  /// `\frac{dc}{da}` and `\frac{\partial c}{\partial a}` are derivatives, others quotients.
  private void fraction(int start) {
    boolean mixed = !out.isEmpty() && isNumeral(operand(out.length()), out.length());
    divisor(start);
    int from = out.length();
    put("(", start, at);
    part();
    int slash = out.length();
    put("/", start, at);
    part();
    put(")", start, at);
    String over = out.substring(from + 2, slash - 1);
    String under = out.substring(slash + 2, out.length() - 2);
    Optional<String> of = differential(over);
    Optional<String> by = differential(under);
    Matcher all = TWICE.matcher(over);
    Matcher letters = TWICE.matcher(under);
    boolean isTwice = all.matches() && letters.matches();
    String operator = isTwice ? all.group(1) : over;
    Optional<String> letter = isTwice ? differential(letters.group(1)) : by;
    if ((operator.equals("d") || operator.equals("∂"))
        && letter.isPresent()
        && !(known(operator) && known(letter.get()))) {
      forget(from);
      derived(letter.get(), isTwice, start);
    } else if (by.isPresent() && of.filter(it -> known(it) && isFunction(it)).isPresent()) {
      forget(from);
      put(of.get() + Strokes.STROKE, start, at);
      asked(by.get(), start);
    } else if (of.isPresent() && by.isPresent()) {
      forget(from);
      put("(∂" + of.get() + "/∂" + by.get() + ")", start, at);
      slopeEnds = at;
    } else if (mixed && over.matches("\\d+") && under.matches("\\d+")) {
      throw new Unread("it may be a mixed number or a product; write + or \\cdot", start, at);
    }
  }

  /// Takes out what was read from there on.
  private void forget(int from) {
    unseen.clear(from, out.length());
    out.setLength(from);
    places.subList(from, places.size()).clear();
  }

  /// `\frac{d}{dx} x^2`: the term behind it, derived.
  private void derived(String letter, boolean isTwice, int start) {
    put(Strokes.STROKE.repeat(isTwice ? 2 : 1) + "(lambda " + letter + ": ", start, at);
    int from = out.length();
    blanks();
    if (at < source.length() && source.charAt(at) == '[') {
      put("(", at, ++at);
      all(']');
      put(")", at, ++at);
    }
    while (at < source.length()
        && (out.substring(from).isBlank()
            || !SUM_ENDS.matcher(source).region(at, source.length()).lookingAt())) {
      one();
    }
    put(")(" + letter + ")", at, at);
  }

  /// Where a derivative is asked: `(3)`, `|_{x=3}`, or at the letter.
  private void asked(String letter, int start) {
    Matcher there =
        Pattern.compile(
                "(?:\\s|\\\\right|\\\\[bB]igg?r?)*(?:\\||\\\\vert|\\\\rvert)\\s*_\\s*\\{\\s*"
                    + Pattern.quote(letter)
                    + "\\s*=")
            .matcher(source)
            .region(at, source.length());
    if (there.lookingAt()) {
      put("(", start, at);
      at = there.end();
      all('}');
      if (at >= source.length()) {
        throw new Unread("{ is not closed", start, start + 1);
      }
      put(")", at, ++at);
    } else if (!CALLED.matcher(source).region(at, source.length()).lookingAt()) {
      put("(" + letter + ")", start, at);
    }
  }

  /// What a command is of, in brackets: a group, or the next sign where no brace opens, as in
  /// `\frac12`.
  private void part() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    if (at < source.length() && source.charAt(at) == '{') {
      group("(", ")");
      return;
    }
    put("(", at, at);
    argument();
    put(")", at, at);
  }

  /// What a part says, without its brackets; it is taken out of the code.
  private String taken() {
    int from = out.length();
    part();
    String said = out.substring(from);
    forget(from);
    return said;
  }

  /// `\sqrt{x}`, and `\sqrt[3]{x}`, which is a power.
  private void root(int start) {
    Matcher degree = DEGREE.matcher(source).region(at, source.length());
    boolean isSquare = at >= source.length() || source.charAt(at) != '[';
    if (!isSquare && !degree.lookingAt()) {
      throw new Unread("which root it is of is read where that is a number or a name", start, at);
    }
    divisor(start);
    if (isSquare) {
      put("√", start, at);
      argument();
      return;
    }
    at = degree.end();
    put("(", start, at);
    part();
    put("**(1/(" + degree.group(1) + ")))", start, at);
  }

  /// `\binom{5}{2}`: in how many ways two of five are chosen.
  private void choices(int start) {
    divisor(start);
    String all = taken();
    String some = taken();
    String rest = "(" + all + "-" + some + ")";
    put("(factorial%s/(factorial%s*factorial%s))".formatted(all, some, rest), start, at);
  }

  /// `\lfloor x \rfloor` and `\lceil x \rceil`.
  private void rounded(String name, int start) {
    int end = source.indexOf("\\r" + name.substring(1), at);
    if (end < 0) {
      throw new Unread("the bracket is not closed", start, at);
    }
    divisor(start);
    put(ROUNDED.getOrDefault(name, ""), start, at);
    while (at < end) {
      one();
    }
    put(name.equals("lceil") ? ")//1))" : ")//1)", at, at + name.length() + 1);
    at += name.length() + 1;
  }

  /// The `c` of `dc`, `d*c` or `∂c`.
  private static Optional<String> differential(String side) {
    String name =
        side.startsWith("∂") ? side.substring(1) : side.replaceFirst("^d\\*?(?=\\p{L})", "");
    boolean isName = name.matches("[\\p{L}_][\\p{L}\\p{N}_\\[\\].]*");
    return !name.equals(side) && isName ? Optional.of(name) : Optional.empty();
  }
}
