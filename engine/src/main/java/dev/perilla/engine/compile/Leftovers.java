package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/// Signs of a chapter that a reader would see, since they are not quite what they should be:
/// `{{c}`, `[4] {= c}`, `{plain}` behind nothing, `[words](term:two words)`, a backtick that
/// nothing closes.
final class Leftovers {
  /// What stands for a leaf that is no words.
  private static final char OTHER = '\uFFFC';

  private static final String MARK = "(?:=[^={}]|cite\\s*=|lang\\s*=|plain\\b)";
  private static final Pattern CLOSED = Pattern.compile("\\{\\s*(" + MARK + "[^{}]*)\\}");
  private static final Pattern OPEN =
      Pattern.compile("(?<=\\])\\{\\s*(" + MARK + "[^\\s{}]*)([^{}]*)$");
  private static final Pattern ROUND = Pattern.compile("(?<=\\])\\(\\s*(=[^=()]+|cite=[^()]+)\\)");

  /// What nobody would put between brackets but behind the words of a link.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<=\\])(\\s*)\\(((?:term|https?|mailto):\\S[^()]*|[^()]*\\.(?:html|svg|png|jpe?g|gif|webp)(?:#[^()]*)?)\\)");

  private static final Pattern TWO_OPEN =
      Pattern.compile("\\{\\{(?:([^{}]*)\\}|([^\\s{}]*))(?!\\})");
  private static final Pattern TWO_CLOSE = Pattern.compile("(?<!\\{)\\{([^{}]*)\\}\\}");
  private static final Pattern NAME =
      Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{N}_]*)(?:\\.\\w+)*(?::[^\\s{}]*)?\\}");
  private static final Pattern UNCLOSED =
      Pattern.compile(
          "`+|(?<![\\p{L}\\p{N})\\]*])\\*\\*(?=\\p{L})|(?<=\\p{L})\\*\\*(?![\\p{L}\\p{N}(*])");

  private static final Pattern WORD = Pattern.compile("[^\\s\\[\\](){}" + OTHER + "]+$");

  private final IdentityHashMap<Node, Integer> starts = new IdentityHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final StringBuilder rest; // of the line; empty where none of its signs may be left over
  private final Text line;

  /// @param leaves of a paragraph, heading or cell
  /// @param places of those that are words
  /// @param knows whether the program has a name there
  Leftovers(
      Text text, List<Node> leaves, IdentityHashMap<Node, Text> places, Predicate<String> knows) {
    if (!haveSigns(places.values())) { // as in most lines
      this.line = Text.at("", text.span());
      this.rest = new StringBuilder();
      return;
    }
    List<Text> parts = new ArrayList<>();
    int length = 0;
    for (Node leaf : leaves) {
      Text words = places.get(leaf);
      starts.put(leaf, length);
      parts.add(words != null ? words : Text.at("" + OTHER, Places.span(text, leaf)));
      length += parts.getLast().value().length();
    }
    this.line = Places.joined(parts, text.span());
    this.rest = new StringBuilder(line.value());
    marks(leaves);
    links();
    braces();
    names(knows);
    unclosed();
  }

  private static boolean haveSigns(Collection<Text> words) {
    for (Text each : words) {
      String value = each.value();
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '{' || c == '}' || c == '`' || c == '*' || c == '(') {
          return true;
        }
      }
    }
    return false;
  }

  List<Finding> findings() {
    return findings;
  }

  boolean areErrors() {
    return findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
  }

  /// The words of a leaf without what has a finding here.
  Text without(Node leaf, Text words) {
    if (rest.isEmpty()) {
      return words;
    }
    int start = starts.getOrDefault(leaf, 0);
    return words.reading(rest.substring(start, start + words.value().length()));
  }

  private void marks(List<Node> leaves) {
    Matcher closed = CLOSED.matcher(line.value());
    while (closed.find()) {
      if (isMeant(closed.start())) {
        mark(leaves, closed.start(), closed.end(), closed.group(1).strip());
      }
    }
    Matcher open = OPEN.matcher(line.value());
    if (open.find() && isMeant(open.start())) {
      String mark = open.group(1).strip().replaceFirst("[.,;:!?]+$", "");
      boolean isAll = open.group(2).isBlank();
      error(
          opening(open.start() - 1),
          isAll ? open.end() : open.end(1),
          "this mark is not closed",
          "write " + bracket(open.start()) + "{" + mark + (isAll ? "" : " …") + "}");
    }
    Matcher round = ROUND.matcher(line.value());
    while (round.find()) {
      if (isMeant(round.start())) {
        int start = opening(round.start() - 1);
        error(
            start,
            round.end(),
            round(line.span(start, round.end()), bracket(round.start()), round.group(1).strip()));
      }
    }
  }

  /// A mark in its braces that no brackets took in.
  private void mark(List<Node> leaves, int start, int end, String mark) {
    String before = line.value().substring(0, start);
    String stripped = before.stripTrailing();
    boolean isAway = stripped.length() < before.length();
    if (stripped.endsWith("]")) {
      String words = bracket(stripped.length());
      String inner = words.isEmpty() ? "" : words.substring(1, words.length() - 1);
      error(
          words.isEmpty() ? word(stripped.length() - 1) : opening(stripped.length() - 1),
          end,
          isAway
              ? "a blank stands between the words and their mark"
              : words.isEmpty()
                  ? "no bracket opens the words of this mark"
                  : "this mark is not read because of the brackets within its words",
          "write ["
              + (words.isEmpty() ? "words" : inner.replaceAll("(?<!\\\\)([\\[\\]])", "\\\\$1"))
              + "]{"
              + mark
              + "}");
      return;
    }
    boolean isFilled =
        !isAway
            && leaves.stream()
                .anyMatch(
                    it ->
                        it instanceof Markdown.Interpolation
                            && starts.getOrDefault(it, -1) == start - 1);
    int word = isFilled ? start : word(stripped.length());
    error(
        word,
        end,
        isFilled
            ? "a number that is filled in needs no mark"
            : "{" + mark + "} marks nothing: no words in brackets stand before it",
        isFilled
            ? "leave {" + mark + "} out"
            : "write ["
                + (word < stripped.length() ? stripped.substring(word) : "words")
                + "]{"
                + mark
                + "}");
  }

  /// Where the word begins that ends before `end`.
  private int word(int end) {
    Matcher word = WORD.matcher(line.value()).region(0, end);
    return word.find() ? word.start() : end;
  }

  /// `[words](term:two words)` and `[words] (term:word)`.
  private void links() {
    Matcher link = LINK.matcher(line.value());
    while (link.find()) {
      int open = opening(link.start() - 1);
      String words = bracket(link.start());
      String address = link.group(2).strip();
      boolean isBroken = address.contains(" ");
      if (words.isEmpty() || !isMeant(open) || (!isBroken && link.group(1).isEmpty())) {
        continue;
      }
      int start = open > 0 && line.value().charAt(open - 1) == '!' ? open - 1 : open;
      error(
          start,
          link.end(),
          "this link is shown as it stands, since a blank "
              + (isBroken ? "ends" : "stands before")
              + " its address",
          "write "
              + line.value().substring(start, open)
              + words
              + (isBroken ? "(<" + address + ">)" : "(" + address + ")"));
    }
  }

  /// `{{c}` and `{c}}`, unless the braces of the words are closed all together.
  private void braces() {
    String words = rest.toString();
    if (words.chars().filter(c -> c == '{').count()
        == words.chars().filter(c -> c == '}').count()) {
      return;
    }
    Matcher open = TWO_OPEN.matcher(words);
    while (open.find()) {
      if (isMeant(open.start())) {
        String source = open.group(1) == null ? open.group(2) : open.group(1);
        missing(open, source.replaceFirst("[.,;:!?]+$", ""));
      }
    }
    Matcher close = TWO_CLOSE.matcher(words);
    while (close.find()) {
      if (isMeant(close.start())) {
        missing(close, close.group(1));
      }
    }
  }

  private void missing(Matcher braces, String source) {
    error(
        braces.start(),
        braces.end(),
        "nothing is filled in here: a brace is missing",
        "write {{"
            + (source.isBlank() ? "expression" : source.strip())
            + "}}; braces that are meant so have a backslash: \\{");
  }

  /// `{c}`, as in an f-string.
  private void names(Predicate<String> knows) {
    Matcher name = NAME.matcher(rest);
    while (name.find()) {
      if (isMeant(name.start()) && knows.test(name.group(1))) {
        String message = name.group() + " is shown as it stands, nothing is filled in";
        String help = "write {" + name.group() + "} to fill it in";
        if (name.group().indexOf(':') > 0) {
          error(name.start(), name.end(), message, help);
        } else {
          warning(
              name.start(), name.end(), message, help + ", or \\" + name.group() + " if meant so");
        }
      }
    }
  }

  private void unclosed() {
    Matcher sign = UNCLOSED.matcher(rest);
    while (sign.find()) {
      if (isMeant(sign.start())) {
        warning(
            sign.start(),
            sign.end(),
            sign.group() + " is shown as it stands, nothing closes it",
            "close it with another "
                + sign.group()
                + ", or put a backslash before it if it is meant so");
      }
    }
  }

  /// Whether the author has not said with a backslash that the sign is none.
  private boolean isMeant(int at) {
    int start = line.start(at);
    return start == 0 || line.file().text().charAt(start - 1) != '\\';
  }

  /// Where the bracket opens that closes at `close`, or the place itself.
  private int opening(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      char c = line.value().charAt(i);
      depth += c == ']' ? 1 : c == '[' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return close;
  }

  /// The brackets that end before `end`, with their words; empty where nothing opens them.
  private String bracket(int end) {
    int open = opening(end - 1);
    return open == end - 1 ? "" : line.value().substring(open, end).replace("" + OTHER, "…");
  }

  /// For a mark that stands in round brackets.
  static Finding round(Span place, String words, String mark) {
    return Finding.error(
            VerifyCode.BAD_MARK, place, "a mark stands in braces, not in round brackets")
        .help("write " + words + "{" + mark + "}");
  }

  private void error(int start, int end, String message, String help) {
    error(
        start, end, Finding.error(VerifyCode.BAD_MARK, line.span(start, end), message).help(help));
  }

  private void error(int start, int end, Finding finding) {
    findings.add(finding);
    for (int i = start; i < end; i++) {
      rest.setCharAt(i, OTHER);
    }
  }

  private void warning(int start, int end, String message, String help) {
    findings.add(Finding.warning(VerifyCode.BAD_MARK, line.span(start, end), message).help(help));
  }
}
