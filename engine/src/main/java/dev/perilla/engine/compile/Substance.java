package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.jspecify.annotations.Nullable;

/// What a text says besides words, which is the same in every language: its numbers, its code, its
/// formulas, and what it fills in, binds and cites.
final class Substance {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern COMMENT = Pattern.compile("#.*");

  private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern NOT_RAISED = Pattern.compile("[^" + RAISED + "]");
  private static final Pattern WITH_DIGITS =
      Pattern.compile(
          "[\\p{L}\\p{N}_⁻]*(?:[\\p{L}_)\\]][-\u2010\u2011]?\\p{N}|[\\p{L}_)\\]]⁻\\p{N})[\\p{L}\\p{N}_⁻]*");
  private static final Pattern RELATION =
      Pattern.compile("[<>!=]=(?![=>])|(?<![-=<>])[<>=](?![-=<>])|[≤≥≠≈≪≫∈∝]");
  private static final Map<String, String> SIGNS =
      Map.of("<=", "≤", ">=", "≥", "!=", "≠", "==", "=");

  /// Digits that are one number in each notation, not the same.
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

  private static final Pattern BLANK_IN_DIGITS =
      Pattern.compile("(?<=(?<![\\d.,])\\d{1,3}(?: \\d{3}){0,4}) (?=\\d{3}(?!\\d))");

  /// What may stand between a name and its number: `es`, `is now`, `:`.
  private static final Pattern FEW_WORDS = Pattern.compile("[\\s:=≈(]*(?:\\p{L}+[\\s:(]+){0,3}");

  private static final Pattern NAME_BEFORE = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*$");
  private static final Pattern NAME_AFTER = Pattern.compile("^\\s*([\\p{L}_][\\p{L}\\p{N}_]*)");

  private final Text text;
  private final Notation notation;
  private final Set<String> known;
  private final boolean isSized;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private Substance(Text text, Notation notation, Set<String> known) {
    this.text = text;
    this.notation = notation;
    this.known = known;
    this.isSized = Beside.isSized(text.value());
  }

  /// What an item is.
  enum Kind {
    NUMBER,
    NAME,
    RELATION,
    CODE,
    LINE,
    FORMULA,
    FILLED,
    BOUND,
    CITED
  }

  /// One thing that has to be there in every language.
  ///
  /// @param key the same for the same thing, whatever the language
  /// @param topic what it is about: two that differ in their numbers alone have the same
  /// @param shown as findings call it
  /// @param numeral the only number in it
  /// @param isReadable whether its digits read as numbers in its notation; `3.11` does not where
  ///   the comma is the decimal mark
  /// @param beside what the words beside its number make of it
  record Item(
      Kind kind,
      String key,
      String topic,
      Span span,
      String shown,
      Optional<Digits> numeral,
      boolean isReadable,
      Beside beside) {
    /// Whether it is the same thing. Digits that are no number, as of a version, have no notation,
    /// but `2.000` is one in each.
    boolean is(Item other) {
      return kind == other.kind
          && !beside.contradicts(other.beside)
          && (key.equals(other.key) || (!isReadable && shown.equals(other.shown) && !isGrouped()));
    }

    private boolean isGrouped() {
      return GROUPED.matcher(numeral.map(it -> it.numeral().text()).orElse("")).matches();
    }
  }

  /// A number as it is written, with its place.
  record Digits(Numeral numeral, Notation notation, Span span) {
    /// Its digits in another notation.
    String in(Notation other) {
      String digits = numeral.text();
      return notation == other || numeral.value().isEmpty()
          ? digits
          : digits.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }
  }

  /// In the order of the text. A name, or code without a number, is there once.
  ///
  /// @param known the names of the program: a line of a fence with none of them and no number is
  ///   words
  static List<Item> of(Text text, Notation notation, Set<String> known) {
    Substance substance = new Substance(text, notation, known);
    if (text.value().length() <= Prose.MAX_LENGTH) { // a longer one has its finding
      substance.walk(Markdown.parse(text.value()));
    }
    return substance.items;
  }

