package dev.perilla.site.importer.lesson;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.site.importer.lesson.Lesson.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A Jupyter notebook, format 4 (and the cells of format 3): cells of Markdown and of code, with
/// the outputs that were saved in it.
public final class NotebookLesson {
  /// How the cell begins that an exported notebook has for Python's sake: a chapter has no need of
  /// it.
  private static final String PRELUDE = "# The notebook needs the public micrograd";

  private static final JsonFactory JSON = // Python writes NaN where it has no number
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Pattern ESCAPE =
      Pattern.compile("\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|.)");

  private final List<Item> items = new ArrayList<>();
  private final List<Cell> found = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<String> title = Optional.empty();
  private String language = "python";
  private boolean hasCells = false;
  private int cells = 0;
  private int runs = 0; // of the last cell that says when it ran
  private boolean straight = true;

  private Map<String, List<String>> standings = Map.of();

  private NotebookLesson() {}

  /// What a file that should be a notebook is.
  ///
  /// @param lesson empty where it is no notebook
  /// @param at where the JSON of it breaks off, 0-based; 0 where that is not the fault
  public record Read(Optional<Lesson> lesson, int at) {}

  /// Reads the JSON of a notebook.
  public static Read read(String text) {
    NotebookLesson reader = new NotebookLesson();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Read(Optional.empty(), 0);
      }
      reader.notebook(json);
      reader.told();
    } catch (JacksonException broken) {
      long at = broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
      return new Read(Optional.empty(), Math.clamp(at, 0, text.length()));
    }
    Lesson lesson =
        new Lesson(
            reader.title,
            Optional.empty(),
            reader.items,
            reader.notes,
            reader.standings,
            reader.straight);
    return new Read(reader.hasCells ? Optional.of(lesson) : Optional.empty(), 0);
  }

  /// Each object of the array that begins here; what else is in it is passed over.
  private static void each(JsonParser json, Consumer<JsonParser> object) {
    JsonToken token = json.nextToken();
    while (token != JsonToken.END_ARRAY && token != null) {
      if (token == JsonToken.START_OBJECT) {
        object.accept(json);
      } else {
        json.skipChildren();
      }
      token = json.nextToken();
    }
  }

  private static OptionalInt integer(JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() == JsonParser.NumberType.INT
        ? OptionalInt.of(json.getIntValue())
        : OptionalInt.empty();
  }

  private void notebook(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("cells") && value == JsonToken.START_ARRAY) {
        hasCells = true;
        each(json, this::cell);
      } else if (key.equals("metadata")) {
        standings = marks(json);
      } else if (key.equals("worksheets") && value == JsonToken.START_ARRAY) {
        each(json, this::notebook);
      } else {
        json.skipChildren();
      }
    }
  }

  private void cell(JsonParser json) {
    cells++;
    String kind = "";
    String source = "";
    StringBuilder printed = new StringBuilder();
    StringBuilder echo = new StringBuilder();
    int level = 1;
    Map<String, List<String>> marks = Map.of();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "cell_type" -> kind = value == JsonToken.VALUE_STRING ? json.getString() : "";
        case "source", "input" -> source = lines(json);
        case "metadata" -> marks = marks(json);
        case "level" -> level = integer(json).orElse(1);
        case "outputs" -> {
          if (value == JsonToken.START_ARRAY) {
            each(json, it -> output(it, printed, echo));
          }
        }
        case "execution_count", "prompt_number" -> {
          OptionalInt count = integer(json);
          if (count.isPresent()) {
            straight &= runs == 0 || count.getAsInt() == runs + 1;
            runs = count.getAsInt();
          }
        }
        case "attachments" -> {
          notes.add("cell " + cells + " has a picture attached, which a chapter cannot hold");
          json.skipChildren();
        }
        default -> json.skipChildren();
      }
    }
    found.add(
        new Cell(
            kind, source.replace("\r\n", "\n"), level, printed.toString(), echo.toString(), marks));
  }

  /// @param level of a heading of format 3
  /// @param marks what an export has noted of it
  private record Cell(
      String kind,
      String text,
      int level,
      String printed,
      String echo,
      Map<String, List<String>> marks) {}

  /// The cells, those of one exported block together.
  private void told() {
    int at = 0;
    while (at < found.size()) {
      int many = authored(at);
      if (many == 0) {
        told(found.get(at));
      }
      at += Math.max(1, many);
    }
  }

  /// How many cells are a block that an export has noted beside the first, where nobody has edited
  /// them since.
  private int authored(int at) {
    List<String> noted = found.get(at).marks().getOrDefault("block", List.of());
    if (noted.size() != 3 || !noted.get(1).matches("[1-9]")) {
      return 0;
    }
    int end = at + Integer.parseInt(noted.get(1));
    if (end > found.size()) {
      return 0;
    }
    String text = found.subList(at, end).stream().map(Cell::text).collect(Collectors.joining("\n"));
    Optional<Block> block =
        Integer.toHexString(text.hashCode()).equals(noted.get(2))
            ? ChapterReader.read("block.json", noted.get(0).getBytes(StandardCharsets.UTF_8))
                .value()
                .filter(it -> it.blocks().size() == 1)
                .map(it -> it.blocks().get(0))
            : Optional.empty();
    block.ifPresent(it -> items.add(new Item.Authored(it)));
    return block.isPresent() ? end - at : 0;
  }

  private void told(Cell cell) {
    Map<String, List<String>> marks = cell.marks();
    switch (cell.kind()) {
      case "code" -> code(cell.text(), cell.printed(), cell.echo(), made(marks));
      case "heading" ->
          markdown("#".repeat(Math.clamp(cell.level(), 1, 6)) + " " + cell.text(), List.of());
      case "markdown" ->
          markdown(untold(cell.text(), marks), marks.getOrDefault("voices", List.of()));
      default -> {
        if (!cell.text().isBlank()) {
          items.add(Item.Listing.of("text", cell.text()));
        }
      }
    }
  }

  /// What an export has noted in the metadata of a cell.
  private static Map<String, List<String>> marks(JsonParser json) {
    Map<String, List<String>> found = new HashMap<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return found;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT && key.equals("perilla")) {
        found.putAll(marks(json));
      } else if (value == JsonToken.START_ARRAY) {
        List<String> words = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          if (json.currentToken() == JsonToken.VALUE_STRING) {
            words.add(json.getString());
          } else {
            json.skipChildren();
          }
        }
        found.put(key, words);
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  private static Optional<Item.Made> made(Map<String, List<String>> marks) {
    List<String> made = marks.getOrDefault("example", List.of());
    return made.size() < 4
        ? Optional.empty()
        : Optional.of(
            new Item.Made(
                made.get(0),
                Optional.of(made.get(1)).filter(it -> !it.isEmpty()),
                made.get(2).equals("graph"),
                made.subList(3, made.size())));
  }

  /// A cell without what the example beside it says, its inputs or its views, and without the foot
  /// of a chapter. Where somebody has edited the cell it is all told.
  private static String untold(String text, Map<String, List<String>> marks) {
    String hash = Integer.toHexString(text.hashCode());
    if (Stream.of("views", "foot")
        .anyMatch(it -> marks.getOrDefault(it, List.of()).contains(hash))) {
      return "";
    }
    return marks.getOrDefault("inputs", List.of()).contains(hash)
        ? text.substring(0, Math.max(0, text.lastIndexOf("\n\n")))
        : text;
  }

  private void markdown(String text, List<String> voices) {
    Lesson lesson = MarkdownLesson.read(text, voices);
    if (title.isEmpty()) {
      title = lesson.title();
    } else {
      lesson.title().ifPresent(again -> items.add(new Item.Heading(1, again)));
    }
    items.addAll(lesson.items());
    notes.addAll(lesson.notes());
    if (!voices.isEmpty()) {
      items.add(new Item.Silence());
    }
  }

  private static Optional<String> some(String output) {
    return output.isBlank() ? Optional.empty() : Optional.of(output.stripTrailing());
  }

  private void code(String text, String printed, String echo, Optional<Item.Made> made) {
    if (text.isBlank() || text.startsWith(PRELUDE)) {
      return;
    }
    boolean magic = text.stripLeading().startsWith("%%");
    items.add(
        new Item.Listing(
            magic ? "text" : language, text.stripTrailing(), some(printed), some(echo), made));
  }

  private void output(JsonParser json, StringBuilder printed, StringBuilder echo) {
    String kind = "";
    String words = "";
    boolean picture = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "output_type" -> kind = value == JsonToken.VALUE_STRING ? json.getString() : "";
        case "text" -> words = lines(json);
        case "data" -> {
          if (value == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
              String mime = json.currentName();
              json.nextToken();
              if (mime.equals("text/plain")) {
                words = lines(json);
              } else {
                picture |= mime.startsWith("image/");
                json.skipChildren();
              }
            }
          }
        }
        default -> json.skipChildren();
      }
    }
    if (picture) {
      notes.add(
          "cell " + cells + " shows a picture that was saved in the notebook; it is left out");
      return;
    }
    if (kind.equals("error")) {
      notes.add("cell " + cells + " ended with an error in the notebook");
      return;
    }
    StringBuilder out = kind.equals("execute_result") || kind.equals("pyout") ? echo : printed;
    if (!out.isEmpty() && !out.toString().endsWith("\n")) {
      out.append('\n');
    }
    out.append(shown(words));
  }

  /// What a terminal shows of an output: no colours, and of a line that was written over the last
  /// state.
  private static String shown(String output) {
    List<String> shown = new ArrayList<>();
    for (String line : ESCAPE.matcher(output).replaceAll("").split("\n", -1)) {
      String last = line.stripTrailing();
      shown.add(last.substring(last.lastIndexOf('\r') + 1).replaceAll("[\\p{Cc}&&[^\t]]", ""));
    }
    return String.join("\n", shown);
  }

  /// A text, or a list of the lines of one.
  private static String lines(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    StringBuilder out = new StringBuilder();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          out.append(json.getString());
        } else {
          json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
    return out.toString();
  }
}
