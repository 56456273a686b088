package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Ints;
import dev.perilla.engine.language.text.Casing;
import dev.perilla.engine.language.text.CodePoints;
import dev.perilla.engine.language.text.Splitting;
import dev.perilla.engine.language.text.Strings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The methods of `str`.
final class TextMethods {
  private TextMethods() {}

  /// A method of one string without arguments.
  private static void plain(PyClass type, String name, Function<String, Object> body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "str", name, args, keywords, 0, 0);
          String text = (String) self;
          charge(run, text);
          return body.apply(text);
        });
  }

  private static void is(PyClass type, String name, Predicate<String> body) {
    plain(type, name, body::test);
  }

  private static void charge(Run run, String text) {
    if (text.length() > 64) {
      run.steps(text.length() / 4);
      run.allocate(2L * text.length());
    }
  }

  private static String text(Run run, Object object, String message) {
    if (object instanceof String text) {
      return text;
    }
    throw run.typeError(message);
  }

  private static String text(Run run, Object object) {
    return text(run, object, "must be str, not " + Types.name(object));
  }

  static void install(PyClass type) {
    plain(type, "upper", Casing::upper);
    plain(type, "lower", Casing::lower);
    plain(type, "casefold", Casing::fold);
    plain(type, "capitalize", Casing::capitalize);
    plain(type, "title", Casing::title);
    plain(type, "swapcase", Casing::swap);
    is(type, "isupper", Casing::isUpper);
    is(type, "islower", Casing::isLower);
    is(type, "istitle", Casing::isTitle);
    is(type, "isspace", Strings::isSpace);
    is(type, "isalpha", Strings::isAlpha);
    is(type, "isalnum", Strings::isAlphanumeric);
    is(type, "isdecimal", Strings::isDecimal);
    is(type, "isdigit", Strings::isDigit);
    is(type, "isnumeric", Strings::isNumeric);
    is(type, "isprintable", Strings::isPrintable);
    is(type, "isascii", Strings::isAscii);
    is(type, "isidentifier", Strings::isIdentifier);
    strips(type);
    searches(type);
    splits(type);
    aligns(type);
    Translations.install(type);
    Constructors.method(
        type,
        "format_map",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.format_map", args, keywords, 1, 1);
          return PercentText.mapped(run, (String) self, args[0]);
        });
    Constructors.method(
        type,
        "format",
        (run, self, args, keywords) -> PercentText.template(run, (String) self, args, keywords));
    Constructors.method(
        type,
        "join",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.join", args, keywords, 1, 1);
          Object[] items =
              args[0] instanceof PyList || args[0] instanceof PyTuple
                  ? Iterate.all(run, args[0])
                  : Iterate.listed(run, Iterate.over(run, args[0], "can only join an iterable"));
          List<String> parts = new ArrayList<>(items.length);
          for (int i = 0; i < items.length; i++) {
            parts.add(
                text(
                    run,
                    items[i],
                    "sequence item "
                        + i
                        + ": expected str instance, "
                        + Types.name(items[i])
                        + " found"));
          }
          run.steps(items.length / 4);
          return Strings.join((String) self, parts, run);
        });
    Constructors.method(
        type,
        "replace",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.replace", args, keywords, 2, 3);
          charge(run, (String) self);
          String part =
              text(run, args[0], "replace() argument 1 must be str, not " + Types.given(args[0]));
          String with =
              text(run, args[1], "replace() argument 2 must be str, not " + Types.given(args[1]));
          long count = args.length > 2 ? (long) Constructors.size(run, args[2]) : -1;
          return Strings.replace((String) self, part, with, count, run);
        });
  }

  private static void strips(PyClass type) {
    for (String name : new String[] {"strip", "lstrip", "rstrip"}) {
      boolean start = !name.equals("rstrip");
      boolean end = !name.equals("lstrip");
      Constructors.method(
          type,
          name,
          (run, self, args, keywords) -> {
            Calls.arity(run, "str", name, args, keywords, 0, 1);
            String text = (String) self;
            charge(run, text);
            if (args.length == 1 && args[0] != Singleton.NONE) {
              return Strings.strip(
                  text, text(run, args[0], name + " arg must be None or str"), start, end);
            }
            return start && end
                ? Strings.strip(text)
                : start ? Strings.stripStart(text) : Strings.stripEnd(text);
          });
    }
    Constructors.method(
        type,
        "removeprefix",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.removeprefix", args, keywords, 1, 1);
          return Strings.removePrefix((String) self, affix(run, args[0], "removeprefix"));
        });
    Constructors.method(
        type,
        "removesuffix",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.removesuffix", args, keywords, 1, 1);
          return Strings.removeSuffix((String) self, affix(run, args[0], "removesuffix"));
        });
  }

  private static String affix(Run run, Object object, String method) {
    return text(run, object, method + "() argument must be str, not " + Types.given(object));
  }

  private static long index(Run run, Object object) {
    Object number = Constructors.integer(run, object);
    return switch (number) {
      case BigInteger big -> big.signum() < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE;
      default -> (Long) number;
    };
  }

  private static long start(Run run, Object[] args) {
    return args.length > 1 && args[1] != Singleton.NONE ? place(run, args[1]) : 0;
  }

  private static long end(Run run, Object[] args) {
    return args.length > 2 && args[2] != Singleton.NONE ? place(run, args[2]) : Long.MAX_VALUE;
  }

  private static long place(Run run, Object object) {
    if (!Arithmetic.isInt(object) && Calls.special(run, object, "__index__") == null) {
      throw run.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return index(run, object);
  }

  /// One to three arguments, counted in the words of those methods that take a start and an end.
  private static void between(Run run, String name, Object[] args, Keywords keywords) {
    if (keywords.size() > 0) {
      Calls.unnamed(run, "str." + name, keywords);
    }
    if (args.length < 1 || args.length > 3) {
      throw run.typeError(
          name
              + (args.length < 1
                  ? "() takes at least 1 argument ("
                  : "() takes at most 3 arguments (")
              + args.length
              + " given)");
    }
  }

  private interface Search {
    Object find(String text, String part, long start, long end);
  }

  private static void search(PyClass type, String name, Search body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          between(run, name, args, keywords);
          charge(run, (String) self);
          long start = start(run, args);
          long end = end(run, args);
          return body.find((String) self, text(run, args[0]), start, end);
        });
  }

  private static void searches(PyClass type) {
    search(type, "find", Strings::find);
    search(type, "rfind", Strings::findLast);
    search(
        type,
        "index",
        (text, part, start, end) -> Strings.found(Strings.find(text, part, start, end)));
    search(
        type,
        "rindex",
        (text, part, start, end) -> Strings.found(Strings.findLast(text, part, start, end)));
    search(type, "count", Strings::count);
    affix(type, "startswith", Strings::startsWith);
    affix(type, "endswith", Strings::endsWith);
  }

  private interface Affix {
    boolean has(String text, String part, long start, long end);
  }

  private static void affix(PyClass type, String name, Affix body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          between(run, name, args, keywords);
          Object[] parts = args[0] instanceof PyTuple tuple ? tuple.items : new Object[] {args[0]};
          long start = start(run, args);
          long end = end(run, args);
          for (Object part : parts) {
            run.step();
            if (!(part instanceof String text)) {
              throw run.typeError(
                  args[0] instanceof PyTuple
                      ? "tuple for " + name + " must only contain str, not " + Types.name(part)
                      : name + " first arg must be str or a tuple of str, not " + Types.name(part));
            }
            if (body.has((String) self, text, start, end)) {
              return true;
            }
          }
          return false;
        });
  }

  private static PyList list(Run run, List<String> parts) {
    return new PyList(run, parts.isEmpty() ? new Object[4] : parts.toArray(), parts.size());
  }

  private static void splits(PyClass type) {
    for (String name : new String[] {"split", "rsplit"}) {
      boolean fromEnd = name.equals("rsplit");
      Constructors.method(
          type,
          name,
          (run, self, args, keywords) -> {
            @Nullable Object[] bound =
                Calls.bind(run, name, args, keywords, 0, 0, 2, "sep", "maxsplit");
            Object separator = bound[0];
            Object most = bound[1];
            long limit = most == null ? -1 : (long) Constructors.size(run, most);
            String text = (String) self;
            charge(run, text);
            run.allocate(20L * text.length());
            if (separator == null || separator == Singleton.NONE) {
              return list(
                  run,
                  fromEnd ? Splitting.wordsFromEnd(text, limit) : Splitting.words(text, limit));
            }
            String by = text(run, separator, "must be str or None, not " + Types.name(separator));
            return list(
                run,
                fromEnd
                    ? Splitting.splitFromEnd(text, by, limit)
                    : Splitting.split(text, by, limit));
          });
    }
    Constructors.method(
        type,
        "splitlines",
        (run, self, args, keywords) -> {
          Object given = Calls.bind(run, "splitlines", args, keywords, 0, 0, 1, "keepends")[0];
          boolean keep = given != null && Constructors.small(run, given) != 0;
          charge(run, (String) self);
          return list(run, Splitting.lines((String) self, keep));
        });
    for (String name : new String[] {"partition", "rpartition"}) {
      Constructors.method(
          type,
          name,
          (run, self, args, keywords) -> {
            Calls.arity(run, "str", name, args, keywords, 1, 1);
            charge(run, (String) self);
            String by = text(run, args[0]);
            List<String> parts =
                name.equals("partition")
                    ? Splitting.partition((String) self, by)
                    : Splitting.partitionAtLast((String) self, by);
            return new PyTuple(parts.toArray());
          });
    }
  }

  private interface Align {
    String in(String text, Object width, String fill, Run run);
  }

  private static void align(PyClass type, String name, Align body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, "str", name, args, keywords, 1, 2);
          String fill = " ";
          Object width = Constructors.size(run, args[0]);
          if (args.length > 1) {
            if (!(args[1] instanceof String given)) {
              throw run.typeError(
                  "The fill character must be a unicode character, not " + Types.name(args[1]));
            }
            if (CodePoints.length(given) != 1) {
              throw run.typeError("The fill character must be exactly one character long");
            }
            fill = given;
          }
          return body.in((String) self, width, fill, run);
        });
  }

  private static void aligns(PyClass type) {
    align(type, "ljust", Strings::alignLeft);
    align(type, "rjust", Strings::alignRight);
    align(type, "center", Strings::center);
    Constructors.method(
        type,
        "zfill",
        (run, self, args, keywords) -> {
          Calls.arity(run, "str.zfill", args, keywords, 1, 1);
          return Strings.zeroFill((String) self, Constructors.size(run, args[0]), run);
        });
    Constructors.method(
        type,
        "expandtabs",
        (run, self, args, keywords) -> {
          Object size = Calls.bind(run, "expandtabs", args, keywords, 0, 0, 1, "tabsize")[0];
          Object width = size == null ? 8L : Constructors.small(run, size);
          charge(run, (String) self);
          return Strings.expandTabs((String) self, Ints.compare(width, 0L) < 0 ? 0L : width, run);
        });
  }
}
