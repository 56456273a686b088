package dev.perilla.renderer.internal;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a page's foot says of its ledger.
///
/// @param numerals how many numbers have which standing, as a sentence
/// @param claims how many claims were checked besides; empty where none was
public record Counts(String numerals, String claims) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:E[-+]?\\d+)?");

  public static Counts of(Ledger ledger, Words words) {
    Map<Ledger.Standing, Integer> standing = new EnumMap<>(Ledger.Standing.class);
    int numerals = 0;
    int claims = 0;
    for (Ledger.Entry entry : ledger.entries()) {
      if (entry.kind().isNumeral()) {
        numerals++;
        standing.merge(entry.standing(), 1, Integer::sum);
      } else if (entry.kind() != Ledger.Kind.WORDS) {
        claims++;
      }
    }
    List<String> parts = new ArrayList<>();
    standing.forEach(
        (each, count) -> parts.add(words.count(each.name().toLowerCase(Locale.ROOT), count)));
    String sentence = words.count("numerals", numerals);
    return new Counts(
        parts.isEmpty()
            ? sentence + "."
            : sentence + words.colon() + " " + String.join(", ", parts) + ".",
        claims == 0 ? "" : words.count("claims", claims));
  }

  /// The numbers that make no claim, each once as it stands there.
  public static List<String> plain(Ledger ledger) {
    return ledger.entries().stream()
        .filter(it -> it.kind().isNumeral() && it.standing() == Ledger.Standing.PLAIN)
        .map(Ledger.Entry::text)
        .distinct()
        .toList();
  }

  /// How an entry was verified, in words; empty where there is nothing to say.
  public static String evidence(
      Ledger.Entry entry, List<CompiledChapter.Source> sources, Words words) {
    List<String> parts = new ArrayList<>();
    if (entry.tolerance().isPresent()) {
      parts.add(tolerance(entry.tolerance().get(), words));
    }
    if (entry.witnesses().isPresent()) {
      parts.add(witnesses(entry.witnesses().get(), words));
    }
    if (entry.origin().isPresent()) {
      String origin = entry.origin().get();
      parts.add(
          entry.standing() == Ledger.Standing.CITED
              ? words.say("origin", title(origin, sources))
              : words.phrase(origin).orElse(origin));
    }
    return String.join("; ", parts);
  }

  /// What all three say is said once.
  private static String witnesses(Ledger.Witnesses w, Words words) {
    return w.reverse().equals(w.forward()) && w.reverse().equals(w.differences())
        ? words.say("witnessesAgree", w.reverse(), w.bound())
        : words.say("witnesses", w.reverse(), w.forward(), w.differences(), w.bound());
  }

  private static String tolerance(String tolerance, Words words) {
    return tolerance.equals("0")
        ? words.say("exact")
        : words.say("tolerance", words.phrase(tolerance).orElseGet(() -> rounded(tolerance)));
  }

  /// A number without its last digits, which are those of floating point; of code it is a
  /// condition.
  private static String rounded(String tolerance) {
    if (!NUMBER.matcher(tolerance).matches()) {
      return tolerance;
    }
    return new BigDecimal(tolerance).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String title(String key, List<CompiledChapter.Source> sources) {
    return sources.stream()
        .filter(source -> source.key().equals(key))
        .map(CompiledChapter.Source::title)
        .findFirst()
        .orElse(key);
  }
}
