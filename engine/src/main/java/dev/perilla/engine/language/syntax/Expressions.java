package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The grammar of expressions by precedence climbing. Long, and one class, because every rule calls
/// the others.
///
/// Two bounds keep the Java stack: `nesting`, how deep the parser itself is, and `height`, how high
/// the tree is that the last rule returned (`1 + 1 + 1 …` is flat to read and high to walk).
final class Expressions {
  private static final int MAX_NESTING = 220;
  private static final int MAX_HEIGHT = 600;

  private final String source;
  private final Cursor cursor;
  private final Dialect dialect;
  private int nesting;
  private int height;
  private boolean lenient = false; // whether two values side by side are left to whoever asked

  Expressions(String source, Cursor cursor, Dialect dialect, int nesting) {
    this.source = source;
    this.cursor = cursor;
    this.dialect = dialect;
    this.nesting = nesting;
  }

  private void enter() {
    if (++nesting > MAX_NESTING) {
      throw tooDeep(cursor.peek().start(), cursor.peek().end());
    }
  }

  private static SyntaxFailure tooDeep(int start, int end) {
    return new SyntaxFailure(
        LanguageCode.TOO_DEEP,
        "the expression is nested too deeply",
        "give its parts names and write it in several statements",
        start,
        end);
  }

  private <E extends Expr> E grown(int below, E expr) {
    height = below + 1;
    if (height > MAX_HEIGHT) {
      throw tooDeep(expr.start(), Math.min(expr.end(), expr.start() + 40));
    }
    return expr;
  }

  private <E extends Expr> E leaf(E expr) {
    height = 1;
    return expr;
  }

  /// One expression, or a tuple without brackets, with `*x` allowed among its items.
  Expr many() {
    Expr first = starred();
    if (!cursor.at(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>();
    items.add(first);
    int high = height;
    while (cursor.accept(",")) {
      if (!startsExpression()) {
        break;
      }
      items.add(starred());
      high = Math.max(high, height);
    }
    return grown(high, new Expr.TupleOf(List.copyOf(items), first.start(), cursor.before().end()));
  }

  /// What may stand to the right of `=`: a yield, or [#many()].
  Expr manyOrYield() {
    return cursor.at("yield") ? yields() : many();
  }

  boolean startsExpression() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NAME, NUMBER, STRING -> true;
      case KEYWORD ->
          switch (token.text()) {
            case "None", "True", "False", "not", "lambda", "yield", "await" -> true;
            case String other -> false;
          };
      case OPERATOR ->
          switch (token.text()) {
            case "(", "[", "{", "-", "+", "~", "*", "**", "...", "√", "∂" -> true;
            case String other -> false;
          };
      case NEWLINE, INDENT, DEDENT, END -> false;
    };
  }

  /// Where what was read last ends, its brackets with it.
  private int end() {
    return cursor.before().end();
  }

  /// One, where `name := value` needs brackets of its own.
  private Expr starred() {
    return cursor.at("*") ? starOrOne() : one();
  }

  private Expr starOrOne() {
    if (cursor.at("*")) {
      Token star = cursor.next();
      Expr value = binary(LOWEST_BINARY);
      return grown(height, new Expr.Starred(value, star.start(), end()));
    }
    return named();
  }

  Expr yields() {
    Token word = cursor.expect("yield");
    if (cursor.accept("from")) {
      Expr value = one();
      return grown(height, new Expr.YieldFrom(value, word.start(), end()));
    }
    if (!startsExpression()) {
      return leaf(new Expr.Yield(Optional.empty(), word.start(), word.end()));
    }
    Expr value = many();
    return grown(height, new Expr.Yield(Optional.of(value), word.start(), end()));
  }

  /// Back to no depth at all, after a fault.
  void surface() {
    nesting = 0;
  }

  /// An expression in which `name := value` is allowed, and `name = value` is meant so.
  Expr named() {
    Expr left = argument();
    if (cursor.at("=")) {
      misassigned(left);
    }
    if (cursor.at(":=")) {
      Token sign = cursor.next();
      if (tried(this::one).isPresent()) {
        throw Cursor.fail(
            "cannot use assignment expressions with " + Targets.kind(left),
            "",
            left.start(),
            left.end());
      }
      throw Cursor.fail("invalid syntax", "", sign.start(), sign.end());
    }
    return left;
  }

  /// Fails for one `=` where a value has to stand, if Python has a word for it.
  void misassigned(Expr left) {
    if (dialect != Dialect.PROGRAM || !isSum(left)) {
      return;
    }
    int mark = cursor.mark();
    cursor.next();
    Optional<Expr> right = tried(() -> binary(LOWEST_BINARY));
    if (right.isPresent() && !cursor.at("=") && !cursor.at(":=")) {
      throw left instanceof Expr.Name
          ? Cursor.fail(
              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
              "",
              left.start(),
              right.get().end())
          : Cursor.fail(
              "cannot assign to "
                  + Targets.kind(left)
                  + " here. Maybe you meant '==' instead of '='?",
              "write == to compare",
              left.start(),
              left.end());
    }
    cursor.reset(mark);
  }

