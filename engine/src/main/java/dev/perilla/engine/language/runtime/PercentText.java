package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.text.FormatTemplate;
import dev.perilla.engine.language.text.Objects;
import dev.perilla.engine.language.text.PercentFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `template % values` and `template.format(…)`, with the objects of a program.
final class PercentText {
  private PercentText() {}

  static String format(Run run, String template, Object operand) {
    PercentFormat.Operand wanted =
        operand instanceof PyTuple tuple
            ? new PercentFormat.Operand.Row(Arrays.asList(tuple.items))
            : new PercentFormat.Operand.Single(
                operand,
                operand instanceof PyDict
                    || operand instanceof PyRange
                    || operand instanceof PyWideRange
                    || operand instanceof PyList
                    || (operand instanceof PyInstance instance
                        && instance.type.find(run, "__getitem__") != null));
    return PercentFormat.format(template, wanted, objects(run), run);
  }

  static String template(Run run, String template, Object[] args, Keywords keywords) {
    Map<String, Object> names = new LinkedHashMap<>();
    for (int i = 0; i < keywords.size(); i++) {
      names.put(keywords.names[i], keywords.values[i]);
    }
    return FormatTemplate.format(template, Arrays.asList(args), names, objects(run), run);
  }

  static String mapped(Run run, String template, Object names) {
    return FormatTemplate.formatMap(
        template, name -> Sequences.get(run, names, name), objects(run), run);
  }

  private static Objects objects(Run run) {
    return new Objects() {
      @Override
      public String str(Object value) {
        return Show.str(run, value);
      }

      @Override
      public String repr(Object value) {
        return Show.repr(run, value);
      }

      @Override
      public String format(Object value, String spec) {
        return Show.format(run, value, spec);
      }

      @Override
      public String typeName(Object value) {
        return Types.name(value);
      }

      @Override
      public Object number(Object value) {
        run.sweeps.shows(value);
        return MathModule.real(run, value);
      }

      @Override
      public Object whole(Object value) {
        boolean isNumber =
            value instanceof PyInstance instance
                && (instance.type.find(run, "__int__") != null
                    || instance.type.find(run, "__index__") != null
                    || instance.type.find(run, "__float__") != null);
        return isNumber ? orItself(value, () -> Constructors.whole(run, value)) : value;
      }

      @Override
      public Object index(Object value) {
        return orItself(value, () -> Constructors.index(run, value));
      }

      // What cannot be made an int stays what it is, whatever the TypeError said.
      private Object orItself(Object value, Supplier<@Nullable Object> made) {
        try {
          Object number = made.get();
          return number == null ? value : number;
        } catch (Unwind.Raise raise) {
          if (raise.exception.type.isSubclass(Types.TYPE_ERROR)) {
            return value;
          }
          throw raise;
        }
      }

      @Override
      public Object attribute(Object value, String name) {
        return Attributes.get(run, value, name);
      }

      @Override
      public Object item(Object value, Object key) {
        return Sequences.get(run, value, key);
      }
    };
  }
}
