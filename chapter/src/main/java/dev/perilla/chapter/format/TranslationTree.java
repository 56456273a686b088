package dev.perilla.chapter.format;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Translation;
import dev.perilla.chapter.Translation.Entry;
import dev.perilla.chapter.format.Layout.Items;
import dev.perilla.chapter.format.Layout.Pair;
import dev.perilla.chapter.format.Layout.Word;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A translation as keys and values again: what [TranslationReader] reads, originals beside what
/// was made of them.
final class TranslationTree {
  private static final Set<String> LISTS =
      Set.of("turns", "options", "steps", "distractors", "hints", "mistakes", "attempts");
  private static final Word NOTHING = new Word("", true);

  private TranslationTree() {}

  static Layout translation(Translation translation) {
    Holder head = new Holder();
    Branch others = new Branch();
    Map<String, Holder> blocks = new LinkedHashMap<>();
    Map<String, Map<String, Holder>> questions = new LinkedHashMap<>();
    for (Entry entry : translation.entries()) {
      String[] part = entry.address().split("\\.", 3);
      if (part.length == 1) {
        head.add(part[0], entry);
      } else if (part[0].equals("speakers")) {
        String name = entry.address().substring(part[0].length() + 1);
        others.branch(part[0]).leaves.put(name, word(entry.text()));
      } else if (part[0].equals("sources") && part.length == 3) {
        others.branch(part[0]).branch(part[1]).leaves.put(part[2], word(entry.text()));
      } else if (part[1].equals("questions")) {
        String[] inner = part[2].split("\\.", 2);
        questions
            .computeIfAbsent(part[0], id -> new LinkedHashMap<>())
            .computeIfAbsent(inner[0], id -> new Holder())
            .add(inner[1], entry);
        blocks.computeIfAbsent(part[0], id -> new Holder());
      } else {
        String field = entry.address().substring(part[0].length() + 1);
        blocks.computeIfAbsent(part[0], id -> new Holder()).add(field, entry);
      }
    }
    Layout.Writing out =
        new Layout.Writing()
            .put("$schema", translation.schema().map(text -> new Word(text.value(), true)))
            .put("perilla", new Word(String.valueOf(Chapter.VERSION), false))
            .put("translates", new Word(translation.chapter().value(), true));
    head.write(out);
    others.write(out);
    List<Pair> all = new ArrayList<>();
    blocks.forEach(
        (id, block) -> {
          Layout.Writing one = new Layout.Writing();
          block.write(one);
          List<Pair> asked = new ArrayList<>();
          questions
              .getOrDefault(id, Map.of())
              .forEach(
                  (name, question) -> {
                    Layout.Writing inner = new Layout.Writing();
                    question.write(inner);
                    asked.add(new Pair(name, inner.build(false)));
                  });
          one.putPairs("questions", asked, false);
          all.add(new Pair(id, one.build(false)));
        });
    return out.putPairs("blocks", all, false).build(false);
  }

  static Layout inLanguage(Book.InLanguage translation) {
    Holder head = new Holder();
    translation.texts().forEach(entry -> head.add(entry.address(), entry));
    Layout.Writing out = new Layout.Writing();
    head.write(out);
    return out.put("decimal", translation.decimal().map(text -> new Word(text.value(), true)))
        .putItems(
            "plain",
            translation.plain().stream().map(text -> new Word(text.value(), true)).toList(),
            false)
        .build(false);
  }

  private static Word word(Optional<Text> text) {
    return text.map(it -> new Word(it.value(), true)).orElse(NOTHING);
  }

  /// Texts, and their originals.
  private static final class Holder {
    private final Branch texts = new Branch();
    private final Branch originals = new Branch();

    void add(String field, Entry entry) {
      texts.put(field, word(entry.text()));
      entry.from().ifPresent(from -> originals.put(field, word(Optional.of(from))));
    }

    void write(Layout.Writing out) {
      texts.write(out);
      if (!originals.isEmpty()) {
        Layout.Writing from = new Layout.Writing();
        originals.write(from);
        out.put(TranslationForm.FROM, from.build(false));
      }
    }
  }

  /// Values by their keys, in the order in which the first of each came.
  private static final class Branch {
    private final Map<String, Word> leaves = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    boolean isEmpty() {
      return leaves.isEmpty() && branches.isEmpty();
    }

    Branch branch(String key) {
      order.add(key);
      return branches.computeIfAbsent(key, name -> new Branch());
    }

    void put(String path, Word value) {
      int dot = path.indexOf('.');
      if (dot < 0) {
        order.add(path);
        leaves.put(path, value);
      } else if (path.startsWith("labels.")) {
        branch("labels").leaves.put(path.substring(dot + 1), value);
      } else {
        branch(path.substring(0, dot)).put(path.substring(dot + 1), value);
      }
    }

    void write(Layout.Writing out) {
      List<String> keys = new ArrayList<>(order);
      keys.addAll(leaves.keySet());
      for (String key : keys.stream().distinct().toList()) {
        Branch branch = branches.get(key);
        if (branch == null) {
          out.put(key, leaves.getOrDefault(key, NOTHING));
        } else if (LISTS.contains(key)) {
          out.putItems(key, branch.items(), false);
        } else {
          Layout.Writing inner = new Layout.Writing();
          branch.write(inner);
          out.put(key, inner.build(false));
        }
      }
    }

    /// The values under `1`, `2`…; nothing where one is missing.
    private List<Layout> items() {
      List<Layout> items = new ArrayList<>();
      int last =
          java.util.stream.Stream.concat(leaves.keySet().stream(), branches.keySet().stream())
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(0);
      for (int i = 1; i <= last; i++) {
        String key = String.valueOf(i);
        Branch branch = branches.get(key);
        if (branch == null) {
          items.add(leaves.getOrDefault(key, NOTHING));
        } else {
          Layout.Writing inner = new Layout.Writing();
          branch.write(inner);
          items.add(inner.build(true));
        }
      }
      return new Items(items, false).items();
    }
  }
}
