package dev.perilla.site.exporter;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.ChapterWriter;
import dev.perilla.renderer.Dialect;
import dev.perilla.renderer.MarkdownRenderer;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Work;
import dev.perilla.site.book.Worked;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A Jupyter notebook a chapter (nbformat 4.5), with the outputs in it: texts as Markdown, listings
/// and examples as code that runs with the public micrograd. Views come after the code that they
/// show, as text; `README.md` names them. What a learner does on a page (knobs, judged answers) is
/// named as left out.
record NotebookFormat() implements Format {
  private static final Pattern PERILLA =
      Pattern.compile("\\b(?:Value|micrograd|perilla|nudge|grad|train|check)\\b");
  private static final int MOST_CELLS = 9; // of a block that is noted beside them
  private static final int MOST_NODES = 60; // of a graph that an import asks for as it is

  @Override
  public String word() {
    return "ipynb";
  }

  @Override
  public String description() {
    return "Jupyter notebooks that run with the public micrograd";
  }

  @Override
  public Export of(Work work) {
    Pages pages = Pages.of(work, new MarkdownRenderer(Dialect.JUPYTER));
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> left = new ArrayList<>();
    for (Worked worked : work.worked()) {
      if (worked.outcome().isPresent()) {
        CompiledChapter chapter = worked.outcome().get().chapter().get();
        String text = notebook(chapter, authored(worked, chapter), pages, left);
        files.put(chapter.id() + Dialect.JUPYTER.ending(), text.getBytes(StandardCharsets.UTF_8));
      }
    }
    files.put("README.md", pages.index().getBytes(StandardCharsets.UTF_8));
    Pages.pictures(work, files);
    return new Export(files, left);
  }

  /// @param output empty for a cell of Markdown
  /// @param marks what an import has to know: `voices`, who speaks in it; `example`, the id, the
  ///   output, whether the graph is shown, and the inputs of an example; `inputs` and `views`, with
  ///   its hash, where it says what the cell of the example has, `foot` what the chapter; `block`,
  ///   what its author wrote, how many cells it has become, and their hash
  private record Cell(
      String id, String source, Optional<String> output, Map<String, List<String>> marks) {
    Cell(String id, String source, Optional<String> output) {
      this(id, source, output, Map.of());
    }

    /// Whether it is code with a name that Python has not: it needs the prelude.
    boolean isOfPerilla() {
      return output.isPresent() && PERILLA.matcher(source).find();
    }

    /// As it is told by a mark of that name, which holds as long as nobody edits the cell.
    static Cell said(String id, String source, String mark) {
      String hash = Integer.toHexString(source.hashCode());
      return new Cell(id, source, Optional.empty(), Map.of(mark, List.of(hash)));
    }
  }

  /// The blocks of a chapter as their author wrote them; none of a translation, whose texts are not
  /// those of the blocks, nor of an edition without answers, which they have.
  private static List<Block> authored(Worked worked, CompiledChapter chapter) {
    boolean isAsked =
        chapter.blocks().stream()
            .filter(Part.Exercise.class::isInstance)
            .flatMap(it -> ((Part.Exercise) it).first().questions().stream())
            .anyMatch(it -> it.told().isEmpty());
    if (isAsked) {
      return List.of();
    }
    try {
      Place place = worked.place();
      return ChapterReader.read(place.name(), place.bytes())
          .value()
          .map(Chapter::blocks)
          .filter(it -> it.size() == chapter.blocks().size())
          .orElse(List.of());
    } catch (IOException gone) { // since it was compiled
      return List.of();
    }
  }

  /// What an import makes of the block again: its kind with questions, views and expectations,
  /// which a cell does not hold.
  private static boolean isNoted(Block block) {
    return switch (block) {
      case Block.Exercise exercise -> true;
      case Block.Code code -> !code.show().isEmpty() && code.run();
      case Block.Example example -> true;
      case Block.Prose prose -> false;
      case Block.Note note -> false;
      case Block.Dialogue dialogue -> false;
    };
  }

