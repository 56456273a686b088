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

  /// Digits of a hash in a name.
  private static final int SHOWN = 8;

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
    try {
      byte[] bytes = page.content().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Page(hashed(page.path(), HexFormat.of().formatHex(hash)), page.content());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// A name with a part of the hash of its content before its ending.
  ///
  /// @param hash in hex
  public static String hashed(String name, String hash) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "." + hash.substring(0, SHOWN) + name.substring(dot);
  }

  /// To be written at the site's root.
  public List<Page> assets() {
    return List.of(style, script, knobs, knobsStyle);
  }
}
