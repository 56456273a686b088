package dev.perilla.engine.compile;

import dev.perilla.engine.language.syntax.Chain.Relation.Kind;
import dev.perilla.engine.verify.Compared;
import dev.perilla.engine.verify.Scale;
import dev.perilla.engine.verify.Units;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words beside a number make of it in every language: its unit, a power of ten or a
/// percent, and what is compared with it. Two texts contradict each other only where the words of
/// both are known: a language may say most things otherwise.
///
/// @param compared what the words before it compare: `at most`
/// @param size the power of ten behind it, or `%`; empty where no such word is known
/// @param unit its unit, as its symbol; empty where none is known
/// @param isAlone whether no words are behind it that could be any of these, nor before it
/// @param before those words before it, as they are written
/// @param behind those behind it
/// @param names the code and formulas that say what it is of
record Beside(
    Optional<Kind> compared,
    String size,
    String unit,
    boolean isAlone,
    String before,
    String behind,
    List<Name> names) {
  static final Beside NOTHING = new Beside(Optional.empty(), "", "", false, "", "", List.of());

  private static final String BLANK = "[ \u00A0\u202F\u2009]?";
  private static final Pattern WORD =
      Pattern.compile(
          BLANK
              + "(por ciento|por cento|pour cent|per cento|per cent|\\p{L}+|[°º]\\p{Lu}?|[%€£¥$])");

  private static final Pattern CURRENCY = Pattern.compile("([€£¥$])" + BLANK + "$");

  /// Words of a size anywhere in a text: `Percentage: 12` may be `12 percent` elsewhere.
  private static final Pattern SIZED =
      Pattern.compile(
          "(?iu)[%‰]|p(?:e|o|ou|ro)r?[cz]|mil|thousand|tausend|тыс|процент|yüzde|ehuneko|elfu|万|千");

  private static final Pattern ENDS = Pattern.compile("\\s*(?:[.,;:!?)\\]»”|]|$)");

  /// Whether words of a size stand anywhere in a text.
  static boolean isSized(String text) {
    return SIZED.matcher(text).find();
  }

  /// Code or a formula that says what a number is of.
  ///
  /// @param place where it stands: before the number, or at the head of its row or column
  record Name(Place place, String shown) {
    enum Place {
      BEFORE,
      ROW,
      COLUMN
    }
  }

  /// @param before the text before a number
  /// @param behind the text behind it
  /// @param isSized whether words of a size stand anywhere in the text
  static Beside of(String before, String behind, boolean isSized, List<Name> names) {
    Scale scale = Scale.behind(behind, 0);
    Matcher word = WORD.matcher(behind).region(scale.end(), behind.length());
    String unit = word.lookingAt() ? Units.symbol(word.group(1)) : "";
    int end = unit.isEmpty() ? scale.end() : word.end();
    Matcher currency = CURRENCY.matcher(before.substring(Math.max(0, before.length() - 2)));
    boolean isPriced = unit.isEmpty() && currency.find();
    String size = (scale.power() > 0 ? "e" + scale.power() : "") + (unit.equals("%") ? "%" : "");
    boolean isAlone = !isSized && ENDS.matcher(behind).lookingAt();
    Optional<Compared> compared = Compared.said(before.stripTrailing(), behind);
    return new Beside(
        compared.map(Compared::kind),
        size,
        isPriced ? currency.group(1) : unit.equals("%") ? "" : unit,
        isAlone,
        compared.map(it -> it.sign() + " ").orElse("") + (isPriced ? currency.group(1) : ""),
        behind.substring(0, end),
        names);
  }

  /// Whether no two languages say both of one number.
  boolean contradicts(Beside other) {
    return isOther(unit, other.unit)
        || isOther(size, other.size)
        || (isBare() && !other.size.isEmpty())
        || (other.isBare() && !size.isEmpty())
        || (compared.isPresent()
            && other.compared.isPresent()
            && areOpposed(compared.get(), other.compared.get()));
  }

  /// Whether it has no size in any language: nothing stands behind it, or its unit does, which in
  /// `m` may be a million.
  private boolean isBare() {
    return isAlone || (size.isEmpty() && !unit.isEmpty() && !unit.equals("m"));
  }

  private static boolean isOther(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /// `The greatest is 5` may be `at most 5` elsewhere, but never `at least 5`.
  private static boolean areOpposed(Kind one, Kind other) {
    return switch (one) {
      case LESS, LESS_EQUAL -> other == Kind.GREATER || other == Kind.GREATER_EQUAL;
      case GREATER, GREATER_EQUAL -> other == Kind.LESS || other == Kind.LESS_EQUAL;
      case EQUAL -> other == Kind.NOT_EQUAL;
      case NOT_EQUAL -> other == Kind.EQUAL;
      case ABOUT, GIVES, BECOMES -> false;
    };
  }

  /// A number as findings show it, with these words.
  String with(String shown) {
    return before + shown + behind;
  }
}
