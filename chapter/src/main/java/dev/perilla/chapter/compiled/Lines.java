package dev.perilla.chapter.compiled;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON in lines, one for each field of a block, each entry of a ledger: what is deeper stands on
/// one, since blanks before its lines would be two fifths of all bytes.
final class Lines extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;
  private static final int DEPTH = 3;

  Lines() {
    super(
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator(""));
    _objectIndenter = new Upper();
    _arrayIndenter = new Upper();
  }

  @Override
  public Lines createInstance() {
    return new Lines();
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) {
    super.writeEndObject(out, _nesting > DEPTH ? 0 : entries);
  }

  @Override
  public void writeEndArray(JsonGenerator out, int items) {
    super.writeEndArray(out, _nesting > DEPTH ? 0 : items);
  }

  private static final class Upper extends DefaultIndenter {
    private static final long serialVersionUID = 1;

    Upper() {
      super(" ", "\n");
    }

    @Override
    public void writeIndentation(JsonGenerator out, int level) {
      if (level <= DEPTH) {
        super.writeIndentation(out, level);
      }
    }
  }
}
