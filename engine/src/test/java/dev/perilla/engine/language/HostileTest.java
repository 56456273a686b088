package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Programs that want all the time, memory, depth or output there is, or out of the language. Each
/// is stopped in the way that the line above it names, and what it cannot catch it does not catch.
///
/// `#--- limit steps` and so on; `@(*5000` in a program stands for 5000 opening brackets.
class HostileTest {
  @TestFactory
  Stream<DynamicTest> hostile() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : Corpus.files("hostile", ".txt")) {
      int number = 0;
      for (String part : Corpus.read(file).split("(?m)^#--- ", -1)) {
        if (!part.isBlank()) {
          int end = part.indexOf('\n');
          String expected = part.substring(0, end).strip();
          String program = spread(part.substring(end + 1));
          String name = file.getFileName() + " " + ++number + ": " + expected;
          tests.add(DynamicTest.dynamicTest(name, () -> check(program, expected)));
        }
      }
    }
    return tests.stream();
  }

  private static String spread(String program) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = program.indexOf("@{"); at >= 0; at = program.indexOf("@{", from)) {
      int star = program.indexOf("}*", at);
      int end = star + 2;
      while (end < program.length() && Character.isDigit(program.charAt(end))) {
        end++;
      }
      String part = program.substring(at + 2, star);
      out.append(program, from, at);
      out.append(part.repeat(Integer.parseInt(program.substring(star + 2, end))));
      from = end;
    }
    return out.append(program.substring(from)).toString();
  }

  private static void check(String program, String expected) {
    long start = System.nanoTime();
    Outcome outcome = Corpus.run("x.py", program);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(kind(outcome)).isEqualTo(expected);
    assertThat(outcome.output()).doesNotContain("caught");
    assertThat(took).isLessThan(Duration.ofSeconds(10)); // 2 s on a machine that does nothing else
  }

  private static String kind(Outcome outcome) {
    if (!outcome.findings().isEmpty()) {
      return "refused " + outcome.findings().get(0).code().id();
    }
    if (outcome.crash().isEmpty()) {
      return "harmless";
    }
    Crash crash = outcome.crash().get();
    return switch (crash.kind()) {
      case EXCEPTION -> "raises " + crash.typeName();
      case LOOK_ONLY -> "look only";
      case NO_DERIVATIVE -> "no derivative";
      case UNSUPPORTED -> "unsupported";
      case LIMIT -> {
        assertThat(crash.help()).isNotEmpty();
        String text = crash.message();
        yield "limit "
            + (text.contains("steps")
                ? "steps"
                : text.contains("memory")
                    ? "memory"
                    : text.contains("depth")
                        ? "depth"
                        : text.contains("printed")
                            ? "output"
                            : text.contains("autograd") ? "values" : "time");
      }
    };
  }
}
