package dev.perilla.site.importer.standing;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.lesson.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formulas of a lesson that were read as code, as their author wrote them: where the code
/// claims what the formula claims, or nothing, the chapter has the formula. One of which a part
/// claims nothing is two.
record Typeset(Tried tried) {
  private static final Pattern RELATION = // of TeX, or of its code
      Pattern.compile("\\s*(?:=|≈|→|\\\\(?:approx|to|rightarrow)(?![A-Za-z]))\\s*");

  private static final Pattern SPAN = Pattern.compile("`[^`]*`[^`]*");
  private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}_]\\w*");
  private static final Pattern QUOTED = Pattern.compile("\\n[ \\t]*>"); // a line of a quotation
  private static final String PLAIN = "]{plain}";

  /// What stands in the place of a stretch of a text.
  private record Edit(int start, int end, String formula) {}

  /// @param dressed a text with its marks
  /// @param formulas that are code in it, in order
  String in(String dressed, List<Formula> formulas) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Formula formula : formulas) {
      int from = at;
      Optional<Edit> edit = whole(dressed, from, formula).or(() -> parts(dressed, from, formula));
      if (edit.isPresent() && !QUOTED.matcher(formula.tex()).find()) {
        out.append(dressed, at, edit.get().start()).append(edit.get().formula());
        at = edit.get().end();
      }
    }
    return out.append(dressed.substring(at)).toString();
  }

  private Optional<Edit> whole(String dressed, int from, Formula formula) {
    int start = found(dressed, from, formula.code());
    if (start < 0) {
      return Optional.empty();
    }
    int end = start + formula.code().length();
    int code = formula.code().indexOf('`');
    Matcher sign = RELATION.matcher(formula.tex());
    String tex = code > 0 && sign.lookingAt() ? formula.tex().substring(sign.end()) : formula.tex();
    boolean isPlain =
        start > 0 && dressed.charAt(start - 1) == '[' && dressed.startsWith(PLAIN, end);
    return isPlain || claimsAs(tex, formula.code().substring(code))
        ? Optional.of(
            new Edit(start + code, end, formula.typeset(formula.display() ? tex : tex.strip())))
        : Optional.empty();
  }

  /// Whether a formula holds, or fails in the way of its code, which stays as it is for `check` to
  /// say so.
  private boolean claimsAs(String tex, String code) {
    List<Finding.Code> found = codes(tried.math(tex));
    return found.isEmpty()
        || (SPAN.matcher(code).matches()
            && found.equals(codes(tried.span(code.substring(1, code.indexOf('`', 1))))));
  }

  private static List<Finding.Code> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  /// One whose code is two spans with a sign between them.
  private Optional<Edit> parts(String dressed, int from, Formula formula) {
    List<int[]> ofCode = relations(formula.code());
    List<int[]> ofTex = relations(formula.tex());
    boolean alike =
        formula.code().startsWith("`")
            && formula.code().indexOf('\n') < 0
            && ofCode.size() == ofTex.size();
    for (int i = 0; alike && i < ofCode.size(); i++) {
      String name = formula.code().substring(0, ofCode.get(i)[0]) + "`";
      String sign = formula.code().substring(ofCode.get(i)[0], ofCode.get(i)[1]);
      String rest = "`" + formula.code().substring(ofCode.get(i)[1]);
      String tex = formula.tex().substring(0, ofTex.get(i)[0]).strip();
      String held = formula.tex().substring(ofTex.get(i)[1]).strip();
      int start = found(dressed, from, name + sign + rest);
      boolean claims = !tried.math(tex).isEmpty();
      if (start >= 0 && tried.math(held).isEmpty() && (!claims || isUnknown(name))) {
        String left = "$" + tex + "$";
        return Optional.of(
            new Edit(
                start,
                start + (name + sign + rest).length(),
                (claims ? "[" + left + PLAIN : left) + sign + "$" + held + "$"));
      }
    }
    return Optional.empty();
  }

  /// Whether code claims nothing: it has no numbers, and names that the program does not have.
  private boolean isUnknown(String code) {
    return Numeral.scan(code, Notation.POINT).isEmpty()
        && WORD.matcher(code).results().anyMatch(it -> !tried.knows(it.group()));
  }

  /// Where the signs between the sides of a statement begin and end.
  private static List<int[]> relations(String statement) {
    List<int[]> found = new ArrayList<>();
    Matcher relation = RELATION.matcher(statement);
    while (relation.find()) {
      String before = statement.substring(0, relation.start());
      boolean inside = before.replace("{", "").length() != before.replace("}", "").length();
      if (!inside && relation.start() > 0) {
        found.add(new int[] {relation.start(), relation.end()});
      }
    }
    return found;
  }

  /// Where code stands that begins and ends there; -1 where it does not.
  private static int found(String text, int from, String code) {
    int start = text.indexOf(code, from);
    int end = start + code.length();
    boolean isWhole =
        (start <= 0 || text.charAt(start - 1) != '`')
            && (end >= text.length() || text.charAt(end) != '`');
    return isWhole ? start : -1;
  }
}
