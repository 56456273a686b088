package dev.perilla.renderer.internal.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheResolver;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

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

  static {
    FACTORY.setObjectHandler(new Methods());
  }

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

  /// Looks names up among the methods of records, which are all that templates are filled from: the
  /// library would learn from eight exceptions that a class has no such member.
  private static final class Methods extends ReflectionObjectHandler {
    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    protected @Nullable AccessibleObject findMember(Class type, String name) {
      if (type.isRecord()) {
        for (Method method : type.getDeclaredMethods()) {
          if (method.getName().equals(name) && method.getParameterCount() == 0) {
            method.setAccessible(true);
            return method;
          }
        }
      }
      return null;
    }
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
