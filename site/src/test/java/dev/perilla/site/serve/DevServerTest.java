package dev.perilla.site.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perilla.site.build.Cache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The author's loop, over HTTP as a browser sees it. Nothing here waits for a time: each step
/// waits for the word of the server.
@Timeout(60)
class DevServerTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: one
      title: One
      blocks:
        - {type: example, id: e, given: {a: 3}, code: b = a * 2, output: b}
        - {type: prose, text: "Now `b` is {{b}}."}
      """;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private DevServer server;
  private Thread watching;

  @BeforeEach
  void start() throws IOException {
    write("book.yaml", "perilla: 1\ntitle: B\nlang: en\nchapters: [one]\n");
    write("one.chapter.yaml", CHAPTER);
    server = server(0, false);
    watching =
        new Thread(
            () -> {
              try {
                server.watch();
              } catch (IOException | InterruptedException ended) {
                // the test is over
              }
            });
    watching.setDaemon(true);
    watching.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    watching.join();
  }

  @Test
  void pagesComeWithTheScriptThatListens() throws Exception {
    HttpResponse<String> page = get("one.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("Now <code>b</code> is")
        .contains("<script src=\"/-/serve.js\"></script></body>")
        .contains("connect-src 'self'");
    assertThat(get("").body()).contains("one.html");
    assertThat(get("-/serve.js").body()).contains("EventSource");
    assertThat(get("none.html").statusCode()).isEqualTo(404);
    assertThat(get("../book.yaml").statusCode()).isEqualTo(404);
    assertThat(get("%2e%2e/book.yaml").statusCode()).isEqualTo(404);
  }

  @Test
  void aChangeIsBuiltAndTold() throws Exception {
    try (BufferedReader events = events()) {
      assertThat(next(events)).isEqualTo("data: {\"build\": 1, \"findings\": \"\"}");
      write("one.chapter.yaml", CHAPTER.replace("a: 3", "a: 21"));
      assertThat(next(events)).isEqualTo("data: {\"build\": 2, \"findings\": \"\"}");
      assertThat(get("one.html").body()).contains(">42<");
    }
  }

  @Test
  void findingsAreShownOverTheLastPageUntilTheyAreMended() throws Exception {
    try (BufferedReader events = events()) {
      next(events);
      write("one.chapter.yaml", CHAPTER.replace("{{b}}", "[7]{= b}"));
      assertThat(next(events)).contains("one.chapter.yaml:6:").contains("the program gives 6");
      assertThat(get("one.html").body()).contains(">6<");
      write("one.chapter.yaml", CHAPTER.replace("{{b}}", "[6]{= b}"));
      assertThat(next(events)).contains("\"findings\": \"\"");
    }
  }

  @Test
  void errorsAreShownBeforeWarnings() throws Exception {
    try (BufferedReader events = events()) {
      next(events);
      write("one.chapter.yaml", CHAPTER.replace("{{b}}", "{b} is [7]{= b}"));
      assertThat(next(events))
          .containsSubsequence(
              "error[", "the program gives 6", "warning[", "is shown as it stands");
    }
  }

  /// A page of another site that has its name lead here is refused.
  @Test
  void otherHostsAndMethodsAreRefused() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421");
    assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
    assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aTakenPortIsLeftToItsOwnerOrRefused() throws IOException {
    int port = server.address().getPort();
    assertThatThrownBy(() -> server(port, true)).isInstanceOf(BindException.class);
    try (DevServer next = server(port, false)) {
      assertThat(next.address().getPort()).isGreaterThan(port);
    }
  }

  /// As many open files after many builds as after a few.
  @Test
  void buildsLeaveNoFileOpen() throws Exception {
    Path open = Path.of("/proc/self/fd");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(open), "needs /proc");
    try (BufferedReader events = events()) {
      next(events);
      long before = 0;
      for (int i = 0; i < 60; i++) {
        write("one.chapter.yaml", CHAPTER.replace("a: 3", "a: " + (100 + i)));
        next(events);
        if (i == 9) {
          before = count(open);
        }
      }
      assertThat(count(open)).isLessThanOrEqualTo(before + 3);
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private DevServer server(int port, boolean strict) throws IOException {
    return DevServer.start(
        folder,
        folder,
        Cache.patient(folder.resolve(".perilla/cache")),
        port,
        strict,
        2,
        built -> {});
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI to = URI.create(server.address() + path);
    return client.send(HttpRequest.newBuilder(to).build(), HttpResponse.BodyHandlers.ofString());
  }

  private BufferedReader events() throws Exception {
    URI to = URI.create(server.address() + "-/events");
    var body =
        client
            .send(HttpRequest.newBuilder(to).build(), HttpResponse.BodyHandlers.ofInputStream())
            .body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader events) throws IOException {
    String line = events.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = events.readLine();
    }
    return String.valueOf(line);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
