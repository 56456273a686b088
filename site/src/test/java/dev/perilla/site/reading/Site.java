package dev.perilla.site.reading;

import com.sun.net.httpserver.SimpleFileServer;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A book as a site in a folder of its own, which goes with this run.
public final class Site {
  private static final Map<Path, Site> BOOKS = new ConcurrentHashMap<>();

  private final Path folder;
  private String served = "";

  private Site(Path folder) {
    this.folder = folder;
  }

  /// The site of the book in that folder, built once in a run.
  public static Site book(Path folder) {
    return BOOKS.computeIfAbsent(folder.toAbsolutePath(), Site::build);
  }

  /// A site of one chapter, in the text of its file; its page is `<id>.html`.
  public static Site chapter(String yaml) {
    try {
      String id =
          yaml.lines()
              .filter(line -> line.startsWith("id:"))
              .map(line -> line.substring(3).strip())
              .findFirst()
              .orElseThrow();
      Path book = temporary();
      Files.writeString(
          book.resolve("book.yaml"),
          "perilla: 1\ntitle: A book\nlang: en\nchapters: [" + id + "]\n");
      Files.writeString(book.resolve(id + ".chapter.yaml"), yaml);
      return build(book);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Site build(Path book) {
    try (Cache cache = Cache.temporary()) {
      SiteBuild.Built built = SiteBuild.of(book, book, cache, SiteBuild.Form.all(), 2);
      if (built.files().isEmpty()) {
        throw new AssertionError(
            built.work().findings().stream()
                .map(it -> it.span() + " " + it.code().id() + " " + it.message())
                .collect(Collectors.joining("\n")));
      }
      Path folder = temporary();
      for (Map.Entry<String, Blob> file : built.files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().bytes());
      }
      return new Site(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("perilla-site").toRealPath();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException left) {
      System.err.println("left behind: " + folder + " (" + left + ")");
    }
  }

  public Path folder() {
    return folder;
  }

  /// Whether the engine for pages is part of it, which a build without it has not.
  public boolean hasEngine() {
    return Files.exists(folder.resolve(dev.perilla.site.publish.SiteAssets.ENGINE));
  }

  /// The paths of its pages in all its languages, sorted.
  public List<String> pages() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The bytes of one of its files.
  public byte[] bytes(String path) {
    try {
      return Files.readAllBytes(folder.resolve(path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Its address over HTTP on this machine, ending in `/`; the server ends with this run.
  synchronized String served() {
    if (served.isEmpty()) {
      var server =
          SimpleFileServer.createFileServer(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              folder,
              SimpleFileServer.OutputLevel.NONE);
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
      served =
          "http://"
              + server.getAddress().getHostString()
              + ":"
              + server.getAddress().getPort()
              + "/";
    }
    return served;
  }
}
