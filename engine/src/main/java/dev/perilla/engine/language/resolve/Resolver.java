package dev.perilla.engine.language.resolve;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From tree to scopes: which slot each name has, and everything that can be said before the
/// program runs. Start at [#program].
///
/// What the language leaves out is refused by [Refusals].
///
/// Python looks a name up when it gets there; here a name that nothing in the chapter defines is a
/// finding at once.
///
/// Long because it is one walk over all statements and expressions, with one scope in hand: what
/// needs no scope is in [Refusals], [Scope] and [Mentions].
public final class Resolver {
  private final Text code;
  private final Set<String> known;
  private final List<Finding> findings = new ArrayList<>();
  private final IdentityHashMap<Object, Scope> scopes = new IdentityHashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final IdentityHashMap<Scope, List<String>> parameters = new IdentityHashMap<>();
  private final Set<String> globals = new HashSet<>();
  private final Mentions mentions;
  private final Refusals refusals;
  private boolean allNames = false;
  private boolean postponed = false; // from __future__ import annotations
  private int begun; // where the statements end that may come before from __future__ import
  private int blocks = 0; // statements that hold others, open in this function
  private int apart = 0; // parts of a statement in which a generator does not wait
  private Scope scope;
  private int loops = 0;
  private int iterables = 0; // of comprehensions, around

  private record Use(Scope scope, String name, int start, int end) {}

  /// What the resolver found.
  ///
  /// @param module the outermost scope
  /// @param scopes the scope that each function, class, lambda and comprehension opens, by identity
  /// @param mentions those of the program up to here, for the block after it
  public record Resolution(
      Scope module,
      IdentityHashMap<Object, Scope> scopes,
      List<Finding> findings,
      Mentions mentions) {}

  private Resolver(Text code, Set<String> known, Mentions before) {
    this.code = code;
    this.known = known;
    this.mentions = new Mentions(before);
    this.refusals = new Refusals(code, known, mentions, findings);
    this.scope = new Scope(Scope.Kind.MODULE, null, "");
  }

  /// Resolves a listing.
  ///
  /// @param known names that builtins and earlier blocks define
  /// @param before what earlier blocks mention
  public static Resolution program(Text code, List<Stmt> body, Set<String> known, Mentions before) {
    Resolver resolver = new Resolver(code, known, before);
    Scope module = resolver.scope;
    resolver.begun = begun(body);
    resolver.statements(body);
    return resolver.finish(module);
  }

  /// Resolves one expression.
  public static Resolution expression(Text code, Expr tree, Set<String> known, Mentions before) {
    Resolver resolver = new Resolver(code, known, before);
    Scope module = resolver.scope;
    resolver.expr(tree);
    return resolver.finish(module);
  }

  private Resolution finish(Scope module) {
    module.variables.forEach(
        (name, variable) -> {
          if (variable.bound) {
            globals.add(name);
          }
        });
    Set<String> reported = new HashSet<>();
    for (Use use : uses) {
      if (!use.scope().capture(use.name())) {
        unknown(use, reported);
      }
    }
    module.assignSlots(List.of());
    for (Scope one : scopes.values()) {
      if (one.kind != Scope.Kind.COMPREHENSION) {
        one.assignSlots(parameters.getOrDefault(one, List.of()));
      }
    }
    findings.addAll(mentions.findings(code));
    findings.sort(Finding.BY_PLACE);
    return new Resolution(module, scopes, List.copyOf(findings), mentions);
  }

