package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gives each numeral of authored text its standing, or says that it has none.
///
/// One instance serves the texts of one block against one [State]; what it finds goes to the
/// [Account]. Words, code and marks are read by a class each; all of them settle a numeral through
/// one [Settling].
public final class Accounting {
  /// How far a rounded number may be from what it is rounded from, as a part of the larger one.
  private static final double ROUNDING = 0.1;

  private final Rules rules;
  private final State state;
  private final Account account;
  private final PlainWords words;
  private final CodeWords code;
  private final Fences fences;
  private final Marks marks;
  private final Filled filled;
  private final Typed typed;

  public Accounting(Rules rules, State state, Account account) {
    this.rules = rules;
    this.state = state;
    this.account = account;
    Settling settling = new Settling(rules, state, account);
    Statements statements = new Statements(state, account, rules.said());
    Evidence evidence = new Evidence(state, account);
    this.words = new PlainWords(settling, statements);
    this.marks = new Marks(settling, evidence);
    this.filled = new Filled(settling, evidence);
    this.code = new CodeWords(settling, statements, words, marks, filled);
    this.fences = new Fences(code, words);
    this.typed = new Typed(words);
  }

  /// Whether the program got to the state that the texts look at.
  public boolean reached() {
    return state.reached();
  }

  /// Whether the program has this name there.
  public boolean knows(String name) {
    return state.reached() && state.knows(name);
  }

  /// What the texts of the chapter have said before.
  public Said said() {
    return rules.said();
  }

  /// Words of the glossary, and where each is explained.
  public Map<String, String> terms() {
    return rules.terms();
  }

  /// The decimal mark of a text.
  public Notation notation(Text text) {
    return rules.notation(text.file());
  }

  /// The language of a text that is not in the language of the page.
  public Optional<String> foreign(Text text) {
    return rules.foreign().filter(it -> it.file() == text.file()).map(Foreign::lang);
  }

  /// What holds for all texts of a chapter.
  ///
  /// @param notation the decimal mark of the page
  /// @param foreign what is known of texts in another language
  /// @param plain patterns whose numerals are no claims
  /// @param matched is told the index of each pattern that matched
  /// @param sources the keys that a citation may name
  /// @param terms words of the glossary, and where each is explained
  /// @param said what the statements of the chapter have said before
  public record Rules(
      Notation notation,
      Optional<Foreign> foreign,
      List<Pattern> plain,
      IntConsumer matched,
      Set<String> sources,
      Map<String, String> terms,
      Said said) {
    public Rules {
      plain = List.copyOf(plain);
      sources = Set.copyOf(sources);
      terms = Map.copyOf(terms);
    }

    /// Those of texts that are all in one language.
    public Rules(
        Notation notation,
        List<Pattern> plain,
        IntConsumer matched,
        Set<String> sources,
        Map<String, String> terms) {
      this(notation, Optional.empty(), plain, matched, sources, terms, new Said());
    }

    /// The decimal mark of the texts of `file`.
    public Notation notation(SourceFile file) {
      return foreign.isPresent() && foreign.get().file() == file
          ? foreign.get().notation()
          : notation;
    }
  }

  /// The texts of the original that stand where a translation has none.
  ///
  /// @param file of the original
  /// @param lang its language tag
  /// @param notation its decimal mark
  public record Foreign(SourceFile file, String lang, Notation notation) {}

  /// A stretch of words, or what stands among them and is accounted for elsewhere.
  ///
  /// @param source what computes a number that is filled in or bound
  public record Run(Text text, Kind kind, Optional<String> source) {
    /// What a run is to the words around it.
    public enum Kind {
      WORDS,
      /// something else, such as a number that is filled in
      GAP,
      CODE,
      FORMULA
    }

    public Run(Text text) {
      this(text, Kind.WORDS);
    }

    public Run(Text text, Kind kind) {
      this(text, kind, Optional.empty());
    }

    public static Run gap(String value) {
      return new Run(Text.at(value, Span.at(SourceFile.of("", ""), 0)), Kind.GAP);
    }

    boolean isGap() {
      return kind != Kind.WORDS;
    }

    /// Whether it is code or a formula.
    boolean isAtom() {
      return kind == Kind.CODE || kind == Kind.FORMULA;
    }

