package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.plot.Readings.Reading;
import dev.perilla.site.importer.words.Chains;
import dev.perilla.site.importer.words.Chains.Chain;
import dev.perilla.site.importer.words.Chains.Part;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan.Zone;
import dev.perilla.site.importer.words.Table;
import dev.perilla.site.importer.words.Unlabelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Statements about vectors and matrices as a chapter says them: with the functions of its program,
/// each side that holds, and the numbers in the shape that the program has.
final class ArrayTexts {
  private static final Pattern LIST =
      Pattern.compile(
          "\\[[-−\\d., \\[\\]]*\\d[-−\\d., \\[\\]]*\\](?!\\()"
              + "|(?<![\\w)])\\([-−]?\\d[\\d.]*(?:, [-−]?\\d[\\d.]*)+\\)");
  private static final Pattern SUM =
      Pattern.compile(
          "(?i)(\\b(?:sum|suma|total|add up to|adds up to|suman|denominator|denominador)\\b[^.\\n"
              + "|=]{0,25}?)(`?)(\\d+\\.\\d+)\\2(?![\\d.]*\\d)");
  private static final Pattern ITEM =
      Pattern.compile("(?U)(?<![\\w`\\].])([\\p{L}_]\\w*)(?:\\[\\d{1,2}\\]){1,2}(?![\\w`\\[(])");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");
  private static final String FREE = " |:;,.()\n"; // beside a list that stands by itself
  private static final int MOST_RECENT = 4;
  private static final List<String> OUTPUTS =
      List.of("L", "loss", "Loss", "J", "E", "C", "cost", "error");

  private final Arrays arrays;
  private final Program program;
  private Optional<Part> spoken = Optional.empty(); // of what a text spoke last
  private Optional<String> recent = Optional.empty(); // the last list in a text
  private final List<String> recents = new ArrayList<>(); // that stood alone, the last first

  ArrayTexts(Arrays arrays, Program program) {
    this.arrays = arrays;
    this.program = program;
  }

  /// The item with its statements about lists as code that is checked.
  Item dressed(Item item, Predicate<String> known) {
    if (arrays.isEmpty()) {
      return item;
    }
    return switch (item) {
      case Item.Words words ->
          new Item.Words(dressed(words.markdown(), item, known), words.formulas());
      case Item.Heading heading -> heading;
      case Item.Fence fence -> new Item.Fence(dressed(fence.text(), item, known));
      case Item.Listing listing -> listing;
      case Item.Authored block -> block;
      case Item.Speaker said -> said;
      case Item.Silence none -> none;
    };
  }

