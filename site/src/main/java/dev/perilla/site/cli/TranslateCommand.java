package dev.perilla.site.cli;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.format.BookReader;
import dev.perilla.chapter.format.ChapterSchema;
import dev.perilla.chapter.format.ChapterWriter;
import dev.perilla.chapter.format.Formatter;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.compile.Translated;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.site.AtomicFile;
import dev.perilla.site.book.BookFiles;
import dev.perilla.site.book.BookFolder;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.TranslationFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `perilla translate`: begins the translation of a book, and says how far it has come.
final class TranslateCommand implements Command {
  private static final Syntax SYNTAX =
      new Syntax(
          "translate",
          "Begin a translation of a book, and say how far it has come.",
          new Syntax.Operand(
              "init|status|accept",
              1,
              3,
              "init LANG [BOOK|FILE]: files with a place for each text, its original beside; what"
                  + " is translated stays. status [BOOK]: what is missing, stale or surplus. accept"
                  + " [BOOK|FILE]: the texts are right for the originals as they are now.",
              List.of("init", "status", "accept")),
          List.of(Syntax.QUIET),
          List.of(
              new Syntax.Example("translate init en", "the book in this folder, into English"),
              new Syntax.Example(
                  "translate status", "what is left to do; exit with 1 where there is something"),
              new Syntax.Example(
                  "translate accept en/value.chapter.yaml",
                  "its texts were looked at after a change of the original")));

  /// Where a book has the schema of its translations.
  static final String SCHEMA = ".perilla/translation.schema.json";

