package dev.perilla.site.publish;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.book.SiteCode;
import dev.perilla.site.book.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A published site, compared with what it should be.
///
/// With the sources the site is built again, and every file has to have the same bytes. Without
/// them it is made again from the data that it publishes of itself, each of its claims is compared
/// with its value, and each file with the hash that the build wrote down.
///
/// @param findings what is not so, by place
/// @param files how many files were compared
/// @param chapters how many chapters were made again
/// @param numbers how many numerals their ledgers have
public record SiteCheck(List<Finding> findings, int files, int chapters, int numbers) {
  private static final List<String> PAGES =
      List.of(".html", ".htm", ".xhtml", ".md", ".svg", ".json", ".js", ".css", ".xml");
  private static final int MOST_SHOWN = 40;

  public SiteCheck {
    findings = List.copyOf(findings);
  }

  /// Whether `folder` is a site that a build wrote.
  public static boolean isSite(Path folder) {
    return Files.isRegularFile(folder.resolve(Manifest.FILE));
  }

  /// Compares the site in `folder`.
  ///
  /// @param shown what findings call the folder
  /// @param sources the book that it was made from, checked and without errors
  public static SiteCheck of(Path folder, String shown, Optional<Work> sources, int threads)
      throws IOException {
    Checking checking = new Checking(folder, shown, Manifest.read(folder));
    return checking.check(sources, threads);
  }

  /// One run.
  private static final class Checking {
    private final Path folder;
    private final String shown;
    private final Manifest manifest;
    private final SortedMap<String, byte[]> there = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Checking(Path folder, String shown, Manifest manifest) {
      this.folder = folder;
      this.shown = shown;
      this.manifest = manifest;
    }

    SiteCheck check(Optional<Work> sources, int threads) throws IOException {
      SortedSet<String> foreign = new TreeSet<>();
      for (String path : Publication.pathsIn(folder)) {
        Path file = folder.resolve(path);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          there.put(path, Files.readAllBytes(file));
        }
        if (!path.equals(Manifest.FILE) && !manifest.hashes().containsKey(path)) {
          foreign.add(path);
        }
      }
      boolean pages = manifest.hashes().containsKey("index.html");
      Optional<SiteContent> content =
          sources.isPresent()
              ? Optional.of(
                  SiteContent.of(sources.get(), SiteContent.hosting(sources.get(), folder)))
              : pages ? ownContent() : Optional.empty();
      SortedMap<String, byte[]> wanted =
          content.isPresent() ? SiteFiles.of(content.get(), !pages, threads) : new TreeMap<>();

      SortedSet<String> paths = new TreeSet<>(manifest.hashes().keySet());
      paths.addAll(wanted.keySet());
      for (String path : paths) {
        file(path, Optional.ofNullable(wanted.get(path)), content.isPresent());
      }
      foreign.removeAll(wanted.keySet());
      foreign.forEach(this::foreign);
      if (content.isPresent()) {
        for (SiteContent.Edition edition : content.get().editions()) {
          edition.chapters().forEach(chapter -> claims(edition.folder(), chapter));
        }
      }
      List<CompiledChapter> chapters = content.map(SiteContent::chapters).orElse(List.of());
      findings.sort(Finding.BY_PLACE);
      return new SiteCheck(findings, paths.size(), chapters.size(), numbers(chapters));
    }

    /// The content by the site's own data. Where these are not as they were written, the finding
    /// about them is the one cause, and no page is blamed for it.
    private Optional<SiteContent> ownContent() {
      for (String path : manifest.hashes().keySet()) {
        boolean isData = path.matches("([^/]+/)?data/.*[.]json") && !path.endsWith(".claims.json");
        if ((isData || path.equals(SiteContent.FILE)) && !isAsWritten(path)) {
          return Optional.empty();
        }
      }
      try {
        return Optional.of(SiteContent.read(folder));
      } catch (IOException | IllegalArgumentException unreadable) {
        String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
        findings.add(
            Finding.error(
                    SiteCode.EDITED,
                    span(SiteContent.FILE),
                    "the data of the site cannot be read: " + why)
                .help("publish the site again with perilla build"));
        return Optional.empty();
      }
    }

    private boolean isAsWritten(String path) {
      byte[] bytes = there.get(path);
      return bytes != null && Blob.hash(bytes).equals(manifest.hashes().get(path));
    }

