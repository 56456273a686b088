package dev.perilla.renderer.internal.html;

import static dev.perilla.renderer.internal.Chars.fill;
import static dev.perilla.renderer.internal.Chars.html;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Words;
import dev.perilla.renderer.internal.math.MathMl;
import dev.perilla.renderer.internal.math.MathText;
import dev.perilla.renderer.internal.tree.Markup;
import dev.perilla.renderer.internal.tree.Plain;
import dev.perilla.renderer.internal.tree.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/// Numbers and what else names an entry of the ledger, as HTML elements.
///
/// A number is `<a class="n" href="data/value.html#l_n7">12</a>`: it leads to its row in the table
/// of the ledger (`l_n7`), and the row leads back to the block in which the number first stands.
/// The script shows that row beside the number. What machines do not read as it is written, `0,25`
/// or `25 %`, is such a link within a `<data>` with its value.
final class Numbers implements Spelling {
  /// Where a browser would break code: `a * b`, `--lang`, `a-b`.
  private static final Pattern BREAK = Pattern.compile(" |-[-\\p{L}]");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d+([.]\\d+)?(e[+-]?\\d+)?");

  /// The blank of `1 102,50` and of `5 %`.
  private static final Pattern GROUPED = Pattern.compile("(?<=\\d) (?=[\\d%])");

  private final Map<String, Ledger.Entry> entries = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private String block = "";
  private final List<String> sources;
  private final String root;
  private final String rows;
  private final Words words;

  /// @param root what leads to the root of the site, where pictures are
  /// @param ledger address of the page with the rows; empty where they are in the page itself
  Numbers(
      Ledger entries,
      List<CompiledChapter.Source> sources,
      Words words,
      String root,
      String ledger) {
    this.root = root;
    this.rows = ledger + "#l_";
    entries.entries().forEach(entry -> this.entries.put(entry.id(), entry));
    this.sources = sources.stream().map(CompiledChapter.Source::key).toList();
    this.words = words;
  }

  /// Names the place of a source in the page.
  static String sourceId(int index) {
    return "src_" + (index + 1);
  }

  /// What is written from now on stands in that block.
  void within(String id) {
    block = id;
  }

  /// The block in which an entry first stands; empty where that is the head of the page, and where
  /// nothing on the page so far is of that entry.
  String place(String claim) {
    return places.getOrDefault(claim, "");
  }

  /// A number that leads to its row.
  String number(Inline.Num number) {
    return data(number.text(), number.claim(), true);
  }

  /// A number as the program has it.
  String value(Inline.Num number) {
    Ledger.Entry entry = entries.get(number.claim());
    return entry == null ? number.text() : entry.value().orElse(entry.text());
  }

  /// A number within a link or a listing, where it leads nowhere.
  String data(String written, String claim, boolean link) {
    String text =
        written.indexOf(' ') < 0
            ? written
            : GROUPED.matcher(written).replaceAll("\u00A0"); // no line ends within it
    Ledger.Entry entry = entries.get(claim);
    if (entry == null) {
      return html(text);
    }
    String target = target(entry);
    boolean named = link && target.startsWith(rows);
    String about = named ? "" : " data-n=\"" + html(claim) + "\"";
    String looks = "class=\"n" + looks(entry.standing()) + "\"";
    String href = "href=\"" + html(target) + "\"";
    places.putIfAbsent(claim, block);
    if (DECIMAL.matcher(text).matches()) {
      return link
          ? "<a " + looks + " " + href + about + ">" + html(text) + "</a>"
          : "<span " + looks + about + ">" + html(text) + "</span>";
    }
    return fill(
        "<data %s value=\"%s\"%s>%s</data>",
        looks,
        html(entry.value().orElse(entry.text())),
        about,
        link ? fill("<a %s>%s</a>", href, html(text)) : html(text));
  }

  /// What the program gives is the rule, and needs no more words.
  private static String looks(Ledger.Standing standing) {
    return switch (standing) {
      case COMPUTED, CHECKED -> "";
      case GIVEN -> " n-given";
      case CITED -> " n-cited";
      case PLAIN -> " n-plain";
    };
  }

  /// Where a number leads: a cited one to its source, another to its row.
  private String target(Ledger.Entry entry) {
    int source = entry.origin().map(sources::indexOf).orElse(-1);
    return entry.standing() == Ledger.Standing.CITED && source >= 0
        ? "#" + sourceId(source)
        : rows + entry.id();
  }

