package dev.perilla.chapter.compiled;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON in lines, one for each field of a block, each entry of a ledger: what is deeper stands on
/// one, since blanks before its lines would be two fifths of all bytes.
final class Lines extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  private final int depth;

  /// @param depth of what has lines of its own
  Lines(int depth) {
    super(
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""));
    this.depth = depth;
    _objectIndenter = new Upper(depth);
    _arrayIndenter = new Upper(depth);
  }

  @Override
  public Lines createInstance() {
    return new Lines(depth);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) {
    super.writeEndObject(out, _nesting > depth ? 0 : entries);
  }

  @Override
  public void writeEndArray(JsonGenerator out, int items) {
    super.writeEndArray(out, _nesting > depth ? 0 : items);
  }

  private static final class Upper extends DefaultIndenter {
    private static final long serialVersionUID = 1;

    private final int depth;

    Upper(int depth) {
      super(" ", "\n");
      this.depth = depth;
    }

    @Override
    public void writeIndentation(JsonGenerator out, int level) {
      if (level <= depth) {
        super.writeIndentation(out, level);
      }
    }
  }
}
