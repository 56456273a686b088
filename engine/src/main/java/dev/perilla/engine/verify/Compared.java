package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Chain.Relation.Kind;
import dev.perilla.engine.language.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A number that words compare something with: `[< 0.05]{= p < 0.05}`.
///
/// @param sign as it stands before the number
/// @param kind what it says of what is compared
record Compared(String sign, Kind kind) {
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

  /// The comparison that stands before a numeral of the words; `->` and `=>` are none.
  static Optional<Compared> before(Numeral numeral, Text words) {
    String before = words.value().substring(0, numeral.start()).strip();
    return before.endsWith("->") || before.endsWith("=>")
        ? Optional.empty()
        : SIGNS.entrySet().stream()
            .filter(it -> before.endsWith(it.getKey()))
            .reduce(
                (one, longer) -> longer.getKey().length() > one.getKey().length() ? longer : one)
            .map(it -> new Compared(it.getKey(), it.getValue()));
  }

  /// Whether it may be said of a number that is the very one.
  boolean isSoOfItself() {
    return kind == Kind.LESS_EQUAL || kind == Kind.GREATER_EQUAL;
  }

  /// Whether a condition that holds compares with the numeral, and in no way that says as much.
  boolean isUnsaid(Numeral numeral, Text condition, State state) {
    if (!(Parser.chains(condition) instanceof Reading.Chains chains)) {
      return false;
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
    return !said.isEmpty() && said.stream().noneMatch(this::follows);
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

  private boolean follows(Kind said) {
    return said == kind
        || switch (said) {
          case EQUAL -> isSoOfItself();
          case LESS -> kind == Kind.LESS_EQUAL || kind == Kind.NOT_EQUAL;
          case GREATER -> kind == Kind.GREATER_EQUAL || kind == Kind.NOT_EQUAL;
          case LESS_EQUAL, GREATER_EQUAL, ABOUT, GIVES, NOT_EQUAL, BECOMES -> false;
        };
  }
}
