package dev.perilla.site.cli;

import dev.perilla.chapter.format.ChapterSchema;
import dev.perilla.site.book.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `perilla new`: a book with one chapter that passes, and all that an editor and CI need.
final class NewCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "new",
          "Begin a book: a chapter that passes, editor settings, a workflow.",
          new Syntax.Operand("DIR", 1, 1, "A folder that is empty, or not there yet."),
          List.of(Syntax.QUIET),
          List.of(new Syntax.Example("new my-book", "then: cd my-book && perilla check")));

  /// Files of the book, and the resources that they are copied from.
  private static final Map<String, String> COPIED = new LinkedHashMap<>();

  static {
    COPIED.put("book.yaml", "book.yaml");
    COPIED.put("two-knobs.chapter.yaml", "two-knobs.chapter.yaml");
    COPIED.put("README.md", "README.md");
    COPIED.put(".gitignore", "gitignore");
    COPIED.put(".vscode/settings.json", "settings.json");
    COPIED.put(".github/workflows/check.yml", "check.yml");
  }

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String word = arguments.operand().orElseThrow();
    Path folder = Inputs.path(word, terminal);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(folder)) {
      throw new Refusal(word + " is already there and not an empty folder: choose another name");
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> copied : COPIED.entrySet()) {
      files.put(copied.getKey(), resource(copied.getValue()));
    }
    files.put(".perilla/chapter.schema.json", ChapterSchema.chapter());
    files.put(".perilla/book.schema.json", ChapterSchema.book());
    files.put(TranslateCommand.SCHEMA, ChapterSchema.translation());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
    if (!arguments.has(Syntax.QUIET)) {
      String name = Place.of(folder, terminal.directory()).name();
      terminal.say("a book with one chapter is in " + name + "; its README.md says what to try");
    }
    return Exit.CLEAN;
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream("/dev/perilla/site/new/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
