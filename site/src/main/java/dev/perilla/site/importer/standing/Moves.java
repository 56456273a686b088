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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What becomes of the program where a text moves a name by a little: `a` goes from 3 to 3.01, and
/// `c` by 0.04.
final class Moves {
  private static final int CAUSED = 4; // tokens between a word of moving and what is moved
  private static final int REACH = 6; // tokens between a name and by how much it is moved
  private static final BigDecimal SMALL = new BigDecimal("0.1");

  private final Tried tried;
  private final Scan scan;
  private final Spoken spoken;
  private final Map<Integer, List<Nudge>> nudges = new HashMap<>(); // by where a sentence begins

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

  /// What a sentence moves, as it says or as the one before it did.
  ///
  /// @param names of inputs, none where that is not said
  /// @param by how far; none where it is not said beside the name
  record Moved(Set<String> names, Set<BigDecimal> by) {
    static final Moved NOTHING = new Moved(Set.of(), Set.of());

    public Moved {
      names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
      by = Collections.unmodifiableSet(new LinkedHashSet<>(by));
    }
  }

  /// What the last sentence of this text that moves something moves, or of the texts before.
  Moved last() {
    return moved(scan.tokens().size() - 1);
  }

  /// What the sentence of a token moves, or the last before it that moves something.
  private Moved moved(int index) {
    int at = index;
    while (at >= 0) {
      int from = start(at);
      Moved moved = movedIn(from, end(at));
      if (!moved.names().isEmpty()) {
        return moved;
      }
      at = from - 1;
    }
    return spoken.before().moved();
  }

  /// Inputs that a sentence of change names, or what it says is caused to change: of several those
  /// that a word of moving stands before.
  private Moved movedIn(int from, int to) {
    List<Integer> named = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    Set<BigDecimal> by = new LinkedHashSet<>();
    boolean change = false;
    for (int i = from; i < to; i++) {
      int at = i;
      Token token = scan.tokens().get(i);
      change |= isChange(token);
      if (token.is(Kind.NAME) && spoken.mentions(i) && tried.isNumber(token.code())) {
        named.add(i);
        Optional<BigDecimal> added = added(i).or(() -> given(token, at));
        added.ifPresent(
            it -> {
              names.add(token.code());
              by.add(it);
            });
      }
    }
    if (!names.isEmpty() || !change) {
      return new Moved(names, by);
    }
    List<Integer> caused = named.stream().filter(it -> isCaused(it, from)).toList();
    List<Integer> inputs = named.stream().filter(it -> isInput(it)).toList();
    List<Integer> both = inputs.stream().filter(caused::contains).toList();
    boolean moves =
        scan.tokens().subList(from, to).stream()
            .anyMatch(it -> it.is(Kind.NAME) && Lexicon.isIn(Lexicon.MOVING, it.code()));
    List<Integer> moved =
        !both.isEmpty()
            ? both
            : !inputs.isEmpty()
                ? inputs
                : !caused.isEmpty() || !moves ? caused : named.stream().limit(1).toList();
    for (int it : moved) {
      names.add(scan.tokens().get(it).code());
      by(it, to).ifPresent(by::add);
    }
    return new Moved(names, by);
  }

  private boolean isInput(int index) {
    String name = scan.tokens().get(index).code();
    return tried.isInput(name) && !Lexicon.RATES.contains(name);
  }

  /// Whether a word that moves something stands right before a name.
  private boolean isCaused(int index, int from) {
    return scan.tokens().subList(Math.max(from, index - CAUSED), index).stream()
        .anyMatch(
            it ->
                it.is(Kind.NAME)
                    && (Lexicon.isIn(Lexicon.MOVING, it.code())
                        || Lexicon.isIn(Lexicon.IF, it.code())));
  }

