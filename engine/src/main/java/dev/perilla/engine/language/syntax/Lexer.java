package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.number.Fractions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tokens with their offsets; comments are kept aside; indentation becomes tokens. Faults are
/// collected and lexing goes on. Cost: linear.
///
/// Long because all of it reads on from one place in the text: numbers, strings, f-strings and
/// indentation hand it to each other.
final class Lexer {
  static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private static final Set<String> OPERATORS =
      Set.of(
          "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
          "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":=", "+", "-", "*", "/", "%", "@",
          "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
  private static final int MAX_INDENT = 100;
  private static final int MAX_BRACKETS = 200;

  private final String source;
  private final int end;
  private final Dialect dialect;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<SyntaxFailure> faults = new ArrayList<>();
  private final List<Integer> brackets = new ArrayList<>(); // offsets of those open
  private final int[] indents = new int[MAX_INDENT + 1];
  private final int[] narrows = new int[MAX_INDENT + 1];
  private int indentDepth = 0;
  private int at;
  private int line = 1;
  private boolean mismatched = false; // whether a bracket was closed by one of another kind
  private final boolean inExpression;

  /// @param inExpression whether line ends and indentation mean nothing, as between brackets
  Lexer(String source, int from, int to, Dialect dialect, boolean inExpression) {
    this.source = source;
    this.at = from;
    this.end = to;
    this.dialect = dialect;
    this.inExpression = inExpression;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Comment> comments() {
    return comments;
  }

  List<SyntaxFailure> faults() {
    return faults;
  }

  /// Finds the numbers that are none, also where the parser does not come to.
  void checkNumbers() {
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.NUMBER) {
        try {
          Numerals.read(token);
        } catch (SyntaxFailure fault) {
          faults.add(fault);
        }
      }
    }
  }

