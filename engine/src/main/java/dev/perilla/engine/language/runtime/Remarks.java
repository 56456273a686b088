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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a block did that a reader has to know of, and that stops no program: CPython goes on too.
///
/// A builtin makes a remark, the call in the chapter that it returns to gives it its place; the
/// first of a kind is told there. Of a sweep that a loop does again and again nothing is told: its
/// gradients are steps on a way, and relu meets its corner whenever a whole layer is 0.
final class Remarks {
  /// How many kinks of one block are looked into; each costs some replays.
  private static final int MOST = 40;

  private static final String[] WORDS = {"inf", "nan"};

  private final List<Note> unplaced = new ArrayList<>();
  private final Map<Syntax, Note> derivatives = new LinkedHashMap<>();
  private final Map<Syntax, Note> numbers = new LinkedHashMap<>();
  private final Map<Syntax, Integer> sweeps = new HashMap<>();
  private boolean swept; // by the call that has no place yet
  private boolean infinityIsMeant; // once a block of the program has named it
  private int kinks;

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
    sweeps.clear();
    swept = false;
    kinks = 0;
    infinityIsMeant |= word(code) != null;
  }

  /// All remarks on the block.
  List<Finding> end(Unit unit) {
    place(new Syntax(unit, 0, Math.min(1, unit.text().value().length()), -1, -1));
    List<Finding> all = new ArrayList<>();
    numbers.forEach((at, note) -> all.add(note.at(at)));
    derivatives.forEach(
        (at, note) -> {
          if (sweeps.getOrDefault(at, 0) < 2) {
            all.add(note.at(at));
          }
        });
    return all;
  }

  /// The call at this place is done: what was remarked on its way is remarked there, unless it
  /// stands in a module of ours.
  void place(Syntax at) {
    if ((unplaced.isEmpty() && !swept)
        || at.unit().text().span(0, 0).file().name().startsWith("<")) {
      return;
    }
    if (swept) {
      sweeps.merge(at, 1, Integer::sum);
      swept = false;
    }
    for (Note note : unplaced) {
      (note.code == LanguageCode.NOT_FINITE ? numbers : derivatives).putIfAbsent(at, note);
    }
    unplaced.clear();
  }

  /// On a printed text: a number that is not finite, unless the program names infinity itself.
  void printed(String text) {
    String found = infinityIsMeant ? null : word(text);
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
    swept = true;
    if (value.grad() == 0 || kinks >= MOST) {
      return;
    }
    if (value.edge().filter(edge -> edge.kind() != Edge.Kind.OUTSIDE).isPresent()) {
      kinks++;
      derivative(output, value.operands().getFirst());
    }
  }

  /// On the derivative of `output` by `input`, which the program has asked for.
  void asked(Value output, Value input) {
    if (kinks < MOST && !Replay.of(output, List.of(input)).edges(input.data()).isEmpty()) {
      kinks++;
      derivative(output, input);
    }
  }

  /// On the loss that `train` begins with.
  void trained(Value loss) {
    for (Value kink : Graph.of(loss).kinks()) {
      if (kinks++ < MOST) {
        derivative(loss, kink.operands().getFirst());
      }
    }
  }

  private void derivative(Value output, Value input) {
    Witnesses.of(output, input)
        .objection()
        .ifPresent(
            objection ->
                add(
                    new Note(
                        LanguageCode.NO_DERIVATIVE,
                        "the derivative " + objection,
                        "choose inputs off that place, or say that the slope there is a choice")));
  }

  private void add(Note note) {
    if (!unplaced.contains(note)) {
      unplaced.add(note);
    }
  }

  /// The word for infinity or no number in a text, if one is there by itself.
  private static @Nullable String word(String text) {
    for (String word : WORDS) {
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
