package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives each numeral of authored text its standing, or says that it has none.
///
/// One instance serves the texts of one block against one [State]; what it finds goes to the
/// [Account].
public final class Accounting {
  private static final Pattern ISO_DATE =
      Pattern.compile("(?<![0-9-])[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![0-9-])");
  private static final String OPERATORS = "+-−×·÷*/";
  private static final String RELATIONS = "=≈<>≤≥≠";

  private final Rules rules;
  private final State state;
  private final Account account;
  private final Statements statements;

  public Accounting(Rules rules, State state, Account account) {
    this.rules = rules;
    this.state = state;
    this.account = account;
    this.statements = new Statements(state, account);
  }

  /// Whether the program got to the state that the texts look at.
  public boolean reached() {
    return state.reached();
  }

  /// The decimal mark of the texts.
  public Notation notation() {
    return rules.notation();
  }

  /// What holds for all texts of a chapter.
  ///
  /// @param plain patterns whose numerals are no claims
  /// @param matched is told the index of each pattern that matched
  /// @param sources the keys that a citation may name
  public record Rules(
      Notation notation, List<Pattern> plain, IntConsumer matched, Set<String> sources) {
    public Rules {
      plain = List.copyOf(plain);
      sources = Set.copyOf(sources);
    }
  }

  /// A stretch of words; a gap has no place and stands for something that is accounted for
  /// elsewhere.
  public record Run(Text text, boolean isGap) {
    public Run(Text text) {
      this(text, false);
    }

    public static Run gap(String value) {
      return new Run(Text.at(value, Span.at(SourceFile.of("", ""), 0)), true);
    }
  }

  /// A part of a run as it goes to the page.
  ///
  /// @param run index of the run, from 0
  /// @param start in the run, 0-based
  /// @param text what the page shows
  /// @param claim the ledger's entry of a numeral; empty for words
  public record Piece(int run, int start, int end, String text, Optional<String> claim) {
    /// Words without a claim.
    public static Piece words(int start, int end, String text) {
      return new Piece(0, start, end, text, Optional.empty());
    }
  }

  /// A code span: its numerals, and the entry of the statement where all of it is one.
  public record CodeSpan(Optional<String> claim, List<Piece> pieces) {
    public CodeSpan {
      pieces = List.copyOf(pieces);
    }
  }

  /// Words bound to an expression: their numerals, and the entry where it is a condition.
  public record Bound(Optional<String> claim, List<Piece> pieces) {
    public Bound {
      pieces = List.copyOf(pieces);
    }
  }

  // ---- plain words

  /// The numerals of plain text. The runs are read as one text, as a reader sees it.
  public List<Piece> plain(List<Run> runs) {
    Flat flat = Flat.of(runs);
    if (!Numeral.anyDigit(flat.text())) {
      return List.of();
    }
    List<Numeral> numerals = Numeral.scan(flat.text(), rules.notation());
    Set<Integer> settled = new HashSet<>();
    List<Piece> pieces = new ArrayList<>();
    for (PlainStatement region : plainStatements(flat.text(), numerals)) {
      Statements.Verdict verdict = statements.check(normalised(flat, numerals, region));
      if (verdict.covered().isEmpty()) {
        continue;
      }
      Optional<String> entry = verdict.covered().get(0).entry();
      for (int i = region.first(); i <= region.last(); i++) {
        settled.add(i);
        if (entry.isPresent()) {
          piece(
                  flat,
                  numerals.get(i),
                  Standing.CHECKED,
                  Optional.of(region.text(flat.text(), numerals)),
                  Optional.empty())
              .ifPresent(pieces::add);
        }
      }
    }
    List<Range> exempt = exempt(flat.text());
    for (int i = 0; i < numerals.size(); i++) {
      if (settled.contains(i)) {
        continue;
      }
      Numeral numeral = numerals.get(i);
      Optional<Range> free =
          exempt.stream()
              .filter(r -> r.start() <= numeral.start() && numeral.end() <= r.end())
              .findFirst();
      if (free.isPresent()) {
        piece(flat, numeral, Standing.PLAIN, Optional.empty(), Optional.of(free.get().why()))
            .ifPresent(pieces::add);
      } else if (flat.split(numeral)) {
        account.report(
            Finding.error(
                    VerifyCode.SPLIT,
                    flat.span(numeral.start(), numeral.end()),
                    "the number " + numeral.text() + " is split by markup, so it cannot be checked")
                .help("put the whole number inside or outside of the markup"));
      } else {
        unaccounted(numeral, flat.span(numeral.start(), numeral.end()), Optional.empty());
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::run).thenComparingInt(Piece::start));
    return pieces;
  }

