package dev.perilla.renderer;

import dev.perilla.renderer.internal.Resources;
import java.util.List;

/// The files that pages load: one stylesheet, and small scripts without which the pages work too.
public final class Theme {
  /// Path of the stylesheet in the site.
  public static final String STYLE = "perilla.css";

  /// Path of the script in the site.
  public static final String SCRIPT = "perilla.js";

  /// Path of the script of pages with exercises.
  public static final String EXERCISES = "exercises.js";

  private Theme() {}

  /// To be written at the site's root.
  public static List<Page> assets() {
    return List.of(
        new Page(STYLE, Resources.text(STYLE)),
        new Page(SCRIPT, Resources.text(SCRIPT)),
        new Page(EXERCISES, Resources.text(EXERCISES)));
  }
}
