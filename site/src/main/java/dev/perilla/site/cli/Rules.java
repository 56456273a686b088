package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Other weights for kinds of findings, by the will of a book: `--rule CODE=off|warning|error`.
///
/// A warning may be anything. An error of a chapter stays one: what keeps a chapter from being
/// read, run or verified cannot be called less, or what is not true would pass.
final class Rules {
  /// Between files of a book, none of them about the truth of a page.
  static final Set<String> LESS =
      Set.of("P0505", "P0506", "P0507", "P0510", "P0513", "P0601", "P0602");

  private final Map<String, String> levels = new LinkedHashMap<>();

  /// @param words as on the command line
  /// @throws Refusal where one is no rule
  Rules(List<String> words) {
    for (String word : words) {
      if (!word.matches("P[0-9]{4}=(off|warning|error)")) {
        throw new Refusal("--rule is CODE=off, CODE=warning or CODE=error, not " + word);
      }
      String code = word.substring(0, 5);
      if (Codes.all().stream().noneMatch(it -> it.id().equals(code))) {
        throw new Refusal("--rule " + word + ": there is no code " + code);
      }
      levels.put(code, word.substring(6));
    }
  }

  /// `findings` with the weights that the rules give them.
  ///
  /// @param less the codes of errors that may be less
  /// @param kept takes the codes of errors that a rule would make less and that stay errors
  List<Finding> apply(List<Finding> findings, Set<String> less, Set<String> kept) {
    if (levels.isEmpty()) {
      return findings;
    }
    List<Finding> ruled = new ArrayList<>();
    for (Finding finding : findings) {
      String code = finding.code().id();
      String level = levels.getOrDefault(code, finding.severity().word());
      if (level.equals(finding.severity().word())) {
        ruled.add(finding);
      } else if (finding.severity() == Severity.ERROR && !less.contains(code)) {
        kept.add(code);
        ruled.add(finding);
      } else if (!level.equals("off")) {
        Severity severity = level.equals("error") ? Severity.ERROR : Severity.WARNING;
        ruled.add(
            new Finding(
                finding.code(),
                severity,
                finding.span(),
                finding.message(),
                finding.label(),
                finding.help(),
                finding.related(),
                finding.fix()));
      }
    }
    return ruled;
  }
}
