package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Node.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What holds between the places of a chapter: ids are used once, `about` names a block, a listing
/// that is not run says why and claims nothing, a knob can be turned to its number, what is said of
/// an option reaches somebody. Reads the tree as it stands, so that a fault elsewhere hides
/// nothing; parts of another form are passed over.
final class ChapterRules {
  private final Report report;

  ChapterRules(Report report) {
    this.report = report;
  }

  void check(Node root) {
    List<Mapping> blocks = mappings(root, "blocks");
    Map<String, Text> ids = uniqueIds(blocks, "block", position -> "b" + position);
    boolean isCut = !whole(root);
    for (Mapping block : blocks) {
      about(block, ids, isCut);
      if (word(block, "type").filter(type -> type.value().equals("code")).isPresent()) {
        listing(block);
      }
      if (block.get("given").orElse(block) instanceof Mapping given) {
        given.entries().forEach(this::knob);
      }
      List<Mapping> questions = mappings(block, "questions");
      uniqueIds(questions, "question", position -> "q" + position);
      questions.stream().flatMap(it -> mappings(it, "options").stream()).forEach(this::option);
    }
  }

  void checkBook(Node root) {
    Map<String, Text> seen = new LinkedHashMap<>();
    for (Text id : texts(root, "chapters")) {
      Text first = seen.putIfAbsent(id.value(), id);
      if (first != null) {
        report.add(
            Finding.error(
                    FormatCode.DUPLICATE_ID,
                    id.span(),
                    "the chapter `" + FormCheck.shown(id) + "` is listed twice")
                .related(first.span(), "it stands here already")
                .help("keep one of the two"));
      }
    }
  }

  private Map<String, Text> uniqueIds(
      List<Mapping> holders, String what, Function<Integer, String> unnamed) {
    Map<String, Text> ids = new LinkedHashMap<>();
    for (Mapping holder : holders) {
      word(holder, "id")
          .ifPresent(
              id -> {
                Text first = ids.putIfAbsent(id.value(), id);
                if (first != null) {
                  report.add(
                      Finding.error(
                              FormatCode.DUPLICATE_ID,
                              id.span(),
                              "the " + what + " id `" + FormCheck.shown(id) + "` is used twice")
                          .related(first.span(), "it names this " + what + " already")
                          .help("give one of the two another id"));
                }
              });
    }
    for (int i = 0; i < holders.size(); i++) {
      Text taken = ids.get(unnamed.apply(i + 1));
      if (taken != null && word(holders.get(i), "id").isEmpty()) {
        report.add(
            Finding.error(
                    FormatCode.DUPLICATE_ID,
                    taken.span(),
                    "`" + taken + "` is the id of " + what + " " + (i + 1) + ", which has no other")
                .help("use a word that says what this " + what + " is about"));
      }
    }
    return ids;
  }

  private void about(Mapping block, Map<String, Text> ids, boolean more) {
    Optional<Text> about = word(block, "about");
    if (about.isEmpty() || ids.containsKey(about.get().value()) || more) {
      return;
    }
    String help =
        Suggestion.nearest(about.get().value(), ids.keySet())
            .map(id -> "did you mean `" + id + "`?")
            .orElse(
                ids.isEmpty()
                    ? "give the block that is meant an `id`"
                    : "the blocks with an id are " + String.join(", ", ids.keySet()));
    report.add(
        Finding.error(
                FormatCode.UNKNOWN_BLOCK_ID,
                about.get().span(),
                "no block of this chapter has the id `" + FormCheck.shown(about.get()) + "`")
            .help(help));
  }

  private void listing(Mapping block) {
    boolean runs = block.get("run").flatMap(ChapterRules::flag).orElse(true);
    Optional<Text> reason = word(block, "reason");
    Optional<Text> lang = word(block, "lang");
    if (runs && lang.isPresent()) {
      report.add(
          Finding.error(
                  FormatCode.MISPLACED,
                  lang.get().span(),
                  "a listing in `" + FormCheck.shown(lang.get()) + "` cannot be run")
              .help("add `run: false` and a `reason`, or delete `lang` from a listing in Python"));
    } else if (runs && reason.isPresent()) {
      report.add(
          Finding.error(
                  FormatCode.MISPLACED,
                  reason.get().span(),
                  "a reason for not running stands at a listing that is run")
              .help("add `run: false`, or delete `reason`"));
    }
    if (runs) {
      return;
    }
    if (reason.isEmpty() && block.whole()) {
      report.add(
          Finding.error(
                  FormatCode.MISSING_KEY,
                  block.entry("run").map(entry -> entry.key().span()).orElse(block.head()),
                  "a listing that is not run lacks a `reason`")
              .help("write `reason:` and why; readers see it"));
    }
    for (String claim : List.of("expect", "show", "editable")) {
      block
          .entry(claim)
          .map(Entry::key)
          .ifPresent(
              key ->
                  report.add(
                      Finding.error(
                              FormatCode.MISPLACED,
                              key.span(),
                              "`" + claim + "` stands at a listing that is not run")
                          .help("delete it, or let the listing run")));
    }
  }

