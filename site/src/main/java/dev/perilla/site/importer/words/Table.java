package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table of a text in Markdown.
///
/// @param text that it stands in
/// @param head the cells above the rule
/// @param rows below it; one may have more cells than the head, or fewer
public record Table(String text, List<Cell> head, List<List<Cell>> rows) {
  /// One look ahead for a hyphen, then one way through: a long line costs no more than its length.
  private static final Pattern RULE = Pattern.compile("(?=[^-]*-)[\\s|:-]*+");

  public Table {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /// What stands between two bars.
  ///
  /// @param start 0-based offset in the text
  /// @param end behind it
  public record Cell(int start, int end) {}

  /// The tables of a text, in order.
  public static List<Table> in(String text) {
    List<Cell> lines = lines(text);
    List<Table> found = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Cell rule = lines.get(i);
      if (isRow(text, lines.get(i - 1))
          && isRow(text, rule)
          && RULE.matcher(text.substring(rule.start(), rule.end())).matches()) {
        List<List<Cell>> rows =
            lines.subList(i + 1, lines.size()).stream()
                .takeWhile(it -> isRow(text, it))
                .map(it -> cells(text, it))
                .toList();
        found.add(new Table(text, cells(text, lines.get(i - 1)), rows));
      }
    }
    return found;
  }

  /// The words of a cell, without the signs of code, of formulas and of emphasis.
  public String words(Cell cell) {
    return text.substring(cell.start(), cell.end()).replaceAll("[`$*]", "").strip();
  }

  /// The cells of a column, top down; rows of another length than the head's are left out.
  public List<Cell> column(int index) {
    return rows.stream().filter(it -> it.size() == head.size()).map(it -> it.get(index)).toList();
  }

  private static List<Cell> lines(String text) {
    List<Cell> lines = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      lines.add(new Cell(at, end));
      at = end + 1;
    }
    return lines;
  }

  private static boolean isRow(String text, Cell line) {
    int bar = text.indexOf('|', line.start());
    return bar >= 0 && bar < line.end();
  }

  private static List<Cell> cells(String text, Cell line) {
    List<Cell> cells = new ArrayList<>();
    int at = line.start();
    for (int i = line.start(); i <= line.end(); i++) {
      if (i == line.end() || text.charAt(i) == '|') {
        boolean edge = at == line.start() || i == line.end();
        if (!edge || !text.substring(at, i).isBlank()) {
          cells.add(new Cell(at, i));
        }
        at = i + 1;
      }
    }
    return cells;
  }
}
