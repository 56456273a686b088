package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Findings for programs: one JSON array, an object a finding.
///
/// Lines and columns are 1-based, columns in code points; `end` is the first place after.
final class FindingJson {
  private FindingJson() {}

  /// `findings` in the order given, one a line.
  static String text(List<Finding> findings) {
    StringBuilder out = new StringBuilder("[");
    for (Finding finding : findings) {
      out.append(out.length() == 1 ? "\n" : ",\n").append(object(finding));
    }
    return Safe.json(out.append(findings.isEmpty() ? "]\n" : "\n]\n").toString());
  }

  private static String object(Finding finding) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("code", finding.code().id());
      json.writeStringProperty("title", finding.code().title());
      json.writeStringProperty("severity", finding.severity().word());
      place(json, finding.span());
      json.writeStringProperty("message", finding.message());
      finding.label().ifPresent(label -> json.writeStringProperty("label", label));
      finding.help().ifPresent(help -> json.writeStringProperty("help", help));
      if (!finding.related().isEmpty()) {
        json.writeArrayPropertyStart("related");
        for (Finding.Related related : finding.related()) {
          json.writeStartObject();
          place(json, related.span());
          json.writeStringProperty("message", related.message());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      finding
          .fix()
          .ifPresent(
              fix -> {
                json.writeObjectPropertyStart("fix");
                place(json, fix.span());
                json.writeStringProperty("replacement", fix.replacement());
                json.writeEndObject();
              });
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void place(JsonGenerator json, Span span) {
    json.writeStringProperty("file", span.file().name());
    json.writeNumberProperty("line", span.line());
    json.writeNumberProperty("column", span.column());
    json.writeNumberProperty("endLine", span.file().line(span.end()));
    json.writeNumberProperty("endColumn", span.file().column(span.end()));
  }
}
