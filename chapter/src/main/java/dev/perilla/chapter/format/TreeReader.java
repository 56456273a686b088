package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Node.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Refused;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.format.Tokens.Kind;
import dev.perilla.chapter.format.Tokens.Property;
import dev.perilla.chapter.format.Tokens.Unreadable;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Tokens of YAML or JSON to a tree of nodes, refusing what the format leaves out: anchors, tags,
/// merge keys, complex keys, keys written twice, second documents, nesting over 32.
///
/// Where the file breaks off (a syntax error ends the tokens) the tree holds what stood before, its
/// open nodes marked as not whole. Cost: linear in the file.
final class TreeReader {
  static final int DEPTH = 32;

  /// How many keys and values a file may have.
  static final int VALUES = 50_000;

  private final SourceFile file;
  private final Tokens tokens;
  private final boolean yaml;
  private final Report report;
  private int values;
  private boolean broken;

  private TreeReader(SourceFile file, Tokens tokens, boolean yaml, Report report) {
    this.file = file;
    this.tokens = tokens;
    this.yaml = yaml;
    this.report = report;
  }

  /// The tree of a file; nothing where it has no value at all, with the finding given.
  static Optional<Node> read(Decoding text, Report report) {
    SourceFile file = text.file();
    boolean yaml = !isJson(file);
    Tokens tokens = yaml ? new YamlTokens(file, text.clean()) : new JsonTokens(file, text.clean());
    return new TreeReader(file, tokens, yaml, report).document();
  }

  /// By the end of the name; where that says nothing, by the first character.
  private static boolean isJson(SourceFile file) {
    String name = file.name();
    if (name.endsWith(".json")) {
      return true;
    }
    return !name.endsWith(".yaml") && !name.endsWith(".yml") && file.text().strip().startsWith("{");
  }

  private Optional<Node> document() {
    Kind first = next();
    if (first == null) {
      if (!broken) {
        empty();
      }
      return Optional.empty();
    }
    Node root = value(first, 0);
    if (broken) {
      report.damaged(last(root));
    }
    if (root instanceof Scalar scalar && scalar.isNull()) {
      empty();
      return Optional.empty();
    }
    if (!broken && next() != null) {
      Span place = place();
      report.add(
          Finding.error(
                  FormatCode.SECOND_DOCUMENT,
                  place,
                  yaml
                      ? "a second document starts here: a file holds one"
                      : "something stands after the end of the value")
              .help("delete it, or move it to a file of its own"));
    }
    return Optional.of(root);
  }

  /// Where the innermost entry or item begins behind which the file breaks off.
  private static int last(Node node) {
    return switch (node) {
      case Mapping mapping when !mapping.whole() && !mapping.entries().isEmpty() -> {
        Entry entry = mapping.entries().getLast();
        yield isOpen(entry.value()) ? last(entry.value()) : entry.key().span().start();
      }
      case Sequence sequence when !sequence.whole() && !sequence.items().isEmpty() ->
          last(sequence.items().getLast());
      case Mapping _, Sequence _, Scalar _, Refused _ -> node.span().start();
    };
  }

  private static boolean isOpen(Node node) {
    return switch (node) {
      case Mapping mapping -> !mapping.whole();
      case Sequence sequence -> !sequence.whole();
      case Scalar _, Refused _ -> false;
    };
  }

  private void empty() {
    report.add(
        Finding.error(FormatCode.EMPTY_FILE, Span.at(file, 0), "the file is empty")
            .help("start with `perilla: 1`"));
  }

