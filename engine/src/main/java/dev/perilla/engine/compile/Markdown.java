package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
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
/// chapter: `{{expression}}` is an [Interpolation], `[text]{= expression}`, `[text]{cite=key}` and
/// `[text]{plain}` are [Marked].
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
          .linkProcessor(new Marks())
          .build();

  private Markdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
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

  /// `[children]{mark}`; `mark` is what stands between the braces: `= expression`, `cite=key`,
  /// `plain`, or something that is none.
  static final class Marked extends CustomNode {
    private final String mark;

    Marked(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /// The place of a node's literal: `literal` as it reads, each character where it is written.
  /// Escapes and entities count as written; where the two cannot be aligned the rest is at the end
  /// of the node.
  static Text place(Text text, Node node, String literal) {
    return align(text, node.getSourceSpans(), literal);
  }

  /// The place of what a node's source has between its first `skipStart` and last `skipEnd` units.
  static Text within(Text text, Node node, String literal, int skipStart, int skipEnd) {
    List<SourceSpan> spans = new ArrayList<>(node.getSourceSpans());
    if (!spans.isEmpty()) {
      SourceSpan first = spans.get(0);
      if (first.getLength() >= skipStart) {
        spans.set(0, first.subSpan(skipStart));
      }
      SourceSpan last = spans.get(spans.size() - 1);
      if (last.getLength() >= skipEnd) {
        spans.set(spans.size() - 1, last.subSpan(0, last.getLength() - skipEnd));
      }
    }
    return align(text, spans, literal);
  }

  static Text align(Text text, List<SourceSpan> spans, String literal) {
    int[] at = new int[text.value().length() + spans.size()];
    int count = 0;
    for (SourceSpan span : spans) {
      int end = Math.min(span.getInputIndex() + span.getLength(), text.value().length());
      for (int i = span.getInputIndex(); i < end; i++) {
        at[count++] = i;
      }
      if (end < text.value().length() && count < at.length) {
        at[count++] = end;
      }
    }
    if (count == 0) {
      return Text.at(literal, text.span());
    }
    int[] starts = new int[literal.length()];
    int[] ends = new int[literal.length()];
    int raw = 0;
    int last = at[count - 1];
    for (int i = 0; i < literal.length(); i++) {
      raw = next(text.value(), at, count, raw, literal.charAt(i));
      int from = raw < count ? at[raw] : last;
      int to = from + 1;
      if (raw < count && entityEnd(text.value(), from) > 0 && literal.charAt(i) != '&') {
        to = entityEnd(text.value(), from);
        while (raw < count && at[raw] < to) {
          raw++;
        }
      } else {
        raw++;
      }
      starts[i] = text.span(from, from + 1).start();
      ends[i] = Math.max(starts[i], text.span(from, to).end());
    }
    int spanStart = text.span(at[0], at[0] + 1).start();
    int spanEnd = Math.max(spanStart, text.span(last, last + 1).start());
    if (literal.length() > 0) {
      spanStart = Math.min(spanStart, starts[0]);
      spanEnd = ends[literal.length() - 1];
    }
    return Text.mapped(
        literal,
        new dev.perilla.chapter.source.Span(text.file(), spanStart, Math.max(spanStart, spanEnd)),
        starts,
        ends);
  }

  /// The first of the places from `raw` on at which `wanted` is written, itself or by an entity.
  private static int next(String source, int[] at, int count, int raw, char wanted) {
    for (int i = raw; i < count; i++) {
      char there = source.charAt(at[i]);
      boolean blank = wanted == ' ' && (there == '\n' || there == '\t');
      if (there == wanted || blank || (there == '&' && entityEnd(source, at[i]) > 0)) {
        return i;
      }
    }
    return count;
  }

  /// The end of an entity that starts at `at`, or -1.
  private static int entityEnd(String source, int at) {
    if (source.charAt(at) != '&') {
      return -1;
    }
    for (int i = at + 1; i < source.length() && i < at + 34; i++) {
      char c = source.charAt(i);
      if (c == ';') {
        return i > at + 1 ? i + 1 : -1;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return -1;
      }
    }
    return -1;
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

  private static final class Marks implements LinkProcessor {
    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
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
