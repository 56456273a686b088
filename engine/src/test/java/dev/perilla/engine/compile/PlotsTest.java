package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.source.FindingPrinter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Plots, networks and trainings: what they say in numbers, and what is refused.
final class PlotsTest {
  private static String chapter(String code, String show) {
    return """
    perilla: 1
    id: t
    title: Views
    blocks:
      - type: example
        given: {a: 3, b: -2}
        code: |
    %s    output: c
        show: [%s]
    """
        .formatted(code.indent(6), show);
  }

  @Test
  void whatStandsBelowAHeadingIsWhatItComputes() {
    String code =
        """
        c = a * b
        xs = [1, 2, 3]
        ys = [2, 4, 6]
        zs = [3, 6, 9]
        def f(v): return v * v
        """;
    List<String> lies =
        List.of(
            "{table: {`xs`: ys}}",
            "{table: {$xs$: ys}}",
            "{table: {`x`: xs, `x²`: zs}}",
            "{table: {`x`: xs, `y`: ys, `x * y`: zs}}",
            "{table: {`x`: xs, `f(x)`: ys}}",
            "{plot: {y: {`ys`: xs}}}",
            "{plot: {y: {`v²`: v * 3}, over: {v: {from: 0, to: 1}}}}",
            "{plot: {y: {$f(v)$: v * 3}, over: {v: {from: 0, to: 1}}}}");
    List<String> truths =
        List.of(
            "{table: {`xs`: xs, `ys`: ys}}",
            "{table: {`x`: xs, `x²`: '[x * x for x in xs]'}}",
            "{table: {$x$: xs, `f(x)`: '[f(x) for x in xs]'}}",
            "{table: {`x`: xs, `x / c`: '[round((x / c).data, 2) for x in xs]'}}",
            "{table: {`a`: xs, `a * b`: '[x * b for x in xs]'}}",
            "{table: {`xs`: '[x / c for x in xs]'}}",
            "{table: {`a`: '[c, c + 1, c + 2]', `f(a)`: '[f(c), f(c + 1), f(c + 2)]'}}",
            "{table: {`i`: '[xs[0] - 1, xs[1] - 1, xs[2] - 1]', `xs[i]`: xs}}",
            "{table: {x: xs, `x²`: zs}}",
            "{plot: {y: {`ys`: ys, `zs`: zs}}}",
            "{plot: {y: {`v²`: v * v}, over: {v: {from: 0, to: 1}}}}",
            "{plot: {y: {`f(v)`: f(v)}, over: {v: {from: 0, to: 1}}}}",
            "{plot: {y: {$c$: a * b}, over: {a: {from: 0, to: 1}}}}",
            "{plot: {y: {`f(x)`: f(v)}, over: {v: {from: 0, to: 1}}}}");
    for (String lie : lies) {
      assertThat(Chapters.codes(Chapters.compile(chapter(code, quoted(lie)))))
          .as(lie)
          .singleElement()
          .asString()
          .endsWith("P0311");
    }
    for (String truth : truths) {
      assertThat(Chapters.compile(chapter(code, quoted(truth))).findings()).as(truth).isEmpty();
    }
  }

  /// Keys that YAML would not take bare.
  private static String quoted(String show) {
    return show.replaceAll("(`[^`]+`|\\$[^$]+\\$):", "\"$1\":");
  }

  private static View view(String code, String show) {
    CompiledChapter chapter = Chapters.clean(chapter(code, show));
    return ((Part.Example) chapter.blocks().getFirst()).views().getFirst();
  }

  /// A plot in numbers: its tables, cell by cell.
  private static String told(String code, String show) {
    return ((View.Plot) view(code, show))
        .twins().stream().map(PlotsTest::told).collect(Collectors.joining("\n"));
  }

  private static String told(View.Table table) {
    StringBuilder out = new StringBuilder();
    table.headings().forEach(heading -> out.append(text(heading.inlines())).append('|'));
    for (View.Table.Row row : table.rows()) {
      out.append('\n');
      row.cells().forEach(cell -> out.append(text(cell.inlines())).append('|'));
    }
    return out.append('\n').toString();
  }

  private static String text(List<Inline> inlines) {
    return inlines.stream()
        .map(
            inline ->
                switch (inline) {
                  case Inline.Str words -> words.text();
                  case Inline.Num number -> number.text();
                  case Inline.CodeSpan code -> text(code.inlines());
                  default -> inline.toString();
                })
        .collect(Collectors.joining());
  }

  private static String findings(String code, String show) {
    return FindingPrinter.pretty(Chapters.compile(chapter(code, show)).findings());
  }

