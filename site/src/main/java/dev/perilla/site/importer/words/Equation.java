package dev.perilla.site.importer.words;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `q = x + y = -2 + 5 = 3`, found in a text: sides and the relations between them.
///
/// It is long because finding its ends, its sides and its numerals goes along the same signs.
///
/// @param sides at least two
/// @param relations one fewer, in the notation of the code language
public record Equation(List<Side> sides, List<String> relations) {
  private static final Pattern POWER_OF_E = Pattern.compile("(?U)(?<![\\w.])e\\*\\*");
  private static final Pattern OPERAND = Pattern.compile("(?U)-?[\\w.]+(?!\\()");

  public Equation {
    sides = List.copyOf(sides);
    relations = List.copyOf(relations);
  }

  /// What a side is made of.
  public enum Form {
    /// a name alone
    NAME,
    /// a number alone
    NUMBER,
    /// numbers and operators
    ARITHMETIC,
    /// with names in it
    FORMULA
  }

  /// @param code in the notation of the code language
  /// @param names that it uses, functions left out
  public record Side(List<Token> tokens, String code, Form form, Set<String> names) {
    public Side {
      tokens = List.copyOf(tokens);
      names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /// Where it begins, a 0-based offset in the text.
    public int start() {
      return tokens.getFirst().start();
    }

    /// Behind its last sign.
    public int end() {
      return tokens.getLast().end();
    }

    /// Whether a bracket opens after a name that it multiplies: `a(1 - a)`.
    private static boolean isFactor(List<Token> tokens, int open) {
      Token name = tokens.get(open - 1);
      if (!tokens.get(open).is(Kind.OPEN)
          || !name.is(Kind.NAME)
          || name.end() != tokens.get(open).start()) {
        return false;
      }
      int depth = 0;
      for (int i = open; i < tokens.size(); i++) {
        depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
        if (depth == 0) {
          return false;
        }
        if (tokens.get(i).is(Kind.NAME) && tokens.get(i).code().equals(name.code())) {
          return true;
        }
      }
      return false;
    }

    /// Whether a function stands before a number or a name that it is of, without brackets.
    private static boolean isApplied(List<Token> tokens, int at) {
      boolean calls = // `ln f(x)`, and `sin x²`, of which nobody knows what is squared
          at + 2 < tokens.size()
              && (tokens.get(at + 2).is(Kind.OPEN) || tokens.get(at + 2).code().startsWith("**"))
              && tokens.get(at + 1).end() == tokens.get(at + 2).start();
      return at + 1 < tokens.size()
          && tokens.get(at).is(Kind.NAME)
          && Signs.FUNCTIONS.containsKey(tokens.get(at).code())
          && (tokens.get(at + 1).is(Kind.NUMBER) || tokens.get(at + 1).is(Kind.NAME))
          && tokens.get(at).end() + 1 == tokens.get(at + 1).start()
          && tokens.get(at).group() == tokens.get(at + 1).group()
          && !calls;
    }

    /// Of code that a program has.
    public static Optional<Side> of(String code) {
      return of(Scan.code(code).tokens().stream().filter(it -> !it.is(Kind.STOP)).toList());
    }

    /// `e**(-z)` or `e**-0.5`, a power of Euler's number, as the program has it: `exp(-z)`.
    private static String exponential(String source) {
      String code = source;
      Matcher power = POWER_OF_E.matcher(code);
      int from = 0;
      while (power.find(from)) {
        int start = power.end();
        int end = start;
        if (start < code.length() && code.charAt(start) == '(') {
          int depth = 0;
          do {
            depth += code.charAt(end) == '(' ? 1 : code.charAt(end) == ')' ? -1 : 0;
            end++;
          } while (end < code.length() && depth > 0);
        } else {
          Matcher operand = OPERAND.matcher(code).region(start, code.length());
          end = operand.lookingAt() ? operand.end() : start;
        }
        String exponent = code.substring(start, end);
        from = power.end();
        boolean number =
            exponent.matches("\\(?(?:-|\\w+\\().*|[\\d.]*\\.\\d+"); // no square of a name
        if (number || !Equation.names(exponent).isEmpty()) {
          boolean bracketed = exponent.startsWith("(");
          code =
              code.substring(0, power.start())
                  + (bracketed ? "exp" + exponent : "exp(" + exponent + ")")
                  + code.substring(end);
          from = power.start() + 3;
          power = POWER_OF_E.matcher(code);
        }
      }
      return code;
    }

    /// What tokens say as code, empty where they are no expression.
    public static Optional<Side> of(List<Token> tokens) {
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (i > 0 && (Finder.multiplies(tokens.get(i - 1), token) || isFactor(tokens, i))) {
          code.append(" * ");
        }
        if (token.code().equals("√")) { // `√0.862` is `sqrt(0.862)`
          boolean bare = i + 1 < tokens.size() && !tokens.get(i + 1).is(Kind.OPEN);
          code.append(bare ? "sqrt(" + tokens.get(++i).code() + ")" : "sqrt");
          continue;
        }
        if (isApplied(tokens, i)) { // `ln 5` is `ln(5)`
          code.append(token.code()).append('(').append(tokens.get(++i).code()).append(')');
          continue;
        }
        boolean spaced = token.is(Kind.OPERATOR) && !token.code().startsWith("**");
        code.append(spaced ? " " + token.code() + " " : token.code());
      }
      String source =
          code.toString().strip().replaceAll("(^|[(*/,+-] ?) - ", "$1-").replace("  ", " ");
      source = source.startsWith("- ") ? "-" + source.substring(2) : source;
      source = exponential(source);
      Optional<Expr> tree =
          Parser.expression(text(source), Dialect.TEXT)
              .tree()
              .filter(it -> !(it instanceof Expr.TupleOf));
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      Set<String> names = Equation.names(source);
      boolean number =
          tree.get() instanceof Expr.Num
              || (tree.get() instanceof Expr.Unary unary && unary.operand() instanceof Expr.Num);
      boolean function = tokens.stream().anyMatch(it -> Signs.FUNCTIONS.containsKey(it.code()));
      Form form =
          tree.get() instanceof Expr.Name
              ? Form.NAME
              : number
                  ? Form.NUMBER
                  : names.isEmpty() || (names.isEmpty() && function)
                      ? Form.ARITHMETIC
                      : Form.FORMULA;
      return Optional.of(new Side(tokens, source, form, names));
    }
  }

