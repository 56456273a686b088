package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Layout.Pairs;
import dev.perilla.chapter.format.Shape.Either;
import dev.perilla.chapter.format.Shape.Field;
import dev.perilla.chapter.format.Shape.Keys;
import dev.perilla.chapter.format.Shape.Kind;
import dev.perilla.chapter.format.Shape.Kinds;
import dev.perilla.chapter.format.Shape.Named;
import dev.perilla.chapter.format.Shape.OneOf;
import dev.perilla.chapter.format.Shape.View;
import dev.perilla.chapter.format.Shape.Views;
import dev.perilla.chapter.format.Shape.Word;
import java.util.List;

/// The JSON Schema (draft-07) of chapters and books, made from the tables that the reader checks
/// against: a key cannot be in one and not in the other.
public final class ChapterSchema {
  private ChapterSchema() {}

  /// The schema of a chapter, as JSON text.
  public static String chapter() {
    return JsonOutput.write(root("A chapter of perilla", ChapterForm.CHAPTER));
  }

  /// The schema of `book.yaml`, as JSON text.
  public static String book() {
    return JsonOutput.write(root("A book of perilla", ChapterForm.BOOK));
  }

  /// The schema of a translation, as JSON text.
  public static String translation() {
    return JsonOutput.write(root("A translation of a chapter", ChapterForm.TRANSLATION));
  }

  private static Layout root(String title, Keys keys) {
    Layout.Writing out =
        new Layout.Writing()
            .put("$schema", text("http://json-schema.org/draft-07/schema#"))
            .put("title", text(title));
    ((Pairs) keys(keys)).pairs().forEach(pair -> out.put(pair.key(), pair.value()));
    return out.build(false);
  }

  private static Layout schema(Shape shape) {
    return switch (shape) {
      case Word word -> titled(word.what(), word(word));
      case OneOf words -> type("string").putItems("enum", texts(words.words()), true).build(false);
      case Shape.Items items -> items(items);
      case Shape.Maybe maybe -> anyOf(List.of(schema(maybe.shape()), NOTHING));
      case Named named -> named(named);
      case Keys keys -> titled(keys.what(), keys(keys));
      case Kinds kinds -> kinds(kinds);
      case Either either -> anyOf(either.shapes().stream().map(ChapterSchema::schema).toList());
      case Views views -> anyOf(views.views().stream().map(ChapterSchema::view).toList());
    };
  }

  /// An empty text, or no value at all.
  private static final Layout NOTHING =
      types("string", "null").put("pattern", text("^\\s*$")).build(false);

  private static Layout word(Word word) {
    return switch (word) {
      case LINE, TEXT, PATTERN ->
          types("string", "number", "boolean").put("pattern", text("\\S")).build(false);
      case ANYTHING -> types("string", "number", "boolean", "null").build(false);
      case EXPRESSION ->
          types("string", "number", "boolean").put("pattern", text("\\S")).build(false);
      case NUMBER ->
          types("number", "string").put("pattern", text(Words.NUMBER_PATTERN)).build(false);
      case WHOLE ->
          types("integer", "string").put("pattern", text(Words.WHOLE_PATTERN)).build(false);
      case COUNT ->
          types("integer", "string")
              .put("minimum", number("1"))
              .put("pattern", text("^\\+?[1-9](_?[0-9])*$"))
              .build(false);
      case FLAG -> type("boolean").build(false);
      case ID -> types("string", "integer").put("pattern", text("^" + Words.ID + "$")).build(false);
      case NAME -> type("string").build(false);
      case LANGUAGE ->
          types("string", "boolean").put("pattern", text("^" + Words.LANGUAGE + "$")).build(false);
      case VERSION ->
          new Layout.Writing()
              .put("enum", new Layout.Items(List.of(number("1"), text("1")), true))
              .build(false);
    };
  }

  private static Layout items(Shape.Items items) {
    Layout item = schema(items.item());
    Layout list =
        type("array")
            .put("items", item)
            .put("minItems", number(String.valueOf(items.least())))
            .build(false);
    return items.alone() ? anyOf(List.of(list, item)) : list;
  }

