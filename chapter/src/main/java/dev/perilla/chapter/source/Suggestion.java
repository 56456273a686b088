package dev.perilla.chapter.source;

import java.util.Collection;
import java.util.Optional;

/// "Did you mean": the known name that is nearest to what stands there.
public final class Suggestion {
  private Suggestion() {}

  /// The nearest of `known` by edit distance (insert, delete, replace, swap of neighbours), if it
  /// is near enough: at most a third of the longer word, at least one edit. Ties go to the first in
  /// alphabetical order. Cost: the product of the lengths, per known word.
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > 80) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty(); // a loop, since it is on the way of every check
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      if (candidate.length() > 80) {
        continue;
      }
      int reach = reach(word, candidate);
      if (Math.abs(word.length() - candidate.length()) > reach) {
        continue;
      }
      int distance = distance(word, candidate);
      boolean isNearer =
          distance < least
              || (distance == least && best.filter(it -> candidate.compareTo(it) < 0).isPresent());
      if (distance <= reach && isNearer) {
        best = Optional.of(candidate);
        least = distance;
      }
    }
    return best;
  }

  private static int reach(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer <= 2 ? 0 : Math.max(1, longer / 3);
  }

  private static int distance(String a, String b) {
    if (a.equalsIgnoreCase(b)) {
      return 0;
    }
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(table[i - 1][j - 1] + replace, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        table[i][j] = swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
      }
    }
    return table[a.length()][b.length()];
  }
}
