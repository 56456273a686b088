package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Observation;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.syntax.Comment;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Expectations;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comments that say what a line of a loop or function gives its name, `z = i * 2 # z = 4`: that
/// holds each time that the line runs, as after `# =>`, and not after the last time alone.
///
/// @param execution which is run once more where there is such a comment
/// @param index of the block
record LoopComments(Execution execution, int index, Account account) {
  private static final Pattern ASSIGNS =
      Pattern.compile("[ \\t]+([\\p{L}_][\\p{L}\\p{Nd}_]*)\\s*[-+*/]?=(?!=).*#\\s*");

  private static final Pattern SAYS =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{Nd}_]*)\\s*=(?:.*=)?\\s*");

  void check(Text code, Outcome outcome) {
    Map<Integer, Text> said = new LinkedHashMap<>(); // by line
    StringBuilder changed = new StringBuilder(code.value());
    for (Comment comment : outcome.comments().reversed()) {
      number(code, comment)
          .ifPresent(
              number -> {
                said.put(comment.line(), number);
                changed.replace(comment.start(), comment.end(), "# => " + number.value());
              });
    }
    if (said.isEmpty()) {
      return;
    }
    Execution.Twist twist =
        Execution.Twist.NONE.code(index, Text.at(changed.toString(), code.span()));
    Optional<Outcome> again =
        execution.other(index, twist).ran().outcome().filter(Outcome::completed);
    for (Observation seen : again.map(Outcome::observations).orElse(List.of())) {
      Text number = said.get(seen.comment().line());
      if (number != null && seen.times() > 1) {
        seen.seen().stream()
            .flatMap(
                it ->
                    Expectations.comment(number, number.value(), Facts.of(it.value(), it.repr()))
                        .stream())
            .findFirst()
            .map(Finding::withoutFix)
            .map(it -> it.help("what is said of a line of a loop holds each time that it runs"))
            .ifPresent(account::report);
      }
    }
  }

  /// The number that a comment says its line gives; empty where it says something else.
  private static Optional<Text> number(Text code, Comment comment) {
    int line = code.value().lastIndexOf('\n', comment.start()) + 1;
    int from = comment.start() + code.value().substring(comment.start()).indexOf(comment.text());
    Matcher assigned = ASSIGNS.matcher(code.value()).region(line, from);
    Matcher says = SAYS.matcher(comment.text());
    if (!assigned.matches() || !says.lookingAt() || !says.group(1).equals(assigned.group(1))) {
      return Optional.empty();
    }
    return Numeral.whole(comment.text().substring(says.end()), Notation.POINT)
        .flatMap(Numeral::value)
        .map(_ -> code.sub(from + says.end(), from + comment.text().length()));
  }
}
