package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.lesson.Parts;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that stand for something else than in the lesson, since listings that do not run here bind
/// them, or change their objects, as `a.grad = 6.0` above a drawing: what its other listings print
/// of these cannot be known.
final class Unrun {
  private final Set<String> names = new HashSet<>();

  /// A listing does not run.
  void kept(String code) {
    add(Parts.names(code));
  }

  /// A listing runs: what follows from the others is not the lesson's either.
  void ran(String code) {
    Parts.Names found = Parts.names(code);
    if (leadsTo(code)) {
      add(found);
    } else {
      names.removeAll(found.bound());
    }
  }

  private void add(Parts.Names found) {
    names.addAll(found.bound());
    names.addAll(found.changed());
  }

  /// Whether what a listing prints may follow from one that does not run.
  boolean leadsTo(String code) {
    return names.stream()
        .anyMatch(it -> Pattern.compile("(?U)\\b" + it + "\\b").matcher(code).find());
  }
}