  @Test
  void aLineFollowsWhatTheProgramMadeOfAnInput() {
    assertThat(told("d = a * b\nc = d * a", "{plot: {y: c, over: {a: {from: -2, to: 2}}}}"))
        .isEqualTo(
            """
            a|c|
            -2|-8|
            -1|-2|
            0|0|
            1|-2|
            2|-8|
            """);
  }

  @Test
  void aLineMayBeAnExpressionOfANameOfItsOwn() {
    assertThat(
            told(
                "c = a * b",
                "{plot: {y: {square: x**2, shifted: x + a, root: x.sqrt()}, over: {x: {from: 0, to:"
                    + " 4}}}}"))
        .isEqualTo(
            """
            x|square|shifted|root|
            0|0|3|0|
            1|1|4|1|
            2|4|5|1.41421|
            3|9|6|1.73205|
            4|16|7|2|
            """);
  }

  /// A replay of the first branch would go on below zero.
  @Test
  void aFunctionThatDecidesIsAskedAtEachPlace() {
    assertThat(
            told(
                "def bent(x):\n    return x if x > 0 else x * 0\nc = a * b",
                "{plot: {y: bent(x), over: {x: {from: -2, to: 2}}}}"))
        .contains("-2|0|\n-1|0|\n0|0|\n1|1|\n2|2|");
  }

  @Test
  void whereAnExpressionHasNoNumberThereIsNone() {
    assertThat(told("c = a * b", "{plot: {y: 1 / x, over: {x: {from: -1, to: 1}}}}"))
        .contains("-1|-1|\n-0.5|-2|\n0|–|\n0.5|2|\n1|1|");
  }

  @Test
  void aTangentHasASlopeWithWitnesses() {
    View.Plot plot =
        (View.Plot)
            view("c = a * b", "{plot: {y: x**2, over: {x: {from: -2, to: 2}}, tangent: 1.5}}");
    View.Plot.Tangent tangent = plot.tangent().orElseThrow();
    assertThat(tangent.at().text()).isEqualTo("1.5");
    assertThat(tangent.value().text()).isEqualTo("2.25");
    assertThat(tangent.slope().text()).isEqualTo("3");
  }

  @Test
  void aListIsDrawnStepByStep() {
    assertThat(told("losses = [4.0, 2.0, 1.5]\nc = a * b", "{plot: {y: losses}}"))
        .isEqualTo(
            """
            |losses|
            0|4|
            1|2|
            2|1.5|
            """);
  }

  @Test
  void ofALongListTheEndsAndTheExtremesAreTold() {
    assertThat(told("ys = [k % 7 for k in range(100)]\nys[50] = -3\nc = a * b", "{plot: {y: ys}}"))
        .contains("\n0|0|", "\n50|-3|", "\n6|6|", "\n99|1|");
  }

  @Test
  void pointsHaveClasses() {
    View.Plot plot =
        (View.Plot)
            view(
                "rows = [[1, 2, 'up'], [2, 1.5, 'down'], [a, b, 'up']]\nc = a * b",
                "{plot: {points: rows}}");
    assertThat(plot.series())
        .extracting(series -> text(series.label()) + " " + series.count().orElseThrow().text())
        .containsExactly("up 2", "down 1");
    assertThat(told(plot.twins().getFirst()))
        .isEqualTo("rows|x|y|\nup|1|2|\nup|3|-2|\ndown|2|1.5|\n");
  }

  @Test
  void axesAreCalledAsTheAuthorSays() {
    String axes = ", axes: {x: hours of study, y: '`passed`'}}}";
    View.Plot points =
        (View.Plot) view("rows = [[1, 0], [2.5, 1]]\nc = a * b", "{plot: {points: rows" + axes);
    assertThat(text(points.x().label()) + ", " + text(points.y().label()))
        .isEqualTo("hours of study, passed");
    assertThat(told(points.twins().getFirst())).startsWith("hours of study|passed|\n1|0|\n");
    View.Plot list = (View.Plot) view("ys = [2, 4]\nc = a * b", "{plot: {y: ys" + axes);
    assertThat(text(list.x().label()) + ", " + text(list.y().label()))
        .isEqualTo("hours of study, passed");
    assertThat(told(list.twins().getFirst())).startsWith("hours of study|ys|\n0|2|\n");
    View.Plot line =
        (View.Plot) view("c = a * b", "{plot: {y: u * a, over: {u: {from: 0, to: 1}}" + axes);
    assertThat(text(line.x().label()) + ", " + text(line.y().label()))
        .isEqualTo("hours of study, passed");
    assertThat(told(line.twins().getFirst())).startsWith("u|u * a|\n");
    assertThat(
            findings(
                "c = a * b",
                "{plot: {y: [1, 2], axes: {x: 7 hours}}}".replace("[1, 2]", "\"[1, a]\"")))
        .contains("error[P0301]: the number 7 has no standing");
  }

