package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.plot.Readings.Reading;
import dev.perilla.site.importer.words.Chains;
import dev.perilla.site.importer.words.Chains.Chain;
import dev.perilla.site.importer.words.Chains.Part;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Points;
import dev.perilla.site.importer.words.Unlabelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The vectors and matrices of a lesson: `W = [[0.1, 0.2], [0.3, 0.4]]` is an input, `z = W x + b`
/// a step, and `z = [0.5, 1.1]` what it comes to. The program has them as lists of values, so that
/// `dL/dW` has the shape of `W`; texts say each statement with the functions of the program.
final class Arrays {
  private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
  private static final Pattern LIKE_A_LIST = Pattern.compile("[\\[(]\\s*[-−]?\\d[^\\])\\n]{0,40},");
  private static final Pattern OFF_BY =
      Pattern.compile(
          "(?U)([\\p{L}_]\\w*)\\s*[-−]\\s*([\\p{L}_]\\w*)[`$]*\\s*=\\s*[`$]*([\\[(][^\\[\\])\\n"
              + "]{1,400}[\\])])");
  private static final int MOST = 100; // of lists of one lesson

  private final Program program;
  private final Map<String, List<Chain>> said = new HashMap<>(); // by what they speak of
  private final Set<String> listed = new HashSet<>(); // names that come to lists somewhere
  private final Set<String> mentioned = new HashSet<>();
  private final Set<String> numbered = new HashSet<>(); // names with a number beside them
  private final Map<String, String> data = new LinkedHashMap<>(); // points, by columns
  private Optional<Points> dataIn = Optional.empty();
  private final List<String> names = new ArrayList<>(); // of lists, the last first
  private final Map<String, Chain> waiting = new LinkedHashMap<>();
  private final Set<String> left = new HashSet<>(); // names that only exercises before have given
  private final Map<String, Integer> given = new HashMap<>(); // inputs, each by its heading
  private final Set<String> computed = new HashSet<>();
  private int heading = 0; // how many were passed
  private Optional<String> last = Optional.empty(); // what was spoken of last

  private Arrays(Program program) {
    this.program = program;
  }

  /// What `items` say of lists, anywhere.
  static Arrays of(List<Item> items, Program program) {
    Arrays arrays = new Arrays(program);
    if (items.stream().noneMatch(Arrays::mayList)) {
      return arrays;
    }
    arrays.survey(items);
    for (Item item : items) {
      for (Line line : lines(item)) {
        Matcher word = Pattern.compile("(?U)[\\p{L}_]\\w*").matcher(line.words());
        while (word.find()) {
          arrays.mentioned.add(word.group());
        }
        Matcher number =
            Pattern.compile("(?U)\\b([\\p{L}_]\\w*)[`$]?\\s*=\\s*[`$]?[-−]?\\d")
                .matcher(line.words());
        while (number.find()) {
          arrays.numbered.add(number.group(1));
        }
      }
    }
    items.stream()
        .filter(Item.Words.class::isInstance)
        .flatMap(it -> Points.in(((Item.Words) it).markdown()).stream())
        .findFirst()
        .ifPresent(arrays::data);
    return arrays;
  }

  private void survey(List<Item> items) {
    Optional<String> subject = Optional.empty();
    for (Item item : items) {
      for (Line line : lines(item)) {
        for (Chain chain : Chains.of(line.words(), line.formal(), name -> false)) {
          subject = chain.goesOn() ? subject : subject(chain);
          subject.ifPresent(it -> said.computeIfAbsent(it, name -> new ArrayList<>()).add(chain));
          boolean list = chain.parts().getLast().isList();
          if (list && subject.isPresent()) {
            listed.add(subject.get());
          }
        }
      }
    }
  }

  /// The columns of the lesson's data get names that its formulas use and that have no number.
  private void data(Points points) {
    List<List<String>> may =
        points.columns().size() == 2
            ? List.of(
                List.of("x", "x_i", "xi", "inputs"),
                List.of("y", "y_i", "yi", "t", "t_i", "target", "targets"))
            : List.of(
                List.of("x1", "x_1", "inputs1"),
                List.of("x2", "x_2", "inputs2"),
                List.of("y", "t", "target", "targets"));
    for (int i = 0; i < points.columns().size(); i++) {
      List<String> free =
          may.get(i).stream()
              .filter(it -> !numbered.contains(it) && !computes(it) && !listed.contains(it))
              .toList();
      String name =
          free.stream().filter(mentioned::contains).findFirst().orElse(may.get(i).getLast());
      data.put(name, points.list(i));
      listed.add(name);
    }
    dataIn = Optional.of(points);
  }

