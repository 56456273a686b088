package dev.perilla.renderer.internal.math;

import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.tex.TexWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A formula of TeX as MathML Core: fractions, roots, powers and indices, Greek letters, operators,
/// sums with limits, functions, text, brackets that grow, `aligned`, `cases` and matrices.
///
/// ```java
/// MathMl.of("\\frac{dc}{da} = b", false);   // <math>…<mfrac>…
/// ```
///
/// What it does not know it does not guess: then there is no MathML, and the page shows the TeX.
public final class MathMl {
  private static final int DEEPEST = 40;

  /// So many signs fit into a line on a narrow screen.
  private static final int FITS = 32;

  private static final Set<String> BOLD = Set.of("mathbf", "boldsymbol", "bm");

  /// What brackets grow around.
  private static final Pattern TALL = Pattern.compile("<(?:mfrac|mtable|munder)");

  /// The letters of sets that Unicode had before it had all: the others follow 𝔸.
  private static final Map<Character, String> SETS =
      Map.of('C', "ℂ", 'H', "ℍ", 'N', "ℕ", 'P', "ℙ", 'Q', "ℚ", 'R', "ℝ", 'Z', "ℤ");

  private static final Set<String> SIGNED = Set.of("<mo>−</mo>", "<mo>+</mo>", "<mo>±</mo>");
  private static final Pattern POSTFIX = Pattern.compile("[])|}‖⟩⌋⌉!²³%°′]</mo>$");

  private static final Pattern SIGNS = Pattern.compile("[\\\\^_{]");
  private static final Pattern WORD = Pattern.compile("(?<![\\\\\\p{L}])\\p{L}+");

  private final String tex;
  private final boolean display;
  private int at;
  private int depth;

  private MathMl(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  /// What stands in a formula that cannot be written.
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown() {
      super("", null, false, false);
    }
  }

  /// The formula as one element `math`; empty where it has something that is not known. Cost:
  /// linear in its length.
  ///
  /// @param display whether it stands on a line of its own
  public static Optional<String> of(String tex, boolean display) {
    MathMl reader = new MathMl(tex, display);
    try {
      String row = reader.row("");
      return reader.at == tex.length()
          ? Optional.of("<math" + (display ? block(row) : "") + ">" + row + "</math>")
          : Optional.empty();
    } catch (Unknown unknown) {
      return Optional.empty();
    }
  }

