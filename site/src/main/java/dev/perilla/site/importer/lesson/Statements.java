package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.words.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Formulas in characters, as people type them into a fence or between backticks, in signs that
/// `check` reads: `w₁x₁` becomes `w1·x1`, `(0.5)(2)` a product, and a line that goes on with `=` is
/// joined to the one before.
public final class Statements {
  private static final Pattern SUBSCRIPTED =
      Pattern.compile("(?U)([\\p{L}_][\\p{L}\\p{N}_]*?)([₀-₉]+)(?=([\\p{L}(])?)");
  private static final Pattern GOES_ON = Pattern.compile("\\s+(?:[=≈→]|->|[+*/×·]\\s|-\\s).*");
  private static final Pattern GOES_ON_BELOW =
      Pattern.compile("\\n[ \\t>]*[*_]{0,2}(?:=(?!=)|≈)[ \\t*_`]*[-−\\p{L}\\d(\\[{√∂½]");
  private static final Pattern STATES = Pattern.compile(".*[=≈→].*");
  private static final Pattern PRODUCT = Pattern.compile("(?<=[\\w.]\\))(?=\\()");
  private static final Pattern LEADS_ON = // `u = 2 * 3 = 6 → v = sigmoid(u)`
      Pattern.compile(
          "(?mU)((?:^|; |→ `)[^→⇒;\\n]*[^=<>!]=[^=→⇒;\\n][^→⇒;\\n]*[=≈][^=≈→⇒;\\n]*[\\d)])"
              + "[ ,]*(?:→|->|⇒|⟹)[ ,]*(?=[\\p{L}_∂][\\p{L}\\p{N}_/∂]*\\s*[=≈](?!=))");
  private static final Pattern NUMBERED = // `Step 2: b = 1 + 1`
      Pattern.compile(
          "(?mU)^([ \\t]*\\p{L}[\\p{L}\\p{M} ]*?[ ]?\\d{1,2}(?:\\.\\d)?(?: ?\\([^()=≈\\d]*\\))?:)["
              + " \\t]+(?=\\S[^\\n"
              + "]*[=≈])(?=[^\\n]*(?:[*/×·+(\\[]|=[^\\n]*[=≈]))");
  private static final Map<String, String> MARKS = // over a letter
      Map.of("\u0302", "_hat", "\u0303", "_tilde", "\u0304", "_bar");
  private static final Pattern LOGARITHM = // `log2 0.7`
      Pattern.compile("(?<![\\w.])(log2|log10|log|ln) (\\d+(?:\\.\\d+)?)(?![\\w(])");
  private static final Pattern ROW = // `[0.4  0.6]`
      Pattern.compile("\\[\\s*[-−]?\\d+(?:\\.\\d*)?(?:\\s+[-−]?\\d+(?:\\.\\d*)?)+\\s*\\]");
  private static final String CELLS = "\\[[ \\t]*[-−]?\\d[-−\\d.,e \\t]*\\]";
  private static final Pattern MATRIX = // `[[1, 2],`, then ` [3, 4]]`
      Pattern.compile(
          "\\[[ \\t]*"
              + CELLS
              + "(?:,?[ \\t]*\\n?[ \\t]*"
              + CELLS
              + ")*?,?[ \\t]*\\n[ \\t]*"
              + CELLS
              + "(?:,?[ \\t]*\\n?[ \\t]*"
              + CELLS
              + ")*[ \\t]*\\]");
  private static final Pattern STACKED = // `W = [1 2]`, then `[3 4]` below
      Pattern.compile(
          "(?mU)^([ \\t]*[\\p{L}_]\\w*[ \\t]*=[ \\t]*)"
              + CELLS
              + "(?:[ \\t]*\\n[ \\t]+"
              + CELLS
              + ")+[ \\t]*$");
  private static final Pattern BRACKET =
      Pattern.compile(
          "(?<=[-−+*/·×=≈]\\s{0,2})\\[([^\\[\\],\\n]*(?:\\s[-+−]\\s|\\()[^\\[\\],\\n]*)\\]");
  private static final Pattern ONES = // `Z = [0.5] + [0.2] = [0.7]`, matrices of one number
      Pattern.compile(
          "(?U)[ \\t]*[\\p{L}_]\\w*(?:\\s*[=≈]\\s*[-−+*/·×\\d. ()]*\\[[-−+*/·×\\d."
              + " ()\\[\\]]*){2,}");
  private static final Pattern COLUMN = Pattern.compile("[=≈]\\s*\\[\\s*[-−\\d.]+\\s*\\]");
  private static final Pattern UNIT = // `= 0.971 bits`: the word stands apart from the statement
      Pattern.compile(
          "(?mU)([=≈]\\s*[-−]?\\d[\\d,]*(?:\\.\\d+)?)("
              + " (?!(?:million|billion|trillion|thousand|hundred|percent|times|millones|mil|veces|and|or|if|for|mod)\\b)\\p{L}{3,}(?:["
              + " /]\\p{L}+)*)[ \\t]*$");
  private static final Pattern ASIDE = // `= 0.94  (the prediction)`
      Pattern.compile(
          "(?m)^([^→\\n"
              + "]*[=≈]\\s*[-−]?\\d[\\d,]*(?:\\.\\d+)?)[ \\t]+(\\([^()=≈\\d\\n"
              + "]{3,}\\))[ \\t]*$");
  private static final Pattern SPACED = // `b = 0   - 0.1 * 2`
      Pattern.compile("(?<=[\\w.)])\\s{3,}(?=[-+−*/×·]\\s+[\\w.(])");
  private static final Pattern BRACKETED = Pattern.compile("\\([^=≈\\n]+[=≈][^\\n]*\\)");
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?U)\\(?([\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)+)\\)?\\s*=\\s*"
              + "\\(?([-−]?\\d+(?:\\.\\d+)?(?:\\s*,\\s*[-−]?\\d+(?:\\.\\d+)?)+)\\)?");
  private static final int LONGEST = 240;

  private Statements() {}

  /// A fence, a statement a line; what numbers it stands on a line of its own, since a number that
  /// claims nothing would take the claim from what stands beside it.
  public static String fence(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : rows(text).split("\n", -1)) {
      String last = lines.isEmpty() ? "" : lines.getLast();
      boolean joins =
          GOES_ON.matcher(line).matches()
              && STATES.matcher(last).matches()
              && last.length() + line.length() < LONGEST;
      if (joins) {
        lines.set(lines.size() - 1, last.stripTrailing() + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    String numbered = NUMBERED.matcher(listed(String.join("\n", lines))).replaceAll("$1\n    ");
    String units = UNIT.matcher(signs(apart(numbered, "; "))).replaceAll("$1   $2");
    return ASIDE.matcher(units).replaceAll("$1   # $2");
  }

  /// Several lines that begin with the same sign, one of them before a name, are a list, whose
  /// bullets are no signs.
  private static String listed(String text) {
    String listed = text;
    for (String sign : List.of("-", "*", "+")) {
      Pattern marker = Pattern.compile("(?m)^([ \\t]*)\\" + sign + "(?=[ \\t]+\\S)");
      listed =
          marker.matcher(text).results().count() > 1
                  && Pattern.compile(marker + "[ \\t]+\\p{L}").matcher(text).find()
              ? marker.matcher(listed).replaceAll("$1•")
              : listed;
    }
    return listed;
  }

  /// Matrices that are written a row a line, each on one line.
  private static String rows(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    String joined =
        MATRIX
            .matcher(text)
            .replaceAll(
                it -> Matcher.quoteReplacement(it.group().replaceAll(",?\\s*\\n\\s*", ", ")));
    return STACKED
        .matcher(joined)
        .replaceAll(
            it -> {
              int column = it.group().indexOf('[');
              boolean aligned = it.group().lines().allMatch(row -> row.indexOf('[') == column);
              return Matcher.quoteReplacement(
                  aligned
                      ? it.group(1)
                          + "["
                          + it.group()
                              .substring(it.group(1).length())
                              .replaceAll("\\s*\\n\\s*", ", ")
                          + "]"
                      : it.group());
            });
  }

  /// A text whose lines go on with `=`, each with the line before: `z = 2(3)`, then `= 6`.
  public static String joined(String markdown) {
    if (!GOES_ON_BELOW.matcher(markdown).find()) {
      return markdown;
    }
    StringBuilder out = new StringBuilder();
    boolean code = false;
    boolean states = false; // whether the line before is one that may go on
    for (String line : markdown.split("\n", -1)) {
      boolean fence = line.strip().startsWith("```") || line.strip().startsWith("$$");
      boolean goes = !code && !fence && states && GOES_ON_BELOW.matcher("\n" + line).lookingAt();
      out.append(out.isEmpty() ? "" : goes ? " " : "\n").append(goes ? line.strip() : line);
      code ^= fence && line.strip().lastIndexOf("$$") <= 0;
      states = !code && !fence && STATES.matcher(line).matches();
    }
    return out.toString();
  }

  /// The code spans of a text, each in signs that are read.
  public static String spans(String markdown) {
    if (markdown.indexOf('`') < 0) {
      return markdown;
    }
    Matcher span = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)").matcher(markdown);
    return span.replaceAll(
        it -> {
          String bare = bare(it.group(1));
          String close = SPACED.matcher(each(bare)).replaceAll(" ");
          String written = Maths.span(signs(apart(close, "` → `")));
          return Matcher.quoteReplacement(bare.equals(it.group(1)) ? written : "(" + written + ")");
        });
  }

  /// A statement without the brackets around all of it: `(b = 0.1 * 2 = 0.2)`.
  private static String bare(String text) {
    if (!BRACKETED.matcher(text).matches()) {
      return text;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && i < text.length() - 1) {
        return text;
      }
    }
    return text.substring(1, text.length() - 1).strip();
  }

  /// `(x, y) = (1, 2)`: `x = 1, y = 2`.
  private static String each(String text) {
    Matcher several = SEVERAL.matcher(text);
    if (!several.matches()) {
      return text;
    }
    List<String> names = List.of(several.group(1).split("\\s*,\\s*", -1));
    List<String> numbers = List.of(several.group(2).split("\\s*,\\s*", -1));
    return names.size() != numbers.size()
        ? text
        : IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + " = " + numbers.get(i))
            .collect(Collectors.joining(", "));
  }

  /// Statements that follow from each other, each by itself.
  private static String apart(String text, String sign) {
    String before = text;
    String after = LEADS_ON.matcher(before).replaceAll("$1" + sign);
    while (!after.equals(before)) {
      before = after;
      after = LEADS_ON.matcher(before).replaceAll("$1" + sign);
    }
    return after;
  }

  private static String signs(String written) {
    String text = written;
    for (Map.Entry<String, String> mark : MARKS.entrySet()) {
      text = text.replaceAll("(?<=\\p{L})" + mark.getKey(), mark.getValue());
    }
    Matcher name = SUBSCRIPTED.matcher(text);
    String plain =
        name.replaceAll(
            it -> {
              StringBuilder word = new StringBuilder(it.group(1));
              it.group(2).chars().forEach(c -> word.append((char) ('0' + (c - '₀'))));
              boolean product = it.group(3) != null && !Signs.isFunction(word.toString());
              return Matcher.quoteReplacement(word + (product ? "·" : ""));
            });
    plain = plain.replaceAll("½\\s*(?=[(\\p{L}])", "1/2·");
    plain = plain.replace("σ(", "sigmoid(").replace("ReLU(", "relu(");
    plain = LOGARITHM.matcher(plain).replaceAll("$1($2)");
    plain =
        ROW.matcher(plain)
            .replaceAll(it -> it.group().replaceAll("(?<=\\d)\\s+(?=[-−]?\\d)", ", "));
    plain = plain.lines().map(Statements::bracketed).collect(Collectors.joining("\n"));
    return PRODUCT.matcher(plain).replaceAll("·");
  }

  /// `-[0.4·x + 0.6·y]`: square brackets around a sum are brackets, unless lists of one number
  /// stand there too.
  private static String bracketed(String text) {
    return ONES.matcher(text).matches()
        ? text.replace('[', '(').replace(']', ')')
        : COLUMN.matcher(text).find() ? text : BRACKET.matcher(text).replaceAll("($1)");
  }
}
