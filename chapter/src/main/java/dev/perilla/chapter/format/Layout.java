package dev.perilla.chapter.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file to be written, before it is YAML or JSON.
sealed interface Layout {
  /// @param text whether every reader has to take it for a string, whatever it looks like
  record Word(String value, boolean text) implements Layout {}

  /// @param flat whether it may stand on one line
  record Pairs(List<Pair> pairs, boolean flat) implements Layout {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  record Pair(String key, Layout value) {}

  /// @param flat whether it may stand on one line
  record Items(List<Layout> items, boolean flat) implements Layout {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Roughly how wide it is on one line.
  static int width(Layout layout) {
    return switch (layout) {
      case Word word -> word.value().indexOf('\n') >= 0 ? 1000 : word.value().length();
      case Pairs pairs ->
          pairs.pairs().stream().mapToInt(p -> p.key().length() + 4 + width(p.value())).sum();
      case Items items -> items.items().stream().mapToInt(item -> 2 + width(item)).sum();
    };
  }

  /// Pairs in the making: what is absent or empty is left out.
  final class Writing {
    private final List<Pair> pairs = new ArrayList<>();

    Writing put(String key, Layout value) {
      pairs.add(new Pair(key, value));
      return this;
    }

    Writing put(String key, Optional<? extends Layout> value) {
      value.ifPresent(layout -> put(key, layout));
      return this;
    }

    Writing putItems(String key, List<? extends Layout> items, boolean flat) {
      return items.isEmpty() ? this : put(key, new Items(List.copyOf(items), flat));
    }

    Writing putPairs(String key, List<Pair> all, boolean flat) {
      return all.isEmpty() ? this : put(key, new Pairs(all, flat));
    }

    Pairs build(boolean flat) {
      return new Pairs(pairs, flat);
    }
  }
}
