package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.SiteJson;
import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.TranslatedBook;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that the files of a site are made from: out of a book that was checked, or out of the data
/// that a site publishes of itself.
///
/// @param editions the book in each of its languages, the original's first
/// @param assets content by path
record SiteContent(
    List<SiteContent.Edition> editions, SortedMap<String, byte[]> assets, Hosting hosting) {
  /// Where a site says what its pages have in common.
  static final String FILE = "perilla.json";

  SiteContent {
    editions = List.copyOf(editions);
  }

  /// The book in one language.
  ///
  /// @param folder where its pages stand: empty, or ending in `/`
  /// @param frame what its pages say of the book
  /// @param chapters compiled, in the order of the site
  record Edition(String folder, BookFrame frame, List<CompiledChapter> chapters) {
    Edition {
      chapters = List.copyOf(chapters);
    }

    /// @param languages those of the site; empty where there is one
    static Edition of(
        String folder,
        BookFrame frame,
        List<CompiledChapter> chapters,
        Hosting hosting,
        List<BookFrame.Language> languages) {
      return new Edition(
          folder, frame.at(hosting.url().map(it -> it + folder)).with(languages), chapters);
    }
  }

  /// All chapters in all languages.
  List<CompiledChapter> chapters() {
    return editions.stream().flatMap(edition -> edition.chapters().stream()).toList();
  }

  /// That of a book without errors.
  static SiteContent of(Work work, Hosting hosting) throws IOException {
    SortedMap<String, byte[]> assets = new TreeMap<>();
    for (Asset asset : work.assets()) {
      assets.put(asset.path(), Files.readAllBytes(asset.place().path()));
    }
    List<BookFrame.Language> languages = SiteFiles.languages(work, hosting);
    List<Edition> editions = new ArrayList<>();
    editions.add(
        Edition.of("", SiteFiles.frame(work, hosting), work.chapters(), hosting, languages));
    for (TranslatedBook other : work.translations()) {
      List<CompiledChapter> chapters =
          other.outcomes().stream().map(outcome -> outcome.chapter().get()).toList();
      BookFrame frame = SiteFiles.frame(other, work, hosting);
      editions.add(Edition.of(other.lang() + "/", frame, chapters, hosting, languages));
    }
    return new SiteContent(editions, assets, hosting);
  }

  /// That of the site in `folder`, read back.
  ///
  /// @throws IllegalArgumentException where its data are not what a build writes
  static SiteContent read(Path folder) throws IOException {
    SiteJson site = SiteJson.read(text(folder, FILE));
    Hosting hosting = hosting(site);
    SortedMap<String, byte[]> assets = new TreeMap<>();
    for (String path : site.assets()) {
      assets.put(path, Files.readAllBytes(inside(folder, path)));
    }
    List<BookFrame.Language> languages =
        SiteFiles.languages(
            site.lang(),
            site.translations().stream().map(SiteJson.Translation::lang).toList(),
            hosting);
    List<Edition> editions = new ArrayList<>();
    List<CompiledChapter> originals = chapters(folder, "", site);
    editions.add(
        Edition.of(
            "",
            frame(site.title(), site.lang(), site.summary(), originals)
                .by(site.author(), site.licence()),
            originals,
            hosting,
            languages));
    for (SiteJson.Translation other : site.translations()) {
      String at = other.lang() + "/";
      List<CompiledChapter> chapters = chapters(folder, at, site);
      BookFrame frame =
          frame(other.title(), other.lang(), other.summary(), chapters)
              .by(site.author(), site.licence());
      editions.add(Edition.of(at, frame, chapters, hosting, languages));
    }
    return new SiteContent(editions, assets, hosting);
  }

  private static BookFrame frame(
      String title, String lang, Optional<String> summary, List<CompiledChapter> chapters) {
    return new BookFrame(title, lang, summary, chapters.stream().map(BookFrame.Entry::of).toList());
  }

  private static List<CompiledChapter> chapters(Path folder, String at, SiteJson site)
      throws IOException {
    List<CompiledChapter> chapters = new ArrayList<>();
    for (String id : site.chapters()) {
      chapters.add(CompiledJson.read(text(folder, at + dataFile(id))));
    }
    return chapters;
  }

  /// That of the site in `folder` made from this book: what only the build was told, its address
  /// and its date, is what the site says.
  static Hosting hosting(Work work, Path folder) throws IOException {
    Book book = work.book().orElseThrow();
    try {
      SiteJson site = SiteJson.read(text(folder, FILE));
      return Hosting.of(book, site.url(), site.date());
    } catch (java.nio.file.NoSuchFileException | IllegalArgumentException unreadable) {
      return Hosting.of(book, Optional.empty(), Optional.empty());
    }
  }

  private static Hosting hosting(SiteJson site) {
    return new Hosting(site.url(), site.date(), new TreeMap<>(site.renamed()));
  }

  /// The file of a chapter's compiled form.
  static String dataFile(String id) {
    return "data/" + id + ".json";
  }

  /// What the pages of a site have in common.
  ///
  /// @param book the original
  /// @param others the same in other languages
  static SiteJson json(
      BookFrame book, List<BookFrame> others, Hosting hosting, Collection<String> assets) {
    return new SiteJson(
        CompiledChapter.VERSION,
        book.title(),
        book.lang(),
        book.summary(),
        book.author(),
        book.licence(),
        book.chapters().stream().map(BookFrame.Entry::id).toList(),
        assets.stream().sorted().toList(),
        hosting.url(),
        hosting.date(),
        hosting.renamed(),
        others.stream()
            .map(it -> new SiteJson.Translation(it.title(), it.lang(), it.summary()))
            .toList());
  }

  private static String text(Path folder, String path) throws IOException {
    return new String(Files.readAllBytes(inside(folder, path)), StandardCharsets.UTF_8);
  }

  /// A path of the data, which somebody may have changed, kept within the folder.
  private static Path inside(Path folder, String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder) || Files.isSymbolicLink(file)) {
      throw new IllegalArgumentException("its data lead out of the site: " + path);
    }
    return file;
  }
}
