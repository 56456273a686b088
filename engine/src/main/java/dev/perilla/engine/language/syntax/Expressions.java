package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The grammar of expressions by precedence climbing. One class, because every rule calls the
/// others.
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
      return grown(height, new Expr.Starred(value, star.start(), value.end()));
    }
    return named();
  }

  Expr yields() {
    Token word = cursor.expect("yield");
    if (cursor.accept("from")) {
      Expr value = one();
      return grown(height, new Expr.YieldFrom(value, word.start(), value.end()));
    }
    if (!startsExpression()) {
      return leaf(new Expr.Yield(Optional.empty(), word.start(), word.end()));
    }
    Expr value = many();
    return grown(height, new Expr.Yield(Optional.of(value), word.start(), value.end()));
  }

  /// An expression in which `name := value` is allowed.
  Expr named() {
    Expr left = one();
    if (!cursor.at(":=")) {
      return left;
    }
    if (!(left instanceof Expr.Name name)) {
      throw cursor.fail("cannot use assignment expressions with " + Targets.kind(left), "");
    }
    cursor.next();
    Expr value = one();
    return grown(height, new Expr.Walrus(name, value, name.start(), value.end()));
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
    Expr then = disjunction();
    if (!cursor.at("if")) {
      return then;
    }
    int high = height;
    cursor.next();
    Expr test = disjunction();
    high = Math.max(high, height);
    if (!cursor.at("else")) {
      throw cursor.fail(
          "expected 'else' after 'if' expression", "write else and what holds otherwise");
    }
    cursor.next();
    Expr otherwise = one();
    high = Math.max(high, height);
    return grown(high, new Expr.Conditional(test, then, otherwise, from, end()));
  }

  private Expr lambda() {
    Token word = cursor.expect("lambda");
    Expr.Params params = new Expr.Params(params(":", false));
    cursor.expect(":");
    Expr body = one();
    return grown(height, new Expr.Lambda(params, body, word.start(), body.end()));
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
        Expr value = named();
        if (cursor.at("for")) {
          value = comprehension(Expr.Collects.GENERATOR, value, Optional.empty(), value.start());
          if (!arguments.isEmpty() || !cursor.at(")")) {
            throw Cursor.fail(
                "Generator expression must be parenthesized", "", value.start(), value.end());
          }
          value = widen((Expr.Comprehension) value, open.start(), cursor.peek().end());
        } else if (cursor.at("=")) {
          throw cursor.fail("expression cannot contain assignment, perhaps you meant \"==\"?", "");
        } else if (keywordSeen || unpackSeen) {
          throw Cursor.fail(
              unpackSeen
                  ? "positional argument follows keyword argument unpacking"
                  : "positional argument follows keyword argument",
              "write the arguments without a name first",
              value.start(),
              value.end());
        }
        arguments.add(new Expr.Argument(Expr.Pass.POSITION, "", value));
      }
      high = Math.max(high, height);
      if (!cursor.at(")")) {
        if (!cursor.at(",") && startsExpression()) {
          throw cursor.fail("invalid syntax. Perhaps you forgot a comma?", "");
        }
        cursor.expect(",");
      }
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
      Token close = close(")");
      return grown(high, new Expr.TupleOf(List.copyOf(items), open.start(), close.end()));
    }
    close(")");
    if (first instanceof Expr.Starred star) {
      throw Cursor.fail(
          "cannot use starred expression here", "add a comma: (*x,)", star.start(), star.end());
    }
    return first;
  }

  private Token close(String bracket) {
    if (!cursor.at(bracket)) {
      if (startsExpression()) {
        throw cursor.fail("invalid syntax. Perhaps you forgot a comma?", "");
      }
      throw cursor.unexpected("'" + bracket + "'");
    }
    return cursor.next();
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
        break;
      }
    }
    Token close = close("]");
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
        Expr key = starOrOne();
        high = Math.max(high, height);
        if (items.isEmpty() && !(key instanceof Expr.Starred) && cursor.accept(":")) {
          Expr value = one();
          high = Math.max(high, height);
          if (entries.isEmpty() && cursor.at("for")) {
            Expr made = comprehension(Expr.Collects.DICT, key, Optional.of(value), open.start());
            height = Math.max(height, high + 1);
            Token close = cursor.expect("}");
            return widen((Expr.Comprehension) made, open.start(), close.end());
          }
          entries.add(new Expr.Entry(Optional.of(key), value));
        } else if (!entries.isEmpty()) {
          throw cursor.fail("':' expected after dictionary key", "");
        } else {
          if (items.isEmpty() && cursor.at("for")) {
            Expr made = comprehension(Expr.Collects.SET, key, Optional.empty(), open.start());
            Token close = cursor.expect("}");
            return widen((Expr.Comprehension) made, open.start(), close.end());
          }
          items.add(key);
        }
      }
      if (!cursor.accept(",")) {
        break;
      }
    }
    Token close = close("}");
    return items.isEmpty()
        ? grown(high, new Expr.DictOf(List.copyOf(entries), open.start(), close.end()))
        : grown(high, new Expr.SetOf(List.copyOf(items), open.start(), close.end()));
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
      cursor.expect("in");
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
      return grown(height, new Expr.Walrus(name, value, name.start(), value.end()));
    }
    return test;
  }

  /// The targets of a `for`: what stands before `in`.
  Expr targets() {
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
    Targets.check(result);
    height = 3;
    return result;
  }

  private Expr target() {
    if (cursor.at("*")) {
      Token star = cursor.next();
      Expr value = binary(LOWEST_BINARY);
      return new Expr.Starred(value, star.start(), value.end());
    }
    return binary(LOWEST_BINARY);
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
      } else if (cursor.at("*") && cursor.peek(1).is(",")) {
        cursor.next();
        if (star) {
          throw cursor.fail("* argument may appear only once", "");
        }
        star = true;
        if (cursor.peek(1).is(close) || cursor.peek(1).is("**")) {
          throw cursor.fail("named arguments must follow bare *", "");
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
        Token name = cursor.name("the name of a parameter");
        Optional<Expr> annotation =
            annotations && cursor.accept(":") ? Optional.of(one()) : Optional.empty();
        Optional<Expr> defaultValue = Optional.empty();
        if (cursor.at("=")) {
          if (kind == Expr.ParamKind.STAR || kind == Expr.ParamKind.DOUBLE_STAR) {
            throw cursor.fail("var-positional argument cannot have default value", "");
          }
          cursor.next();
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
