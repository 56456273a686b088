package dev.perilla.chapter.source;

import java.util.List;

/// A finding as people read it: a head line, the lines of the excerpt with a caret, the help.
///
/// ```
/// derivada-parcial.chapter.yaml:41:13: error[P0312]: the text says 0.05, the program gives 0.04
///    41 |       cambió 0.05 / 0.01 = 5
///       |              ^^^^ change of c when a moves by 0.01 (block producto)
///    help: write 0.04
/// ```
///
/// Control characters and direction marks of the excerpt are shown as `�`, so that a file cannot
/// play with the terminal; tabs become one blank; a line over 160 code points is cut around the
/// caret. The caret stands where a terminal shows what it means, below wide characters too.
public final class FindingPrinter {
  private static final int WIDTH = 160;

  /// So long may a line of words be; of a longer one the beginning and so much of its end is shown.
  private static final int LONGEST = 600;

  private static final int LAST = 100;

  private FindingPrinter() {}

  /// All of `findings` in the order given, each ending in a line end.
  public static String pretty(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      out.append(pretty(finding));
    }
    return out.toString();
  }

  /// One finding, ending in a line end.
  public static String pretty(Finding finding) {
    StringBuilder out = new StringBuilder(compact(finding)).append('\n');
    excerpt(out, finding.span(), finding.label().orElse(""));
    for (Finding.Related related : finding.related()) {
      out.append("   note: ").append(related.span()).append(": ");
      out.append(said(related.message())).append('\n');
      excerpt(out, related.span(), "");
    }
    finding.help().ifPresent(help -> out.append("   help: ").append(lines(help)).append('\n'));
    return out.toString();
  }

  /// The head line alone, without a line end.
  public static String compact(Finding finding) {
    return finding.span()
        + ": "
        + finding.severity().word()
        + "["
        + finding.code().id()
        + "]: "
        + said(finding.message());
  }

  private static void excerpt(StringBuilder out, Span span, String label) {
    SourceFile file = span.file();
    if (file.text().isEmpty()) {
      return;
    }
    int line = span.line();
    String text = file.lineText(line);
    int lineStart = file.lineStart(line);
    int from = Math.clamp(span.start() - lineStart, 0, text.length());
    int to = Math.clamp(span.end() - lineStart, from, text.length());

    int all = text.codePointCount(0, text.length());
    int before = text.codePointCount(0, from);
    int first = all <= WIDTH ? 0 : Math.clamp(before - WIDTH / 4, 0, all);
    int start = text.offsetByCodePoints(0, first);
    String shown =
        text.substring(start, text.offsetByCodePoints(start, Math.min(WIDTH, all - first)));
    List<Integer> points = shown.codePoints().boxed().toList();
    int caret = before - first;
    int end = Math.min(caret + Math.max(1, text.codePointCount(from, to)), points.size());
    out.append(String.format("%5s | %s%n", line, visible(shown)).replace("\r\n", "\n"));
    out.append("      | ").append(" ".repeat(columns(points.subList(0, caret))));
    out.append("^".repeat(Math.max(1, columns(points.subList(Math.min(caret, end), end)))));
    if (!label.isEmpty()) {
      out.append(' ').append(said(label));
    }
    out.append('\n');
  }

  private static int columns(List<Integer> points) {
    return points.stream().mapToInt(FindingPrinter::columns).sum();
  }

  /// How many columns of a terminal a character takes: two where it is drawn in a square, as those
  /// of East Asia and emoji; none where it is a mark on the one before. `visible` shows others.
  private static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean half = point >= 0xFF61 && point <= 0xFFDC;
    boolean full = (point >= 0x3000 && point <= 0x303E) || (point >= 0xFF01 && point <= 0xFF60);
    boolean square =
        full
            || Character.isIdeographic(point)
            || Character.isEmojiPresentation(point)
            || isSyllable(point);
    return square && !half ? 2 : 1;
  }

  private static boolean isSyllable(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
      default -> false;
    };
  }

  private static String lines(String help) {
    return String.join("\n         ", help.lines().map(FindingPrinter::said).toList());
  }

  /// A line of words, of which the middle is left out where it quotes a page of text.
  private static String said(String words) {
    int points = words.length() <= LONGEST ? 0 : words.codePointCount(0, words.length());
    return points <= LONGEST
        ? visible(words)
        : visible(words.substring(0, words.offsetByCodePoints(0, LONGEST - LAST)))
            + " … "
            + visible(words.substring(words.offsetByCodePoints(words.length(), -LAST)));
  }

  /// `text` on one line, with nothing in it that a terminal would obey.
  public static String visible(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7F) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              if (point == '\t' || point == '\n') {
                out.append(' ');
              } else if (type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR
                  || type == Character.SURROGATE
                  || type == Character.PRIVATE_USE) {
                out.append('\uFFFD');
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }
}
