package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// A value of a file with its place, the same for YAML and JSON.
sealed interface Node {
  Span span();

  /// @param whole false where the file breaks off inside it, so that nothing can be said of what it
  ///   lacks
  record Mapping(Span span, List<Entry> entries, boolean whole) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().value().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /// The value under `key`.
    Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    /// Where to say that something is missing: its first key.
    Span head() {
      return entries.isEmpty() ? span : entries.getFirst().key().span();
    }
  }

  /// Keys of a mapping are unique.
  record Entry(Text key, Node value) {}

  record Sequence(Span span, List<Node> items, boolean whole) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// @param quoted whether it is a string beyond doubt: quoted, or a block scalar
  record Scalar(Text text, boolean quoted) implements Node {
    @Override
    public Span span() {
      return text.span();
    }

    String value() {
      return text.value();
    }

    /// YAML's and JSON's words for no value.
    boolean isNull() {
      return !quoted
          && switch (text.value()) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }
  }

  /// Something that was refused, with its finding given: whoever meets it says no more about it.
  record Refused(Span span) implements Node {}
}
