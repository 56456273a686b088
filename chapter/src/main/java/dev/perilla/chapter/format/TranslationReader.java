package dev.perilla.chapter.format;

import dev.perilla.chapter.Translation;
import dev.perilla.chapter.Translation.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Refused;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the file of a translation.
public final class TranslationReader {
  private TranslationReader() {}

  /// The translation in `bytes`, and all that is wrong with its form; as [ChapterReader#read].
  public static Read<Translation> read(String name, byte[] bytes) {
    Report report = new Report();
    Optional<Translation> translation =
        Decoding.of(name, bytes, report)
            .flatMap(text -> TreeReader.read(text, report))
            .flatMap(
                root -> new FormCheck(report).check(root, ChapterForm.TRANSLATION, "a translation"))
            .map(TranslationReader::translation);
    return new Read<>(translation, report.findings());
  }

  private static Translation translation(Node root) {
    Mapping all = (Mapping) root;
    Leaves leaves = new Leaves();
    for (String key : List.of("title", "summary", TranslationForm.FROM, "speakers", "sources")) {
      all.entry(key).ifPresent(entry -> leaves.entry("", entry, false));
    }
    all.get("blocks").ifPresent(blocks -> leaves.mapping("", (Mapping) blocks, false));
    return new Translation(
        word(all, "translates").orElseThrow(), leaves.entries(), word(all, "$schema"));
  }

  private static Optional<Text> word(Mapping mapping, String key) {
    return mapping.get(key).map(node -> ((Scalar) node).text());
  }

  /// The texts of a tree by the keys that lead to them; what stands below `from` is the original of
  /// what stands beside it.
  static final class Leaves {
    private final Map<String, Text> keys = new LinkedHashMap<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, Text> originals = new LinkedHashMap<>();

    List<Entry> entries() {
      List<Entry> entries = new ArrayList<>();
      keys.forEach(
          (address, key) ->
              entries.add(
                  new Entry(
                      address,
                      key,
                      Optional.ofNullable(texts.get(address)),
                      Optional.ofNullable(originals.get(address)))));
      return entries;
    }

    void mapping(String path, Mapping mapping, boolean original) {
      mapping.entries().forEach(entry -> entry(path, entry, original));
    }

    void entry(String path, Node.Entry entry, boolean original) {
      if (entry.key().value().equals(TranslationForm.FROM)) {
        mapping(path, (Mapping) entry.value(), true);
      } else {
        node(path + entry.key(), entry.key(), entry.value(), original);
      }
    }

    private void node(String address, Text key, Node node, boolean original) {
      switch (node) {
        case Mapping mapping -> mapping(address + ".", mapping, original);
        case Sequence sequence -> {
          int index = 0;
          for (Node item : sequence.items()) {
            index++;
            node(
                address + "." + index, Text.at(String.valueOf(index), item.span()), item, original);
          }
        }
        case Scalar scalar -> {
          keys.putIfAbsent(address, key);
          if (!scalar.isNull() && !scalar.value().isBlank()) {
            (original ? originals : texts).put(address, scalar.text());
          }
        }
        case Refused _ -> throw new IllegalStateException("refused node in a checked tree");
      }
    }
  }
}
