package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.resolve.Place;
import dev.perilla.engine.language.resolve.Resolver;
import dev.perilla.engine.language.resolve.Scope;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import dev.perilla.engine.language.syntax.UnaryOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the resolved tree to nodes. Long, because it has a case for each form of the tree.
final class Compiler {
  private final Unit unit;
  private final IdentityHashMap<Object, Scope> scopes;
  private final Map<String, GlobalCell> globals;
  private final Map<String, Object> builtins;
  private final Set<String> known;
  private final Watches watches;
  private final Identity identity;
  private final String module;
  private Scope scope;
  private Code code;
  private String prefix = ""; // of qualified names
  private boolean types = false; // inside an annotation, where list[int] may stand
  private final Set<String> imported = new HashSet<>(); // a call of theirs begins with the name
  private boolean postponed = false; // annotations, by from __future__ import annotations
  private boolean memo = false; // inside an expression with a yield: remember the parts
  private final boolean holds; // whether generators may have something to do when they are closed
  private int firstParameter = -1;

  /// Where CPython's compiler would be, which is what its tracebacks mark of a test that fails: the
  /// statement or expression around the test, or the last comparison in it so far.
  private Syntax at;

  private final Set<String> defined = new HashSet<>(); // by the module, of the engine's own names
  private final List<GlobalCell> named = new ArrayList<>(); // as often as an expression names them

  /// Who notes the value of the statement on a line.
  interface Watches {
    Watches NONE = statement -> null;

    @Nullable Watch of(Stmt statement);
  }

  Compiler(
      Unit unit,
      Resolver.Resolution resolution,
      Map<String, GlobalCell> globals,
      Set<String> known,
      Watches watches,
      Identity identity,
      boolean holds,
      String module) {
    this.identity = identity;
    this.holds = holds;
    this.unit = unit;
    this.scopes = resolution.scopes();
    this.globals = globals;
    this.builtins = Builtins.ALL;
    this.known = known;
    this.watches = watches;
    this.module = module;
    this.scope = resolution.module();
    this.code = new Code("<module>", "<module>", unit);
    this.code.slots = scope.slots();
    this.code.module = module;
    this.code.holds = holds;
    this.at = syntax(0, 0);
  }

  Code code() {
    return code;
  }

  /// Whether a program may have generators that have something to do when they are closed.
  static boolean holds(String text) {
    return text.contains("yield") && (text.contains("try") || text.contains("close"));
  }

  // Statements

  Stm program(List<Stmt> body) {
    body.forEach(this::define);
    return block(body, new Syntax(unit, 0, 0, -1, -1));
  }

  /// A program that defines or imports a name which only the engine has at hand does not have it
  /// before, as in Python.
  private void define(Stmt statement) {
    switch (statement) {
      case Stmt.Def def -> defined.add(def.name());
      case Stmt.ClassDef type -> defined.add(type.name());
      case Stmt.FromImport from ->
          from.names().forEach(it -> defined.add(it.as().orElse(it.name())));
      case Stmt other -> {}
    }
    defined.retainAll(Modules.OWN);
  }

  private Syntax syntax(int start, int end) {
    return new Syntax(unit, start, end, -1, -1);
  }

  private Syntax syntax(Stmt it) {
    return syntax(it.start(), it.end());
  }

  private Syntax syntax(Expr it) {
    return syntax(it.start(), it.end());
  }

  /// Where an attribute stands, or its call: it begins with its name where that is on a line after
  /// the first.
  private Syntax syntax(Expr whole, Expr.Attribute attribute) {
    int newline = unit.text().value().indexOf('\n', whole.start());
    boolean later = newline >= 0 && newline < attribute.end();
    return syntax(later ? attribute.end() - attribute.name().length() : whole.start(), whole.end());
  }

  private Stm block(List<Stmt> body, Syntax syntax) {
    List<Stm> made = new ArrayList<>();
    boolean yields = false;
    for (Stmt statement : body) {
      yields |= Yields.in(statement);
      statement(statement, made);
    }
    made.replaceAll(this::whole);
    if (yields) {
      return new GeneratorNodes.Block(syntax, made.toArray(new Stm[0]), code.states++);
    }
    return new StatementNodes.Block(syntax, made.toArray(new Stm[0]));
  }

  private Stm block(List<Stmt> body, Stmt owner) {
    return block(body, syntax(owner));
  }

