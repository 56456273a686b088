package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Accounting.Piece;
import dev.perilla.engine.verify.Direction;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The inlines of a paragraph, heading or cell: words, code, links and marks, with each number in
/// its place.
final class Inlines {
  private static final Pattern COMMA = Pattern.compile("(?<=\\d),(?=\\d)");
  private static final Pattern FILLED = Pattern.compile("\\{\\{[^{}]*\\}\\}");

  private final Accounting accounting;
  private final Account account;

  Inlines(Accounting accounting, Account account) {
    this.accounting = accounting;
    this.account = account;
  }

  /// All inlines of one paragraph, heading or cell. Its words are accounted for together, as a
  /// reader sees them: a number does not end where emphasis does.
  List<Inline> of(Text text, Node container) {
    List<Node> leaves = new ArrayList<>();
    collect(container, leaves);
    IdentityHashMap<Node, Text> places = new IdentityHashMap<>();
    for (Node leaf : leaves) {
      if (leaf instanceof org.commonmark.node.Text words) {
        places.put(leaf, Places.place(text, words, words.getLiteral()));
      }
    }
    Leftovers leftovers = new Leftovers(text, leaves, places, accounting::knows);
    leftovers.findings().forEach(account::report);
    List<Accounting.Run> runs = new ArrayList<>();
    for (Node leaf : leaves) {
      switch (leaf) {
        case org.commonmark.node.Text words ->
            runs.add(
                new Accounting.Run(
                    leftovers.without(leaf, places.getOrDefault(leaf, Text.at("", text.span())))));
        case HtmlInline html -> {
          Text place = Places.place(text, html, html.getLiteral());
          places.put(leaf, place);
          runs.add(new Accounting.Run(place));
        }
        case SoftLineBreak soft -> runs.add(Accounting.Run.gap(" "));
        case HardLineBreak hard -> runs.add(Accounting.Run.gap("\n"));
        case FootnoteReference note -> runs.add(Accounting.Run.gap("\n"));
        case Markdown.Interpolation filled when leaves.size() == 1 ->
            runs.add(Accounting.Run.gap("\uFFFC")); // no words around it see what it shows
        case Markdown.Interpolation filled ->
            runs.add(
                accounting.shown(
                    Places.within(text, filled, filled.source(), 2, 2), Places.span(text, filled)));
        case Markdown.Marked marked ->
            runs.add(
                accounting.written(
                    Places.flat(text, marked), marked.mark(), Places.span(text, marked)));
        case Code code ->
            runs.add(new Accounting.Run(quoted(text, code), Accounting.Run.Kind.CODE));
        case Markdown.Formula formula ->
            runs.add(new Accounting.Run(tex(text, formula), Accounting.Run.Kind.FORMULA));
        default -> runs.add(Accounting.Run.gap("\uFFFC"));
      }
    }
    int before = account.findings().size();
    List<Piece> pieces = accounting.plain(runs);
    IdentityHashMap<Node, List<Piece>> byLeaf = new IdentityHashMap<>();
    for (Piece piece : pieces) {
      byLeaf.computeIfAbsent(leaves.get(piece.run()), leaf -> new ArrayList<>()).add(piece);
    }
    List<Inline> inlines = children(text, container, places, byLeaf);
    if (account.findings().size() == before && !leftovers.areErrors()) {
      SecondReading.of(
          accounting, account, inlines, Places.span(text, container), accounting.notation(text));
    }
    return inlines;
  }

  /// What a cell is that has words, code or a formula alone; a gap for others.
  Accounting.Run only(Text text, Node cell) {
    return switch (cell.getFirstChild()) {
      case null -> Accounting.Run.gap("");
      case Node first when first.getNext() != null -> Accounting.Run.gap("\uFFFC");
      case org.commonmark.node.Text words ->
          new Accounting.Run(Places.place(text, words, words.getLiteral()));
      case Code code -> new Accounting.Run(quoted(text, code), Accounting.Run.Kind.CODE);
      case Markdown.Formula formula ->
          new Accounting.Run(tex(text, formula), Accounting.Run.Kind.FORMULA);
      default -> Accounting.Run.gap("\uFFFC");
    };
  }

