package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.html;

import java.util.ArrayList;
import java.util.List;

/// A table in the making.
///
/// @param kind its class
/// @param caption empty where it has none
/// @param wide whether a narrow screen has to scroll it
/// @param headings as markup, a cell each
/// @param rows as markup
record TableModel(
    String kind, String caption, boolean wide, List<String> headings, StringBuilder rows) {

  TableModel(String kind, String caption, boolean wide) {
    this(kind, caption, wide, new ArrayList<>(), new StringBuilder());
  }

  boolean hasCaption() {
    return !caption.isEmpty();
  }

  /// Adds headings.
  ///
  /// @param markup of what stands in each
  void headings(String... markup) {
    for (String heading : markup) {
      heading(heading, false);
    }
  }

  /// Adds a heading.
  ///
  /// @param words whether words stand below it, and no numbers
  void heading(String markup, boolean words) {
    headings.add("<th scope=\"col\"" + (words ? " class=\"w\">" : ">") + markup + "</th>");
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
