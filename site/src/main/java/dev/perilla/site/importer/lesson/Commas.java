package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decimal commas, as people write in German, French or Spanish. A chapter writes as its book does,
/// and a book writes points where it says nothing, so the commas of a lesson become points.
public final class Commas {
  private static final Pattern COMMA =
      Pattern.compile(
          "(?<![\\d.,\\w])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,|\\{,\\})(\\d+)(?!\\d|[.,]\\d)");
  private static final Pattern POINT = Pattern.compile("(?<![\\d.,\\w])\\d+\\.\\d+(?![\\d.,])");
  private static final Pattern GROUPS = // `150,528` may be either
      Pattern.compile("(?<![\\d.,\\w])[1-9]\\d{0,2}(?:,\\d{3})+(?![\\d,.])");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?U)(?<!(?<!\\p{L})(?:tanh|sin|cos|tan|exp|ln|log|sqrt|sigmoide?|relu|ReLU|σ))"
              + "[(\\[]\\d,\\d[)\\]]");
  private static final int ENOUGH = 3;

  private Commas() {}

  /// Whether the words of a lesson write decimal commas, and hardly ever points.
  public static boolean in(List<Item> items) {
    int commas = 0;
    int points = 0;
    for (Item item : items) {
      String text =
          switch (item) {
            case Item.Words words -> words.markdown();
            case Item.Heading heading -> "";
            case Item.Fence fence -> fence.text();
            case Item.Listing listing -> "";
            case Item.Authored block -> "";
            case Item.Speaker said -> "";
            case Item.Silence none -> "";
          };
      commas += count(COMMA, GROUPS.matcher(PAIR.matcher(text).replaceAll("")).replaceAll(""));
      points += count(POINT, text);
    }
    return commas >= ENOUGH && commas > 3 * points;
  }

  private static int count(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    int count = 0;
    while (found.find()) {
      count++;
    }
    return count;
  }

  /// The item with points.
  public static Item pointed(Item item) {
    return switch (item) {
      case Item.Words words -> new Item.Words(pointed(words.markdown()));
      case Item.Heading heading -> new Item.Heading(heading.level(), pointed(heading.words()));
      case Item.Fence fence -> new Item.Fence(pointed(fence.text()));
      case Item.Listing listing -> listing;
      case Item.Authored block -> block;
      case Item.Speaker said -> said;
      case Item.Silence none -> none;
    };
  }

  private static String pointed(String text) {
    return COMMA
        .matcher(text)
        .replaceAll(
            it -> {
              boolean pair =
                  it.start() > 0
                      && PAIR.matcher(text)
                          .useTransparentBounds(true)
                          .region(it.start() - 1, text.length())
                          .lookingAt();
              return pair ? it.group() : it.group(1).replace(".", "") + "." + it.group(2);
            });
  }
}
