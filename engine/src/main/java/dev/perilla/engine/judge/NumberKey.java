package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A number.
///
/// With a stated tolerance that is the greatest distance. Without one the digits typed have to be
/// those of the answer, rounded; and there have to be enough of them: three significant ones, or
/// all where the answer has fewer; a decimal with less is asked for more, also where it is a
/// mistake. A fraction and a whole number have to be the answer, up to the noise of floating point.
///
/// @param answer with as many digits as tell doubles apart
/// @param tolerance the greatest distance that still counts as right
/// @param comma whether the decimal mark of the page is a comma
/// @param mistakes wrong numbers that were foreseen
public record NumberKey(
    BigDecimal answer, Optional<BigDecimal> tolerance, boolean comma, List<BigDecimal> mistakes)
    implements AnswerKey {
  private static final BigDecimal NOISE = new BigDecimal("1e-9");
  private static final int ENOUGH = 3;

  /// A rounding with more digits than that is typed by nobody.
  private static final int MOST = 17;

  public NumberKey {
    mistakes = List.copyOf(mistakes);
  }

  /// The same, for numbers in that notation.
  public NumberKey withComma(boolean mark) {
    return new NumberKey(answer, tolerance, mark, mistakes);
  }

  /// The number that somebody typed; none where it does not read as one.
  public Optional<BigDecimal> number(String typed) {
    return TypedNumber.readings(typed, comma).stream().map(TypedNumber::value).findFirst();
  }

  @Override
  public Judgement judgeSome(String given) {
    List<TypedNumber> readings = TypedNumber.readings(given, comma);
    if (readings.isEmpty()) {
      return Judgement.of(Outcome.NO_NUMBER);
    }
    for (TypedNumber reading : readings) {
      if (compare(reading, answer) == Outcome.RIGHT) {
        return Judgement.of(Outcome.RIGHT);
      }
    }
    TypedNumber first = readings.getFirst();
    Outcome outcome = compare(first, answer);
    if (outcome == Outcome.COARSE && first.unit().compareTo(BigDecimal.ONE) < 0) {
      return Judgement.of(Outcome.COARSE); // 0.71 may be meant for 0.7071, whatever else it is
    }
    for (int i = 0; i < mistakes.size(); i++) {
      if (compare(first, mistakes.get(i)) == Outcome.RIGHT) {
        return Judgement.mistake(i);
      }
    }
    return Judgement.of(outcome);
  }

  /// Right, wrong or too coarse to tell.
  private Outcome compare(TypedNumber typed, BigDecimal wanted) {
    BigDecimal distance = typed.value().subtract(wanted).abs();
    BigDecimal noise = isWhole(wanted) ? BigDecimal.ZERO : Noise.of(wanted);
    if (tolerance.isPresent()) {
      BigDecimal greatest =
          tolerance.get().add(Noise.of(wanted).min(Noise.of(tolerance.get()).max(Noise.FLOOR)));
      return distance.compareTo(greatest) <= 0 ? Outcome.RIGHT : Outcome.WRONG;
    }
    if (distance.compareTo(noise) <= 0) {
      return Outcome.RIGHT;
    }
    BigDecimal half = typed.unit().divide(BigDecimal.valueOf(2));
    boolean rounded =
        typed.unit().signum() > 0
            && distance.compareTo(half.add(half.multiply(NOISE).min(Noise.of(wanted)))) <= 0;
    if (!rounded || typed.value().signum() == 0) {
      return Outcome.WRONG;
    }
    return typed.digits() >= ENOUGH ? Outcome.RIGHT : Outcome.COARSE;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /// What readers may type who mean `number`: all its digits, and its roundings.
  public static List<String> spellings(BigDecimal number) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(number.toPlainString());
    for (int digits = ENOUGH; digits <= MOST; digits++) {
      spellings.add(number.round(new MathContext(digits, RoundingMode.HALF_EVEN)).toPlainString());
    }
    return List.copyOf(spellings);
  }

  /// Whether somebody who means `other` can be taken to mean the answer, at any of the precisions
  /// in which they may type it, or the other way round.
  public boolean confuses(BigDecimal other) {
    NumberKey point = new NumberKey(answer, tolerance, false, List.of());
    NumberKey back = new NumberKey(other, tolerance, false, List.of());
    return typed(other).stream().anyMatch(typed -> point.isRight(typed))
        || typed(answer).stream().anyMatch(typed -> back.isRight(typed));
  }

  /// What readers of this question may type who mean `number`: a tolerance of 0.05 or 0.02 asks for
  /// two decimals, one of 5 or 2 for none.
  private List<String> typed(BigDecimal number) {
    List<String> typed = new ArrayList<>(spellings(number));
    if (tolerance.isPresent() && tolerance.get().signum() > 0) {
      int decimals = tolerance.get().scale() - tolerance.get().precision() + 1;
      typed.add(number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }
    return typed;
  }

  private boolean isRight(String typed) {
    return judge(typed).outcome() == Outcome.RIGHT;
  }

  /// The tolerance, as an author or a reader would say it.
  public String allowed() {
    return tolerance
        .map(BigDecimal::toPlainString)
        .orElse("half a unit in the last digit typed, at least " + ENOUGH + " digits");
  }

  @Override
  public Optional<SealedKey> sealed(String salt) {
    if (tolerance.isPresent()) {
      return Optional.empty();
    }
    Set<String> accepted = new LinkedHashSet<>();
    if (!isWhole(answer)) {
      for (int scale = -MOST; scale <= MOST + 3; scale++) {
        for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.HALF_DOWN)) {
          BigDecimal rounded = answer.setScale(scale, mode);
          TypedNumber typed =
              new TypedNumber(
                  rounded, BigDecimal.ONE.scaleByPowerOfTen(-scale), rounded.precision());
          if (compare(typed, answer) == Outcome.RIGHT) {
            accepted.add(rounded(rounded));
          }
        }
      }
    }
    accepted.add(exact(answer));
    return Optional.of(
        SealedKey.of(
            comma ? SealedKey.Kind.NUMBER_COMMA : SealedKey.Kind.NUMBER,
            salt,
            List.copyOf(accepted)));
  }

  /// The texts under which a typed number may be listed among the accepted ones.
  static List<String> canonical(String given, boolean comma) {
    Set<String> texts = new LinkedHashSet<>();
    for (TypedNumber typed : TypedNumber.readings(given, comma)) {
      if (typed.unit().signum() > 0) {
        texts.add(rounded(typed.value().setScale(typed.unit().scale(), RoundingMode.HALF_EVEN)));
      }
      texts.add(exact(typed.value()));
    }
    return List.copyOf(texts);
  }

  /// A number with the weight of its last digit.
  private static String rounded(BigDecimal number) {
    return number.scale() >= 0
        ? number.toPlainString()
        : number.toPlainString() + "~" + -number.scale();
  }

  /// A number up to the noise of floating point.
  private static String exact(BigDecimal number) {
    BigDecimal rounded = number.round(new MathContext(9, RoundingMode.HALF_EVEN));
    BigDecimal whole = number.setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal kept = isWhole(number) ? whole : rounded.stripTrailingZeros();
    return "=" + kept.toPlainString();
  }

  @Override
  public String write() {
    Fields fields = new Fields().add("kind", "number").add("answer", answer.toString());
    tolerance.ifPresent(most -> fields.add("tolerance", most.toString()));
    fields.add("decimal", comma ? "comma" : "point");
    List<String> wrong = new ArrayList<>();
    mistakes.forEach(mistake -> wrong.add(mistake.toString()));
    return fields.add("mistake", wrong).text();
  }

  static NumberKey read(Fields fields) {
    return new NumberKey(
        new BigDecimal(fields.one("answer")),
        fields.maybe("tolerance").map(BigDecimal::new),
        fields.maybe("decimal").filter("comma"::equals).isPresent(),
        fields.all("mistake").stream().map(BigDecimal::new).toList());
  }
}
