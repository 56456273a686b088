package dev.perilla.engine.language;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.language.runtime.Program;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One chapter's program. Its names live on from block to block; its limits hold for all blocks
/// together.
///
/// ```java
/// Machine machine = new Machine(Limits.DEFAULT);
/// machine.leaf("a", 3L);
/// machine.leaf("b", 4L);
/// Outcome outcome = machine.run(Text.of(SourceFile.of("x.py", "c = a * b\nprint(c)\n")));
/// outcome.output();                                    // "Value(data=12, grad=0)\n"
/// machine.evaluate(Text.of(SourceFile.of("t", "dc/da"))); // Computed(4.0)
/// ```
///
/// A machine belongs to one thread at a time. A program that recurses to the default depth fits
/// into a stack of 2 MB; a smaller stack stops it earlier, at the same limit.
public final class Machine {
  private final Program program;

  public Machine(Limits limits) {
    this.program = new Program(limits, Optional.empty());
  }

  /// A machine that hands on what a program prints as it prints it, within the same limit; the
  /// output of its outcomes is empty.
  public Machine(Limits limits, Consumer<String> printed) {
    this.program = new Program(limits, Optional.of(printed));
  }

  /// Runs one block, the last of the program. With a fault in the code nothing of it runs; after a
  /// crash the names hold what they held then. Generators that are left are closed, as Python does
  /// when a program is over.
  public Outcome run(Text code) {
    return program.run(code, true);
  }

  /// Likewise, where others follow: no generator may be left that has something to do when it is
  /// closed.
  public Outcome runPart(Text code) {
    return program.run(code, false);
  }

  /// Gives a name a value: a number ([Long], [Integer], [java.math.BigInteger], [Double]), a
  /// [Boolean], a [String], an autograd [Value], an object that a program made, or a
  /// [java.util.List] or [java.util.Map] of these, which becomes a list or a dict.
  ///
  /// @throws IllegalArgumentException for anything else
  public void define(String name, Object value) {
    program.define(name, value);
  }

  /// Gives a name a new leaf of the autograd that holds `number`, a [Long] or a [Double], as `name
  /// = Value(number)` does; false, and nothing given, where that is more than the limits allow.
  public boolean leaf(String name, Object number) {
    return program.leaf(name, number);
  }

  /// The value of an expression of the text (see [Dialect#TEXT]) in the state as it is now. It can
  /// look, not touch: a change of anything that was there before, an assignment, a print or a drawn
  /// random number is refused.
  public Answer evaluate(Text expression) {
    Parser.Expression parsed = Parser.expression(expression, Dialect.TEXT);
    if (parsed.tree().isEmpty()) {
      return new Answer.Failed(parsed.findings(), Optional.empty());
    }
    return program.evaluate(expression, parsed.tree().get(), false);
  }

  /// Likewise, of a tree with offsets into `code`: a side of a chain.
  public Answer evaluate(Text code, Expr tree) {
    return program.evaluate(code, tree, false);
  }

  /// Likewise, of what is claimed: with the witnesses of the gradients that it reads. Cost: some
  /// replays for each.
  public Answer witnessed(Text expression) {
    Parser.Expression parsed = Parser.expression(expression, Dialect.TEXT);
    return parsed.tree().isEmpty()
        ? new Answer.Failed(parsed.findings(), Optional.empty())
        : program.evaluate(expression, parsed.tree().get(), true);
  }

  /// Likewise, of a tree with offsets into `code`.
  public Answer witnessed(Text code, Expr tree) {
    return program.evaluate(code, tree, true);
  }

  /// Whether a listing so far says, by `# kink`, that the slopes at its kinks are a choice.
  public boolean kinksAreMeant() {
    return program.kinksAreMeant();
  }

  /// The names that inputs and blocks have defined.
  public Set<String> names() {
    return program.names();
  }

  /// The object that a name of [#names()] stands for.
  public Optional<Object> global(String name) {
    return program.global(name);
  }

  /// The names that every program has at hand: Python's builtins that the language has, `Value`,
  /// `nudge`, `grad`, `check`.
  public static Set<String> builtins() {
    return Program.builtins();
  }
}