  private static final Pattern LISTED = Pattern.compile("(?m)^translations:[ \\t]*(#.*)?$");

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.operands();
    boolean quiet = arguments.has(Syntax.QUIET);
    return switch (words.getFirst()) {
      case "init" -> {
        if (words.size() < 2) {
          throw new Refusal("translate init wants a language: perilla translate init en");
        }
        yield init(words, terminal, quiet);
      }
      case "status" -> {
        most(words, 2);
        yield status(book(words, 1, terminal), terminal, quiet);
      }
      case "accept" -> {
        most(words, 2);
        yield accept(words, terminal, quiet);
      }
      default ->
          throw new Refusal(
              "translate does init, status or accept, not "
                  + FindingPrinter.visible(words.getFirst()));
    };
  }

  private static void most(List<String> words, int most) {
    if (words.size() > most) {
      throw new Refusal("translate " + words.getFirst() + " takes one book");
    }
  }

  private static Path book(List<String> words, int at, Terminal terminal) throws IOException {
    return words.size() > at
        ? Inputs.book(Inputs.existing(words.get(at), terminal), words.get(at))
        : BookFiles.bookAround(terminal.directory())
            .orElseThrow(
                () ->
                    new Refusal(
                        "there is no "
                            + BookFiles.BOOK
                            + " here or in a folder above: name a book"));
  }

  private static BookFolder found(Path folder, Terminal terminal) throws IOException {
    BookFolder found = BookFolder.find(folder, terminal.directory());
    if (found.book().isEmpty()) {
      throw new Refusal(
          found.name() + "/" + BookFiles.BOOK + " has errors; perilla check says which");
    }
    return found;
  }

  // ---- init

  private static int init(List<String> words, Terminal terminal, boolean quiet) throws IOException {
    String lang = words.get(1);
    Optional<Path> chapter =
        words.size() > 2
            ? Optional.of(Inputs.existing(words.get(2), terminal)).filter(TranslateCommand::isOne)
            : Optional.empty();
    Path folder = chapter.flatMap(BookFiles::bookAround).orElse(null);
    if (folder == null) {
      folder = book(words, 2, terminal);
    }
    Book book = found(folder, terminal).book().orElseThrow();
    boolean isNew = book.translations().stream().noneMatch(it -> it.lang().value().equals(lang));
    if (isNew) {
      list(lang, book, folder, terminal);
    }
    int written = 0;
    int broken = 0;
    boolean begun = true;
    for (TranslationFile file : TranslationFile.of(found(folder, terminal), terminal.directory())) {
      boolean isMeant =
          chapter.isEmpty()
              || BookFiles.stem(chapter.get()).equals(BookFiles.stem(file.place().path()));
      if (!file.lang().equals(lang) || !isMeant) {
        continue;
      }
      if (file.isBroken()) {
        broken++;
        terminal.say(file.place().name() + ": left as it is; perilla check says what is wrong");
        continue;
      }
      begun &= file.read().isEmpty();
      Translation before = file.translation();
      Translation completed = before.completed(file.original());
      if (file.read().isEmpty() || completed.entries().size() > before.entries().size()) {
        write(file, completed, folder);
        written++;
        terminal.out().print(file.place().name() + "\n");
      }
    }
    terminal.out().flush();
    if (!quiet) {
      terminal.say(
          written == 0
              ? "every text has its place"
              : Report.plural(written, "file")
                  + " written; texts that are empty wait for a translation, their originals stand"
                  + " below `from`");
      boolean hasMark =
          book.decimal().isPresent()
              || book.translations().stream()
                  .anyMatch(it -> it.lang().value().equals(lang) && it.decimal().isPresent());
      if (!isNew && begun && !hasMark && !decimal(lang, book).isEmpty()) {
        terminal.say(
            "its numbers are written with a point; if they are to have the comma of "
                + lang
                + ", add `decimal: \",\"` to it in book.yaml");
      }
      if (isNew && !HtmlRenderer.speaks(lang)) {
        terminal.say(
            "what perilla itself says on a page, such as the words of buttons, is not there in "
                + lang
                + ": readers see it in English");
      }
    }
    return broken > 0 ? Exit.FINDINGS : Exit.CLEAN;
  }

  /// Whether a path is that of one chapter.
  private static boolean isOne(Path path) {
    return Files.isRegularFile(path) && !path.endsWith(BookFiles.BOOK);
  }

  /// Lists a language in `book.yaml`, the rest of which stays as it is.
  private static void list(String lang, Book book, Path folder, Terminal terminal)
      throws IOException {
    if (!BookReader.isLanguage(lang)) {
      throw new Refusal(
          FindingPrinter.visible(lang) + " is no language tag: write es, pt-BR or the like");
    }
    Path file = folder.resolve(BookFiles.BOOK);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String summary = book.summary().isPresent() ? "    summary: \"\"\n" : "";
    String entry = "  " + lang + ":\n    title: \"\"\n" + summary + decimal(lang, book);
    String after;
    Matcher listed = LISTED.matcher(text);
    if (book.translations().isEmpty()) {
      after = text + (text.endsWith("\n") ? "" : "\n") + "translations:\n" + entry;
    } else if (listed.find() && listed.end() < text.length()) {
      after = text.substring(0, listed.end() + 1) + entry + text.substring(listed.end() + 1);
    } else {
      after = text;
    }
    String name = Place.of(file, terminal.directory()).name();
    boolean reads =
        BookReader.read(name, after.getBytes(StandardCharsets.UTF_8))
            .value()
            .filter(
                it -> it.translations().stream().anyMatch(one -> one.lang().value().equals(lang)))
            .isPresent();
    if (!reads) {
      throw new Refusal(
          "list the language in "
              + name
              + " first:\ntranslations:\n"
              + FindingPrinter.visible(lang)
              + ": {title: …}");
    }
    if (lang.equals(book.lang().value())) {
      throw new Refusal("the book is in " + lang + " already");
    }
    AtomicFile.replace(file, bytes, after.getBytes(StandardCharsets.UTF_8));
    terminal.out().print(name + "\n");
  }

  /// A language that writes a comma has one, unless the book has points where its own language has
  /// commas.
  private static String decimal(String lang, Book book) {
    boolean isComma = book.decimal().filter(it -> it.value().equals(",")).isPresent();
    boolean isPointed = !isComma && isOfCommas(book.lang().value());
    return isOfCommas(lang) && !isPointed ? "    decimal: \",\"\n" : "";
  }

  private static boolean isOfCommas(String lang) {
    return DecimalFormatSymbols.getInstance(Locale.forLanguageTag(lang)).getDecimalSeparator()
        == ',';
  }

  /// Writes a translation, with the schema that editors explain it by.
  private static void write(TranslationFile file, Translation translation, Path folder)
      throws IOException {
    Path schema = folder.resolve(SCHEMA);
    if (Files.notExists(schema)) {
      AtomicFile.write(schema, ChapterSchema.translation().getBytes(StandardCharsets.UTF_8));
    }
    String text =
        "# yaml-language-server: $schema=../" + SCHEMA + "\n" + ChapterWriter.yaml(translation);
    AtomicFile.write(file.place().path(), text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- status

  private static int status(Path folder, Terminal terminal, boolean quiet) throws IOException {
    BookFolder found = found(folder, terminal);
    List<TranslationFile> files = TranslationFile.of(found, terminal.directory());
    StringBuilder out = new StringBuilder();
    int left = 0;
    for (TranslationFile file : files) {
      if (file.isBroken()) {
        left++;
        line(out, "broken", file.place().name() + ": perilla check says what is wrong");
        continue;
      }
      Translated translated = file.translated();
      if (file.read().isEmpty()) {
        left++;
        line(
            out,
            "missing",
            file.place().name()
                + ": no file, "
                + Report.plural(translated.missing().size(), "text"));
        continue;
      }
      if (translated.missing().size() > 1 && translated.missing().size() == wanted(file)) {
        left++;
        line(
            out,
            "missing",
            file.place().name()
                + ": nothing is translated, "
                + Report.plural(translated.missing().size(), "text"));
        continue;
      }
      List<String> lines = new ArrayList<>();
      translated.missing().forEach(address -> line(lines, "missing", file, address));
      translated
          .stale()
          .forEach(it -> line(lines, "stale", file, it.entry().address() + ": " + it.words()));
      translated.surplus().forEach(entry -> line(lines, "surplus", file, entry.address()));
      left += lines.size();
      lines.forEach(out::append);
    }
    terminal.out().print(out);
    terminal.out().flush();
    if (!quiet) {
      for (Book.InLanguage language : found.book().orElseThrow().translations()) {
        terminal.say(summary(language.lang().value(), files));
      }
      if (files.isEmpty()) {
        terminal.say("the book has no translation; perilla translate init LANG begins one");
      }
    }
    return left > 0 ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static void line(List<String> lines, String word, TranslationFile file, String what) {
    StringBuilder line = new StringBuilder();
    line(line, word, file.place().name() + " " + what);
    lines.add(line.toString());
  }

  private static void line(StringBuilder out, String word, String what) {
    out.append("%-8s%s%n".formatted(word, FindingPrinter.visible(what)).replace("\r\n", "\n"));
  }

  private static String summary(String lang, List<TranslationFile> files) {
    int texts = 0;
    int done = 0;
    for (TranslationFile file : files) {
      if (file.lang().equals(lang)) {
        int wanted = wanted(file);
        texts += wanted;
        done += wanted - (file.isBroken() ? wanted : file.translated().missing().size());
      }
    }
    return lang + ": " + done + " of " + Report.plural(texts, "text") + " translated";
  }

  /// The texts that a translation has a place for.
  private static int wanted(TranslationFile file) {
    return Translation.none(file.original().id()).completed(file.original()).entries().size();
  }

  // ---- accept

  private static int accept(List<String> words, Terminal terminal, boolean quiet)
      throws IOException {
    Optional<Path> named =
        words.size() > 1 ? Optional.of(Inputs.existing(words.get(1), terminal)) : Optional.empty();
    Path around = named.orElse(terminal.directory());
    Path folder =
        BookFiles.bookAround(around)
            .orElseThrow(() -> new Refusal("there is no " + BookFiles.BOOK + " around " + around));
    int written = 0;
    for (TranslationFile file : TranslationFile.of(found(folder, terminal), terminal.directory())) {
      boolean isMeant = file.place().path().startsWith(around.toAbsolutePath().normalize());
      boolean isFolder = around.equals(folder) || around.endsWith(BookFiles.BOOK);
      if (file.read().isEmpty() || file.isBroken() || !(isMeant || isFolder)) {
        continue;
      }
      Translation accepted = file.translation().accepted(file.original());
      if (!accepted.equals(file.translation())) {
        String text =
            Formatter.translation(file.translation(), accepted)
                .orElseGet(() -> ChapterWriter.yaml(accepted));
        AtomicFile.write(file.place().path(), text.getBytes(StandardCharsets.UTF_8));
        written++;
        terminal.out().print(file.place().name() + "\n");
      }
    }
    terminal.out().flush();
    if (!quiet) {
      terminal.say(
          written == 0
              ? "nothing to accept: every text is that of the original as it is"
              : Report.plural(written, "file") + " written");
    }
    return Exit.CLEAN;
  }
}
