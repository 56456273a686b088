package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Claim;
import dev.perilla.engine.verify.Expectations;
import dev.perilla.engine.verify.Said;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compiles a chapter: runs its blocks in order, looks at the state after each, fills in what the
/// texts ask for, checks what they say, and gives every numeral its standing.
///
/// ```java
/// Compilation compilation = Compiler.compile(chapter, settings);
/// compilation.findings();  // by place; with an error among them there is no compiled chapter
/// ```
public final class Compiler {
  private final Chapter chapter;
  private final Settings settings;
  private final Execution execution;
  private final Accounting.Rules rules;
  private final List<Claim> ofVariants = new ArrayList<>();
  private final Set<Integer> usedPatterns = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Integer, Cases> cases = new HashMap<>();

  private Compiler(Chapter chapter, Settings settings, Optional<Accounting.Foreign> foreign) {
    this.chapter = chapter;
    this.settings = settings;
    for (int i = 0; i < chapter.blocks().size(); i++) {
      if (chapter.blocks().get(i) instanceof Block.Exercise exercise) {
        cases.put(i, Cases.of(exercise));
      }
    }
    Map<Integer, Case> first = new HashMap<>();
    cases.forEach((index, of) -> first.put(index, of.all().getFirst()));
    this.execution =
        new Execution(
            chapter.blocks(),
            Settings.limits(chapter.limits(), settings.limits()),
            first,
            data(chapter, settings));
    this.rules =
        new Accounting.Rules(
            settings.notation(),
            foreign,
            settings.plain(),
            usedPatterns::add,
            chapter.sources().stream().map(s -> s.key().value()).collect(Collectors.toSet()),
            settings.terms(),
            Said.ofChapter());
  }

  /// Compiles `chapter`. Never throws for what an author wrote. Cost: bounded by the limits; a
  /// state that texts look at out of order is computed once more.
  public static Compilation compile(Chapter chapter, Settings settings) {
    return new Compiler(chapter, settings, Optional.empty()).compile();
  }

  /// Compiles `chapter`, some of whose texts are in another language.
  static Compilation compile(Chapter chapter, Settings settings, Accounting.Foreign foreign) {
    return new Compiler(chapter, settings, Optional.of(foreign)).compile();
  }

  /// Whether `chapter` has an error. What stands at `suspect`, an offset in its file, is looked at
  /// first, and nothing after the first error. Cost: that of the programs up to there, where the
  /// error is there; else at most twice that of [#compile(Chapter, Settings)].
  public static boolean fails(Chapter chapter, Settings settings, int suspect) {
    return new Compiler(chapter, settings, Optional.empty()).failsAt(suspect)
        || new Compiler(chapter, settings, Optional.empty()).fails();
  }

  /// What is said at `suspect` alone, in the state there. An exercise above is not gone through,
  /// and what its texts say may be the reason of what follows: then nothing is decided here.
  private boolean failsAt(int suspect) {
    int at = -1;
    for (int i = 0; i < chapter.blocks().size(); i++) {
      if (chapter.blocks().get(i).head().type().span().start() <= suspect) {
        at = i;
      }
    }
    int last = at < 0 ? chapter.blocks().size() - 1 : at;
    Execution.Ran ran = new Execution.Ran(Optional.empty(), List.of());
    boolean isLeftOut = false;
    for (int i = 0; i <= last; i++) {
      ran = execution.run(i);
      findings.addAll(ran.findings());
      boolean isAbove = i < last || at < 0;
      if (isAbove && chapter.blocks().get(i) instanceof Block.Exercise) {
        isLeftOut = true;
      } else if (isAbove && !isFailed()) {
        part(i, ran, new Account("above")); // texts go on with the numbers of those above
      }
    }
    if (!isFailed() && !isLeftOut) {
      Account account = new Account("suspect");
      if (at < 0) {
        top(account);
      } else {
        part(at, ran, account);
      }
      findings.addAll(account.findings());
    }
    return isFailed();
  }

  private boolean fails() {
    chapter.data().forEach(this::dataFindings);
    for (int i = 0; i < chapter.blocks().size() && !isFailed(); i++) {
      claims.addAll(look(i).account().claims());
    }
    if (!isFailed()) {
      Account top = new Account("top");
      top(top);
      claims.addAll(top.claims());
      claims.addAll(ofVariants);
      findings.addAll(top.findings());
      findings.addAll(rules.said().findings(claims, rules::notation));
    }
    return isFailed();
  }

