package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What becomes of the program where a text moves a name by a little: `a` goes from 3 to 3.01, and
/// `c` by 0.04.
final class Moves {
  private final Tried tried;
  private final Scan scan;
  private final Spoken spoken;
  private Optional<List<Nudge>> nudges = Optional.empty();

  Moves(Tried tried, Scan scan, Spoken spoken) {
    this.tried = tried;
    this.scan = scan;
    this.spoken = spoken;
  }

  /// A move of a name, and of what depends on it, that two numbers of the texts speak of.
  private record Nudge(String output, String name, BigDecimal by) {
    String code() {
      return "nudge(" + output + ", " + name + ", " + by.toPlainString() + ")";
    }

    /// What the gradient says of the change.
    String slope() {
      return by.toPlainString() + " * d" + output + "/d" + name;
    }
  }

  /// Whether a word of change stands near.
  boolean changes(int index) {
    for (int i = Math.max(0, index - 12); i < Math.min(scan.tokens().size(), index + 6); i++) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NAME) && Lexicon.CHANGES.contains(token.code().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// What a name becomes, and what else becomes of it, when it is moved by a number that the text
  /// names. Only what really depends on the name is moved by it.
  List<String> moved(Token token, int index, boolean speaksOfChange) {
    boolean fine = Digits.strong(token) || Digits.decimal(token) || !token.code().matches("-?\\d");
    boolean goesOn = !spoken.before().steps().isEmpty() && fine;
    if (!speaksOfChange
        && !goesOn
        && spoken.words().stream().noneMatch(Lexicon.CHANGES::contains)) {
      return List.of();
    }
    if (!fine && !followsChange(index)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (Nudge nudge : nudges()) {
      boolean one = nudge.by().compareTo(BigDecimal.ONE) == 0;
      if (one && !followsChange(index)) {
        continue;
      }
      boolean isStep = token.code().replace("-", "").equals(nudge.by().toPlainString());
      if (isStep && followsChange(index)) {
        found.add(isNearest(nudge.name(), index) ? 0 : found.size(), nudge.code() + ".by");
      }
      int decimals = Math.max(0, token.code().length() - 1 - token.code().indexOf('.'));
      if (!one && decimals >= nudge.by().scale()) {
        found.add(nudge.name() + " + " + nudge.by().toPlainString());
        found.add(nudge.name() + " - " + nudge.by().toPlainString());
      }
      int at = isNearest(nudge.output(), index) ? 0 : found.size();
      found.addAll(at, List.of(nudge.code() + ".change", nudge.code() + ".after"));
      found.add("-" + nudge.code() + ".change");
      found.addAll(List.of(nudge.slope(), "-" + nudge.slope()));
    }
    return found;
  }

  private List<Nudge> nudges() {
    if (nudges.isEmpty()) {
      List<Nudge> found = new ArrayList<>();
      for (String[] pair : dependent()) {
        for (BigDecimal step : spoken.steps()) {
          Nudge nudge = new Nudge(pair[0], pair[1], step);
          if (anchored(nudge)) {
            found.add(nudge);
          }
        }
      }
      nudges = Optional.of(found);
    }
    return nudges.get();
  }

  /// Whether a number other than the step itself is what the move leads to.
  private boolean anchored(Nudge nudge) {
    int steps = spoken.before().steps().contains(nudge.by()) ? 1 : 0;
    int results = 0;
    boolean other = false;
    List<Optional<Fact.Quantity>> given =
        List.of(
            tried.quantity(nudge.code() + ".change"),
            tried.quantity(nudge.code() + ".after"),
            tried.quantity(nudge.slope()),
            tried.quantity(nudge.name() + " + " + nudge.by().toPlainString()));
    for (Token token : scan.tokens()) {
      Optional<Numeral> numeral =
          token.is(Kind.NUMBER)
              ? tried.numeral(scan.text().substring(token.start(), token.end()))
              : Optional.empty();
      if (numeral.isEmpty() || numeral.get().value().isEmpty()) {
        continue;
      }
      boolean isStep = numeral.get().value().get().abs().compareTo(nudge.by()) == 0;
      boolean isResult =
          numeral.get().unit().scale() >= nudge.by().scale()
              && given.stream()
                  .flatMap(Optional::stream)
                  .anyMatch(it -> Judge.agrees(numeral.get(), it, false));
      steps += isStep ? 1 : 0;
      results += isResult ? 1 : 0;
      other |= isResult && !isStep;
    }
    return steps > 0 && (other || (results >= 2 && steps >= 2));
  }

  /// Whether a number of few digits is what a move comes to, and not what it is rounded to.
  boolean isClose(Token token, String expression) {
    if (token.code().isEmpty() || token.code().contains("%")) {
      return false;
    }
    BigDecimal said = new BigDecimal(token.code());
    if (!inSentenceOfChange(scan.tokens().indexOf(token))) {
      return false;
    }
    return tried
        .quantity(expression)
        .filter(
            it ->
                it.exact().subtract(said).abs().compareTo(said.abs().movePointLeft(2)) <= 0
                    && said.signum() != 0)
        .isPresent();
  }

  private boolean inSentenceOfChange(int index) {
    List<Token> tokens = scan.tokens();
    int from = index;
    while (from > 0 && !tokens.get(from - 1).is(Kind.STOP)) {
      from--;
    }
    for (int i = from; i < tokens.size() && !tokens.get(i).is(Kind.STOP); i++) {
      if (Lexicon.CHANGES.contains(tokens.get(i).code().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// Whether of all names of the sentence this one stands nearest before.
  private boolean isNearest(String name, int index) {
    for (int i = index - 1; i >= 0; i--) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NAME)
          && tried.isNumber(token.code())
          && (spoken.mentions(i) || spoken.isInEquation(token))) {
        return token.code().equals(name);
      }
    }
    return false;
  }

  /// Pairs of an output and a name that it depends on, both spoken of.
  private List<String[]> dependent() {
    List<String> outputs = new ArrayList<>(spoken.namesNear());
    tried.sink().filter(it -> !outputs.contains(it)).ifPresent(outputs::add);
    List<String[]> pairs = new ArrayList<>();
    for (String name : spoken.namesNear()) {
      for (String output : outputs) {
        boolean depends =
            !name.equals(output)
                && pairs.size() < 12
                && tried
                    .quantity("d" + output + "/d" + name)
                    .filter(it -> it.exact().signum() != 0)
                    .isPresent();
        if (depends) {
          pairs.add(new String[] {output, name});
        }
      }
    }
    return pairs;
  }

  /// Whether a word of change and a name stand close before.
  boolean followsChange(int index) {
    boolean change = false;
    boolean name = false;
    for (int i = Math.max(0, index - 7); i < index; i++) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.STOP)) {
        change = false;
        name = false;
      }
      boolean word = token.is(Kind.NAME);
      change |= word && Lexicon.CHANGES.contains(token.code().toLowerCase(Locale.ROOT));
      name |= word && spoken.mentions(i) && tried.knows(Spoken.base(token.code()));
    }
    return change && name;
  }

  /// Differences of numbers that stand before.
  List<String> differences(int index) {
    List<String> before = new ArrayList<>();
    for (int i = index - 1; i >= 0 && before.size() < 5; i--) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NUMBER) && !token.code().isEmpty() && !before.contains(token.code())) {
        before.add(token.code());
      }
    }
    List<String> found = new ArrayList<>();
    for (String later : before) {
      for (String first : before) {
        if (!later.equals(first)) {
          found.add(later + " - " + (first.startsWith("-") ? "(" + first + ")" : first));
        }
      }
    }
    return found;
  }
}
