package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Two readers of one grammar: where [Arguments] takes a line, picocli reads the same from it.
class ArgumentsTest {
  private static final List<String> WORDS =
      List.of(
          "a.chapter.yaml",
          "libro/",
          "--",
          "-q",
          "--quiet",
          "-v",
          "--format",
          "--format=json",
          "json",
          "pretty",
          "--color=never",
          "--color",
          "always",
          "--fail-level",
          "warning",
          "-o",
          "out",
          "--to",
          "markdown",
          "P0501",
          "--help",
          "-x",
          "--formt",
          "--format=",
          "-",
          "-oout",
          "--jobs=2",
          "--write",
          "--accept",
          "--accept=value/suma-3");

  @Test
  void agreesWithPicocliOnRandomLines() {
    Random random = new Random(25);
    int taken = 0;
    for (int round = 0; round < 20_000; round++) {
      Command command = Command.ALL.get(random.nextInt(Command.ALL.size()));
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      Optional<Arguments> ours = Arguments.read(command.syntax(), words);
      if (ours.isPresent()) {
        taken++;
        assertThat(byPicocli(command.syntax(), words)).as("%s", words).isEqualTo(ours);
      }
    }
    assertThat(taken).isGreaterThan(1_500);
  }

  @Test
  void leavesToPicocliWhatItDoesNotKnow() {
    Syntax check = new CheckCommand().syntax();
    for (List<String> words :
        List.of(
            List.of("--help"),
            List.of("--formt=json"),
            List.of("--format=yaml"),
            List.of("--format"),
            List.of("-q", "--quiet"),
            List.of("--quiet=yes"))) {
      assertThat(Arguments.read(check, words)).as("%s", words).isEmpty();
    }
  }

  private static Optional<Arguments> byPicocli(Syntax syntax, List<String> words) {
    List<String> line = new ArrayList<>(List.of(syntax.name()));
    line.addAll(words);
    try {
      ParseResult parsed = Usage.commandLine().parseArgs(line.toArray(String[]::new)).subcommand();
      Map<String, List<String>> values = new java.util.HashMap<>();
      for (Syntax.Option option : syntax.options()) {
        if (parsed.hasMatchedOption(option.name())) {
          Object value = parsed.matchedOption(option.name()).getValue();
          values.put(
              option.name(),
              value instanceof List<?> several
                  ? several.stream().map(Object::toString).toList()
                  : List.of(value.toString()));
        }
      }
      List<String> operands =
          parsed.matchedPositionals().isEmpty()
              ? List.of()
              : List.copyOf(parsed.matchedPositional(0).getValue());
      return Optional.of(new Arguments(values, operands));
    } catch (ParameterException refused) {
      return Optional.empty();
    }
  }
}
