package dev.perilla.renderer.internal.tree;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Chars;
import java.util.List;

/// Inlines as bare characters, for titles, descriptions of images and the like.
public final class Plain {
  private Plain() {}

  /// The characters of the inlines; a line break is a space.
  public static String text(List<Inline> inlines) {
    StringBuilder out = new StringBuilder();
    append(out, inlines);
    return Chars.clean(out.toString());
  }

  private static void append(StringBuilder out, List<Inline> inlines) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str s -> out.append(s.text());
        case Inline.Num n -> out.append(n.text());
        case Inline.Bound b -> append(out, b.inlines());
        case Inline.Emphasis e -> append(out, e.inlines());
        case Inline.Strong s -> append(out, s.inlines());
        case Inline.Strikethrough s -> append(out, s.inlines());
        case Inline.CodeSpan c -> append(out, c.inlines());
        case Inline.Link l -> append(out, l.inlines());
        case Inline.Image i -> append(out, i.alt());
        case Inline.LineBreak ignored -> out.append(' ');
        case Inline.FootnoteReference ignored -> {}
      }
    }
  }
}
