package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of a number or a statement that does not hold: what stands there, what the program
/// gives, how far apart they are, and what to write.
final class Faults {
  /// A number times a power of ten, as `1.5 × 10**-3`.
  private static final Pattern SCALED = Pattern.compile("(.*\\d)\\s*[×·*]\\s*10.*");

  private static final Pattern PERCENT_OF =
      Pattern.compile("(?<of>.+?) ?(?<sign>[-+−]) ?(?<percent>[0-9.]+) ?%");

  private Faults() {}

  /// The finding for a numeral that does not agree.
  static Finding falseNumber(
      Numeral numeral,
      Notation notation,
      Span place,
      Fact.Quantity given,
      String expression,
      boolean about) {
    Optional<Numeral> comma = withComma(numeral, place);
    return comma.isPresent()
        ? falseDigits(comma.get(), Notation.COMMA, place, given, expression, about)
        : falseDigits(numeral, notation, place, given, expression, about);
  }

  /// The numeral as it is typed: a statement in words is checked as code, which has points, where
  /// the text may have commas.
  private static Optional<Numeral> withComma(Numeral numeral, Span place) {
    return numeral.text().equals(place.text()) || place.text().indexOf(',') < 0
        ? Optional.empty()
        : Numeral.whole(place.text(), Notation.COMMA)
            .filter(it -> it.text().replace(',', '.').equals(numeral.text()));
  }

