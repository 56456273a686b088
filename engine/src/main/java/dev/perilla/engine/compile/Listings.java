package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Listing.Kind;
import dev.perilla.chapter.compiled.CompiledChapter.Listing.Line;
import dev.perilla.chapter.compiled.CompiledChapter.Listing.Token;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.Observation;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.syntax.Comment;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.Stmt;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Direction;
import dev.perilla.engine.verify.Expectations;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A listing on its way to the page: its tokens, what it printed, and what its comments claim.
final class Listings {
  /// Lines of output that a page shows.
  static final int MAX_OUTPUT_LINES = 400;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

  private final Accounting accounting;
  private final Account account;
  private final IntFunction<Optional<Accounting>> within;
  private final Function<Text, Optional<Outcome>> again;

  Listings(Accounting accounting, Account account) {
    this(accounting, account, _ -> Optional.empty(), _ -> Optional.empty());
  }

  /// @param accounting of the state after a listing
  /// @param within that after so many characters of it, where it can end there
  /// @param again runs another text in its place
  Listings(
      Accounting accounting,
      Account account,
      IntFunction<Optional<Accounting>> within,
      Function<Text, Optional<Outcome>> again) {
    this.accounting = accounting;
    this.account = account;
    this.within = within;
    this.again = again;
  }

  /// A listing of the code language that ran.
  Listing ran(Text code, Outcome outcome) {
    List<Piece> claims = new ArrayList<>();
    int observation = 0;
    Optional<LineValues> values = Optional.empty();
    for (Comment comment : outcome.comments()) {
      int from = comment.start() + code.value().substring(comment.start()).indexOf(comment.text());
      Text words = code.sub(from, from + comment.text().length());
      if (comment.claimsValue()) {
        Observation seen = outcome.observations().get(observation++);
        if (seen.seen().stream().anyMatch(it -> it.repr().equals("None"))) {
          values = values.or(() -> Optional.of(new LineValues(code, outcome, again)));
          seen = values.get().printed(code.value(), comment).orElse(seen);
        }
        claims.addAll(shift(observed(words, seen), from));
      } else {
        int before = account.findings().size();
        int claimed = account.claims().size();
        List<Piece> pieces = ofLine(words, code.value(), comment.start());
        if (account.findings().size() > before) {
          values = values.or(() -> Optional.of(new LineValues(code, outcome, again)));
          Optional<String> value = values.get().holds(code.value(), comment);
          if (value.isPresent()) {
            account.forget(before, claimed);
            pieces = given(words, words.value(), 0, value.get());
          }
        }
        claims.addAll(shift(pieces, from));
      }
    }
    List<Lexeme> lexemes = Lexeme.all(code);
    claims.addAll(new Strings(code, lexemes, outcome.output(), accounting).pieces());
    new Printed(code, outcome.code().body(), accounting).check();
    assertions(code, outcome.code().body());
    return new Listing(
        "python",
        Optional.empty(),
        lines(pieces(code, lexemes, claims)),
        output(outcome, code.span()));
  }

  /// A listing that a reader completes; it ran with its answer in it.
  Listing toComplete(Text code) {
    List<Lexeme> lexemes = Lexeme.all(code);
    List<Piece> claims = comments(code, lexemes);
    claims.addAll(new Strings(code, lexemes, "", accounting).pieces());
    return new Listing("python", Optional.empty(), lines(pieces(code, lexemes, claims)), List.of());
  }

  /// A piece of code within a text, which ran.
  List<Inline> piece(Text code) {
    List<Inline> inlines = new ArrayList<>();
    List<Lexeme> lexemes = Lexeme.all(code);
    for (Token token : pieces(code, lexemes, comments(code, lexemes))) {
      inlines.add(
          token.claim().isPresent()
              ? new Inline.Num(token.text(), token.claim().get())
              : new Inline.Str(token.text()));
    }
    return inlines;
  }

