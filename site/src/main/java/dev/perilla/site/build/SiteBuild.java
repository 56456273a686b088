package dev.perilla.site.build;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.engine.compile.StudentEdition;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.Leaf;
import dev.perilla.renderer.Page;
import dev.perilla.renderer.SearchIndex;
import dev.perilla.site.Progress;
import dev.perilla.site.Workers;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.ReadTranslation;
import dev.perilla.site.book.Rehearsal;
import dev.perilla.site.book.TranslatedBook;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.Hosting;
import dev.perilla.site.publish.SiteFiles;
import dev.perilla.site.publish.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One build of a book: its chapters checked, and the files of its site where nothing is wrong.
///
/// What a cache holds is not made again: a chapter by the bytes of its file, the settings of the
/// book and this program; what its pages say of it alone by its compiled form; a page by that and
/// what it says of the book. The files are the same with and without cache, for any number of
/// threads.
///
/// A chapter is compiled and rendered in one go, as far as it does not say anything of others, and
/// then given up, so that a book of ten thousand needs little more memory than one of ten.
public final class SiteBuild {
  /// The place, among the pages of a chapter, of what it adds to the search index.
  private static final String ENTRIES = "";

  /// The place there of its [Leaf].
  private static final String LEAF = "leaf";

  private static final String ALONE = Program.kind("chapter alone");
  private static final String PAGE = Program.kind("page");

  private final Path folder;
  private final Workshop workshop;
  private final Cache cache;
  private final Proved proved;
  private final Form form;
  private final int threads;
  private final Progress progress;
  private final AtomicInteger compiled = new AtomicInteger();
  private final AtomicInteger rendered = new AtomicInteger();
  private final AtomicInteger framed = new AtomicInteger();
  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Blob>> alone = new ConcurrentHashMap<>(); // until framed
  private final Set<String> fresh = ConcurrentHashMap.newKeySet(); // compiled by this build
  private volatile String settings = ""; // the same for all chapters of one build

  private SiteBuild(
      Path folder, Workshop workshop, Cache cache, Form form, int threads, Progress progress) {
    this.folder = folder;
    this.workshop = workshop;
    this.cache = cache;
    this.proved = new Proved(folder, cache);
    this.form = form;
    this.threads = threads;
    this.progress = progress;
  }

  /// What is made of a book.
  ///
  /// @param markdownAlone only the Markdown, at the root
  /// @param student without what its exercises keep back
  /// @param url where the site will stand, in place of what the book says
  /// @param date of its feed and site map
  public record Form(
      boolean markdownAlone, boolean student, Optional<String> url, Optional<String> date) {
    /// One that may stand anywhere.
    public Form(boolean markdownAlone, boolean student) {
      this(markdownAlone, student, Optional.empty(), Optional.empty());
    }

    /// What of it a chapter's pages depend on, in two letters.
    private String pages() {
      return (markdownAlone ? "m" : "a") + (student ? "s" : "a");
    }

    /// All of it.
    public static Form all() {
      return new Form(false, false);
    }
  }

  /// What a build gave.
  ///
  /// @param files of the site, by path; none where the book has errors
  /// @param compiled how many chapters were compiled, the others being as they were
  /// @param rendered how many chapters, and the book as one, were rendered
  /// @param framed how many chapters had their pages put together with what these say of the book
  public record Built(
      Work work, SortedMap<String, Blob> files, int compiled, int rendered, int framed) {}

  /// Builds the book in `folder`.
  ///
  /// @param directory what the names of findings are relative to
  public static Built of(Path folder, Path directory, Cache cache, Form form, int threads)
      throws IOException {
    return of(folder, directory, cache, form, threads, Progress.UNHEARD);
  }

  /// The same, with word of each chapter that is done.
  public static Built of(
      Path folder, Path directory, Cache cache, Form form, int threads, Progress progress)
      throws IOException {
    Workshop workshop = new Workshop(directory, threads, progress);
    try {
      return new SiteBuild(folder, workshop, cache, form, threads, progress).built();
    } catch (Blob.Damaged damaged) {
      cache.clear();
      return new SiteBuild(folder, workshop, cache, form, threads, progress).built();
    }
  }

  /// Begins to make what the first chapter of a process needs, for a caller that has to look for it
  /// first.
  public static void rehearse() {
    Rehearsal.begin(
        chapter -> {
          CompiledJson.bytes(chapter);
          SiteFiles.leaf(chapter, "", false);
        });
  }

