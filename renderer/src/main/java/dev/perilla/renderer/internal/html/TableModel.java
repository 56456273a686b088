package dev.perilla.renderer.internal.html;

import java.util.ArrayList;
import java.util.List;

/// A table in the making.
///
/// @param kind its class
/// @param caption empty where it has none
/// @param wide whether a narrow screen has to scroll it
/// @param headings as markup
record TableModel(
    String kind, String caption, boolean wide, List<String> headings, List<TableModel.Row> rows) {

  /// @param id empty where it has none
  /// @param cells as markup, `th` and `td`
  record Row(String id, String cells) {
    boolean hasId() {
      return !id.isEmpty();
    }
  }

  TableModel(String kind, String caption, boolean wide) {
    this(kind, caption, wide, new ArrayList<>(), new ArrayList<>());
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
  void row(String... cells) {
    rows.add(new Row("", String.join("", cells)));
  }

  /// Adds a row that can be linked to.
  void named(String id, String... cells) {
    rows.add(new Row(id, String.join("", cells)));
  }
}
