package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.chapter.Block.Note.Kind;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Part.Head;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever an author writes is characters on the page, never markup.
final class HostileTextTest {
  /// A chapter that says one string in every place that takes text.
  private static CompiledChapter saying(String text) {
    List<Inline> line = List.of(new Inline.Str(text));
    Inline code = new Inline.CodeSpan(Optional.empty(), line);
    Inline.Num number = new Inline.Num(text, "n1");
    List<Rich> blocks =
        List.of(
            new Rich.Paragraph(line),
            new Rich.Paragraph(
                List.of(
                    code,
                    number,
                    new Inline.Link(text, text, line),
                    new Inline.Image(text, text, line),
                    new Inline.Strong(line),
                    new Inline.FootnoteReference(text))),
            new Rich.CodeBlock(text, line),
            new Rich.Table(
                List.of(Rich.Alignment.NONE),
                List.of(new Rich.Cell(line)),
                List.of(new Rich.Row(List.of(new Rich.Cell(List.of(code, number)))))),
            new Rich.FootnoteDefinition(text, List.of(new Rich.Paragraph(line))));
    Listing listing =
        new Listing(
            text,
            Optional.of(text),
            List.of(
                new Listing.Line(
                    List.of(new Listing.Token(Listing.Kind.STRING, text, Optional.empty())))),
            List.of());
    View.Graph graph =
        new View.Graph(
            text,
            List.of(
                new View.Graph.Node("v1", text, "", List.of(), number, Optional.of(number)),
                new View.Graph.Node("v2", text, text, List.of("v1"), number, Optional.empty())));
    List<Part> parts =
        List.of(
            new Part.Prose(new Head("b1", line), blocks),
            new Part.Note(new Head("b2", line), Kind.WARNING, blocks),
            new Part.Dialogue(
                new Head("b3", List.of()), List.of(new Part.Dialogue.Turn(text, blocks))),
            new Part.Code(new Head("b4", List.of()), listing, false, line, List.of(graph)));
    return new CompiledChapter(
        CompiledChapter.VERSION,
        "hostil",
        "es",
        line,
        line,
        List.of(),
        List.of(new CompiledChapter.Source(text, text, Optional.of(text))),
        parts,
        new Ledger(
            List.of(
                new Ledger.Entry(
                    "n1",
                    Ledger.Kind.NUMERAL,
                    Ledger.Standing.CITED,
                    1,
                    1,
                    text,
                    Optional.of(text),
                    Optional.of(text),
                    Optional.empty(),
                    Optional.of(text),
                    Optional.empty()))));
  }

  private static PageContext context(CompiledChapter chapter, String text) {
    return PageContext.atRoot(
        new BookFrame(text, "es", Optional.of(text), List.of(BookFrame.Entry.of(chapter))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea></title></style><svg/onload=alert(1)>",
        "javascript:alert(1)",
        "]]> &amp; &#x3C; &lt;b>",
        "{{title}} {{{main}}} {0}",
        "\u0000\u0001\u001f\u007f\u0085\ud800\uffff",
        "``` \n~~~\n<b>\n",
        "1. # - * + > | ` ~ _ $ [a](javascript:b) ![c](d) <e@f>",
        "[^1]: x\n[a]: javascript:b",
        "\u202ekcab",
        "|a|b|\n|-|-|",
        "\\",
        ""
      })
  void staysText(String text) {
    holds(text);
  }

  @Test
  void naughtyStringsStayText() throws IOException {
    Optional<Path> corpus =
        Stream.of("../../shared/corpora", "../../../shared/corpora")
            .map(folder -> Path.of(folder, "blns.json"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(corpus.isPresent(), "no ../shared/corpora/blns.json beside the project");
    JsonNode strings = new JsonMapper().readTree(Files.readString(corpus.get())).get("strings");
    for (JsonNode each : strings) {
      holds(each.asString());
    }
  }

  @Test
  void deepNestingTakesNoStack() {
    Rich block = new Rich.Paragraph(List.of(new Inline.Str("al fondo")));
    Inline inline = new Inline.Str("adentro");
    for (int i = 0; i < 20_000; i++) {
      block = new Rich.BlockQuote(List.of(block));
      inline = new Inline.Emphasis(List.of(inline));
    }
    List<Rich> text = List.of(block, new Rich.Paragraph(List.of(inline)));
    CompiledChapter deep =
        new CompiledChapter(
            CompiledChapter.VERSION,
            "hondo",
            "es",
            List.of(inline),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Part.Prose(new Head("b1", List.of()), text)),
            new Ledger(List.of()));
    PageContext context = PageContext.atRoot(new BookFrame("x", "es", Optional.empty(), List.of()));
    assertThat(new HtmlRenderer().chapter(deep, context).content()).contains("al fondo", "adentro");
    assertThat(new MarkdownRenderer().chapter(deep, context).content())
        .contains("al fondo", "adentro");
  }

  private static void holds(String text) {
    CompiledChapter chapter = saying(text);
    PageContext context = context(chapter, text);
    Set<String> names = names(Html.parse(new HtmlRenderer().chapter(chapter, context).content()));
    CompiledChapter plain = saying("x");
    Set<String> expected =
        names(Html.parse(new HtmlRenderer().chapter(plain, context(plain, "x")).content()));
    expected.addAll(Set.of("@title", "@href", "em", "img", "@src", "@alt", "@loading"));
    assertThat(names).as(text).isSubsetOf(expected);
    for (String url :
        Html.values(Html.parse(new HtmlRenderer().chapter(chapter, context).content()), "href")) {
      assertThat(url.startsWith("data:image/svg+xml,") || Links.allowed(url)).as(url).isTrue();
    }
    Html.parse(new HtmlRenderer().index(context).content());
    markdown(new MarkdownRenderer().chapter(chapter, context).content());
  }

  /// The names of all elements, and of all attributes after an `@`.
  private static Set<String> names(Document page) {
    Set<String> names = new TreeSet<>();
    Html.elements(page)
        .forEach(
            element -> {
              names.add(element.getTagName());
              for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add("@" + element.getAttributes().item(i).getNodeName());
              }
            });
    return names;
  }

  /// No markup but ours comes out when GitHub reads the page.
  private static void markdown(String page) {
    Node document =
        Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .build()
            .parse(page);
    List<String> html = new ArrayList<>();
    collect(document, html);
    assertThat(html).as(page).isEmpty();
  }

  private static void collect(Node node, List<String> html) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof HtmlInline inline) {
        html.add(inline.getLiteral());
      } else if (child instanceof HtmlBlock block
          && !block.getLiteral().matches("(?s)(<details>\n<summary>.*</summary>|</details>)")) {
        html.add(block.getLiteral());
      }
      collect(child, html);
    }
  }
}
