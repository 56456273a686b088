package dev.perilla.site.cli;

import dev.perilla.chapter.source.FindingPrinter;
import java.util.ArrayList;
import java.util.List;

/// The difference of two versions of a file that have the same number of lines, as `diff -u` and
/// `git` print it. Nothing in it that a terminal obeys.
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /// Empty where the two are equal.
  ///
  /// @param name of the file, with `/`
  static String of(String name, String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    if (old.size() != now.size()) {
      throw new IllegalArgumentException("the lines of " + name + " are not the same number");
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < old.size()) {
      if (old.get(at).equals(now.get(at))) {
        at++;
        continue;
      }
      int last = at;
      for (int i = at; i < old.size() && i <= last + 2 * CONTEXT; i++) {
        last = old.get(i).equals(now.get(i)) ? last : i;
      }
      int from = Math.max(0, at - CONTEXT);
      int to = Math.min(old.size(), last + 1 + CONTEXT);
      hunk(out, old, now, from, to);
      at = last + 1;
    }
    String shown = FindingPrinter.visible(name);
    return out.isEmpty() ? "" : "--- a/" + shown + "\n+++ b/" + shown + "\n" + out;
  }

  private static void hunk(
      StringBuilder out, List<String> old, List<String> now, int from, int to) {
    String range = (from + 1) + "," + (to - from);
    out.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && !old.get(end).equals(now.get(end))) {
        end++;
      }
      for (int i = at; i < end; i++) {
        line(out, '-', old.get(i));
      }
      for (int i = at; i < end; i++) {
        line(out, '+', now.get(i));
      }
      if (end == at) {
        line(out, ' ', old.get(at));
        end++;
      }
      at = end;
    }
  }

  private static void line(StringBuilder out, char mark, String line) {
    boolean ended = line.endsWith("\n");
    String end = line.endsWith("\r\n") ? "\r\n" : ended ? "\n" : "";
    String words = line.substring(0, line.length() - end.length());
    out.append(mark).append(FindingPrinter.visible(words)).append(end);
    if (!ended) {
      out.append("\n\\ No newline at end of file\n");
    }
  }

  /// Each line with its end.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, end));
      from = end;
    }
    return lines;
  }
}
