package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `train` is the loop that it stands for, to the last bit, whether it replays or calls again.
class TrainingTest {
  private static final String SETTING =
      """
      import random
      from micrograd.nn import MLP
      random.seed(1337)
      model = MLP(3, [4, 4, 1])
      xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
      ys = [1.0, -1.0, -1.0, 1.0]
      start = [p.data for p in model.parameters()]
      noted = []

      def back():
          for p, data in zip(model.parameters(), start):
              p.data = data

      def plain():
          return sum((model(x) - y)**2 for x, y in zip(xs, ys))

      def notes():
          noted.append(1)
          return plain()

      def prints():
          print('called')
          return plain()

      def draws():
          random.random()
          return plain()

      def branches():
          total = plain()
          return total * 0.5 if total < 2.0 else total

      def reads():
          total = plain()
          return total / (1.0 + total.data)

      def compares_later():
          total = plain()
          return max(total, total * 0 + 1.5)

      def loop(loss, steps):
          losses = []
          for k in range(steps):
              total = loss()
              model.zero_grad()
              total.backward()
              for p in model.parameters():
                  p.data -= 0.01 * p.grad
              losses.append(total.data)
          return losses

      """;

  private static String run(String code) {
    Outcome outcome =
        new Machine(Limits.DEFAULT).run(Text.of(SourceFile.of("train.py", SETTING + code)));
    assertThat(outcome.crash().map(Crash::traceback)).isEmpty();
    assertThat(outcome.findings()).isEmpty();
    return outcome.output();
  }

  @ParameterizedTest
  @CsvSource({"plain", "notes", "draws", "branches", "reads", "compares_later"})
  void theLoopThatItStandsFor(String loss) {
    assertThat(
            run(
                """
                expected = loop(LOSS, 30)
                moved = [p.data for p in model.parameters()]
                slopes = [p.grad for p in model.parameters()]
                back()
                print(train(LOSS, model, steps=30, rate=0.01) == expected)
                print([p.data for p in model.parameters()] == moved)
                print([p.grad for p in model.parameters()] == slopes)
                """
                    .replace("LOSS", loss)))
        .isEqualTo("True\nTrue\nTrue\n");
  }

  @Test
  void aFunctionThatDoesMoreIsCalledAtEveryStep() {
    assertThat(
            run("train(notes, model, steps=7)\ntrain(prints, model, steps=2)\nprint(len(noted))"))
        .isEqualTo("called\ncalled\n7\n");
  }

  @Test
  void theRateMayDependOnTheStepAndChangeWhatTheLossReads() {
    assertThat(
            run(
                """
                def rate(k):
                    ys[0] = float(k)
                    return 0.01 / (k + 1)
                a = train(plain, model.parameters(), steps=5, rate=rate)
                back()
                b = []
                for k in range(5):
                    r = rate(k)
                    b += train(plain, model.parameters(), steps=1, rate=r)
                print(a == b, len(a))
                """))
        .isEqualTo("True 5\n");
  }

  @Test
  void aValueIsTheFunctionThatItsOperationsAre() {
    assertThat(run("w = Value(2.0)\nprint(train(w * w, [w], steps=3, rate=0.25), w)"))
        .isEqualTo("[4.0, 1.0, 0.25] Value(data=0.25, grad=1.0)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train(w * w if w > 0 else w, [w])|train() of a Value runs its operations again, but the"
            + " program decided something by a value that depends on w: write the loss as a"
            + " function, which is called at every step",
        "nudge(w * w if w > 0 else w, w, 0.5)"
            + "|nudge() runs the recorded operations again, but the program decided something by a"
            + " value that depends on w: run the code with the other number instead",
        "train(lambda: w**3, [w], steps=50, rate=-1)"
            + "|train() left the finite numbers at step 7: lower the rate, or check the loss",
        "train(lambda: w, [w * 2])|train() moves values that no operation made",
        "train(lambda: w, [w, w])|train() was given a parameter twice",
      })
  void refusals(String call, String message) {
    String code =
        "w = Value(2.0)\nw.label = 'w'\ntry:\n    "
            + call
            + "\nexcept ValueError as e:\n    print(e)\n";
    assertThat(run(code)).isEqualTo(message + "\n");
  }

  @Test
  void gradientsOfGradients() {
    assertThat(
            run(
                """
                f = lambda x: x**4 - 3 * x**3 + 2
                x = 3.0
                for i in range(8):
                    x -= grad(f)(x) / grad(grad(f))(x)
                print(x, grad(f)(3), grad(grad(grad(f)))(1.0))
                v = Value(3.0)
                y = v**3
                slope = grad(y, v, create_graph=True)
                slope.backward()
                print(grad(y, v), slope, v)
                """))
        .isEqualTo("2.25 27.0 6.0\n27.0 Value(data=27.0, grad=1) Value(data=3.0, grad=18.0)\n");
  }

  @Test
  void gradientsByAListAreAListLikeIt() {
    assertThat(
            run(
                """
                w = [[Value(2.0), Value(3.0)], [Value(5.0)]]
                y = w[0][0] * w[0][1] + w[1][0]**2
                print(grad(y, w), grad(y, w[0]), grad(y, []))
                nested = []
                nested.append(nested)
                try:
                    grad(y, nested)
                except TypeError as e:
                    print(e)
                """))
        .isEqualTo(
            """
            [[3.0, 2.0], [10.0]] [3.0, 2.0] []
            grad() takes values of the autograd, not 'list'
            """);
  }
}
