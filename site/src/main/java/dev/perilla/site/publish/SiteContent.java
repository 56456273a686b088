package dev.perilla.site.publish;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.SiteJson;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Asset;
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
/// @param chapters compiled, in the order of the site
/// @param assets content by path
record SiteContent(
    String title,
    String lang,
    Optional<String> summary,
    List<CompiledChapter> chapters,
    SortedMap<String, byte[]> assets,
    Hosting hosting) {
  /// Where a site says what its pages have in common.
  static final String FILE = "perilla.json";

  SiteContent {
    chapters = List.copyOf(chapters);
  }

  /// That of a book without errors.
  static SiteContent of(Work work, Hosting hosting) throws IOException {
    Book book = work.book().orElseThrow();
    SortedMap<String, byte[]> assets = new TreeMap<>();
    for (Asset asset : work.assets()) {
      assets.put(asset.path(), Files.readAllBytes(asset.place().path()));
    }
    return new SiteContent(
        book.title().value(),
        book.lang().value(),
        book.summary().map(Text::value),
        work.chapters(),
        assets,
        hosting);
  }

  /// That of the site in `folder`, read back.
  ///
  /// @throws IllegalArgumentException where its data are not what a build writes
  static SiteContent read(Path folder) throws IOException {
    SiteJson site = SiteJson.read(text(folder, FILE));
    List<CompiledChapter> chapters = new ArrayList<>();
    for (String id : site.chapters()) {
      chapters.add(CompiledJson.read(text(folder, dataFile(id))));
    }
    SortedMap<String, byte[]> assets = new TreeMap<>();
    for (String path : site.assets()) {
      assets.put(path, Files.readAllBytes(inside(folder, path)));
    }
    return new SiteContent(
        site.title(), site.lang(), site.summary(), chapters, assets, hosting(site));
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

  BookFrame frame() {
    return new BookFrame(title, lang, summary, chapters.stream().map(BookFrame.Entry::of).toList())
        .at(hosting.url());
  }

  /// What the pages of a site have in common.
  static SiteJson json(BookFrame book, Hosting hosting, Collection<String> assets) {
    return new SiteJson(
        CompiledChapter.VERSION,
        book.title(),
        book.lang(),
        book.summary(),
        book.chapters().stream().map(BookFrame.Entry::id).toList(),
        assets.stream().sorted().toList(),
        hosting.url(),
        hosting.date(),
        hosting.renamed());
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
