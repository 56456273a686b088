package dev.perilla.renderer;

/// Where a page stands.
///
/// @param root what leads from the page to the site's root, where theme and pictures are: empty for
///   a page in the root, `../` for one a folder below, `/` or `/book/` for a page that is served at
///   any address (the 404)
/// @param home what leads from the page to the other pages of its language
/// @param theme the files that it loads
public record PageContext(BookFrame book, String root, String home, Theme theme) {
  /// A page among those that are in the root of the site.
  public PageContext(BookFrame book, String root, Theme theme) {
    this(book, root, root, theme);
  }

  /// A page that loads files by their own names.
  public PageContext(BookFrame book, String root) {
    this(book, root, Theme.PLAIN);
  }

  /// A page in the root of the site.
  public static PageContext atRoot(BookFrame book) {
    return new PageContext(book, "");
  }

  /// A page in a folder of the one where this page stands.
  PageContext below() {
    return new PageContext(book, "../" + root, "../" + home, theme);
  }

  /// A page in the folder of a language, which may be the root.
  public static PageContext in(String folder, BookFrame book, Theme theme) {
    return new PageContext(book, folder.isEmpty() ? "" : "../", "", theme);
  }
}
