package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The grammar of statements. A statement with a fault is skipped with its block, and reading goes
/// on with the next one.
///
/// It is long because it is one grammar: a method for each statement of the language, first the
/// simple ones, then those with blocks.
final class Statements {
  private static final int MAX_FAULTS = 50;
  private static final int MAX_BLOCKS = 60;
  private static final int MAX_ELIF = 300;

  private final Cursor cursor;
  private final Expressions expressions;
  private final List<SyntaxFailure> faults = new ArrayList<>();
  private int blocks = 0;

  Statements(String source, Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new Expressions(source, cursor, Dialect.PROGRAM, 0);
  }

  List<SyntaxFailure> faults() {
    return faults;
  }

  List<Stmt> program() {
    List<Stmt> body = new ArrayList<>();
    while (!cursor.at(Token.Kind.END) && faults.size() < MAX_FAULTS) {
      if (cursor.at(Token.Kind.NEWLINE) || cursor.at(Token.Kind.DEDENT)) {
        cursor.next();
      } else {
        guarded(body);
      }
    }
    return body;
  }

  private void guarded(List<Stmt> body) {
    int mark = cursor.mark();
    int depth = blocks;
    try {
      statement(body);
    } catch (SyntaxFailure fault) {
      blocks = depth;
      expressions.surface();
      fault.reached = Math.max(fault.reached, cursor.furthest());
      faults.add(fault);
      skip(mark);
    }
  }

  /// To the start of the next statement of this block: past the line, and past the block below it.
  private void skip(int mark) {
    if (cursor.mark() == mark) {
      cursor.next();
    }
    Token.Kind before = cursor.before().kind();
    while (!cursor.at(Token.Kind.END)
        && before != Token.Kind.NEWLINE
        && !cursor.at(Token.Kind.DEDENT)) {
      before = cursor.next().kind();
    }
    if (cursor.at(Token.Kind.INDENT)) {
      int depth = 0;
      do {
        depth += cursor.at(Token.Kind.INDENT) ? 1 : cursor.at(Token.Kind.DEDENT) ? -1 : 0;
        cursor.next();
      } while (depth > 0 && !cursor.at(Token.Kind.END));
    }
    while (cursor.at("else") || cursor.at("elif") || cursor.at("except") || cursor.at("finally")) {
      while (!cursor.at(Token.Kind.END) && !cursor.at(Token.Kind.NEWLINE)) {
        cursor.next();
      }
      cursor.next();
      if (cursor.at(Token.Kind.INDENT)) {
        skip(-1);
      }
    }
  }