  private Optional<Piece> piece(
      Flat flat,
      Numeral numeral,
      Standing standing,
      Optional<String> expression,
      Optional<String> origin) {
    if (flat.split(numeral)) {
      account.report(
          Finding.error(
                  VerifyCode.SPLIT,
                  flat.span(numeral.start(), numeral.end()),
                  "the number " + numeral.text() + " is split by markup")
              .help("put the whole number inside or outside of the markup"));
      return Optional.empty();
    }
    Account.Draft draft =
        account.entry(
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

  private record Range(int start, int end, String why) {}

  /// Where numerals are no claims: dates in ISO form and the patterns of the book.
  private List<Range> exempt(String text) {
    List<Range> ranges = new ArrayList<>();
    Matcher dates = ISO_DATE.matcher(text);
    while (dates.find()) {
      ranges.add(new Range(dates.start(), dates.end(), "a date"));
    }
    for (int i = 0; i < rules.plain().size(); i++) {
      Matcher matcher = rules.plain().get(i).matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          rules.matched().accept(i);
          ranges.add(
              new Range(matcher.start(), matcher.end(), "the pattern " + rules.plain().get(i)));
        }
      }
    }
    return ranges;
  }

  /// The runs as one text with places.
  private record Flat(String text, List<Run> runs, List<Integer> bases) {
    static Flat of(List<Run> runs) {
      StringBuilder text = new StringBuilder();
      List<Integer> bases = new ArrayList<>();
      for (Run run : runs) {
        bases.add(text.length());
        text.append(run.text().value());
      }
      return new Flat(text.toString(), runs, bases);
    }

    int run(int offset) {
      int run = bases.size() - 1;
      while (run > 0 && bases.get(run) > offset) {
        run--;
      }
      return run;
    }

    int base(int run) {
      return bases.get(run);
    }

    boolean split(Numeral numeral) {
      return run(numeral.start()) != run(numeral.end() - 1);
    }

    Span span(int start, int end) {
      int first = run(start);
      int last = run(Math.max(start, end - 1));
      Span from =
          runs.get(first).text().span(start - bases.get(first), start - bases.get(first) + 1);
      Span to = runs.get(last).text().span(end - 1 - bases.get(last), end - bases.get(last));
      return runs.get(first).isGap() || runs.get(last).isGap() ? from : from.to(to);
    }
  }

  // ---- arithmetic in plain words: 3 × 1 × 2 = 6

  /// Numerals `first` to `last` (inclusive) joined by operators and at least one relation.
  private record PlainStatement(int first, int last) {
    String text(String flat, List<Numeral> numerals) {
      return flat.substring(numerals.get(first).start(), numerals.get(last).end());
    }
  }

  private static List<PlainStatement> plainStatements(String text, List<Numeral> numerals) {
    List<PlainStatement> found = new ArrayList<>();
    int first = 0;
    while (first < numerals.size()) {
      int last = first;
      boolean operator = false;
      boolean relation = false;
      while (last + 1 < numerals.size()) {
        Optional<Character> joint = joint(text, numerals.get(last), numerals.get(last + 1));
        if (joint.isEmpty()) {
          break;
        }
        operator |= OPERATORS.indexOf(joint.get()) >= 0;
        relation |= RELATIONS.indexOf(joint.get()) >= 0;
        last++;
      }
      if (operator && relation && standsAlone(text, numerals.get(first), numerals.get(last))) {
        found.add(new PlainStatement(first, last));
      }
      first = last + 1;
    }
    return found;
  }

