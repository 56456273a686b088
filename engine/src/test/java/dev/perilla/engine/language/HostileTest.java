package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Programs that want all the time, memory, depth or output there is, or out of the language. Each
/// is stopped in the way that the line above it names, and what it cannot catch it does not catch.
///
/// All of them run at the defaults, one after the other, in one JVM of its own that has 256 MB for
/// everything: itself, the interpreter and the program. So none of them can need more, and one that
/// stops leaves nothing to the next. The clock, which is the net for what nobody thought of, is
/// taken away: each is stopped by what it has used up, at the same place on every machine.
///
/// Each is to stop within two seconds of a processor. That is measured and not asserted, since a
/// busy machine is slower: run by itself with the argument `slowest`, this prints which take
/// longest.
///
/// `#--- limit steps` and so on; `@{(}*5000` in a program stands for 5000 opening brackets.
class HostileTest {
  private static final String HEAP = "-Xmx256m";
  private static final Limits WITHOUT_CLOCK = withoutClock(Limits.DEFAULT);

  /// @param expected how it ends
  private record Program(String name, String expected, String code) {}

  /// @param kind how it ended
  /// @param caught whether it printed that it had caught what cannot be caught
  /// @param millis of processor time
  private record End(String kind, boolean caught, long millis) {}

  @TestFactory
  Stream<DynamicTest> hostile() throws IOException, InterruptedException {
    List<Program> programs = programs();
    List<End> ends = ends();
    assertThat(ends).as("a JVM with %s runs all of them", HEAP).hasSameSizeAs(programs);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      End end = ends.get(i);
      String name = program.name() + ": " + program.expected();
      tests.add(DynamicTest.dynamicTest(name, () -> check(program, end)));
    }
    return tests.stream();
  }

  private static void check(Program program, End end) {
    assertThat(end.kind()).isEqualTo(program.expected());
    assertThat(end.caught()).isFalse();
  }

  private static Limits withoutClock(Limits all) {
    return new Limits(
        all.steps(), all.values(), all.memory(), all.depth(), all.output(), Duration.ofHours(1));
  }

  private static List<Program> programs() {
    List<Program> programs = new ArrayList<>();
    for (Path file : Corpus.files("hostile", ".txt")) {
      int number = 0;
      for (String part : Corpus.read(file).split("(?m)^#--- ", -1)) {
        if (!part.isBlank()) {
          int end = part.indexOf('\n');
          String name = file.getFileName() + " " + ++number;
          String expected = part.substring(0, end).strip();
          programs.add(new Program(name, expected, spread(part.substring(end + 1))));
        }
      }
    }
    return programs;
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

  // The JVM that runs them

  private static List<End> ends() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("the JVM lives to the end").isZero();
    List<End> ends = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      String[] parts = line.split("\t", -1);
      ends.add(new End(parts[0], Boolean.parseBoolean(parts[1]), Long.parseLong(parts[2])));
    }
    return ends;
  }

  /// Prints how each program ends, a line each. With the argument `slowest`, those that took the
  /// most processor time instead: the figures of the manual's promise.
  public static void main(String[] args) {
    List<Program> programs = programs();
    List<End> ends = new ArrayList<>();
    for (Program program : programs) {
      ends.add(run(program.code()));
    }
    if (args.length == 0) {
      ends.forEach(
          end -> System.out.println(end.kind() + "\t" + end.caught() + "\t" + end.millis()));
      return;
    }
    Stream.iterate(0, i -> i < programs.size(), i -> i + 1)
        .sorted(Comparator.comparingLong((Integer i) -> -ends.get(i).millis()))
        .limit(10)
        .forEach(i -> System.out.println(ends.get(i).millis() + " ms " + programs.get(i).name()));
  }

  private static End run(String code) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    Outcome outcome = Corpus.run("x.py", code, WITHOUT_CLOCK);
    long millis = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
    return new End(kind(outcome), outcome.output().contains("caught"), millis);
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
      case LIMIT -> "limit " + (crash.help().isEmpty() ? "without help" : limit(crash.message()));
    };
  }

  private static String limit(String text) {
    if (text.contains("more memory than there is")) {
      return text; // of the machine, from which the limit of memory is to save it
    }
    for (String word : new String[] {"steps", "memory", "depth", "autograd", "printed"}) {
      if (text.contains(word)) {
        return switch (word) {
          case "autograd" -> "values";
          case "printed" -> "output";
          default -> word;
        };
      }
    }
    return text;
  }
}
