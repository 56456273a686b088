package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The lines of a listing that fetch what the code language does not have: imports of other modules
/// and commands of the notebook. Without them the rest may run.
public final class Imports {
  private static final Predicate<String> FOREIGN =
      Pattern.compile(
              "(?:import|from)\\s+(?!math\\b|random\\b|micrograd\\b|perilla\\b)[\\w.]+.*|[%!].*")
          .asMatchPredicate();

  private Imports() {}

  /// The listing without them; empty where it has none, or nothing else.
  public static Optional<Item.Listing> without(Item.Listing listing) {
    String rest = lines(listing.code(), FOREIGN.negate());
    return rest.isBlank() || rest.equals(listing.code())
        ? Optional.empty()
        : Optional.of(
            new Item.Listing(
                listing.lang(), rest.stripTrailing(), listing.printed(), listing.echo()));
  }

  /// The lines of a listing that import what the language does not have.
  public static String of(Item.Listing listing) {
    return lines(listing.code(), FOREIGN).stripTrailing();
  }

  private static String lines(String code, Predicate<String> which) {
    StringBuilder out = new StringBuilder();
    for (String line : code.split("\n", -1)) {
      if (which.test(line)) {
        out.append(line).append('\n');
      }
    }
    return out.isEmpty() ? "" : out.substring(0, out.length() - 1);
  }
}
