package dev.perilla.site.cli;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Severity;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A run as the XML of test reports: a suite for each file, a case for each claim that held and for
/// each error. Warnings are output of their suite. There are no times: the same chapters are the
/// same characters.
final class JunitFormat {
  private final Map<String, Worked> worked = new LinkedHashMap<>();
  private final StringBuilder suites = new StringBuilder();
  private int tests;
  private int failures;
  private int errors;

  private JunitFormat(Work work) {
    work.worked().forEach(chapter -> worked.put(chapter.place().name(), chapter));
  }

  /// What came of `work`.
  static String text(Work work) {
    JunitFormat format = new JunitFormat(work);
    TreeSet<String> files = new TreeSet<>(work.files());
    work.findings().forEach(finding -> files.add(finding.span().file().name()));
    for (String file : files) {
      List<Finding> here =
          work.findings().stream().filter(it -> it.span().file().name().equals(file)).toList();
      format.suite(file, here);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"perilla\""
        + counts(format.tests, format.failures, format.errors)
        + ">\n"
        + format.suites
        + "</testsuites>\n";
  }

  private void suite(String file, List<Finding> findings) {
    StringBuilder cases = new StringBuilder();
    int all = 0;
    int failed = 0;
    int unread = 0;
    for (Ledger.Entry entry : entries(file)) {
      all++;
      head(cases, file, entry.id() + " " + entry.text(), entry.line()).append("/>\n");
    }
    StringBuilder warnings = new StringBuilder();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.WARNING) {
        warnings.append(FindingPrinter.compact(finding)).append('\n');
        continue;
      }
      // what cannot be read holds no claim that could be false
      boolean isUnread = finding.code().id().startsWith("P00");
      all++;
      failed += isUnread ? 0 : 1;
      unread += isUnread ? 1 : 0;
      String element = isUnread ? "error" : "failure";
      String name = finding.code().id() + " " + finding.message();
      head(cases, file, name, finding.span().line()).append(">\n");
      cases.append("   <").append(element);
      cases.append(" message=\"").append(words(finding.message()));
      cases.append("\" type=\"").append(finding.code().id()).append("\">");
      cases.append(Safe.xml(FindingPrinter.pretty(finding)));
      cases.append("</").append(element).append(">\n  </testcase>\n");
    }
    if (all == 0) {
      all++;
      head(cases, file, "no claim, and no error", 1).append("/>\n");
    }
    suites.append(" <testsuite name=\"").append(words(file)).append('"');
    suites.append(counts(all, failed, unread)).append(">\n").append(cases);
    if (!warnings.isEmpty()) {
      suites
          .append("  <system-out>")
          .append(Safe.xml(warnings.toString()))
          .append("</system-out>\n");
    }
    suites.append(" </testsuite>\n");
    tests += all;
    failures += failed;
    errors += unread;
  }

  /// The claims of a chapter that held.
  private List<Ledger.Entry> entries(String file) {
    Worked chapter = worked.get(file);
    if (chapter == null) {
      return List.of();
    }
    return chapter
        .outcome()
        .map(outcome -> outcome.chapter().get().ledger().entries())
        .orElse(chapter.held());
  }

  private static StringBuilder head(StringBuilder out, String file, String name, int line) {
    out.append("  <testcase name=\"").append(words(name));
    out.append("\" classname=\"").append(words(file));
    out.append("\" file=\"").append(words(file));
    return out.append("\" line=\"").append(line).append('"');
  }

  private static String words(String text) {
    return Safe.xml(FindingPrinter.visible(text));
  }

  private static String counts(int all, int failed, int unread) {
    return " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\""
        .formatted(all, failed, unread);
  }
}
