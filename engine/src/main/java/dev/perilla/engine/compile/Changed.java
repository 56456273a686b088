package dev.perilla.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The words in which two versions of a text differ.
final class Changed {
  private static final int MOST = 3;
  private static final int LONGEST = 1500;

  private Changed() {}

  /// `before → now` for each stretch of words that changed, in the order of the text; a stretch
  /// that came is `+ words`, one that went is `- words`. Cost: the product of the lengths.
  static String words(String before, String now) {
    List<String> old = split(before);
    List<String> fresh = split(now);
    if (old.size() > LONGEST || fresh.size() > LONGEST) {
      return "it is long";
    }
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<String> changes = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        add(changes, gone, come);
        i++;
        j++;
      } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        gone.add(old.get(i++));
      } else {
        come.add(fresh.get(j++));
      }
    }
    add(changes, gone, come);
    String shown = String.join("; ", changes.subList(0, Math.min(MOST, changes.size())));
    return changes.size() > MOST ? shown + "; and " + (changes.size() - MOST) + " more" : shown;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static void add(List<String> changes, List<String> gone, List<String> come) {
    if (!gone.isEmpty() || !come.isEmpty()) {
      String was = String.join(" ", gone);
      String is = String.join(" ", come);
      changes.add(come.isEmpty() ? "- " + was : gone.isEmpty() ? "+ " + is : was + " → " + is);
    }
    gone.clear();
    come.clear();
  }
}
