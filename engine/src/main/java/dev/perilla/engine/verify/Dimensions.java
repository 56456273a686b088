package dev.perilla.engine.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The units of arithmetic among words: `12 km / 3 h = 4 km/h`, `(3 + 4) km = 7,000 m`, `3 × $4 =
/// $12`. Those of all summands are one measure, and those of all sides. Words that are no units may
/// be left out of a side, `3 boxes × 12 eggs = 36 eggs`.
///
/// @param text the text with blanks for the units of arithmetic in which they come out
/// @param factors by the index of a numeral, what it is multiplied by where units are converted, in
///   the code language
/// @param clashes where units that are known do not come out
record Dimensions(String text, Map<Integer, String> factors, List<Clash> clashes) {
  /// @param first index of the first numeral of the arithmetic
  /// @param last that of the last
  /// @param one the units of one part
  /// @param other those of another
  record Clash(int first, int last, String one, String other) {}

  private static final String ONE = "(?:°?\\p{L}+|\\p{Sc})[²³]?";
  private static final String PER = "(?: (?:per|por|pro|par) |[/·])";

  /// That of a price may stand on both sides: `€2/kg`.
  private static final String WORD =
      ("(?:(?<=\\p{Sc}[\\d.,]{1,12})(?=%2$s)|(?:["
              + " \u00A0\u202F]|(?=[°\\p{Sc}]))(?![xyz]\\b)(?=%1$s))((?:%1$s)?(?:%2$s%1$s)*)")
          .formatted(ONE, PER);