  /// Whether it binds as tightly as a sum, and is no list, tuple or constant.
  private static boolean isSum(Expr expr) {
    return switch (expr) {
      case Expr.Name _,
          Expr.Num _,
          Expr.Str _,
          Expr.FString _,
          Expr.Binary _,
          Expr.Call _,
          Expr.Attribute _,
          Expr.Index _,
          Expr.DictOf _,
          Expr.SetOf _ ->
          true;
      case Expr.Unary unary -> unary.op() != UnaryOp.NOT;
      case Expr.Comprehension it ->
          it.collects() == Expr.Collects.DICT || it.collects() == Expr.Collects.SET;
      case Expr.Constant it -> it.word() == Expr.Word.ELLIPSIS;
      default -> false; // a question about some shapes of many
    };
  }

  /// What `reader` reads from here, if it can; where it cannot, nothing has happened.
  Optional<Expr> tried(Supplier<Expr> reader) {
    int mark = cursor.mark();
    int depth = nesting;
    int high = height;
    boolean before = lenient;
    lenient = true;
    try {
      return Optional.of(reader.get());
    } catch (SyntaxFailure unread) {
      cursor.reset(mark);
      return Optional.empty();
    } finally {
      lenient = before;
      nesting = depth;
      height = high;
    }
  }

  /// A value stands right after one that is complete: fails if Python has a word for it.
  private void besides(int mark, Expr first) {
    if (lenient || dialect != Dialect.PROGRAM || !isBegun()) {
      return;
    }
    Token start = cursor.at(mark);
    boolean old = start.kind() == Token.Kind.NAME && isStatement(start.text());
    boolean prefix =
        start.kind() == Token.Kind.NAME
            && (cursor.at(mark + 1).kind() == Token.Kind.STRING || isSoft(start.text()));
    if (!prefix && !(old && first instanceof Expr.Name)) {
      int here = cursor.mark();
      Optional<Expr> second = tried(this::one).or(() -> tried(this::atom));
      if (second.isPresent() && cursor.inBrackets()) {
        SyntaxFailure fault =
            Cursor.fail(
                "invalid syntax. Perhaps you forgot a comma?",
                "",
                first.start(),
                second.get().end());
        throw fault;
      }
      cursor.reset(here);
    }
    if (old && !cursor.at(mark + 1).is("(")) {
      int here = cursor.mark();
      cursor.reset(mark + 1);
      Optional<Expr> rest = tried(this::many);
      if (rest.isPresent()) {
        throw Cursor.fail(
            "Missing parentheses in call to '"
                + start.text()
                + "'. Did you mean "
                + start.text()
                + "(...)?",
            "",
            start.start(),
            rest.get().end());
      }
      cursor.reset(here);
    }
  }

  /// Whether it was a statement of Python 2.
  private static boolean isStatement(String name) {
    return name.equals("print") || name.equals("exec");
  }

  /// Whether CPython takes it for a word that is one in places: it compares as many letters as the
  /// name has.
  private static boolean isSoft(String name) {
    return name.equals("_") || "match".startsWith(name) || "case".startsWith(name);
  }

