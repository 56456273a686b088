package dev.perilla.site.importer.words;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `z = W x + b = [0.5, 1.1]`: statements in which lists of numbers, or names of them, may stand.
public final class Chains {
  private static final int LONGEST = 1500; // of one line, in characters
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_₀-₉]*'?";
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?U)(?<![\\p{L}\\p{N}_.)\\]}⊙·*/^])(?<![\\p{L}\\p{N})\\]] ?[-+−–] ?)(?:[d∂]\\(?"
              + NAME
              + "\\)?\\s?/\\s?[d∂]\\(?"
              + NAME
              + "\\)?|"
              + NAME
              + ")(?:\\[\\d\\])*\\s*(?=(?:=(?!=)|≈|←))");
  private static final Pattern RELATION = Pattern.compile("\\s*(?:==?|≈|←)\\s*");
  private static final Pattern QUOTIENT =
      Pattern.compile("(?U)[d∂]\\(?(" + NAME + ")\\)?\\s?/\\s?[d∂]\\(?(" + NAME + ")\\)?");

  /// `1,056`, one number in three groups of digits at the most.
  public static final Pattern GROUPED =
      Pattern.compile("(?<![\\d.,\\[(])[1-9]\\d{0,2}(?:,\\d{3})+(?![\\d,])");

  private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "sigmoid|relu|tanh|exp|log2|log10|log|ln|sqrt|max|min|sum|total|softmax|dot|T|\\w+_prime");

  private Chains() {}

  /// @param start offset in the line
  /// @param words as the lesson has them
  /// @param code in signs that the parser reads
  public record Part(int start, String words, String code, Expr tree) {
    boolean isName() {
      return tree instanceof Expr.Name;
    }

    /// Whether it is a number, or a list of numbers or of such lists.
    public boolean isLiteral() {
      return literals(tree).isPresent();
    }

    /// Whether it is a list or a tuple, of whatever items.
    public boolean isList() {
      return tree instanceof Expr.ListOf || tree instanceof Expr.TupleOf;
    }

    /// Its numbers as they are written, row by row; empty where something else stands among them.
    public Optional<List<String>> literals() {
      return literals(tree);
    }

    private Optional<List<String>> literals(Expr expr) {
      boolean number =
          expr instanceof Expr.Num
              || (expr instanceof Expr.Unary unary
                  && unary.op() == UnaryOp.NEGATE
                  && unary.operand() instanceof Expr.Num);
      if (number) {
        return Optional.of(List.of(code.substring(expr.start(), expr.end()).replace(" ", "")));
      }
      List<Expr> items =
          expr instanceof Expr.ListOf list
              ? list.items()
              : expr instanceof Expr.TupleOf tuple ? tuple.items() : List.of();
      List<String> found = new ArrayList<>();
      for (Expr item : items) {
        Optional<List<String>> inner = literals(item);
        if (inner.isEmpty()) {
          return Optional.empty();
        }
        found.addAll(inner.get());
      }
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /// A literal in the code language.
    public String written() {
      return written(tree);
    }

    private String written(Expr expr) {
      List<Expr> items =
          expr instanceof Expr.ListOf list
              ? list.items()
              : expr instanceof Expr.TupleOf tuple ? tuple.items() : List.of();
      return items.isEmpty()
          ? code.substring(expr.start(), expr.end()).replace(" ", "")
          : items.stream().map(this::written).toList().toString();
    }

    /// A literal in rows and columns as something else has them, where it has as many numbers.
    public String written(List<Integer> shape) {
      List<String> numbers = literals().orElse(List.of());
      int many = shape.stream().reduce(1, (a, b) -> a * b);
      if (many != numbers.size()) {
        return written();
      }
      if (shape.isEmpty()) {
        return numbers.get(0);
      }
      if (shape.size() == 1) {
        return numbers.toString();
      }
      List<String> rows = new ArrayList<>();
      int columns = shape.get(1);
      for (int i = 0; i < many; i += columns) {
        rows.add(numbers.subList(i, i + columns).toString());
      }
      return rows.toString();
    }
  }

  /// @param start offset in the text
  /// @param parts one at least; the first is what is spoken of, unless the chain goes on with what
  ///   an earlier one spoke of
  /// @param goesOn whether it begins with a relation
  /// @param updates whether what it comes to is what a name becomes
  public record Chain(int start, int end, List<Part> parts, boolean goesOn, boolean updates) {
    public Chain {
      parts = List.copyOf(parts);
    }
  }

  /// A list of numbers.
  public static Optional<Part> literal(String words) {
    return part(0, words, true, name -> false);
  }

  /// The chains of a line.
  ///
  /// @param formal whether it is code, in which a chain may begin with any expression
  /// @param known whether the lesson has a name
  public static List<Chain> of(String line, boolean formal, Predicate<String> known) {
    List<Chain> found = new ArrayList<>();
    if (line.length() > LONGEST) {
      return found;
    }
    for (int[] piece : pieces(line)) {
      int at = piece[0];
      while (at < piece[1]) {
        Optional<Chain> chain = next(line, piece, at, formal && at == piece[0], formal, known);
        if (chain.isEmpty()) {
          break;
        }
        if (!Points.isGradient(line, chain.get().start())) {
          found.add(chain.get());
        }
        at = chain.get().end();
      }
    }
    return found;
  }

  /// What commas and stops outside of brackets part.
  private static List<int[]> pieces(String line) {
    List<int[]> found = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
      boolean space = i + 1 >= line.length() || Character.isWhitespace(line.charAt(i + 1));
      boolean ends = "→⇒|;".indexOf(c) >= 0 || (",.:".indexOf(c) >= 0 && space);
      if (ends && depth == 0) {
        found.add(new int[] {from, i});
        from = i + 1;
      }
    }
    found.add(new int[] {from, line.length()});
    return found;
  }

  private static Optional<Chain> next(
      String line, int[] piece, int from, boolean begins, boolean formal, Predicate<String> known) {
    int to = piece[1];
    int start = from;
    while (start < to && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    boolean goesOn = begins && RELATION.matcher(line).region(start, to).lookingAt();
    if (begins) {
      Optional<Chain> whole = chain(line, start, to, goesOn, true, known);
      if (whole.isPresent()) {
        return whole;
      }
    }
    Matcher subject = SUBJECT.matcher(line).region(from, to).useTransparentBounds(true);
    while (subject.find()) {
      int end = enclosed(line, piece[0], subject.start(), to);
      Optional<Chain> chain = chain(line, subject.start(), end, false, formal, known);
      if (chain.isPresent()) {
        return chain;
      }
    }
    return Optional.empty();
  }

  /// Where a chain ends at the latest that begins within brackets: `(with a = 1, b = 0)` says
  /// something of two.
  private static int enclosed(String line, int from, int start, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      boolean inside = i > start && depth > 0;
      if (i == start) {
        depth = depth > 0 ? 1 : 0;
        inside = false;
      }
      int change = "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (inside && depth == 1 && (c == ',' || change < 0)) {
        return i;
      }
      depth = Math.max(0, depth + change);
      if (i >= start && depth == 0) {
        return to;
      }
    }
    return to;
  }

  private static Optional<Chain> chain(
      String line, int start, int to, boolean goesOn, boolean formal, Predicate<String> known) {
    List<Part> parts = new ArrayList<>();
    boolean updates = false;
    int at = start;
    int end = start;
    while (at < to) {
      Matcher relation = RELATION.matcher(line).region(at, to);
      if (relation.lookingAt()) {
        updates |= relation.group().contains("←");
        at = relation.end();
      } else if (!parts.isEmpty()) {
        break;
      }
      int next = relationAfter(line, at, to);
      Optional<Part> part = part(at, line.substring(at, next), formal, known);
      if (part.isEmpty()) {
        break;
      }
      parts.add(part.get());
      end = at + part.get().words().length();
      at = end;
    }
    boolean enough = parts.size() >= 2 || (goesOn && !parts.isEmpty());
    return enough ? Optional.of(new Chain(start, end, parts, goesOn, updates)) : Optional.empty();
  }

  private static int relationAfter(String line, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth <= 0 && "=≈←".indexOf(c) >= 0) {
        return i;
      }
    }
    return to;
  }

  /// The longest expression that `words` begin with.
  private static Optional<Part> part(
      int start, String words, boolean formal, Predicate<String> known) {
    String rest = words.stripTrailing();
    for (int tries = 0; tries < 12 && !rest.isBlank(); tries++) {
      String said = rest;
      String code = signs(said, known);
      Optional<Expr> tree =
          Parser.expression(Text.of(SourceFile.of("lesson", code)), Dialect.TEXT).tree();
      if (tree.isPresent() && (formal || isFormal(code, known))) {
        return Optional.of(new Part(start, said, code, tree.get()));
      }
      int cut = rest.stripTrailing().lastIndexOf(' ');
      rest = cut < 0 ? "" : rest.substring(0, cut).stripTrailing();
    }
    return Optional.empty();
  }

  /// Whether all words of an expression among words are names.
  private static boolean isFormal(String code, Predicate<String> known) {
    return WORD.matcher(QUOTIENT.matcher(code).replaceAll("1"))
        .results()
        .map(it -> it.group())
        .allMatch(
            it ->
                it.length() <= 2
                    || FUNCTION.matcher(it).matches()
                    || it.chars().anyMatch(c -> c == '_' || Character.isDigit(c))
                    || known.test(it));
  }

  /// Signs that only texts have, in those of the code language; what stands side by side is
  /// multiplied.
  private static String signs(String words, Predicate<String> known) {
    StringBuilder digits = new StringBuilder();
    words.chars().forEach(c -> digits.append((char) (c >= '₀' && c <= '₉' ? '0' + (c - '₀') : c)));
    String code =
        GROUPED
            .matcher(digits)
            .replaceAll(it -> it.group().replace(",", ""))
            .replaceAll("\\s*(?:ᵀ|\\^\\{?(?:T|⊤|\\\\top)\\}?(?![\\w])|⊤)", ".T")
            .replaceAll("[⊙∘]", " // ")
            .replaceAll("[−–]", "-")
            .replaceAll("[·⋅×∗@]", "*")
            .replaceAll("(?U)\\b(σ|[\\p{L}_]\\w*)['′](?=\\()", "$1_prime")
            .replaceAll("[Σ∑](?:_?[ijk]\\b)?\\s*", "total ")
            .replace("σ", "sigmoid")
            .replaceAll("ReLU|RELU", "relu")
            .replace("λ", "lam")
            .replaceAll("(?U)(?<=\\w)['′]", "_prime");
    code = QUOTIENT.matcher(code).replaceAll("d$1/d$2");
    code =
        code.replaceAll("(?U)\\btotal (?![(])([\\p{L}_][\\w.]*)", "total($1)")
            .replace("total (", "total(");
    Matcher beside =
        Pattern.compile("(?U)([\\p{L}\\p{N}_.]+|[)\\]])\\s+(?=[\\p{L}\\p{N}_(\\[])").matcher(code);
    return beside.replaceAll(
        it ->
            FUNCTION.matcher(it.group(1)).matches() && !known.test(it.group(1))
                ? Matcher.quoteReplacement(it.group(1))
                : Matcher.quoteReplacement(it.group(1) + " * "));
  }
}
