package dev.perilla.site.reading;

/// What somebody reads on.
///
/// @param width of the window in CSS pixels
/// @param dark whether the reader prefers dark colours
/// @param scripts whether scripts run
/// @param touch whether fingers point, which do not hover
public record Screen(int width, boolean dark, boolean scripts, boolean touch) {
  /// The narrowest that a page has to serve.
  public static final Screen NARROW = new Screen(320, false, true, false);

  public static final Screen PHONE = new Screen(390, false, true, false);
  public static final Screen DESK = new Screen(1280, false, true, false);

  public Screen inTheDark() {
    return new Screen(width, true, scripts, touch);
  }

  public Screen withoutScripts() {
    return new Screen(width, dark, false, touch);
  }

  public Screen byFinger() {
    return new Screen(width, dark, scripts, true);
  }

  @Override
  public String toString() {
    return width
        + (dark ? ", dark" : ", light")
        + (scripts ? "" : ", no scripts")
        + (touch ? ", by finger" : "");
  }
}