  /// The comments of code that runs for a question: a value of its line is compared with nothing
  /// there, so it has to have a standing like other words.
  private List<Piece> comments(Text code, List<Lexeme> lexemes) {
    List<Piece> claims = new ArrayList<>();
    for (Lexeme lexeme : lexemes) {
      if (lexeme.kind() == Lexeme.Kind.COMMENT) {
        int from = lexeme.start() + 1;
        claims.addAll(shift(comment(accounting, code.sub(from, lexeme.end()), ""), from));
      }
    }
    return claims;
  }

  /// The numerals of a comment, read a second time as the page will show it.
  private List<Piece> comment(Accounting accounting, Text words, String beside) {
    int before = account.findings().size();
    List<Piece> pieces = accounting.comment(words, beside);
    if (!pieces.isEmpty() && account.findings().size() == before) {
      boolean isCode =
          pieces.stream()
              .filter(it -> it.claim().isPresent())
              .allMatch(it -> Numeral.whole(it.text(), Notation.POINT).isPresent());
      SecondReading.of(
          accounting,
          account,
          Inlines.strings(words, 0, words.value().length(), pieces),
          words.span(),
          isCode ? Notation.POINT : accounting.notation(words));
    }
    return pieces;
  }

  /// Those of a comment at `start` of code that ran: of its own line, or of the next. What it says
  /// behind a line of names that get another value further down holds after that line.
  private List<Piece> ofLine(Text words, String code, int start) {
    int line = code.lastIndexOf('\n', start) + 1;
    String own = code.substring(line, start).strip();
    boolean isBehind = !own.isEmpty();
    String next =
        code.substring(start)
            .lines()
            .skip(1)
            .map(String::strip)
            .filter(it -> !it.startsWith("#"))
            .findFirst()
            .orElse("");
    boolean isAtMargin = isBehind && !Character.isWhitespace(code.charAt(line));
    Optional<Accounting> then =
        isAtMargin
                && Numeral.anyDigit(words.value())
                && isBound(names(words), code.substring(start))
            ? within.apply(start)
            : Optional.empty();
    int before = account.findings().size();
    int claimed = account.claims().size();
    List<Piece> pieces = comment(then.orElse(accounting), words, isBehind ? own : next);
    if (!isBehind && account.findings().size() > before) {
      pieces = inPassing(words, code, start, next, before, claimed).orElse(pieces);
    }
    if (then.isPresent()) {
      account.keep(claimed);
    } else if (isBehind && names(words).anyMatch(accounting::moves)) {
      account.reword(before, Listings::ofTheEnd);
    }
    boolean isValue = isBehind && Numeral.whole(words.value().strip(), Notation.POINT).isPresent();
    if (isValue) {
      account.reword(
          before,
          it ->
              it.code() == VerifyCode.UNACCOUNTED
                  ? it.help("if it is what this line gives, write # => " + words.value().strip())
                  : it);
    }
    return pieces;
  }

  /// What a comment in a line of its own says where it stands, or of what the statement below it
  /// makes of its names, which get other values further down; empty where it holds in neither.
  private Optional<List<Piece>> inPassing(
      Text words, String code, int start, String next, int before, int claimed) {
    if (!Numeral.anyDigit(words.value()) || !isBound(names(words), code.substring(start))) {
      return Optional.empty();
    }
    List<Finding> found = account.findings().subList(before, account.findings().size());
    List<Piece> none = List.of();
    for (int end : ends(code, start)) {
      Optional<Accounting> then = within.apply(end);
      account.forget(before, claimed);
      List<Piece> pieces = then.map(it -> comment(it, words, next)).orElse(none);
      if (then.isPresent() && account.findings().size() == before) {
        account.keep(claimed);
        return Optional.of(pieces);
      }
    }
    account.forget(before, claimed);
    found.forEach(account::report);
    return Optional.of(none);
  }

