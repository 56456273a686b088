package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// XML in the making, and texts of a chapter as the plain XHTML that quizzes read: without
/// provenance, which belongs to pages.
final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  private Xml() throws XMLStreamException {
    this.out = FACTORY.createXMLStreamWriter(text);
  }

  /// What writes into an element.
  interface Body {
    void into(Xml xml) throws XMLStreamException;
  }

  /// A document.
  static byte[] document(Body body) {
    String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return (head + written(body) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A piece of markup, as text.
  static String written(Body body) {
    try {
      Xml xml = new Xml();
      body.into(xml);
      xml.out.flush();
      return xml.text.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible); // a string takes everything
    }
  }

  /// An element with attributes: name, value, name, value…
  Xml element(String name, Body body, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
    body.into(this);
    out.writeEndElement();
    return this;
  }

  Xml element(String name, String content, String... attributes) throws XMLStreamException {
    return element(name, xml -> xml.words(content), attributes);
  }

  Xml line() throws XMLStreamException {
    out.writeCharacters("\n");
    return this;
  }

  Xml words(String words) throws XMLStreamException {
    out.writeCharacters(clean(words));
    return this;
  }

  /// Without the characters that XML cannot hold.
  private static String clean(String words) {
    return words
        .codePoints()
        .filter(c -> (c >= ' ' && c != 0xFFFE && c != 0xFFFF) || c == '\n' || c == '\t')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  // ---- texts

  /// The inputs and the listing of an exercise, and its question.
  void question(Item item) throws XMLStreamException {
    blocks(item.variant().text());
    if (!item.variant().given().isEmpty()) {
      element(
          "p",
          p -> {
            for (Input input : item.variant().given()) {
              p.element("code", input.name() + " = " + input.value().text()).words(" ");
            }
          });
    }
    if (item.variant().listing().isPresent()) {
      listing(item.variant().listing().get());
    }
    blocks(item.asked().ask());
  }

  private void listing(Listing listing) throws XMLStreamException {
    StringBuilder code = new StringBuilder();
    for (Listing.Line line : listing.lines()) {
      line.tokens().forEach(token -> code.append(token.text()));
      code.append('\n');
    }
    element("pre", pre -> pre.element("code", code.toString().stripTrailing()));
  }

  void blocks(List<Rich> blocks) throws XMLStreamException {
    for (Rich block : blocks) {
      block(block);
    }
  }

  private void block(Rich block) throws XMLStreamException {
    switch (block) {
      case Rich.Paragraph p -> element("p", xml -> xml.inlines(p.inlines()));
      case Rich.Heading h ->
          element("p", xml -> xml.element("strong", strong -> strong.inlines(h.inlines())));
      case Rich.BlockQuote quote -> element("blockquote", xml -> xml.blocks(quote.blocks()));
      case Rich.BulletList list -> element("ul", xml -> xml.items(list.items()));
      case Rich.OrderedList list -> element("ol", xml -> xml.items(list.items()));
      case Rich.CodeBlock code ->
          element("pre", pre -> pre.element("code", xml -> xml.inlines(code.inlines())));
      case Rich.Table table ->
          element(
              "table",
              xml -> {
                xml.element("thead", head -> head.row("th", table.header()));
                if (!table.rows().isEmpty()) {
                  xml.element(
                      "tbody",
                      body -> {
                        for (Rich.Row row : table.rows()) {
                          body.row("td", row.cells());
                        }
                      });
                }
              });
      case Rich.ThematicBreak _ -> element("hr", "");
      case Rich.FootnoteDefinition note -> blocks(note.blocks());
      case Rich.InLanguage other -> blocks(other.blocks());
    }
  }

  private void row(String cell, List<Rich.Cell> cells) throws XMLStreamException {
    element(
        "tr",
        tr -> {
          for (Rich.Cell one : cells) {
            tr.element(cell, xml -> xml.inlines(one.inlines()));
          }
        });
  }

  private void items(List<Rich.Item> items) throws XMLStreamException {
    for (Rich.Item item : items) {
      element("li", xml -> xml.blocks(item.blocks()));
    }
  }

  void inlines(List<Inline> inlines) throws XMLStreamException {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str s -> words(s.text());
        case Inline.Num n -> words(n.text());
        case Inline.Bound b -> inlines(b.inlines());
        case Inline.Emphasis e -> element("em", xml -> xml.inlines(e.inlines()));
        case Inline.Strong s -> element("strong", xml -> xml.inlines(s.inlines()));
        case Inline.Strikethrough s -> element("em", xml -> xml.inlines(s.inlines()));
        case Inline.CodeSpan c -> element("code", xml -> xml.inlines(c.inlines()));
        case Inline.Formula formula -> words("\\(" + formula.tex() + "\\)"); // as MathJax reads it
        case Inline.Link link -> inlines(link.inlines()); // addresses within the site lead nowhere
        case Inline.Image image -> inlines(image.alt());
        case Inline.InLanguage other -> inlines(other.inlines());
        case Inline.LineBreak hard -> words(hard.hard() ? "\n" : " ");
        case Inline.FootnoteReference _ -> {}
      }
    }
  }
}
