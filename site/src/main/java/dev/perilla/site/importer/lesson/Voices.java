package dev.perilla.site.importer.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who speaks in a lesson, seen from how it is written: names that lead paragraphs in turns, one of
/// whom asks something. `Input:` and `Output:` lead paragraphs in turns too, and ask nothing.
final class Voices {
  /// `**Pregunta:** …`, `User: …`, `**Assistant**: …` at the start of a paragraph.
  static final Pattern LEAD =
      Pattern.compile(
          "(?U)\\A\\s*(?:[*_]{1,2})?(\\p{Lu}[\\p{L}.]*(?: \\p{L}+){0,3})"
              + "(?::[*_]{1,2}|[*_]{1,2}:|:)(?=\\s|\\z)[ \\t]*");

  private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~).*");
  private static final int MOST = 6; // who speak with each other

  private Voices() {}

  /// The names of those who speak; none where nobody does.
  static List<String> of(String[] lines) {
    List<String> turns = new ArrayList<>();
    Map<String, Integer> many = new LinkedHashMap<>();
    int asked = 0;
    int paragraphs = 0; // from the first turn on
    int between = 0; // of them since the last turn
    boolean fence = false;
    boolean blank = true;
    for (String line : lines) {
      fence ^= FENCE.matcher(line).matches();
      Matcher lead = LEAD.matcher(line);
      boolean turn = !fence && line.indexOf(':') > 0 && lead.find();
      if (turn) {
        turns.add(lead.group(1));
        many.merge(lead.group(1), 1, Integer::sum);
        asked += line.indexOf('?') > 0 ? 1 : 0;
        paragraphs += between + 1;
        between = 0;
      } else if (blank && !line.isBlank() && !turns.isEmpty()) {
        between++;
      }
      blank = line.isBlank();
    }
    many.values().removeIf(it -> it < 2);
    turns.retainAll(many.keySet());
    int changes = 0;
    for (int i = 1; i < turns.size(); i++) {
      changes += turns.get(i).equals(turns.get(i - 1)) ? 0 : 1;
    }
    boolean speak =
        many.size() >= 2
            && many.size() <= MOST
            && asked > 0
            && changes * 3 >= turns.size() * 2
            && turns.size() * 2 >= paragraphs;
    return speak ? List.copyOf(many.keySet()) : List.of();
  }
}
