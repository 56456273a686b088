package dev.perilla.site.exporter;

import dev.perilla.chapter.Book;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.source.Text;
import dev.perilla.renderer.BookFrame;
import dev.perilla.renderer.HtmlRenderer;
import dev.perilla.renderer.Languages;
import dev.perilla.renderer.PageContext;
import dev.perilla.site.book.Work;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What a chapter's page says, for books that are no sites: without script, navigation, forms and
/// whatever else does nothing on paper. Hints and solutions stay folded, drawings and formulas are
/// those of the page.
///
/// @param title one line of text
/// @param article the element that holds all of it
record Leaf(String id, String lang, String title, Element article) {
  private static final Set<String> DEAD =
      Set.of("script", "template", "form", "button", "input", "search");
  private static final Set<String> AS_WRITTEN = Set.of("code", "pre", "samp", "math", "figure");
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "html", "http://www.w3.org/1999/xhtml",
          "svg", "http://www.w3.org/2000/svg",
          "math", "http://www.w3.org/1998/Math/MathML");

  /// The chapters of a book, in its order.
  static List<Leaf> all(Work work) {
    Book book = work.book().orElseThrow();
    PageContext context =
        PageContext.atRoot(
            new BookFrame(
                    book.title().value(),
                    book.lang().value(),
                    book.summary().map(Text::value),
                    work.chapters().stream().map(BookFrame.Entry::of).toList())
                .by(book.author().map(Text::value), book.licence().map(Text::value)));
    HtmlRenderer renderer = new HtmlRenderer();
    List<Leaf> leaves = new ArrayList<>();
    for (CompiledChapter chapter : work.chapters()) {
      Element page = parsed(renderer.chapter(chapter, context).content());
      Element article = (Element) page.getElementsByTagName("article").item(0);
      clean(article);
      if (Languages.isFromTheRight(chapter.lang())) {
        article.setAttribute("dir", "rtl");
        keepDirection(article);
      }
      unlink(article);
      String title = article.getElementsByTagName("h1").item(0).getTextContent().strip();
      leaves.add(new Leaf(chapter.id(), chapter.lang(), title, article));
    }
    return leaves;
  }

  private static Element parsed(String page) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();
      builder.setEntityResolver((name, system) -> new InputSource(new StringReader("")));
      return builder
          .parse(new ByteArrayInputStream(named(page).getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("a page is no XML", broken);
    }
  }

  /// The page with the names of its languages, which HTML goes without.
  private static String named(String page) {
    String all = page;
    for (Map.Entry<String, String> each : NAMESPACES.entrySet()) {
      all =
          all.replaceAll("<" + each.getKey() + "(?=[ >])", "$0 xmlns=\"" + each.getValue() + "\"");
    }
    return all;
  }

  /// Links to what is not there any more lead nowhere.
  private static void unlink(Element article) {
    Set<String> ids = new HashSet<>();
    NodeList all = article.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      ids.add(((Element) all.item(i)).getAttribute("id"));
    }
    NodeList anchors = article.getElementsByTagName("a");
    for (int i = 0; i < anchors.getLength(); i++) {
      Element anchor = (Element) anchors.item(i);
      String href = anchor.getAttribute("href");
      if (href.startsWith("#") && !ids.contains(href.substring(1))) {
        anchor.removeAttribute("href");
      }
    }
  }

  private static void clean(Element element) {
    NodeList children = element.getChildNodes();
    for (int i = children.getLength() - 1; i >= 0; i--) {
      if (children.item(i) instanceof Element child) {
        if (isDead(child)) {
          element.removeChild(child);
        } else {
          clean(child);
        }
      }
    }
    element.removeAttribute("tabindex");
    for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
      Node attribute = element.getAttributes().item(i);
      if (attribute.getNodeName().startsWith("data-")) {
        element.removeAttribute(attribute.getNodeName());
      }
    }
    if (element.hasAttribute("lang")) {
      element.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", element.getAttribute("lang"));
    }
  }

  /// Code and numbers stand as they are written among words that run from right to left.
  private static void keepDirection(Element element) {
    boolean isNumber = (" " + element.getAttribute("class") + " ").contains(" n ");
    if (AS_WRITTEN.contains(element.getTagName()) || isNumber) {
      element.setAttribute("dir", "ltr");
      return;
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        keepDirection(child);
      }
    }
  }

  /// What does nothing on paper.
  private static boolean isDead(Element element) {
    String kind = " " + element.getAttribute("class") + " ";
    return DEAD.contains(element.getTagName())
        || element.hasAttribute("hidden")
        || kind.contains(" permalink ");
  }

  boolean has(String tag) {
    return article.getElementsByTagName(tag).getLength() > 0;
  }

  /// Whether it asks what a reader answers, or has knobs to turn.
  boolean asks() {
    NodeList all = article.getElementsByTagName("ol");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("class").equals("questions")) {
        return true;
      }
    }
    return false;
  }

  /// The article as XML, its links led elsewhere.
  ///
  /// @param link from what `href` says to what it shall say
  String xml(UnaryOperator<String> link) {
    Element copy = (Element) article.cloneNode(true);
    NodeList anchors = copy.getElementsByTagName("a");
    for (int i = 0; i < anchors.getLength(); i++) {
      Element anchor = (Element) anchors.item(i);
      if (anchor.hasAttribute("href")) {
        anchor.setAttribute("href", link.apply(anchor.getAttribute("href")));
      }
    }
    return written(copy);
  }

  /// The same with every id, and every link to one, beginning with `prefix`: several leaves on one
  /// sheet.
  String sheet(String prefix, UnaryOperator<String> link) {
    Element copy = (Element) article.cloneNode(true);
    prefix(copy, prefix, link);
    return written(copy);
  }

  private static void prefix(Element element, String prefix, UnaryOperator<String> link) {
    if (element.hasAttribute("id")) {
      element.setAttribute("id", prefix + element.getAttribute("id"));
    }
    for (String name : List.of("aria-labelledby", "aria-describedby", "for")) {
      if (element.hasAttribute(name)) {
        element.setAttribute(
            name, prefix + element.getAttribute(name).strip().replace(" ", " " + prefix));
      }
    }
    if (element.hasAttribute("href")) {
      String href = element.getAttribute("href");
      element.setAttribute(
          "href", href.startsWith("#") ? "#" + prefix + href.substring(1) : link.apply(href));
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        prefix(child, prefix, link);
      }
    }
  }

  private static String written(Element element) {
    try {
      Transformer writer = TransformerFactory.newInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      writer.transform(new DOMSource(element), new StreamResult(out));
      return out.toString();
    } catch (TransformerException broken) {
      throw new IllegalStateException("a page cannot be written", broken);
    }
  }
}