  /// Where the listing may end around a comment: before it, and after the statement below it.
  private static List<Integer> ends(String code, int start) {
    List<Integer> ends = new ArrayList<>();
    ends.add(start);
    Parser.program(Text.at(code, Span.at(SourceFile.of("", ""), 0))).body().stream()
        .filter(it -> it.start() > start)
        .findFirst()
        .ifPresent(it -> ends.add(it.end()));
    return ends;
  }

  /// Whether a listing gives one of the names a value: run twice, it gives it two.
  private static boolean isBound(Stream<String> names, String listing) {
    return names.anyMatch(Moving.NOTHING.then(listing).then(listing)::has);
  }

  /// The names in a comment, `w` of `2w` too.
  private static Stream<String> names(Text words) {
    return NAME.matcher(words.value()).results().map(MatchResult::group);
  }

  /// What a comment says of a name that goes on changing may well be so of its line.
  private static Finding ofTheEnd(Finding finding) {
    return finding.code() == VerifyCode.FALSE_STATEMENT || finding.code() == VerifyCode.FALSE_NUMBER
        ? finding
            .withoutFix()
            .help(
                "this comment is read when the listing has run; what its line gives each time is"
                    + " written `# => ` and the value")
        : finding;
  }

  /// `assert` and `check()` are claims of the listing. Those at its top have run, since it came to
  /// its end; of those inside of functions, loops and branches nothing is said.
  private void assertions(Text code, List<Stmt> body) {
    if (!code.value().contains("assert") && !code.value().contains("check(")) {
      return;
    }
    for (Stmt statement : body) {
      Optional<Expr> claim =
          switch (statement) {
            case Stmt.Assert assertion -> Optional.of(assertion.test());
            case Stmt.Expression it
                when it.value() instanceof Expr.Call call
                    && call.callee() instanceof Expr.Name name
                    && name.id().equals("check") ->
                Optional.of(call);
            default -> Optional.empty(); // a question about two shapes of many
          };
      if (claim.isPresent()) {
        Text source = code.sub(claim.get().start(), claim.get().end());
        account
            .entry(Ledger.Kind.CONDITION, Standing.CHECKED, source.span(), source.value())
            .expression(source.value())
            .value("True")
            .add();
      }
    }
  }

  /// A listing that is shown and not run; its numerals are plain.
  Listing notRun(Text code, String language, String reason) {
    String origin = "not run: " + reason;
    List<Token> tokens =
        language.equals("python") && isReadable(code)
            ? pieces(
                code,
                Lexeme.all(code),
                words(code, it -> accounting.marked(it, origin)),
                Standing.PLAIN,
                origin)
            : marked(code, origin);
    Direction.finding(code.value(), code.span()).ifPresent(account::report);
    return new Listing(language, Optional.of(reason), lines(tokens), List.of());
  }