  /// The one operator or relation between two numerals; a sign may be it.
  private static Optional<Character> joint(String text, Numeral left, Numeral right) {
    if (left.value().isEmpty() || right.value().isEmpty()) {
      return Optional.empty();
    }
    String between = text.substring(left.end(), right.start()).strip();
    if (between.isEmpty()) {
      char sign = text.charAt(right.start());
      boolean blank = left.end() < right.start();
      return blank && OPERATORS.indexOf(sign) >= 0 ? Optional.of(sign) : Optional.empty();
    }
    boolean one =
        between.length() == 1
            && (OPERATORS.indexOf(between.charAt(0)) >= 0
                || RELATIONS.indexOf(between.charAt(0)) >= 0);
    return one ? Optional.of(between.charAt(0)) : Optional.empty();
  }

  /// Whether the statement is all there is: no operator and no name takes part from outside.
  private static boolean standsAlone(String text, Numeral first, Numeral last) {
    int before = first.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    int after = last.end();
    boolean touches = after < text.length() && Character.isLetter(text.charAt(after));
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    boolean opens =
        before >= 0 && (OPERATORS + "≈<>≤≥≠^(√\uFFFC").indexOf(text.charAt(before)) >= 0;
    boolean goesOn =
        after < text.length() && (OPERATORS + "^(²³\uFFFC").indexOf(text.charAt(after)) >= 0;
    return !opens && !goesOn && !touches;
  }

  /// The statement in the notation of the code language, each character at its place.
  private static Text normalised(Flat flat, List<Numeral> numerals, PlainStatement region) {
    StringBuilder value = new StringBuilder();
    List<Span> places = new ArrayList<>();
    Numeral left = numerals.get(region.first());
    for (int i = region.first(); i <= region.last(); i++) {
      Numeral numeral = numerals.get(i);
      String digits = digits(numeral);
      if (i > region.first()) {
        String between = flat.text().substring(left.end(), numeral.start());
        if (between.isBlank()) {
          between = numeral.text().charAt(0) == '+' ? " + " : " - ";
          digits = numeral.value().orElseThrow().abs().toPlainString();
        }
        value.append(between);
        Span joint = flat.span(left.end(), numeral.start() + 1);
        between.chars().forEach(c -> places.add(joint));
      }
      value.append(digits);
      Span place = flat.span(numeral.start(), numeral.end());
      digits.chars().forEach(c -> places.add(place));
      left = numeral;
    }
    return Text.mapped(
        value.toString(),
        flat.span(numerals.get(region.first()).start(), left.end()),
        places.stream().mapToInt(Span::start).toArray(),
        places.stream().mapToInt(Span::end).toArray());
  }

  private static String digits(Numeral numeral) {
    java.math.BigDecimal value = numeral.value().orElseThrow();
    String text = numeral.text();
    if (text.endsWith("%")) {
      return value.scaleByPowerOfTen(2).toPlainString() + "%";
    }
    return value.toPlainString();
  }

  // ---- code spans, fences, comments

  /// A code span: a statement, a quotation of code that ran, or no claim.
  public CodeSpan codeSpan(Text content) {
    if (content.value().contains("{{")) {
      return new CodeSpan(Optional.empty(), withMarks(content));
    }
    Statements.Verdict verdict = statements.check(content);
    List<Piece> pieces = code(content, verdict);
    boolean whole = verdict.covered().size() == 1 && verdict.covered().get(0).entry().isPresent();
    return new CodeSpan(whole ? verdict.covered().get(0).entry() : Optional.empty(), pieces);
  }