  /// The next token; null at the end and after a syntax error, which is reported here.
  private @Nullable Kind next() {
    if (broken) {
      return null;
    }
    if (values++ > VALUES) {
      broken = true;
      report.add(
          Finding.error(
                  FormatCode.TOO_LARGE,
                  place(),
                  "the file has more than " + VALUES + " keys and values")
              .help("split the chapter in two, or move its data to a file of the book"));
      return null;
    }
    try {
      return tokens.next();
    } catch (Unreadable unreadable) {
      broken = true;
      report.add(unreadable.finding());
      return null;
    } catch (RuntimeException | StackOverflowError fault) {
      // The one place where a fault of a parser itself, found by some file, becomes a finding.
      broken = true;
      report.add(
          Finding.error(
                  yaml ? FormatCode.YAML_SYNTAX : FormatCode.JSON_SYNTAX,
                  place(),
                  "the parser fails on what follows here ("
                      + fault.getClass().getSimpleName()
                      + ")")
              .help("write it in another way, and please report the file"));
      return null;
    }
  }

  private Node value(Kind token, int depth) {
    Span start = place();
    refuseProperties(start);
    return switch (token) {
      case MAPPING -> depth < DEPTH ? mapping(start, depth + 1) : tooDeep(start);
      case SEQUENCE -> depth < DEPTH ? sequence(start, depth + 1) : tooDeep(start);
      case SCALAR, KEY, MAPPING_END, SEQUENCE_END -> scalar(start);
    };
  }

  private Node tooDeep(Span start) {
    report.add(
        Finding.error(
                FormatCode.TOO_DEEP, start, "this is nested more than " + DEPTH + " levels deep")
            .help("a chapter needs no more than eight"));
    broken = true; // what is nested deeper is not worth reading
    return new Refused(start);
  }

  private Node sequence(Span start, int depth) {
    List<Node> items = new ArrayList<>();
    Kind token = next();
    while (token != null && token != Kind.SEQUENCE_END) {
      items.add(value(token, depth));
      token = next();
    }
    return new Sequence(spanFrom(start), items, token != null);
  }

  private Node mapping(Span start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Kind token = next();
    while (token != null && token != Kind.MAPPING_END) {
      Optional<Text> key = key();
      token = next();
      if (token == null) {
        break;
      }
      Node value = value(token, depth);
      if (key.isPresent()) {
        enter(entries, new Entry(key.get(), value));
      }
      token = next();
    }
    return new Mapping(spanFrom(start), List.copyOf(entries.values()), token != null);
  }

  private void enter(Map<String, Entry> entries, Entry entry) {
    Entry first = entries.putIfAbsent(entry.key().value(), entry);
    if (first != null) {
      report.add(
          Finding.error(
                  FormatCode.DUPLICATE_KEY,
                  entry.key().span(),
                  "the key `" + entry.key() + "` is written twice")
              .related(first.key().span(), "it stands here already")
              .help("keep one of the two"));
    }
  }

