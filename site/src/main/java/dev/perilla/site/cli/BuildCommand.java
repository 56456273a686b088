package dev.perilla.site.cli;

import dev.perilla.site.Progress;
import dev.perilla.site.book.BookFolder;
import dev.perilla.site.book.SiteUrl;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `perilla build`: checks a book, and publishes it where nothing is wrong.
final class BuildCommand implements Command {
  private static final Syntax.Option OUTPUT =
      new Syntax.Option(
          "--output",
          Optional.of("-o"),
          Optional.of("DIR"),
          List.of(),
          "The folder of the site; out/ and the name of the book's folder by default.");
  private static final Syntax.Option TO =
      Syntax.Option.choice(
          "--to",
          List.of("html", "markdown"),
          "html (the default): pages, data, and the Markdown below markdown/; markdown: that"
              + " alone.");
  private static final Syntax.Option EDITION =
      Syntax.Option.choice(
          "--edition",
          List.of("teacher", "student"),
          "teacher (the default): everything; student: no answer, solution or mistake of an"
              + " exercise in any file.");
  private static final Syntax.Option BASE_URL =
      Syntax.Option.value(
          "--base-url",
          "URL",
          "Where the site will stand, in place of what book.yaml says: for canonical links, site"
              + " map and feed.");
  static final Syntax.Option NO_CACHE =
      Syntax.Option.flag("--no-cache", "Make everything anew; .perilla/cache of the book stays.");
  private static final Syntax SYNTAX =
      new Syntax(
          "build",
          "Check a book, then publish it; a book with an error publishes nothing.",
          new Syntax.Operand(
              "BOOK", 0, 1, "The folder of a book. The book around this folder by default."),
          Syntax.withReports(
              OUTPUT,
              TO,
              EDITION,
              BASE_URL,
              NO_CACHE,
              Syntax.SHARD,
              Syntax.CHANGED_SINCE,
              Syntax.RULE),
          List.of(
              new Syntax.Example("build", "the book in this folder, or around it"),
              new Syntax.Example("build books/micrograd -o out/micrograd", "into a folder"),
              new Syntax.Example(
                  "build books/micrograd -o out/class --edition student", "without the answers"),
              new Syntax.Example(
                  "build --base-url https://example.org/book/",
                  "with site map and canonical links"),
              new Syntax.Example(
                  "build books/micrograd -o docs --to markdown", "to be read on GitHub"),
              new Syntax.Example(
                  "build --shard 1/4",
                  "the first quarter of a large book into its cache; nothing is published")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    SiteBuild.rehearse();
    Report report = Report.of(arguments, terminal);
    Path book = Inputs.book(arguments, terminal);
    String shown =
        arguments.value(OUTPUT).orElseGet(() -> "out/" + String.valueOf(book.getFileName()));
    Path output = Inputs.path(shown, terminal);
    if (book.startsWith(output)) {
      throw new Refusal(shown + " holds the book itself: choose another folder for the site");
    }
    int threads = Inputs.threads(arguments);
    Scope scope = Scope.of(arguments, terminal);
    long start = System.nanoTime();
    SiteBuild.Form form =
        new SiteBuild.Form(
            arguments.value(TO).orElse("html").equals("markdown"),
            arguments.value(EDITION).orElse("teacher").equals("student"),
            url(arguments),
            date(terminal));
    try (Cache cache = keeps(book, arguments) ? Cache.in(Cache.of(book)) : Cache.temporary()) {
      if (!scope.isAll()) {
        Workshop.Part part = scope.part(BookFolder.find(book, terminal.directory()).chapters());
        Work work =
            report.ruledToPublish(
                SiteBuild.part(book, terminal.directory(), cache, part, form, threads), terminal);
        report.print(work, terminal);
        terminal.say(
            Summary.of(work) + "; a part of a book is not published" + report.since(start));
        return report.exit(work.findings());
      }
      Progress progress = ProgressLine.on(terminal, report.quiet());
      SiteBuild.Built built =
          SiteBuild.of(book, terminal.directory(), cache, form, threads, progress);
      Work work = report.ruledToPublish(built.work(), terminal);
      report.print(work, terminal);
      int exit = report.exit(work.findings());
      if (exit != Exit.CLEAN || !work.publishable()) {
        terminal.say(Summary.of(work) + "; nothing was published" + Inputs.asItWas(output, shown));
        return Exit.FINDINGS;
      }
      try {
        publish(output, shown, built, book, arguments);
      } catch (Blob.Damaged damaged) {
        cache.clear();
        built = SiteBuild.of(book, terminal.directory(), cache, form, threads, progress);
        publish(output, shown, built, book, arguments);
      }
      if (!report.quiet()) {
        terminal.say(Summary.of(work) + "; published in " + shown + report.since(start));
      }
      return Exit.CLEAN;
    } catch (Publication.Refused refused) {
      throw new Refusal(String.valueOf(refused.getMessage()));
    }
  }

  private static void publish(
      Path output, String shown, SiteBuild.Built built, Path book, Arguments arguments)
      throws IOException, Publication.Refused {
    if (keeps(book, arguments)) {
      Publication.publish(output, shown, built.files(), Cache.of(book));
    } else {
      Publication.publish(output, shown, built.files());
    }
  }

  private static Optional<String> url(Arguments arguments) {
    Optional<String> url = arguments.value(BASE_URL);
    url.flatMap(SiteUrl::wrong)
        .ifPresent(
            wrong -> {
              throw new Refusal("--base-url: " + wrong);
            });
    return url;
  }

  /// The date of the sources, as tools of reproducible builds tell it; no clock is asked.
  private static Optional<String> date(Terminal terminal) {
    String seconds = terminal.environment().getOrDefault("SOURCE_DATE_EPOCH", "");
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    if (!seconds.matches("[0-9]{1,11}")) {
      throw new Refusal("SOURCE_DATE_EPOCH is a number of seconds since 1970, not " + seconds);
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)).toString());
  }

  /// Whether something is kept for the next build.
  private static boolean keeps(Path book, Arguments arguments) {
    return !arguments.has(NO_CACHE) && Files.isWritable(book);
  }
}
