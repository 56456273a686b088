package dev.perilla.chapter.compiled;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.Instantiatable;

/// JSON in lines, one for each field of a block, each entry of a ledger: what is deeper stands on
/// one, since blanks before its lines would be two fifths of all bytes.
final class Lines implements PrettyPrinter, Instantiatable<Lines> {
  private final int depth;
  private int open;

  /// @param depth of what has lines of its own
  Lines(int depth) {
    this.depth = depth;
  }

  @Override
  public Lines createInstance() {
    return new Lines(depth);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) {
    out.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator out) {
    start(out, '{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) {
    line(out);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator out) {
    out.writeRaw(':');
    out.writeRaw(' ');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) {
    out.writeRaw(',');
    line(out);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) {
    end(out, '}', entries);
  }

  @Override
  public void writeStartArray(JsonGenerator out) {
    start(out, '[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) {
    line(out);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) {
    out.writeRaw(',');
    line(out);
  }

  @Override
  public void writeEndArray(JsonGenerator out, int items) {
    end(out, ']', items);
  }

  private void start(JsonGenerator out, char bracket) {
    out.writeRaw(bracket);
    open++;
  }

  private void line(JsonGenerator out) {
    if (open <= depth) {
      out.writeRaw('\n');
      for (int i = 0; i < open; i++) {
        out.writeRaw(' ');
      }
    }
  }

  private void end(JsonGenerator out, char bracket, int items) {
    boolean hasLines = items > 0 && open <= depth;
    open--;
    if (hasLines) {
      line(out);
    }
    out.writeRaw(bracket);
  }
}
