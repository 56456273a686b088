package dev.perilla.site.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The reference of the format, from the JSON Schemas of a chapter and of a book: a table for each
/// mapping, with a row for each of its keys.
final class SchemaPage {
  private final ManualPage page =
      new ManualPage(
          "format",
          "The format",
          "Every field of a chapter and of a book, from the schema that `perilla schema` prints.");
  private final Map<String, String> written = new LinkedHashMap<>(); // schema -> id of its section
  private final List<Runnable> waiting = new ArrayList<>();

  SchemaPage(JsonNode chapter, JsonNode book) {
    page.prose(
        Optional.empty(),
        Optional.empty(),
        ManualText.words(
            """
            A chapter is a file `ID.chapter.yaml` (or `.yml`, or `.json`, the same model), a book a folder with `book.yaml`. Both are
            UTF-8, without anchors and tags. Unknown keys are errors. A table has a row for each key; what is *required* is marked
            with a star. Where a list is asked for, most fields take a single item as well.
            """));
    section("chapter", "A chapter", "", chapter);
    drain();
    section("book", "A book: `book.yaml`", "", book);
    drain();
  }

  ManualPage page() {
    return page;
  }

  private void drain() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private void section(String id, String heading, String doc, JsonNode keys) {
    StringBuilder text = new StringBuilder(doc.isEmpty() ? "" : doc + "\n\n");
    text.append("| key | value | what it is |\n| --- | --- | --- |\n");
    List<String> required = new ArrayList<>();
    keys.path("required").forEach(it -> required.add(it.asString()));
    for (Map.Entry<String, JsonNode> key : keys.path("properties").properties()) {
      String star = required.contains(key.getKey()) ? " \\*" : "";
      text.append("| `").append(key.getKey()).append('`').append(star).append(" | ");
      text.append(cell(value(key.getValue(), id + "-" + key.getKey().replaceAll("\\W", ""))));
      text.append(" | ");
      text.append(ManualText.cell(key.getValue().path("description").asString("")));
      text.append(" |\n");
    }
    page.prose(Optional.of(id), Optional.of(heading), text.toString());
  }

  private static String cell(String markdown) {
    return ManualText.words(markdown.replace("\n", " "));
  }

  /// What may stand there, in words; mappings become sections of their own.
  private String value(JsonNode schema, String id) {
    if (schema.has("anyOf")) {
      List<String> ways = new ArrayList<>();
      for (JsonNode way : schema.get("anyOf")) {
        String words = value(way, id);
        if (!ways.contains(words)) {
          ways.add(words);
        }
      }
      boolean isOneOrMore =
          ways.size() == 2 && ways.getFirst().endsWith(", each " + ways.getLast());
      return isOneOrMore && ways.getLast().contains("; or ")
          ? ways.getFirst() + "; or one of these alone"
          : oneOf(ways);
    }
    if (schema.has("allOf")) {
      return kinds(schema, id);
    }
    if (schema.has("enum") && !schema.has("title")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(it -> words.add("`" + it.asString() + "`"));
      return String.join(", ", words);
    }
    if (schema.has("const")) {
      return "`" + schema.get("const").asString() + "`";
    }
    if (schema.path("type").asString("").equals("array")) {
      int least = schema.path("minItems").asInt(0);
      return "a list"
          + (least > 1 ? " of " + least + " or more" : "")
          + ", each "
          + value(schema.get("items"), id);
    }
    if (schema.has("properties")) {
      return mapping(schema, id);
    }
    if (schema.path("additionalProperties").isObject()) {
      return "names, each with " + value(schema.get("additionalProperties"), id);
    }
    return schema.path("title").asString("a mapping");
  }

  /// A mapping with known keys; one with a single key is said at once.
  private String mapping(JsonNode schema, String id) {
    String title = schema.path("title").asString("");
    if (title.isEmpty() && schema.get("properties").size() == 1) {
      Map.Entry<String, JsonNode> only = schema.get("properties").properties().iterator().next();
      return "`" + only.getKey() + ":` " + value(only.getValue(), id + "-" + only.getKey());
    }
    String there = written.get(schema.toString());
    if (there == null) {
      there = free(id);
      written.put(schema.toString(), there);
      String section = there;
      String heading = title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
      String doc = ManualText.words("In `" + id.replace('-', '.') + "`.");
      waiting.add(() -> section(section, heading, doc, schema));
    }
    return "mapping [" + title + "](#" + there + ")";
  }

  private String kinds(JsonNode schema, String id) {
    String by = schema.get("properties").properties().iterator().next().getKey();
    List<String> links = new ArrayList<>();
    for (JsonNode branch : schema.get("allOf")) {
      String word = branch.get("if").get("properties").get(by).get("const").asString();
      JsonNode then = branch.get("then");
      String there = written.get(then.toString());
      if (there == null) {
        there = free(id + "-" + word);
        written.put(then.toString(), there);
        String section = there;
        String heading = "`" + by + ": " + word + "`";
        waiting.add(() -> section(section, heading, then.path("description").asString(""), then));
      }
      links.add("[" + word + "](#" + there + ")");
    }
    return "by `" + by + "`: " + String.join(", ", links);
  }

  private String free(String id) {
    String free = id;
    for (int i = 2; written.containsValue(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  private static String oneOf(List<String> ways) {
    return String.join("; or ", ways);
  }
}
