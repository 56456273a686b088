package dev.perilla.site.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The row of a table that a place of a text is in.
///
/// @param start of its line, 0-based
/// @param end of its line
/// @param index of the row below the rule, from 0
/// @param head what stands at the head of the column, without dollars and backticks
/// @param heads the words at the head of the column, in lower case
/// @param names the same as they are written
record Row(int start, int end, int index, String head, List<String> heads, List<String> names) {
  private static final String NAME = "(?U)\\p{L}[\\p{L}\\p{N}_]{0,7}";
  private static final String FORMULA =
      "(?U)[\\p{L}\\p{N}_ .,()²³+*/·×^−-]*[²³+*/·×^(−-][\\p{L}\\p{N}_ .,()²³+*/·×^−-]*";

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
        new Row(
            start,
            end,
            (int) text.substring(head, start).lines().count() - 2,
            words.replaceAll("[`$*]", "").strip(),
            List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")),
            List.of(words.split("(?U)\\W+"))));
  }

  /// Rows that say how a name comes about, as statements: `| d | a*b | -2 |` is `d = a*b = -2`.
  static List<String> statements(String markdown) {
    List<String> found = new ArrayList<>();
    for (String line : markdown.split("\n", -1)) {
      List<String> cells =
          Arrays.stream(cells(line))
              .map(
                  it ->
                      it.replaceAll("[`$*]{1,2}(?=\\s*$)|^\\s*[`$*]{1,2}|(?<=\\s)\\*{2}|\\\\", "")
                          .strip())
              .filter(it -> !it.isEmpty())
              .toList();
      if (line.indexOf('|') < 0 || cells.size() < 3) {
        continue;
      }
      int name = 0;
      while (name < cells.size() - 2 && !cells.get(name).matches(NAME)) {
        name++;
      }
      boolean row =
          name < cells.size() - 2
              && cells.get(name).matches(NAME)
              && cells.get(name + 1).matches(FORMULA)
              && cells.get(name + 2).matches("[-−]?\\d+(\\.\\d+)?");
      if (row) {
        found.add(cells.get(name) + " = " + cells.get(name + 1) + " = " + cells.get(name + 2));
      }
    }
    return found;
  }

  private static String[] cells(String line) {
    return line.split("\\|", -1);
  }
}
