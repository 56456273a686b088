package dev.perilla.renderer.internal.tree;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import org.commonmark.node.Node;

/// How one output writes the nodes that CommonMark does not have.
public interface Spelling {
  /// Appends a number.
  ///
  /// @param inLink whether it stands within a link, where no other link may stand
  void number(Node parent, Inline.Num number, boolean inLink);

  /// Appends a code span.
  void code(Node parent, Inline.CodeSpan span, boolean inLink);

  /// Appends a formula.
  ///
  /// @param alone whether it is all of a line: a heading, a cell
  void formula(Node parent, Inline.Formula formula, boolean inLink, boolean alone);

  /// What is written before words that are bound to a condition; may be empty.
  String open(Inline.Bound bound);

  /// What is written after them; may be empty.
  String close(Inline.Bound bound, boolean inLink);

  /// What is written before words in another language; may be empty.
  default String open(Inline.InLanguage words) {
    return "";
  }

  /// What is written after them; may be empty.
  default String close(Inline.InLanguage words) {
    return "";
  }

  /// What is written before a text in another language; may be empty.
  default String open(Rich.InLanguage text) {
    return "";
  }

  /// What is written after it; may be empty.
  default String close(Rich.InLanguage text) {
    return "";
  }

  /// A code block.
  Node block(Rich.CodeBlock block);

  /// The address of a link as this output spells it.
  default String address(String url) {
    return url;
  }

  /// The address of an image, which is a file of the book.
  default String image(String url) {
    return url;
  }
}
