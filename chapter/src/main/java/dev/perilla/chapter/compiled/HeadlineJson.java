package dev.perilla.chapter.compiled;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What other pages of a book say of a chapter. The form is that of [CompiledJson]; a process that
/// reads nothing else learns no other records, which takes longer than all headlines of a book.
public record HeadlineJson(
    String id,
    String lang,
    List<Rich.Inline> title,
    List<Rich.Inline> summary,
    List<String> needs) {
  public HeadlineJson {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    needs = List.copyOf(needs);
  }

  /// That of a chapter.
  public static HeadlineJson of(CompiledChapter chapter) {
    return new HeadlineJson(
        chapter.id(), chapter.lang(), chapter.title(), chapter.summary(), chapter.needs());
  }

  /// A chapter of which nothing else is known.
  public CompiledChapter chapter() {
    return new CompiledChapter(
        CompiledChapter.VERSION,
        id,
        lang,
        title,
        summary,
        needs,
        List.of(),
        List.of(),
        new Ledger(List.of()));
  }

  /// Ends in a line end.
  public String write() {
    return new String(Records.write(this, CompiledJson.DEPTH), StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException where `json` is no headline
  public static HeadlineJson read(String json) {
    return Records.read(json, HeadlineJson.class, "a headline");
  }
}
