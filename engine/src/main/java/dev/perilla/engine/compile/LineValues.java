package dev.perilla.engine.compile;

import static java.util.stream.Collectors.joining;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Observation;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.language.syntax.Comment;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Expectations;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comments that say what a line gives or prints without `=>`, as listings of Python have them: `c
/// = a * b # 12`, `print(a.grad) # 4.0`, `# Output: 12` below a line that prints it. One that says
/// it truly needs no other standing; the program is run once more to know. Likewise what a `print`
/// gives to its reader where `# =>` stands behind it.
final class LineValues {
  private static final String NUMBER = "[-+−]?\\d[\\d.,_]*(?:e[-+]?\\d+)?…?(?:\\s?%)?";

  /// What the comment says, behind words for that.
  private static final Pattern SAYS =
      Phrase.pattern(
          "(?:(?:(?<name>[\\p{L}_][\\p{L}\\p{Nd}_]*)\\s+)?(?:@IS|@GIVES|@NOW)\\s+|[→=]\\s*|->\\s*)?"
              + "(?<prints>@PRINTS\\s*:?\\s+)?"
              + "(?<more>[\\p{L}' ]+ )?(?<numbers>[\\[(]?%1$s(?:,?\\s+%1$s)*[\\])]?)(?<unit>\\s\\p{L}+)?"
                  .formatted(NUMBER));

  /// Words that make another number of the one with them, or say no value.
  private static final Pattern OTHER =
      Phrase.pattern(
          "(?<!\\p{L})(?:@LESS|@GREATER|@PLUS|@MINUS|@TIMES|@DIVIDED_BY|@TWICE|@TRIPLE|@HALF|@THIRD_OF"
              + "|@QUARTER_OF|@NOT|@NONE|@AT_LEAST|@AT_MOST|@UP_TO|@BETWEEN)(?!\\p{L})");

