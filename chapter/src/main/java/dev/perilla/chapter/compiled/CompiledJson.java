package dev.perilla.chapter.compiled;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The file form of a compiled chapter: its records as JSON objects, component by component in
/// their order, indented by one blank as deep as the fields of a block ([Lines]).
///
/// A node of a sealed type says which in `kind`, the record's name. Words of an enum are in lower
/// case. Lists without items and values that are absent are left out; nothing is ever `null`.
/// Writing what was read gives the same characters.
public final class CompiledJson {
  /// How deep the fields of a block are.
  static final int DEPTH = 3;

  private CompiledJson() {}

  /// Ends in a line end.
  public static String write(CompiledChapter chapter) {
    return new String(bytes(chapter), StandardCharsets.UTF_8);
  }

  /// The same in UTF-8.
  public static byte[] bytes(CompiledChapter chapter) {
    return Records.write(chapter, DEPTH);
  }

  /// The ids of the ledger's entries that a part names.
  public static Set<String> claims(CompiledChapter.Part part) {
    return Records.texts(part, "claim");
  }

  /// @throws IllegalArgumentException where `json` is no compiled chapter of this version, with a
  ///   message that names the place
  public static CompiledChapter read(String json) {
    CompiledChapter chapter = Records.read(json, CompiledChapter.class, "a compiled chapter");
    if (chapter.version() != CompiledChapter.VERSION) {
      throw new IllegalArgumentException(
          "a compiled chapter of version "
              + chapter.version()
              + ", this program reads "
              + CompiledChapter.VERSION);
    }
    return chapter;
  }
}
