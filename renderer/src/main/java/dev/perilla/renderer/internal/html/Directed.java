package dev.perilla.renderer.internal.html;

import dev.perilla.renderer.internal.tree.Markup;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Numbers that signs join, `7:30`, `3/4`, `10 - 3 = 7`, among words from right to left: each is a
/// piece of its own there, and without this the first would stand on the right.
final class Directed {
  private static final Pattern NUMBER =
      Pattern.compile("<(?:a|data|span) class=\"n[ \"].*", Pattern.DOTALL);
  private static final Pattern JOINS =
      Pattern.compile("[:/.^]|[ \u00A0]?[-+−–×·÷*/^:=≈<>≤≥≠√]+[ \u00A0]?");

  private Directed() {}

  /// Puts each row of such numbers under `node` into a box that runs from left to right.
  static void keep(Node node) {
    @Nullable Node first = null;
    @Nullable Node last = null;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      keep(child);
      if (isNumber(child)) {
        first = first == null ? child : first;
        last = child;
      } else if (!(child instanceof Text text && JOINS.matcher(text.getLiteral()).matches())) {
        box(first, last);
        first = null;
      }
    }
    box(first, last);
  }

  private static boolean isNumber(Node node) {
    return node instanceof Markup markup && NUMBER.matcher(markup.written()).matches();
  }

  private static void box(@Nullable Node first, @Nullable Node last) {
    if (first != null && last != null && !first.equals(last)) {
      first.insertBefore(new Markup("<bdi dir=\"ltr\">"));
      last.insertAfter(new Markup("</bdi>"));
    }
  }
}