  private void statement(Stmt statement, List<Stm> out) {
    Syntax syntax = syntax(statement);
    at = syntax;
    switch (statement) {
      case Stmt.Expression it -> out.add(expression(it, syntax));
      case Stmt.Assign it -> {
        int from = named.size();
        Node value = watched(it, top(it.value()), from);
        if (it.targets().size() == 1) {
          out.add(assign(syntax, it.targets().get(0), it.value(), value, from));
        } else {
          List<Node.Target> targets = new ArrayList<>();
          it.targets().forEach(target -> targets.add(target(target)));
          out.add(
              new StatementNodes.AssignMany(syntax, targets.toArray(new Node.Target[0]), value));
        }
      }
      case Stmt.Augmented it -> out.add(augmented(it, syntax));
      case Stmt.Annotated it -> {
        if (it.value().isPresent()) {
          int from = named.size();
          Expr tree = it.value().get();
          out.add(assign(syntax, it.target(), tree, watched(it, top(tree), from), from));
        } else {
          switch (it.target()) {
            case Expr.Attribute at -> out.add(evaluated(expr(at.object())));
            case Expr.Index at -> {
              out.add(evaluated(expr(at.object())));
              out.add(evaluated(expr(at.index())));
            }
            case Expr other -> {}
          }
        }
        if (!scope.isFunction() && !postponed) {
          out.add(evaluated(type(it.annotation())));
        }
      }
      case Stmt.If it -> {
        Node test = test(it.test());
        Stm then = block(it.then(), it);
        Stm otherwise = block(it.otherwise(), it);
        out.add(
            Yields.in(it)
                ? new GeneratorNodes.If(test.syntax, test, then, otherwise, code.states++)
                : new StatementNodes.If(test.syntax, test, then, otherwise));
      }
      case Stmt.While it -> {
        Node test = test(it.test());
        Stm body = block(it.body(), it);
        Stm otherwise = block(it.otherwise(), it);
        out.add(
            Yields.in(it)
                ? new GeneratorNodes.While(test.syntax, test, body, otherwise, code.states++)
                : new LoopNodes.While(test.syntax, test, body, otherwise));
      }
      case Stmt.For it -> {
        Node.Target target = target(it.target());
        Node iterable = isWalked(it.iterable()) ? walked(it.iterable()) : top(it.iterable());
        int slot = code.slots;
        code.slots += Yields.in(it) ? 1 : 0;
        Stm body = block(it.body(), it);
        Stm otherwise = block(it.otherwise(), it);
        out.add(
            Yields.in(it)
                ? new GeneratorNodes.For(
                    syntax, target, iterable, body, otherwise, code.states++, slot)
                : new LoopNodes.For(syntax, target, gone(syntax, iterable), body, otherwise));
      }
      case Stmt.Def it -> out.add(def(it));
      case Stmt.ClassDef it -> out.add(classDef(it));
      case Stmt.Return it -> {
        int from = named.size();
        out.add(
            new StatementNodes.Return(
                syntax,
                it.value().isPresent()
                    ? watched(it, top(it.value().get()), from)
                    : new DataNodes.Constant(syntax, Singleton.NONE)));
      }
      case Stmt.Raise it ->
          out.add(
              new TryNodes.Raise(
                  syntax,
                  it.exception().map(this::top).orElse(null),
                  it.cause().map(this::top).orElse(null)));
      case Stmt.Try it -> out.add(tries(it, syntax));
      case Stmt.Assert it -> {
        Node test = test(it.test());
        out.add(new StatementNodes.Assert(at, test, it.message().map(this::top).orElse(null)));
      }
      case Stmt.Del it -> {
        List<Node.Target> targets = new ArrayList<>();
        it.targets().forEach(target -> targets.add(target(target)));
        out.add(new StatementNodes.Del(syntax, targets.toArray(new Node.Target[0])));
      }
      case Stmt.Pass it -> {}
      case Stmt.Break it -> out.add(new StatementNodes.Nothing(syntax, Stm.BREAK));
      case Stmt.Continue it -> out.add(new StatementNodes.Nothing(syntax, Stm.CONTINUE));
      case Stmt.Global it -> {}
      case Stmt.Nonlocal it -> {}
      case Stmt.Import it -> {
        for (Stmt.Alias alias : it.modules()) {
          boolean whole = alias.as().isPresent();
          String first = alias.first();
          imports(alias.as().orElse(first));
          out.add(
              new DefNodes.Import(
                  syntax,
                  whole ? alias.name() : first,
                  null,
                  name(alias.as().orElse(first), syntax)));
        }
      }
      case Stmt.FromImport it -> {
        if (it.module().equals("__future__")) {
          postponed |= it.names().stream().anyMatch(one -> one.name().equals("annotations"));
          return;
        }
        if (it.all()) {
          out.add(new DefNodes.ImportAll(syntax, it.module()));
        }
        for (Stmt.Alias alias : it.names()) {
          imports(alias.as().orElse(alias.name()));
          out.add(
              new DefNodes.Import(
                  syntax,
                  it.module(),
                  alias.name(),
                  name(alias.as().orElse(alias.name()), syntax)));
        }
      }
    }
  }

  private void imports(String name) {
    if (code.name.equals("<module>")) {
      imported.add(name);
    }
  }

  private Stm expression(Stmt.Expression it, Syntax syntax) {
    if (it.value() instanceof Expr.Yield yield
        && (yield.value().isEmpty() || !Yields.in(yield.value().get()))) {
      return new GeneratorNodes.YieldStatement(
          syntax(yield),
          yield.value().isPresent()
              ? expr(yield.value().get())
              : new DataNodes.Constant(syntax, Singleton.NONE));
    }
    int from = named.size();
    Node value = top(it.value());
    boolean prints =
        it.value() instanceof Expr.Call call
            && call.callee() instanceof Expr.Name name
            && name.id().equals("print");
    return new StatementNodes.Expression(
        syntax, watched(it, prints ? new DataNodes.Printed(value, namedSince(from)) : value, from));
  }

  private static boolean isConstant(Expr expr) {
    return expr instanceof Expr.Num || expr instanceof Expr.Str || expr instanceof Expr.Constant;
  }

  /// In programs whose generators wait, a statement lets go of what it has worked on.
  private Stm whole(Stm made) {
    return holds ? new Holding.Whole(made) : made;
  }

  /// And a part of an expression is held.
  private Node part(Node made) {
    return !holds || DataNodes.isConstant(made) || made instanceof DataNodes.Star
        ? made
        : new Holding.Part(made);
  }

  /// And what is assigned to lets go of what it has held.
  private Node.Target into(Node.Target made) {
    return holds ? new Holding.Into((Node) made) : made;
  }