  /// Where it begins, a 0-based offset in the text.
  public int start() {
    return sides.getFirst().start();
  }

  /// Behind its last sign.
  public int end() {
    return sides.getLast().end();
  }

  /// In the notation of the code language.
  public String code() {
    StringBuilder code = new StringBuilder(sides.getFirst().code());
    for (int i = 0; i < relations.size(); i++) {
      code.append(' ').append(relations.get(i)).append(' ').append(sides.get(i + 1).code());
    }
    return code.toString();
  }

  /// Whether an equation is all that stands between two places of a text.
  public static boolean isWhole(Equation equation, String text, int start, int end) {
    return text.substring(start, equation.start()).isBlank()
        && text.substring(equation.end(), end).isBlank();
  }

  /// All of its tokens are in one code span or line of a fence, or all are in prose.
  public Zone zone() {
    return sides.getFirst().tokens().getFirst().zone();
  }

  int group() {
    return sides.getFirst().tokens().getFirst().group();
  }

  /// Whether every token stands in the same span, line or stretch of prose.
  public boolean inOnePlace() {
    return sides.stream()
        .flatMap(side -> side.tokens().stream())
        .allMatch(token -> token.zone() == zone() && token.group() == group());
  }

  /// The name or the derivative on the left, where there is nothing else.
  public Optional<String> subject() {
    Side first = sides.getFirst();
    return isNamed(first) ? Optional.of(first.code()) : Optional.empty();
  }

  /// `a = 1 → c = 4` says what follows from an assumption.
  public boolean isConditional() {
    for (int i = 1; i < relations.size(); i++) {
      boolean assumed =
          relations.get(i).equals("→")
              && sides.get(i).form() == Form.NUMBER
              && sides.get(i + 1).form() == Form.NAME;
      if (assumed) {
        return true;
      }
    }
    return false;
  }

