package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Arithmetic in words: `-8 times 4, which is -32`, `3 por 2 es 6`. What it comes to is held to it;
/// what it is of is bound where the program has that very number.
///
/// @param text that it stands in
record Products(Dressing text) {
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("times", "*"),
          Map.entry("por", "*"),
          Map.entry("vezes", "*"),
          Map.entry("veces", "*"),
          Map.entry("plus", "+"),
          Map.entry("más", "+"),
          Map.entry("mais", "+"),
          Map.entry("minus", "-"),
          Map.entry("menos", "-"),
          Map.entry("over", "/"),
          Map.entry("entre", "/"),
          Map.entry("dividido", "/"));

  /// Words between arithmetic and what it comes to.
  private static final Set<String> COMES =
      Set.of(
          "is", "or", "gives", "makes", "equals", "which", "that", "so", "we", "get", "es", "son",
          "da", "o", "sea", "que", "nos", "é", "são", "dá", "ou", "igual", "a", "are");

  private static final int MOST_WORDS = 4; // between the two

  void all() {
    List<Token> tokens = text.scan.tokens();
    for (int i = 0; i + 3 < tokens.size(); i++) {
      String operator = OPERATORS.get(tokens.get(i + 1).code().toLowerCase(Locale.ROOT));
      boolean arithmetic = operator != null && isFree(i) && isFree(i + 2);
      int result = arithmetic ? result(i + 3) : -1;
      if (result >= 0) {
        String right = tokens.get(i + 2).code();
        String code =
            tokens.get(i).code()
                + " "
                + operator
                + " "
                + (right.startsWith("-") ? "(" + right + ")" : right);
        if (text.tried.holds(words(tokens.get(result)), code)) {
          text.operand(i, Optional.empty());
          text.operand(i + 2, Optional.empty());
          text.mark(result, "= " + code);
          text.settle(List.of(result));
          text.count(Outcome.CHECKED, 1);
        }
      }
    }
  }

  private boolean isFree(int at) {
    Token token = text.scan.tokens().get(at);
    return token.is(Kind.NUMBER)
        && token.zone() == Zone.PROSE
        && token.code().matches("-?\\d+(?:\\.\\d+)?");
  }

  /// The number that the words from `at` on come to; -1 where they say something else.
  private int result(int at) {
    List<Token> tokens = text.scan.tokens();
    int next = at;
    while (next < tokens.size()
        && next < at + MOST_WORDS
        && (tokens.get(next).is(Kind.COMMA)
            || COMES.contains(tokens.get(next).code().toLowerCase(Locale.ROOT)))) {
      next++;
    }
    return next > at && next < tokens.size() && isFree(next) && !text.isSettled(next) ? next : -1;
  }

  private String words(Token token) {
    return text.scan.text().substring(token.start(), token.end());
  }
}