  /// And what is assigned moves there.
  private Node moved(Node value) {
    return holds ? new Holding.Moved(value) : value;
  }

  /// And a loop holds what it goes through.
  private Node gone(Syntax syntax, Node iterable) {
    return holds ? new Holding.Walked(syntax, iterable) : iterable;
  }

  /// @param from how many names had been compiled before the value
  private Node watched(Stmt statement, Node value, int from) {
    Watch watch = watches.of(statement);
    return watch == null ? value : new DataNodes.Observed(value, watch, namedSince(from));
  }

  /// The names of the module that were compiled since there were `from`.
  GlobalCell[] namedSince(int from) {
    return new LinkedHashSet<>(named.subList(from, named.size())).toArray(new GlobalCell[0]);
  }

  private Stm assign(Syntax syntax, Expr to, Expr tree, Node value, int from) {
    GlobalCell[] names = namedSince(from);
    Node.Target target = target(to);
    if (target instanceof DataNodes.Unpack row
        && holds
        && tree instanceof Expr.TupleOf values
        && isSwapped(to, values)) {
      row.turn();
    }
    Object named = target instanceof Holding.Into into ? into.target : target;
    return named instanceof NameNodes.Global global && mayCopy(tree)
        ? new StatementNodes.AssignGlobal(syntax, target, global.cell(), moved(value), names)
        : new StatementNodes.Assign(syntax, target, moved(value));
  }

  /// Whether CPython assigns the values of a row from the last to the first: two or three to as
  /// many local variables, on one line.
  private boolean isSwapped(Expr to, Expr.TupleOf values) {
    List<Expr> names =
        switch (to) {
          case Expr.TupleOf row -> row.items();
          case Expr.ListOf row -> row.items();
          case Expr other -> List.of();
        };
    int count = names.size();
    return (count == 2 || count == 3)
        && values.items().size() == count
        && values.items().stream().noneMatch(Expr.Starred.class::isInstance)
        && !values.items().stream().allMatch(Compiler::isConstant)
        && syntax(names.get(0)).isOnLineOf(syntax(names.get(count - 1)))
        && names.stream()
                .filter(
                    it -> it instanceof Expr.Name name && place(name.id()) instanceof Place.Local)
                .map(it -> ((Expr.Name) it).id())
                .distinct()
                .count()
            == count;
  }

  /// Whether the value of a tree may be a copy of gradients, and not made from them.
  private static boolean mayCopy(Expr tree) {
    if (tree instanceof Expr.ListOf list) {
      return list.items().stream().anyMatch(Compiler::mayCopy);
    }
    if (tree instanceof Expr.TupleOf tuple) {
      return tuple.items().stream().anyMatch(Compiler::mayCopy);
    }
    return tree instanceof Expr.Call
        || tree instanceof Expr.Name
        || tree instanceof Expr.Index
        || tree instanceof Expr.Comprehension
        || (tree instanceof Expr.Attribute attribute && attribute.name().equals("grad"));
  }

  private Stm augmented(Stmt.Augmented it, Syntax syntax) {
    Watch watch = watches.of(it);
    if (it.target() instanceof Expr.Name) {
      boolean yields = Yields.in(it.value());
      int from = code.slots;
      int names = named.size();
      memo = yields;
      Node result =
          OperatorNodes.binary(syntax, it.op(), true, expr(it.target()), operand(it.value()));
      memo = false;
      if (yields) {
        result = new GeneratorNodes.MemoScope(result, from, code.slots);
      }
      result = moved(part(result));
      return new StatementNodes.Assign(
          syntax,
          target(it.target()),
          watch == null ? result : new DataNodes.Observed(result, watch, namedSince(names)));
    }
    if (it.target() instanceof Expr.Attribute attribute) {
      return new StatementNodes.AugmentedAttribute(
          syntax, attribute(attribute), it.op(), top(it.value()), code.slots++, watch);
    }
    return new StatementNodes.AugmentedIndex(
        syntax, index((Expr.Index) it.target()), it.op(), top(it.value()), code.slots++, watch);
  }

  private Stm tries(Stmt.Try it, Syntax syntax) {
    Stm body = block(it.body(), it);
    List<TryNodes.Handler> handlers = new ArrayList<>();
    for (Stmt.Handler handler : it.handlers()) {
      Syntax place = syntax(handler.start(), handler.end());
      handlers.add(
          new TryNodes.Handler(
              handler.type().map(this::top).orElse(null),
              handler.name().isPresent() ? name(handler.name().get(), place) : null,
              block(handler.body(), it),
              place));
    }
    Stm otherwise = block(it.otherwise(), it);
    Stm last = it.last().isEmpty() ? null : block(it.last(), it);
    TryNodes.Handler[] all = handlers.toArray(new TryNodes.Handler[0]);
    if (Yields.in(it)) {
      int state = code.states;
      int slot = code.slots;
      code.states += 2;
      code.slots += 3;
      List<Stmt> closing = Closing.of(it);
      return new GeneratorNodes.Try(
          syntax,
          body,
          all,
          otherwise,
          last,
          state,
          slot,
          !closing.isEmpty(),
          Closing.isHeard(closing));
    }
    return new TryNodes.Try(syntax, body, all, otherwise, last);
  }

  private static int[] ints(List<Integer> list) {
    int[] all = new int[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = list.get(i);
    }
    return all;
  }

  private static Stm evaluated(Node value) {
    return new StatementNodes.Expression(value.syntax, value);
  }

