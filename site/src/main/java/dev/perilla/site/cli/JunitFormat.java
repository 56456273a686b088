package dev.perilla.site.cli;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.Suite;
import dev.perilla.site.book.Work;

/// A run as the XML of test reports: a suite for each file, a case for each claim that held and for
/// each error. Warnings are output of their suite. There are no times: the same chapters are the
/// same characters.
final class JunitFormat {
  private final StringBuilder suites = new StringBuilder();
  private int tests;
  private int failures;
  private int errors;

  private JunitFormat() {}

  /// What came of `work`.
  static String text(Work work) {
    JunitFormat format = new JunitFormat();
    Suite.of(work).forEach(format::suite);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"perilla\""
        + counts(format.tests, format.failures, format.errors)
        + ">\n"
        + format.suites
        + "</testsuites>\n";
  }

  private void suite(Suite suite) {
    String file = suite.file();
    StringBuilder cases = new StringBuilder();
    int all = 0;
    int failed = 0;
    int unread = 0;
    for (Ledger.Entry entry : suite.held()) {
      all++;
      head(cases, file, entry.id() + " " + entry.text(), entry.line()).append("/>\n");
    }
    StringBuilder warnings = new StringBuilder();
    for (Finding warning : suite.warnings()) {
      warnings.append(FindingPrinter.compact(warning)).append('\n');
    }
    for (Finding finding : suite.errors()) {
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
    return " tests=\"%s\" failures=\"%s\" errors=\"%s\" skipped=\"0\""
        .formatted(all, failed, unread);
  }
}