  /// The least value that a knob has is below its greatest, its number between them or one of them.
  private void knob(Entry input) {
    if (!(input.value() instanceof Mapping knob) || knob.get("value").isEmpty()) {
      return;
    }
    ordered(knob, "min", "value");
    ordered(knob, "value", "max");
    word(knob, "step")
        .filter(_ -> number(knob, "step").filter(it -> it.signum() <= 0).isPresent())
        .ifPresent(
            step ->
                report.add(
                    Finding.error(
                            FormatCode.MISPLACED,
                            step.span(),
                            "the knob `" + FormCheck.shown(input.key()) + "` has a step of " + step)
                        .help("write how far two values are from each other, such as 0.1")));
    between(knob);
  }

  /// A slider goes from its least value by steps, and would show another number at first.
  private void between(Mapping knob) {
    Optional<BigDecimal> from = number(knob, "min");
    Optional<BigDecimal> value = number(knob, "value");
    Optional<BigDecimal> step = number(knob, "step").filter(it -> it.signum() > 0);
    if (from.isPresent()
        && value.isPresent()
        && step.isPresent()
        && value.get().subtract(from.get()).remainder(step.get()).signum() != 0) {
      report.add(
          Finding.warning(
                  FormatCode.MISPLACED,
                  word(knob, "value").orElseThrow().span(),
                  "the knob has no such value: it goes from "
                      + from.get()
                      + " in steps of "
                      + step.get())
              .help("write a step that leads there from min"));
    }
  }

  private void ordered(Mapping knob, String less, String more) {
    Optional<BigDecimal> one = number(knob, less);
    Optional<BigDecimal> other = number(knob, more);
    if (one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0) {
      Text bound = word(knob, less.equals("value") ? more : less).orElseThrow();
      report.add(
          Finding.error(
                  FormatCode.MISPLACED,
                  bound.span(),
                  "`" + less + "` is greater than `" + more + "`: the knob cannot be turned there")
              .help("write them in their order: min, value, max"));
    }
  }

  private static Optional<BigDecimal> number(Mapping mapping, String key) {
    return mapping
        .get(key)
        .flatMap(
            node ->
                node instanceof Scalar scalar && Words.isUsable(Shape.Word.NUMBER, scalar)
                    ? Optional.of(new BigDecimal(scalar.value().replace("_", "")))
                    : Optional.empty());
  }

  private void option(Mapping option) {
    Optional<Entry> say = option.entry("say");
    if (say.isPresent() && option.get("right").flatMap(ChapterRules::flag).orElse(false)) {
      report.add(
          Finding.warning(
                  FormatCode.MISPLACED,
                  say.get().key().span(),
                  "nobody is told this: the option is right, and `say` is for who should not choose"
                      + " it")
              .help("say it in the `solution` of the question, or of an option that is wrong"));
    }
  }

  private static Optional<Boolean> flag(Node node) {
    return node instanceof Scalar scalar ? Words.flag(scalar) : Optional.empty();
  }

  private static boolean whole(Node node) {
    return node instanceof Mapping mapping
        && mapping.whole()
        && mapping.get("blocks").stream().allMatch(blocks -> blocks instanceof Sequence);
  }

  private static Optional<Text> word(Mapping mapping, String key) {
    return mapping
        .get(key)
        .flatMap(
            node ->
                node instanceof Scalar scalar && !scalar.isNull()
                    ? Optional.of(scalar.text())
                    : Optional.empty());
  }

  private static List<Mapping> mappings(Node node, String key) {
    List<Mapping> all = new ArrayList<>();
    if (node instanceof Mapping mapping
        && mapping.get(key).orElse(mapping) instanceof Sequence items) {
      for (Node item : items.items()) {
        all.add(item instanceof Mapping found ? found : new Mapping(item.span(), List.of(), false));
      }
    }
    return all;
  }

  private static List<Text> texts(Node node, String key) {
    List<Text> all = new ArrayList<>();
    if (node instanceof Mapping mapping
        && mapping.get(key).orElse(mapping) instanceof Sequence items) {
      for (Node item : items.items()) {
        if (item instanceof Scalar scalar) {
          all.add(scalar.text());
        }
      }
    }
    return all;
  }
}