  /// `lr = 0.01 - 0.1`, between which numbers a rate is chosen.
  public boolean isRange() {
    Side first = sides.getFirst();
    List<Token> ends = sides.getLast().tokens();
    return sides.size() == 2
        && Lexicon.RATES.contains(first.code())
        && ends.size() == 3
        && ends.get(0).is(Kind.NUMBER)
        && ends.get(1).code().equals("-")
        && ends.get(2).is(Kind.NUMBER)
        && ends.stream().noneMatch(it -> it.code().contains("%"))
        && new BigDecimal(ends.get(0).code()).compareTo(new BigDecimal(ends.get(2).code())) < 0;
  }

  /// `x = 2 → u = 3 → y = 9`, one thing after another, as an equation for each; whatever else it
  /// is, as it is.
  private List<Equation> assignments() {
    boolean flows = // `x → h = f(x)`: `x` is what goes in, not what is said to be something
        sides.size() > 2
            && relations.get(0).equals("→")
            && !relations.get(1).equals("→")
            && sides.get(0).form() == Form.NAME
            && sides.get(1).form() == Form.NAME;
    if (flows) {
      return List.of(
          new Equation(sides.subList(1, sides.size()), relations.subList(1, relations.size())));
    }
    for (int i = 2; i + 1 < sides.size(); i++) { // `u = 6 → sigmoid(6) = 0.9975`
      boolean leadsOn =
          relations.get(i - 1).equals("→")
              && sides.get(i - 1).form() == Form.NUMBER
              && (isNamed(sides.get(i))
                  ? i > 2
                  : sides.get(i).form() != Form.NUMBER && isNamed(sides.get(0)))
              && !relations.get(i).equals("→")
              && relations.subList(0, i - 1).stream().noneMatch("→"::equals);
      if (leadsOn) {
        List<Equation> found = new ArrayList<>();
        found.add(new Equation(sides.subList(0, i), relations.subList(0, i - 1)));
        found.addAll(
            new Equation(sides.subList(i, sides.size()), relations.subList(i, relations.size()))
                .assignments());
        return found;
      }
    }
    boolean chain = sides.size() >= 6 && sides.size() % 2 == 0;
    for (int i = 0; chain && i < sides.size(); i++) {
      boolean name = i % 2 == 0;
      chain =
          sides.get(i).form() == (name ? Form.NAME : Form.NUMBER)
              && (i + 1 == sides.size() || relations.get(i).equals("→") != name);
    }
    if (!chain) {
      return List.of(this);
    }
    List<Equation> found = new ArrayList<>();
    for (int i = 0; i < sides.size(); i += 2) {
      found.add(new Equation(sides.subList(i, i + 2), relations.subList(i, i + 1)));
    }
    return found;
  }

  /// Whether a side is a name, or a derivative.
  public static boolean isNamed(Side side) {
    return side.form() == Form.NAME || Derivative.is(side.code());
  }

  /// Whether a token is one of its own.
  public boolean covers(Token token) {
    return start() <= token.start() && token.end() <= end();
  }

