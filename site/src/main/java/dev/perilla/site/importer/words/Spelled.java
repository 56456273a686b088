package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One row of a table that spells out how its numbers come about.
///
/// @param start of its line, 0-based
/// @param end of its line
record Spelled(Scan scan, int start, int end) {
  private static final Pattern COMPUTES = Pattern.compile(".*(?:[×·*+÷(]|\\d\\.\\d).*");
  private static final int LONGEST_NAME = 8; // what is longer is a word

  /// The equation of each cell that is a number, with the sides in the cells before it.
  List<Equation> equations() {
    List<Equation> found = new ArrayList<>();
    List<Side> before = new ArrayList<>();
    for (List<Token> cell : cells()) {
      Optional<Side> number = number(cell);
      List<Side> sides = number.isPresent() ? List.of() : sides(cell);
      if (number.isPresent()) {
        if (comesTo(before)) {
          before.add(number.get());
          found.add(new Equation(before, Collections.nCopies(before.size() - 1, "=")));
        }
        before.clear();
      } else if (sides.isEmpty() && cell.stream().anyMatch(it -> it.is(Kind.NUMBER))) {
        before.clear();
      } else {
        before.addAll(sides);
      }
    }
    return found;
  }

  private List<List<Token>> cells() {
    List<List<Token>> cells = new ArrayList<>(List.of(new ArrayList<>()));
    int from = start;
    for (Token token : scan.tokens()) {
      if (token.start() < start || token.end() > end || token.zone() == Zone.FENCE) {
        continue;
      }
      if (scan.text().substring(from, Math.max(from, token.start())).indexOf('|') >= 0) {
        cells.add(new ArrayList<>());
      }
      from = token.end();
      if (!token.is(Kind.OTHER) && !token.is(Kind.STOP)) {
        cells.getLast().add(token);
      }
    }
    return cells;
  }

  private static Optional<Side> number(List<Token> cell) {
    return Side.of(cell).filter(it -> it.form() == Form.NUMBER);
  }

  /// The sides that a cell ends with; none where it has words.
  private List<Side> sides(List<Token> cell) {
    List<Side> sides = new ArrayList<>();
    boolean derivative = // `$\\partial L/\\partial h$`, in letters: the row is not of `h`
        !cell.isEmpty()
            && scan.text()
                .substring(cell.getFirst().start(), cell.getLast().end())
                .contains("partial");
    if (derivative) {
      return sides;
    }
    int to = cell.size();
    for (int i = cell.size() - 1; i >= -1; i--) {
      boolean begins = i < 0 || cell.get(i).is(Kind.RELATION);
      if (!begins) {
        continue;
      }
      List<Token> part = withoutWords(cell.subList(i + 1, to));
      Optional<Side> side = part.isEmpty() ? Optional.empty() : Side.of(part);
      if (side.filter(Spelled::isSide).isEmpty()) {
        return sides;
      }
      sides.addFirst(side.get());
      boolean goesOn = part.size() == to - i - 1 && i >= 0;
      if (!goesOn || !cell.get(i).code().matches("==?|≈")) {
        return sides;
      }
      to = i;
    }
    return sides;
  }

  /// `Sum z`, without the words before what may be a side.
  private static List<Token> withoutWords(List<Token> part) {
    for (int i = part.size() - 1; i > 0; i--) {
      boolean apart = part.get(i - 1).end() < part.get(i).start();
      if (apart && part.get(i - 1).is(Kind.NAME) && part.get(i).is(Kind.NAME)) {
        return part.subList(i, part.size());
      }
    }
    return part;
  }

  private static boolean isSide(Side side) {
    return side.form() != Form.NUMBER
        && side.names().stream().allMatch(it -> it.length() <= LONGEST_NAME || it.contains("_"));
  }

  /// Whether sides come to a number: arithmetic that computes, or a name with its formula.
  private boolean comesTo(List<Side> sides) {
    boolean computed =
        sides.stream()
            .filter(it -> it.form() == Form.ARITHMETIC || it.names().equals(Set.of("e")))
            .anyMatch(
                it -> COMPUTES.matcher(scan.text().substring(it.start(), it.end())).matches());
    return computed
        || (sides.size() == 2
            && sides.get(0).form() == Form.NAME
            && sides.get(1).form() == Form.FORMULA);
  }
}
