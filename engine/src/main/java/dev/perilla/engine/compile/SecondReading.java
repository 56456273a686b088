package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Claim;
import dev.perilla.engine.verify.Direction;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what the page will show, as a reader does: each number on it has to be one that was
/// accounted for, from its sign to its percent. `-{{x}}` or `{{x}} %` would show another number
/// than the program gives.
final class SecondReading {
  private SecondReading() {}

  /// The bare characters of inlines, as a reader sees them.
  static String text(List<Inline> inlines) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : inlines) {
      text.append(
          switch (inline) {
            case Inline.Str words -> words.text();
            case Inline.Num number -> number.text();
            case Inline.Bound bound -> text(bound.inlines());
            case Inline.Emphasis emphasis -> text(emphasis.inlines());
            case Inline.Strong strong -> text(strong.inlines());
            case Inline.Strikethrough strike -> text(strike.inlines());
            case Inline.Link link -> text(link.inlines());
            case Inline.InLanguage other -> text(other.inlines());
            case Inline.CodeSpan code -> text(code.inlines());
            case Inline.Formula math -> math.tex();
            case Inline.Image image -> text(image.alt());
            case Inline.FootnoteReference note -> "";
            case Inline.LineBreak br -> " ";
          });
    }
    return text.toString();
  }

  static void of(
      Accounting accounting, Account account, List<Inline> inlines, Span place, Notation notation) {
    if (!accounting.reached()) {
      return;
    }
    StringBuilder shown = new StringBuilder();
    TreeMap<Integer, Inline.Num> settled = new TreeMap<>();
    show(inlines, shown, settled);
    Direction.finding(shown.toString(), place).ifPresent(account::report);
    for (Numeral numeral : Numeral.scan(shown.toString(), notation)) {
      Inline.Num there = settled.get(numeral.start());
      boolean whole = there != null && there.text().length() == numeral.text().length();
      if (!whole || isSignedApart(shown, numeral.start())) {
        account.report(
            Finding.error(
                    VerifyCode.SPLIT,
                    place(account, settled.floorEntry(numeral.end() - 1), numeral, place),
                    whole
                        ? "the page would read a sign before " + numeral.text()
                        : "the page would read "
                            + numeral.text()
                            + ", which is not what was computed")
                .help("put sign, digits and percent together into one expression or one mark"));
      }
    }
  }

  /// Where the number that is part of `numeral` was written; `all` where there is none.
  private static Span place(
      Account account, Map.@Nullable Entry<Integer, Inline.Num> before, Numeral numeral, Span all) {
    if (before == null || before.getKey() + before.getValue().text().length() <= numeral.start()) {
      return all;
    }
    return account.claims().stream()
        .filter(claim -> claim.entry().id().equals(before.getValue().claim()))
        .map(Claim::span)
        .findFirst()
        .orElse(all);
  }

  /// `− 12` in words where nothing stands before the sign: it is none of a difference.
  private static boolean isSignedApart(CharSequence shown, int start) {
    String before = shown.subSequence(0, start).toString();
    String sign = before.stripTrailing();
    if (shown.toString().indexOf('\n') >= 0
        || sign.length() == before.length()
        || !(sign.endsWith("−") || sign.endsWith("-"))) {
      return false;
    }
    String rest = sign.substring(0, sign.length() - 1).stripTrailing();
    return rest.isEmpty() || "=≈→<>≤≥(:".indexOf(rest.charAt(rest.length() - 1)) >= 0;
  }

  private static void show(
      List<Inline> inlines, StringBuilder shown, Map<Integer, Inline.Num> settled) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str words -> shown.append(words.text());
        case Inline.Num number -> {
          settled.put(shown.length(), number);
          shown.append(number.text());
        }
        case Inline.Bound bound -> show(bound.inlines(), shown, settled);
        case Inline.Emphasis emphasis -> show(emphasis.inlines(), shown, settled);
        case Inline.Strong strong -> show(strong.inlines(), shown, settled);
        case Inline.Strikethrough strike -> show(strike.inlines(), shown, settled);
        case Inline.InLanguage other -> show(other.inlines(), shown, settled);
        case Inline.Link link -> {
          boolean address = link.inlines().equals(List.of(new Inline.Str(link.url())));
          if (!address) {
            show(link.inlines(), shown, settled);
          }
        }
        case Inline.CodeSpan code -> shown.append(edges(text(code.inlines()))); // read by itself
        case Inline.Formula math -> shown.append(edges(math.tex())); // likewise
        case Inline.Image image -> shown.append('\uFFFC');
        case Inline.FootnoteReference note -> shown.append('\uFFFC');
        case Inline.LineBreak br -> shown.append(' ');
      }
    }
  }

  /// Code as the words around it see it: a sign at its end stands before the number that follows.
  private static String edges(String code) {
    boolean signed = code.endsWith("-") || code.endsWith("−") || code.endsWith("–");
    return (code.startsWith("%") ? "%" : "") + '\uFFFC' + (signed ? "-" : "");
  }
}
