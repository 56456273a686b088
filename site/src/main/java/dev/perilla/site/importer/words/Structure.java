package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Numerals that count or order the lesson's own things and claim nothing: `Step 2`, `in 1986`, `3
/// inputs`. What looks like a result is none of them.
public final class Structure {
  private static final Set<String> ORDINALS =
      Set.of(
          "step",
          "part",
          "figure",
          "fig",
          "chapter",
          "section",
          "layer",
          "lesson",
          "table",
          "version",
          "question",
          "example",
          "exercise",
          "listing",
          "cell",
          "equation",
          "eq",
          "page",
          "day",
          "week",
          "unit",
          "episode",
          "video",
          "lecture",
          "ch",
          "plot",
          "card",
          "diagram",
          "slide",
          "panel",
          "notebook",
          "bài",
          "bước",
          "chương",
          "note",
          "appendix",
          "line",
          "stage",
          "phase",
          "paso",
          "parte",
          "figura",
          "capítulo",
          "capitulo",
          "sección",
          "capa",
          "lección",
          "tabla",
          "versión",
          "pregunta",
          "ejemplo",
          "ejercicio",
          "celda",
          "ecuación",
          "página",
          "día",
          "semana",
          "clase",
          "unidad",
          "momento",
          "eureka",
          "nota",
          "línea",
          "etapa",
          "fase",
          "python",
          "micrograd",
          "pytorch",
          "cs",
          "gpt",
          "siglo",
          "number",
          "no",
          "iteration",
          "epoch",
          "iteración",
          "iteração",
          "itération",
          "iterazione",
          "шаг",
          "итерация",
          "эпоха",
          "轮次",
          "迭代",
          "época",
          "problem",
          "problema",
          "round",
          "neuron",
          "neurona",
          "challenge",
          "module",
          "módulo",
          "level",
          "nivel",
          "task",
          "tarea",
          "quiz",
          "test",
          "case",
          "caso",
          "option",
          "method",
          "approach",
          "schritt",
          "kapitel",
          "abschnitt",
          "étape",
          "chapitre",
          "rule",
          "regla",
          "tip",
          "item",
          "trial",
          "attempt",
          "solution",
          "exercice",
          "exercício",
          "questão",
          "lista",
          "exemplo",
          "exemple",
          "beispiel",
          "aufgabe",
          "übung",
          "partie",
          "teil",
          "seite",
          "td",
          "tp",
          "couche",
          "schicht",
          "camada",
          "desafío",
          "class",
          "classe",
          "klasse",
          "function",
          "función",
          "fix",
          "mistake",
          "position",
          "posición",
          "timestep",
          "concept",
          "concepto",
          "component",
          "componente",
          "factor",
          "mechanism",
          "classifier",
          "sample",
          "muestra",
          "passo",
          "esercizio",
          "esempio",
          "步骤",
          "步驟",
          "类别",
          "样本",
          "位置",
          "例",
          "ステップ",
          "단계");
  private static final Pattern HUGE =
      Pattern.compile(
          "(?iu)\\s*(million|billion|trillion|millones|billones|trillones|mil millones)");
  private static final Pattern COUNTED =
      Pattern.compile("(?U)\\+?[\\s-]+(?:[*_]{1,2})?(\\p{L}{3,})");
  private static final Pattern MEASURED = // `2个神经元`, `3층`
      Pattern.compile("\\s?(?:[个個层層维維类類次步轮輪节節章]|[개층번장](?!\\p{L}{3}))");
  private static final Set<String> NO_COUNT =
      Set.of(
          "and",
          "but",
          "the",
          "con",
          "por",
          "para",
          "que",
          "then",
          "with",
          "because",
          "since",
          "which",
          "porque",
          "pero",
          "when",
          "cuando",
          "times",
          "for",
          "from",
          "luego",
          "after",
          "while",
          "into",
          "also",
          "too",
          "además",
          "exactamente",
          "exactly",
          "plus",
          "minus",
          "units",
          "unidades",
          "los",
          "las",
          "este",
          "esta",
          "más",
          "mas",
          "menos",
          "entonces");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?iU).*\\b(between|entre|from|de|range|rango|interval\\w*|desde)\\b[^.]{0,24}");

  /// A place of the text, or of another.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?iU)(?:\\b(?:section|chapter|fig(?:ure)?|table|eq(?:uation)?|appendix|sección|capítulo|figura|tabla|ecuación|abschnitt|kapitel|chapitre|seção)s?\\.?|§)[*_`"
              + " ]*$");

  /// `in (0, 1)`, `between [-1, 1]`: where numbers lie.
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?iU)(?:\\b(?:in|into|to|within|between|at|points?|range|interval|puntos?|rango|rangs?|intervall?o?|en|em|entre|von)|∈)"
              + "\\s*[*`$]*[(\\[]\\s*[-−]?\\d+(?:\\.\\d+)?\\s*[,;]\\s*[-−]?\\d+(?:\\.\\d+)?\\s*[)\\]]");

  private static final Pattern NAMED = // the cells of a row before a number: a word, then values
      Pattern.compile("(?U)\\|?\\s*\\p{L}[\\p{L} .'-]+\\|(?:[^|]*\\|)*[\\s*_]*");
  private static final Pattern LABEL =
      Pattern.compile("(?U)[\\s#>*_|+-]*(\\p{Lu}\\p{L}{2,})(?: \\p{L}{3,})? ");

  /// What a number may come near, or sums up to, without being a result.
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?iU).*\\b(?:near|towards?|exactly|approach\\w*|reach\\w*|(?:sums?|adds?|adding|close|saturat\\w+|equal)"
              + " (?:up )?to|suman?|hacia|exactamente|tiende a|cerca de|exatamente|perto"
              + " de|genau|nahe)\\s+[*`$]*");

  private Structure() {}

  /// What a numeral is likely to be: `plain`, `cite`, or empty where it may be a claim.
  public static Optional<String> suggestion(Scan scan, int index, Optional<BigDecimal> value) {
    Token token = scan.tokens().get(index);
    String text = scan.text();
    String after = text.substring(token.end(), Math.min(text.length(), token.end() + 40));
    String before = text.substring(Math.max(0, token.start() - 40), token.start());
    if (value.isEmpty()) {
      return Optional.of("plain");
    }
    BigDecimal number = value.get();
    boolean integer = number.stripTrailingZeros().scale() <= 0;
    boolean written = !text.substring(token.start(), token.end()).matches(".*[.eE%].*");
    if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0
        || HUGE.matcher(after).lookingAt()) {
      return Optional.of("cite");
    }
    boolean numbered = text.substring(token.start(), token.end()).matches("\\d{1,2}\\.\\d{1,2}");
    if (isPlace(scan, index)) {
      return Optional.of("plain");
    }
    if ((numbered && (follows(scan.tokens(), index) || opensHeading(text, token)))
        || (integer && isData(text, token))) {
      return Optional.of("plain");
    }
    boolean within = Shapes.isWithin(INTERVAL, text, token);
    if (!integer || (number.signum() < 0 && !within && !RANGE.matcher(before).matches())) {
      return Optional.empty();
    }
    int line = text.lastIndexOf('\n', token.start() - 1) + 1;
    boolean leads =
        text.substring(line, token.start()).matches("[^\\p{L}\\p{N}`$=|]*")
            && after.matches("(?s)[.):⃣️]+(?:[*_ ]|\\s).*");
    boolean labelled = // `2a. Forward`
        text.substring(line, token.start()).matches("[^\\p{L}\\p{N}`$=|]*")
            && after.matches("(?s)[a-h][.):].*");
    boolean tagged = before.endsWith("#") && after.matches("(?s)(?!\\w).*");
    boolean marks =
        after.startsWith(")") && text.substring(line, token.start()).matches("(?:.*\\s)?#?\\(");
    if (leads
        || labelled
        || tagged
        || marks
        || follows(scan.tokens(), index)
        || isRow(text, token)) {
      return Optional.of("plain");
    }
    if (within || isNone(scan, index)) {
      return Optional.of("plain");
    }
    boolean limit =
        number.abs().compareTo(BigDecimal.ONE) <= 0
            && LIMIT.matcher(before.replaceFirst("(?s).*\n", "")).matches();
    if (limit) {
      return Optional.of("plain");
    }
    boolean year =
        written
            && number.intValue() >= 1600
            && number.intValue() <= 2100
            && text.substring(token.start(), token.end()).length() == 4;
    boolean range = RANGE.matcher(before).matches() && number.abs().compareTo(BigDecimal.ONE) <= 0;
    if (year || range) {
      return Optional.of("plain");
    }
    Matcher counted = COUNTED.matcher(after);
    boolean counts =
        written
            && number.signum() >= 0
            && (MEASURED.matcher(after).lookingAt()
                || (counted.lookingAt()
                    && !NO_COUNT.contains(counted.group(1).toLowerCase(java.util.Locale.ROOT))))
            && !claims(scan.tokens(), index);
    return counts ? Optional.of("plain") : Optional.empty();
  }

  /// Whether a numeral claims nothing, whatever the program has: a shape, a label, a bound.
  public static boolean isNone(Scan scan, int index) {
    Token token = scan.tokens().get(index);
    return token.is(Kind.NUMBER)
        && (Shapes.isPart(scan, index)
            || isLabel(scan.text(), token)
            || isBound(scan.tokens(), index));
  }

  /// Whether a number is one of millions: `150 million`.
  static boolean isHuge(String text, Token token) {
    return token.is(Kind.NUMBER)
        && HUGE.matcher(text).region(token.end(), text.length()).lookingAt();
  }

  /// Whether a number counts the rows of a table, under a head that names nothing.
  ///
  /// @param named whether a word is a name
  public static boolean isCounter(Scan scan, int index, Predicate<String> named) {
    Token token = scan.tokens().get(index);
    return isRow(scan.text(), token)
        && Row.of(scan.text(), token.start())
            .filter(row -> row.heads().stream().noneMatch(named))
            .isPresent();
  }

  /// Whether a number says where something is written: `Section 3.4`.
  public static boolean isPlace(Scan scan, int index) {
    int end = scan.tokens().get(index).start();
    return PLACE.matcher(scan.text().substring(Math.max(0, end - 20), end)).find();
  }

  /// Whether a word is one for things that follow each other, at the head of a column.
  public static boolean isOrdinal(String head) {
    String word = head.toLowerCase(java.util.Locale.ROOT);
    return ORDINALS.contains(word) || word.equals("iter");
  }

  /// A number alone in the first cell of its row, under `Step` or `Iteration`, or that counts the
  /// rows.
  private static boolean isRow(String text, Token token) {
    int line = text.lastIndexOf('\n', token.start() - 1) + 1;
    return text.substring(line, token.start()).matches("\\s*\\|?[\\s*_]*")
        && text.substring(token.end()).matches("(?s)[\\s*_]*\\|.*")
        && Row.of(text, token.start())
            .filter(
                row ->
                    row.heads().stream().anyMatch(it -> ORDINALS.contains(it) || it.equals("iter"))
                        || counts(text, row))
            .isPresent();
  }

  /// Whether a number is what is known of somebody or something that its row names, under words
  /// that are none of results.
  private static boolean isData(String text, Token token) {
    int line = text.lastIndexOf('\n', token.start() - 1) + 1;
    return NAMED.matcher(text.substring(line, token.start())).matches()
        && text.substring(token.end()).matches("(?s)[\\s*_]*(?:\\||\\n).*")
        && Row.of(text, token.start())
            .filter(
                row ->
                    row.heads().stream().anyMatch(it -> it.length() > 3)
                        && row.heads().stream()
                            .noneMatch(
                                it ->
                                    Lexicon.RESULTS.contains(it)
                                        || Lexicon.GRADIENTS.contains(it)
                                        || Lexicon.CHANGES.contains(it)
                                        || Lexicon.UPDATES.contains(it)))
            .isPresent();
  }

  /// Whether the rows of a table, three or more, begin with 1, 2, 3, or with 0, 1, 2.
  private static boolean counts(String text, Row row) {
    List<String> rows =
        text.substring(row.table(), text.length())
            .lines()
            .skip(2)
            .takeWhile(it -> it.indexOf('|') >= 0)
            .toList();
    return rows.size() > 2
        && IntStream.of(0, 1)
            .anyMatch(
                first ->
                    IntStream.range(0, rows.size()).allMatch(i -> counts(rows.get(i), i + first)));
  }

  private static boolean counts(String row, int number) {
    return row.matches("\\s*\\|?[\\s*_#]*" + number + "[.)]?[\\s*_]*\\|.*");
  }

  /// `Activity 1.2:`, a word and what it is counted by, alone at the start of a line or a sentence.
  private static boolean isLabel(String text, Token token) {
    int line = text.lastIndexOf('\n', token.start() - 1) + 1;
    int stop = text.lastIndexOf(". ", token.start() - 1) + 1;
    Matcher word = LABEL.matcher(text.substring(Math.max(line, stop), token.start()));
    return word.matches()
        && text.substring(token.start(), token.end()).matches("0?\\d|[1-9]\\d?(?:\\.\\d{1,2})?")
        && text.substring(token.end())
            .matches("(?s)[*_]*(?:[:.)—–-]?[*_]*\\s*(?:\\n.*|\\|.*)?|[:.)—–-][*_]* .*)")
        && (ORDINALS.contains(word.group(1).toLowerCase(java.util.Locale.ROOT))
            || !isQuantity(word.group(1)));
  }

  /// Whether a word may stand before what something comes to.
  private static boolean isQuantity(String word) {
    return Lexicon.isIn(Lexicon.RESULTS, word)
        || Lexicon.isIn(Lexicon.GRADIENTS, word)
        || Lexicon.isIn(Lexicon.CHANGES, word)
        || Lexicon.ALIASES.containsKey(word.toLowerCase(java.util.Locale.ROOT));
  }

  /// `< 1e-7`, behind a comparison of nothing: how large something may be.
  private static boolean isBound(List<Token> tokens, int index) {
    Token before = index > 0 ? tokens.get(index - 1) : tokens.get(index);
    Token operand = index > 1 ? tokens.get(index - 2) : before;
    boolean compares = before.is(Kind.RELATION) && before.code().matches("[<>]=?");
    boolean of =
        (operand.is(Kind.NAME) || operand.is(Kind.NUMBER) || operand.is(Kind.CLOSE))
            && operand.end() + 1 >= before.start()
            && (!operand.is(Kind.NAME)
                || operand.zone() != Scan.Zone.PROSE
                || operand.code().matches("(?U).|.*[\\d_].*"))
            && operand.group() == before.group();
    return compares && !of;
  }

  /// `## 2.1 The forward pass`, `**2.1: The forward pass**`
  private static boolean opensHeading(String text, Token token) {
    int line = text.lastIndexOf('\n', token.start() - 1) + 1;
    String before = text.substring(line, token.start());
    return before.matches("[^\\p{L}\\p{N}`$=|]*")
        && text.substring(token.end()).matches("(?s)[.):]?[*_]* [\\p{Lu}\\p{Lo}].*")
        && (!before.contains("*")
            || (before.endsWith("**") && text.substring(token.end()).matches("(?s)[.):].*")));
  }

  /// Whether the word before makes it an ordinal; a number that opens a heading is one too.
  private static boolean follows(List<Token> tokens, int index) {
    for (int i = index - 1; i >= 0 && i >= index - 2; i--) {
      Token before = tokens.get(i);
      if (before.is(Kind.NAME)) {
        String word = before.code().toLowerCase(java.util.Locale.ROOT);
        return ORDINALS.contains(word)
            || (word.endsWith("s") && ORDINALS.contains(word.substring(0, word.length() - 1)));
      }
      if (!before.is(Kind.OTHER) && !before.is(Kind.OPERATOR)) {
        return false;
      }
    }
    return false;
  }

  /// Whether a relation or a verb of claiming stands just before.
  private static boolean claims(List<Token> tokens, int index) {
    return index > 0
        && tokens.get(index - 1).is(Kind.RELATION)
        && !tokens.get(index - 1).code().equals("→"); // `input layer → 2 features`
  }
}
