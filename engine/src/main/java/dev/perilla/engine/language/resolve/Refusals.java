package dev.perilla.engine.language.resolve;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is refused by its name before a program runs, with what to write instead: the lists of
/// [Coverage], held against the names, attributes, calls and classes of a listing. What a program
/// mentions on the way is told to [Mentions].
final class Refusals {
  private static final Set<String> OF_BUILTINS = Set.of("__dict__", "__doc__");
  private static final Set<String> CLASSES =
      Set.of("__class__", "__bases__", "__base__", "__mro__");
  private static final Set<String> GENERIC =
      Set.of("list", "dict", "tuple", "set", "type", "enumerate");

  private final Text code;
  private final Set<String> known;
  private final Mentions mentions;
  private final List<Finding> findings;

  /// @param known names that builtins and earlier blocks define
  /// @param findings where what is refused is put
  Refusals(Text code, Set<String> known, Mentions mentions, List<Finding> findings) {
    this.code = code;
    this.known = known;
    this.mentions = mentions;
    this.findings = findings;
  }

  private void unsupported(String text, String help, int start, int end) {
    findings.add(Finding.error(LanguageCode.UNSUPPORTED, code.span(start, end), text).help(help));
  }

  /// What an expression stands for that names an import: `random.Random`, or nothing.
  private String origin(Expr tree) {
    return switch (tree) {
      case Expr.Name name -> mentions.origin(name.id());
      case Expr.Attribute at when at.object() instanceof Expr.Name name ->
          mentions.origin(name.id()) + "." + at.name();
      case Expr other -> "";
    };
  }

  /// The name of a builtin that the program has not made its own, or nothing.
  private String builtin(Expr tree) {
    return tree instanceof Expr.Name name
            && known.contains(name.id())
            && !mentions.isAssigned(name.id())
            && Coverage.isBuiltin(name.id())
        ? name.id()
        : "";
  }

  // Modules and classes

  void module(String name, int start, int end) {
    if (!Coverage.MODULES.contains(name)) {
      unsupported(
          "the module '" + name + "' is not part of this language",
          Coverage.refusedModules()
              .getOrDefault(
                  name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.')),
                  "the modules are math, random, micrograd.engine, micrograd.nn and perilla"),
          start,
          end);
    }
  }

  /// A name that the body of a class gives to something.
  void method(String name, int start, int end) {
    String instead = Coverage.refusedMethods().get(name);
    if (instead != null) {
      unsupported(name + " is not part of this language", instead, start, end);
    }
  }

  /// @param own whether the program has made the name its own
  void base(Expr base, boolean own) {
    if (origin(base).equals("random.Random")) {
      unsupported(
          "a class that inherits from Random is not part of this language",
          "keep a Random in an attribute",
          base.start(),
          base.end());
    }
    if (base instanceof Expr.Name name && !own && known.contains(name.id())) {
      String part = Coverage.refusedBases().get(name.id());
      if (part != null) {
        unsupported(
            "a class that inherits from " + name.id() + " is not part of this language",
            "keep " + part + " in an attribute",
            base.start(),
            base.end());
      }
    }
  }

  // Names, attributes and brackets

  /// A name that is not called: the class `super` is not an object here.
  void name(Expr.Name it) {
    outsideAnnotations(it);
    if (builtin(it).equals("super")) {
      unsupported(
          "super without a call is not part of this language",
          "write super()",
          it.start(),
          it.end());
    }
  }

  /// A name of the module typing that is read, or called, where no annotation is.
  void outsideAnnotations(Expr.Name it) {
    if (isTyping(it)) {
      unsupported(
          mentions.origin(it.id()) + " outside annotations is not part of this language",
          "write the type in the annotation itself: list[float]",
          it.start(),
          it.end());
    }
  }

  /// Whether a name comes from the module typing.
  boolean isTyping(Expr tree) {
    return tree instanceof Expr.Name name && mentions.origin(name.id()).startsWith("typing.");
  }

  /// A name of typing in an annotation, with what stands in its brackets.
  void typing(Expr.Name it, Optional<Expr> index, int end) {
    String origin = mentions.origin(it.id());
    String name = origin.substring(origin.indexOf('.') + 1);
    if (index.isPresent() ? !Typing.fits(name, index.get()) : !Typing.isWhole(name)) {
      unsupported(
          origin
              + (index.isPresent() ? "[…] of these" : " without brackets")
              + " is not part of this language",
          "write list[float], dict[str, int] or float | None",
          it.start(),
          end);
    }
  }

