package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Settling.Range;
import dev.perilla.engine.verify.Settling.Where;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The numerals of plain words: arithmetic that holds by itself, dates and the patterns of the
/// book; all others have no standing.
final class PlainWords {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";

  private static final Pattern IS_FALSE =
      Phrase.pattern(
          "\\s*(?:@IS|@GIVES|→|->|:)\\s*(?:@FALSE(?!\\p{L})|(?<code>\uFFFC))"
              + "(?=\\s*(?:$|[.,;:!?)\\n]|@AND\\s|@BECAUSE\\s))");

  private static final Pattern SLOPE_OF =
      Phrase.pattern(
          "(?:(?<=^|[.!?;:,(\\n"
              + "]\\s{0,2})|(?<!\\p{L})@A\\s+(?:@FIRST\\s+)?)(?:(?<twice>@SECOND)\\s+)?@GRADIENT(?:\\s+(?<behind>@SECOND))?\\s+@OF\\s+(?:@A\\s+)?(?:@FUNCTION\\s+)?(?<of>\uFFFC)(?:\\s+@WITH_RESPECT_TO\\s+\uFFFC)?\\s+@IS\\s+(?<is>\uFFFC)(?=\\s*(?:$|[.,;:!?)\\n"
              + "]|@AND\\s|@BECAUSE\\s))");

  private static final Pattern ASKS =
      Phrase.pattern("\\s*(?:(?<if>@WHAT_IF)(?!\\p{L})|¿|(?:is|are|was|does|do|did|will)\\s)");
  private static final Pattern ASKED =
      Phrase.pattern(
          "\\s*(?:@NOW|@AND\\s+\\p{L}+)?\\s*\\?\\s*(?:(?<no>@NOT)(?=\\s*(?:[.,;:!)]|$))|(?<yes>@YES)(?!\\p{L}))?");
  private static final Pattern ORDER = Pattern.compile("\\\\(?:lt|gt|leq?|geq?)\\b");

  private final Settling settling;
  private final Statements statements;

  /// Where code and formulas stand of which words behind them say that they are false.
  private final Set<Span> denied = new HashSet<>();

  /// Where those stand of which words ask whether they hold.
  private final Set<Span> asked = new HashSet<>();

  /// Where code and formulas stand that words beside them compare with a number, which agrees.
  private final Set<Span> held = new HashSet<>();

  /// Where numerals stand that a table computes from each other, with what computes them.
  private final Map<Span, String> tabled = new HashMap<>();

  PlainWords(Settling settling, Statements statements) {
    this.settling = settling;
    this.statements = statements;
  }

  /// Whether words say that a statement is false: `` `c == 11` is False ``.
  boolean deny(Span atom) {
    return denied.contains(atom);
  }

  /// Whether words ask whether a statement holds, and say no answer.
  boolean ask(Span atom) {
    return asked.contains(atom);
  }

  /// `` Is `c > 100`? ``: without an answer it states nothing, with "No" that it is false.
  private void questions(Flat flat) {
    for (int i = 0; i + 1 < flat.text().length(); i++) {
      if (flat.text().charAt(i) == '\uFFFC' && flat.at(i).isAtom()) {
        String before = Told.sentence(flat.text().substring(0, i));
        Matcher behind = ASKED.matcher(flat.text()).region(i + 1, flat.text().length());
        Matcher asks = ASKS.matcher(before);
        if (behind.lookingAt() && asks.lookingAt()) {
          boolean isOrder =
              flat.at(i).text().value().codePoints().anyMatch(c -> "<>≤≥".indexOf(c) >= 0)
                  || ORDER.matcher(flat.at(i).text().value()).find();
          if (behind.group("no") != null) {
            denied.add(flat.at(i).text().span());
          } else if (behind.group("yes") == null && (isOrder || asks.group("if") != null)) {
            asked.add(flat.at(i).text().span());
          }
        }
      }
    }
  }

