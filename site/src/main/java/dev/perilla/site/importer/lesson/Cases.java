package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lists whose items are examples, each with other numbers for the same names: `- a = 2, b = 3: c =
/// a * b = 6`, then `- a = 4, b = -1: c = a * b = -4`. Each item is a text of its own.
public final class Cases {
  private static final Pattern MARK = Pattern.compile("(?m)^(?:[-*+]|\\d{1,3}[.)])[ \\t]+");

  /// A name with a number alone.
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?U)(?<![\\w.])([\\p{L}_]\\w*)[`$]*\\s*=\\s*[`$]*([-−]?\\d+(?:\\.\\d+)?)"
              + "(?![\\w.]|[`$]*\\s*[-−+*/·×^=(≈→])");

  /// What is computed of names.
  private static final Pattern WORKED =
      Pattern.compile("(?U)=[^=,;\\n]*\\p{L}[^=,;\\n]*=\\s*[-−(]*\\d");

  private Cases() {}

  /// A text, or its cases.
  public static List<Item> apart(Item item) {
    if (!(item instanceof Item.Words words)) {
      return List.of(item);
    }
    List<String> parts = parts(words.markdown());
    Map<String, String> first = new HashMap<>();
    Set<String> again = new HashSet<>();
    for (String part : parts) {
      Matcher given = GIVEN.matcher(part);
      boolean worked = WORKED.matcher(part).find();
      while (worked && given.find()) {
        String old = first.putIfAbsent(given.group(1), given.group(2));
        if (old != null && !old.equals(given.group(2))) {
          again.add(given.group(1));
        }
      }
    }
    return again.isEmpty()
        ? List.of(item)
        : parts.stream().<Item>map(it -> new Item.Words(it.strip(), words.formulas())).toList();
  }

  /// The items of a list, the first with what stands before it.
  private static List<String> parts(String markdown) {
    List<String> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(markdown);
    int at = 0;
    boolean begun = false;
    while (mark.find()) {
      if (begun) {
        parts.add(markdown.substring(at, mark.start()));
        at = mark.start();
      }
      begun = true;
    }
    parts.add(markdown.substring(at));
    return parts;
  }
}