  /// What a program takes from the module typing.
  void typing(Stmt.Alias alias, boolean inClass) {
    if (!Typing.has(alias.name()) || inClass) {
      unsupported(
          "typing."
              + alias.name()
              + (inClass ? " in a class" : "")
              + " is not part of this language",
          inClass
              ? "import it before the class"
              : "write list[float], dict[str, int] or float | None in annotations",
          alias.start(),
          alias.end());
    }
  }

  /// An attribute that a program gives, or takes away.
  void given(Expr.Attribute it) {
    if (CLASSES.contains(it.name())) {
      unsupported(
          "another " + it.name() + " for an object is not part of this language",
          "make an object of the other class",
          it.nameStart(),
          it.end());
    }
  }

  /// Whether the attribute is refused.
  boolean attribute(Expr.Attribute it) {
    return attribute(it.object(), it.name(), it.nameStart(), it.end());
  }

  private boolean attribute(Expr object, String name, int start, int end) {
    String instead = Coverage.refusedAttributes().get(name);
    if (instead != null) {
      unsupported("the attribute " + name + " is not part of this language", instead, start, end);
      return true;
    }
    String builtin = builtin(object);
    if (builtin.isEmpty()
        || !(OF_BUILTINS.contains(name) || Coverage.isLeftOutOfClass(builtin, name))) {
      return false;
    }
    unsupported(
        "the attribute " + name + " of " + builtin + " is not part of this language",
        "name the attribute that is meant",
        start,
        end);
    return true;
  }

  void index(Expr.Index it) {
    String builtin = builtin(it.object());
    if (GENERIC.contains(builtin)) {
      unsupported(
          builtin + "[…] is not part of this language",
          "leave the brackets out; in annotations they may stand",
          it.start(),
          it.end());
    }
  }

  // Calls

  void typeOfThree(Expr.Call it) {
    if (it.callee() instanceof Expr.Name name
        && name.id().equals("type")
        && it.arguments().size() == 3) {
      unsupported(
          "type() with three arguments is not part of this language",
          "write a class statement",
          it.start(),
          it.end());
    }
  }

  /// Calls that are refused by what stands in their brackets.
  void call(Expr.Call it) {
    String name = builtin(it.callee());
    List<Expr.Argument> arguments = it.arguments();
    switch (name) {
      case "print" ->
          arguments.stream()
              .filter(one -> one.pass() == Expr.Pass.KEYWORD && one.keyword().equals("file"))
              .filter(one -> !isNone(one.value()))
              .findFirst()
              .ifPresent(
                  file ->
                      unsupported(
                          "print(file=…) is not part of this language",
                          "print to the output",
                          file.value().start(),
                          file.value().end()));
      case "super" -> {
        if (arguments.size() == 1 && arguments.get(0).pass() == Expr.Pass.POSITION) {
          unsupported(
              "super() with one argument is not part of this language",
              "write super(), or super(type, object)",
              it.start(),
              it.end());
        }
      }
      case "getattr", "hasattr" -> {
        if (arguments.size() > 1
            && arguments.get(1).value() instanceof Expr.Str text
            && !attribute(arguments.get(0).value(), text.value(), text.start(), text.end())) {
          mentions.read(Optional.empty(), text.value(), text.start(), text.end());
        }
      }
      case "setattr" -> {
        if (arguments.size() > 1 && arguments.get(1).value() instanceof Expr.Str text) {
          mentions.give(text.value());
        } else {
          mentions.giveAnything();
        }
      }
      default -> {
        if (origin(it.callee()).equals("random.Random") && arguments.isEmpty()) {
          mentions.unseeded(it.start(), it.end());
        }
        if (origin(it.callee()).equals("random.seed")
            && (arguments.isEmpty() || isNone(arguments.get(0).value()))) {
          unsupported(
              "random.seed() without a number is not part of this language",
              "give it one: random.seed(1337)",
              it.start(),
              it.end());
        }
      }
    }
  }

  private static boolean isNone(Expr tree) {
    return tree instanceof Expr.Constant constant && constant.word() == Expr.Word.NONE;
  }
}