  @Override
  public void number(Node parent, Inline.Num number, boolean inLink) {
    parent.appendChild(new Markup(data(number.text(), number.claim(), !inLink)));
  }

  @Override
  public void code(Node parent, Inline.CodeSpan span, boolean inLink) {
    parent.appendChild(new Markup(code(span, inLink)));
  }

  /// MathML; a formula with something that is not known is shown as its TeX.
  @Override
  public void formula(Node parent, Inline.Formula formula, boolean inLink, boolean alone) {
    Optional<String> claim = formula.claim().filter(entries::containsKey);
    String written =
        MathMl.of(formula.tex(), formula.display())
            .map(it -> alone ? named(it, formula) : it)
            .orElseGet(() -> "<code>" + html(formula.tex()) + "</code>");
    if (claim.isPresent()) {
      String id = claim.get();
      places.putIfAbsent(id, block);
      written =
          fill(
              "<span class=\"formula\" data-n=\"%s\">%s%s</span>",
              html(id), written, inLink ? "" : tick(id));
    }
    parent.appendChild(new Markup(written));
  }

  /// A formula that is all of a heading or cell has its characters as a name, since not every
  /// reader of headings reads MathML.
  private static String named(String mathMl, Inline.Formula formula) {
    return "<math aria-label=\"" + html(MathText.of(formula.tex())) + "\"" + mathMl.substring(5);
  }

  private String code(Inline.CodeSpan span, boolean inLink) {
    Optional<String> claim = span.claim().filter(entries::containsKey);
    if (claim.isEmpty()) {
      String open = whole(span) ? "<code class=\"nb\">" : "<code>";
      return open + characters(span.inlines(), !inLink) + "</code>";
    }
    String id = claim.get();
    places.putIfAbsent(id, block);
    String open = fill("<code class=\"ok%s\" data-n=\"%s\">", whole(span) ? " nb" : "", html(id));
    String inner = characters(span.inlines(), !inLink);
    boolean bare = span.inlines().stream().noneMatch(Inline.Num.class::isInstance);
    if (bare && !inLink) {
      inner = fill("<a href=\"%s\">%s</a>", html(rows + id), inner);
    }
    return open + inner + "</code>";
  }

  /// Whether a span has a place to break and is short enough to stay on one line.
  private static boolean whole(Inline.CodeSpan span) {
    String text = Plain.text(span.inlines());
    return text.length() <= 24 && BREAK.matcher(text).find();
  }

  @Override
  public String image(String url) {
    return root + url;
  }

  @Override
  public String open(Inline.InLanguage words) {
    return "<span lang=\"" + html(words.lang()) + "\">";
  }

  @Override
  public String close(Inline.InLanguage words) {
    return "</span>";
  }

  @Override
  public String open(Rich.InLanguage text) {
    return "<div lang=\"" + html(text.lang()) + "\">\n";
  }

  @Override
  public String close(Rich.InLanguage text) {
    return "\n</div>";
  }

  @Override
  public String open(Inline.Bound bound) {
    if (!entries.containsKey(bound.claim())) {
      return "";
    }
    places.putIfAbsent(bound.claim(), block);
    return fill("<span class=\"bound\" data-n=\"%s\">", html(bound.claim()));
  }

  @Override
  public String close(Inline.Bound bound, boolean inLink) {
    if (!entries.containsKey(bound.claim())) {
      return "";
    }
    return (inLink ? "" : tick(bound.claim())) + "</span>";
  }

  /// What leads from words that were checked to their row.
  private String tick(String claim) {
    return fill(
        "<a class=\"tick\" href=\"%s\" aria-label=\"%s\">✓</a>",
        html(rows + claim), html(words.say("checkedWords")));
  }

  @Override
  public Node block(Rich.CodeBlock block) {
    String focus = Listings.overflows(block.inlines()) ? " tabindex=\"0\"" : "";
    return new Markup(
        fill(
            "<pre%s><code>%s</code></pre>\n",
            focus, characters(block.inlines(), true).stripTrailing()));
  }

  /// Characters and numbers, without any other markup.
  private String characters(List<Inline> inlines, boolean links) {
    StringBuilder out = new StringBuilder();
    for (Inline inline : inlines) {
      if (inline instanceof Inline.Num n) {
        out.append(data(n.text(), n.claim(), links));
      } else {
        out.append(html(Plain.text(List.of(inline))));
      }
    }
    return out.toString();
  }
}