  /// What stands between two numbers: a unit, brackets and their unit, a sign, what is before the
  /// next.
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:%1$s)?[ \u00A0]*(\\)*)([²³]?)(?:(?<=[)²³])%1$s)?[ \u00A0]*(%2$s)([ \u00A0(√\\p{Sc}]*)"
              .formatted(WORD, Tokens.SIGNS));

  private static final Pattern BEHIND =
      Pattern.compile("(?:%1$s)?(\\)*)([²³]?)(?:(?<=[)²³])%1$s)?(?![\\p{L}\\d])".formatted(WORD));
  private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}");

  private static final String DIVISIONS = "÷∕⁄➗/";
  private static final String PRODUCTS = "×·⋅∗∙•✕✖⨯*";
  private static final String SUMS = "+-−–";

  /// In the place of a sign of money, parts what nothing is computed of.
  private static final char APART = ';';

  /// Reads each chain of arithmetic in a text.
  static Dimensions of(String text, List<Numeral> numerals) {
    StringBuilder out = new StringBuilder(text);
    Map<Integer, String> factors = new HashMap<>();
    List<Clash> clashes = new ArrayList<>();
    Matcher between = BETWEEN.matcher(text).useTransparentBounds(true);
    Matcher behind = BEHIND.matcher(text).useTransparentBounds(true);
    int first = 0;
    while (first < numerals.size()) {
      Chain chain = new Chain(text);
      chain.begin(first, start(text, numerals.get(first).start()), numerals.get(first));
      int last = behindPowers(numerals, first) - 1;
      while (last + 1 < numerals.size()
          && isBetween(between, numerals.get(last).end(), numerals.get(last + 1))) {
        chain.behind(between.toMatchResult(), false);
        chain.parts.add(new Part(between.group(5).charAt(0)));
        chain.begin(last + 1, between.start(6), numerals.get(last + 1));
        last = behindPowers(numerals, last + 1) - 1;
      }
      if (behind.region(numerals.get(last).end(), text.length()).lookingAt()) {
        chain.behind(behind.toMatchResult(), true);
      }
      if (chain.isChain()) {
        chain.read(out, factors);
        if (chain.clash != null
            && chain.words.isEmpty()
            && !chain.hasRoot
            && !isPrice(chain.clash[0], chain.clash[1])) {
          clashes.add(new Clash(first, last, chain.clash[0].shown, chain.clash[1].shown));
        }
      }
      first = last + 1;
    }
    return new Dimensions(out.toString(), factors, clashes);
  }

  /// Where the brackets and the currency before a number begin.
  private static int start(String text, int number) {
    int start = number;
    while (start > 0
        && (" \u00A0(√".indexOf(text.charAt(start - 1)) >= 0 || isMoney(text.charAt(start - 1)))) {
      start--;
    }
    return start;
  }

  private static boolean isMoney(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /// Whether nothing else stands before the next number, whose sign may be that of a difference.
  private static boolean isBetween(Matcher between, int end, Numeral next) {
    boolean isSigned = SUMS.indexOf(next.text().charAt(0)) >= 0;
    return between.region(end, next.start()).matches()
        || (isSigned && between.region(end, next.start() + 1).matches());
  }

  /// `7 kg × 9 € = 63 €`, where the price is that of each.
  private static boolean isPrice(Measured one, Measured other) {
    return other.shown().length() == 1
        && isMoney(other.shown().charAt(0))
        && one.measure().powers().getOrDefault(other.shown(), 0) == 1;
  }

  /// The index of the numeral behind one and the power that stands at it.
  private static int behindPowers(List<Numeral> numerals, int index) {
    int next = index + 1;
    boolean isPower =
        next < numerals.size()
            && numerals.get(next).value().isEmpty()
            && numerals.get(next).start() == numerals.get(index).end();
    return isPower ? next + 1 : next;
  }

  /// A number, a bracket or a sign.
  ///
  /// @param sign 0 for a number
  /// @param numeral its index
  /// @param unit of a number or a bracket that is closed; empty for none
  /// @param power of such a bracket
  private record Part(char sign, int numeral, String unit, int power) {
    Part(char sign) {
      this(sign, -1, "", 1);
    }
  }

  /// What a part of arithmetic is measured in.
  ///
  /// @param words those that are no units
  /// @param numerals the indices of those that are multiplied where all of it is
  /// @param shown the units as they stand; empty for none
  private record Measured(
      Units.Measure measure, Map<String, Integer> words, List<Integer> numerals, String shown) {
    boolean isBare() {
      return shown.isEmpty();
    }

    boolean isLike(Measured other) {
      return measure.powers().equals(other.measure.powers());
    }

    Measured times(Measured other, int power) {
      Map<String, Integer> all = new HashMap<>(words);
      other.words.forEach((word, raised) -> all.merge(word, raised * power, Integer::sum));
      all.values().removeIf(it -> it == 0);
      String sign = power < 0 ? "/" : isBare() ? "" : "·";
      String both = other.isBare() ? shown : shown + sign + other.shown;
      return new Measured(measure.times(other.measure, power), all, numerals, both);
    }
  }

  /// One chain of numbers, signs, units and brackets.
  private static final class Chain {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>(); // of units, start and end
    private final Map<Integer, String> factors = new HashMap<>();
    private final Set<String> words = new HashSet<>(); // of those that are no units
    private boolean hasRoot = false;
    private boolean isOfAll = false; // whether `72 / 3.6 m/s` is one quotient with a unit
    private Measured @Nullable [] clash;
    private String money = ""; // before the number
    private int open = 0;
    private int at = 0;

    Chain(String text) {
      this.text = text;
    }

    /// Adds a number with what stands before it.
    void begin(int index, int from, Numeral numeral) {
      for (int i = from; i < numeral.start(); i++) {
        if (text.charAt(i) == '(') {
          parts.add(new Part('('));
        }
        hasRoot |= text.charAt(i) == '√';
      }
      Matcher sign = CURRENCY.matcher(text).region(from, numeral.end());
      money = "";
      while (sign.find()) {
        money = sign.group();
        places.add(new int[] {sign.start(), sign.end()});
      }
      parts.add(new Part((char) 0, index, money, 1));
    }

    /// Gives the number its unit and adds the brackets that are closed behind it.
    ///
    /// @param ends whether nothing follows, so that a word is one of the sentence
    void behind(MatchResult found, boolean ends) {
      String own = unit(found, 1, ends);
      if (!own.isEmpty()) {
        String whole = isPer(own) ? money + own : own;
        parts.add(new Part((char) 0, parts.removeLast().numeral(), whole, 1));
      }
      int closes = found.end(2) - found.start(2);
      for (int i = 1; i < closes; i++) {
        parts.add(new Part(')'));
      }
      if (closes > 0) {
        int power = 1 + power(found.group(3));
        parts.add(new Part(')', -1, unit(found, 4, ends), power));
      }
    }

    /// A unit, but for words that multiply the number before them.
    private String unit(MatchResult found, int group, boolean ends) {
      String word = found.group(group);
      if (word == null
          || word.isEmpty()
          || Scale.behind(" " + word, 0).power() > 0
          || (ends && !words.containsAll(measured(word, List.of()).words.keySet()))) {
        return "";
      }
      if (!ends || isMoney(word.charAt(0)) || isPer(word)) {
        places.add(new int[] {found.start(group), found.end(group)});
      }
      words.addAll(measured(word, List.of()).words.keySet());
      return word;
    }

    private static boolean isPer(String unit) {
      return unit.startsWith(" ") || unit.startsWith("/");
    }

    boolean isChain() {
      return !places.isEmpty() && parts.stream().filter(it -> it.numeral() >= 0).count() > 1;
    }

    /// Takes the units out of `out` where they come out.
    void read(StringBuilder out, Map<Integer, String> all) {
      if (!isBalanced()) {
        parts.removeIf(it -> it.sign() == '(' || it.sign() == ')');
      }
      sides();
      if (clash != null) {
        Measured[] first = clash;
        isOfAll = true;
        sides();
        clash = clash == null ? null : first;
      }
      for (int[] place : places) {
        for (int i = place[0]; i < place[1]; i++) {
          if (clash == null) {
            out.setCharAt(i, ' ');
          } else if (isMoney(text.charAt(i))) {
            out.setCharAt(i, APART);
          }
        }
      }
      if (clash == null) {
        all.putAll(factors);
      }
    }

    private boolean isBalanced() {
      for (Part part : parts) {
        open += part.sign() == '(' ? 1 : part.sign() == ')' ? -1 : 0;
        if (open < 0) {
          return false;
        }
      }
      return open == 0;
    }

    private void sides() {
      at = 0;
      clash = null;
      factors.clear();
      List<Measured> sides = new ArrayList<>();
      while (at < parts.size()) {
        int first = at;
        Measured side = sum();
        if (!side.isBare() || at == first + 1) {
          sides.add(side);
        }
        at = Math.max(at, first) + 1; // the relation
      }
      Measured last = sides.isEmpty() ? null : sides.getLast();
      for (Measured side : sides) {
        boolean isSame =
            last == null
                || (side.isLike(last)
                    && (side.words.keySet().containsAll(last.words.keySet())
                        || last.words.keySet().containsAll(side.words.keySet())));
        if (last != null && !isSame) {
          clashes(side, last);
        } else if (last != null) {
          convert(side, last);
        }
      }
    }

    private void clashes(Measured one, Measured other) {
      if (clash == null || clash[0].isBare()) {
        clash = new Measured[] {one, other};
      }
    }

    private Measured sum() {
      Measured sum = product();
      while (at < parts.size() && SUMS.indexOf(parts.get(at).sign()) >= 0) {
        at++;
        Measured next = product();
        if (!next.isLike(sum) || !next.words.equals(sum.words)) {
          clashes(sum, next);
        } else {
          convert(next, sum);
        }
        List<Integer> both = Stream.concat(sum.numerals.stream(), next.numerals.stream()).toList();
        Measured one = sum.isBare() ? next : sum;
        sum = new Measured(one.measure, one.words, both, one.shown);
      }
      return sum;
    }

    private Measured product() {
      Measured product = factor();
      while (at < parts.size() && (PRODUCTS + DIVISIONS).indexOf(parts.get(at).sign()) >= 0) {
        int power = DIVISIONS.indexOf(parts.get(at++).sign()) >= 0 ? -1 : 1;
        product = product.times(factor(), isOfAll && product.isBare() ? 1 : power);
      }
      return product;
    }

    private Measured factor() {
      if (at >= parts.size()) {
        return measured("", List.of());
      }
      Part part = parts.get(at++);
      if (part.sign() != '(') {
        return measured(part.unit(), part.numeral() < 0 ? List.of() : List.of(part.numeral()));
      }
      Measured sum = sum();
      Part end = at < parts.size() ? parts.get(at) : new Part(')');
      at++;
      Measured power = sum;
      for (int i = 1; i < end.power(); i++) {
        power = power.times(sum, 1);
      }
      return power.times(measured(end.unit(), List.of()), 1);
    }

    private Measured measured(String unit, List<Integer> numerals) {
      Units.Measure measure = Units.Measure.NONE;
      Map<String, Integer> others = new HashMap<>();
      int power = 1;
      for (String part : unit.replaceAll(" (?:per|por|pro|par) ", "/").split("(?<=[/·])", -1)) {
        int end = part.length();
        end -= part.endsWith("/") || part.endsWith("·") ? 1 : 0;
        int raised = end == 0 ? 0 : power(part.substring(end - 1, end));
        String word = part.substring(0, raised > 0 ? end - 1 : end);
        int by = power * (raised + 1);
        if (Units.isUnit(word)) {
          measure = measure.times(Units.measure(word), by);
        } else if (!word.isEmpty()) {
          others.merge(stem(word), by, Integer::sum);
        }
        power = part.endsWith("/") ? -1 : 1;
      }
      return new Measured(measure, others, numerals, unit);
    }

    /// By how much `²` and `³` raise.
    private static int power(String sign) {
      return sign.isEmpty() ? 0 : "²³".indexOf(sign) + 1;
    }

    /// Multiplies the numbers of a part so that it is measured as another.
    private void convert(Measured part, Measured as) {
      String factor = part.measure.in(as.measure);
      if (!factor.isEmpty()) {
        part.numerals.forEach(it -> factors.merge(it, factor, String::concat));
      }
    }

    /// `box` for `boxes`, `hor` for `horas`.
    private static String stem(String word) {
      return word.length() > 3 ? word.replaceFirst("[aeo]?[sn]?$", "") : word;
    }
  }
}