  /// The small number that is added to what a function is of: the 0.01 of `L(w + 0.01)`.
  private Optional<BigDecimal> added(int name) {
    List<Token> tokens = scan.tokens();
    boolean adds =
        name > 0
            && name + 3 < tokens.size()
            && tokens.get(name - 1).is(Kind.OPEN)
            && tokens.get(name + 1).code().matches("[-+]")
            && tokens.get(name + 2).code().matches("\\d+(?:\\.\\d+)?")
            && tokens.get(name + 3).is(Kind.CLOSE);
    return adds
        ? Optional.of(new BigDecimal(tokens.get(name + 1).code() + tokens.get(name + 2).code()))
            .filter(it -> it.abs().compareTo(SMALL) <= 0)
        : Optional.empty();
  }

  /// By how much a name is off what it is, where its number is said right behind it, and by so much
  /// somebody moves something: `b: 1.01`.
  private Optional<BigDecimal> given(Token name, int index) {
    List<Token> tokens = scan.tokens();
    return isInput(index)
        ? tokens.subList(index + 1, Math.min(tokens.size(), index + 3)).stream()
            .filter(it -> it.is(Kind.NUMBER) && it.code().matches("-?\\d+(?:\\.\\d+)?"))
            .findFirst()
            .map(it -> new BigDecimal(it.code()))
            .map(it -> it.subtract(tried.quantity(name.code()).orElseThrow().exact()))
            .filter(it -> spoken.steps().stream().anyMatch(step -> step.compareTo(it.abs()) == 0))
        : Optional.empty();
  }

