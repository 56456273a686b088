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
import dev.perilla.engine.verify.Unseen;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what the page will show, as a reader does: each number on it has to be one that was
/// accounted for, from its sign to its percent. `-{{x}}` or `{{x}} %` would show another number
/// than the program gives.
final class SecondReading {
  /// What shows nothing in a formula, or nothing but a blank.
  private static final Pattern NOTHING_OF_TEX =
      Pattern.compile(
          "\\\\[!,:;> ]|[{}~]|\\\\(?:q?quad|text|mathrm|mathit|mathbf|operatorname)(?![A-Za-z])");

  private static final String COPULA =
      "(?<!\\p{L})(?:is|are|was|were|equals|es|son|era|vale|valen|est|sont|è|sono|é|são|ist|sind)";

  /// Minus behind what lets no difference follow; a sign with blanks is none of a pause there.
  private static final Pattern MINUS_IN_WORDS =
      Pattern.compile(
          "(?iu)(?:(?:^|[=≈→<>≤≥(:]|%1$s)\\s*(?:minus|negative|menos|moins|meno)[\\s~]*|%1$s\\s*[−➖─⎯⸺][\\s\\p{Zs}]*)$"
              .formatted(COPULA));

  /// A sign before a bracket or bar, with no number or name before it.
  private static final Pattern SIGN_OF_BRACKET = Pattern.compile("(?:^|[\\s=≈→<>≤≥:])[-−–][(|]$");

  /// What closes it, with nothing behind that goes on computing.
  private static final Pattern CLOSED = Pattern.compile("[)|](?!\\s*[-−–+*/=≈<>≤≥≠×·÷^²³])");

  /// Code that makes percents of parts.
  private static final Pattern HUNDRED = Pattern.compile("(?<![\\d.])100(?![\\d.])");

  /// How far before a number its sign is looked for, in characters.
  private static final int AROUND = 80;

  private final Notation notation;
  private final StringBuilder shown = new StringBuilder();
  private final TreeMap<Integer, Inline.Num> settled = new TreeMap<>(); // by where they start
  private final Set<Integer> inCode = new HashSet<>(); // those at an edge of code
  private final Set<Integer> inHundreds = new HashSet<>(); // those of code that makes percents
  private final List<String> signed = new ArrayList<>(); // statements behind a sign

