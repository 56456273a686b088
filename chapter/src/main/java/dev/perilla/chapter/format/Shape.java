package dev.perilla.chapter.format;

import java.util.List;
import java.util.Optional;

/// What may stand at a place of a file: the grammar of the format as data. [FormCheck] holds a tree
/// against it, [ChapterSchema] writes it as JSON Schema.
sealed interface Shape {
  /// A text, a number or an expression.
  enum Word implements Shape {
    LINE("one line of text"),
    TEXT("a text"),
    ANYTHING("a text, which may be empty"),
    EXPRESSION("an expression"),
    NUMBER("a number"),
    COUNT("a whole number from 1"),
    WHOLE("a whole number"),
    FLAG("true or false"),
    ID("an id"),
    NAME("a name of the program"),
    LANGUAGE("a language tag"),
    PATTERN("a regular expression"),
    VERSION("the version, 1");

    private final String what;

    Word(String what) {
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  /// One of some words.
  record OneOf(FormatCode code, String what, List<String> words) implements Shape {}

  /// A list.
  ///
  /// @param alone whether a single item may stand for a list of one
  /// @param least how many items it needs
  record Items(Shape item, boolean alone, int least) implements Shape {}

  /// What may wait to be written: nothing, or an empty text, until then.
  record Maybe(Shape shape) implements Shape {}

  /// A mapping whose keys are the author's.
  record Named(Shape.Word key, Shape value) implements Shape {}

  /// A mapping whose keys are known.
  record Keys(String what, List<Field> keys) implements Shape {
    List<String> names() {
      return keys.stream().map(Field::name).toList();
    }

    Optional<Field> key(String name) {
      for (Field key : keys) {
        if (key.name().equals(name)) {
          return Optional.of(key);
        }
      }
      return Optional.empty();
    }
  }

  /// @param doc what it is for, for the schema and the manual
  record Field(String name, boolean required, Shape shape, String doc) {}

  /// A mapping whose keys depend on the word under `by`.
  ///
  /// @param usual the word where none is written; empty where it has to be
  record Kinds(String what, String by, Optional<String> usual, FormatCode code, List<Kind> kinds)
      implements Shape {
    List<String> words() {
      return kinds.stream().map(Kind::word).toList();
    }

    Optional<Kind> kind(String word) {
      for (Kind kind : kinds) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  record Kind(String word, String doc, Keys keys) {}

  /// One of several shapes that differ at first sight: at most one scalar, at most one list, and
  /// mappings that are told apart by their keys.
  record Either(String what, List<Shape> shapes) implements Shape {}

  /// A word alone, or a mapping of the word to what it needs.
  record Views(List<View> views) implements Shape {
    List<String> words() {
      return views.stream().map(View::word).toList();
    }

    Optional<View> view(String word) {
      return views.stream().filter(view -> view.word().equals(word)).findFirst();
    }
  }

  /// @param argument what stands after the word
  /// @param bare whether the word may stand alone
  record View(String word, Optional<Shape> argument, boolean bare, String doc) {}
}