  private Built built() throws IOException {
    try {
      Work work = workshop.book(folder, new Keeping());
      SortedMap<String, Blob> files = new TreeMap<>();
      if (work.publishable()) {
        files = files(work);
      }
      cache.ended(work.publishable());
      return new Built(work, files, compiled.get(), rendered.get(), framed.get());
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /// Compiles a part of the book in `folder` into the cache, so that a build of all need not. A
  /// part is never published.
  public static Work part(
      Path folder, Path directory, Cache cache, Workshop.Part part, Form form, int threads)
      throws IOException {
    Workshop workshop = new Workshop(directory, threads);
    SiteBuild build = new SiteBuild(folder, workshop, cache, form, threads, Progress.UNHEARD);
    try {
      Work work = workshop.part(folder, part, build.new Keeping());
      cache.ended(false);
      return work;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  // ---- chapters

  /// Takes from the cache what is as it was.
  private final class Keeping implements Workshop.Worker {
    @Override
    public Worked work(Place place, Optional<Book> book) {
      if (Files.isSymbolicLink(place.path())) {
        return workshop.work(place, book, folder);
      }
      String settings = settings(book);
      Optional<Stamp> stamp = Proved.stamp(place);
      Optional<Worked> known =
          cache.memory().get(place, settings, stamp).flatMap(it -> remembered(it));
      if (known.isPresent()) {
        return known.get();
      }
      Proved.Content content = proved.content(place, stamp);
      String key = Proved.chapterKey(content.hash());
      Worked worked =
          kept(key, settings, "", place, content.file(), () -> workshop.work(place, book, folder));
      if (worked.isClean()) {
        String hash = Objects.requireNonNull(hashes.get(worked.id()));
        cache.memory().put(worked, settings, key, hash, stamp);
      }
      return worked;
    }

    @Override
    public Worked translate(
        Worked original, Optional<ReadTranslation> texts, Book book, Book.InLanguage translation) {
      Place place = texts.map(ReadTranslation::place).orElse(original.place());
      return kept(
          proved.translationKey(original.place(), texts, translation),
          Proved.settings(book, translation),
          translation.lang() + "/",
          place,
          Proved.file(place),
          () -> workshop.translate(original.place(), texts, book, translation, folder));
    }
  }

  /// What is known of a chapter: what the cache has under `key`, or what `work` gives.
  ///
  /// @param settings what else it depends on
  /// @param at the folder of its language
  /// @param file where findings point
  private Worked kept(
      String key, String settings, String at, Place place, SourceFile file, Supplier<Worked> work) {
    try {
      Optional<Proved.Found> found = proved.find(key, place, file, () -> settings);
      if (found.isPresent()) {
        Worked worked = found.get().worked();
        hashes.put(at + worked.id(), found.get().compiled());
        alone(at, worked);
        return worked;
      }
      compiled.incrementAndGet();
      Worked worked = work.get();
      return worked.isClean() ? keep(key, settings, at, worked) : worked;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A chapter that was not touched since an earlier build by this process.
  private Optional<Worked> remembered(Memory.Chapter chapter) {
    boolean isHere =
        cache.get(chapter.key()).isPresent() && cache.blob(chapter.compiled()).isPresent();
    if (isHere) {
      hashes.put(chapter.worked().id(), chapter.compiled());
    }
    return isHere ? Optional.of(chapter.worked()) : Optional.empty();
  }

  private String settings(Optional<Book> book) {
    String known = settings;
    if (known.isEmpty()) {
      known = Proved.settings(book);
      settings = known;
    }
    return known;
  }

  private Worked keep(String key, String settings, String at, Worked worked) throws IOException {
    Worked.Outcome outcome = worked.outcome().orElseThrow();
    CompiledChapter chapter = outcome.chapter().get();
    Blob blob = cache.put(CompiledJson.bytes(chapter));
    Set<String> data = Set.copyOf(worked.head().orElseThrow().data());
    cache.put(key, Kept.of(worked, settings, chapter, blob.hash(), proved.data(data)).line());
    hashes.put(at + chapter.id(), blob.hash());
    fresh.add(at + chapter.id());
    alone(at, worked);
    return worked.with(() -> Proved.read(blob));
  }

  // ---- pages

  private SortedMap<String, Blob> files(Work work) throws IOException {
    Hosting hosting = Hosting.of(work.book().orElseThrow(), form.url(), form.date());
    SortedMap<String, Blob> files = new TreeMap<>();
    List<Contents> others = new ArrayList<>();
    for (TranslatedBook translation : work.translations()) {
      String at = translation.lang() + "/";
      Contents contents =
          new Contents(SiteFiles.cover(translation, work, hosting), translation.outcomes());
      others.add(contents);
      chapters(at, translation.worked(), contents, files);
      pages(
              Program.key("book", at, contents.digest(), form.pages(), hosting.toString()),
              () -> SiteFiles.ofLanguage(at, contents.book(), hosting, form.markdownAlone()))
          .forEach((path, blob) -> add(files, path, blob));
    }
    Contents contents = cache.memory().contents(SiteFiles.cover(work, hosting), work.outcomes());
    chapters("", work.worked(), contents, files);
    List<String> assets = work.assets().stream().map(Asset::path).toList();
    String elsewhere = others.stream().map(Contents::digest).collect(Collectors.joining());
    pages(
            Program.key(
                "site",
                contents.digest(),
                elsewhere,
                Program.digest(assets),
                form.pages(),
                hosting.toString()),
            () ->
                SiteFiles.ofSite(
                    contents.book(),
                    others.stream().map(Contents::book).toList(),
                    hosting,
                    assets,
                    form.markdownAlone()))
        .forEach((path, blob) -> add(files, path, blob));
    for (Asset asset : work.assets()) {
      Blob blob = cache.put(Files.readAllBytes(asset.place().path()));
      add(files, SiteFiles.folder(form.markdownAlone()) + asset.path(), blob);
      if (!form.markdownAlone()) {
        add(files, asset.path(), blob);
      }
    }
    return files;
  }

  /// The pages of the chapters in one language, and the index of their words.
  ///
  /// @param at the folder of the language: empty, or ending in `/`
  private void chapters(
      String at, List<Worked> chapters, Contents contents, SortedMap<String, Blob> files)
      throws IOException {
    List<Worked> rest = // those with warnings, which no cache keeps, and what a server remembers
        chapters.stream().filter(it -> !alone.containsKey(at + it.id())).toList();
    Workers.map(rest, threads, it -> alone(at, it));
    List<Blob> entries = new ArrayList<>();
    chapters.forEach(it -> entries.add(Objects.requireNonNull(alone(at, it).get(ENTRIES))));
    Workers.Begun<Map<String, Blob>> search =
        Workers.begin(() -> form.markdownAlone() ? Map.of() : searchIndex(at, entries));
    Workers.map(
            freshFirst(at, chapters),
            threads,
            "rendered",
            progress,
            chapter -> ofChapter(at, chapter, contents))
        .forEach(pages -> pages.forEach((path, blob) -> add(files, path, blob)));
    search.get().forEach((path, blob) -> add(files, path, blob));
  }

  /// Chapters that were compiled now before the others: their pages are put together while other
  /// threads look up the rest.
  private List<Worked> freshFirst(String at, List<Worked> chapters) {
    List<Worked> order = new ArrayList<>();
    chapters.stream().filter(it -> fresh.contains(at + it.id())).forEach(order::add);
    chapters.stream().filter(it -> !fresh.contains(at + it.id())).forEach(order::add);
    return order;
  }

  /// The hash of the compiled form of a chapter.
  private String hash(String at, Worked chapter) throws IOException {
    String known = hashes.get(at + chapter.id());
    if (known == null) { // a chapter with warnings, which no cache keeps
      CompiledChapter compiled = chapter.outcome().orElseThrow().chapter().get();
      known = cache.put(CompiledJson.bytes(compiled)).hash();
      hashes.put(at + chapter.id(), known);
    }
    return known;
  }

  private Map<String, Blob> ofChapter(String at, Worked chapter, Contents contents) {
    Worked.Outcome outcome = chapter.outcome().orElseThrow();
    Worked.Head head = chapter.head().orElseThrow();
    String id = head.id().value();
    List<String> needs = head.needs().stream().map(need -> need.value()).toList();
    try {
      String hash = hash(at, chapter);
      Map<String, Blob> pages = Objects.requireNonNull(alone.remove(at + id));
      pages.remove(ENTRIES);
      Blob leaf = Objects.requireNonNull(pages.remove(LEAF));
      pages.putAll(
          made(
              PAGE + form.pages() + at + hash + "." + contents.digestAround(id, needs, cache),
              () -> framed(leaf, outcome, at, contents.around(id, needs))));
      if (!form.markdownAlone() && !form.student()) { // the compiled chapter as the cache has it
        Optional<Blob> data = cache.blob(hash);
        add(pages, SiteFiles.dataFile(id, at), data.orElseThrow(() -> new Blob.Damaged(id)));
      }
      return pages;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What is made of a chapter alone: looked up, or rendered, when it has been compiled.
  private Map<String, Blob> alone(String at, Worked chapter) {
    Map<String, Blob> known = alone.get(at + chapter.id());
    if (known == null) {
      known = rendered(at, chapter);
      alone.put(at + chapter.id(), known);
    }
    return known;
  }

  private Map<String, Blob> rendered(String at, Worked chapter) {
    Worked.Outcome outcome = chapter.outcome().orElseThrow();
    try {
      return pages(
          ALONE + form.pages() + at + hash(at, chapter),
          () -> {
            CompiledChapter shown = edition(outcome);
            List<Page> pages = new ArrayList<>();
            pages.add(new Page(LEAF, SiteFiles.leaf(shown, at, form.markdownAlone()).bytes()));
            pages.add(new Page(ENTRIES, SearchIndex.entries(shown)));
            if (!form.markdownAlone()) {
              pages.add(SiteFiles.claims(shown, at));
            }
            if (!form.markdownAlone() && form.student()) {
              pages.add(SiteFiles.data(shown, at));
            }
            return pages;
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<Page> framed(Blob leaf, Worked.Outcome outcome, String at, BookFrame around)
      throws IOException {
    framed.incrementAndGet();
    Leaf read = Leaf.read(leaf.bytes());
    return SiteFiles.framed(read, outcome.headline().chapter(), at, around, form.markdownAlone());
  }

  /// The chapter as this form shows it.
  private CompiledChapter edition(Worked.Outcome outcome) {
    CompiledChapter chapter = outcome.chapter().get();
    return form.student() ? StudentEdition.of(chapter) : chapter;
  }

  /// The index of the search, in parts.
  ///
  /// @param at the folder of the language
  /// @param entries of the chapters, in the order of the book
  private Map<String, Blob> searchIndex(String at, List<Blob> entries) throws IOException {
    Map<String, Blob> files = new TreeMap<>();
    int parts = Math.max(1, (entries.size() + SearchIndex.PART - 1) / SearchIndex.PART);
    for (int i = 0; i < parts; i++) {
      int part = i;
      int end = Math.min(entries.size(), (part + 1) * SearchIndex.PART);
      List<Blob> of = entries.subList(part * SearchIndex.PART, end);
      String hashes = of.stream().map(Blob::hash).collect(Collectors.joining());
      made(
              Program.key("search", part + " " + parts, hashes),
              () -> {
                List<String> texts = new ArrayList<>();
                for (Blob blob : of) {
                  texts.add(new String(blob.bytes(), StandardCharsets.UTF_8));
                }
                return List.of(SearchIndex.part(part, parts, texts));
              })
          .forEach((path, blob) -> add(files, at + path, blob));
    }
    return files;
  }

  private interface Render {
    List<Page> pages() throws IOException;
  }

  /// The rendered pages of that key.
  private Map<String, Blob> pages(String key, Render render) throws IOException {
    return made(
        key,
        () -> {
          rendered.incrementAndGet();
          return render.pages();
        });
  }

  /// The files of that key: hash and path, a blank between, a `|` after each.
  private Map<String, Blob> made(String key, Render render) throws IOException {
    Optional<String> known = cache.get(key);
    Optional<Map<String, Blob>> kept = known.flatMap(this::kept);
    if (kept.isPresent()) {
      return kept.get();
    }
    Map<String, Blob> pages = new TreeMap<>();
    List<String> line = new ArrayList<>();
    for (Page page : render.pages()) {
      boolean isAside = page.path().equals(LEAF);
      Blob blob = isAside ? cache.putAside(key, page.bytes()) : cache.put(page.bytes());
      add(pages, page.path(), blob);
      line.add(blob.hash() + " " + page.path());
    }
    cache.put(key, String.join("|", line));
    return pages;
  }

  private Optional<Map<String, Blob>> kept(String line) {
    Map<String, Blob> pages = new TreeMap<>();
    int end;
    for (int start = 0; start <= line.length(); start = end + 1) {
      end = line.indexOf('|', start);
      end = end < 0 ? line.length() : end;
      int blank = line.indexOf(' ', start);
      Optional<Blob> blob = cache.blob(line.substring(start, blank));
      if (blob.isEmpty()) {
        return Optional.empty();
      }
      pages.put(line.substring(blank + 1, end), blob.get());
    }
    return Optional.of(pages);
  }

  private static void add(Map<String, Blob> files, String path, Blob blob) {
    if (files.put(path, blob) != null) {
      throw new IllegalStateException("two files of the site are named " + path);
    }
  }
}
