package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Chain.Relation.Kind;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number that words compare something with: `[< 0.05]{= p < 0.05}`.
///
/// @param sign as it stands before the number
/// @param kind what it says of what is compared
public record Compared(String sign, Kind kind) {
  /// How far words before a number are looked at, in characters.
  private static final int LONGEST = 40;

  private static final Map<String, Kind> SIGNS =
      Map.of(
          "<", Kind.LESS,
          "<=", Kind.LESS_EQUAL,
          "≤", Kind.LESS_EQUAL,
          ">", Kind.GREATER,
          ">=", Kind.GREATER_EQUAL,
          "≥", Kind.GREATER_EQUAL,
          "!=", Kind.NOT_EQUAL,
          "≠", Kind.NOT_EQUAL);

  /// What words say, those that contain others first.
  private static final Map<Pattern, Kind> WORDS = new LinkedHashMap<>();

  static {
    say("@NOT ?@LESS", Kind.GREATER_EQUAL);
    say("@NOT ?@GREATER", Kind.LESS_EQUAL);
    say("@NOT @REACHES", Kind.LESS);
    say("@AT_LEAST|@REACHES", Kind.GREATER_EQUAL);
    say("@AT_MOST|@UP_TO", Kind.LESS_EQUAL);
    say("@IS @NOT|@IS_NOT", Kind.NOT_EQUAL);
    say("@LESS", Kind.LESS);
    say("@GREATER", Kind.GREATER);
    say("@IS", Kind.EQUAL);
  }

  private static void say(String words, Kind kind) {
    WORDS.put(Phrase.pattern("(?<![\\p{L}\\p{N}])(?:" + words + ")\\s*$"), kind);
  }

  /// What denies the words behind it, `none of them is above`: how, is not read.
  private static final Pattern DENIED = Phrase.pattern("(?<!\\p{L})(?:@NONE|@NOT)(?!\\p{L})");

  /// What words behind a number say of it, `5 or less`.
  private static final Map<Kind, Pattern> BEHIND =
      Map.of(
          Kind.GREATER_EQUAL, behind("@AT_LEAST|@OR_MORE"),
          Kind.LESS_EQUAL, behind("@AT_MOST|@OR_LESS"));

  /// What goes on after a number says more than the words before it.
  private static final Pattern MORE = behind("@AND|@OR");

  private static Pattern behind(String words) {
    return Phrase.pattern("\\s*(?:" + words + ")(?!\\p{L}| @THAN)");
  }

  /// The comparison that stands before a numeral of the words; `->` and `=>` are none.
  ///
  /// @param all those of the words
  static Optional<Compared> before(Numeral numeral, Text words, List<Numeral> all) {
    String before = words.value().substring(0, numeral.start()).strip();
    if (before.endsWith("->") || before.endsWith("=>")) {
      return Optional.empty();
    }
    Optional<Compared> sign =
        SIGNS.entrySet().stream()
            .filter(it -> before.endsWith(it.getKey()))
            .reduce(
                (one, longer) -> longer.getKey().length() > one.getKey().length() ? longer : one)
            .map(it -> new Compared(it.getKey(), it.getValue()));
    return sign.or(() -> inRange(numeral, words, all))
        .or(() -> said(before, words.value().substring(numeral.end())));
  }

  /// The comparison that words say before a number.
  ///
  /// @param before the text before it
  /// @param behind the text behind it
  public static Optional<Compared> said(String before, String behind) {
    for (Map.Entry<Kind, Pattern> words : BEHIND.entrySet()) {
      if (words.getValue().matcher(behind).lookingAt()) {
        String sign = words.getKey() == Kind.LESS_EQUAL ? "≤" : "≥";
        return Optional.of(new Compared(sign, words.getKey()));
      }
    }
    String near = before.substring(Math.max(0, before.length() - LONGEST));
    for (Map.Entry<Pattern, Kind> words : WORDS.entrySet()) {
      Matcher found = words.getKey().matcher(near);
      if (found.find()) {
        return DENIED.matcher(near).region(0, found.start()).find()
                || MORE.matcher(behind).lookingAt()
            ? Optional.empty()
            : Optional.of(new Compared(found.group().strip(), words.getValue()));
      }
    }
    return Optional.empty();
  }

  /// Whether what words say of two numbers may be so; of those that are equal but for their last
  /// bits.
  static boolean holds(BigDecimal one, Kind kind, BigDecimal other) {
    int order = Judge.order(one, other);
    return switch (kind) {
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case ABOUT, GIVES, BECOMES -> true;
    };
  }

  private static final Pattern BETWEEN = Phrase.pattern("(?<!\\p{L})@BETWEEN\\s*$");
  private static final Pattern AND = Phrase.pattern("\\s*@AND\\s*");

