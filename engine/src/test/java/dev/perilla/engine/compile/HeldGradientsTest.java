package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A `.grad` that a chapter claims has the three witnesses of a derivative, wherever it is claimed;
/// where it is no derivative, it is held to the program alone.
class HeldGradientsTest {
  private static final String NEURON =
      """
      perilla: 1
      id: t
      title: Gradients that a program holds
      blocks:
        - type: code
          code: |
            x = Value(3.0)
            w = Value(-2.0)
            n = x * w + 5.0
            y = n.tanh()
            y.backward()
            g = x.grad
      """;

  private static Compilation chapter(String code, String text) {
    return Chapters.compile(
        """
        perilla: 1
        id: t
        title: Gradients that a program holds
        blocks:
          - type: code
            code: |
        %s
          - type: prose
            text: |
        %s
        """
            .formatted(code.indent(6).stripTrailing(), text.indent(6).stripTrailing()));
  }

  private static List<Ledger.Witnesses> witnesses(Compilation compilation) {
    assertThat(compilation.findings()).isEmpty();
    CompiledChapter chapter = compilation.chapter().orElseThrow();
    return chapter.ledger().entries().stream().flatMap(it -> it.witnesses().stream()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The slope is [-0.8399]{= x.grad}.",
        "The slope is {{x.grad:.3f}}.",
        "So `x.grad = -0.8399`.",
        "So `x.grad = w * (1 - y**2) = -0.8399`.",
        "[It falls.]{= x.grad < 0}",
        "It is [-0.8399]{= dy/dx}.",
        "It is {{g:.4f}}.",
        "So `g = -0.8399`.",
        "Twice that is [-1.6799]{= 2 * g}.",
        "The intermediate one is [0.41997]{= n.grad}.",
      })
  void aTextThatClaimsOne(String text) {
    List<Ledger.Witnesses> found = witnesses(chapter(code(), text));
    assertThat(found).isNotEmpty();
    for (Ledger.Witnesses each : found) {
      double reverse = Double.parseDouble(each.reverse());
      assertThat(Double.parseDouble(each.forward())).isCloseTo(reverse, within(1e-14));
      assertThat(Double.parseDouble(each.differences()))
          .isCloseTo(reverse, within(Double.parseDouble(each.bound()) + 1e-14));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }

  private static String code() {
    return NEURON.substring(NEURON.indexOf("x = ")).stripIndent().replaceAll("(?m)^ +", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.grad  # => -0.8399", "g = x.grad  # => -0.8399"})
  void aCommentThatClaimsOne(String line) {
    assertThat(witnesses(chapter(code() + line, "Nothing."))).hasSize(1);
  }

  /// What the program prints has them too, each numeral its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "print(x.grad)|1",
        "print(f'dy/dx = {x.grad:.3f}, dy/dw = {w.grad:.3f}')|2",
        "print('slopes', [v.grad for v in (x, w)])|2",
        "print(w)|1",
        "def show(v): print(v.data, v.grad)\\nshow(x); show(w)|2",
        "print(grad(lambda t: t * t)(3.0), x.data)|1",
        "print(x.data, y.data)|0",
        "g = x.grad; print(g)|1",
        "g = x.grad; h = g; print(f'dy/dx is {h:.2f}')|1",
        "gs = [v.grad for v in (x, w)]; print(gs); print(gs[0])|3",
        "def slope(v): return v.grad\\ng = slope(x); print(g)|1",
        "def show(): print(g)\\ng = x.grad; show()|1",
        "for v in (x, w): g = v.grad; print(g)|2",
        "g = grad(lambda t: t * t)(3.0); print(g)|1",
        "g = x.grad; g = 0.5; print(g)|0",
        "history = []; history.append(x.grad); history.append(w.grad); print(history)|2",
        "history = [(0, x.grad)]; print(history[-1][1])|1",
        "history = [('x', x.grad)]\\nfor name, g in history: print(f'{name}: {g:.3f}')|1",
        "found = {'x': x.grad, 'w': w.grad}; print(found); print(found['w'])|3",
        "def report(v):\\n    g = v.grad\\n    print(round(g, 3))\\nreport(x); report(w)|2",
        "class Log:\\n    pass\\nlog = Log(); log.g = x.grad; print('%.2f' % log.g)|1",
        "slopes = [grad(lambda t: t * t)(3.0)]; print('{:.1f}'.format(slopes[0]))|1",
        "history = [x.grad]; x.data = 9.0; y = x * w; y.backward(); print(history)|1",
        "history = [x.grad]; print(history[0] * 2); print(2 * x.data)|0",
        "g = x.grad; print(2 * g)|0",
        "x.grad = 0.0; print(x.grad)|0",
        "print(x.grad, 10**310)|1",
        "print(x.grad, '-1e999 1e999 0e999 1e-999')  # plain|1",
      })
  void aProgramThatPrintsThem(String line, int numerals) {
    assertThat(witnesses(chapter(code() + line.replace("\\n", "\n"), "Nothing.")))
        .hasSize(numerals);
  }

  /// What a loop has gathered is shown when it is over: each step's gradient has its own sweep.
  @ParameterizedTest
  @CsvSource({"It began at [30.0]{= history[0]}.,30.0", "The last is {{history[-1]:.4f}}.,13.56"})
  void aLoopThatGathers(String text, String first) {
    String loop =
        """
        w = Value(2.0)
        history = []
        for k in range(5):
            loss = (w * 3.0 - 1.0)**2
            w.grad = 0.0
            loss.backward()
            history.append(w.grad)
            w.data -= 0.01 * w.grad
        """;
    assertThat(witnesses(chapter(loop, text)))
        .singleElement()
        .satisfies(it -> assertThat(it.reverse()).startsWith(first));
    assertThat(witnesses(chapter(loop + "print(history)", "Nothing."))).hasSize(5);
  }

  /// What was held before `train` moved the weights is of the weights then.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "r = train(lambda: (w * 3.0 - 1.0)**2, [w], steps=3)",
        "w.data = 7.0; w.data = 8.0; loss = w * w; loss.backward(); w.data = 9.0",
        "for k in range(50):;  w.data -= 0.1;  loss = w * w;  loss.backward();  h = [w.grad]",
        "del w, loss",
      })
  void theDataOfThen(String program) {
    String code =
        "w = Value(2.0)\nloss = (w * 3.0 - 1.0)**2\nloss.backward()\ng = [w.grad]\n"
            + program.replace("; ", "\n");
    assertThat(witnesses(chapter(code, "It was [30.0]{= g[0]}.")))
        .singleElement()
        .satisfies(it -> assertThat(it.forward()).isEqualTo("30.0"));
  }

  /// A training loop that prints at every step keeps its speed: some have witnesses, not all.
  @Test
  void aLoopThatPrints() {
    String loop =
        """
        w = Value(2.0)
        for k in range(3000):
            loss = (w * 3.0 - 1.0)**2
            w.grad = 0.0
            loss.backward()
            print(w.grad)
            w.data -= 0.0001 * w.grad
        """;
    assertThat(witnesses(chapter(loop, "Nothing.")).size()).isBetween(100, 400);
  }

  @Test
  void anExpectation() {
    Compilation compilation =
        Chapters.compile(
            """
            perilla: 1
            id: t
            title: Expected
            blocks:
              - type: example
                given: {a: 3, b: 4}
                code: |
                  c = a * b
                output: c
                expect: {a.grad: 4, b.grad: a, c.grad: 1, dc/da: 4}
            """);
    assertThat(witnesses(compilation)).hasSize(4);
  }

  /// Several sweeps into one gradient give the sum of their derivatives.
  @Test
  void aSumOverSamples() {
    String code =
        """
        w = Value(2.0)
        for x in [1.0, 2.0, 3.0]:
            loss = (w * x - 1.0)**2
            loss.backward()
        """;
    assertThat(witnesses(chapter(code, "It is [44.0]{= w.grad}.")))
        .singleElement()
        .satisfies(it -> assertThat(it.reverse()).isEqualTo("44.0"));
  }

  /// The claim is of the moment of the sweep, though the step has moved the weight.
  @Test
  void afterTheStepThatItMade() {
    String code =
        """
        w = Value(2.0)
        for k in range(5):
            loss = (w * 3.0 - 1.0)**2
            w.grad = 0.0
            loss.backward()
            w.data -= 0.01 * w.grad
        """;
    assertThat(witnesses(chapter(code, "It is {{w.grad}}."))).hasSize(1);
  }

  /// What no sweep left as a derivative is what the program gives, and no more is said of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // set by hand
        "x = Value(3.0); y = x * x; y.backward(); x.grad = 5.0|5.0",
        // a second sweep through the same graph goes on with what the first has left inside
        "x = Value(3.0); y = (x * 2.0) * 4.0; y.backward(); y.backward()|24.0",
        // added up over a step
        "x = Value(3.0); y = x * x; y.backward(); x.data = 1.0; y = x * x; y.backward()|8.0",
        // before any sweep
        "x = Value(3.0)|0.0",
        // of values that changed before the sweep
        "x = Value(3.0); y = x * x; x.data = 4.0; y.backward()|8.0",
        "x = Value(3.0); r = train(lambda: x * x, [x], steps=1, rate=0.5)[0] * 0 + x.grad|6.0",
      })
  void whatIsNoDerivative(String program, String number) {
    String code = String.join("\n", program.split("; "));
    String name = program.contains("r = ") ? "r" : "x.grad";
    assertThat(witnesses(chapter(code, "It is [%s]{= %s}.".formatted(number, name)))).isEmpty();
  }

  /// The convention of a program at a kink is shown, and named.
  @Test
  void aConvention() {
    String program = "x = Value(0.0)\ny = x.relu()\ny.backward()";
    List<Finding> findings = chapter(program, "It is [0.0]{= x.grad}.").findings();
    assertThat(findings).hasSize(2);
    assertThat(findings)
        .allSatisfy(
            it -> {
              assertThat(it.severity()).isEqualTo(Severity.WARNING);
              assertThat(it.message())
                  .contains(
                      "does not exist: the slope is 0.0 from the left and 1.0 from the right (relu"
                          + " at 0)");
            });
    assertThat(chapter(program + "  # at the kink", "It is [0.0]{= x.grad}.").findings()).isEmpty();
  }

  /// The witnesses are of the value at its moment: another block's state is another sweep's.
  @Test
  void ofAnEarlierBlock() {
    Compilation compilation =
        Chapters.compile(
            """
            perilla: 1
            id: t
            title: Earlier
            blocks:
              - type: example
                id: first
                given: {a: 3}
                code: |
                  c = a * a
                output: c
              - type: example
                given: {a: 5}
                code: |
                  c = a * a
                output: c
              - type: prose
                text: First [6]{= first.a.grad}, then [10]{= a.grad}.
            """);
    assertThat(witnesses(compilation))
        .extracting(Ledger.Witnesses::forward)
        .contains("6.0", "10.0");
  }
}
