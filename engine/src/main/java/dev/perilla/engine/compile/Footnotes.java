package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;

/// The footnotes of one text: each mark has its note, and each note its mark. CommonMark shows a
/// mark without a note as it is written, and what a reader clicks on then leads nowhere.
final class Footnotes {
  private static final Pattern MARK = Pattern.compile("\\[\\^([^\\]\\s\\[]+)]");

  private final Text text;
  private final Map<String, FootnoteDefinition> notes = new HashMap<>();
  private final Set<String> marked = new HashSet<>();
  private final List<org.commonmark.node.Text> words = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Footnotes(Text text) {
    this.text = text;
  }

  /// What is wrong with them.
  static List<Finding> check(Text text, Node document) {
    if (!text.value().contains("[^")) {
      return List.of();
    }
    Footnotes footnotes = new Footnotes(text);
    footnotes.read(document);
    footnotes.judge();
    return footnotes.findings;
  }

  private void read(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case FootnoteDefinition note -> {
          FootnoteDefinition first = notes.putIfAbsent(label(note.getLabel()), note);
          if (first != null) {
            findings.add(
                Finding.error(
                        VerifyCode.FOOTNOTE,
                        head(note),
                        "the footnote `" + note.getLabel() + "` stands here twice")
                    .related(head(first), "the first")
                    .help("give one of the two another label"));
          }
        }
        case FootnoteReference mark -> marked.add(label(mark.getLabel()));
        case org.commonmark.node.Text it -> words.add(it);
        default -> {} // holds no more than what is in it
      }
      read(node);
    }
  }

  private void judge() {
    for (org.commonmark.node.Text it : words) {
      Matcher mark = MARK.matcher(it.getLiteral());
      while (mark.find()) {
        Span place = Places.place(text, it, it.getLiteral()).span(mark.start(), mark.end());
        String label = mark.group(1);
        if (place.start() > 0 && place.file().text().charAt(place.start() - 1) == '\\') {
          continue;
        }
        findings.add(
            Finding.error(VerifyCode.FOOTNOTE, place, "this text has no footnote `" + label + "`")
                .help(
                    Suggestion.nearest(label(label), notes.keySet())
                        .map(near -> "did you mean `[^" + near + "]`?")
                        .orElse(
                            "write it below, in a paragraph of the same text: `[^"
                                + label
                                + "]: …`; what is no footnote goes into a code span")));
      }
    }
    notes.forEach(
        (label, note) -> {
          if (!marked.contains(label)) {
            findings.add(
                Finding.warning(
                        VerifyCode.FOOTNOTE,
                        head(note),
                        "nothing in this text leads to the footnote `" + note.getLabel() + "`")
                    .help("put `[^" + note.getLabel() + "]` where it belongs, or remove the note"));
          }
        });
  }

  /// The label of a note where it stands.
  private Span head(FootnoteDefinition note) {
    int start = note.getSourceSpans().getFirst().getInputIndex();
    int mark = Math.max(start, text.value().indexOf("[^", start));
    return text.span(mark, mark + note.getLabel().length() + "[^]".length());
  }

  /// CommonMark compares labels without case.
  private static String label(String written) {
    return written.toLowerCase(Locale.ROOT);
  }
}
