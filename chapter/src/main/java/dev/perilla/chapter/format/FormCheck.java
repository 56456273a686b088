package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Node.Entry;
import dev.perilla.chapter.format.Node.Mapping;
import dev.perilla.chapter.format.Node.Refused;
import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Node.Sequence;
import dev.perilla.chapter.format.Shape.Either;
import dev.perilla.chapter.format.Shape.Field;
import dev.perilla.chapter.format.Shape.Items;
import dev.perilla.chapter.format.Shape.Keys;
import dev.perilla.chapter.format.Shape.Kind;
import dev.perilla.chapter.format.Shape.Kinds;
import dev.perilla.chapter.format.Shape.Maybe;
import dev.perilla.chapter.format.Shape.Named;
import dev.perilla.chapter.format.Shape.OneOf;
import dev.perilla.chapter.format.Shape.View;
import dev.perilla.chapter.format.Shape.Views;
import dev.perilla.chapter.format.Shape.Word;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Suggestion;
import dev.perilla.chapter.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds a tree against its shape and gives back the tree that the model is built from: every key
/// known, everything that is needed there, every list a list.
///
/// A key or word that is one slip away from a known one is reported and then read as that one, so
/// that one slip is one finding. Nothing comes back for a part that the model cannot be built
/// without.
final class FormCheck {
  private static final Pattern EQUATION = Pattern.compile("([\\p{L}_]\\w*)\\s*==?\\s*([^\\s=]+)");

  private final Report report;

  FormCheck(Report report) {
    this.report = report;
  }

  /// @param what how findings call the place: "`title`", "a block"
  Optional<Node> check(Node node, Shape shape, String what) {
    if (node instanceof Refused) {
      return Optional.empty();
    }
    boolean mayWait = shape == Word.ANYTHING || shape instanceof Maybe;
    if (node instanceof Scalar scalar && scalar.isNull() && !mayWait) {
      report.add(
          Finding.error(FormatCode.EMPTY, scalar.span(), what + " has no value")
              .help("write one, or delete the key"));
      return Optional.empty();
    }
    return switch (shape) {
      case Word word -> word(node, word, what);
      case OneOf words -> oneOf(node, words, what);
      case Items items -> items(node, items, what);
      case Maybe maybe ->
          node instanceof Scalar scalar && (scalar.isNull() || scalar.value().isBlank())
              ? Optional.of(node)
              : check(node, maybe.shape(), what);
      case Named named -> named(node, named, what);
      case Keys keys ->
          node instanceof Mapping mapping
              ? keys(mapping, keys)
              : otherShape(node, "a mapping", what, "write " + entries(keys));
      case Kinds kinds ->
          node instanceof Mapping mapping
              ? kinds(mapping, kinds)
              : otherShape(node, "a mapping", what, "write `{" + kinds.by() + ": …}`");
      case Either either -> either(node, either, what);
      case Views views -> view(node, views, what);
    };
  }

  /// The keys that are needed, or the first few where none is.
  private static String entries(Keys keys) {
    List<Field> required = keys.keys().stream().filter(Field::required).toList();
    return (required.isEmpty() ? keys.keys() : required)
        .stream()
            .limit(3)
            .map(field -> field.name() + ": …")
            .collect(Collectors.joining(", ", "`{", "}`"));
  }

  private Optional<Node> otherShape(Node node, String wanted, String what) {
    return otherShape(
        node,
        wanted,
        what,
        switch (wanted) {
          case "a text" ->
              quoted(
                  node, "write a text; one that begins with [ or { stands in quotes, or below `|`");
          case "an expression" -> quoted(node, "write an expression");
          case "a mapping" -> pair(node).orElse("write `key: value` pairs");
          case "an input" ->
              "an input is one number, such as `a: 3`; a list is made in the code, and a choice"
                  + " between numbers is `{one_of: [1, 2]}`";
          case "a list" -> "write each item on a line of its own after `- `";
          default -> "write " + wanted;
        });
  }

