package dev.perilla.site.trial;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Block.Expectation;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Claim;
import dev.perilla.site.book.Trial;
import dev.perilla.site.trial.Mutation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All small changes of a chapter that `check` should notice: each digit of a number that claims
/// something and of an input, each operator of a statement or an expectation, each condition,
/// verdict and mistake.
final class Mutations {
  private static final Pattern OPERATOR =
      Pattern.compile("\\*\\*|==|!=|<=|>=|->|[-+*/×·÷−<>≤≥=≈→≠]");
  private static final Pattern DERIVATIVE =
      Pattern.compile("(?<![\\p{L}\\d_])[d∂][\\p{L}\\d_.]+/[d∂][\\p{L}\\d_.]+");
  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("**", List.of("+", "-")),
          Map.entry("*", List.of("+", "-")),
          Map.entry("×", List.of("+", "-")),
          Map.entry("·", List.of("+", "-")),
          Map.entry("/", List.of("+", "*")),
          Map.entry("÷", List.of("+", "*")),
          Map.entry("+", List.of("-", "*")),
          Map.entry("-", List.of("+", "*")),
          Map.entry("−", List.of("+", "*")),
          Map.entry("<", List.of(">")),
          Map.entry(">", List.of("<")),
          Map.entry("<=", List.of(">")),
          Map.entry(">=", List.of("<")),
          Map.entry("≤", List.of(">")),
          Map.entry("≥", List.of("<")),
          Map.entry("!=", List.of("==")),
          Map.entry("≠", List.of("=")),
          Map.entry("≈", List.of("!=", "="))); // what is only about so is unequal, and not equal
  private static final List<String> UNEQUAL = List.of("!=");

  private final SourceFile file;
  private final Map<Integer, Mutation> byPlace = new TreeMap<>();

  private Mutations(SourceFile file) {
    this.file = file;
  }

  /// The changes of a chapter that holds, by place; one a place.
  static List<Mutation> of(Chapter chapter, Trial trial) {
    SourceFile file = trial.file().orElse(chapter.file());
    Mutations mutations = new Mutations(file);
    trial.claims().stream().filter(it -> it.span().file() == file).forEach(mutations::claim);
    if (file == chapter.file()) { // a translation has no inputs, expectations and verdicts
      chapter.blocks().forEach(mutations::block);
    }
    return List.copyOf(mutations.byPlace.values());
  }

  private void claim(Claim claim) {
    Span span = claim.span();
    switch (claim.entry().kind()) {
      case NUMERAL -> {
        switch (claim.entry().standing()) {
          case CHECKED -> digits(Kind.DIGIT, span);
          case GIVEN -> digits(Kind.INPUT, span);
          case COMPUTED, CITED, PLAIN -> {}
        }
      }
      case STATEMENT -> {
        digits(Kind.DIGIT, span);
        operators(span);
      }
      case CONDITION -> claim.entry().expression().ifPresent(it -> condition(span, it));
      case EXPECTATION -> expectation(span, claim.entry().text());
      case WORDS,
          MISTAKE,
          VERDICT,
          ANSWER,
          GRADIENT -> {} // mistakes and verdicts are read off the chapter
    }
  }

  private void put(Kind kind, int start, int end, List<String> replacements) {
    byPlace.putIfAbsent(start, new Mutation(kind, new Span(file, start, end), replacements));
  }

  private void digits(Kind kind, Span span) {
    String text = span.text();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int size = Character.charCount(point);
      boolean ofName =
          i > 0 && (Character.isLetter(text.charAt(i - 1)) && !isExponent(text, i - 1));
      if (Character.isDigit(point) && !ofName) {
        int digit = Character.digit(point, 10);
        String other = Character.toString(point - digit + (digit + 1) % 10);
        put(kind, span.start() + i, span.start() + i + size, List.of(other));
      } else if (ofName) {
        while (i + size < text.length() && Character.isLetterOrDigit(text.charAt(i + size))) {
          size++;
        }
      }
      i += size;
    }
  }

  private static boolean isExponent(String text, int at) {
    return (text.charAt(at) == 'e' || text.charAt(at) == 'E')
        && at > 0
        && Character.isDigit(text.charAt(at - 1));
  }

  private void operators(Span span) {
    // the stroke of dc/da is no quotient: it is a name of its own kind
    String text =
        DERIVATIVE.matcher(span.text()).replaceAll(it -> "x".repeat(it.end() - it.start()));
    Matcher matcher = OPERATOR.matcher(text);
    while (matcher.find()) {
      put(
          Kind.OPERATOR,
          span.start() + matcher.start(),
          span.start() + matcher.end(),
          OTHERS.getOrDefault(matcher.group(), UNEQUAL));
    }
  }

  private void condition(Span words, String expression) {
    int at = file.text().indexOf(expression, words.end());
    if (at >= 0 && at - words.end() < 16) {
      put(Kind.CONDITION, at, at + expression.length(), List.of("not (" + expression + ")"));
    }
  }

  /// An expected value; digits where it has some.
  private void expectation(Span span, String text) {
    String raw = span.text();
    if (raw.chars().anyMatch(Character::isDigit)) {
      digits(Kind.DIGIT, span);
    } else if (raw.equals("True") || raw.equals("False")) {
      put(
          Kind.EXPECTATION,
          span.start(),
          span.end(),
          List.of(raw.equals("True") ? "False" : "True"));
    } else if (text.equals(raw)) { // of a `# =>`
      put(Kind.EXPECTATION, span.start(), span.end(), List.of(raw + "x"));
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Prose prose -> {}
      case Block.Note note -> {}
      case Block.Dialogue dialogue -> {}
      case Block.Code code -> code.expect().forEach(this::expected);
      case Block.Example example -> example.expect().forEach(this::expected);
      case Block.Exercise exercise -> {
        exercise.given().forEach(this::bounds);
        exercise.expect().forEach(this::expected);
        exercise.questions().forEach(this::question);
      }
    }
  }

  /// From what variants are made: each of them is proven, whatever it is.
  private void bounds(Given input) {
    List<Text> bounds =
        switch (input) {
          case Given.Fixed _, Given.Knob _ -> List.of();
          case Given.Range range -> List.of(range.from(), range.to());
          case Given.OneOf set -> set.values();
        };
    for (Text bound : bounds) {
      Span place = bound.span();
      byPlace.keySet().removeIf(at -> place.start() <= at && at < place.end());
    }
  }

  private void expected(Expectation expectation) {
    Text wanted = expectation.wanted();
    for (Text side : List.of(expectation.subject(), wanted)) {
      Span inside = side.span(0, side.value().length());
      operators(inside);
    }
    Span inside = wanted.span(0, wanted.value().length());
    boolean literal = wanted.value().strip().matches("[-+.0-9_eE]+|True|False");
    if (!literal) {
      put(
          Kind.EXPECTATION,
          inside.start(),
          inside.end(),
          List.of("(" + inside.text() + ") + 1", "[" + inside.text() + "]"));
    }
  }

  private void question(Question question) {
    if (question.answer() instanceof Question.Answer.Numeric numeric) {
      String answer = numeric.answer().value();
      for (Question.Mistake mistake : question.mistakes()) {
        if (!(mistake.wrong() instanceof Question.Wrong.Value wrong)) {
          continue; // a misconception is worked out, not written down
        }
        Span place = wrong.answer().span(0, wrong.answer().value().length());
        put(Kind.MISTAKE, place.start(), place.end(), List.of(answer));
      }
    }
    for (Question.Attempt attempt : question.attempts()) {
      Span place = attempt.verdictText().span(0, attempt.verdictText().value().length());
      put(Kind.VERDICT, place.start(), place.end(), others(attempt.verdict()));
    }
  }

  private static List<String> others(Question.Verdict verdict) {
    List<String> words = new ArrayList<>();
    Arrays.stream(Question.Verdict.values())
        .filter(it -> it != verdict)
        .forEach(it -> words.add(it.name().toLowerCase(Locale.ROOT)));
    return words;
  }
}
