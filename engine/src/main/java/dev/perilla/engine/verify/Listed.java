package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers in a row that are all those of a list of the program, in its order: `the marks are 4, 7,
/// 7, 8 and 9`.
record Listed(Settling settling, Flat flat, List<Numeral> numerals, Set<Integer> settled) {
  private static final int FEWEST = 3;
  private static final String FIRST = "[0]";
  private static final Pattern JOINED = Phrase.pattern(",\\s+(?:@AND\\s+)?|\\s+@AND\\s+");

  /// What the numbers come from, by their place; none that has a standing already.
  Map<Integer, String> all() {
    Map<Integer, String> all = new HashMap<>();
    for (int first = 0; first < numerals.size(); first++) {
      int end = first;
      while (end < numerals.size() && isFree(end) && (end == first || isJoined(end))) {
        end++;
      }
      if (end - first >= FEWEST) {
        Optional<String> list = list(numerals.subList(first, end));
        for (int i = first; i < end && list.isPresent(); i++) {
          all.put(i, list.get() + "[" + (i - first) + "]");
        }
      }
      first = Math.max(first, end - 1);
    }
    return all;
  }

  private boolean isFree(int i) {
    return !settled.contains(i)
        && !flat.isGap(numerals.get(i))
        && !flat.split(numerals.get(i))
        && numerals.get(i).value().isPresent();
  }

  private boolean isJoined(int i) {
    String between = flat.text().substring(numerals.get(i - 1).end(), numerals.get(i).start());
    return JOINED.matcher(between).matches();
  }

  private Optional<String> list(List<Numeral> row) {
    int start = row.getFirst().start();
    String sentence = Told.sentence(flat.text().substring(0, start));
    int atom = sentence.lastIndexOf('\uFFFC');
    Optional<String> named =
        atom < 0
            ? Optional.empty()
            : Optional.of(flat.at(start - sentence.length() + atom).text().value().strip());
    List<String> lists = new ArrayList<>();
    for (State.Named one : settling.state().numbers()) {
      if (one.expression().endsWith(FIRST) && Judge.agrees(row.getFirst(), one.number(), false)) {
        lists.add(one.expression().substring(0, one.expression().length() - FIRST.length()));
      }
    }
    return lists.stream()
        .filter(
            it -> named.isEmpty() || !settling.state().knows(named.get()) || named.get().equals(it))
        .filter(it -> isAllOf(row, it))
        .findFirst();
  }

  private boolean isAllOf(List<Numeral> row, String list) {
    Text place = Text.at(list, flat.span(row.getFirst().start(), row.getLast().end()));
    if (!(settling.state().evaluate(place) instanceof State.Reply.Given given)
        || !(given.fact() instanceof Fact.Sequence(List<Fact> items, String _))
        || items.size() != row.size()) {
      return false;
    }
    for (int i = 0; i < row.size(); i++) {
      if (!Expectations.says(row.get(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }
}
