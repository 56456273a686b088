package dev.perilla.chapter.format;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The value of a scalar with the place of each of its characters, found by decoding what stands in
/// the file: plain, single-quoted, double-quoted, literal and folded scalars of YAML 1.2, strings
/// of JSON.
///
/// The parser has decoded the same characters; a map is used only where both agree. Where they do
/// not, the text stands at the whole scalar: an imprecise place, never a wrong one.
final class ScalarText {
  /// How far a parent of a scalar with a stated indentation may be indented for its map.
  private static final int PARENTS = 64;

  /// How many characters are decoded in search of such a map.
  private static final int WORK = 1 << 20;

  private final String file;
  private final int end;
  private int at;

  // No character of a value is written with less than one of the file.
  private final StringBuilder value;
  private final int[] starts;
  private final int[] ends;

  private ScalarText(String file, int start, int end) {
    this.file = file;
    this.at = start;
    this.end = end;
    int most = Math.max(0, end - start);
    this.value = new StringBuilder(most);
    this.starts = new int[most];
    this.ends = new int[most];
  }

  /// The scalar of a YAML file from `start` to `end`, whose value is `parsed`.
  static Text yaml(SourceFile source, int start, int end, String parsed) {
    String file = source.text();
    if (end - start == parsed.length() && file.startsWith(parsed, start)) {
      return Text.of(new Span(source, start, end));
    }
    char first = start < end ? file.charAt(start) : ' ';
    return switch (first) {
      case '|', '>' -> block(source, start, end, parsed);
      case '"' ->
          new ScalarText(file, start + 1, end - 1).doubleQuoted().text(source, start, end, parsed);
      case '\'' ->
          new ScalarText(file, start + 1, end - 1).singleQuoted().text(source, start, end, parsed);
      default -> new ScalarText(file, start, end).plain().text(source, start, end, parsed);
    };
  }

  /// The string of a JSON file whose opening quote is at `start`.
  static Text json(SourceFile source, int start, String parsed) {
    String file = source.text();
    int end = start + 1;
    while (end < file.length() && file.charAt(end) != '"') {
      end += file.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, file.length());
    return new ScalarText(file, start + 1, end)
        .doubleQuoted()
        .text(source, start, Math.min(end + 1, file.length()), parsed);
  }

  private Text text(SourceFile source, int start, int stop, String parsed) {
    return parsed.contentEquals(value)
        ? mapped(source, start, stop)
        : Text.at(parsed, new Span(source, start, stop));
  }

  private Text mapped(SourceFile source, int start, int stop) {
    return Text.mapped(
        value.toString(),
        new Span(source, start, stop),
        Arrays.copyOf(starts, value.length()),
        Arrays.copyOf(ends, value.length()));
  }

  /// What is left of the line, each character as it stands.
  private void putLine() {
    int from = at;
    while (at < end && !isBreak(file.charAt(at))) {
      at++;
    }
    int length = value.length();
    for (int i = from; i < at; i++) {
      starts[length] = i;
      ends[length++] = i + 1;
    }
    value.append(file, from, at);
  }

  private void put(char c, int from, int to) {
    int length = value.length();
    starts[length] = from;
    ends[length] = to;
    value.append(c);
  }

  private char peek() {
    return at < end ? file.charAt(at) : '\0';
  }

