package dev.perilla.engine.knobs;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.judge.Fields;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.language.text.Splitting;
import dev.perilla.engine.verify.Recipe.Ask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The program of a chapter, to be run with other inputs, and what to read of each state.
///
/// ```java
/// KnobProgram program = KnobProgram.read(text);
/// program.turn(Map.of("product a", "3.5"), true).answers(); // a text for each read, in order
/// ```
///
/// @param limits of one run
/// @param steps the blocks that run, in order
public record KnobProgram(Limits limits, List<Step> steps) {
  public KnobProgram {
    steps = List.copyOf(steps);
  }

  /// A block.
  ///
  /// @param block its id
  /// @param code what it runs after its inputs; empty for nothing
  /// @param output where gradients flow back from; empty for nowhere
  /// @param reads what the page shows of the state after it
  public record Step(
      String block, List<Leaf> leaves, String code, String output, List<Read> reads) {
    public Step {
      leaves = List.copyOf(leaves);
      reads = List.copyOf(reads);
    }
  }

  /// An input, and the literal that the author gave it.
  public record Leaf(String name, String literal) {}

  /// A number of the page.
  ///
  /// @param claim its entry in the ledger
  /// @param comma whether its decimal mark is a comma
  public record Read(String claim, boolean comma, Ask ask) {
    /// Whether it is too dear to be asked in each frame, see [Ask.Dear].
    public boolean isDear() {
      return ask instanceof Ask.Dear;
    }
  }

  /// What a run came to.
  ///
  /// @param answers one for each read of the chapter, in order; empty where there is none
  /// @param failure what stopped it
  /// @param failed the block where it stopped; empty where it did not
  public record Turned(List<String> answers, Optional<Finding> failure, String failed) {
    public Turned {
      answers = List.copyOf(answers);
    }
  }

  /// Runs the program.
  ///
  /// @param inputs literals of the language by block and name, with a blank between, and code by
  ///   block and a blank; the author's where none is given
  /// @param whole whether what is dear is answered too
  public Turned turn(Map<String, String> inputs, boolean whole) {
    Machine machine = new Machine(limits);
    Set<String> since = since();
    List<String> answers = new ArrayList<>();
    Optional<Finding> failure = Optional.empty();
    String failed = "";
    Map<String, Double> kept = new HashMap<>();
    int left = steps.size();
    for (Step step : steps) {
      Outcome outcome = null;
      if (failure.isEmpty()) {
        outcome = run(machine, step, inputs, --left == 0);
        failure = outcome.allFindings().stream().findFirst();
        failed = failure.isPresent() ? step.block : "";
      }
      Look look = new Look(machine, outcome == null ? "" : outcome.output(), kept);
      for (Read read : step.reads) {
        boolean asked = failure.isEmpty() && (whole || !read.isDear());
        answers.add(asked ? look.at(read) : "");
        if (asked && since.contains(read.claim) && read.ask instanceof Ask.Plain plain) {
          look.real(plain.expression()).ifPresent(number -> kept.put(read.claim, number));
        }
      }
    }
    return new Turned(answers, failure, failed);
  }

  /// The claims that later ones ask how far they have come from.
  private Set<String> since() {
    Set<String> since = new HashSet<>();
    for (Step step : steps) {
      for (Read read : step.reads) {
        if (read.ask instanceof Ask.Change change) {
          since.add(change.since());
        }
      }
    }
    return since;
  }

  private static Outcome run(
      Machine machine, Step step, Map<String, String> inputs, boolean isLast) {
    StringBuilder leaves = new StringBuilder();
    for (Leaf leaf : step.leaves) {
      String literal = inputs.getOrDefault(step.block + " " + leaf.name, leaf.literal);
      leaves.append(leaf.name).append(" = Value(").append(literal).append(")\n");
    }
    Outcome outcome = machine.runPart(text(leaves.toString()));
    if (outcome.completed()) {
      Text code = text(inputs.getOrDefault(step.block + " ", step.code));
      outcome = isLast ? machine.run(code) : machine.runPart(code);
    }
    if (outcome.completed() && !step.output.isEmpty()) {
      Outcome back = backward(machine, text(step.output));
      return back.completed() ? outcome : back;
    }
    return outcome;
  }

  /// Lets the gradients flow back from an output, each from zero.
  public static Outcome backward(Machine machine, Text output) {
    Optional<Value> value = machine.global(output.value()).flatMap(Python::value);
    value.ifPresent(it -> Graph.of(it).nodes().forEach(node -> node.value().zeroGrad()));
    return machine.run(Text.at(output.value() + ".backward()", output.span()));
  }

  static Text text(String code) {
    return Text.of(SourceFile.of("program", code));
  }

  // ---- as text

  /// The program as text, for [#read].
  public String write() {
    Fields fields = new Fields();
    String depth = limits.depth() + " " + limits.output() + " " + limits.time().toMillis();
    fields.add(
        "limits", limits.steps() + " " + limits.values() + " " + limits.memory() + " " + depth);
    for (Step step : steps) {
      fields.add("step", step.block);
      step.leaves.forEach(leaf -> fields.add("leaf", leaf.name + " " + leaf.literal));
      fields.add("code", step.code).add("output", step.output);
      for (Read read : step.reads) {
        fields.add(read.comma ? "comma" : "point", read.claim + "\t" + Asks.write(read.ask));
      }
    }
    return fields.text();
  }

  /// The program that [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it did not
  public static KnobProgram read(String text) {
    Limits limits = Limits.DEFAULT;
    List<Step> steps = new ArrayList<>();
    Step step = null;
    for (Fields.Field field : Fields.read(text).fields()) {
      String value = field.value();
      switch (field.name()) {
        case "limits" -> limits = limits(value);
        case "step" -> {
          add(steps, step);
          step = new Step(value, List.of(), "", "", List.of());
        }
        case String name -> step = with(step, name, value);
      }
    }
    add(steps, step);
    return new KnobProgram(limits, steps);
  }

  private static void add(List<Step> steps, @org.jspecify.annotations.Nullable Step step) {
    if (step != null) {
      steps.add(step);
    }
  }

  private static Step with(
      @org.jspecify.annotations.Nullable Step step, String name, String value) {
    if (step == null) {
      throw new IllegalArgumentException("no step before " + name);
    }
    int blank = value.indexOf(' ');
    int tab = value.indexOf('\t');
    return switch (name) {
      case "leaf" -> {
        List<Leaf> leaves = new ArrayList<>(step.leaves);
        leaves.add(new Leaf(value.substring(0, blank), value.substring(blank + 1)));
        yield new Step(step.block, leaves, step.code, step.output, step.reads);
      }
      case "code" -> new Step(step.block, step.leaves, value, step.output, step.reads);
      case "output" -> new Step(step.block, step.leaves, step.code, value, step.reads);
      case "comma", "point" -> {
        List<Read> reads = new ArrayList<>(step.reads);
        Ask ask = Asks.read(value.substring(tab + 1));
        reads.add(new Read(value.substring(0, tab), name.equals("comma"), ask));
        yield new Step(step.block, step.leaves, step.code, step.output, reads);
      }
      case String other -> throw new IllegalArgumentException("a step with " + other);
    };
  }

  private static Limits limits(String value) {
    List<String> parts = Splitting.split(value, " ", -1);
    return new Limits(
        Long.parseLong(parts.get(0)),
        Long.parseLong(parts.get(1)),
        Long.parseLong(parts.get(2)),
        Integer.parseInt(parts.get(3)),
        Long.parseLong(parts.get(4)),
        Duration.ofMillis(Long.parseLong(parts.get(5))));
  }
}
