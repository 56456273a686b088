package dev.perilla.site.cli;

import java.util.List;

/// `perilla check`: verifies and writes nothing at all.
final class CheckCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "check",
          "Verify chapters and books; nothing is written.",
          new Syntax.Operand(
              "PATH",
              0,
              Integer.MAX_VALUE,
              "A chapter file, or the folder of a book. The book around this folder by default."),
          Syntax.withCommon(),
          List.of(
              new Syntax.Example("check", "the book in this folder, or around it"),
              new Syntax.Example(
                  "check value.chapter.yaml", "one chapter, with its book's settings"),
              new Syntax.Example(
                  "check books/* --format compact", "several books, a line a finding")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    return Exit.CLEAN;
  }
}
