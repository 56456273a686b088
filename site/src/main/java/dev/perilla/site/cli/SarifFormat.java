package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Findings as SARIF 2.1.0, for code scanning and editors.
///
/// Lines and columns are 1-based, columns in UTF-16 units; `endColumn` is the first column after.
final class SarifFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final JsonGenerator json;
  private final Map<String, Integer> seen = new HashMap<>();

  private SarifFormat(JsonGenerator json) {
    this.json = json;
  }

  /// A log of one run with `findings` in the order given.
  static String text(List<Finding> findings) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new SarifFormat(json).log(findings);
    }
    return Safe.json(text.toString()) + "\n";
  }

  private void log(List<Finding> findings) throws IOException {
    Map<String, Finding.Code> rules = new LinkedHashMap<>();
    findings.forEach(finding -> rules.put(finding.code().id(), finding.code()));
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "perilla");
    json.writeStringProperty("semanticVersion", Main.VERSION);
    json.writeArrayPropertyStart("rules");
    for (Finding.Code code : rules.values()) {
      rule(code);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    json.writeEndObject();
    json.writeEndArray();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("newlineSequences");
    json.writeString("\r\n");
    json.writeString("\n");
    json.writeString("\r");
    json.writeEndArray();
    json.writeArrayPropertyStart("results");
    List<String> order = new ArrayList<>(rules.keySet());
    for (Finding finding : findings) {
      result(finding, order.indexOf(finding.code().id()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rule(Finding.Code code) throws IOException {
    json.writeStartObject();
    json.writeStringProperty("id", code.id());
    json.writeObjectPropertyStart("shortDescription");
    json.writeStringProperty("text", code.title());
    json.writeEndObject();
    Optional<String> page = ExplainCommand.page(code.id());
    if (page.isPresent()) {
      json.writeObjectPropertyStart("help");
      json.writeStringProperty("text", page.get());
      json.writeStringProperty("markdown", page.get());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void result(Finding finding, int rule) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.code().id());
    json.writeNumberProperty("ruleIndex", rule);
    json.writeStringProperty("level", finding.severity().word());
    message(finding.message() + finding.help().map(help -> "\n" + help).orElse(""));
    json.writeArrayPropertyStart("locations");
    location(finding.span(), finding.label());
    json.writeEndArray();
    if (!finding.related().isEmpty()) {
      json.writeArrayPropertyStart("relatedLocations");
      finding.related().forEach(it -> location(it.span(), Optional.of(it.message())));
      json.writeEndArray();
    }
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("perillaFinding/v1", fingerprint(finding));
    json.writeEndObject();
    finding
        .fix()
        .ifPresent(
            fix -> {
              json.writeArrayPropertyStart("fixes");
              json.writeStartObject();
              json.writeArrayPropertyStart("artifactChanges");
              json.writeStartObject();
              artifact(fix.span().file());
              json.writeArrayPropertyStart("replacements");
              json.writeStartObject();
              region("deletedRegion", fix.span());
              json.writeObjectPropertyStart("insertedContent");
              json.writeStringProperty("text", fix.replacement());
              json.writeEndObject();
              json.writeEndObject();
              json.writeEndArray();
              json.writeEndObject();
              json.writeEndArray();
              json.writeEndObject();
              json.writeEndArray();
            });
    json.writeEndObject();
  }

  private void location(Span span, Optional<String> message) {
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    artifact(span.file());
    region("region", span);
    json.writeEndObject();
    message.ifPresent(this::message);
    json.writeEndObject();
  }

  /// A text; `[words](address)` would be a link, and an author's words are none.
  private void message(String text) {
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", text.replace("](", "] ("));
    json.writeEndObject();
  }

  private void artifact(SourceFile file) {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(file.name()));
    json.writeEndObject();
  }

  private void region(String name, Span span) {
    SourceFile file = span.file();
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("startLine", span.line());
    json.writeNumberProperty("startColumn", column(file, span.start()));
    json.writeNumberProperty("endLine", file.line(span.end()));
    json.writeNumberProperty("endColumn", column(file, span.end()));
    json.writeEndObject();
  }

  private static int column(SourceFile file, int offset) {
    return offset - file.lineStart(file.line(offset)) + 1;
  }

  /// A file's name as a URI: relative, or below `file://` where the name begins at a root.
  static String uri(String name) {
    StringBuilder out = new StringBuilder(name.startsWith("/") ? "file://" : "");
    for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return out.toString();
  }

  /// The same for a finding whose line has moved: made of its code, its file, the line's text, what
  /// stands at its place, and how many like it came before.
  private String fingerprint(Finding finding) {
    Span span = finding.span();
    String key =
        String.join(
            "\0",
            finding.code().id(),
            span.file().name(),
            span.file().lineText(span.line()).strip(),
            span.text());
    int before = seen.merge(key, 1, Integer::sum) - 1;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((key + "\0" + before).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
