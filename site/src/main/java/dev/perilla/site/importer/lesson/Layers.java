package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a lesson means by signs that others use otherwise. One that says what something to the
/// power of one is, `W^1 = …`, counts its layers where others write powers; one that says what `e`
/// is has a name of it.
///
/// @param letters that carry the number of a layer, as LaTeX writes them
/// @param ofE whether `e` is a name of the lesson, not Euler's number
public record Layers(Set<String> letters, boolean ofE) {
  private static final Pattern NAMED_E =
      Pattern.compile("(?<![\\p{L}\\p{N}\\\\^_{])e[`$]?\\s*=(?!=|\\s*[`$]?2\\.7)");
  private static final String LETTER = "(\\\\[a-zA-Z]+|(?<![\\p{L}\\\\])\\p{L})";
  private static final Pattern FIRST = Pattern.compile(LETTER + "\\^(?:1|\\{1\\})\\s*=");
  private static final Pattern ASSIGNED = Pattern.compile(LETTER + "\\^(?:\\d|\\{\\d\\})\\s*=");
  private static final Pattern COUNTED = Pattern.compile(LETTER + "\\^(?:(\\d)|\\{(\\d)\\})");

  public Layers {
    letters = Set.copyOf(letters);
  }

  /// What the items of a lesson say of its signs.
  public static Layers of(List<Item> items) {
    StringBuilder all = new StringBuilder();
    for (Item item : items) {
      if (item instanceof Item.Words words) {
        all.append(words.markdown()).append('\n');
      }
    }
    Set<String> letters = new HashSet<>();
    if (FIRST.matcher(all).find()) {
      Matcher assigned = ASSIGNED.matcher(all);
      while (assigned.find()) {
        letters.add(assigned.group(1));
      }
    }
    return new Layers(letters, NAMED_E.matcher(all).find());
  }

  /// A formula in which the number of a layer stands below the line.
  String below(String formula) {
    return letters.isEmpty()
        ? formula
        : COUNTED
            .matcher(formula)
            .replaceAll(
                it ->
                    Matcher.quoteReplacement(
                        letters.contains(it.group(1))
                            ? it.group(1)
                                + "_{"
                                + (it.group(2) == null ? it.group(3) : it.group(2))
                                + "}"
                            : it.group()));
  }
}
