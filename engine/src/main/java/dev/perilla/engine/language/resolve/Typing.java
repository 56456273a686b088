package dev.perilla.engine.language.resolve;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of the module typing, which may stand in annotations and nowhere else: there nobody
/// sees what they make, as long as their brackets hold what Python takes.
public final class Typing {
  private static final int ANY_NUMBER = -1;

  /// How many types the brackets of a name hold.
  private static final Map<String, Integer> PLACES =
      Map.ofEntries(
          Map.entry("Any", 0),
          Map.entry("Callable", 2),
          Map.entry("Dict", 2),
          Map.entry("Generator", 3),
          Map.entry("Iterable", 1),
          Map.entry("Iterator", 1),
          Map.entry("List", 1),
          Map.entry("Mapping", 2),
          Map.entry("Optional", 1),
          Map.entry("Sequence", 1),
          Map.entry("Set", 1),
          Map.entry("Tuple", ANY_NUMBER),
          Map.entry("Type", 1),
          Map.entry("Union", ANY_NUMBER));

  private Typing() {}

  /// The names that a program may import.
  public static Set<String> names() {
    return PLACES.keySet();
  }

  static boolean has(String name) {
    return PLACES.containsKey(name);
  }

  /// Whether the name is a type without brackets.
  static boolean isWhole(String name) {
    return !(name.equals("Optional") || name.equals("Union"));
  }

  /// Whether Python takes what stands in the brackets.
  static boolean fits(String name, Expr index) {
    List<Expr> types = index instanceof Expr.TupleOf tuple ? tuple.items() : List.of(index);
    int places = PLACES.getOrDefault(name, 0);
    if (places == ANY_NUMBER ? types.isEmpty() && !name.equals("Tuple") : places != types.size()) {
      return false;
    }
    if (name.equals("Callable")) {
      boolean any = isDots(types.get(0));
      boolean some = types.get(0) instanceof Expr.ListOf list && areTypes(list.items());
      return (any || some) && isType(types.get(1));
    }
    if (name.equals("Tuple") && types.size() == 2 && isDots(types.get(1))) {
      return isType(types.get(0));
    }
    return areTypes(types);
  }

  private static boolean areTypes(List<Expr> trees) {
    for (Expr tree : trees) {
      if (!isType(tree)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDots(Expr tree) {
    return tree instanceof Expr.Constant constant && constant.word() == Expr.Constant.Word.ELLIPSIS;
  }

  private static boolean isType(Expr tree) {
    return switch (tree) {
      case Expr.Name it -> true;
      case Expr.Attribute it -> true;
      case Expr.Index it -> true;
      case Expr.Constant it -> !isDots(it);
      case Expr.Binary it -> isType(it.left()) && isType(it.right());
      case Expr.Str it -> {
        Text text = Text.of(SourceFile.of("type", it.value()));
        Parser.Expression parsed = Parser.expression(text, Dialect.PROGRAM);
        yield parsed.findings().isEmpty();
      }
      case Expr other -> false;
    };
  }
}
