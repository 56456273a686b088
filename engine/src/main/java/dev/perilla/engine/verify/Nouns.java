package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Told.Operand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a noun says of the number behind it: `the last loss is {{losses[-1]}}`, `the sum is {{a +
/// b}}`. It is held to what the number is bound to.
///
/// @param operands numbers that are accounted for, names and code
record Nouns(Told told, List<Operand> operands) {
  private static final Pattern NAMED =
      Phrase.pattern(
          "(?<!\\p{L})(?<words>\\p{L}+(?:\\s+\\p{L}+)?)"
              + "(?:\\s+@OF\\s+(?:@A\\s+)?(?:\\p{L}+\\s+)?[`\"]?(?<list>\uFFFC|[\\p{L}_][\\p{L}\\p{N}_]*)[`\"]?)?"
              + "(?:\\s+(?:@IS|@GIVES)|\\s*[:(])\\s*$");

  private static final Map<Integer, Pattern> PLACES =
      Map.of(0, word("@FIRST"), -1, word("@LAST"), 1, word("@SECOND"), 2, word("@THIRD"));

  private static final Pattern RESULT = word("@RESULT");
  private static final Pattern ELEMENTS = word("@ELEMENTS");

  private static final Map<BinaryOp, Pattern> OPERATIONS =
      Map.of(
          BinaryOp.ADD, word("@SUM"),
          BinaryOp.SUB, word("@DIFFERENCE"),
          BinaryOp.MUL, word("@PRODUCT"),
          BinaryOp.DIV, word("@QUOTIENT"));

  /// So many letters in common make a noun that of a list.
  private static final int COMMON = 4;

  private static final Pattern COUNT = Pattern.compile("[nNkm]|(?:n_|num|count|len).*");

  private static Pattern word(String words) {
    return Phrase.pattern("(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
  }

  void check() {
    String text = told.flat().text();
    for (Operand number : operands) {
      Matcher named = NAMED.matcher(text.substring(0, number.start()));
      named.region(Math.max(0, number.start() - 2 * Told.LONGEST_BETWEEN), number.start());
      if (number.isNumber() && named.useTransparentBounds(true).find()) {
        item(number, named);
        operation(number, named);
      }
    }
  }

  private void item(Operand number, Matcher named) {
    Matcher item = Marks.ITEM.matcher(number.code());
    if (!item.matches()) {
      return;
    }
    String list = item.group(1);
    int place = Integer.parseInt(item.group(2));
    String words = named.group("words");
    for (Map.Entry<Integer, Pattern> said : PLACES.entrySet()) {
      boolean isEnd =
          said.getKey() <= 0 && place == -1 - said.getKey() && !RESULT.matcher(words).find();
      if (said.getValue().matcher(words).find() && (isEnd || isOf(list, named))) {
        differing(number, list + "[" + said.getKey() + "]", named.start());
        return;
      }
    }
  }

  /// Whether words speak of items of a list.
  private boolean isOf(String list, Matcher named) {
    String of = named.group("list");
    if (of != null) {
      boolean isAtom = of.equals("\uFFFC");
      String code = isAtom ? told.flat().at(named.start("list")).text().value() : of;
      return Told.bare(code.replace("`", "")).strip().equals(list)
          && ELEMENTS.matcher(named.group("words")).find();
    }
    String name = list.toLowerCase(Locale.ROOT);
    return List.of(named.group("words").split("\\s+")).stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .anyMatch(it -> it.length() >= COMMON && name.startsWith(it.substring(0, COMMON)));
  }

  private void operation(Operand number, Matcher named) {
    Text code = Text.at(number.code(), told.flat().span(number.start(), number.end()));
    Optional<Expr> tree = Parser.expression(code, Dialect.TEXT).tree();
    if (named.group("list") != null
        || !(tree.orElse(null) instanceof Expr.Binary binary)
        || !isOne(binary.left())
        || !isOne(binary.right())) {
      return;
    }
    String left = number.code().substring(binary.left().start(), binary.left().end());
    String right = number.code().substring(binary.right().start(), binary.right().end());
    boolean isNegative =
        List.of(left, right).stream()
            .anyMatch(it -> told.quantity(it).filter(one -> one.exact().signum() < 0).isPresent());
    for (Map.Entry<BinaryOp, Pattern> said : OPERATIONS.entrySet()) {
      BinaryOp op = said.getKey();
      boolean areTerms = isTerm(op) && isTerm(binary.op());
      if (op != binary.op()
          && said.getValue().matcher(named.group("words")).find()
          && !(areTerms && isNegative)
          && !(op == BinaryOp.ADD && counts(binary.op(), left, right))) {
        differing(number, left + " " + sign(op) + " " + right, named.start());
      }
    }
  }

  /// Whether one factor counts the terms of a sum, `n * mean`.
  private static boolean counts(BinaryOp op, String left, String right) {
    return op == BinaryOp.MUL && (COUNT.matcher(left).matches() || COUNT.matcher(right).matches());
  }

  private static boolean isTerm(BinaryOp op) {
    return op == BinaryOp.ADD || op == BinaryOp.SUB;
  }

  private static String sign(BinaryOp op) {
    return switch (op) {
      case ADD -> "+";
      case SUB -> "-";
      case MUL -> "*";
      default -> "/"; // of four
    };
  }

  private static boolean isOne(Expr expr) {
    return expr instanceof Expr.Name
        || expr instanceof Expr.Index
        || expr instanceof Expr.Attribute;
  }

  private void differing(Operand number, String code, int start) {
    Optional<BigDecimal> said = told.quantity(code).map(Fact.Quantity::exact);
    Optional<BigDecimal> given = told.quantity(number.code()).map(Fact.Quantity::exact);
    if (said.isPresent()
        && given.isPresent()
        && Judge.order(said.get().abs(), given.get().abs()) != 0) {
      told.report(start, List.of(), number, "which is " + code);
    }
  }
}
