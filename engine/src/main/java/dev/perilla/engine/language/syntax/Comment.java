package dev.perilla.engine.language.syntax;

/// A comment of a listing.
///
/// @param text what stands after `#`, without the blanks around it
/// @param start offset of `#` into the code
/// @param end offset of the end of the line
/// @param line the line of the code, 1-based
public record Comment(String text, int start, int end, int line) {
  /// Whether the comment claims the value of its line, as in `x = 2 * 3 # => 6`.
  public boolean claimsValue() {
    return text.startsWith("=>");
  }
}
