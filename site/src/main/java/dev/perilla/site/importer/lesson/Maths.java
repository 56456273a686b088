package dev.perilla.site.importer.lesson;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.words.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The formulas of a text in Markdown. One that has numbers in it becomes code, which is checked;
/// one that cannot, and one without numbers, stays as it is.
public final class Maths {
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<![\\\\$])\\$\\$(.+?)\\$\\$|\\\\begin\\{((?:align|equation|gather|multline|eqnarray)\\*?)\\}(.{1,6000}?)\\\\end\\{\\2\\}|\\\\\\[(.+?)\\\\\\]|\\\\\\((.+?)\\\\\\)|(?<![\\\\$\\p{L}\\p{N}])\\$(?!\\s)([^$\\n"
              + "]{1,400}?)(?<![\\s\\\\])\\$(?!\\d)",
          Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("_(?:\\{[^{}]*\\}|\\w)");
  private static final Pattern SCRIPT =
      Pattern.compile("[_^](?:\\{[^{}]*\\}|\\w)|\\\\in\\s*\\\\\\{0\\s*,\\s*1\\\\\\}");

  /// `1{,}216` and `10,000`, one number.
  private static final Pattern GROUPED =
      Pattern.compile("(?<![\\d.,}])[1-9]\\d{0,2}(?:(?:\\{,\\}\\d{3})+|(?:,\\d{3})+)(?![\\d,{])");

  private static final Pattern GOES_ON = Pattern.compile("\\s*([=≈])\\s+(?=.*[=≈])");
  private static final Pattern SUBSCRIPT = Pattern.compile("[₀-₉]+");
  private static final Pattern SIDES =
      Pattern.compile(
          "=|\\\\(?:approx|to|rightarrow|implies|Rightarrow|le|ge|leq|geq|quad|qquad)\\b|\\\\\\\\");
  private static final Pattern COMMAND = // those that are names of something are left
      Pattern.compile(
          "\\\\(?!alpha|beta|gamma|delta|eta|theta|lambda|mu|sigma|phi|omega|nabla|hat|mathbf|vec)"
              + "[A-Za-z]+\\*?(?:\\{(?:[a-z]+\\*?|[clr|]+)\\}(?=[^a-z]|$))?|\\bd(?=\\W)|\\be(?=\\W)");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}]");
  private static final Pattern LARGE = Pattern.compile("\\d\\d|\\d[.,]\\d");

  /// A formula as GitHub writes it, dollars around a code span.
  private static final Pattern GITHUB = Pattern.compile("\\$`([^`$\\n]+)`\\$");

  /// A formula with blanks within its dollars, as MathJax takes it: what has a sign of TeX, or is
  /// an equation without words. One without such blanks is found first, so that nothing between two
  /// is taken.
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![\\\\$\\p{L}\\p{N}])\\$(?:(?!\\s)[^$\\n]{1,400}?(?<![\\s\\\\])\\$(?!\\d)"
              + "|(?=[^$\\n]*(?:\\\\[A-Za-z]|[_^][{\\w]|=(?![^$\\n]*\\p{L}{3})))"
              + "[ \\t]*([^$\\n]{1,400}?)[ \\t]*(?<!\\\\)\\$(?!\\d))");

  /// A number with a unit in upright letters at the end of a formula, `E = 900\\,\\mathrm{J}`.
  private static final Pattern MEASURED =
      Pattern.compile(
          "((?:[^\\n"
              + "&]*=[^\\n"
              + "&]*|\\s*-?[\\d.,]*)\\d\\}?)(?:\\\\[,;:!"
              + " ]|~|\\s)*\\\\(?:mathrm|text|textrm|mathsf)\\{(?:\\\\[,;:"
              + " ]|~|\\s)*(?!(?:if|and|or|for|is|as|at|to|of|so|on|si|und|et|ou)\\b)"
              + "((?:[kmMGnµ]?[A-Za-zΩ°%]{1,3}(?:\\^\\{?[23]\\}?)?(?:\\s*(?:/|·|\\\\cdot|\\\\[,"
              + " ]|\\s)\\s*(?=[A-Za-zΩ]))?){1,4})\\s*\\}\\s*[.,]?\\s*");

  /// `\\nabla f(2, -1) = (1, 2)`, a list of derivatives.
  private static final Pattern GRADIENT =
      Pattern.compile(
          "\\s*\\\\n"
              + "abla\\s*([A-Za-z])\\s*((?:\\([-\\d.,"
              + " ]+\\))?)\\s*=\\s*(?:\\\\left)?(?:[\\[(]|\\\\begin\\{[bp]matrix\\})((?:[-\\d.,&\\s]|\\\\\\\\)+)(?:\\\\r"
              + "ight)?(?:[\\])]|\\\\end\\{[bp]matrix\\})(?:\\^(?:T|\\\\top))?\\s*([.,]?)\\s*");

  private static final Pattern TRANSPOSED = Pattern.compile("\\^\\{?\\\\(?:top|intercal)\\}?");

  /// `(1.5;\\ 0.5)`, numbers side by side.
  private static final Pattern TUPLE =
      Pattern.compile("\\(-?[\\d.]+(?:;(?:\\\\[,;: ]|\\s|~)*-?[\\d.]+)+\\)");

  private static final Pattern COLUMN =
      Pattern.compile("(\\(-?[\\d.]+(?:,\\s*-?[\\d.]+)+\\))\\^\\{?T\\}?");

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+(?=\\n)"); // no chapter has these
  private static final Pattern CODE = Pattern.compile("(`+).+?\\1", Pattern.DOTALL);

  private Maths() {}

  /// A formula that claims nothing of its numbers.
  ///
  /// @param tex what stands between its marks
  public record Notation(int start, int end, String tex) {}

  /// A text whose formulas that are code are code spans.
  ///
  /// @param formulas is told those
  public static String dressed(String markdown, Layers layers, Consumer<Formula> formulas) {
    if (markdown.indexOf('$') < 0 && markdown.indexOf('\\') < 0) {
      return markdown;
    }
    String plain = GITHUB.matcher(markdown).replaceAll("\\$$1\\$");
    if (!plain.equals(markdown)) {
      return dressed(plain, layers, formulas);
    }
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(markdown);
    int at = 0;
    while (code.find()) {
      out.append(formulas(markdown.substring(at, code.start()), layers, formulas));
      out.append(code.group());
      at = code.end();
    }
    return out.append(formulas(markdown.substring(at), layers, formulas)).toString();
  }

  private static String formulas(String text, Layers layers, Consumer<Formula> formulas) {
    String words =
        SPACED
            .matcher(text)
            .replaceAll(
                it ->
                    Matcher.quoteReplacement(
                        it.group(1) == null ? it.group() : "$" + it.group(1) + "$"));
    Matcher formula = FORMULA.matcher(words);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (formula.find()) {
      out.append(words, at, formula.start());
      boolean display = formula.group(5) == null && formula.group(6) == null;
      Matcher gradient = GRADIENT.matcher(content(formula));
      if (gradient.matches()) {
        out.append("∇" + gradient.group(1) + gradient.group(2) + " = (");
        out.append(String.join(", ", gradient.group(3).strip().split("\\s*(?:,|\\\\\\\\|&)\\s*")));
        out.append(')').append(gradient.group(4));
        at = formula.end();
        continue;
      }
      String whole = layers.below(content(formula));
      Matcher measured = MEASURED.matcher(whole);
      String unit = measured.matches() ? unit(measured.group(2)) : "";
      String source = unit.isEmpty() ? whole : measured.group(1);
      Optional<String> code =
          Numeral.anyDigit(source) || source.contains("=")
              ? Tex.code(source, layers.ofE())
              : Optional.empty();
      if (code.isPresent() && !code.get().isBlank()) {
        String written = display ? block(code.get()) : span(code.get().replace("\n", ",  "));
        written += unit.isEmpty() ? "" : " " + unit;
        out.append(written);
        formulas.accept(
            new Formula(written, BLANKS.matcher(typed(formula)).replaceAll(""), display));
      } else {
        out.append(formula.group());
      }
      at = formula.end();
    }
    return out.append(words.substring(at)).toString();
  }

  /// The formulas of a text that stay as they are and have no digits but those of signs, `W^1 \in
  /// \mathbb{R}^{3 \times 2}`, or constants of a formula in letters, `\frac{1}{2}\|t - y\|`.
  public static List<Notation> notation(String words) {
    if (words.indexOf('$') < 0 && words.indexOf('\\') < 0) {
      return List.of();
    }
    List<Notation> found = new ArrayList<>();
    Matcher formula = FORMULA.matcher(words);
    while (formula.find()) {
      String source = content(formula);
      String plain = SCRIPT.matcher(source).replaceAll("");
      if (!Numeral.anyDigit(plain) || isGeneral(source)) {
        found.add(new Notation(formula.start(), formula.end(), source));
      }
    }
    return found;
  }

  /// Whether each side of a formula is one of letters, with constants of one digit.
  private static boolean isGeneral(String source) {
    for (String side : SIDES.split(source, -1)) {
      boolean letters = LETTER.matcher(COMMAND.matcher(side).replaceAll(" ")).find();
      if (!side.isBlank()
          && (!letters || LARGE.matcher(INDEX.matcher(side).replaceAll("")).find())) {
        return false;
      }
    }
    return true;
  }

  /// A unit as words have it, `m/s²`.
  private static String unit(String tex) {
    return tex.replaceAll("\\\\(?:cdot|times)\\b", "·")
        .replaceAll("\\\\[,;: ]|~", " ")
        .replaceAll("\\^\\{?2\\}?", "²")
        .replaceAll("\\^\\{?3\\}?", "³")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// What a formula is between dollars.
  private static String typed(Matcher formula) {
    if (formula.group(2) == null) {
      return IntStream.of(1, 4, 5, 6)
          .mapToObj(formula::group)
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow();
    }
    String rows =
        formula.group(2).startsWith("align") || formula.group(2).startsWith("eqn")
            ? "aligned"
            : "gathered";
    return "\n\\begin{" + rows + "}" + formula.group(3) + "\\end{" + rows + "}\n";
  }

  private static String content(Matcher formula) {
    for (int i = 1; i <= 6; i++) {
      if (i != 2 && formula.group(i) != null) {
        String source = formula.group(i).replaceAll("\\n[ \\t]*>[ \\t]?", "\n");
        source = TRANSPOSED.matcher(source).replaceAll("^T");
        source = TUPLE.matcher(source).replaceAll(it -> it.group().replaceAll(";[^-\\d)]*", ", "));
        source = COLUMN.matcher(source).replaceAll("$1");
        source = SUBSCRIPT.matcher(source).replaceAll(it -> "_{" + Signs.name(it.group()) + "}");
        return GROUPED
            .matcher(source)
            .replaceAll(it -> it.group().replace("{,}", "").replace(",", ""));
      }
    }
    throw new IllegalStateException("a formula without content");
  }

  /// A formula in words; the sign with which it goes on stands before it.
  static String span(String code) {
    Matcher goesOn = GOES_ON.matcher(code);
    return goesOn.lookingAt()
        ? goesOn.group(1) + " `" + code.substring(goesOn.end()) + "`"
        : "`" + code + "`";
  }

  /// A displayed formula: each of its statements on a line of its own.
  private static String block(String code) {
    StringBuilder out = new StringBuilder();
    for (String line : code.split("\n|,  ", -1)) {
      if (!line.isBlank()) {
        out.append(out.isEmpty() ? "" : "  \n").append('`').append(line.strip()).append('`');
      }
    }
    return out.toString();
  }
}
