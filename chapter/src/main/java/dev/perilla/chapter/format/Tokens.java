package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tokens of a file, one after the other: the same for YAML and JSON, so that [TreeReader]
/// reads both. What is said of the current token holds until the next one is asked for.
sealed interface Tokens permits YamlTokens, JsonTokens {

  /// What a token is. The key of an entry comes in front of its value.
  enum Kind {
    MAPPING,
    MAPPING_END,
    SEQUENCE,
    SEQUENCE_END,
    KEY,
    SCALAR
  }

  /// What YAML may put in front of a value or key, or in its place, and no file here has.
  enum Property {
    NONE,
    ANCHOR,
    TAG,
    ALIAS
  }

  /// The next token, null at the end of the file.
  ///
  /// @throws Unreadable where the file is not of the notation; nothing can be read after that
  @Nullable Kind next() throws Unreadable;

  /// Where the current token starts, a 0-based offset into the text, and so the end.
  int start();

  /// Just behind the current token. White space may stand in front of it.
  int end();

  /// What a key or a scalar says, its escapes and folds resolved.
  String value() throws Unreadable;

  /// Whether a scalar is a text beyond doubt: quoted, or a literal or folded block.
  boolean quoted();

  /// Whether a scalar is a literal or folded block, whose last line ends belong to it.
  boolean block();

  Property property();

  /// Why nothing more can be read.
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Finding> finding;

    Unreadable(Finding finding) {
      super(finding.message(), null, false, false);
      this.finding = Optional.of(finding);
    }

    Finding finding() {
      return finding.orElseThrow();
    }
  }
}
