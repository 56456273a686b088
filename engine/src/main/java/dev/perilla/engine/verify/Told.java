package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Relation.Kind;
import dev.perilla.engine.language.syntax.Lexeme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a sentence says in words of the numbers and names in it, and says of nothing else: `` `c`
/// is {{c}} ``, `{{a}} is less than {{c}}`.
///
/// @param operands numbers, names and code, in the order of the text
record Told(Settling settling, Flat flat, List<Numeral> numerals, List<Operand> operands) {
  static final int LONGEST_SENTENCE = 300;
  static final int LONGEST_BETWEEN = 30;

  private static final String QUOTES = "[\"“”„«»]?";

  /// Where a sentence, or a part of it that stands alone, begins.
  static final Pattern BEGINS =
      Phrase.pattern(
          "(?:^|[.!?;:(\\n"
              + "。！？；：，]|(?<=\\p{L}),|(?<=\\d)(?=,?\\s+(?:@AND|@SO|@THE_VALUE_OF)\\s),?)\\s*(?:@SO\\s+)?(?:@THE_VALUE_OF\\s+)?"
              + QUOTES
              + "$");

  /// Where it ends.
  static final Pattern ENDS =
      Phrase.pattern(
          QUOTES
              + "\\s*(?:$|[.;:!?)\\n。！？；：，]|,\\s+[\\p{L}\uFFFC]|@BECAUSE\\s|@AND\\s+@A\\s+(?:@SUM_OF|@MEAN_OF|@MAXIMUM_OF|@MINIMUM_OF|@LENGTH_OF)\\s|@AND\\s+@THE_VALUE_OF\\s|@AND\\s+%1$s(?:\uFFFC|[\\p{L}_][\\p{L}\\p{N}_]*)%1$s\\s+@IS\\s)"
                  .formatted(QUOTES));

  /// What makes no other number of the one before it.
  private static final Pattern GOES_ON =
      Phrase.pattern(QUOTES + "\\s*(?:$|[.,;:!?)\\n。，]|@AND\\s)");

  static final Pattern OTHER_CASE = Phrase.pattern("(?<!\\p{L})@IF(?!\\p{L})");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern VALUE_OF = Phrase.pattern("@VALUE\\s+@OF\\s+%s$".formatted(QUOTES));
  private static final Pattern GRADIENT =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\.grad|[d∂]\\w+/[d∂](\\w+)");
  private static final Pattern GRADIENT_OF =
      Phrase.pattern(
          "(?<!\\p{L})(?:@A\\s+)?@GRADIENT(?:\\s+@OF(?:\\s+%1$s[\\p{L}_\uFFFC][\\p{L}\\p{N}_]*%1$s\\s+@WITH_RESPECT_TO)?)?\\s+%1$s$"
              .formatted(QUOTES));

  private static final Pattern THAT_OF =
      Phrase.pattern("(?<!\\p{L})@GRADIENT(?!\\p{L}).*\\s@THAT\\s+@OF\\s+%s$".formatted(QUOTES));

