package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A listing for PyTorch or NumPy that only ever computes with single numbers, as the program that
/// says the same here: `torch.tensor(3.0, requires_grad=True)` is `Value(3.0)`, and `np.exp(z)` is
/// `math.exp(z)`.
final class Scalars {
  private static final Pattern CALL =
      Pattern.compile("(?<![\\w.])(torch|F|np|numpy)\\.([A-Za-z]\\w*)(\\()?");

  /// Lines that say nothing of numbers: imports, drawings, what keeps a gradient or says of what
  /// kind something is.
  private static final Predicate<String> SILENT =
      Pattern.compile(
              "(?:import|from)"
                  + " (?!math\\b|random\\b|micrograd\\b|perilla\\b).*|(?:plt|sns|warnings)\\..*|%.*|\\w+\\.(?:retain_grad|requires_grad_)\\(\\).*|\\w+\\.requires_grad"
                  + " = True.*"
                  + "|print\\(.*\\.(?:grad_fn|requires_grad|is_leaf|dtype|shape|device)\\).*")
          .asMatchPredicate();

  /// Things of tensors that one number does not have.
  private static final Pattern MORE =
      Pattern.compile(
          "retain_graph|create_graph|\\.(?:view|shape|size|T|reshape|numpy|sum|mean|dot|matmul|mm|step)\\b|\\b(?:nn|optim)\\.|"
              + " @ ");

  private static final Map<String, String> OF_MATH =
      Map.ofEntries(
          Map.entry("exp", "math.exp"),
          Map.entry("log", "math.log"),
          Map.entry("sqrt", "math.sqrt"),
          Map.entry("tanh", "math.tanh"),
          Map.entry("sin", "math.sin"),
          Map.entry("cos", "math.cos"),
          Map.entry("abs", "abs"),
          Map.entry("maximum", "max"),
          Map.entry("minimum", "min"),
          Map.entry("round", "round"),
          Map.entry("array", ""),
          Map.entry("float64", "float"),
          Map.entry("float32", "float"));

  private static final List<String> OF_VALUES =
      List.of("exp", "log", "sqrt", "tanh", "sin", "cos", "sigmoid", "relu");

  private static final List<String> TENSORS =
      List.of("tensor", "Tensor", "FloatTensor", "as_tensor", "scalar_tensor");

  /// What a tensor of one number is printed as.
  private static final Pattern PRINTED =
      Pattern.compile(
          "tensor\\(\\[{0,2}(-?[\\d.]+(?:e[-+]?\\d+)?)\\]{0,2}(?:,"
              + " (?:grad_fn=<\\w+>|requires_grad=True|dtype=[\\w.]+))*\\)");

  /// More digits than a number of single precision has, as tensors are unless they are told.
  private static final Pattern LONG =
      Pattern.compile("(?<![\\w.])-?(?=\\d+\\.\\d)[\\d.]{10,}(?![\\w.])");

  private static final MathContext SINGLE = new MathContext(6);
  private static final Pattern NO_GRAD =
      Pattern.compile("( *)with torch\\.no_grad\\(\\):\\s*(?:#.*)?");

  private Scalars() {}

  /// The listing of numbers; empty where it is none, or computes with more than numbers.
  static Optional<Item.Listing> of(Item.Listing listing) {
    String code = listing.code();
    if (MORE.matcher(code).find() || !speaksOf(code)) {
      return Optional.empty();
    }
    boolean tensors = code.contains("torch.") || !code.contains("np.");
    UnaryOperator<String> said = tensors ? Scalars::single : UnaryOperator.identity();
    return calls(updates(lines(code)))
        .map(Scalars::attributes)
        .map(
            it ->
                Item.Listing.of("python", it)
                    .part(it, listing.printed().map(said), listing.echo().map(said)));
  }

  /// A listing that runs as it is, with the tensors that it prints as the numbers that they are.
  static Item.Listing outputs(Item.Listing listing) {
    boolean shown =
        Stream.of(listing.printed(), listing.echo())
            .flatMap(Optional::stream)
            .anyMatch(it -> it.contains("tensor("));
    return shown
        ? listing.part(
            listing.code(),
            listing.printed().map(Scalars::single),
            listing.echo().map(Scalars::single))
        : listing;
  }

  private static boolean speaksOf(String code) {
    return CALL.matcher(code).find() || code.contains(".item()") || code.contains(".grad.zero_()");
  }

  /// What a lesson says that tensors are printed as, as the numbers that they are.
  private static String printed(String output) {
    return PRINTED.matcher(output).replaceAll(it -> number(it.group(1)));
  }

  private static String single(String output) {
    return LONG.matcher(printed(output))
        .replaceAll(it -> new BigDecimal(it.group()).round(SINGLE).toPlainString());
  }

  /// `8.` as Python writes a number.
  private static String number(String digits) {
    return digits.endsWith(".") ? digits + "0" : digits;
  }