  private List<Piece> code(Text content, Statements.Verdict verdict) {
    List<Piece> pieces = new ArrayList<>();
    List<Range> exempt = exempt(content.value());
    for (Numeral numeral : Numeral.scan(content.value(), Notation.POINT)) {
      Span place = content.span(numeral.start(), numeral.end());
      Optional<Statements.Verdict.Covered> covered =
          verdict.covered().stream()
              .filter(c -> c.start() <= numeral.start() && numeral.start() < c.end())
              .findFirst();
      if (covered.isPresent()) {
        if (covered.get().entry().isPresent()) {
          String statement = content.value().substring(covered.get().start(), covered.get().end());
          pieces.add(
              settled(numeral, place, Standing.CHECKED, Optional.of(statement), Optional.empty()));
        }
      } else if (state.quotes(content.value())) {
        pieces.add(
            settled(
                numeral,
                place,
                Standing.GIVEN,
                Optional.empty(),
                Optional.of("quotes code that ran")));
      } else if (exempt.stream()
          .anyMatch(r -> r.start() <= numeral.start() && numeral.end() <= r.end())) {
        pieces.add(
            settled(
                numeral,
                place,
                Standing.PLAIN,
                Optional.empty(),
                Optional.of("a pattern of the book")));
      } else {
        unaccounted(numeral, place, verdict.whyNot());
      }
    }
    return pieces;
  }