  private void statement(List<Stmt> out) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.KEYWORD) {
      switch (token.text()) {
        case "if" -> out.add(ifs());
        case "while" -> out.add(whiles());
        case "for" -> out.add(fors());
        case "def" -> out.add(def(List.of(), token.start()));
        case "class" -> out.add(classes(List.of(), token.start()));
        case "try" -> out.add(tries());
        case "with" ->
            throw Cursor.unsupported(
                "with is not part of this language",
                "call the methods yourself, in try and finally",
                token.start(),
                token.end());
        case "async" ->
            throw Cursor.unsupported(
                "async code is not part of this language",
                "write a plain def or for",
                token.start(),
                token.end());
        case "elif", "else", "except", "finally" ->
            throw cursor.fail(
                "invalid syntax",
                "no statement is open here that '" + token.text() + "' belongs to");
        case String other -> simpleLine(out);
      }
    } else if (token.is("@")) {
      out.add(decorated());
    } else {
      simpleLine(out);
    }
  }

  private void simpleLine(List<Stmt> out) {
    do {
      if (cursor.at(Token.Kind.NEWLINE)) {
        break;
      }
      out.add(simple());
    } while (cursor.accept(";"));
    if (cursor.at(Token.Kind.END) || cursor.at(Token.Kind.DEDENT)) {
      return;
    }
    if (!cursor.at(Token.Kind.NEWLINE)) {
      throw afterStatement();
    }
    cursor.next();
  }

  private static final Set<String> OPENERS = Set.of("if", "while", "for", "def", "class", "try");

  private SyntaxFailure afterStatement() {
    Token before = cursor.before();
    Token token = cursor.peek();
    if (before.kind() == Token.Kind.NAME && before.text().equals("match")) {
      return Cursor.unsupported(
          "match is not part of this language", "use if and elif", before.start(), before.end());
    }
    if (token.kind() == Token.Kind.KEYWORD && OPENERS.contains(token.text())) {
      return cursor.fail("invalid syntax", "start a new line before '" + token.text() + "'");
    }
    if (token.is("=")) {
      return cursor.fail("invalid syntax", "write == to compare");
    }
    return cursor.fail("invalid syntax", "the statement is complete before this");
  }

  private Stmt simple() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.KEYWORD) {
      return expressionOrAssignment();
    }
    return switch (token.text()) {
      case "pass" -> {
        cursor.next();
        yield new Stmt.Pass(token.start(), token.end());
      }
      case "break" -> {
        cursor.next();
        yield new Stmt.Break(token.start(), token.end());
      }
      case "continue" -> {
        cursor.next();
        yield new Stmt.Continue(token.start(), token.end());
      }
      case "return" -> {
        cursor.next();
        Optional<Expr> value =
            expressions.startsExpression()
                ? Optional.of(expressions.manyOrYield())
                : Optional.empty();
        yield new Stmt.Return(value, token.start(), cursor.before().end());
      }
      case "raise" -> {
        cursor.next();
        Optional<Expr> value =
            expressions.startsExpression() ? Optional.of(expressions.one()) : Optional.empty();
        Optional<Expr> cause =
            value.isPresent() && cursor.accept("from")
                ? Optional.of(expressions.one())
                : Optional.empty();
        yield new Stmt.Raise(value, cause, token.start(), cursor.before().end());
      }
      case "assert" -> {
        cursor.next();
        Expr test = expressions.one();
        Optional<Expr> message =
            cursor.accept(",") ? Optional.of(expressions.one()) : Optional.empty();
        yield new Stmt.Assert(test, message, token.start(), cursor.before().end());
      }
      case "del" -> {
        cursor.next();
        List<Expr> targets = new ArrayList<>();
        deletable(expressions.many(), targets);
        yield new Stmt.Del(List.copyOf(targets), token.start(), cursor.before().end());
      }
      case "global", "nonlocal" -> {
        cursor.next();
        List<Expr.Name> names = new ArrayList<>();
        do {
          Token name = cursor.name("a name");
          names.add(new Expr.Name(name.text(), name.start(), name.end()));
        } while (cursor.accept(","));
        int end = cursor.before().end();
        yield token.is("global")
            ? new Stmt.Global(List.copyOf(names), token.start(), end)
            : new Stmt.Nonlocal(List.copyOf(names), token.start(), end);
      }
      case "import" -> imports();
      case "from" -> fromImport();
      case String other -> expressionOrAssignment();
    };
  }

  private static void deletable(Expr target, List<Expr> targets) {
    switch (target) {
      case Expr.Name it -> targets.add(it);
      case Expr.Attribute it -> targets.add(it);
      case Expr.Index it -> targets.add(it);
      case Expr.TupleOf it -> it.items().forEach(item -> deletable(item, targets));
      case Expr.ListOf it -> it.items().forEach(item -> deletable(item, targets));
      case Expr other ->
          throw Cursor.fail("cannot delete " + Targets.kind(other), "", other.start(), other.end());
    }
  }

  private Stmt imports() {
    Token word = cursor.next();
    List<Stmt.Alias> modules = new ArrayList<>();
    do {
      int start = cursor.peek().start();
      String module = moduleName();
      int end = cursor.before().end();
      Optional<String> as =
          cursor.accept("as") ? Optional.of(cursor.name("a name").text()) : Optional.empty();
      modules.add(new Stmt.Alias(module, as, start, end));
    } while (cursor.accept(","));
    return new Stmt.Import(List.copyOf(modules), word.start(), cursor.before().end());
  }

  private String moduleName() {
    if (cursor.at(".") || cursor.at("...")) {
      throw Cursor.unsupported(
          "a chapter has no package to import from",
          "name the module: math, random, micrograd.engine, micrograd.nn or perilla",
          cursor.peek().start(),
          cursor.peek().end());
    }
    StringBuilder name = new StringBuilder(cursor.name("the name of a module").text());
    while (cursor.accept(".")) {
      name.append('.').append(cursor.name("the name of a module").text());
    }
    return name.toString();
  }

  private Stmt fromImport() {
    Token word = cursor.next();
    String module = moduleName();
    cursor.expect("import");
    if (cursor.accept("*")) {
      return new Stmt.FromImport(module, List.of(), true, word.start(), cursor.before().end());
    }
    boolean open = cursor.accept("(");
    List<Stmt.Alias> names = new ArrayList<>();
    do {
      if (open && cursor.at(")")) {
        break;
      }
      if (!names.isEmpty() && !open && cursor.at(Token.Kind.NEWLINE)) {
        throw cursor.fail(
            "trailing comma not allowed without surrounding parentheses", "take the comma away");
      }
      Token name = cursor.name("a name");
      Optional<String> as =
          cursor.accept("as") ? Optional.of(cursor.name("a name").text()) : Optional.empty();
      names.add(new Stmt.Alias(name.text(), as, name.start(), name.end()));
    } while (cursor.accept(","));
    if (open) {
      cursor.expect(")");
    }
    return new Stmt.FromImport(
        module, List.copyOf(names), false, word.start(), cursor.before().end());
  }

  private Stmt expressionOrAssignment() {
    Token first = cursor.peek();
    Expr left = expressions.manyOrYield();
    if (cursor.at("=")) {
      List<Expr> targets = new ArrayList<>();
      Expr value = left;
      int mark = cursor.mark();
      while (cursor.at("=")) {
        try {
          assignable(value);
        } catch (SyntaxFailure failure) {
          cursor.reset(mark);
          expressions.misassigned(last(left));
          throw failure;
        }
        cursor.next();
        targets.add(value);
        value = expressions.manyOrYield();
      }
      return new Stmt.Assign(List.copyOf(targets), value, first.start(), cursor.before().end());
    }
    if (cursor.at(":")) {
      if (!isTarget(left) || OPENERS.contains(first.text())) {
        throw unannotated(left);
      }
      cursor.next();
      if (cursor.at(Token.Kind.NEWLINE)) {
        throw cursor.fail("invalid syntax", "no statement that takes a block starts this line");
      }
      Expr annotation = expressions.one();
      Optional<Expr> value =
          cursor.accept("=") ? Optional.of(expressions.manyOrYield()) : Optional.empty();
      return new Stmt.Annotated(
          left,
          left.start() > first.start(),
          annotation,
          value,
          first.start(),
          cursor.before().end());
    }
    Token sign = cursor.peek();
    if (sign.kind() == Token.Kind.OPERATOR
        && sign.text().length() > 1
        && sign.text().endsWith("=")) {
      Optional<BinaryOp> op =
          Expressions.binaryOp(sign.text().substring(0, sign.text().length() - 1));
      if (op.isPresent()) {
        if (!isTarget(left)) {
          throw Cursor.fail(
              "'" + Targets.kind(left) + "' is an illegal expression for augmented assignment",
              "",
              left.start(),
              left.end());
        }
        cursor.next();
        Expr value = expressions.manyOrYield();
        return new Stmt.Augmented(left, op.get(), value, first.start(), cursor.before().end());
      }
    }
    if (left instanceof Expr.Starred star) {
      throw Cursor.fail("can't use starred expression here", "", star.start(), star.end());
    }
    return new Stmt.Expression(left, first.start(), cursor.before().end());
  }

  /// What is said of an expression that a type follows.
  private SyntaxFailure unannotated(Expr left) {
    int mark = cursor.mark();
    cursor.next();
    boolean typed = expressions.tried(expressions::one).isPresent();
    cursor.reset(mark);
    return !typed || left instanceof Expr.Yield
        ? cursor.fail("invalid syntax", "")
        : Cursor.fail(
            left instanceof Expr.TupleOf || left instanceof Expr.ListOf
                ? "only single target (not " + Targets.kind(left) + ") can be annotated"
                : "illegal target for annotation",
            "",
            left.start(),
            left.end());
  }

  /// The last of several expressions without brackets around them, or the only one.
  private static Expr last(Expr expr) {
    return expr instanceof Expr.TupleOf tuple
            && !tuple.items().isEmpty()
            && tuple.items().getLast().end() == tuple.end()
        ? tuple.items().getLast()
        : expr;
  }

  private static boolean isTarget(Expr expr) {
    return expr instanceof Expr.Name
        || expr instanceof Expr.Attribute
        || expr instanceof Expr.Index;
  }

  private static void assignable(Expr target) {
    if (target instanceof Expr.Yield) {
      throw Cursor.fail(
          "assignment to yield expression not possible", "", target.start(), target.end());
    }
    Targets.check(target);
  }

  /// Words that Python expects a colon after, whatever stands there.
  private static final Set<String> INSISTENT = Set.of("def", "else", "try", "finally");

  private List<Stmt> block(String owner, Token opener) {
    if (!cursor.at(":")) {
      throw cursor.fail(
          cursor.at(Token.Kind.NEWLINE) || INSISTENT.contains(opener.text())
              ? "expected ':'"
              : "invalid syntax",
          "write : here; the block starts on the next line");
    }
    cursor.next();
    List<Stmt> body = new ArrayList<>();
    if (!cursor.at(Token.Kind.NEWLINE)) {
      simpleLine(body);
      return List.copyOf(body);
    }
    cursor.next();
    if (!cursor.at(Token.Kind.INDENT)) {
      throw cursor
          .fail(
              LanguageCode.INDENTATION,
              "expected an indented block after " + owner + " on line {line}",
              "indent its lines, or write pass")
          .naming(opener.start());
    }
    cursor.next();
    if (++blocks > MAX_BLOCKS) {
      throw new SyntaxFailure(
          LanguageCode.TOO_DEEP,
          "too many statically nested blocks",
          "put the inner ones into a function",
          opener.start(),
          opener.end());
    }
    while (!cursor.at(Token.Kind.DEDENT)
        && !cursor.at(Token.Kind.END)
        && faults.size() < MAX_FAULTS) {
      if (cursor.at(Token.Kind.NEWLINE)) {
        cursor.next();
      } else {
        guarded(body);
      }
    }
    blocks--;
    if (cursor.at(Token.Kind.DEDENT)) {
      cursor.next();
    }
    return List.copyOf(body);
  }

  private int lastEnd() {
    int ahead = cursor.mark();
    cursor.reset(Math.max(0, ahead - 1));
    int at = ahead - 1;
    while (at > 0
        && (cursor.at(Token.Kind.DEDENT)
            || cursor.at(Token.Kind.NEWLINE)
            || cursor.at(Token.Kind.INDENT))) {
      cursor.reset(--at);
    }
    int end = cursor.peek().end();
    cursor.reset(ahead);
    return end;
  }

  private Stmt ifs() {
    record Arm(Token word, Expr test, List<Stmt> body) {}
    List<Arm> arms = new ArrayList<>();
    Token word = cursor.next();
    Expr test = expressions.named();
    arms.add(new Arm(word, test, block("'if' statement", word)));
    while (cursor.at("elif")) {
      Token elif = cursor.next();
      if (arms.size() > MAX_ELIF) {
        throw new SyntaxFailure(
            LanguageCode.TOO_DEEP,
            "more than " + MAX_ELIF + " elif",
            "use a dict",
            elif.start(),
            elif.end());
      }
      Expr next = expressions.named();
      arms.add(new Arm(elif, next, block("'elif' statement", elif)));
    }
    List<Stmt> otherwise = elseBlock();
    int end = lastEnd();
    for (int i = arms.size() - 1; i >= 0; i--) {
      Arm arm = arms.get(i);
      otherwise = List.of(new Stmt.If(arm.test(), arm.body(), otherwise, arm.word().start(), end));
    }
    return otherwise.get(0);
  }

  private List<Stmt> elseBlock() {
    if (!cursor.at("else")) {
      return List.of();
    }
    Token word = cursor.next();
    return block("'else' statement", word);
  }

  private Stmt whiles() {
    Token word = cursor.next();
    Expr test = expressions.named();
    List<Stmt> body = block("'while' statement", word);
    List<Stmt> otherwise = elseBlock();
    return new Stmt.While(test, body, otherwise, word.start(), lastEnd());
  }

  private Stmt fors() {
    Token word = cursor.next();
    Expr target = expressions.targets();
    Expr iterable = expressions.many();
    List<Stmt> body = block("'for' statement", word);
    List<Stmt> otherwise = elseBlock();
    return new Stmt.For(target, iterable, body, otherwise, word.start(), lastEnd());
  }

  private Stmt decorated() {
    int start = cursor.peek().start();
    List<Expr> decorators = new ArrayList<>();
    while (cursor.accept("@")) {
      decorators.add(expressions.named());
      if (!cursor.at(Token.Kind.NEWLINE)) {
        throw cursor.fail("invalid syntax", "a decorator stands on a line of its own");
      }
      cursor.next();
    }
    if (cursor.at("def")) {
      return def(List.copyOf(decorators), start);
    }
    if (cursor.at("class")) {
      return classes(List.copyOf(decorators), start);
    }
    throw cursor.unexpected("def or class");
  }

  private Stmt def(List<Expr> decorators, int start) {
    Token word = cursor.next();
    Token name = cursor.name("the name of the function");
    if (!cursor.at("(")) {
      throw cursor.fail(
          "expected '('", "write the parameters in parentheses, () where there are none");
    }
    cursor.next();
    Expr.Params params = new Expr.Params(expressions.params(")", true));
    cursor.expect(")");
    Optional<Expr> returns =
        cursor.accept("->") ? Optional.of(expressions.one()) : Optional.empty();
    List<Stmt> body = block("function definition", word);
    return new Stmt.Def(
        name.text(), params, returns, body, decorators, name.start(), start, lastEnd());
  }

  private Stmt classes(List<Expr> decorators, int start) {
    Token word = cursor.next();
    Token name = cursor.name("the name of the class");
    List<Expr> bases = new ArrayList<>();
    if (cursor.accept("(")) {
      while (!cursor.at(")")) {
        if (cursor.at(Token.Kind.NAME) && cursor.peek(1).is("=")) {
          throw Cursor.unsupported(
              "metaclasses and class keywords are not part of this language",
              "leave it out",
              cursor.peek().start(),
              cursor.peek().end());
        }
        bases.add(expressions.one());
        if (!cursor.at(")")) {
          cursor.expect(",");
        }
      }
      cursor.expect(")");
    }
    if (bases.size() > 1) {
      Expr second = bases.get(1);
      throw Cursor.unsupported(
          "a class has one base here; multiple inheritance is not part of this language",
          "inherit from one class and keep an object of the other in an attribute",
          second.start(),
          second.end());
    }
    List<Stmt> body = block("class definition", word);
    return new Stmt.ClassDef(
        name.text(), List.copyOf(bases), body, decorators, name.start(), start, lastEnd());
  }

  private Stmt tries() {
    Token word = cursor.next();
    List<Stmt> body = block("'try' statement", word);
    List<Stmt.Handler> handlers = new ArrayList<>();
    while (cursor.at("except")) {
      Token except = cursor.next();
      if (cursor.at("*")) {
        throw Cursor.unsupported(
            "except* is not part of this language",
            "write except",
            cursor.peek().start(),
            cursor.peek().end());
      }
      Optional<Expr> type = Optional.empty();
      Optional<String> name = Optional.empty();
      if (!cursor.at(":") && !cursor.at(Token.Kind.NEWLINE)) {
        type = Optional.of(expressions.one());
        if (cursor.at(",")) {
          throw Cursor.fail(
              "multiple exception types must be parenthesized",
              "",
              type.get().start(),
              cursor.peek().end());
        }
        if (cursor.accept("as")) {
          name = Optional.of(cursor.name("a name").text());
        }
      }
      if (!handlers.isEmpty() && handlers.get(handlers.size() - 1).type().isEmpty()) {
        throw Cursor.fail("default 'except:' must be last", "", except.start(), except.end());
      }
      List<Stmt> handled = block("'except' statement", except);
      handlers.add(new Stmt.Handler(type, name, handled, except.start(), lastEnd()));
    }
    List<Stmt> otherwise = handlers.isEmpty() ? List.of() : elseBlock();
    List<Stmt> last = List.of();
    if (cursor.at("finally")) {
      Token finallyWord = cursor.next();
      last = block("'finally' statement", finallyWord);
    } else if (handlers.isEmpty()) {
      throw cursor.fail("expected 'except' or 'finally' block", "a try needs one of them after it");
    }
    return new Stmt.Try(body, List.copyOf(handlers), otherwise, last, word.start(), lastEnd());
  }
}