    private void file(String path, Optional<byte[]> wanted, boolean isMade) {
      byte[] bytes = there.get(path);
      if (bytes == null) {
        findings.add(
            Finding.error(SiteCode.MISSING, span(path), "the file is missing from the site")
                .help("publish the site again with perilla build"));
      } else if (wanted.isPresent() && !Arrays.equals(bytes, wanted.get())) {
        findings.add(edited(path, bytes, wanted.get()));
      } else if (wanted.isEmpty() && isMade) {
        findings.add(
            Finding.error(SiteCode.FOREIGN, span(path), "the book gives no such file")
                .help("publish the site again with perilla build"));
      } else if (!isAsWritten(path)) {
        findings.add(
            Finding.error(
                    SiteCode.EDITED,
                    span(path),
                    wanted.isPresent()
                        ? "the file is right, but its hash in " + Manifest.FILE + " is not its own"
                        : "the file is not as the build wrote it")
                .help("publish the site again with perilla build"));
      }
    }

    private Finding edited(String path, byte[] bytes, byte[] wanted) {
      String is = new String(bytes, StandardCharsets.UTF_8);
      String should = new String(wanted, StandardCharsets.UTF_8);
      SourceFile file = SourceFile.of(name(path), is);
      int at = 0;
      while (at < is.length() && at < should.length() && is.charAt(at) == should.charAt(at)) {
        at++;
      }
      int from = at;
      while (from > 0 && at - from < MOST_SHOWN / 2 && isWord(is.charAt(from - 1))) {
        from--;
      }
      Span place = new Span(file, from, end(is, at, from));
      return Finding.error(
              SiteCode.EDITED,
              place,
              "the file says `"
                  + FindingPrinter.visible(place.text())
                  + "`, it should say `"
                  + FindingPrinter.visible(should.substring(from, end(should, at, from)))
                  + "`")
          .help("publish the site again with perilla build; numbers are changed in the chapters");
    }

    private static int end(String text, int at, int from) {
      int end = Math.min(text.length(), at + 1);
      while (end < text.length() && end - from < MOST_SHOWN && isWord(text.charAt(end))) {
        end++;
      }
      return Math.max(from, end);
    }

    private static boolean isWord(char c) {
      return Character.isLetterOrDigit(c) || c == '.' || c == ',' || c == '-' || c == '−';
    }

    private void foreign(String path) {
      boolean isPage = PAGES.stream().anyMatch(path::endsWith);
      String message = "perilla did not write this file, so nothing in it was checked";
      Finding finding =
          isPage
              ? Finding.error(SiteCode.FOREIGN, span(path), message)
              : Finding.warning(SiteCode.FOREIGN, span(path), message);
      findings.add(finding.help("move it out of the site, if it does not belong there"));
    }

    /// Each claim against its own value: what agrees to the digits written.
    private void claims(String at, CompiledChapter chapter) {
      for (Ledger.Entry entry : chapter.ledger().entries()) {
        if (entry.kind() == Ledger.Kind.NUMERAL
            && entry.standing() == Ledger.Standing.CHECKED
            && entry.value().isPresent()
            && entry.tolerance().isPresent()
            && !agrees(entry)) {
          findings.add(
              Finding.error(
                      SiteCode.EDITED,
                      span(at + SiteContent.dataFile(chapter.id())),
                      "the claim "
                          + entry.id()
                          + " says "
                          + entry.text()
                          + ", its value is "
                          + entry.value().get())
                  .help("publish the site again with perilla build"));
        }
      }
    }

    private static boolean agrees(Ledger.Entry entry) {
      try {
        BigDecimal value = new BigDecimal(entry.value().orElseThrow());
        BigDecimal tolerance = new BigDecimal(entry.tolerance().orElseThrow());
        for (Notation notation : Notation.values()) {
          Optional<BigDecimal> written =
              Numeral.whole(entry.text(), notation).flatMap(Numeral::value);
          boolean near =
              written.isPresent()
                  && written.get().subtract(value).abs().compareTo(slack(tolerance, value)) <= 0;
          if (near) {
            return true;
          }
        }
        return false;
      } catch (NumberFormatException notOneNumber) {
        return true; // a list or a condition: the sources say whether it holds
      }
    }

    /// The tolerance, and what is lost where a double is written in decimal.
    private static BigDecimal slack(BigDecimal tolerance, BigDecimal value) {
      return tolerance.add(value.abs().scaleByPowerOfTen(-15));
    }

    private Span span(String path) {
      return Span.at(SourceFile.of(name(path), ""), 0);
    }

    private String name(String path) {
      return FindingPrinter.visible(shown.equals(".") ? path : shown + "/" + path);
    }

    private static int numbers(List<CompiledChapter> chapters) {
      return (int)
          chapters.stream()
              .flatMap(it -> it.ledger().entries().stream())
              .filter(it -> it.kind() == Ledger.Kind.NUMERAL)
              .count();
    }
  }
}
