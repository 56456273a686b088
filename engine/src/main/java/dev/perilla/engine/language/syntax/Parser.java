package dev.perilla.engine.language.syntax;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From code to tree, always with the findings beside it; start here.
///
/// ```java
/// Parser.program(Text.of(file)).body();   // the statements that could be read
/// Parser.chains(Text.of(span));           // `c = a * b = 12` of a sentence
/// ```
public final class Parser {
  private static final int MAX_LENGTH = 1 << 20;

  private Parser() {}

  /// The tree of a listing; statements with a fault are left out of it, and each has its finding.
  public record Program(List<Stmt> body, List<Comment> comments, List<Finding> findings) {}

  /// The tree of one expression, if it could be read.
  public record Expression(Optional<Expr> tree, List<Finding> findings) {}

  /// Reads a listing.
  public static Program program(Text code) {
    String source = code.value();
    List<Finding> findings = new ArrayList<>();
    if (source.length() > MAX_LENGTH) {
      findings.add(finding(code, tooLong(source)));
      return new Program(List.of(), List.of(), findings);
    }
    Lexer lexer = new Lexer(source, 0, source.length(), Dialect.PROGRAM, false);
    lexer.run();
    Statements statements = new Statements(source, new Cursor(lexer.tokens(), false));
    List<Stmt> body = statements.program();
    if (!statements.faults().isEmpty()) {
      lexer.checkNumbers();
    }
    List<SyntaxFailure> faults = new ArrayList<>(lexer.faults());
    faults.removeIf(fault -> isSwallowed(source, lexer.faults(), fault));
    for (SyntaxFailure fault : statements.faults()) {
      faults.removeIf(bracket -> comesFirst(source, fault, bracket));
      if (!follows(source, faults, fault)) {
        faults.add(fault);
      }
    }
    for (SyntaxFailure fault : faults) {
      findings.add(finding(code, fault));
    }
    findings.sort(Finding.BY_PLACE);
    return new Program(body, List.copyOf(lexer.comments()), List.copyOf(findings));
  }

  /// Whether a bracket is open because a text that never ends has its other half.
  private static boolean isSwallowed(
      String source, List<SyntaxFailure> faults, SyntaxFailure bracket) {
    if (!bracket.text.endsWith("was never closed")) {
      return false;
    }
    char open = source.charAt(bracket.start);
    char close = open == '(' ? ')' : open == '[' ? ']' : '}';
    return faults.stream()
        .anyMatch(
            fault ->
                fault.text.startsWith("unterminated")
                    && fault.start > bracket.start
                    && source.substring(fault.start, fault.end).indexOf(close) >= 0);
  }

  /// Whether the parser failed before it came to the next line after a bracket that is left open.
  private static boolean comesFirst(String source, SyntaxFailure fault, SyntaxFailure bracket) {
    return bracket.text.endsWith("was never closed")
        && fault.reached >= bracket.start
        && fault.reached < source.length()
        && source.substring(bracket.start, fault.reached).indexOf('\n') < 0;
  }

  /// Whether the fault is on the line of one that the lexer found: one cause, one finding. An
  /// unclosed bracket swallows all that comes after it.
  private static boolean follows(String source, List<SyntaxFailure> lexical, SyntaxFailure fault) {
    for (SyntaxFailure earlier : lexical) {
      int from = Math.min(earlier.start, fault.start);
      int to = Math.min(source.length(), Math.max(earlier.start, fault.start));
      if (source.substring(from, to).indexOf('\n') < 0
          || (isEndless(earlier) && fault.end >= earlier.start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEndless(SyntaxFailure fault) {
    return fault.text.contains("never closed")
        || fault.text.startsWith("unterminated")
        || fault.code == LanguageCode.TOO_DEEP;
  }

  /// Reads one expression; a tuple may stand without brackets.
  public static Expression expression(Text code, Dialect dialect) {
    String source = code.value();
    try {
      Cursor cursor = new Cursor(lex(source, dialect), true);
      Expressions expressions = new Expressions(source, cursor, dialect, 0);
      Expr tree = expressions.many();
      if (!cursor.at(Token.Kind.END)) {
        throw cursor.fail("invalid syntax", "one expression has to stand here, nothing after it");
      }
      return new Expression(Optional.of(tree), List.of());
    } catch (SyntaxFailure fault) {
      return new Expression(Optional.empty(), List.of(finding(code, fault)));
    }
  }

  /// Reads a text as chains of sides and relations, several of them separated by commas,
  /// semicolons, line ends or wide space (two or more blanks, a tab). Never throws.
  public static Chain.Reading chains(Text code) {
    String source = code.value();
    try {
      return new Chain.Reading.Chains(
          new Chains(source, new Cursor(lex(source, Dialect.TEXT), true)).read());
    } catch (SyntaxFailure fault) {
      int end = source.length();
      String help = fault.help.isEmpty() ? "" : " (" + fault.help + ")";
      return new Chain.Reading.NoStatement(
          fault.said(code) + help, Math.min(fault.start, end), Math.min(fault.end, end));
    }
  }

  private static List<Token> lex(String source, Dialect dialect) {
    if (source.length() > MAX_LENGTH) {
      throw tooLong(source);
    }
    Lexer lexer = new Lexer(source, 0, source.length(), dialect, true);
    lexer.run();
    if (!lexer.faults().isEmpty()) {
      throw lexer.faults().get(0);
    }
    return lexer.tokens();
  }

  private static SyntaxFailure tooLong(String source) {
    return new SyntaxFailure(
        LanguageCode.TOO_DEEP,
        "the code is longer than " + MAX_LENGTH + " characters",
        "split it over several chapters",
        0,
        Math.min(1, source.length()));
  }

  static Finding finding(Text code, SyntaxFailure fault) {
    Finding finding =
        Finding.error(fault.code, code.span(fault.start, fault.end), fault.said(code));
    return finding.help(Advice.of(code.value(), fault));
  }
}