  private boolean isFailed() {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  /// A block that ran, and what is said of it.
  private record Looked(Optional<Part> part, Account account) {}

  private Looked look(int index) {
    Execution.Ran ran = execution.run(index);
    ran.findings().forEach(finding -> findings.add(inFirst(index, finding)));
    Account account = new Account(id(index));
    Optional<Part> part = part(index, ran, account);
    ran.remarkOn(account);
    account.findings().forEach(finding -> findings.add(inFirst(index, finding)));
    return new Looked(part, account);
  }

  /// What stands above the blocks.
  private record Top(
      List<Inline> title, List<Inline> summary, List<CompiledChapter.Source> sources) {}

  private Top top(Account account) {
    Prose prose = prose(chapter.blocks().size() - 1, account);
    return new Top(
        prose.line(chapter.title()),
        prose.optional(chapter.summary()),
        chapter.sources().stream().map(source -> source(source, account)).toList());
  }

  private Compilation compile() {
    chapter.data().forEach(this::dataFindings);
    List<Part> parts = new ArrayList<>();
    List<Claim> ofBlocks = new ArrayList<>();
    List<Claim> turning = new ArrayList<>();
    List<Account.Drawing> drawn = new ArrayList<>();
    for (int i = 0; i < chapter.blocks().size(); i++) {
      Looked looked = look(i);
      looked.part().ifPresent(parts::add);
      Account account = looked.account();
      ofBlocks.addAll(account.claims());
      if (!(chapter.blocks().get(i) instanceof Block.Exercise)) {
        turning.addAll(account.claims()); // a question keeps its numbers: its answer does
        drawn.addAll(account.drawings());
      }
      ofBlocks.addAll(ofVariants);
      ofVariants.clear();
    }
    Account top = new Account("top");
    Top above = top(top);
    findings.addAll(top.findings());
    claims.addAll(top.claims());
    turning.addAll(top.claims());
    claims.addAll(ofBlocks);
    findings.addAll(rules.said().findings(claims, rules::notation));

    List<Finding> sorted = findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
    Optional<CompiledChapter> compiled =
        isFailed()
            ? Optional.empty()
            : Optional.of(
                new CompiledChapter(
                    CompiledChapter.VERSION,
                    chapter.id().value(),
                    chapter.lang().map(Text::value).orElse(settings.lang()),
                    above.title(),
                    above.summary(),
                    chapter.needs().stream().map(Text::value).toList(),
                    above.sources(),
                    parts,
                    Optional.empty(),
                    new Ledger(claims.stream().map(Claim::entry).toList()),
                    settings.knobs()
                        ? new Knobs(execution, chapter.blocks()).program(turning, drawn)
                        : Optional.empty(),
                    compiledData()));
    List<Inline> head = new ArrayList<>(above.title());
    head.addAll(above.summary());
    return new Compilation(compiled, sorted, claims, head, parts, usedPatterns);
  }

  /// A source; the numbers of its title are part of the citation.
  private CompiledChapter.Source source(Chapter.Source source, Account top) {
    accounting(-1, top).cited(source.title(), source.key());
    return new CompiledChapter.Source(
        source.key().value(), source.title().value(), source.url().map(Text::value));
  }

  /// With the inputs of the first variant, where the block has several.
  private Finding inFirst(int index, Finding finding) {
    Cases of = cases.get(index);
    return of == null || !of.findings().isEmpty() ? finding : of.all().getFirst().told(finding);
  }

  private String id(int index) {
    return chapter.blocks().get(index).head().id().map(Text::value).orElse("b" + (index + 1));
  }

  // ---- data

  private void dataFindings(Chapter.Data data) {
    Read<List<Object>> read = settings.data().get(data.file().value());
    if (read == null) {
      findings.add(
          Finding.error(
                  VerifyCode.NO_DATA,
                  data.file().span(),
                  "the book has no data file `" + data.file().value() + "`")
              .help("name a .csv or .json file by its path from the folder of the book"));
    } else {
      findings.addAll(read.findings());
    }
  }

  /// The rows of the data files by their names in the program; empty where one cannot be read.
  private static Optional<Map<String, List<Object>>> data(Chapter chapter, Settings settings) {
    Map<String, List<Object>> rows = new LinkedHashMap<>();
    for (Chapter.Data data : chapter.data()) {
      Read<List<Object>> read = settings.data().get(data.file().value());
      if (read == null || read.value().isEmpty()) {
        return Optional.empty();
      }
      rows.put(data.name().value(), read.value().get());
    }
    return Optional.of(rows);
  }

  private List<CompiledChapter.Data> compiledData() {
    List<CompiledChapter.Data> compiled = new ArrayList<>();
    data(chapter, settings)
        .orElse(Map.of())
        .forEach(
            (name, rows) -> {
              Machine machine = new Machine(Settings.limits(chapter.limits(), settings.limits()));
              machine.define(name, rows);
              String repr = machine.global(name).map(Python::repr).orElseThrow();
              compiled.add(new CompiledChapter.Data(name, repr));
            });
    return compiled;
  }

  // ---- one block

  private Optional<Part> part(int index, Execution.Ran ran, Account account) {
    Block block = chapter.blocks().get(index);
    Prose prose = prose(state(index), account);
    Part.Head head = new Part.Head(id(index), prose.optional(block.head().title()));
    return switch (block) {
      case Block.Prose words -> Optional.of(new Part.Prose(head, prose.blocks(words.text())));
      case Block.Note note ->
          Optional.of(new Part.Note(head, note.kind(), prose.blocks(note.text())));
      case Block.Dialogue dialogue ->
          Optional.of(
              new Part.Dialogue(
                  head, dialogue.turns().stream().map(turn -> turn(turn, prose)).toList()));
      case Block.Code code -> code(index, code, head, ran, account, prose);
      case Block.Example example -> example(index, example, head, ran, account, prose);
      case Block.Exercise exercise -> exercise(index, exercise, head, ran, account);
    };
  }

  private static Part.Dialogue.Turn turn(Block.Dialogue.Turn turn, Prose prose) {
    return new Part.Dialogue.Turn(prose.bare(turn.who()), prose.blocks(turn.text()));
  }

  /// The block in whose state the texts of the block at `index` are read.
  private int state(int index) {
    Optional<Text> about = chapter.blocks().get(index).head().about();
    int block = about.isEmpty() ? index : execution.indexOf(about.get().value());
    return block < 0 ? index : block; // one that is not there was found when the chapter was read
  }

  private Accounting accounting(int index, Account account) {
    return new Accounting(rules, execution.moment(index), account);
  }

  private Listings listings(int index, Text code, Account account) {
    return new Listings(
        accounting(index, account),
        account,
        end ->
            execution
                .within(index, Execution.Twist.NONE, code.sub(0, end))
                .map(it -> new Accounting(rules, it, account)),
        other ->
            execution
                .other(index, Execution.Twist.NONE.code(index, other))
                .ran()
                .outcome()
                .filter(Outcome::completed));
  }

  private Prose prose(int index, Account account) {
    return new Prose(accounting(index, account), account);
  }

  private Optional<Part> code(
      int index, Block.Code code, Part.Head head, Execution.Ran ran, Account account, Prose prose) {
    Listings listings = listings(index, code.code(), account);
    List<Inline> caption = prose.optional(code.caption());
    if (!code.run()) {
      Listing listing =
          listings.notRun(
              code.code(),
              code.lang().map(Text::value).orElse("python"),
              code.reason().map(prose::bare).orElse(""));
      return Optional.of(new Part.Code(head, listing, false, caption, List.of()));
    }
    Optional<Outcome> outcome = ran.outcome().filter(Outcome::completed);
    if (outcome.isEmpty() || !execution.moment(index).reached()) {
      return Optional.empty();
    }
    Listing listing = listings.ran(code.code(), outcome.get());
    new LoopComments(execution, index, account).check(code.code(), outcome.get());
    Expectations.check(code.expect(), execution.moment(index), account);
    List<View> views = views(index, account).all(code.show(), Optional.empty());
    return Optional.of(new Part.Code(head, listing, code.editable(), caption, views));
  }

  private Optional<Part> example(
      int index,
      Block.Example example,
      Part.Head head,
      Execution.Ran ran,
      Account account,
      Prose prose) {
    List<Input> inputs =
        Inputs.of(example.given(), Case.NONE, Knobs.shown(example), settings.notation(), account);
    List<Inline> caption = prose.optional(example.caption());
    Optional<Outcome> outcome = ran.outcome().filter(Outcome::completed);
    if (outcome.isEmpty() || !execution.moment(index).reached()) {
      return Optional.empty();
    }
    Listing listing = listings(index, example.code(), account).ran(example.code(), outcome.get());
    new LoopComments(execution, index, account).check(example.code(), outcome.get());
    Expectations.check(example.expect(), execution.moment(index), account);
    List<View> views = views(index, account).all(example.show(), example.output());
    return Optional.of(new Part.Example(head, inputs, listing, caption, views));
  }

  private Optional<Part> exercise(
      int index, Block.Exercise exercise, Part.Head head, Execution.Ran ran, Account account) {
    Cases of = cases.getOrDefault(index, Cases.of(exercise));
    of.findings().forEach(account::report);
    Exercises exercises =
        new Exercises(execution, rules, settings.notation(), index, state(index), exercise, of);
    Optional<Part> part =
        exercises.all(head, new Execution.Other(ran, execution.moment(index)), account);
    ofVariants.addAll(exercises.claims());
    return part;
  }

  private Views views(int index, Account account) {
    return new Views(
        execution.moment(index), accounting(index, account), account, settings.notation());
  }
}
