package dev.perilla.renderer.internal.markdown;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.Dialect;
import dev.perilla.renderer.Links;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.tree.Markup;
import dev.perilla.renderer.internal.tree.Plain;
import dev.perilla.renderer.internal.tree.Spelling;
import dev.perilla.renderer.internal.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Numbers as bare text; a cited one links to its source.
final class PlainSpelling implements Spelling {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#.-]+");

  private final Map<String, String> urls = new HashMap<>();
  private final String root;
  private final Dialect dialect;

  /// @param root what leads to the root of the site, where pictures are
  PlainSpelling(CompiledChapter chapter, String root, Dialect dialect) {
    this.root = root;
    this.dialect = dialect;
    Map<String, String> sources = new HashMap<>();
    for (CompiledChapter.Source source : chapter.sources()) {
      source.url().filter(Links::allowed).ifPresent(url -> sources.put(source.key(), url));
    }
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      if (entry.standing() == Ledger.Standing.CITED) {
        entry.origin().map(sources::get).ifPresent(url -> urls.put(entry.id(), url));
      }
    }
  }

  @Override
  @SuppressWarnings("NullAway") // commonmark's Link takes null for "no title"
  public void number(Node parent, Inline.Num number, boolean inLink) {
    String url = urls.get(number.claim());
    if (url == null || inLink) {
      Tree.text(parent, number.text());
    } else {
      Link link = new Link(url, null);
      Tree.text(link, number.text());
      parent.appendChild(link);
    }
  }

  /// Pages of the site are files beside this one; a block has no anchor in them.
  @Override
  public String address(String url) {
    int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
    String page = url.substring(0, end);
    if (page.contains("/") || page.contains(":") || !page.endsWith(".html")) {
      return url;
    }
    String name = page.substring(0, page.length() - ".html".length());
    return name.equals("index") ? "README.md" : name + dialect.ending();
  }

  @Override
  public void code(Node parent, Inline.CodeSpan span, boolean inLink) {
    code(parent, Plain.text(span.inlines()));
  }

  @Override
  public String image(String url) {
    return root + url;
  }

  @Override
  public void formula(Node parent, Inline.Formula formula, boolean inLink, boolean alone) {
    String tex = Chars.clean(formula.tex()).replace('\n', ' ').strip();
    if (tex.isEmpty() || tex.contains("`") || tex.contains("$")) {
      code(parent, tex);
    } else {
      parent.appendChild(new Markup(formula.display() ? "$$" + tex + "$$" : dialect.formula(tex)));
    }
  }

  /// Appends a code span; nothing where it is empty.
  static void code(Node parent, String text) {
    if (!text.isEmpty()) {
      parent.appendChild(new Code(Chars.clean(text).replace('\n', ' ')));
    }
  }

  @Override
  public String open(Inline.Bound bound) {
    return "";
  }

  @Override
  public String close(Inline.Bound bound, boolean inLink) {
    return "";
  }

  @Override
  public Node block(Rich.CodeBlock block) {
    return fence(block.info(), Plain.text(block.inlines()));
  }

  /// A fenced block, whose fence commonmark makes longer than any within.
  static Node fence(String info, String text) {
    FencedCodeBlock fence = new FencedCodeBlock();
    fence.setFenceCharacter("`");
    fence.setInfo(LANGUAGE.matcher(info).matches() ? info : "");
    fence.setLiteral(Chars.clean(text).stripTrailing() + "\n");
    return fence;
  }
}
