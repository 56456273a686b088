package dev.perilla.engine.verify;

import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Parser;
import java.util.regex.Pattern;

/// Words before a statement that make it one of something else than the program has: of another
/// number, `half of c = 6`, or of another case, `with a = 3.01`. What is said of numbers alone
/// holds in every case.
final class Elsewhere {
  private static final int LONGEST_WORD = 20;
  private static final int LONGEST_SENTENCE = 300;

  /// Words that make another number of the one behind them.
  private static final String CHANGES =
      "of|times|twice|half|double|triple|minus|plus|de|del|doble|mitad|veces|más|menos|du|des|fois"
          + "|moitié|von|vom|mal|di|della|volte|metà|do|da|dos|das|vezes|metade|dobro";

  /// Words that say where, when or for what a name is so.
  private static final String CASES =
      "at|in|with|for|if|let|when|while|after|before|to|from|by|between|than|over|on|per|as|like"
          + "|assume|suppose|en|con|para|si|cuando|tras|por|entre|a|al|sobre|desde|hasta|sea|sean|como"
          + "|à|au|avec|pour|quand|après|dans|soit|bei|mit|für|wenn|nach|im|an|am|auf|aus|zu|sei|se"
          + "|dopo|sia|em|com|após|no|na|seja|new|next|updated|nuevo|nueva|siguiente|neue|nächste"
          + "|nouvelle|nouveau|prochain|nuovo|nuova|novo|nova|step|case|epoch|paso"
          + "|caso|época|schritt|fall|epoche|étape|cas";

  private static final Pattern CHANGED = before(CHANGES);

  private static final Pattern NAMED = before(CHANGES + "|" + CASES);

  /// The names before the last of `a, b = 3, 4`.
  private static final Pattern NAMES =
      Pattern.compile("(?:\uFFFC|\\p{L}[\\p{L}\\p{N}_]*)[\"“”„«»]? ?, ?[\"“”„«»]?$");

  /// The numbers behind the first.
  private static final Pattern NUMBERS = Pattern.compile(" ?, ?[-−–]?\\d");

  /// What gives names other numbers for what follows: `with a = 3.01`, `if a grew`.
  private static final Pattern CASE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:(?:at|with|for|let|when|en|con|para|cuando|sea|sean|avec|pour|quand|soit"
              + "|bei|mit|für|sei|per|se|sia|com|seja)\\s+[\"“”„«»]?(?:\\p{L}\\w*|\uFFFC)[\"“”„«»]?\\s*="
              + "|(?:if|suppose|imagine|assume|si|supón|supongamos|imagina|supposons|wenn|falls|suponha)"
              + "(?!\\p{L})(?:[^.;!?]|\\.(?=\\d))*$)");

  private Elsewhere() {}

  private static Pattern before(String words) {
    return Pattern.compile("(?iu)(?<!\\p{L})(?:" + words + "|d['’])[\"“”„«»]?\\s*$");
  }

  /// Whether words right before a number make another of it, or one of another case.
  static boolean isBefore(String words) {
    return NAMED.matcher(words.substring(Math.max(0, words.length() - LONGEST_WORD))).find();
  }

  /// Whether a statement of `flat` is of something else.
  static boolean is(Flat flat, Sums sums) {
    String before =
        flat.text().substring(Math.max(0, sums.start() - LONGEST_SENTENCE), sums.start());
    String near = before.substring(Math.max(0, before.length() - LONGEST_WORD));
    return sums.isNamed()
        ? NAMED.matcher(near).find()
            || CASE.matcher(before).find()
            || (NAMES.matcher(near).find()
                && NUMBERS
                    .matcher(flat.text())
                    .region(sums.end(), flat.text().length())
                    .lookingAt())
        : CHANGED.matcher(near).find() && beginsBare(sums);
  }

  /// Whether its first side is a number, which alone is what the words before it change.
  private static boolean beginsBare(Sums sums) {
    return Parser.chains(sums.statement()) instanceof Reading.Chains read
        && Written.isBare(read.chains().getFirst().sides().getFirst());
  }
}