  /// The leaves of an inline container in reading order. What is under a mark is accounted for by
  /// the mark, and is one leaf here.
  private static void collect(Node parent, List<Node> leaves) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      boolean inner =
          node instanceof Emphasis
              || node instanceof StrongEmphasis
              || node instanceof Strikethrough
              || (node instanceof Markdown.Marked mark && mark.language().isPresent())
              || (node instanceof Link && !isAutolink(node));
      if (inner) {
        collect(node, leaves);
      } else {
        leaves.add(node);
      }
    }
  }

  private List<Inline> children(
      Text text,
      Node parent,
      IdentityHashMap<Node, Text> places,
      IdentityHashMap<Node, List<Piece>> pieces) {
    List<Inline> inlines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words -> inlines.addAll(leaf(words, places, pieces));
        case HtmlInline html -> inlines.addAll(leaf(html, places, pieces));
        case SoftLineBreak soft -> inlines.add(new Inline.LineBreak(false));
        case HardLineBreak hard -> inlines.add(new Inline.LineBreak(true));
        case Emphasis emphasis ->
            inlines.add(new Inline.Emphasis(children(text, emphasis, places, pieces)));
        case StrongEmphasis strong ->
            inlines.add(new Inline.Strong(children(text, strong, places, pieces)));
        case Strikethrough strike ->
            inlines.add(new Inline.Strikethrough(children(text, strike, places, pieces)));
        case Link link -> inlines.add(link(text, link, places, pieces));
        case Image image -> inlines.add(image(text, image));
        case Code code -> inlines.add(codeSpan(text, code));
        case FootnoteReference note -> inlines.add(new Inline.FootnoteReference(note.getLabel()));
        case Markdown.Formula formula -> inlines.add(math(text, formula));
        case Markdown.Interpolation filled -> {
          Text source = Places.within(text, filled, filled.source(), 2, 2);
          inlines.addAll(toInlines(accounting.filled(source, false)));
        }
        case Markdown.Marked marked when marked.language().isPresent() ->
            inlines.add(
                new Inline.InLanguage(
                    language(text, marked), children(text, marked, places, pieces)));
        case Markdown.Marked marked -> inlines.addAll(marked(text, marked));
        default -> {} // a task's box: it belongs to its item
      }
    }
    return inlines;
  }

  private List<Inline> leaf(
      Node node, IdentityHashMap<Node, Text> places, IdentityHashMap<Node, List<Piece>> pieces) {
    Text place = places.get(node);
    if (place == null) {
      return List.of();
    }
    return strings(place, 0, place.value().length(), pieces.getOrDefault(node, List.of()));
  }

  private static boolean isAutolink(Node node) {
    return node instanceof Link link
        && link.getFirstChild() instanceof org.commonmark.node.Text words
        && words.getNext() == null
        && (words.getLiteral().equals(link.getDestination())
            || link.getDestination().equals("mailto:" + words.getLiteral()));
  }

  private Inline link(
      Text text,
      Link link,
      IdentityHashMap<Node, Text> places,
      IdentityHashMap<Node, List<Piece>> pieces) {
    String address = Addresses.page(link.getDestination());
    if (Addresses.isTerm(address)) {
      address = term(text, link, address);
    } else {
      checkAddress(text, link, address, false);
    }
    String title = title(text, link, link.getTitle());
    List<Inline> inner =
        isAutolink(link)
            ? List.of(
                new Inline.Str(((org.commonmark.node.Text) link.getFirstChild()).getLiteral()))
            : children(text, link, places, pieces);
    return new Inline.Link(address, title, inner);
  }

  /// Where a word of the glossary is explained.
  private String term(Text text, Link link, String address) {
    Map<String, String> terms = accounting.terms();
    String term = Addresses.term(address);
    String place = terms.get(term);
    if (place != null) {
      return Addresses.page(place);
    }
    account.report(
        Finding.error(
                VerifyCode.UNKNOWN_TERM,
                Places.span(text, link),
                "the glossary has no word `" + term + "`")
            .help(
                Suggestion.nearest(term, terms.keySet())
                    .map(near -> "did you mean `term:" + near.replace(' ', '-') + "`?")
                    .orElse("add it to `terms:` in book.yaml, with the chapter that explains it")));
    return address;
  }

  private Inline image(Text text, Image image) {
    checkAddress(text, image, image.getDestination(), true);
    List<Inline> alt = of(text, image);
    if (alt.isEmpty()) {
      account.report(
          Finding.error(
                  VerifyCode.NO_ALT, Places.span(text, image), "the image has no words beside it")
              .help(
                  "say what it shows, for who does not see it: ![a graph of c = a * b]("
                      + image.getDestination()
                      + ")"));
    }
    return new Inline.Image(image.getDestination(), title(text, image, image.getTitle()), alt);
  }

  private String title(Text text, Node node, @org.jspecify.annotations.Nullable String title) {
    if (title == null) {
      return "";
    }
    Text place = Places.place(text, node, title);
    accounting.unmarked(place);
    unfilled(title, place.span(), "a title");
    Direction.finding(title, place.span()).ifPresent(account::report);
    return title;
  }

  private void checkAddress(Text text, Node node, String address, boolean image) {
    Optional<String> wrong = Addresses.refusal(address, image);
    if (wrong.isPresent()) {
      account.report(
          Finding.error(VerifyCode.UNSAFE_LINK, Places.span(text, node), wrong.get())
              .help(
                  image
                      ? "name a file of the book by its relative path"
                      : "links may be http, https, mailto, or relative"));
    }
  }

  private Inline codeSpan(Text text, Code code) {
    Text content = quoted(text, code);
    int before = account.findings().size();
    Accounting.CodeSpan read = accounting.codeSpan(content);
    List<Inline> inlines = strings(content, 0, content.value().length(), read.pieces());
    if (account.findings().size() == before) {
      SecondReading.of(accounting, account, inlines, content.span(), Notation.POINT);
    }
    return new Inline.CodeSpan(read.claim(), inlines);
  }

  private static Text quoted(Text text, Code code) {
    return Places.align(text, Places.inner(text, code), code.getLiteral());
  }

  private Inline math(Text text, Markdown.Formula formula) {
    boolean isFilled = FILLED.matcher(formula.tex()).find(); // which is an error of its own
    return formula(
        text, formula, isFilled ? Optional.empty() : accounting.math(tex(text, formula)));
  }

  private static Text tex(Text text, Markdown.Formula formula) {
    int dollars = formula.display() ? 2 : 1;
    return Places.within(text, formula, formula.tex(), dollars, dollars);
  }

  private Inline formula(Text text, Markdown.Formula formula, Optional<String> claim) {
    unfilled(formula.tex(), Places.span(text, formula), "a formula");
    boolean isComma = accounting.notation(text) == Notation.COMMA;
    String tex = // TeX takes a comma for what parts two numbers
        isComma ? COMMA.matcher(formula.tex()).replaceAll("{,}") : formula.tex();
    return new Inline.Formula(claim, tex, formula.display());
  }

  /// Reports `{{…}}` where it is not read, so that no reader sees it.
  private void unfilled(String content, Span place, String where) {
    if (FILLED.matcher(content).find()) {
      account.report(
          Finding.error(VerifyCode.BAD_TEXT, place, "{{…}} is not filled in within " + where)
              .help("write the number, which is checked; or a code span, as in `x = {{x}}`"));
    }
  }

  private String language(Text text, Markdown.Marked marked) {
    String tag = marked.language().orElseThrow();
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException none) {
      account.report(
          Finding.error(
                  VerifyCode.BAD_MARK,
                  Places.markText(text, marked).span(),
                  "`" + tag + "` is no language")
              .help("write the tag of a language, such as {lang=en} or {lang=pt-BR}"));
      return "und";
    }
  }

  private List<Inline> marked(Text text, Markdown.Marked marked) {
    String mark = marked.mark();
    Text place = Places.markText(text, marked);
    Text words = Places.flat(text, marked);
    if (mark.startsWith("=")) {
      Text expression = place.sub(1, mark.length());
      Node only = marked.getFirstChild();
      boolean alone = only != null && only.getNext() == null;
      Accounting.Bound bound =
          alone && only instanceof Code
              ? accounting.boundCode(words, expression)
              : alone && only instanceof Markdown.Formula
                  ? accounting.boundFormula(words, expression)
                  : accounting.bound(words, expression);
      List<Inline> inner = dressed(text, marked, words, bound.pieces());
      return bound.claim().isPresent()
          ? List.of(new Inline.Bound(bound.claim().get(), inner))
          : inner;
    }
    if (mark.startsWith("cite=")) {
      return dressed(text, marked, words, accounting.cited(words, place.sub(5, mark.length())));
    }
    if (mark.equals("plain")) {
      return dressed(text, marked, words, accounting.marked(words, "marked plain"));
    }
    if (mark.startsWith("(")) {
      String inner = mark.substring(1, mark.length() - 1);
      account.report(Leftovers.round(Places.span(text, marked), "[" + words.value() + "]", inner));
      return List.of();
    }
    account.report(
        Finding.error(VerifyCode.BAD_MARK, place.span(), "{" + mark + "} is no mark of a chapter")
            .help("write {= expression}, {cite=key}, {plain} or {lang=en}"));
    return List.of();
  }

  /// The words under a mark as they were dressed, with their numerals; without what dressed them
  /// where a numeral is split by it.
  private List<Inline> dressed(Text text, Node marked, Text words, List<Piece> pieces) {
    return new Dressed(text, words, pieces)
        .children(marked)
        .orElseGet(() -> toInlines(strings(words, pieces)));
  }

  /// Goes through what stands under a mark as [Places#flat(Text, Node)] does.
  private final class Dressed {
    private final Text text;
    private final Text words;
    private final List<Piece> pieces;
    private int at = 0;

    Dressed(Text text, Text words, List<Piece> pieces) {
      this.text = text;
      this.words = words;
      this.pieces = pieces;
    }

    Optional<List<Inline>> children(Node parent) {
      List<Inline> all = new ArrayList<>();
      for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
        Optional<List<Inline>> one =
            switch (node) {
              case org.commonmark.node.Text plain -> leaf(plain.getLiteral().length());
              case HtmlInline html -> leaf(html.getLiteral().length());
              case SoftLineBreak soft -> leaf(1);
              case Code code ->
                  leaf(code.getLiteral().length())
                      .map(it -> List.of(new Inline.CodeSpan(Optional.empty(), it)));
              case Markdown.Formula formula -> {
                at += formula.tex().length();
                yield Optional.of(List.of(formula(text, formula, Optional.empty())));
              }
              case StrongEmphasis strong ->
                  children(strong).map(it -> List.of(new Inline.Strong(it)));
              case Emphasis emphasis ->
                  children(emphasis).map(it -> List.of(new Inline.Emphasis(it)));
              case Strikethrough strike ->
                  children(strike).map(it -> List.of(new Inline.Strikethrough(it)));
              default -> Optional.empty();
            };
        if (one.isEmpty()) {
          return one;
        }
        all.addAll(one.get());
      }
      return Optional.of(all);
    }

    private Optional<List<Inline>> leaf(int length) {
      int from = at;
      int to = from + length;
      at = to;
      List<Piece> inside = new ArrayList<>();
      for (Piece piece : pieces) {
        if (piece.start() < to && piece.end() > from) {
          if (piece.start() < from || piece.end() > to) {
            return Optional.empty();
          }
          inside.add(
              new Piece(
                  piece.run(),
                  piece.start() - from,
                  piece.end() - from,
                  piece.text(),
                  piece.claim()));
        }
      }
      return to > words.value().length()
          ? Optional.empty()
          : Optional.of(strings(words, from, to, inside));
    }
  }

  private static List<Piece> strings(Text text, List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.start() > at) {
        all.add(Piece.words(at, piece.start(), text.value().substring(at, piece.start())));
      }
      all.add(piece);
      at = piece.end();
    }
    if (at < text.value().length()) {
      all.add(Piece.words(at, text.value().length(), text.value().substring(at)));
    }
    return all;
  }

  static List<Inline> strings(Text text, int from, int to, List<Piece> pieces) {
    return toInlines(strings(text.sub(from, to), pieces));
  }

  private static List<Inline> toInlines(List<Piece> pieces) {
    List<Inline> inlines = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.text().isEmpty()) {
        continue;
      }
      inlines.add(
          piece.claim().isPresent()
              ? new Inline.Num(piece.text(), piece.claim().get())
              : new Inline.Str(piece.text()));
    }
    return inlines;
  }
}
