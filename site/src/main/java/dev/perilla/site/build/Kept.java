package dev.perilla.site.build;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.site.book.Addresses;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Standings;
import dev.perilla.site.book.Worked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// What a cache keeps of a chapter that compiled without a finding, as one line of JSON.
///
/// @param compiled hash of its compiled form
/// @param head its compiled form without blocks, sources and ledger
/// @param id where its id stands
/// @param needs where its needs stand
/// @param data hash of each data file that it read
/// @param standings how many numerals have which standing
record Kept(
    String compiled,
    String head,
    Spot id,
    List<Spot> needs,
    Map<String, String> data,
    Set<String> links,
    Set<String> images,
    Set<String> blocks,
    Map<Ledger.Standing, Integer> standings,
    Set<Integer> usedPatterns) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// A text and its offsets in the file.
  record Spot(String value, int start, int end) {
    static Spot of(Text text) {
      return new Spot(text.value(), text.span().start(), text.span().end());
    }

    Text in(SourceFile file) {
      return Text.at(value, new Span(file, start, end));
    }
  }

  /// @param worked without findings
  static Kept of(
      Worked worked, CompiledChapter chapter, String compiled, Map<String, String> data) {
    Worked.Head head = worked.head().orElseThrow();
    Worked.Outcome outcome = worked.outcome().orElseThrow();
    CompiledChapter alone =
        new CompiledChapter(
            CompiledChapter.VERSION,
            chapter.id(),
            chapter.lang(),
            chapter.title(),
            chapter.summary(),
            chapter.needs(),
            List.of(),
            List.of(),
            new Ledger(List.of()));
    return new Kept(
        compiled,
        CompiledJson.write(alone),
        Spot.of(head.id()),
        head.needs().stream().map(Spot::of).toList(),
        data,
        new TreeSet<>(outcome.addresses().links()),
        new TreeSet<>(outcome.addresses().images()),
        new TreeSet<>(outcome.addresses().blocks()),
        outcome.numbers().counts(),
        new TreeSet<>(worked.usedPatterns()));
  }

  static Kept read(String line) {
    return MAPPER.readValue(line, Kept.class);
  }

  String line() {
    return MAPPER.writeValueAsString(this);
  }

  /// The chapter in `file`, which is as it was.
  Worked worked(Place place, SourceFile file, Supplier<CompiledChapter> chapter) {
    return new Worked(
        place,
        Optional.of(
            new Worked.Head(
                id.in(file),
                needs.stream().map(need -> need.in(file)).toList(),
                List.copyOf(data.keySet()))),
        List.of(),
        List.of(),
        usedPatterns,
        Optional.of(
            new Worked.Outcome(
                new Addresses(links, images, blocks),
                new Standings(standings),
                BookFrame.Entry.of(CompiledJson.read(head)),
                chapter)),
        List.of());
  }
}
