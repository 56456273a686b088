package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.site.book.SiteCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every kind of finding that there is. A new enum of codes is a line here; a test looks for enums
/// that are missing.
final class Codes {
  private Codes() {}

  /// All codes, by id.
  static List<Finding.Code> all() {
    List<Finding.Code> codes = new ArrayList<>();
    codes.addAll(List.of(SiteCode.values()));
    codes.sort(Comparator.comparing(Finding.Code::id));
    return codes;
  }
}