  private Node type(Expr annotation) {
    types = true;
    Node made = expr(annotation);
    types = false;
    return made;
  }

  /// The order in which CPython evaluates annotations.
  private static final List<Expr.ParamKind> ANNOTATED =
      List.of(
          Expr.ParamKind.PLAIN,
          Expr.ParamKind.POSITION_ONLY,
          Expr.ParamKind.STAR,
          Expr.ParamKind.KEYWORD_ONLY,
          Expr.ParamKind.DOUBLE_STAR);

  private Node annotated(Stmt.Def it, Node made) {
    List<Node> annotations = new ArrayList<>();
    if (!postponed) {
      for (Expr.ParamKind kind : ANNOTATED) {
        for (Expr.Param param : it.params().list()) {
          if (param.kind() == kind) {
            param.annotation().ifPresent(annotation -> annotations.add(type(annotation)));
          }
        }
      }
      it.returns().ifPresent(annotation -> annotations.add(type(annotation)));
    }
    return annotations.isEmpty()
        ? made
        : new DefNodes.Annotated(made, annotations.toArray(new Node[0]));
  }

  private Stm def(Stmt.Def it) {
    Syntax syntax = syntax(it.nameStart(), it.nameStart() + it.name().length());
    String doc = doc(it.body());
    Node function = function(it, it.name(), it.params(), syntax, doc, () -> block(it.body(), it));
    Node made = annotated(it, function);
    return new StatementNodes.Assign(
        syntax(it), name(it.name(), syntax), decorated(it.decorators(), made));
  }

  private static @Nullable String doc(List<Stmt> body) {
    return !body.isEmpty()
            && body.get(0) instanceof Stmt.Expression first
            && first.value() instanceof Expr.Str text
        ? text.value()
        : null;
  }

  private Node decorated(List<Expr> decorators, Node made) {
    if (decorators.isEmpty()) {
      return made;
    }
    return new DefNodes.Decorated(made.syntax, exprs(decorators), made);
  }

  /// What makes the body of a function while its scope is open.
  private interface Body {
    Stm make();
  }

  private DefNodes.Function function(
      Object owner,
      String name,
      Expr.Params params,
      Syntax syntax,
      @Nullable String doc,
      Body body) {
    Scope inner = scopeOf(owner);
    List<Expr.Param> order = new ArrayList<>();
    List<Expr.Param> keywordOnly = new ArrayList<>();
    boolean star = false;
    boolean doubleStar = false;
    int positionOnly = 0;
    for (Expr.Param param : params.list()) {
      switch (param.kind()) {
        case POSITION_ONLY -> {
          order.add(param);
          positionOnly++;
        }
        case PLAIN -> order.add(param);
        case KEYWORD_ONLY -> keywordOnly.add(param);
        case STAR -> star = true;
        case DOUBLE_STAR -> doubleStar = true;
      }
    }
    int positional = order.size();
    order.addAll(keywordOnly);
    @Nullable Node[] defaults = new @Nullable Node[order.size()];
    String[] names = new String[order.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = inner.mangled(order.get(i).name());
      defaults[i] = order.get(i).defaultValue().map(this::expr).orElse(null);
    }
    int parameters = names.length + (star ? 1 : 0) + (doubleStar ? 1 : 0);
    return function(
        inner,
        name,
        syntax,
        doc,
        body,
        new Header(names, positionOnly, positional, star, doubleStar, parameters),
        defaults);
  }

  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  private record Header(
      String[] names,
      int positionOnly,
      int positional,
      boolean star,
      boolean doubleStar,
      int count) {}

  private DefNodes.Function function(
      Scope inner,
      String name,
      Syntax syntax,
      @Nullable String doc,
      Body body,
      Header header,
      @Nullable Node[] defaults) {
    DefNodes.Capture[] captures = captures(inner);
    List<Integer> cells = new ArrayList<>();
    for (int slot : inner.cells()) {
      if (slot < header.count()) {
        cells.add(slot);
      }
    }
    Signature signature =
        new Signature(
            header.names(),
            header.positionOnly(),
            header.positional(),
            header.star(),
            header.doubleStar(),
            ints(cells));
    Scope outerScope = scope;
    Code outerCode = code;
    String outerPrefix = prefix;
    boolean outerMemo = memo;
    int outerFirst = firstParameter;
    memo = false;
    scope = inner;
    code = code(name);
    code.module = module;
    code.doc = doc;
    code.slots = inner.slots();
    code.scope = inner;
    code.generator = inner.isGenerator();
    firstParameter = header.positional() > 0 ? 0 : -1;
    prefix = prefix + name + (name.equals("<genexpr>") ? "." : ".<locals>.");
    Stm written = body.make();
    Stm made = holds ? new Holding.Body(written, header.count()) : written;
    Code own = code;
    scope = outerScope;
    code = outerCode;
    prefix = outerPrefix;
    memo = outerMemo;
    firstParameter = outerFirst;
    return new DefNodes.Function(syntax, own, signature, made, defaults, captures);
  }

  private Code code(String name) {
    Code made = new Code(identity.name(name), identity.name(prefix + name), unit);
    made.holds = holds;
    return made;
  }

  private Scope scopeOf(Object owner) {
    Scope inner = scopes.get(owner);
    if (inner == null) {
      throw new IllegalStateException("the tree was not resolved");
    }
    return inner;
  }

