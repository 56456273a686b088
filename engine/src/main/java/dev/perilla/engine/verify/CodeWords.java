package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.CodeSpan;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Settling.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Code spans, fences and comments: statements, quotations of code that ran, or no claim.
final class CodeWords {
  private static final String RELATIONS = "=≈→⇒⟶⟹<>≤≥≠";
  private static final Pattern WORDS_BEHIND =
      Pattern.compile("^'(?!and'|or'|if')\\p{L}+' follows a side that is complete");
  private static final Pattern EITHER_SIGN = Pattern.compile("\\\\(?:pm|mp)\\b|[±∓]");
  private static final Pattern SPAN = Pattern.compile("`[^`]+`");
  private static final Pattern MARKED_CODE = Pattern.compile("\\[[^\\]]*`[^\\]]*\\]\\{");

  /// A name that is given a number: `x = 4`, and nothing that is computed with it.
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.])([\\p{L}_][\\p{L}\\p{N}_]*) ?="
              + " ?(-?\\d[\\d_]*(?:\\.\\d+)?(?:e-?\\d+)?)"
              + "(?![\\d.]*[\\p{L}\\d_])(?!\\s*[-+*/%^=<>×·÷])");

  private final Settling settling;
  private final Statements statements;
  private final PlainWords words;
  private final Marks marks;
  private final Filled filled;

  CodeWords(
      Settling settling, Statements statements, PlainWords words, Marks marks, Filled filled) {
    this.settling = settling;
    this.statements = statements;
    this.words = words;
    this.marks = marks;
    this.filled = filled;
  }

  /// A code span: a statement, a quotation of code that ran, or no claim.
  CodeSpan span(Text content) {
    String quoted = "`" + content.value() + "`";
    if (isOpen(content, content.span())) {
      return new CodeSpan(Optional.empty(), asked(content));
    }
    return words.deny(content.span()) && isStatement(content)
        ? denied(content, quoted)
        : span(content, quoted, words.hold(content.span()));
  }

  /// Whether words ask whether a statement holds that does not: it states nothing.
  private boolean isOpen(Text code, Span place) {
    return words.ask(place) && isStatement(code) && !holds(code);
  }

  private List<Piece> asked(Text content) {
    Assumed.value(content).ifPresent(settling.rules().said()::computed);
    return Numeral.scan(content.value(), Notation.POINT).stream()
        .map(
            it ->
                settling.settled(
                    it,
                    content.span(it.start(), it.end()),
                    Standing.PLAIN,
                    Optional.empty(),
                    Optional.of("assumed or asked")))
        .toList();
  }

  /// @param quoted how it stands in the text
  /// @param isHeld whether the words beside it compare it with a number, which agrees
  private CodeSpan span(Text content, String quoted, boolean isHeld) {
    if (hasMarks(content)) {
      return new CodeSpan(Optional.empty(), withMarks(content, false));
    }
    Statements.Verdict verdict =
        statements.missing(content).orElseGet(() -> statements.check(content));
    if (isHeld && verdict.covered().isEmpty()) {
      return new CodeSpan(Optional.empty(), held(content));
    }
    List<Piece> pieces = code(content, verdict, numeral -> true, Optional.of(quoted));
    boolean whole = verdict.covered().size() == 1 && verdict.covered().get(0).entry().isPresent();
    return new CodeSpan(whole ? verdict.covered().get(0).entry() : Optional.empty(), pieces);
  }

  private boolean isStatement(Text code) {
    return settling.state().reached()
        && Parser.chains(code) instanceof Reading.Chains read
        && read.chains().size() == 1
        && !read.chains().getFirst().relations().isEmpty();
  }

  /// A statement of which the words behind it say that it is false, which is an error where it
  /// holds.
  private CodeSpan denied(Text content, String quoted) {
    Account own = new Account("denied");
    new Statements(settling.state(), own, new Said()).check(content);
    boolean isFalse =
        own.findings().stream()
            .anyMatch(
                it ->
                    it.code() == VerifyCode.FALSE_STATEMENT
                        || it.code() == VerifyCode.FALSE_NUMBER);
    boolean holds = holds(content);
    if (!isFalse && !holds) {
      return span(content, quoted, false);
    }
    if (holds) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.FALSE_STATEMENT,
                      content.span(),
                      "the text says that " + content.value() + " is false, and it holds")
                  .help("correct the words, or the statement"));
    }
    return new CodeSpan(Optional.empty(), held(content));
  }

  /// The numerals of code with which words beside it go on.
  private List<Piece> held(Text content) {
    return Numeral.scan(content.value(), Notation.POINT).stream()
        .map(
            it ->
                settling.checked(
                    it, content.span(it.start(), it.end()), content.value(), Optional.empty()))
        .toList();
  }

  /// A formula in TeX; the entry of the statement where all of it is one.
  Optional<String> formula(Text tex) {
    return bothSigns(tex).map(this::oneSign).orElseGet(() -> oneSign(tex));
  }

  /// `2 \pm 1`, with a plus, where it holds with a minus as well; with the minus where that does
  /// not hold.
  private Optional<Text> bothSigns(Text tex) {
    if (!EITHER_SIGN.matcher(tex.value()).find()) {
      return Optional.empty();
    }
    Text minus = tex.reading(signed(tex.value(), "-", "+"));
    boolean holds = reading(minus).code().filter(this::holds).isPresent();
    return Optional.of(holds ? tex.reading(signed(tex.value(), "+", "-")) : minus);
  }

  private static String signed(String tex, String upper, String lower) {
    return EITHER_SIGN
        .matcher(tex)
        .replaceAll(
            it ->
                (it.group().endsWith("pm") || it.group().equals("±") ? upper : lower)
                    + " ".repeat(it.group().length() - 1));
  }

  private Optional<String> oneSign(Text tex) {
    Tex.Reading reading = reading(tex);
    if (reading.code().isPresent() && reportsVectors(tex, reading.code().get())) {
      return Optional.empty();
    }
    if (reading.code().isPresent()) {
      Text code = reading.code().get();
      if (isOpen(code, tex.span())) {
        asked(code);
        return Optional.empty();
      }
      return words.deny(tex.span()) && isStatement(code)
          ? denied(code, quoted(tex)).claim()
          : span(code, quoted(tex), words.hold(tex.span())).claim();
    }
    if (Numeral.anyDigit(tex.value())) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.NOT_CHECKABLE,
                      tex.span(reading.start(), Math.min(reading.end(), tex.value().length())),
                      "this formula has numbers and cannot be read: " + reading.whyNot())
                  .help(
                      "write it so that it can be checked, or mark all of it: ["
                          + quoted(tex)
                          + "]{plain}; a dollar sign that is none of a formula is \\$"));
    }
    return Optional.empty();
  }

  /// A formula with the places of lists counted as the chapter counts them: from 0, or from 1 where
  /// the first formula that is true in one way alone is so.
  private Tex.Reading reading(Text tex) {
    Tex.Reading own = Tex.read(tex, settling.state(), settling.notation(tex), settling.base());
    boolean isOpen =
        settling.rules().said().base().isEmpty()
            && tex.value().indexOf('_') >= 0
            && own.code().filter(it -> it.value().indexOf('[') >= 0).isPresent();
    if (!isOpen) {
      return own;
    }
    Tex.Reading other = Tex.read(tex, settling.state(), settling.notation(tex), 1);
    boolean holds = own.code().filter(this::holds).isPresent();
    if (holds == other.code().filter(this::holds).isPresent()) {
      return own;
    }
    settling.rules().said().placesFrom(holds ? 0 : 1);
    return holds ? own : other;
  }

  private boolean holds(Text code) {
    Account tried = new Account("tried");
    Statements.Verdict verdict = new Statements(settling.state(), tried, new Said()).check(code);
    return tried.findings().isEmpty()
        && verdict.covered().stream().anyMatch(it -> it.entry().isPresent());
  }

  /// A formula as it stands in the text, with its dollars.
  private static String quoted(Text tex) {
    int start = tex.value().isEmpty() ? 0 : tex.start(0);
    String dollars = tex.file().text().startsWith("$$", Math.max(0, start - 2)) ? "$$" : "$";
    return dollars + tex.value() + dollars;
  }

  /// Reports arithmetic of lists: in a formula they are vectors, in the code `+` joins them.
  private boolean reportsVectors(Text tex, Text code) {
    boolean isComputed =
        settling.state().reached()
            && Numeral.anyDigit(tex.value())
            && Parser.chains(code) instanceof Reading.Chains read
            && read.chains().stream()
                .flatMap(it -> it.sides().stream())
                .anyMatch(it -> computesWithLists(code, it));
    if (isComputed) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.NOT_CHECKABLE,
                      tex.span(),
                      "sums and products of vectors are not read in formulas")
                  .help("write what each component is, or give the vector a name in the program"));
    }
    return isComputed;
  }

  private boolean computesWithLists(Text code, Expr expr) {
    return switch (expr) {
      case Expr.Binary it ->
          isList(code, it.left())
              || isList(code, it.right())
              || computesWithLists(code, it.left())
              || computesWithLists(code, it.right());
      case Expr.Unary it -> computesWithLists(code, it.operand());
      default -> false; // a question about two shapes of many
    };
  }

  private boolean isList(Text code, Expr expr) {
    return settling.state().evaluate(code, expr, code.sub(expr.start(), expr.end()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Sequence;
  }

  /// A line of a fence without words around it: with marks, or statements.
  List<Piece> bare(Text content) {
    return hasMarks(content) ? withMarks(content, true) : code(content, statements.check(content));
  }

  static boolean hasMarks(Text content) {
    return content.value().contains("{{") || content.value().contains("]{");
  }

  private List<Piece> code(Text content, Statements.Verdict verdict) {
    return code(content, verdict, numeral -> true, Optional.empty());
  }

  /// @param counts whether a numeral is one that is accounted for here
  /// @param quoted how all of it stands in a text; empty for a line of a fence or a comment
  private List<Piece> code(
      Text content,
      Statements.Verdict verdict,
      Predicate<Numeral> counts,
      Optional<String> quoted) {
    List<Piece> pieces = new ArrayList<>();
    List<Numeral> open = new ArrayList<>();
    boolean isQuoted = settling.state().quotes(content.value());
    List<Range> exempt = speaksOfTheProgram(content) ? List.of() : settling.exempt(content.value());
    for (Numeral numeral : Numeral.scan(content.value(), Notation.POINT)) {
      if (!counts.test(numeral)) {
        continue;
      }
      Span place = content.span(numeral.start(), numeral.end());
      Optional<Statements.Verdict.Covered> covered =
          verdict.covered().stream()
              .filter(c -> c.start() <= numeral.start() && numeral.start() < c.end())
              .findFirst();
      if (covered.isPresent() && covered.get().end() < numeral.end()) {
        settling.account().report(oneOrTwo(numeral, place, settling.notation(content)));
      } else if (covered.isPresent()) {
        if (covered.get().entry().isPresent()) {
          String statement = content.value().substring(covered.get().start(), covered.get().end());
          Optional<Recipe> recipe =
              covered.get().literals().getOrDefault(numeral.start(), covered.get().recipe());
          pieces.add(settling.checked(numeral, place, statement, recipe));
        }
      } else if (isQuoted) {
        pieces.add(
            settling.settled(
                numeral,
                place,
                Standing.GIVEN,
                Optional.empty(),
                Optional.of("quotes code that ran")));
      } else if (exempt.stream()
          .anyMatch(r -> r.start() <= numeral.start() && numeral.end() <= r.end())) {
        pieces.add(
            settling.settled(
                numeral,
                place,
                Standing.PLAIN,
                Optional.empty(),
                Optional.of("a pattern of the book")));
      } else {
        open.add(numeral);
      }
    }
    report(content, open, verdict.whyNot(), quoted);
    return pieces;
  }

  /// Whether code relates what the program has to something else: `c = 2026-01-02` is no date.
  private boolean speaksOfTheProgram(Text content) {
    String code = content.value();
    return code.chars().anyMatch(c -> RELATIONS.indexOf(c) >= 0)
        && Lexeme.all(content).stream()
            .anyMatch(
                it ->
                    it.kind() == Lexeme.Kind.NAME
                        && settling.state().knows(code.substring(it.start(), it.end())));
  }

  /// Whether a text is a statement, each side of which the program can say.
  boolean states(Text content) {
    return !hasMarks(content)
        && Parser.chains(content) instanceof Reading.Chains chains
        && chains.chains().stream().anyMatch(chain -> !chain.relations().isEmpty())
        && chains.chains().stream()
            .flatMap(chain -> chain.sides().stream())
            .allMatch(
                side ->
                    Side.of(content, side, settling.state()).reply() instanceof State.Reply.Given);
  }

  /// `c = 12,5`: a reader sees one number where the code language sees two.
  private static Finding oneOrTwo(Numeral numeral, Span place, Notation notation) {
    String one =
        Numeral.whole(numeral.text(), notation)
            .flatMap(Numeral::value)
            .map(it -> ": " + it.toPlainString())
            .orElse("");
    return Finding.error(
            VerifyCode.UNREADABLE,
            place,
            numeral.text() + " can be read as one number or as several, so it cannot be checked")
        .help(
            "the decimal mark in code is a point, and thousands stand without a mark"
                + one
                + "; what a comma separates has a blank after it");
  }

  /// A text that looks like a statement and cannot be read has one finding, which says why.
  private void report(
      Text content, List<Numeral> open, Optional<String> whyNot, Optional<String> quoted) {
    boolean stated = content.value().chars().anyMatch(c -> RELATIONS.indexOf(c) >= 0);
    if (!stated && quoted.isPresent() && content.value().indexOf('\n') < 0) {
      open.forEach(
          numeral ->
              settling.unaccounted(
                  numeral, content.span(numeral.start(), numeral.end()), quoted.get()));
      return;
    }
    if (open.isEmpty() || whyNot.isEmpty() || !stated || content.value().indexOf('\n') >= 0) {
      open.forEach(
          numeral ->
              settling.unaccounted(numeral, content.span(numeral.start(), numeral.end()), whyNot));
      return;
    }
    settling
        .account()
        .report(
            Finding.error(
                    VerifyCode.NOT_CHECKABLE,
                    content.span(open.getFirst().start(), open.getLast().end()),
                    "this looks like a statement and cannot be checked: " + whyNot.get())
                .help(
                    (WORDS_BEHIND.matcher(whyNot.get()).find()
                            ? "let words and units stand outside, as in `c = 12` cm"
                            : "write its sides in the code language, one statement after another"
                                + " with commas")
                        + "; or say that it is no claim: ["
                        + quoted.orElse(content.value().strip())
                        + "]{plain}"));
  }

  static Piece shift(Piece piece, int by) {
    return new Piece(
        piece.run(), piece.start() + by, piece.end() + by, piece.text(), piece.claim());
  }

  /// Code in which numbers are filled in or bound: read as a reader sees it, what stands between
  /// the marks belongs to a statement with them, or has to have a standing without them.
  ///
  /// @param isDrawn whether it is a line of a fence, which may draw what would be with other
  ///   inputs: where each of its numbers is bound, to an expression of its own, it says nothing of
  ///   the state
  private List<Piece> withMarks(Text content, boolean isDrawn) {
    List<Piece> pieces = new ArrayList<>();
    Marked seen = new Marked(content);
    List<Run> runs = new ArrayList<>();
    String text = content.value();
    int at = 0;
    boolean claims = true;
    boolean fillsIn = false;
    while (at < text.length()) {
      Optional<Mark> mark = nextMark(text, at);
      int end = mark.map(Mark::start).orElse(text.length());
      seen.typed(at, end);
      runs.add(new Run(content.sub(at, end)));
      if (mark.isEmpty()) {
        break;
      }
      List<Piece> inner = marked(content, mark.get());
      seen.shown(inner, mark.get());
      runs.add(
          new Run(
              Text.at(
                  inner.stream().map(Piece::text).collect(Collectors.joining()),
                  content.span(mark.get().start(), mark.get().end())),
              Run.Kind.GAP,
              Optional.of(text.substring(mark.get().sourceStart(), mark.get().sourceEnd()))));
      fillsIn |= mark.get().fillsIn();
      claims &= mark.get().fillsIn() || text.charAt(mark.get().sourceStart()) == '=';
      pieces.addAll(inner);
      at = mark.get().end();
    }
    Text whole = seen.text();
    boolean isTyped = Numeral.scan(whole.value(), Notation.POINT).stream().anyMatch(seen::isTyped);
    boolean isOfMarks =
        !isTyped && ((isDrawn && !fillsIn) || whole.value().chars().noneMatch(Character::isLetter));
    if (isOfMarks) {
      words.compared(runs);
    }
    claims &= !isOfMarks;
    Statements.Verdict none = new Statements.Verdict(List.of(), Optional.empty());
    Statements.Verdict verdict = claims ? statements.check(whole) : none;
    for (Piece piece :
        code(
            whole, verdict.covered().isEmpty() ? none : verdict, seen::isTyped, Optional.empty())) {
      pieces.add(shift(piece, seen.back(piece.start())));
    }
    pieces.sort(Comparator.comparingInt(Piece::start));
    return pieces;
  }

  /// Code with marks, as a reader sees it, each character with its place.
  private static final class Marked {
    private final Text content;
    private final StringBuilder shown = new StringBuilder();
    private final List<Integer> from = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();

    Marked(Text content) {
      this.content = content;
    }

    void typed(int start, int end) {
      for (int i = start; i < end; i++) {
        shown.append(content.value().charAt(i));
        from.add(i);
        places.add(content.span(i, i + 1));
      }
    }

    void shown(List<Piece> pieces, Mark mark) {
      for (Piece piece : pieces) {
        for (int i = 0; i < piece.text().length(); i++) {
          shown.append(piece.text().charAt(i));
          from.add(-1);
          places.add(content.span(mark.start(), mark.end()));
        }
      }
    }

    Text text() {
      return Text.mapped(
          shown.toString(),
          content.span(0, content.value().length()),
          places.stream().mapToInt(Span::start).toArray(),
          places.stream().mapToInt(Span::end).toArray());
    }

    boolean isTyped(Numeral numeral) {
      return from.get(numeral.start()) >= 0;
    }

    /// How far a place in what is shown is from that in the content.
    int back(int at) {
      return from.get(at) - at;
    }
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
      return merged(filled.read(source, true), mark);
    }
    Text words = content.sub(mark.wordsStart(), mark.wordsEnd());
    String kind = source.value();
    List<Piece> inner;
    if (kind.startsWith("=")) {
      inner = marks.boundCode(words, source.sub(1, kind.length())).pieces();
    } else if (kind.startsWith("cite=")) {
      inner = marks.cited(words, source.sub(5, kind.length()));
    } else if (kind.equals("plain")) {
      inner = marks.plain(words, "marked plain");
    } else {
      settling
          .account()
          .report(
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
  List<Piece> labelled(Text content, String label) {
    List<Numeral> numerals = Numeral.scan(content.value(), Notation.POINT);
    if (!numerals.isEmpty()) {
      Numeral first = numerals.get(0);
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.UNACCOUNTED,
                      content.span(first.start(), first.end()),
                      "a listing in a text is not run, so its "
                          + (numerals.size() == 1
                              ? "number has"
                              : numerals.size() + " numbers have")
                          + " no standing")
                  .help("use a code block, which is run; or write ```" + label + " plain"));
    }
    return List.of();
  }

  /// A comment of a listing: a statement, or words, with marks and code in backticks if it has any.
  ///
  /// @param beside the line that it speaks of: what it says of a name there, `start at x = 4`
  ///   beside `x = 4`, needs nothing else
  List<Piece> comment(Text content, String beside) {
    List<Range> literals = literals(content.value(), beside);
    boolean spans = SPAN.matcher(content.value()).find();
    if (hasMarks(content) && (!spans || MARKED_CODE.matcher(content.value()).find())) {
      return withMarks(content, false);
    }
    boolean isLiteral =
        literals.size() == 1
            && literals.getFirst().end() == content.value().stripTrailing().length()
            && LITERAL.matcher(content.value().strip()).matches();
    if (!isLiteral
        && Parser.chains(content) instanceof Reading.Chains chains
        && chains.chains().stream().anyMatch(chain -> !chain.relations().isEmpty())) {
      return code(content, statements.check(content));
    }
    return spans ? withSpans(content) : words.comment(content, literals);
  }

  /// Where words say of a name the literal that a line gives it, and percents of a number there:
  /// `VAT of 21 %` of `0.21` or `1.21`.
  private List<Range> literals(String words, String line) {
    Set<String> given =
        LITERAL
            .matcher(line)
            .results()
            .map(it -> it.group(1) + " " + it.group(2))
            .collect(Collectors.toSet());
    List<Range> ranges = new ArrayList<>();
    LITERAL
        .matcher(words)
        .results()
        .filter(it -> given.contains(it.group(1) + " " + it.group(2)))
        .forEach(it -> ranges.add(ofLine(it.start(2), it.end(2))));
    for (Numeral percent : Numeral.scan(words, Notation.POINT)) {
      if (percent.text().endsWith("%")
          && percent.value().filter(it -> isShare(it, line)).isPresent()) {
        ranges.add(ofLine(percent.start(), percent.end()));
      }
    }
    return ranges;
  }

  private static Range ofLine(int start, int end) {
    return new Range(start, end, Standing.GIVEN, "a literal in code that ran");
  }

  /// Whether a line has a part as a number, or what is that part more or less than a whole.
  private boolean isShare(BigDecimal part, String line) {
    Text code = Text.at(line, Span.at(SourceFile.of("", ""), 0));
    Stream<BigDecimal> named =
        Lexeme.names(code).stream()
            .filter(it -> !settling.state().moves(it))
            .map(it -> settling.state().evaluate(Text.at(it, code.span())))
            .filter(it -> it instanceof State.Reply.Given)
            .map(it -> ((State.Reply.Given) it).fact())
            .filter(Fact.Quantity.class::isInstance)
            .map(Fact.Quantity.class::cast)
            .map(it -> BigDecimal.valueOf(it.exact().doubleValue()));
    return Stream.concat(
            named, Numeral.scan(line, Notation.POINT).stream().flatMap(it -> it.value().stream()))
        .anyMatch(
            it ->
                it.compareTo(part) == 0
                    || it.subtract(BigDecimal.ONE).abs().compareTo(part) == 0
                    || it.compareTo(part.scaleByPowerOfTen(2)) == 0);
  }

  /// Words with code among them: each piece of code is read as a code span is, the words between as
  /// one text.
  private List<Piece> withSpans(Text content) {
    List<Piece> pieces = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < content.value().length()) {
      Matcher code = SPAN.matcher(content.value()).region(at, content.value().length());
      boolean more = code.find();
      int end = more ? code.start() : content.value().length();
      Text before = content.sub(at, end);
      if (hasMarks(before)) {
        for (Piece piece : withMarks(before, false)) {
          pieces.add(shift(piece, at));
        }
        before = Run.gap("\uFFFC").text();
      }
      runs.add(new Run(before));
      starts.add(at);
      if (more) {
        Text inner = content.sub(code.start() + 1, code.end() - 1);
        for (Piece piece : span(inner).pieces()) {
          pieces.add(shift(piece, code.start() + 1));
        }
        runs.add(new Run(inner, Run.Kind.CODE));
        starts.add(end);
      }
      at = more ? code.end() : end;
    }
    for (Piece piece : words.read(runs)) {
      pieces.add(shift(piece, starts.get(piece.run())));
    }
    pieces.sort(Comparator.comparingInt(Piece::start));
    return pieces;
  }
}
