package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.number.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Random programs run by the public micrograd itself, under CPython, print the same digits: data
/// and every gradient, to the last bit.
///
/// The public sources are not ours to copy, so without them this is skipped, and `SameBitsTest`
/// holds the same behaviour in every build. Needs a checkout of github.com/karpathy/micrograd,
/// named by `-Dperilla.micrograd=FOLDER`, or beside the project as `shared/corpora/micrograd`.
class MicrogradTest {
  /// micrograd sorts its values by way of a set, whose order is that of addresses, so its last bits
  /// vary from run to run: its closures are called in reverse order of creation here.
  private static final String HARNESS =
      """
      import sys
      sys.path.insert(0, 'FOLDER')
      from micrograd.engine import Value
      born = []
      create = Value.__init__
      def noted(self, *args):
          create(self, *args)
          born.append(self)
      def backward(self):
          led, open = set(), [self]
          while open:
              value = open.pop()
              if value not in led:
                  led.add(value)
                  open.extend(value._prev)
          self.grad = 1
          for value in reversed(born):
              if value in led:
                  value._backward()
      Value.__init__ = noted
      Value.backward = backward
      names = {'Value': Value}
      exec(open(sys.argv[1]).read(), names)
      """;

  private static Path checkout() {
    String named = System.getProperty("perilla.micrograd", "../../shared/corpora/micrograd");
    Path folder = Path.of(named).toAbsolutePath().normalize();
    assumeTrue(
        Files.exists(folder.resolve("micrograd/engine.py")),
        "skipped: no checkout of micrograd in " + folder + " (-Dperilla.micrograd=FOLDER)");
    return folder;
  }

  @Test
  void printTheSame() {
    String harness = HARNESS.replace("FOLDER", checkout().toString());
    SplittableRandom random = new SplittableRandom(12);
    List<String> programs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      programs.add(program(random));
    }
    String all = "from micrograd.engine import Value\n" + String.join("", programs);
    Outcome outcome =
        new Machine(Limits.DEFAULT.withOutput(10_000_000).withTime(Duration.ofHours(1)))
            .run(Text.of(SourceFile.of("all.py", all)));
    assertThat(outcome.crash().map(Crash::traceback)).isEmpty();
    List<String> ours = outcome.output().lines().toList();
    List<String> theirs = Python.run(harness, all).lines().toList();
    assertThat(ours).hasSize(400 * 3).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i))
          .as("line %s of what\n%s\nprints", i, programs.get(i / 3))
          .isEqualTo(theirs.get(i));
    }
  }

  /// A dozen operations on four leaves, in the words that micrograd has.
  private static String program(SplittableRandom random) {
    List<String> names = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String name = "x" + i;
      names.add(name);
      int whole = random.nextInt(-5, 6);
      code.append(name)
          .append(" = Value(")
          .append(random.nextInt(4) == 0 ? String.valueOf(whole) : number(random))
          .append(")\n");
    }
    for (int i = 0; i < 12; i++) {
      String a = names.get(random.nextInt(names.size()));
      String b = names.get(random.nextInt(names.size()));
      String name = "t" + i;
      String line =
          switch (random.nextInt(13)) {
            case 0, 1 -> name + " = " + a + " + " + b;
            case 2, 3 -> name + " = " + a + " * " + b;
            case 4 -> name + " = " + a + " - " + b;
            case 5 -> name + " = " + a + " / (" + b + " * " + b + " + 1.0)";
            case 6 -> name + " = " + a + ".relu()";
            case 7 -> name + " = -" + a + " + " + number(random);
            case 8 -> name + " = " + number(random) + " - " + a;
            case 9 -> name + " = " + a + " * " + random.nextInt(-3, 4);
            case 10 -> name + " = 1 / (" + a + "**2 + 0.5)";
            case 11 ->
                name
                    + " = ("
                    + a
                    + "**2 + 1.0)**"
                    + List.of("-0.5", "0.5", "-2", "1.5").get(random.nextInt(4));
            default ->
                name + " = " + a + "\nfor _ in range(3):\n    " + name + " += " + b + " * 0.25";
          };
      code.append(line).append('\n');
      // What grows too large is made small again, so that nothing overflows.
      code.append("if abs(%s.data) > 1e6:\n    %s = %s / 1e6\n".formatted(name, name, name));
      names.add(name);
    }
    code.append("y = t11 + t10 * 0.5 + t9\nprint(y.data)\ny.backward()\n");
    code.append("print([g.grad + 0.0 for g in [x0, x1, x2, x3]])\n");
    String other = names.get(random.nextInt(names.size()));
    code.append(other + ".backward()\ny.backward()\n"); // through graphs with gradients
    code.append("print([g.grad + 0.0 for g in [x0, x1, x2, x3]])\n");
    return code.toString();
  }

  private static String number(SplittableRandom random) {
    return String.valueOf(random.nextInt(-4000, 4000) / 1024.0);
  }
}
