package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Accounting.Run;
import dev.perilla.engine.verify.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers that a table or list puts to names: below a heading, behind the first cell of a row, in
/// items such as `` `c`: {{c}} ``; and rows of a table that are a statement, `| {{a}} | < | {{c}}
/// |`.
final class NamedNumbers {
  private static final Pattern JOINS = Pattern.compile("(?iu)\\s*(?::|=|—|–|is|es|vale)\\s*");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final Accounting accounting;
  private final Span place;
  private final Map<String, Claim> claims = new HashMap<>();

  /// @param account of the numbers
  /// @param place of what is no number
  NamedNumbers(Accounting accounting, Account account, Span place) {
    this.accounting = accounting;
    this.place = place;
    account.claims().forEach(claim -> claims.put(claim.entry().id(), claim));
  }

  void table(List<Rich.Cell> header, List<Rich.Row> rows) {
    List<List<Run>> head = header.stream().map(it -> runs(it.inlines())).toList();
    List<List<List<Run>>> body = new ArrayList<>();
    for (Rich.Row row : rows) {
      body.add(row.cells().stream().map(it -> runs(it.inlines())).toList());
    }
    if (body.size() == 1 || (body.size() > 1 && head.getFirst().isEmpty())) {
      if (!accounting.headed(words(body.getFirst().getFirst()), row(head, body.getFirst()))) {
        accounting.named(row(head, body.getFirst()));
      }
    }
    for (int i = 1; i < head.size() && body.size() > 1; i++) {
      int column = i;
      List<Accounting.Named> below =
          row(
              body.stream().map(List::getFirst).toList(),
              body.stream().map(it -> it.get(column)).toList());
      if (accounting.headed(words(head.get(i)), below)) {
        continue;
      }
      if (column == 1) {
        accounting.named(below);
      } else {
        accounting.taken(below);
      }
    }
    if (head.getFirst().isEmpty()) {
      for (List<List<Run>> row : body.subList(Math.min(1, body.size()), body.size())) {
        if (!accounting.headed(words(row.getFirst()), row(head, row))) {
          accounting.taken(row(head, row));
        }
      }
    }
    body.forEach(this::statement);
  }

  void list(List<Rich.Item> items) {
    List<Accounting.Named> named = new ArrayList<>();
    for (Rich.Item item : items) {
      if (item.blocks().size() == 1
          && item.blocks().getFirst() instanceof Rich.Paragraph(List<Inline> inlines)) {
        List<Run> runs = runs(inlines);
        if (runs.size() == 3 && JOINS.matcher(runs.get(1).text().value()).matches()) {
          named(runs.subList(0, 1), runs.subList(2, 3)).ifPresent(named::add);
        }
      }
    }
    accounting.named(named);
  }

  private static List<Accounting.Named> row(List<List<Run>> names, List<List<Run>> numbers) {
    List<Accounting.Named> named = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), numbers.size()); i++) {
      named(names.get(i), numbers.get(i)).ifPresent(named::add);
    }
    return named;
  }

  private static Optional<Accounting.Named> named(List<Run> name, List<Run> number) {
    if (name.size() != 1 || !isNumber(number)) {
      return Optional.empty();
    }
    Run run = name.getFirst();
    boolean isPlain = run.kind() == Run.Kind.WORDS && NAME.matcher(run.text().value()).matches();
    return isAtom(run) || isPlain
        ? Optional.of(
            new Accounting.Named(
                isPlain ? new Run(run.text(), Run.Kind.CODE) : run, number.getFirst()))
        : Optional.empty();
  }

  /// A row of numbers, names in code and signs alone.
  private void statement(List<List<Run>> row) {
    List<Run> all = new ArrayList<>();
    for (List<Run> cell : row) {
      boolean takesPart =
          cell.size() == 1
              && (isNumber(cell)
                  || isAtom(cell.getFirst())
                  || cell.getFirst()
                      .text()
                      .value()
                      .codePoints()
                      .noneMatch(Character::isLetterOrDigit));
      if (!takesPart) {
        return;
      }
      all.addAll(cell);
      all.add(Run.gap(" "));
    }
    accounting.stated(all);
  }

  /// What a heading says.
  private static String words(List<Run> cell) {
    return cell.stream().map(it -> it.text().value()).collect(Collectors.joining());
  }

  private static boolean isAtom(Run run) {
    return run.kind() == Run.Kind.CODE || run.kind() == Run.Kind.FORMULA;
  }

  private static boolean isNumber(List<Run> cell) {
    return cell.size() == 1 && cell.getFirst().source().isPresent();
  }

  // ---- what the page shows, as runs

  private List<Run> runs(List<Inline> inlines) {
    List<Run> runs = new ArrayList<>();
    into(runs, inlines);
    runs.removeIf(run -> !isAtom(run) && run.text().value().isBlank());
    return runs;
  }

  private void into(List<Run> runs, List<Inline> inlines) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Str words -> runs.add(new Run(Text.at(words.text(), place)));
        case Inline.Num number -> runs.add(number(number));
        case Inline.Bound bound -> into(runs, bound.inlines());
        case Inline.Emphasis it -> into(runs, it.inlines());
        case Inline.Strong it -> into(runs, it.inlines());
        case Inline.CodeSpan code ->
            runs.add(atom(SecondReading.text(code.inlines()), Run.Kind.CODE));
        case Inline.Formula formula -> runs.add(atom(formula.tex(), Run.Kind.FORMULA));
        case Inline.Strikethrough _,
            Inline.Link _,
            Inline.InLanguage _,
            Inline.Image _,
            Inline.LineBreak _,
            Inline.FootnoteReference _ ->
            runs.add(Run.gap("\uFFFC"));
      }
    }
  }

  private Run atom(String code, Run.Kind kind) {
    return new Run(Text.at(code, place), kind);
  }

  private Run number(Inline.Num number) {
    Claim claim = claims.get(number.claim());
    return claim == null
        ? Run.gap("\uFFFC")
        : new Run(Text.at(number.text(), claim.span()), Run.Kind.GAP, claim.entry().expression());
  }
}
