package dev.perilla.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The engine in the page prints what the engine of the build prints, byte for byte: for all
/// programs and expressions of the language's corpora, and for numbers drawn by bits.
class SameBitsInThePageTest {
  private static final Path ROOT = Path.of("src/test/resources/dev/perilla/engine/language");
  private static final List<String> FUNCTIONS =
      List.of(
          "acos", "asin", "atan", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1",
          "gamma", "lgamma", "log", "log10", "log1p", "log2", "sin", "sinh", "sqrt", "tan", "tanh");
  private static final List<String> FORMATS =
      List.of("", ".3f", ".17g", ".2e", "+.1%", ",.2f", "012.4f", "g", ".0f", "#.3g", "n");

  @Test
  void programsAndExpressionsPrintTheSame() {
    compare(corpus(), 5_000);
  }

  /// The core answers the same, or says that the whole engine has to be asked.
  @Test
  void theCoreAnswersTheSameOrNothing() {
    List<String> programs = new ArrayList<>();
    List<String> all = corpus();
    for (int i = 0; i < all.size(); i += 3) {
      programs.add(all.get(i));
    }
    List<String> core = Node.ask(Node.CORE, "run", programs);
    List<String> different = new ArrayList<>();
    int answered = 0;
    for (int i = 0; i < programs.size(); i++) {
      if (!core.get(i).equals(Node.BEYOND)) {
        answered++;
        String here = here(programs.get(i));
        if (!here.equals(core.get(i))) {
          different.add(difference(programs.get(i), here.lines().toList(), core.get(i)));
        }
      }
    }
    assertThat(different.stream().limit(20)).as("%d differ", different.size()).isEmpty();
    assertThat(answered).as("of %d", programs.size()).isGreaterThan(200);
  }

  /// A worker has stack for a few hundred calls of a program that nobody has warmed up: what needs
  /// more stops at the limit of recursion.
  @Test
  void aFullStackIsTheLimitOfRecursion() {
    String search =
        """
        class Node:
            def __init__(self, previous):
                self.previous = set(previous)
        last = Node(())
        for i in range(%d):
            last = Node((last,))
        seen = set()
        order = []
        def build(node):
            if node not in seen:
                seen.add(node)
                for one in node.previous:
                    build(one)
                order.append(node)
        build(last)
        print(len(order))
        """;
    List<String> programs = new ArrayList<>(List.of(search.formatted(320)));
    for (int i = 0; i < 12; i++) { // what meets the end of the stack differs
      programs.add("if True:\n    pass\n".repeat(i) + search.formatted(980 + i));
    }
    List<String> answers = Node.askWithAStackOfAWorker("run", programs);
    assertThat(answers.getFirst()).isEqualTo("321\n");
    assertThat(answers.subList(1, answers.size()))
        .allMatch(
            it ->
                it.matches(
                    "\u0001RecursionError: maximum recursion depth exceeded: the stack has no"
                        + " room for another call \\(\\d+ are open\\)\u0001\\d+"));
  }

  @Test
  void numbersDrawnByBitsPrintTheSame() {
    Random random = new Random(6);
    List<String> programs = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      double y = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8) - 2);
      programs.add(numbers(Double.isFinite(x) ? x : 0.5, y, random));
    }
    compare(programs, 600);
  }

  /// Letters of the scripts of our books: TeaVM's tables of characters are of another Unicode.
  @Test
  void lettersOfLatinGreekAndCyrillicAreTheSame() {
    List<String> programs = new ArrayList<>();
    for (int from = 0; from < 0x530; from += 0x10) {
      if (!(from >= 0x250 && from < 0x380) && from != 0xA0 && from != 0xB0) {
        programs.add(
            """
            for c in map(chr, range(%d, %d)):
                print(c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isupper(),
                      c.islower(), c.isspace(), c.istitle(), c.isprintable(), c.isidentifier(),
                      c.upper(), c.lower(), c.title(), c.casefold(), repr(c))
            """
                .formatted(from, from + 0x10));
      }
    }
    compare(programs, 60);
  }

  private static String numbers(double x, double y, Random random) {
    StringBuilder program =
        new StringBuilder("import math\nimport random\nfrom micrograd.engine import Value\n");
    program.append("x = float('%s')\ny = float('%s')\n".formatted(x, y));
    for (String function : FUNCTIONS) {
      for (String argument : List.of("x", "y")) {
        program.append(
            "try:\n    print(math.%s(%s))\nexcept Exception as e:\n    print(e)\n"
                .formatted(function, argument));
      }
    }
    for (String format : FORMATS) {
      program.append("print(f'{x:%s}', f'{y:%s}')\n".formatted(format, format));
    }
    program.append(
        """
        a = Value(y)
        b = Value(%d)
        c = ((a * b + 1).tanh() + (a.relu() - b) ** 2) / (b * b + 2) + (a / 9).exp().sigmoid()
        c.backward()
        print(a, b, c)
        try:
            print(y ** 0.3, 1 / y, x // y, x %% y, int(x) %% 97, round(y, 2), hash(y))
        except Exception as e:
            print(e)
        random.seed(%d)
        print(random.random(), random.gauss(0, 1), random.randint(1, 10 ** 20), random.uniform(-1, 1))
        print(%d ** 77 // 7 ** 41, y < x, str(y), repr(x))
        """
            .formatted(random.nextInt(9) - 4, random.nextInt(1000), random.nextLong()));
    return program.toString();
  }

  /// Every program and expression of the folders of the language's tests.
  private static List<String> corpus() {
    Set<String> programs = new LinkedHashSet<>();
    for (Path file : files()) {
      String name = file.toString();
      String text = read(file);
      if (name.endsWith(".py")) {
        programs.add(text);
      } else if (name.contains("conformance/programs")) {
        for (String part : text.split("(?m)^=== .*\n", -1)) {
          programs.add(part.split("(?m)^--- prints\n", -1)[0]);
        }
      } else if (name.contains("expressions") && name.endsWith(".txt")) {
        text.lines()
            .map(line -> line.split("  =>  ", -1)[0])
            .forEach(
                line -> programs.add("import math\nimport random\nprint(repr((" + line + ")))"));
      }
    }
    return List.copyOf(programs);
  }

  private static void compare(List<String> programs, int atLeast) {
    assertThat(programs).hasSizeGreaterThanOrEqualTo(atLeast);
    List<String> page = Node.ask("run", programs);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      String here = here(programs.get(i));
      if (!here.equals(page.get(i))) {
        different.add(difference(programs.get(i), here.lines().toList(), page.get(i)));
      }
    }
    assertThat(different.stream().limit(20)).as("%d differ", different.size()).isEmpty();
  }

  private static String here(String program) {
    return String.join("\u0001", Objects.requireNonNull(Browser.run(program))).replace('\0', ' ');
  }

  private static String difference(String program, List<String> here, String page) {
    List<String> there = page.lines().toList();
    int line = 0;
    while (line < here.size() && line < there.size() && here.get(line).equals(there.get(line))) {
      line++;
    }
    String name = program.length() > 300 ? program.substring(0, 300) + "…" : program;
    return "\n=== %s\nline %d\nJVM:  %s\npage: %s\n"
        .formatted(
            name,
            line + 1,
            line < here.size() ? here.get(line) : "",
            line < there.size() ? there.get(line) : "");
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
