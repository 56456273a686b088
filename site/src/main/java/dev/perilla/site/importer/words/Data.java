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
  private static final Pattern RULE = Pattern.compile("[\\s|:-]*-[\\s|:-]*");
  private static final Pattern NAME = Pattern.compile("rows(?:_\\d+)?");
  private static final int MOST = 100; // rows

  private final Map<String, String> known = new LinkedHashMap<>(); // lists, by their names

  /// A table of a text.
  ///
  /// @param rows each number as a literal
  /// @param places the offsets of the numbers, row by row
  private record Table(List<List<String>> rows, List<List<Integer>> places) {
    String list() {
      return rows.toString();
    }
  }

  /// The lists of the tables of a text that are new, by their names.
  public Map<String, String> learned(String markdown) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Table table : in(markdown)) {
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
    for (Table table : in(markdown)) {
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

  private static List<Table> in(String markdown) {
    List<Table> found = new ArrayList<>();
    List<String> lines = List.of(markdown.split("\n", -1));
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean head =
          i + 1 < lines.size()
              && lines.get(i).indexOf('|') >= 0
              && lines.get(i + 1).indexOf('|') >= 0
              && RULE.matcher(lines.get(i + 1)).matches();
      if (head && isData(lines.get(i))) {
        List<List<String>> rows = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        int place = at + lines.get(i).length() + 1 + lines.get(i + 1).length() + 1;
        int row = i + 2;
        boolean numbers = true;
        while (row < lines.size() && lines.get(row).indexOf('|') >= 0 && rows.size() < MOST) {
          List<String> literals = new ArrayList<>();
          List<Integer> starts = new ArrayList<>();
          numbers &= row(lines.get(row), place, literals, starts);
          rows.add(literals);
          places.add(starts);
          place += lines.get(row).length() + 1;
          row++;
        }
        if (numbers && rows.size() > 1) {
          found.add(new Table(rows, places));
        }
      }
      at += lines.get(i).length() + 1;
    }
    return found;
  }

  /// Whether the heads of a table name inputs, targets among them or not, and nothing else.
  private static boolean isData(String line) {
    List<String> heads = cells(line);
    int inputs = 0;
    for (String head : heads) {
      String word = head.toLowerCase(Locale.ROOT).replaceFirst("\\s+.*", "");
      boolean input = INPUT.matcher(head).matches();
      inputs += input ? 1 : 0;
      if (!input && !TARGETS.contains(word) && !INPUTS.contains(word)) {
        return false;
      }
    }
    return inputs > 0 && heads.size() > 1;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("\\|", -1)) {
      cells.add(Signs.name(cell.replaceAll("[`$*\\s]+", " ").strip()));
    }
    return cells;
  }

  private static boolean row(String line, int place, List<String> literals, List<Integer> starts) {
    Matcher number = NUMBER.matcher(line);
    while (number.find()) {
      literals.add(number.group().replace('−', '-'));
      starts.add(place + number.start());
    }
    return !literals.isEmpty() && line.replaceAll("[-−\\d.|`$*\\s]", "").isEmpty();
  }
}
