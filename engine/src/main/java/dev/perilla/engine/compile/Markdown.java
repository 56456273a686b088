package dev.perilla.engine.compile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// CommonMark with tables, footnotes, strikethrough and task lists, and with the marks of a
/// chapter: `{{expression}}` is an [Interpolation], `$tex$` a [Formula], `[text]{= expression}`,
/// `[text]{cite=key}` and `[text]{plain}` are [Marked].
final class Markdown {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  FootnotesExtension.create(),
                  TaskListItemsExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(64)
          .maxInlineNesting(100)
          .customInlineContentParserFactory(new Interpolations())
          .customInlineContentParserFactory(new Formulas())
          .linkProcessor(new Marks())
          .build();

  private Markdown() {}

  static Node parse(String text) {
    return isWords(text) ? words(text) : PARSER.parse(text);
  }

  /// Whether a text is a line of letters and blanks, as most titles are.
  private static boolean isWords(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ' && !Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && !text.startsWith(" ") && !text.endsWith(" ");
  }

  /// The paragraph that such a line is, for which no parser is needed.
  private static Node words(String text) {
    Node document = new Document();
    document.appendChild(new Paragraph());
    document.getFirstChild().appendChild(new Text(text));
    for (Node node = document; node != null; node = node.getFirstChild()) {
      node.addSourceSpan(SourceSpan.of(0, 0, 0, text.length()));
    }
    return document;
  }

  /// `{{expression}}` or `{{expression:format}}`; `source` is what stands between the braces.
  static final class Interpolation extends CustomNode {
    private final String source;

    Interpolation(String source) {
      this.source = source;
    }

    String source() {
      return source;
    }
  }

  /// `$tex$` or `$$tex$$`; `tex` is what stands between the dollar signs.
  static final class Formula extends CustomNode {
    private final String tex;
    private final boolean display;

    Formula(String tex, boolean display) {
      this.tex = tex;
      this.display = display;
    }

    String tex() {
      return tex;
    }

    boolean display() {
      return display;
    }
  }

  /// `[children]{mark}`; `mark` is what stands between the braces: `= expression`, `cite=key`,
  /// `plain`, `lang=en`, or something that is none, as `(=c)` in round brackets.
  static final class Marked extends CustomNode {
    private final String mark;

    Marked(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }

    /// The language of its words, where it says nothing else of them: what stands under it is read
    /// as if it were not there.
    Optional<String> language() {
      return mark.startsWith("lang=") ? Optional.of(mark.substring(5).strip()) : Optional.empty();
    }
  }

  /// The end of what starts after an opening brace: the offset of the closing one, with strings and
  /// nested brackets passed over; -1 where it is not closed.
  static int closing(String source, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == '}') {
        if (depth == 0) {
          return i;
        }
        depth--;
      }
    }
    return -1;
  }

  private static final class Interpolations implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return Interpolations::read;
    }

    private static ParsedInline read(InlineParserState state) {
      Scanner scanner = state.scanner();
      if (!scanner.next("{{")) {
        return ParsedInline.none();
      }
      Position start = scanner.position();
      StringBuilder source = new StringBuilder();
      while (scanner.hasNext()) {
        source.append(scanner.peek());
        scanner.next();
        boolean may = source.length() > 2 && source.charAt(source.length() - 1) == '}';
        if (may
            && source.charAt(source.length() - 2) == '}'
            && closing(source.toString(), 0) == source.length() - 2) {
          String content = source.substring(0, source.length() - 2);
          return ParsedInline.of(new Interpolation(content), scanner.position());
        }
        if (source.length() > 2000) {
          break;
        }
      }
      scanner.setPosition(start);
      return ParsedInline.none();
    }
  }

  /// A dollar sign opens a formula where no blank follows it, and closes one where no blank comes
  /// before it and no digit after: `$5 and $10` are prices.
  private static final class Formulas implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return Formulas::read;
    }

    private static ParsedInline read(InlineParserState state) {
      Scanner scanner = state.scanner();
      int dollars = scanner.matchMultiple('$');
      if (dollars > 2 || !scanner.hasNext()) {
        return ParsedInline.none();
      }
      boolean display = dollars == 2;
      if (!display && Character.isWhitespace(scanner.peek())) {
        return ParsedInline.none();
      }
      StringBuilder tex = new StringBuilder();
      while (scanner.hasNext() && tex.length() < 2000) {
        char c = scanner.peek();
        if (c == '`') {
          break;
        }
        scanner.next();
        boolean escaped = c == '\\' && scanner.hasNext();
        boolean end = c == '$' && (!display || scanner.next('$'));
        boolean closes =
            display
                || (!tex.isEmpty()
                    && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                    && !Character.isDigit(scanner.peek()));
        if (end && closes && !tex.toString().isBlank()) {
          return ParsedInline.of(new Formula(tex.toString(), display), scanner.position());
        }
        if (c == '$') {
          break;
        }
        tex.append(c);
        if (escaped) {
          tex.append(scanner.peek());
          scanner.next();
        }
      }
      return ParsedInline.none();
    }
  }

  private static final class Marks implements LinkProcessor {
    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
      if (link.marker() == null
          && link.destination() != null
          && link.destination().startsWith("=")) {
        return LinkResult.wrapTextIn(
            new Marked("(" + link.destination() + ")"), scanner.position());
      }
      if (link.destination() != null || link.marker() != null) {
        return LinkResult.none();
      }
      scanner.setPosition(link.afterTextBracket());
      if (!scanner.next('{')) {
        return LinkResult.none();
      }
      StringBuilder source = new StringBuilder();
      while (scanner.hasNext() && source.length() < 2000) {
        source.append(scanner.peek());
        scanner.next();
        if (source.charAt(source.length() - 1) == '}'
            && closing(source.toString(), 0) == source.length() - 1) {
          String mark = source.substring(0, source.length() - 1);
          return LinkResult.wrapTextIn(new Marked(mark), scanner.position());
        }
      }
      return LinkResult.none();
    }
  }
}
