package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Tokens.Kind;
import dev.perilla.engine.verify.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A statement in plain words: `(2 + 3) × 4 = 20`, `1/6 ≈ 0.17`, `c = a × b = 12`. It is numbers
/// and names that the program has, joined by operators, brackets and at least one relation. Sides
/// in which anything else takes part are left out.
///
/// @param statement in the notation of the code language, each part at its place
/// @param text as it stands among the words
/// @param start where it begins in the text, 0-based
/// @param end where it ends
/// @param numerals indices of those in it
/// @param computes whether anything stands in it but numbers and relations
/// @param isNamed whether names, code or formulas do
record Sums(
    Text statement,
    String text,
    int start,
    int end,
    List<Integer> numerals,
    boolean computes,
    boolean isNamed) {
  /// What the program says of the words.
  interface Known {
    /// Whether it has a number of that name.
    boolean number(String name);

    /// Whether it has something of that name, which a function may take.
    boolean has(String name);

    /// What code or a formula among the words says, in the code language; empty for nothing that
    /// can be computed.
    Optional<String> code(Accounting.Run run);

    /// Whether an expression is a number.
    boolean computes(Text side);

    /// That of a program that is not there.
    static Known nothing() {
      return new Known() {
        @Override
        public boolean number(String name) {
          return false;
        }

        @Override
        public boolean has(String name) {
          return false;
        }

        @Override
        public Optional<String> code(Accounting.Run run) {
          return Optional.empty();
        }

        @Override
        public boolean computes(Text side) {
          return false;
        }
      };
    }
  }

  private static final Known NOTHING = Known.nothing();

  /// The statements among words.
  static List<Sums> of(Flat flat, List<Numeral> numerals, Known known) {
    List<Sums> found = new ArrayList<>();
    if (!Tokens.haveRelation(flat.text())) {
      return found;
    }
    for (List<Token> run : Tokens.withNames(flat, numerals)) {
      boolean mayState =
          run.stream().anyMatch(it -> it.kind() == Kind.RELATION)
              && run.stream().anyMatch(it -> it.kind() == Kind.NUMBER || it.kind() == Kind.ATOM);
      if (mayState) {
        new Reading(flat, numerals, known, found).parts(run);
      }
    }
    return found;
  }

  /// All numerals of `flat` as one expression: `1.5×10⁻³`, `3/4`, `1 234 567`; empty where they are
  /// not joined.
  static Optional<Sums> joined(Flat flat, List<Numeral> numerals) {
    for (List<Token> run : Tokens.ofNumbers(flat, numerals)) {
      List<Token> tokens = new ArrayList<>(run);
      while (!tokens.isEmpty() && !tokens.getFirst().starts()) {
        tokens.removeFirst();
      }
      while (!tokens.isEmpty() && !tokens.getLast().ends()) {
        tokens.removeLast();
      }
      boolean all =
          tokens.stream().mapToInt(token -> token.numerals().size()).sum() == numerals.size();
      boolean brackets =
          tokens.stream().filter(token -> token.kind() == Kind.OPEN).count()
              == tokens.stream().filter(token -> token.kind() == Kind.CLOSE).count();
      boolean states = tokens.stream().anyMatch(token -> token.kind() == Kind.RELATION);
      if (all && brackets && !states && !goesOn(flat.text(), tokens.getLast().end())) {
        return Optional.of(
            new Reading(flat, numerals, NOTHING, List.of()).statement(List.of(tokens), List.of()));
      }
    }
    return Optional.empty();
  }

  /// Whether a name stands right before: `f(3)`.
  private static boolean joins(String text, Token first) {
    if (first.start() == 0) {
      return false;
    }
    char before = text.charAt(first.start() - 1);
    boolean isName = first.kind() == Kind.NAME;
    return isName
        ? ".#\\@&~∂∇".indexOf(before) >= 0
        : Numeral.isWord(before) || Character.isDigit(before) || before == '\uFFFC';
  }

  /// `17 / 5 = 3 remainder 2`.
  private static final Pattern REMAINDER =
      Pattern.compile("(?iu) (?:remainder|rem\\.|rest|resto|residuo|reste|r) \\d");

  /// Whether something that is no sign follows without a blank, `16x`, or what is left over.
  private static boolean goesOn(String text, int end) {
    return end < text.length()
        && (Numeral.isWord(text.charAt(end))
            || text.charAt(end) == '\uFFFC'
            || REMAINDER.matcher(text).region(end, text.length()).lookingAt());
  }

  /// What is made of one stretch of tokens.
  ///
  /// @param found takes in the statements
  private record Reading(Flat flat, List<Numeral> numerals, Known known, List<Sums> found) {
    /// Brackets that are not closed, or that hold a whole statement, end one.
    void parts(List<Token> run) {
      boolean[] apart = new boolean[run.size()];
      List<Integer> open = new ArrayList<>();
      for (int i = 0; i < run.size(); i++) {
        if (run.get(i).kind() == Kind.OPEN) {
          open.add(i);
        } else if (run.get(i).kind() == Kind.CLOSE) {
          int from = open.isEmpty() ? i : open.removeLast();
          boolean whole =
              run.subList(from, i).stream().anyMatch(token -> token.kind() == Kind.RELATION);
          apart[i] = from == i || whole;
          apart[from] |= apart[i];
        }
      }
      open.forEach(i -> apart[i] = true);
      int from = 0;
      for (int i = 0; i <= run.size(); i++) {
        if (i == run.size() || apart[i]) {
          sides(run.subList(from, i));
          from = i + 1;
        }
      }
    }

    /// The statements in a part: sides beside each other, each of which can be computed.
    private void sides(List<Token> part) {
      List<List<Token>> sides = new ArrayList<>();
      List<Token> relations = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= part.size(); i++) {
        if (i < part.size() && part.get(i).kind() != Kind.RELATION) {
          continue;
        }
        List<Token> side = new ArrayList<>(part.subList(from, i));
        if (from == 0) {
          withoutDash(side);
          withoutWords(side);
        }
        if (i == part.size()) {
          withoutHyphen(side);
        }
        if (isSide(side)) {
          sides.add(side);
        } else {
          add(sides, relations);
          sides.clear();
          relations.clear();
        }
        if (i < part.size() && part.get(i).isArrow() && !computes(side)) {
          add(sides, relations);
          sides.clear();
          relations.clear();
        } else if (i < part.size() && !sides.isEmpty()) {
          relations.add(part.get(i));
        }
        from = i + 1;
      }
      add(sides, relations);
    }

    /// Whether something is computed there, so that an arrow behind it leads to what it gives.
    private boolean computes(List<Token> side) {
      return side.stream()
          .anyMatch(
              it ->
                  it.kind() == Kind.OPERATOR
                      || (it.kind() == Kind.ATOM
                          && code(it).orElse("").chars().anyMatch(c -> "+-*/".indexOf(c) >= 0)));
    }

    private void add(List<List<Token>> sides, List<Token> relations) {
      if (sides.size() < 2) {
        return;
      }
      Sums sums = statement(sides, relations);
      List<Token> tokens = sides.stream().flatMap(List::stream).toList();
      boolean isGaps = sums.numerals.stream().allMatch(it -> flat.isGap(numerals.get(it)));
      boolean isOfNames =
          tokens.stream().allMatch(it -> it.kind() != Kind.NUMBER && it.kind() != Kind.ATOM);
      if (!isOfNames && (sums.computes || isGaps)) {
        found.add(sums);
      }
    }

    /// Where a dash stands before a name, and nothing before that, it is no sign.
    private void withoutDash(List<Token> side) {
      boolean isDash =
          side.size() > 1
              && side.getFirst().isMinus()
              && side.getFirst().end() < side.get(1).start()
              && flat.text().substring(0, side.getFirst().start()).isBlank();
      if (isDash) {
        side.removeFirst();
      }
    }

    /// Where a sign touches what follows it and not the words before it, `so -c`, it is no
    /// difference if those are no number.
    private void withoutWords(List<Token> side) {
      for (int i = side.size() - 2; i > 0; i--) {
        boolean isSign =
            (side.get(i).isMinus() || side.get(i).code().equals("√"))
                && side.get(i).end() == side.get(i + 1).start()
                && side.get(i - 1).end() < side.get(i).start()
                && side.get(i - 1).ends();
        if (isSign && !isSide(side.subList(0, i))) {
          side.subList(0, i).clear();
          return;
        }
      }
    }

    /// A hyphen joins a number to a word: `= 10-fold`.
    private void withoutHyphen(List<Token> side) {
      int hyphen = side.size() - 2;
      boolean isHyphen =
          hyphen > 0
              && side.get(hyphen).isMinus()
              && side.get(hyphen - 1).kind() == Kind.NUMBER
              && side.get(hyphen - 1).end() == side.get(hyphen).start()
              && side.get(hyphen).end() == side.getLast().start()
              && side.getLast().kind() == Kind.NAME
              && !known.number(side.getLast().code());
      if (isHyphen) {
        side.subList(hyphen, side.size()).clear();
      }
    }

    /// Whether tokens are an expression that can be computed.
    private boolean isSide(List<Token> side) {
      if (side.isEmpty() || !side.getLast().ends() || goesOn(flat.text(), side.getLast().end())) {
        return false;
      }
      Token first = side.getFirst();
      boolean isNamed =
          side.stream().anyMatch(it -> it.kind() == Kind.NAME || it.kind() == Kind.ATOM);
      boolean signs =
          first.kind() == Kind.OPERATOR && side.size() > 1 && first.end() == side.get(1).start();
      if ((!first.starts() && !signs) || joins(flat.text(), first)) {
        return false;
      }
      for (int i = 0; isNamed && i < side.size(); i++) {
        boolean isCalled = i + 1 < side.size() && side.get(i + 1).kind() == Kind.OPEN;
        boolean isTaken =
            i > 1
                && side.get(i - 1).kind() == Kind.OPEN
                && side.get(i - 2).kind() == Kind.NAME
                && known.has(side.get(i).code());
        if (side.get(i).kind() == Kind.NAME
            && !isCalled
            && !isTaken
            && !known.number(side.get(i).code())) {
          return false;
        }
        if (side.get(i).kind() == Kind.ATOM && code(side.get(i)).isEmpty()) {
          return false;
        }
      }
      return !isNamed || known.computes(statement(List.of(side), List.of()).statement());
    }

    private Optional<String> code(Token atom) {
      return known.code(flat.at(atom.start()));
    }

    Sums statement(List<List<Token>> sides, List<Token> relations) {
      List<Token> tokens = new ArrayList<>();
      for (int i = 0; i < sides.size(); i++) {
        tokens.addAll(sides.get(i));
        if (i < relations.size() && i + 1 < sides.size()) {
          tokens.add(relations.get(i));
        }
      }
      StringBuilder code = new StringBuilder();
      StringBuilder text = new StringBuilder();
      List<Span> places = new ArrayList<>();
      List<Integer> settled = new ArrayList<>();
      int end = tokens.getFirst().start();
      Token last = Token.sign(Kind.OPEN, "", end, end);
      for (Token token : tokens) {
        Span place = flat.span(token.start(), token.end());
        boolean touches =
            token.kind() == Kind.POWER
                || (last.ends()
                    && token.starts()
                    && (last.end() == token.start() || token.kind() == Kind.OPEN));
        if (!code.isEmpty() && !touches) {
          code.append(' ');
          places.add(place);
        }
        String own = token.kind() == Kind.ATOM ? code(token).orElse("") : token.code();
        code.append(own);
        own.chars().forEach(c -> places.add(place));
        text.append(flat.text(), end, token.start());
        text.append(
            token.kind() == Kind.ATOM
                ? flat.at(token.start()).text().value()
                : flat.text().substring(token.start(), token.end()));
        settled.addAll(token.numerals());
        end = token.end();
        last = token;
      }
      boolean computes =
          tokens.stream()
                  .anyMatch(
                      it ->
                          switch (it.kind()) {
                            case OPERATOR, POWER, NAME, ATOM -> true;
                            case OPEN -> it.code().equals("(|");
                            case NUMBER -> it.code().startsWith("("); // converted
                            case RELATION, CLOSE, COMMA -> false;
                          })
              || tokens.stream().filter(it -> it.kind() == Kind.NUMBER).count() > sides.size();
      boolean isNamed =
          tokens.stream().anyMatch(it -> it.kind() == Kind.NAME || it.kind() == Kind.ATOM);
      Text statement =
          Text.mapped(
              code.toString(),
              flat.span(tokens.getFirst().start(), end),
              places.stream().mapToInt(Span::start).toArray(),
              places.stream().mapToInt(Span::end).toArray());
      return new Sums(
          statement, text.toString(), tokens.getFirst().start(), end, settled, computes, isNamed);
    }
  }
}
