package dev.perilla.site.reading;

/// What somebody reads on.
///
/// @param width of the window in CSS pixels
/// @param dark whether the reader prefers dark colours
/// @param scripts whether scripts run
public record Screen(int width, boolean dark, boolean scripts) {
  /// The narrowest that a page has to serve.
  public static final Screen NARROW = new Screen(320, false, true);

  public static final Screen PHONE = new Screen(390, false, true);
  public static final Screen DESK = new Screen(1280, false, true);

  public Screen inTheDark() {
    return new Screen(width, true, scripts);
  }

  public Screen withoutScripts() {
    return new Screen(width, dark, false);
  }

  @Override
  public String toString() {
    return width + (dark ? ", dark" : ", light") + (scripts ? "" : ", no scripts");
  }
}
