package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.language.number.Python;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs programs from anywhere both here and in CPython 3.11, and lists where the two differ and
/// what is refused: how differences are looked for, before they become tests.
///
/// Arguments: files and folders. A `.py` file holds programs, parted by lines `#---`; a `.txt` file
/// an expression a line, of which the `repr` is printed. `-v` also prints the tracebacks that
/// differ.
final class Sweep {
  /// Each program in a process of its own, ten seconds at most.
  private static final String CPYTHON =
      """
      import os, re, subprocess, sys, tempfile
      programs = open(sys.argv[1], encoding='utf-8', newline='').read().split('\\0')
      results = []
      with tempfile.TemporaryDirectory() as folder:
          for program in programs:
              with open(os.path.join(folder, 'x.py'), 'w', encoding='utf-8', newline='') as file:
                  file.write(program)
              command = [sys.executable, '-W', 'ignore', '-X', 'utf8', 'x.py']
              try:
                  done = subprocess.run(command, cwd=folder, capture_output=True, timeout=10,
                                        stdin=subprocess.DEVNULL)
                  out, trace = done.stdout, done.stderr
              except subprocess.TimeoutExpired as late:
                  out, trace = late.stdout or b'', b'(timeout)\\n'
              text = lambda it: it.decode('utf-8', 'backslashreplace').replace('\\0', '\\\\0')
              trace = text(trace).replace(folder + '/', '')
              trace = re.sub(r'(?m)^  File "/.*\\n(    .*\\n)*', '', trace)  # of the library
              results.append(text(out) + '\\1' + trace)
      sys.stdout.reconfigure(encoding='utf-8', newline='')
      sys.stdout.write('\\0'.join(results))
      """;

  private Sweep() {}

  private record Program(String name, String code) {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Program> programs = new ArrayList<>();
    boolean verbose = false;
    for (String arg : args) {
      if (arg.equals("-v")) {
        verbose = true;
      } else {
        try (Stream<Path> files = Files.walk(Path.of(arg))) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            add(programs, file);
          }
        }
      }
    }
    List<String> codes = programs.stream().map(Program::code).toList();
    String[] expected = Python.run(CPYTHON, String.join("\0", codes)).split("\0", -1);
    Map<String, Integer> refusals = new TreeMap<>();
    int same = 0;
    int refused = 0;
    int wrong = 0;
    int traces = 0;
    for (int i = 0; i < programs.size(); i++) {
      Program program = programs.get(i);
      String[] parts = plain(expected[i]).split("\1", -1);
      String trace = parts.length > 1 ? parts[1] : "(no end)\n";
      Outcome outcome;
      try {
        outcome = Corpus.run("x.py", program.code());
      } catch (RuntimeException | StackOverflowError e) {
        out.println("=== THROWS " + program.name() + "\n" + e);
        e.printStackTrace(out);
        wrong++;
        continue;
      }
      String ours = plain(outcome.crash().map(Crash::traceback).orElse(""));
      if (!outcome.findings().isEmpty()) {
        if (trace.contains("SyntaxError") || trace.contains("IndentationError")) {
          same++;
          continue;
        }
        refused++;
        for (Finding finding : outcome.findings()) {
          String text = finding.message() + " | " + finding.help().orElse("");
          refusals.merge(text, 1, Integer::sum);
        }
        out.println("=== REFUSED " + program.name());
        outcome.findings().forEach(f -> out.println(f.span().line() + ": " + f.message()));
      } else if (outcome.crash().filter(c -> c.kind() == Crash.Kind.UNSUPPORTED).isPresent()
          && parts[0].startsWith(plain(outcome.output()))) {
        refused++;
        refusals.merge(outcome.crash().get().message(), 1, Integer::sum);
        out.println("=== STOPPED " + program.name() + "\n" + last(ours));
      } else if (!parts[0].equals(plain(outcome.output())) || !last(trace).equals(last(ours))) {
        wrong++;
        out.println("=== DIFFERS " + program.name());
        difference(out, parts[0] + last(trace), plain(outcome.output()) + last(ours));
      } else if (!trace.equals(ours)) {
        traces++;
        if (verbose) {
          out.println("=== TRACEBACK " + program.name());
          difference(out, trace, ours);
        }
      } else {
        same++;
      }
    }
    refusals.forEach((text, times) -> out.println(times + " x " + text));
    out.println(
        same
            + " the same, "
            + wrong
            + " differ, "
            + traces
            + " tracebacks differ, "
            + refused
            + " refused");
  }

  /// Addresses are no two times the same.
  private static String plain(String text) {
    return text.replaceAll("0x[0-9a-f]{8,16}", "0x0");
  }

  private static String last(String trace) {
    String[] lines = trace.stripTrailing().split("\n", -1);
    return lines[lines.length - 1];
  }

  private static void difference(PrintStream out, String expected, String got) {
    String[] a = expected.split("\n", -1);
    String[] b = got.split("\n", -1);
    int shown = 0;
    for (int i = 0; i < Math.max(a.length, b.length) && shown < 6; i++) {
      String x = i < a.length ? a[i] : "(nothing)";
      String y = i < b.length ? b[i] : "(nothing)";
      if (!x.equals(y)) {
        shown++;
        out.println((i + 1) + " CPython " + x);
        out.println((i + 1) + " perilla " + y);
      }
    }
  }

  private static void add(List<Program> programs, Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".py")) {
      int number = 0;
      for (String part : Files.readString(file).split("(?m)^#---.*\n", -1)) {
        programs.add(new Program(name + " " + ++number + "\n" + head(part), part));
      }
    } else if (name.endsWith(".txt")) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          programs.add(new Program(line, "import math, random\nprint(ascii(" + line + "))\n"));
        }
      }
    }
  }

  private static String head(String code) {
    return code.length() < 300 ? code.stripTrailing() : "";
  }
}