  /// What a list or mapping of YAML is where a text is meant that begins like one.
  private static String quoted(Node node, String otherwise) {
    String written = node.span().text();
    boolean isShort = written.length() <= 60 && written.lines().count() == 1;
    String mark = written.contains("\"") || written.contains("\\") ? "'" : "\"";
    return (written.startsWith("[") || written.startsWith("{")) && !written.contains("'")
        ? "put it in quotes, since YAML takes its brackets for a list or mapping"
            + (isShort ? ": " + mark + written + mark : "")
        : otherwise;
  }

  /// `c = 12` where `c: 12` is meant.
  private static Optional<String> pair(Node node) {
    Matcher equation = EQUATION.matcher(node.span().text());
    return node instanceof Scalar && equation.matches()
        ? Optional.of("write `{" + equation.group(1) + ": " + equation.group(2) + "}`")
        : Optional.empty();
  }

  private Optional<Node> otherShape(Node node, String wanted, String what, String help) {
    if (!isWhole(node)) {
      return Optional.empty();
    }
    String found =
        switch (node) {
          case Scalar scalar -> scalar.quoted() ? "a text" : "a single value";
          case Sequence _ -> "a list";
          case Mapping _ -> "a mapping";
          case Refused _ -> "nothing";
        };
    report.add(
        Finding.error(
                FormatCode.WRONG_SHAPE, first(node), what + " is " + wanted + ", here is " + found)
            .help(help));
    return Optional.empty();
  }

