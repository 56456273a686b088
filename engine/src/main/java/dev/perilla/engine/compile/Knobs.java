package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.Show;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.engine.knobs.KnobProgram;
import dev.perilla.engine.knobs.KnobProgram.Read;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Claim;
import dev.perilla.engine.verify.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the page of a chapter needs to turn its knobs and to run its listings again: the program,
/// and the numbers that come from it. Only what gives the page's very characters for the author's
/// inputs is asked again; the page marks the rest as the author's.
record Knobs(Execution execution, List<Block> blocks) {
  /// What the read of a block's output is called.
  private static final String OUTPUT = "output ";

  /// What the read of a drawing is called.
  private static final String DRAWN = "drawn ";

  /// What ran once is asked again without a clock: what a page can follow depends on the steps that
  /// are left, not on how busy the machine is.
  private static final Duration UNHURRIED = Duration.ofDays(1);

  /// Whether the reader may turn all inputs of an example.
  static boolean shown(Block.Example example) {
    return example.show().stream().anyMatch(Show.Knobs.class::isInstance);
  }

  private static boolean isEditable(Block block) {
    return block instanceof Block.Code code && code.run() && code.editable();
  }

  private static boolean turns(Block block) {
    return isEditable(block)
        || (block instanceof Block.Example example
            && !example.given().isEmpty()
            && (shown(example) || example.given().stream().anyMatch(Given.Knob.class::isInstance)));
  }

  /// The program as text; empty where there is nothing to turn.
  Optional<String> program(List<Claim> claims, List<Account.Drawing> drawings) {
    int first = 0;
    while (first < blocks.size() && !turns(blocks.get(first))) {
      first++;
    }
    if (first == blocks.size()) {
      return Optional.empty();
    }
    Map<String, Ledger.Entry> entries = new HashMap<>();
    Map<Integer, List<Read>> asked = new HashMap<>();
    int last = first;
    Set<String> below = new HashSet<>();
    for (int i = first; i < blocks.size(); i++) {
      below.add(execution.id(i));
    }
    for (Claim claim : claims) {
      String id = claim.entry().id();
      entries.put(id, claim.entry());
      boolean isBelow = below.contains(id.substring(0, id.lastIndexOf('-')));
      if (claim.recipe().isPresent() && (isBelow || claim.recipe().get().after() >= first)) {
        Recipe recipe = claim.recipe().get();
        last = Math.max(last, recipe.after());
        for (boolean comma : new boolean[] {false, true}) {
          add(asked, recipe.after(), new Read(claim.entry().id(), comma, recipe.ask()));
        }
      }
    }
    Map<String, String> drawn = new HashMap<>();
    for (Account.Drawing drawing : drawings) {
      int after = drawing.recipe().after();
      if (after >= first) {
        last = Math.max(last, after);
        drawn.put(DRAWN + drawing.id(), drawing.places());
        add(asked, after, new Read(DRAWN + drawing.id(), false, drawing.recipe().ask()));
      }
    }
    for (int i = first; i < blocks.size(); i++) {
      last = isEditable(blocks.get(i)) ? Math.max(last, i) : last;
    }
    for (int i = first; i <= last; i++) {
      if (blocks.get(i) instanceof Block.Code || blocks.get(i) instanceof Block.Example) {
        String id = OUTPUT + execution.id(i);
        add(asked, i, new Read(id, false, new Recipe.Ask.Printed()));
      }
    }
    KnobProgram program = execution.again(last, asked);
    List<String> answers =
        new KnobProgram(program.limits().withTime(UNHURRIED), program.steps())
            .turn(Map.of(), true)
            .answers();
    List<KnobProgram.Step> steps = new ArrayList<>();
    int at = 0;
    for (KnobProgram.Step step : program.steps()) {
      List<Read> reads = new ArrayList<>();
      for (Read read : step.reads()) {
        String before = reads.isEmpty() ? "" : reads.getLast().claim();
        if (!before.equals(read.claim()) && fits(read, answers.get(at), entries, drawn)) {
          reads.add(read);
        }
        at++;
      }
      steps.add(
          new KnobProgram.Step(step.block(), step.leaves(), step.code(), step.output(), reads));
    }
    return Optional.of(new KnobProgram(program.limits(), steps).write());
  }

  private static void add(Map<Integer, List<Read>> asked, int after, Read read) {
    asked.computeIfAbsent(after, index -> new ArrayList<>()).add(read);
  }

  private static boolean fits(
      Read read, String answer, Map<String, Ledger.Entry> entries, Map<String, String> drawn) {
    return switch (read.ask()) {
      case Recipe.Ask.Printed _ -> true;
      case Recipe.Ask.Curve _,
          Recipe.Ask.Tangent _,
          Recipe.Ask.Row _,
          Recipe.Ask.Points _,
          Recipe.Ask.Cells _,
          Recipe.Ask.Strengths _ ->
          answer.equals(drawn.get(read.claim()));
      case Recipe.Ask.Condition _, Recipe.Ask.Agreement _ -> answer.startsWith("holds");
      case Recipe.Ask.Plain _,
          Recipe.Ask.Formatted _,
          Recipe.Ask.Rounded _,
          Recipe.Ask.Derivative _,
          Recipe.Ask.Data _,
          Recipe.Ask.Slope _,
          Recipe.Ask.Along _,
          Recipe.Ask.At _,
          Recipe.Ask.Within _,
          Recipe.Ask.Change _,
          Recipe.Ask.Strongest _ ->
          Optional.ofNullable(entries.get(read.claim()))
              .map(Ledger.Entry::text)
              .filter(answer::equals)
              .isPresent();
    };
  }
}
