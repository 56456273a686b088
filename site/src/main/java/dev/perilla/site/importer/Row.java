package dev.perilla.site.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The row of a table that a place of a text is in.
///
/// @param start of its line, 0-based
/// @param end of its line
/// @param heads the words at the head of the column, in lower case
record Row(int start, int end, List<String> heads) {
  static Optional<Row> of(String text, int place) {
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
        new Row(start, end, List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))));
  }

  private static String[] cells(String line) {
    return line.split("\\|", -1);
  }
}
