package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Layout.Items;
import dev.perilla.chapter.format.Layout.Pair;
import dev.perilla.chapter.format.Layout.Pairs;
import dev.perilla.chapter.format.Layout.Word;
import java.io.StringWriter;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON, indented by two blanks. A number is a number where JSON can write its digits, else a
/// string: `20_000` stays as its author wrote it.
final class JsonOutput {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private JsonOutput() {}

  static String write(Layout layout) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), out)) {
      node(json, layout);
    }
    return out.append('\n').toString();
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(lines)
          .withArrayIndenter(lines);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  /// Recursion is bounded by the depth of the model.
  private static void node(JsonGenerator json, Layout layout) {
    switch (layout) {
      case Word word -> word(json, word);
      case Pairs pairs -> {
        json.writeStartObject();
        for (Pair pair : pairs.pairs()) {
          json.writeName(pair.key());
          node(json, pair.value());
        }
        json.writeEndObject();
      }
      case Items items -> {
        json.writeStartArray();
        for (Layout item : items.items()) {
          node(json, item);
        }
        json.writeEndArray();
      }
    }
  }

  private static void word(JsonGenerator json, Word word) {
    String value = word.value();
    if (word.text() || value.length() > 400) {
      json.writeString(value);
    } else if (value.equals("true") || value.equals("false")) {
      json.writeBoolean(value.equals("true"));
    } else if (NUMBER.matcher(value).matches()) {
      json.writeNumber(value);
    } else {
      json.writeString(value);
    }
  }
}