  private static final Pattern ASSIGNS =
      Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{Nd}_]*)\\s*[-+*/]?=(?!=).*");
  private static final Pattern PRINT = Pattern.compile("(\\s*)print\\((.*)\\)\\s*");

  private final Map<Integer, Observation> observations = new HashMap<>(); // by line

  /// @param again runs the listing with other text in its place
  LineValues(Text code, Outcome outcome, Function<Text, Optional<Outcome>> again) {
    StringBuilder changed = new StringBuilder(code.value());
    boolean isAny = false;
    for (Comment comment : outcome.comments().reversed()) {
      Optional<Said> said =
          comment.claimsValue() ? ofPrint(code.value(), comment) : said(code.value(), comment);
      if (said.isPresent()) {
        isAny = true;
        changed.replace(comment.start(), comment.end(), said.get().isBelow() ? "#" : "# => 0");
        Matcher print = PRINT.matcher(said.get().line());
        if (print.matches()) {
          String seen =
              print.group(1)
                  + (comment.claimsValue()
                      ? "[" + print.group(2) + "]"
                      : "(" + print.group(2) + ")");
          int end = said.get().at() + said.get().line().length();
          changed.replace(said.get().at(), end, seen + (said.get().isBelow() ? "  # => 0" : "  "));
        }
      }
    }
    if (isAny) {
      again
          .apply(Text.at(changed.toString(), code.span()))
          .map(Outcome::observations)
          .orElse(List.of())
          .forEach(it -> observations.put(it.comment().line(), it));
    }
  }

  /// What a comment says of a line.
  ///
  /// @param line without the comment
  /// @param at where it begins
  /// @param isBelow whether the comment stands in the line below it
  /// @param numbers as they stand
  /// @param offset where they begin in the comment
  private record Said(String line, int at, boolean isBelow, String numbers, int offset) {}

  private static Optional<Said> said(String code, Comment comment) {
    Matcher says = SAYS.matcher(comment.text());
    if (!says.matches()
        || (says.group("unit") != null && Expectations.counts(says.group("unit")))) {
      return Optional.empty();
    }
    int start = code.lastIndexOf('\n', comment.start()) + 1;
    String own = code.substring(start, comment.start());
    boolean isBelow = own.isBlank();
    int at = isBelow && start > 0 ? code.lastIndexOf('\n', start - 2) + 1 : start;
    String line = isBelow ? code.substring(at, Math.max(at, start - 1)) : own;
    Matcher assigns = ASSIGNS.matcher(line);
    boolean isOfName =
        says.group("name") == null
            || (assigns.matches() && assigns.group(1).equals(says.group("name")));
    String more = Objects.requireNonNullElse(says.group("more"), "");
    boolean isPlain =
        !OTHER.matcher(more).find()
            && (more.isEmpty()
                || Arrays.stream(more.split(" ", -1)).noneMatch(it -> names(code).contains(it)));
    boolean isPrint = PRINT.matcher(line).matches();
    boolean isSaid =
        isBelow
            ? isPrint && says.group("prints") != null && line.indexOf('#') < 0
            : isOfName && isPlain && (says.group("prints") == null || isPrint);
    return isSaid
        ? Optional.of(new Said(line, at, isBelow, says.group("numbers"), says.start("numbers")))
        : Optional.empty();
  }

  private static Optional<Said> ofPrint(String code, Comment comment) {
    int start = code.lastIndexOf('\n', comment.start()) + 1;
    String line = code.substring(start, comment.start());
    return PRINT.matcher(line).matches()
        ? Optional.of(new Said(line, start, false, "", 0))
        : Optional.empty();
  }

  /// What the `print` before a `# =>` printed: one thing as it is, several with blanks between
  /// them; empty where no `print` stands there, or one that prints in another way.
  Optional<Observation> printed(String code, Comment comment) {
    return ofPrint(code, comment)
        .map(it -> observations.get(comment.line()))
        .map(
            it ->
                new Observation(
                    it.comment(),
                    it.seen().stream().map(LineValues::printed).toList(),
                    it.times()));
  }

  private static Observation.Seen printed(Observation.Seen seen) {
    List<Object> things = Python.items(seen.value()).orElseThrow();
    String text = things.stream().map(Python::str).collect(joining(" "));
    Object one = things.size() == 1 ? things.getFirst() : seen.value();
    return new Observation.Seen(one, text, seen.gradients());
  }

  private static Set<String> names(String code) {
    return Set.copyOf(Lexeme.names(Text.at(code, Span.at(SourceFile.of("", ""), 0))));
  }

  /// Where a comment has the numbers that its line gives, with the last value that it gave; empty
  /// where it says something else, or nothing of that.
  Optional<String> holds(String code, Comment comment) {
    Optional<Said> said = said(code, comment);
    int line = comment.line() - (said.filter(Said::isBelow).isPresent() ? 1 : 0);
    Observation seen = observations.get(line);
    if (said.isEmpty() || seen == null || seen.seen().isEmpty()) {
      return Optional.empty();
    }
    List<Fact> facts = new ArrayList<>();
    seen.seen().forEach(it -> facts.add(Facts.of(it.value(), it.repr())));
    boolean isAll =
        seen.times() == facts.size()
            && (facts.stream().allMatch(it -> gives(it, said.get().numbers()))
                || gives(new Fact.Sequence(facts, ""), said.get().numbers()));
    return isAll ? Optional.of(seen.seen().getLast().repr()) : Optional.empty();
  }

  private static boolean gives(Fact fact, String said) {
    List<Numeral> numerals = Numeral.scan(said, Notation.POINT);
    if (fact instanceof Fact.Sequence sequence) {
      boolean isAll = numerals.size() == sequence.items().size();
      for (int i = 0; isAll && i < numerals.size(); i++) {
        isAll = Expectations.says(numerals.get(i), sequence.items().get(i));
      }
      return isAll;
    }
    return numerals.size() == 1 && Expectations.says(numerals.getFirst(), fact);
  }
}
