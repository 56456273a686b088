package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The row of a table that a place of a text is in.
///
/// @param start of its line, 0-based
/// @param end of its line
/// @param table where its head begins
/// @param index of the row below the rule, from 0
/// @param head what stands at the head of the column, without dollars and backticks
/// @param heads the words at the head of the column, in lower case
/// @param names the same as they are written
public record Row(
    int start, int end, int table, int index, String head, List<String> heads, List<String> names) {
  /// The cell at a place of a text, empty where that is no table.
  public static Optional<Row> of(String text, int place) {
    int start = text.lastIndexOf('\n', place - 1) + 1;
    int end = text.indexOf('\n', place);
    end = end < 0 ? text.length() : end;
    String line = text.substring(start, end);
    if (line.indexOf('|') < 0) {
      return Optional.empty();
    }
    int head = start;
    while (head > 0) {
      int above = text.lastIndexOf('\n', head - 2) + 1;
      if (text.substring(above, head).indexOf('|') < 0) {
        break;
      }
      head = above;
    }
    if (head == start || !text.substring(head, start).contains("-")) {
      return Optional.empty();
    }
    int column = cells(text.substring(start, place)).length - 1;
    String[] heads = cells(text.substring(head, text.indexOf('\n', head)));
    String words = column < heads.length ? heads[column] : "";
    return Optional.of(
        new Row(
            start,
            end,
            head,
            (int) text.substring(head, start).lines().count() - 2,
            words.replaceAll("[`$*]", "").strip(),
            List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")),
            List.of(words.split("(?U)\\W+"))));
  }

  /// What rows say that spell out how a number comes about, a cell for each side: `| d | a*b | -2
  /// |` is `d = a*b = -2`, `| total | 3 × 4 + 1 | 13 |` is `3 * 4 + 1 = 13`.
  public static List<Equation> equations(Scan scan) {
    List<Equation> found = new ArrayList<>();
    String text = scan.text();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (text.substring(at, end).indexOf('|') >= 0 && of(text, at).isPresent()) {
        found.addAll(new Spelled(scan, at, end).equations());
      }
      at = end + 1;
    }
    return found;
  }

  private static String[] cells(String line) {
    return line.split("\\|", -1);
  }
}