  void run() {
    if (!inExpression) {
      if (at < end && source.charAt(at) == '\uFEFF') {
        at++;
      }
      indentation();
      int nothing = source.indexOf('\0', at);
      if (nothing >= 0) {
        fault("source code cannot contain null bytes", "take it away", nothing, nothing + 1);
        at = end;
      }
    }
    while (at < end) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\f' || (dialect == Dialect.TEXT && isBlank(c))) {
        at++;
      } else if (c == '\n' || c == '\r') {
        lineEnd();
      } else if (c == '#' && dialect == Dialect.PROGRAM) {
        comment();
      } else if (c == '\\' && (at + 1 == end || isLineEnd(source.charAt(at + 1)))) {
        int sign = at++;
        if (at < end) {
          skipLineEnd();
        }
        if (at == end && brackets.isEmpty()) {
          fault("unexpected EOF while parsing", "take the \\ away", sign, sign + 1);
        }
      } else {
        token(c);
      }
    }
    if (!brackets.isEmpty() && !inExpression && !mismatched) {
      int open = brackets.get(brackets.size() - 1);
      fault("'" + source.charAt(open) + "' was never closed", "", open, open + 1);
    }
    if (!inExpression) {
      if (!tokens.isEmpty() && last().kind() != Token.Kind.NEWLINE) {
        add(Token.Kind.NEWLINE, "", end, end);
      }
      while (indentDepth > 0) {
        indentDepth--;
        add(Token.Kind.DEDENT, "", end, end);
      }
    }
    add(Token.Kind.END, "", end, end);
  }

  static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u00A0'
        || c == '\u2009'
        || c == '\u202F'
        || c == '\u2007';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  private void add(Token.Kind kind, String text, int from, int to) {
    tokens.add(new Token(kind, text, from, to));
  }

  private void fault(String text, String help, int from, int to) {
    fault(text, help, from, to, -1);
  }

  private void fault(String text, String help, int from, int to, int named) {
    faults.add(
        new SyntaxFailure(LanguageCode.SYNTAX, text, help, from, Math.max(from, to)).naming(named));
  }

  private void skipLineEnd() {
    if (source.charAt(at) == '\r' && at + 1 < end && source.charAt(at + 1) == '\n') {
      at++;
    }
    at++;
    line++;
  }

  private void lineEnd() {
    int from = at;
    skipLineEnd();
    if (inExpression || !brackets.isEmpty()) {
      return;
    }
    if (!tokens.isEmpty()) {
      Token.Kind before = last().kind();
      if (before != Token.Kind.NEWLINE
          && before != Token.Kind.INDENT
          && before != Token.Kind.DEDENT) {
        add(Token.Kind.NEWLINE, "", from, from);
      }
    }
    indentation();
  }

  /// At the start of a line: its depth against the one before; blank and comment lines do not
  /// count.
  private void indentation() {
    int from = at;
    int column = 0;
    int narrow = 0; // as if a tab were one blank: what depends on the width of tabs is refused
    while (at < end) {
      char c = source.charAt(at);
      if (c == ' ') {
        column++;
        narrow++;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        narrow++;
      } else if (c == '\f') {
        column = 0;
        narrow = 0;
      } else {
        break;
      }
      at++;
    }
    if (at >= end || isLineEnd(source.charAt(at)) || source.charAt(at) == '#') {
      return;
    }
    if (column > indents[indentDepth]) {
      if (indentDepth == MAX_INDENT) {
        faults.add(
            new SyntaxFailure(
                LanguageCode.TOO_DEEP, "too many levels of indentation", "", from, at));
        at = end;
        return;
      }
      mixed(narrow <= narrows[indentDepth], from);
      indents[++indentDepth] = column;
      narrows[indentDepth] = narrow;
      add(Token.Kind.INDENT, "", from, at);
    } else {
      while (column < indents[indentDepth]) {
        indentDepth--;
        add(Token.Kind.DEDENT, "", at, at);
      }
      if (column != indents[indentDepth]) {
        faults.add(
            new SyntaxFailure(
                LanguageCode.INDENTATION,
                "unindent does not match any outer indentation level",
                "give this line the indentation of the block that it belongs to",
                from,
                at));
      } else {
        mixed(narrow != narrows[indentDepth], from);
      }
    }
  }

  private void mixed(boolean inconsistent, int from) {
    if (inconsistent) {
      faults.add(
          new SyntaxFailure(
              LanguageCode.INDENTATION,
              "inconsistent use of tabs and spaces in indentation",
              "indent with blanks alone, four to a level",
              from,
              at));
    }
  }

  private void comment() {
    int from = at;
    while (at < end && !isLineEnd(source.charAt(at))) {
      at++;
    }
    int to = at;
    while (to > from + 1 && source.charAt(to - 1) <= ' ') {
      to--;
    }
    comments.add(new Comment(source.substring(from + 1, to).strip(), from, to, line));
  }

  private void token(char c) {
    if (isDigit(c) || (c == '.' && at + 1 < end && isDigit(source.charAt(at + 1)))) {
      number();
    } else if (c == '"' || c == '\'') {
      string(at);
    } else if (isNameStart(source.codePointAt(at))) {
      name();
    } else {
      operator(c);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(char c, int radix) {
    return c == '_' || (c < 128 && Character.digit(c, radix) >= 0);
  }

  static boolean isNameStart(int point) {
    return point == '_'
        || (point < 128
            ? (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z')
            : Character.isLetter(point) || Character.getType(point) == Character.LETTER_NUMBER);
  }

  static boolean isNamePart(int point) {
    return isNameStart(point)
        || (point >= '0' && point <= '9')
        || (point >= 128
            && (Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER));
  }

  private void name() {
    int from = at;
    while (at < end && isNamePart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    String word = source.substring(from, at);
    if (at < end && (source.charAt(at) == '"' || source.charAt(at) == '\'') && isPrefix(word)) {
      string(from);
      return;
    }
    String index = dialect == Dialect.TEXT ? subscript() : "";
    boolean keyword = index.isEmpty() && KEYWORDS.contains(word);
    String name = normal(word) + index;
    add(keyword ? Token.Kind.KEYWORD : Token.Kind.NAME, name, from, at);
  }

  /// As Python knows a name: `ﬁ` is `fi`, and the sign of micro is a Greek letter.
  private static String normal(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC);
      }
    }
    return word;
  }

  /// `x₁` of a text is the name `x1`.
  private String subscript() {
    StringBuilder digits = new StringBuilder();
    while (at < end && SUBSCRIPTS.indexOf(source.charAt(at)) >= 0) {
      digits.append(SUBSCRIPTS.indexOf(source.charAt(at++)));
    }
    return digits.toString();
  }

  private static boolean isPrefix(String word) {
    if (word.length() > 2) {
      return false;
    }
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    return switch (lower) {
      case "r", "u", "f", "b", "rf", "fr", "br", "rb" -> true;
      case String other -> false;
    };
  }

  private void number() {
    int from = at;
    if (source.charAt(at) == '0' && at + 1 < end && "xXoObB".indexOf(source.charAt(at + 1)) >= 0) {
      int radix = "xX".indexOf(source.charAt(at + 1)) >= 0 ? 16 : 10;
      at += 2;
      while (at < end && isDigit(source.charAt(at), radix)) {
        at++;
      }
      while (at < end && isNamePart(source.charAt(at)) && !isWordNext()) {
        at++;
      }
    } else {
      digits();
      if (at < end && source.charAt(at) == '.') {
        at++;
        digits();
      }
      if (at < end && (source.charAt(at) == 'e' || source.charAt(at) == 'E')) {
        int mark = at++;
        if (at < end && (source.charAt(at) == '+' || source.charAt(at) == '-')) {
          at++;
        }
        if (at < end && isDigit(source.charAt(at))) {
          digits();
        } else {
          at = mark;
        }
      }
      if (dialect == Dialect.TEXT && endOfNumber(from)) {
        return;
      }
      while (dialect == Dialect.PROGRAM
          && at < end
          && isNamePart(source.codePointAt(at))
          && !isWordNext()) {
        at += Character.charCount(source.codePointAt(at));
      }
    }
    add(Token.Kind.NUMBER, source.substring(from, at), from, at);
  }

  /// Whether a keyword follows the digits without a space, `1if x else 2`, which Python still
  /// reads.
  private boolean isWordNext() {
    for (String word : AFTER_NUMBER) {
      if (source.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] AFTER_NUMBER = {
    "and", "else", "for", "if", "in", "is", "or", "not"
  };

  /// `3½`, and `0.666…`, whose digits go on; in texts.
  private boolean endOfNumber(int from) {
    String number = source.substring(from, at);
    if (at < end && Fractions.is(source.charAt(at)) && number.indexOf('.') < 0) {
      add(Token.Kind.NUMBER, source.substring(from, at + 1), from, ++at);
      return true;
    }
    int dots = source.startsWith("…", at) ? 1 : source.startsWith("...", at) ? 3 : 0;
    if (dots == 0 || at + dots > end || number.indexOf('.') < 0 || number.endsWith(".")) {
      return false;
    }
    add(Token.Kind.NUMBER, number, from, at + dots);
    at += dots;
    return true;
  }

  private void digits() {
    while (at < end && (isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
      at++;
    }
  }

  private void string(int from) {
    char quote = source.charAt(at);
    boolean triple =
        at + 2 < end && source.charAt(at + 1) == quote && source.charAt(at + 2) == quote;
    at += triple ? 3 : 1;
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < end) {
        at++;
        if (isLineEnd(source.charAt(at))) {
          skipLineEnd();
        } else {
          at++;
        }
      } else if (c == quote && !triple) {
        at++;
        add(Token.Kind.STRING, source.substring(from, at), from, at);
        return;
      } else if (c == quote
          && at + 2 < end
          && source.charAt(at + 1) == quote
          && source.charAt(at + 2) == quote) {
        at += 3;
        add(Token.Kind.STRING, source.substring(from, at), from, at);
        return;
      } else if (isLineEnd(c)) {
        if (!triple) {
          break;
        }
        skipLineEnd();
      } else {
        at++;
      }
    }
    int last = at == end && at > from && isLineEnd(source.charAt(at - 1)) ? at - 1 : at;
    fault(
        "unterminated "
            + (triple ? "triple-quoted " : "")
            + "string literal (detected at line {line})",
        "close it with " + (triple ? ("" + quote).repeat(3) : quote),
        from,
        at,
        last);
    add(Token.Kind.STRING, "''", from, at);
  }

  private void operator(char c) {
    if (dialect == Dialect.TEXT && textSign(c)) {
      return;
    }
    int longest = 1;
    while (longest < 3
        && at + longest < end
        && "=*/<>.".indexOf(source.charAt(at + longest)) >= 0) {
      longest++;
    }
    for (int length = longest; length > 0; length--) {
      String operator = source.substring(at, at + length);
      if (OPERATORS.contains(operator)) {
        bracket(operator);
        add(Token.Kind.OPERATOR, operator, at, at + length);
        at += length;
        return;
      }
    }
    int point = source.codePointAt(at);
    int length = Character.charCount(point);
    String sign = source.substring(at, at + length);
    if (c == '!') {
      boolean converts =
          at + 1 < end
              && "rsa".indexOf(source.charAt(at + 1)) >= 0
              && (at + 2 == end || !Character.isLetterOrDigit(source.charAt(at + 2)));
      fault(
          "invalid syntax",
          converts
              ? "!r belongs in an f-string: f'{x!r}'; or write repr(x)"
              : "write not x, or x != y",
          at,
          at + 1);
    } else if (c == '\\') {
      fault("unexpected character after line continuation character", "", at, at + 1);
    } else {
      String ascii = ascii(point);
      fault(
          point < 128
              ? "invalid syntax"
              : "invalid character '" + sign + "' (U+" + hex(point) + ")",
          ascii.isEmpty() ? "" : "write " + ascii,
          at,
          at + length);
    }
    at += length;
  }

  private static String ascii(int point) {
    return switch (point) {
      case '×', '·' -> "*";
      case '÷' -> "/";
      case '−', '–', '—' -> "-";
      case '“', '”', '«', '»' -> "\"";
      case '‘', '’' -> "'";
      case '≤' -> "<=";
      case '≥' -> ">=";
      case '≠' -> "!=";
      case '²' -> "**2";
      case '³' -> "**3";
      case '½' -> "1/2";
      case '⅓' -> "1/3";
      case '¼' -> "1/4";
      case '¾' -> "3/4";
      default -> "";
    };
  }

  private static String hex(int point) {
    String digits = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /// `x²`, `10⁻³`: a power, whose exponent is written above the line.
  private boolean superscript() {
    int digits = at < end && source.charAt(at) == '⁻' ? at + 1 : at;
    int to = digits;
    StringBuilder exponent = new StringBuilder();
    while (to < end && SUPERSCRIPTS.indexOf(source.charAt(to)) >= 0) {
      exponent.append(SUPERSCRIPTS.indexOf(source.charAt(to)));
      to++;
    }
    if (to == digits) {
      return false;
    }
    add(Token.Kind.OPERATOR, "**", at, digits);
    if (digits > at) {
      add(Token.Kind.OPERATOR, "-", at, digits);
    }
    add(Token.Kind.NUMBER, exponent.toString(), digits, to);
    at = to;
    return true;
  }

  private boolean textSign(char c) {
    if (superscript()) {
      return true;
    }
    if (Fractions.is(c)) {
      add(Token.Kind.NUMBER, String.valueOf(c), at, ++at);
      return true;
    }
    boolean isFactorial = c == '!' && !(at + 1 < end && source.charAt(at + 1) == '=');
    String sign = isFactorial ? "!" : Signs.of(c);
    if (sign.isEmpty()) {
      return false;
    }
    add(Token.Kind.OPERATOR, sign, at, at + 1);
    at++;
    return true;
  }

  private void bracket(String operator) {
    char c = operator.charAt(0);
    if (operator.length() != 1) {
      return;
    }
    if (c == '(' || c == '[' || c == '{') {
      brackets.add(at);
      if (brackets.size() > MAX_BRACKETS) {
        faults.add(
            new SyntaxFailure(
                LanguageCode.TOO_DEEP,
                "too many nested parentheses",
                "give the inner ones a name before",
                at,
                at + 1));
        at = end - operator.length();
        brackets.clear();
      }
    } else if (c == ')' || c == ']' || c == '}') {
      if (brackets.isEmpty()) {
        if (!inExpression) {
          fault("unmatched '" + c + "'", "", at, at + 1);
        }
        return;
      }
      int opened = brackets.removeLast();
      char open = source.charAt(opened);
      if ((open == '(' && c != ')') || (open == '[' && c != ']') || (open == '{' && c != '}')) {
        boolean sameLine = source.substring(opened, at).indexOf('\n') < 0;
        fault(
            "closing parenthesis '"
                + c
                + "' does not match opening parenthesis '"
                + open
                + (sameLine ? "'" : "' on line {line}"),
            "",
            at,
            at + 1,
            opened);
        mismatched = true;
      }
    }
  }
}
