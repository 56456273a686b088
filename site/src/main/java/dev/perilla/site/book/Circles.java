package dev.perilla.site.book;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Chapters that need each other, directly or over others.
///
/// @param members ids of all chapters that are on a circle
record Circles(Set<String> members, List<Finding> findings) {
  Circles {
    members = Set.copyOf(members);
    findings = List.copyOf(findings);
  }

  /// The circles among `chapters`, by id. Each is found once, and reported where the first of its
  /// chapters names the next one.
  static Circles of(Map<String, Worked> chapters) {
    List<Finding> findings = new ArrayList<>();
    Set<String> done = new HashSet<>();
    Set<String> inCircle = new LinkedHashSet<>();
    for (String start : chapters.keySet()) {
      Deque<String> path = new ArrayDeque<>();
      Map<String, Integer> next = new LinkedHashMap<>();
      if (!done.contains(start)) {
        path.addLast(start);
        next.put(start, 0);
      }
      while (!path.isEmpty()) {
        String at = path.getLast();
        List<Text> needs = needs(chapters, at);
        int turn = next.merge(at, 1, Integer::sum) - 1;
        if (turn >= needs.size()) {
          done.add(at);
          next.remove(at);
          path.removeLast();
          continue;
        }
        String need = needs.get(turn).value();
        if (next.containsKey(need)) {
          report(path.stream().dropWhile(id -> !id.equals(need)).toList(), chapters, findings);
          path.stream().dropWhile(id -> !id.equals(need)).forEach(inCircle::add);
        } else if (chapters.containsKey(need) && !done.contains(need)) {
          path.addLast(need);
          next.put(need, 0);
        }
      }
    }
    return new Circles(inCircle, findings);
  }

  private static void report(
      List<String> circle, Map<String, Worked> chapters, List<Finding> findings) {
    String first = circle.getFirst();
    String second = circle.get(circle.size() > 1 ? 1 : 0);
    Text place =
        needs(chapters, first).stream()
            .filter(need -> need.value().equals(second))
            .findFirst()
            .orElseThrow();
    String shown = "`" + String.join("` needs `", circle) + "` needs `" + first + "`";
    findings.add(
        Finding.error(SiteCode.NEEDS_CYCLE, place.span(), shown)
            .help("one of them has to stand without the next: take it out of its `needs:`"));
  }

  private static List<Text> needs(Map<String, Worked> chapters, String id) {
    return Optional.ofNullable(chapters.get(id))
        .flatMap(Worked::head)
        .map(Worked.Head::needs)
        .orElse(List.of());
  }
}