  /// That of one end of a range: `between 3 and 4`.
  private static Optional<Compared> inRange(Numeral numeral, Text words, List<Numeral> all) {
    for (int i = 1; i < all.size(); i++) {
      Numeral one = all.get(i - 1);
      Numeral other = all.get(i);
      boolean isEnd = one.start() == numeral.start() || other.start() == numeral.start();
      if (isEnd
          && BETWEEN.matcher(words.value()).region(0, one.start()).find()
          && AND.matcher(words.value()).region(one.end(), other.start()).matches()) {
        BigDecimal here = numeral.value().orElse(BigDecimal.ZERO);
        BigDecimal there = (one.start() == numeral.start() ? other : one).value().orElse(here);
        boolean isLower = here.compareTo(there) < 0;
        return Optional.of(
            isLower ? new Compared("≥", Kind.GREATER_EQUAL) : new Compared("≤", Kind.LESS_EQUAL));
      }
    }
    return Optional.empty();
  }

  private static final Pattern COPULA = Phrase.pattern("@IS\\s+(?=\\p{L})");
  private static final Pattern GIVES = Phrase.pattern("@GIVES");

  /// What words say of the thing before them and the number behind them, where they say nothing
  /// else: `is less than`, `vale`.
  static Optional<Kind> between(String words) {
    String said = words.strip();
    if (GIVES.matcher(said).matches()) {
      return Optional.of(Kind.EQUAL);
    }
    Matcher copula = COPULA.matcher(said);
    String bare = copula.lookingAt() ? said.substring(copula.end()) : said;
    for (Map.Entry<Pattern, Kind> each : WORDS.entrySet()) {
      for (String one : List.of(said, bare)) {
        Matcher found = each.getKey().matcher(one);
        if (found.lookingAt()) {
          return Optional.of(each.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /// The condition that says so of what `expression` gives.
  String condition(String expression, Numeral numeral) {
    String code =
        switch (kind) {
          case LESS -> "<";
          case GREATER -> ">";
          case LESS_EQUAL -> "<=";
          case GREATER_EQUAL -> ">=";
          case NOT_EQUAL -> "!=";
          case EQUAL, ABOUT, GIVES, BECOMES -> "==";
        };
    return expression + " " + code + " " + numeral.text();
  }

  /// Whether it may be said of a number that is the very one.
  boolean isSoOfItself() {
    return kind == Kind.LESS_EQUAL || kind == Kind.GREATER_EQUAL || kind == Kind.EQUAL;
  }

  /// Whether a condition that holds compares with the numeral, and in no way that says as much.
  boolean isUnsaid(Numeral numeral, Text condition, State state) {
    List<Kind> said = said(numeral, condition, state);
    return !said.isEmpty() && said.stream().noneMatch(this::follows);
  }

  boolean isSaid(Numeral numeral, Text condition, State state) {
    return said(numeral, condition, state).stream().anyMatch(this::follows);
  }

  /// How a condition compares something with the numeral, each of its parts that `and` joins.
  private static List<Kind> said(Numeral numeral, Text condition, State state) {
    if (Parser.expression(condition, Dialect.TEXT).tree().orElse(null) instanceof Expr.Logic logic
        && logic.isAnd()) {
      return logic.operands().stream()
          .flatMap(it -> said(numeral, condition.sub(it.start(), it.end()), state).stream())
          .toList();
    }
    if (!(Parser.chains(condition) instanceof Reading.Chains chains)) {
      return List.of();
    }
    Written written = new Written(condition, state);
    List<Kind> said = new ArrayList<>();
    for (Chain chain : chains.chains()) {
      for (int i = 0; i < chain.relations().size(); i++) {
        Kind relation = chain.relations().get(i).kind();
        if (isSame(written.literal(chain.sides().get(i + 1)), numeral)) {
          said.add(relation);
        }
        if (isSame(written.literal(chain.sides().get(i)), numeral)) {
          said.add(turned(relation));
        }
      }
    }
    return said;
  }

  private static boolean isSame(Optional<Numeral> literal, Numeral numeral) {
    return literal
        .flatMap(Numeral::value)
        .flatMap(one -> numeral.value().filter(other -> one.compareTo(other) == 0))
        .isPresent();
  }

  private static Kind turned(Kind relation) {
    return switch (relation) {
      case LESS -> Kind.GREATER;
      case GREATER -> Kind.LESS;
      case LESS_EQUAL -> Kind.GREATER_EQUAL;
      case GREATER_EQUAL -> Kind.LESS_EQUAL;
      case EQUAL, ABOUT, GIVES, NOT_EQUAL, BECOMES -> relation;
    };
  }

  /// Whether a condition says so of the numeral alone: it compares it by `==`.
  static boolean isEqual(Numeral numeral, Text condition, State state) {
    return new Compared("=", Kind.EQUAL).isSaid(numeral, condition, state);
  }

  private boolean follows(Kind said) {
    return said == kind
        || switch (said) {
          case EQUAL -> kind == Kind.LESS_EQUAL || kind == Kind.GREATER_EQUAL;
          case LESS -> kind == Kind.LESS_EQUAL || kind == Kind.NOT_EQUAL;
          case GREATER -> kind == Kind.GREATER_EQUAL || kind == Kind.NOT_EQUAL;
          case LESS_EQUAL, GREATER_EQUAL, ABOUT, GIVES, NOT_EQUAL, BECOMES -> false;
        };
  }
}
