package dev.perilla.site.build;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.site.book.Addresses;
import dev.perilla.site.book.Headline;
import dev.perilla.site.book.Place;
import dev.perilla.site.book.Standings;
import dev.perilla.site.book.Worked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a cache keeps of a chapter that compiled without a finding, as one line of JSON: a list of
/// lists of texts, which takes no time to learn, since `check` reads a line in a process of its
/// own.
///
/// @param settings hash of what it depends on besides its file and its data
/// @param compiled hash of its compiled form
/// @param head JSON of its headline
/// @param headDigest digest of that
/// @param id where its id stands
/// @param needs where its needs stand
/// @param data hash of each data file that it read
/// @param standings how many numerals have which standing
record Kept(
    String settings,
    String compiled,
    String head,
    String headDigest,
    Spot id,
    List<Spot> needs,
    Map<String, String> data,
    Set<String> links,
    Set<String> images,
    Set<String> blocks,
    Map<Ledger.Standing, Integer> standings,
    Set<Integer> usedPatterns) {
  /// A text and its offsets in the file.
  record Spot(String value, int start, int end) {
    static Spot of(Text text) {
      return new Spot(text.value(), text.span().start(), text.span().end());
    }

    static List<Spot> all(List<String> texts) {
      List<Spot> spots = new ArrayList<>();
      for (int i = 0; i + 2 < texts.size(); i += 3) {
        int start = Integer.parseInt(texts.get(i + 1));
        spots.add(new Spot(texts.get(i), start, Integer.parseInt(texts.get(i + 2))));
      }
      return spots;
    }

    List<String> texts() {
      return List.of(value, String.valueOf(start), String.valueOf(end));
    }

    Text in(SourceFile file) {
      return Text.at(value, new Span(file, start, end));
    }
  }

  /// @param worked without findings
  static Kept of(
      Worked worked,
      String settings,
      CompiledChapter chapter,
      String compiled,
      Map<String, String> data) {
    Worked.Head head = worked.head().orElseThrow();
    Worked.Outcome outcome = worked.outcome().orElseThrow();
    return new Kept(
        settings,
        compiled,
        outcome.headline().json(),
        outcome.headline().digest(Program::shortDigest),
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
    List<List<String>> rows = rows(line);
    Map<String, String> data = new TreeMap<>();
    pairs(rows.get(4)).forEach(pair -> data.put(pair.getFirst(), pair.getLast()));
    Map<Ledger.Standing, Integer> standings = new EnumMap<>(Ledger.Standing.class);
    pairs(rows.get(8))
        .forEach(
            pair ->
                standings.put(
                    Ledger.Standing.valueOf(pair.getFirst()), Integer.valueOf(pair.getLast())));
    List<Spot> spots = Spot.all(rows.get(2));
    return new Kept(
        rows.get(0).getFirst(),
        rows.get(0).get(1),
        rows.get(1).getFirst(),
        rows.get(1).get(1),
        spots.getFirst(),
        Spot.all(rows.get(3)),
        data,
        new TreeSet<>(rows.get(5)),
        new TreeSet<>(rows.get(6)),
        new TreeSet<>(rows.get(7)),
        standings,
        rows.get(9).stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new)));
  }

  String line() {
    List<String> hashes = new ArrayList<>();
    data.forEach((path, hash) -> hashes.addAll(List.of(path, hash)));
    List<String> counts = new ArrayList<>();
    standings.forEach((standing, count) -> counts.addAll(List.of(standing.name(), "" + count)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(settings, compiled));
    rows.add(List.of(head, headDigest));
    rows.add(id.texts());
    rows.add(needs.stream().flatMap(need -> need.texts().stream()).toList());
    rows.add(hashes);
    rows.add(List.copyOf(links));
    rows.add(List.copyOf(images));
    rows.add(List.copyOf(blocks));
    rows.add(counts);
    rows.add(usedPatterns.stream().map(String::valueOf).toList());
    StringBuilder line = new StringBuilder();
    for (List<String> row : rows) {
      row.forEach(text -> line.append(escaped(text)).append('\t'));
      line.append('|');
    }
    return line.toString();
  }

  private static List<List<String>> rows(String line) {
    List<List<String>> rows = new ArrayList<>();
    for (String row : line.split("\\|", -1)) {
      List<String> texts = new ArrayList<>();
      int start = 0;
      for (int end = row.indexOf('\t'); end >= 0; end = row.indexOf('\t', start)) {
        texts.add(unescaped(row.substring(start, end)));
        start = end + 1;
      }
      rows.add(texts);
    }
    return rows;
  }

  private static String escaped(String text) {
    return text.replace("%", "%25")
        .replace("|", "%7C")
        .replace("\t", "%09")
        .replace("\n", "%0A")
        .replace("\r", "%0D");
  }

  private static String unescaped(String text) {
    return text.indexOf('%') < 0
        ? text
        : text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%09", "\t")
            .replace("%7C", "|")
            .replace("%25", "%");
  }

  private static List<List<String>> pairs(List<String> texts) {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      pairs.add(texts.subList(i, i + 2));
    }
    return pairs;
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
                Headline.read(id.value(), head, headDigest),
                chapter)),
        List.of(),
        Optional.empty());
  }
}
