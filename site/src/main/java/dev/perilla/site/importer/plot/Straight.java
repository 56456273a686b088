package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A listing that goes straight on: numbers to names, then formulas of them, nothing twice.
final class Straight {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_]\\w*)\\s*=(?!=)\\s*([\\w\\s.+\\-*/()]+)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d*)?(?:[eE]-?\\d+)?");

  private Straight() {}

  static Optional<Draft.Open> read(String code, String id) {
    Draft.Open example = new Draft.Open(id);
    for (String line : code.split("\n", -1)) {
      String bare = line.replaceFirst("#.*$", "");
      if (bare.isBlank() || bare.strip().startsWith("print(")) {
        continue;
      }
      for (String statement : bare.split(";", -1)) {
        Matcher assignment = ASSIGNMENT.matcher(statement.strip());
        if (!assignment.matches()
            || Character.isWhitespace(line.charAt(0))
            || example.has(assignment.group(1))
            || assignment.group(2).matches(".*[A-Za-z_]\\w*\\s*\\(.*")) {
          return Optional.empty();
        }
        String value = assignment.group(2).strip();
        if (NUMBER.matcher(value).matches()) {
          example.given.put(assignment.group(1), value);
        } else {
          example.formulas.put(assignment.group(1), value);
        }
      }
    }
    return example.given.isEmpty() || example.formulas.isEmpty()
        ? Optional.empty()
        : Optional.of(example);
  }

  /// The listings whose names a later one speaks of.
  static Set<Item.Listing> touchedLater(List<Item> items) {
    Set<Item.Listing> touched = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Listing listing) {
        List<Pattern> names =
            assigned(listing.code()).stream()
                .map(it -> Pattern.compile("\\b" + it + "\\b"))
                .toList();
        boolean later =
            items.stream()
                .skip(i + 1L)
                .anyMatch(
                    it ->
                        it instanceof Item.Listing after
                            && names.stream().anyMatch(name -> name.matcher(after.code()).find()));
        if (later) {
          touched.add(listing);
        }
      }
    }
    return touched;
  }

  /// The names that a listing assigns, as far as can be seen.
  private static Set<String> assigned(String code) {
    Set<String> names = new HashSet<>();
    Matcher assignment =
        Pattern.compile("(?m)(?:^|;)[ \\t]*([A-Za-z_]\\w*)\\s*[-+*/]?=(?!=)").matcher(code);
    while (assignment.find()) {
      names.add(assignment.group(1));
    }
    return names;
  }
}
