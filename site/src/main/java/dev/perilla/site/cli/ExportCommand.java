package dev.perilla.site.cli;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.compile.StudentEdition;
import dev.perilla.site.book.TranslatedBook;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.exporter.Format;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `perilla export`: checks a book, and writes it in the form of another program.
final class ExportCommand implements Command {
  private static final Syntax.Option OUTPUT =
      new Syntax.Option(
          "--output",
          Optional.of("-o"),
          Optional.of("DIR"),
          List.of(),
          "The folder of the files; out/, the name of the book's folder and the form by default.");
  private static final Syntax.Option TO =
      Syntax.Option.choice(
          "--to",
          Format.ALL.stream().map(Format::word).toList(),
          Format.ALL.stream()
              .map(format -> format.word() + ": " + format.description())
              .collect(Collectors.joining("; ", "", ".")));
  private static final Syntax.Option LANG =
      new Syntax.Option(
          "--lang",
          Optional.empty(),
          Optional.of("LANG"),
          List.of(),
          "One of the languages of the book; that of the original by default.");
  private static final Syntax.Option EDITION =
      Syntax.Option.choice(
          "--edition",
          List.of("teacher", "student"),
          "teacher (the default): everything; student: no answer, solution or mistake of an"
              + " exercise, in forms that are read.");
  private static final Syntax SYNTAX =
      new Syntax(
          "export",
          "Check a book, then write it in the form of another program.",
          new Syntax.Operand(
              "BOOK", 0, 1, "The folder of a book. The book around this folder by default."),
          Syntax.withCommon(TO, LANG, EDITION, OUTPUT, Syntax.RULE),
          List.of(
              new Syntax.Example("export --to moodle", "the exercises of the book in this folder"),
              new Syntax.Example(
                  "export books/micrograd --to qti -o out/quiz", "items to be zipped for upload"),
              new Syntax.Example("export --to epub --lang en", "the English translation"),
              new Syntax.Example(
                  "export --to pdf --edition student", "for a class: without the answers")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Report report = Report.of(arguments, terminal);
    String word =
        arguments
            .value(TO)
            .orElseThrow(
                () ->
                    new Refusal(
                        "say what for: --to "
                            + Format.ALL.stream()
                                .map(Format::word)
                                .collect(Collectors.joining(", or --to "))));
    Format format =
        Format.ALL.stream().filter(it -> it.word().equals(word)).findFirst().orElseThrow();
    boolean isForStudents = arguments.value(EDITION).orElse("").equals("student");
    if (isForStudents && Format.isOfAnswers(format)) {
      throw new Refusal(
          word + " is made of questions with their answers: it has no student edition");
    }
    Path book = Inputs.book(arguments, terminal);
    String lang = arguments.value(LANG).map(it -> "-" + it).orElse("");
    String shown =
        arguments
            .value(OUTPUT)
            .orElseGet(() -> "out/" + String.valueOf(book.getFileName()) + lang + "-" + word);
    Path output = Inputs.path(shown, terminal);
    if (book.startsWith(output)) {
      throw new Refusal(shown + " holds the book itself: choose another folder");
    }
    Work work =
        report.ruledToPublish(
            new Workshop(terminal.directory(), Runtime.getRuntime().availableProcessors())
                .book(book),
            terminal);
    terminal.out().print(report.text(work.findings()));
    int exit = report.exit(work.findings());
    if (exit != Exit.CLEAN || !work.publishable()) {
      terminal.say(Summary.of(work) + "; nothing was written" + Inputs.asItWas(output, shown));
      return Exit.FINDINGS;
    }
    Work whole = arguments.value(LANG).map(it -> inLanguage(it, work)).orElse(work);
    Work meant = isForStudents ? whole.edited(StudentEdition::of) : whole;
    Format.Export export;
    try {
      export = format.of(meant);
    } catch (Format.Unavailable unavailable) {
      throw new Refusal(String.valueOf(unavailable.getMessage()));
    }
    try {
      SortedMap<String, Blob> files = new TreeMap<>();
      export.files().forEach((path, bytes) -> files.put(path, Blob.of(bytes)));
      Publication.publish(output, shown, files);
    } catch (Publication.Refused refused) {
      throw new Refusal(String.valueOf(refused.getMessage()));
    }
    if (!export.left().isEmpty()) {
      terminal.say(
          "left out, " + word + " has no form for them: " + String.join(", ", export.left()));
    }
    if (!report.quiet()) {
      String nothing =
          export.files().isEmpty()
              ? ": nothing in it has a form in " + word + ", as exercises have"
              : "";
      terminal.say(
          Summary.of(meant) + "; " + files(export.files().size()) + " in " + shown + nothing);
    }
    return Exit.CLEAN;
  }

  private static Work inLanguage(String lang, Work work) {
    return work.in(lang)
        .orElseThrow(
            () ->
                new Refusal(
                    "the book is not in "
                        + FindingPrinter.visible(lang)
                        + ", but in "
                        + String.join(
                            ", ",
                            Stream.concat(
                                    work.book().stream().map(it -> it.lang().value()),
                                    work.translations().stream().map(TranslatedBook::lang))
                                .toList())));
  }

  private static String files(int count) {
    return count + (count == 1 ? " file" : " files");
  }
}
