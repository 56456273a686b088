package dev.perilla.site.importer.lesson;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements at the left edge of a listing and the names that they bind, of any Python: seen
/// from its words, since what the code language does not have has no tree.
public final class Parts {
  private static final Set<String> GOING_ON = Set.of("else", "elif", "except", "finally");
  private static final Set<String> WITH_A_BLOCK =
      Set.of("for", "while", "if", "else", "elif", "try", "except", "finally", "with");
  private static final Pattern COMMAND = Pattern.compile("(?m)^[%!].*$");

  private Parts() {}

  /// A word of a listing.
  ///
  /// @param depth how many brackets are open around it
  /// @param first whether it is the first of a line that goes on none
  private record Word(String text, Lexeme.Kind kind, int start, int depth, boolean first) {
    boolean isName() {
      return kind == Lexeme.Kind.NAME;
    }

    boolean is(String other) {
      return text.equals(other);
    }
  }

  private static List<Word> words(String python) {
    List<Word> words = new ArrayList<>();
    int depth = 0;
    int end = 0; // of the word before
    for (Lexeme lexeme : Lexeme.all(Text.of(SourceFile.of("listing", python)))) {
      if (lexeme.kind() == Lexeme.Kind.COMMENT) {
        continue;
      }
      String text = python.substring(lexeme.start(), lexeme.end());
      String between = python.substring(end, lexeme.start());
      boolean first =
          depth == 0 && (end == 0 || (between.indexOf('\n') >= 0 && !between.contains("\\\n")));
      boolean isSign = lexeme.kind() == Lexeme.Kind.OPERATOR;
      depth -= isSign && ")]}".contains(text) ? 1 : 0;
      words.add(new Word(text, lexeme.kind(), lexeme.start(), depth, first));
      depth += isSign && "([{".contains(text) ? 1 : 0;
      end = lexeme.end();
    }
    return words;
  }

  private static String withoutCommands(String code) {
    return COMMAND.matcher(code).replaceAll(it -> " ".repeat(it.group().length()));
  }

  /// The listing in parts that follow each other: a statement with the lines of comment above it.
  public static List<String> of(String code) {
    Set<Integer> starts = new java.util.TreeSet<>();
    Matcher command = COMMAND.matcher(code);
    while (command.find()) {
      starts.add(command.start());
    }
    boolean decorated = false;
    for (Word word : words(withoutCommands(code))) {
      boolean begins =
          word.first()
              && (word.start() == 0 || code.charAt(word.start() - 1) == '\n')
              && !GOING_ON.contains(word.text());
      if (begins && !decorated) {
        starts.add(above(code, word.start()));
      }
      decorated = begins ? word.is("@") : decorated;
    }
    List<Integer> sorted = List.copyOf(starts);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int from = i == 0 ? 0 : sorted.get(i);
      int to = i + 1 < sorted.size() ? sorted.get(i + 1) : code.length();
      parts.add(code.substring(from, to));
    }
    return parts;
  }

  /// Where the lines of comment begin that stand right above a line.
  private static int above(String code, int line) {
    int at = line;
    while (at > 0) {
      int before = code.lastIndexOf('\n', at - 2) + 1;
      if (code.charAt(before) != '#') {
        break;
      }
      at = before;
    }
    return at;
  }

  /// Names of a listing, those in functions and classes left out.
  ///
  /// @param bound that it gives something
  /// @param changed whose objects it gives something, or asks for something
  public record Names(Set<String> bound, Set<String> changed) {}

  /// The names that a listing binds or changes.
  public static Names names(String code) {
    Names names = new Names(new LinkedHashSet<>(), new LinkedHashSet<>());
    List<Word> words = words(withoutCommands(code));
    int at = 0;
    boolean inside = false; // of a function or a class
    while (at < words.size()) {
      int end = at + 1;
      boolean block = WITH_A_BLOCK.contains(words.get(at).text());
      while (end < words.size()
          && !words.get(end).first()
          && !(words.get(end - 1).depth() == 0
              && (words.get(end - 1).is(";") || (block && words.get(end - 1).is(":"))))) {
        end++;
      }
      int start = words.get(at).start();
      boolean left = start == 0 || code.charAt(start - 1) == '\n';
      List<Word> line = words.subList(at, end);
      boolean defines = line.stream().limit(2).anyMatch(it -> it.is("def") || it.is("class"));
      inside = left ? defines : inside;
      if (left && defines) {
        line.stream().filter(Word::isName).limit(1).forEach(it -> names.bound.add(it.text()));
      } else if (!inside) {
        bound(line, names);
      }
      at = end;
    }
    return names;
  }

  private static void bound(List<Word> line, Names names) {
    switch (line.getFirst().text()) {
      case "import", "from" -> imported(line, names);
      case "for" -> targets(line.subList(1, to(line, "in")), names);
      case "with" -> {
        for (int i = 0; i + 1 < line.size(); i++) {
          if (line.get(i).is("as")) {
            targets(line.subList(i + 1, i + 2), names);
          }
        }
      }
      default -> {
        int from = 0;
        for (int i = 0; i < line.size(); i++) {
          Word word = line.get(i);
          boolean assigns = word.depth() == 0 && word.text().matches("[^=!<>]*=|<<=|>>=");
          if (assigns || (from == 0 && word.depth() == 0 && word.is(":"))) {
            targets(line.subList(from, i), names);
            from = i + 1;
          }
        }
        if (from == 0 && line.size() > 1 && line.get(0).isName() && line.get(1).is(".")) {
          names.changed.add(line.get(0).text()); // `losses.append(…)`
        }
      }
    }
  }

  private static int to(List<Word> line, String word) {
    int at = 1;
    while (at < line.size() && !line.get(at).is(word)) {
      at++;
    }
    return at;
  }

  private static void imported(List<Word> line, Names names) {
    int from = line.getFirst().is("from") ? to(line, "import") + 1 : 1;
    for (int i = from; i < line.size(); i++) {
      boolean begins = i == from || line.get(i - 1).is(",") || line.get(i - 1).is("(");
      boolean renamed = i + 1 < line.size() && line.subList(i, line.size()).get(1).is("as");
      if (line.get(i).isName() && ((begins && !renamed) || line.get(i - 1).is("as"))) {
        names.bound.add(line.get(i).text());
      }
    }
  }

  /// `a, (b, *c)`, and of `x.y[i]` the name before the first sign.
  private static void targets(List<Word> targets, Names names) {
    int subscript = Integer.MAX_VALUE; // the depth of the bracket that stands behind a name
    for (int i = 0; i < targets.size(); i++) {
      Word word = targets.get(i);
      boolean behind = i > 0 && targets.get(i - 1).text().matches("[\\w.\\])]+");
      if (word.depth() <= subscript) {
        subscript = word.is("[") && behind ? word.depth() : Integer.MAX_VALUE;
      }
      if (word.isName() && !behind && word.depth() <= subscript) {
        boolean whole = i + 1 == targets.size() || !".[".contains(targets.get(i + 1).text());
        (whole ? names.bound : names.changed).add(word.text());
      }
    }
  }
}