  private static Layout named(Named named) {
    Layout.Writing out = type("object").put("additionalProperties", schema(named.value()));
    switch (named.key()) {
      case NAME -> out.put("propertyNames", pattern("^" + Words.NAME + "$"));
      case ID -> out.put("propertyNames", pattern("^" + Words.ID + "$"));
      case LINE,
          TEXT,
          ANYTHING,
          EXPRESSION,
          NUMBER,
          COUNT,
          WHOLE,
          FLAG,
          LANGUAGE,
          PATTERN,
          VERSION -> {}
    }
    return out.put("minProperties", number("1")).build(false);
  }

  private static Layout pattern(String pattern) {
    return new Layout.Writing().put("pattern", text(pattern)).build(false);
  }

  private static Layout keys(Keys keys) {
    Layout.Writing properties = new Layout.Writing();
    for (Field field : keys.keys()) {
      properties.put(field.name(), described(field.doc(), schema(field.shape())));
    }
    return type("object")
        .put("properties", properties.build(false))
        .putItems(
            "required",
            texts(keys.keys().stream().filter(Field::required).map(Field::name).toList()),
            true)
        .put("additionalProperties", new Layout.Word("false", false))
        .build(false);
  }

  private static Layout described(String doc, Layout schema) {
    return with("description", doc, schema);
  }

  /// What is wanted there, for those who read the schema: editors, the manual.
  private static Layout titled(String what, Layout schema) {
    return with("title", what, schema);
  }

  private static Layout with(String key, String value, Layout schema) {
    Layout.Writing out = new Layout.Writing().put(key, text(value));
    ((Pairs) schema).pairs().forEach(pair -> out.put(pair.key(), pair.value()));
    return out.build(false);
  }

  /// One branch per word, chosen by `if` so that a fault is reported in its own branch alone.
  private static Layout kinds(Kinds kinds) {
    List<Layout> branches = kinds.kinds().stream().map(kind -> branch(kinds, kind)).toList();
    Layout.Writing out = type("object");
    if (kinds.usual().isEmpty()) {
      out.putItems("required", texts(List.of(kinds.by())), true);
    }
    Layout words = type("string").putItems("enum", texts(kinds.words()), true).build(false);
    return out.put("properties", new Layout.Writing().put(kinds.by(), words).build(false))
        .putItems("allOf", branches, false)
        .build(false);
  }

  private static Layout branch(Kinds kinds, Kind kind) {
    Layout constant = new Layout.Writing().put("const", text(kind.word())).build(false);
    Layout.Writing chosen =
        new Layout.Writing()
            .put("properties", new Layout.Writing().put(kinds.by(), constant).build(false));
    boolean usual = kinds.usual().filter(kind.word()::equals).isPresent();
    if (!usual) {
      chosen.putItems("required", texts(List.of(kinds.by())), true);
    }
    return new Layout.Writing()
        .put("if", chosen.build(false))
        .put("then", described(kind.doc(), schema(kind.keys())))
        .build(false);
  }

  private static Layout view(View view) {
    Layout word =
        new Layout.Writing()
            .put("description", text(view.doc()))
            .put("const", text(view.word()))
            .build(false);
    if (view.argument().isEmpty()) {
      return word;
    }
    Layout argument = described(view.doc(), schema(view.argument().get()));
    Layout with =
        type("object")
            .put("properties", new Layout.Writing().put(view.word(), argument).build(false))
            .putItems("required", texts(List.of(view.word())), true)
            .put("additionalProperties", new Layout.Word("false", false))
            .build(false);
    return view.bare() ? anyOf(List.of(word, with)) : with;
  }

  private static Layout anyOf(List<Layout> shapes) {
    return new Layout.Writing().putItems("anyOf", shapes, false).build(false);
  }

  private static Layout.Writing type(String type) {
    return new Layout.Writing().put("type", text(type));
  }

  private static Layout.Writing types(String... types) {
    return new Layout.Writing().putItems("type", texts(List.of(types)), true);
  }

  private static Layout number(String digits) {
    return new Layout.Word(digits, false);
  }

  private static Layout text(String value) {
    return new Layout.Word(value, true);
  }

  private static List<Layout> texts(List<String> values) {
    return values.stream().map(ChapterSchema::text).toList();
  }
}
