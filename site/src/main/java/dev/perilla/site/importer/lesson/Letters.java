package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of one letter, written side by side as people write a product: `2xy` and `x²y` where the
/// lesson has an `x` and a `y`, and no `xy`.
public final class Letters {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?U)(?<![\\p{IsLatin}\\p{IsGreek}\\p{N}_])([\\p{IsLatin}\\p{IsGreek}])(?:\\*\\*|[$`])?\\s*=\\s*[$`]?-?\\d");
  private static final Pattern SIDE_BY_SIDE =
      Pattern.compile(
          "(?U)(?<=\\d|[²³]|[+*/=·×(]\\s?)(\\p{L})(\\p{L})(?![\\p{L}\\p{N}_(.])"
              + "|(?<=\\p{L}[²³])(\\p{L})(?![\\p{L}\\p{N}_(])");
  private static final Set<String> WORDS =
      Set.of(
          ("an as at be by do go he if in is it me my no of on or so to up us we al da de el en es"
                  + " la lo ni os se si su te tu un va ve ya yo st nd rd th ms km cm mm kg")
              .split(" "));

  private final Set<String> names = new HashSet<>();

  /// @param items of the whole lesson: what is a name in one of them is one in all
  public Letters(List<Item> items) {
    for (Item item : items) {
      Matcher number = NUMBERED.matcher(words(item));
      while (number.find()) {
        names.add(number.group(1));
      }
    }
    for (Item item : items) {
      Matcher together = Pattern.compile("(?U)\\b(\\p{L})(\\p{L})\\s*=[^=]").matcher(words(item));
      while (together.find()) {
        names.remove(together.group(1)); // `xw = x * w`
        names.remove(together.group(2));
      }
    }
  }

  private static String words(Item item) {
    return switch (item) {
      case Item.Words it -> it.markdown();
      case Item.Heading it -> it.words();
      case Item.Fence it -> it.text();
      case Item.Listing it -> it.code();
      case Item.Authored it -> "";
      case Item.Speaker it -> "";
      case Item.Silence it -> "";
    };
  }

  /// A text with its products written out.
  public String apart(String text) {
    if (names.size() < 2) {
      return text;
    }
    return SIDE_BY_SIDE
        .matcher(text)
        .replaceAll(
            it -> {
              if (it.group(3) != null) {
                return names.contains(it.group(3)) ? "·" + it.group(3) : it.group();
              }
              boolean derivative = // the lower part of `dc/db`
                  it.group(1).equals("d")
                      && text.substring(0, it.start()).stripTrailing().endsWith("/");
              boolean product =
                  !derivative
                      && names.contains(it.group(1))
                      && names.contains(it.group(2))
                      && !WORDS.contains(it.group());
              return product ? it.group(1) + "·" + it.group(2) : it.group();
            });
  }
}
