package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.plot.Rounds;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Signs;
import dev.perilla.site.importer.words.Table;
import dev.perilla.site.importer.words.Table.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the heads of a table name: each column by the names that it goes by, a formula, a slope, or
/// what another column is in the next row.
///
/// @param columns by the keys of their names
/// @param names of each column
/// @param formulas at the heads
/// @param gradients whether a column is of gradients
/// @param next whether a column is of what its name becomes
record Heads(
    Map<String, Integer> columns,
    List<List<String>> names,
    List<Optional<String>> formulas,
    List<Boolean> gradients,
    List<Boolean> next) {
  private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}_]\\w*'?");
  private static final String COLUMN = "column_of_table_";

  /// @param side the formula or the name that the words of a cell end with, where these are names
  static Heads of(Table table, BiFunction<Cell, Set<String>, Optional<Side>> side) {
    Heads heads =
        new Heads(
            new HashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    List<String> words = table.head().stream().map(table::words).toList();
    Set<String> known =
        words.stream()
            .map(Heads::first)
            .filter(WORD.asMatchPredicate())
            .collect(Collectors.toSet());
    for (int i = 0; i < words.size(); i++) {
      heads.read(words.get(i), side.apply(table.head().get(i), known));
      heads.own(i);
    }
    for (int i = 0; i < words.size(); i++) {
      for (String name : Rounds.names(words.get(i))) {
        heads.names.get(i).add(name);
        if (!heads.next.get(i)) {
          heads.columns.putIfAbsent(Formulas.key(name), i);
        }
      }
    }
    return heads;
  }

  /// What stands before a sign of equality.
  private static String first(String words) {
    int sign = words.indexOf('=');
    return sign < 0 ? words : words.substring(0, sign).strip();
  }

  private void read(String words, Optional<Side> side) {
    List<String> found = new ArrayList<>();
    String first = first(words);
    if (WORD.matcher(first).matches()) {
      found.add(Signs.name(first));
    }
    side.flatMap(Formulas::subject).ifPresent(found::add);
    names.add(found);
    formulas.add(side.filter(it -> it.form() == Form.FORMULA).map(Side::code));
    String[] all = words.toLowerCase(Locale.ROOT).split("(?U)[^\\p{L}]+", -1);
    boolean derives = found.stream().anyMatch(it -> Derivative.is(it) || it.endsWith("_prime"));
    boolean gradient = List.of(all).stream().anyMatch(it -> Lexicon.isIn(Lexicon.GRADIENTS, it));
    gradients.add(derives || gradient);
    next.add(
        !found.isEmpty()
            && !derives
            && List.of(all).stream().anyMatch(it -> Lexicon.isIn(Lexicon.UPDATES, it)));
  }

  private void own(int column) {
    for (String name : names.get(column)) {
      if (!next.get(column)) {
        columns.putIfAbsent(Formulas.key(name), column);
      }
    }
    columns.put(COLUMN + column, column);
  }

  Optional<String> formula(int column) {
    return formulas.get(column);
  }

  /// The names that a column goes by; of one of what a name becomes, that name.
  List<String> named(int column) {
    return names.get(column);
  }

  boolean isSlope(int column) {
    return gradients.get(column);
  }

  boolean isNext(int column) {
    return next.get(column);
  }

  /// The column of a name in a formula.
  Optional<Integer> column(String name) {
    return Optional.ofNullable(columns.get(Formulas.key(name)));
  }

  /// A formula of which the derivatives that are columns have names, `dL/dy * h`.
  String underived(String formula) {
    String named = formula;
    for (Derivative it : Derivative.all(formula)) {
      named =
          column(it.toString()).isPresent()
              ? named.replace(it.toString(), COLUMN + column(it.toString()).get())
              : named;
    }
    return named;
  }

  /// The columns of gradients, by names for formulas.
  List<String> slopes() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      if (gradients.get(i)) {
        found.add(COLUMN + i);
      }
    }
    return found;
  }

  /// The column of what the name of a column becomes, by a name for formulas.
  Optional<String> next(int column) {
    for (int i = 0; i < next.size(); i++) {
      boolean same =
          next.get(i)
              && !next.get(column)
              && names.get(i).stream()
                  .anyMatch(it -> columns.getOrDefault(Formulas.key(it), -1) == column);
      if (same) {
        return Optional.of(COLUMN + i);
      }
    }
    return Optional.empty();
  }
}