  /// Whether a value begins here where none can follow.
  private boolean isBegun() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NAME, NUMBER, STRING -> true;
      case KEYWORD, OPERATOR -> startsExpression() && !NO_VALUE.contains(token.text());
      case NEWLINE, INDENT, DEDENT, END -> false;
    };
  }

  private static final Set<String> NO_VALUE = Set.of("yield", "await", "*", "**");

  /// Likewise, where `=` has another meaning.
  private Expr argument() {
    Expr left = one();
    if (!(cursor.at(":=") && left instanceof Expr.Name name)) {
      return left;
    }
    cursor.next();
    Expr value = one();
    return grown(height, new Expr.Walrus(name, value, name.start(), end()));
  }

  /// One expression without commas.
  Expr one() {
    enter();
    Expr result = conditional();
    nesting--;
    return result;
  }

  private Expr conditional() {
    if (cursor.at("lambda")) {
      return lambda();
    }
    int from = cursor.peek().start();
    int mark = cursor.mark();
    Expr then = disjunction();
    if (!cursor.at("if")) {
      besides(mark, then);
      return then;
    }
    int high = height;
    cursor.next();
    Expr test = test(then);
    high = Math.max(high, height);
    if (!cursor.at("else")) {
      String help = "write else and what holds otherwise";
      throw cursor.at(":")
          ? cursor.fail("invalid syntax", help)
          : Cursor.fail("expected 'else' after 'if' expression", help, from, end());
    }
    cursor.next();
    Expr otherwise = one();
    high = Math.max(high, height);
    return grown(high, new Expr.Conditional(test, then, otherwise, from, end()));
  }

  /// The condition of `then if condition`. Where Python can read a part of it alone, it misses the
  /// else there.
  private Expr test(Expr then) {
    int mark = cursor.mark();
    try {
      return disjunction();
    } catch (SyntaxFailure fault) {
      Token after = cursor.at(mark + 1);
      if (fault.text.equals("invalid syntax") && (after.is("(") || after.is("["))) {
        SyntaxFailure missing =
            Cursor.fail(
                "expected 'else' after 'if' expression",
                fault.help,
                then.start(),
                cursor.at(mark).end());
        missing.reached = cursor.furthest();
        throw missing;
      }
      throw fault;
    }
  }

  private Expr lambda() {
    Token word = cursor.expect("lambda");
    Expr.Params params = new Expr.Params(params(":", false));
    cursor.expect(":");
    Expr body = one();
    return grown(height, new Expr.Lambda(params, body, word.start(), end()));
  }

  private Expr disjunction() {
    int from = cursor.peek().start();
    Expr first = conjunction();
    return cursor.at("or") ? logic(from, first, false) : first;
  }

  private Expr conjunction() {
    int from = cursor.peek().start();
    Expr first = inversion();
    return cursor.at("and") ? logic(from, first, true) : first;
  }

  private Expr logic(int from, Expr first, boolean isAnd) {
    List<Expr> operands = new ArrayList<>();
    operands.add(first);
    int high = height;
    while (cursor.accept(isAnd ? "and" : "or")) {
      operands.add(isAnd ? inversion() : conjunction());
      high = Math.max(high, height);
    }
    return grown(high, new Expr.Logic(isAnd, List.copyOf(operands), from, end()));
  }

  private Expr inversion() {
    if (!cursor.at("not")) {
      return comparison();
    }
    enter();
    Token word = cursor.next();
    Expr operand = inversion();
    nesting--;
    return grown(height, new Expr.Unary(UnaryOp.NOT, operand, word.start(), end()));
  }

  private Expr comparison() {
    int from = cursor.peek().start();
    Expr first = binary(LOWEST_BINARY);
    Optional<CompareOp> op = compareOp();
    if (op.isEmpty()) {
      return first;
    }
    List<CompareOp> ops = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    int high = height;
    while (op.isPresent()) {
      ops.add(op.get());
      rest.add(binary(LOWEST_BINARY));
      high = Math.max(high, height);
      op = compareOp();
    }
    return grown(high, new Expr.Compare(first, List.copyOf(ops), List.copyOf(rest), from, end()));
  }

  private Optional<CompareOp> compareOp() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.OPERATOR) {
      CompareOp op =
          switch (token.text()) {
            case "<" -> CompareOp.LESS;
            case "<=" -> CompareOp.LESS_EQUAL;
            case ">" -> CompareOp.GREATER;
            case ">=" -> CompareOp.GREATER_EQUAL;
            case "==" -> CompareOp.EQUAL;
            case "!=" -> CompareOp.NOT_EQUAL;
            case String other -> CompareOp.IS; // no sign of its own: stands for "none" here
          };
      if (op == CompareOp.IS) {
        return Optional.empty();
      }
      cursor.next();
      return Optional.of(op);
    }
    if (token.is("in")) {
      cursor.next();
      return Optional.of(CompareOp.IN);
    }
    if (token.is("is")) {
      cursor.next();
      return Optional.of(cursor.accept("not") ? CompareOp.IS_NOT : CompareOp.IS);
    }
    if (token.is("not") && cursor.peek(1).is("in")) {
      cursor.next();
      cursor.next();
      return Optional.of(CompareOp.NOT_IN);
    }
    return Optional.empty();
  }

  static final int LOWEST_BINARY = 1;

  private static int precedence(BinaryOp op) {
    return switch (op) {
      case BIT_OR -> 1;
      case BIT_XOR -> 2;
      case BIT_AND -> 3;
      case LEFT_SHIFT, RIGHT_SHIFT -> 4;
      case ADD, SUB -> 5;
      case MUL, DIV, FLOOR_DIV, MOD, MATMUL -> 6;
      case POW -> 8;
    };
  }

  static Optional<BinaryOp> binaryOp(String sign) {
    return switch (sign) {
      case "+" -> Optional.of(BinaryOp.ADD);
      case "-" -> Optional.of(BinaryOp.SUB);
      case "*" -> Optional.of(BinaryOp.MUL);
      case "/" -> Optional.of(BinaryOp.DIV);
      case "//" -> Optional.of(BinaryOp.FLOOR_DIV);
      case "%" -> Optional.of(BinaryOp.MOD);
      case "**" -> Optional.of(BinaryOp.POW);
      case "<<" -> Optional.of(BinaryOp.LEFT_SHIFT);
      case ">>" -> Optional.of(BinaryOp.RIGHT_SHIFT);
      case "&" -> Optional.of(BinaryOp.BIT_AND);
      case "|" -> Optional.of(BinaryOp.BIT_OR);
      case "^" -> Optional.of(BinaryOp.BIT_XOR);
      case "@" -> Optional.of(BinaryOp.MATMUL);
      case String other -> Optional.empty();
    };
  }

  /// Operators of at least this precedence, `**` and unary signs excepted, which bind tighter.
  Expr binary(int lowest) {
    int from = cursor.peek().start();
    Expr left = unary();
    int high = height;
    while (cursor.at(Token.Kind.OPERATOR)) {
      Token sign = cursor.peek();
      Optional<BinaryOp> op = binaryOp(sign.text());
      if (op.isEmpty() || op.get() == BinaryOp.POW || precedence(op.get()) < lowest) {
        break;
      }
      cursor.next();
      Expr right = binary(precedence(op.get()) + 1);
      high = Math.max(high, height);
      left =
          grown(
              high, new Expr.Binary(op.get(), left, right, sign.start(), sign.end(), from, end()));
      high = height;
    }
    height = high;
    return left;
  }

  private Expr unary() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.OPERATOR) {
      return power();
    }
    UnaryOp op =
        switch (token.text()) {
          case "-" -> UnaryOp.NEGATE;
          case "+" -> UnaryOp.PLUS;
          case "~" -> UnaryOp.INVERT;
          case "√" -> UnaryOp.SQRT;
          case String other -> UnaryOp.NOT; // no sign of its own: stands for "none" here
        };
    if (op == UnaryOp.NOT) {
      return power();
    }
    enter();
    cursor.next();
    Expr operand = op == UnaryOp.SQRT ? primary() : unary();
    nesting--;
    return grown(height, new Expr.Unary(op, operand, token.start(), end()));
  }

  /// `2x`, `3(a + b)`: a number right before a name or a bracket multiplies it, in texts.
  private boolean juxtaposed() {
    if (dialect != Dialect.TEXT || cursor.peek().kind() != Token.Kind.NUMBER) {
      return false;
    }
    Token next = cursor.peek(1);
    return next.start() == cursor.peek().end()
        && (next.kind() == Token.Kind.NAME || next.is("(") || next.is("√") || next.is("∂"));
  }

  private Expr product() {
    if (cursor.before().is("/")) {
      throw cursor.fail(
          "after / it is not clear how far the divisor goes", "write 1/(2*x), or 1/2 * x");
    }
    Expr factor = number();
    Expr other = juxtaposed() ? product() : unary();
    return grown(
        height,
        new Expr.Binary(
            BinaryOp.MUL, factor, other, factor.end(), factor.end(), factor.start(), end()));
  }

  private Expr power() {
    if (juxtaposed()) {
      return product();
    }
    int from = cursor.peek().start();
    Expr base = primary();
    int high = height;
    if (!cursor.at("**")) {
      return base;
    }
    Token sign = cursor.next();
    enter();
    Expr exponent = unary();
    nesting--;
    return grown(
        Math.max(high, height),
        new Expr.Binary(BinaryOp.POW, base, exponent, sign.start(), sign.end(), from, end()));
  }

  private Expr primary() {
    if (cursor.at("await")) {
      throw Cursor.unsupported(
          "async code is not part of this language",
          "call the function directly",
          cursor.peek().start(),
          cursor.peek().end());
    }
    int from = cursor.peek().start();
    Expr expr = atom();
    int trailers = 0;
    while (cursor.at(Token.Kind.OPERATOR)) {
      int high = height;
      if (cursor.at("(") && dialect == Dialect.TEXT && isNumber(expr)) {
        Expr other = power();
        return grown(
            Math.max(high, height),
            new Expr.Binary(BinaryOp.MUL, expr, other, expr.end(), expr.end(), from, end()));
      } else if (cursor.at("!") && cursor.peek().start() == end()) {
        Token sign = cursor.next();
        expr = called("factorial", expr, sign, from, sign.end());
      } else if (cursor.at("(")) {
        expr = call(from, expr, high);
      } else if (cursor.at("[")) {
        expr = index(from, expr, high);
      } else if (cursor.at(".")) {
        cursor.next();
        Token name = cursor.name("the name of an attribute");
        expr = grown(high, new Expr.Attribute(expr, name.text(), name.start(), from, name.end()));
      } else {
        return expr;
      }
      trailers++;
      if (trailers > MAX_HEIGHT) {
        throw tooDeep(expr.start(), expr.end());
      }
    }
    return expr;
  }

  /// Whether nobody could call this: `(2)(-3)` is a product in a text.
  private static boolean isNumber(Expr expr) {
    return switch (expr) {
      case Expr.Num _, Expr.Unary _, Expr.Binary _ -> true;
      default -> false; // a question about three shapes of many
    };
  }

  private Expr call(int from, Expr callee, int below) {
    Token open = cursor.expect("(");
    List<Expr.Argument> arguments = new ArrayList<>();
    Set<String> keywords = new HashSet<>();
    boolean keywordSeen = false;
    boolean unpackSeen = false;
    String misplaced = "";
    int high = below;
    while (!cursor.at(")")) {
      Token first = cursor.peek();
      if (cursor.accept("**")) {
        arguments.add(new Expr.Argument(Expr.Pass.DOUBLE_STAR, "", one()));
        unpackSeen = true;
      } else if (cursor.accept("*")) {
        if (unpackSeen) {
          throw Cursor.fail(
              "iterable argument unpacking follows keyword argument unpacking",
              "",
              first.start(),
              first.end());
        }
        arguments.add(new Expr.Argument(Expr.Pass.STAR, "", one()));
      } else if (first.kind() == Token.Kind.NAME && cursor.peek(1).is("=")) {
        cursor.next();
        cursor.next();
        if (!keywords.add(first.text())) {
          throw Cursor.fail(
              "keyword argument repeated: " + first.text(), "", first.start(), first.end());
        }
        keywordSeen = true;
        arguments.add(new Expr.Argument(Expr.Pass.KEYWORD, first.text(), one()));
      } else {
        Expr value = argument();
        if (cursor.at("for")) {
          value = comprehension(Expr.Collects.GENERATOR, value, Optional.empty(), value.start());
          if (!arguments.isEmpty() || cursor.at(",")) {
            throw Cursor.fail(
                "Generator expression must be parenthesized", "", value.start(), value.end());
          }
          if (!cursor.at(")")) {
            throw cursor.unexpected("')'");
          }
          value = widen((Expr.Comprehension) value, open.start(), cursor.peek().end());
        } else if (cursor.at("=")) {
          throw Cursor.fail(
              value instanceof Expr.Constant it && it.word() != Expr.Word.ELLIPSIS
                  ? "cannot assign to " + Targets.kind(value)
                  : "expression cannot contain assignment, perhaps you meant \"==\"?",
              "",
              value.start(),
              cursor.peek().end());
        } else if (keywordSeen || unpackSeen) {
          misplaced =
              unpackSeen
                  ? "positional argument follows keyword argument unpacking"
                  : "positional argument follows keyword argument";
        }
        arguments.add(new Expr.Argument(Expr.Pass.POSITION, "", value));
      }
      high = Math.max(high, height);
      if (!cursor.at(")")) {
        cursor.expect(",");
      }
    }
    if (!misplaced.isEmpty()) {
      throw cursor.fail(misplaced, "write the arguments without a name first");
    }
    Token close = cursor.expect(")");
    return grown(high, new Expr.Call(callee, List.copyOf(arguments), from, close.end()));
  }

  private static Expr.Comprehension widen(Expr.Comprehension it, int start, int end) {
    return new Expr.Comprehension(
        it.collects(), it.element(), it.value(), it.clauses(), start, end);
  }

  private Expr index(int start, Expr object, int below) {
    Token open = cursor.expect("[");
    if (cursor.at("]")) {
      throw cursor.fail("invalid syntax", "write the index between the brackets");
    }
    int from = cursor.peek().start();
    Expr first = sliceOrOne();
    int high = Math.max(below, height);
    if (cursor.at(",")) {
      List<Expr> items = new ArrayList<>();
      items.add(first);
      while (cursor.accept(",") && !cursor.at("]")) {
        items.add(sliceOrOne());
        high = Math.max(high, height);
      }
      first = grown(high, new Expr.TupleOf(List.copyOf(items), from, cursor.before().end()));
      high = height;
    } else if (first instanceof Expr.Starred) {
      first = grown(high, new Expr.TupleOf(List.of(first), from, cursor.before().end()));
      high = height;
    }
    Token close = cursor.expect("]");
    return grown(high, new Expr.Index(object, first, open.start(), start, close.end()));
  }

  private Expr sliceOrOne() {
    int from = cursor.peek().start();
    Optional<Expr> low = cursor.at(":") ? Optional.empty() : Optional.of(starOrOne());
    if (!cursor.at(":")) {
      return low.orElseThrow();
    }
    int high = low.isPresent() ? height : 0;
    cursor.next();
    Optional<Expr> top =
        cursor.at(":") || cursor.at("]") || cursor.at(",") ? Optional.empty() : Optional.of(one());
    high = top.isPresent() ? Math.max(high, height) : high;
    Optional<Expr> step = Optional.empty();
    if (cursor.accept(":") && !cursor.at("]") && !cursor.at(",")) {
      step = Optional.of(one());
      high = Math.max(high, height);
    }
    return grown(high, new Expr.Slice(low, top, step, from, cursor.before().end()));
  }

  private Expr atom() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case NAME -> nameOrDerivative();
      case NUMBER -> number();
      case STRING -> strings();
      case KEYWORD ->
          switch (token.text()) {
            case "None" -> constant(Expr.Word.NONE);
            case "True" -> constant(Expr.Word.TRUE);
            case "False" -> constant(Expr.Word.FALSE);
            case "yield" ->
                throw cursor.fail("invalid syntax", "put the yield in parentheses: (yield x)");
            case String other -> throw cursor.unexpected("a value");
          };
      case OPERATOR ->
          switch (token.text()) {
            case "(" -> bracketed();
            case "[" -> list();
            case "{" -> dictOrSet();
            case "..." -> constant(Expr.Word.ELLIPSIS);
            case "∂" -> partial();
            case "|" -> absolute();
            case String other -> throw cursor.unexpected("a value");
          };
      case NEWLINE, INDENT, DEDENT, END -> throw cursor.unexpected("a value");
    };
  }

  /// `|w|`, in texts.
  private Expr absolute() {
    if (dialect != Dialect.TEXT) {
      throw cursor.unexpected("a value");
    }
    Token open = cursor.next();
    enter();
    Expr inside = binary(precedence(BinaryOp.BIT_OR) + 1);
    nesting--;
    Token close = cursor.expect("|");
    return called("abs", inside, open, open.start(), close.end());
  }

  /// A function of mathematics that a text writes by a sign.
  private Expr called(String function, Expr of, Token sign, int start, int end) {
    Expr.Name name = new Expr.Name(function, sign.start(), sign.end());
    return grown(
        height,
        new Expr.Call(name, List.of(new Expr.Argument(Expr.Pass.POSITION, "", of)), start, end));
  }

  private Expr constant(Expr.Word word) {
    Token token = cursor.next();
    return leaf(new Expr.Constant(word, token.start(), token.end()));
  }

  private Expr nameOrDerivative() {
    Token token = cursor.next();
    Expr.Name name = new Expr.Name(token.text(), token.start(), token.end());
    if (dialect == Dialect.TEXT && token.text().startsWith("d") && token.text().length() > 1) {
      Token slash = cursor.peek();
      Token below = cursor.peek(1);
      if (slash.is("/")
          && slash.start() == token.end()
          && below.kind() == Token.Kind.NAME
          && below.start() == slash.end()
          && below.text().startsWith("d")
          && below.text().length() > 1) {
        cursor.next();
        cursor.next();
        return derivative(name, new Expr.Name(below.text(), below.start(), below.end()), false);
      }
    }
    return leaf(name);
  }

  private Expr partial() {
    Token sign = cursor.next();
    Token of = cursor.name("the name of what is differentiated");
    cursor.expect("/");
    cursor.expect("∂");
    Token by = cursor.name("the name of what it is differentiated by");
    return derivative(
        new Expr.Name("d" + of.text(), sign.start(), of.end()),
        new Expr.Name("d" + by.text(), of.end() + 1, by.end()),
        true);
  }

  private Expr derivative(Expr.Name over, Expr.Name under, boolean sure) {
    Expr.Name of = new Expr.Name(over.id().substring(1), over.start() + 1, over.end());
    Expr by = new Expr.Name(under.id().substring(1), under.start() + 1, under.end());
    height = 1;
    while (cursor.at("[") || (cursor.at(".") && cursor.peek(1).kind() == Token.Kind.NAME)) {
      if (cursor.at("[")) {
        by = index(by.start(), by, height);
      } else {
        if (cursor.peek(2).is("(")) {
          break;
        }
        cursor.next();
        Token name = cursor.next();
        by =
            grown(
                height, new Expr.Attribute(by, name.text(), name.start(), by.start(), name.end()));
      }
    }
    return grown(height, new Expr.Derivative(of, by, over, under, sure, over.start(), by.end()));
  }

  private Expr number() {
    Token token = cursor.next();
    Object value = Numerals.read(token);
    if (dialect == Dialect.TEXT
        && cursor.at("%")
        && Numerals.isDecimal(token)
        && !operandAfterPercent()) {
      Token sign = cursor.next();
      return leaf(new Expr.Num(Numerals.percent(token), true, token.start(), sign.end()));
    }
    return leaf(new Expr.Num(value, false, token.start(), token.end()));
  }

  private boolean operandAfterPercent() {
    Token after = cursor.peek(1);
    return switch (after.kind()) {
      case NAME, NUMBER, STRING -> true;
      case KEYWORD, NEWLINE, INDENT, DEDENT, END -> false;
      case OPERATOR -> after.is("(") || after.is("[") || after.is("√");
    };
  }

  private Expr strings() {
    Expr result = new StringLiterals(source, dialect, nesting).read(cursor);
    height = 2;
    return result;
  }

  private Expr bracketed() {
    Token open = cursor.next();
    if (cursor.at(")")) {
      Token close = cursor.next();
      return leaf(new Expr.TupleOf(List.of(), open.start(), close.end()));
    }
    if (cursor.at("yield")) {
      Expr inner = yields();
      cursor.expect(")");
      return inner;
    }
    if (cursor.at("**")) {
      Token star = cursor.next();
      one();
      cursor.expect(")");
      throw Cursor.fail("cannot use double starred expression here", "", star.start(), star.end());
    }
    Expr first = starOrOne();
    if (cursor.at("for")) {
      Expr made = comprehension(Expr.Collects.GENERATOR, first, Optional.empty(), open.start());
      Token close = cursor.expect(")");
      return widen((Expr.Comprehension) made, open.start(), close.end());
    }
    if (cursor.at(",")) {
      List<Expr> items = new ArrayList<>();
      items.add(first);
      int high = height;
      while (cursor.accept(",") && !cursor.at(")")) {
        items.add(starOrOne());
        high = Math.max(high, height);
      }
      Token close = cursor.expect(")");
      return grown(high, new Expr.TupleOf(List.copyOf(items), open.start(), close.end()));
    }
    cursor.expect(")");
    if (first instanceof Expr.Starred star) {
      throw Cursor.fail(
          "cannot use starred expression here", "add a comma: (*x,)", star.start(), star.end());
    }
    return first;
  }

  private Expr list() {
    Token open = cursor.next();
    List<Expr> items = new ArrayList<>();
    int high = 0;
    while (!cursor.at("]")) {
      Expr item = starOrOne();
      high = Math.max(high, height);
      if (items.isEmpty() && cursor.at("for")) {
        Expr made = comprehension(Expr.Collects.LIST, item, Optional.empty(), open.start());
        Token close = cursor.expect("]");
        return widen((Expr.Comprehension) made, open.start(), close.end());
      }
      items.add(item);
      if (!cursor.accept(",")) {
        unbracketed(Expr.Collects.LIST, items, false);
        break;
      }
      unbracketed(Expr.Collects.LIST, items, true);
    }
    Token close = cursor.expect("]");
    return grown(high, new Expr.ListOf(List.copyOf(items), open.start(), close.end()));
  }

  private Expr dictOrSet() {
    Token open = cursor.next();
    List<Expr.Entry> entries = new ArrayList<>();
    List<Expr> items = new ArrayList<>();
    int high = 0;
    while (!cursor.at("}")) {
      if (items.isEmpty() && cursor.accept("**")) {
        entries.add(new Expr.Entry(Optional.empty(), binary(LOWEST_BINARY)));
        high = Math.max(high, height);
      } else {
        boolean before = lenient;
        lenient |= !entries.isEmpty();
        Expr key = starOrOne();
        lenient = before;
        high = Math.max(high, height);
        if (items.isEmpty() && !(key instanceof Expr.Starred) && cursor.at(":")) {
          Expr value = value();
          high = Math.max(high, height);
          if (entries.isEmpty() && cursor.at("for")) {
            Expr made = comprehension(Expr.Collects.DICT, key, Optional.of(value), open.start());
            height = Math.max(height, high + 1);
            Token close = cursor.expect("}");
            return widen((Expr.Comprehension) made, open.start(), close.end());
          }
          entries.add(new Expr.Entry(Optional.of(key), value));
        } else if (!entries.isEmpty()) {
          throw Cursor.fail("':' expected after dictionary key", "", key.end() - 1, key.end());
        } else {
          if (items.isEmpty() && cursor.at("for")) {
            Expr made = comprehension(Expr.Collects.SET, key, Optional.empty(), open.start());
            Token close = cursor.expect("}");
            return widen((Expr.Comprehension) made, open.start(), close.end());
          }
          items.add(key);
        }
      }
      boolean comma = cursor.accept(",");
      if (!items.isEmpty()) {
        unbracketed(Expr.Collects.SET, items, comma);
      }
      if (!comma) {
        break;
      }
    }
    Token close = cursor.expect("}");
    return items.isEmpty()
        ? grown(high, new Expr.DictOf(List.copyOf(entries), open.start(), close.end()))
        : grown(high, new Expr.SetOf(List.copyOf(items), open.start(), close.end()));
  }

  /// What stands after the `:` at hand in a dict.
  private Expr value() {
    Token colon = cursor.next();
    if (cursor.at("}") || cursor.at(",")) {
      throw Cursor.fail(
          "expression expected after dictionary key and ':'", "", colon.start(), colon.end());
    }
    if (cursor.at("*")) {
      Expr star = starOrOne();
      throw Cursor.fail(
          "cannot use a starred expression in a dictionary value", "", star.start(), star.end());
    }
    return one();
  }

  /// Fails for a comprehension of several values without brackets around them.
  private void unbracketed(Expr.Collects collects, List<Expr> items, boolean comma) {
    if (cursor.at("for")) {
      Expr first = items.getFirst();
      comprehension(collects, new Expr.TupleOf(items, first.start(), end()), Optional.empty(), 0);
      throw Cursor.fail(
          "did you forget parentheses around the comprehension target?",
          "",
          first.start(),
          comma ? end() : items.getLast().end());
    }
  }

  private Expr comprehension(
      Expr.Collects collects, Expr element, Optional<Expr> value, int start) {
    if (element instanceof Expr.Starred star) {
      throw Cursor.fail(
          "iterable unpacking cannot be used in comprehension", "", star.start(), star.end());
    }
    int high = height;
    List<Expr.Clause> clauses = new ArrayList<>();
    enter();
    while (cursor.at("for")) {
      cursor.next();
      Expr target = targets();
      Expr iterable = disjunction();
      high = Math.max(high, height);
      List<Expr> conditions = new ArrayList<>();
      while (cursor.accept("if")) {
        conditions.add(condition());
        high = Math.max(high, height);
      }
      clauses.add(new Expr.Clause(target, iterable, List.copyOf(conditions)));
    }
    if (cursor.at("async")) {
      throw Cursor.unsupported(
          "async code is not part of this language",
          "write a plain for",
          cursor.peek().start(),
          cursor.peek().end());
    }
    nesting--;
    if (clauses.size() > 20) {
      throw tooDeep(start, element.end());
    }
    return grown(
        high + clauses.size(),
        new Expr.Comprehension(
            collects, element, value, List.copyOf(clauses), start, cursor.before().end()));
  }

  private Expr condition() {
    Expr test = disjunction();
    if (cursor.at(":=") && test instanceof Expr.Name name) {
      cursor.next();
      Expr value = disjunction();
      return grown(height, new Expr.Walrus(name, value, name.start(), end()));
    }
    return test;
  }

  /// The targets of a `for`: what stands before `in`.
  Expr targets() {
    int mark = cursor.mark();
    Expr first = target();
    Expr result = first;
    if (cursor.at(",")) {
      List<Expr> items = new ArrayList<>();
      items.add(first);
      while (cursor.accept(",") && !cursor.at("in")) {
        items.add(target());
      }
      result = new Expr.TupleOf(List.copyOf(items), first.start(), cursor.before().end());
    }
    if (!cursor.at("in")) {
      int here = cursor.mark();
      cursor.reset(mark);
      Expr all = many();
      result = all instanceof Expr.Compare it && it.ops().get(0) == CompareOp.IN ? it.first() : all;
      cursor.reset(here);
    }
    Targets.check(result);
    cursor.expect("in");
    height = 3;
    return result;
  }

  private Expr target() {
    if (cursor.at("*")) {
      Token star = cursor.next();
      Expr value = binary(LOWEST_BINARY);
      return new Expr.Starred(value, star.start(), end());
    }
    return binary(LOWEST_BINARY);
  }

  /// Fails for parameters with brackets of their own, as Python 2 had them.
  private void parenthesized(String whose) {
    int mark = cursor.mark();
    Token open = cursor.next();
    boolean name = true;
    while (name ? cursor.at(Token.Kind.NAME) : cursor.at(",")) {
      cursor.next();
      name = !name;
    }
    if (cursor.at(")") && cursor.mark() > mark + 1) {
      throw Cursor.fail(
          whose + " parameters cannot be parenthesized", "", open.start(), cursor.peek().end());
    }
    cursor.reset(mark);
  }

  /// Parameters up to `close`, which is left standing.
  List<Expr.Param> params(String close, boolean annotations) {
    List<Expr.Param> list = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean star = false;
    boolean defaults = false;
    boolean last = false;
    while (!cursor.at(close)) {
      Token first = cursor.peek();
      if (last) {
        throw cursor.fail("arguments cannot follow var-keyword argument", "");
      }
      if (cursor.accept("/")) {
        if (list.isEmpty() || star) {
          throw cursor.fail("at least one argument must precede /", "");
        }
        if (list.getFirst().kind() == Expr.ParamKind.POSITION_ONLY) {
          throw cursor.fail("/ may appear only once", "");
        }
        list.replaceAll(
            it ->
                new Expr.Param(
                    Expr.ParamKind.POSITION_ONLY,
                    it.name(),
                    it.defaultValue(),
                    it.annotation(),
                    it.start(),
                    it.end()));
      } else if (cursor.at("*") && (cursor.peek(1).is(",") || cursor.peek(1).is(close))) {
        cursor.next();
        if (star) {
          throw Cursor.fail("* argument may appear only once", "", first.start(), first.end());
        }
        star = true;
        if (cursor.at(close) || cursor.peek(1).is(close) || cursor.peek(1).is("**")) {
          throw Cursor.fail("named arguments must follow bare *", "", first.start(), first.end());
        }
      } else {
        Expr.ParamKind kind = star ? Expr.ParamKind.KEYWORD_ONLY : Expr.ParamKind.PLAIN;
        if (cursor.accept("**")) {
          kind = Expr.ParamKind.DOUBLE_STAR;
          last = true;
        } else if (cursor.accept("*")) {
          if (star) {
            throw cursor.fail("* argument may appear only once", "");
          }
          kind = Expr.ParamKind.STAR;
          star = true;
        }
        if (cursor.at("(") && kind == Expr.ParamKind.PLAIN && !defaults) {
          parenthesized(annotations ? "Function" : "Lambda expression");
        }
        Token name = cursor.name("the name of a parameter");
        Optional<Expr> annotation =
            annotations && cursor.accept(":") ? Optional.of(one()) : Optional.empty();
        Optional<Expr> defaultValue = Optional.empty();
        if (cursor.at("=")) {
          if (kind == Expr.ParamKind.STAR || kind == Expr.ParamKind.DOUBLE_STAR) {
            throw cursor.fail(
                (last ? "var-keyword" : "var-positional") + " argument cannot have default value",
                "");
          }
          Token sign = cursor.next();
          if (annotations && (cursor.at(close) || cursor.at(","))) {
            throw Cursor.fail("expected default value expression", "", sign.start(), sign.end());
          }
          defaultValue = Optional.of(one());
        }
        if (kind == Expr.ParamKind.PLAIN) {
          if (defaults && defaultValue.isEmpty()) {
            throw Cursor.fail(
                "non-default argument follows default argument", "", name.start(), name.end());
          }
          defaults |= defaultValue.isPresent();
        }
        if (!names.add(name.text())) {
          throw Cursor.fail(
              "duplicate argument '" + name.text() + "' in function definition",
              "",
              name.start(),
              name.end());
        }
        list.add(
            new Expr.Param(
                kind, name.text(), defaultValue, annotation, first.start(), cursor.before().end()));
      }
      if (!cursor.at(close)) {
        cursor.expect(",");
      }
    }
    return list;
  }
}
