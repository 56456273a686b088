package dev.perilla.chapter.format;

import dev.perilla.chapter.source.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The tokens of a JSON file (RFC 8259), by Jackson's streaming parser.
final class JsonTokens implements Tokens {
  /// The size of the file and the reader's own depth bound all that the parser's limits do.
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(2 * TreeReader.DEPTH)
          .maxNumberLength(Decoding.LIMIT)
          .maxNameLength(Decoding.LIMIT)
          .build();

  private final SourceFile file;
  private final Offsets offsets;
  private final JsonParser parser;

  JsonTokens(SourceFile file, String text) {
    this.file = file;
    this.offsets = Offsets.units(file.text());
    this.parser =
        JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .build()
            .createParser(ObjectReadContext.empty(), text);
  }

  @Override
  public @Nullable Kind next() throws Unreadable {
    try {
      JsonToken token = parser.nextToken();
      return token == null ? null : kind(token);
    } catch (JacksonException unreadable) {
      throw new Unreadable(JsonSyntax.finding(file, offsets, unreadable));
    }
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Kind.MAPPING;
      case END_OBJECT -> Kind.MAPPING_END;
      case START_ARRAY -> Kind.SEQUENCE;
      case END_ARRAY -> Kind.SEQUENCE_END;
      case PROPERTY_NAME -> Kind.KEY;
      default -> Kind.SCALAR;
    };
  }

  @Override
  public int start() {
    return offsets.of(parser.currentTokenLocation());
  }

  @Override
  public int end() {
    return offsets.of(parser.currentLocation());
  }

  @Override
  public String value() throws Unreadable {
    try {
      return parser.getString();
    } catch (JacksonException unreadable) {
      throw new Unreadable(JsonSyntax.finding(file, offsets, unreadable));
    }
  }

  @Override
  public boolean quoted() {
    return parser.currentToken() == JsonToken.VALUE_STRING
        || parser.currentToken() == JsonToken.PROPERTY_NAME;
  }

  @Override
  public boolean block() {
    return false;
  }

  @Override
  public Property property() {
    return Property.NONE;
  }
}
