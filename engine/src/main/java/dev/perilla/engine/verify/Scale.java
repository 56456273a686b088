package dev.perilla.engine.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words behind a number that make it a power of ten larger: `1.2 million`, `40 mil`, `12k`,
/// `3万`. What they say has as many digits as are written, as in `1.2e6`.
///
/// @param power the exponent of ten; 0 where there is no such word
/// @param end where the words end in the text, or the number where there are none
public record Scale(int power, int end) {
  /// A sign for a thousand is none where it begins that of a unit.
  private static final Pattern WORD =
      Pattern.compile(
          "(?:[ \u00A0\u202F\u2009](?:\\p{L}{2,}|[kM])|[kKM])(?![\\p{L}\\d])"
              + "|[万萬亿億만억兆조]|千(?![克米瓦卡赫帕焦伏升安])");

  private static final Map<String, Integer> POWERS =
      Stream.of(
              said(2, "hundred"),
              said(
                  3,
                  "k",
                  "thousand",
                  "thousands",
                  "mil",
                  "mille",
                  "mila",
                  "tausend",
                  "duizend",
                  "tusen",
                  "тыс",
                  "тысяча",
                  "тысячи",
                  "тысяч",
                  "tysiąc",
                  "tysiące",
                  "tysięcy",
                  "千"),
              said(4, "万", "萬", "만"),
              said(5, "lakh", "lakhs"),
              said(
                  6,
                  "m",
                  "million",
                  "millions",
                  "millón",
                  "millones",
                  "milhão",
                  "milhões",
                  "milione",
                  "milioni",
                  "millionen",
                  "miljoen",
                  "miljon",
                  "miljoner",
                  "milion",
                  "miliony",
                  "milionów",
                  "milyon",
                  "mio",
                  "mln",
                  "млн",
                  "миллион",
                  "миллиона",
                  "миллионов"),
              said(7, "crore", "crores"),
              said(8, "亿", "億", "억"),
              said(
                  9,
                  "bn",
                  "billion",
                  "billions",
                  "bilhão",
                  "bilhões",
                  "milliard",
                  "milliards",
                  "milliarde",
                  "milliarden",
                  "millardo",
                  "millardos",
                  "miliardo",
                  "miliardi",
                  "miljard",
                  "miljarder",
                  "miliard",
                  "miliardy",
                  "miliardów",
                  "milyar",
                  "mrd",
                  "mld",
                  "млрд",
                  "миллиард",
                  "миллиарда",
                  "миллиардов"),
              said(
                  12,
                  "trillion",
                  "trillions",
                  "billón",
                  "billones",
                  "трлн",
                  "триллион",
                  "триллиона",
                  "триллионов",
                  "兆",
                  "조"))
          .flatMap(it -> it.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static Map<String, Integer> said(int power, String... words) {
    return Stream.of(words).collect(Collectors.toMap(it -> it, it -> power));
  }

  /// That of a number which ends at `end`; `12 mil millones` has two words.
  public static Scale behind(String text, int end) {
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
            digits.exact());
  }

  /// A number of the code language with them.
  String of(String digits) {
    return power == 0 ? digits : digits + "e" + power;
  }
}
