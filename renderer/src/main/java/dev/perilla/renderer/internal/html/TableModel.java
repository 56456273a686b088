package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import java.util.ArrayList;
import java.util.List;

/// A table in the making.
///
/// @param kind its class
/// @param caption empty where it has none
/// @param wide whether a narrow screen has to scroll it
/// @param headings as markup
/// @param rows as markup
record TableModel(
    String kind, String caption, boolean wide, List<String> headings, StringBuilder rows) {

  TableModel(String kind, String caption, boolean wide) {
    this(kind, caption, wide, new ArrayList<>(), new StringBuilder());
  }

  boolean hasCaption() {
    return !caption.isEmpty();
  }

  /// Sets the headings; an empty one is left out.
  void headings(String... markup) {
    for (String heading : markup) {
      if (!heading.isEmpty()) {
        headings.add(heading);
      }
    }
  }

  /// Adds a row without a name.
  ///
  /// @param cells as markup, `th` and `td`
  void row(String... cells) {
    named("", cells);
  }

  /// Adds a row that can be linked to, where it has an id.
  void named(String id, String... cells) {
    rows.append(id.isEmpty() ? "<tr>" : "<tr id=\"" + html(id) + "\">");
    for (String cell : cells) {
      rows.append(cell);
    }
    rows.append("</tr>\n");
  }
}
