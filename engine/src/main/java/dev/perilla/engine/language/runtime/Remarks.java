package dev.perilla.engine.language.runtime;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.autograd.Edge;
import dev.perilla.engine.autograd.Graph;
import dev.perilla.engine.autograd.Replay;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a block did that a reader has to know of, and that stops no program: CPython goes on too.
///
/// A builtin makes a remark, the call in the chapter that it returns to gives it its place; the
/// first of a kind is told there, in whichever round of a loop it comes. A program that names
/// infinity, or says `# kink` in a comment, means it.
final class Remarks {
  /// How many kinks of one block are looked into that turn out to be none; each costs some replays.
  private static final int MOST = 40;

  private static final String[] WORDS = {"inf", "nan"};
  private static final String[] KINK = {"kink"};

  private final List<Note> unplaced = new ArrayList<>();
  private final Map<Syntax, Note> derivatives = new LinkedHashMap<>();
  private final Map<Syntax, Note> numbers = new LinkedHashMap<>();
  private final List<Passed> passed = new ArrayList<>(); // by the call that has no place yet
  private boolean infinityIsMeant; // once a block of the program has named it
  private boolean kinksAreMeant; // likewise
  private int harmless;

  /// A derivative that a program took by way of a kink.
  ///
  /// @param graph with its data as they were; null where they are so still
  private record Passed(Value output, @Nullable Graph graph, Value input) {
    Witnesses witnesses() {
      return graph == null ? Witnesses.of(output, input) : Witnesses.of(graph, input);
    }
  }

  private record Note(LanguageCode code, String message, String help) {
    Finding at(Syntax place) {
      Span span = place.unit().text().span(place.start(), place.end());
      Finding finding =
          code == LanguageCode.NOT_FINITE
              ? Finding.error(code, span, message)
              : Finding.warning(code, span, message);
      return finding.help(help);
    }
  }

  /// Before a block with this code runs.
  void begin(String code) {
    unplaced.clear();
    derivatives.clear();
    numbers.clear();
    passed.clear();
    harmless = 0;
    infinityIsMeant |= word(code, WORDS) != null;
    kinksAreMeant |= word(code, KINK) != null;
  }

  /// All remarks on the block.
  List<Finding> end(Unit unit) {
    place(new Syntax(unit, 0, Math.min(1, unit.text().value().length()), -1, -1));
    List<Finding> all = new ArrayList<>();
    numbers.forEach((at, note) -> all.add(note.at(at)));
    derivatives.forEach((at, note) -> all.add(note.at(at)));
    return all;
  }

  /// The call at this place is done: what was remarked on its way is remarked there, unless it
  /// stands in a module of ours.
  void place(Syntax at) {
    if (!unplaced.isEmpty() || !passed.isEmpty()) {
      placeAll(at);
    }
  }

  private void placeAll(Syntax at) {
    if (at.unit().text().span(0, 0).file().name().startsWith("<")) {
      return;
    }
    for (Note note : unplaced) {
      numbers.putIfAbsent(at, note);
    }
    unplaced.clear();
    for (Passed kink : passed) {
      if (!kinksAreMeant && !derivatives.containsKey(at) && harmless < MOST) {
        Note note = note(kink.witnesses());
        if (note == null) {
          harmless++;
        } else {
          derivatives.put(at, note);
        }
      }
    }
    passed.clear();
  }

  /// On a printed text: a number that is not finite, unless the program names infinity itself.
  void printed(String text) {
    String found = infinityIsMeant ? null : word(text, WORDS);
    if (found != null) {
      add(
          new Note(
              LanguageCode.NOT_FINITE,
              "the program prints " + found + ", which is no finite number",
              "look where it leaves the finite numbers; where that is meant, name it in the"
                  + " listing, as in the comment # "
                  + found));
    }
  }

  /// On a sweep from `output` that has passed `value`.
  void swept(Value output, Value value) {
    if (value.grad() != 0
        && value.edge().filter(edge -> edge.kind() != Edge.Kind.OUTSIDE).isPresent()) {
      passed(output, null, value.operands().getFirst());
    }
  }

  /// On the derivative of `output` by `input`, which the program has asked for.
  void asked(Value output, Value input) {
    if (!Replay.of(output, List.of(input)).edges(input.data()).isEmpty()) {
      passed(output, null, input);
    }
  }

  /// On the loss that `train` begins with.
  void trained(Value loss) {
    Graph graph = Graph.of(loss); // the steps change the data
    for (Value kink : graph.kinks()) {
      passed(loss, graph, kink.operands().getFirst());
    }
  }

  private void passed(Value output, @Nullable Graph graph, Value input) {
    if (passed.size() < MOST) {
      passed.add(new Passed(output, graph, input));
    }
  }

  /// Whether the program says that it passes kinks.
  boolean kinksAreMeant() {
    return kinksAreMeant;
  }

  private static @Nullable Note note(Witnesses witnesses) {
    return witnesses
        .objection()
        .map(it -> new Note(LanguageCode.NO_DERIVATIVE, "the derivative " + it, Witnesses.MEANT))
        .orElse(null);
  }

  private void add(Note note) {
    if (!unplaced.contains(note)) {
      unplaced.add(note);
    }
  }

  /// Which of the words stands by itself in a text, if one does.
  private static @Nullable String word(String text, String[] words) {
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!isLetter(text, at - 1) && !isLetter(text, at + word.length())) {
          return word;
        }
      }
    }
    return null;
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }
}
