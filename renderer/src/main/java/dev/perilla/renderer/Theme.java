package dev.perilla.renderer;

import dev.perilla.renderer.internal.Resources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The files that pages load: a stylesheet, and small scripts without which the pages work too; and
/// what they are called.
///
/// @param style the stylesheet
/// @param script the script of all pages
/// @param knobs the script of pages with something to turn
/// @param knobsStyle how these look besides
public record Theme(Page style, Page script, Page knobs, Page knobsStyle) {
  /// What the scripts call the engine.
  public static final String ENGINE = "perilla-engine.js";

  /// What they call its core, which is loaded first, see `dev.perilla.engine.browser.Browser`.
  public static final String CORE = "perilla-core.js";

  /// Each file by its own name.
  public static final Theme PLAIN =
      new Theme(
          new Page("perilla.css", Resources.style("perilla.css")),
          new Page("perilla.js", Resources.script("perilla.js") + Resources.script("exercises.js")),
          new Page("knobs.js", Resources.script("knobs.js")),
          new Page("knobs.css", Resources.style("knobs.css")));

  /// Each file by its name and a hash of its content, `perilla.1f2e3d4c.css`, so that a host may
  /// let browsers keep it for ever.
  ///
  /// @param engine what the engine is called in this site
  /// @param core what its core is called
  public static Theme with(String engine, String core) {
    String script = PLAIN.script.content().replace(ENGINE, engine).replace(CORE, core);
    return new Theme(
        named(PLAIN.style),
        named(new Page(PLAIN.script.path(), script)),
        named(PLAIN.knobs),
        named(PLAIN.knobsStyle));
  }

  private static Page named(Page page) {
    return new Page(hashed(page.path(), page.content()), page.content());
  }

  /// A name with a hash of the content before its ending.
  public static String hashed(String name, String content) {
    int dot = name.lastIndexOf('.');
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      String short8 = HexFormat.of().formatHex(hash, 0, 4);
      return name.substring(0, dot) + "." + short8 + name.substring(dot);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// To be written at the site's root.
  public List<Page> assets() {
    return List.of(style, script, knobs, knobsStyle);
  }
}