  /// `the derivative of $x^2$ is $2x$`, of functions of one letter, which is tried at places.
  private void slopes(Flat flat, Sums.Known known) {
    Matcher slope = SLOPE_OF.matcher(flat.text());
    while (slope.find()) {
      int one = slope.start("of");
      int other = slope.start("is");
      if (!flat.at(one).isAtom() || !flat.at(other).isAtom()) {
        continue;
      }
      int order = slope.group("twice") != null || slope.group("behind") != null ? 2 : 1;
      Span place = flat.span(one, slope.end());
      Optional<Text> equation =
          known
              .code(flat.at(one))
              .flatMap(
                  of ->
                      known
                          .code(flat.at(other))
                          .flatMap(is -> Strokes.equation(of, is, order, known)))
              .map(it -> Text.at(it, place));
      if (equation.isEmpty() || !(Parser.chains(equation.get()) instanceof Reading.Chains read)) {
        continue;
      }
      switch (new Identity(settling.state(), equation.get(), read.chains().getFirst()).truth()) {
        case ALWAYS -> {
          held.add(flat.at(one).text().span());
          held.add(flat.at(other).text().span());
        }
        case NEVER ->
            settling
                .account()
                .report(
                    Finding.error(
                            VerifyCode.FALSE_STATEMENT,
                            place,
                            "this is another derivative, wherever it is tried")
                        .help("correct one of the two"));
        case UNKNOWN -> {} // its numbers have no standing
      }
    }
  }

  private void denials(Flat flat) {
    Matcher behind = IS_FALSE.matcher(flat.text());
    for (int i = 0; i + 1 < flat.text().length(); i++) {
      if (flat.text().charAt(i) == '\uFFFC'
          && flat.at(i).isAtom()
          && behind.region(i + 1, flat.text().length()).lookingAt()
          && (behind.group("code") == null
              || flat.at(behind.start("code")).text().value().strip().equals("False"))) {
        denied.add(flat.at(i).text().span());
      }
    }
  }

  /// Whether words beside code or a formula compare it with a number, which agrees: `` `2 * a` is
  /// {{2 * a}} ``.
  boolean hold(Span atom) {
    return held.contains(atom);
  }

  /// Takes in the cells of a table, of which each is read by itself after that.
  void table(List<List<Run>> cells) {
    if (settling.state().reached()) {
      Map<Span, String> headings = new HashMap<>();
      new Grid(settling, it -> known(settling.notation(it.text())).code(it), tabled, headings)
          .read(cells);
      held.addAll(headings.keySet());
    }
  }

  /// The numerals of plain text. The runs are read as one text, as a reader sees it.
  List<Piece> read(List<Run> runs) {
    return read(runs, Where.MARKS, notation(runs), List.of());
  }

  /// Those of words where no mark is read.
  List<Piece> unmarked(Text content) {
    List<Run> runs = List.of(new Run(content));
    return read(runs, Where.NO_MARKS, notation(runs), List.of());
  }

  /// Those of a comment of a listing.
  ///
  /// @param known where they have a standing of their own
  List<Piece> comment(Text content, List<Range> known) {
    List<Run> runs = List.of(new Run(content));
    return read(runs, Where.MARKS, notation(runs), known);
  }

  /// Those of words in a string of a listing, which has the decimal mark of the code.
  ///
  /// @param known where they have a standing of their own
  List<Piece> typed(Text content, List<Range> known) {
    return read(List.of(new Run(content)), Where.STRING, Notation.POINT, known);
  }

  /// What code or a formula among words computes, in the code language.
  Optional<Text> expression(Run atom) {
    return known(settling.notation(atom.text()))
        .code(atom)
        .map(it -> Text.at(it, atom.text().span()));
  }

  /// Compares numbers that are accounted for with each other. Names beside them may be those of a
  /// nudge, of which the lines of a fence speak.
  void compared(List<Run> runs) {
    Flat flat = Flat.of(runs);
    List<Numeral> numerals = Numeral.scan(flat.text(), Notation.POINT);
    for (Sums sums : Sums.of(flat, numerals, Sums.Known.nothing())) {
      check(flat, numerals, sums, Where.MARKS);
    }
  }

  /// Likewise, with names among them.
  void stated(List<Run> runs) {
    Flat flat = Flat.of(runs);
    Notation notation = settling.rules().notation();
    List<Numeral> numerals = Numeral.scan(flat.text(), notation);
    for (Sums sums : Sums.of(flat, numerals, known(notation))) {
      check(flat, numerals, sums, Where.MARKS);
    }
  }

  /// Compares the numbers that a table or list puts to names. They may be of another case than the
  /// program's, so that one is false only where it alone is another than that of its name.
  void named(List<Accounting.Named> all) {
    if (!reportsDiffering(all)) {
      taken(all);
    }
  }