  private SecondReading(Notation notation) {
    this.notation = notation;
  }

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
    SecondReading page = new SecondReading(notation);
    page.show(inlines);
    Direction.finding(page.shown.toString(), place).ifPresent(account::report);
    for (String statement : page.signed) {
      account.report(
          Finding.error(VerifyCode.SPLIT, place, "the page would read a sign before " + statement)
              .help("write the sign within the statement, or a blank behind a dash"));
    }
    for (Numeral numeral : Numeral.scan(page.shown.toString(), notation)) {
      boolean whole = page.isSettled(numeral, account);
      if (!whole || page.isSignedApart(numeral)) {
        account.report(
            Finding.error(
                    VerifyCode.SPLIT,
                    place(account, page.settled.floorEntry(numeral.end() - 1), numeral, place),
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

  /// Whether a numeral is one that was accounted for. A percent sign apart from code that makes
  /// percents, `100 * p` %, is a word; commas between the numbers of code make no number of them.
  private boolean isSettled(Numeral numeral, Account account) {
    Inline.Num there = settled.get(numeral.start());
    if (there == null || numeral.text().length() < there.text().length()) {
      return false;
    }
    String more = numeral.text().substring(there.text().length());
    boolean isCode = inCode.contains(numeral.start());
    return more.isEmpty()
        || (inHundreds.contains(numeral.start())
            && Character.isSpaceChar(more.charAt(0))
            && more.strip().length() == 1)
        || (more.strip().equals("%") && countsPercents(there, account))
        || (isCode
            && numeral.value().isEmpty()
            && settled.lowerKey(numeral.end()) > numeral.start());
  }

  private static boolean countsPercents(Inline.Num number, Account account) {
    return account.claims().stream()
        .filter(it -> it.entry().id().equals(number.claim()))
        .flatMap(it -> it.entry().expression().stream())
        .anyMatch(Accounting::countsPercents);
  }

  /// `− 12` in words where nothing stands before the sign, so that it is none of a difference;
  /// `--12` where a negative number was computed.
  private boolean isSignedApart(Numeral numeral) {
    int from = Math.max(0, numeral.start() - AROUND);
    String before = Unseen.without(shown.substring(from, numeral.start()));
    boolean isClosed = CLOSED.matcher(shown).region(numeral.end(), shown.length()).lookingAt();
    boolean isInBracket = isClosed && (before.endsWith("(") || before.endsWith("|"));
    String words = isInBracket ? before.substring(0, before.length() - 1) : before;
    if ((mayEndInMinus(words) && MINUS_IN_WORDS.matcher(words).find())
        || (isInBracket && SIGN_OF_BRACKET.matcher(before).find())) {
      return true;
    }
    String sign = before.stripTrailing();
    boolean isApart = sign.length() < before.length() || isSign(numeral.text(), 0);
    if (!isApart || !isSign(sign, sign.length() - 1) || shown.indexOf("\n") >= 0) {
      return false;
    }
    String rest = sign.substring(0, sign.length() - 1).stripTrailing();
    return rest.isEmpty()
        || "=≈→<>≤≥(:".indexOf(rest.charAt(rest.length() - 1)) >= 0
        || (sign.length() == before.length() && rest.length() < sign.length() - 1);
  }

  /// Whether words end as [#MINUS_IN_WORDS] does, which is asked of each number of a page.
  private static boolean mayEndInMinus(String words) {
    int last = words.length() - 1;
    while (last >= 0 && isBlank(words.charAt(last))) {
      last--;
    }
    return last >= 0 && "seoSEO\u017F−➖─⎯⸺".indexOf(words.charAt(last)) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == '~' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isSign(String text, int at) {
    return at >= 0 && at < text.length() && Numeral.isMinus(text.charAt(at));
  }

  private void show(List<Inline> inlines) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str words -> shown.append(words.text());
        case Inline.Num number -> {
          settled.put(shown.length(), number);
          shown.append(number.text());
        }
        case Inline.Bound bound -> show(bound.inlines());
        case Inline.Emphasis emphasis -> show(emphasis.inlines());
        case Inline.Strong strong -> show(strong.inlines());
        case Inline.Strikethrough strike -> show(strike.inlines());
        case Inline.InLanguage other -> show(other.inlines());
        case Inline.Link link -> {
          boolean address = link.inlines().equals(List.of(new Inline.Str(link.url())));
          if (!address) {
            show(link.inlines());
          }
        }
        case Inline.CodeSpan code ->
            edges(text(code.inlines()), code.claim(), false); // read by itself
        case Inline.Formula math -> { // likewise
          String seen = NOTHING_OF_TEX.matcher(math.tex()).replaceAll("");
          if (seen.codePoints().noneMatch(Character::isLetterOrDigit)) {
            shown.append(seen.replace('-', '−').replace("\\%", "%"));
          } else {
            edges(math.tex(), math.claim(), true);
          }
        }
        case Inline.Image image -> shown.append('\uFFFC');
        case Inline.FootnoteReference note -> shown.append('\uFFFC');
        case Inline.LineBreak br -> shown.append(' ');
      }
    }
  }

  /// Code as the words around it see it: what it begins and ends with.
  ///
  /// @param isFormula whether a reader sees something else than its characters, but for numbers
  private void edges(String code, Optional<String> claim, boolean isFormula) {
    List<Numeral> numerals = Numeral.scan(code, notation);
    int head = numerals.isEmpty() ? code.length() : numerals.getFirst().start();
    if (head > 0 && claim.isPresent() && isSigned()) {
      signed.add(code);
    }
    beside(code.substring(0, head), isFormula);
    if (numerals.isEmpty()) {
      return;
    }
    boolean isOfHundreds = HUNDRED.matcher(code).find();
    edge(numerals.getFirst(), isOfHundreds);
    if (numerals.size() > 1) {
      shown.append('\uFFFC');
      edge(numerals.getLast(), isOfHundreds);
    }
    beside(code.substring(numerals.getLast().end()), isFormula);
  }

  private void beside(String words, boolean isFormula) {
    if (!isFormula) {
      shown.append(words);
    } else if (!words.isEmpty()) {
      shown.append('\uFFFC').append(endsInSign(words) ? "-" : "");
    }
  }

  /// Whether words end in a sign that is none of a difference: `n - ` is.
  private static boolean endsInSign(String words) {
    String rest = words.isEmpty() ? "" : words.substring(0, words.length() - 1).stripTrailing();
    return isSign(words, words.length() - 1)
        && (rest.isEmpty() || "=≈→<>≤≥(:,".indexOf(rest.charAt(rest.length() - 1)) >= 0);
  }

  /// Whether a sign that is none of a difference, nor a hyphen, stands right before.
  private boolean isSigned() {
    int sign = shown.length() - 1;
    return isSign(shown.toString(), sign)
        && (sign == 0 || " \u00a0([:=≈→<>".indexOf(shown.charAt(sign - 1)) >= 0);
  }

  private void edge(Numeral numeral, boolean isOfHundreds) {
    if (isOfHundreds) {
      inHundreds.add(shown.length());
    }
    settled.put(shown.length(), new Inline.Num(numeral.text(), ""));
    inCode.add(shown.length());
    shown.append(numeral.text());
  }
}
