package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Blocks, inputs and expressions of the text.
class MachineTest {
  private final Machine machine = new Machine(Limits.DEFAULT);

  private static Text text(String code) {
    return Text.of(SourceFile.of("x.py", code));
  }

  private Outcome run(String code) {
    return machine.run(text(code));
  }

  private String value(String expression) {
    return switch (machine.evaluate(text(expression))) {
      case Answer.Computed computed -> Python.repr(computed.value());
      case Answer.Failed failed -> failed.findings().get(0).message();
    };
  }

  @Test
  void whatIsPrintedCanBeReadAtOnce() {
    List<String> seen = new ArrayList<>();
    Limits limits = Limits.DEFAULT.withOutput(8);
    Machine machine = new Machine(limits, seen::add);
    Outcome outcome =
        machine.run(Text.of(SourceFile.of("x.py", "print('ab')\nprint('cd')\nprint('efgh')\n")));
    assertThat(String.join("", seen)).isEqualTo("ab\ncd\nef");
    assertThat(seen).hasSizeGreaterThan(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.crash().orElseThrow().message())
        .isEqualTo("the program printed more than 8 characters");
  }

  @Test
  void aStackThatIsTooSmallIsTheLimitOfRecursion() throws InterruptedException {
    Thread small =
        new Thread(
            null,
            () -> {
              Outcome outcome = run("def f(n):\n    return f(n + 1)\nprint(1)\nf(0)\n");
              Crash crash = outcome.crash().orElseThrow();
              assertThat(crash.kind()).isEqualTo(Crash.Kind.LIMIT);
              assertThat(crash.message())
                  .startsWith("RecursionError: maximum recursion depth exceeded: the stack has no");
              assertThat(crash.finding().span().line()).isEqualTo(2);
              assertThat(run("print(2)\n").output()).isEqualTo("2\n");
            },
            "small",
            200_000);
    List<Throwable> failed = new ArrayList<>();
    small.setUncaughtExceptionHandler((thread, error) -> failed.add(error));
    small.start();
    small.join();
    assertThat(failed).isEmpty();
  }

  @Test
  void namesLiveFromBlockToBlock() {
    run("x = 2\n");
    assertThat(run("print(x + 1)\n").output()).isEqualTo("3\n");
    assertThat(machine.names()).containsExactly("x");
    assertThat(machine.global("x")).isEqualTo(Optional.of(2L));
  }

  @Test
  void inputsAreGiven() {
    machine.leaf("a", 3L);
    machine.define("rows", List.of(List.of(1L, 2.5), Map.of("k", "v")));
    assertThat(run("print(a, rows)\n").output())
        .isEqualTo("Value(data=3, grad=0) [[1, 2.5], {'k': 'v'}]\n");
  }

  @Test
  void aValueIsWrittenWithPercentToo() {
    machine.leaf("a", 3L);
    assertThat(run("print('%s' % a, '%s %r|' % (a, a.data))\nprint('%.2f' % a)\n"))
        .extracting(Outcome::output, it -> it.crash().orElseThrow().headline())
        .containsExactly(
            "Value(data=3, grad=0) Value(data=3, grad=0) 3|\n",
            "TypeError: must be real number, not Value");
  }

  @Test
  void aProgramSeesAnIntOfAValueWithAllItsDigitsOrNot() {
    run("c = Value(299792458)\nE = c ** 2\nE.backward()\nx = Value(3.0) * 1e300\n");
    assertThat(run("print(x.data, Value(2**53 - 2) + 1, c.grad, (E * 1.0).data)\n").output())
        .isEqualTo("3e+300 Value(data=9007199254740991, grad=0) 599584916 8.987551787368176e+16\n");
    for (String use :
        List.of("print(E)", "E.data", "f'{E}'", "E < 3", "d = c ** 3; d.backward(); c.grad")) {
      assertThat(run(use + "\n").crash().map(Crash::message))
          .as(use)
          .contains("an int above 2**53 in a Value is not part of this language");
    }
    assertThat(value("E")).isEqualTo("Value(data=8.987551787368176e+16, grad=1)");
    assertThat(value("E.data / 2")).isEqualTo("4.493775893684088e+16");
  }

  /// What a sweep left between `a` and `-b` is passed on by the next, as micrograd does.
  @Test
  void aGradientIsNoIntWhereTheSweepBeforeLeftAFloatWithinADifference() {
    machine.leaf("a", 3L);
    machine.leaf("b", 2L);
    String sweep = "b.grad = 0\nd.backward()\nprint(b.grad)\n";
    assertThat(run("d = a - b\n(d * 0.5).backward()\nprint(b.grad)\n" + sweep + sweep).output())
        .isEqualTo("-0.5\n-1.5\n-2.5\n");
    assertThat(run("b.grad = 0\nd.backward()\nb.grad -= 1\nd.backward()\nprint(b.grad)\n").output())
        .isEqualTo("-9.0\n");
  }

  @Test
  void aFaultKeepsTheWholeBlockFromRunning() {
    Outcome outcome = run("print(1)\nprint(lenght)\n");
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.findings().get(0).message()).isEqualTo("name 'lenght' is not defined");
  }

  @Test
  void aCrashKeepsWhatWasPrinted() {
    Outcome outcome = run("print(1)\nx = [][0]\n");
    assertThat(outcome.output()).isEqualTo("1\n");
    assertThat(outcome.crash().orElseThrow().traceback())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "x.py", line 2, in <module>
                x = [][0]
                    ~~^^^
            IndexError: list index out of range
            """);
  }

  @Test
  void theValueOfALineIsObserved() {
    Outcome outcome = run("for i in range(3):\n    x = i * i  # => 4\n");
    Observation seen = outcome.observations().get(0);
    assertThat(seen.times()).isEqualTo(3);
    assertThat(seen.seen()).extracting(Observation.Seen::repr).containsExactly("0", "1", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a × b                 | Value(data=12, grad=0)",
        "dc/da                 | 4.0",
        "∂c/∂b                 | 3.0",
        "2² + √(16) − 3³       | -19.0",
        "25 % * 4              | 1.0",
        "n.change              | 0.03999999999999915",
        "grad(c, a) == b.data  | True",
        "3 ≤ 4 ≠ 5             | True",
        "names                 | name 'names' is not defined",
      })
  void expressionsOfTheText(String expression, String expected) {
    machine.leaf("a", 3L);
    machine.leaf("b", 4L);
    run("c = a * b\nn = nudge(c, a, 0.01)\n");
    assertThat(value(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xs.append(1)          | the expression changes a list",
        "d.update({1: 2})      | the expression changes a dict",
        "(y := 3)              | the expression assigns to y",
        "print(1)              | the expression prints",
        "c.backward()          | the expression changes a Value",
        "setattr(p, 'x', 2)    | the expression changes a P",
        "count()               | the expression assigns to n",
        "random.random()       | the expression draws a random number",
        "next(g)               | the expression changes a generator",
      })
  void expressionsLookAndDoNotTouch(String expression, String reason) {
    run(
        """
        import random
        random.seed(1)
        xs, d, n = [], {}, 0
        c = Value(2.0) * 3
        class P: pass
        p = P()
        def count():
            global n
            n += 1
        def squares():
            yield 1
        g = squares()
        """);
    assertThat(value(expression))
        .isEqualTo(reason + ": text can look at the program's state, not change it");
  }

  @Test
  void whatAnExpressionMakesItselfItMayChange() {
    run(
        """
        def total(xs):
            out = []
            for x in xs:
                out.append(x * 2)
            return out
        """);
    assertThat(value("total([1, 2])")).isEqualTo("[2, 4]");
  }
}