  private boolean reportsDiffering(List<Accounting.Named> all) {
    Notation notation = settling.rules().notation();
    List<Finding> differing = new ArrayList<>();
    int agreeing = 0;
    for (Accounting.Named named : all) {
      Optional<Text> name = expression(named.name());
      Optional<Numeral> number = Numeral.whole(named.number().text().value(), notation);
      if (name.isEmpty()
          || number.isEmpty()
          || !(settling.state().evaluate(inner(name.get())) instanceof State.Reply.Given given)
          || !(given.fact() instanceof Fact.Quantity quantity)) {
        continue;
      }
      if (Judge.agrees(number.get(), quantity, true)) {
        agreeing++;
      } else if (isOfAnotherCase(Lexeme.names(name.get()), named.number())) {
        return false;
      } else {
        differing.add(
            Finding.error(
                    VerifyCode.FALSE_NUMBER,
                    named.number().text().span(),
                    "the text puts "
                        + number.get().text()
                        + " to "
                        + named.name().text().value()
                        + ", which is "
                        + quantity.repr())
                .help("bind it to what it stands for, or say in the name what it is of"));
      }
    }
    boolean isOne = agreeing > 1 && differing.size() == 1;
    if (isOne) {
      settling.account().report(differing.getFirst());
    }
    return isOne;
  }

  /// Whether names had other values before, or a number is computed from one of them.
  private boolean isOfAnotherCase(List<String> names, Run number) {
    String source = number.source().orElse("");
    List<String> computed = Lexeme.names(Text.at(source, number.text().span()));
    return names.stream().anyMatch(settling.state()::moves)
        || (!computed.contains(source) && names.stream().anyMatch(computed::contains));
  }

