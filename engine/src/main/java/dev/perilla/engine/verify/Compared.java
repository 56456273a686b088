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

  private static final String LESS =
      "less than|fewer than|smaller than|lower than|below|under|inferior a|menos de|menor que|menor"
          + " a|por debajo de|moins (?:de|que)|plus petite? que|inférieure? à|weniger als|kleiner"
          + " als|unter|meno (?:di|che)|minore di|menos do que|menor do que|abaixo"
          + " de|меньше(?:,? чем)?|小于|低于|少于";
  private static final String GREATER =
      "more than|greater than|larger than|bigger than|higher than|above|over|beyond|exceeds?"
          + "|exceeding|superan?|excede|superior a|dépasse|übersteigt|más de|mayor que|mayor a|por"
          + " encima de|plus (?:de|grande? que)|supérieure? à|mehr als|größer als|über|più"
          + " di|maggiore di|mais de|maior que|maior do que|acima"
          + " de|больше(?:,? чем)?|大于|高于|超过";
  private static final String NOT =
      "(?:no|not|never|nunca|jamás|jamais|nicht|nie|non|mai|não|pas|не|不)";

  private static final String REACHES = "reach(?:es)?|alcanzan?";
  private static final String AT_LEAST =
      "at least|al menos|por lo menos|como mínimo|au moins|mindestens|almeno|pelo menos";
  private static final String AT_MOST =
      "at most|como mucho|como máximo|a lo sumo|au plus|höchstens|al massimo|no máximo";

  /// What words say, those that contain others first.
  private static final Map<Pattern, Kind> WORDS = new LinkedHashMap<>();

  static {
    say(NOT + " ?(?:%s)".formatted(LESS), Kind.GREATER_EQUAL);
    say(NOT + " ?(?:%s)".formatted(GREATER), Kind.LESS_EQUAL);
    say(NOT + " (?:%s)".formatted(REACHES), Kind.LESS);
    say(AT_LEAST + "|" + REACHES, Kind.GREATER_EQUAL);
    say(AT_MOST + "|up to|within|hasta|dentro de", Kind.LESS_EQUAL);
    say(
        "(?:is|are|es|son|ist|est|è|é) " + NOT + "|" + NOT + " (?:es|son|é)|n'est pas|isn't",
        Kind.NOT_EQUAL);
    say(LESS, Kind.LESS);
    say(GREATER, Kind.GREATER);
    say(
        "is|are|equals|exactly|equal to|es|son|vale|valen|igual"
            + " a|exactamente|est|sont|vaut|valent|ist|sind|è|é|são",
        Kind.EQUAL);
  }

  private static void say(String words, Kind kind) {
    WORDS.put(Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + words + ")\\s*$"), kind);
  }

  /// What denies the words behind it, `none of them is above`: how, is not read.
  private static final Pattern DENIED =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:none|nothing|nobody|neither|nor|ningun[oa]?|ningún|nada|nadie|ni|aucune?|rien"
              + "|keine?[rs]?|nichts|nessun[oa]?|niente|nenhuma?|%s)(?!\\p{L})".formatted(NOT));

  /// What words behind a number say of it, `5 or less`.
  private static final Map<Kind, Pattern> BEHIND =
      Map.of(
          Kind.GREATER_EQUAL,
          behind(
              AT_LEAST
                  + "|(?:or|o|ou|oder) (?:more|above|higher|over|más|mayor|plus|mehr"
                  + "|darüber|più|mais)"),
          Kind.LESS_EQUAL,
          behind(
              AT_MOST
                  + "|(?:or|o|ou|oder) (?:less|fewer|below|lower|under|menos|menor"
                  + "|moins|weniger|darunter|meno)"));

  /// What goes on after a number says more than the words before it.
  private static final Pattern MORE = behind("or|and|o|y|u|ou|et|oder|und|e");

  private static Pattern behind(String words) {
    return Pattern.compile("(?iu)\\s*(?:" + words + ")(?!\\p{L}| than| de| que| als| di)");
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

  private static final Pattern BETWEEN =
      Pattern.compile("(?iu)(?<!\\p{L})(?:between|entre|zwischen|tra|fra)\\s*$");
  private static final Pattern AND = Pattern.compile("(?iu)\\s*(?:and|y|e|und|et)\\s*");

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

  private static final Pattern COPULA =
      Pattern.compile("(?iu)(?:is|are|es|son|est|sont|ist|sind|è|sono|é|são)\\s+(?=\\p{L})");

  private static final Pattern GIVES =
      Pattern.compile(
          "(?iu)(?:gives?|returns?|makes?|yields?|dan?|devuelve|donne|renvoie|ergibt|dà|dá|retorna|是|等于|为)");

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
