package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.fill;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.tree.Markup;
import dev.perilla.renderer.internal.tree.Quotes;
import dev.perilla.renderer.internal.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Texts of a chapter as HTML, written by commonmark.
final class Texts {
  private final Numbers numbers;
  private final HtmlRenderer html;
  private final Quotes quotes;
  private final boolean fromTheRight;

  /// @param fromTheRight whether the words run from right to left
  Texts(Numbers numbers, Words words, boolean fromTheRight) {
    this.numbers = numbers;
    this.fromTheRight = fromTheRight;
    this.quotes = Quotes.of(words);
    this.html =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .extensions(
                List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    FootnotesExtension.create()))
            .nodeRendererFactory(context -> new Written(context.getWriter(), words))
            .attributeProviderFactory(context -> new Attributes(words))
            .build();
  }

  /// A text of blocks.
  ///
  /// @param scope unique in the page, for the names of footnotes
  /// @param heading the level of its highest heading
  String blocks(List<Rich> blocks, String scope, int heading) {
    return written(Tree.of(blocks, numbers, scope, heading)).strip();
  }

  /// A text of one line, without a paragraph around it.
  String line(List<Inline> inlines) {
    if (inlines.isEmpty()) {
      return "";
    }
    if (inlines.size() == 1 && inlines.getFirst() instanceof Inline.Str(String words)) {
      return Chars.html(quotes.in(Chars.line(words))); // what commonmark would write
    }
    return written(Tree.line(inlines, numbers));
  }

  /// An equation in markup, which runs from left to right among words of any direction.
  String equation(String markup) {
    return fromTheRight ? "<bdi dir=\"ltr\">" + markup + "</bdi>" : markup;
  }

  private String written(Node text) {
    quotes.in(text);
    boxed(text);
    if (fromTheRight) {
      Directed.keep(text);
    }
    return html.render(text);
  }

  /// Gives an item of a tight list that has a formula a box within: what scrolls a long one would
  /// hide the marker of the item.
  private static void boxed(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      boxed(child);
    }
    if (node instanceof Paragraph
        && node.getParent() instanceof ListItem item
        && item.getParent() instanceof ListBlock list
        && list.isTight()
        && hasFormula(node)) {
      node.prependChild(new Markup("<div>"));
      node.appendChild(new Markup("</div>"));
    }
  }

  private static boolean hasFormula(Node paragraph) {
    for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Markup markup && markup.written().contains("<math")) {
        return true;
      }
    }
    return false;
  }

  /// Writes what [Numbers] made, and the boxes of tasks.
  private record Written(HtmlWriter writer, Words words) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Markup.class, TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof TaskListItemMarker task) {
        writer.raw(
            fill(
                "<input type=\"checkbox\" disabled=\"disabled\"%s aria-label=\"%s\" /> ",
                task.isChecked() ? " checked=\"checked\"" : "",
                Chars.html(words.say(task.isChecked() ? "done" : "pending"))));
      } else {
        writer.raw(((Markup) node).written());
      }
    }
  }

  /// Attributes that HTML no longer has, as classes; labels in the language of the page.
  private record Attributes(Words words) implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      String align = attributes.remove("align");
      if (align != null) {
        attributes.put("class", align);
      }
      if (attributes.containsKey("data-footnote-backref")) {
        attributes.put("aria-label", words.say("backToText"));
      }
      if (!attributes.isEmpty()) {
        attributes.keySet().removeIf(name -> name.startsWith("data-footnote"));
      }
      if (node instanceof Image) {
        attributes.put("loading", "lazy");
      }
      if (node instanceof TableBlock && tag.equals("table")) {
        attributes.put("class", "text");
        if (TableWidth.of(node) > Listings.FITS) {
          attributes.put("tabindex", "0"); // it scrolls, also for those who have a keyboard alone
        }
      }
    }
  }
}