  /// What a formula on a line of its own says of itself: a wide one scrolls, also for those who
  /// have a keyboard alone.
  private static String block(String row) {
    int signs = 0;
    boolean inTag = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      signs += inTag || c == '<' ? 0 : 1;
      inTag = c == '<' || (inTag && c != '>');
    }
    return " display=\"block\"" + (signs > FITS ? " tabindex=\"0\"" : "");
  }

  // ---- rows

  /// Terms up to one of `ends`, which is not read, or up to the end where that is empty.
  private String row(String end) {
    if (++depth > DEEPEST) {
      throw new Unknown();
    }
    List<String> terms = new ArrayList<>();
    boolean afterFunction = false;
    blanks();
    while (at < tex.length() && (end.isEmpty() || !tex.startsWith(end, at)) && !cellEnds()) {
      boolean isFunction = isFunction(command(at));
      String term = scripted();
      boolean first = terms.isEmpty();
      boolean afterOperand = !first && endsOperand(terms.getLast());
      if (!first
          && (isFunction ? afterOperand && !isBlank(terms.getLast()) : afterFunction)
          && beginsOperand(term)) {
        terms.add(blank(","));
      }
      terms.add(first || afterOperand ? term : prefixed(term));
      afterFunction = isFunction;
      blanks();
    }
    depth--;
    return terms.size() == 1 ? terms.getFirst() : "<mrow>" + String.join("", terms) + "</mrow>";
  }

  /// Whether a sign behind the term joins it to another: `a - b`, `(a) - b`, and not `= -b`.
  private static boolean endsOperand(String term) {
    return !term.startsWith("<mo") || POSTFIX.matcher(term).find();
  }

  /// Whether a thin blank parts the term from a function's name before it, `ln 2`: one in brackets,
  /// a sign and a blank need none.
  private static boolean beginsOperand(String term) {
    return !term.isEmpty()
        && !term.startsWith("<mo")
        && !term.startsWith("<mrow><mo")
        && !isBlank(term);
  }

  private static boolean isBlank(String term) {
    return term.startsWith("<mspace");
  }

  private static boolean isFunction(String command) {
    return Symbols.FUNCTIONS.contains(command) || command.equals("operatorname");
  }

  private static String blank(String command) {
    return "<mspace width=\"" + Symbols.BLANKS.getOrDefault(command, "0") + "em\" />";
  }

  /// A sign that belongs to what follows, without the blanks of one between operands.
  private static String prefixed(String term) {
    return SIGNED.contains(term) ? term.replace("<mo>", "<mo form=\"prefix\">") : term;
  }

  private boolean cellEnds() {
    return tex.startsWith("&", at)
        || tex.startsWith("\\\\", at)
        || tex.startsWith("\\end", at)
        || (tex.startsWith("\\right", at) && !tex.startsWith("\\rightarrow", at))
        || tex.startsWith("}", at);
  }

  private void blanks() {
    while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
      at++;
    }
  }

  /// A term with what stands above and below it.
  private String scripted() {
    int start = at;
    boolean limits = takesLimits();
    String base = term();
    String below = "";
    String above = "";
    String primes = "";
    blanks();
    if (tex.startsWith("\\limits", at)) {
      at += "\\limits".length();
      limits = true;
      blanks();
    }
    while (at < tex.length() && "_^'".indexOf(tex.charAt(at)) >= 0) {
      char sign = tex.charAt(at++);
      if (sign == '\'') {
        primes += "′";
      } else if (sign == '^' && above.isEmpty()) {
        above = argument();
      } else if (sign == '_' && below.isEmpty()) {
        below = argument();
      } else {
        throw new Unknown();
      }
      blanks();
    }
    if (at == start) {
      throw new Unknown();
    }
    if (!primes.isEmpty()) {
      String all = element("mo", primes);
      above = above.isEmpty() ? all : "<mrow>" + all + above + "</mrow>";
    }
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    String kind =
        above.isEmpty()
            ? (limits ? "munder" : "msub")
            : below.isEmpty() ? (limits ? "mover" : "msup") : limits ? "munderover" : "msubsup";
    return element(kind, (base.isEmpty() ? "<mrow></mrow>" : base) + below + above);
  }

  private boolean takesLimits() {
    String name = command(at);
    boolean isLarge =
        (TexWords.LARGE.containsKey(name) && !name.endsWith("int"))
            || Symbols.LIMITS.contains(name)
            || tex.startsWith("\\operatorname*", at);
    return (display && isLarge) || Symbols.BRACES.containsKey(name);
  }

  /// The name of the command at a place; empty where there is none.
  private String command(int place) {
    int end = place + 1;
    while (end < tex.length() && isLetter(tex.charAt(end))) {
      end++;
    }
    return tex.startsWith("\\", place) ? tex.substring(place + 1, end) : "";
  }

  /// What a command or a script takes: a group, or one term.
  private String argument() {
    blanks();
    if (at >= tex.length()) {
      throw new Unknown();
    }
    if (Character.isDigit(tex.charAt(at))) {
      return element("mn", tex.substring(at, ++at)); // without braces it is one digit
    }
    String argument = tex.charAt(at) == '{' ? group() : term();
    return argument.isEmpty() ? argument() : argument; // `\\label` is none
  }

  private String group() {
    expect("{");
    String row = row("}");
    expect("}");
    return row;
  }

  private void expect(String text) {
    blanks();
    if (!tex.startsWith(text, at)) {
      throw new Unknown();
    }
    at += text.length();
  }

  // ---- terms

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private String term() {
    char c = tex.charAt(at);
    if (c == '{') {
      return group();
    }
    if (c == '\\') {
      return command();
    }
    if (Character.isDigit(c) || (c == '.' && digitAt(at + 1))) {
      return number();
    }
    int code = tex.codePointAt(at);
    at += Character.charCount(code);
    String sign = Character.toString(code);
    if (Character.isLetter(code) || sign.equals("∂") || sign.equals("∞")) {
      return element("mi", sign);
    }
    if ("()[]|".contains(sign)) {
      return "<mo stretchy=\"false\">" + sign + "</mo>"; // what grows is \left( and the like
    }
    if ("+=<>*/!,;:.?≤≥≠≈→←·×÷±−∈∑√²³%°".contains(sign)) {
      return element("mo", sign);
    }
    if (c == '-') {
      return element("mo", "−");
    }
    if (c == '~') {
      return blank(" ");
    }
    throw new Unknown();
  }

  private boolean digitAt(int place) {
    return place < tex.length() && Character.isDigit(tex.charAt(place));
  }

  /// Digits with the marks among them; `{,}` is a comma that separates nothing.
  private String number() {
    StringBuilder digits = new StringBuilder();
    while (at < tex.length()) {
      if (digitAt(at) || (tex.charAt(at) == '.' && digitAt(at + 1))) {
        digits.append(tex.charAt(at++));
      } else if (tex.startsWith("{,}", at) && digitAt(at + 3)) {
        digits.append(',');
        at += 3;
      } else {
        break;
      }
    }
    return element("mn", digits.toString());
  }

  private String command() {
    at++;
    if (at >= tex.length()) {
      throw new Unknown();
    }
    int start = at;
    while (at < tex.length() && isLetter(tex.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
    }
    String name = tex.substring(start, at);
    if (TexWords.GREEK.containsKey(name)) {
      return element("mi", TexWords.GREEK.getOrDefault(name, ""));
    }
    if (TexWords.NAMES.containsKey(name)) {
      return element("mi", TexWords.NAMES.getOrDefault(name, ""));
    }
    if (TexWords.SIGNS.containsKey(name)) {
      return element("mo", TexWords.SIGNS.getOrDefault(name, ""));
    }
    if (TexWords.LARGE.containsKey(name)) {
      return element("mo", TexWords.LARGE.getOrDefault(name, ""));
    }
    if (Symbols.FUNCTIONS.contains(name)) {
      return element("mi", name);
    }
    if (Symbols.BLANKS.containsKey(name)) {
      return blank(name);
    }
    if (TexWords.ACCENTS.containsKey(name)) {
      return "<mover accent=\"true\">"
          + argument()
          + element("mo", TexWords.ACCENTS.getOrDefault(name, ""))
          + "</mover>";
    }
    if (Symbols.BRACES.containsKey(name)) {
      String brace = stretched(Symbols.BRACES.getOrDefault(name, ""));
      return element(name.startsWith("under") ? "munder" : "mover", argument() + brace);
    }
    if (Symbols.ARROWS.containsKey(name)) {
      String arrow = stretched(Symbols.ARROWS.getOrDefault(name, ""));
      return element("mover", arrow + argument());
    }
    if (Symbols.BRACKETS.containsKey(name)) {
      return "<mo stretchy=\"false\">" + Symbols.BRACKETS.getOrDefault(name, "") + "</mo>";
    }
    if (TexWords.FONTS.contains(name) || name.equals("mathit")) {
      return BOLD.contains(name) ? marked("bold") : argument();
    }
    return switch (name) {
      case "frac", "dfrac", "tfrac", "cfrac" -> element("mfrac", argument() + argument());
      case "sqrt" -> root();
      case "text", "textrm", "mathrm", "operatorname", "textit", "texttt", "textbf", "mbox" ->
          words(name);
      case "binom", "dbinom", "tbinom" ->
          "<mrow><mo>(</mo><mfrac linethickness=\"0\">"
              + argument()
              + argument()
              + "</mfrac><mo>)</mo></mrow>";
      case "overset", "stackrel" -> over("mover");
      case "underset" -> over("munder");
      case "underline" -> element("munder", argument() + stretched("_"));
      case "overrightarrow" -> element("mover", argument() + stretched("→"));
      case "substack" -> substack();
      case "bf" -> "<mrow class=\"bold\">" + row("") + "</mrow>";
      case "rm", "it" -> row("");
      case "tag" ->
          "<mrow><mspace width=\"2em\" /><mtext>(</mtext>"
              + words("text")
              + "<mtext>)</mtext></mrow>";
      case "color", "label" -> skipped();
      case "textcolor" -> skipped() + argument();
      case "mathop", "mathrel", "mathbin" -> argument();
      case "bmod" -> element("mo", "mod");
      case "hline", "mathstrut", "strut" -> "";
      case "boxed" -> marked("boxed");
      case "mathbb" -> set();
      case "left" -> fenced();
      case "begin" -> environment();
      case "%", "$", "#", "_", "&" -> element("mo", name);
      default -> size(name);
    };
  }

  private String marked(String style) {
    return "<mrow class=\"" + style + "\">" + argument() + "</mrow>";
  }

  /// `\mathbb{R}`.
  private String set() {
    blanks();
    boolean braces = tex.startsWith("{", at);
    at += braces ? 1 : 0;
    char letter = at < tex.length() ? tex.charAt(at++) : ' ';
    if (letter < 'A' || letter > 'Z') {
      throw new Unknown();
    }
    if (braces) {
      expect("}");
    }
    return element("mi", SETS.getOrDefault(letter, Character.toString(0x1D538 + letter - 'A')));
  }

  /// Brackets are as large as they need be.
  private static String size(String name) {
    if (name.equals("right") || !TexWords.SIZES.contains(name)) {
      throw new Unknown();
    }
    return "";
  }

  private String root() {
    blanks();
    if (!tex.startsWith("[", at)) {
      return element("msqrt", argument());
    }
    at++;
    String degree = row("]");
    expect("]");
    return element("mroot", argument() + degree);
  }

  /// The first argument above or below the second.
  private String over(String kind) {
    String script = argument();
    return element(kind, argument() + script);
  }

  private static String stretched(String sign) {
    return "<mo stretchy=\"true\">" + sign + "</mo>";
  }

  /// Lines below a sum.
  private String substack() {
    expect("{");
    String table = "<mtable>" + table() + "</mtable>";
    expect("}");
    return table;
  }

  /// An argument that says nothing on a page: a colour, the name of an equation.
  private String skipped() {
    expect("{");
    int end = tex.indexOf('}', at);
    if (end < 0) {
      throw new Unknown();
    }
    at = end + 1;
    return "";
  }

  private String words(String command) {
    if (command.equals("operatorname") && tex.startsWith("*", at)) {
      at++;
    }
    expect("{");
    int end = at;
    for (int open = 1; open > 0; end++) {
      if (end >= tex.length()) {
        throw new Unknown();
      }
      open += tex.charAt(end) == '{' ? 1 : tex.charAt(end) == '}' ? -1 : 0;
    }
    String words = tex.substring(at, end - 1);
    at = end;
    boolean name = command.equals("mathrm") || command.equals("operatorname");
    if (name && SIGNS.matcher(words).find()) {
      return upright(words);
    }
    if (words.indexOf('{') >= 0) {
      throw new Unknown();
    }
    String shown = words.replace(' ', '\u00a0');
    return name && shown.length() == 1 // a single letter would slope
        ? "<mi mathvariant=\"normal\">" + html(shown) + "</mi>"
        : element(name ? "mi" : "mtext", shown);
  }

  /// A unit with powers, `kg \cdot m^{-1}`: a formula of words.
  private String upright(String formula) {
    String words = WORD.matcher(formula).replaceAll("\\\\mathrm{$0}");
    MathMl reader = new MathMl(words, display);
    reader.depth = depth;
    String row = reader.row("");
    if (reader.at != words.length()) {
      throw new Unknown();
    }
    return row;
  }

  // ---- brackets and tables

  private String fenced() {
    String open = bracket();
    String inner = row("\\right");
    expect("\\right");
    String kind =
        TALL.matcher(inner).find()
            ? "<mo fence=\"true\" stretchy=\"true\">"
            : "<mo stretchy=\"false\">";
    return "<mrow>" + sized(open, kind) + inner + sized(bracket(), kind) + "</mrow>";
  }

  private static String sized(String bracket, String kind) {
    return bracket.isEmpty() ? "" : kind + bracket + "</mo>";
  }

  /// A bracket; empty for `.`, which is none.
  private String bracket() {
    blanks();
    if (at >= tex.length()) {
      throw new Unknown();
    }
    if (tex.charAt(at) == '\\') {
      int start = ++at;
      while (at < tex.length() && isLetter(tex.charAt(at))) {
        at++;
      }
      at += at == start ? 1 : 0;
      String name = tex.substring(start, Math.min(at, tex.length()));
      if (!Symbols.BRACKETS.containsKey(name)) {
        throw new Unknown();
      }
      return Symbols.BRACKETS.getOrDefault(name, "");
    }
    char sign = tex.charAt(at++);
    if (sign == '.') {
      return "";
    }
    if ("()[]|".indexOf(sign) < 0) {
      throw new Unknown();
    }
    return String.valueOf(sign);
  }

  private String environment() {
    expect("{");
    int end = tex.indexOf('}', at);
    if (end < 0) {
      throw new Unknown();
    }
    String name = tex.substring(at, end);
    at = end + 1;
    if (name.equals("array")) {
      skipped(); // how its columns stand
    }
    String table = table();
    expect("\\end{" + name + "}");
    return switch (name) {
      case "aligned", "align", "align*", "split" ->
          "<mtable class=\"aligned\" displaystyle=\"true\">" + table + "</mtable>";
      case "matrix", "gathered", "gather", "gather*", "array", "smallmatrix" ->
          element("mtable", table);
      case "equation", "equation*" -> "<mtable displaystyle=\"true\">" + table + "</mtable>";
      case "pmatrix" -> around("(", table, ")");
      case "bmatrix" -> around("[", table, "]");
      case "Bmatrix" -> around("{", table, "}");
      case "vmatrix" -> around("|", table, "|");
      case "Vmatrix" -> around("‖", table, "‖");
      case "cases" -> around("{", table, "");
      default -> throw new Unknown();
    };
  }

  /// Rows with cells between `&`, up to what ends them.
  private String table() {
    StringBuilder rows = new StringBuilder("<mtr>");
    while (true) {
      rows.append("<mtd>").append(row("")).append("</mtd>");
      blanks();
      if (tex.startsWith("&", at)) {
        at++;
      } else if (tex.startsWith("\\\\", at)) {
        at += 2;
        rows.append("</mtr><mtr>");
      } else {
        break;
      }
    }
    return rows.append("</mtr>").toString().replace("<mtr><mtd><mrow></mrow></mtd></mtr>", "");
  }

  private static String around(String open, String table, String close) {
    String after = close.isEmpty() ? "" : "<mo fence=\"true\">" + close + "</mo>";
    return "<mrow><mo fence=\"true\">"
        + open
        + "</mo>"
        + element("mtable", table)
        + after
        + "</mrow>";
  }

  /// Leaves are escaped here; what holds elements has them made already.
  private static String element(String name, String inner) {
    boolean leaf =
        name.equals("mi") || name.equals("mo") || name.equals("mn") || name.equals("mtext");
    return "<" + name + ">" + (leaf ? html(inner) : inner) + "</" + name + ">";
  }
}
