package dev.perilla.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perilla.chapter.compiled.CompiledSchema;
import dev.perilla.renderer.Theme;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Workshop;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import dev.perilla.site.publish.Blob;
import dev.perilla.site.publish.SiteFiles;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/// Our own first book, from its folder to the files of its site.
class SiteTest {
  @TempDir Path cache;

  private static final Path BOOK = Path.of("books", "micrograd").toAbsolutePath();

  @Test
  void hasNoFindings() throws IOException {
    assertThat(work(2).findings()).isEmpty();
  }

  @Test
  void hasAPageWithMarkdownAndDataForEachChapter() throws IOException {
    Work work = work(2);
    SortedMap<String, Blob> files = files(2);
    List<String> wanted =
        new ArrayList<>(
            List.of(
                "404.html",
                "knobs.css",
                "knobs.js",
                "index.html",
                "perilla.css",
                "perilla.js",
                "perilla.json",
                "search.js",
                "markdown/README.md",
                "en/index.html",
                "en/search.js",
                "markdown/en/README.md"));
    for (String script : List.of(Theme.ENGINE, Theme.CORE)) {
      if (SiteFiles.class.getResource("/dev/perilla/engine/browser/" + script) != null) {
        wanted.add(script); // where the build has made it
      }
    }
    for (var chapter : work.chapters()) {
      for (String language : List.of("", "en/")) {
        wanted.add(language + chapter.id() + ".html");
        wanted.add(language + "data/" + chapter.id() + ".json");
        wanted.add(language + "data/" + chapter.id() + ".claims.json");
        if (!chapter.ledger().entries().isEmpty()) {
          wanted.add(language + "data/" + chapter.id() + ".html");
        }
        wanted.add("markdown/" + language + chapter.id() + ".md");
      }
    }
    assertThat(files.keySet())
        .map(path -> path.replaceFirst("[.][0-9a-f]{8}(?=[.])", "")) // the hash of its content
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(work.chapters()).isNotEmpty();
  }

  /// As `perilla schema compiled` and `perilla schema claims` say it.
  @Test
  void theDataAreAsTheirSchemasSay() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    Schema compiled = registry.getSchema(CompiledSchema.compiled());
    Schema claims = registry.getSchema(CompiledSchema.claims());
    SortedMap<String, Blob> files = files(2);
    for (String path : files.keySet()) {
      if (path.startsWith("data/") && path.endsWith(".json")) {
        Schema schema = path.endsWith(".claims.json") ? claims : compiled;
        assertThat(schema.validate(text(files, path), InputFormat.JSON)).as(path).isEmpty();
      }
    }
  }

  @Test
  void isTheSameForAnyNumberOfThreads() throws IOException {
    Map<String, Blob> one = files(1);
    Map<String, Blob> many = files(8);
    assertThat(many.keySet()).isEqualTo(one.keySet());
    for (String path : one.keySet()) {
      assertThat(text(many, path)).as(path).isEqualTo(text(one, path));
    }
  }

  /// Every page is well-formed, and what it links to within the site is there.
  @Test
  void everyLinkLeadsSomewhere() throws Exception {
    SortedMap<String, Blob> files = files(2);
    Pattern address = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    for (String path : files.keySet()) {
      if (!path.endsWith(".html")) {
        continue;
      }
      String page = text(files, path);
      wellFormed(path, page);
      Matcher matcher = address.matcher(page);
      while (matcher.find()) {
        String to = matcher.group(1);
        if (to.matches("[a-z]+:.*")) {
          continue;
        }
        int hash = to.indexOf('#');
        String file = hash < 0 ? to : to.substring(0, hash);
        String anchor = hash < 0 ? "" : to.substring(hash + 1);
        String target = file.isEmpty() ? path : URI.create("/" + path).resolve(file).getPath();
        target = target.replaceFirst("^/", "");
        target = target.isEmpty() ? "index.html" : target; // the page for lost addresses
        assertThat(files.keySet()).as("%s links to %s", path, to).contains(target);
        if (!anchor.isEmpty()) {
          assertThat(text(files, target))
              .as("%s links to %s", path, to)
              .contains("id=\"" + anchor + "\"");
        }
      }
    }
  }

  private static void wellFormed(String path, String page) throws Exception {
    var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var builder = factory.newDocumentBuilder();
    InputSource source = new InputSource(new StringReader(page));
    source.setSystemId(path);
    builder.parse(source);
  }

  private static String text(Map<String, Blob> files, String path) throws IOException {
    Blob blob = requireNonNull(files.get(path), path);
    return new String(blob.bytes(), StandardCharsets.UTF_8);
  }

  private SortedMap<String, Blob> files(int threads) throws IOException {
    return SiteBuild.of(BOOK, BOOK, Cache.in(cache), SiteBuild.Form.all(), threads).files();
  }

  private static Work work(int threads) throws IOException {
    return new Workshop(BOOK, threads).book(BOOK);
  }
}
