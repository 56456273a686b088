package dev.perilla.site.importer.lesson;

import dev.perilla.chapter.tex.TexWords;
import dev.perilla.site.importer.words.Signs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas of LaTeX in the notation of the code language, as far as they say something that can be
/// computed: `\frac{\partial f}{\partial x} = q \cdot z` becomes `df/dx = q * z`.
///
/// It is long because it is one reader: each command, script and bracket calls the others.
final class Tex {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("odot", " ⊙ "),
          Map.entry("circ", " ⊙ "),
          Map.entry("top", "T"),
          Map.entry("intercal", "T"),
          Map.entry("quad", ",  "),
          Map.entry("qquad", ",  "),
          Map.entry("partial", "∂"),
          Map.entry("therefore", ",  "),
          Map.entry("because", ",  "),
          Map.entry("colon", " : "),
          Map.entry("lbrace", "("),
          Map.entry("rbrace", ")"));
  private static final Set<String> WRAPPERS =
      Set.of(
          "text",
          "mathrm",
          "operatorname",
          "mathit",
          "mathbf",
          "boldsymbol",
          "bm",
          "textbf",
          "textrm",
          "textit",
          "mathcal",
          "mathsf",
          "mbox",
          "boxed",
          "fbox");

  /// `New\ Weight`, words with blanks that show.
  private static final Pattern SPACED =
      Pattern.compile("(?<![\\\\\\p{L}])\\p{L}{2,}(?:\\\\ \\p{L}{2,})+");

  /// Over or under what they hold, with a script that only says what it is.
  private static final Set<String> BRACES = Set.of("underbrace", "overbrace", "underline");

  private static final Set<String> IGNORED = Set.of("tag", "label", "hspace", "vspace");
  private static final Set<String> ACCENTS = Set.of("hat", "bar", "tilde", "vec", "widehat", "dot");
  private static final Set<String> FUNCTIONS =
      Set.of("tanh", "exp", "log", "log2", "log10", "max", "min", "sin", "cos", "sqrt");
  private static final Pattern DERIVATIVE =
      Pattern.compile(
          "\\(\\s*[d∂]\\s*([^\\W\\d]\\w*)\\s*\\)\\s*/\\s*\\(\\s*[d∂]\\s*([^\\W\\d]\\w*)\\s*\\)");
  private static final Pattern INLINE =
      Pattern.compile("∂\\s*([^\\W\\d]\\w*)\\s*/\\s*∂\\s*([^\\W\\d]\\w*)(?!\\s*[(\\w])");
  private static final Pattern DELTAS = // `\\delta` in place of `\\partial`
      Pattern.compile(
          "(?U)[dD]elta\\s*\\*\\s*([^\\W\\d]\\w*) / [dD]elta\\s*\\*\\s*([^\\W\\d]\\w*)");
  private static final Pattern PLAIN_QUOTIENT =
      Pattern.compile("\\(([\\w.]+)\\) / \\(([\\w.]+)\\)");

  private static final Pattern BASE = Pattern.compile("\\s*_\\s*\\{?\\s*(2|10)\\b\\s*\\}?");
  private static final Pattern DEVIATION = // `\\sigma` that is no function
      Pattern.compile(
          "(?!\\s*(?:\\\\left|\\\\[bB]igg?l?)?[(\\[{'_]|\\s*\\^(?!\\{?2)|\\s*[\\p{L}\\d])");
  private static final Pattern ROWS =
      Pattern.compile("\\s*(?:[a-zA-Z]?matrix\\*?|smallmatrix|array)");

  private static final int DEEPEST = 64;
  private static final String BREAK = "\u0001";
  private static final String CELL = "\u0002";
  private static final Pattern ENDS_SUM =
      Pattern.compile(
          "[=+,;}<>&)≈]|-|\\\\(?:approx|quad|qquad|Rightarrow|implies|right|end)|[\u0001\u0002]");

  private final String source;
  private final boolean ofE;
  private final Deque<String> brackets = new ArrayDeque<>(); // how those that are open close
  private int depth; // of groups around what is read
  private int at;
  private int bars = 0;

  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern ARGUMENT = // one name in brackets
      Pattern.compile("\\s*\\(\\s*(\\\\?[A-Za-z]+(?:_(?:\\w|\\{\\w+\\}))?)\\s*\\)");

  private Tex(String source, boolean ofE, int depth) {
    if (depth > DEEPEST) {
      throw new Unfit();
    }
    this.source = source;
    this.ofE = ofE;
    this.depth = depth;
  }

  /// `math` without its dollars, as statements of the code language, a line each; empty where it
  /// has parts that no program has.
  ///
  /// @param ofE whether `e` is a name
  static Optional<String> code(String math, boolean ofE) {
    try {
      Tex reader =
          new Tex(
              SPACED
                  .matcher(math)
                  .replaceAll(it -> "\\\\text{" + it.group().replace("\\ ", " ") + "}")
                  .replaceAll("\\\\\\\\(\\[[^\\]]*\\])?", BREAK)
                  .replaceAll("\\\\(?:\\||[lr]?[vV]ert\\b)", "|") // a norm of numbers
                  .replace("&", CELL),
              ofE,
              0);
      String code = reader.group('\0');
      if (reader.at < reader.source.length()) {
        return Optional.empty();
      }
      StringBuilder lines = new StringBuilder();
      for (String part : code.split(BREAK, -1)) {
        String line = tidy(part);
        boolean goesOn = line.matches("(?:[=≈→<>+*/]|-(?!\\S)).*");
        if (!line.isBlank()) {
          lines.append(lines.isEmpty() ? "" : goesOn ? " " : "\n").append(line);
        }
      }
      return Optional.of(lines.toString());
    } catch (Unfit unfit) {
      return Optional.empty();
    }
  }

  private static String tidy(String code) {
    String result = DERIVATIVE.matcher(code).replaceAll("d$1/d$2");
    result = INLINE.matcher(result).replaceAll("d$1/d$2");
    result = result.replaceAll("\\b([d∂][^\\W\\d]\\w*)\\s*/\\s*([d∂][^\\W\\d]\\w*)\\b", "$1/$2");
    result = PLAIN_QUOTIENT.matcher(result).replaceAll("$1/$2");
    result = result.replaceAll("(?:\\s*,)+\\s*→(?:\\s*,)*|→(?:\\s*,)+", " → ");
    result = result.replaceAll("\\s*,\\s*(?:,\\s*)+", ",  ").replaceAll("^[\\s,]+|[\\s,.;]+$", "");
    result = result.replaceAll("(?<=\\S) +(?=\\S)", " ");
    result = result.replaceAll(" (?=[)\\]])", "").replaceAll("(?<=[(\\[]) ", "");
    result = result.replaceAll("(^|[=(\\[*/≈→←<>,+-] ?)- (?=[\\p{L}\\p{N}(])", "$1-");
    return result.replace(" ,", ",").replaceAll(",(?=\\S)", ", ");
  }

  /// Something without a counterpart in code.
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit() {
      super(null, null, false, false);
    }
  }

  /// Up to the closing `end`, which is passed; to the end of the source where it is 0.
  private String group(char end) {
    if (++depth > DEEPEST) {
      throw new Unfit();
    }
    StringBuilder out = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == end && end != 0) {
        at++;
        depth--;
        return out.toString();
      }
      if (c == '}') {
        throw new Unfit();
      }
      append(out, atom());
    }
    if (end != 0) {
      throw new Unfit();
    }
    depth--;
    return out.toString();
  }

  /// Two factors side by side are multiplied.
  private void append(StringBuilder out, String atom) {
    String before = out.toString().stripTrailing();
    String next = atom.stripLeading();
    if (!before.isEmpty() && !next.isEmpty()) {
      char left = before.charAt(before.length() - 1);
      char right = next.charAt(0);
      boolean leftEnds =
          Character.isLetterOrDigit(left) || left == ')' || left == ']' || left == '_';
      boolean rightStarts =
          Character.isLetter(right) || right == '(' || right == '[' || right == '∂';
      boolean cell = left == CELL.charAt(0) || left == BREAK.charAt(0);
      boolean number = Character.isDigit(left) && Character.isDigit(right);
      String word = lastWord(before);
      boolean call = right == '(' && (FUNCTIONS.contains(word) || isFunctionName(word));
      boolean defined =
          right == '('
              && !isLongName(before)
              && !isFactorOf(word)
              && (before.matches("(?s)(?:.*,  )?[^\\W\\d]\\w*") || word.matches("[fghF]\\d?"));
      boolean derivative = left == '∂' || word.equals("d");
      if (leftEnds && rightStarts && !cell && !call && !defined && !derivative && !number) {
        out.append(" * ");
      }
    }
    boolean divides = before.endsWith("/") && next.matches("(?s)[^()]* / .*|\\(.*\\) / .*");
    out.append(divides ? "(" + atom.strip() + ")" : atom);
  }

  /// Whether the bracket that has just been opened has the name before it in it: `h(1 - h)`.
  private boolean isFactorOf(String word) {
    int end = at;
    for (int open = 1; end < source.length() && open > 0; end++) {
      open += source.charAt(end) == '(' ? 1 : source.charAt(end) == ')' ? -1 : 0;
    }
    String inside = source.substring(at, end).replaceAll("[_{}\\s]", "");
    return Pattern.compile("(?<![\\w\\\\])" + Pattern.quote(word) + "(?![\\w(])")
        .matcher(inside)
        .find();
  }

  /// `f(x) = ...` begins a statement; `out_o1(1 - out_o1)` is a product.
  private static boolean isLongName(String before) {
    return lastWord(before).length() > 2;
  }

  private static boolean isFunctionName(String word) {
    return word.matches("sigmoid|relu|ReLU|softmax|total|(?:sigmoid|relu|ReLU|tanh|f|g)_prime");
  }

  private static String lastWord(String text) {
    int start = text.length();
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return text.substring(start);
  }

  private String atom() {
    if (at >= source.length()) {
      throw new Unfit();
    }
    char c = source.charAt(at);
    if (c == '\\') {
      return scripts(command());
    }
    at++;
    if (c == '{') {
      return scripts(group('}'));
    }
    if (Character.isDigit(c) || (c == '.' && at < source.length() && digitAt(at))) {
      int start = at - 1;
      while (at < source.length()
          && (digitAt(at) || (source.charAt(at) == '.' && digitAt(at + 1)))) {
        at++;
      }
      return scripts(source.substring(start, at));
    }
    if (Character.isLetter(c)) {
      int start = at - 1;
      int end = at;
      while (end < source.length() && Character.isLetter(source.charAt(end))) {
        end++;
      }
      boolean word = end - start >= 3; // two letters side by side are a product, three a word
      at = word ? end : at;
      return scripts(source.substring(start, at));
    }
    return switch (c) {
      case ' ', '\n', '\t', '~' -> " ";
      case '\u0001' -> BREAK;
      case '\u0002' -> " ";
      case '+', '*', '/', '=', '<', '>', ',', ';', ':', '≈', '→', '×', '·', '÷', '−', '←', '⊙' ->
          " " + c + " ";
      case '-' -> " - ";
      case '.' -> stop();
      case '(', '[' -> opening(c);
      case ')', ']' -> scripts(brackets.isEmpty() ? ")" : brackets.pop());
      case '\'' -> "_prime";
      case '|' -> scripts(bar());
      default -> throw new Unfit();
    };
  }

  /// A full stop ends a statement.
  private String stop() {
    if (at < source.length() && " \n\t\\}".indexOf(source.charAt(at)) < 0) {
      throw new Unfit();
    }
    return ",  ";
  }

  /// `[0.5, 0.1]` is a list, `[a + b]` a bracket.
  private String opening(char c) {
    int depth = 0;
    boolean list = false;
    for (int i = at; c == '[' && i < Math.min(source.length(), at + 4000) && depth >= 0; i++) {
      char next = source.charAt(i);
      depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
      list |= depth == 0 && next == ',';
    }
    list &= depth < 0;
    brackets.push(list ? "]" : ")");
    return list ? "[" : "(";
  }

  /// Rows and columns, as a list of them; what has one column or one row is a list of numbers.
  private String matrix(String name) {
    if (name.startsWith("array")) {
      argument();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>());
    StringBuilder cell = new StringBuilder();
    while (true) {
      if (at >= source.length()) {
        throw new Unfit();
      }
      if (source.startsWith("\\end", at)) {
        at += 4;
        argument();
        break;
      }
      String mark = source.substring(at, at + 1);
      if (mark.equals(CELL) || mark.equals(BREAK)) {
        at++;
        rows.getLast().add(cell(cell));
        if (mark.equals(BREAK)) {
          rows.add(new ArrayList<>());
        }
      } else {
        append(cell, atom());
      }
    }
    rows.getLast().add(cell(cell));
    if (rows.getLast().equals(List.of(""))) {
      rows.removeLast();
    }
    boolean whole =
        !rows.isEmpty()
            && rows.stream().allMatch(it -> it.size() == rows.get(0).size() && !it.contains(""));
    if (!whole) {
      throw new Unfit();
    }
    if (rows.size() == 1 && rows.get(0).size() == 1) {
      return rows.get(0).get(0).matches("[\\w.]+")
          ? rows.get(0).get(0)
          : "(" + rows.get(0).get(0) + ")";
    }
    return rows.size() == 1
        ? rows.get(0).toString()
        : rows.get(0).size() == 1
            ? rows.stream().map(it -> it.get(0)).toList().toString()
            : rows.toString();
  }

  private static String cell(StringBuilder cell) {
    String words = tidy(cell.toString());
    cell.setLength(0);
    return words;
  }

  /// `\sum_i x_i` is the sum of the items of `x`.
  private String sum() {
    skipScript();
    skipScript();
    StringBuilder terms = new StringBuilder();
    while (at < source.length()
        && (terms.toString().isBlank()
            || !ENDS_SUM.matcher(source).region(at, source.length()).lookingAt())) {
      append(terms, atom());
    }
    String inner = terms.toString().strip().replaceAll("_[ijkn]\\b", "");
    return "total(" + inner + ")";
  }

  private static String term(String inner) {
    return inner.matches("[\\w.]+") && !inner.startsWith("d") ? inner : "(" + inner + ")";
  }

  /// Functions go by several names; a chapter knows them by one.
  private static String called(String word) {
    String name = Signs.name(word);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "relu", "sigmoid", "tanh", "exp", "log", "ln", "sin", "cos", "sqrt" ->
          name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  /// The script after a brace, `_{\text{Step A}}`, which computes nothing.
  private void skipScript() {
    int mark = at;
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    if (at < source.length() && (source.charAt(at) == '_' || source.charAt(at) == '^')) {
      at++;
      if (at < source.length() && source.charAt(at) == '{') {
        at = close(at) + 1;
      } else {
        at++;
      }
    } else {
      at = mark;
    }
  }

  /// Bars around a difference open and close in turns.
  private String bar() {
    bars++;
    return bars % 2 == 1 ? "abs(" : ")";
  }

  private boolean digitAt(int index) {
    return index < source.length() && Character.isDigit(source.charAt(index));
  }

  /// `x_1`, `w^2`, `w_1^{+}`: scripts after an atom.
  private String scripts(String atom) {
    String result = atom;
    while (true) {
      int mark = at;
      while (at < source.length() && source.charAt(at) == ' ') {
        at++;
      }
      if (at < source.length() && source.charAt(at) == '_') {
        at++;
        result = result.strip() + "_" + script().replaceAll("\\W+", "_").replaceAll("^_|_$", "");
        result = result.replaceFirst("^([A-Za-z])_(\\d+)$", "$1$2");
      } else if (at < source.length() && source.charAt(at) == '^') {
        at++;
        String power = script().strip();
        if (power.equals("T")) {
          result = result.strip() + ".T";
          continue;
        }
        if (power.equals("+") || power.equals("*") || power.equals("new")) {
          result = result.strip() + "_new";
        } else if (power.matches("\\((\\w+)\\)")) {
          result = result.strip() + "_" + power.substring(1, power.length() - 1);
        } else if (!ofE && result.strip().equals("e")) {
          result = "exp(" + power + ")";
        } else {
          boolean plain = power.matches("[\\w.]+");
          result = result.strip() + "**" + (plain ? power : "(" + power + ")");
        }
      } else {
        at = result.equals(atom) ? mark : at;
        return result;
      }
    }
  }

  private String script() {
    if (at >= source.length()) {
      throw new Unfit();
    }
    if (source.charAt(at) == '{') {
      at++;
      return group('}');
    }
    if (source.charAt(at) == '\\') {
      return command();
    }
    return String.valueOf(source.charAt(at++));
  }

  private String command() {
    at++;
    int start = at;
    while (at < source.length() && Character.isLetter(source.charAt(at))) {
      at++;
    }
    if (start == at) {
      char c = at < source.length() ? source.charAt(at++) : '\0';
      return switch (c) {
        case ',', ';', ':', ' ', '!' -> " ";
        case '{' -> "(";
        case '}' -> ")";
        case '%' -> "%";
        case '_' -> "_";
        case '|' -> bar();
        default -> throw new Unfit();
      };
    }
    String word = source.substring(start, at);
    if (word.equals("frac") || word.equals("dfrac") || word.equals("tfrac")) {
      String over = argument().strip();
      String under = argument().strip();
      Matcher quotient = DELTAS.matcher(over + " / " + under);
      if (quotient.matches()) {
        return "d" + quotient.group(1) + "/d" + quotient.group(2);
      }
      return term(over) + " / " + term(under);
    }
    if (word.equals("sqrt")) {
      return "sqrt(" + argument() + ")";
    }
    if (word.equals("begin") || word.equals("end")) {
      String name = argument();
      if (name.strip().startsWith("cases")) {
        throw new Unfit();
      }
      return ROWS.matcher(name).matches() ? scripts(matrix(name.strip())) : " ";
    }
    if (word.equals("sum")) {
      return sum();
    }
    if (word.equals("nabla")) {
      return nabla();
    }
    if (WRAPPERS.contains(word)) {
      String inner = argument().strip();
      boolean words = inner.chars().anyMatch(Character::isLetter) && !inner.matches(".*[=+*/()].*");
      return words ? called(inner.replaceAll("[^\\p{L}\\p{N}]+", "_")) : inner;
    }
    if (BRACES.contains(word)) {
      String inner = argument();
      skipScript();
      return inner;
    }
    if (IGNORED.contains(word)) {
      argument();
      return "";
    }
    if (word.equals("color") || word.equals("textcolor")) {
      argument();
      return word.equals("color") ? "" : argument();
    }
    if (ACCENTS.contains(word)) {
      return argument().strip() + "_" + word;
    }
    if (TexWords.SIZES.contains(word)) {
      return "";
    }
    if (word.equals("log")) {
      Matcher base = BASE.matcher(source).region(at, source.length());
      if (base.lookingAt()) {
        word += base.group(1);
        at = base.end();
      }
    }
    if (FUNCTIONS.contains(word) || word.equals("ln")) {
      return bare(word.equals("ln") ? "log" : word);
    }
    if (word.equals("sigma")) {
      return DEVIATION.matcher(source).region(at, source.length()).lookingAt() ? "σ" : "sigmoid";
    }
    String known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    if (TexWords.GREEK.containsKey(word)) {
      return word.equals("lambda") ? "lam" : word;
    }
    return TexWords.code(word).map(it -> " " + it + " ").orElseThrow(Unfit::new);
  }

  /// `\log p` is `log(p)`.
  private String bare(String function) {
    int mark = at;
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    boolean argument =
        at < source.length()
            && (Character.isLetterOrDigit(source.charAt(at))
                || source.startsWith("\\hat", at)
                || source.startsWith("\\sigma", at));
    if (!argument) {
      at = mark;
      return function;
    }
    return function + "(" + atom().strip() + ")";
  }

  /// `\nabla_w L` and `\nabla L(w)` are `dL/dw`.
  private String nabla() {
    Optional<String> by = Optional.empty();
    if (at < source.length() && source.charAt(at) == '_') {
      at++;
      by = Optional.of(script().strip());
    }
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    String of = atom().strip();
    Matcher argument = ARGUMENT.matcher(source).region(at, source.length());
    if (argument.lookingAt()) {
      at = argument.end();
      String name = new Tex(argument.group(1), ofE, depth + 1).all().strip();
      by = by.or(() -> Optional.of(name));
    }
    if (by.filter(NAME.asMatchPredicate()).isEmpty() || !NAME.matcher(of).matches()) {
      throw new Unfit();
    }
    return "d" + of + "/d" + by.get();
  }

  /// What stands in the next braces, or the next single character.
  private String argument() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
    if (at < source.length() && source.charAt(at) == '{') {
      int close = close(at);
      String inner = source.substring(at + 1, close);
      at = close + 1;
      Matcher words = Pattern.compile("[\\p{L}\\p{N} _-]+").matcher(inner);
      if (words.matches()
          && inner.matches(".*[\\p{L}]{2,}.*")
          && !inner.matches("d[\\p{L}\\p{N}_]{1,3}")) {
        return inner.strip();
      }
      return new Tex(inner, ofE, depth + 1).all();
    }
    return script();
  }

  private String all() {
    return group('\0');
  }

  private int close(int open) {
    int depth = 0;
    for (int i = open; i < source.length(); i++) {
      depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new Unfit();
  }
}