    /// What words around it see: of code and formulas the signs at their edges.
    String seen() {
      return isAtom() ? Atom.of(this).seen() : text.value();
    }
  }

  /// What takes the place of `{{source}}` at `place`, as words around it see it: a number that is
  /// accounted for.
  public Run shown(Text source, Span place) {
    Account own = new Account("shown");
    Settling apart = new Settling(rules, state, own);
    String text =
        new Filled(apart, new Evidence(state, own))
            .read(source, false).stream().map(Piece::text).collect(Collectors.joining());
    return number(text, source, source.value(), place);
  }

  /// Likewise, of words under a mark.
  public Run written(Text content, String mark, Span place) {
    return number(content.value(), content, mark, place);
  }

  private Run number(String text, Text where, String source, Span place) {
    boolean number = Numeral.whole(text, notation(where)).flatMap(Numeral::value).isPresent();
    return number
        ? new Run(Text.at(text.strip(), place), Run.Kind.GAP, Optional.of(source))
        : Run.gap("\uFFFC");
  }

  /// A part of a run as it goes to the page.
  ///
  /// @param run index of the run, from 0
  /// @param start in the run, 0-based
  /// @param text what the page shows
  /// @param claim the ledger's entry of a numeral; empty for words
  public record Piece(int run, int start, int end, String text, Optional<String> claim) {
    /// Words without a claim.
    public static Piece words(int start, int end, String text) {
      return new Piece(0, start, end, text, Optional.empty());
    }
  }

  /// A code span: its numerals, and the entry of the statement where all of it is one.
  public record CodeSpan(Optional<String> claim, List<Piece> pieces) {
    public CodeSpan {
      pieces = List.copyOf(pieces);
    }
  }

  /// Words bound to an expression: their numerals, and the entry where it is a condition.
  public record Bound(Optional<String> claim, List<Piece> pieces) {
    public Bound {
      pieces = List.copyOf(pieces);
    }
  }

  /// The numerals of plain text. The runs are read as one text, as a reader sees it.
  public List<Piece> plain(List<Run> runs) {
    return words.read(runs);
  }

  /// Whether code counts percents by its name, or makes them of parts: `pct`, `100 * p`.
  public static boolean countsPercents(String code) {
    return PlainWords.PERCENTS.matcher(code).matches();
  }

  /// What code or a formula among words computes, in the code language; empty where it is none that
  /// can be read, or a statement.
  public Optional<Text> expression(Run atom) {
    return words.expression(atom);
  }

  /// A number that is put to a name.
  ///
  /// @param name code or a formula
  public record Named(Run name, Run number) {}

  /// Compares the numbers that a table or list puts to names.
  public void named(List<Named> all) {
    words.named(all);
  }

  /// Finds values that a heading calls gradients, and gradients that it calls values.
  ///
  /// @return whether there is one
  public boolean headed(String heading, List<Named> all) {
    return words.headed(heading, all);
  }

  /// Finds numbers that are computed for one of the names and put to another as well.
  public void taken(List<Named> all) {
    words.taken(all);
  }

  /// Compares what runs say of numbers that are accounted for.
  public void stated(List<Run> runs) {
    words.stated(runs);
  }

  /// Takes in the cells of a table of typed numbers below headings that compute; each cell is read
  /// by itself after that.
  public void table(List<List<Run>> cells) {
    words.table(cells);
  }

  /// The numerals of words that stand where no mark is read, such as the title of a link.
  public List<Piece> unmarked(Text content) {
    return words.unmarked(content);
  }

  /// The numerals of words that a program has in a string. They are typed, so printing them
  /// computes nothing: each has to be a number that the program has, arithmetic that holds, or
  /// marked.
  ///
  /// @param known the numbers that the program has
  /// @param free why none of them is a claim; empty where they are
  /// @param counts whether a numeral, by its start in the words, counts on
  public List<Piece> typed(
      Text content, Typed.Known known, Optional<String> free, IntPredicate counts) {
    return typed.read(content, known, free, counts);
  }

