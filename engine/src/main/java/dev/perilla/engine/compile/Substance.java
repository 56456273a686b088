package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

/// What a text says besides words, which is the same in every language: its numbers, its code, its
/// formulas, and what it fills in, binds and cites.
final class Substance {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern COMMENT = Pattern.compile("#.*");

  private final Text text;
  private final Notation notation;
  private final Set<String> known;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private Substance(Text text, Notation notation, Set<String> known) {
    this.text = text;
    this.notation = notation;
    this.known = known;
  }

  /// What an item is.
  enum Kind {
    NUMBER,
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
  record Item(
      Kind kind,
      String key,
      String topic,
      Span span,
      String shown,
      Optional<Digits> numeral,
      boolean isReadable) {
    /// Whether it is the same thing. Digits that are no number, as of a version, have no notation.
    boolean is(Item other) {
      return kind == other.kind
          && (key.equals(other.key) || (!isReadable && shown.equals(other.shown)));
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
        case org.commonmark.node.Text words ->
            numbers(Places.place(text, words, words.getLiteral()));
        case HtmlInline html -> numbers(Places.place(text, html, html.getLiteral()));
        case HtmlBlock html ->
            numbers(
                Places.lines(text, html, html.getLiteral() == null ? "" : html.getLiteral(), 0));
        case Code code -> code(Places.align(text, Places.inner(text, code), code.getLiteral()));
        case FencedCodeBlock fence -> fence(fence);
        case IndentedCodeBlock code -> statements(Places.lines(text, code, code.getLiteral(), 0));
        case Markdown.Interpolation filled ->
            add(
                Kind.FILLED,
                bare(filled.source()),
                Places.span(text, filled),
                "{{" + filled.source() + "}}");
        case Markdown.Formula formula -> formula(formula);
        case Markdown.Marked marked when marked.language().isPresent() -> walk(marked);
        case Markdown.Marked marked -> marked(marked);
        default -> walk(node);
      }
    }
  }

  private void add(Kind kind, String key, Span span, String shown) {
    items.add(new Item(kind, key, key, span, shown, Optional.empty(), true));
  }

  private void numbers(Text words) {
    for (Digits number : scan(words)) {
      Item item =
          new Item(
              Kind.NUMBER,
              key(number.numeral()),
              "",
              number.span(),
              number.numeral().text(),
              Optional.of(number),
              number.numeral().value().isPresent());
      items.add(item);
    }
  }

  private List<Digits> scan(Text words) {
    return Numeral.scan(words.value(), notation).stream()
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
      if (Numeral.anyDigit(stated) || NAME.matcher(stated).results().anyMatch(this::isKnown)) {
        int from = line.value().indexOf(stated);
        add(Kind.LINE, bare(stated), line.span(from, from + stated.length()), stated);
      }
      numbers(line.sub(words, line.value().length()));
      start = end + 1;
    }
  }

  private boolean isKnown(MatchResult name) {
    return known.contains(name.group());
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
            numbers.stream().allMatch(it -> it.numeral().value().isPresent())));
  }

  /// Words that are no claim. Their code and their formulas have a notation of their own.
  private void plain(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words ->
            numbers(Places.place(text, words, words.getLiteral()));
        case Code code ->
            new Substance(text, Notation.POINT, known)
                .numbersInto(
                    items, Places.align(text, Places.inner(text, code), code.getLiteral()));
        case Markdown.Formula formula -> formula(formula);
        default -> plain(node);
      }
    }
  }

  private void numbersInto(List<Item> all, Text words) {
    numbers(words);
    all.addAll(items);
  }

  private void formula(Markdown.Formula formula) {
    String tex = formula.tex();
    add(Kind.FORMULA, bareFormula(tex), Places.span(text, formula), "$" + tex + "$");
  }

  /// A formula without its blanks and its words, with points.
  private String bareFormula(String tex) {
    String wordless = tex.replaceAll("\\\\(text|mathrm|textit|textbf)\\{[^{}]*}", "\\\\text{}");
    String pointed =
        notation == Notation.COMMA
            ? wordless.replaceAll("(?<=\\d)(?:\\{,}|,)(?=\\d)", ".")
            : wordless;
    return pointed.replaceAll("\\s+", "");
  }

  private static String bare(String code) {
    return code.strip().replaceAll("\\s+", " ");
  }
}