  /// Compares the numbers of names with what a heading calls them: gradients or values.
  boolean headed(String heading, List<Accounting.Named> all) {
    boolean isGradient = Told.isGradient(heading);
    if (!isGradient && !Told.isValue(heading)) {
      return false;
    }
    List<Optional<String>> codes = all.stream().map(this::code).toList();
    Set<String> names = codes.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    for (int i = 0; i < all.size(); i++) {
      Accounting.Named one = all.get(i);
      Optional<String> name = codes.get(i);
      Optional<Numeral> number =
          Numeral.whole(one.number().text().value(), settling.rules().notation());
      String source = Told.source(one.number().source().orElse(""));
      if (name.isEmpty() || number.isEmpty()) {
        continue;
      }
      boolean isWrong =
          isGradient
              ? Told.isNoGradient(name.get(), number.get(), source, names, settling.state())
              : Told.isNoValue(name.get(), number.get(), source, names, settling.state());
      if (isWrong) {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.FALSE_NUMBER,
                        one.number().text().span(),
                        "below %s the text puts %s to %s"
                            .formatted(heading.strip(), source, name.get()))
                    .help("write " + (isGradient ? name.get() + ".grad" : name.get())));
        return true;
      }
    }
    return false;
  }

  /// Reports a number beside a name that is the one beside another name, which alone is in it:
  /// `dL/da` of both `a` and `b`.
  void taken(List<Accounting.Named> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i != j && isTaken(all.get(i), all.get(j))) {
          return;
        }
      }
    }
  }

  private boolean isTaken(Accounting.Named one, Accounting.Named other) {
    String source = one.number().source().orElse("");
    if (!source.equals(other.number().source().orElse(""))) {
      return false;
    }
    String mine = name(one);
    String its = name(other);
    String meant = put(source, its, mine);
    boolean isTaken =
        !meant.equals(source)
            && put(source, mine, its).equals(source)
            && isAnother(meant, one.number().text());
    if (isTaken) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.FALSE_NUMBER,
                      one.number().text().span(),
                      "the text puts " + source + " to " + mine + ", as to " + its)
                  .help("write " + meant));
    }
    return isTaken;
  }

  /// The name of the program that code or a formula is.
  private String name(Accounting.Named named) {
    return code(named).orElse(named.name().text().value().strip());
  }

  private Optional<String> code(Accounting.Named named) {
    return expression(named.name()).map(Text::value).map(Told::bare);
  }

  /// An expression with another name in the place of one.
  private static String put(String source, String name, String instead) {
    boolean isName = name.matches(NAME) && instead.matches(NAME);
    return isName
        ? source.replaceAll(
            "(?<![\\p{L}\\p{N}_.])(d?)" + name + "(?![\\p{L}\\p{N}_(])", "$1" + instead)
        : source;
  }

  private boolean isAnother(String expression, Text number) {
    return settling.state().evaluate(Text.at(expression, number.span()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity quantity
        && Numeral.whole(number.value(), settling.rules().notation())
            .filter(it -> !Judge.agrees(it, quantity, true))
            .isPresent();
  }

  /// What becomes of a statement.
  private Statements.Verdict check(Flat flat, List<Numeral> numerals, Sums sums, Where where) {
    Statements.Verdict nothing = new Statements.Verdict(List.of(), Optional.empty());
    boolean isAccountedFor = isAccountedFor(flat, numerals, sums);
    if (isAccountedFor && isOfTheAuthor(flat, numerals, sums)) {
      return nothing;
    }
    if ((isAccountedFor || sums.numerals().size() == 1) && Elsewhere.is(flat, sums)) {
      return nothing;
    }
    if (!sums.computes()) {
      shown(sums);
      return nothing;
    }
    if (!isAccountedFor && Marks.isChanged(flat.text().substring(0, sums.start()))) {
      return nothing; // twice 3 × 4 = 12
    }
    boolean isFree =
        (isAccountedFor || where == Where.STRING)
            ? speaksOfWhatMoves(flat, numerals, sums)
            : endsInRounded(sums.statement());
    return isFree ? nothing : statements.check(sums.statement());
  }

  /// Whether a statement computes with rounded numbers and does not say what comes out, `h = 1 / (1
  /// + 0.1353)`: no digits say how near that has to be.
  private static boolean endsInRounded(Text statement) {
    if (!(Parser.chains(statement) instanceof Reading.Chains read)) {
      return false;
    }
    List<Expr> sides = read.chains().stream().flatMap(it -> it.sides().stream()).toList();
    List<String> numbers =
        sides.stream()
            .map(it -> statement.value().substring(it.start(), it.end()))
            .filter(it -> it.chars().noneMatch(Character::isLetter))
            .toList();
    return numbers.size() < sides.size()
        && numbers.stream().anyMatch(it -> it.indexOf('.') >= 0)
        && sides.stream().noneMatch(Written::isBare);
  }

  private List<Piece> read(List<Run> runs, Where where, Notation notation, List<Range> known) {
    Flat flat = Flat.of(runs);
    boolean hasAtoms = false;
    for (Run run : runs) {
      hasAtoms |= run.isAtom();
    }
    if (!hasAtoms && !Numeral.anyDigit(flat.text())) {
      return List.of();
    }
    List<Numeral> numerals = Numeral.scan(flat.text(), notation);
    Set<Integer> settled = new HashSet<>();
    List<Piece> pieces = new ArrayList<>();
    List<Sums> holding = new ArrayList<>();
    for (Sums sums : Sums.of(flat, numerals, known(notation))) {
      Statements.Verdict verdict = check(flat, numerals, sums, where);
      settle(flat, numerals, sums, verdict, settled, pieces);
      if (isHeld(verdict)) {
        holding.add(sums);
      }
    }
    if (numerals.size() > 1) {
      clashes(flat, numerals);
    }
    if (hasAtoms) {
      denials(flat);
      questions(flat);
      slopes(flat, known(notation));
    }
    if (where != Where.STRING) {
      Told told = Told.of(settling, known(notation), flat, numerals);
      told.check(it -> held.add(it.text().span()));
      for (Sums sums : told.arithmetic()) {
        if (sums.numerals().stream().noneMatch(settled::contains)
            || isMoreOf(sums.numerals(), settled)) {
          Statements.Verdict verdict = statements.check(sums.statement());
          settle(flat, numerals, sums, verdict, settled, pieces);
          if (isHeld(verdict)) {
            holding.add(sums);
          }
        }
      }
    }
    Assumed assumed = new Assumed(flat, numerals, holding);
    if (hasAtoms) {
      for (int i = 0; i < flat.text().length(); i++) {
        if (flat.text().charAt(i) == '\uFFFC'
            && flat.at(i).isAtom()
            && assumed.isAssumed(i, settling.state())) {
          asked.add(flat.at(i).text().span());
        }
      }
    }
    List<Range> exempt = new ArrayList<>(settling.exempt(flat.text()));
    exempt.addAll(known);
    Map<Integer, String> listed = Map.of();
    if (numerals.size() - settled.size() > 2 && where != Where.STRING) {
      listed = new Listed(settling, flat, numerals, settled).all();
    }
    for (int i = 0; i < numerals.size(); i++) {
      if (settled.contains(i)
          || flat.isGap(numerals.get(i))
          || isPercent(flat, numerals.get(i))) { // the number has its own standing
        continue;
      }
      Numeral numeral = numerals.get(i);
      String inList = listed.get(i);
      Optional<String> computed =
          Optional.ofNullable(tabled.get(flat.span(numeral.start(), numeral.end())))
              .or(() -> assumed.by(numeral))
              .or(() -> Optional.ofNullable(inList));
      if (computed.isPresent()) {
        piece(flat, numeral, Standing.CHECKED, computed, Optional.empty()).ifPresent(pieces::add);
        continue;
      }
      Optional<Range> free =
          exempt.stream()
              .filter(r -> r.start() <= numeral.start() && numeral.end() <= r.end())
              .findFirst();
      if (free.isPresent()) {
        Range range = free.get();
        piece(flat, numeral, range.standing(), Optional.empty(), Optional.of(range.why()))
            .ifPresent(pieces::add);
      } else if (flat.split(numeral)) {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.SPLIT,
                        flat.span(numeral.start(), numeral.end()),
                        "the number "
                            + numeral.text()
                            + " is split by markup, so it cannot be checked")
                    .help(
                        numeral.text().endsWith("%")
                            ? "write the percent with the number: {{p:.0%}}, [25%]{= p}, or, where"
                                + " 25 is counted, {{n / 100:.0%}}"
                            : "put the whole number inside or outside of the markup"));
      } else {
        int last = scaled(flat.text(), numerals, i);
        if (last > i) {
          settling.unaccounted(
              flat.text().substring(numeral.start(), numerals.get(last).end()),
              flat.span(numeral.start(), numerals.get(last).end()),
              where);
          i = last;
        } else {
          settling.unaccounted(
              numeral, flat.span(numeral.start(), numeral.end()), Optional.empty(), where);
        }
      }
    }
    pieces.sort(
        (one, other) ->
            one.run() != other.run()
                ? Integer.compare(one.run(), other.run())
                : Integer.compare(one.start(), other.start()));
    return pieces;
  }

  /// Whether the result of a statement goes on, as in `4 × 200 g = 800 g (0.8 kg)`.
  private static boolean isMoreOf(List<Integer> numerals, Set<Integer> settled) {
    return numerals.size() == 2
        && settled.contains(numerals.getFirst())
        && !settled.contains(numerals.getLast());
  }

  private static boolean isHeld(Statements.Verdict verdict) {
    return verdict.covered().stream().anyMatch(it -> it.entry().isPresent());
  }

  /// What counts percents: `{{pct}} %`, `{{100 * p}} %`.
  static final Pattern PERCENTS =
      Pattern.compile(
          "(?iu).*(?:pct|percent(?!il)|porcent|por_ciento|pourcent|prozent"
              + "|(?<![\\p{N}.])100(?:\\.0)?\\s*\\*|\\*\\s*100(?![\\p{N}.])).*");

  /// Whether a numeral is a number that counts percents, with the sign behind it.
  static boolean isPercent(Flat flat, Numeral numeral) {
    Run first = flat.at(numeral.start());
    int end = flat.base(flat.run(numeral.start())) + first.seen().length();
    return first.isGap()
        && numeral.text().endsWith("%")
        && flat.text().substring(end, numeral.end()).strip().equals("%")
        && first.source().filter(it -> PERCENTS.matcher(it).matches()).isPresent();
  }

  /// Gives the numerals of a statement their standing.
  private void settle(
      Flat flat,
      List<Numeral> numerals,
      Sums sums,
      Statements.Verdict verdict,
      Set<Integer> settled,
      List<Piece> pieces) {
    if (verdict.covered().isEmpty()) {
      return;
    }
    Optional<String> entry = verdict.covered().getFirst().entry();
    for (int i = sums.start(); i < sums.end() && entry.isPresent(); i++) {
      if (flat.at(i).isAtom()) {
        held.add(flat.at(i).text().span());
      }
    }
    for (int i : sums.numerals()) {
      if (!settled.add(i)) {
        continue;
      }
      if (entry.isPresent() && !flat.isGap(numerals.get(i)) && !isPercent(flat, numerals.get(i))) {
        piece(flat, numerals.get(i), Standing.CHECKED, Optional.of(sums.text()), Optional.empty())
            .ifPresent(pieces::add);
      }
    }
  }

  /// `{{a}} km × {{b}} km = {{a * b}} km`: numbers that are accounted for, in units that do not
  /// come out.
  private void clashes(Flat flat, List<Numeral> numerals) {
    for (Dimensions.Clash clash : Dimensions.of(flat.text(), numerals).clashes()) {
      List<Numeral> all = numerals.subList(clash.first(), clash.last() + 1);
      boolean isOfTheProgram =
          all.stream()
              .allMatch(
                  it ->
                      flat.isGap(it)
                          && flat.at(it.start())
                              .source()
                              .filter(PlainWords::isTheAuthors)
                              .isEmpty());
      if (isOfTheProgram && !clash.one().isEmpty() && !clash.other().isEmpty()) {
        settling
            .account()
            .report(
                Finding.error(
                        VerifyCode.FALSE_STATEMENT,
                        flat.span(all.getFirst().start(), all.getLast().end()),
                        "its sides are measured in " + clash.one() + " and in " + clash.other())
                    .help("correct the unit that is wrong"));
      }
    }
  }

  /// `{{a}} < {{b}}`: numbers that are accounted for, each by itself, and compared by the text.
  private void shown(Sums sums) {
    if (!(Parser.chains(sums.statement()) instanceof Reading.Chains read)) {
      return;
    }
    for (Chain chain : read.chains()) {
      for (int i = 0; i < chain.relations().size(); i++) {
        Optional<Numeral> left = number(sums, chain.sides().get(i));
        Optional<Numeral> right = number(sums, chain.sides().get(i + 1));
        if (left.isPresent()
            && right.isPresent()
            && !holds(left.get(), chain.relations().get(i).kind(), right.get())) {
          settling
              .account()
              .report(
                  Finding.error(
                          VerifyCode.FALSE_STATEMENT,
                          sums.statement().span(),
                          "the text says " + sums.text() + ", which does not hold")
                      .help("correct the sign, or what the numbers are bound to"));
          return;
        }
      }
    }
  }

  private static Optional<Numeral> number(Sums sums, Expr side) {
    String digits = sums.statement().value().substring(side.start(), side.end());
    return Numeral.whole(digits, Notation.POINT).filter(it -> it.value().isPresent());
  }

  private static boolean holds(Numeral left, Chain.Relation.Kind relation, Numeral right) {
    BigDecimal one = left.value().orElseThrow();
    BigDecimal other = right.value().orElseThrow();
    BigDecimal half = left.unit().max(right.unit()).divide(BigDecimal.TWO);
    int order = one.compareTo(other);
    return switch (relation) {
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER_EQUAL -> order >= 0;
      case EQUAL, ABOUT -> one.subtract(other).abs().compareTo(half) <= 0;
      case GIVES, BECOMES -> true;
    };
  }

  /// Whether one of the numbers is openly marked as one that nothing of the program answers for.
  private static boolean isOfTheAuthor(Flat flat, List<Numeral> numerals, Sums sums) {
    return sums.numerals().stream()
        .flatMap(it -> flat.at(numerals.get(it).start()).source().stream())
        .anyMatch(PlainWords::isTheAuthors);
  }

  private static boolean isTheAuthors(String source) {
    return source.equals("plain") || source.startsWith("cite=");
  }

  private static boolean isAccountedFor(Flat flat, List<Numeral> numerals, Sums sums) {
    return sums.numerals().stream().allMatch(it -> flat.isGap(numerals.get(it)));
  }

  /// Whether a name had other values before, one of which the words may be of: `the loss = {{…}}`;
  /// or becomes what is computed from it: `the new w = {{w - lr * w.grad}}`.
  private boolean speaksOfWhatMoves(Flat flat, List<Numeral> numerals, Sums sums) {
    Text statement = sums.statement();
    Set<String> changed = new HashSet<>();
    for (int i : sums.numerals()) {
      Optional<Text> source =
          flat.at(numerals.get(i).start()).source().map(it -> Text.at(it, statement.span()));
      source.map(Lexeme::names).filter(it -> it.size() > 1).ifPresent(changed::addAll);
    }
    boolean changes =
        Parser.chains(statement) instanceof Reading.Chains read
            && read.chains().stream()
                .flatMap(it -> it.sides().stream())
                .anyMatch(it -> it instanceof Expr.Name name && changed.contains(name.id()));
    return changes || Lexeme.names(statement).stream().anyMatch(settling.state()::moves);
  }

  /// What statements among words may be made of.
  private Sums.Known known(Notation notation) {
    State state = settling.state();
    if (!state.reached()) {
      return Sums.Known.nothing();
    }
    return new Sums.Known() {
      @Override
      public boolean number(String name) {
        return isNumber(Text.at(name, Span.at(SourceFile.of("", ""), 0)));
      }

      @Override
      public boolean has(String name) {
        return state.knows(name);
      }

      @Override
      public Optional<String> code(Run run) {
        return switch (run.kind()) {
          case WORDS, GAP -> Optional.empty();
          case CODE -> expression(Strokes.read(Atom.of(run).inner()));
          case FORMULA ->
              Tex.read(Atom.of(run).inner(), state, notation, settling.base())
                  .code()
                  .flatMap(PlainWords::expression);
        };
      }

      @Override
      public boolean computes(Text side) {
        return state.evaluate(side) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity;
      }
    };
  }

  /// What code gives to the words around it; a statement stands for itself.
  private static Optional<String> expression(Text code) {
    return Parser.chains(code) instanceof Reading.Chains read
            && read.chains().size() == 1
            && read.chains().getFirst().relations().isEmpty()
        ? Optional.of("(" + code.value() + ")")
        : Optional.empty();
  }

  /// That without the brackets of [#expression(Text)].
  private static Text inner(Text expression) {
    return expression.sub(1, expression.value().length() - 1);
  }

  /// Whether the program has a number of that name, or a derivative of that form. `e` is one of its
  /// names or a word.
  private boolean isNumber(Text name) {
    String root = name.value().split("\\.", 2)[0];
    boolean isWhole = root.length() == name.value().length();
    State state = settling.state();
    return (root.indexOf('/') >= 0
            || root.equals("π")
            || (isWhole ? state.defines(root) : state.knows(root)))
        && state.evaluate(name) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity;
  }

  /// The last numeral of `1.5×10¹¹`, `10⁸` or `36 524`, which are one number for a reader.
  private static int scaled(String text, List<Numeral> numerals, int first) {
    int last = first;
    String digits = numerals.get(first).text();
    while (last + 1 < numerals.size()
        && digits.length() <= 3 + 3 * (last - first)
        && text.substring(numerals.get(last).end(), numerals.get(last + 1).start()).equals(" ")
        && Tokens.goesOn(digits, numerals.get(last + 1))) {
      digits += numerals.get(++last).text();
    }
    if (last > first) {
      return last;
    }
    int ten = first;
    if (first + 1 < numerals.size()
        && text.substring(numerals.get(first).end(), numerals.get(first + 1).start())
            .matches("\\s?[×·]\\s?")) {
      ten = first + 1;
    }
    boolean isRaised =
        ten + 1 < numerals.size()
            && numerals.get(ten).text().equals("10")
            && numerals.get(ten).end() == numerals.get(ten + 1).start()
            && numerals.get(ten + 1).value().isEmpty();
    return isRaised ? ten + 1 : first;
  }

  private Notation notation(List<Run> runs) {
    for (Run run : runs) {
      if (!run.isGap()) {
        return settling.notation(run.text());
      }
    }
    return settling.rules().notation();
  }

  private Optional<Piece> piece(
      Flat flat,
      Numeral numeral,
      Standing standing,
      Optional<String> expression,
      Optional<String> origin) {
    if (flat.split(numeral)) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.SPLIT,
                      flat.span(numeral.start(), numeral.end()),
                      "the number " + numeral.text() + " is split by markup")
                  .help("put the whole number inside or outside of the markup"));
      return Optional.empty();
    }
    Account.Draft draft =
        settling
            .account()
            .entry(
                Kind.NUMERAL, standing, flat.span(numeral.start(), numeral.end()), numeral.text());
    expression.ifPresent(draft::expression);
    origin.ifPresent(draft::origin);
    int run = flat.run(numeral.start());
    int base = flat.base(run);
    return Optional.of(
        new Piece(
            run,
            numeral.start() - base,
            numeral.end() - base,
            numeral.text(),
            Optional.of(draft.add())));
  }
}
