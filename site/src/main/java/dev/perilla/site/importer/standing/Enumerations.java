package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Numbers side by side that say something together: `(1, 3), (2, 5)` are the items of the data,
/// `2, 4, 6` of what is predicted for them, `-1, -1, -2` of how far that is off; `3 → 9 → 18` what
/// `a → y → z` are; `4 → 2 → 1` goes on by halves.
record Enumerations(Dressing text) {
  private static final Set<String> AND = Set.of("and", "y", "e", "und", "et", "与", "和", "及");
  private static final List<String> FUNCTIONS = List.of("exp", "sigmoid", "tanh", "relu");
  private static final int MOST_LISTS = 8;
  private static final int MOST_FACTORS = 24;
  private static final int MOST_SCALARS = 5;
  private static final int LONGEST = 40; // run that goes on by a factor

  void all() {
    Map<String, Integer> lists = text.tried.lists();
    int at = 0;
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
      boolean list = groups.size() == 1 && groups.get(0).size() > 1; // `[0.39, -0.59]`
      if (groups.size() > 1 || list) {
        bind(list ? groups.get(0).stream().map(List::of).toList() : groups, lists);
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
        && text.equations.stream()
            .filter(it -> it.covers(text.scan.tokens().get(at)))
            .allMatch(Enumerations::isSequence);
  }

  /// `4 → 2 → 1`
  private static boolean isSequence(Equation equation) {
    return equation.relations().stream().allMatch("→"::equals)
        && equation.sides().stream().allMatch(it -> it.form() == Equation.Form.NUMBER);
  }

  private boolean is(int at, Kind kind) {
    return at >= 0 && at < text.scan.tokens().size() && text.scan.tokens().get(at).is(kind);
  }

  /// What follows a comma, an arrow or an "and"; -1 where none stands there.
  private int separated(int at) {
    int next = is(at, Kind.COMMA) || isArrow(at) ? at + 1 : at;
    boolean and =
        is(next, Kind.NAME)
            && AND.contains(text.scan.tokens().get(next).code().toLowerCase(Locale.ROOT));
    return and ? next + 1 : next > at ? next : -1;
  }

  private boolean isArrow(int at) {
    return is(at, Kind.RELATION) && text.scan.tokens().get(at).code().equals("→");
  }

  private void bind(List<List<Integer>> groups, Map<String, Integer> lists) {
    Map<Integer, String> marks = new LinkedHashMap<>();
    for (int column = 0; column < groups.get(0).size(); column++) {
      int place = column;
      List<Integer> numbers = groups.stream().map(it -> it.get(place)).toList();
      Optional<List<String>> items = items(numbers, lists);
      if (items.isEmpty()) {
        return;
      }
      for (int i = 0; i < numbers.size(); i++) {
        marks.put(numbers.get(i), "= " + items.get().get(i));
      }
    }
    marks.forEach(text::mark);
    text.settle(List.copyOf(marks.keySet()));
    text.count(Outcome.CHECKED, marks.size());
  }

  /// An expression for each number, if one way gives all of them.
  private Optional<List<String>> items(List<Integer> numbers, Map<String, Integer> lists) {
    List<String> all =
        lists.entrySet().stream()
            .filter(it -> it.getValue() == numbers.size())
            .map(it -> it.getKey() + "#")
            .limit(MOST_LISTS)
            .toList();
    List<String> found = new ArrayList<>(all);
    if (numbers.size() > 2) {
      List<String> of = new ArrayList<>(all);
      all.forEach(it -> FUNCTIONS.forEach(function -> of.add(function + "(" + it + ")")));
      all.forEach(it -> of.addAll(lines(it)));
      found.addAll(of.subList(all.size(), of.size()));
      for (String one : of) {
        for (String other : all) {
          if (!one.equals(other)) {
            found.add(one + " - " + other);
            found.add("(" + one + " - " + other + ")**2");
          }
        }
      }
    }
    Stream<List<String>> ofLists =
        found.stream()
            .map(
                it ->
                    IntStream.range(0, numbers.size())
                        .mapToObj(i -> it.replace("#", "[" + i + "]"))
                        .toList());
    return Stream.of(ofLists, named(numbers.size()).stream(), sequences(numbers).stream())
        .flatMap(it -> it)
        .filter(it -> isEach(numbers, it))
        .findFirst();
  }

  /// What a line makes of the items of a list: a weight times each, and a bias.
  private List<String> lines(String items) {
    List<String> scalars =
        text.tried.known().stream()
            .map(Tried.Known::expression)
            .filter(it -> it.matches("(?U)[\\p{L}_]\\w*"))
            .distinct()
            .limit(MOST_SCALARS)
            .toList();
    List<String> found = new ArrayList<>();
    for (String weight : scalars) {
      for (String bias : scalars) {
        if (!bias.equals(weight)) {
          found.add(weight + " * " + items + " + " + bias);
        }
      }
    }
    scalars.forEach(it -> found.add(it + " * " + items));
    return found;
  }

  private boolean isEach(List<Integer> numbers, List<String> items) {
    return IntStream.range(0, numbers.size())
        .allMatch(i -> text.tried.holds(words(numbers.get(i)), items.get(i)));
  }

  private String words(int number) {
    Token token = text.scan.tokens().get(number);
    return text.scan.text().substring(token.start(), token.end());
  }

  /// Names of the text that stand side by side, as many as there are numbers.
  private List<List<String>> named(int size) {
    List<List<String>> found = new ArrayList<>();
    int at = 0;
    while (at < text.scan.tokens().size()) {
      List<String> run = new ArrayList<>();
      int next = at;
      while (next >= 0 && is(next, Kind.NAME) && isNumber(next)) {
        run.add(text.scan.tokens().get(next).code());
        at = next;
        next = separated(next + 1);
      }
      if (run.size() == size && size > 1 && found.size() < MOST_LISTS) {
        found.add(run);
      }
      at++;
    }
    return found;
  }

  private boolean isNumber(int name) {
    String code = text.scan.tokens().get(name).code();
    return code.contains("/d") || text.tried.isNumber(code);
  }

  /// A run of three or more that goes on by one factor, a simple one or one that the text names.
  private List<List<String>> sequences(List<Integer> numbers) {
    boolean arrows =
        numbers.size() > 2
            && numbers.size() <= LONGEST
            && numbers.stream().allMatch(it -> isArrow(it + 1) || isArrow(it - 1));
    if (!arrows) {
      return List.of();
    }
    Set<String> factors = new LinkedHashSet<>(List.of("0.5", "2", "0.1", "10"));
    for (Token token : text.scan.tokens()) {
      if (factors.size() < MOST_FACTORS
          && token.is(Kind.NUMBER)
          && token.code().matches("\\d+(?:\\.\\d+)?")
          && !token.code().matches("[01](?:\\.0*)?")) {
        factors.add(token.code());
      }
    }
    List<List<String>> found = new ArrayList<>();
    for (String factor : factors) {
      List<String> run = new ArrayList<>();
      run.add(code(numbers.get(0) + 2) + " / " + factor);
      numbers.stream().limit(numbers.size() - 1L).forEach(it -> run.add(code(it) + " * " + factor));
      found.add(run);
    }
    return found;
  }

  private String code(int number) {
    return text.scan.tokens().get(number).code();
  }
}
