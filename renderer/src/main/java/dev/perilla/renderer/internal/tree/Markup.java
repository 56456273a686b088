package dev.perilla.renderer.internal.tree;

import org.commonmark.node.CustomNode;

/// A node that is written as it stands, made by the renderer, never by an author.
public final class Markup extends CustomNode {
  private final String written;

  public Markup(String written) {
    this.written = written;
  }

  public String written() {
    return written;
  }
}
