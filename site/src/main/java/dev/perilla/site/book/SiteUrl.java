package dev.perilla.site.book;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The address of a published site: `https://example.org/book/`.
public final class SiteUrl {
  private SiteUrl() {}

  /// Why `address` is none, if so.
  public static Optional<String> wrong(String address) {
    try {
      URI uri = new URI(address);
      boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!isWeb || uri.getHost() == null) {
        return Optional.of("the address `" + address + "` is not http or https with a host");
      }
      if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getUserInfo() != null) {
        return Optional.of("the address `" + address + "` has more than host and folder");
      }
      return Optional.empty();
    } catch (URISyntaxException invalid) {
      return Optional.of("the address `" + address + "` cannot be read: " + invalid.getReason());
    }
  }

  /// The address with the slash at its end that pages are named after.
  public static String folder(String address) {
    return address.endsWith("/") ? address : address + "/";
  }
}
