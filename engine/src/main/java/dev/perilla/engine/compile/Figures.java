package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.autograd.Witnesses;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Recipe;
import dev.perilla.engine.verify.Shown;
import dev.perilla.engine.verify.VerifyCode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers of the views: each with its entry in the ledger.
///
/// @param account of the block
/// @param notation of the numerals of the page
/// @param after the index of the block whose state is shown
record Figures(Account account, Notation notation, int after) {
  /// The same, of the state after another block.
  Figures after(int block) {
    return new Figures(account, notation, block);
  }

  Inline.Num number(Span place, double value, String expression) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      account.report(notFinite(place, expression, Reals.repr(value)));
      return new Inline.Num(Reals.repr(value), "");
    }
    return number(place, Fact.Quantity.of(value, Reals.repr(value)), expression);
  }

  Inline.Num number(Span place, Fact.Quantity quantity, String expression) {
    return computed(place, text(quantity), expression, quantity.repr());
  }

  /// A number with so many decimals.
  Inline.Num fixed(Span place, Fact.Quantity quantity, String expression, int decimals) {
    String text = quantity.exact().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return computed(
        place,
        Shown.inNotation(text, notation),
        expression,
        quantity.repr(),
        new Recipe.Ask.Formatted(expression, "." + decimals + "f"));
  }

  /// How many there are of something.
  Inline.Num count(Span place, int count, String expression) {
    return count(place, count, expression, new Recipe.Ask.Plain(expression));
  }

  /// @param ask how a page finds it again
  Inline.Num count(Span place, int count, String expression, Recipe.Ask ask) {
    return computed(place, String.valueOf(count), expression, String.valueOf(count), ask);
  }

  Inline.Num computed(Span place, String text, String expression, String value) {
    return computed(place, text, expression, value, new Recipe.Ask.Plain(expression));
  }

  /// @param ask how a page finds it again
  Inline.Num computed(Span place, String text, String expression, String value, Recipe.Ask ask) {
    String id =
        account
            .entry(Kind.NUMERAL, Standing.COMPUTED, place, text)
            .expression(expression)
            .value(value)
            .recipe(new Recipe(after, ask))
            .add();
    return new Inline.Num(text, id);
  }

  /// @param ask how a page finds it again
  Inline.Num number(Span place, double value, String expression, Recipe.Ask ask) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return number(place, value, expression);
    }
    Fact.Quantity quantity = Fact.Quantity.of(value, Reals.repr(value));
    return computed(place, text(quantity), expression, quantity.repr(), ask);
  }

  /// A number that the author has typed, as the view shows it.
  Inline.Num given(Span place, Fact.Quantity quantity, String source, String origin) {
    String id =
        account
            .entry(Kind.NUMERAL, Standing.GIVEN, place, text(quantity))
            .expression(source)
            .value(quantity.repr())
            .origin(origin)
            .add();
    return new Inline.Num(text(quantity), id);
  }

  /// A round number of an axis: it says where, and claims nothing.
  Inline.Num mark(Span place, Fact.Quantity quantity) {
    String id =
        account
            .entry(Kind.NUMERAL, Standing.PLAIN, place, text(quantity))
            .value(quantity.repr())
            .origin("a mark of an axis")
            .add();
    return new Inline.Num(text(quantity), id);
  }

  String text(Fact.Quantity quantity) {
    return Shown.inNotation(Shown.shortest(quantity), notation);
  }

  /// A derivative, shown only if its three witnesses agree.
  Inline.Num gradient(
      Span place, double derivative, String outputName, Value output, Value value, String name) {
    return gradient(
        place,
        derivative,
        outputName,
        output,
        value,
        name,
        new Recipe.Ask.Derivative(outputName, name));
  }

  /// @param ask how a page finds it again
  Inline.Num gradient(
      Span place,
      double derivative,
      String outputName,
      Value output,
      Value value,
      String name,
      Recipe.Ask ask) {
    String expression = "d" + outputName + "/d" + name;
    Optional<Witnesses> witnesses = Gradients.witnessed(account, place, expression, output, value);
    if (witnesses.isEmpty() || Double.isNaN(derivative) || Double.isInfinite(derivative)) {
      return new Inline.Num("", "");
    }
    Fact.Quantity quantity = Fact.Quantity.of(derivative, Reals.repr(derivative));
    String text = text(quantity);
    String id =
        account
            .entry(Kind.GRADIENT, Standing.COMPUTED, place, text)
            .expression(expression)
            .value(quantity.repr())
            .witnesses(Gradients.entry(witnesses.get()))
            .recipe(new Recipe(after, ask))
            .add();
    return new Inline.Num(text, id);
  }

  /// An expression as it stands in the chapter: its numerals are given.
  List<Inline> code(Text expression) {
    List<Inline> inlines = new ArrayList<>();
    String source = expression.value();
    int at = 0;
    for (Lexeme lexeme : Lexeme.all(expression)) {
      if (lexeme.kind() == Lexeme.Kind.NUMBER) {
        words(inlines, source.substring(at, lexeme.start()));
        String text = source.substring(lexeme.start(), lexeme.end());
        String id =
            account
                .entry(
                    Kind.NUMERAL,
                    Standing.GIVEN,
                    expression.span(lexeme.start(), lexeme.end()),
                    text)
                .origin("a literal in code that ran")
                .add();
        inlines.add(new Inline.Num(text, id));
        at = lexeme.end();
      }
    }
    words(inlines, source.substring(at));
    return List.of(new Inline.CodeSpan(Optional.empty(), inlines));
  }

  private static void words(List<Inline> inlines, String words) {
    if (!words.isEmpty()) {
      inlines.add(new Inline.Str(words));
    }
  }

  void unknown(Text name) {
    account.report(
        Finding.error(
                VerifyCode.UNKNOWN_VALUE,
                name.span(),
                name.value() + " is no number of the program here")
            .help("name a value that the block or one above it has made"));
  }

  static Finding notFinite(Span place, String expression, String value) {
    return Finding.error(
            LanguageCode.NOT_FINITE,
            place,
            expression + " is " + value + ", which is no finite number")
        .help("choose inputs for which it has a value");
  }
}
