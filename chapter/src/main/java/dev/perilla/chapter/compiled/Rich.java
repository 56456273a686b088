package dev.perilla.chapter.compiled;

import java.util.List;
import java.util.Optional;

/// Markdown after execution, as a tree: blocks here, inlines in [Inline]. The node names are
/// CommonMark's.
public sealed interface Rich {
  record Paragraph(List<Inline> inlines) implements Rich {
    public Paragraph {
      inlines = List.copyOf(inlines);
    }
  }

  /// @param level 1 to 6
  record Heading(int level, List<Inline> inlines) implements Rich {
    public Heading {
      inlines = List.copyOf(inlines);
    }
  }

  record BlockQuote(List<Rich> blocks) implements Rich {
    public BlockQuote {
      blocks = List.copyOf(blocks);
    }
  }

  record BulletList(boolean tight, List<Item> items) implements Rich {
    public BulletList {
      items = List.copyOf(items);
    }
  }

  /// @param start the number of the first item
  record OrderedList(int start, boolean tight, List<Item> items) implements Rich {
    public OrderedList {
      items = List.copyOf(items);
    }
  }

  /// @param checked the state of a task; empty for an item that is none
  record Item(Optional<Boolean> checked, List<Rich> blocks) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  /// A fenced or indented code block. `inlines` are [Inline.Str] (with line ends) and [Inline.Num].
  record CodeBlock(String info, List<Inline> inlines) implements Rich {
    public CodeBlock {
      inlines = List.copyOf(inlines);
    }
  }

  record Table(List<Alignment> columns, List<Cell> header, List<Row> rows) implements Rich {
    public Table {
      columns = List.copyOf(columns);
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  record Cell(List<Inline> inlines) {
    public Cell {
      inlines = List.copyOf(inlines);
    }
  }

  enum Alignment {
    NONE,
    LEFT,
    CENTER,
    RIGHT
  }

  record ThematicBreak() implements Rich {}

  record FootnoteDefinition(String label, List<Rich> blocks) implements Rich {
    public FootnoteDefinition {
      blocks = List.copyOf(blocks);
    }
  }

  /// A text that is not in the language of the page: the original's, where a translation has none.
  ///
  /// @param lang its language tag
  record InLanguage(String lang, List<Rich> blocks) implements Rich {
    public InLanguage {
      blocks = List.copyOf(blocks);
    }
  }

  /// What stands within a line.
  sealed interface Inline {
    /// Plain characters, to be escaped by whoever writes them.
    record Str(String text) implements Inline {}

    /// A numeral as it stands on the page; `claim` names its entry in the [Ledger].
    record Num(String text, String claim) implements Inline {}

    /// Words bound to a condition that holds; `claim` names its entry.
    record Bound(String claim, List<Inline> inlines) implements Inline {
      public Bound {
        inlines = List.copyOf(inlines);
      }
    }

    record Emphasis(List<Inline> inlines) implements Inline {
      public Emphasis {
        inlines = List.copyOf(inlines);
      }
    }

    record Strong(List<Inline> inlines) implements Inline {
      public Strong {
        inlines = List.copyOf(inlines);
      }
    }

    record Strikethrough(List<Inline> inlines) implements Inline {
      public Strikethrough {
        inlines = List.copyOf(inlines);
      }
    }

    /// A code span; `inlines` are [Str] and [Num]. Where the whole span is a checked statement,
    /// `claim` names its entry.
    record CodeSpan(Optional<String> claim, List<Inline> inlines) implements Inline {
      public CodeSpan {
        inlines = List.copyOf(inlines);
      }
    }

    /// A formula in TeX, as it is written between its dollar signs. Where it is a checked
    /// statement, `claim` names its entry; an empty one states nothing and has no numeral of its
    /// own.
    ///
    /// @param display whether it stands on a line of its own
    record Formula(Optional<String> claim, String tex, boolean display) implements Inline {}

    /// @param url checked: http, https, mailto or relative
    record Link(String url, String title, List<Inline> inlines) implements Inline {
      public Link {
        inlines = List.copyOf(inlines);
      }
    }

    /// @param url a file of the book, relative
    record Image(String url, String title, List<Inline> alt) implements Inline {
      public Image {
        alt = List.copyOf(alt);
      }
    }

    /// Words that are not in the language of the page.
    ///
    /// @param lang their language tag
    record InLanguage(String lang, List<Inline> inlines) implements Inline {
      public InLanguage {
        inlines = List.copyOf(inlines);
      }
    }

    record LineBreak(boolean hard) implements Inline {}

    record FootnoteReference(String label) implements Inline {}
  }
}
