package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What shells complete, asked of the shells themselves.
class CompletionCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          perilla bui           | build
          perilla check --fo    | --format
          perilla check --format | pretty compact json github sarif junit
          perilla build --edition st | student
          perilla explain --    | --help
          perilla translate s   | status
          perilla schema tr     | translation
          perilla check --format = j | json junit
          """)
  void inBash(String line, String words) throws Exception {
    String ask =
        """
        source '%s'
        COMP_WORDS=(%s)
        [ %d -eq 1 ] && COMP_WORDS+=('')
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        _perilla
        echo "${COMPREPLY[@]}"
        """
            .formatted(script("bash"), line.strip(), line.strip().endsWith("--format") ? 1 : 0);
    assertThat(run("bash", "-c", ask).strip()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void isReadByTheShell(String shell) throws Exception {
    assertThat(run(shell, "-n", script(shell).toString())).isEmpty();
  }

  @Test
  void nameEveryCommandAndOption() throws Exception {
    for (String shell : List.of("bash", "zsh", "fish")) {
      String text = Files.readString(script(shell));
      for (Command command : Command.ALL) {
        assertThat(text).contains(command.syntax().name());
        for (Syntax.Option option : command.syntax().options()) {
          assertThat(text).contains(option.name().substring(2));
        }
      }
    }
  }

  private Path script(String shell) throws IOException {
    Capture run = new Capture(folder).run("completion", shell);
    assertThat(run.exit()).isZero();
    return Files.writeString(folder.resolve("perilla." + shell), run.out());
  }

  private static String run(String... words) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException missing) {
      // .ci/run installs all three shells, so that there it runs.
      assumeTrue(false, words[0] + " is not installed");
      return "";
    }
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
