package dev.perilla.renderer;

/// Where a page stands.
///
/// @param root what leads from the page to the site's root: empty for a page in the root, `../` for
///   one a folder below, `/` or `/book/` for a page that is served at any address (the 404)
/// @param theme the files that it loads
public record PageContext(BookFrame book, String root, Theme theme) {
  /// A page that loads files by their own names.
  public PageContext(BookFrame book, String root) {
    this(book, root, Theme.PLAIN);
  }

  /// A page in the root of the site.
  public static PageContext atRoot(BookFrame book) {
    return new PageContext(book, "");
  }
}