  /// The key at the current token; nothing where it is refused.
  private Optional<Text> key() {
    Span start = place();
    boolean properties = refuseProperties(start);
    Optional<String> read = read();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    String name = read.get();
    Text text = properties ? Text.at(name, start) : scalarText(start, name);
    if (yaml && name.equals("<<") && text.span().text().equals("<<")) {
      report.add(
          Finding.error(FormatCode.MERGE_KEY, text.span(), "merge keys (`<<`) are not read")
              .help("write the keys out where they are meant"));
      return Optional.empty();
    }
    if (name.isEmpty()) {
      report.add(
          Finding.error(FormatCode.COMPLEX_KEY, text.span(), "a key is empty here")
              .help("write a word in front of the colon"));
      return Optional.empty();
    }
    OptionalInt invisible = invisible(name);
    if (invisible.isPresent()) {
      report.add(
          Finding.error(
                  FormatCode.INVISIBLE_KEY,
                  text.span(),
                  String.format(
                      "this key holds a character that cannot be seen (U+%04X)",
                      invisible.getAsInt()))
              .help("type the key again"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// The first code point of `key` that cannot be seen; what joins and varies emoji does no harm.
  private static OptionalInt invisible(String key) {
    boolean emoji = false;
    for (int i = 0; i < key.length(); i += Character.charCount(key.codePointAt(i))) {
      int point = key.codePointAt(i);
      boolean joins = point == 0xFE0F || point == 0xFE0E || point == 0x200D;
      if (isInvisible(point) && !(emoji && joins)) {
        return OptionalInt.of(point);
      }
      emoji = (emoji && joins) || Character.isEmoji(point);
    }
    return OptionalInt.empty();
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default ->
          (point >= 0xFE00 && point <= 0xFE0F) // variation selectors
              || (point >= 0xE0100 && point <= 0xE01EF)
              || point == 0x034F // combining grapheme joiner
              || point == 0x115F // fillers that are letters by class
              || point == 0x1160
              || point == 0x3164
              || point == 0xFFA0;
    };
  }

  private Node scalar(Span start) {
    if (tokens.property() == Property.ALIAS) {
      report.add(
          Finding.error(FormatCode.ANCHOR, spanFrom(start), "aliases (`*name`) are not read")
              .help("write the value itself, or put the text in quotes"));
      return new Refused(start);
    }
    Optional<String> value = read();
    if (value.isEmpty() || tokens.property() != Property.NONE) {
      return new Refused(start);
    }
    Text text = scalarText(start, value.get());
    boolean mayEscape = tokens.quoted() && !tokens.block(); // all else was looked through before
    if (mayEscape && hasRefused(text)) {
      return new Refused(text.span());
    }
    return new Scalar(text, tokens.quoted());
  }

  /// What the current key or scalar says; nothing where it cannot be read, which is reported here.
  private Optional<String> read() {
    try {
      return Optional.of(tokens.value());
    } catch (Unreadable unreadable) {
      broken = true;
      report.add(unreadable.finding());
      return Optional.empty();
    }
  }

  /// Control characters written as escapes, and halves of a character.
  private boolean hasRefused(Text text) {
    String value = text.value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean half = Character.isSurrogate(c) && !isPaired(value, i);
      if (half || Decoding.isRefused(c)) {
        report.add(
            Finding.error(
                    FormatCode.CONTROL_CHARACTER,
                    text.span(i, i + 1),
                    String.format(
                        half
                            ? "this is half of a character (U+%04X)"
                            : "this makes a control character (U+%04X)",
                        (int) c))
                .help("delete it"));
        return true;
      }
    }
    return false;
  }

  private static boolean isPaired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  private Text scalarText(Span start, String value) {
    if (yaml) {
      Span whole = spanFrom(start);
      return ScalarText.yaml(file, whole.start(), whole.end(), value);
    }
    return tokens.quoted()
        ? ScalarText.json(file, start.start(), value)
        : Text.of(new Span(file, start.start(), start.start() + value.length()));
  }

  /// Reports an anchor or a tag in front of the current value or key; whether there was one.
  private boolean refuseProperties(Span start) {
    return switch (tokens.property()) {
      case NONE, ALIAS -> false;
      case ANCHOR -> {
        report.add(
            Finding.error(FormatCode.ANCHOR, start, "anchors (`&name`) are not read")
                .help("write the value where it is meant, or put the text in quotes"));
        yield true;
      }
      case TAG -> {
        report.add(
            Finding.error(FormatCode.TAG, start, "tags (`!name`) are not read")
                .help("write the value without it, or put the text in quotes"));
        yield true;
      }
    };
  }

  /// The first character of the current token.
  private Span place() {
    int offset = tokens.start();
    boolean character =
        offset < file.text().length() && !Character.isWhitespace(file.text().charAt(offset));
    return new Span(file, offset, character ? file.text().offsetByCodePoints(offset, 1) : offset);
  }

  /// From `start` to the end of the current token, without white space at the end.
  private Span spanFrom(Span start) {
    int end = Math.max(tokens.end(), start.start());
    if (!tokens.block()) {
      while (end > start.start() && Character.isWhitespace(file.text().charAt(end - 1))) {
        end--;
      }
    }
    return new Span(file, start.start(), end);
  }
}
