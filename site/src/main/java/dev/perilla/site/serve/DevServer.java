package dev.perilla.site.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.book.Work;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.publish.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server for one author on one machine: the site of a book as it would be published, built anew
/// when a file of the book changes. While the book has errors the last site without them is shown,
/// with the findings over each page.
///
/// It listens on the loopback address alone, and answers only to names of it, so that a page of
/// another site cannot read the book by a name that leads here.
public final class DevServer implements AutoCloseable {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int PORTS_TRIED = 20;
  private static final String EVENTS = "/-/events";
  private static final String SCRIPT = "/-/serve.js";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("md", "text/markdown; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"));

  private final Path book;
  private final Path directory;
  private final Cache cache;
  private final int threads;
  private final Listener listener;
  private final Watch watch;
  private final HttpServer http;
  private final ExecutorService workers = Executors.newCachedThreadPool(DevServer::daemon);
  private final List<OutputStream> listeners = new ArrayList<>();
  private SortedMap<String, Blob> files = new TreeMap<>();
  private String findings = "";
  private int builds = 0;

  /// Who hears of builds.
  @FunctionalInterface
  public interface Listener {
    void built(SiteBuild.Built built) throws IOException;
  }

  private DevServer(
      Path book,
      Path directory,
      Cache cache,
      int threads,
      HttpServer http,
      Watch watch,
      Listener listener) {
    this.book = book;
    this.directory = directory;
    this.cache = cache;
    this.threads = threads;
    this.http = http;
    this.listener = listener;
    this.watch = watch;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "serve");
    thread.setDaemon(true);
    return thread;
  }

  /// Builds the book in `book` and begins to serve it.
  ///
  /// @param directory what the names of findings are relative to
  /// @param cache holds what was made of the book; closed with the server
  /// @param port the first that is tried; the next free one is taken unless `strict`
  /// @param listener hears of each build that is not as the one before
  /// @throws BindException where no port is free
  public static DevServer start(
      Path book,
      Path directory,
      Cache cache,
      int port,
      boolean strict,
      int threads,
      Listener listener)
      throws IOException {
    DevServer server =
        new DevServer(
            book, directory, cache, threads, bound(port, strict), new Watch(book), listener);
    server.build();
    server.http.createContext("/", server::answer);
    server.http.setExecutor(server.workers);
    server.http.start();
    return server;
  }

  private static HttpServer bound(int port, boolean strict) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int i = 0; ; i++) {
      try {
        return HttpServer.create(new InetSocketAddress(loopback, port == 0 ? 0 : port + i), 0);
      } catch (BindException taken) {
        if (strict || i + 1 >= PORTS_TRIED) {
          throw taken;
        }
      }
    }
  }

  /// Where the first page is.
  public URI address() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + "/");
  }

  /// Builds at each change, until closed or interrupted.
  public void watch() throws IOException, InterruptedException {
    try (watch) {
      build(); // what changed since the first build
      while (watch.next()) {
        build();
      }
    }
  }

  private void build() throws IOException {
    SiteBuild.Built now = SiteBuild.of(book, directory, cache, SiteBuild.Form.all(), threads);
    String said = now.work().publishable() ? "" : text(now.work());
    boolean isNews;
    synchronized (this) {
      isNews = builds == 0 || !said.equals(findings) || !hashes(files).equals(hashes(now.files()));
      findings = said;
      if (said.isEmpty()) {
        files = now.files();
      }
      builds += isNews ? 1 : 0;
    }
    if (isNews) {
      tell();
      listener.built(now);
    }
    cache.settle();
  }

  private static Map<String, String> hashes(Map<String, Blob> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((path, blob) -> hashes.put(path, blob.hash()));
    return hashes;
  }

  private static String text(Work work) {
    List<Finding> sorted = new ArrayList<>(work.findings());
    sorted.sort(Finding.BY_PLACE);
    sorted.sort(
        Comparator.comparing(
            Finding::severity, Comparator.reverseOrder())); // errors first, in their order
    return FindingPrinter.pretty(sorted);
  }

  // ---- answers

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      int colon = host.lastIndexOf(':');
      if (!HOSTS.contains(colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host)) {
        send(exchange, 421, "text/plain; charset=utf-8", bytes("this server is localhost alone\n"));
        return;
      }
      if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        send(exchange, 405, "text/plain; charset=utf-8", bytes("GET and HEAD alone\n"));
        return;
      }
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case EVENTS -> listen(exchange);
        case SCRIPT -> send(exchange, 200, type(SCRIPT), script());
        default -> page(exchange, path.endsWith("/") ? path + "index.html" : path);
      }
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    SortedMap<String, Blob> now;
    synchronized (this) {
      now = files;
    }
    Blob blob = now.get(path.substring(1));
    Blob missing = now.get("404.html");
    if (blob == null && missing == null) {
      send(
          exchange,
          path.equals("/index.html") ? 200 : 404,
          type(".html"),
          live(bytes("<!doctype html><title>perilla</title><body></body>")));
      return;
    }
    Blob content = blob == null ? java.util.Objects.requireNonNull(missing) : blob;
    String type = type(blob == null ? ".html" : path);
    byte[] bytes = content.bytes();
    send(exchange, blob == null ? 404 : 200, type, type.contains("html") ? live(bytes) : bytes);
  }

  /// A page that hears of builds: it may connect to where it came from, and loads one script more.
  private static byte[] live(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    return bytes(
        text.replaceFirst("default-src 'none';", "default-src 'none'; connect-src 'self';")
            .replace("</body>", "<script src=\"" + SCRIPT + "\"></script></body>"));
  }

  private static byte[] script() throws IOException {
    try (InputStream in = DevServer.class.getResourceAsStream("serve.js")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static String type(String path) {
    String end = path.substring(path.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(end, "application/octet-stream");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead ? -1 : body.length == 0 ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
  }

  // ---- events

  private void listen(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    synchronized (listeners) {
      out.write(bytes(news()));
      out.flush();
      listeners.add(out);
    }
    try {
      while (true) {
        Thread.sleep(15_000);
        synchronized (listeners) {
          out.write(bytes(": still here\n\n")); // finds out that the page is gone
          out.flush();
        }
      }
    } catch (InterruptedException | IOException gone) {
      synchronized (listeners) {
        listeners.remove(out);
      }
    }
  }

  private synchronized String news() {
    return "data: {\"build\": " + builds + ", \"findings\": \"" + escaped(findings) + "\"}\n\n";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void tell() {
    byte[] news = bytes(news());
    synchronized (listeners) {
      listeners.removeIf(
          out -> {
            try {
              out.write(news);
              out.flush();
              return false;
            } catch (IOException gone) {
              return true;
            }
          });
    }
  }

  /// Ends [#watch()] as well, after the build that it may be in.
  @Override
  public void close() throws IOException {
    watch.close();
    http.stop(0);
    workers.shutdownNow();
    cache.close();
  }
}
