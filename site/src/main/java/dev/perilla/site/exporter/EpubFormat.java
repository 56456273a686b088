package dev.perilla.site.exporter;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.Languages;
import dev.perilla.renderer.Theme;
import dev.perilla.site.book.Asset;
import dev.perilla.site.book.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The book as EPUB 3: a page a chapter with its drawings and formulas, hints and solutions folded,
/// nothing that needs a script. The same bytes on any machine.
record EpubFormat() implements Format {
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "svg", "image/svg+xml",
          "webp", "image/webp");

  /// What an address may not hold as it is (RFC 3986); browsers encode it by themselves. Brackets
  /// stay around the numbers of a host.
  private static final String PAGED =
      ".g{max-width:100%;height:auto}pre{white-space:pre-wrap;overflow-wrap:anywhere}\n";

  private static final Pattern UNREAD =
      Pattern.compile("[^{}]*(?::has\\([^{}]*\\{|\\{direction:)[^{}]*}");
  private static final Pattern UNFIT =
      Pattern.compile("[ \"<>^`{|}]|%(?![0-9A-Fa-f]{2})|(?<!//)\\[|(?<!//\\[[0-9A-Fa-f:.]{2,45})]");

  @Override
  public String word() {
    return "epub";
  }

  @Override
  public String description() {
    return "one EPUB 3 for readers of e-books";
  }

  @Override
  public Export of(Work work) {
    Book book = work.book().orElseThrow();
    List<Leaf> leaves = Leaf.all(work);
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    put(files, "META-INF/container.xml", container());
    for (Leaf leaf : leaves) {
      put(files, "OEBPS/" + leaf.id() + ".xhtml", page(leaf));
    }
    put(files, "OEBPS/nav.xhtml", nav(book, leaves));
    put(files, "OEBPS/perilla.css", style());
    Map<String, String> pictures = new LinkedHashMap<>();
    for (Asset asset : work.assets()) {
      String type = type(asset.path());
      if (type.isEmpty()) {
        left.add(asset.path() + ", no picture that readers of e-books show");
        continue;
      }
      pictures.put(asset.path(), type);
      try {
        files.put("OEBPS/" + asset.path(), Files.readAllBytes(asset.place().path()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    put(files, "OEBPS/package.opf", opf(book, leaves, pictures, identifier(files)));
    if (leaves.stream().anyMatch(Leaf::asks)) {
      left.add("the judging of answers and the turning of knobs, which need a script");
    }
    return new Export(new TreeMap<>(Map.of("book.epub", zipped(files))), left);
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String type(String path) {
    String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(end, "");
  }

  /// The style of pages without the rules that readers of e-books cannot parse, which are about
  /// navigation, buttons and wide formulas, and those that e-books say in attributes, as the
  /// direction of code; their pages do not scroll.
  private static String style() {
    return UNREAD.matcher(Theme.PLAIN.style().content()).replaceAll("") + PAGED;
  }

  private static UUID identifier(Map<String, byte[]> files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.values().forEach(all::writeBytes);
    return UUID.nameUUIDFromBytes(all.toByteArray());
  }

  private static String page(Leaf leaf) {
    return head(leaf.lang(), leaf.title())
        + "<body>\n<main>\n"
        + leaf.xml(EpubFormat::link)
        + "\n</main>\n</body>\n</html>\n";
  }

  /// A link to the page of a chapter leads to its page in the book.
  private static String link(String href) {
    return href.contains(":")
        ? UNFIT.matcher(href).replaceAll(it -> "%%%02X".formatted((int) it.group().charAt(0)))
        : href.replaceFirst("^([\\w./-]+)\\.html(?=#|$)", "$1.xhtml");
  }

  private static String head(String lang, String title) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%1$s" xml:lang="%1$s">
    <head>
    <title>%2$s</title>
    <link rel="stylesheet" href="perilla.css" />
    </head>
    """
        .formatted(escaped(lang), escaped(title));
  }

  private static String nav(Book book, List<Leaf> leaves) {
    StringBuilder items = new StringBuilder();
    for (Leaf leaf : leaves) {
      items
          .append("<li><a href=\"" + leaf.id() + ".xhtml\">" + escaped(leaf.title()))
          .append("</a></li>\n");
    }
    String title = book.title().value();
    return head(book.lang().value(), title)
        + "<body>\n<nav epub:type=\"toc\">\n<h1>"
        + escaped(title)
        + "</h1>\n<ol>\n"
        + items
        + "</ol>\n</nav>\n</body>\n</html>\n";
  }

  private static String container() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>
    """;
  }

  private static String opf(
      Book book, List<Leaf> leaves, Map<String, String> pictures, UUID identifier) {
    StringBuilder manifest = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    for (Leaf leaf : leaves) {
      List<String> properties = new ArrayList<>();
      if (leaf.has("math")) {
        properties.add("mathml");
      }
      if (leaf.has("svg")) {
        properties.add("svg");
      }
      String also =
          properties.isEmpty() ? "" : " properties=\"" + String.join(" ", properties) + "\"";
      manifest.append(
          "<item id=\"c-%1$s\" href=\"%1$s.xhtml\" media-type=\"application/xhtml+xml\"%2$s/>\n"
              .formatted(leaf.id(), also));
      spine.append("<itemref idref=\"c-" + leaf.id() + "\"/>\n");
    }
    int picture = 0;
    for (Map.Entry<String, String> each : pictures.entrySet()) {
      picture++;
      manifest.append(
          "<item id=\"p-%s\" href=\"%s\" media-type=\"%s\"/>\n"
              .formatted(picture, escaped(each.getKey()), each.getValue()));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%1$s">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:%2$s</dc:identifier>
    <dc:title>%3$s</dc:title>
    <dc:language>%1$s</dc:language>
    %4$s<meta property="dcterms:modified">2020-01-01T00:00:00Z</meta>
    </metadata>
    <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="style" href="perilla.css" media-type="text/css"/>
    %5$s</manifest>
    <spine%7$s>
    %6$s</spine>
    </package>
    """
        .formatted(
            escaped(book.lang().value()),
            identifier,
            escaped(book.title().value()),
            book.summary()
                    .map(Text::value)
                    .map(it -> "<dc:description>" + escaped(it.strip()) + "</dc:description>\n")
                    .orElse("")
                + element("creator", book.author())
                + element("rights", book.licence()),
            manifest,
            spine,
            Languages.isFromTheRight(book.lang().value())
                ? " page-progression-direction=\"rtl\""
                : "");
  }

  private static String element(String name, Optional<Text> text) {
    return text.map(it -> "<dc:%1$s>%2$s</dc:%1$s>\n".formatted(name, escaped(it.value())))
        .orElse("");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;") // XML has no `]]>` in its texts
        .replace("\"", "&quot;");
  }

  /// The archive: its first file says what it is, uncompressed, and no file has a time.
  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
      ZipEntry first = entry("mimetype");
      CRC32 sum = new CRC32();
      sum.update(type);
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
    return entry;
  }
}
