package dev.perilla.site.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The two examples of a page of `explain`, as files.
///
/// The info of a fence is a language and a file name. The language `bytes` has `\xFF` for bytes; a
/// third word `x100` stands for as many repetitions. A mended example says only the files that
/// changed.
record ExamplePage(Map<String, byte[]> failing, Map<String, byte[]> mended) {
  private static final Pattern FENCE =
      Pattern.compile("(?ms)^(````?)(\\S+) (\\S+)(?: x(\\d+))?\n(.*?)^\\1$");

  static ExamplePage parse(String page) {
    int fails = page.indexOf("\n## Fails\n");
    int mended = page.indexOf("\n## Mended\n");
    int end = page.indexOf("\n## What to do\n");
    return new ExamplePage(
        files(page.substring(fails, mended)), files(page.substring(mended, end)));
  }

  private static Map<String, byte[]> files(String section) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Matcher fence = FENCE.matcher(section);
    while (fence.find()) {
      String text =
          fence.group(5).repeat(fence.group(4) == null ? 1 : Integer.parseInt(fence.group(4)));
      files.put(
          fence.group(3),
          fence.group(2).equals("bytes") ? bytes(text) : text.getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static byte[] bytes(String text) {
    Matcher escape =
        Pattern.compile("\\\\x([0-9A-F]{2})")
            .matcher(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return escape
        .replaceAll(
            match -> Matcher.quoteReplacement("" + (char) Integer.parseInt(match.group(1), 16)))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Codes that another command than `check` finds.
  private static final Map<String, String> COMMANDS = Map.of("P0510", "audit");

  /// What is said of the failing example, which is written to `folder`; nothing where it has none.
  Capture said(Path folder, String code) throws IOException {
    write(folder, failing);
    return said(folder, code, "pretty");
  }

  /// What is said of the files of a folder.
  ///
  /// @param code the code that is looked for: it decides the command
  /// @param format how findings are printed
  static Capture said(Path folder, String code, String format) throws IOException {
    Capture capture = new Capture(folder);
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.endsWith(".csv"))
              .sorted()
              .toList();
    }
    String command = COMMANDS.getOrDefault(code, "check");
    if (names.isEmpty()) {
      return capture;
    } else if (names.getFirst().startsWith("lesson.")) {
      return capture.run("import", "--format", format, names.getFirst());
    } else if (names.contains("book.yaml")) {
      return capture.run(command, "--format", format);
    }
    return capture.run(command, "--format", format, names.getFirst());
  }

  void write(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, file.getValue());
    }
  }
}