  private DefNodes.Capture[] captures(Scope inner) {
    List<String> free = inner.free();
    DefNodes.Capture[] captures = new DefNodes.Capture[free.size()];
    for (int i = 0; i < captures.length; i++) {
      captures[i] =
          switch (place(free.get(i))) {
            case Place.CellLocal local -> new DefNodes.Capture(true, local.slot());
            case Place.Free outer -> new DefNodes.Capture(false, outer.index());
            case Place.ClassName name ->
                new DefNodes.Capture(false, scope.free().indexOf(name.name()));
            case Place other ->
                throw new IllegalStateException("no cell for " + free.get(i) + ": " + other);
          };
    }
    return captures;
  }

  private Place place(String name) {
    if (name.equals("__class__") && scope.slot("__class__") >= 0) {
      return new Place.CellLocal(scope.slot("__class__"));
    }
    return scope.find(name);
  }

  private Stm classDef(Stmt.ClassDef it) {
    String word = "class";
    Syntax syntax =
        syntax(unit.text().value().lastIndexOf(word, it.nameStart() - word.length()), it.end());
    Node base = it.bases().isEmpty() ? null : expr(it.bases().get(0));
    Scope inner = scopeOf(it);
    DefNodes.Capture[] captures = captures(inner);
    Scope outerScope = scope;
    Code outerCode = code;
    String outerPrefix = prefix;
    scope = inner;
    code = code(it.name());
    code.module = module;
    code.slots = inner.slots();
    code.scope = inner;
    prefix = prefix + it.name() + ".";
    Stm body = block(it.body(), it);
    Code own = code;
    scope = outerScope;
    code = outerCode;
    prefix = outerPrefix;
    Node made =
        new DefNodes.ClassOf(
            syntax, own, base, body, captures, inner.slot("__class__"), doc(it.body()));
    return new StatementNodes.Assign(
        syntax(it), name(it.name(), syntax), decorated(it.decorators(), made));
  }

  // Targets

  private Node.Target name(String id, Syntax syntax) {
    return into((Node.Target) nameNode(id, syntax));
  }

  private Node nameNode(String written, Syntax syntax) {
    String id = identity.name(scope.mangled(written));
    return at(place(id), id, syntax);
  }

  private Node at(Place place, String id, Syntax syntax) {
    return switch (place) {
      case Place.Local local ->
          new NameNodes.Local(syntax, local.slot(), id, scope.isAroundComprehension(id));
      case Place.CellLocal local ->
          new NameNodes.CellLocal(syntax, local.slot(), id, scope.isAroundComprehension(id));
      case Place.Free free -> new NameNodes.Free(syntax, free.index(), id);
      case Place.Global global -> new NameNodes.Global(syntax, global(global.name()));
      case Place.ClassName name ->
          new NameNodes.InClass(syntax, id, new NameNodes.Global(syntax, global(name.name())));
    };
  }

  private GlobalCell global(String name) {
    GlobalCell cell = globals.computeIfAbsent(name, GlobalCell::new);
    if (cell.builtin == null && !defined.contains(name)) {
      cell.builtin = builtins.get(name);
    }
    named.add(cell);
    return cell;
  }

  private Node.Target target(Expr target) {
    return switch (target) {
      case Expr.Name it -> name(it.id(), syntax(it));
      case Expr.Attribute it -> into(attribute(it));
      case Expr.Index it -> into(index(it));
      case Expr.TupleOf it -> unpack(it.items(), syntax(it));
      case Expr.ListOf it -> unpack(it.items(), syntax(it));
      case Expr other -> throw new IllegalStateException("no target: " + other);
    };
  }

  private Node.Target unpack(List<Expr> items, Syntax syntax) {
    Node.Target[] targets = new Node.Target[items.size()];
    int star = -1;
    for (int i = 0; i < targets.length; i++) {
      Expr item = items.get(i);
      if (item instanceof Expr.Starred starred) {
        star = i;
        item = starred.value();
      }
      targets[i] = target(item);
    }
    return new DataNodes.Unpack(syntax, targets, star);
  }

  private CallNodes.Attribute attribute(Expr.Attribute it) {
    return new CallNodes.Attribute(
        syntax(it, it), expr(it.object()), identity.name(scope.mangled(it.name())));
  }

  private DataNodes.Index index(Expr.Index it) {
    return new DataNodes.Index(
        new Syntax(unit, it.start(), it.end(), it.bracket(), it.end()),
        expr(it.object()),
        expr(it.index()));
  }

  // Expressions

  /// A whole expression of a statement; if it holds a yield, its parts are remembered.
  Node top(Expr tree) {
    if (!Yields.in(tree)) {
      return expr(tree);
    }
    int from = code.slots;
    memo = true;
    Node made = expr(tree);
    memo = false;
    return part(new GeneratorNodes.MemoScope(made, from, code.slots));
  }

  private Node[] exprs(List<Expr> list) {
    Node[] made = new Node[list.size()];
    for (int i = 0; i < made.length; i++) {
      made[i] = expr(list.get(i));
    }
    return made;
  }

  Node expr(Expr tree) {
    int from = code.slots;
    return remembered(from, placed(tree));
  }

  private Node placed(Expr tree) {
    Syntax outer = at;
    at = syntax(tree);
    Node made = plain(tree);
    at = outer;
    return made;
  }

  /// What an operator is applied to: the gradient that it reads is put nowhere.
  private Node operand(Expr tree) {
    int from = code.slots;
    return tree instanceof Expr.Attribute it ? remembered(from, attribute(it)) : expr(tree);
  }

