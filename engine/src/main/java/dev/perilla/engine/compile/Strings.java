package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Typed;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The strings of a listing, whose words reach readers: what `print` is given, what was printed as
/// it stands, and what has words beside its number. Keys, file names and data that nothing prints
/// are no words. What an f-string puts in is a listing of its own.
final class Strings {
  /// Stands for what is put in, one for each character of the source.
  private static final char GAP = '\uFFFC';

  private static final Pattern FORMATTED = Pattern.compile("(?i)r?fr?['\"]");
  private static final Pattern OPENING =
      Pattern.compile("(?<prefix>[A-Za-z]*)(?<quote>\"\"\"|'''|\"|')");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x..|u....|U........|[0-7]{1,3}|(?s:.))");
  private static final Pattern PERCENT = Pattern.compile("%[-+ #0]*[\\d.]*[a-zA-Z]");
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
  private static final Pattern MARK = Pattern.compile("#\\s*plain\\s*$");

  private final Text code;
  private final Accounting accounting;
  private final List<Lexeme> lexemes;
  private final String output;
  private final Set<String> printed = new HashSet<>(); // the numerals of the output
  private final List<Field> fields = new ArrayList<>();

  /// @param lexemes all of the code
  /// @param output what it printed
  Strings(Text code, List<Lexeme> lexemes, String output, Accounting accounting) {
    this.code = code;
    this.lexemes = lexemes;
    this.output = output;
    this.accounting = accounting;
    Numeral.scan(output, Notation.POINT).forEach(it -> printed.add(it.text()));
    for (int i = 0; i < lexemes.size(); i++) {
      if (lexemes.get(i).kind() == Lexeme.Kind.STRING && FORMATTED.matcher(source(i)).lookingAt()) {
        fields(i);
      }
    }
  }

  /// An expression that the f-string `of` puts in: a listing within the listing, from `start` on.
  private record Field(Strings code, int of, int start) {}

  private void fields(int literal) {
    Text text = code.sub(lexemes.get(literal).start(), lexemes.get(literal).end());
    if (Parser.expression(text, Dialect.PROGRAM).tree().orElse(null) instanceof Expr.FString read) {
      fields(read, literal);
    }
  }

  private void fields(Expr.FString read, int literal) {
    for (Expr.Part part : read.parts()) {
      if (part instanceof Expr.Part.Field field) {
        int start = lexemes.get(literal).start() + field.value().start();
        Text value = code.sub(start, lexemes.get(literal).start() + field.value().end());
        fields.add(
            new Field(new Strings(value, Lexeme.all(value), output, accounting), literal, start));
      }
    }
  }

  /// Words of a string as a reader sees them, offsets into the code.
  ///
  /// @param isPrinted whether it is an argument of `print`
  /// @param marked whether the comment `# plain` ends its line
  /// @param alone whether they are a statement by themselves, as what a function says of itself
  private record Words(
      int start, int end, String text, boolean isPrinted, boolean marked, boolean alone) {
    /// Those of a field, in the string that puts it in.
    Words moved(int by) {
      return new Words(start + by, end + by, text, isPrinted, marked, false);
    }

    /// What stands alone is read line by line.
    List<Words> lines() {
      if (!alone) {
        return List.of(this);
      }
      List<Words> lines = new ArrayList<>();
      int from = 0;
      for (String line : text.split("\n", -1)) {
        lines.add(
            new Words(start + from, start + from + line.length(), line, isPrinted, marked, true));
        from += line.length() + 1;
      }
      return lines;
    }
  }

  /// The numerals of all strings, with offsets into the code.
  List<Piece> pieces() {
    if (lexemes.stream().noneMatch(it -> it.kind() == Lexeme.Kind.STRING)) {
      return List.of();
    }
    List<Words> all = words(false);
    Set<Integer> counting = counting(all);
    Typed.Known known = accounting.known(literals(), Moving.NOTHING.then(code.value()).names());
    List<Piece> pieces = new ArrayList<>();
    for (Words words : all.stream().flatMap(it -> it.lines().stream()).toList()) {
      Text content = code.sub(words.start(), words.end()).reading(words.text());
      Optional<String> free =
          words.marked()
              ? Optional.of("marked plain")
              : isRead(words) ? Optional.empty() : Optional.of("a string that is not printed");
      boolean isStatement =
          words.alone()
              && free.isEmpty()
              && Numeral.anyDigit(words.text())
              && accounting.states(content);
      for (Piece piece :
          isStatement
              ? accounting.comment(content, "")
              : accounting.typed(
                  content, known, free, at -> counting.contains(words.start() + at))) {
        pieces.add(
            new Piece(
                0,
                piece.start() + words.start(),
                piece.end() + words.start(),
                piece.text(),
                piece.claim()));
      }
    }
    return pieces;
  }

  private boolean isRead(Words words) {
    String text = words.text().strip();
    return words.isPrinted()
        || words.alone()
        || (WORD.matcher(text).find() && text.indexOf(' ') >= 0)
        || (text.length() > 1 && (printed.contains(text) || isPrinted(text)));
  }

  /// Whether the output has a text of a number and more as it stands.
  private boolean isPrinted(String text) {
    if (!Numeral.anyDigit(text)) {
      return false;
    }
    for (int at = output.indexOf(text); at >= 0; at = output.indexOf(text, at + 1)) {
      boolean ofName = at > 0 && Numeral.isWord(output.charAt(at - 1));
      if (!ofName && !runsOn(output, at) && !runsOn(output, at + text.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a numeral goes on from one side of a place to the other.
  private static boolean runsOn(String text, int at) {
    return at > 0
        && at < text.length()
        && isOfNumeral(text.charAt(at - 1))
        && isOfNumeral(text.charAt(at));
  }

  private static boolean isOfNumeral(char c) {
    return Character.isDigit(c) || c == '.';
  }

  /// @param given whether `print` is given what stands there
  private List<Words> words(boolean given) {
    List<Words> all = new ArrayList<>();
    Deque<Boolean> brackets = new ArrayDeque<>(List.of(given)); // whether print is given the inside
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      String source = source(i);
      if (lexeme.kind() == Lexeme.Kind.OPERATOR) {
        if ("([{".contains(source)) {
          boolean isIndex = source.equals("[") && i > 0 && isOperand(i - 1);
          boolean isCall = source.equals("(") && i > 0 && source(i - 1).equals("print");
          brackets.push(isCall || (!isIndex && !brackets.isEmpty() && brackets.peek()));
        } else if (")]}".contains(source) && !brackets.isEmpty()) {
          brackets.pop();
        }
      } else if (lexeme.kind() == Lexeme.Kind.STRING) {
        boolean printed = !brackets.isEmpty() && brackets.peek();
        add(lexeme, source, i, printed, brackets.size() == 1 && isAlone(i), all);
        for (Field field : fields) {
          if (field.of() == i) {
            field.code().words(printed).forEach(it -> all.add(it.moved(field.start())));
          }
        }
      }
    }
    return all;
  }

  private String source(int i) {
    return code.value().substring(lexemes.get(i).start(), lexemes.get(i).end());
  }

  /// Whether a bracket after it asks for an item.
  private boolean isOperand(int i) {
    return lexemes.get(i).kind() == Lexeme.Kind.NAME || ")]".contains(source(i));
  }

  /// Whether the string is a key: of a mapping, or in brackets behind a name.
  private boolean isKey(int i) {
    boolean isIndex = i > 1 && source(i - 1).equals("[") && isOperand(i - 2);
    return isIndex || (i + 1 < lexemes.size() && source(i + 1).equals(":"));
  }

  private void add(
      Lexeme lexeme, String source, int i, boolean printed, boolean alone, List<Words> all) {
    Matcher opening = OPENING.matcher(source);
    if (!opening.lookingAt()) {
      return;
    }
    int from = opening.end();
    int to = Math.max(from, source.length() - opening.group("quote").length());
    String prefix = opening.group("prefix").toLowerCase(java.util.Locale.ROOT);
    String text = source.substring(from, to);
    if (!prefix.contains("r")) {
      text = ESCAPE.matcher(text).replaceAll(it -> shown(it.group()));
    }
    String next = i + 1 < lexemes.size() ? source(i + 1) : "";
    if (prefix.contains("f")) {
      text = withoutFields(text);
    } else if (next.equals("%")) {
      text = blanked(PERCENT, text, GAP);
    } else if (next.equals(".")) {
      text = blanked(BRACES, text, GAP);
    }
    if (isKey(i) && !(WORD.matcher(text).find() && isPrinted(text.strip()))) {
      return;
    }
    boolean marked = MARK.matcher(restOfLine(i)).find();
    int start = lexeme.start() + from;
    int end = lexeme.start() + to;
    if (isJoined(text, i, -1)) {
      text = GAP + text;
      start--;
    }
    if (isJoined(text, i, 1)) {
      text += GAP;
      end++;
    }
    all.add(new Words(start, end, text, printed, marked, alone));
  }

  /// Whether a string outside of brackets is a statement by itself: nothing of its lines belongs to
  /// another lexeme, but for the colon of a head before it.
  private boolean isAlone(int string) {
    int before = beside(string, -1);
    int after = beside(string, 1);
    return (before < 0 || ";:".contains(source(before)) || isNewLine(before, string))
        && (after < 0 || source(after).equals(";") || isNewLine(string, after));
  }

  private boolean isNewLine(int one, int next) {
    return code.value().substring(lexemes.get(one).end(), lexemes.get(next).start()).contains("\n");
  }

  /// Whether what is added to the string on one side makes a numeral at its edge another one: the
  /// string beside it, or a value where the output does not have the numeral as it stands.
  private boolean isJoined(String text, int string, int side) {
    int at = side < 0 ? 0 : text.length() - 1;
    if (text.isEmpty() || !isOfNumeral(text.charAt(at))) {
      return false;
    }
    int beside = beside(string, side);
    boolean isSum = beside >= 0 && source(beside).equals("+");
    int other = isSum ? beside(beside, side) : beside;
    if (other >= 0 && lexemes.get(other).kind() == Lexeme.Kind.STRING) {
      char edge = edge(source(other), side);
      return isOfNumeral(edge) || edge == '{' || edge == '}';
    }
    List<Numeral> numerals = Numeral.scan(text, Notation.POINT);
    return isSum
        && !numerals.isEmpty()
        && !printed.contains((side < 0 ? numerals.getFirst() : numerals.getLast()).text());
  }

  /// The last character of a string literal's content, where it stands before another, or the
  /// first.
  private static char edge(String literal, int side) {
    Matcher opening = OPENING.matcher(literal);
    int from = opening.lookingAt() ? opening.end() : 0;
    int to = literal.length() - (from > 0 ? opening.group("quote").length() : 0);
    return from < to ? literal.charAt(side < 0 ? to - 1 : from) : ' ';
  }

  /// The lexeme before or after one, comments and ends of lines passed over; -1 if there is none.
  private int beside(int i, int side) {
    int at = i + side;
    while (at >= 0 && at < lexemes.size() && lexemes.get(at).kind() == Lexeme.Kind.COMMENT) {
      at += side;
    }
    return at < lexemes.size() ? at : -1;
  }

  /// The comment in the line in which a string ends; empty where it has none.
  private String restOfLine(int string) {
    int end = code.value().indexOf('\n', lexemes.get(string).end());
    int last = end < 0 ? code.value().length() : end;
    for (int i = string + 1; i < lexemes.size() && lexemes.get(i).start() < last; i++) {
      if (lexemes.get(i).kind() == Lexeme.Kind.COMMENT) {
        return source(i);
      }
    }
    return "";
  }

  /// What a reader sees of an escape, in as many characters: of a digit the digit, beside what
  /// makes every number another one, since it stands for more than it shows.
  private static String shown(String escape) {
    String rest = escape.substring(1);
    int point = ' ';
    if (rest.matches("x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U0{3}[0-9a-fA-F]{5}")) {
      point = Integer.parseInt(rest.substring(1), 16);
    } else if (rest.matches("[0-7]{1,3}")) {
      point = Integer.parseInt(rest, 8);
    }
    return Character.isDigit(point)
        ? Character.digit(point, 10) + String.valueOf(GAP).repeat(rest.length())
        : " ".repeat(escape.length());
  }

  private static String blanked(Pattern pattern, String text, char with) {
    return pattern
        .matcher(text)
        .replaceAll(it -> String.valueOf(with).repeat(it.end() - it.start()));
  }

  /// The literal parts of an f-string: `{{` is a brace, `{x:.2f}` is put in.
  private static String withoutFields(String text) {
    StringBuilder out = new StringBuilder(text);
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && (text.startsWith("{{", i) || text.startsWith("}}", i))) {
        out.setCharAt(i, ' ');
        out.setCharAt(++i, ' ');
        continue;
      }
      depth += c == '{' ? 1 : 0;
      if (depth > 0) {
        out.setCharAt(i, GAP);
      }
      depth -= c == '}' && depth > 0 ? 1 : 0;
    }
    return out.toString();
  }

  /// Where numerals stand that count on from each other, behind the same words: "step 1", "step 2".
  private static Set<Integer> counting(List<Words> all) {
    Map<String, Integer> last = new HashMap<>();
    Map<String, BigDecimal> at = new HashMap<>();
    Set<Integer> counting = new HashSet<>();
    for (Words words : all) {
      List<Numeral> numerals = Numeral.scan(words.text(), Notation.POINT);
      if (numerals.isEmpty()) {
        continue;
      }
      Numeral numeral = numerals.getFirst();
      String before = words.text().substring(0, numeral.start());
      Optional<BigDecimal> value = numeral.value().filter(it -> numeral.exact());
      if (value.isEmpty() || Numeral.anyDigit(before)) {
        continue;
      }
      BigDecimal previous = at.put(before, value.get());
      Integer place = last.put(before, words.start() + numeral.start());
      if (previous != null
          && place != null
          && previous.add(BigDecimal.ONE).compareTo(value.get()) == 0) {
        counting.add(place);
        counting.add(words.start() + numeral.start());
      }
    }
    return counting;
  }

  /// The numbers that the code has, those in the fields of its strings among them.
  private List<BigDecimal> literals() {
    List<BigDecimal> literals = new ArrayList<>();
    for (int i = 0; i < lexemes.size(); i++) {
      if (lexemes.get(i).kind() == Lexeme.Kind.NUMBER) {
        add(source(i), literals);
        if (i > 0 && source(i - 1).equals("-")) {
          add("-" + source(i), literals);
        }
      }
    }
    fields.forEach(it -> literals.addAll(it.code().literals()));
    return literals;
  }

  private static void add(String source, List<BigDecimal> literals) {
    for (Numeral numeral : Numeral.scan(source.replace("_", ""), Notation.POINT)) {
      numeral.value().ifPresent(literals::add);
    }
  }
}