  private static Finding falseDigits(
      Numeral numeral,
      Notation notation,
      Span place,
      Fact.Quantity given,
      String expression,
      boolean about) {
    Optional<String> right = Rewriting.of(numeral, notation, given, about);
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_NUMBER,
                place,
                "the text says " + numeral.text() + ", the program gives " + given.repr())
            .label(expression + ": " + distance(numeral, given, about));
    if (place.text().indexOf('{') >= 0) {
      return finding.help("it is filled in or bound: correct the numbers beside it");
    }
    Matcher scaled = SCALED.matcher(numeral.text());
    if (scaled.matches()) {
      Numeral digits = Numeral.whole(scaled.group(1), notation).orElse(numeral);
      Optional<String> before = Rewriting.mantissa(digits, numeral, notation, given, about);
      Finding helped = before.map(it -> finding.help(mantissa(digits, it))).orElse(finding);
      return before.isPresent() && place.text().startsWith(digits.text())
          ? helped.fix(
              new Edit(
                  new Span(place.file(), place.start(), place.start() + digits.text().length()),
                  before.get()))
          : helped;
    }
    if (right.isEmpty()) {
      return finding.help("write the number that the program gives: {{" + expression + "}}");
    }
    Fact.Quantity hundredth = Fact.Quantity.of(given.exact().doubleValue() / 100, "");
    if (numeral.text().endsWith("%") && Judge.agrees(numeral, hundredth, about)) {
      return finding.help(
          numeral.text()
              + " is a hundredth of that: write it without %, or bind it to ("
              + expression
              + ") / 100");
    }
    Optional<String> meant = meant(numeral, given, expression, about);
    if (meant.isPresent()) {
      return finding.help(meant.get());
    }
    boolean isRounded = numeral.exact() && !given.whole() && Judge.agrees(numeral, given, true);
    return finding
        .help("write " + right.get() + (isRounded ? ", or ≈ " + numeral.text() : ""))
        .fix(Rewriting.edit(numeral, place, right.get()));
  }

  /// What was meant where the number is that of another reading: `100 + 20% = 120` as a pocket
  /// calculator has it, `log(100) = 2` as schools have it.
  private static Optional<String> meant(
      Numeral numeral, Fact.Quantity given, String expression, boolean about) {
    double is = given.exact().doubleValue();
    Matcher percent = PERCENT_OF.matcher(expression);
    if (percent.matches()) {
      double part = Double.parseDouble(percent.group("percent")) / 100;
      double change = percent.group("sign").equals("+") ? part : -part;
      return agrees(numeral, (is - change) * (1 + change), about)
          ? Optional.of(
              "a percent is a hundredth of 1: write %s × (1 %s %s%%)"
                  .formatted(percent.group("of"), percent.group("sign"), percent.group("percent")))
          : Optional.empty();
    }
    return expression.matches("log\\b.*") && agrees(numeral, is / Math.log(10), about)
        ? Optional.of("log is the natural logarithm; write log10, in formulas \\log_{10}")
        : Optional.empty();
  }

  private static boolean agrees(Numeral numeral, double value, boolean about) {
    return Judge.agrees(numeral, Fact.Quantity.of(value, ""), about);
  }

  /// What to write before a power of ten.
  static String mantissa(Numeral digits, String right) {
    return "write "
        + right
        + " in the place of "
        + digits.text()
        + (digits.exact() ? ", or ≈ before an integer that is rounded" : "");
  }

  private static String distance(Numeral numeral, Fact.Quantity given, boolean about) {
    BigDecimal difference = Judge.difference(numeral, given);
    BigDecimal tolerance = Judge.tolerance(numeral, given, about);
    if (numeral.isBegun()) {
      return "its digits begin otherwise";
    }
    return difference.compareTo(tolerance) <= 0
        ? "half way, and rounded to the other side"
        : "off by "
            + Shown.shortest(Fact.Quantity.of(difference.doubleValue(), ""))
            + ", allowed "
            + (numeral.exact() && !about
                ? "0" // but for the noise of floating point
                : tolerance.round(new MathContext(2)));
  }

  /// For what has no finite value.
  static Finding notFinite(Span place, String expression, Fact.NotFinite not) {
    return Finding.error(
            LanguageCode.NOT_FINITE,
            place,
            expression + " is " + not.repr() + ", which is no finite number")
        .help("choose inputs for which it has a value");
  }

  /// For two sides that are not equal.
  ///
  /// @param rounded what one of the numbers in the side would be in its digits, where that is known
  static Finding disagreement(
      Side side, Side computed, Span place, Optional<Behind.Rounded> rounded) {
    Optional<Fact.NotFinite> not =
        side.fact() instanceof Fact.NotFinite there ? Optional.of(there) : Optional.empty();
    if (not.isPresent()) {
      return notFinite(place, side.source(), not.get());
    }
    boolean onOneLine = place.text().indexOf('\n') < 0;
    Finding finding =
        Finding.error(
                VerifyCode.FALSE_STATEMENT,
                onOneLine ? place : side.place(),
                computed.words()
                    + " is "
                    + computed.fact().shown()
                    + ", but "
                    + side.words()
                    + " is "
                    + side.fact().shown())
            .label("these are not equal");
    if (rounded.isPresent()) {
      return finding.help(
          rounded.get().written()
              + " is not "
              + rounded.get().expression()
              + ", which is "
              + rounded.get().right()
              + " in these digits");
    }
    if (side.source().codePoints().noneMatch(Character::isLetter)) {
      return finding.help(
          "correct the number that is wrong, or write those that are rounded with more digits");
    }
    boolean assignment = side.source().contains(computed.source());
    return finding.help(
        assignment
            ? "an equation is no assignment: for a step of a program use a code block, or write ←"
            : "correct the side that is wrong");
  }

  /// For a name that differs from all that a statement says of it, which agrees with itself.
  static Finding otherStep(Side name, List<Side> run) {
    String said =
        run.stream()
            .flatMap(it -> it.literal().stream())
            .map(Numeral::text)
            .findFirst()
            .orElseThrow();
    return Finding.error(
            VerifyCode.FALSE_STATEMENT,
            name.place(),
            name.source()
                + " is "
                + name.fact().shown()
                + " here, but the other sides agree on "
                + said)
        .label("only this differs")
        .help(
            "a value of another step has another name in the program, such as "
                + name.source()
                + "_1 = …; if "
                + name.source()
                + " is meant, correct the other sides");
  }

  /// For a comparison, `<` or `≥`, that does not hold.
  static Finding disorder(Side left, Side right, Span place) {
    return Finding.error(
            VerifyCode.FALSE_STATEMENT,
            place,
            "the text says "
                + place.text()
                + ", but "
                + Stream.of(left, right)
                    .filter(side -> side.literal().isEmpty())
                    .map(side -> side.words() + " is " + side.fact().shown())
                    .collect(Collectors.joining(" and ")))
        .help("turn the sign, or correct the side that is wrong");
  }

  /// For a number of one digit that is rounded, where `=` joins it to numbers of more.
  static Finding tooShort(Numeral numeral, Span place, Fact.Quantity given, String expression) {
    String longer = new BigDecimal(given.repr()).round(new MathContext(2)).toPlainString();
    return Finding.error(
            VerifyCode.FALSE_NUMBER,
            place,
            "the text says " + numeral.text() + ", the program gives " + given.repr())
        .label(expression + ": one digit is too little for =")
        .help("write ≈ " + numeral.text() + ", or more digits: " + longer);
  }

  /// For a side that cannot be evaluated.
  ///
  /// @param here what the names in it are at that point, as text; empty where there are none
  /// @param state where it was asked
  static Finding refusal(
      State.Reply.Refused refused, Span side, Span whole, String here, State state) {
    Finding cause = refused.findings().get(0);
    if (refused.unknownName()) {
      String help =
          cause.help().filter(it -> !it.startsWith("give ")).map(it -> it + " Or ").orElse("");
      String unknown = cause.message().replaceAll("^[^']*'|'.*$", "");
      return Finding.error(
              VerifyCode.UNKNOWN_NAME,
              cause.span(),
              "the statement cannot be checked: " + cause.message())
          .help(
              help
                  + state
                      .below(it -> it.knows(unknown))
                      .map(it -> Settling.about(it) + ", where " + unknown + " has a value")
                      .orElse("give " + unknown + " a value in a block above")
                  + ", or say that it is no claim: ["
                  + quoted(whole)
                  + "]{plain}");
    }
    return Finding.error(
            VerifyCode.CANNOT_EVALUATE,
            side,
            "the statement cannot be evaluated: " + cause.message())
        .help(
            Stream.of(
                    cause
                        .help()
                        .filter(it -> here.isEmpty() || !it.startsWith("look at"))
                        .or(
                            () ->
                                Optional.of(
                                        "write it so that it can be run, or mark it: ["
                                            + quoted(whole)
                                            + "]{plain}")
                                    .filter(it -> here.isEmpty())),
                    Optional.of("here " + here).filter(it -> !here.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; ")));
  }

  /// A statement as a mark takes it: all of the code span or formula in which it stands, since no
  /// mark is read within one.
  private static String quoted(Span statement) {
    String text = statement.file().text();
    int line = text.lastIndexOf('\n', statement.start()) + 1;
    int before = statement.start() - 1;
    while (before >= line && "`$".indexOf(text.charAt(before)) < 0) {
      before--;
    }
    int after = before < line ? -1 : text.indexOf(text.charAt(before), statement.end());
    if (after < 0) {
      return statement.text();
    }
    while (before > line && text.charAt(before - 1) == text.charAt(before)) {
      before--; // $$ is a sign too
    }
    while (after + 1 < text.length() && text.charAt(after + 1) == text.charAt(after)) {
      after++;
    }
    return text.substring(before, after + 1);
  }
}