  private static String lines(String code) {
    List<String> kept = code.lines().filter(it -> !SILENT.test(it)).toList();
    return String.join("\n", kept).strip();
  }

  /// What stands under `with torch.no_grad():` stands there by itself; what is assigned there is
  /// the number of a value.
  private static String updates(String code) {
    List<String> out = new ArrayList<>();
    int within = -1; // the indentation of the `with`
    int by = 0;
    for (String line : code.split("\n", -1)) {
      int depth = line.length() - line.stripLeading().length();
      if (within >= 0 && !line.isBlank() && depth <= within) {
        within = -1;
      }
      var begins = NO_GRAD.matcher(line);
      if (begins.matches()) {
        within = begins.group(1).length();
        by = 0;
        continue;
      }
      if (within >= 0 && !line.isBlank()) {
        by = by == 0 ? depth - within : by;
        line = line.substring(by).replaceFirst("^( *)(\\w+) ([-+*]=) ", "$1$2.data $3 ");
      }
      out.add(line);
    }
    return String.join("\n", out);
  }

  /// The calls of the library as those of the language.
  private static Optional<String> calls(String code) {
    String rest = code;
    boolean math = false;
    for (var call = CALL.matcher(rest); call.find(); call = CALL.matcher(rest)) {
      int close = call.group(3) == null ? -1 : Methods.closing(rest, call.end());
      boolean ofArrays = call.group(1).startsWith("n");
      if (close < 0 && !(ofArrays && call.group(2).equals("pi"))) {
        return Optional.empty();
      }
      List<String> given = close < 0 ? List.of() : arguments(rest.substring(call.end(), close));
      Optional<String> said =
          ofArrays ? ofMath(call.group(2), given) : ofValues(call.group(2), given);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      math |= said.get().startsWith("math.");
      rest =
          rest.substring(0, call.start())
              + said.get()
              + rest.substring(close < 0 ? call.end() : close + 1);
    }
    return Optional.of(math && !code.contains("import math") ? "import math\n\n" + rest : rest);
  }

  private static Optional<String> ofMath(String function, List<String> given) {
    if (function.equals("pi")) {
      return Optional.of("math.pi");
    }
    if (function.equals("square") || function.equals("power")) {
      return power(given, function.equals("square"));
    }
    boolean one = given.stream().allMatch(it -> it.indexOf('[') < 0 || it.indexOf(']') < 0);
    return Optional.ofNullable(OF_MATH.get(function))
        .filter(it -> one)
        .map(it -> it + "(" + String.join(", ", given) + ")");
  }

  private static Optional<String> power(List<String> given, boolean square) {
    return given.size() == (square ? 1 : 2)
        ? Optional.of("(" + given.get(0) + ")**" + (square ? "2" : "(" + given.get(1) + ")"))
        : Optional.empty();
  }

  private static Optional<String> ofValues(String function, List<String> given) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String first = given.getFirst();
    if (TENSORS.contains(function)) {
      while (first.startsWith("[") && first.endsWith("]")) {
        first = first.substring(1, first.length() - 1).strip();
      }
      boolean one = first.indexOf(',') < 0 && first.indexOf('[') < 0 && !first.isEmpty();
      return one ? Optional.of("Value(" + first + ")") : Optional.empty();
    }
    if (function.equals("square") || function.equals("pow")) {
      return power(given, function.equals("square"));
    }
    if (function.equals("mse_loss") && given.size() == 2) {
      return Optional.of("(" + first + " - " + given.get(1) + ")**2");
    }
    return OF_VALUES.contains(function) && given.size() == 1
        ? Optional.of("(" + first + ")." + function + "()")
        : Optional.empty();
  }

  /// The arguments between brackets, at the commas that stand in no other brackets.
  private static List<String> arguments(String between) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= between.length(); i++) {
      char c = i < between.length() ? between.charAt(i) : ',';
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && c == ',') {
        found.add(between.substring(from, i).strip());
        from = i + 1;
      }
    }
    return found.stream().filter(it -> !it.isEmpty()).toList();
  }

  /// What a tensor has, as a value has it.
  private static String attributes(String code) {
    UnaryOperator<String> of =
        it ->
            it.replaceAll("\\.grad\\.zero_\\(\\)|\\.grad = None", ".grad = 0.0")
                .replaceAll("\\.(grad|data)\\.item\\(\\)", ".$1")
                .replaceAll("\\.detach\\(\\)\\.item\\(\\)|\\.item\\(\\)", ".data")
                .replaceAll("\\.requires_grad_\\((?:True)?\\)|\\.double\\(\\)|\\.float\\(\\)", "")
                .replaceAll("(\\w+|\\([^()\\n]*\\))\\.pow\\((\\w+)\\)", "$1**$2");
    return of.apply(printed(code));
  }
}