  /// By how much a name is moved: `w by 0.01`, `w from 3 to 3.01`.
  private Optional<BigDecimal> by(int name, int to) {
    List<Token> tokens = scan.tokens();
    for (int i = name + 1; i < Math.min(to, name + REACH); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.NAME) && tried.isNumber(token.code()) && spoken.mentions(i)) {
        return Optional.empty();
      }
      if (!token.is(Kind.NUMBER) || !token.code().matches("-?\\d+(?:\\.\\d+)?")) {
        continue;
      }
      BigDecimal number = new BigDecimal(token.code());
      BigDecimal is = tried.quantity(tokens.get(name).code()).orElseThrow().exact();
      Optional<BigDecimal> after =
          tokens.subList(i + 1, Math.min(to, i + CAUSED)).stream()
              .takeWhile(it -> !it.is(Kind.OPERATOR)) // `x = 3 - 0.01 * 4` goes nowhere
              .filter(it -> it.is(Kind.NUMBER) && it.code().matches("-?\\d+(?:\\.\\d+)?"))
              .map(it -> new BigDecimal(it.code()))
              .findFirst();
      if (number.compareTo(is) == 0) {
        return after.map(it -> it.subtract(number));
      }
      boolean amount =
          Lexicon.isIn(Lexicon.BY, tokens.get(i - 1).code())
              || (number.abs().compareTo(SMALL) <= 0 && !tokens.get(i - 1).is(Kind.RELATION));
      return amount ? Optional.of(number) : Optional.empty();
    }
    return Optional.empty();
  }

  private int start(int index) {
    int from = index;
    while (from > 0 && !scan.tokens().get(from - 1).is(Kind.STOP)) {
      from--;
    }
    return from;
  }

  private int end(int index) {
    int to = index;
    while (to < scan.tokens().size() && !scan.tokens().get(to).is(Kind.STOP)) {
      to++;
    }
    return to;
  }

  private static boolean isChange(Token token) {
    return (token.is(Kind.NAME) && Lexicon.isIn(Lexicon.CHANGES, token.code()))
        || Lexicon.CHANGING.matcher(token.code()).find();
  }

  /// Whether a word of change stands near.
  boolean changes(int index) {
    for (int i = Math.max(0, index - 12); i < Math.min(scan.tokens().size(), index + 6); i++) {
      Token token = scan.tokens().get(i);
      if (isChange(token)) {
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
    boolean amount = isAmount(index);
    boolean place = !amount && isPlace(index);
    for (Nudge nudge : nudges(index)) {
      boolean one = nudge.by().compareTo(BigDecimal.ONE) == 0;
      if (one && !followsChange(index)) {
        continue;
      }
      boolean isStep = token.code().replace("-", "").equals(nudge.by().toPlainString());
      boolean before = // 増やす stands behind by how much
          index + 1 < scan.tokens().size() && isChange(scan.tokens().get(index + 1));
      if (isStep && (before || followsChange(index))) {
        found.add(isNearest(nudge.name(), index) ? 0 : found.size(), nudge.code() + ".by");
      }
      int decimals = Math.max(0, token.code().length() - 1 - token.code().indexOf('.'));
      if (!one && !amount && decimals >= nudge.by().scale() && isShown(nudge)) {
        String by = nudge.by().abs().toPlainString();
        found.add(nudge.name() + " + " + by);
        found.add(nudge.name() + " - " + by);
      }
      int at = isNearest(nudge.output(), index) ? 0 : found.size();
      if (!amount) {
        found.add(at, nudge.code() + ".after");
      }
      if (!place) {
        found.add(at, nudge.code() + ".change");
        found.add("-" + nudge.code() + ".change");
        found.addAll(List.of(nudge.slope(), "-" + nudge.slope()));
      }
    }
    return found;
  }

  /// Whether the words right before a number say how far something moves: `by 0.04`, `a change of
  /// 0.04`.
  private boolean isAmount(int index) {
    return index > 1
        && scan.tokens().get(index - 1).is(Kind.NAME)
        && (Lexicon.isIn(Lexicon.BY, scan.tokens().get(index - 1).code())
            || (Lexicon.isIn(Lexicon.OF, scan.tokens().get(index - 1).code())
                && isChange(scan.tokens().get(index - 2))));
  }

  /// Whether the word right before a number says where something comes to: `becomes 6.02`.
  private boolean isPlace(int index) {
    return index > 0 && Lexicon.isIn(Lexicon.TO, scan.tokens().get(index - 1).code());
  }

  /// What the sentence of a number moves; where it is not said by which name, what fits several of
  /// them by chance is no evidence of any.
  private List<Nudge> nudges(int index) {
    return nudges.computeIfAbsent(start(index), it -> nudges(moved(index)));
  }

  private List<Nudge> nudges(Moved moved) {
    List<Nudge> found = new ArrayList<>();
    for (String[] pair : dependent(moved.names())) {
      for (BigDecimal step : moved.by().isEmpty() ? spoken.steps() : moved.by()) {
        Nudge nudge = new Nudge(pair[0], pair[1], step);
        if (!moved.by().isEmpty() || anchored(nudge)) {
          found.add(nudge);
        }
      }
    }
    boolean open = moved.names().isEmpty();
    boolean several = found.stream().map(Nudge::name).distinct().count() > 1;
    return open && several ? List.of() : found;
  }

  /// Whether a number says how far a move goes, or what becomes of the output: where it leads to is
  /// no evidence of itself, `w goes from 2 to 2.3`.
  private boolean isShown(Nudge nudge) {
    List<Fact.Quantity> becomes =
        Stream.of(".change", ".after")
            .flatMap(it -> tried.quantity(nudge.code() + it).stream())
            .toList();
    return scan.tokens().stream()
        .filter(it -> it.is(Kind.NUMBER))
        .flatMap(it -> tried.numeral(scan.text().substring(it.start(), it.end())).stream())
        .anyMatch(
            it ->
                it.value().filter(by -> by.abs().compareTo(nudge.by().abs()) == 0).isPresent()
                    || becomes.stream().anyMatch(is -> Judge.agrees(it, is, false)));
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
    return scan.tokens().subList(start(index), end(index)).stream().anyMatch(Moves::isChange);
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
  ///
  /// @param moved the names that may be moved; any where there is none
  private List<String[]> dependent(Set<String> moved) {
    List<String> outputs = new ArrayList<>(spoken.namesNear());
    tried.sink().filter(it -> !outputs.contains(it)).ifPresent(outputs::add);
    List<String[]> pairs = new ArrayList<>();
    for (String name : moved.isEmpty() ? spoken.namesNear() : moved) {
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
      change |= isChange(token);
      name |= token.is(Kind.NAME) && spoken.mentions(i) && tried.knows(Spoken.base(token.code()));
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
