package dev.perilla.site.cli;

import dev.perilla.chapter.format.FormatCode;
import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.compile.TranslationCode;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.book.SiteCode;
import dev.perilla.site.importer.ImportCode;
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
    codes.addAll(List.of(FormatCode.values()));
    codes.addAll(List.of(LanguageCode.values()));
    codes.addAll(List.of(VerifyCode.values()));
    codes.addAll(List.of(TranslationCode.values()));
    codes.addAll(List.of(SiteCode.values()));
    codes.addAll(List.of(ImportCode.values()));
    codes.sort(Comparator.comparing(Finding.Code::id));
    return codes;
  }
}
