package dev.perilla.engine.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words behind a number that make it a power of ten larger: `1.2 million`, `40 mil`, `12k`,
/// `3万`. What they say has as many digits as are written, as in `1.2e6`.
///
/// @param power the exponent of ten; 0 where there is no such word
/// @param end where the words end in the text, or the number where there are none
record Scale(int power, int end) {
  private static final Pattern WORD =
      Pattern.compile("(?:[ \u00A0\u202F\u2009]\\p{L}{2,}|[kK])(?![\\p{L}\\d])|[万萬亿億만억]");
  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("k", 3),
          Map.entry("thousand", 3),
          Map.entry("mil", 3),
          Map.entry("mille", 3),
          Map.entry("mila", 3),
          Map.entry("tausend", 3),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("millón", 6),
          Map.entry("millones", 6),
          Map.entry("milhão", 6),
          Map.entry("milhões", 6),
          Map.entry("milione", 6),
          Map.entry("milioni", 6),
          Map.entry("millionen", 6),
          Map.entry("billion", 9),
          Map.entry("bilhão", 9),
          Map.entry("bilhões", 9),
          Map.entry("milliard", 9),
          Map.entry("milliards", 9),
          Map.entry("milliarde", 9),
          Map.entry("milliarden", 9),
          Map.entry("trillion", 12),
          Map.entry("billón", 12),
          Map.entry("billones", 12),
          Map.entry("万", 4),
          Map.entry("萬", 4),
          Map.entry("만", 4),
          Map.entry("亿", 8),
          Map.entry("億", 8),
          Map.entry("억", 8),
          Map.entry("lakh", 5),
          Map.entry("crore", 7));

  /// That of a number which ends at `end`; `12 mil millones` has two words.
  static Scale behind(String text, int end) {
    int power = 0;
    int at = end;
    Matcher word = WORD.matcher(text);
    while (word.region(at, text.length()).lookingAt()) {
      String said = word.group().replaceFirst("^\\P{L}", "").toLowerCase(Locale.ROOT);
      int more = POWERS.getOrDefault(said, 0);
      if (more == 0) {
        break;
      }
      power += more;
      at = word.end();
    }
    return new Scale(power, at);
  }

  /// Whether one of `numerals` has such words.
  static boolean isBehind(String text, List<Numeral> numerals) {
    return numerals.stream().anyMatch(it -> behind(text, it.end()).power > 0);
  }

  /// What a numeral says together with them.
  Numeral of(Numeral digits) {
    return power == 0
        ? digits
        : new Numeral(
            digits.start(),
            digits.end(),
            digits.text(),
            digits.value().map(it -> it.scaleByPowerOfTen(power)),
            digits.unit().scaleByPowerOfTen(power),
            false);
  }

  /// A number of the code language with them.
  String of(String digits) {
    return power == 0 ? digits : digits + "e" + power;
  }
}
