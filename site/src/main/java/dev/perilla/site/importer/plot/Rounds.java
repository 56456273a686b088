package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Signs;
import dev.perilla.site.importer.words.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rows of a table as rounds of the same steps: where a column has numbers of an input and
/// another what follows from it, `| epoch | w | loss |`, each row is the program with that input.
///
/// A row is believed where at least half of what follows is as the table says.
///
/// @param telling the program whose steps they are
public record Rounds(Telling telling) {
  private static final int MOST = 24; // rows of one table
  private static final int MOST_NAMES = 6; // of one row
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");

  /// What a name of the program is called in a row.
  ///
  /// @param row below the rule, from 0
  public static String called(String name, int row) {
    return name + "_row" + (row + 1);
  }

  /// Of names of the program, those of a row; a few at most.
  public static List<String> inRow(Stream<String> names, int row) {
    return names.filter(it -> it.endsWith(called("", row))).distinct().limit(MOST_NAMES).toList();
  }

  /// The names that the head of a column may stand for.
  public static List<String> names(String head) {
    String word = head.replaceAll("[`$*\\s]", "");
    List<String> names = new ArrayList<>(List.of(Signs.name(word)));
    names.addAll(Lexicon.ALIASES.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()));
    return names;
  }

  /// Statements that take the steps again for the rows of all tables of a text.
  List<String> of(String markdown) {
    List<String> code = new ArrayList<>();
    for (Table table : Table.in(markdown)) {
      List<Optional<String>> columns =
          table.head().stream().map(it -> column(table.words(it))).toList();
      boolean follows =
          columns.stream().flatMap(Optional::stream).anyMatch(this::isInput)
              && columns.stream().flatMap(Optional::stream).anyMatch(it -> !isInput(it));
      for (int row = 0; follows && row < Math.min(MOST, table.rows().size()); row++) {
        code.addAll(row(columns, table.rows().get(row).stream().map(table::words).toList(), row));
      }
    }
    return code;
  }

  private Optional<String> column(String head) {
    return names(head).stream()
        .filter(it -> isInput(it) || telling.meaning(it).flatMap(m -> m.formula()).isPresent())
        .findFirst();
  }

  private boolean isInput(String name) {
    return telling.meaning(name).flatMap(it -> it.number()).isPresent();
  }

  private List<String> row(List<Optional<String>> columns, List<String> cells, int row) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, String> results = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      if (columns.get(i).isPresent() && NUMBER.matcher(cells.get(i)).matches()) {
        String name = columns.get(i).get();
        (isInput(name) ? inputs : results).put(name, cells.get(i).replace('−', '-'));
      }
    }
    boolean other =
        inputs.entrySet().stream().anyMatch(it -> !telling.wasGiven(it.getKey(), it.getValue()));
    if (!other || results.isEmpty()) {
      return List.of();
    }
    Map<String, String> steps = telling.dependents(inputs.keySet());
    Set<String> moved = new LinkedHashSet<>(inputs.keySet());
    moved.addAll(steps.keySet());
    List.copyOf(steps.keySet()).reversed().stream()
        .filter(
            it ->
                !results.containsKey(it)
                    && steps.values().stream().noneMatch(code -> Equation.names(code).contains(it)))
        .forEach(steps::remove); // of no use for the table
    List<String> code = new ArrayList<>();
    inputs.forEach((name, number) -> code.add(called(name, row) + " = Value(" + number + ")"));
    steps.forEach((name, formula) -> code.add(called(name, row) + " = " + in(row, formula, moved)));
    return believed(code, results, row) ? code : List.of();
  }

  private static String in(int row, String formula, Set<String> moved) {
    return Pattern.compile("(?U)(?<![\\w.])[\\p{L}_]\\w*")
        .matcher(formula)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    moved.contains(it.group()) ? called(it.group(), row) : it.group()));
  }

  private boolean believed(List<String> code, Map<String, String> results, int row) {
    Program program = telling.program;
    int mark = program.mark();
    boolean runs =
        code.stream()
            .allMatch(
                it ->
                    program.step(
                        it.substring(0, it.indexOf(' ')), it.substring(it.indexOf('=') + 2)));
    long right =
        results.entrySet().stream()
            .filter(it -> telling.lifting.agrees(it.getValue(), called(it.getKey(), row)))
            .count();
    boolean believed = runs && right > 0 && right * 2 >= results.size();
    if (!believed) {
      program.back(mark);
    }
    return believed;
  }
}