  /// Whether an item may have a list of numbers in it, seen at little cost.
  private static boolean mayList(Item item) {
    return switch (item) {
      case Item.Words words -> LIKE_A_LIST.matcher(words.markdown()).find();
      case Item.Fence fence -> LIKE_A_LIST.matcher(fence.text()).find();
      case Item.Heading heading -> false;
      case Item.Listing listing -> false;
      case Item.Authored block -> false;
      case Item.Speaker said -> false;
      case Item.Silence none -> false;
    };
  }

  /// How a gradient is named that the lesson computes by a formula of its own.
  static String gradient(String of, String by) {
    return "d" + of + "_d" + by.replaceAll("\\W+", "_");
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  // ---- texts

  /// A piece of a text in which a statement may stand.
  ///
  /// @param start offset in the text
  /// @param formal whether it is code
  record Line(int start, String words, boolean formal) {}

  static List<Line> lines(Item item) {
    return switch (item) {
      case Item.Words words -> prose(words.markdown());
      case Item.Heading heading -> prose(heading.words());
      case Item.Fence fence -> rows(fence.text(), 0, true);
      case Item.Listing listing -> List.of();
      case Item.Authored block -> List.of();
      case Item.Speaker said -> List.of();
      case Item.Silence none -> List.of();
    };
  }

  private static List<Line> prose(String text) {
    List<Line> found = new ArrayList<>();
    Matcher span = SPAN.matcher(text);
    int at = 0;
    while (span.find()) {
      found.addAll(rows(text.substring(at, span.start()), at, false));
      found.add(new Line(span.start(1), span.group(1), true));
      at = span.end();
    }
    found.addAll(rows(text.substring(at), at, false));
    return found;
  }

  private static List<Line> rows(String text, int base, boolean formal) {
    List<Line> found = new ArrayList<>();
    int at = 0;
    for (String row : text.split("\n", -1)) {
      found.add(new Line(base + at, row, formal));
      at += row.length() + 1;
    }
    return found;
  }

  private Optional<String> subject(Chain chain) {
    return chain.goesOn() || chain.parts().size() < 2
        ? Optional.empty()
        : switch (chain.parts().get(0).tree()) {
          case Expr.Name name -> Optional.of(name.id());
          case Expr.Derivative it ->
              Optional.of(
                  gradient(it.of().id(), chain.parts().get(0).code().replaceFirst(".*/d", "")));
          default -> Optional.empty();
        };
  }

  boolean concerns(Chain chain) {
    return chain.goesOn()
        || chain.parts().stream()
            .anyMatch(
                part ->
                    part.code().contains("[")
                        || part.isList()
                        || Equation.names(part.code()).stream().anyMatch(listed::contains));
  }

  // ---- what a text adds to the program

  /// The statements that the program needs for what `item` says of lists, in order; they have run.
  List<String> learned(Item item, Predicate<String> known) {
    List<String> code = new ArrayList<>();
    heading += item instanceof Item.Heading ? 1 : 0;
    if (!data.isEmpty()
        && item instanceof Item.Words words
        && Points.in(words.markdown()).equals(dataIn)) {
      data.forEach((name, list) -> define(name, list, code));
      data.clear();
    }
    if (item instanceof Item.Words words) {
      Unlabelled.in(words.markdown(), !isEmpty())
          .forEach(
              (name, list) -> {
                Optional<Part> literal = Chains.literal(list);
                boolean free = !known.test(name) && program.array(name).isEmpty();
                if (free && literal.isPresent() && !isOfList(literal.get())) {
                  define(name, "values(" + literal.get().written() + ")", code);
                }
              });
    }
    for (Line line : isEmpty() ? List.<Line>of() : lines(item)) {
      targets(line.words(), known, code);
      for (Chain chain : Chains.of(line.words(), line.formal(), name -> isKnown(name, known))) {
        last = chain.goesOn() ? last : subject(chain);
        if (last.isPresent() && concerns(chain) && names.size() < MOST) {
          learn(last.get(), chain, code);
        }
      }
    }
    return code;
  }

  /// Another exercise begins: its lists are what it says of them.
  void anew(List<Item> part) {
    left.addAll(names);
    waiting.clear();
    said.clear();
    survey(part);
  }

  /// Whether a list is one that the program has.
  private boolean isOfList(Part literal) {
    return names.stream()
        .flatMap(it -> program.array(it).stream())
        .anyMatch(it -> agrees(it, literal, 1));
  }

  boolean isKnown(String name, Predicate<String> known) {
    return known.test(name) || names.contains(name);
  }

  private void learn(String name, Chain chain, List<String> code) {
    List<Part> sides =
        chain.goesOn() ? chain.parts() : chain.parts().subList(1, chain.parts().size());
    Optional<Array> before = program.array(name);
    boolean becomesList = // `x = [1, 2, 3]`, which was one number so far
        before.filter(Array::isNumber).isPresent()
            && sides.size() == 1
            && sides.get(0).isList()
            && sides.get(0).literals().filter(it -> it.size() > 1).isPresent();
    if (isAnotherInput(name, sides)) {
      left.add(name);
      left.addAll(computed); // what follows from it may be said anew
    }
    boolean free =
        !Readings.isFunction(name)
            && !ListFunctions.names().contains(name)
            && !chain.updates()
            && (before.isEmpty() || becomesList || left.contains(name));
    if (!free) {
      return;
    }
    boolean asked = name.contains("_d") && computed(chain.parts().get(0)).isPresent();
    if (asked) {
      return; // the program can be asked for this gradient
    }
    for (boolean named : List.of(true, false)) {
      for (Part side : sides) {
        if (side.isLiteral() || Equation.names(side.code()).isEmpty() == named) {
          continue;
        }
        Optional<Reading> reading = meant(name, side, sides);
        if (reading.isPresent() && define(name, single(name, reading.get()), code)) {
          computed.add(name);
          return;
        }
      }
    }
    Part end = sides.getLast();
    boolean input =
        end.isLiteral() && end.isList() && !computes(name) && !Lexicon.isIn(Lexicon.RESULTS, name);
    if (input) {
      define(name, made(end).orElse("values(" + end.written() + ")"), code);
      given.put(name, heading);
    } else {
      waiting.putIfAbsent(name, chain);
    }
  }

  /// Whether an input has other numbers under another heading than it had: not one of them is
  /// wrong, but most are others.
  private boolean isAnotherInput(String name, List<Part> sides) {
    Part end = sides.getLast();
    Optional<Array> before = program.array(name);
    boolean again =
        sides.size() == 1
            && end.isLiteral()
            && end.isList()
            && given.getOrDefault(name, heading) < heading
            && before.isPresent();
    List<String> numbers = again ? end.literals().orElse(List.of()) : List.of();
    if (numbers.size() < 2) {
      return false;
    }
    List<Double> items = before.orElseThrow().items();
    long same =
        IntStream.range(0, Math.min(numbers.size(), items.size()))
            .filter(i -> Program.near(Double.parseDouble(numbers.get(i)), items.get(i)))
            .count();
    return numbers.size() != items.size() || same * 2 < numbers.size();
  }

  /// A list of one number is that number, where the lesson says so: `z = W a + b = 2.76`.
  private String single(String name, Reading reading) {
    boolean number =
        said.getOrDefault(name, List.of()).stream()
            .map(it -> it.parts().getLast())
            .anyMatch(it -> it.isLiteral() && !it.isList());
    return number ? reading.value().item(reading.code()) : reading.code();
  }

  /// The target of `p - y = [-0.3, 0.2, 0.1]`, of which the lesson says in words that it is the
  /// first class: 1 there and 0 elsewhere.
  private void targets(String words, Predicate<String> known, List<String> code) {
    Matcher off = OFF_BY.matcher(words);
    while (off.find()) {
      String target = off.group(2);
      Optional<Part> list = Chains.literal(off.group(3));
      boolean free = !isKnown(target, known) && program.array(target).isEmpty();
      int classes = program.array(off.group(1)).map(it -> it.items().size()).orElse(0);
      for (int hot = 0; free && list.isPresent() && hot < Math.min(classes, MOST); hot++) {
        List<String> items = new ArrayList<>(Collections.nCopies(classes, "0"));
        items.set(hot, "1");
        Optional<Array> value = program.array("minus(" + off.group(1) + ", " + items + ")");
        if (value.filter(it -> agrees(it, list.get(), 1)).isPresent()) {
          define(target, "values(" + items + ")", code);
          break;
        }
      }
    }
  }

  /// What lessons make of lists without a formula, where that is `literal` in all its digits, or in
  /// those of all numbers but one: as a rule its probabilities are the softmax of what was said
  /// before.
  private Optional<String> made(Part literal) {
    return literal.written().matches("(?s).*[.]\\d\\d.*") && !isOfList(literal)
        ? Unlabelled.made(names, List.of()).stream()
            .filter(it -> it.startsWith("softmax(") || it.startsWith("each("))
            .filter(it -> program.array(it).filter(of -> isNearly(of, literal)).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isNearly(Array value, Part literal) {
    List<String> numbers = literal.literals().orElse(List.of());
    if (numbers.size() != value.items().size()) {
      return false;
    }
    long agreeing =
        IntStream.range(0, numbers.size())
            .filter(
                i ->
                    Numeral.whole(numbers.get(i), Notation.POINT)
                        .filter(it -> Digits.agree(value.items().get(i), it, 1))
                        .isPresent())
            .count();
    return agreeing == numbers.size() || (agreeing >= 2 && agreeing == numbers.size() - 1);
  }

  /// Whether the lesson says how a name is computed, of names that it says something of.
  private boolean computes(String name) {
    return said.getOrDefault(name, List.of()).stream()
        .flatMap(it -> it.parts().stream().skip(it.goesOn() ? 0 : 1))
        .anyMatch(
            side -> {
              Set<String> of = new HashSet<>(Equation.names(side.code()));
              of.removeIf(it -> it.equals("T") || Readings.isFunction(it));
              return !of.isEmpty() && !of.contains(name) && said.keySet().containsAll(of);
            });
  }

  private boolean define(String name, String formula, List<String> code) {
    if (!program.step(name, formula)) {
      return false;
    }
    code.add(name + " = " + formula);
    left.remove(name);
    program.uses(formula);
    Optional<Array> value = program.array(name);
    if (value.filter(it -> !it.isNumber()).isPresent()) {
      names.remove(name);
      names.addFirst(name);
      listed.add(name);
      items(name, value.get(), code);
    }
    waiting.remove(name);
    return true;
  }

  /// Names of items that the lesson uses: `h1` of `h`, `w21` of `W`.
  private void items(String name, Array value, List<String> code) {
    boolean fromZero = mentioned.contains(name + "0");
    for (int i = 0; i < value.shape().get(0) && i < 9; i++) {
      int columns = value.depth() == 2 ? Math.min(9, value.shape().get(1)) : 1;
      for (int j = 0; j < columns; j++) {
        int first = fromZero ? 0 : 1;
        String digits = value.depth() == 2 ? "" + (i + first) + (j + first) : "" + (i + first);
        String place = value.depth() == 2 ? "[" + i + "][" + j + "]" : "[" + i + "]";
        for (String item :
            List.of(
                name + digits,
                name + "_" + digits,
                name.toLowerCase(java.util.Locale.ROOT) + digits)) {
          boolean wanted =
              mentioned.contains(item) && !said.containsKey(item) && program.array(item).isEmpty();
          if (wanted && program.step(item, name + place)) {
            code.add(item + " = " + name + place);
          }
        }
      }
    }
  }

  /// Formulas that waited for others.
  List<String> resolved() {
    List<String> code = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Chain> it : new LinkedHashMap<>(waiting).entrySet()) {
        learn(it.getKey(), it.getValue(), code);
        more |= !waiting.containsKey(it.getKey());
      }
    }
    return code;
  }

  // ---- what a formula means

  /// The reading that a number beside it confirms, or the likeliest of the shape that the lesson
  /// says the name has.
  Optional<Reading> meant(String name, Part side, List<Part> sides) {
    List<Reading> readings = Readings.of(program, side.code(), side.tree());
    Optional<Part> number = sides.stream().filter(Part::isLiteral).findFirst();
    if (number.isPresent()) {
      Optional<Reading> agreeing =
          readings.stream().filter(it -> agrees(it.value(), number.get(), 1)).findFirst();
      if (agreeing.isPresent()) {
        return agreeing;
      }
    }
    for (Chain chain : said.getOrDefault(name, List.of())) {
      Part end = chain.parts().getLast();
      if (end.isLiteral()) {
        Optional<Reading> agreeing =
            readings.stream().filter(it -> agrees(it.value(), end, Digits.NEXT)).findFirst();
        Optional<Reading> alike =
            readings.stream()
                .filter(it -> it.value().items().size() == end.literals().orElseThrow().size())
                .findFirst();
        if (agreeing.or(() -> alike).isPresent()) {
          return agreeing.or(() -> alike);
        }
      }
    }
    return readings.stream().findFirst();
  }

  /// @param units of the last place that may lie between; 1 is to the digits
  static boolean agrees(Array value, Part literal, int units) {
    List<String> numbers = literal.literals().orElse(List.of());
    if (numbers.size() != value.items().size()) {
      return false;
    }
    for (int i = 0; i < numbers.size(); i++) {
      Optional<Numeral> numeral = Numeral.whole(numbers.get(i), Notation.POINT);
      if (numeral.isEmpty() || !Digits.agree(value.items().get(i), numeral.get(), units)) {
        return false;
      }
    }
    return true;
  }

  /// What a name or a gradient gives, with the code that asks for it.
  Optional<Reading> computed(Part part) {
    return switch (part.tree()) {
      case Expr.Name name -> program.array(name.id()).map(it -> new Reading(name.id(), it, false));
      case Expr.Derivative it -> {
        String by = part.code().replaceFirst(".*/d", "");
        Optional<Reading> asked =
            program
                .array("grad(" + it.of().id() + ", " + by + ")")
                .map(value -> new Reading("d" + it.of().id() + "/d" + by, value, false));
        String named = gradient(it.of().id(), by);
        yield asked.or(() -> program.array(named).map(value -> new Reading(named, value, false)));
      }
      default -> Optional.empty();
    };
  }

  boolean isListed(String name) {
    return listed.contains(name);
  }

  /// The lists of the program, the last first.
  List<String> names() {
    return names;
  }
}