  private void unknown(Use use, Set<String> reported) {
    String name = use.name();
    Scope.Variable own = use.scope().variables.get(name);
    if (own != null && own.nonlocal) {
      if (reported.add("nonlocal " + name)) {
        scopeFault("no binding for nonlocal '" + name + "' found", use.start(), use.end());
      }
      return;
    }
    if (name.equals("__class__")) {
      return;
    }
    if (isBoundInClass(use.scope(), name) || globals.contains(name) || known.contains(name)) {
      return;
    }
    String instead = Coverage.refusedBuiltins().get(name);
    if (instead != null) {
      unsupported(name + "() is not part of this language", instead, use.start(), use.end());
      return;
    }
    if (allNames || !reported.add(name)) {
      return;
    }
    Set<String> near = new HashSet<>(known);
    near.addAll(globals);
    for (Scope at = use.scope(); at != null; at = at.parent) {
      near.addAll(at.variables.keySet());
    }
    near.remove(name);
    Finding finding =
        Finding.error(
            LanguageCode.UNKNOWN_NAME,
            code.span(use.start(), use.end()),
            "name '" + name + "' is not defined");
    Optional<String> nearest = Suggestion.nearest(name, near);
    String meant = PLAIN_WORDS.getOrDefault(name, "");
    if (!meant.isEmpty()) {
      finding = finding.help(meant);
    } else if (isMethod(use.scope(), name)) {
      finding = finding.help("a method is called by its object: self." + name);
    } else if (name.endsWith("Error") && name.length() > 5) {
      finding = finding.help("define it before: class " + name + "(Exception): pass");
    } else if (nearest.isPresent()) {
      finding = finding.help("did you mean " + nearest.get() + "?");
    } else if (Coverage.MODULES.contains(name)) {
      finding = finding.help("write import " + name + " before it");
    } else {
      finding = finding.help("give " + name + " a value before it");
    }
    findings.add(finding);
  }

  /// What beginners write for words of Python, and `self` where there is none.
  private static final Map<String, String> PLAIN_WORDS =
      Map.of(
          "true", "Python's word is True",
          "false", "Python's word is False",
          "none", "Python's word is None",
          "null", "Python's word is None",
          "nil", "Python's word is None",
          "undefined", "Python's word is None",
          "self", "self is the first parameter of a method: write it in its def");

