package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.FormulaKey;
import dev.perilla.engine.judge.FormulaKey.Range;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.judge.NumberKey;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Phrase;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.VerifyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
          "(?iu)\\W*(?:(?:(?:what is|which is|what's|how (?:much|large|big|high)"
              + " is|compute|calculate|evaluate|find|work out)(?: the (?:value|number)"
              + " of)?|(?:cuánto (?:es|vale|da)|qué (?:vale|es|da|número es)|cuál"
              + " es|calcula|calcule|halla|halle)(?: el valor de)?|(?:combien vaut|que vaut|quelle"
              + " est la valeur de|calcule[rz]?)|(?:wie (?:viel|groß|hoch) ist|was"
              + " ist|berechne|berechnen sie)|(?:quanto (?:é|è|vale|fa|dá)|qual è il valore di|qual"
              + " é o valor de|calcola))\\s+)?");

  private static final Map<String, Pattern> IN_WORDS =
      Map.of(
          "%s + %s", inWords("@SUM_OF", "@AND"),
          "%s * %s", inWords("@PRODUCT_OF", "@AND"),
          "d%s/d%s", inWords("@GRADIENT @OF", "@WITH_RESPECT_TO"));

  private static Pattern inWords(String operation, String and) {
    return Phrase.pattern("(.*?)(?:@A\\s+)?" + operation + "\\s+\uFFFC\\s+" + and + "\\s+\uFFFC");
  }

  private static final Pattern ASKED = Pattern.compile("[\\s=:.…?]*");

  private static final Pattern ASKS_LETTERS =
      Pattern.compile(
          "(?iu)(?:.*[.?!:;,¿¡])?\\W*(?:what is|what's|how much is|compute|calculate|find|work"
              + " out|write(?: down)?|give|state|derive|escrib[aeíi]|da|dé|cuánto"
              + " (?:es|vale|da)|qué es|cuál"
              + " es|calcul[aeá]|hall[aeá]|deriv[aeá]|écri(?:s|vez)|donne[rz]?|que vaut|quelle"
              + " est|schreibe?|gib|was ist|berechne|scrivi|quanto (?:è|é|vale)|qual"
              + " (?:è|é)|escreva)\\s+");

  private static final Pattern ASKED_LETTERS =
      Pattern.compile(
          "(?iu)(?:,?\\s*(?:in letters|as a (?:formula|function)|for (?:any|all|every)|in terms"
              + " of|with letters|con letras|en letras|como (?:fórmula|función)|para"
              + " (?:cualquier|todo)|en función de|en lettres|en fonction de|pour tou[ts]|als"
              + " (?:formel|funktion)|für (?:alle|jede)|in lettere|come formula|per ogni|como"
              + " fórmula|em função de)\\b.*)?[\\s=:.…?]*");

  private static final Pattern ASKS_NUMBER =
      Pattern.compile(
          "(?iu)\\W*(?:how (?:much|many|large|big|high)|cuánt[oa]s?|combien|wie"
              + " (?:viele?|groß|hoch)|quant[oiae])\\b.*");

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
    return switch (atoms.size()) {
      case 1 -> at(scene, inlines, atoms.getFirst(), place);
      case 2 -> inWords(scene, inlines, atoms.getFirst(), atoms.getLast(), place);
      default -> Optional.empty();
    };
  }

  /// `the sum of a and b`, `the derivative of z with respect to x`.
  private static Optional<Meant> inWords(
      Scene scene, List<Inline> inlines, int one, int other, Span place) {
    Optional<Meant> left = at(scene, inlines, one, place).filter(Meant::isName);
    Optional<Meant> right = at(scene, inlines, other, place).filter(Meant::isName);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    String before = left.get().before;
    String between = SecondReading.text(inlines.subList(one + 1, other));
    for (Map.Entry<String, Pattern> each : IN_WORDS.entrySet()) {
      Matcher words = each.getValue().matcher(before + "\uFFFC" + between + "\uFFFC");
      if (words.matches()) {
        String code = each.getKey().formatted(left.get().shown, right.get().shown);
        return Optional.of(
            new Meant(Text.at(code, place), code, words.group(1), right.get().behind));
      }
    }
    return Optional.empty();
  }

  private boolean isName() {
    return tree(Text.at(shown, expression.span())) instanceof Expr.Name;
  }

  /// The first derivative that a text of one paragraph names.
  private static Optional<Meant> derivative(Scene scene, List<Rich> text, Span place) {
    if (text.size() != 1 || !(text.getFirst() instanceof Rich.Paragraph(List<Inline> inlines))) {
      return Optional.empty();
    }
    return IntStream.range(0, inlines.size())
        .filter(i -> inlines.get(i) instanceof Inline.CodeSpan)
        .mapToObj(i -> at(scene, inlines, i, place))
        .flatMap(Optional::stream)
        .filter(it -> tree(it.expression) instanceof Expr.Derivative)
        .findFirst();
  }

  private static Optional<Meant> at(Scene scene, List<Inline> inlines, int at, Span place) {
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
        ? differs(scene.state(), answer)
            .map(
                numbers ->
                    Finding.warning(
                            VerifyCode.LOOSE, answer.span(), "the question asks for " + numbers)
                        .related(expression.span(), "what is asked")
                        .help("ask for what the answer computes, or say which case is meant"))
        : Optional.empty();
  }

  /// Another function than the answer that a question for a formula asks for: the two differ with
  /// the inputs of the variant, or with others.
  ///
  /// @param names what the answer is a function of
  /// @param isBounded whether it is one where the inputs need not be
  static Optional<Finding> askedInLetters(
      Scene scene,
      List<Rich> ask,
      Text question,
      Text answer,
      List<Range> names,
      boolean isBounded) {
    Optional<Meant> meant =
        derivative(scene, ask, question.span())
            .or(
                () ->
                    of(scene, ask, question.span())
                        .filter(it -> tree(it.expression) instanceof Expr.Derivative))
            .or(
                () ->
                    of(scene, ask, question.span())
                        .filter(it -> !names(answer).containsAll(names(it.expression))))
            .filter(it -> ASKS_LETTERS.matcher(it.before).matches())
            .filter(it -> ASKED_LETTERS.matcher(it.behind).matches());
    return meant.flatMap(
        it ->
            Stream.concat(
                    isBounded ? Stream.of() : Stream.of(Case.NONE),
                    IntStream.range(1, 3).mapToObj(point -> elsewhere(names, point)))
                .flatMap(with -> it.differsWith(scene, answer, with).stream())
                .findFirst()
                .map(
                    numbers ->
                        Finding.warning(
                                VerifyCode.LOOSE, answer.span(), "the question asks for " + numbers)
                            .related(it.expression.span(), "what is asked")
                            .help("ask for what the answer computes, in letters")));
  }

  private Optional<String> differsWith(Scene scene, Text answer, Case with) {
    if (with.equals(Case.NONE)) {
      return differs(scene.state(), answer);
    }
    Execution.Twist twist = Execution.Twist.inputs(scene.index(), scene.inputs().but(with));
    Execution.Other run = scene.execution().other(scene.index(), twist);
    return run.moment().reached() && run.ran().findings().isEmpty()
        ? differs(run.moment(), answer).map(it -> it + ", where " + with)
        : Optional.empty();
  }

  /// Inputs of no round numbers.
  private static Case elsewhere(List<Range> names, int point) {
    Case with = Case.NONE;
    for (int i = 0; i < names.size(); i++) {
      BigDecimal from = new BigDecimal(names.get(i).from());
      BigDecimal way = new BigDecimal(names.get(i).to()).subtract(from);
      BigDecimal part = BigDecimal.valueOf((37 * point + 23 * i) % 89 + 5, 2);
      String value = from.add(way.multiply(part)).stripTrailingZeros().toPlainString();
      with = with.with(names.get(i).name(), Text.of(SourceFile.of("inputs", value)));
    }
    return with;
  }

  /// Whether an option is right that is another number than what the question asks for, or wrong
  /// and the same.
  ///
  /// @param number of the option, as it stands
  Optional<Finding> offered(Scene scene, Text option, String number, boolean isRight) {
    Optional<Fact.Quantity> mine = isAsked() ? number(scene.state(), expression) : Optional.empty();
    if (mine.isEmpty() || names(expression).stream().anyMatch(scene.state()::moves)) {
      return Optional.empty();
    }
    Outcome outcome = key(scene, mine.get().repr()).judge(number).outcome();
    if (outcome != (isRight ? Outcome.WRONG : Outcome.RIGHT)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(
                VerifyCode.LOOSE,
                option.span(),
                "this option is "
                    + (isRight ? "right" : "wrong")
                    + "; the question asks for "
                    + shown
                    + ", which is "
                    + mine.get().repr())
            .related(expression.span(), "what is asked")
            .help("say which case is meant, or mark it as " + (isRight ? "wrong" : "right")));
  }

  /// The number that an option is, as it stands.
  static Optional<String> number(Scene scene, List<Rich> option, Span place) {
    if (option.size() != 1
        || !(option.getFirst() instanceof Rich.Paragraph(List<Inline> inlines))) {
      return Optional.empty();
    }
    String text = SecondReading.text(inlines).strip();
    return key(scene, "0").number(text).isPresent()
        ? Optional.of(text)
        : Counts.digits(text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
            .or(
                () ->
                    of(scene, option, place)
                        .filter(Meant::isAlone)
                        .flatMap(it -> number(scene.state(), it.expression))
                        .map(Fact.Quantity::repr));
  }

  /// Whether a question asks how much something is, so that one number is right in any notation.
  static boolean asksNumber(Text question) {
    return ASKS_NUMBER.matcher(question.value().strip()).lookingAt();
  }

  /// Whether two numbers of options are one.
  static boolean isOneNumber(Scene scene, String one, String other) {
    return key(scene, "0")
        .number(one)
        .filter(it -> key(scene, it.toString()).judge(other).outcome() == Outcome.RIGHT)
        .isPresent();
  }

  private static NumberKey key(Scene scene, String number) {
    return new NumberKey(
        new BigDecimal(number), Optional.empty(), scene.notation() == Notation.COMMA, List.of());
  }

  /// Another number than the mistake that words say it is.
  Optional<Finding> said(Scene scene, Text mistake) {
    return isSaid()
        ? differs(scene.state(), mistake)
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
    boolean computes = !isBare(tree(answer));
    boolean hasNumber = Lexeme.all(answer).stream().anyMatch(it -> it.kind() == Lexeme.Kind.NUMBER);
    return asked.stream().anyMatch(scene.state()::moves)
        || (computes
            && (hasNumber
                || (isBare(tree(expression)) && names(answer).stream().anyMatch(asked::contains))));
  }

  private static @Nullable Expr tree(Text expression) {
    return Parser.expression(expression, Dialect.TEXT).tree().orElse(null);
  }

  private static boolean isBare(@Nullable Expr tree) {
    return tree instanceof Expr.Name
        || tree instanceof Expr.Attribute
        || tree instanceof Expr.Index
        || tree instanceof Expr.Derivative;
  }

  /// Both numbers in words, where they are two.
  private Optional<String> differs(State state, Text other) {
    return number(state, expression)
        .flatMap(
            mine ->
                number(state, other)
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

  private static Optional<Fact.Quantity> number(State state, Text of) {
    return state.evaluate(of) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity)
        : Optional.empty();
  }

  /// Whether both are one function of the same names.
  boolean isOne(Scene scene, Meant other) {
    List<String> letters = names(expression);
    if (letters.isEmpty()
        || !Set.copyOf(letters).equals(Set.copyOf(names(other.expression)))
        || differs(scene.state(), other.expression).isPresent()) {
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
