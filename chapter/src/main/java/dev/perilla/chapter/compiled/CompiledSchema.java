package dev.perilla.chapter.compiled;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas (draft-07) of what [CompiledJson] and [LedgerJson] write, read off the records
/// themselves: a component cannot be in one and not in the other.
///
/// A list may be left out where it has no items, an optional where it is absent; every other
/// component is required, and nothing else may stand there.
public final class CompiledSchema {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(new Lines(CompiledJson.DEPTH))
          .build();

  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private CompiledSchema() {}

  /// The schema of a compiled chapter, as JSON text. Ends in a line end.
  public static String compiled() {
    return of(CompiledChapter.class, "A chapter of perilla after execution");
  }

  /// The schema of `claims.json`, as JSON text. Ends in a line end.
  public static String claims() {
    return of(LedgerJson.Claims.class, "The numbers and claims of a chapter of perilla");
  }

  private static String of(Class<?> root, String title) {
    CompiledSchema schema = new CompiledSchema();
    ObjectNode out = JSON.createObjectNode();
    out.put("$schema", "http://json-schema.org/draft-07/schema#").put("title", title);
    out.setAll(schema.object(root, Optional.empty()));
    ObjectNode definitions = out.putObject("definitions");
    schema.definitions.forEach(definitions::set);
    return JSON.writeValueAsString(out) + "\n";
  }

  /// @param kind the word that says which of a sealed type it is
  private ObjectNode object(Class<?> type, Optional<String> kind) {
    ObjectNode out = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = JSON.createObjectNode();
    ArrayNode required = JSON.createArrayNode();
    kind.ifPresent(
        word -> {
          properties.putObject("kind").put("const", word);
          required.add("kind");
        });
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), value(component.getGenericType()));
      if (component.getType() != Optional.class && component.getType() != List.class) {
        required.add(component.getName());
      }
    }
    out.set("properties", properties);
    out.set("required", required);
    return out.put("additionalProperties", false);
  }

  private ObjectNode value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      ObjectNode last = value(of[of.length - 1]);
      if (generic.getRawType() == Optional.class) {
        return last;
      }
      ObjectNode out = JSON.createObjectNode();
      if (generic.getRawType() == List.class) {
        out.put("type", "array").set("items", last);
        return out;
      }
      out.put("type", "object").set("propertyNames", value(of[0]));
      out.set("additionalProperties", last);
      return out;
    }
    Class<?> plain = (Class<?>) type;
    ObjectNode out = JSON.createObjectNode();
    if (plain == String.class) {
      return out.put("type", "string");
    } else if (plain == boolean.class || plain == Boolean.class) {
      return out.put("type", "boolean");
    } else if (plain == int.class || plain == Integer.class) {
      return out.put("type", "integer");
    } else if (plain == double.class || plain == Double.class) {
      return out.put("type", "number");
    } else if (plain.isEnum()) {
      ArrayNode words = out.putArray("enum");
      Arrays.stream(plain.getEnumConstants())
          .forEach(word -> words.add(((Enum<?>) word).name().toLowerCase(Locale.ROOT)));
      return out;
    }
    define(plain);
    return out.put("$ref", "#/definitions/" + name(plain));
  }

  private void define(Class<?> type) {
    String name = name(type);
    if (definitions.containsKey(name)) {
      return;
    }
    ObjectNode out = JSON.createObjectNode();
    definitions.put(name, out); // before its parts, which may be of its own kind
    if (!type.isSealed()) {
      out.setAll(object(type, kind(type)));
      return;
    }
    out.put("type", "object").putArray("required").add("kind");
    ArrayNode words = JSON.createArrayNode();
    ArrayNode kinds = JSON.createArrayNode();
    for (Class<?> one : type.getPermittedSubclasses()) {
      // not oneOf: a validator would go down all of them, and down again from each
      words.add(one.getSimpleName());
      ObjectNode kind = kinds.addObject();
      kind.putObject("if")
          .putObject("properties")
          .putObject("kind")
          .put("const", one.getSimpleName());
      kind.set("then", value(one));
    }
    out.putObject("properties").putObject("kind").set("enum", words);
    out.set("allOf", kinds);
  }

  private static Optional<String> kind(Class<?> type) {
    boolean isOfSealed = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    return isOfSealed ? Optional.of(type.getSimpleName()) : Optional.empty();
  }

  /// `Plot.Series` of `View.Plot.Series`, without the package.
  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
