package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an editor gives without any plugin of ours: the YAML language server of the common editors
/// reads the schema that a chapter of `perilla new` names in its first line, and completes,
/// explains and checks each field by it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorTest {
  private static final String SERVER = "yaml-language-server@1.25.0";
  private static final Path WHOLE =
      Path.of("../chapter/src/test/resources/dev/perilla/chapter/format/whole.chapter.yaml");
  private static final JsonMapper JSON = new JsonMapper();

  /// A key at the beginning of a line, or after a dash, a brace or a comma.
  private static final Pattern KEY = Pattern.compile("(?<=^ {0,40}|- |\\{|, )([a-z_]+)(?=: |:$)");

  @TempDir static Path folder;
  private Process server;
  private InputStream in;
  private OutputStream out;
  private int requests;
  private int version;
  private Path chapter;
  private final List<String> whole = new ArrayList<>();

  @BeforeAll
  void start() throws Exception {
    Path installed = install();
    new Capture(folder).run("new", "book");
    chapter = folder.resolve("book/whole.chapter.yaml");
    whole.addAll(Files.readAllLines(WHOLE));
    whole.set(0, Files.readAllLines(folder.resolve("book/two-knobs.chapter.yaml")).getFirst());
    server =
        new ProcessBuilder("node", installed.toString(), "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    in = new BufferedInputStream(server.getInputStream());
    out = server.getOutputStream();
    Map<String, Object> text =
        Map.of(
            "completion", Map.of("completionItem", Map.of("snippetSupport", false)),
            "publishDiagnostics", Map.of());
    ask(
        "initialize",
        Map.of(
            "processId", ProcessHandle.current().pid(),
            "rootUri", folder.resolve("book").toUri().toString(),
            "capabilities", Map.of("textDocument", text)));
    tell("initialized", Map.of());
    Map<String, Object> file =
        Map.of("uri", uri(), "languageId", "yaml", "version", 0, "text", text(whole));
    tell("textDocument/didOpen", Map.of("textDocument", file));
  }

  /// Installs the server by npm; `.ci/run` installs npm, so that there it runs.
  private static Path install() throws Exception {
    Path modules = Files.createDirectories(Path.of("target/editor"));
    Path entry = modules.resolve("node_modules/yaml-language-server/bin/yaml-language-server");
    if (!Files.exists(entry)) {
      try {
        new ProcessBuilder(
                "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", ".", SERVER)
            .directory(modules.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException missing) {
        // .ci/run installs npm, so that there it runs.
        assumeTrue(false, "skipped: there is no npm");
      }
    }
    assumeTrue(Files.exists(entry), "skipped: npm could not install " + SERVER);
    return entry.toAbsolutePath();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.destroy();
    }
  }

  private record Place(int line, int column, String key) {}

  private List<Place> keys() {
    List<Place> places = new ArrayList<>();
    for (int i = 1; i < whole.size(); i++) {
      Matcher matcher = KEY.matcher(whole.get(i));
      while (matcher.find() && !whole.get(i).contains("int main")) {
        places.add(new Place(i, matcher.start(1), matcher.group(1)));
      }
    }
    return places;
  }

  @Test
  void theSampleHasEveryFieldAndNothingIsWrongWithIt() throws Exception {
    Set<String> fields = new TreeSet<>();
    fields(
        JSON.readTree(Files.readString(folder.resolve("book/.perilla/chapter.schema.json"))),
        fields);
    Set<String> sampled = new TreeSet<>();
    keys().forEach(place -> sampled.add(place.key()));
    fields.remove("$schema"); // of chapters in JSON
    assertThat(sampled).containsAll(fields);
    assertThat(diagnostics(whole)).isEmpty();
  }

  @Test
  void everyFieldIsExplained() throws Exception {
    for (Place place : keys()) {
      JsonNode hover = ask("textDocument/hover", at(place.line(), place.column() + 1));
      assertThat(hover.at("/contents/value").asString())
          .as("line %s: %s", place.line() + 1, place.key())
          .isNotBlank();
    }
  }

  /// Each key once with a letter more: the server says so at that line.
  @Test
  void aMistypedFieldIsAnError() throws Exception {
    Set<String> tried = new LinkedHashSet<>();
    for (Place place : keys()) {
      boolean isName = OPEN.contains(enclosing(place));
      if (isName || !tried.add(enclosing(place) + " " + place.key())) {
        continue; // a name of the author's, or tried at another place
      }
      assertThat(diagnostics(with(place, place.key() + "x")))
          .as("line %s: %sx", place.line() + 1, place.key())
          .anySatisfy(
              it -> assertThat(Integer.parseInt(it.split(" ", -1)[0])).isEqualTo(place.line()));
    }
    assertThat(tried).hasSizeGreaterThan(80);
  }

  /// Each key that begins a line is offered where it is not there yet.
  @Test
  void fieldsAreCompleted() throws Exception {
    Set<String> offered = new TreeSet<>();
    for (Place place : keys()) {
      String line = whole.get(place.line());
      boolean begins = line.substring(0, place.column()).isBlank();
      if (!begins || OPEN.contains(enclosing(place))) {
        continue;
      }
      List<String> lines = new ArrayList<>(with(place, "zz"));
      lines.add(place.line(), " ".repeat(place.column()));
      change(lines);
      JsonNode items = ask("textDocument/completion", at(place.line(), place.column()));
      Set<String> labels = new TreeSet<>();
      items.path("items").forEach(item -> labels.add(item.path("label").asString()));
      assertThat(labels).as("line %s of the sample", place.line() + 1).contains(place.key());
      offered.add(place.key());
    }
    assertThat(offered)
        .contains("blocks", "title", "given", "show", "questions", "mistakes", "say");
    change(whole);
  }

  /// Where keys are names of the author's.
  private static final Set<String> OPEN =
      Set.of("given", "data", "sources", "expect", "nudge", "over", "domain", "table", "y");

  /// The key in whose value a key stands: of the line itself, or of a line above with less indent.
  private String enclosing(Place place) {
    String before = whole.get(place.line()).substring(0, place.column());
    int depth = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      depth += before.charAt(i) == '}' ? 1 : before.charAt(i) == '{' ? -1 : 0;
      if (depth < 0) {
        Matcher matcher =
            Pattern.compile("([a-z_.]+): (\\[[^]]*)?$").matcher(before.substring(0, i));
        return matcher.find() ? matcher.group(1) : "";
      }
    }
    int indent =
        before.replace('-', ' ').length() - before.replace('-', ' ').stripLeading().length();
    for (int line = place.line() - 1; line > 0; line--) {
      String above = whole.get(line).replaceFirst("^( *)- ", "$1  ");
      int its = above.length() - above.stripLeading().length();
      if (!above.isBlank() && its < Math.min(indent, place.column())) {
        return above.strip().replaceFirst(":.*", "");
      }
    }
    return "";
  }

  private List<String> with(Place place, String key) {
    List<String> lines = new ArrayList<>(whole);
    String line = lines.get(place.line());
    String rest = line.substring(place.column() + place.key().length());
    lines.set(place.line(), line.substring(0, place.column()) + key + rest);
    return lines;
  }

  private static void fields(JsonNode schema, Set<String> into) {
    if (schema.path("properties").isObject()) {
      schema.path("properties").propertyNames().forEach(into::add);
    }
    schema.forEach(inner -> fields(inner, into));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private String uri() {
    return chapter.toUri().toString();
  }

  private Map<String, Object> at(int line, int column) {
    return Map.of(
        "textDocument", Map.of("uri", uri()),
        "position", Map.of("line", line, "character", column));
  }

  private void change(List<String> lines) throws IOException {
    version++;
    tell(
        "textDocument/didChange",
        Map.of(
            "textDocument", Map.of("uri", uri(), "version", version),
            "contentChanges", List.of(Map.of("text", text(lines)))));
  }

  /// What the server finds wrong: a line and a message each.
  private List<String> diagnostics(List<String> lines) throws Exception {
    change(lines);
    while (true) {
      JsonNode message = read();
      if (message.path("method").asString("").equals("textDocument/publishDiagnostics")) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : message.at("/params/diagnostics")) {
          found.add(one.at("/range/start/line").asInt() + " " + one.path("message").asString());
        }
        return found;
      }
    }
  }

  // ---- the protocol

  private JsonNode ask(String method, Map<String, Object> params) throws IOException {
    int id = ++requests;
    send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
    while (true) {
      JsonNode message = read();
      if (message.path("id").asInt(-1) == id && !message.has("method")) {
        return message.path("result");
      }
    }
  }

  private void tell(String method, Map<String, Object> params) throws IOException {
    send(Map.of("jsonrpc", "2.0", "method", method, "params", params));
  }

  private void send(Map<String, Object> message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  /// The next message; what the server asks is answered with nothing, as by a plain editor.
  private JsonNode read() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    JsonNode message = JSON.readTree(in.readNBytes(length));
    if (message.has("method") && message.has("id")) {
      Map<String, Object> answer = new java.util.HashMap<>();
      answer.put("jsonrpc", "2.0");
      answer.put("id", message.path("id").asInt());
      boolean isList = message.path("method").asString().equals("workspace/configuration");
      answer.put(
          "result", isList ? List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()) : null);
      send(answer);
    }
    return message;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server ended");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
