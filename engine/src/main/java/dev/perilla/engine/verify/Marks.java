package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Bound;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `[words]{= expression}`, `[words]{cite=key}` and `[words]{plain}`: words that the program, a
/// source or the author answers for.
final class Marks {
  /// An expression with what looks like a format.
  private static final Pattern FORMATTED = Pattern.compile("(.+?):[^:\\[\\]{}]*[%defgns]?");

  private static final Pattern BEFORE_UNEQUAL = Pattern.compile("(?:!=|≠)\\s*[-+(]*$");
  private static final Pattern AFTER_UNEQUAL = Pattern.compile("\\)*\\s*(?:!=|≠)");
  private static final Pattern BEFORE_EQUAL = Pattern.compile("==\\s*[-+(]*$");
  private static final Pattern AFTER_EQUAL = Pattern.compile("\\)*\\s*==");
  private static final Set<String> MINUS = Set.of("minus", "negative", "menos", "moins", "meno");
  private static final Pattern NAME = Pattern.compile("\\p{L}");

  /// What makes an expression of a name and a number: a sign between two, or a call.
  private static final Pattern OPERATION =
      Pattern.compile(
          "[\\p{L}\\p{N})\\]]\\s*(?:\\*\\*|[-+−*/×·÷^])\\s*[\\p{L}\\p{N}(\\[√]|\\p{L}\\(");

  private static final Pattern BARE_RELATION =
      Pattern.compile("[-\\d.\\s]+(?:[=<>]|[<>!=]=)[-\\d.\\s=<>!]+");
  private static final Pattern BARE_EQUAL = Pattern.compile("(?<![=<>!])=(?!=)");

  /// How far an expression of rounded numbers may be from what it is bound to, of the larger.
  private static final double NEAR = 0.02;

  private static final String RELATIONS = "=<>≤≥≠≈";

