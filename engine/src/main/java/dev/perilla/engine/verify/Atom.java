package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.chapter.tex.TexWords;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code or a formula among words: what it says, between the signs that join it to the words around
/// it, `$= a$`, `` `a +` ``; nothing for a sign alone.
///
/// @param before the sign before what it says, as words write it
/// @param inner what it says
/// @param behind the sign behind it
record Atom(String before, Text inner, String behind) {
  private static final String SIGN =
      "(?:[<>=!]=|[+*/^=<>×·⋅÷≈≤≥≠→]%s|\\\\(?<%s>\\p{L}+)(?![\\p{L}]))(?:\\s|\\\\[,;:! ])*";
  private static final Pattern BEFORE =
      Pattern.compile("(?:\\s|\\\\[,;:! ])*" + SIGN.formatted("", "name"));
  private static final Pattern BEHIND =
      Pattern.compile("(?:\\s|\\\\[,;:! ])*" + SIGN.formatted("|[-−]", "name") + "$");

  /// What no sign at an edge begins or ends without.
  private static final String EDGES = "<>=!+-−*/^×·⋅÷≈≤≥≠→\\";

  static Atom of(Accounting.Run run) {
    String value = run.text().value();
    if (isNoEdge(value, 0) && isNoEdge(value, value.length() - 1) && value.indexOf('\\') < 0) {
      return new Atom("", run.text(), "");
    }
    Matcher head = BEFORE.matcher(value);
    String before = head.lookingAt() ? sign(head) : "";
    int from = before.isEmpty() ? 0 : head.end();
    Matcher tail = BEHIND.matcher(value).region(from, value.length());
    String behind = tail.find() ? sign(tail) : "";
    int to = behind.isEmpty() ? value.length() : tail.start();
    return new Atom(before, run.text().sub(from, to), behind);
  }

  private static boolean isNoEdge(String value, int at) {
    return at >= 0
        && at < value.length()
        && !Character.isWhitespace(value.charAt(at))
        && EDGES.indexOf(value.charAt(at)) < 0;
  }

  /// The sign that was found; empty for a command that is none.
  private static String sign(Matcher found) {
    String command = found.group("name");
    return command == null
        ? found.group().replaceAll("\\s|\\\\[,;:! ]", "")
        : TexWords.code(command).orElse("");
  }

  /// What words around it see.
  String seen() {
    return before + (inner.value().isBlank() ? "" : "\uFFFC") + behind;
  }
}
