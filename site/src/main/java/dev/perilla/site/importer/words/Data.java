package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tables that give data: `| x1 | x2 | target |`, a row for each sample, alone or beside what is
/// computed of it. Their numbers are inputs of the lesson; the program has them as a list of rows.
public final class Data {
  private static final Set<String> TARGETS =
      Set.of(
          "t",
          "y",
          "target",
          "targets",
          "y_true",
          "true",
          "actual",
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
  private static final Pattern INDEX =
      Pattern.compile("(?<=^[A-Za-z])(?:_?(?:\\{[ikn]}|[ikn])|[ᵢₖₙ])$");
  private static final Pattern FORMULA = Pattern.compile("[=+*/^²×·(-]");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");
  private static final Pattern NAME = Pattern.compile("rows(?:_\\d+)?");
  private static final int MOST = 100; // rows

  private final Map<String, String> known = new LinkedHashMap<>(); // lists, by their names
  private final Predicate<String> computed;

  /// @param computed whether the lesson has a formula for a name
  public Data(Predicate<String> computed) {
    this.computed = computed;
  }

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
    for (Numbers table : in(markdown, computed)) {
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
  public List<Map<Integer, String>> places(String markdown, String name) {
    List<Map<Integer, String>> found = new ArrayList<>();
    for (Numbers table : in(markdown, computed)) {
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

  private static List<Numbers> in(String markdown, Predicate<String> computed) {
    List<Numbers> found = new ArrayList<>();
    for (Table table : Table.in(markdown)) {
      List<List<String>> rows = new ArrayList<>();
      List<List<Integer>> places = new ArrayList<>();
      List<Integer> columns = columns(table, computed);
      boolean numbers = !columns.isEmpty();
      for (List<Table.Cell> row : table.rows().stream().limit(MOST).toList()) {
        List<String> literals = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int column : columns) {
          numbers &= column >= row.size() || cell(table, row.get(column), literals, starts);
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

  /// The columns of a table whose heads name inputs, targets among them or not: all, or else those
  /// beside what is computed of them, where targets are among them and no steps follow each other.
  private static List<Integer> columns(Table table, Predicate<String> computed) {
    List<Integer> data = new ArrayList<>();
    boolean inputs = false;
    boolean targets = false;
    boolean steps = false;
    boolean all = table.head().size() > 1;
    for (int i = 0; i < table.head().size(); i++) {
      String head = Signs.name(table.words(table.head().get(i)).replaceAll("\\s+", " "));
      String word = head.toLowerCase(Locale.ROOT).replaceFirst("\\s+.*", "");
      String name = INDEX.matcher(head.replaceFirst(".*\\s", "")).replaceFirst("");
      boolean formula = FORMULA.matcher(head).find();
      boolean input = !formula && INPUT.matcher(name).matches();
      boolean target =
          !formula && (TARGETS.contains(word) || TARGETS.contains(name.toLowerCase(Locale.ROOT)));
      boolean is = input || target || INPUTS.contains(word);
      steps |=
          Stream.of(head.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
              .anyMatch(it -> Lexicon.GRADIENTS.contains(it) || Lexicon.UPDATES.contains(it));
      all &= is;
      inputs |= input;
      targets |= target && !computed.test(name);
      if ((input || target) && !computed.test(name)) {
        data.add(i);
      }
    }
    if (all) {
      return inputs ? IntStream.range(0, table.head().size()).boxed().toList() : List.of();
    }
    return inputs && targets && !steps && data.size() > 1 ? data : List.of();
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
