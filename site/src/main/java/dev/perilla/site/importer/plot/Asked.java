package dev.perilla.site.importer.plot;

import dev.perilla.chapter.Question;
import dev.perilla.site.importer.words.Signs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exercise in a fence: inputs, then formulas whose values are asked for.
///
/// ```
/// x = 2
/// w = -3
/// xw = x * w   → ?
/// ```
final class Asked {
  private static final Pattern LINE =
      Pattern.compile(
          "(?U)\\s*([\\p{L}_][\\w₀-₉]*)\\s*=\\s*(.*?)\\s*(?:(?:→|->|=)\\s*(\\?|_{2,}|…))?\\s*");

  private Asked() {}

  static Optional<Draft.Open> read(String fence, String id) {
    Draft.Open exercise = new Draft.Open(id);
    for (String line : fence.split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      Matcher part = LINE.matcher(line);
      if (!part.matches()) {
        return Optional.empty();
      }
      String name = Signs.name(part.group(1));
      String value = part.group(2).replace("−", "-").replace("×", "*").replace("·", "*");
      if (exercise.has(name)) {
        return Optional.empty();
      }
      if (value.matches("-?\\d+(\\.\\d+)?") && part.group(3) == null) {
        exercise.given.put(name, value);
      } else {
        exercise.formulas.put(name, value);
        if (part.group(3) != null) {
          exercise.questions.add(question(name));
        }
      }
    }
    return exercise.questions.isEmpty() ? Optional.empty() : Optional.of(exercise);
  }

  private static Question question(String name) {
    return new Question(
        Draft.some(name),
        Draft.text("`" + name + "`?"),
        new Question.Answer.Numeric(Draft.text(name), Optional.empty()),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
