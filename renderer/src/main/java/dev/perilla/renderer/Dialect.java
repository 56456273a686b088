package dev.perilla.renderer;

/// Whose Markdown it is: what CommonMark does not have is spelled in more than one way.
public enum Dialect {
  /// Files of Markdown as GitHub shows them.
  GITHUB(".md", "$`", "`$", true),
  /// Cells of notebooks. What stands between dollars is taken out of them before anything else is
  /// read, and a quote is nothing but a quote.
  JUPYTER(".ipynb", "$", "$", false);

  private final String ending;
  private final String opens;
  private final String closes;
  private final boolean alerts;

  Dialect(String ending, String opens, String closes, boolean alerts) {
    this.ending = ending;
    this.opens = opens;
    this.closes = closes;
    this.alerts = alerts;
  }

  /// Of the names of the files that it stands in, to which links lead.
  public String ending() {
    return ending;
  }

  /// A formula in the line.
  ///
  /// @param tex without dollars and backticks
  public String formula(String tex) {
    return opens + tex + closes;
  }

  /// Whether a quote that begins with `[!NOTE]` is more than a quote.
  public boolean hasAlerts() {
    return alerts;
  }
}
