package dev.perilla.site.cli;

import dev.perilla.chapter.format.ChapterSchema;
import java.util.List;

/// `perilla schema`: the JSON Schemas of the files, for editors and for other programs.
final class SchemaCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "schema",
          "Print the JSON Schema of a chapter, or of a book.",
          new Syntax.Operand("chapter|book", 0, 1, "Which file; chapter by default."),
          List.of(),
          List.of(
              new Syntax.Example("schema > chapter.schema.json", "for the editor's settings"),
              new Syntax.Example("schema book", "that of book.yaml")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    String file = arguments.operand().orElse("chapter");
    terminal
        .out()
        .print(
            switch (file) {
              case "chapter" -> ChapterSchema.chapter();
              case "book" -> ChapterSchema.book();
              default -> throw new Refusal("there are schemas of chapter and book, not of " + file);
            });
    return Exit.CLEAN;
  }
}
