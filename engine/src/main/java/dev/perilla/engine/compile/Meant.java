package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.FormulaKey;
import dev.perilla.engine.judge.FormulaKey.Range;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What code or a formula is by the words around it, where it is the only one among them: what a
/// question asks for, what a mistake is said to be, an option that is nothing else.
///
/// @param expression what it computes, in the code language
/// @param shown as it stands
/// @param before the words before it
/// @param behind those behind it
record Meant(Text expression, String shown, String before, String behind) {
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iu)\\W*(?:(?:(?:what is|what's|how (?:much|large|big|high)"
              + " is|compute|calculate|evaluate|find|work out)(?: the (?:value|number)"
              + " of)?|(?:cuánto (?:es|vale|da)|qué (?:vale|es|da|número es)|cuál"
              + " es|calcula|calcule|halla|halle)(?: el valor de)?|(?:combien vaut|que vaut|quelle"
              + " est la valeur de|calcule[rz]?)|(?:wie (?:viel|groß|hoch) ist|was"
              + " ist|berechne|berechnen sie)|(?:quanto (?:é|è|vale|fa|dá)|qual è il valore di|qual"
              + " é o valor de|calcola))\\s+)?");

  private static final Pattern ASKED = Pattern.compile("[\\s=:.…?]*");

  private static final Pattern SAYS =
      Pattern.compile(
          "(?iu)\\W*(?:that is|that's|this is|it is|you (?:have"
              + " )?(?:took|taken|computed|calculated)|eso es|esto es|has calculado|calculaste|has"
              + " tomado|tomaste|c'est|das ist|isso é|questo è)\\s+");

  private static final Pattern SAID = Pattern.compile("(?s)(?:[.;:!](?:\\s.*)?)?");

  /// The code or formula of a text of one paragraph that has one, if it computes something.
  static Optional<Meant> of(Scene scene, List<Rich> text, Span place) {
    if (text.size() != 1 || !(text.getFirst() instanceof Rich.Paragraph(List<Inline> inlines))) {
      return Optional.empty();
    }
    List<Integer> atoms = new ArrayList<>();
    for (int i = 0; i < inlines.size(); i++) {
      if (inlines.get(i) instanceof Inline.CodeSpan || inlines.get(i) instanceof Inline.Formula) {
        atoms.add(i);
      }
    }
    if (atoms.size() != 1) {
      return Optional.empty();
    }
    int at = atoms.getFirst();
    Inline atom = inlines.get(at);
    String shown = SecondReading.text(List.of(atom));
    Run.Kind kind = atom instanceof Inline.CodeSpan ? Run.Kind.CODE : Run.Kind.FORMULA;
    return scene
        .expression(new Run(Text.at(shown, place), kind))
        .map(
            it ->
                new Meant(
                    it,
                    shown,
                    SecondReading.text(inlines.subList(0, at)),
                    SecondReading.text(inlines.subList(at + 1, inlines.size()))));
  }

  /// Whether it is all that the text says.
  boolean isAlone() {
    return before.isBlank() && behind.isBlank();
  }

  /// Whether it is what a question asks for.
  private boolean isAsked() {
    return ASKS.matcher(before).matches() && ASKED.matcher(behind).matches();
  }

  /// Whether it is what a mistake is said to be.
  private boolean isSaid() {
    return SAYS.matcher(before).matches() && SAID.matcher(behind).matches();
  }

  /// Another number than the answer that a question asks for.
  ///
  /// @param answer what the chapter takes for it
  Optional<Finding> asked(Scene scene, Text answer) {
    return isAsked() && !isOfAnotherCase(scene, answer)
        ? differs(scene, answer)
            .map(
                numbers ->
                    Finding.warning(
                            VerifyCode.LOOSE, answer.span(), "the question asks for " + numbers)
                        .related(expression.span(), "what is asked")
                        .help("ask for what the answer computes, or say which case is meant"))
        : Optional.empty();
  }

  /// Another number than the mistake that words say it is.
  Optional<Finding> said(Scene scene, Text mistake) {
    return isSaid()
        ? differs(scene, mistake)
            .map(
                numbers ->
                    Finding.warning(
                            VerifyCode.FALSE_STATEMENT,
                            expression.span(),
                            "the words to this mistake say " + numbers)
                        .related(mistake.span(), "the mistake")
                        .help("say what this mistake computes"))
        : Optional.empty();
  }

  /// Whether an answer is reckoned from what is asked, or with numbers of its own: the next `w`, or
  /// `z` for another `x`.
  private boolean isOfAnotherCase(Scene scene, Text answer) {
    List<String> asked = names(expression);
    boolean computes =
        Parser.expression(answer, Dialect.TEXT).tree().filter(Meant::isBare).isEmpty();
    boolean hasNumber = Lexeme.all(answer).stream().anyMatch(it -> it.kind() == Lexeme.Kind.NUMBER);
    return asked.stream().anyMatch(scene.state()::moves)
        || (computes && (hasNumber || names(answer).stream().anyMatch(asked::contains)));
  }

  private static boolean isBare(Expr tree) {
    return tree instanceof Expr.Name
        || tree instanceof Expr.Attribute
        || tree instanceof Expr.Index
        || tree instanceof Expr.Derivative;
  }

  /// Both numbers in words, where they are two.
  private Optional<String> differs(Scene scene, Text other) {
    return number(scene, expression)
        .flatMap(
            mine ->
                number(scene, other)
                    .filter(its -> !Judge.same(mine, its))
                    .map(
                        its ->
                            shown
                                + ", which is "
                                + mine.repr()
                                + "; "
                                + other.value()
                                + " is "
                                + its.repr()));
  }

  private static Optional<Fact.Quantity> number(Scene scene, Text of) {
    return scene.state().evaluate(of) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity)
        : Optional.empty();
  }

  /// Whether both are one function of the same names.
  boolean isOne(Scene scene, Meant other) {
    List<String> letters = names(expression);
    if (letters.isEmpty()
        || !Set.copyOf(letters).equals(Set.copyOf(names(other.expression)))
        || differs(scene, other.expression).isPresent()) {
      return false;
    }
    List<Range> names = letters.stream().map(FormulaProof::wide).toList();
    FormulaKey key = new FormulaKey(names, expression.value(), List.of());
    return key.defined(expression.value()).filter(it -> it >= FormulaKey.points() / 4).isPresent()
        && key.judge(other.expression.value()).outcome() == Outcome.RIGHT;
  }

  /// The names of numbers in an expression: not those of functions.
  private static List<String> names(Text expression) {
    String code = expression.value();
    return Lexeme.all(expression).stream()
        .filter(it -> it.kind() == Lexeme.Kind.NAME)
        .filter(it -> !code.startsWith("(", it.end()) && !code.startsWith(".", it.start() - 1))
        .map(it -> code.substring(it.start(), it.end()))
        .distinct()
        .toList();
  }
}
