package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import dev.perilla.site.AtomicFile;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Findings on their way to the user.
///
/// @param format of what is printed
/// @param files formats of the files that are written, by file
/// @param rules weights that the user gives
/// @param color whether `pretty` and `compact` are coloured
/// @param failsAt the least severity that makes the exit code 1
/// @param quiet no summary
/// @param verbose progress and times
record Report(
    String format,
    Map<Path, String> files,
    Rules rules,
    boolean color,
    Severity failsAt,
    boolean quiet,
    boolean verbose) {

  /// What the common options say.
  static Report of(Arguments arguments, Terminal terminal) {
    return new Report(
        arguments.value(Syntax.FORMAT).orElse("pretty"),
        files(arguments.values(Syntax.REPORT), terminal),
        new Rules(arguments.values(Syntax.RULE)),
        terminal.colors(arguments.value(Syntax.COLOR).orElse("auto")),
        arguments.value(Syntax.FAIL_LEVEL).orElse("error").equals("error")
            ? Severity.ERROR
            : Severity.WARNING,
        arguments.has(Syntax.QUIET),
        arguments.has(Syntax.VERBOSE));
  }

  /// The files that `words` name: `FORMAT=FILE`.
  private static Map<Path, String> files(List<String> words, Terminal terminal) {
    Map<Path, String> files = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String format = word.substring(0, Math.max(0, equals));
      if (!Syntax.REPORT_FORMAT.choices().contains(format) || equals == word.length() - 1) {
        throw new Refusal(
            "--report is FORMAT=FILE, the format one of "
                + String.join(", ", Syntax.REPORT_FORMAT.choices())
                + ", not "
                + word);
      }
      String name = word.substring(equals + 1);
      Path file = Inputs.path(name, terminal);
      if (Files.isDirectory(file) || file.endsWith(BookFiles.BOOK) || BookFiles.isChapter(file)) {
        throw new Refusal("--report " + word + ": " + name + " is no place for a report");
      }
      if (files.put(file, format) != null) {
        throw new Refusal("--report: two reports in one file, " + name);
      }
    }
    return Collections.unmodifiableMap(files);
  }

  /// `work` with the weights that the rules give its findings; says which stay errors all the same.
  Work ruled(Work work, Terminal terminal) {
    return ruled(work, Rules.LESS, "a chapter that is not verified cannot pass", terminal);
  }

  /// Likewise of what is to be published: there every error stays one.
  Work ruledToPublish(Work work, Terminal terminal) {
    return ruled(work, Set.of(), "a book with an error is not published", terminal);
  }

  private Work ruled(Work work, Set<String> less, String why, Terminal terminal) {
    Set<String> kept = new TreeSet<>();
    Work ruled = work.with(rules.apply(work.findings(), less, kept));
    if (!kept.isEmpty()) {
      terminal.say("--rule leaves " + String.join(", ", kept) + " an error: " + why);
    }
    return ruled;
  }

  /// Prints what came of `work`, and writes the files that were asked for.
  void print(Work work, Terminal terminal) throws IOException {
    List<Finding> sorted = sorted(work.findings());
    terminal.out().print(text(format, color, sorted, work));
    String summary = terminal.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (format.equals("github") && !summary.isEmpty()) {
      Files.writeString(
          Inputs.path(summary, terminal),
          new GithubFormat(sorted).summary(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      String text = text(file.getValue(), false, sorted, work);
      AtomicFile.write(file.getKey(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(String format, boolean color, List<Finding> sorted, Work work)
      throws IOException {
    return switch (format) {
      case "github" -> new GithubFormat(sorted).text();
      case "sarif" -> SarifFormat.text(sorted);
      case "junit" -> JunitFormat.text(work.with(sorted));
      default -> text(format, color, sorted);
    };
  }

  /// All of `findings` by place, for a command whose findings only people and scripts read.
  String text(Collection<Finding> findings) {
    return text(format, color, sorted(findings));
  }

  private static List<Finding> sorted(Collection<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Finding.BY_PLACE);
    return sorted;
  }

  private static String text(String format, boolean color, List<Finding> sorted) {
    if (format.equals("json")) {
      return FindingJson.text(sorted);
    }
    StringBuilder out = new StringBuilder();
    for (Finding finding : sorted) {
      String head = Safe.lines(FindingPrinter.compact(finding));
      String rest =
          format.equals("compact")
              ? "\n"
              : Safe.lines(FindingPrinter.pretty(finding)).substring(head.length());
      out.append(color ? Colors.head(finding, head) : head);
      out.append(color ? Colors.excerpt(finding.severity(), rest) : rest);
    }
    return out.toString();
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
