package dev.perilla.site.book;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which files of a folder are a book's.
public final class BookFiles {
  /// The file that makes a folder a book.
  public static final String BOOK = "book.yaml";

  private static final List<String> CHAPTER_ENDS =
      List.of(".chapter.yaml", ".chapter.yml", ".chapter.json");
  private static final Pattern TRANSLATES =
      Pattern.compile("(?m)^(?:\\{\\s*|\\s+(?=\"))?[\"']?(translates)[\"']?\\s*:");
  private static final int DEEPEST = 16;

  private BookFiles() {}

  /// Whether a file of that name is a chapter.
  public static boolean isChapter(Path file) {
    Path name = file.getFileName();
    return name != null && CHAPTER_ENDS.stream().anyMatch(name.toString()::endsWith);
  }

  /// Where the text of a file says that it is a translation; empty for a chapter.
  static Optional<Matcher> translates(String text) {
    Matcher matcher = TRANSLATES.matcher(text);
    return text.contains("translates") && matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  /// Whether the text of a chapter's file says that it is a translation.
  public static boolean isTranslation(String text) {
    return translates(text).isPresent();
  }

  /// The name of a chapter's file without what makes it a chapter: `value` of `value.chapter.yaml`.
  public static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int at = name.lastIndexOf(".chapter.");
    return at < 0 ? name : name.substring(0, at);
  }

  /// The nearest folder at or above `path` that is a book.
  public static Optional<Path> bookAround(Path path) {
    for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(BOOK))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// The chapter files in `folder` and the folders below it, by path. Hidden folders, books within
  /// the book, its translations, symbolic links to folders and what is no file (a pipe would never
  /// end) are passed over; a link to a file is listed, for [BookRules] to refuse.
  ///
  /// @param languages names of the folders with translations
  static List<Path> chapters(Path folder, Set<String> languages) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            boolean isOther =
                !at.equals(folder)
                    && (String.valueOf(at.getFileName()).startsWith(".")
                        || languages.contains(folder.relativize(at).toString())
                        || Files.isRegularFile(at.resolve(BOOK)));
            return isOther ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isDirectory() && !attributes.isOther() && isChapter(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }
}