  /// Words that make another number of the one beside them.
  private static final Pattern CHANGED_BEFORE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:half of|half|twice|double|triple|(?:a|one) (?:third|quarter|tenth) of"
              + "|la mitad de|el doble de|el triple de|un tercio de|un cuarto de|la moitié de"
              + "|le double de|le triple de|die Hälfte von|das Doppelte von|das Dreifache von|halb"
              + "|doppelt|a metade de|o dobro de|o triplo de|la metà di|il doppio di)\\s*$");

  static final Pattern CHANGED_BEHIND =
      Pattern.compile(
          "(?iu)\\s*(?:dozen|dozens|docenas?|douzaines?|Dutzend|dúzias?|squared|cubed|al cuadrado"
              + "|al cubo|au carré|au cube|ao quadrado|zum Quadrat|below zero|bajo cero|unter Null"
              + "|basis points?|puntos básicos|Basispunkte|℅)(?!\\p{L})");

  private static final Pattern NOT = Pattern.compile("\\bnot\\b");
  private static final Pattern OR = Pattern.compile("(?iu)\\s*,?\\s*(?:or|o|u|oder|ou)\\s*");
  private static final Pattern OR_COMMA = Pattern.compile(OR + "|\\s*,\\s*");

  /// What is said of the sign of a thing: `c is not negative`.
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?iu)\\W*(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.\\w+|/d\\w+)?)\\s+(?:(?<no>no|não|non)\\s+)?"
              + "(?:is|es|ist|est|é|è)\\s+(?:(?<not>not|nicht|pas)\\s+)?(?:(?<more>positiv\\p{L}?"
              + "|positif)|(?<less>negativ\\p{L}?|négatif)|zero|cero|null|nul|zéro)[.!]?");

  /// Two things of the program with words between them: `c is less than a`.
  private static final Pattern COMPARES =
      Pattern.compile(
          "\\W*%1$s\\s+(.{2,40}?)\\s+%1$s[.!]?"
              .formatted("([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.\\w+|/d\\w+)?(?:\\[-?\\d+\\])?)"));

  private final Settling settling;
  private final Evidence evidence;

  Marks(Settling settling, Evidence evidence) {
    this.settling = settling;
    this.evidence = evidence;
  }

  /// Numerals that the author openly marks as something else.
  List<Piece> plain(Text words, String origin) {
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : Numeral.scan(words.value(), settling.notation(words))) {
      Span place = words.span(numeral.start(), numeral.end());
      pieces.add(
          settling.settled(numeral, place, Standing.PLAIN, Optional.empty(), Optional.of(origin)));
    }
    return pieces;
  }

  /// Numerals that a source answers for.
  List<Piece> cited(Text words, Text key) {
    if (!settling.rules().sources().contains(key.value())) {
      String near =
          Suggestion.nearest(key.value(), settling.rules().sources())
              .map(name -> "did you mean " + name + "?")
              .orElse("list it under `sources:` of the chapter, with a title and a url");
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.UNKNOWN_SOURCE, key.span(), "there is no source " + key.value())
                  .help(near));
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : Numeral.scan(words.value(), settling.notation(words))) {
      Span place = words.span(numeral.start(), numeral.end());
      pieces.add(
          settling.settled(
              numeral, place, Standing.CITED, Optional.empty(), Optional.of(key.value())));
    }
    return pieces;
  }

  /// Whether words make another number of what follows them.
  static boolean isChanged(String words) {
    return CHANGED_BEFORE.matcher(words).find();
  }

  /// Words that an expression answers for.
  Bound bound(Text words, Text source) {
    return bound(words, source, settling.notation(words));
  }

  /// Code that an expression answers for: its decimal mark is a point, unless it cannot be.
  Bound boundCode(Text code, Text source) {
    boolean pointed =
        Numeral.scan(code.value(), Notation.POINT).stream().allMatch(it -> it.value().isPresent());
    return bound(code, source, pointed ? Notation.POINT : settling.notation(code));
  }

  /// A formula that an expression answers for.
  Bound boundFormula(Text tex, Text source) {
    return Tex.read(tex, settling.state(), settling.notation(tex), settling.base())
        .code()
        .map(code -> bound(code, source, Notation.POINT))
        .orElseGet(() -> bound(tex, source));
  }

  private Bound bound(Text words, Text source, Notation notation) {
    Text expression = Evidence.trimmed(source);
    Bound nothing = new Bound(Optional.empty(), List.of());
    if (words.value().contains("{{")) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.BAD_MARK, words.span(), "a number that is filled in needs no mark")
                  .help("leave the mark out, or write the digits"));
      return nothing;
    }
    Matcher formatted = FORMATTED.matcher(expression.value());
    if (formatted.matches()
        && Parser.expression(expression, Dialect.TEXT).tree().isEmpty()) { // no slice, no lambda
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.BAD_MARK,
                      expression.span(formatted.end(1), expression.value().length()),
                      "a format stands where a number is filled in; here the digits that are"
                          + " written are the format")
                  .help("write [" + words.value() + "]{= " + formatted.group(1).strip() + "}"));
      return nothing;
    }
    Optional<State.Reply.Given> given = evidence.of(expression);
    if (given.isEmpty()) {
      return nothing;
    }
    Optional<Finding> wrong = asWritten(words, given.get().fact());
    if (wrong.isPresent()) {
      settling.account().report(wrong.get());
      return nothing;
    }
    State.Backing backing = given.get().backing();
    List<Numeral> numerals = Numeral.scan(words.value(), notation);
    return switch (given.get().fact()) {
      case Fact.Truth truth -> condition(words, expression, truth.value(), numerals, backing);
      case Fact.Quantity quantity ->
          quantities(words, notation, expression, numerals, List.of(quantity), backing);
      case Fact.Sequence sequence -> {
        List<Fact.Quantity> quantities = new ArrayList<>();
        sequence
            .items()
            .forEach(
                item -> {
                  if (item instanceof Fact.Quantity quantity) {
                    quantities.add(quantity);
                  }
                });
        yield quantities(words, notation, expression, numerals, quantities, backing);
      }
      case Fact.NotFinite not -> {
        settling.account().report(Faults.notFinite(expression.span(), expression.value(), not));
        yield nothing;
      }
      case Fact.Thing thing -> {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.NOT_CHECKABLE,
                        expression.span(),
                        expression.value()
                            + " is "
                            + thing.repr()
                            + ", neither a number nor a condition")
                    .help("bind the words to a number, or to a condition such as `a < b`"));
        yield nothing;
      }
    };
  }

  /// What is wrong with words that are a statement, or an expression with names, as they stand: a
  /// mark answers for their numbers, and does not make them say anything else.
  private Optional<Finding> asWritten(Text words, Fact bound) {
    Account own = new Account("written");
    new Statements(settling.state(), own, new Said()).check(words);
    Optional<Finding> wrong =
        own.findings().stream()
            .filter(
                it ->
                    it.code() == VerifyCode.FALSE_STATEMENT || it.code() == VerifyCode.FALSE_NUMBER)
            .findFirst();
    return wrong
        .or(() -> asRelation(words))
        .or(() -> asComparison(words))
        .or(() -> asExpression(words, bound));
  }

  /// `c is less than a`, `c is positive`.
  private Optional<Finding> asComparison(Text words) {
    return isContradicted(words, COMPARES.matcher(words.value()))
            || isOfOtherSign(words, SIGNED.matcher(words.value()))
        ? Optional.of(
            Finding.error(
                    VerifyCode.FALSE_CONDITION,
                    words.span(),
                    "the text says " + words.value().strip() + ", which does not hold")
                .help("correct the words: the mark does not make them say anything else"))
        : Optional.empty();
  }

  private boolean isContradicted(Text words, Matcher said) {
    if (!said.matches() || Lexeme.names(words).stream().anyMatch(settling.state()::moves)) {
      return false;
    }
    Optional<BigDecimal> one = number(words.sub(said.start(1), said.end(1)));
    Optional<BigDecimal> other = number(words.sub(said.start(3), said.end(3)));
    Optional<Relation.Kind> kind =
        Compared.between(said.group(2)).filter(it -> it != Relation.Kind.EQUAL);
    return one.isPresent()
        && other.isPresent()
        && kind.isPresent()
        && !Compared.holds(one.get(), kind.get(), other.get());
  }

  private boolean isOfOtherSign(Text words, Matcher said) {
    if (!said.matches() || Lexeme.names(words).stream().anyMatch(settling.state()::moves)) {
      return false;
    }
    boolean isDenied = said.group("no") != null || said.group("not") != null;
    Relation.Kind kind =
        said.group("more") != null
            ? Relation.Kind.GREATER
            : said.group("less") != null ? Relation.Kind.LESS : Relation.Kind.EQUAL;
    return number(words.sub(said.start("name"), said.end("name")))
        .filter(it -> Compared.holds(it, kind, BigDecimal.ZERO) == isDenied)
        .isPresent();
  }

  private Optional<BigDecimal> number(Text source) {
    return settling.state().evaluate(source) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity.exact())
        : Optional.empty();
  }

  /// `4 = 3`, of numbers alone.
  private Optional<Finding> asRelation(Text words) {
    if (!BARE_RELATION.matcher(words.value()).matches()) {
      return Optional.empty();
    }
    String compared = BARE_EQUAL.matcher(words.value()).replaceAll("==");
    return settling.state().evaluate(Text.at(compared, words.span()))
                instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Truth truth
            && !truth.value()
        ? Optional.of(
            Finding.error(
                    VerifyCode.FALSE_STATEMENT, words.span(), words.value() + " does not hold")
                .help("correct it: the mark answers for its numbers alone"))
        : Optional.empty();
  }

  private Optional<Finding> asExpression(Text words, Fact bound) {
    boolean computes =
        NAME.matcher(words.value()).find()
            && OPERATION.matcher(words.value()).find()
            && Numeral.anyDigit(words.value());
    if (!computes
        || !(bound instanceof Fact.Quantity given)
        || !(settling.state().evaluate(words) instanceof State.Reply.Given said)
        || !(said.fact() instanceof Fact.Quantity read)) {
      return Optional.empty();
    }
    double value = read.exact().doubleValue();
    double expected = given.exact().doubleValue();
    return Math.abs(value - expected) <= NEAR * Math.max(Math.abs(value), Math.abs(expected))
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    VerifyCode.FALSE_NUMBER,
                    words.span(),
                    words.value()
                        + " is "
                        + read.shown()
                        + ", the mark binds it to "
                        + given.shown())
                .help("put the number alone under the mark"));
  }

  private static final Pattern RISES = Phrase.pattern("(?<!\\p{L})@RISES(?!\\p{L})");
  private static final Pattern FALLS = Phrase.pattern("(?<!\\p{L})@FALLS(?!\\p{L})");
  private static final Pattern CHANGE_ENDS =
      Phrase.pattern("(?<!\\p{L})(?:@RISES|@FALLS)[\\s.!]*$");
  private static final Pattern DENIES = Phrase.pattern("(?<!\\p{L})(?:@NOT|@NONE)(?!\\p{L})");

  /// An item of a list by a number.
  static final Pattern ITEM = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\[(-?\\d+)\\]");

  private Bound condition(
      Text words, Text expression, boolean holds, List<Numeral> numerals, State.Backing backing) {
    if (!holds) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.FALSE_CONDITION,
                      words.span(),
                      "the text says so, but " + expression.value() + " is False")
                  .help(
                      noise(expression)
                          .orElse(
                              "correct the sentence, or the condition if it does not say what the"
                                  + " words say")));
      return new Bound(Optional.empty(), List.of());
    }
    if (isOfOtherWay(words, expression)) {
      unlike(
          words.span(),
          words.value().strip(),
          expression,
          "turn the sign, or compare with what was before");
    }
    List<BigDecimal> inside = new ArrayList<>();
    Numeral.scan(expression.value(), Notation.POINT).stream()
        .filter(numeral -> !isDenied(numeral, expression.value()))
        .filter(
            numeral -> !isInFalsePart(numeral, expression) || isEither(words, numerals, expression))
        .forEach(numeral -> numeral.value().ifPresent(inside::add));
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : numerals) {
      Span place = words.span(numeral.start(), numeral.end());
      if (isScaled(words, numeral, true)) {
        continue;
      }
      Optional<Compared> compared = Compared.before(numeral, words, numerals);
      if (compared.filter(it -> it.isUnsaid(numeral, expression, settling.state())).isPresent()) {
        unlike(
            place,
            compared.get().sign() + " " + numeral.text(),
            expression,
            "write the sign that the condition has, or correct the condition");
      } else if (isBare(words, numeral)
          && !isRange(expression)
          && !Compared.isEqual(numeral, expression, settling.state())) {
        unlike(
            place,
            numeral.text(),
            expression,
            "bind the number to what gives it, or let the words say what the condition says");
      } else if (isNamed(numeral, inside)
          || compared
              .filter(it -> it.kind() == Relation.Kind.NOT_EQUAL)
              .filter(it -> it.isSaid(numeral, expression, settling.state()))
              .isPresent()) {
        pieces.add(
            settling.checked(
                numeral,
                place,
                expression.value(),
                Optional.of(settling.state().place(expression.value()).condition())));
      } else {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.UNACCOUNTED,
                        place,
                        "the condition "
                            + expression.value()
                            + " says nothing about "
                            + numeral.text())
                    .help(
                        isOfFalsePart(numeral, expression)
                            ? "the part of the condition that has it does not hold; leave that out"
                            : isOnlyDenied(numeral, expression.value())
                                ? "it holds for every other number; let readers see it as it"
                                    + " stands, `"
                                    + expression.value()
                                    + "`, or write what is so, with ==, < or >"
                                : "name the number in the condition, or leave it out of the mark"));
      }
    }
    unsaid(words, expression, numerals)
        .ifPresent(
            number ->
                settling
                    .account()
                    .report(
                        Finding.error(
                                VerifyCode.UNACCOUNTED,
                                words.span(),
                                "the condition "
                                    + expression.value()
                                    + " has "
                                    + number.text()
                                    + " too, which the words do not say")
                            .help(
                                "say it, or leave it out of the condition: one number could"
                                    + " stand for the other")));
    String id =
        settling
            .account()
            .entry(Kind.CONDITION, Standing.CHECKED, words.span(), words.value())
            .expression(expression.value())
            .value("True")
            .backing(backing)
            .recipe(settling.state().place(expression.value()).condition())
            .add();
    return new Bound(Optional.of(id), pieces);
  }

  /// Whether words say that something rises where the condition compares a later item as less, or
  /// says no more than that it is less than a number; likewise of what falls.
  private static boolean isOfOtherWay(Text words, Text condition) {
    boolean rises = RISES.matcher(words.value()).find();
    if (rises == FALLS.matcher(words.value()).find()
        || DENIES.matcher(words.value()).find()
        || !(Parser.chains(condition) instanceof Reading.Chains read)
        || read.chains().size() != 1) {
      return false;
    }
    Chain chain = read.chains().getFirst();
    List<String> sides =
        chain.sides().stream()
            .map(it -> condition.value().substring(it.start(), it.end()))
            .toList();
    boolean isEnd = CHANGE_ENDS.matcher(words.value()).find() && sides.size() == 2;
    for (int i = 0; i < chain.relations().size(); i++) {
      int order =
          switch (chain.relations().get(i).kind()) {
            case LESS, LESS_EQUAL -> -1;
            case GREATER, GREATER_EQUAL -> 1;
            case EQUAL, ABOUT, NOT_EQUAL, GIVES, BECOMES -> 0;
          };
      Matcher one = ITEM.matcher(sides.get(i));
      Matcher other = ITEM.matcher(sides.get(i + 1));
      boolean isOther;
      if (one.matches() && other.matches() && one.group(1).equals(other.group(1))) {
        int here = Integer.parseInt(one.group(2));
        int there = Integer.parseInt(other.group(2));
        boolean isLater = here < 0 == there < 0 ? here > there : here < 0;
        isOther = order == (rises == isLater ? -1 : 1);
      } else {
        isOther =
            isEnd
                && Numeral.whole(sides.getLast(), Notation.POINT).isPresent()
                && order == (rises ? -1 : 1);
      }
      if (isOther) {
        return true;
      }
    }
    return false;
  }

  /// Reports words that say something else than the condition does.
  private void unlike(Span place, String said, Text condition, String help) {
    settling
        .account()
        .report(
            Finding.error(
                    VerifyCode.FALSE_CONDITION,
                    place,
                    "the text says " + said + ", the condition " + condition.value())
                .help(help));
  }

  /// The help where two sides of an equation are one number but for the last bits.
  private Optional<String> noise(Text condition) {
    if (!(Parser.chains(condition) instanceof Reading.Chains chains)
        || chains.chains().size() != 1
        || chains.chains().getFirst().sides().size() != 2
        || chains.chains().getFirst().relations().getFirst().kind() != Relation.Kind.EQUAL) {
      return Optional.empty();
    }
    List<Side> sides =
        chains.chains().getFirst().sides().stream()
            .map(it -> Side.of(condition, it, settling.state()))
            .toList();
    boolean isNoise =
        sides.stream().allMatch(it -> it.reply() instanceof State.Reply.Given)
            && Judge.same(sides.getFirst().fact(), sides.getLast().fact());
    return isNoise
        ? Optional.of(
            "the two sides differ only in the noise of floating point: write abs("
                + sides.getFirst().source()
                + " - ("
                + sides.getLast().source()
                + ")) < 1e-9 in a block of code, under a name, and bind the words to that")
        : Optional.empty();
  }

  /// Whether the condition says of a number only that something is not it: what is not 13 may be
  /// anything, so words that say 13 have no evidence in it.
  private static boolean isDenied(Numeral numeral, String condition) {
    String before = condition.substring(0, numeral.start());
    String after = condition.substring(numeral.end());
    return BEFORE_UNEQUAL.matcher(before).find()
        || AFTER_UNEQUAL.matcher(after).lookingAt()
        || (NOT.matcher(before).find()
            && (BEFORE_EQUAL.matcher(before).find() || AFTER_EQUAL.matcher(after).lookingAt()));
  }

  /// Whether a number stands in a part of the condition that is not so: 5 in `a == 3 or b == 5`
  /// where `a` is 3.
  private boolean isInFalsePart(Numeral numeral, Text condition) {
    Optional<Expr> part = Parser.expression(condition, Dialect.TEXT).tree();
    while (part.orElse(null) instanceof Expr.Logic logic) {
      part =
          logic.operands().stream()
              .filter(it -> it.start() <= numeral.start() && numeral.end() <= it.end())
              .findFirst();
      if (!logic.isAnd() && part.filter(it -> !holds(condition, it)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Whether words say that one of several numbers is so, as the condition does: `[3 or 5]{= a == 3
  /// or a == 5}`.
  private static boolean isEither(Text words, List<Numeral> numerals, Text condition) {
    for (int i = 1; i < numerals.size(); i++) {
      Matcher between = (i + 1 < numerals.size() ? OR_COMMA : OR).matcher(words.value());
      if (!between.region(numerals.get(i - 1).end(), numerals.get(i).start()).matches()) {
        return false;
      }
    }
    return numerals.size() > 1
        && Parser.expression(condition, Dialect.TEXT).tree().orElse(null)
            instanceof Expr.Logic either
        && !either.isAnd()
        && either.operands().size() == numerals.size()
        && either.operands().stream()
                .map(
                    it ->
                        condition.value().substring(it.start(), it.end()).split("==", 2)[0].strip())
                .distinct()
                .count()
            == 1;
  }

  private boolean isOfFalsePart(Numeral numeral, Text condition) {
    return Numeral.scan(condition.value(), Notation.POINT).stream()
        .anyMatch(it -> it.value().equals(numeral.value()) && isInFalsePart(it, condition));
  }

  private boolean holds(Text condition, Expr part) {
    return settling.state().evaluate(condition, part, condition.sub(part.start(), part.end()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Truth truth
        && truth.value();
  }

  private static boolean isOnlyDenied(Numeral numeral, String condition) {
    return Numeral.scan(condition, Notation.POINT).stream()
        .anyMatch(it -> it.value().equals(numeral.value()));
  }

  /// A number that the condition compares with, but for 0, where the words say another: `[below
  /// 20]{= 10 < c < 20}` would hold for 10 as well; likewise one that is a digit off what they say.
  /// Marks that share a condition say its numbers together.
  private Optional<Numeral> unsaid(Text words, Text condition, List<Numeral> numerals) {
    if (numerals.isEmpty()
        || !(Parser.chains(condition) instanceof Reading.Chains chains)
        || chains.chains().size() != 1) {
      return Optional.empty();
    }
    List<BigDecimal> said = new ArrayList<>();
    String file = words.span().file().text();
    Matcher mark =
        Pattern.compile("]\\{=\\s*" + Pattern.quote(condition.value()) + "\\s*}").matcher(file);
    while (mark.find()) {
      String before = file.substring(file.lastIndexOf('[', mark.start()) + 1, mark.start());
      Numeral.scan(before, settling.notation(words)).forEach(it -> it.value().ifPresent(said::add));
    }
    numerals.forEach(it -> it.value().ifPresent(said::add)); // where the file writes it otherwise
    Written written = new Written(condition, settling.state());
    Stream<Numeral> compared =
        chains.chains().getFirst().sides().stream().flatMap(side -> written.literal(side).stream());
    Stream<Numeral> near =
        Numeral.scan(condition.value(), Notation.POINT).stream()
            .filter(it -> it.digits() > 1)
            .filter(
                it -> numerals.stream().anyMatch(one -> Said.isOneDigitOff(one.text(), it.text())));
    return Stream.concat(compared, near)
        .filter(it -> it.value().filter(one -> one.signum() != 0).isPresent())
        .filter(it -> said.stream().noneMatch(one -> one.compareTo(it.value().orElseThrow()) == 0))
        .findFirst();
  }

  /// `10 < c < 20`, of which each number may have a mark.
  private static boolean isRange(Text condition) {
    return Parser.chains(condition) instanceof Reading.Chains chains
        && chains.chains().size() == 1
        && chains.chains().getFirst().relations().size() > 1;
  }

  /// Whether a number, with its unit, is all that words say.
  private static boolean isBare(Text words, Numeral numeral) {
    String before = words.value().substring(0, numeral.start()).strip();
    String behind = words.value().substring(numeral.end()).strip();
    return before.codePoints().noneMatch(it -> Character.isLetter(it) || RELATIONS.indexOf(it) >= 0)
        && behind.codePoints().noneMatch(it -> it == ' ' || RELATIONS.indexOf(it) >= 0);
  }

  /// Takes the number out of those of the condition: each is said once.
  private static boolean isNamed(Numeral numeral, List<BigDecimal> inside) {
    Optional<BigDecimal> same =
        numeral
            .value()
            .flatMap(said -> inside.stream().filter(it -> it.compareTo(said) == 0).findFirst());
    return same.filter(inside::remove).isPresent();
  }

  private Bound quantities(
      Text words,
      Notation notation,
      Text expression,
      List<Numeral> numerals,
      List<Fact.Quantity> quantities,
      State.Backing backing) {
    boolean isChanged = words.value().indexOf('√') >= 0 || Scale.isBehind(words.value(), numerals);
    if (quantities.size() == 1 && (numerals.size() > 1 || (isChanged && numerals.size() == 1))) {
      Optional<Bound> joined =
          new Joined(settling)
              .read(words, notation, expression, numerals, quantities.getFirst(), backing);
      if (joined.isPresent()) {
        return joined.get();
      }
    }
    if (numerals.size() != quantities.size() || numerals.isEmpty()) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.NOT_CHECKABLE,
                      words.span(),
                      expression.value()
                          + " gives "
                          + quantities.size()
                          + (quantities.size() == 1 ? " number, " : " numbers, ")
                          + "these words have "
                          + numerals.size())
                  .help("put the mark around exactly the digits that the expression gives"));
      return new Bound(Optional.empty(), List.of());
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < numerals.size(); i++) {
      Numeral numeral = numerals.get(i);
      Fact.Quantity given = quantities.get(i);
      Span place = words.span(numeral.start(), numeral.end());
      if (isScaled(words, numeral, false)) {
        continue;
      }
      boolean about = isAbout(words, numeral);
      Optional<Compared> compared =
          Compared.before(numeral, words, numerals).filter(it -> !it.isSoOfItself());
      if (compared.isPresent()) {
        String said = compared.get().sign() + " " + numeral.text();
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.FALSE_NUMBER,
                        words.span(),
                        "the text says " + said + ", the program gives " + given.repr())
                    .label(expression.value())
                    .help(
                        "what is compared is a condition: [%s]{= %s}"
                            .formatted(
                                said, compared.get().condition(expression.value(), numeral))));
        continue;
      }
      if (signStandsApart(words, numeral)) {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.UNREADABLE,
                        words.span(0, numeral.end()),
                        "the sign of " + numeral.text() + " stands apart from it")
                    .help("put them together: -" + numeral.text()));
        continue;
      }
      if (numeral.value().isEmpty()) {
        settling.unaccounted(numeral, place, Optional.empty());
      } else if (!Judge.agrees(numeral, given, about)) {
        settling
            .account()
            .report(Faults.falseNumber(numeral, notation, place, given, expression.value(), about));
      } else {
        Account.Draft draft =
            settling
                .account()
                .entry(Kind.NUMERAL, Standing.CHECKED, place, numeral.text())
                .expression(expression.value())
                .value(given.repr())
                .backing(backing)
                .tolerance(Judge.shown(Judge.tolerance(numeral, given, about)));
        String asked =
            numerals.size() == 1 ? expression.value() : "(" + expression.value() + ")[" + i + "]";
        State.Place where = settling.state().place(asked);
        Recipe.Ask.as(numeral, where.expression())
            .ifPresent(ask -> draft.recipe(new Recipe(where.after(), ask)));
        String id = draft.add();
        settling.rules().said().result(asked, given);
        pieces.add(new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(id)));
      }
    }
    return new Bound(Optional.empty(), pieces);
  }

  /// `[over 12 thousand]{= c > 12}`: a number that words make larger is read where it is all that a
  /// mark says, and nowhere else; reports it.
  private boolean isScaled(Text words, Numeral numeral, boolean isCondition) {
    Matcher behind =
        CHANGED_BEHIND.matcher(words.value()).region(numeral.end(), words.value().length());
    Matcher before = CHANGED_BEFORE.matcher(words.value()).region(0, numeral.start());
    int start = !isCondition && before.find() ? before.start() : numeral.start();
    int end = behind.lookingAt() ? behind.end() : Scale.behind(words.value(), numeral.end()).end();
    if (start == numeral.start() && end == numeral.end()) {
      return false;
    }
    settling
        .account()
        .report(
            Finding.error(
                    VerifyCode.UNREADABLE,
                    words.span(start, end),
                    words.value().substring(start, end) + " cannot be read as one number")
                .help(
                    start < numeral.start() || behind.lookingAt()
                        ? "put the number that the program gives under the mark, without words that"
                            + " make another of it"
                        : "write all of its digits, or give it a mark of its own"));
    return true;
  }

  /// `[- 12]{= c}` and `[minus 12]{= c}`: a reader sees minus 12.
  private static boolean signStandsApart(Text words, Numeral numeral) {
    String before = Unseen.without(words.value().substring(0, numeral.start())).strip();
    return MINUS.contains(before.toLowerCase(Locale.ROOT))
        || (before.length() == 1 && Numeral.isMinusOrDash(before.charAt(0)));
  }

  /// Whether `≈` stands before the numeral, within the mark or before it: `≈ [12]{= c}`.
  static boolean isAbout(Text words, Numeral numeral) {
    String before = words.value().substring(0, numeral.start()).strip();
    String file = words.span().file().text();
    int mark = file.lastIndexOf('[', words.span().start());
    boolean isFirst = before.isEmpty() && mark >= 0;
    return (isFirst ? file.substring(Math.max(0, mark - 3), mark).strip() : before).endsWith("≈");
  }
}