  /// An operand of `and` or `or`.
  private Node decisive(Expr tree) {
    if (memo && tree instanceof Expr.Logic) {
      return part(placed(tree));
    }
    int from = code.slots;
    Node made = expr(tree);
    return memo ? new GeneratorNodes.Decided(from, code.slots++, made) : made;
  }

  private Node remembered(int from, Node made) {
    if (memo && !(made instanceof DataNodes.Constant) && !(made instanceof DataNodes.Star)) {
      return part(new GeneratorNodes.Memo(from, code.slots++, made));
    }
    return part(made);
  }

  private Node plain(Expr tree) {
    Syntax syntax = syntax(tree);
    return switch (tree) {
      case Expr.Name it -> nameNode(it.id(), syntax);
      case Expr.Num it -> new DataNodes.Constant(syntax, identity.constant(it.value()));
      case Expr.Str it -> new DataNodes.Constant(syntax, identity.constant(it.value()));
      case Expr.FString it -> format(it, syntax);
      case Expr.Constant it ->
          new DataNodes.Constant(
              syntax,
              switch (it.word()) {
                case NONE -> Singleton.NONE;
                case TRUE -> true;
                case FALSE -> false;
                case ELLIPSIS -> Singleton.ELLIPSIS;
              });
      case Expr.ListOf it -> new DataNodes.ListOf(syntax, exprs(it.items()));
      case Expr.TupleOf it -> {
        Node[] items = exprs(it.items());
        yield folded(new DataNodes.TupleOf(syntax, items), values -> true, items);
      }
      case Expr.SetOf it ->
          new DataNodes.SetOf(
              syntax, exprs(it.items()), it.items().size() > 2 && Constants.all(it.items()));
      case Expr.DictOf it -> {
        @Nullable Node[] keys = new @Nullable Node[it.entries().size()];
        Node[] values = new Node[keys.length];
        for (int i = 0; i < keys.length; i++) {
          Expr.Entry entry = it.entries().get(i);
          keys[i] = entry.key().map(this::expr).orElse(null);
          values[i] = expr(entry.value());
        }
        yield new DataNodes.DictOf(syntax, keys, values);
      }
      case Expr.Starred it -> new DataNodes.Star(syntax, expr(it.value()));
      case Expr.Unary it -> unary(it, syntax);
      case Expr.Binary it -> binary(it);
      case Expr.Logic it -> {
        Node[] operands = new Node[it.operands().size()];
        for (int i = 0; i < operands.length; i++) {
          operands[i] = decisive(it.operands().get(i));
        }
        yield new OperatorNodes.Logic(syntax, it.isAnd(), operands);
      }
      case Expr.Compare it -> {
        if (it.ops().size() == 1) {
          yield OperatorNodes.compare(
              syntax, it.ops().get(0), operand(it.first()), operand(it.rest().get(0)));
        }
        yield new OperatorNodes.Chain(
            syntax, expr(it.first()), it.ops().toArray(new CompareOp[0]), exprs(it.rest()));
      }
      case Expr.Conditional it ->
          new OperatorNodes.Conditional(
              syntax, condition(it.test()), expr(it.then()), expr(it.otherwise()));
      case Expr.Lambda it ->
          function(
              it,
              "<lambda>",
              it.params(),
              syntax,
              null,
              () -> new StatementNodes.Return(syntax(it.body()), top(it.body())));
      case Expr.Call it -> call(it, syntax);
      case Expr.Attribute it ->
          it.name().equals("grad") ? new CallNodes.Gradient(attribute(it)) : attribute(it);
      case Expr.Index it -> {
        DataNodes.Index index = index(it);
        yield types ? new DefNodes.Generic(index) : index;
      }
      case Expr.Slice it ->
          new DataNodes.Slice(
              syntax,
              orNone(it.low(), syntax),
              orNone(it.high(), syntax),
              orNone(it.step(), syntax));
      case Expr.Comprehension it -> comprehension(it, syntax);
      case Expr.Walrus it ->
          new DataNodes.Walrus(
              syntax, name(it.target().id(), syntax(it.target())), expr(it.value()));
      case Expr.Yield it -> {
        int from = code.slots;
        Node value = orNone(it.value(), syntax);
        yield new GeneratorNodes.Yield(syntax, value, code.states++, from, code.slots);
      }
      case Expr.YieldFrom it ->
          new GeneratorNodes.YieldFrom(syntax, delegate(it.value()), code.slots++, code.states++);
      case Expr.Derivative it -> {
        if (Resolver.isQuotient(it, known)) {
          int slash = it.over().end();
          yield OperatorNodes.binary(
              new Syntax(unit, it.start(), it.end(), slash, slash + 1),
              BinaryOp.DIV,
              false,
              expr(it.over()),
              expr(it.under()));
        }
        yield new DataNodes.Derivative(syntax, expr(it.of()), expr(it.by()));
      }
    };
  }

  /// What is asked only whether it is true.
  private Node test(Expr tree) {
    if (memo || !Yields.in(tree)) {
      return condition(tree);
    }
    int from = code.slots;
    memo = true;
    Node made = new OperatorNodes.Tested(condition(tree));
    memo = false;
    return new GeneratorNodes.MemoScope(made, from, code.slots);
  }