  private Piece settled(
      Numeral numeral,
      Span place,
      Standing standing,
      Optional<String> expression,
      Optional<String> origin) {
    Account.Draft draft = account.entry(Kind.NUMERAL, standing, place, numeral.text());
    expression.ifPresent(draft::expression);
    origin.ifPresent(draft::origin);
    return new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(draft.add()));
  }

  /// A fence without a label: each line is a statement, with words after `#` or `←` if there are.
  public List<Piece> fence(Text content) {
    List<Piece> pieces = new ArrayList<>();
    String text = content.value();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      for (Piece piece : fenceLine(content.sub(start, end))) {
        pieces.add(shift(piece, start));
      }
      start = end + 1;
    }
    return pieces;
  }

  private List<Piece> fenceLine(Text line) {
    if (!Numeral.anyDigit(line.value()) && !line.value().contains("{{")) {
      statements.check(line);
      return List.of();
    }
    if (line.value().contains("{{") || line.value().contains("]{")) {
      return withMarks(line);
    }
    int cut = cut(line.value());
    if (cut < 0 || Parser.chains(line) instanceof Reading.Chains) {
      return code(line, statements.check(line));
    }
    Text left = line.sub(0, cut);
    List<Piece> pieces = new ArrayList<>();
    if (!left.value().isBlank()) {
      pieces.addAll(code(left, statements.check(left)));
    }
    for (Piece piece : plain(List.of(new Run(line.sub(cut, line.value().length()))))) {
      pieces.add(shift(piece, cut));
    }
    return pieces;
  }

  private static int cut(String line) {
    int hash = line.indexOf('#');
    int arrow = line.indexOf('←');
    return hash < 0 ? arrow : arrow < 0 ? hash : Math.min(hash, arrow);
  }

  private static Piece shift(Piece piece, int by) {
    return new Piece(
        piece.run(), piece.start() + by, piece.end() + by, piece.text(), piece.claim());
  }

  /// Code in which numbers are filled in or bound: what stands between the marks has to have a
  /// standing without them.
  private List<Piece> withMarks(Text content) {
    List<Piece> pieces = new ArrayList<>();
    String text = content.value();
    int at = 0;
    while (at < text.length()) {
      Optional<Mark> mark = nextMark(text, at);
      int end = mark.map(Mark::start).orElse(text.length());
      Text between = content.sub(at, end);
      for (Piece piece : code(between, new Statements.Verdict(List.of(), Optional.empty()))) {
        pieces.add(shift(piece, at));
      }
      if (mark.isEmpty()) {
        break;
      }
      pieces.addAll(marked(content, mark.get()));
      at = mark.get().end();
    }
    return pieces;
  }

  /// `[words]{source}`, or `{{source}}`, where `wordsStart` is -1.
  private record Mark(
      int start, int end, int wordsStart, int wordsEnd, int sourceStart, int sourceEnd) {
    boolean fillsIn() {
      return wordsStart < 0;
    }
  }

  private static Optional<Mark> nextMark(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("{{", i)) {
        int end = text.indexOf("}}", i + 2);
        if (end > 0) {
          return Optional.of(new Mark(i, end + 2, -1, -1, i + 2, end));
        }
      }
      if (text.startsWith("]{", i)) {
        int open = text.lastIndexOf('[', i);
        int end = text.indexOf('}', i + 2);
        if (open >= from && end > 0) {
          return Optional.of(new Mark(open, end + 1, open + 1, i, i + 2, end));
        }
      }
    }
    return Optional.empty();
  }

  private List<Piece> marked(Text content, Mark mark) {
    Text source = content.sub(mark.sourceStart(), mark.sourceEnd());
    if (mark.fillsIn()) {
      return merged(filled(source, true), mark);
    }
    Text words = content.sub(mark.wordsStart(), mark.wordsEnd());
    String kind = source.value();
    List<Piece> inner;
    if (kind.startsWith("=")) {
      inner = bound(words, source.sub(1, kind.length())).pieces();
    } else if (kind.startsWith("cite=")) {
      inner = cited(words, source.sub(5, kind.length()));
    } else if (kind.equals("plain")) {
      inner = marked(words, "marked plain");
    } else {
      account.report(
          Finding.error(
                  VerifyCode.BAD_MARK, source.span(), "{" + kind + "} is no mark of a chapter")
              .help("write {= expression}, {cite=key} or {plain}"));
      inner = List.of();
    }
    return merged(complete(words, inner), mark);
  }

  /// Pieces that together take the place of a whole mark.
  private static List<Piece> merged(List<Piece> inner, Mark mark) {
    List<Piece> pieces = new ArrayList<>();
    int at = mark.start();
    for (int i = 0; i < inner.size(); i++) {
      int end = i == inner.size() - 1 ? mark.end() : at;
      pieces.add(new Piece(0, at, end, inner.get(i).text(), inner.get(i).claim()));
      at = end;
    }
    if (inner.isEmpty()) {
      pieces.add(Piece.words(mark.start(), mark.end(), ""));
    }
    return pieces;
  }

  private static List<Piece> complete(Text words, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.start() > at) {
        all.add(Piece.words(at, piece.start(), words.value().substring(at, piece.start())));
      }
      all.add(piece);
      at = piece.end();
    }
    if (at < words.value().length()) {
      all.add(Piece.words(at, words.value().length(), words.value().substring(at)));
    }
    return all;
  }

  /// A fence with a language label is a listing that is not run: its numerals have no standing.
  public List<Piece> labelled(Text content, String label) {
    List<Numeral> numerals = Numeral.scan(content.value(), Notation.POINT);
    if (!numerals.isEmpty()) {
      Numeral first = numerals.get(0);
      account.report(
          Finding.error(
                  VerifyCode.UNACCOUNTED,
                  content.span(first.start(), first.end()),
                  "a listing in a text is not run, so its "
                      + (numerals.size() == 1 ? "number has" : numerals.size() + " numbers have")
                      + " no standing")
              .help("use a code block, which is run; or write ```" + label + " plain"));
    }
    return List.of();
  }

  /// A comment of a listing: a statement, or words.
  public List<Piece> comment(Text content) {
    if (Parser.chains(content) instanceof Reading.Chains chains
        && chains.chains().stream().anyMatch(chain -> !chain.relations().isEmpty())) {
      return code(content, statements.check(content));
    }
    return plain(List.of(new Run(content)));
  }

  /// Numerals that the author openly marks as something else.
  public List<Piece> marked(Text words, String origin) {
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : Numeral.scan(words.value(), rules.notation())) {
      Span place = words.span(numeral.start(), numeral.end());
      pieces.add(settled(numeral, place, Standing.PLAIN, Optional.empty(), Optional.of(origin)));
    }
    return pieces;
  }

  /// Numerals that a source answers for.
  public List<Piece> cited(Text words, Text key) {
    if (!rules.sources().contains(key.value())) {
      String near =
          Suggestion.nearest(key.value(), rules.sources())
              .map(name -> "did you mean " + name + "?")
              .orElse("list it under `sources:` with a title and a url");
      account.report(
          Finding.error(
                  VerifyCode.UNKNOWN_SOURCE, key.span(), "the chapter has no source " + key.value())
              .help(near));
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : Numeral.scan(words.value(), rules.notation())) {
      Span place = words.span(numeral.start(), numeral.end());
      pieces.add(
          settled(numeral, place, Standing.CITED, Optional.empty(), Optional.of(key.value())));
    }
    return pieces;
  }

  // ---- {{expression}} and [words]{= expression}

  /// What takes the place of `{{source}}`.
  ///
  /// @param code whether it stands in code, where the decimal mark is always a point
  public List<Piece> filled(Text source, boolean code) {
    int colon = formatColon(source.value());
    Text expression = trimmed(colon < 0 ? source : source.sub(0, colon));
    Optional<Text> format =
        colon < 0 ? Optional.empty() : Optional.of(source.sub(colon + 1, source.value().length()));
    Optional<Fact> fact = evidence(expression);
    if (fact.isEmpty()) {
      return List.of();
    }
    Optional<String> shown =
        format.isPresent()
            ? formatted(expression, format.get(), fact.get())
            : shown(expression, fact.get());
    return shown
        .map(text -> computed(text, source, expression, fact.get(), code))
        .orElse(List.of());
  }

  private Optional<String> shown(Text expression, Fact fact) {
    return switch (fact) {
      case Fact.Quantity quantity -> Optional.of(Shown.shortest(quantity));
      case Fact.NotFinite not -> {
        account.report(Statements.notFinite(expression.span(), expression.value(), not));
        yield Optional.empty();
      }
      case Fact.Truth truth -> Optional.of(truth.shown());
      case Fact.Sequence sequence -> {
        List<String> items = new ArrayList<>();
        boolean fine = true;
        for (Fact item : sequence.items()) {
          Optional<String> one = shown(expression, item);
          fine &= one.isPresent();
          items.add(one.orElse(""));
        }
        String open = sequence.repr().startsWith("(") ? "(" : "[";
        String close = open.equals("(") ? ")" : "]";
        yield fine ? Optional.of(open + String.join(", ", items) + close) : Optional.empty();
      }
      case Fact.Thing thing -> Optional.of(thing.text());
    };
  }

  private Optional<String> formatted(Text expression, Text format, Fact fact) {
    if (fact instanceof Fact.NotFinite not) {
      account.report(Statements.notFinite(expression.span(), expression.value(), not));
      return Optional.empty();
    }
    Optional<String> shown = state.format(expression, format.value());
    if (shown.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_FORMAT,
                  format.span(),
                  "the format " + format.value() + " does not fit " + fact.shown())
              .help("use a format of Python's mini-language, as in {{x:.2f}}"));
    }
    return shown;
  }

  /// The text that a value became, with each numeral in it computed.
  private List<Piece> computed(String text, Text source, Text expression, Fact fact, boolean code) {
    boolean number = fact instanceof Fact.Quantity;
    String onPage = number && !code ? Shown.inNotation(text, rules.notation()) : text;
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Numeral numeral :
        Numeral.scan(onPage, code || !number ? Notation.POINT : rules.notation())) {
      if (numeral.start() > at) {
        pieces.add(Piece.words(0, 0, onPage.substring(at, numeral.start())));
      }
      String id =
          account
              .entry(Kind.NUMERAL, Standing.COMPUTED, source.span(), numeral.text())
              .expression(expression.value())
              .value(fact.shown())
              .add();
      pieces.add(new Piece(0, 0, 0, numeral.text(), Optional.of(id)));
      at = numeral.end();
    }
    if (at < onPage.length()) {
      pieces.add(Piece.words(0, 0, onPage.substring(at)));
    }
    return pieces;
  }

  private static Text trimmed(Text text) {
    String value = text.value();
    int start = 0;
    int end = value.length();
    while (start < end && Character.isWhitespace(value.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(value.charAt(end - 1))) {
      end--;
    }
    return text.sub(start, end);
  }

  /// The colon that starts the format: the first outside of brackets and strings.
  private static int formatColon(String source) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// Words that an expression answers for.
  public Bound bound(Text words, Text source) {
    Text expression = trimmed(source);
    Bound nothing = new Bound(Optional.empty(), List.of());
    if (words.value().contains("{{")) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_MARK, words.span(), "a number that is filled in needs no mark")
              .help("leave the mark out, or write the digits"));
      return nothing;
    }
    Optional<Fact> fact = evidence(expression);
    if (fact.isEmpty()) {
      return nothing;
    }
    List<Numeral> numerals = Numeral.scan(words.value(), rules.notation());
    return switch (fact.get()) {
      case Fact.Truth truth -> condition(words, expression, truth.value(), numerals);
      case Fact.Quantity quantity -> quantities(words, expression, numerals, List.of(quantity));
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
        yield quantities(words, expression, numerals, quantities);
      }
      case Fact.NotFinite not -> {
        account.report(Statements.notFinite(expression.span(), expression.value(), not));
        yield nothing;
      }
      case Fact.Thing thing -> {
        account.report(
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

  private Bound condition(Text words, Text expression, boolean holds, List<Numeral> numerals) {
    if (!holds) {
      account.report(
          Finding.error(
                  VerifyCode.FALSE_CONDITION,
                  words.span(),
                  "the text says so, but " + expression.value() + " is False")
              .help(
                  "correct the sentence, or the condition if it does not say what the words say"));
      return new Bound(Optional.empty(), List.of());
    }
    List<Numeral> inside = Numeral.scan(expression.value(), Notation.POINT);
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : numerals) {
      Span place = words.span(numeral.start(), numeral.end());
      boolean named =
          numeral.value().isPresent()
              && inside.stream()
                  .flatMap(n -> n.value().stream())
                  .anyMatch(value -> value.compareTo(numeral.value().get()) == 0);
      if (named) {
        pieces.add(
            settled(
                numeral,
                place,
                Standing.CHECKED,
                Optional.of(expression.value()),
                Optional.empty()));
      } else {
        account.report(
            Finding.error(
                    VerifyCode.UNACCOUNTED,
                    place,
                    "the condition " + expression.value() + " says nothing about " + numeral.text())
                .help("name the number in the condition, or leave it out of the mark"));
      }
    }
    String id =
        account
            .entry(Kind.CONDITION, Standing.CHECKED, words.span(), words.value())
            .expression(expression.value())
            .value("True")
            .add();
    return new Bound(Optional.of(id), pieces);
  }

  private Bound quantities(
      Text words, Text expression, List<Numeral> numerals, List<Fact.Quantity> quantities) {
    if (numerals.size() != quantities.size() || numerals.isEmpty()) {
      account.report(
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
      boolean about = words.value().substring(0, numeral.start()).strip().endsWith("≈");
      if (numeral.value().isEmpty()) {
        unaccounted(numeral, place, Optional.empty());
      } else if (!Judge.agrees(numeral, given, about)) {
        account.report(Statements.falseNumber(numeral, place, given, expression.value(), about));
      } else {
        String id =
            account
                .entry(Kind.NUMERAL, Standing.CHECKED, place, numeral.text())
                .expression(expression.value())
                .value(given.repr())
                .tolerance(Statements.shown(Judge.tolerance(numeral, given, about)))
                .add();
        pieces.add(new Piece(0, numeral.start(), numeral.end(), numeral.text(), Optional.of(id)));
      }
    }
    return new Bound(Optional.empty(), pieces);
  }

  /// Evidence has to come from the program: an expression that names nothing and computes nothing
  /// proves nothing, and neither does a comparison of a thing with itself.
  private boolean hasEvidence(Text expression) {
    Optional<String> fault = Optional.empty();
    Reading reading = Parser.chains(expression);
    boolean names = Lexeme.all(expression).stream().anyMatch(word -> isOfProgram(expression, word));
    if (!names
        && !(reading instanceof Reading.Chains sums
            && sums.chains().stream().allMatch(Accounting::isArithmetic))) {
      fault = Optional.of("it names nothing of the program and computes nothing");
    } else if (reading instanceof Reading.Chains chains) {
      List<String> sides =
          chains.chains().get(0).sides().stream()
              .map(side -> expression.value().substring(side.start(), side.end()).replace(" ", ""))
              .toList();
      if (sides.size() > 1 && sides.stream().distinct().count() == 1) {
        fault = Optional.of("it compares a thing with itself");
      }
    }
    if (fault.isEmpty()) {
      return true;
    }
    account.report(
        Finding.error(
                VerifyCode.NO_EVIDENCE,
                expression.span(),
                "the expression " + expression.value() + " proves nothing: " + fault.get())
            .help("name a value of the program; a number that is no claim is marked [..]{plain}"));
    return false;
  }

  /// Whether a word of an expression is a name that the program has, or the `dc` of `dc/da`.
  private boolean isOfProgram(Text expression, Lexeme word) {
    if (word.kind() != Lexeme.Kind.NAME) {
      return false;
    }
    String name = expression.value().substring(word.start(), word.end());
    return state.knows(name) || (name.startsWith("d") && state.knows(name.substring(1)));
  }

  /// Whether numbers are computed with here, as in `12 + 1`, or compared after that.
  private static boolean isArithmetic(Chain chain) {
    return chain.sides().stream().allMatch(Accounting::isOfNumbers)
        && chain.sides().stream().anyMatch(Expr.Binary.class::isInstance);
  }

  private static boolean isOfNumbers(Expr expr) {
    return switch (expr) {
      case Expr.Num number -> true;
      case Expr.Unary unary -> isOfNumbers(unary.operand());
      case Expr.Binary binary -> isOfNumbers(binary.left()) && isOfNumbers(binary.right());
      default -> false; // a question about three shapes of many
    };
  }

  /// What an expression gives, if it is evidence for anything.
  private Optional<Fact> evidence(Text expression) {
    if (expression.value().isBlank()) {
      account.report(
          Finding.error(VerifyCode.NO_EVIDENCE, expression.span(), "there is no expression here")
              .help("write a name or an expression of the program between the braces"));
      return Optional.empty();
    }
    return fact(expression).filter(fact -> hasEvidence(expression));
  }

  private Optional<Fact> fact(Text expression) {
    return switch (state.evaluate(expression)) {
      case State.Reply.Given given -> Optional.of(given.fact());
      case State.Reply.NotEvaluated not -> Optional.empty();
      case State.Reply.Refused refused -> {
        refused.findings().forEach(account::report);
        yield Optional.empty();
      }
    };
  }

  private void unaccounted(Numeral numeral, Span place, Optional<String> whyNot) {
    if (numeral.value().isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.UNREADABLE,
                  place,
                  numeral.text() + " cannot be read as one number, so it cannot be checked")
              .help(
                  "the decimal mark is "
                      + rules.notation().decimal()
                      + " here; what is no claim is marked ["
                      + numeral.text()
                      + "]{plain}"));
      return;
    }
    String message =
        "the number " + numeral.text() + " has no standing: nothing computes or checks it";
    if (whyNot.isPresent()) {
      message += " (" + whyNot.get() + ")";
    }
    Finding finding = Finding.error(VerifyCode.UNACCOUNTED, place, message);
    List<String> names = state.namesOf(numeral);
    String help =
        names.isEmpty()
            ? "bind it: ["
                + numeral.text()
                + "]{= expression}; or say that it is no claim: ["
                + numeral.text()
                + "]{plain}"
            : "fill it in: {{"
                + names.get(0)
                + "}}; or bind it: ["
                + numeral.text()
                + "]{= "
                + names.get(0)
                + "}";
    account.report(finding.help(help));
  }
}
