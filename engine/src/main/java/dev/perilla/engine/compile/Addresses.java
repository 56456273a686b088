package dev.perilla.engine.compile;

import java.util.Locale;
import java.util.Optional;

/// Where links and pictures may lead.
final class Addresses {
  private static final String TERM = "term:";

  private Addresses() {}

  /// The address of a page where a chapter, or a block of one, is named by its id: `value#sum` is
  /// `value.html#sum`. Others as they are.
  static String page(String address) {
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    boolean isId = !page.isEmpty() && page.chars().allMatch(Addresses::isIdLetter);
    return isId ? page + ".html" + address.substring(page.length()) : address;
  }

  private static boolean isIdLetter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /// Whether it names a word of the glossary.
  static boolean isTerm(String address) {
    return address.startsWith(TERM);
  }

  /// The word of the glossary that an address names, as the settings write it.
  static String term(String address) {
    return Settings.term(address.substring(TERM.length()));
  }

  /// Why `address` is refused, if it is. Allowed are http, https and mailto for links, and for both
  /// relative paths; refused is all else, and whatever a browser could read as another host or
  /// scheme: `//host`, backslashes, control characters, blanks in front.
  static Optional<String> refusal(String address, boolean image) {
    if (address.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\')) {
      return Optional.of("the address has control characters or backslashes in it");
    }
    if (address.startsWith("//") || address.startsWith("/")) {
      return Optional.of("the address " + address + " leads out of the book");
    }
    int colon = address.indexOf(':');
    int slash = address.indexOf('/');
    boolean scheme = colon >= 0 && (slash < 0 || colon < slash);
    if (!scheme) {
      return Optional.empty();
    }
    String name = address.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean known = name.equals("http") || name.equals("https") || name.equals("mailto");
    if (known && !image) {
      return Optional.empty();
    }
    return Optional.of(
        image
            ? "a picture must be a file of the book, not " + address
            : "the scheme " + name + ": is not allowed in links");
  }
}
