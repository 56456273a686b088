package dev.perilla.site.importer.words;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/// What the digits of a number tell: a number of many is known by them, and one that has a single
/// digit wrong is still known.
public final class Digits {
  /// How far a lesson that goes on with rounded numbers is off, in units of the last place.
  public static final int NEXT = 3;

  private static final int KNOWN_BY = 3;
  private static final BigDecimal NOISE = new BigDecimal("1e-9");

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

  /// Whether a number is what there is.
  ///
  /// @param units of the last place that may lie between; 1 is to the digits
  public static boolean agree(double value, Numeral said, int units) {
    if (!Double.isFinite(value)) {
      return false;
    }
    return Judge.agrees(said, Fact.Quantity.of(value, ""), false)
        || (units > 1
            && !said.exact()
            && said.value()
                .map(it -> new BigDecimal(value).subtract(it).abs())
                .filter(it -> it.compareTo(said.unit().multiply(BigDecimal.valueOf(units))) <= 0)
                .isPresent());
  }

  /// Whether a number looks like what there is, with a digit or its sign wrong.
  public static boolean isSlip(String number, Fact.Quantity now) {
    String said = number.replaceFirst("^-", "");
    int point = said.indexOf('.');
    int decimals = point < 0 ? 0 : said.length() - point - 1;
    String is = now.exact().abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    boolean whole = now.exact().abs().subtract(new BigDecimal(is)).abs().compareTo(NOISE) <= 0;
    if (said.equals(is) && (decimals > 0 || whole)) {
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