  /// Notes a block beside the first of its cells, with how many they are and a hash of what they
  /// say: where somebody edits them, what they say counts.
  private static void note(List<Cell> cells, int from, Block block) {
    if (from >= cells.size() || cells.size() - from > MOST_CELLS || !isNoted(block)) {
      return;
    }
    List<Cell> its = cells.subList(from, cells.size());
    String text = its.stream().map(Cell::source).collect(Collectors.joining("\n"));
    Chapter alone =
        new Chapter(
            block.head().type(),
            Optional.empty(),
            block.head().type(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(block));
    Cell first = its.get(0);
    Map<String, List<String>> marks = new TreeMap<>(first.marks());
    marks.put(
        "block",
        List.of(
            ChapterWriter.json(alone),
            Integer.toString(its.size()),
            Integer.toHexString(text.hashCode())));
    its.set(0, new Cell(first.id(), first.source(), first.output(), marks));
  }

  private static String notebook(
      CompiledChapter chapter, List<Block> authored, Pages pages, List<String> left) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell("title", pages.head(chapter).strip(), Optional.empty()));
    if (!chapter.data().isEmpty()) {
      cells.add(new Cell("data", data(chapter.data()), Optional.of("")));
    }
    for (int i = 0; i < chapter.blocks().size(); i++) {
      Part part = chapter.blocks().get(i);
      int from = cells.size();
      String id = part.head().id();
      String name = chapter.id() + "/" + id;
      switch (part) {
        case Part.Prose prose -> words(cells, id, pages.block(chapter, prose));
        case Part.Note note -> words(cells, id, pages.block(chapter, note));
        case Part.Dialogue dialogue -> {
          List<String> voices =
              dialogue.turns().stream().map(it -> it.who().strip()).distinct().toList();
          cells.add(
              new Cell(
                  id, pages.block(chapter, dialogue), Optional.empty(), Map.of("voices", voices)));
        }
        case Part.Code code -> {
          if (code.listing().notRun().isPresent()) {
            words(cells, id, pages.block(chapter, code));
          } else {
            around(
                cells,
                id,
                List.of(),
                code.listing(),
                code.views(),
                pages.block(chapter, code),
                false);
          }
        }
        case Part.Example example -> {
          String words = pages.block(chapter, example);
          around(cells, id, example.given(), example.listing(), example.views(), words, true);
          if (example.given().stream().anyMatch(it -> it.knob().isPresent())) {
            left.add(name + " (knobs)");
          }
        }
        case Part.Exercise exercise -> {
          String words = pages.block(chapter, exercise);
          Optional<Listing> listing = exercise.first().listing();
          if (listing.isPresent()) {
            Variant first = exercise.first();
            around(cells, id, first.given(), listing.get(), first.views(), words, false);
          } else {
            words(cells, id, words);
          }
          left.add(name + " (judged answers)");
        }
      }
      if (i < authored.size()) {
        note(cells, from, authored.get(i));
      }
    }
    String foot = pages.foot(chapter);
    if (!foot.isEmpty()) {
      cells.add(Cell.said("foot", foot, "foot"));
    }
    if (cells.stream().anyMatch(Cell::isOfPerilla)) {
      cells.add(1, new Cell("prelude", prelude().stripTrailing(), Optional.of("")));
    }
    return json(cells, standings(chapter));
  }

  /// What stands behind the numbers of the texts, by how they are written: expressions, or nothing
  /// for those that claim nothing anywhere. An import tries them, and believes none.
  private static SortedMap<String, Set<String>> standings(CompiledChapter chapter) {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    Set<String> claims = new HashSet<>();
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      if (entry.kind() != Ledger.Kind.NUMERAL) {
        continue;
      }
      Set<String> behind = found.computeIfAbsent(entry.text(), it -> new LinkedHashSet<>());
      entry.expression().ifPresent(behind::add);
      if (entry.standing() != Ledger.Standing.PLAIN) {
        claims.add(entry.text());
      }
    }
    found.entrySet().removeIf(it -> it.getValue().isEmpty() && claims.contains(it.getKey()));
    return found;
  }

  /// The rows of the data files, each on its line.
  private static String data(List<CompiledChapter.Data> data) {
    return data.stream()
        .map(it -> it.name() + " = " + it.rows().replace("], [", "],\n ["))
        .collect(Collectors.joining("\n"));
  }

  private static void words(List<Cell> cells, String id, String markdown) {
    if (!markdown.isBlank()) {
      cells.add(new Cell(id, markdown, Optional.empty()));
    }
  }

  private static void run(
      List<Cell> cells, String id, List<Input> given, Listing listing, List<View> views) {
    StringBuilder code = new StringBuilder();
    for (Input input : given) {
      String literal = input.value().text().replace(',', '.').replace('−', '-');
      code.append(input.name()).append(" = Value(").append(literal).append(")\n");
    }
    code.append(text(listing.lines()));
    output(views)
        .map(name -> name + ".backward()")
        .filter(call -> !given.isEmpty() && code.indexOf(call) < 0)
        .ifPresent(call -> code.append(call).append('\n'));
    boolean graph =
        views.stream().anyMatch(it -> it instanceof View.Graph g && g.nodes().size() <= MOST_NODES);
    List<String> made =
        new ArrayList<>(List.of(id, output(views).orElse(""), graph ? "graph" : ""));
    given.forEach(it -> made.add(it.name()));
    cells.add(
        new Cell(
            id,
            code.toString().stripTrailing(),
            Optional.of(text(listing.output())),
            given.isEmpty() ? Map.of() : Map.of("example", made)));
  }

  /// The name from which the gradients flow back, where a view shows them.
  private static Optional<String> output(List<View> views) {
    for (View view : views) {
      if (view instanceof View.Gradients gradients) {
        return Optional.of(gradients.output());
      }
      if (view instanceof View.Graph graph) {
        return Optional.of(graph.output());
      }
    }
    return Optional.empty();
  }

  /// A block whose listing is a cell of its own: what its page says before it, the cell, and what
  /// the page says after it, without the output, which belongs to the cell.
  private static void around(
      List<Cell> cells,
      String id,
      List<Input> given,
      Listing listing,
      List<View> views,
      String markdown,
      boolean isExample) {
    String fence = "```" + listing.language() + "\n" + text(listing.lines()) + "```";
    int at = markdown.indexOf(fence);
    String before = at < 0 ? "" : markdown.substring(0, at);
    String after = at < 0 ? markdown : markdown.substring(at + fence.length());
    if (!listing.output().isEmpty()) {
      String output = "```text\n" + text(listing.output()) + "```";
      after = after.replaceFirst("[^\\n]*:\\n\\n" + Pattern.quote(output), "");
    }
    String head = before.strip();
    boolean inputs =
        !given.isEmpty()
            && head.substring(head.lastIndexOf("\n\n") + 1)
                .contains("`" + given.get(0).name() + " = ");
    if (inputs) {
      cells.add(Cell.said(id + "-before", head, "inputs"));
    } else {
      words(cells, id + "-before", head);
    }
    run(cells, id, given, listing, views);
    if (isExample && !given.isEmpty() && !after.isBlank()) {
      cells.add(Cell.said(id + "-after", after.strip(), "views"));
    } else {
      words(cells, id + "-after", after.strip());
    }
  }

  private static String text(List<Listing.Line> lines) {
    StringBuilder out = new StringBuilder();
    for (Listing.Line line : lines) {
      line.tokens().forEach(token -> out.append(token.text()));
      out.append('\n');
    }
    return out.toString();
  }

  private static String prelude() {
    try (InputStream in =
        NotebookFormat.class.getResourceAsStream("/dev/perilla/site/export/prelude.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String json(List<Cell> cells, SortedMap<String, Set<String>> standings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("cells");
      int number = 0;
      for (Cell cell : cells) {
        number++;
        json.writeStartObject();
        json.writeStringProperty("cell_type", cell.output().isPresent() ? "code" : "markdown");
        if (cell.output().isPresent()) {
          json.writeNumberProperty("execution_count", number);
        }
        json.writeStringProperty("id", cellId(number, cell.id()));
        json.writeObjectPropertyStart("metadata");
        if (!cell.marks().isEmpty()) {
          json.writeObjectPropertyStart("perilla");
          cell.marks()
              .forEach(
                  (mark, words) -> {
                    json.writeArrayPropertyStart(mark);
                    words.forEach(json::writeString);
                    json.writeEndArray();
                  });
          json.writeEndObject();
        }
        json.writeEndObject();
        if (cell.output().isPresent()) {
          outputs(json, cell.output().get());
        }
        lines(json, "source", cell.source());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectPropertyStart("metadata");
      json.writeObjectPropertyStart("kernelspec");
      json.writeStringProperty("display_name", "Python 3");
      json.writeStringProperty("language", "python");
      json.writeStringProperty("name", "python3");
      json.writeEndObject();
      json.writeObjectPropertyStart("language_info");
      json.writeStringProperty("name", "python");
      json.writeEndObject();
      json.writeObjectPropertyStart("perilla");
      standings.forEach(
          (numeral, expressions) -> {
            json.writeArrayPropertyStart(numeral);
            expressions.forEach(json::writeString);
            json.writeEndArray();
          });
      json.writeEndObject();
      json.writeEndObject();
      json.writeNumberProperty("nbformat", 4);
      json.writeNumberProperty("nbformat_minor", 5);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /// Unique, of letters, digits and hyphens, at most 64 long.
  private static String cellId(int number, String id) {
    String plain = number + "-" + id.replaceAll("[^A-Za-z0-9-]", "-");
    return plain.substring(0, Math.min(64, plain.length()));
  }

  private static void outputs(JsonGenerator json, String output) {
    json.writeArrayPropertyStart("outputs");
    if (!output.isEmpty()) {
      json.writeStartObject();
      json.writeStringProperty("name", "stdout");
      json.writeStringProperty("output_type", "stream");
      lines(json, "text", output);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lines(JsonGenerator json, String key, String text) {
    json.writeArrayPropertyStart(key);
    for (String line : text.split("(?<=\n)", -1)) {
      if (!line.isEmpty()) {
        json.writeString(line);
      }
    }
    json.writeEndArray();
  }
}
