package dev.perilla.renderer.internal.tree;

import dev.perilla.renderer.internal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Quotation marks as a language writes them, in place of straight ones (`"`).
///
/// Marks are changed where all those of a paragraph, heading or cell open and close in turn, each
/// by what stands beside it: an inch (`5"`), a mark too many and one that may be either leave the
/// whole paragraph as it was typed. Code, formulas and what HTML is already are not looked into,
/// and count as words. Apostrophes stay.
public final class Quotes {
  /// What opens or closes an element around words, and is no word itself.
  private static final Pattern TAG = Pattern.compile("</?[a-z][^<>]*>");

  private static final String BEFORE_OPENING = "([{¿¡—–-/=«“‘";

  private final String opens;
  private final String closes;

  private Quotes(String opens, String closes) {
    this.opens = opens;
    this.closes = closes;
  }

  /// Those of the language that these words are of.
  public static Quotes of(Words words) {
    return new Quotes(words.say("quoteOpens"), words.say("quoteCloses"));
  }

  /// Changes the marks of a line.
  public String in(String line) {
    Text text = new Text(line);
    change(line, List.of(text));
    return text.getLiteral();
  }

  /// Changes the marks within `node` and all below it. Its nesting is bounded by whoever made it.
  public void in(Node node) {
    List<Text> texts = new ArrayList<>();
    if (texts(node, texts)) {
      StringBuilder line = new StringBuilder();
      line(node, line);
      change(line.toString(), texts);
    }
  }

  /// Gathers the texts of one line of inlines, and says whether one has a mark; blocks below it are
  /// lines of their own.
  private boolean texts(Node parent, List<Text> texts) {
    boolean isMarked = false;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        texts.add(text);
        isMarked |= text.getLiteral().indexOf('"') >= 0;
      } else if (node instanceof Block || node instanceof TableCell) {
        in(node);
      } else {
        isMarked |= texts(node, texts);
      }
    }
    return isMarked;
  }

  /// Gathers the characters of that line.
  private static void line(Node parent, StringBuilder line) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        line.append(text.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        line.append(' ');
      } else if (node instanceof Block || node instanceof TableCell) {
        // has lines of its own
      } else if (node.getFirstChild() == null) {
        boolean isTag = node instanceof Markup it && TAG.matcher(it.written()).matches();
        line.append(isTag ? "" : "x");
      } else {
        line(node, line);
      }
    }
  }

  private void change(String line, List<Text> texts) {
    List<String> marks = new ArrayList<>();
    for (int at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
      boolean opening = marks.size() % 2 == 0;
      if (opening ? !isOpening(line, at) : !isClosing(line, at)) {
        return;
      }
      marks.add(opening ? opens : closes);
    }
    if (marks.isEmpty() || marks.size() % 2 != 0) {
      return;
    }
    int next = 0;
    for (Text text : texts) {
      StringBuilder changed = new StringBuilder();
      for (char c : text.getLiteral().toCharArray()) {
        changed.append(c == '"' ? marks.get(next++) : String.valueOf(c));
      }
      text.setLiteral(changed.toString());
    }
  }

  private static boolean isOpening(String line, int at) {
    boolean free =
        at == 0
            || Character.isWhitespace(line.charAt(at - 1))
            || BEFORE_OPENING.indexOf(line.charAt(at - 1)) >= 0;
    return free && at + 1 < line.length() && !Character.isWhitespace(line.charAt(at + 1));
  }

  private static boolean isClosing(String line, int at) {
    return !Character.isWhitespace(line.charAt(at - 1))
        && (at + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 1)));
  }
}
