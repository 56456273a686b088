package dev.perilla.site.importer.words;

import java.util.List;
import java.util.regex.Pattern;

/// `dL/dw`, the notation of texts for a derivative.
///
/// @param output the name that is derived
/// @param name by which it is
public record Derivative(String output, String name) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?U)\\bd([\\p{L}_]\\w*)/d([\\p{L}_]\\w*)");

  /// Those in a formula, in order.
  public static List<Derivative> all(String formula) {
    return WRITTEN
        .matcher(formula)
        .results()
        .map(it -> new Derivative(it.group(1), it.group(2)))
        .toList();
  }

  /// Whether a formula is a derivative and nothing else.
  public static boolean is(String formula) {
    return WRITTEN.matcher(formula).matches();
  }

  /// The formula as code, where a derivative is a call.
  public static String inCode(String formula) {
    return WRITTEN.matcher(formula).replaceAll("grad($1, $2)");
  }

  /// The formula with the names of its derivatives in their place.
  static String named(String formula) {
    return WRITTEN.matcher(formula).replaceAll("$1 * $2");
  }

  @Override
  public String toString() {
    return "d" + output + "/d" + name;
  }
}
