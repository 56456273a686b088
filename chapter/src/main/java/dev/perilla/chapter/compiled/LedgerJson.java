package dev.perilla.chapter.compiled;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The ledger of a chapter as its site publishes it, `claims.json`: how many entries have which
/// standing, then the entries, each a line. The form is that of [CompiledJson].
public final class LedgerJson {
  /// @param version of this form
  /// @param chapter the chapter's id
  /// @param counts how many entries have which standing; standings without any are left out
  public record Claims(
      int version,
      String chapter,
      Map<Ledger.Standing, Integer> counts,
      List<Ledger.Entry> entries) {
    public Claims {
      counts = Collections.unmodifiableMap(inOrder(counts));
      entries = List.copyOf(entries);
    }
  }

  private LedgerJson() {}

  /// A copy in the order of the standings, so that the same counts are the same characters.
  private static Map<Ledger.Standing, Integer> inOrder(Map<Ledger.Standing, Integer> counts) {
    Map<Ledger.Standing, Integer> copy = new EnumMap<>(Ledger.Standing.class);
    copy.putAll(counts);
    return copy;
  }

  /// Ends in a line end.
  public static String write(CompiledChapter chapter) {
    return new String(bytes(chapter), StandardCharsets.UTF_8);
  }

  /// The same in UTF-8.
  public static byte[] bytes(CompiledChapter chapter) {
    List<Ledger.Entry> entries = chapter.ledger().entries();
    Claims claims = new Claims(CompiledChapter.VERSION, chapter.id(), counts(entries), entries);
    return Records.write(claims, CompiledJson.DEPTH - 1);
  }

  /// @throws IllegalArgumentException where `json` is no such file
  public static Claims read(String json) {
    return Records.read(json, Claims.class, "a list of claims");
  }

  private static Map<Ledger.Standing, Integer> counts(List<Ledger.Entry> entries) {
    Map<Ledger.Standing, Integer> counts = new EnumMap<>(Ledger.Standing.class);
    entries.forEach(entry -> counts.merge(entry.standing(), 1, Integer::sum));
    return counts;
  }
}
