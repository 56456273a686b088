package dev.perilla.site.cli;

import dev.perilla.chapter.compiled.CompiledSchema;
import dev.perilla.chapter.format.ChapterSchema;
import java.util.List;

/// `perilla schema`: the JSON Schemas of the files, for editors and for other programs.
final class SchemaCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "schema",
          "Print the JSON Schema of a file that perilla reads or writes.",
          new Syntax.Operand(
              "chapter|book|translation|compiled|claims",
              0,
              1,
              "Which file: a chapter (the default), book.yaml, a translation, or what a site"
                  + " publishes of a chapter, data/ID.json and data/ID.claims.json.",
              List.of("chapter", "book", "translation", "compiled", "claims")),
          List.of(),
          List.of(
              new Syntax.Example("schema > chapter.schema.json", "for the editor's settings"),
              new Syntax.Example("schema book", "that of book.yaml"),
              new Syntax.Example("schema claims", "that of the numbers and claims of a site")));

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
              case "translation" -> ChapterSchema.translation();
              case "compiled" -> CompiledSchema.compiled();
              case "claims" -> CompiledSchema.claims();
              default ->
                  throw new Refusal(
                      "there are schemas of chapter, book, translation, compiled and claims, not of"
                          + " "
                          + file);
            });
    return Exit.CLEAN;
  }
}