  /// Whether a class around has given the name to something.
  private static boolean isMethod(Scope from, String name) {
    for (Scope at = from.parent; at != null; at = at.parent) {
      if (isBoundInClass(at, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBoundInClass(Scope scope, String name) {
    Scope.Variable variable = scope.variables.get(name);
    return scope.kind == Scope.Kind.CLASS && variable != null && variable.bound;
  }

  private void fault(LanguageCode kind, String text, String help, int start, int end) {
    Finding finding = Finding.error(kind, code.span(start, end), text);
    findings.add(
        finding.help(
            help.isEmpty() ? "Python refuses this too: move it, or write it another way" : help));
  }

  private void scopeFault(String text, int start, int end) {
    fault(LanguageCode.SCOPE, text, "", start, end);
  }

  private void unsupported(String text, String help, int start, int end) {
    fault(LanguageCode.UNSUPPORTED, text, help, start, end);
  }

  private void use(String written, int start, int end) {
    String name = scope.mangled(written);
    scope.variable(name).used = true;
    uses.add(new Use(scope, name, start, end));
  }

  private void bindImport(String name, String origin, int start, int end) {
    boolean before = mentions.isAssigned(name);
    bind(name, start, end);
    mentions.imported(name, origin, before);
  }

  private void debug(String name, int start, int end) {
    if (name.equals("__debug__")) {
      scopeFault("cannot assign to __debug__", start, end);
    }
  }

  private void bind(String written, int start, int end) {
    String name = scope.mangled(written);
    debug(name, start, end);
    mentions.assign(name);
    if (scope.kind == Scope.Kind.CLASS) {
      mentions.give(name);
      refusals.method(name, start, end);
    }
    Scope.Variable variable = scope.variable(name);
    variable.bound = true;
    if (variable.global) {
      globals.add(name);
    }
    if (variable.nonlocal) {
      uses.add(new Use(scope, name, start, end));
    }
  }

  // Statements

  private void statements(List<Stmt> body) {
    for (Stmt statement : body) {
      statement(statement);
    }
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Expression it -> expr(it.value());
      case Stmt.Assign it -> {
        expr(it.value());
        it.targets().forEach(this::target);
      }
      case Stmt.Augmented it -> {
        expr(it.target());
        expr(it.value());
        target(it.target());
      }
      case Stmt.Annotated it -> {
        it.value().ifPresent(this::expr);
        boolean bindsNothing =
            it.parenthesized() && it.target() instanceof Expr.Name && it.value().isEmpty();
        if (!bindsNothing) {
          target(it.target());
        }
        if (scope.kind == Scope.Kind.FUNCTION) {
          yieldless(it.annotation());
        } else {
          annotation(it.annotation());
        }
      }
      case Stmt.If it -> {
        expr(it.test());
        statements(it.then());
        statements(it.otherwise());
      }
      case Stmt.While it -> {
        expr(it.test());
        loops++;
        nested(it.body(), 1, it.start());
        loops--;
        statements(it.otherwise());
      }
      case Stmt.For it -> {
        expr(it.iterable());
        target(it.target());
        loops++;
        nested(it.body(), 1, it.start());
        loops--;
        statements(it.otherwise());
      }
      case Stmt.Def it -> def(it);
      case Stmt.ClassDef it -> classDef(it);
      case Stmt.Return it -> {
        if (scope.kind != Scope.Kind.FUNCTION) {
          scopeFault("'return' outside function", it.start(), it.end());
        }
        it.value().ifPresent(this::expr);
      }
      case Stmt.Raise it -> {
        it.exception().ifPresent(this::expr);
        it.cause().ifPresent(this::atOnce);
      }
      case Stmt.Try it -> {
        int inFinally = it.last().isEmpty() ? 0 : 1;
        blocks += inFinally;
        nested(it.body(), it.handlers().isEmpty() ? 0 : 1, it.start());
        for (Stmt.Handler handler : it.handlers()) {
          handler.type().ifPresent(this::atOnce);
          handler.name().ifPresent(name -> bind(name, handler.start(), handler.start()));
          nested(handler.body(), 2, handler.start());
        }
        statements(it.otherwise());
        blocks -= inFinally;
        nested(it.last(), 1, it.start());
      }
      case Stmt.Assert it -> {
        expr(it.test());
        it.message().ifPresent(this::atOnce);
      }
      case Stmt.Del it -> it.targets().forEach(this::target);
      case Stmt.Pass it -> {}
      case Stmt.Break it -> {
        if (loops == 0) {
          scopeFault("'break' outside loop", it.start(), it.end());
        }
      }
      case Stmt.Continue it -> {
        if (loops == 0) {
          scopeFault("'continue' not properly in loop", it.start(), it.end());
        }
      }
      case Stmt.Global it -> it.names().forEach(this::global);
      case Stmt.Nonlocal it -> it.names().forEach(this::nonlocal);
      case Stmt.Import it -> {
        for (Stmt.Alias alias : it.modules()) {
          refusals.module(alias.name(), alias.start(), alias.end());
          String first = alias.first();
          bindImport(
              alias.as().orElse(first),
              alias.as().isPresent() ? alias.name() : first,
              alias.start(),
              alias.end());
        }
      }
      case Stmt.FromImport it -> {
        if (it.module().equals("__future__")) {
          postponed |= it.names().stream().anyMatch(one -> one.name().equals("annotations"));
          if (it.start() >= begun) {
            scopeFault(
                "from __future__ imports must occur at the beginning of the file",
                it.start(),
                it.end());
          }
          it.names().forEach(this::future);
          if (it.all()) {
            scopeFault("future feature * is not defined", it.start(), it.end());
          }
          return;
        }
        if (it.all() || !it.module().equals("typing")) {
          refusals.module(it.module(), it.start(), it.end());
        }
        if (it.all()) {
          if (scope.kind != Scope.Kind.MODULE) {
            scopeFault("import * only allowed at module level", it.start(), it.end());
          }
          allNames = true;
          mentions.importedAll(it.module());
        }
        for (Stmt.Alias alias : it.names()) {
          if (it.module().equals("typing")) {
            refusals.typing(alias, scope.kind == Scope.Kind.CLASS);
          }
          if (Coverage.isLeftOut(it.module(), alias.name())) {
            unsupported(
                it.module() + "." + alias.name() + " is not part of this language",
                Coverage.leftOut().getOrDefault(alias.name(), "leave it out"),
                alias.start(),
                alias.end());
          }
          bindImport(
              alias.as().orElse(alias.name()),
              it.module() + "." + alias.name(),
              alias.start(),
              alias.end());
        }
      }
    }
  }

  /// Where the text of a module ends that says what it is for, with what it takes of the future.
  private static int begun(List<Stmt> body) {
    int end = 0;
    for (int i = 0; i < body.size(); i++) {
      Stmt one = body.get(i);
      if (!(one instanceof Stmt.FromImport it && it.module().equals("__future__"))
          && !(i == 0 && one instanceof Stmt.Expression doc && doc.value() instanceof Expr.Str)) {
        break;
      }
      end = one.end();
    }
    return end;
  }

  private void future(Stmt.Alias feature) {
    if (!FEATURES.contains(feature.name())) {
      scopeFault(
          "future feature " + feature.name() + " is not defined", feature.start(), feature.end());
    }
  }

  private static final Set<String> FEATURES =
      Set.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "barry_as_FLUFL",
          "generator_stop",
          "annotations");

  /// The body of a statement that holds others. CPython keeps a place for each that is open, and
  /// has no more than twenty.
  private void nested(List<Stmt> body, int places, int start) {
    if (body.isEmpty()) {
      return;
    }
    blocks += places;
    if (blocks > MOST_BLOCKS && blocks - places <= MOST_BLOCKS) {
      fault(
          LanguageCode.SYNTAX,
          "too many statically nested blocks",
          "put the inner ones into a function",
          start,
          start + 1);
    }
    statements(body);
    blocks -= places;
  }

  private void global(Expr.Name name) {
    Scope.Variable variable = scope.variable(scope.mangled(name.id()));
    declared(name, variable, "global");
    if (scope.kind != Scope.Kind.MODULE) {
      variable.global = true;
      globals.add(name.id());
    }
  }

  private void nonlocal(Expr.Name name) {
    if (scope.kind == Scope.Kind.MODULE) {
      scopeFault("nonlocal declaration not allowed at module level", name.start(), name.end());
      return;
    }
    String id = scope.mangled(name.id());
    Scope.Variable variable = scope.variable(id);
    declared(name, variable, "nonlocal");
    variable.nonlocal = true;
    uses.add(new Use(scope, id, name.start(), name.end()));
  }

  private void declared(Expr.Name name, Scope.Variable variable, String word) {
    if (parameters.getOrDefault(scope, List.of()).contains(name.id())) {
      scopeFault("name '" + name.id() + "' is parameter and " + word, name.start(), name.end());
    } else if (variable.bound) {
      scopeFault(
          "name '" + name.id() + "' is assigned to before " + word + " declaration",
          name.start(),
          name.end());
    } else if (variable.used) {
      scopeFault(
          "name '" + name.id() + "' is used prior to " + word + " declaration",
          name.start(),
          name.end());
    }
  }

  private void def(Stmt.Def it) {
    it.decorators().forEach(this::atOnce);
    params(it.params());
    it.returns().ifPresent(this::annotation);
    bind(it.name(), it.nameStart(), it.nameStart() + it.name().length());
    function(it, it.params(), () -> statements(it.body()));
  }

  /// Defaults and annotations, which are evaluated outside the function.
  private void params(Expr.Params params) {
    for (Expr.Param param : params.list()) {
      param.defaultValue().ifPresent(this::atOnce);
      param.annotation().ifPresent(this::annotation);
    }
  }

  /// An annotation that is evaluated: those of functions, modules and classes, unless the program
  /// asks for annotations of the future.
  private void annotation(Expr annotation) {
    yieldless(annotation);
    if (!postponed) {
      type(annotation);
    }
  }

  /// What an annotation may say beyond other expressions: `list[int]`, `Optional[int]`.
  private void type(Expr annotation) {
    switch (annotation) {
      case Expr.Name it when refusals.isTyping(it) -> {
        use(it.id(), it.start(), it.end());
        refusals.typing(it, Optional.empty(), it.end());
      }
      case Expr.Index it -> {
        if (it.object() instanceof Expr.Name name && refusals.isTyping(name)) {
          use(name.id(), name.start(), name.end());
          refusals.typing(name, Optional.of(it.index()), it.end());
        } else {
          type(it.object());
        }
        type(it.index());
      }
      case Expr.TupleOf it -> it.items().forEach(this::type);
      case Expr.ListOf it -> it.items().forEach(this::type);
      case Expr.Binary it when it.op() == BinaryOp.BIT_OR -> {
        type(it.left());
        type(it.right());
      }
      case Expr other -> expr(other);
    }
  }

  private void yieldless(Expr annotation) {
    if (containsYield(annotation)) {
      scopeFault(
          "yield expression cannot be used within an annotation",
          annotation.start(),
          annotation.end());
    }
  }

  private static boolean containsYield(Expr expr) {
    return expr instanceof Expr.Yield || expr instanceof Expr.YieldFrom;
  }

  private void function(Object owner, Expr.Params params, Runnable body) {
    Scope outer = scope;
    int outerLoops = loops;
    int outerBlocks = blocks;
    int outerApart = apart;
    loops = 0;
    blocks = 0;
    apart = 0;
    scope = new Scope(Scope.Kind.FUNCTION, outer, outer.className);
    scopes.put(owner, scope);
    List<String> names = new ArrayList<>();
    for (Expr.ParamKind kind :
        new Expr.ParamKind[] {
          Expr.ParamKind.POSITION_ONLY,
          Expr.ParamKind.PLAIN,
          Expr.ParamKind.KEYWORD_ONLY,
          Expr.ParamKind.STAR,
          Expr.ParamKind.DOUBLE_STAR
        }) {
      for (Expr.Param param : params.list()) {
        if (param.kind() == kind) {
          names.add(scope.mangled(param.name()));
        }
      }
    }
    names.forEach(name -> scope.variable(name).bound = true);
    for (Expr.Param param : params.list()) {
      debug(param.name(), param.start(), param.end());
    }
    names.forEach(mentions::assign);
    parameters.put(scope, names);
    body.run();
    scope = outer;
    loops = outerLoops;
    blocks = outerBlocks;
    apart = outerApart;
  }

  private void classDef(Stmt.ClassDef it) {
    it.decorators().forEach(this::atOnce);
    for (Expr base : it.bases()) {
      if (base instanceof Expr.Name name) {
        use(name.id(), name.start(), name.end());
      } else {
        atOnce(base);
      }
      boolean own =
          base instanceof Expr.Name name && (globals.contains(name.id()) || isAssigned(name.id()));
      refusals.base(base, own);
    }
    bind(it.name(), it.nameStart(), it.nameStart() + it.name().length());
    Scope outer = scope;
    int outerLoops = loops;
    int outerBlocks = blocks;
    loops = 0;
    blocks = 0;
    scope = new Scope(Scope.Kind.CLASS, outer, it.name());
    scopes.put(it, scope);
    scope.variable("__class__").bound = true;
    statements(it.body());
    if (scope.variables.containsKey("__getattr__") || scope.variables.containsKey("__setattr__")) {
      mentions.giveAnything();
    }
    scope = outer;
    loops = outerLoops;
    blocks = outerBlocks;
  }

  private boolean isAssigned(String name) {
    for (Scope at = scope; at != null; at = at.parent) {
      Scope.Variable variable = at.variables.get(name);
      if (variable != null && variable.bound) {
        return true;
      }
    }
    return false;
  }

  // Targets

  private void target(Expr target) {
    switch (target) {
      case Expr.Name name -> {
        bind(name.id(), name.start(), name.end());
      }
      case Expr.TupleOf tuple -> tuple.items().forEach(this::target);
      case Expr.ListOf list -> list.items().forEach(this::target);
      case Expr.Starred star -> target(star.value());
      case Expr.Attribute it -> {
        debug(it.name(), it.nameStart(), it.end());
        refusals.given(it);
        mentions.give(it.name());
        atOnce(it);
      }
      case Expr other -> atOnce(other);
    }
  }

  // Expressions

  /// A part of a statement that is worked out beside others: a generator does not wait in it.
  private void atOnce(Expr tree) {
    apart++;
    expr(tree);
    apart--;
  }

  private void expr(Expr tree) {
    switch (tree) {
      case Expr.Name it -> {
        use(it.id(), it.start(), it.end());
        refusals.name(it);
      }
      case Expr.Num it -> {}
      case Expr.Str it -> {}
      case Expr.FString it -> fString(it);
      case Expr.Constant it -> {}
      case Expr.ListOf it -> it.items().forEach(this::element);
      case Expr.TupleOf it -> it.items().forEach(this::element);
      case Expr.SetOf it -> it.items().forEach(this::element);
      case Expr.DictOf it -> {
        for (Expr.Entry entry : it.entries()) {
          entry.key().ifPresent(this::expr);
          expr(entry.value());
        }
      }
      case Expr.Starred it ->
          fault(
              LanguageCode.SYNTAX,
              "can't use starred expression here",
              "add a comma for a tuple: *x,",
              it.start(),
              it.end());
      case Expr.Unary it -> expr(it.operand());
      case Expr.Binary it -> {
        expr(it.left());
        expr(it.right());
      }
      case Expr.Logic it -> it.operands().forEach(this::expr);
      case Expr.Compare it -> {
        expr(it.first());
        it.rest().forEach(this::expr);
      }
      case Expr.Conditional it -> {
        expr(it.test());
        expr(it.then());
        expr(it.otherwise());
      }
      case Expr.Lambda it -> {
        params(it.params());
        function(it, it.params(), () -> expr(it.body()));
      }
      case Expr.Call it -> call(it);
      case Expr.Attribute it -> {
        expr(it.object());
        if (!refusals.attribute(it)) {
          Optional<String> module =
              it.object() instanceof Expr.Name name ? Optional.of(name.id()) : Optional.empty();
          mentions.read(module, it.name(), it.nameStart(), it.end());
          if (it.name().equals("__dict__")) {
            mentions.giveAnything();
          }
        }
      }
      case Expr.Index it -> {
        refusals.index(it);
        expr(it.object());
        expr(it.index());
      }
      case Expr.Slice it -> {
        it.low().ifPresent(this::expr);
        it.high().ifPresent(this::expr);
        it.step().ifPresent(this::expr);
      }
      case Expr.Comprehension it -> comprehension(it);
      case Expr.Walrus it -> {
        expr(it.value());
        walrus(it.target());
      }
      case Expr.Yield it -> {
        yields(it.start(), it.end());
        it.value().ifPresent(this::expr);
      }
      case Expr.YieldFrom it -> {
        yields(it.start(), it.end());
        expr(it.value());
      }
      case Expr.Derivative it -> {
        if (isQuotient(it, known)) {
          use(it.over().id(), it.over().start(), it.over().end());
          use(it.under().id(), it.under().start(), it.under().end());
        } else {
          use(it.of().id(), it.of().start(), it.of().end());
          expr(it.by());
        }
      }
    }
  }

  /// An item of a display, where a star may stand.
  private void element(Expr item) {
    expr(item instanceof Expr.Starred star ? star.value() : item);
  }

  /// Whether `dc/da` is a quotient of two names here: one of them is known as a name.
  public static boolean isQuotient(Expr.Derivative it, Set<String> known) {
    return !it.sure() && (known.contains(it.over().id()) || known.contains(it.under().id()));
  }

  private void fString(Expr.FString it) {
    for (Expr.Part part : it.parts()) {
      if (part instanceof Expr.Part.Field field) {
        expr(field.value());
        field.spec().ifPresent(this::fString);
      }
    }
  }

  private static final int MOST_BLOCKS = 20;

  private void call(Expr.Call it) {
    if (it.callee() instanceof Expr.Name name) {
      use(name.id(), name.start(), name.end());
      mentions.call(name.id(), it.start(), it.end());
      refusals.outsideAnnotations(name);
    } else {
      expr(it.callee());
    }
    refusals.call(it);
    if (it.callee() instanceof Expr.Name name
        && name.id().equals("super")
        && it.arguments().isEmpty()) {
      use("__class__", name.start(), name.end());
    }
    if (!isAssigned("type")) {
      refusals.typeOfThree(it);
    }
    for (Expr.Argument argument : it.arguments()) {
      debug(argument.keyword(), argument.value().start(), argument.value().end());
      expr(argument.value());
    }
  }

  private void yields(int start, int end) {
    if (scope.kind == Scope.Kind.COMPREHENSION) {
      scopeFault("'yield' inside list comprehension", start, end);
      return;
    }
    if (scope.kind != Scope.Kind.FUNCTION) {
      scopeFault("'yield' outside function", start, end);
      return;
    }
    scope.generator = true;
    if (apart > 0) {
      unsupported(
          "yield in this place is not part of this language",
          "give what it yields a name before",
          start,
          end);
    }
  }

  private void walrus(Expr.Name target) {
    if (iterables > 0) {
      scopeFault(
          "assignment expression cannot be used in a comprehension iterable expression",
          target.start(),
          target.end());
      return;
    }
    Scope at = scope;
    while ((at.kind == Scope.Kind.COMPREHENSION || at.expression) && at.parent != null) {
      Scope.Variable inner = at.variables.get(target.id());
      if (inner != null && inner.bound) {
        scopeFault(
            "assignment expression cannot rebind comprehension iteration variable '"
                + target.id()
                + "'",
            target.start(),
            target.end());
        return;
      }
      at = at.parent;
    }
    if (at.kind == Scope.Kind.CLASS && at != scope) {
      scopeFault(
          "assignment expression within a comprehension cannot be used in a class body",
          target.start(),
          target.end());
      return;
    }
    Scope before = scope;
    scope = at;
    bind(target.id(), target.start(), target.end());
    scope = before;
    if (at != before) {
      uses.add(new Use(before, target.id(), target.start(), target.end()));
    }
  }

  private void iterable(Expr tree) {
    iterables++;
    expr(tree);
    iterables--;
  }

  private void comprehension(Expr.Comprehension it) {
    Expr.Clause first = it.clauses().get(0);
    iterable(first.iterable());
    Scope outer = scope;
    boolean generator = it.collects() == Expr.Collects.GENERATOR;
    scope =
        new Scope(
            generator ? Scope.Kind.FUNCTION : Scope.Kind.COMPREHENSION, outer, outer.className);
    scopes.put(it, scope);
    if (generator) {
      scope.generator = true;
      scope.expression = true;
      parameters.put(scope, List.of(".0"));
      scope.variable(".0").bound = true;
    }
    for (int i = 0; i < it.clauses().size(); i++) {
      Expr.Clause clause = it.clauses().get(i);
      if (i > 0) {
        iterable(clause.iterable());
      }
      target(clause.target());
      clause.conditions().forEach(this::expr);
    }
    expr(it.element());
    it.value().ifPresent(this::expr);
    scope = outer;
  }
}
