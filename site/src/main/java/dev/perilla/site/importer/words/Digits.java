package dev.perilla.site.importer.words;

import dev.perilla.engine.verify.Fact;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/// What the digits of a number tell: a number of many is known by them, and one that has a single
/// digit wrong is still known.
public final class Digits {
  private static final int KNOWN_BY = 3;

  private Digits() {}

  /// Whether a numeral has digits enough to be known by them.
  public static boolean strong(Token token) {
    return strong(token.code());
  }

  /// Whether a number has so many digits that it is known by them.
  public static boolean strong(String literal) {
    String digits = literal.replaceAll("[-.%]", "").replaceAll("^0+", "");
    return digits.length() >= KNOWN_BY && literal.contains(".");
  }

  /// Whether a numeral has a point and more than one digit that counts.
  public static boolean decimal(Token token) {
    return token.code().contains(".")
        && token.code().replaceAll("[-.%]", "").replaceAll("^0+|0+$", "").length() >= 2;
  }

  /// Whether a number looks like what there is, with a digit or its sign wrong.
  public static boolean isSlip(String number, Fact.Quantity now) {
    String said = number.replaceFirst("^-", "");
    int point = said.indexOf('.');
    int decimals = point < 0 ? 0 : said.length() - point - 1;
    String is = now.exact().abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    if (said.equals(is)) {
      return true; // the sign
    }
    long different =
        said.length() == is.length()
            ? IntStream.range(0, is.length()).filter(i -> said.charAt(i) != is.charAt(i)).count()
            : 2;
    boolean finer = // `2.0001`, a little more than 2
        BigDecimal.valueOf(now.exact().doubleValue()).stripTrailingZeros().scale() < decimals - 1;
    return different == 1
        && !finer
        && said.replaceAll("\\.", "").replaceFirst("^0+", "").length() >= KNOWN_BY;
  }
}
