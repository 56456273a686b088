package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The tokens of a YAML 1.2 file, from the events of snakeyaml-engine's parser. A mapping, list or
/// alias in the place of a key ends the reading.
final class YamlTokens implements Tokens {
  private static final Map<Integer, LoadSettings> SETTINGS = new ConcurrentHashMap<>(); // by buffer

  private final SourceFile file;
  private final Offsets offsets;
  private final ParserImpl parser;

  /// What is open, the innermost first: a list, or a mapping with what comes next in it.
  private final Deque<Open> open = new ArrayDeque<>();

  private enum Open {
    SEQUENCE,
    KEY,
    VALUE
  }

  private @Nullable Event current;

  YamlTokens(SourceFile file, String text) {
    this.file = file;
    this.offsets = Offsets.codePoints(file.text());
    // One buffer for all: between two of them the parser fails on a character of two units.
    int buffer = 2 * Integer.highestOneBit(text.length() + 1);
    LoadSettings settings = SETTINGS.computeIfAbsent(buffer, YamlTokens::settings);
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  private static LoadSettings settings(int buffer) {
    return LoadSettings.builder()
        .setBufferSize(buffer)
        .setCodePointLimit(Decoding.LIMIT)
        .setAllowDuplicateKeys(true) // they are found by the reader, with both places
        .build();
  }

  @Override
  public @Nullable Kind next() throws Unreadable {
    try {
      while (parser.hasNext()) {
        Event event = parser.next();
        current = event;
        switch (event.getEventId()) {
          case MappingStart, SequenceStart, Scalar, Alias -> {
            return node(event);
          }
          case MappingEnd -> {
            open.pop();
            return Kind.MAPPING_END;
          }
          case SequenceEnd -> {
            open.pop();
            return Kind.SEQUENCE_END;
          }
          case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {} // no token
        }
      }
      return null;
    } catch (YamlEngineException unreadable) {
      throw new Unreadable(YamlSyntax.finding(file, offsets, start(), unreadable));
    }
  }

  private Kind node(Event event) throws Unreadable {
    boolean key = open.peek() == Open.KEY;
    if (key) {
      refuseComplex(event);
    }
    switch (open.peek()) {
      case KEY -> next(Open.VALUE);
      case VALUE -> next(Open.KEY);
      case SEQUENCE -> {}
      case null -> {}
    }
    return switch (event.getEventId()) {
      case MappingStart -> {
        open.push(Open.KEY);
        yield Kind.MAPPING;
      }
      case SequenceStart -> {
        open.push(Open.SEQUENCE);
        yield Kind.SEQUENCE;
      }
      default -> key ? Kind.KEY : Kind.SCALAR;
    };
  }

  private void next(Open state) {
    open.pop();
    open.push(state);
  }

  private void refuseComplex(Event key) throws Unreadable {
    Span place = YamlSyntax.character(file, start());
    if (key instanceof AliasEvent) {
      throw new Unreadable(
          Finding.error(FormatCode.ANCHOR, place, "aliases (`*name`) are not read")
              .help("write the key itself, or put it in quotes"));
    }
    if (key instanceof CollectionStartEvent) {
      throw new Unreadable(
          Finding.error(FormatCode.COMPLEX_KEY, place, "a list or mapping is no key")
              .help(
                  file.text().startsWith("{", place.start())
                      ? "a text that begins with {{ stands in quotes, or below `|`"
                      : "a key is a word followed by a colon"));
    }
  }

  @Override
  public int start() {
    return current == null ? 0 : offset(current.getStartMark());
  }

  @Override
  public int end() {
    return current == null ? 0 : offset(current.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? offsets.of(mark.get().getIndex()) : 0;
  }

  @Override
  public String value() {
    return current instanceof ScalarEvent scalar ? scalar.getValue() : "";
  }

  @Override
  public boolean quoted() {
    return current instanceof ScalarEvent scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
  }

  @Override
  public boolean block() {
    return current instanceof ScalarEvent scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
  }

  @Override
  public Property property() {
    return switch (current) {
      case AliasEvent alias -> Property.ALIAS;
      case ScalarEvent scalar -> property(scalar.getTag().isPresent(), scalar);
      case CollectionStartEvent start -> property(start.getTag().isPresent(), start);
      case null, default -> Property.NONE;
    };
  }

  private Property property(boolean tagged, NodeEvent event) {
    if (event.getAnchor().isEmpty() && !tagged) {
      return Property.NONE;
    }
    return file.text().startsWith("!", start()) ? Property.TAG : Property.ANCHOR;
  }
}