  /// The names of an expression, `x.grad` counted as `x`, functions and the `d` of `dc/da` left
  /// out.
  public static Set<String> names(String code) {
    Set<String> names = new LinkedHashSet<>();
    String plain = Derivative.named(code);
    List<Lexeme> words = Lexeme.all(text(plain));
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      String name = plain.substring(word.start(), word.end());
      boolean attribute = word.start() > 0 && plain.charAt(word.start() - 1) == '.';
      boolean call = word.end() < plain.length() && plain.charAt(word.end()) == '(';
      if (word.kind() == Lexeme.Kind.NAME && !attribute && !(call && Signs.isFunction(name))) {
        names.add(name);
      }
    }
    return names;
  }

  private static Text text(String code) {
    return Text.of(SourceFile.of("lesson", code));
  }

  // ---- finding them

  /// All equations of `scan`, from left to right.
  ///
  /// @param known whether the lesson has used a word as a name before
  public static List<Equation> all(Scan scan, Predicate<String> known) {
    List<Equation> found = new ArrayList<>();
    List<Token> tokens = scan.tokens();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.RELATION) || i < from) {
        continue;
      }
      Finder finder = new Finder(scan.text(), tokens, known, from);
      Optional<Equation> equation = finder.around(i);
      if (equation.isPresent()) {
        found.addAll(equation.get().assignments());
        from = finder.end;
      }
    }
    return found;
  }

  private static final class Finder {
    private final String text;
    private final List<Token> tokens;
    private final Predicate<String> known;
    private final int least;
    private int end;

    Finder(String text, List<Token> tokens, Predicate<String> known, int least) {
      this.text = text;
      this.tokens = tokens;
      this.known = known;
      this.least = least;
    }

    Optional<Equation> around(int relation) {
      List<Side> sides = new ArrayList<>();
      List<String> relations = new ArrayList<>();
      int start = leftOf(relation);
      if (isFactor(start, relation) || isPartOf(start - 1, start) || isGradient(start)) {
        return Optional.empty(); // `X.T * d = 3`
      }
      Optional<Side> left = start < relation ? side(start, relation) : Optional.empty();
      while (left.isEmpty() && start < relation - 1) {
        start++; // part of what stands there may be a side
        boolean may = startsOperand(start, relation) && !isFactor(start, relation);
        left = may ? side(start, relation) : Optional.empty();
      }
      if (left.isEmpty()) {
        return Optional.empty();
      }
      sides.add(left.get());
      int at = relation;
      end = relation + 1;
      while (at < tokens.size() && tokens.get(at).is(Kind.RELATION)) {
        int to = rightFrom(at + 1);
        Optional<Side> right = to > at + 1 ? side(at + 1, to) : Optional.empty();
        if (right.isEmpty() || goesOn(to)) {
          break;
        }
        relations.add(tokens.get(at).code());
        sides.add(right.get());
        end = to;
        at = to;
      }
      boolean leads = // `Factor 2 → delta`
          sides.size() > 1
              && relations.get(0).equals("→")
              && sides.get(0).form() == Form.NUMBER
              && sides.get(1).form() == Form.NAME;
      return sides.size() < 2 || leads
          ? Optional.empty()
          : Optional.of(new Equation(sides, relations));
    }

    /// Whether what ends before `at` goes on without an operator, as `2(x - 3)`, `2x` and `X.T` do:
    /// the part before is not the side.
    private boolean goesOn(int at) {
      return at < tokens.size()
          && (multiplies(tokens.get(at - 1), tokens.get(at))
              || isPartOf(at, at + 1)
              || isFollowed(at)
              || Structure.isHuge(text, tokens.get(at - 1)));
    }

    /// Whether a name in words is followed by another one, which is no word and of which nothing is
    /// said: `Δw = η δ input` says more than `Δw = η`.
    private boolean isFollowed(int at) {
      Token before = tokens.get(at - 1);
      Token name = tokens.get(at);
      return before.zone() == Zone.PROSE
          && before.is(Kind.NAME)
          && Factors.isName(before)
          && name.zone() == Zone.PROSE
          && Factors.isName(name)
          && !Factors.isWord(name)
          && text.substring(before.end(), name.start()).equals(" ")
          && !(at + 1 < tokens.size() && tokens.get(at + 1).is(Kind.RELATION));
    }

    /// Whether what begins here is multiplied by what stands right before it: `(dL/dq)(dk/db) = 2`
    /// says nothing of `dk/db`.
    private boolean isFactor(int at, int relation) {
      return at > 0
          && at < relation
          && tokens.get(at - 1).is(Kind.CLOSE)
          && multiplies(tokens.get(at - 1), tokens.get(at));
    }

    /// Whether it is `∇f` that a name stands for.
    private boolean isGradient(int name) {
      return name < tokens.size() && Points.isGradient(text, tokens.get(name).start());
    }

    /// Whether a point joins a name to what stands before it.
    private boolean isPartOf(int point, int name) {
      return point > 0
          && name < tokens.size()
          && tokens.get(point).is(Kind.STOP)
          && tokens.get(point).code().equals(".")
          && (tokens.get(point - 1).is(Kind.NAME) || tokens.get(point - 1).is(Kind.CLOSE))
          && tokens.get(name).is(Kind.NAME)
          && tokens.get(point - 1).end() == tokens.get(point).start()
          && tokens.get(point).end() == tokens.get(name).start();
    }

    /// Whether two operands side by side are a product: `2x`, `(0.5)(1.0)`, `w₁x₁`.
    static boolean multiplies(Token left, Token right) {
      boolean begins = right.is(Kind.OPEN) || right.is(Kind.NAME);
      boolean subscripted =
          left.is(Kind.NAME) && right.is(Kind.NAME) && left.zone() == right.zone();
      boolean ends = left.is(Kind.NUMBER) || left.is(Kind.CLOSE) || subscripted;
      return left.end() == right.start() && begins && ends;
    }

    private boolean startsOperand(int at, int relation) {
      Token token = tokens.get(at);
      return at < relation
          && (token.is(Kind.NUMBER) || token.is(Kind.NAME) || token.is(Kind.OPEN))
          && !(token.is(Kind.NAME) && !isName(at));
    }

    private Optional<Side> side(int from, int to) {
      return Side.of(tokens.subList(from, to));
    }

    /// Whether two neighbours may belong to one expression.
    private boolean adjoins(int left, int right) {
      Token a = tokens.get(left);
      Token b = tokens.get(right);
      if (a.zone() != b.zone() || a.group() != b.group()) {
        String between = text.substring(a.end(), Math.max(a.end(), b.start()));
        return between.replaceAll("[`*_]", "").isBlank()
            && a.zone() != Zone.FENCE
            && b.zone() != Zone.FENCE;
      }
      return !wide(left, right);
    }

    private boolean wide(int left, int right) {
      String between = text.substring(tokens.get(left).end(), tokens.get(right).start());
      return between.length() >= 3 && between.isBlank() && !between.contains("\n");
    }

    /// Whether the word at `at` is meant as a name, not as a word.
    private boolean isName(int at) {
      Token token = tokens.get(at);
      String code = token.code();
      if (Signs.isKeyword(code)) {
        return false;
      }
      if (token.zone() != Zone.PROSE) {
        return true;
      }
      boolean mathematical =
          code.indexOf('/') > 0
              || code.indexOf('_') > 0
              || code.indexOf('.') > 0
              || code.chars().anyMatch(Character::isDigit)
              || code.codePointCount(0, code.length()) == 1;
      boolean called = // `max(0, z)`
          Signs.isFunction(code)
              && at + 1 < tokens.size()
              && tokens.get(at + 1).is(Kind.OPEN)
              && tokens.get(at + 1).start() == token.end();
      return mathematical
          || called
          || Signs.FUNCTIONS.containsKey(code)
          || known.test(code)
          || joint(at);
    }

    /// Whether a relation or an operator stands right beside a word.
    private boolean joint(int at) {
      boolean counted = // `1 bias = ...`
          at > 0
              && tokens.get(at - 1).is(Kind.NUMBER)
              && text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).indexOf('\n') < 0;
      if (counted) {
        return false;
      }
      boolean after =
          at + 1 < tokens.size()
              && tokens.get(at + 1).is(Kind.RELATION)
              && !tokens.get(at + 1).code().equals("→");
      boolean before = at > 0 && isOperation(at - 1) && at > 1 && isOperandEnd(at - 2);
      boolean operator =
          at + 2 < tokens.size()
              && isOperation(at + 1)
              && !isSign(at + 1)
              && (tokens.get(at + 2).is(Kind.NUMBER) || tokens.get(at + 2).is(Kind.NAME));
      boolean right = at > 0 && tokens.get(at - 1).is(Kind.RELATION) && operator;
      return after || before || operator || right;
    }

    /// Whether an operator leans on what follows, as in `the loss is -ln(0.8)`.
    private boolean isSign(int at) {
      return tokens.get(at - 1).end() < tokens.get(at).start()
          && tokens.get(at).end() == tokens.get(at + 1).start();
    }

    private boolean isOperation(int at) {
      return tokens.get(at).is(Kind.OPERATOR);
    }

    private boolean isOperandEnd(int at) {
      Token token = tokens.get(at);
      return (token.is(Kind.OPERATOR) && token.code().matches("\\*\\*[23]"))
          || token.is(Kind.NUMBER)
          || token.is(Kind.NAME)
          || token.is(Kind.CLOSE);
    }

    /// The start of the longest expression that ends before `relation`.
    private int leftOf(int relation) {
      int at = relation;
      boolean first = true;
      while (true) {
        int operand = operandBefore(at);
        if (operand < 0 || (!first && !adjoins(at - 1, at)) || !isBeside(at, relation)) {
          return first ? relation : at + 1 <= relation && isOperation(at) ? at + 1 : at;
        }
        first = false;
        at = operand;
        if (at - 1 >= least && multiplies(tokens.get(at - 1), tokens.get(at)) && mayEnd(at - 1)) {
          continue;
        }
        if (at - 1 < least || !isOperation(at - 1) || !adjoins(at - 1, at)) {
          return at;
        }
        boolean unary =
            tokens.get(at - 1).code().equals("-")
                && (at - 2 < least || !isOperandEnd(at - 2) || !mayEnd(at - 2));
        if (unary) {
          return at - 1;
        }
        if (tokens.get(at - 1).code().equals("√")) {
          at--;
          if (at - 1 < least || !isOperation(at - 1)) {
            return at;
          }
        }
        if (at - 2 < least || !mayEnd(at - 2)) {
          return at;
        }
        at--;
      }
    }

    private boolean mayEnd(int at) {
      Token token = tokens.get(at);
      boolean power = token.is(Kind.OPERATOR) && token.code().matches("\\*\\*[23]");
      return power
          || token.is(Kind.NUMBER)
          || token.is(Kind.CLOSE)
          || (token.is(Kind.NAME) && isName(at));
    }

    private boolean isBeside(int at, int relation) {
      return at == relation ? adjoins(at - 1, at) || !wide(at - 1, at) : true;
    }

    /// The start of the operand that ends just before `at`; -1 where none does.
    private int operandBefore(int at) {
      int last = at - 1;
      if (last < least) {
        return -1;
      }
      Token token = tokens.get(last);
      if (token.is(Kind.OPERATOR) && token.code().matches("\\*\\*[23]")) {
        return operandBefore(last);
      }
      if (token.is(Kind.NUMBER) || (token.is(Kind.NAME) && isName(last))) {
        return last > least && Side.isApplied(tokens, last - 1) ? last - 1 : last;
      }
      if (token.is(Kind.CLOSE)) {
        int depth = 0;
        for (int i = last; i >= least; i--) {
          depth += tokens.get(i).is(Kind.CLOSE) ? 1 : tokens.get(i).is(Kind.OPEN) ? -1 : 0;
          if (tokens.get(i).is(Kind.STOP) || tokens.get(i).is(Kind.RELATION)) {
            return -1;
          }
          if (depth == 0) {
            boolean call =
                i - 1 >= least
                    && tokens.get(i - 1).is(Kind.NAME)
                    && tokens.get(i - 1).end() == tokens.get(i).start();
            return call ? i - 1 : i;
          }
        }
      }
      return -1;
    }

    /// The end of the longest expression that starts at `from`.
    private int rightFrom(int from) {
      int at = from;
      int good = from;
      while (at < tokens.size()) {
        while (at < tokens.size()
            && isOperation(at)
            && List.of("-", "+", "√").contains(tokens.get(at).code())) {
          at++;
        }
        int after = operandAfter(at);
        if (after < 0 || (at > from && !adjoins(at - 1, at))) {
          return good;
        }
        at = after;
        while (at < tokens.size()
            && isOperation(at)
            && tokens.get(at).code().matches("\\*\\*[23]")) {
          at++;
        }
        good = at;
        if (goesOn(at) && operandAfter(at) > 0) {
          continue;
        }
        if (at >= tokens.size() || !isOperation(at) || !adjoins(at - 1, at)) {
          return good;
        }
        at++;
      }
      return good;
    }

    private int operandAfter(int at) {
      if (at >= tokens.size()) {
        return -1;
      }
      Token token = tokens.get(at);
      if (token.is(Kind.NUMBER)) {
        return at + 1;
      }
      if (Side.isApplied(tokens, at)) {
        return at + 2;
      }
      if (token.is(Kind.NAME) && isName(at)) {
        boolean call =
            at + 1 < tokens.size()
                && tokens.get(at + 1).is(Kind.OPEN)
                && tokens.get(at + 1).start() == token.end();
        return call ? closed(at + 1) : at + 1;
      }
      return token.is(Kind.OPEN) ? closed(at) : -1;
    }

    private int closed(int open) {
      int depth = 0;
      for (int i = open; i < tokens.size(); i++) {
        depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
        if (tokens.get(i).is(Kind.STOP) || tokens.get(i).is(Kind.RELATION)) {
          return -1;
        }
        if (depth == 0) {
          return i + 1;
        }
      }
      return -1;
    }
  }
}
