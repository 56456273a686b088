package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Layout.Items;
import dev.perilla.chapter.format.Layout.Pair;
import dev.perilla.chapter.format.Layout.Pairs;
import dev.perilla.chapter.format.Layout.Word;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/// YAML as an author would write it: literal blocks for texts of several lines, quotes where a
/// reader of YAML needs them, short inputs on one line.
///
/// The emitter decides what a style can express and falls back to double quotes; Jackson's own
/// generator has no say over the style of a single value, so the events go to the emitter below it.
final class YamlOutput {
  private static final int LINE = 80;

  /// What some version of YAML takes for something else than a string.
  private static final Pattern NO_STRING =
      Pattern.compile(
          "~|(?i:null|true|false|yes|no|on|off|y|n)|[-+.]?[0-9].*|[-+]?\\.(?i:inf|nan)|=|<<|0[xo].*");

  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

  private final Emitter emitter;

  private YamlOutput(StringBuilder out) {
    DumpSettings settings =
        DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .setWidth(1 << 20)
            .setBestLineBreak("\n")
            .build();
    this.emitter =
        new Emitter(
            settings,
            new StreamDataWriter() {
              @Override
              public void write(String text) {
                out.append(text);
              }

              @Override
              public void write(String text, int offset, int length) {
                out.append(text, offset, offset + length);
              }
            });
  }

  static String write(Layout layout) {
    StringBuilder out = new StringBuilder();
    YamlOutput yaml = new YamlOutput(out);
    yaml.emit(new StreamStartEvent());
    yaml.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    yaml.node(layout, false);
    yaml.emit(new DocumentEndEvent(false));
    yaml.emit(new StreamEndEvent());
    return out.toString();
  }

  private void emit(Event event) {
    emitter.emit(event);
  }

  /// Recursion is bounded by the depth of the model.
  private void node(Layout layout, boolean inFlow) {
    switch (layout) {
      case Word word -> scalar(word.value(), word.text());
      case Pairs pairs -> {
        boolean flat = inFlow || (pairs.flat() && Layout.width(pairs) <= LINE);
        emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(flat)));
        for (Pair pair : pairs.pairs()) {
          scalar(pair.key(), false);
          node(pair.value(), flat);
        }
        emit(new MappingEndEvent());
      }
      case Items items -> {
        boolean flat = inFlow || (items.flat() && Layout.width(items) <= LINE);
        emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(flat)));
        for (Layout item : items.items()) {
          node(item, flat);
        }
        emit(new SequenceEndEvent());
      }
    }
  }

  private static FlowStyle style(boolean flat) {
    return flat ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void scalar(String value, boolean text) {
    boolean quoted =
        (text ? NO_STRING : NULL).matcher(value).matches()
            || value.equals("<<")
            || value.chars().anyMatch(YamlOutput::isEscaped);
    ScalarStyle style =
        quoted
            ? ScalarStyle.DOUBLE_QUOTED
            : value.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
    emit(
        new ScalarEvent(
            Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), value, style));
  }

  /// What is written as an escape: a byte-order mark and the line ends of other standards, which
  /// readers take for layout here and there.
  private static boolean isEscaped(int unit) {
    return unit == 0xFEFF || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
  }
}
