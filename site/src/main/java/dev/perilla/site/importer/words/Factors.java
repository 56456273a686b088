package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Products among words that are written without a sign: `δ = h (1 - h) w = 0.43 × 0.57 × 1.1`.
///
/// Words may be names and names words, so a side of names counts where it is the last one, where a
/// number follows, or arithmetic with as many factors.
///
/// @param text that the tokens stand in
record Factors(String text, List<Token> tokens) {
  private static final String NAME = "(?U)\\p{L}|\\S*[\\d_/]\\S*|d?\\p{IsGreek}\\S*";

  /// Names that are words of a language as well: between two names they may join these.
  private static final Set<String> WORDS = Set.of("a", "e", "i", "o", "u", "y");

  /// A side of an equation.
  ///
  /// @param terms how many factors each term has
  /// @param gaps the factors before which a sign is left out
  /// @param called whether a factor is a function of something
  private record Shape(List<Integer> terms, List<Integer> gaps, boolean called) {
    boolean isNumber() {
      return terms.equals(List.of(1)) && !called;
    }
  }

  /// The tokens with the signs that are left out; these have no width.
  List<Token> signed() {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!isEqual(i)) {
        continue;
      }
      int end = end(i + 1);
      left(i, end).ifPresent(it -> gaps.addAll(it.gaps()));
      Optional<Shape> side = shape(i + 1, end);
      boolean product =
          side.isPresent()
              && !side.get().gaps().isEmpty()
              && (isEqual(end)
                  ? shape(end + 1, end(end + 1))
                      .filter(
                          it ->
                              it.terms().equals(side.get().terms())
                                  || (it.isNumber() && !side.get().called()))
                      .isPresent()
                  : !isRelation(end));
      if (product) {
        gaps.addAll(side.get().gaps());
      }
    }
    List<Token> signed = new ArrayList<>();
    int at = 0;
    for (int gap : gaps) {
      signed.addAll(tokens.subList(at, gap));
      int place = tokens.get(gap - 1).end();
      signed.add(new Token(Kind.OPERATOR, place, place, "*", Zone.PROSE, 0));
      at = gap;
    }
    signed.addAll(tokens.subList(at, tokens.size()));
    return signed;
  }

  /// A product that an equation begins with, among words: the factors before a relation, as many as
  /// those behind it.
  private Optional<Shape> left(int relation, int end) {
    int from = relation;
    while (from > 0
        && tokens.get(from - 1).zone() == Zone.PROSE
        && (isName(from - 1)
            || Set.of(Kind.OPEN, Kind.CLOSE, Kind.OPERATOR, Kind.NUMBER)
                .contains(tokens.get(from - 1).kind()))) {
      from--;
    }
    Optional<Shape> right = shape(relation + 1, end);
    for (int i = from; i < relation && right.isPresent(); i++) {
      Optional<Shape> side = isRelation(from - 1) ? Optional.empty() : shape(i, relation);
      if (side.filter(it -> !it.gaps().isEmpty() && it.terms().equals(right.get().terms()))
          .isPresent()) {
        return side;
      }
    }
    return Optional.empty();
  }

  private boolean isRelation(int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(Kind.RELATION);
  }

  private boolean isEqual(int at) {
    return isRelation(at)
        && tokens.get(at).zone() == Zone.PROSE
        && Set.of("=", "≈").contains(tokens.get(at).code());
  }

  /// The end of a side: the next relation, or where the line or sentence ends.
  private int end(int from) {
    int at = from;
    while (at < tokens.size()
        && !tokens.get(at).is(Kind.RELATION)
        && !tokens.get(at).is(Kind.STOP)
        && !tokens.get(at).is(Kind.COMMA)
        && tokens.get(at).zone() == Zone.PROSE
        && (at == from
            || text.indexOf('\n', tokens.get(at - 1).end()) < 0
            || text.indexOf('\n', tokens.get(at - 1).end()) >= tokens.get(at).start())) {
      at++;
    }
    return at;
  }

  /// What a side is made of; empty where it is no sum of products.
  private Optional<Shape> shape(int from, int to) {
    List<Integer> terms = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    boolean called = false;
    int factors = 0;
    int at = from < to && tokens.get(from).code().equals("-") ? from + 1 : from;
    int first = at;
    while (at < to) {
      Token token = tokens.get(at);
      if (at > first && token.is(Kind.OPERATOR)) {
        boolean ends = token.code().equals("+") || token.code().equals("-");
        if (!ends && !token.code().equals("*") && !token.code().equals("/")) {
          return Optional.empty();
        }
        if (ends) {
          terms.add(factors);
          factors = 0;
        }
        at++;
      } else if (at > first) {
        if (!isGap(at, to)) {
          return Optional.empty();
        }
        gaps.add(at);
      }
      boolean call = isCall(at, to);
      int end = at < to ? factor(at, to) : -1;
      if (end < 0) {
        return Optional.empty();
      }
      if (call) {
        called = true;
        inside(at + 2, end - 1, gaps);
      }
      factors++;
      at = power(end, to);
    }
    terms.add(factors);
    return factors == 0 ? Optional.empty() : Optional.of(new Shape(terms, gaps, called));
  }

  /// The end of a power that a factor is raised to.
  private int power(int at, int to) {
    String sign = at < to ? tokens.get(at).code() : "";
    boolean number = sign.equals("**") && at + 1 < to && tokens.get(at + 1).is(Kind.NUMBER);
    return number ? at + 2 : sign.equals("**2") || sign.equals("**3") ? at + 1 : at;
  }

  /// The signs that are left out between the names that a function is asked for.
  private void inside(int from, int to, List<Integer> gaps) {
    for (int i = from + 1; i < to; i++) {
      if (tokens.get(i - 1).is(Kind.NAME) && isName(i) && isName(i - 1)) {
        gaps.add(i);
      }
    }
  }

  /// Whether names or brackets stand side by side there, with nothing but a blank between.
  private boolean isGap(int at, int to) {
    Token before = tokens.get(at - 1);
    boolean ends =
        before.is(Kind.CLOSE)
            || isName(at - 1)
            || before.code().matches("\\*\\*[23]?")
            || (before.is(Kind.NUMBER) && tokens.get(at).is(Kind.OPEN) && computes(at, to));
    boolean begins = tokens.get(at).is(Kind.OPEN) || isName(at);
    boolean word = isWord(tokens.get(at)) && at + 1 < to && isName(at + 1) && before.is(Kind.NAME);
    return ends && begins && !word && before.end() < tokens.get(at).start();
  }

  /// Whether a bracket holds arithmetic: `1/2 (0.1 - 0.7)`, not `3 (three)`.
  private boolean computes(int open, int to) {
    int end = factor(open, to);
    return end > 0 && tokens.subList(open, end).stream().anyMatch(it -> it.is(Kind.OPERATOR));
  }

  private boolean isName(int at) {
    return isName(tokens.get(at));
  }

  /// Whether a token looks like a name: a letter, or with a digit or a Greek letter.
  static boolean isName(Token token) {
    return token.is(Kind.NAME) && token.code().matches(NAME);
  }

  /// Whether a name is a word of a language as well.
  static boolean isWord(Token token) {
    return WORDS.contains(token.code());
  }

  private boolean isCall(int at, int to) {
    return at + 1 < to
        && tokens.get(at).is(Kind.NAME)
        && tokens.get(at + 1).is(Kind.OPEN)
        && tokens.get(at + 1).start() == tokens.get(at).end();
  }

  /// The end of a name that looks like one, of a number, of a call or of a bracket; -1 where none
  /// begins.
  private int factor(int at, int to) {
    boolean call = isCall(at, to);
    if (!call && (tokens.get(at).is(Kind.NUMBER) || isName(at))) {
      return at + 1;
    }
    int open = call ? at + 1 : at;
    int depth = 0;
    for (int i = open; i < to && tokens.get(open).is(Kind.OPEN); i++) {
      depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
