package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Inputs that stand in lists and tables, without a sign of equality: `* **Weight (w):** 3.0`, `|
/// x₁ | 0.05 | first input |`.
public final class Labels {
  private static final Pattern JOINT =
      Pattern.compile(
          "[\\s)\\]$*`_\\\\]*(?:[:|]|\\b(?:is|es|vale|est|vaut|ist|é)\\b)[\\s($*`\\\\]*");

  /// A bracket of words, before a name in it.
  private static final Pattern BRACKETED =
      Pattern.compile("(?U)(?<![\\w²³])[*_`$\\\\]*\\([*_`$\\\\]*$");

  private Labels() {}

  /// Names with the number beside them, in the order of the text; none that an equation holds, and
  /// none that has more than one number on its line.
  ///
  /// @param known whether a word is a name of the lesson
  public static Map<String, String> of(
      Scan scan, List<Equation> equations, Predicate<String> known) {
    Map<String, String> found = new LinkedHashMap<>();
    List<Token> tokens = scan.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token number = tokens.get(i);
      if (!number.is(Kind.NUMBER)
          || number.zone() == Zone.FENCE
          || number.code().isEmpty()
          || number.code().contains("%")
          || equations.stream()
              .anyMatch(it -> it.start() <= number.start() && number.end() <= it.end())) {
        continue;
      }
      int name = nameBefore(tokens, i);
      boolean part =
          name > 0 && tokens.get(name - 1).code().equals(".") && touches(tokens, name); // `X.T`
      boolean joined =
          name >= 0
              && !part
              && !isOfIt(tokens, name)
              && !closes(scan, tokens.get(name), number)
              && JOINT
                  .matcher(scan.text().substring(tokens.get(name).end(), number.start()))
                  .matches();
      if (!joined || !onlyNumber(scan, tokens, i)) {
        continue;
      }
      Token named = tokens.get(name);
      boolean formal =
          named.zone() == Zone.CODE
              || inDollars(scan.text(), named)
              || named.code().matches("(?U).*[\\d_].*")
              || known.test(named.code())
              || isCell(scan.text(), named);
      if (formal && named.code().matches("(?U)[\\p{L}_]\\w*")) {
        found.putIfAbsent(named.code(), number.code());
      }
    }
    return found;
  }

  /// Whether something of a name is spoken of, not the name: `the gradient of a is 4`.
  private static boolean isOfIt(List<Token> tokens, int name) {
    return name > 1
        && Lexicon.OF_A.contains(tokens.get(name - 1).code().toLowerCase(Locale.ROOT))
        && tokens.get(name - 2).is(Kind.NAME)
        && !Lexicon.VALUES.contains(tokens.get(name - 2).code().toLowerCase(Locale.ROOT));
  }

  /// Whether a bracket closes between a name and a number that did not open right before the name:
  /// `max(0, z) | 0.9` is no label of `z`.
  private static boolean closes(Scan scan, Token name, Token number) {
    return scan.text().substring(name.end(), number.start()).indexOf(')') >= 0
        && !BRACKETED.matcher(scan.text().substring(0, name.start())).find();
  }

  private static boolean touches(List<Token> tokens, int index) {
    return tokens.get(index - 1).end() == tokens.get(index).start();
  }

  /// Whether a word says of what stands before it what it is.
  public static boolean isVerb(Token token) {
    return token.code().matches("is|equals|es|vale|sería|est|vaut|ist|beträgt|é|seria");
  }

  private static int nameBefore(List<Token> tokens, int index) {
    for (int i = index - 1; i >= 0 && i >= index - 5; i--) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.NAME) {
        if (!isVerb(tokens.get(i))) {
          return i;
        }
      } else if (kind == Kind.NUMBER || kind == Kind.RELATION || kind == Kind.OPERATOR) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean onlyNumber(Scan scan, List<Token> tokens, int index) {
    int line = scan.text().lastIndexOf('\n', tokens.get(index).start() - 1) + 1;
    int end = scan.text().indexOf('\n', tokens.get(index).start());
    int until = end < 0 ? scan.text().length() : end;
    boolean row = scan.text().substring(line, until).indexOf('|') >= 0;
    return !row
        || tokens.stream()
                .filter(it -> it.is(Kind.NUMBER) && it.start() >= line && it.end() <= until)
                .filter(it -> it.code().contains(".") || it.equals(tokens.get(index)))
                .count()
            == 1;
  }

  /// Whether a short name is all that a cell of a table holds.
  private static boolean isCell(String text, Token token) {
    int from = text.lastIndexOf('|', token.start());
    int to = text.indexOf('|', token.end());
    return from >= 0
        && to >= 0
        && token.code().length() <= 3
        && text.substring(from + 1, to).replaceAll("[\\s*_`$]", "").equals(token.code());
  }

  private static boolean inDollars(String text, Token token) {
    return token.start() > 0
        && text.charAt(token.start() - 1) == '$'
        && text.indexOf('$', token.end()) >= 0;
  }
}
