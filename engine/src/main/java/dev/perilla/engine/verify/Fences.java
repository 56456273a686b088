package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A fence without a label: statements, a derivation over several lines, or a drawing.
///
/// ```
/// a = 3 ──┐                       forward:  c = 12       c = a * b
///         ├── * ──→ c = 12        backward: dc/da = 4      = 3 * 4
/// b = 4 ──┘   # the product                                = 12
/// ```
///
/// Lines of a drawing stand between statements; words stand after `#` and `←`, and before a colon.
final class Fences {
  /// Lines and boxes with the arrow at their end; what is filled in is passed over.
  private static final Pattern DRAWING =
      Pattern.compile(
          "(?<marks>\\{\\{.*?\\}\\})"
              + "|(?:[→←]|<(?=[\\u2500-\\u257F]))?(?:[\\u2500-\\u25FF•✓✗✔✘]+|<?-{2,}>?)(?:[→←>]|->)?");

  private static final Pattern BULLET =
      Pattern.compile("(?m)^([ \\t]*[-*+])(?=[ \\t]+(?:(\\p{L})|\\S))");

  private static final Pattern GOES_ON =
      Pattern.compile("[ \\t]*(?:=(?![=>])|≈|[<>]=?|≤|≥|≠|!=)[ \\t].*");
  private static final Pattern LABEL =
      Pattern.compile("\\s*\\p{L}[^:=≈<>→\\[\\](){}]*:(?=\\s+\\S)");

  private final CodeWords code;
  private final PlainWords words;

  Fences(CodeWords code, PlainWords words) {
    this.code = code;
    this.words = words;
  }

  List<Piece> read(Text content) {
    List<Piece> pieces = new ArrayList<>();
    String text = unlisted(content.value());
    StringBuilder joined = new StringBuilder(text);
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      while (end < text.length() && goesOn(text, start, end)) {
        joined.setCharAt(end, ' ');
        end = lineEnd(text, end + 1);
      }
      for (Piece piece : line(content.reading(joined.toString()).sub(start, end))) {
        pieces.add(CodeWords.shift(piece, start));
      }
      start = end + 1;
    }
    return pieces;
  }

  /// The text with blanks for the bullets of lists: signs that several lines at one margin begin
  /// with, a name behind one of them at least. Before numbers alone a reader sees minus signs.
  private static String unlisted(String text) {
    Map<String, List<MatchResult>> lists =
        BULLET.matcher(text).results().collect(Collectors.groupingBy(it -> it.group(1)));
    StringBuilder bare = new StringBuilder(text);
    for (List<MatchResult> list : lists.values()) {
      boolean named = list.stream().anyMatch(it -> it.group(2) != null);
      if (list.size() > 1 && named) {
        list.forEach(it -> bare.setCharAt(it.end() - 1, ' '));
      }
    }
    return bare.toString();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /// Whether the line after `end` goes on with a relation what this one says.
  private static boolean goesOn(String text, int start, int end) {
    String next = text.substring(end + 1, lineEnd(text, end + 1));
    String line = text.substring(start, end) + next;
    return cut(line) < 0
        && GOES_ON.matcher(next).matches()
        && !text.substring(start, end).isBlank();
  }

  private List<Piece> line(Text line) {
    List<Piece> pieces = new ArrayList<>();
    String text = line.value();
    boolean boxed = text.strip().startsWith("|");
    Matcher drawing = DRAWING.matcher(text);
    int from = 0;
    while (drawing.find()) {
      if (drawing.group("marks") == null) {
        part(line, from, drawing.start(), boxed, pieces);
        from = drawing.end();
      }
    }
    part(line, from, text.length(), boxed, pieces);
    return pieces;
  }

  /// What stands between two lines of a drawing; in a box drawn with bars, between two of them.
  private void part(Text line, int from, int to, boolean boxed, List<Piece> pieces) {
    int bar = boxed ? line.value().indexOf('|', from) : -1;
    if (bar >= 0 && bar < to) {
      part(line, from, bar, false, pieces);
      part(line, bar + 1, to, true, pieces);
      return;
    }
    if (from < to) {
      for (Piece piece : part(line.sub(from, to))) {
        pieces.add(CodeWords.shift(piece, from));
      }
    }
  }

  private List<Piece> part(Text part) {
    int cut = cut(part.value());
    Matcher label = LABEL.matcher(part.value());
    if (CodeWords.hasMarks(part)) {
      boolean comment =
          cut >= 0
              && part.value().charAt(cut) == '#'
              && !CodeWords.hasMarks(part.sub(cut, part.value().length()));
      return comment
          ? divided(part.sub(0, cut), part.sub(cut, part.value().length()), cut, true)
          : code.bare(part);
    }
    if (cut >= 0 && isWords(part, cut)) {
      return divided(part.sub(0, cut), part.sub(cut, part.value().length()), cut, true);
    }
    if (label.lookingAt() && !(Parser.chains(part) instanceof Reading.Chains)) {
      int end = label.end();
      return divided(part.sub(0, end), part.sub(end, part.value().length()), end, false);
    }
    return code.bare(unboxed(part));
  }

  /// `c = 12 ← what comes out` ends in words, `w ← w - lr * g` does not.
  private static boolean isWords(Text part, int cut) {
    return part.value().charAt(cut) == '#'
        || states(part.sub(0, cut))
        || !(Parser.chains(part) instanceof Reading.Chains);
  }

  private static boolean states(Text text) {
    return Parser.chains(text) instanceof Reading.Chains chains
        && chains.chains().stream().map(Chain::relations).anyMatch(it -> !it.isEmpty());
  }

  private List<Piece> divided(Text left, Text right, int at, boolean codeFirst) {
    List<Piece> pieces = new ArrayList<>(codeFirst ? side(left) : spoken(left));
    for (Piece piece : codeFirst ? spoken(right) : side(right)) {
      pieces.add(CodeWords.shift(piece, at));
    }
    return pieces;
  }

  private List<Piece> side(Text text) {
    return text.value().isBlank() ? List.of() : part(text);
  }

  private List<Piece> spoken(Text text) {
    return words.read(List.of(new Run(text)));
  }

  /// `[c = 12]` as the node of a drawing; brackets keep their places.
  private static Text unboxed(Text part) {
    String text = part.value();
    int open = text.length() - text.stripLeading().length();
    int close = text.stripTrailing().length() - 1;
    boolean boxed =
        open < close && ("" + text.charAt(open) + text.charAt(close)).matches("\\[\\]|\\(\\)");
    if (!boxed || Parser.chains(part) instanceof Reading.Chains) {
      return part;
    }
    StringBuilder bare = new StringBuilder(text);
    bare.setCharAt(open, ' ');
    bare.setCharAt(close, ' ');
    Text inner = part.reading(bare.toString());
    return states(inner) ? inner : part;
  }

  private static int cut(String line) {
    int hash = line.indexOf('#');
    int arrow = line.indexOf('←');
    return hash < 0 ? arrow : arrow < 0 ? hash : Math.min(hash, arrow);
  }
}
