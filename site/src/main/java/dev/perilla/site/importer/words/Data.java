package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables that give nothing but data: `| x1 | x2 | target |`, a row for each sample. Their numbers
/// are inputs of the lesson; the program has them as a list of rows.
public final class Data {
  private static final Set<String> TARGETS =
      Set.of(
          "t",
          "y",
          "target",
          "targets",
          "label",
          "labels",
          "class",
          "expected",
          "desired",
          "objetivo",
          "esperado",
          "esperada",
          "deseado",
          "deseada",
          "etiqueta",
          "clase",
          "alvo",
          "classe",
          "rótulo",
          "ziel",
          "zielwert",
          "cible");
  private static final Set<String> INPUTS =
      Set.of(
          "input",
          "inputs",
          "entrada",
          "entradas",
          "feature",
          "eingabe",
          "entrée",
          "sample",
          "example",
          "muestra",
          "ejemplo",
          "amostra",
          "exemplo",
          "#",
          "i",
          "n",
          "");
  private static final Pattern INPUT = Pattern.compile("[xX]_?\\{?\\d{0,2}}?|[aAbB]");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");
  private static final Pattern NAME = Pattern.compile("rows(?:_\\d+)?");
  private static final int MOST = 100; // rows

  private final Map<String, String> known = new LinkedHashMap<>(); // lists, by their names

  /// The numbers of a table.
  ///
  /// @param rows each number as a literal
  /// @param places the offsets of the numbers, row by row
  private record Numbers(List<List<String>> rows, List<List<Integer>> places) {
    String list() {
      return rows.toString();
    }
  }

  /// The lists of the tables of a text that are new, by their names.
  public Map<String, String> learned(String markdown) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Numbers table : in(markdown)) {
      if (!known.containsValue(table.list())) {
        String name = known.isEmpty() ? "rows" : "rows_" + (known.size() + 1);
        known.put(name, table.list());
        found.put(name, table.list());
      }
    }
    return found;
  }

  /// What the numbers of the tables of a text are, by their offsets, if a list of the program is
  /// that table: for each table one map.
  ///
  /// @param name of the list
  public static List<Map<Integer, String>> places(String markdown, String name) {
    List<Map<Integer, String>> found = new ArrayList<>();
    for (Numbers table : in(markdown)) {
      Map<Integer, String> places = new LinkedHashMap<>();
      for (int i = 0; i < table.places().size(); i++) {
        for (int j = 0; j < table.places().get(i).size(); j++) {
          places.put(table.places().get(i).get(j), name + "[" + i + "][" + j + "]");
        }
      }
      found.add(places);
    }
    return found;
  }

  /// Whether a name is one of a list that a table gave.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static List<Numbers> in(String markdown) {
    List<Numbers> found = new ArrayList<>();
    for (Table table : Table.in(markdown)) {
      List<List<String>> rows = new ArrayList<>();
      List<List<Integer>> places = new ArrayList<>();
      boolean numbers = isData(table);
      for (List<Table.Cell> row : table.rows().stream().limit(MOST).toList()) {
        List<String> literals = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Table.Cell cell : row) {
          numbers &= cell(table, cell, literals, starts);
        }
        numbers &= !literals.isEmpty();
        rows.add(literals);
        places.add(starts);
      }
      if (numbers && rows.size() > 1) {
        found.add(new Numbers(rows, places));
      }
    }
    return found;
  }

  /// Whether the heads of a table name inputs, targets among them or not, and nothing else.
  private static boolean isData(Table table) {
    int inputs = 0;
    for (Table.Cell cell : table.head()) {
      String head = Signs.name(table.words(cell).replaceAll("\\s+", " "));
      String word = head.toLowerCase(Locale.ROOT).replaceFirst("\\s+.*", "");
      boolean input = INPUT.matcher(head).matches();
      inputs += input ? 1 : 0;
      if (!input && !TARGETS.contains(word) && !INPUTS.contains(word)) {
        return false;
      }
    }
    return inputs > 0 && table.head().size() > 1;
  }

  /// Takes the numbers of a cell; whether it has nothing else.
  private static boolean cell(
      Table table, Table.Cell cell, List<String> literals, List<Integer> starts) {
    Matcher number = NUMBER.matcher(table.text()).region(cell.start(), cell.end());
    while (number.find()) {
      literals.add(number.group().replace('−', '-'));
      starts.add(number.start());
    }
    return table.words(cell).replaceAll("[-−\\d.\\s]", "").isEmpty();
  }
}
