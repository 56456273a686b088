package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Findings as commands to the machine that runs a GitHub workflow, which shows them beside the
/// lines they are about. It takes ten errors and ten warnings of a step; the rest are lines of the
/// log, and of the step's summary.
final class GithubFormat {
  /// How many of each weight a step may have.
  private static final int MOST = 10;

  /// A summary of a step may have 1 MiB.
  private static final int MOST_BYTES = 1_000_000;

  private final List<Finding> shown = new ArrayList<>();
  private final List<Finding> rest = new ArrayList<>();

  /// @param findings by place
  GithubFormat(List<Finding> findings) {
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      List<Finding> some = findings.stream().filter(it -> it.severity() == severity).toList();
      int most = Math.min(MOST, some.size());
      shown.addAll(some.subList(0, most));
      rest.addAll(some.subList(most, some.size()));
    }
  }

  /// The commands, the worst first, then a line for each of the rest.
  String text() {
    StringBuilder out = new StringBuilder();
    for (Finding finding : shown) {
      String message =
          FindingPrinter.visible(finding.message())
              + finding
                  .help()
                  .map(
                      help ->
                          "\n"
                              + String.join(
                                  "\n", help.lines().map(FindingPrinter::visible).toList()))
                  .orElse("");
      out.append("::").append(finding.severity().word());
      out.append(" file=").append(property(finding.span().file().name()));
      out.append(",line=").append(finding.span().line());
      out.append(",col=").append(finding.span().column());
      out.append(",title=").append(property(finding.code().id() + ": " + finding.code().title()));
      out.append("::").append(data(message).replace("##[", "#\uFFFD[")).append('\n');
    }
    StringBuilder log = new StringBuilder();
    rest.forEach(finding -> log.append(FindingPrinter.compact(finding)).append('\n'));
    return out.append(Safe.lines(log.toString())).toString();
  }

  /// The rest as Markdown; empty where there is none.
  String summary() {
    if (rest.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("### perilla: ").append(rest.size());
    out.append(" more ").append(rest.size() == 1 ? "finding" : "findings").append("\n\n");
    int bytes = 0;
    int left = rest.size();
    for (Finding finding : rest) {
      String line = "- " + Safe.markdown(FindingPrinter.compact(finding)) + "\n";
      bytes += line.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        return out.append("\n").append(left).append(" are left out here.\n").toString();
      }
      out.append(line);
      left--;
    }
    return out.append('\n').toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