  private List<Token> marked(Text code, String origin) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (Piece piece : accounting.marked(code, origin)) {
      plain(tokens, code.value().substring(at, piece.start()));
      tokens.add(new Token(Kind.NUMBER, piece.text(), piece.claim()));
      at = piece.end();
    }
    plain(tokens, code.value().substring(at));
    return tokens;
  }

  /// Whether all digits of code are in its lexemes.
  private static boolean isReadable(Text code) {
    int at = 0;
    boolean readable = true;
    for (Lexeme lexeme : Lexeme.all(code)) {
      readable &= !Numeral.anyDigit(code.value().substring(at, lexeme.start()));
      at = lexeme.end();
    }
    return readable && !Numeral.anyDigit(code.value().substring(at));
  }

  /// What `read` makes of each text and each comment of code.
  private static List<Piece> words(Text code, Function<Text, List<Piece>> read) {
    List<Piece> pieces = new ArrayList<>();
    for (Lexeme lexeme : Lexeme.all(code)) {
      if (lexeme.kind() == Lexeme.Kind.COMMENT || lexeme.kind() == Lexeme.Kind.STRING) {
        pieces.addAll(shift(read.apply(code.sub(lexeme.start(), lexeme.end())), lexeme.start()));
      }
    }
    return pieces;
  }

  private static void plain(List<Token> tokens, String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(Kind.PLAIN, text, Optional.empty()));
    }
  }

  private static List<Piece> shift(List<Piece> pieces, int by) {
    return pieces.stream()
        .map(p -> new Piece(0, p.start() + by, p.end() + by, p.text(), p.claim()))
        .toList();
  }

  /// `# => 6.0`: what the statement gave, each time that it ran.
  private List<Piece> observed(Text words, Observation observation) {
    Text wanted = words.sub(2, words.value().length());
    String text = wanted.value().strip();
    int offset = 2 + wanted.value().indexOf(text);
    Text place = words.sub(offset, offset + text.length());
    if (observation.seen().isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.NEVER_RAN,
                  place.span(),
                  observation.times() == 0
                      ? "this line gave no value, so # => claims nothing"
                      : "this line never ran")
              .help("put # => after an assignment or an expression that runs"));
      return List.of();
    }
    for (Observation.Seen seen : observation.seen()) {
      Fact fact = Facts.of(seen.value(), seen.repr());
      Optional<Finding> wrong =
          text.equals(seen.repr()) ? Optional.empty() : Expectations.comment(place, text, fact);
      if (wrong.isPresent()) {
        account.report(wrong.get());
        return List.of();
      }
    }
    if (observation.times() > observation.seen().size()) {
      account.report(
          Finding.error(
                  VerifyCode.NOT_CHECKABLE,
                  place.span(),
                  "this line ran "
                      + observation.times()
                      + " times, of which "
                      + observation.seen().size()
                      + " can be compared")
              .help("put # => after the loop, or use an assert inside of it"));
      return List.of();
    }
    State.Backing backing = State.Backing.NONE;
    for (Observation.Seen seen : observation.seen()) {
      State.Reply reply =
          Gradients.reply(
              Facts.of(seen.value(), seen.repr()),
              place.span(),
              "this line",
              seen.gradients(),
              true); // a sweep that passed a kink has its remark
      switch (reply) {
        case State.Reply.Given given -> backing = backing.and(given.backing());
        case State.Reply.Refused refused -> {
          refused.findings().forEach(account::report);
          return List.of();
        }
        case State.Reply.NotEvaluated _ -> throw new IllegalStateException();
      }
    }
    String value = observation.seen().get(observation.seen().size() - 1).repr();
    account
        .entry(Ledger.Kind.EXPECTATION, Standing.CHECKED, place.span(), text)
        .expression("# =>")
        .value(value)
        .backing(backing)
        .add();
    return given(place, text, offset, value);
  }

  /// The numerals of what a comment says that its line gave.
  private List<Piece> given(Text place, String text, int offset, String value) {
    List<Piece> pieces = new ArrayList<>();
    for (Numeral numeral : Numeral.scan(text, Notation.POINT)) {
      String id =
          account
              .entry(
                  Ledger.Kind.NUMERAL,
                  Standing.CHECKED,
                  place.span(numeral.start(), numeral.end()),
                  numeral.text())
              .expression("the value of this line")
              .value(value)
              .add();
      pieces.add(
          new Piece(
              0,
              numeral.start() + offset,
              numeral.end() + offset,
              numeral.text(),
              Optional.of(id)));
    }
    return pieces;
  }

  /// The tokens of a listing that ran.
  private List<Token> pieces(Text code, List<Lexeme> lexemes, List<Piece> claims) {
    Direction.finding(code.value(), code.span()).ifPresent(account::report);
    return pieces(code, lexemes, claims, Standing.GIVEN, "a literal in code that ran");
  }

  /// The tokens of a listing in order, blanks included, with the claims of its texts and comments.
  ///
  /// @param standing of its literals
  /// @param origin of that
  private List<Token> pieces(
      Text code, List<Lexeme> lexemes, List<Piece> claims, Standing standing, String origin) {
    List<Token> tokens = new ArrayList<>();
    String text = code.value();
    int at = 0;
    for (Lexeme lexeme : lexemes) {
      plain(tokens, text.substring(at, lexeme.start()));
      Kind kind =
          switch (lexeme.kind()) {
            case KEYWORD -> Kind.KEYWORD;
            case NAME -> Kind.NAME;
            case NUMBER -> Kind.NUMBER;
            case STRING -> Kind.STRING;
            case OPERATOR -> Kind.OPERATOR;
            case COMMENT -> Kind.COMMENT;
          };
      String source = text.substring(lexeme.start(), lexeme.end());
      if (kind == Kind.NUMBER) {
        String id =
            account
                .entry(
                    Ledger.Kind.NUMERAL, standing, code.span(lexeme.start(), lexeme.end()), source)
                .origin(origin)
                .add();
        tokens.add(new Token(kind, source, Optional.of(id)));
      } else {
        split(tokens, text, lexeme, kind, claims);
      }
      at = lexeme.end();
    }
    plain(tokens, text.substring(at));
    return tokens;
  }

  private static void split(
      List<Token> tokens, String text, Lexeme lexeme, Kind kind, List<Piece> claims) {
    int at = lexeme.start();
    for (Piece piece : claims) {
      if (piece.start() >= lexeme.start() && piece.end() <= lexeme.end()) {
        if (piece.start() > at) {
          tokens.add(new Token(kind, text.substring(at, piece.start()), Optional.empty()));
        }
        tokens.add(new Token(kind, piece.text(), piece.claim()));
        at = piece.end();
      }
    }
    if (at < lexeme.end()) {
      tokens.add(new Token(kind, text.substring(at, lexeme.end()), Optional.empty()));
    }
  }

  /// Tokens cut into lines; a token may run over several.
  private static List<Line> lines(List<Token> tokens) {
    List<Line> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token token : tokens) {
      String[] parts = token.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          lines.add(new Line(line));
          line = new ArrayList<>();
        }
        if (!parts[i].isEmpty()) {
          line.add(new Token(token.kind(), parts[i], token.claim()));
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(new Line(line));
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).tokens().isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /// What the program printed, its numerals computed; a gradient among them has its witnesses.
  private List<Line> output(Outcome outcome, Span place) {
    String printed = outcome.output();
    for (Outcome.Printed each : outcome.gradients()) {
      each.witnesses().stream()
          .filter(it -> it.agreement() == Witnesses.Agreement.DISAGREE)
          .flatMap(it -> Gradients.finding(place, "a gradient that is printed", it).stream())
          .forEach(account::report);
    }
    List<Token> tokens = new ArrayList<>();
    String[] all = printed.split("\n", -1);
    boolean cut = all.length > MAX_OUTPUT_LINES + 1;
    String text =
        cut ? String.join("\n", java.util.Arrays.copyOf(all, MAX_OUTPUT_LINES)) + "\n…" : printed;
    Direction.finding(text, place).ifPresent(account::report);
    PrintedGradients gradients = new PrintedGradients(outcome);
    int at = 0;
    for (Numeral numeral : Numeral.scan(text, Notation.POINT)) {
      plain(tokens, text.substring(at, numeral.start()));
      Account.Draft entry =
          account
              .entry(Ledger.Kind.NUMERAL, Standing.COMPUTED, place, numeral.text())
              .expression("printed by the program");
      gradients.at(numeral).map(Gradients::entry).ifPresent(entry::witnesses);
      tokens.add(new Token(Kind.NUMBER, numeral.text(), Optional.of(entry.add())));
      at = numeral.end();
    }
    plain(tokens, text.substring(at));
    return lines(tokens);
  }
}
