package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.knobs.KnobProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a page asks for again to draw a plot with the inputs of its reader.
final class TurnedPlotsTest {
  private static KnobProgram program(String code, String plot) {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: Plots
            blocks:
              - type: example
                id: e
                given: {a: {value: 2, min: -5, max: 5, step: 0.5}}
                code: |
            %s    output: c
                show: [knobs, %s]
            """
                .formatted(code.indent(6), plot));
    return KnobProgram.read(chapter.program().orElseThrow());
  }

  /// The places of each drawing of the chapter, with that input.
  private static List<String> drawn(KnobProgram program, String a) {
    List<String> answers = program.turn(Map.of("e a", a), true).answers();
    List<String> drawn = new ArrayList<>();
    int at = 0;
    for (KnobProgram.Step step : program.steps()) {
      for (KnobProgram.Read read : step.reads()) {
        if (read.claim().startsWith("drawn ")) {
          drawn.add(answers.get(at));
        }
        at++;
      }
    }
    return drawn;
  }

  private static double height(String places, int place) {
    String written = places.split(" ", -1)[2 * place + 1];
    return written.equals("nan") ? Double.NaN : Double.parseDouble(written);
  }

  /// Of 97 places from -4 to 4, the 73rd is at 2.
  @ParameterizedTest(name = "{0} with a = {1} is {2} at 2")
  @CsvSource({
    "a * u * u,           3,    12", // the names are read by the expression itself
    "f(u),                3,     6", // a function decides by them, so each place is asked for
    "(a * u).tanh() + 1, -1,     0.0359724",
    "1 / (u - a),         1,     1",
    "1 / (u - a),         2,   NaN", // at a pole the line is broken
  })
  void aLineOverARange(String expression, String a, double at) {
    KnobProgram program =
        program(
            "def f(u):\n    return a * u if u > 0 else 0 * a\nc = a * 2\n",
            "{plot: {y: \"%s\", over: {u: {from: -4, to: 4}}}}".formatted(expression));
    assertThat(drawn(program, a))
        .hasSize(1)
        .allSatisfy(it -> assertThat(height(it, 72)).isEqualTo(Double.valueOf(at)));
  }

  @Test
  void aLineOfWhatWasMadeOfTheName() {
    KnobProgram program =
        program("c = a * a * a\n", "{plot: {y: c, over: {a: {from: -4, to: 4}}, tangent: a}}");
    assertThat(height(drawn(program, "3").get(0), 72)).isEqualTo(8);
    assertThat(drawn(program, "3").get(1)).isEqualTo("-4.0 -162.0 3.0 27.0 4.0 54.0");
  }

  @Test
  void listsAndPointsByTheirClass() {
    String code =
        """
        c = a * 2
        ws = [a.data ** i for i in range(4)]
        ps = [(a.data, i, i % 2) for i in range(3)]
        """;
    assertThat(drawn(program(code, "{plot: {y: ws}}"), "3"))
        .containsExactly("0.0 1.0 1.0 3.0 2.0 9.0 3.0 27.0");
    assertThat(drawn(program(code, "{plot: {x: ws, y: ws}}"), "3"))
        .containsExactly("1.0 1.0 3.0 3.0 9.0 9.0 27.0 27.0");
    assertThat(drawn(program(code, "{plot: {points: ps}}"), "3"))
        .containsExactly("3.0 0.0 3.0 2.0", "3.0 1.0");
  }

  @Test
  void whatDoesNotComeOutHasNoPlaces() {
    KnobProgram program = program("c = a * 2\nws = [1] * int(a.data)\n", "{plot: {y: ws}}");
    assertThat(drawn(program, "0")).containsExactly("");
    assertThat(drawn(program, "-1")).containsExactly("");
  }

  /// What is drawn is asked for exactly where it gives the author's drawing for the author's
  /// inputs.
  @Test
  void theProgramSurvivesBeingWritten() {
    KnobProgram program =
        program(
            "c = a * a\nps = [(1, 2)]\n",
            "{plot: {y: u * a, over: {u: {from: 0, to: 1}}, tangent: 0.5}}, {plot: {points: ps}}");
    assertThat(KnobProgram.read(program.write())).isEqualTo(program);
    assertThat(drawn(program, "2")).hasSize(3);
  }

  /// Rows of cells from top to bottom; the middles of the cells of a row are an eighth apart.
  @Test
  void regionsAsRowsOfCells() {
    String over = "over: {u: {from: -3, to: 3}, v: {from: -3, to: 3}}";
    KnobProgram program =
        program("c = a + 1\n", "{plot: {regions: \"u - a * v\", %s}}".formatted(over));
    List<String> rows = List.of(drawn(program, "0").getFirst().split(" "));
    assertThat(rows).hasSize(48).containsOnly("-".repeat(24) + "+".repeat(24));
    assertThat(drawn(program, "1").getFirst()).startsWith("-".repeat(48)).contains("-+ ");
  }

  /// It is asked for by itself, since it takes longer than a frame.
  @Test
  void regionsAreAskedForWhenThereIsTime() {
    String over = "over: {u: {from: -3, to: 3}, v: {from: -3, to: 3}}";
    KnobProgram program =
        program("c = a + 1\n", "{plot: {regions: \"u - a * v\", %s}}".formatted(over));
    List<String> whole = program.turn(Map.of(), true).answers();
    List<String> quick = program.turn(Map.of(), false).answers();
    assertThat(whole).anyMatch(it -> it.startsWith("--"));
    assertThat(quick).noneMatch(it -> it.startsWith("--")).hasSameSizeAs(whole);
  }

  @Test
  void aNetworkAsStrengths() {
    KnobProgram program =
        program(
            "class Neuron:\n    pass\nn = Neuron()\nn.w = [a, -1]\nn.b = 0.5\nc = a + 1\n",
            "{network: n}");
    assertThat(drawn(program, "2")).containsExactly("1.0 -0.5 0.25");
    assertThat(drawn(program, "-4")).containsExactly("-1.0 -0.25 0.125");
    assertThat(program.turn(Map.of("e a", "-4"), true).answers())
        .containsSubsequence("-4", "-1", "0.5", "4");
  }

  /// Where a parameter stood is read before the block, its change from there to the state after it.
  /// What another object of that name was before is not what the block trains.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "w.data -= 1; ''",
        "w = w; ''",
        "w = Value(0); [w] before the block is not what the block trains",
        "v = 1; ''",
      })
  void parametersThatAreMadeAnewWereNothingBefore(String code, String said) {
    String chapter =
        """
        perilla: 1
        id: t
        title: Training
        blocks:
          - type: code
            code: w = Value(3)
          - type: code
            code: |
              losses = [9, 4]
              %s
            show: [{training: {loss: losses, parameters: "[w]"}}]
        """
            .formatted(code);
    assertThat(Chapters.compile(chapter).findings().stream().map(Finding::message).toList())
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  @Test
  void parametersBeforeAndAfterATraining() {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: Training
            blocks:
              - type: code
                code: |
                  w = Value(3)
              - type: example
                id: e
                given: {rate: {value: 0.5, min: 0, max: 1}}
                code: |
                  losses = [9, 4]
                  w.data -= rate.data
                show: [{training: {loss: losses, parameters: "[w]"}}]
            """);
    KnobProgram program = KnobProgram.read(chapter.program().orElseThrow());
    assertThat(program.turn(Map.of(), true).answers()).contains("3", "2.5", "-0.5");
    assertThat(program.turn(Map.of("e rate", "1"), true).answers()).contains("3", "2", "-1");
  }
}
