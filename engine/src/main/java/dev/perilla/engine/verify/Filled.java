package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.text.Quoting;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `{{expression}}` and `{{expression:format}}`: what the program puts into a text.
final class Filled {
  private static final Pattern OTHER_BASES = Pattern.compile("[boxXc]$");

  /// `{c}` of `{{{c}}}`: a set of one thing for Python.
  private static final Pattern ONE_IN_BRACES = Pattern.compile("\\{[^{},:]*\\}");

  private final Settling settling;
  private final Evidence evidence;

  Filled(Settling settling, Evidence evidence) {
    this.settling = settling;
    this.evidence = evidence;
  }

  /// What takes the place of `{{source}}`.
  ///
  /// @param code whether it stands in code, where the decimal mark is always a point
  List<Piece> read(Text source, boolean code) {
    if (ONE_IN_BRACES.matcher(source.value()).matches()) {
      settling
          .account()
          .report(
              Finding.error(VerifyCode.BAD_MARK, source.span(), "these are three braces, not two")
                  .help(
                      "write {"
                          + source.value()
                          + "}; a set has a blank before its own: {{ {c} }}"));
      return List.of();
    }
    int colon = formatColon(source.value());
    Text expression = Evidence.trimmed(colon < 0 ? source : source.sub(0, colon));
    Optional<Text> format =
        colon < 0 ? Optional.empty() : Optional.of(source.sub(colon + 1, source.value().length()));
    Optional<State.Reply.Given> given = evidence.of(expression);
    if (given.isEmpty()) {
      return List.of();
    }
    Optional<String> shown =
        format.isPresent()
            ? formatted(expression, format.get(), given.get().fact())
            : shown(expression, given.get().fact());
    return shown
        .map(text -> computed(text, source, expression, format, given.get(), code))
        .orElse(List.of());
  }

  private Optional<String> shown(Text expression, Fact fact) {
    return switch (fact) {
      case Fact.Quantity quantity -> Optional.of(Shown.shortest(quantity));
      case Fact.NotFinite not -> {
        settling.account().report(Faults.notFinite(expression.span(), expression.value(), not));
        yield Optional.empty();
      }
      case Fact.Truth truth -> Optional.of(truth.shown());
      case Fact.Sequence sequence -> {
        List<String> items = new ArrayList<>();
        boolean fine = true;
        for (Fact item : sequence.items()) {
          Optional<String> one = shown(expression, item);
          fine &= one.isPresent();
          items.add(one.orElse(""));
        }
        String open = sequence.repr().startsWith("(") ? "(" : "[";
        String close = open.equals("(") ? ")" : "]";
        yield fine ? Optional.of(open + String.join(", ", items) + close) : Optional.empty();
      }
      case Fact.Thing thing -> Optional.of(thing.text());
    };
  }

