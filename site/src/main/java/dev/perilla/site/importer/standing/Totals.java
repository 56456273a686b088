package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Row;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sums and means of numbers that stand beside them: the last row of a table, `7.39, 2.72 and 1.11
/// (sum 11.22)`. What is added up is what the numbers are of, else the numbers as they are written.
record Totals(Dressing text) {
  private static final Set<String> SUMS =
      Set.of(
          "sum", "total", "sums", "adds", "add", "suma", "suman", "soma", "somam", "somme",
          "summe");
  private static final Set<String> MEANS =
      Set.of("mean", "average", "averages", "media", "promedio", "média", "moyenne", "mittelwert");
  private static final int MOST_WORDS = 4; // between the word and the number
  private static final int MOST = 24; // items

  void all() {
    List<Token> tokens = text.scan.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).is(Kind.NUMBER) || text.isSettled(i) || isInEquation(tokens.get(i))) {
        continue;
      }
      Optional<Row> row = Row.of(text.scan.text(), tokens.get(i).start());
      Set<String> words = row.isPresent() ? Set.of(label(row.get())) : before(i);
      boolean sum = !Collections.disjoint(words, SUMS);
      boolean mean = !Collections.disjoint(words, MEANS);
      int number = i;
      List<Integer> items =
          sum || mean ? row.map(it -> above(it, number)).orElseGet(() -> run(number)) : List.of();
      if (items.size() > 1 && items.size() <= MOST) {
        bind(i, items, mean && !sum);
      }
    }
  }

  private boolean isInEquation(Token token) {
    return text.equations.stream().anyMatch(it -> it.covers(token));
  }

  private void bind(int number, List<Integer> items, boolean mean) {
    String digits = words(number);
    List<Optional<String>> of = items.stream().map(text::expression).toList();
    List<String> ways = new ArrayList<>();
    if (of.stream().allMatch(Optional::isPresent)) {
      ways.add(of.stream().map(Optional::get).map(Totals::term).collect(Collectors.joining(" + ")));
    }
    ways.add(
        items.stream()
            .map(it -> term(text.scan.tokens().get(it).code()))
            .collect(Collectors.joining(" + ")));
    ways.stream()
        .map(it -> mean ? "(" + it + ") / " + items.size() : it)
        .filter(it -> text.tried.holds(digits, it))
        .findFirst()
        .ifPresent(
            it -> {
              text.mark(number, "= " + it);
              text.settle(List.of(number));
              text.count(Outcome.CHECKED, 1);
            });
  }

  private static String term(String code) {
    return code.indexOf(' ') < 0 && !code.startsWith("-") ? code : "(" + code + ")";
  }

  private String words(int number) {
    Token token = text.scan.tokens().get(number);
    return text.scan.text().substring(token.start(), token.end());
  }

  /// The first cell of a row.
  private String label(Row row) {
    String line = text.scan.text().substring(row.start(), row.end()).strip();
    String inner = line.startsWith("|") ? line.substring(1) : line;
    int end = inner.indexOf('|');
    return inner
        .substring(0, end < 0 ? inner.length() : end)
        .replaceAll("[`$*_\\s]", "")
        .toLowerCase(Locale.ROOT);
  }

  /// The numbers above one in its column, one in each row.
  private List<Integer> above(Row row, int number) {
    List<Integer> found = new ArrayList<>();
    int column = column(number);
    for (int i = number - 1; i >= 0; i--) {
      Token token = text.scan.tokens().get(i);
      Optional<Row> other = Row.of(text.scan.text(), token.start());
      boolean same =
          other.filter(it -> it.index() >= 0 && it.names().equals(row.names())).isPresent();
      if (token.is(Kind.NUMBER) && same && token.end() < row.start() && column(i) == column) {
        found.addFirst(i);
      } else if (other.isEmpty() && !token.is(Kind.STOP)) {
        break;
      }
    }
    long rows = found.stream().map(this::line).distinct().count();
    return rows == found.size() ? found : List.of();
  }

  private int line(int number) {
    return text.scan.text().lastIndexOf('\n', text.scan.tokens().get(number).start());
  }

  private int column(int number) {
    int place = text.scan.tokens().get(number).start();
    int start = text.scan.text().lastIndexOf('\n', place) + 1;
    return (int) text.scan.text().substring(start, place).chars().filter(it -> it == '|').count();
  }

  /// The words right before a number.
  private Set<String> before(int number) {
    return text.scan.tokens().subList(Math.max(0, number - MOST_WORDS), number).stream()
        .dropWhile(it -> it.is(Kind.NUMBER))
        .filter(it -> it.is(Kind.NAME))
        .map(it -> it.code().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /// The last numbers before one in its sentence that stand side by side.
  private List<Integer> run(int number) {
    List<Token> tokens = text.scan.tokens();
    List<Integer> found = new ArrayList<>();
    int at = number - 1;
    while (at >= 0 && found.size() < 2 && !tokens.get(at).is(Kind.STOP)) {
      found.clear();
      while (at >= 0 && tokens.get(at).is(Kind.NUMBER)) {
        found.addFirst(at);
        at--;
        while (at >= 0 && (tokens.get(at).is(Kind.COMMA) || isAnd(tokens.get(at)))) {
          at--;
        }
      }
      if (found.isEmpty()) {
        at--;
      }
    }
    return found;
  }

  private static boolean isAnd(Token token) {
    return token.is(Kind.NAME) && Set.of("and", "y", "e", "und", "et").contains(token.code());
  }
}