  private Node condition(Expr tree) {
    Syntax syntax = syntax(tree);
    return switch (tree) {
      case Expr.Unary it when it.op() == UnaryOp.NOT ->
          new OperatorNodes.Not(syntax, condition(it.operand()));
      case Expr.Logic it -> new OperatorNodes.Logic(syntax, it.isAnd(), conditions(it.operands()));
      case Expr.Conditional it ->
          new OperatorNodes.Conditional(
              syntax, condition(it.test()), condition(it.then()), condition(it.otherwise()));
      default -> {
        if (tree instanceof Expr.Compare) {
          at = syntax;
        }
        int from = code.slots;
        Node made = expr(tree);
        made.tested = at;
        yield memo ? remembered(from, new OperatorNodes.Tested(made)) : made;
      }
    };
  }

  private Node[] conditions(List<Expr> list) {
    Node[] made = new Node[list.size()];
    for (int i = 0; i < made.length; i++) {
      made[i] = condition(list.get(i));
    }
    return made;
  }

  private Node orNone(Optional<Expr> tree, Syntax syntax) {
    return tree.isPresent() ? expr(tree.get()) : new DataNodes.Constant(syntax, Singleton.NONE);
  }

  private Node binary(Expr.Binary it) {
    if (it.op() == BinaryOp.MOD
        && it.left() instanceof Expr.Str text
        && it.right() instanceof Expr.TupleOf row
        && !row.items().stream().allMatch(Compiler::isConstant)
        && row.items().stream().noneMatch(item -> item instanceof Expr.Starred)) {
      List<PercentFields.Field> fields = PercentFields.of(text.value(), row.items().size());
      if (fields != null) {
        return percent(fields, row.items(), syntax(it));
      }
    }
    Node left = operand(it.left());
    Node right = operand(it.right());
    int end = it.opEnd();
    if (end - it.opStart() == 1
        && end < it.right().start()
        && !Character.isWhitespace(unit.text().value().charAt(end))) {
      end++; // CPython takes the bracket for its second half
    }
    Syntax syntax = new Syntax(unit, it.start(), it.end(), it.opStart(), end);
    Node made = OperatorNodes.binary(syntax, it.op(), false, left, right);
    return folded(made, values -> Constants.isSmall(it.op(), values[0], values[1]), left, right);
  }

  private Node percent(List<PercentFields.Field> fields, List<Expr> items, Syntax syntax) {
    DataNodes.FormatPart[] parts = new DataNodes.FormatPart[fields.size()];
    for (int i = 0; i < parts.length; i++) {
      PercentFields.Field field = fields.get(i);
      boolean isText = i == items.size(); // behind the last of them
      parts[i] =
          isText
              ? new DataNodes.FormatPart(field.before(), null, field.conversion(), null, syntax)
              : new DataNodes.FormatPart(
                  field.before(),
                  expr(items.get(i)),
                  field.conversion(),
                  new DataNodes.Constant(syntax, field.spec()),
                  syntax(items.get(i)));
    }
    return new DataNodes.Format(syntax, parts);
  }

  /// An operation, or what CPython makes of it when it compiles because its parts are constants.
  private Node folded(Node made, Constants.Limit limit, Node... parts) {
    for (Node part : parts) {
      if (!DataNodes.isConstant(part)) {
        return made;
      }
    }
    return new DataNodes.Folded(made, limit, parts, identity);
  }

  private Node unary(Expr.Unary it, Syntax syntax) {
    if (it.op() == UnaryOp.NOT) {
      return new OperatorNodes.Not(syntax, expr(it.operand()));
    }
    if (it.op() == UnaryOp.NEGATE && it.operand() instanceof Expr.Num number) {
      if (number.value() instanceof Double real) {
        return new DataNodes.Constant(syntax, identity.constant(-real));
      }
      if (number.value() instanceof Long whole) {
        return new DataNodes.Constant(syntax, identity.constant(-whole));
      }
    }
    Node operand = operand(it.operand());
    return folded(new OperatorNodes.Unary(syntax, it.op(), operand), values -> true, operand);
  }