  private boolean atBreak() {
    return at < end && isBreak(file.charAt(at));
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private boolean atBlank() {
    return at < end && (file.charAt(at) == ' ' || file.charAt(at) == '\t');
  }

  /// The offset after the line end at `offset`.
  private int afterBreak(int offset) {
    return afterBreak(file, offset, end);
  }

  private static int afterBreak(String file, int offset, int end) {
    boolean two = file.startsWith("\r\n", offset) && offset + 1 < end;
    return offset + (two ? 2 : 1);
  }

  private ScalarText plain() {
    while (at < end) {
      if (!fold()) {
        put(file.charAt(at), at, ++at);
      }
    }
    return this;
  }

  private ScalarText singleQuoted() {
    while (at < end) {
      if (fold()) {
        continue;
      }
      int width = file.startsWith("''", at) ? 2 : 1;
      put(file.charAt(at), at, at + width);
      at += width;
    }
    return this;
  }

  private ScalarText doubleQuoted() {
    while (at < end) {
      if (fold()) {
        continue;
      }
      if (peek() == '\\' && at + 1 < end) {
        escape();
      } else {
        put(file.charAt(at), at, ++at);
      }
    }
    return this;
  }

  /// White space around line ends: one end is a blank, each further one a line end of the value.
  /// White space within a line is left to the caller, as is anything else: false.
  private boolean fold() {
    int from = at;
    while (atBlank()) {
      at++;
    }
    if (!atBreak()) {
      at = from;
      return false;
    }
    int first = at;
    int after = afterBreak(first);
    at = after;
    if (blankLines() == 0) {
      put(' ', first, after);
    }
    return true;
  }

  /// The empty lines from here, each put as a line end, and the indentation after them.
  private int blankLines() {
    int lines = 0;
    while (true) {
      while (atBlank()) {
        at++;
      }
      if (!atBreak()) {
        return lines;
      }
      int from = at;
      at = afterBreak(from);
      put('\n', from, at);
      lines++;
    }
  }

  private void escape() {
    int from = at;
    char kind = file.charAt(at + 1);
    at += 2;
    if (kind == '\n' || kind == '\r') {
      at = afterBreak(from + 1);
      blankLines();
      return;
    }
    int digits =
        switch (kind) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    if (digits > 0) {
      int stop = Math.min(at + digits, end);
      int point;
      try {
        point = Integer.parseInt(file.substring(at, stop), 16);
      } catch (NumberFormatException notHexadecimal) {
        point = 0xFFFD; // the parser refuses it; whatever stands here is not used
      }
      at = stop;
      for (char unit : Character.toChars(Character.isValidCodePoint(point) ? point : 0xFFFD)) {
        put(unit, from, at);
      }
      return;
    }
    char meant =
        switch (kind) {
          case '0' -> '\0';
          case 'a' -> '\u0007';
          case 'b' -> '\b';
          case 't' -> '\t';
          case 'n' -> '\n';
          case 'v' -> '\u000B';
          case 'f' -> '\f';
          case 'r' -> '\r';
          case 'e' -> '\u001B';
          case 'N' -> '\u0085';
          case '_' -> '\u00A0';
          case 'L' -> '\u2028';
          case 'P' -> '\u2029';
          default -> kind;
        };
    put(meant, from, at);
  }

  /// A literal or folded scalar. Where its header states an indentation, that counts from a parent
  /// which is not known here: the one that gives the parsed value is it.
  private static Text block(SourceFile source, int start, int end, String parsed) {
    String file = source.text();
    int body = start;
    while (body < end && !isBreak(file.charAt(body))) {
      body++;
    }
    String header = file.substring(start, body);
    int comment = header.indexOf('#');
    String indicators = comment < 0 ? header : header.substring(0, comment);
    Optional<Boolean> keep =
        indicators.contains("+")
            ? Optional.of(true)
            : indicators.contains("-") ? Optional.of(false) : Optional.empty();
    if (body < end) {
      body = afterBreak(file, body, end);
    }
    boolean folded = file.charAt(start) == '>';
    int least = leastIndent(file, body, end);
    OptionalInt stated =
        indicators.chars().filter(Character::isDigit).map(digit -> digit - '0').findFirst();
    List<Integer> indents =
        stated.isPresent()
            ? indents(file, start, stated.getAsInt(), least, end - body)
            : List.of(least);
    for (int indent : indents) {
      ScalarText lines = new ScalarText(file, body, end);
      lines.blockLines(indent, folded, keep);
      if (parsed.contentEquals(lines.value)) {
        int last = parsed.length() - 1;
        int stop =
            last < 0
                ? start + indicators.strip().length()
                : parsed.charAt(last) == '\n' ? lines.starts[last] : lines.ends[last];
        return lines.mapped(source, start, stop);
      }
    }
    return Text.at(parsed, new Span(source, start, end));
  }

  /// The indentations that a scalar may have whose header states one, the likeliest first: from the
  /// first word of the header's line. The longer the scalar, the fewer are tried.
  private static List<Integer> indents(String file, int start, int stated, int least, int length) {
    int line = start;
    while (line > 0 && !isBreak(file.charAt(line - 1))) {
      line--;
    }
    int word = line;
    while (file.charAt(word) == ' ' || file.charAt(word) == '-') {
      word++;
    }
    int likely = word - line + stated;
    return IntStream.concat(
            IntStream.of(likely),
            IntStream.iterate(Math.min(least, 9 + PARENTS), n -> n > 0, n -> n - 1))
        .limit(Math.max(2, WORK / (length + 1)))
        .boxed()
        .toList();
  }

  /// The blanks in front of the first line that is not blank, which is where an unstated
  /// indentation comes from; of blank lines alone the longest.
  private static int leastIndent(String file, int from, int end) {
    int longest = 0;
    int column = 0;
    for (int i = from; i < end; i++) {
      char c = file.charAt(i);
      if (c == '\n' || c == '\r') {
        column = 0;
      } else if (c == ' ') {
        column++;
        longest = Math.max(longest, column);
      } else {
        return column;
      }
    }
    return longest;
  }

  private void blockLines(int indent, boolean folded, Optional<Boolean> keep) {
    int pending = blockBreaks(indent);
    int[] pendingAt = breaks;
    while (column(indent) == indent && at < end) {
      putBreaks(pendingAt, pending);
      boolean text = !atBlank();
      putLine();
      int breakAt = at;
      boolean ended = at < end;
      int afterIt = ended ? afterBreak(at) : at;
      at = afterIt;
      pending = blockBreaks(indent);
      pendingAt = breaks;
      boolean more = column(indent) == indent && at < end;
      if (more) {
        if (folded && text && !atBlank()) {
          if (pending == 0) {
            put(' ', breakAt, afterIt);
          }
        } else {
          put('\n', breakAt, afterIt);
        }
      } else {
        if (ended && keep.orElse(true)) {
          put('\n', breakAt, afterIt);
        }
        break;
      }
    }
    if (keep.orElse(false)) {
      putBreaks(pendingAt, pending);
    }
  }

  private int[] breaks = new int[0];

  /// How many characters stand before this one on its line; not counted beyond `most` + 1.
  private int column(int most) {
    int column = 0;
    while (column <= most && at - column > 0 && !isBreak(file.charAt(at - column - 1))) {
      column++;
    }
    return column;
  }

  /// Skips the indentation and the empty lines in front of the next line, leaving pairs of offsets
  /// of the line ends in `breaks`; how many.
  private int blockBreaks(int indent) {
    int count = 0;
    int[] found = new int[8];
    while (true) {
      int column = 0;
      while (column < indent && peek() == ' ') {
        at++;
        column++;
      }
      if (!atBreak()) {
        breaks = found;
        return count;
      }
      if (2 * count == found.length) {
        found = Arrays.copyOf(found, count * 4);
      }
      found[2 * count] = at;
      at = afterBreak(at);
      found[2 * count + 1] = at;
      count++;
    }
  }

  private void putBreaks(int[] pairs, int count) {
    for (int i = 0; i < count; i++) {
      put('\n', pairs[2 * i], pairs[2 * i + 1]);
    }
  }
}
