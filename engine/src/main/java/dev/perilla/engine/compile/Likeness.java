package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.engine.verify.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What two texts have in common for somebody who has to choose between them: neither emphasis nor
/// capitals nor a period at the end tell them apart, nor do the zeros or the digits of one number.
///
/// @param shown with the numbers of the page
/// @param computed with the numbers behind them
record Likeness(Object shown, Object computed) {
  private static final MathContext NOISE = new MathContext(12);

  /// @param text as the page shows it
  /// @param claims the entries of its numbers
  static Likeness of(List<Rich> text, List<Claim> claims) {
    if (text.size() != 1 || !(text.getFirst() instanceof Rich.Paragraph(List<Inline> inlines))) {
      return new Likeness(text, text);
    }
    Map<String, String> values = new HashMap<>();
    for (Claim claim : claims) {
      claim.entry().value().ifPresent(value -> values.put(claim.entry().id(), value));
    }
    return new Likeness(words(inlines, Map.of()), words(inlines, values));
  }

  /// Whether a reader, or the program, cannot tell them apart.
  boolean isOf(Likeness other) {
    return shown.equals(other.shown) || computed.equals(other.computed);
  }

  private static String words(List<Inline> inlines, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    into(out, inlines, values);
    String words = out.toString().strip().toLowerCase(Locale.ROOT);
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private static void into(StringBuilder out, List<Inline> inlines, Map<String, String> values) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str str -> out.append(str.text());
        case Inline.Num num -> out.append(number(values.getOrDefault(num.claim(), num.text())));
        case Inline.Bound bound -> into(out, bound.inlines(), values);
        case Inline.Emphasis it -> into(out, it.inlines(), values);
        case Inline.Strong it -> into(out, it.inlines(), values);
        case Inline.Strikethrough it -> into(out.append('~'), it.inlines(), values);
        case Inline.CodeSpan span -> into(out, span.inlines(), values);
        case Inline.Formula formula -> out.append(formula.tex());
        case Inline.Link link -> into(out, link.inlines(), values);
        case Inline.Image image -> out.append(image.url());
        case Inline.InLanguage other -> into(out, other.inlines(), values);
        case Inline.LineBreak _ -> out.append(' ');
        case Inline.FootnoteReference note -> out.append(note.label());
      }
    }
  }

  private static String number(String text) {
    return decimal(text)
        .map(number -> number.round(NOISE).stripTrailingZeros())
        .map(number -> number.signum() == 0 ? "0" : number.toPlainString())
        .orElse(text);
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.replace('−', '-').replace(',', '.')));
    } catch (NumberFormatException other) {
      return Optional.empty(); // `50 %`: as it stands
    }
  }
}
