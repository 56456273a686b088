package dev.perilla.chapter.format;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The canonical layout of a file: two blanks of indentation, one blank in flow lists, line ends as
/// `\n`, a blank line between blocks and nowhere else. Comments, quotes and literal blocks stay as
/// the author has them.
///
/// A layout that would not read back as the same model, or that is not its own layout, is not
/// given. Cost: linear in the file.
public final class Formatter {
  private static final int WIDTH = 1 << 20;

  /// Comments between the dash of an item and what it holds.
  private static final Pattern BEHIND =
      Pattern.compile("(?m)^( *)- (#.*\n(?:\\1  #.*\n)*)\\1  (?=[^ #\n])");

  /// The same before an item in brackets, which the emitter then writes without its indent.
  private static final Pattern UNINDENTED =
      Pattern.compile("(?m)^( *)- (#.*\n(?:\\1  #.*\n)*)(?=[{\\[])");

  private static final int MOST_COMMENTS = 20_000; // in a row; more than anybody writes

  private Formatter() {}

  /// A chapter in the canonical layout; empty where the file has errors of form, or a layout that
  /// cannot be kept.
  ///
  /// @param name says whether it is YAML or JSON, as for [ChapterReader]
  public static Optional<String> chapter(String name, byte[] bytes, String text) {
    Optional<Chapter> model = clean(ChapterReader.read(name, bytes));
    if (model.isEmpty()) {
      return Optional.empty();
    }
    if (name.endsWith(".json")) {
      return Optional.of(ChapterWriter.json(model.get()));
    }
    return yaml(text)
        .filter(it -> clean(ChapterReader.read(name, bytes(it))).equals(model))
        .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  /// A `book.yaml`, likewise.
  public static Optional<String> book(String name, byte[] bytes, String text) {
    Optional<Book> model = clean(BookReader.read(name, bytes));
    return model.isEmpty()
        ? Optional.empty()
        : yaml(text)
            .filter(it -> clean(BookReader.read(name, bytes(it))).equals(model))
            .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  /// A translation, likewise.
  public static Optional<String> translation(String name, byte[] bytes, String text) {
    Optional<Translation> model = clean(TranslationReader.read(name, bytes));
    return model.isEmpty()
        ? Optional.empty()
        : yaml(text)
            .filter(it -> clean(TranslationReader.read(name, bytes(it))).equals(model))
            .filter(it -> yaml(it).filter(it::equals).isPresent());
  }

  /// A translation in which other originals stand beside some of its texts: in the canonical
  /// layout, with its comments. Empty where that cannot be kept.
  ///
  /// @param wanted the same translation with those originals
  public static Optional<String> translation(Translation translation, Translation wanted) {
    if (translation.entries().size() != wanted.entries().size()) {
      return Optional.empty();
    }
    SourceFile file = translation.chapter().span().file();
    Map<Integer, String> values = new TreeMap<>();
    for (int i = 0; i < wanted.entries().size(); i++) {
      Optional<Text> before = translation.entries().get(i).from();
      Optional<Text> now = wanted.entries().get(i).from();
      if (before.isEmpty() && now.isPresent()) {
        return Optional.empty();
      }
      if (!before.equals(now)) {
        values.put(before.orElseThrow().span().start(), now.orElseThrow().value());
      }
    }
    return yaml(file.text(), event -> changed(event, file.text(), values))
        .filter(
            it ->
                clean(TranslationReader.read(file.name(), bytes(it))).equals(Optional.of(wanted)));
  }

  /// The event with another value, where it is about a place that has one.
  private static Event changed(Event event, String text, Map<Integer, String> values) {
    if (!(event instanceof ScalarEvent scalar)) {
      return event;
    }
    int from = offset(scalar.getStartMark(), text);
    int to = offset(scalar.getEndMark(), text);
    for (Map.Entry<Integer, String> value : values.entrySet()) {
      if (from <= value.getKey() && value.getKey() < to) {
        return new ScalarEvent(
            scalar.getAnchor(),
            scalar.getTag(),
            scalar.getImplicit(),
            value.getValue(),
            scalar.getScalarStyle(),
            scalar.getStartMark(),
            scalar.getEndMark());
      }
    }
    return event;
  }

  private static int offset(Optional<Mark> mark, String text) {
    return mark.map(it -> text.offsetByCodePoints(0, it.getIndex())).orElse(0);
  }

  private static <T> Optional<T> clean(Read<T> read) {
    return read.clean() ? read.value() : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Optional<String> yaml(String text) {
    return yaml(text, event -> event).filter(it -> commentsIn(it) == commentsIn(text));
  }

  private static Optional<String> yaml(String text, UnaryOperator<Event> change) {
    StringBuilder out = new StringBuilder();
    if (comments(text) > MOST_COMMENTS) {
      return Optional.empty(); // the parser takes a square of their number
    }
    try {
      List<Event> opened = opened(events(text, true));
      Comments events = new Comments(opened.iterator());
      Emitter emitter = emitter(out);
      while (events.hasNext()) {
        emitter.emit(quotable(unfolded(change.apply(events.next()), text)));
      }
      String folded = UNFOLDED.matcher(out).replaceAll("$1>$2\n");
      return Optional.of(apart(above(UNINDENTED.matcher(folded).replaceAll("$1- $2$1  "))));
    } catch (YamlEngineException | StackOverflowError unreadable) {
      return Optional.empty(); // the caller leaves the file as it is, and says so
    }
  }

  /// How many lines of a YAML text are comments, or end in one; 0 where it cannot be read.
  public static int commentsIn(String text) {
    if (comments(text) > MOST_COMMENTS) {
      return 0;
    }
    int count = 0;
    try {
      for (Event event : events(text, true)) {
        boolean isComment =
            event instanceof CommentEvent comment
                && comment.getCommentType() != CommentType.BLANK_LINE;
        count += isComment ? 1 : 0;
      }
    } catch (YamlEngineException | StackOverflowError unreadable) {
      return 0;
    }
    return count;
  }

  /// One buffer for all: between two of them the parser fails on a character of two units.
  private static Iterable<Event> events(String text, boolean comments) {
    LoadSettings load =
        LoadSettings.builder()
            .setBufferSize(text.length() + 1)
            .setParseComments(comments)
            .setCodePointLimit(1 << 25)
            .build();
    return new Parse(load).parseString(text);
  }

  /// How many lines in a row are comments, at most.
  private static int comments(String text) {
    int most = 0;
    int row = 0;
    for (String line : text.lines().toList()) {
      row = line.stripLeading().startsWith("#") ? row + 1 : 0;
      most = Math.max(most, row);
    }
    return most;
  }

  /// The events without blank lines, and with a line for each item of what is in brackets and has
  /// comments, which the emitter loses there. A comment behind a bracket that opens stands above
  /// the first item, one behind the bracket that closes below the last.
  private static List<Event> opened(Iterable<Event> events) {
    List<Event> all = new ArrayList<>();
    for (Event event : events) {
      boolean isBlank =
          event instanceof CommentEvent comment
              && comment.getCommentType() == CommentType.BLANK_LINE;
      if (!isBlank) {
        all.add(event);
      }
    }
    Set<Integer> commented = commented(all);
    List<Event> opened = new ArrayList<>();
    Deque<Boolean> isOpened = new ArrayDeque<>();
    boolean bracket = false; // right before, of those that are opened
    for (int i = 0; i < all.size(); i++) {
      Event event = all.get(i);
      if (bracket
          && event instanceof CommentEvent comment
          && comment.getCommentType() == CommentType.IN_LINE) {
        boolean isBehind = opened.getLast() instanceof CollectionEndEvent;
        opened.add(
            isBehind ? opened.size() - 1 : opened.size(),
            new CommentEvent(
                CommentType.BLOCK,
                comment.getValue(),
                comment.getStartMark(),
                comment.getEndMark()));
        continue;
      }
      bracket = false;
      if (event instanceof CollectionStartEvent start) {
        bracket = commented.contains(i);
        isOpened.push(bracket);
        opened.add(bracket ? inLines(start) : start);
      } else if (event instanceof CollectionEndEvent end) {
        bracket = isOpened.pop();
        opened.add(bracket ? inLines(end) : end);
      } else {
        opened.add(event);
      }
    }
    return opened;
  }

  /// Where the collections in brackets begin that have items and, at any depth, a comment.
  private static Set<Integer> commented(List<Event> events) {
    Set<Integer> commented = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event instanceof CollectionStartEvent) {
        open.push(i);
      } else if (event instanceof CollectionEndEvent) {
        open.pop();
      } else if (event instanceof CommentEvent) {
        for (int start : open) {
          if (((CollectionStartEvent) events.get(start)).isFlow()) {
            commented.add(start);
          }
        }
      }
    }
    return commented;
  }

  private static Event inLines(CollectionStartEvent start) {
    return start instanceof SequenceStartEvent
        ? new SequenceStartEvent(
            start.getAnchor(),
            start.getTag(),
            start.isImplicit(),
            FlowStyle.BLOCK,
            start.getStartMark(),
            start.getEndMark())
        : new MappingStartEvent(
            start.getAnchor(),
            start.getTag(),
            start.isImplicit(),
            FlowStyle.BLOCK,
            start.getStartMark(),
            start.getEndMark());
  }

  private static Event inLines(CollectionEndEvent end) {
    return end instanceof SequenceEndEvent
        ? new SequenceEndEvent(end.getStartMark(), end.getStartMark())
        : new MappingEndEvent(end.getStartMark(), end.getStartMark());
  }

  /// A text without quotes that may get some: within brackets the emitter takes none with a `?` as
  /// it is, and would write a tag beside the quotes.
  private static Event quotable(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getTag().isEmpty()
        ? new ScalarEvent(
            scalar.getAnchor(),
            Optional.empty(),
            new ImplicitTuple(true, true),
            scalar.getValue(),
            ScalarStyle.PLAIN,
            scalar.getStartMark(),
            scalar.getEndMark())
        : event;
  }

  /// A folded text as a literal one with the lines of the author, behind a mark by which it is
  /// folded again when it is written: the emitter would make one line of each paragraph.
  private static Event unfolded(Event event, String text) {
    if (!(event instanceof ScalarEvent scalar) || !scalar.isFolded()) {
      return event;
    }
    List<String> lines = new ArrayList<>();
    int indent = 0;
    int start = scalar.getStartMark().map(Mark::getLine).orElse(0);
    for (String line : text.lines().skip(start + 1).toList()) {
      int its = line.length() - line.stripLeading().length();
      indent = indent == 0 && !line.isBlank() ? its : indent;
      if (!line.isBlank() && (its < indent || its == 0)) {
        break;
      }
      lines.add(line.isBlank() ? "" : line.substring(indent));
    }
    String value = scalar.getValue();
    String end = value.substring(value.stripTrailing().length()).replaceAll("[^\n]", "");
    return new ScalarEvent(
        scalar.getAnchor(),
        scalar.getTag(),
        scalar.getImplicit(),
        MARK + "\n" + String.join("\n", lines).stripTrailing() + end,
        ScalarStyle.LITERAL,
        scalar.getStartMark(),
        scalar.getEndMark());
  }

  /// Stands in no file: a character that means nothing.
  private static final String MARK = "\uE0F0folded";

  private static final Pattern UNFOLDED =
      Pattern.compile("(?m)^([^|\n]*)[|]([^\n]*)\n *" + MARK + "\n");

  /// Comments on an item above its dash, where the emitter puts them behind it. A line of a text
  /// may look so, and stays.
  private static String above(String yaml) {
    String all = yaml;
    Matcher behind = BEHIND.matcher(all);
    for (int from = 0; behind.find(from); ) {
      String indent = behind.group(1);
      String comments = behind.group(2).replace("\n" + indent + "  #", "\n" + indent + "#");
      String lifted =
          all.substring(0, behind.start())
              + (indent + comments + indent + "- ")
              + all.substring(behind.end());
      from = behind.end();
      if (values(lifted).equals(values(all))) {
        all = lifted;
        behind = BEHIND.matcher(all);
      }
    }
    return all;
  }

  private static List<String> values(String yaml) {
    List<String> values = new ArrayList<>();
    for (Event event : events(yaml, false)) {
      values.add(
          event instanceof ScalarEvent scalar ? scalar.getValue() : event.getEventId().name());
    }
    return values;
  }

  /// The events of a file, each comment where its column says that it belongs: the parser gives
  /// what follows a text as the last of the mapping that the text is in, or, where the text is
  /// literal, as if it stood beside it. What stands beside the key of a list goes above its first
  /// item: the emitter would move the list.
  private static final class Comments implements Iterator<Event> {
    private final Iterator<Event> events;
    private final Deque<Integer> columns = new ArrayDeque<>();
    private final Deque<CommentEvent> held = new ArrayDeque<>();
    private @Nullable Event ahead;
    private @Nullable Event back; // was looked at, and comes next
    private boolean afterText;
    private int line; // of that text, where a comment stands beside it
    private int ending; // the column of the collection that ends next

    Comments(Iterator<Event> events) {
      this.events = events;
      read();
    }

    @Override
    public boolean hasNext() {
      return ahead != null || !held.isEmpty();
    }

    @Override
    public Event next() {
      Event next = ahead;
      CommentEvent comment = held.peek();
      boolean isLater = // than the end or the beginning of what it does not stand in
          comment != null
              && ((next instanceof CollectionEndEvent && column(comment) < ending)
                  || (next instanceof SequenceStartEvent list && !list.isFlow()));
      if (comment != null && !isLater) {
        held.pop();
        return new CommentEvent(
            CommentType.BLOCK, comment.getValue(), comment.getStartMark(), comment.getEndMark());
      }
      if (next == null) {
        throw new NoSuchElementException();
      }
      read();
      return next;
    }

    /// The next event that is no comment after a text; those are held.
    private void read() {
      ahead = null;
      while (ahead == null && (back != null || events.hasNext())) {
        Event event = back == null ? events.next() : back;
        back = null;
        if (!(event instanceof CommentEvent comment)) {
          ahead = event;
        } else {
          back = comment.getCommentType() == CommentType.IN_LINE ? events.next() : null;
          boolean isBeforeList = back instanceof SequenceStartEvent list && !list.isFlow();
          if (isBeforeList || (afterText && line(comment) > line)) {
            held.add(comment);
          } else {
            ahead = event;
          }
        }
      }
      switch (ahead) {
        case CollectionStartEvent start -> columns.push(column(start));
        case CollectionEndEvent end -> {
          ending = columns.pop();
          afterText = isFlow(end);
          line = afterText ? line(end) : line;
        }
        case ScalarEvent text -> {
          afterText = true;
          boolean isBlock = text.isLiteral() || text.isFolded(); // which ends where the next begins
          line = isBlock ? line(text) : text.getEndMark().map(Mark::getLine).orElse(0);
        }
        case null, default -> {}
      }
      if (!(ahead instanceof ScalarEvent || ahead instanceof CollectionEndEvent)) {
        afterText &= ahead instanceof CommentEvent;
      }
    }

    /// A flow collection ends with a bracket, another with nothing.
    private static boolean isFlow(CollectionEndEvent end) {
      return end.getStartMark().map(Mark::getIndex).orElse(0)
          < end.getEndMark().map(Mark::getIndex).orElse(0);
    }

    private static int column(Event event) {
      return event.getStartMark().map(Mark::getColumn).orElse(0);
    }

    private static int line(Event event) {
      return event.getStartMark().map(Mark::getLine).orElse(0);
    }
  }

  /// A blank line between two blocks. What is two blanks deep below `blocks:` is one of them or a
  /// comment on one: texts are deeper. Blocks are items of a list, in a translation keys.
  static String apart(String yaml) {
    StringBuilder out = new StringBuilder();
    boolean inBlocks = false;
    boolean first = true;
    boolean commented = false;
    for (String line : yaml.split("(?<=\n)", -1)) {
      boolean comment = line.startsWith("  #");
      if (!line.startsWith(" ") && !line.isBlank()) {
        inBlocks = line.startsWith("blocks:");
        first = true;
      } else if (inBlocks && (comment || line.matches("  [^ #][^\\n]*\\n?"))) {
        boolean isApart = out.length() > 1 && out.charAt(out.length() - 2) == '\n'; // a kept end
        out.append(first || commented || isApart ? "" : "\n");
        first = false;
        commented = comment;
      }
      out.append(line);
    }
    return out.toString();
  }

  private static Emitter emitter(StringBuilder out) {
    DumpSettings settings =
        DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setDumpComments(true)
            .setSplitLines(false)
            .setWidth(WIDTH)
            .setBestLineBreak("\n")
            .build();
    return new Emitter(
        settings,
        new StreamDataWriter() {
          @Override
          public void write(String text) {
            out.append(text);
          }

          @Override
          public void write(String text, int offset, int length) {
            out.append(text, offset, offset + length);
          }
        });
  }
}
