package dev.perilla.renderer.internal.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheResolver;
import dev.perilla.renderer.internal.Chars;
import dev.perilla.renderer.internal.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
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

  private Templates() {}

  /// The template of that name, filled from the components of a record.
  static String fill(String name, Object model) {
    StringWriter out = new StringWriter();
    FACTORY.compile(name).execute(out, model);
    return out.toString();
  }
}
