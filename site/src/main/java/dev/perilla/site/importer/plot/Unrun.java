package dev.perilla.site.importer.plot;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names whose objects a lesson changes in listings that do not run here, `a.grad = 6.0` above a
/// drawing: what its other listings print of these cannot be known.
final class Unrun {
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?U)(?:^|;)[ \\t]*([\\p{L}_]\\w*)(?:(?:\\.\\w+|\\[[^\\]\\n"
              + "]*\\])*\\s*(?:[-+*/]|//|\\*\\*)?=(?!=)|\\.\\w+\\()");
  private static final Pattern DEFINES = Pattern.compile("(?:def|class|@).*");

  private final Set<String> names = new HashSet<>();

  /// A listing does not run.
  void kept(String code) {
    names.addAll(changed(code));
  }

  /// Whether what a listing prints may follow from one that does not run; what it changes then does
  /// so too.
  boolean leadsTo(String code) {
    boolean leads =
        names.stream().anyMatch(it -> Pattern.compile("(?U)\\b" + it + "\\b").matcher(code).find());
    if (leads) {
      names.addAll(changed(code));
    }
    return leads;
  }

  /// The names at the level of the program that a listing gives something, or to whose objects.
  private static Set<String> changed(String code) {
    Set<String> found = new HashSet<>();
    boolean defines = false;
    for (String line : code.split("\n", -1)) {
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
        defines = DEFINES.matcher(line).matches();
      }
      Matcher changes = CHANGED.matcher(line);
      while (!defines && changes.find()) {
        found.add(changes.group(1));
      }
    }
    return found;
  }
}
