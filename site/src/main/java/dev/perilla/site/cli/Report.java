package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Findings on their way to the user.
///
/// @param format `pretty`, `compact` or `json`
/// @param color whether `pretty` and `compact` are coloured
/// @param failsAt the least severity that makes the exit code 1
/// @param quiet no summary
/// @param verbose progress and times
record Report(String format, boolean color, Severity failsAt, boolean quiet, boolean verbose) {

  /// What the common options say.
  static Report of(Arguments arguments, Terminal terminal) {
    return new Report(
        arguments.value(Syntax.FORMAT).orElse("pretty"),
        terminal.colors(arguments.value(Syntax.COLOR).orElse("auto")),
        arguments.value(Syntax.FAIL_LEVEL).orElse("error").equals("error")
            ? Severity.ERROR
            : Severity.WARNING,
        arguments.has(Syntax.QUIET),
        arguments.has(Syntax.VERBOSE));
  }

  /// All of `findings` by place, in the report's format.
  String text(Collection<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Finding.BY_PLACE);
    if (format.equals("json")) {
      return FindingJson.text(sorted);
    }
    StringBuilder out = new StringBuilder();
    for (Finding finding : sorted) {
      String head = FindingPrinter.compact(finding);
      String rest =
          format.equals("compact") ? "\n" : FindingPrinter.pretty(finding).substring(head.length());
      out.append(color ? Colors.head(finding, head) : head);
      out.append(color ? Colors.excerpt(finding.severity(), rest) : rest);
    }
    return out.toString();
  }

  /// Prints `findings` to `out`.
  void print(Collection<Finding> findings, Terminal terminal) {
    terminal.out().print(text(findings));
  }

  /// The exit code that `findings` ask for.
  int exit(Collection<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity().compareTo(failsAt) >= 0)
        ? Exit.FINDINGS
        : Exit.CLEAN;
  }

  /// How long it took, where that was asked for: `, 0.12 s`.
  String since(long startNanos) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return verbose ? String.format(Locale.ROOT, ", %.2f s", seconds) : "";
  }

  /// `3 errors, 1 warning`; empty where there is none.
  static String count(Collection<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      long count = findings.stream().filter(it -> it.severity() == severity).count();
      if (count > 0) {
        parts.add(plural(count, severity.word()));
      }
    }
    return String.join(", ", parts);
  }

  /// `1 chapter`, `4 chapters`.
  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// The colours of a terminal: bold places, red errors, yellow warnings, cyan help.
  private static final class Colors {
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String OFF = "\u001b[0m";

    static String head(Finding finding, String head) {
      String place = finding.span().toString();
      String kind = finding.severity().word() + "[" + finding.code().id() + "]";
      String message = head.substring(place.length() + 2 + kind.length());
      return BOLD + place + OFF + ": " + of(finding.severity()) + kind + OFF + BOLD + message + OFF;
    }

    static String excerpt(Severity severity, String lines) {
      StringBuilder out = new StringBuilder();
      for (String line : lines.split("(?<=\n)", -1)) {
        String text = line.stripTrailing();
        if (text.startsWith("      | ")) {
          out.append("      | ").append(of(severity)).append(text.substring(8)).append(OFF);
        } else if (text.startsWith("   help: ") || text.startsWith("   note: ")) {
          out.append("   ").append(CYAN).append(text, 3, 8).append(OFF).append(text.substring(8));
        } else {
          out.append(text);
        }
        out.append(line.endsWith("\n") ? "\n" : "");
      }
      return out.toString();
    }

    private static String of(Severity severity) {
      return severity == Severity.ERROR ? RED : YELLOW;
    }
  }
}