  /// What stands between a name, or the value of it, and its gradient.
  private static final Pattern ITS_GRADIENT =
      Phrase.pattern(
          "%s[\\s,;(:]*(?:@AND\\s+)?(?:@HAS\\s+)?(?:@A\\s+)?@GRADIENT\\s*(?:@OF|@IS|[=:])?\\s*"
              .formatted(QUOTES));

  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?]\\s|\\n");

  private static final Pattern FORMAT = Pattern.compile(":[^:\\[\\]()]*$");

  /// A number that is accounted for, or code, a formula or a name of the program.
  ///
  /// @param code what it computes, in the code language
  /// @param number as it is written; empty for code
  /// @param isTyped whether that has no standing
  record Operand(int start, int end, String code, Optional<Numeral> number, boolean isTyped) {
    boolean isNumber() {
      return number.isPresent();
    }
  }

  /// @param known what the program says of names and code among the words
  static Told of(Settling settling, Sums.Known known, Flat flat, List<Numeral> numerals) {
    return new Told(settling, flat, numerals, operands(known, flat, numerals));
  }

  /// Reports what does not hold of what is accounted for, and takes in the code of which it does.
  ///
  /// @param held is told each code that a number beside it agrees with
  void check(Consumer<Accounting.Run> held) {
    List<Operand> all = operands.stream().filter(it -> !it.isTyped()).toList();
    for (int i = 0; i + 1 < all.size(); i++) {
      Operand one = all.get(i);
      Operand other = all.get(i + 1);
      String words = flat.text().substring(one.end(), other.start());
      String said = words.strip();
      if (said.equals("(") || said.equals(":")) {
        beside(one, said.equals(":"), other, held);
      } else if (words.length() <= LONGEST_BETWEEN && said.length() < words.length()) {
        Compared.between(words).ifPresent(kind -> said(one, kind, other, held));
      }
    }
    new Nouns(this, all).check();
    gradients(all);
    rows(all);
    pairs(all);
  }

  /// The arithmetic in words that has numbers without a standing; of other numbers what does not
  /// hold is reported.
  List<Sums> arithmetic() {
    return operands.size() < 2 ? List.of() : Reckoned.read(this, operands);
  }

  /// `` `a` has a gradient of {{a.grad}} ``, `` `a`: {{a}}, gradient {{a.grad}} ``.
  private void gradients(List<Operand> all) {
    Optional<Operand> name = Optional.empty();
    for (int i = 0; i < all.size(); i++) {
      Operand number = all.get(i);
      if (!number.isNumber()) {
        name = Optional.of(number);
        continue;
      }
      int from = i == 0 ? 0 : all.get(i - 1).end();
      String words = flat.text().substring(from, number.start());
      if (name.isEmpty() || END_OF_SENTENCE.matcher(words).find()) {
        name = Optional.empty();
      } else if (words.length() <= LONGEST_BETWEEN && ITS_GRADIENT.matcher(words).matches()) {
        String mine = bare(name.get().code());
        if (isNoGradient(mine, number.number().orElseThrow(), number.code(), Set.of(mine))) {
          report(name.get(), number, "which is no gradient of that");
        }
      }
    }
  }

  /// `` `c` ({{c}}) ``; behind a colon a name may be of another case, a gradient is not.
  private void beside(Operand one, boolean isColon, Operand other, Consumer<Accounting.Run> held) {
    if (!one.isNumber()
        && other.isNumber()
        && (isColon ? isGradient(one) : after(other).startsWith(")"))) {
      said(one, Kind.EQUAL, other, held);
    }
  }

  private boolean isGradient(Operand code) {
    return GRADIENT.matcher(bare(code.code())).matches()
        || GRADIENT_OF.matcher(before(code)).find();
  }

  private String before(Operand operand) {
    return flat.text().substring(Math.max(0, operand.start() - LONGEST_SENTENCE), operand.start());
  }

  private void said(Operand one, Kind kind, Operand other, Consumer<Accounting.Run> held) {
    String before = before(one);
    Matcher gradient = GRADIENT_OF.matcher(before);
    boolean isGradient = gradient.find();
    String start = isGradient ? before.substring(0, gradient.start()) : before;
    boolean isAll = BEGINS.matcher(start).find() && ENDS.matcher(after(other)).lookingAt();
    boolean isOfNames = !one.isNumber() || !other.isNumber();
    if (kind == Kind.EQUAL && isOfAnother(one, other, before)) {
      report(one, other, "which is no gradient of that");
      return;
    }
    if (!isGradient && kind == Kind.EQUAL && agrees(one, other)) {
      if (flat.at(one.start()).isAtom()
          && GOES_ON.matcher(after(other)).lookingAt()
          && isSame(one, other)) {
        held.accept(flat.at(one.start()));
      }
      return;
    }
    if (!isAll || (isOfNames && OTHER_CASE.matcher(sentence(start)).find())) {
      return;
    }
    Optional<BigDecimal> left = value(one);
    Optional<BigDecimal> right = value(other);
    if (left.isEmpty() || right.isEmpty() || moves(one) || moves(other)) {
      return;
    }
    if (isGradient) {
      String name = bare(one.code());
      if (kind == Kind.EQUAL
          && other.isNumber()
          && isNoGradient(name, other.number().orElseThrow(), other.code(), Set.of(name))) {
        report(gradient.start(), List.of(one), other, "which is no gradient of that");
      }
    } else if (kind == Kind.EQUAL && !one.isNumber() && other.isNumber()) {
      if (isMistaken(one.code(), other.code())
          || computes(one.code())
          || (VALUE_OF.matcher(before).find() && GRADIENT.matcher(other.code()).matches())) {
        report(one, other, "which is " + quantity(one.code()).orElseThrow().repr());
      }
    } else if (kind == Kind.EQUAL && !one.isNumber() && computes(other.code())) {
      if (!Compared.holds(left.get(), kind, right.get())) {
        report(one, other, "which is " + quantity(one.code()).orElseThrow().repr());
      }
    } else if (isOpposite(kind, left.get().compareTo(right.get()))) {
      report(one, other, "which does not hold");
    }
  }

  /// `` the gradient of `a` is {{a.grad}}, that of `b` is {{c.grad}} ``.
  private boolean isOfAnother(Operand name, Operand number, String before) {
    return !name.isNumber()
        && number.isNumber()
        && THAT_OF.matcher(sentence(before)).find()
        && GOES_ON.matcher(after(number)).lookingAt()
        && isNoGradient(bare(name.code()), number.number().orElseThrow(), number.code(), Set.of());
  }

  private static final Pattern JOINED =
      Phrase.pattern("%1$s(?:,|,?\\s*@AND)\\s*%1$s".formatted(QUOTES));
  private static final Pattern SIDES =
      Phrase.pattern("%1$s\\)?\\s*(?:@IS|=)\\s*\\(?".formatted(QUOTES));
  private static final Pattern GRADIENTS_OF =
      Phrase.pattern("(?<!\\p{L})(?:@A\\s+)?@GRADIENT\\s+@OF\\s+%s$".formatted(QUOTES));

  /// `` `a`, `b` and `c` are {{a}}, {{b}} and {{c}} ``: each number is that of its name, unless it
  /// is computed otherwise.
  private void rows(List<Operand> all) {
    for (int i = 0; i < all.size(); i++) {
      int first = i;
      while (i + 1 < all.size()
          && !all.get(i + 1).isNumber()
          && JOINED.matcher(between(all.get(i), all.get(i + 1))).matches()) {
        i++;
      }
      int count = i - first + 1;
      if (count > 1
          && i + count < all.size()
          && SIDES.matcher(between(all.get(i), all.get(i + 1))).matches()) {
        row(all.subList(first, i + 1), all.subList(i + 1, i + 1 + count));
      }
    }
  }

  private void row(List<Operand> names, List<Operand> numbers) {
    for (int i = 0; i + 1 < numbers.size(); i++) {
      if (!numbers.get(i + 1).isNumber()
          || !JOINED.matcher(between(numbers.get(i), numbers.get(i + 1))).matches()) {
        return;
      }
    }
    String before = before(names.getFirst());
    boolean isGradient = GRADIENTS_OF.matcher(before).find();
    Set<String> all = new HashSet<>();
    names.forEach(it -> all.add(bare(it.code())));
    for (int i = 0; i < names.size() && numbers.getFirst().isNumber(); i++) {
      String name = bare(names.get(i).code());
      Operand number = numbers.get(i);
      boolean isOther =
          isGradient
              ? isNoGradient(name, number.number().orElseThrow(), number.code(), all)
              : isNoValue(
                  name, number.number().orElseThrow(), number.code(), all, settling.state());
      if (isOther && !OTHER_CASE.matcher(sentence(before)).find()) {
        report(names.get(i), number, "which is that of " + number.code());
        return;
      }
    }
  }

  /// `` `a` is {{a}}, `b` is {{b}} and `c` is {{a}} ``: in whatever case that is said, one number
  /// is false that alone is of another name.
  private void pairs(List<Operand> all) {
    for (int i = 0; i + 1 < all.size(); i++) {
      int agreeing = 0;
      List<Operand> differing = new ArrayList<>();
      Operand number = all.get(i);
      for (int first = i; i + 1 < all.size() && isPair(all, first, i); i += 2) {
        number = all.get(i + 1);
        if (agrees(all.get(i), number)) {
          agreeing++;
        } else {
          differing.add(all.get(i));
        }
      }
      if (agreeing > 1
          && differing.size() == 1
          && GOES_ON.matcher(after(number)).lookingAt()
          && mistaken(all, differing.getFirst())) {
        return;
      }
    }
  }

  private boolean isPair(List<Operand> all, int first, int at) {
    return !all.get(at).isNumber()
        && all.get(at + 1).isNumber()
        && SIDES.matcher(between(all.get(at), all.get(at + 1))).matches()
        && (at == first || JOINED.matcher(between(all.get(at - 1), all.get(at))).matches());
  }

  private boolean mistaken(List<Operand> all, Operand name) {
    Operand number = all.get(all.indexOf(name) + 1);
    boolean isMistaken =
        isMistaken(name.code(), number.code()) && !moves(name) && quantity(name.code()).isPresent();
    if (isMistaken) {
      report(name, number, "which is that of " + number.code());
    }
    return isMistaken;
  }

  private String between(Operand one, Operand other) {
    return flat.text().substring(one.end(), other.start());
  }

  /// Whether code computes with names, `a * b`, so that it is of no other case than they are.
  private static boolean computes(String code) {
    return code.chars().anyMatch(it -> "+-*/".indexOf(it) >= 0)
        && !GRADIENT.matcher(bare(code)).matches();
  }

  private String after(Operand operand) {
    return flat.text().substring(operand.end());
  }

  /// `` `c` is {{c}} ``. A whole number may be rounded, unless it is that of another name.
  private boolean agrees(Operand name, Operand number) {
    return !name.isNumber()
        && number.isNumber()
        && quantity(name.code())
            .filter(
                it ->
                    Judge.agrees(number.number().orElseThrow(), it, false)
                        || (Judge.agrees(number.number().orElseThrow(), it, true)
                            && (!NAME.matcher(number.code()).matches() || isSame(name, number))))
            .isPresent();
  }

  /// Whether the code computes what the number comes from to its last digits: a digit of the code
  /// that the number does not show is held by nothing else.
  private boolean isSame(Operand code, Operand number) {
    Optional<BigDecimal> one = value(code);
    Optional<BigDecimal> other = quantity(number.code()).map(Fact.Quantity::exact);
    return one.isPresent()
        && other.isPresent()
        && Compared.holds(one.get(), Kind.EQUAL, other.get());
  }

  static String sentence(String before) {
    int end =
        Math.max(
            before.lastIndexOf(". "), Math.max(before.lastIndexOf('!'), before.lastIndexOf('?')));
    return before.substring(end + 1);
  }

  /// Whether what is put to a name, or to a derivative, as its gradient is the gradient of another
  /// one, or the value of one of `names`.
  private boolean isNoGradient(String code, Numeral number, String source, Set<String> names) {
    return isNoGradient(code, number, source, names, settling.state());
  }

  static boolean isNoGradient(
      String code, Numeral number, String source, Set<String> names, State state) {
    String name = bare(code);
    Matcher there = GRADIENT.matcher(name);
    Matcher here = GRADIENT.matcher(source);
    boolean isNamed = there.matches();
    boolean isOther =
        here.matches()
            ? !(isNamed ? of(there) : name).equals(of(here))
            : names.contains(source) && !state.moves(source);
    return isOther
        && !state.moves(isNamed ? of(there) : name)
        && quantity(isNamed ? name : name + ".grad", state)
            .filter(it -> !Judge.agrees(number, it, true))
            .isPresent();
  }

  /// Whether what is put to a name as its value is the gradient of one, or the value of another of
  /// `names`.
  static boolean isNoValue(
      String name, Numeral number, String source, Set<String> names, State state) {
    return NAME.matcher(name).matches()
        && (GRADIENT.matcher(source).matches() || names.contains(source))
        && quantity(name, state).filter(it -> !Judge.agrees(number, it, true)).isPresent()
        && !state.moves(name);
  }

  private static final Pattern GRADIENTS =
      Phrase.pattern(
          "\\W*(?:@A )?@GRADIENT(?:\\W|$).*|.*(?:[d∂]|\\\\partial"
              + " ?)[\\p{L}\\p{N}_]+\\W{1,3}(?:[d∂]|\\\\partial).*");
  private static final Pattern VALUES = Phrase.pattern("\\W*(?:@A )?@VALUE\\W*");

  /// Whether a heading says that numbers are gradients.
  static boolean isGradient(String heading) {
    return GRADIENTS.matcher(heading).matches();
  }

  /// Whether a heading says that numbers are values.
  static boolean isValue(String heading) {
    return VALUES.matcher(heading).matches();
  }

  /// What a number is bound to.
  static String source(String mark) {
    String code = FORMAT.matcher(mark).replaceFirst("");
    return code.substring(code.startsWith("=") ? 1 : 0).strip();
  }

  /// A name without the brackets around it.
  static String bare(String code) {
    return code.replace("(", "").replace(")", "");
  }

  /// Whether a number of one name is put to another by mistake. One that is computed, or of a name
  /// like it, may be that of another case, `w` and `w2`; a gradient may be its own.
  private boolean isMistaken(String code, String source) {
    return isMistaken(code, source, settling.state());
  }

  static boolean isMistaken(String code, String source, State state) {
    String name = bare(code);
    Matcher there = GRADIENT.matcher(name);
    Matcher here = GRADIENT.matcher(source);
    if (here.matches()) {
      return there.matches() && !of(there).equals(of(here));
    }
    return NAME.matcher(source).matches()
        && !state.moves(source)
        && !isLike(name, source)
        && !isLike(source, name);
  }

  /// Whether a name is made of another one, `w2` or `new_w`: a letter within a word is none.
  private static boolean isLike(String name, String part) {
    return part.length() > 1 ? name.contains(part) : name.startsWith(part) || name.endsWith(part);
  }

  private static String of(Matcher gradient) {
    return gradient.group(1) == null ? gradient.group(2) : gradient.group(1);
  }

  private static boolean isOpposite(Kind kind, int order) {
    return switch (kind) {
      case LESS, LESS_EQUAL -> order > 0;
      case GREATER, GREATER_EQUAL -> order < 0;
      case EQUAL, NOT_EQUAL, ABOUT, GIVES, BECOMES -> false;
    };
  }

  boolean moves(Operand operand) {
    return !operand.isNumber()
        && Lexeme.names(Text.at(operand.code(), flat.span(0, 1))).stream()
            .anyMatch(settling.state()::moves);
  }

  private Optional<BigDecimal> value(Operand operand) {
    return operand.isNumber()
        ? operand.number().get().value()
        : quantity(operand.code()).map(Fact.Quantity::exact);
  }

  Optional<Fact.Quantity> quantity(String code) {
    return quantity(code, settling.state());
  }

  private static Optional<Fact.Quantity> quantity(String code, State state) {
    return state.evaluate(Text.at(code, Span.at(SourceFile.of("", ""), 0)))
                instanceof State.Reply.Given given
            && given.fact() instanceof Fact.Quantity quantity
        ? Optional.of(quantity)
        : Optional.empty();
  }

  private void report(Operand one, Operand other, String what) {
    report(one.start(), List.of(one), other, what);
  }

  void report(int start, List<Operand> operands, Operand other, String what) {
    String text = flat.text().substring(start, other.end());
    for (Operand operand : Stream.concat(operands.stream(), Stream.of(other)).toList()) {
      if (flat.at(operand.start()).isAtom()) {
        text =
            text.replaceFirst(
                "\uFFFC", Matcher.quoteReplacement(flat.at(operand.start()).text().value()));
      }
    }
    settling
        .account()
        .report(
            Finding.error(
                    VerifyCode.FALSE_STATEMENT,
                    flat.span(start, other.end()),
                    "the text says " + text + ", " + what)
                .help("correct the words, or what the number is bound to"));
  }

  private static List<Operand> operands(Sums.Known known, Flat flat, List<Numeral> numerals) {
    List<Operand> all = new ArrayList<>();
    Matcher name = NAME.matcher(flat.text());
    int at = 0;
    for (Numeral numeral : numerals) {
      named(all, known, flat, name, at, numeral.start());
      Optional<String> source = flat.at(numeral.start()).source();
      boolean isOfTheProgram =
          flat.isGap(numeral)
              && numeral.value().isPresent()
              && source.filter(it -> !it.equals("plain") && !it.startsWith("cite=")).isPresent();
      if (isOfTheProgram) {
        String code = source(source.get());
        all.add(new Operand(numeral.start(), numeral.end(), code, Optional.of(numeral), false));
      } else if (PlainWords.isPercent(flat, numeral)) {
        String code = "(" + source(source.orElseThrow()) + ") / 100";
        all.add(new Operand(numeral.start(), numeral.end(), code, Optional.of(numeral), false));
      } else if (numeral.value().isPresent() && !flat.isGap(numeral) && !flat.split(numeral)) {
        Scale scale = Scale.behind(flat.text(), numeral.end());
        String digits = scale.of(Tokens.digits(numeral));
        all.add(new Operand(numeral.start(), scale.end(), digits, Optional.of(numeral), true));
      }
      at = numeral.end();
    }
    named(all, known, flat, name, at, flat.text().length());
    return all;
  }

  private static final Pattern PHRASE =
      Phrase.pattern("(?<!\\p{L})\\p{L}+ \\p{L}$(?<=(?:@IS|@LESS|@GREATER|@WITH_RESPECT_TO))");

  /// Whether a name of one letter is the last word of others: the `a` of `igual a`.
  private static boolean endsPhrase(String text, int end) {
    return PHRASE.matcher(text.substring(Math.max(0, end - LONGEST_BETWEEN), end)).find();
  }

  /// Adds code and names between two numbers.
  private static void named(
      List<Operand> all, Sums.Known known, Flat flat, Matcher name, int from, int to) {
    for (int i = from; i < to; i++) {
      Accounting.Run run = flat.at(i);
      if (flat.text().charAt(i) == '\uFFFC' && run.isAtom()) {
        int at = i;
        known
            .code(run)
            .ifPresent(it -> all.add(new Operand(at, at + 1, it, Optional.empty(), false)));
      } else if (!run.isGap() && name.region(i, to).lookingAt()) {
        if (known.number(name.group()) && !endsPhrase(flat.text(), name.end())) {
          all.add(new Operand(i, name.end(), name.group(), Optional.empty(), false));
        }
        i = name.end() - 1;
      }
    }
  }
}