  private Node call(Expr.Call it, Syntax whole) {
    if (it.callee() instanceof Expr.Name name
        && name.id().equals("super")
        && it.arguments().isEmpty()
        && place("super") instanceof Place.Global) {
      Place around = place("__class__");
      return new CallNodes.Super(
          whole,
          around instanceof Place.Global ? null : at(around, "__class__", whole),
          firstParameter);
    }
    boolean simple = true;
    boolean stars = false;
    for (Expr.Argument argument : it.arguments()) {
      simple &= argument.pass() == Expr.Pass.POSITION;
      stars |= argument.pass() == Expr.Pass.STAR || argument.pass() == Expr.Pass.DOUBLE_STAR;
    }
    Node[] args = new Node[it.arguments().size()];
    Syntax syntax =
        it.callee() instanceof Expr.Attribute method
                && !stars
                && !(method.object() instanceof Expr.Name name && imported.contains(name.id()))
            ? syntax(it, method)
            : whole;
    if (simple && !holds && it.callee() instanceof Expr.Attribute attribute) {
      Node object = expr(attribute.object());
      for (int i = 0; i < args.length; i++) {
        args[i] = expr(it.arguments().get(i).value());
      }
      return new CallNodes.MethodCall(
          syntax, syntax(attribute, attribute), object, scope.mangled(attribute.name()), args);
    }
    Node callee = expr(it.callee());
    Expr.Pass[] passes = new Expr.Pass[args.length];
    String[] names = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      Expr.Argument argument = it.arguments().get(i);
      args[i] = expr(argument.value());
      passes[i] = argument.pass();
      names[i] = identity.name(argument.keyword());
    }
    return simple && !holds
        ? new CallNodes.Call(syntax, callee, args)
        : new CallNodes.Spread(syntax, callee, passes, names, args);
  }

  private Node format(Expr.FString it, Syntax syntax) {
    List<DataNodes.FormatPart> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Expr.Part part : it.parts()) {
      switch (part) {
        case Expr.Part.Literal literal -> text.append(literal.value());
        case Expr.Part.Field field -> {
          text.append(field.debug());
          Node value = expr(field.value());
          Node spec =
              field.spec().isPresent()
                  ? format(field.spec().get(), syntax(field.spec().get()))
                  : null;
          parts.add(
              new DataNodes.FormatPart(text.toString(), value, field.conversion(), spec, syntax));
          text.setLength(0);
        }
      }
    }
    if (parts.isEmpty()) {
      return new DataNodes.Constant(syntax, identity.constant(text.toString()), true);
    }
    if (!text.isEmpty()) {
      parts.add(new DataNodes.FormatPart(text.toString(), null, (char) 0, null, syntax));
    }
    return new DataNodes.Format(syntax, parts.toArray(new DataNodes.FormatPart[0]));
  }

  private Node comprehension(Expr.Comprehension it, Syntax syntax) {
    if (it.collects() == Expr.Collects.GENERATOR) {
      return generator(it, syntax);
    }
    boolean outerMemo = memo;
    Node first = gone(syntax, walked(it.clauses().get(0).iterable()));
    memo = false;
    Scope outer = scope;
    scope = scopeOf(it);
    int slot = code.slots++;
    int outerFirst = firstParameter;
    firstParameter = slot; // what a comprehension is called with is no object of a class around
    LoopNodes.Clause[] clauses = clauses(it, first);
    int[] cells = ints(scope.cells());
    String name =
        switch (it.collects()) {
          case LIST -> "<listcomp>";
          case SET -> "<setcomp>";
          case DICT, GENERATOR -> "<dictcomp>";
        };
    Code own = code(name);
    own.scope = scope;
    own.slots = scope.host().slots() + 1;
    String outerPrefix = prefix;
    prefix = prefix + name + "."; // in Python's names a comprehension has no locals
    Node element = expr(it.element());
    Node value = it.value().map(this::expr).orElse(element);
    Syntax adding = at;
    prefix = outerPrefix;
    scope = outer;
    memo = outerMemo;
    firstParameter = outerFirst;
    return switch (it.collects()) {
      case LIST ->
          new LoopNodes.ListComprehension(syntax, clauses, slot, cells, own, adding, element);
      case SET ->
          new LoopNodes.SetComprehension(syntax, clauses, slot, cells, own, adding, element);
      case DICT, GENERATOR ->
          new LoopNodes.DictComprehension(
              syntax, clauses, slot, cells, own, adding, element, value);
    };
  }

  /// What a `yield from` goes through, which nothing but the frame's slot for it is to hold.
  private Node delegate(Expr value) {
    boolean outer = memo;
    memo &= Yields.in(value);
    Node made = expr(value);
    memo = outer;
    return made;
  }

  private static boolean isWalked(Expr iterable) {
    return iterable instanceof Expr.SetOf set && Constants.all(set.items());
  }

  /// What a loop goes through.
  private Node walked(Expr iterable) {
    return isWalked(iterable) && iterable instanceof Expr.SetOf set
        ? new DataNodes.WalkedSet(syntax(iterable), exprs(set.items()))
        : expr(iterable);
  }

  private LoopNodes.Clause[] clauses(Expr.Comprehension it, Node first) {
    LoopNodes.Clause[] clauses = new LoopNodes.Clause[it.clauses().size()];
    for (int i = 0; i < clauses.length; i++) {
      Expr.Clause clause = it.clauses().get(i);
      Syntax place = at;
      clauses[i] =
          new LoopNodes.Clause(
              target(clause.target()),
              i == 0 ? first : gone(place, walked(clause.iterable())),
              conditions(clause.conditions()),
              place);
    }
    return clauses;
  }

  /// A generator expression is a generator function with the loops written out.
  private Node generator(Expr.Comprehension it, Syntax syntax) {
    Node first = walked(it.clauses().get(0).iterable());
    Scope inner = scopeOf(it);
    DefNodes.Function function =
        function(
            inner,
            "<genexpr>",
            syntax,
            null,
            () -> loop(it, 0, syntax),
            new Header(new String[] {".0"}, 1, 1, false, false, 1),
            new @Nullable Node[1]);
    return new LoopNodes.GeneratorExpression(syntax, function, first);
  }

  private Stm loop(Expr.Comprehension it, int depth, Syntax syntax) {
    Expr.Clause clause = it.clauses().get(depth);
    Syntax place = at;
    Node iterable =
        depth == 0
            ? new NameNodes.Local(syntax(clause.iterable()), 0, ".0", false)
            : walked(clause.iterable());
    Node.Target target = target(clause.target());
    Node[] conditions = conditions(clause.conditions());
    Stm body =
        depth + 1 < it.clauses().size()
            ? loop(it, depth + 1, syntax)
            : whole(new GeneratorNodes.YieldStatement(at, expr(it.element())));
    Stm nothing = new StatementNodes.Nothing(syntax, Stm.NEXT);
    for (int i = conditions.length - 1; i >= 0; i--) {
      Node test = conditions[i];
      body = new GeneratorNodes.If(test.syntax, test, body, nothing, code.states++);
    }
    Stm placed = new GeneratorNodes.Block(syntax(it.element()), new Stm[] {body}, code.states++);
    return new GeneratorNodes.For(
        place, target, iterable, placed, nothing, code.states++, code.slots++);
  }
}