  private void walk(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words -> words(words, true);
        case HtmlInline html -> numbers(Places.place(text, html, html.getLiteral()));
        case HtmlBlock html ->
            numbers(
                Places.lines(text, html, html.getLiteral() == null ? "" : html.getLiteral(), 0));
        case Code code -> code(Places.align(text, Places.inner(text, code), code.getLiteral()));
        case FencedCodeBlock fence -> fence(fence);
        case IndentedCodeBlock code -> statements(Places.lines(text, code, code.getLiteral(), 0));
        case Markdown.Interpolation filled -> filled(filled);
        case Markdown.Formula formula -> formula(formula);
        case Markdown.Marked marked when marked.language().isPresent() -> walk(marked);
        case Markdown.Marked marked -> marked(marked);
        default -> walk(node);
      }
    }
  }

  private void add(Kind kind, String key, Span span, String shown) {
    items.add(new Item(kind, key, key, span, shown, Optional.empty(), true, Beside.NOTHING));
  }

  /// Words: their numbers, their names with digits (`GPT-4`, `c³`), and their relations.
  ///
  /// @param isStated whether the numbers are claims; those that are none, as of a version, may
  ///   stand as the original has them
  private void words(org.commonmark.node.Text node, boolean isStated) {
    Text words = Places.place(text, node, node.getLiteral());
    numbers(words, isStated, node);
    named(words);
    relations(words, beside(node.getPrevious()), beside(node.getNext()));
  }

  private void filled(Markdown.Interpolation node) {
    String key = bare(node.source());
    items.add(
        new Item(
            Kind.FILLED,
            key,
            key,
            Places.span(text, node),
            "{{" + node.source() + "}}",
            Optional.empty(),
            true,
            Beside.of(wordsBefore(node), wordsBehind(node), isSized, namesOf(node, ""))));
  }

  /// What stands beside a numeral of `words`, which are those of a node.
  private Beside beside(Numeral numeral, String words, Node node) {
    return Beside.of(
        wordsBefore(node) + words.substring(0, numeral.start()),
        words.substring(numeral.end()) + wordsBehind(node),
        isSized,
        namesOf(node, node instanceof Markdown.Marked ? "" : words.substring(0, numeral.start())));
  }

  /// The code or formula right before a number, and those at the head of its row and column.
  ///
  /// @param words what stands between the beginning of the node and the number
  private List<Beside.Name> namesOf(Node node, String words) {
    List<Beside.Name> names = new ArrayList<>();
    String between = words;
    Node before = node.getPrevious();
    while (before instanceof org.commonmark.node.Text text) {
      between = text.getLiteral() + between;
      before = before.getPrevious();
    }
    if (FEW_WORDS.matcher(between).matches()) {
      name(before, Beside.Name.Place.BEFORE).ifPresent(names::add);
    }
    Node cell = node;
    while (cell != null && !(cell instanceof TableCell)) {
      cell = cell.getParent();
    }
    if (cell != null && cell.getPrevious() != null) {
      name(only(cell.getParent().getFirstChild()), Beside.Name.Place.ROW).ifPresent(names::add);
    }
    if (cell != null && cell.getParent().getParent() instanceof TableBody body) {
      int column = 0;
      for (Node left = cell.getPrevious(); left != null; left = left.getPrevious()) {
        column++;
      }
      Node head = body.getParent().getFirstChild().getFirstChild().getFirstChild();
      for (int i = 0; i < column && head != null; i++) {
        head = head.getNext();
      }
      name(head == null ? null : only(head), Beside.Name.Place.COLUMN).ifPresent(names::add);
    }
    return names;
  }

  private Optional<Beside.Name> name(@Nullable Node node, Beside.Name.Place place) {
    return switch (node) {
      case Code code -> Optional.of(new Beside.Name(place, "`" + bare(code.getLiteral()) + "`"));
      case Markdown.Formula formula ->
          Optional.of(new Beside.Name(place, "$" + bare(formula.tex()) + "$"));
      case org.commonmark.node.Text words
          when place != Beside.Name.Place.BEFORE && isKnown(words.getLiteral()) ->
          Optional.of(new Beside.Name(place, words.getLiteral()));
      case null, default -> Optional.empty();
    };
  }

  /// What a cell consists of, where that is one thing.
  private static @Nullable Node only(Node cell) {
    Node first = cell.getFirstChild();
    return first != null && first.getNext() == null ? first : null;
  }

  /// The words before a node, with a sign for what is none.
  private static String wordsBefore(Node node) {
    Node before = node.getPrevious();
    return before == null
        ? isWithin(node) ? wordsBefore(node.getParent()) : ""
        : plainWords(before);
  }

  private static String wordsBehind(Node node) {
    Node behind = node.getNext();
    return behind == null
        ? isWithin(node) ? wordsBehind(node.getParent()) : ""
        : plainWords(behind)
            + (behind instanceof SoftLineBreak && behind.getNext() != null
                ? plainWords(behind.getNext())
                : "");
  }

  private static boolean isWithin(Node node) {
    return node.getParent() instanceof Delimited || node.getParent() instanceof Markdown.Marked;
  }

  private static String plainWords(Node node) {
    return switch (node) {
      case org.commonmark.node.Text words -> words.getLiteral();
      case SoftLineBreak _ -> " ";
      default -> "\uFFFC";
    };
  }

  /// What a relation right beside a node is of.
  private static String beside(@Nullable Node node) {
    return switch (node) {
      case Markdown.Interpolation filled -> bare(filled.source());
      case Markdown.Marked marked -> bare(marked.mark());
      case Code code -> bare(code.getLiteral());
      case null, default -> "";
    };
  }

  /// Names with digits. Of a power the name may be another one, `pie²` and `ft²`.
  private void named(Text words) {
    List<Numeral> numerals = Numeral.scan(words.value(), notation);
    for (MatchResult name : WITH_DIGITS.matcher(words.value()).results().toList()) {
      boolean isNumeral =
          numerals.stream().anyMatch(it -> it.start() < name.end() && name.start() < it.end());
      if (!isNumeral) {
        String raised = NOT_RAISED.matcher(name.group()).replaceAll("");
        boolean isPower = raised.length() > 0 && name.group().endsWith(raised);
        add(
            Kind.NAME,
            isPower ? raised : name.group().toLowerCase(Locale.ROOT),
            words.span(name.start(), name.end()),
            name.group());
      }
    }
  }

  /// The signs of relations, each with the name of the program or the mark that stands right beside
  /// it.
  private void relations(Text words, String before, String after) {
    String all = words.value();
    List<Numeral> numerals = Numeral.scan(all, notation);
    for (MatchResult sign : RELATION.matcher(all).results().toList()) {
      String left = all.substring(0, sign.start()).stripTrailing();
      String right = all.substring(sign.end());
      Matcher named = NAME_BEFORE.matcher(left);
      Matcher name = NAME_AFTER.matcher(right);
      String one = left.isEmpty() ? before : named.find() ? known(named.group(1)) : "";
      String other = right.isBlank() ? after : name.find() ? known(name.group(1)) : "";
      String shown = SIGNS.getOrDefault(sign.group(), sign.group());
      int start = all.length() - right.stripLeading().length();
      Optional<String> less = value(numerals, it -> it.end() == left.length());
      Optional<String> more = value(numerals, it -> it.start() == start);
      boolean isOfNumbers = !shown.equals("=") && less.isPresent() && more.isPresent();
      String said =
          isOfNumbers
              ? less.get() + " " + shown + " " + more.get()
              : one + " " + shown + " " + other;
      items.add(
          new Item(
              Kind.RELATION,
              said,
              "",
              words.span(sign.start(), sign.end()),
              said.strip(),
              Optional.empty(),
              true,
              Beside.NOTHING));
    }
  }

  private static Optional<String> value(List<Numeral> numerals, Predicate<Numeral> place) {
    return numerals.stream()
        .filter(place)
        .findFirst()
        .flatMap(Numeral::value)
        .map(it -> it.stripTrailingZeros().toPlainString());
  }

  private String known(String name) {
    return isKnown(name) ? name : "";
  }

  private void numbers(Text words) {
    for (Digits number : scan(words)) {
      number(number, true, Beside.NOTHING);
    }
  }

  private void numbers(Text words, boolean isStated, Node node) {
    for (Digits number : isStated ? scan(words) : scan(words, grouped(words.value()))) {
      number(number, isStated, beside(number.numeral(), words.value(), node));
    }
  }

  private void number(Digits number, boolean isStated, Beside beside) {
    Numeral numeral = number.numeral();
    items.add(
        new Item(
            Kind.NUMBER,
            key(numeral),
            "",
            number.span(),
            numeral.text(),
            Optional.of(number),
            isStated && numeral.value().isPresent(),
            beside));
  }

  /// The blanks that group digits, `15 000`, as those that no line ends at.
  private static String grouped(String words) {
    return BLANK_IN_DIGITS.matcher(words).replaceAll("\u202F");
  }

  private List<Digits> scan(Text words) {
    return scan(words, words.value());
  }

  private List<Digits> scan(Text words, String value) {
    return Numeral.scan(value, notation).stream()
        .map(it -> new Digits(it, notation, words.span(it.start(), it.end())))
        .toList();
  }

  /// The same for the same digits, however they are grouped and marked.
  private static String key(Numeral numeral) {
    return numeral
            .value()
            .map(
                value ->
                    value.stripTrailingZeros().toPlainString()
                        + " "
                        + numeral.unit().stripTrailingZeros().toPlainString())
            .orElse(numeral.text())
        + (numeral.text().endsWith("%") ? "%" : "");
  }

  private void code(Text content) {
    String key = bare(content.value());
    if (Numeral.anyDigit(key) || names.add(key)) {
      add(Kind.CODE, key, content.span(), "`" + content.value() + "`");
    }
  }

  private void fence(FencedCodeBlock fence) {
    Text content = Places.lines(text, fence, fence.getLiteral(), 1);
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    if (info.isEmpty()) {
      statements(content);
    } else if (info.equals("plain") || info.endsWith(" plain")) {
      numbers(content);
    } else {
      add(Kind.LINE, bare(content.value()), content.span(0, 1), "a listing");
    }
  }

  /// Lines of which each states something, with words after `#` or `←` if there are.
  private void statements(Text content) {
    int start = 0;
    while (start < content.value().length()) {
      int newline = content.value().indexOf('\n', start);
      int end = newline < 0 ? content.value().length() : newline;
      Text line = content.sub(start, end);
      int words = words(line.value());
      String stated = line.value().substring(0, words).strip();
      if (Numeral.anyDigit(stated)
          || NAME.matcher(stated).results().anyMatch(it -> isKnown(it.group()))) {
        int from = line.value().indexOf(stated);
        add(Kind.LINE, bare(stated), line.span(from, from + stated.length()), stated);
      }
      numbers(line.sub(words, line.value().length()));
      start = end + 1;
    }
  }

  private boolean isKnown(String name) {
    return known.contains(name);
  }

  /// The names in the code of blocks.
  static Set<String> names(List<Block> blocks) {
    Set<String> names = new HashSet<>();
    for (Block block : blocks) {
      Optional<Text> code =
          switch (block) {
            case Block.Code it -> Optional.of(it.code());
            case Block.Example it -> Optional.of(it.code());
            case Block.Exercise it -> it.code();
            case Block.Prose _, Block.Note _, Block.Dialogue _ -> Optional.empty();
          };
      code.map(it -> COMMENT.matcher(it.value()).replaceAll("")).stream()
          .flatMap(it -> NAME.matcher(it).results())
          .forEach(name -> names.add(name.group()));
    }
    return names;
  }

  private static int words(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '#' || line.charAt(i) == '←') {
        return i;
      }
    }
    return line.length();
  }

  private void marked(Markdown.Marked marked) {
    Text words = Places.flat(text, marked);
    String mark = bare(marked.mark());
    if (mark.equals("plain")) {
      plain(marked);
      return;
    }
    List<Digits> numbers = scan(words);
    String digits = numbers.stream().map(it -> key(it.numeral())).collect(Collectors.joining(", "));
    if (mark.startsWith("cite=")) {
      relations(words, "", "");
    }
    items.add(
        new Item(
            mark.startsWith("=") ? Kind.BOUND : Kind.CITED,
            mark + "|" + digits,
            mark,
            Places.span(text, marked),
            numbers.isEmpty()
                ? "{" + marked.mark() + "}"
                : "["
                    + numbers.stream()
                        .map(it -> it.numeral().text())
                        .collect(Collectors.joining(" "))
                    + "]{"
                    + marked.mark()
                    + "}",
            numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty(),
            numbers.stream().allMatch(it -> it.numeral().value().isPresent()),
            numbers.size() == 1
                ? beside(numbers.getFirst().numeral(), words.value(), marked)
                : Beside.NOTHING));
  }

  /// Words that are no claim. Their code and their formulas have a notation of their own.
  private void plain(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words -> words(words, false);
        case Code code ->
            new Substance(text, Notation.POINT, known)
                .codeInto(items, Places.align(text, Places.inner(text, code), code.getLiteral()));
        case Markdown.Formula formula -> formula(formula);
        default -> plain(node);
      }
    }
  }

  private void codeInto(List<Item> all, Text code) {
    numbers(code);
    relations(code, "", "");
    all.addAll(items);
  }

  private void formula(Markdown.Formula formula) {
    String tex = formula.tex();
    add(Kind.FORMULA, bareFormula(tex), Places.span(text, formula), "$" + tex + "$");
  }

  /// A formula without its blanks, its words and the marks that group digits, with points.
  private String bareFormula(String tex) {
    String wordless = tex.replaceAll("\\\\(text|mathrm|textit|textbf)\\{[^{}]*}", "\\\\text{}");
    String marks = notation == Notation.COMMA ? "\\{\\.}" : "\\{,}|,";
    String ungrouped = wordless.replaceAll("(?<=\\d)(?:" + marks + "|\\\\,)(?=\\d{3}(?!\\d))", "");
    String pointed =
        notation == Notation.COMMA
            ? ungrouped.replaceAll("(?<=\\d)(?:\\{,}|,)(?=\\d)", ".")
            : ungrouped;
    return pointed.replaceAll("\\s+", "");
  }

  private static String bare(String code) {
    return code.strip().replaceAll("\\s+", " ");
  }
}
