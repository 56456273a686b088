package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;

/// Where the characters of a parsed text stand in the file: commonmark tells of a node which
/// stretches of the source it covers, and this finds each character of its literal in them.
final class Places {
  private Places() {}

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
    if (isWritten(text, spans, literal)) { // as most words are
      int from = spans.getFirst().getInputIndex();
      return text.sub(from, from + literal.length());
    }
    int length = 0;
    for (SourceSpan span : spans) {
      length += span.getLength() + 1;
    }
    int[] at = new int[length];
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
      starts[i] = text.start(from);
      ends[i] = Math.max(starts[i], text.end(to - 1));
    }
    int spanStart = text.start(at[0]);
    int spanEnd = Math.max(spanStart, text.start(last));
    if (literal.length() > 0) {
      spanStart = Math.min(spanStart, starts[0]);
      spanEnd = ends[literal.length() - 1];
    }
    return Text.mapped(
        literal, new Span(text.file(), spanStart, Math.max(spanStart, spanEnd)), starts, ends);
  }

  /// Whether the source has the literal itself, without escapes and line ends.
  private static boolean isWritten(Text text, List<SourceSpan> spans, String literal) {
    return spans.size() == 1
        && !literal.isEmpty()
        && literal.length() <= spans.getFirst().getLength()
        && text.value().startsWith(literal, spans.getFirst().getInputIndex());
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

  /// The content lines of a block of lines, each at its own place.
  static Text lines(Text text, Node node, String literal, int firstLine) {
    List<SourceSpan> spans = withBlankLines(text.value(), node.getSourceSpans());
    int count = (int) literal.lines().count();
    int from = Math.min(firstLine, spans.size());
    int to = Math.min(spans.size(), from + Math.max(1, count));
    return align(text, spans.subList(from, to), literal);
  }

  /// A block's spans say nothing of its blank lines, which its literal has.
  private static List<SourceSpan> withBlankLines(String text, List<SourceSpan> spans) {
    List<SourceSpan> all = new ArrayList<>();
    for (SourceSpan span : spans) {
      if (!all.isEmpty()) {
        SourceSpan last = all.getLast();
        int start = text.indexOf('\n', last.getInputIndex() + last.getLength()) + 1;
        int end = text.indexOf('\n', start);
        while (start > 0 && end >= 0 && end < span.getInputIndex()) {
          all.add(SourceSpan.of(span.getLineIndex(), 0, start, end - start));
          start = end + 1;
          end = text.indexOf('\n', start);
        }
      }
      all.add(span);
    }
    return all;
  }

  /// The spans of a code span without its backticks.
  static List<SourceSpan> inner(Text text, Node node) {
    List<SourceSpan> spans = new ArrayList<>(node.getSourceSpans());
    if (spans.isEmpty()) {
      return spans;
    }
    SourceSpan first = spans.get(0);
    int ticks = 0;
    while (ticks < first.getLength() && text.value().charAt(first.getInputIndex() + ticks) == '`') {
      ticks++;
    }
    spans.set(0, first.subSpan(ticks));
    SourceSpan last = spans.get(spans.size() - 1);
    if (last.getLength() >= ticks) {
      spans.set(spans.size() - 1, last.subSpan(0, last.getLength() - ticks));
    }
    return spans;
  }

  /// What stands between the braces of a mark.
  static Text markText(Text text, Markdown.Marked marked) {
    int length = marked.mark().length() + 1;
    List<SourceSpan> spans = marked.getSourceSpans();
    if (spans.isEmpty()) {
      return Text.at(marked.mark(), text.span());
    }
    SourceSpan last = spans.get(spans.size() - 1);
    int end = last.getInputIndex() + last.getLength();
    int start = Math.max(0, end - length);
    boolean oneLine = text.value().substring(start, end - 1).equals(marked.mark());
    return oneLine ? text.sub(start, end - 1) : Text.at(marked.mark(), span(text, marked));
  }

  /// The words under a mark, without their emphasis.
  static Text flat(Text text, Node parent) {
    List<Text> parts = new ArrayList<>();
    flatten(text, parent, parts);
    return joined(parts, span(text, parent));
  }

  /// Texts one behind another.
  static Text joined(List<Text> parts, Span span) {
    StringBuilder value = new StringBuilder();
    parts.forEach(part -> value.append(part.value()));
    int[] starts = new int[value.length()];
    int[] ends = new int[value.length()];
    int at = 0;
    for (Text part : parts) {
      for (int i = 0; i < part.value().length(); i++, at++) {
        starts[at] = part.start(i);
        ends[at] = part.end(i);
      }
    }
    return Text.mapped(value.toString(), span, starts, ends);
  }

  private static void flatten(Text text, Node parent, List<Text> parts) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case org.commonmark.node.Text words -> parts.add(place(text, words, words.getLiteral()));
        case HtmlInline html -> parts.add(place(text, html, html.getLiteral()));
        case Code code -> parts.add(align(text, inner(text, code), code.getLiteral()));
        case Markdown.Formula formula -> parts.add(place(text, formula, formula.tex()));
        case Markdown.Interpolation filled ->
            parts.add(Text.at("{{" + filled.source() + "}}", span(text, filled)));
        case SoftLineBreak soft -> parts.add(Text.at(" ", span(text, parent)));
        default -> flatten(text, node, parts);
      }
    }
  }

  static Span span(Text text, Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return text.span();
    }
    SourceSpan first = spans.get(0);
    SourceSpan last = spans.get(spans.size() - 1);
    return text.span(first.getInputIndex(), last.getInputIndex() + last.getLength());
  }
}
