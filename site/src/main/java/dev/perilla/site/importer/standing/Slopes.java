package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A gradient that a sentence gives as a formula without a name, `the gradient is 2(w − 3)`: the
/// statement of the gradient that it is.
///
/// @param text that it stands in
record Slopes(Dressing text) {
  private static final Set<String> IS = Set.of("is", "es", "é", "sea", "sería", "would", "be");
  private static final int REACH = 8; // tokens before, in which the gradient is named

  void all() {
    List<Token> tokens = text.scan.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      boolean begins =
          tokens.get(i).zone() == Zone.PROSE
              && before.is(Kind.NAME)
              && IS.contains(before.code().toLowerCase(Locale.ROOT))
              && speaksOfGradient(i);
      if (begins) {
        formula(tokens.get(i).start()).ifPresent(this::state);
      }
    }
  }

  private boolean speaksOfGradient(int index) {
    return text.scan.tokens().subList(Math.max(0, index - REACH), index).stream()
        .anyMatch(it -> Lexicon.GRADIENTS.contains(it.code().toLowerCase(Locale.ROOT)));
  }

  /// A formula of names of the program.
  ///
  /// @param start where it begins in the text
  /// @param length of its characters
  private record Formula(int start, int length, Side side) {}

  private Optional<Formula> formula(int start) {
    int end = text.scan.text().indexOf('\n', start);
    String rest = text.scan.text().substring(start, end < 0 ? text.scan.text().length() : end);
    String lead = "g = ";
    return Equation.all(Scan.code(lead + rest.split("[,;:`]|\\.(?!\\d)", 2)[0]), text.tried::knows)
        .stream()
        .findFirst()
        .map(it -> it.sides().get(1))
        .filter(
            it -> it.form() == Form.FORMULA && it.names().stream().allMatch(text.tried::isNumber))
        .map(it -> new Formula(start, it.end() - lead.length(), it));
  }

  private void state(Formula formula) {
    int end = formula.start() + formula.length();
    List<Integer> numbers =
        IntStream.range(0, text.scan.tokens().size())
            .filter(i -> text.scan.tokens().get(i).is(Kind.NUMBER) && !text.isSettled(i))
            .filter(i -> text.scan.tokens().get(i).start() >= formula.start())
            .filter(i -> text.scan.tokens().get(i).end() <= end)
            .boxed()
            .toList();
    Optional<String> sink = text.tried.sink();
    Optional<String> statement =
        formula.side().names().stream()
            .filter(it -> sink.filter(output -> !output.equals(it)).isPresent())
            .map(it -> "d" + sink.get() + "/d" + it + " = " + formula.side().code())
            .filter(it -> text.tried.span(it).isEmpty())
            .findFirst();
    if (!numbers.isEmpty() && statement.isPresent()) {
      text.replace(formula.start(), end, "`" + statement.get() + "`");
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size());
    }
  }
}