  /// The numbers that a program has: the `literals` in the code, and those under its names.
  ///
  /// @param moving names that the code gives several values, of which the state has the last
  public Typed.Known known(List<BigDecimal> literals, Set<String> moving) {
    return Typed.Known.of(literals, moving, state);
  }

  /// Whether words of a listing are a statement, each side of which the program can say.
  public boolean states(Text content) {
    return code.states(content);
  }

  /// A code span: a statement, a quotation of code that ran, or no claim.
  public CodeSpan codeSpan(Text content) {
    return code.span(content);
  }

  /// A formula in TeX, read as the code span that says the same.
  ///
  /// @return the entry of the statement where all of it is one
  public Optional<String> math(Text tex) {
    return code.formula(tex);
  }

  /// A fence without a label: statements with words after `#` or `←`, or a drawing of them.
  public List<Piece> fence(Text content) {
    return fences.read(content);
  }

  /// A fence with a language label is a listing that is not run: its numerals have no standing.
  public List<Piece> labelled(Text content, String label) {
    return code.labelled(content, label);
  }

  /// Whether the program may have given a name other values before.
  public boolean moves(String name) {
    return state.moves(name);
  }

  /// Reports a number that a listing prints behind what is another number: `c =` before what is no
  /// `c`. A name may have the number of another case of it.
  public void labelled(String label, Text printed) {
    Text named = Text.at(label, printed.span());
    List<String> names = new ArrayList<>(Lexeme.names(named));
    names.addAll(Lexeme.names(printed));
    boolean isOther =
        quantity(named)
            .flatMap(
                one ->
                    quantity(printed)
                        .filter(it -> Judge.order(one.exact(), it.exact()) != 0)
                        .filter(other -> isFar(one.exact(), other.exact())))
            .isPresent();
    boolean isName = names.contains(label) || label.indexOf('.') >= 0;
    if (isOther
        && names.stream().noneMatch(state::moves)
        && (!isName || Told.isMistaken(label, printed.value(), state))) {
      account.report(
          Finding.error(
                  VerifyCode.FALSE_STATEMENT,
                  printed.span(),
                  "this is printed behind "
                      + label
                      + " =, which is "
                      + quantity(named).get().repr())
              .help(
                  "print what the words say, or say what is printed; # plain behind the line says"
                      + " that it is no claim"));
    }
  }

  /// Reports a relation that a listing prints and that does not hold.
  public void printed(String relation, Text place) {
    Text code = Text.at(relation, place.span());
    if (state.evaluate(code) instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Truth truth
        && !truth.value()
        && Lexeme.names(code).stream().noneMatch(state::moves)) {
      account.report(
          Finding.error(
                  VerifyCode.FALSE_STATEMENT,
                  place.span(),
                  "this prints " + relation + ", which does not hold")
              .help(
                  "correct it, or print what it gives as well; # plain behind the line says that it"
                      + " is no claim"));
    }
  }

  /// Whether no rounding makes one of the other.
  private static boolean isFar(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().doubleValue()
        > ROUNDING * one.abs().max(other.abs()).doubleValue();
  }

  private Optional<Fact.Quantity> quantity(Text code) {
    return state.evaluate(code) instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity)
        : Optional.empty();
  }

  /// A comment of a listing: a statement, or words.
  ///
  /// @param beside the line that it speaks of: its own, or the next
  public List<Piece> comment(Text content, String beside) {
    return code.comment(content, beside);
  }

  /// Numerals that the author openly marks as something else.
  public List<Piece> marked(Text content, String origin) {
    return marks.plain(content, origin);
  }

  /// Numerals that a source answers for.
  public List<Piece> cited(Text content, Text key) {
    return marks.cited(content, key);
  }

  /// What takes the place of `{{source}}`.
  ///
  /// @param code whether it stands in code, where the decimal mark is always a point
  public List<Piece> filled(Text source, boolean code) {
    return filled.read(source, code);
  }

  /// Words that an expression answers for.
  public Bound bound(Text content, Text source) {
    return marks.bound(content, source);
  }

  /// Likewise, of words that are code.
  public Bound boundCode(Text content, Text source) {
    return marks.boundCode(content, source);
  }

  /// Likewise, of a formula.
  public Bound boundFormula(Text tex, Text source) {
    return marks.boundFormula(tex, source);
  }
}
