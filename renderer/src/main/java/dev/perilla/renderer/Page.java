package dev.perilla.renderer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file of text that a site is made of.
///
/// Two are equal where path and content are.
public final class Page {
  private final String path;
  private final byte[] bytes;

  /// @param path relative to the site's root, with `/` between folders
  /// @param bytes UTF-8, not changed any more
  public Page(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /// @param content to be written as UTF-8
  public Page(String path, String content) {
    this(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /// Relative to the site's root, with `/` between folders.
  public String path() {
    return path;
  }

  /// The content in UTF-8; not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  /// The content as text.
  public String content() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// The same file in a folder.
  ///
  /// @param folder empty, or ending in `/`
  public Page in(String folder) {
    return new Page(folder + path, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Page page && page.path.equals(path) && Arrays.equals(page.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return path + "\n" + content();
  }
}