  private static boolean isWhole(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.whole();
      case Sequence sequence -> sequence.whole();
      case Scalar _ -> true;
      case Refused _ -> false;
    };
  }

  /// A place to point at that is one line long.
  private static Span first(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.head();
      case Sequence sequence ->
          sequence.items().isEmpty() ? sequence.span() : first(sequence.items().getFirst());
      case Scalar scalar -> scalar.span();
      case Refused refused -> refused.span();
    };
  }

  private Optional<Node> word(Node node, Word word, String what) {
    if (!(node instanceof Scalar scalar)) {
      return otherShape(node, word.what(), what);
    }
    Optional<Finding> fault = Words.fault(word, scalar, what);
    if (fault.isPresent()) {
      report.add(fault.get());
    }
    return Words.isUsable(word, scalar) ? Optional.of(scalar) : Optional.empty();
  }

  private Optional<Node> oneOf(Node node, OneOf words, String what) {
    if (!(node instanceof Scalar scalar)) {
      return otherShape(node, "one of " + listed(words.words()), what);
    }
    return known(scalar.text(), words.words(), words.code(), words.what())
        .map(text -> new Scalar(text, true));
  }

  /// `text` if it is one of `words`; else the one that it nearly is; else nothing. The finding is
  /// given.
  private Optional<Text> known(Text text, List<String> words, FormatCode code, String what) {
    if (words.contains(text.value())) {
      return Optional.of(text);
    }
    Optional<String> near = Suggestion.nearest(text.value(), words);
    report.add(
        Finding.error(code, text.span(), "there is no " + what + " `" + shown(text) + "`")
            .help(
                near.map(word -> "did you mean `" + word + "`?")
                    .orElse("write one of " + listed(words))));
    return near.map(word -> Text.at(word, text.span()));
  }

  private static String listed(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  static String shown(Text text) {
    String visible = FindingPrinter.visible(text.value());
    return visible.codePointCount(0, visible.length()) <= 60
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, 60)) + "…";
  }

  private Optional<Node> items(Node node, Items shape, String what) {
    if (!(node instanceof Sequence sequence)) {
      if (shape.alone()) {
        return check(node, shape.item(), what)
            .map(item -> new Sequence(node.span(), List.of(item), true));
      }
      return otherShape(node, "a list", what);
    }
    if (sequence.items().size() < shape.least() && sequence.whole()) {
      report.add(
          sequence.items().isEmpty()
              ? Finding.error(FormatCode.EMPTY, sequence.span(), what + " is an empty list")
                  .help("write an item, or delete the key")
              : Finding.error(
                      FormatCode.EMPTY,
                      first(sequence),
                      what + " has " + sequence.items().size() + " item, it needs " + shape.least())
                  .help("write another"));
      return Optional.empty();
    }
    String ofItems = "an item of " + what;
    List<Node> checked = new ArrayList<>();
    for (Node item : sequence.items()) {
      Optional<Node> sound = check(item, shape.item(), ofItems);
      if (sound.isPresent()) {
        checked.add(sound.get());
      }
    }
    return sequence.whole() && checked.size() == sequence.items().size()
        ? Optional.of(new Sequence(sequence.span(), checked, true))
        : Optional.empty();
  }

  private Optional<Node> named(Node node, Named shape, String what) {
    if (!(node instanceof Mapping mapping)) {
      return otherShape(node, "a mapping", what);
    }
    if (mapping.entries().isEmpty() && mapping.whole()) {
      report.add(
          Finding.error(FormatCode.EMPTY, mapping.span(), what + " is empty")
              .help("write an entry, or delete the key"));
      return Optional.empty();
    }
    List<Entry> checked = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Text key = entry.key();
      Optional<Finding> fault =
          Words.fault(shape.key(), new Scalar(key, true), "the key `" + shown(key) + "`");
      fault.ifPresent(report::add);
      if (fault.isPresent() && entry.value() instanceof Scalar scalar && scalar.isNull()) {
        continue; // one slip, as in `a: 3,5`
      }
      check(entry.value(), shape.value(), "`" + shown(key) + "`")
          .ifPresent(value -> checked.add(new Entry(key, value)));
    }
    return mapping.whole() && checked.size() == mapping.entries().size()
        ? Optional.of(new Mapping(mapping.span(), checked, true))
        : Optional.empty();
  }

  private Optional<Node> kinds(Mapping mapping, Kinds shape) {
    Optional<Entry> written = mapping.entry(shape.by());
    if (written.isEmpty()) {
      List<String> others =
          mapping.entries().stream()
              .map(entry -> entry.key().value())
              .filter(
                  key -> shape.kinds().stream().noneMatch(kind -> kind.keys().key(key).isPresent()))
              .toList();
      Optional<String> near = Suggestion.nearest(shape.by(), others);
      if (near.isPresent()) {
        written = mapping.entry(near.get());
      }
    }
    if (written.isEmpty()) {
      if (shape.usual().isPresent()) {
        Kind usual = shape.kind(shape.usual().get()).orElseThrow();
        return isOfAnother(mapping, shape, usual) ? Optional.empty() : keys(mapping, usual.keys());
      }
      if (mapping.whole()) {
        report.add(
            Finding.error(
                    FormatCode.MISSING_KEY,
                    mapping.head(),
                    "this " + shape.what() + " lacks `" + shape.by() + "`")
                .help("write `" + shape.by() + ":` and one of " + listed(shape.words())));
      }
      return Optional.empty();
    }
    Entry by = written.get();
    if (!(by.value() instanceof Scalar scalar) || scalar.isNull()) {
      return check(
          by.value(), new OneOf(shape.code(), shape.by(), shape.words()), "`" + shape.by() + "`");
    }
    Optional<Kind> exact = shape.kind(scalar.value());
    if (exact.isPresent()) {
      return keys(mapping, exact.get().keys());
    }
    Optional<Text> word =
        known(scalar.text(), shape.words(), shape.code(), shape.what() + " " + shape.by());
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = shape.kind(word.get().value()).orElseThrow();
    List<Entry> entries =
        mapping.entries().stream()
            .map(
                entry ->
                    entry.key().equals(by.key())
                        ? new Entry(by.key(), new Scalar(word.get(), true))
                        : entry)
            .toList();
    Mapping meant = new Mapping(mapping.span(), entries, mapping.whole());
    Report guessed = new Report(); // what it lacks and has too much may be for the guess alone
    new FormCheck(guessed).keys(meant, kind.keys());
    guessed.findings().stream()
        .filter(it -> it.code() != FormatCode.MISSING_KEY)
        .filter(
            it ->
                it.code() != FormatCode.UNKNOWN_KEY
                    || it.help().filter(help -> help.startsWith("did you")).isPresent())
        .forEach(report::add);
    return Optional.empty();
  }

  /// Whether a mapping that does not say its kind has a key that only another kind has; reported.
  private boolean isOfAnother(Mapping mapping, Kinds shape, Kind usual) {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().value();
      List<Kind> having =
          shape.kinds().stream().filter(kind -> kind.keys().key(key).isPresent()).toList();
      if (having.size() == 1 && !having.getFirst().equals(usual)) {
        String word = having.getFirst().word();
        report.add(
            Finding.error(
                    FormatCode.MISSING_KEY,
                    entry.key().span(),
                    "only a " + shape.what() + " of kind " + word + " has `" + key + "`")
                .help("write `" + shape.by() + ": " + word + "` beside it"));
        return true;
      }
    }
    return false;
  }

  private Optional<Node> keys(Mapping mapping, Keys shape) {
    Map<String, Entry> meant = new HashMap<>();
    List<Entry> unknown = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (shape.key(entry.key().value()).isPresent()) {
        meant.put(entry.key().value(), entry);
      } else {
        unknown.add(entry);
      }
    }
    for (Entry entry : unknown) {
      boolean isTight = entry.key().value().indexOf(':') > 0;
      Entry read = isTight ? new Entry(entry.key(), new Refused(entry.key().span())) : entry;
      unknownKey(entry.key(), shape).ifPresent(name -> meant.putIfAbsent(name, read));
    }
    boolean sound = mapping.whole();
    List<Entry> checked = new ArrayList<>();
    for (Field key : shape.keys()) {
      Entry entry = meant.get(key.name());
      if (entry == null) {
        sound &= !key.required();
        if (key.required() && mapping.whole()) {
          report.add(
              Finding.error(
                      FormatCode.MISSING_KEY,
                      mapping.head(),
                      "this " + shape.what() + " lacks `" + key.name() + "`")
                  .help(
                      "write `"
                          + key.name()
                          + (key.shape() == Word.VERSION ? ": 1`; " : ":`; ")
                          + uncapitalized(key.doc())));
        }
        continue;
      }
      boolean isGuessed = !entry.key().value().equals(key.name());
      String what = "`" + key.name() + "`";
      Optional<Node> value =
          isGuessed
              ? guessed(entry.value(), key.shape(), what)
              : check(entry.value(), key.shape(), what);
      sound &= value.isPresent();
      if (value.isPresent()) {
        checked.add(new Entry(Text.at(key.name(), entry.key().span()), value.get()));
      }
    }
    return sound ? Optional.of(new Mapping(mapping.span(), checked, true)) : Optional.empty();
  }

  /// The value of a key that is meant perhaps: where it is another thing altogether, its key has
  /// been reported already.
  private Optional<Node> guessed(Node node, Shape shape, String what) {
    Report guessed = new Report();
    Optional<Node> value = new FormCheck(guessed).check(node, shape, what);
    guessed.findings().stream()
        .filter(it -> it.code() != FormatCode.WRONG_SHAPE || !it.span().equals(first(node)))
        .forEach(report::add);
    return value;
  }

  private static String uncapitalized(String doc) {
    String first = doc.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + doc.substring(1);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static String article(String what) {
    return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
  }

  /// Reports a key that `shape` does not know; the key that it nearly is.
  private Optional<String> unknownKey(Text key, Keys shape) {
    int colon = key.value().indexOf(':');
    Optional<String> tight =
        Optional.of(key.value().substring(0, Math.max(0, colon)))
            .filter(name -> shape.key(name).isPresent());
    if (tight.isPresent()) {
      report.add(
          Finding.error(FormatCode.UNKNOWN_KEY, key.span(), "a blank is missing behind the colon")
              .help("write `" + tight.get() + ": " + key.value().substring(colon + 1) + "`"));
      return tight;
    }
    Optional<String> near = Suggestion.nearest(key.value(), shape.names());
    String help =
        near.map(name -> "did you mean `" + name + "`?")
            .orElseGet(() -> "its keys are " + listed(shape.names()));
    report.add(
        Finding.error(
                FormatCode.UNKNOWN_KEY,
                key.span(),
                article(shape.what()) + " has no key `" + shown(key) + "`")
            .help(help));
    return near;
  }

  private Optional<Node> either(Node node, Either either, String what) {
    List<Keys> mappings = new ArrayList<>();
    Optional<Keys> meant =
        node instanceof Mapping mapping ? nearest(mapping, either) : Optional.empty();
    for (Shape shape : either.shapes()) {
      boolean fits =
          switch (shape) {
            case Word _ -> node instanceof Scalar;
            case OneOf _ -> node instanceof Scalar;
            case Items _ -> node instanceof Sequence;
            case Named _ -> node instanceof Mapping;
            case Maybe _ -> false;
            case Keys keys -> {
              mappings.add(keys);
              yield meant.filter(keys::equals).isPresent();
            }
            case Kinds _ -> node instanceof Mapping;
            case Either _ -> false;
            case Views _ -> false;
          };
      if (fits) {
        return meant.flatMap(it -> besides((Mapping) node, it, either)).isPresent()
            ? Optional.empty()
            : check(node, shape, what);
      }
    }
    if (node instanceof Mapping mapping && !mappings.isEmpty()) {
      List<String> telling =
          mappings.stream()
              .map(
                  keys ->
                      keys.keys().stream().filter(Field::required).findFirst().orElseThrow().name())
              .toList();
      if (mapping.whole()) {
        report.add(
            Finding.error(
                    FormatCode.MISSING_KEY,
                    mapping.head(),
                    what + " lacks the key that says what it is")
                .help("write one of " + listed(telling)));
      }
      return Optional.empty();
    }
    return otherShape(node, either.what(), what);
  }

  /// The key of another form beside those of the one that is meant; reported.
  private Optional<Entry> besides(Mapping mapping, Keys meant, Either either) {
    Optional<Entry> other =
        mapping.entries().stream()
            .filter(entry -> meant.key(entry.key().value()).isEmpty())
            .filter(
                entry ->
                    either.shapes().stream()
                        .anyMatch(
                            it ->
                                it instanceof Keys keys
                                    && keys.key(entry.key().value())
                                        .filter(Field::required)
                                        .isPresent()))
            .findFirst();
    other.ifPresent(
        entry ->
            report.add(
                Finding.error(
                        FormatCode.UNKNOWN_KEY,
                        entry.key().span(),
                        "`"
                            + entry.key()
                            + "` stands in the place of `"
                            + meant.keys().getFirst().name()
                            + "`, not beside it")
                    .help("write one of the two")));
    return other;
  }

  /// The form of which the mapping has the most of what it requires, if it has any.
  private static Optional<Keys> nearest(Mapping mapping, Either either) {
    Optional<Keys> best = Optional.empty();
    long most = 0;
    for (Shape shape : either.shapes()) {
      if (shape instanceof Keys keys) {
        long there =
            keys.keys().stream()
                .filter(key -> key.required() && mapping.get(key.name()).isPresent())
                .count();
        best = there > most ? Optional.of(keys) : best;
        most = Math.max(most, there);
      }
    }
    return best;
  }

  /// A view comes back as a mapping of its word to its argument, or to an empty list.
  private Optional<Node> view(Node node, Views views, String what) {
    Text word;
    Optional<Node> argument;
    if (node instanceof Scalar scalar) {
      word = scalar.text();
      argument = Optional.empty();
    } else if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
      word = mapping.entries().getFirst().key();
      argument = Optional.of(mapping.entries().getFirst().value());
      if (!mapping.whole()) {
        return Optional.empty();
      }
    } else {
      return otherShape(node, "a view: a word, or one word with what it needs", what);
    }
    Optional<Text> meant = known(word, views.words(), FormatCode.UNKNOWN_VIEW, "view");
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    View view = views.view(meant.get().value()).orElseThrow();
    Sequence nothing = new Sequence(word.span(), List.of(), true);
    if (argument.isEmpty()) {
      if (!view.bare()) {
        report.add(
            Finding.error(
                    FormatCode.MISSING_KEY,
                    word.span(),
                    "the view `" + view.word() + "` does not say of what")
                .help("write `" + view.word() + ":` with it; " + uncapitalized(view.doc())));
        return Optional.empty();
      }
      return Optional.of(new Mapping(node.span(), List.of(new Entry(meant.get(), nothing)), true));
    }
    if (view.argument().isEmpty()) {
      report.add(
          Finding.error(
                  FormatCode.WRONG_SHAPE,
                  word.span(),
                  "the view `" + view.word() + "` takes nothing")
              .help("write `- " + view.word() + "`"));
      return Optional.empty();
    }
    return check(argument.get(), view.argument().get(), "`" + view.word() + "`")
        .map(value -> new Mapping(node.span(), List.of(new Entry(meant.get(), value)), true));
  }
}
