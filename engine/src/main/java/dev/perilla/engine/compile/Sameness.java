package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Edit;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Substance.Item;
import dev.perilla.engine.compile.Substance.Kind;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A text and its translation, held against each other: what is no words has to be the same.
///
/// @param original the original text
/// @param text its translation
/// @param before the decimal mark of the original
/// @param now that of the translation
/// @param names those of the program
record Sameness(Text original, Text text, Notation before, Notation now, Set<String> names) {

  /// What the translation alters, loses or adds; an error each, at its place in the translation.
  List<Finding> findings() {
    List<Item> there = Substance.of(original, before, names);
    List<Item> here = Substance.of(text, now, names);
    List<Item> lost = new ArrayList<>(there);
    List<Item> added = new ArrayList<>();
    for (Item item : here) {
      if (!take(lost, item)) {
        added.add(item);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Item item : added) {
      Optional<Item> instead =
          lost.stream()
              .filter(it -> it.kind() == item.kind() && it.topic().equals(item.topic()))
              .findFirst()
              .or(() -> lost.stream().filter(it -> it.kind() == item.kind()).findFirst());
      instead.ifPresent(lost::remove);
      if (instead.isPresent() || !isWords(item)) {
        findings.add(instead.map(it -> altered(item, it)).orElseGet(() -> added(item)));
      }
    }
    lost.stream().filter(item -> !isWords(item)).forEach(item -> findings.add(lost(item)));
    if (findings.isEmpty()) {
      exchanged(there, here).ifPresent(findings::add);
    }
    counted().ifPresent(findings::add);
    return findings;
  }

  /// A number that another name has exchanged for its own: one that is beside the first name in the
  /// original and beside the second in the translation, which has another there.
  private Optional<Finding> exchanged(List<Item> there, List<Item> here) {
    List<Named> lost = new ArrayList<>(Named.all(there));
    List<Named> found = Named.all(here);
    found.forEach(one -> lost.removeIf(one::isSame));
    for (Named one : found) {
      boolean isNew = Named.all(there).stream().noneMatch(one::isSame);
      Optional<Named> before =
          lost.stream().filter(it -> it.item().key().equals(one.item().key())).findFirst();
      if (isNew
          && before.isPresent()
          && lost.stream().anyMatch(it -> it.name().equals(one.name()))) {
        return Optional.of(
            Finding.error(
                    TranslationCode.ALTERED,
                    one.item().span(),
                    "the translation says %s of %s, the original of %s"
                        .formatted(
                            one.item().shown(), one.name().shown(), before.get().name().shown()))
                .related(before.get().item().span(), "the original")
                .help("a translation changes words alone: say it of the same name"));
      }
    }
    return Optional.empty();
  }

  /// A number and one of the names that it stands beside.
  private record Named(Item item, Beside.Name name) {
    static List<Named> all(List<Item> items) {
      return items.stream()
          .flatMap(item -> item.beside().names().stream().map(name -> new Named(item, name)))
          .toList();
    }

    boolean isSame(Named other) {
      return name.equals(other.name) && item.key().equals(other.item.key());
    }
  }

  /// A number in words for another one in words: each text says one that the other does not.
  private Optional<Finding> counted() {
    Counts there = Counts.of(original, before);
    Counts here = Counts.of(text, now);
    return here.beside(there)
        .flatMap(
            word ->
                there
                    .beside(here)
                    .map(
                        other ->
                            Finding.warning(
                                    TranslationCode.ALTERED,
                                    word.span(),
                                    "the translation says "
                                        + word.span().text()
                                        + ", the original says "
                                        + other.span().text())
                                .related(other.span(), "the original")
                                .help("a translation changes words alone: say the same number")));
  }

  /// Whether words may stand for it: carbon dioxide for CO2, but not GPT-4 for GPT-5.
  private static boolean isWords(Item item) {
    return item.kind() == Kind.NAME;
  }

  /// Takes the same thing out of `items`, where it is there.
  private static boolean take(List<Item> items, Item item) {
    for (int i = 0; i < items.size(); i++) { // the original says whether its digits are a number
      if (items.get(i).is(item)) {
        items.remove(i);
        return true;
      }
    }
    return false;
  }

  private Finding altered(Item here, Item there) {
    Span place = differing(here, there);
    boolean isBeside = here.beside().contradicts(there.beside());
    boolean isNotation = !isBeside && before != now && here.shown().equals(there.shown());
    Finding finding =
        Finding.error(
                TranslationCode.ALTERED,
                place,
                isNotation
                    ? here.shown() + " is not written as numbers are in this translation"
                    : "the translation says "
                        + (isBeside ? here.beside().with(here.shown()) : here.shown())
                        + ", the original says "
                        + (isBeside ? there.beside().with(there.shown()) : there.shown()))
            .related(there.span(), "the original")
            .help(
                isNotation
                    ? "the decimal mark of this translation is "
                        + now.decimal()
                        + ": write its numbers so, and what is no number as code, or give it"
                        + " `decimal: \""
                        + before.decimal()
                        + "\"` in book.yaml"
                    : isBeside
                        ? "a translation changes words alone: say the same of this number"
                        : "a translation changes words alone: write " + wanted(there));
    if (isBeside) {
      return finding;
    }
    if (here.numeral().isPresent() && there.numeral().isPresent()) {
      boolean isSameElse = here.topic().equals(there.topic());
      Edit edit = new Edit(here.numeral().get().span(), there.numeral().get().in(now));
      return isSameElse ? finding.fix(edit) : finding;
    }
    boolean isCode = here.kind() == Kind.CODE || here.kind() == Kind.LINE;
    return isCode && place.text().chars().allMatch(c -> Character.isDigit(c) || c == '.')
        ? finding.fix(new Edit(place, differing(there, here).text()))
        : finding;
  }

  /// Where an item of code is not as the other: from the first character that differs to the last,
  /// with the digits around it.
  private static Span differing(Item item, Item other) {
    String here = item.span().text();
    String there = other.span().text();
    boolean isWords = item.kind() == Kind.BOUND || item.kind() == Kind.CITED;
    if (item.numeral().isPresent() || isWords || here.equals(there)) {
      return item.span();
    }
    int start = 0;
    while (start < Math.min(here.length(), there.length())
        && here.charAt(start) == there.charAt(start)) {
      start++;
    }
    int end = here.length();
    int otherEnd = there.length();
    while (end > start && otherEnd > start && here.charAt(end - 1) == there.charAt(otherEnd - 1)) {
      end--;
      otherEnd--;
    }
    while (start > 0 && isDigit(here.charAt(start - 1))) {
      start--;
    }
    while (end < here.length() && isDigit(here.charAt(end))) {
      end++;
    }
    int from = item.span().start();
    return new Span(item.span().file(), from + start, from + end);
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c) || c == '.';
  }

  private Finding added(Item item) {
    return Finding.error(
            TranslationCode.ALTERED,
            item.span(),
            "the original does not say " + item.shown() + " in this text")
        .related(firstLine(original), "the original")
        .help("a translation changes words alone: take it out, or write it into the original too");
  }

  private Finding lost(Item item) {
    return Finding.error(
            TranslationCode.ALTERED,
            firstLine(text),
            "the translation lacks " + item.shown() + " of the original")
        .related(item.span(), "the original")
        .help("say it here too: " + wanted(item));
  }

  /// As the translation has to write it.
  private String wanted(Item item) {
    return item.kind() == Kind.NUMBER && item.numeral().isPresent()
        ? item.numeral().get().in(now)
        : item.shown();
  }

  private static Span firstLine(Text text) {
    int end = text.value().indexOf('\n');
    return text.span(0, end < 0 ? text.value().length() : end);
  }
}
