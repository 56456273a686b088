package dev.perilla.engine.knobs;

import dev.perilla.engine.language.text.Splitting;
import dev.perilla.engine.verify.Recipe.Ask;
import java.util.ArrayList;
import java.util.List;

/// What is asked, as text: a letter for the kind, then its components, tabs between them.
final class Asks {
  private Asks() {}

  static String write(Ask ask) {
    return switch (ask) {
      case Ask.Plain plain -> "p\t" + plain.expression();
      case Ask.Formatted formatted -> "f\t" + formatted.spec() + "\t" + formatted.expression();
      case Ask.Rounded rounded ->
          "r\t" + rounded.decimals() + "\t" + rounded.expression() + sides(rounded.sides());
      case Ask.Derivative d -> "d\t" + d.output() + "\t" + d.name();
      case Ask.Data data -> "v\t" + data.output() + "\t" + data.shape() + "\t" + data.node();
      case Ask.Slope slope -> "s\t" + slope.output() + "\t" + slope.shape() + "\t" + slope.node();
      case Ask.Along along ->
          "l\t" + along.output() + "\t" + along.shape() + numbers(along.steps());
      case Ask.Condition condition -> "c\t" + condition.expression();
      case Ask.Agreement agreement -> (agreement.number() ? "a" : "e") + sides(agreement.sides());
      case Ask.Printed _ -> "o";
      case Ask.At at ->
          "t\t" + at.place() + "\t" + at.name() + "\t" + at.slope() + "\t" + at.expression();
      case Ask.Curve curve ->
          "u\t" + range(curve.name(), curve.from(), curve.to()) + "\t" + curve.expression();
      case Ask.Tangent tangent ->
          "g\t"
              + range(tangent.name(), tangent.from(), tangent.to())
              + "\t"
              + tangent.expression()
              + "\t"
              + tangent.place();
      case Ask.Within at ->
          "x\t"
              + at.x()
              + "\t"
              + at.atX()
              + "\t"
              + at.y()
              + "\t"
              + at.atY()
              + "\t"
              + at.expression();
      case Ask.Change change -> "h\t" + change.since() + "\t" + change.expression();
      case Ask.Strongest strongest -> "m\t" + strongest.model();
      case Ask.Cells cells ->
          "q\t" + axis(cells.x()) + "\t" + axis(cells.y()) + "\t" + cells.expression();
      case Ask.Strengths strengths -> "n\t" + strengths.model();
      case Ask.Row row -> "w\t" + row.x() + "\t" + row.y();
      case Ask.Points points -> "k\t" + points.kind() + "\t" + points.expression();
    };
  }

  private static String sides(List<String> sides) {
    StringBuilder out = new StringBuilder();
    sides.forEach(side -> out.append('\t').append(side));
    return out.toString();
  }

  private static String axis(Ask.Cells.Axis axis) {
    return range(axis.name(), axis.from(), axis.to());
  }

  private static String range(String name, String from, String to) {
    return name + "\t" + from + "\t" + to;
  }

  private static String numbers(List<Integer> numbers) {
    StringBuilder out = new StringBuilder();
    numbers.forEach(number -> out.append('\t').append(number));
    return out.toString();
  }

  /// @throws IllegalArgumentException if [#write] did not write it
  static Ask read(String text) {
    List<String> parts = Splitting.split(text, "\t", -1);
    return switch (parts.getFirst()) {
      case "p" -> new Ask.Plain(parts.get(1));
      case "f" -> new Ask.Formatted(parts.get(2), parts.get(1));
      case "r" ->
          new Ask.Rounded(
              parts.get(2), Integer.parseInt(parts.get(1)), parts.subList(3, parts.size()));
      case "d" -> new Ask.Derivative(parts.get(1), parts.get(2));
      case "v" -> new Ask.Data(parts.get(1), number(parts.get(2)), number(parts.get(3)));
      case "s" -> new Ask.Slope(parts.get(1), number(parts.get(2)), number(parts.get(3)));
      case "l" -> {
        List<Integer> steps = new ArrayList<>();
        parts.subList(3, parts.size()).forEach(part -> steps.add(number(part)));
        yield new Ask.Along(parts.get(1), number(parts.get(2)), steps);
      }
      case "c" -> new Ask.Condition(parts.get(1));
      case "a", "e" ->
          new Ask.Agreement(parts.subList(1, parts.size()), parts.getFirst().equals("a"));
      case "o" -> new Ask.Printed();
      case "t" ->
          new Ask.At(parts.get(4), parts.get(2), parts.get(1), Boolean.parseBoolean(parts.get(3)));
      case "u" -> new Ask.Curve(parts.get(4), parts.get(1), parts.get(2), parts.get(3));
      case "g" ->
          new Ask.Tangent(parts.get(4), parts.get(1), parts.get(5), parts.get(2), parts.get(3));
      case "x" ->
          new Ask.Within(parts.get(5), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
      case "h" -> new Ask.Change(parts.get(2), parts.get(1));
      case "m" -> new Ask.Strongest(parts.get(1));
      case "q" ->
          new Ask.Cells(
              parts.get(7),
              new Ask.Cells.Axis(parts.get(1), parts.get(2), parts.get(3)),
              new Ask.Cells.Axis(parts.get(4), parts.get(5), parts.get(6)));
      case "n" -> new Ask.Strengths(parts.get(1));
      case "w" -> new Ask.Row(parts.get(1), parts.get(2));
      case "k" -> new Ask.Points(parts.get(2), number(parts.get(1)));
      case String other -> throw new IllegalArgumentException("nothing is asked by " + other);
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
