package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.LedgerJson;
import dev.perilla.site.book.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The compiled chapters, for renderers of others.
record JsonFormat() implements Format {
  @Override
  public String word() {
    return "json";
  }

  @Override
  public String description() {
    return "the compiled chapters with their claims";
  }

  @Override
  public Export of(Work work) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (CompiledChapter chapter : work.chapters()) {
      put(files, chapter.id() + ".json", CompiledJson.write(chapter));
      put(files, chapter.id() + ".claims.json", LedgerJson.write(chapter));
    }
    return new Export(files, List.of());
  }

  private static void put(SortedMap<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