  /// What was measured is not what the line says.
  @Test
  void pointsBesideALineHaveHeadingsOfTheirOwn() {
    assertThat(
            told(
                "ws = [1, 2]\nc = a * b",
                "{plot: {y: {fit: u * a}, over: {u: {from: 0, to: 1}}, points: '[[w, 4, w] for w in"
                    + " ws]'}}"))
        .contains("u|fit|\n", "points|u|y|\n1|1|4|\n2|2|4|");
  }

  @Test
  void regionsAreWhereAnExpressionIsPositive() {
    View.Plot plot =
        (View.Plot)
            view(
                "c = a * b",
                "{plot: {regions: u - v, over: {u: {from: 0, to: 1}, v: {from: 0, to: 1}}}}");
    List<String> rows = plot.regions().orElseThrow().rows();
    assertThat(rows.getFirst()).matches("-{48}");
    assertThat(rows.getLast()).matches("-\\+{47}");
    assertThat(told(plot.twins().getFirst()))
        .startsWith("v \\ u|0|0.2|0.4|")
        .contains("\n0|0|0.2|");
  }

  @Test
  void axesAreMarkedAtRoundNumbers() {
    View.Plot plot = (View.Plot) view("ys = [0.0012, 0.0047]\nc = a * b", "{plot: {y: ys}}");
    assertThat(plot.y().ticks())
        .extracting(tick -> tick.number().text())
        .containsExactly("0.001", "0.002", "0.003", "0.004");
    assertThat(plot.x().ticks()).extracting(tick -> tick.number().text()).containsExactly("0", "1");
  }

  @Test
  void aNetworkIsCountedLayerByLayer() {
    View.Network network =
        (View.Network)
            view(
                """
                import random
                from micrograd.nn import MLP
                random.seed(1337)
                model = MLP(3, [4, 4, 1])
                c = a * b\
                """,
                "{network: model}");
    assertThat(network.layers())
        .extracting(layer -> layer.parameters().text() + " " + layer.activation())
        .containsExactly("16 ReLU", "20 ReLU", "5 ");
    assertThat(network.total().text()).isEqualTo("41");
  }

  /// What a chapter builds by itself is a network too.
  @Test
  void aNeuronThatTheChapterDefinesIsANetwork() {
    View.Network network =
        (View.Network)
            view(
                """
                class Neuron:
                    def __init__(self):
                        self.w = [0.5, -1.0]
                        self.b = 0.25
                n = Neuron()
                c = a * b\
                """,
                "{network: n}");
    assertThat(network.total().text()).isEqualTo("3");
    assertThat(network.layers().getFirst().neurons().getFirst().weights())
        .containsExactly(0.5, -1.0);
  }

  @Test
  void aTrainingTellsParametersBeforeAndAfter() {
    CompiledChapter chapter =
        Chapters.clean(
            """
            perilla: 1
            id: t
            title: Training
            blocks:
              - type: code
                code: |
                  w = Value(1.0)
              - type: code
                code: |
                  losses = []
                  for k in range(3):
                      loss = (w * 2 - 6)**2
                      w.zero_grad()
                      loss.backward()
                      w.data -= 0.125 * w.grad
                      losses.append(loss.data)
                show: [{training: {loss: losses, parameters: [w]}}]
            """
                .replace("[w]", "\"[w]\""));
    View.Training training =
        (View.Training) ((Part.Code) chapter.blocks().getLast()).views().getFirst();
    assertThat(training.first().text() + " " + training.last().text()).isEqualTo("16 0");
    assertThat(training.parameters())
        .extracting(row -> row.name() + " " + row.before().text() + " " + row.after().text())
        .containsExactly("w 1 3");
  }

  @Test
  void eachKindOfPlotHasItsKeys() {
    assertThat(findings("c = a * b", "{plot: {y: c, tangent: a}}"))
        .contains("error[P0332]: a tangent takes `y` and one name in `over`");
    assertThat(findings("c = a * b", "{plot: {tangent: a}}"))
        .contains("error[P0332]: this plot has neither `y` nor `regions` nor `points`");
    assertThat(findings("c = a * b", "{plot: {y: c, over: {a: {from: 4, to: -2}}}}"))
        .contains("error[P0332]: a goes from 4 to -2, which is no range");
    assertThat(findings("c = a * b", "{plot: {y: missing, over: {a: {from: 0, to: 1}}}}"))
        .contains("missing");
    assertThat(
            findings(
                "c = a * b", "{plot: {y: [1, c, 'x']}}".replace("[1, c, 'x']", "\"[1, c, 'x']\"")))
        .contains("error[P0327]: ([1, c, 'x'])[2] is 'x', which is no finite number");
    assertThat(findings("c = a * b", "{network: a}")).contains("error[P0333]: a is no network");
  }
}
