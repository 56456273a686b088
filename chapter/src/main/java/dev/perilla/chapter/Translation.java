package dev.perilla.chapter;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The texts of a chapter in another language, as a file says them. Programs, answers and claims
/// are the original's.
///
/// @param chapter the id of the chapter that it translates
/// @param entries in the order of the file
public record Translation(Text chapter, List<Entry> entries, Optional<Text> schema) {
  public Translation {
    entries = List.copyOf(entries);
  }

  /// One text.
  ///
  /// @param address which text of the chapter it is, as [ChapterTexts] names it: `producto.title`
  /// @param key the last word of the address, where it stands in the file
  /// @param text empty where nobody has translated it yet
  /// @param from the original's text when it was translated; empty where nobody has written it down
  public record Entry(String address, Text key, Optional<Text> text, Optional<Text> from) {}

  /// A translation in which nothing is translated.
  public static Translation none(Text chapter) {
    return new Translation(chapter, List.of(), Optional.empty());
  }

  /// Whether it has a text; one that has only places for them is as none.
  public boolean isBegun() {
    return entries.stream().anyMatch(it -> it.text().isPresent());
  }

  /// The file it was read from.
  public SourceFile file() {
    return chapter.file();
  }

  /// This with a place for each text of `original` that is written in words, in its order; what it
  /// has for other texts comes last.
  public Translation completed(Chapter original) {
    Map<String, Entry> mine = byAddress();
    List<Entry> all = new ArrayList<>();
    ChapterTexts.of(original)
        .forEach(
            (address, text) -> {
              Entry entry = mine.remove(address);
              boolean isKnown = entry != null && entry.text().isPresent();
              if (isKnown) {
                all.add(entry);
              } else if (isWanted(address, text)) {
                all.add(begun(address, text));
              }
            });
    mine.values().stream().filter(it -> it.text().isPresent()).forEach(all::add);
    return new Translation(chapter, all, schema);
  }

  /// This, each of its texts being the translation of what `original` says now.
  public Translation accepted(Chapter original) {
    Map<String, Text> now = ChapterTexts.of(original);
    List<Entry> all = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Text> from =
          Optional.ofNullable(now.get(entry.address()))
              .filter(text -> entry.text().isPresent() && isRecorded(entry.address()))
              .or(entry::from);
      all.add(new Entry(entry.address(), entry.key(), entry.text(), from));
    }
    return new Translation(chapter, all, schema);
  }

  /// Whether a text of the original waits for a translation.
  public static boolean isWanted(String address, Text text) {
    return ChapterTexts.hasWords(text) && !address.startsWith("sources.");
  }

  private static Entry begun(String address, Text original) {
    return new Entry(
        address,
        Text.at(address, original.span()),
        Optional.empty(),
        isRecorded(address) ? Optional.of(original) : Optional.empty());
  }

  /// Whether the original stands beside the text: speakers and labels are called by it.
  private static boolean isRecorded(String address) {
    return !address.startsWith("speakers.")
        && !address.startsWith("sources.")
        && !address.contains(".labels.");
  }

  /// The entries by their address.
  public Map<String, Entry> byAddress() {
    Map<String, Entry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.putIfAbsent(entry.address(), entry));
    return all;
  }
}
