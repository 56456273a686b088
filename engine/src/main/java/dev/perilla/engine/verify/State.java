package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The program at one point of the chapter, as texts see it: they can look, not touch.
public interface State {
  /// Whether the program got here. Where it did not, nothing is evaluated, and nothing is missed:
  /// what stopped it has its finding.
  boolean reached();

  /// What an expression of the code language gives here.
  Reply evaluate(Text expression);

  /// Likewise, of an expression that is part of a larger text.
  ///
  /// @param code the whole text
  /// @param tree the expression, with offsets into it
  /// @param source the expression as it is written, brackets around it included
  Reply evaluate(Text code, Expr tree, Text source);

  /// The value of an expression written by a format of Python's mini-language.
  Optional<String> format(Text expression, String spec);

  /// The numbers that the program has here: first those with a name of their own, then what belongs
  /// to names, such as gradients and items of lists. Cost: that of looking at all of them.
  List<Named> numbers();

  /// @param expression what gives the number
  record Named(String expression, Fact.Quantity number) {
    /// Whether it is a gradient of 0 or 1, which every program has: nobody who writes such a number
    /// means it.
    boolean isTrivial() {
      return expression.endsWith(".grad")
          && (number.exact().signum() == 0 || number.exact().compareTo(BigDecimal.ONE) == 0);
    }
  }

  /// Up to three expressions whose number is the one that `numeral` says, the nearest first; for
  /// suggestions; those that it says exactly first, and what is rounded to one digit not at all. A
  /// name that begins with a low line is nobody's to speak of.
  default List<Named> namesOf(Numeral numeral) {
    return numbers().stream()
        .filter(it -> !it.expression().startsWith("_"))
        .filter(it -> Judge.agrees(numeral, it.number(), false))
        .filter(it -> numeral.digits() > 1 || isExact(numeral, it))
        .filter(it -> !it.isTrivial())
        .sorted(Comparator.comparing(it -> !isExact(numeral, it)))
        .limit(3)
        .toList();
  }

  /// Whether some name has the number that `numeral` says.
  default boolean has(Numeral numeral) {
    return numbers().stream()
        .filter(it -> !it.expression().startsWith("_"))
        .anyMatch(it -> Judge.agrees(numeral, it.number(), false));
  }

  /// Whether the number is the one that is written, not rounded.
  private static boolean isExact(Numeral numeral, Named named) {
    return numeral
        .value()
        .filter(it -> Judge.same(named.number(), new Fact.Quantity(it, false, "")))
        .isPresent();
  }

  /// Whether the program has given this name a value, or a block of the chapter has it as its id.
  boolean knows(String name);

  /// Whether the program has given this name a value.
  boolean defines(String name);

  /// The id of the nearest block below after which `holds` is true: what `about` may name.
  Optional<String> below(Predicate<State> holds);

  /// Whether the program may have given this name other values before: it binds it in another way
  /// than once, at the margin of a listing.
  boolean moves(String name);

  /// Whether `code` stands, word for word, in a listing that has run.
  boolean quotes(String code);

  /// Whether a listing that has run has a string of just these characters.
  boolean types(String characters);

  /// Where an expression is looked up: after which block, and what is asked there.
  Place place(String expression);

  /// @param after the index of the last block that has run
  record Place(int after, String expression) {
    /// What a page may ask there again.
    public Recipe plain() {
      return new Recipe(after, new Recipe.Ask.Plain(expression));
    }

    public Recipe formatted(String spec) {
      return new Recipe(after, new Recipe.Ask.Formatted(expression, spec));
    }

    public Recipe condition() {
      return new Recipe(after, new Recipe.Ask.Condition(expression));
    }
  }

  /// What stands behind the gradients in an expression.
  ///
  /// @param witnesses of its gradient, if it has one
  /// @param remarks on gradients that are a convention, because no derivative exists there
  record Backing(Optional<Ledger.Witnesses> witnesses, List<Finding> remarks) {
    public static final Backing NONE = new Backing(Optional.empty(), List.of());

    public Backing {
      remarks = List.copyOf(remarks);
    }

    /// That of two expressions together.
    public Backing and(Backing other) {
      List<Finding> all = new ArrayList<>(remarks);
      all.addAll(other.remarks);
      boolean both = witnesses.isPresent() && other.witnesses.isPresent();
      return new Backing(both ? Optional.empty() : witnesses.or(other::witnesses), all);
    }
  }

  /// The answer to an expression.
  sealed interface Reply {
    /// @param backing what stands behind the gradients that it was made from
    record Given(Fact fact, Backing backing) implements Reply {}

    /// @param unknownName whether all that is wrong is a name that the program does not have here
    record Refused(List<Finding> findings, boolean unknownName) implements Reply {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /// The block whose state is asked for did not run; what is wrong there is said there.
    record NotEvaluated() implements Reply {}
  }
}
