package dev.perilla.site.importer;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sentences that tell one story with two endings: most of their words and numbers are the same,
/// one number is not.
final class Contradictions {
  private static final Pattern BETWEEN = Pattern.compile("[!?\\n|]|\\.(?!\\d)");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern COMMAND = Pattern.compile("\\\\[a-z]+");
  private static final int MOST = 2000;
  private static final int FINE = 10; // characters
  private static final double CLOSE = 1e-4;
  private static final int FEWEST = 3; // words of a story

  private Contradictions() {}

  /// What a sentence speaks of by a letter: `$c$`, `\beta`.
  private static final Pattern SIGN = Pattern.compile("\\\\[A-Za-z]+|(?<=[$`(])\\p{L}(?!\\p{L})");

  /// A number that counts something, as `layer 2` and `3 neurons` do.
  private static final Pattern COUNT = Pattern.compile("\\d");

  private record Sentence(
      Set<String> words, Set<String> signs, List<Numeral> numerals, int start, String text) {}

  static List<Finding> in(SourceFile file) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher between = BETWEEN.matcher(file.text());
    int from = 0;
    while (from < file.text().length() && sentences.size() < MOST) {
      int start = from;
      int end = between.find(from) ? between.start() : file.text().length();
      String text = file.text().substring(start, end);
      from = end + 1;
      List<Numeral> numerals =
          Numeral.scan(text, Notation.POINT).stream().filter(it -> it.value().isPresent()).toList();
      if (numerals.size() < 2 || numerals.size() > 8 || text.indexOf('=') >= 0) {
        continue;
      }
      Set<String> words = all(WORD, COMMAND.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
      sentences.add(new Sentence(words, all(SIGN, text), numerals, start, text));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      for (int j = i + 1; j < sentences.size(); j++) {
        compare(file, sentences.get(i), sentences.get(j), findings);
      }
    }
    return findings;
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static void compare(SourceFile file, Sentence a, Sentence b, List<Finding> findings) {
    if (a.numerals().size() != b.numerals().size()) {
      return;
    }
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < a.numerals().size(); i++) {
      if (a.numerals()
              .get(i)
              .value()
              .orElseThrow()
              .compareTo(b.numerals().get(i).value().orElseThrow())
          != 0) {
        different.add(i);
      }
    }
    Set<String> common = new HashSet<>(a.words());
    common.retainAll(b.words());
    int least = Math.min(a.words().size(), b.words().size());
    boolean story = common.size() >= FEWEST && common.size() * 2 >= least;
    boolean settled = a.numerals().size() - 1 >= 2 || common.size() >= 5;
    int at = different.isEmpty() ? -1 : different.get(0);
    boolean counts =
        at >= 0
            && List.of(a, b).stream()
                .allMatch(it -> COUNT.matcher(it.numerals().get(at).text()).matches());
    boolean fine = // what differs in digits that nobody means is computed in two ways
        at >= 0 && isFine(a.numerals().get(at), b.numerals().get(at));
    if (counts || fine || !a.signs().equals(b.signs())) {
      return;
    }
    if (different.size() != 1 || !story || !settled || at != a.numerals().size() - 1) {
      return;
    }
    Span first = span(file, a, at);
    Span second = span(file, b, at);
    findings.add(
        Finding.error(
                ImportCode.CONTRADICTION,
                second,
                "the lesson says "
                    + second.text()
                    + " here and "
                    + first.text()
                    + " on line "
                    + first.line()
                    + ", of the same thing")
            .help("compute it in the chapter, and let both places show what it is")
            .related(first, "the other number"));
  }

  private static boolean isFine(Numeral a, Numeral b) {
    double x = a.value().orElseThrow().doubleValue();
    double y = b.value().orElseThrow().doubleValue();
    return Math.max(a.text().length(), b.text().length()) > FINE
        && Math.abs(x - y) < CLOSE * Math.max(Math.abs(x), Math.abs(y));
  }

  private static Span span(SourceFile file, Sentence sentence, int index) {
    Numeral numeral = sentence.numerals().get(index);
    return new Span(file, sentence.start() + numeral.start(), sentence.start() + numeral.end());
  }
}