  private String dressed(String text, Item item, Predicate<String> known) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    boolean fence = item instanceof Item.Fence;
    for (Arrays.Line line : Arrays.lines(item)) {
      for (Chain chain :
          Chains.of(line.words(), line.formal(), name -> arrays.isKnown(name, known))) {
        spoken = chain.goesOn() ? spoken : Optional.of(chain.parts().get(0));
        Zone zone = fence ? Zone.FENCE : line.formal() ? Zone.CODE : Zone.PROSE;
        Optional<String> code =
            arrays.concerns(chain) ? statement(chain, zone, line.words()) : Optional.empty();
        if (code.isPresent()) {
          String before = lists(text.substring(at, line.start() + chain.start()), fence);
          boolean follows = zone == Zone.CODE && before.matches("\\s*[→⇒;]\\s*");
          out.append(follows ? "` " + before.strip() + " `" : before).append(code.get());
          at = line.start() + chain.end();
        }
      }
    }
    columns(text);
    return out.append(lists(text.substring(at), fence)).toString();
  }

  /// The program gets what the columns of tables are made with.
  private void columns(String text) {
    for (Table table : Table.in(text)) {
      for (int i = 0; i < table.head().size(); i++) {
        List<String> numbers = table.column(i).stream().map(table::words).toList();
        if (numbers.stream().allMatch(it -> NUMBER.matcher(it).matches())) {
          Chains.literal(numbers.toString()).filter(ArrayTexts::isTelling).ifPresent(this::of);
        }
      }
    }
  }

  /// A statement in code: the sides that hold, and the number; those that do not where none does.
  private Optional<String> statement(Chain chain, Zone zone, String line) {
    List<Part> parts = chain.parts();
    Optional<Part> number = parts.stream().filter(Part::isLiteral).reduce((one, other) -> other);
    List<Side> sides = new ArrayList<>();
    if (chain.goesOn()) {
      spoken
          .flatMap(arrays::computed)
          .filter(it -> holds(it, number))
          .ifPresent(it -> sides.add(new Side(0, it.code(), Optional.of(it.value()), true, false)));
    }
    for (Part part : parts) {
      boolean first = part.equals(parts.get(0)) && !chain.goesOn();
      if (number.isPresent() && part.equals(number.get())) {
        continue;
      }
      Optional<Reading> asked =
          first && !chain.updates() ? arrays.computed(part) : Optional.empty();
      Optional<Reading> meant =
          asked.isPresent() || (first && chain.updates())
              ? asked
              : arrays.meant("", part, number.map(List::of).orElse(List.of()));
      Optional<Reading> reading = meant.filter(it -> !isUnconnected(part, it) || holds(it, number));
      String code =
          reading
              .map(it -> asked.isPresent() || isOfLists(part) ? it.code() : part.code())
              .orElse("");
      boolean holds = reading.filter(it -> holds(it, number)).isPresent();
      boolean numbers = Numeral.anyDigit(part.words()) && Equation.names(part.code()).isEmpty();
      sides.add(new Side(part.start(), code, reading.map(Reading::value), holds, numbers));
    }
    if (number.isEmpty()) {
      boolean same =
          zone != Zone.PROSE
              && sides.size() > 1
              && sides.stream().allMatch(Side::computed)
              && sides.stream()
                  .allMatch(
                      it -> it.value().orElseThrow().isNear(sides.get(0).value().orElseThrow()));
      return same ? Optional.of(joined(sides, Optional.empty())) : Optional.empty();
    }
    boolean one = sides.stream().anyMatch(Side::holds);
    List<Side> held =
        sides.stream().filter(it -> one ? it.holds() || it.numbers() : it.computed()).toList();
    Optional<String> other = held.isEmpty() ? number.flatMap(this::stated) : Optional.empty();
    if (held.isEmpty() && other.isEmpty()) {
      return Optional.empty();
    }
    String code = other.orElseGet(() -> joined(held, number));
    int first = held.isEmpty() ? number.orElseThrow().start() : held.get(0).start();
    String before = line.substring(chain.start(), Math.max(chain.start(), first)).strip();
    return Optional.of(
        switch (zone) {
          case PROSE -> (before.isEmpty() ? "" : before + " ") + "`" + code + "`";
          case CODE -> (before.isEmpty() ? "" : unrelated(before) + "` `") + code;
          case FENCE -> (before.isEmpty() ? "" : label(unrelated(before))) + code;
        });
  }

  private static boolean holds(Reading reading, Optional<Part> number) {
    return number.filter(it -> !Arrays.agrees(reading.value(), it, 1)).isEmpty();
  }

  /// Whether a derivative is nothing but zeros, as where the program has the output from numbers of
  /// the text: what the lesson says of it cannot be known.
  private static boolean isUnconnected(Part part, Reading reading) {
    return part.tree() instanceof Expr.Derivative
        && reading.value().items().stream().allMatch(it -> it == 0);
  }

  private static String unrelated(String words) {
    return words.replaceFirst("\\s*(?:=|≈|←)$", "");
  }

  /// Words before a statement in a fence, on a line of their own where they have more than words.
  private static String label(String words) {
    return words.matches("(?U)[\\p{L}_ ][\\w ]*") ? words + ":  " : words + "\n    ";
  }

  private boolean isOfLists(Part part) {
    return part.code().contains(",")
        || part.code().contains("//")
        || part.code().startsWith("[") // of one item: `[0.3] + [0.1]` adds items, it joins nothing
        || Equation.names(part.code()).stream().anyMatch(arrays::isListed);
  }

  /// @param start offset in the line
  /// @param holds whether it comes to the number
  /// @param numbers whether it is arithmetic of numbers alone, which has to stay
  private record Side(
      int start, String code, Optional<Array> value, boolean holds, boolean numbers) {
    boolean computed() {
      return value.isPresent();
    }

    boolean isNumber() {
      return value.filter(Array::isNumber).isPresent();
    }

    /// The number of a list of one, where it stands beside a number.
    String item() {
      return value.map(it -> it.item(code)).orElse(code);
    }
  }

  private String joined(List<Side> sides, Optional<Part> number) {
    recent =
        sides.stream()
            .filter(it -> it.value().filter(value -> !value.isNumber()).isPresent())
            .map(Side::code)
            .findFirst()
            .or(() -> recent);
    boolean one = sides.stream().anyMatch(Side::isNumber);
    List<String> all = new ArrayList<>();
    for (Side side : sides) {
      if (!side.code().isEmpty()) {
        program.uses(side.code());
        all.add(one ? side.item() : side.code());
      }
    }
    Optional<Array> value =
        sides.stream()
            .filter(it -> !one || it.isNumber())
            .flatMap(it -> it.value().stream())
            .findFirst();
    number.ifPresent(
        it -> all.add(value.map(like -> it.written(like.shape())).orElse(it.written())));
    return String.join(" = ", all);
  }

  /// Lists that stand by themselves, `[0.55, 0.6]`, as a statement of the name whose numbers they
  /// are.
  private String lists(String words, boolean fence) {
    return fence ? words : sums(alone(items(words)));
  }

  /// `their sum is 11.213`, after a list was spoken of.
  private String sums(String words) {
    return SUM.matcher(words)
        .replaceAll(
            it -> {
              Optional<Part> number = Chains.literal(it.group(3));
              Optional<String> sum =
                  Stream.concat(recents.stream(), recent.stream())
                      .limit(MOST_RECENT)
                      .map(list -> "total(" + list + ")")
                      .filter(code -> number.filter(said -> gives(code, said)).isPresent())
                      .findFirst();
              sum.ifPresent(program::uses);
              return Matcher.quoteReplacement(
                  sum.map(code -> it.group(1) + "`" + code + " = " + it.group(3) + "`")
                      .orElse(it.group()));
            });
  }

  /// `W[0][1]` among words names an item; its digits are no numbers.
  private String items(String words) {
    return ITEM.matcher(words)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    arrays.names().contains(it.group(1))
                        ? "[`" + it.group() + "`]{plain}"
                        : it.group()));
  }

  private String alone(String words) {
    if (words.indexOf('[') < 0 && words.indexOf('(') < 0) {
      return words;
    }
    return LIST.matcher(words)
        .replaceAll(
            it -> {
              char before = before(words, it.start());
              char after = after(words, it.end());
              boolean inCode = before == '`' && after == '`';
              boolean alone =
                  inCode
                      || before == '='
                      || (FREE.indexOf(before) >= 0 && FREE.indexOf(after) >= 0)
                      || (Character.isLetter(before)
                          && words.charAt(it.start() - 1) == ' '
                          && before != '`'
                          && after != '`');
              Optional<String> said =
                  alone ? Chains.literal(it.group()).flatMap(this::stated) : Optional.empty();
              String ticks = inCode ? "" : "`";
              return Matcher.quoteReplacement(
                  said.map(code -> ticks + code + ticks).orElse(it.group()));
            });
  }

  private static char before(String words, int at) {
    int i = at - 1;
    while (i >= 0 && words.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? ' ' : words.charAt(i);
  }

  private static char after(String words, int at) {
    int i = at;
    while (i < words.length() && words.charAt(i) == ' ') {
      i++;
    }
    return i >= words.length() ? ' ' : words.charAt(i);
  }

  /// A list of numbers as a statement of what it is in the program.
  private Optional<String> stated(Part list) {
    return (isTelling(list) ? of(list) : Optional.<String>empty())
        .map(
            name ->
                name
                    + " = "
                    + list.written(program.array(name).map(Array::shape).orElse(List.of())));
  }

  /// Whether numbers are several, and one of them has a fraction: so many are known by them.
  private static boolean isTelling(Part list) {
    return list.literals().orElse(List.of()).size() > 1 && list.words().contains(".");
  }

  private Optional<String> of(Part literal) {
    List<String> rates = Lexicon.RATES.stream().filter(program::knows).toList();
    Optional<String> list =
        Stream.concat(arrays.names().stream(), Unlabelled.made(arrays.names(), rates).stream())
            .filter(it -> gives(it, literal))
            .findFirst();
    if (list.isPresent()) {
      program.uses(list.get());
      recents.addFirst(list.get());
      return list;
    }
    for (String output : OUTPUTS) {
      for (String name : arrays.names()) {
        if (program.knows(output) && gives("grad(" + output + ", " + name + ")", literal)) {
          return Optional.of("d" + output + "/d" + name);
        }
      }
    }
    return Optional.empty();
  }

  private boolean gives(String expression, Part literal) {
    return program.array(expression).filter(it -> Arrays.agrees(it, literal, 1)).isPresent();
  }
}
