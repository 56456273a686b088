package dev.perilla.site.importer;

import dev.perilla.site.importer.standing.OpenNumeral;
import dev.perilla.site.importer.standing.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What an import came to, in numbers and in words.
///
/// @param counts of the numerals of the lesson's texts, by what became of them
/// @param open the numerals that somebody has to look at, as they stand, each with a suggestion
/// @param plain what was marked as no claim, among the words beside it
/// @param notes what of the file is not in the chapter, or not as it was
public record Report(
    Map<Outcome, Integer> counts, List<OpenNumeral> open, List<String> plain, List<String> notes) {
  private static final Pattern MARKED = Pattern.compile("\\[([^\\[\\]\\n]*)\\]\\{plain\\}");
  private static final int BESIDE = 24; // characters

  public Report {
    plain = List.copyOf(plain);
    counts = Map.copyOf(counts);
    open = List.copyOf(open);
    notes = List.copyOf(notes);
  }

  /// What is marked plain in a chapter, each among the words of its line.
  static List<String> plain(String yaml) {
    return yaml.lines()
        .flatMap(
            line ->
                MARKED
                    .matcher(line)
                    .results()
                    .filter(it -> it.group(1).chars().anyMatch(Character::isDigit))
                    .map(
                        it ->
                            shown(line.substring(Math.max(0, it.start() - BESIDE), it.start()))
                                + it.group(1)
                                + shown(
                                    line.substring(
                                        it.end(), Math.min(line.length(), it.end() + BESIDE)))))
        .map(String::strip)
        .toList();
  }

  private static String shown(String words) {
    return words.replaceAll("\\[([^\\]]*)\\]\\{[^}]*\\}?|^[^\\[\\]]*\\]\\{plain\\}", "$1");
  }

  /// How many numerals came to an outcome.
  public int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /// The report as a person reads it: a line of figures, then the open numerals, then what was
  /// marked plain.
  public List<String> lines() {
    int found = count(Outcome.CHECKED) + count(Outcome.GIVEN);
    int all = found + count(Outcome.PLAIN) + count(Outcome.OPEN);
    List<String> lines = new ArrayList<>();
    if (all == 0) {
      lines.add("no numbers in the words and programs of this lesson");
    } else {
      lines.add(
          found
              + " of "
              + all
              + " numbers found a standing without help ("
              + count(Outcome.CHECKED)
              + " checked, "
              + count(Outcome.GIVEN)
              + " given in code), "
              + count(Outcome.PLAIN)
              + " marked plain, "
              + count(Outcome.OPEN)
              + " open");
    }
    if (count(Outcome.KEPT) > 0) {
      lines.add(count(Outcome.KEPT) + " more are in code or output that is only shown");
    }
    for (OpenNumeral one : open) {
      lines.add("  " + one.numeral() + "  in: " + one.context() + "  -> " + one.suggestion());
    }
    for (String words : plain) {
      lines.add("  marked plain: " + words);
    }
    return lines;
  }
}