  private Optional<String> formatted(Text expression, Text format, Fact fact) {
    if (fact instanceof Fact.NotFinite not) {
      settling.account().report(Faults.notFinite(expression.span(), expression.value(), not));
      return Optional.empty();
    }
    Optional<String> shown = settling.state().format(expression, format.value());
    if (shown.isEmpty()) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.BAD_FORMAT,
                      format.span(),
                      "the format " + format.value() + " does not fit " + fact.shown())
                  .help("use a format of Python's mini-language, as in {{x:.2f}}"));
    } else if (fact instanceof Fact.Quantity quantity && isAnother(shown.get(), format, quantity)) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.BAD_FORMAT,
                      format.span(),
                      "the format "
                          + format.value()
                          + " makes "
                          + shown.get()
                          + " of "
                          + fact.shown())
                  .help("fill with blanks, or with zeros before the number: {{x:6}}, {{x:06.2f}}"));
      return Optional.empty();
    }
    return shown;
  }

  /// Whether what fills up the width reads as part of the number: `{{3:0<4}}` would be 3000.
  private static boolean isAnother(String shown, Text format, Fact.Quantity quantity) {
    if (OTHER_BASES.matcher(format.value()).find()) {
      return false;
    }
    List<Numeral> numerals = Numeral.scan(shown, Notation.POINT);
    return numerals.size() != 1
        || numerals.getFirst().value().isEmpty()
        || !Judge.agrees(numerals.getFirst(), quantity, true);
  }

  /// The text that a value became, with each numeral in it computed.
  private List<Piece> computed(
      String text,
      Text source,
      Text expression,
      Optional<Text> format,
      State.Reply.Given given,
      boolean code) {
    Fact fact = given.fact();
    boolean number = fact instanceof Fact.Quantity;
    if (isTyped(fact)) {
      settling
          .account()
          .report(
              Finding.error(
                      VerifyCode.NO_EVIDENCE,
                      expression.span(),
                      expression.value()
                          + " is "
                          + fact.shown()
                          + ", which the program has as a string: it is typed, not computed")
                  .help("give the program the number, without quotes"));
      return List.of();
    }
    if (!number && Numeral.scan(text, Notation.POINT).isEmpty()) {
      return text.isBlank() ? List.of() : words(text, source, expression, format, given);
    }
    String onPage = number && !code ? Shown.inNotation(text, settling.notation(source)) : text;
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Numeral numeral :
        Numeral.scan(onPage, code || !number ? Notation.POINT : settling.notation(source))) {
      if (numeral.start() > at) {
        pieces.add(Piece.words(0, 0, onPage.substring(at, numeral.start())));
      }
      String id =
          settling
              .account()
              .entry(Kind.NUMERAL, Standing.COMPUTED, source.span(), numeral.text())
              .expression(expression.value())
              .value(fact.shown())
              .backing(given.backing())
              .recipe(recipe(expression, format, fact, pieces.size() / 2))
              .add();
      pieces.add(new Piece(0, 0, 0, numeral.text(), Optional.of(id)));
      at = numeral.end();
    }
    if (at < onPage.length()) {
      pieces.add(Piece.words(0, 0, onPage.substring(at)));
    }
    return pieces;
  }

  /// Words that the program gives: a page asks for them again with the inputs of a reader.
  private List<Piece> words(
      String text, Text source, Text expression, Optional<Text> format, State.Reply.Given given) {
    String id =
        settling
            .account()
            .entry(Kind.WORDS, Standing.COMPUTED, source.span(), text.strip())
            .expression(expression.value())
            .value(given.fact().shown())
            .recipe(
                given.fact() instanceof Fact.Sequence
                    ? still(expression, given.fact())
                    : settling
                        .state()
                        .place(expression.value())
                        .formatted(format.map(Text::value).orElse("")))
            .add();
    return List.of(new Piece(0, 0, 0, text, Optional.of(id)));
  }

  /// Whether a string, or one of a list, stands so in a listing, with a numeral in it that is no
  /// number of the program.
  private boolean isTyped(Fact fact) {
    return switch (fact) {
      case Fact.Thing thing ->
          settling.state().types(thing.text())
              && Numeral.scan(thing.text(), Notation.POINT).stream()
                  .anyMatch(it -> !settling.state().has(it));
      case Fact.Sequence sequence -> sequence.items().stream().anyMatch(this::isTyped);
      case Fact.Quantity _, Fact.NotFinite _, Fact.Truth _ -> false;
    };
  }

  /// @param item which item of a list it is
  private Recipe recipe(Text expression, Optional<Text> format, Fact fact, int item) {
    boolean isNumbers =
        fact instanceof Fact.Quantity
            || (fact instanceof Fact.Sequence sequence
                && sequence.items().stream().allMatch(Fact.Quantity.class::isInstance));
    if (!isNumbers) {
      return still(expression, fact);
    }
    String asked =
        fact instanceof Fact.Sequence
            ? "(" + expression.value() + ")[" + item + "]"
            : expression.value();
    State.Place place = settling.state().place(asked);
    return format.map(Text::value).map(place::formatted).orElseGet(place::plain);
  }

  /// Asks whether an expression still is what it was.
  private Recipe still(Text expression, Fact fact) {
    String asked = "repr(" + expression.value() + ") == " + Quoting.repr(fact.shown());
    return settling.state().place(asked).condition();
  }

  /// The colon that starts the format: the first outside of brackets and strings.
  private static int formatColon(String source) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
