package dev.perilla.renderer.internal.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheResolver;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;

/// The templates, compiled once. `{{x}}` is escaped; `{{{x}}}` is for markup that the renderer has
/// made.
final class Templates {
  private static final MustacheResolver RESOURCES =
      name -> new StringReader(Resources.text(name + ".mustache"));

  private static final DefaultMustacheFactory FACTORY =
      new DefaultMustacheFactory(RESOURCES) {
        @Override
        public void encode(String value, Writer writer) {
          try {
            writer.write(Chars.html(value));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  /// What a thread fills, one template after the other: it has grown to the size of a page, and
  /// each would grow to that again.
  private static final ThreadLocal<Filled> FILLED = ThreadLocal.withInitial(Filled::new);

  private Templates() {}

  /// The template of that name, filled from the components of a record.
  static String fill(String name, Object model) {
    Filled out = FILLED.get();
    out.text.setLength(0);
    FACTORY.compile(name).execute(out, model);
    return out.text.toString();
  }

  /// Text, without the locks of the JDK's own writers.
  private static final class Filled extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(int c) {
      text.append((char) c);
    }

    @Override
    public void write(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void write(String more) {
      text.append(more);
    }

    @Override
    public void write(String more, int start, int length) {
      text.append(more, start, start + length);
    }

    @Override
    public Writer append(CharSequence more) {
      text.append(more);
      return this;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
