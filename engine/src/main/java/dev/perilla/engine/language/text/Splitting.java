package dev.perilla.engine.language.text;

import dev.perilla.engine.language.number.PythonError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `split`, `rsplit`, `splitlines`, `partition` and `rpartition`.
///
/// `limit` is the number of cuts at most; negative for no limit.
public final class Splitting {
  private Splitting() {}

  /// `text.split(None, limit)`: the words.
  public static List<String> words(String text, long limit) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < text.length() && Characters.isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return words;
      }
      if (limit >= 0 && words.size() >= limit) {
        words.add(new String(text.substring(at))); // another object, as in Python
        return words;
      }
      int start = at;
      while (at < text.length() && !Characters.isSpace(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
    }
  }

  /// `text.rsplit(None, limit)`: the words, cut from the end.
  public static List<String> wordsFromEnd(String text, long limit) {
    List<String> words = new ArrayList<>();
    int at = text.length();
    while (true) {
      while (at > 0 && Characters.isSpace(text.charAt(at - 1))) {
        at--;
      }
      if (at == 0) {
        break;
      }
      if (limit >= 0 && words.size() >= limit) {
        words.add(new String(text.substring(0, at)));
        break;
      }
      int end = at;
      while (at > 0 && !Characters.isSpace(text.charAt(at - 1))) {
        at--;
      }
      words.add(text.substring(at, end));
    }
    Collections.reverse(words);
    return words;
  }

  /// `text.split(separator, limit)`.
  public static List<String> split(String text, String separator, long limit) {
    check(separator);
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = Searching.first(text, separator, 0);
    while (at >= 0 && (limit < 0 || parts.size() < limit)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = Searching.first(text, separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  /// `text.rsplit(separator, limit)`.
  public static List<String> splitFromEnd(String text, String separator, long limit) {
    check(separator);
    List<String> parts = new ArrayList<>();
    int to = text.length();
    int at = Searching.last(text, separator, text.length());
    while (at >= 0 && (limit < 0 || parts.size() < limit)) {
      parts.add(text.substring(at + separator.length(), to));
      to = at;
      at = Searching.last(text, separator, to - separator.length());
    }
    parts.add(text.substring(0, to));
    Collections.reverse(parts);
    return parts;
  }

  /// `text.splitlines(keepEnds)`.
  public static List<String> lines(String text, boolean keepEnds) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !Characters.isLineEnd(text.charAt(end))) {
        end++;
      }
      int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
      lines.add(text.substring(start, keepEnds ? next : end));
      start = next;
    }
    return lines;
  }

  /// `text.partition(separator)`: before, separator, after.
  public static List<String> partition(String text, String separator) {
    check(separator);
    int at = Searching.first(text, separator, 0);
    return at < 0 ? List.of(text, "", "") : cut(text, separator, at);
  }

  /// `text.rpartition(separator)`.
  public static List<String> partitionAtLast(String text, String separator) {
    check(separator);
    int at = Searching.last(text, separator, text.length());
    return at < 0 ? List.of("", "", text) : cut(text, separator, at);
  }

  private static List<String> cut(String text, String separator, int at) {
    return List.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }

  private static void check(String separator) {
    if (separator.isEmpty()) {
      throw PythonError.value("empty separator");
    }
  }
}
