package dev.perilla.site.importer;

import dev.perilla.site.importer.Report.Outcome;
import dev.perilla.site.importer.Scan.Kind;
import dev.perilla.site.importer.Scan.Token;
import dev.perilla.site.importer.Scan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Numbers side by side that are the items of a list of the program: `(1, 3), (2, 5)` of its data,
/// `2, 4, 6` of what it predicts for them, `-1, -1, -2` of how far that is off.
record Enumerations(Dressing text) {
  private static final Set<String> AND = Set.of("and", "y", "e", "und", "et");
  private static final int MOST_LISTS = 8;

  void all() {
    Map<String, Integer> lists = text.tried.lists();
    int at = lists.isEmpty() ? text.scan.tokens().size() : 0;
    while (at < text.scan.tokens().size()) {
      List<List<Integer>> groups = new ArrayList<>();
      int next = at;
      int end = at;
      while (next >= 0) {
        List<Integer> group = group(next);
        if (group.isEmpty() || (!groups.isEmpty() && group.size() != groups.get(0).size())) {
          break;
        }
        groups.add(group);
        end = group.size() == 1 ? next + 1 : group.getLast() + 2;
        next = separated(end);
      }
      if (groups.size() > 1) {
        bind(groups, lists);
      }
      at = Math.max(end, at + 1);
    }
  }

  /// The numbers that begin at a token: one, or those of a pair in brackets.
  private List<Integer> group(int at) {
    if (isFree(at)) {
      return List.of(at);
    }
    List<Integer> group = new ArrayList<>();
    int next = at;
    boolean opens = is(at, Kind.OPEN) && (at == 0 || !isCall(at));
    while (opens && isFree(next + 1)) {
      group.add(next + 1);
      if (is(next + 2, Kind.CLOSE)) {
        return group.size() > 1 ? group : List.of();
      }
      opens = is(next + 2, Kind.COMMA);
      next += 2;
    }
    return List.of();
  }

  private boolean isCall(int open) {
    Token before = text.scan.tokens().get(open - 1);
    return before.is(Kind.NAME) && before.end() == text.scan.tokens().get(open).start();
  }

  private boolean isFree(int at) {
    return is(at, Kind.NUMBER)
        && text.scan.tokens().get(at).zone() != Zone.FENCE
        && !text.isSettled(at)
        && text.equations.stream().noneMatch(it -> Spoken.within(it, text.scan.tokens().get(at)));
  }

  private boolean is(int at, Kind kind) {
    return at < text.scan.tokens().size() && text.scan.tokens().get(at).is(kind);
  }

  /// What follows a comma or an "and"; -1 where none stands there.
  private int separated(int at) {
    int next = is(at, Kind.COMMA) ? at + 1 : at;
    boolean and =
        is(next, Kind.NAME)
            && AND.contains(text.scan.tokens().get(next).code().toLowerCase(Locale.ROOT));
    return and ? next + 1 : next > at ? next : -1;
  }

  private void bind(List<List<Integer>> groups, Map<String, Integer> lists) {
    Map<Integer, String> marks = new LinkedHashMap<>();
    for (int column = 0; column < groups.get(0).size(); column++) {
      int place = column;
      List<Integer> numbers = groups.stream().map(it -> it.get(place)).toList();
      Optional<String> item = item(numbers, lists);
      if (item.isEmpty()) {
        return;
      }
      for (int i = 0; i < numbers.size(); i++) {
        marks.put(numbers.get(i), "= " + item.get().replace("#", "[" + i + "]"));
      }
    }
    marks.forEach(text::mark);
    text.settle(List.copyOf(marks.keySet()));
    text.count(Outcome.CHECKED, marks.size());
  }

  /// An expression that gives each number, with `#` for its place.
  private Optional<String> item(List<Integer> numbers, Map<String, Integer> lists) {
    List<String> all =
        lists.entrySet().stream()
            .filter(it -> it.getValue() == numbers.size())
            .map(it -> it.getKey() + "#")
            .limit(MOST_LISTS)
            .toList();
    List<String> found = new ArrayList<>(all);
    if (numbers.size() > 2) {
      for (String one : all) {
        for (String other : all) {
          if (!one.equals(other)) {
            found.add(one + " - " + other);
            found.add("(" + one + " - " + other + ")**2");
          }
        }
      }
    }
    return found.stream().filter(it -> isEach(numbers, it)).findFirst();
  }

  private boolean isEach(List<Integer> numbers, String item) {
    for (int i = 0; i < numbers.size(); i++) {
      Token token = text.scan.tokens().get(numbers.get(i));
      String digits = text.scan.text().substring(token.start(), token.end());
      if (!text.tried.holds(digits, item.replace("#", "[" + i + "]"))) {
        return false;
      }
    }
    return true;
  }
}
