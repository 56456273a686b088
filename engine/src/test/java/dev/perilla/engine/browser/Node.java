package dev.perilla.engine.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The engine as the page has it, run by the Node.js of this machine. A test that needs it is
/// skipped with a notice where there is none.
final class Node {
  static final Path ENGINE = Path.of("target/classes/dev/perilla/engine/browser/perilla-engine.js");

  static final Path CORE = ENGINE.resolveSibling("perilla-core.js");

  /// What the core answers where it has to be asked elsewhere.
  static final String BEYOND = "(beyond the core)";

  /// Calls a function of the engine once for each input, its arguments with a `\u0002` between;
  /// answers end in a NUL each.
  private static final String DRIVER =
      """
      const fs = require("fs");
      const engine = new Function(fs.readFileSync(process.argv[1], "utf8") + "return perillaEngine;")()();
      const inputs = fs.readFileSync(process.argv[2], "utf8").split("\\0");
      const answer = (it) => {
        try {
          return engine[process.argv[4]](...it.split("\\x02"))?.join("\\x01") ?? "(beyond the core)";
        } catch (thrown) {
          return "thrown: " + thrown + " " + (thrown.stack || "").slice(0, 300);
        }
      };
      fs.writeFileSync(process.argv[3], inputs.map((it) => answer(it).replaceAll("\\0", " ")).join("\\0"));
      """;

  private Node() {}

  /// What `function` answers to each of these texts, none of which has a NUL: the parts of an
  /// answer with a `\u0001` between them.
  static List<String> ask(String function, List<String> inputs) {
    return ask(ENGINE, function, inputs);
  }

  /// Likewise, of one of the scripts.
  static List<String> ask(Path script, String function, List<String> inputs) {
    return ask(List.of("node"), script, function, inputs);
  }

  /// Likewise, with the stack that a worker of Chromium has, an engine for each input.
  static List<String> askWithAStackOfAWorker(String function, List<String> inputs) {
    return inputs.stream()
        .flatMap(
            it -> ask(List.of("node", "--stack-size=490"), ENGINE, function, List.of(it)).stream())
        .toList();
  }

  private static List<String> ask(
      List<String> node, Path script, String function, List<String> inputs) {
    Assumptions.assumeTrue(exists(), "skipped: needs node (Node.js) on the path");
    Assumptions.assumeTrue(Files.exists(script), "skipped: the build has not made " + script);
    try {
      Path in = Files.createTempFile("perilla", ".in");
      Path out = Files.createTempFile("perilla", ".out");
      Files.writeString(in, String.join("\0", inputs));
      List<String> command = new ArrayList<>(node);
      command.addAll(
          List.of("-e", DRIVER, script.toString(), in.toString(), out.toString(), function));
      run(command);
      List<String> answers = List.of(Files.readString(out).split("\0", -1));
      Files.delete(in);
      Files.delete(out);
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean exists() {
    try {
      run(List.of("node", "--version"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
