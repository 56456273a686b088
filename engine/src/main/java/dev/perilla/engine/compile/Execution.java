package dev.perilla.engine.compile;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.autograd.Value;
import dev.perilla.engine.knobs.KnobProgram;
import dev.perilla.engine.language.Answer;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.State;
import dev.perilla.engine.verify.Strokes;
import dev.perilla.engine.verify.VerifyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The program of a chapter: the code of its blocks in order, each run once, and what texts see of
/// it at each [Moment].
///
/// A text may look at the state after a block that is not the last one run. That state is made
/// again by running the same blocks on a fresh machine: programs are deterministic, so it is the
/// same state, to the bit.
///
/// It is long because what looks at the program, [Moment], and what runs it, [Run], share the
/// blocks, the inputs and the runs that are kept, and nobody else may touch these.
final class Execution {
  private static final int OFFERED_ITEMS = 50;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\d_.])[\\p{L}_][\\p{L}\\d_]*");
  private static final Pattern PATH =
      Pattern.compile(
          "[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*|\\[[^\\]\\[]*\\])*(?![\\w(./])");
  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\p{L}\\d_.])([\\p{L}\\d_][\\p{L}\\d_-]*)\\.(?=[\\p{L}_])");

  private final List<Block> blocks;

  /// Blocks below a text that may be what it speaks of.
  private static final int MOST_BELOW = 3;

  private final Limits limits;
  private final Map<Integer, Case> first;
  private final Optional<Map<String, List<Object>>> data;
  private final Map<String, Integer> byId = new HashMap<>();
  private final int last; // of those that run
  private final Set<String> idWords;
  private final Run main;
  private final Map<Integer, Moment> again = new HashMap<>();
  private final Map<String, String> squeezed = new HashMap<>(); // by code, which runs many times

  /// @param first by the index of its block, the inputs with which an exercise with variants runs
  /// @param data rows of data files by their names; empty where one cannot be read, and nothing
  ///   runs
  Execution(
      List<Block> blocks,
      Limits limits,
      Map<Integer, Case> first,
      Optional<Map<String, List<Object>>> data) {
    this.data = data;
    this.blocks = blocks;
    this.limits = limits;
    this.first = Map.copyOf(first);
    int running = -1;
    for (int i = 0; i < blocks.size(); i++) {
      int index = i;
      blocks.get(i).head().id().ifPresent(id -> byId.putIfAbsent(id.value(), index));
      running = code(blocks.get(i)).isPresent() ? i : running;
    }
    this.last = running;
    this.idWords =
        byId.keySet().stream().flatMap(id -> Stream.of(id.split("-"))).collect(Collectors.toSet());
    this.main = new Run(Twist.NONE);
  }

  /// What is different in another run of the chapter.
  ///
  /// @param inputs by the index of its block, other inputs
  /// @param code by the index of its block, other code
  record Twist(Map<Integer, Case> inputs, Map<Integer, Text> code) {
    static final Twist NONE = new Twist(Map.of(), Map.of());

    Twist {
      inputs = Map.copyOf(inputs);
      code = Map.copyOf(code);
    }

    static Twist inputs(int block, Case inputs) {
      return new Twist(Map.of(block, inputs), Map.of());
    }

    Twist code(int block, Text instead) {
      Map<Integer, Text> more = new HashMap<>(code);
      more.put(block, instead);
      return new Twist(inputs, more);
    }
  }

  /// The end of another run.
  record Other(Ran ran, Moment moment) {}

  /// Runs the blocks up to `index` on a fresh machine, with a difference.
  Other other(int index, Twist twist) {
    Run run = new Run(twist);
    Ran last = new Ran(Optional.empty(), List.of());
    for (int i = 0; i <= index; i++) {
      last = run.step(i);
    }
    return new Other(last, run.moment());
  }

  /// The state after the first lines of the listing at `index`; empty where these do not run.
  Optional<Moment> within(int index, Twist twist, Text lines) {
    Other other = other(index, twist.code(index, lines));
    boolean isRun = other.ran().outcome().filter(Outcome::completed).isPresent();
    return Optional.of(other.moment()).filter(it -> isRun && it.reached());
  }

  /// The program as a page runs it again, up to the block at `last`: a step for each block that
  /// runs, with the readings of its state.
  KnobProgram again(int last, Map<Integer, List<KnobProgram.Read>> reads) {
    List<KnobProgram.Step> steps = new ArrayList<>();
    for (Map.Entry<String, List<Object>> rows : data.orElse(Map.of()).entrySet()) {
      Machine machine = new Machine(limits);
      machine.define(rows.getKey(), rows.getValue());
      String literal = Python.repr(machine.global(rows.getKey()).orElseThrow());
      String code = rows.getKey() + " = " + literal;
      steps.add(new KnobProgram.Step("", List.of(), code, "", List.of()));
    }
    for (int i = 0; i <= last; i++) {
      Optional<Code> code = code(blocks.get(i));
      if (code.isPresent()) {
        List<KnobProgram.Leaf> leaves = new ArrayList<>();
        Case chosen = first.getOrDefault(i, Case.NONE);
        code.get()
            .given()
            .forEach(
                input ->
                    literal(input, chosen)
                        .ifPresent(
                            text ->
                                leaves.add(
                                    new KnobProgram.Leaf(input.name().value(), text.value()))));
        steps.add(
            new KnobProgram.Step(
                id(i),
                leaves,
                code.get().code().map(Text::value).orElse(""),
                code.get().output().map(Text::value).orElse(""),
                reads.getOrDefault(i, List.of())));
      }
    }
    return new KnobProgram(limits, steps);
  }

  /// The id of the block at `index`, as the page has it.
  String id(int index) {
    return blocks.get(index).head().id().map(Text::value).orElse("b" + (index + 1));
  }

  /// The program of the block at `index` alone, or with those above, as one text: inputs, code,
  /// gradients.
  String program(int index, Case inputs, boolean above) {
    StringBuilder out = new StringBuilder();
    for (int i = above ? 0 : index; i <= index; i++) {
      int block = i;
      Case chosen = i == index ? inputs : first.getOrDefault(i, Case.NONE);
      code(blocks.get(i))
          .ifPresent(
              code -> {
                code.given()
                    .forEach(
                        input ->
                            literal(input, block == index ? inputs : chosen)
                                .ifPresent(text -> out.append(leaf(input, text)).append('\n')));
                code.code().ifPresent(text -> out.append(text.value()).append('\n'));
                code.output().ifPresent(name -> out.append(name.value()).append(".backward()\n"));
              });
    }
    return out.toString();
  }

  /// Where a piece of code stands in the listing of the block at `index`, or, where it does not, in
  /// those above: the blocks, each as often as it stands there.
  List<Integer> listingsWith(String piece, int index) {
    List<Integer> own = listingsWith(piece, index, index);
    return own.isEmpty() ? listingsWith(piece, 0, index) : own;
  }

  private List<Integer> listingsWith(String piece, int from, int to) {
    List<Integer> found = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      String code = code(blocks.get(i)).flatMap(Code::code).map(Text::value).orElse("");
      for (int at = code.indexOf(piece); at >= 0; at = code.indexOf(piece, at + 1)) {
        found.add(i);
      }
    }
    return found;
  }

  /// The code of the block at `index`.
  Optional<Text> listing(int index) {
    return code(blocks.get(index)).flatMap(Code::code);
  }

  private static String leaf(Given input, Text literal) {
    return input.name().value() + " = Value(" + literal.value() + ")";
  }

  /// The number that an input is given.
  private static Optional<Text> literal(Given input, Case chosen) {
    return chosen
        .value(input.name().value())
        .or(
            () ->
                switch (input) {
                  case Given.Fixed fixed -> Optional.of(fixed.value());
                  case Given.Knob knob -> Optional.of(knob.value());
                  case Given.Range _, Given.OneOf _ -> Optional.empty();
                });
  }

  /// What one block's code did.
  ///
  /// @param outcome empty where the block has no code
  /// @param remarks on the program and the gradients of its output, see [Outcome#remarks]
  record Ran(Optional<Outcome> outcome, List<Finding> findings, List<Finding> remarks) {
    Ran(Optional<Outcome> outcome, List<Finding> findings) {
      this(outcome, findings, List.of());
    }

    /// The remarks that `account` does not say already where it shows a derivative.
    void remarkOn(Account account) {
      if (remarks.isEmpty()) {
        return;
      }
      boolean told =
          account.findings().stream()
              .map(Finding::code)
              .anyMatch(c -> c == LanguageCode.NO_DERIVATIVE || c == LanguageCode.NOT_FINITE);
      remarks.stream()
          .filter(it -> !told || it.severity() == Severity.ERROR)
          .forEach(account::report);
    }
  }

  /// The code of a block that runs, with what surrounds it.
  private record Code(List<Given> given, Optional<Text> code, Optional<Text> output) {}

  private static Optional<Code> code(Block block) {
    return switch (block) {
      case Block.Code code ->
          code.run()
              ? Optional.of(new Code(List.of(), Optional.of(code.code()), Optional.empty()))
              : Optional.empty();
      case Block.Example example ->
          Optional.of(new Code(example.given(), Optional.of(example.code()), example.output()));
      case Block.Exercise exercise ->
          Optional.of(new Code(exercise.given(), exercise.code(), exercise.output()));
      case Block.Prose prose -> Optional.empty();
      case Block.Note note -> Optional.empty();
      case Block.Dialogue dialogue -> Optional.empty();
    };
  }

  /// Whether the program is over at the end of the block at `index`.
  private boolean isLast(int index) {
    return index >= last;
  }

  /// Runs the block at `index`; blocks are run in order. After a block that failed, nothing runs
  /// any more, but its form is still looked at.
  Ran run(int index) {
    return main.step(index);
  }

  /// The state after the block at `index` and those above; -1 is the state before all.
  Moment moment(int index) {
    int program = index;
    while (program >= 0 && code(blocks.get(program)).isEmpty()) {
      program--;
    }
    if (main.program == program) {
      return main.moment();
    }
    return again.computeIfAbsent(
        program,
        wanted -> {
          return other(wanted, Twist.NONE).moment();
        });
  }

  /// The index of the block with an id; -1 where there is none.
  int indexOf(String id) {
    return byId.getOrDefault(id, -1);
  }

  /// One machine on its way through the blocks.
  private final class Run {
    private final Twist twist;
    private final Machine machine = new Machine(limits);
    private final List<String> listings = new ArrayList<>();
    private List<String> own = List.of();
    private int program = -1;
    private Moving moving = Moving.NOTHING;
    private boolean failed;
    private @Nullable Moment moment; // that of now, where it was asked for

    Run(Twist twist) {
      this.twist = twist;
      this.failed = data.isEmpty();
      data.ifPresent(rows -> rows.forEach(machine::define));
    }

    Ran step(int index) {
      Optional<Code> code = code(blocks.get(index));
      if (code.isEmpty()) {
        return new Ran(Optional.empty(), List.of());
      }
      program = index;
      moment = null;
      if (failed) {
        List<Finding> form =
            code.get().code().map(text -> Parser.program(text).findings()).orElse(List.of());
        return new Ran(Optional.empty(), form);
      }
      Map<String, Object> before = globals();
      List<Given> inputs = code.get().given();
      Case chosen = twist.inputs().getOrDefault(index, first.getOrDefault(index, Case.NONE));
      for (Given input : inputs) {
        Optional<Finding> refused =
            isLeaf(input, chosen) ? Optional.empty() : define(input, chosen);
        if (refused.isPresent()) {
          failed = true;
          return new Ran(Optional.empty(), List.of(refused.get()));
        }
      }
      List<String> given = inputs.stream().map(input -> input.name().value()).toList();
      Optional<Text> listing =
          Optional.ofNullable(twist.code().get(index)).or(() -> code.get().code());
      Optional<Outcome> outcome = listing.map(isLast(index) ? machine::run : machine::runPart);
      if (outcome.isPresent() && !outcome.get().completed()) {
        failed = true;
        return new Ran(outcome, outcome.get().allFindings());
      }
      code.get()
          .code()
          .map(text -> squeezed.computeIfAbsent(text.value(), Execution::squeezed))
          .ifPresent(listings::add);
      moving =
          moving.then(
              given.stream().map(it -> it + " = 0\n").collect(Collectors.joining())
                  + code.get().code().map(Text::value).orElse(""));
      own = own(before, given);
      List<Finding> remarks = new ArrayList<>(outcome.map(Outcome::remarks).orElse(List.of()));
      boolean isPart = twist.code().containsKey(index);
      List<Finding> findings =
          code.get()
              .output()
              .filter(output -> !isPart || machine.names().contains(output.value()))
              .map(output -> backward(output, remarks))
              .orElse(List.of());
      failed = !findings.isEmpty();
      return new Ran(outcome, findings, remarks);
    }

    private Map<String, Object> globals() {
      Map<String, Object> globals = new LinkedHashMap<>();
      for (String name : machine.names()) {
        machine.global(name).ifPresent(value -> globals.put(name, value));
      }
      return globals;
    }

    /// The names that the block gave or bound anew, inputs first, then in the order of their
    /// making.
    private List<String> own(Map<String, Object> before, List<String> given) {
      Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
      objects.addAll(before.values());
      List<String> names = new ArrayList<>(given);
      for (Map.Entry<String, Object> global : globals().entrySet()) {
        boolean isNew =
            !before.containsKey(global.getKey()) || !objects.contains(global.getValue());
        if (isNew && !names.contains(global.getKey())) {
          names.add(global.getKey());
        }
      }
      return List.copyOf(names);
    }

    /// Gives an input its number without running a program for it; false where it is no plain one,
    /// or `Value` is what the chapter makes of it.
    private boolean isLeaf(Given input, Case chosen) {
      Object number = literal(input, chosen).map(Run::number).orElse(null);
      return number != null
          && machine.global("Value").isEmpty()
          && whole(input.name()) instanceof Expr.Name name
          && machine.leaf(name.id(), number);
    }

    private static @Nullable Object number(Text literal) {
      return switch (whole(literal)) {
        case Expr.Num it -> it.value();
        case Expr.Unary(UnaryOp op, Expr.Num(Long it, _, _, _), _, _) when op == UnaryOp.NEGATE ->
            -it;
        case Expr.Unary(UnaryOp op, Expr.Num(Double it, _, _, _), _, _) when op == UnaryOp.NEGATE ->
            -it;
        case null, default -> null;
      };
    }

    /// An expression with nothing around it.
    private static @Nullable Expr whole(Text code) {
      return Parser.expression(code, Dialect.PROGRAM)
          .tree()
          .filter(it -> it.end() - it.start() == code.value().length())
          .orElse(null);
    }

    private Optional<Finding> define(Given input, Case chosen) {
      Optional<Text> literal = literal(input, chosen);
      if (literal.isEmpty()) {
        return Optional.of(
            Finding.error(
                    VerifyCode.VARIANTS,
                    input.name().span(),
                    "the input " + input.name().value() + " has no one number")
                .help("give it one number; ranges and sets are for the variants of an exercise"));
      }
      Outcome outcome = machine.runPart(Text.at(leaf(input, literal.get()), literal.get().span()));
      Optional<Finding> limit =
          outcome.crash().filter(it -> it.kind() == Crash.Kind.LIMIT).map(Crash::finding);
      return outcome.completed() || limit.isPresent()
          ? limit
          : Optional.of(
              Finding.error(
                      VerifyCode.NO_NUMBER,
                      literal.get().span(),
                      literal.get().value() + " cannot be the input " + input.name().value())
                  .help("an input is a name and a number, such as a: 3"));
    }

    /// Lets the gradients flow back from the output, each from zero.
    private List<Finding> backward(Text output, List<Finding> remarks) {
      Optional<Value> value = machine.global(output.value()).flatMap(Python::value);
      if (value.isEmpty()) {
        boolean known = machine.global(output.value()).isPresent();
        return List.of(
            Finding.error(
                    known ? VerifyCode.UNKNOWN_VALUE : VerifyCode.UNKNOWN_NAME,
                    output.span(),
                    known
                        ? "the output "
                            + output.value()
                            + " is no Value, so no gradient flows from it"
                        : "the output " + output.value() + " is no name of the program")
                .help("name a value that the code has computed from the inputs"));
      }
      Outcome back = KnobProgram.backward(machine, output);
      remarks.addAll(back.remarks());
      return back.allFindings();
    }

    Moment moment() {
      if (moment == null) {
        moment = new Moment(machine, program, List.copyOf(listings), moving, own, failed);
      }
      return moment;
    }
  }

  /// Code without the blanks at the ends of lines and with single ones between words.
  private static String squeezed(String code) {
    StringBuilder out = new StringBuilder();
    for (String line : code.split("\n", -1)) {
      out.append(' ').append(BLANKS.matcher(line.strip()).replaceAll(" ")).append(" \n");
    }
    return out.toString();
  }

  /// The state after a block: what texts, expectations and views look at.
  final class Moment implements State {
    private final Machine machine;
    private final int program;
    private final List<String> listings;
    private final Moving moving;
    private final List<String> own;
    private final boolean failed;

    /// What expressions give of which nothing has to be said where they stand: texts ask for the
    /// same ones again and again.
    private final Map<String, Reply.Given> given = new HashMap<>();

    private Moment(
        Machine machine,
        int program,
        List<String> listings,
        Moving moving,
        List<String> own,
        boolean failed) {
      this.machine = machine;
      this.program = program;
      this.listings = listings;
      this.moving = moving;
      this.own = own;
      this.failed = failed;
    }

    @Override
    public boolean reached() {
      return !failed;
    }

    /// Gives a name the value of an expression. Only for a moment of a run of its own.
    void define(String name, Text expression) {
      if (!failed) {
        machine.evaluate(expression).result().ifPresent(value -> machine.define(name, value));
        given.clear();
      }
    }

    /// The index of the last block that ran.
    int program() {
      return program;
    }

    /// The state before the last block that ran.
    Moment before() {
      return moment(program - 1);
    }

    /// All names that the program has.
    Set<String> names() {
      return machine.names();
    }

    /// The names that the last block gave or bound, inputs first.
    List<String> own() {
      return own;
    }

    @Override
    public Reply evaluate(Text expression) {
      if (failed) {
        return new Reply.NotEvaluated();
      }
      if (Strokes.is(expression.value())) {
        return slope(expression);
      }
      Optional<Elsewhere> elsewhere = elsewhere(expression);
      if (elsewhere.isPresent()) {
        return elsewhere.get().reply();
      }
      Reply known = given.get(expression.value());
      if (known != null) {
        return known;
      }
      Reply reply = reply(machine.witnessed(expression), expression.span(), expression.value());
      if (reply instanceof Reply.Given it && it.backing().remarks().isEmpty()) {
        given.put(expression.value(), it);
      }
      return reply;
    }

    @Override
    public Reply evaluate(Text code, Expr tree, Text source) {
      if (failed) {
        return new Reply.NotEvaluated();
      }
      if (Strokes.is(source.value())) {
        return slope(source);
      }
      Optional<Elsewhere> elsewhere = elsewhere(source);
      return elsewhere.isPresent()
          ? elsewhere.get().reply()
          : reply(machine.witnessed(code, tree), source.span(), source.value().strip());
    }

    /// What an expression gives that names derivatives with strokes.
    private Reply slope(Text expression) {
      List<String> ways = Strokes.code(expression.value());
      return ways.stream()
          .map(it -> evaluate(Text.at(it, expression.span())))
          .filter(it -> it instanceof Reply.Given)
          .findFirst()
          .orElseGet(() -> evaluate(Text.at(ways.getLast(), expression.span())));
    }

    /// What the machine gives for an expression; empty where the program did not get here.
    Optional<Answer> answer(Text expression) {
      if (failed) {
        return Optional.empty();
      }
      Optional<Elsewhere> elsewhere = elsewhere(expression).filter(it -> it.torn().isEmpty());
      return elsewhere.isPresent()
          ? elsewhere.get().moment().answer(elsewhere.get().rest())
          : Optional.of(machine.evaluate(expression));
    }

    private Reply reply(Answer answer, Span place, String expression) {
      return switch (answer) {
        case Answer.Computed computed ->
            Gradients.reply(
                Facts.of(computed.value()),
                place,
                expression,
                computed.gradients(),
                machine.kinksAreMeant());
        case Answer.Failed refused ->
            new Reply.Refused(
                refused.findings(),
                refused.crash().isEmpty()
                    && refused.findings().stream()
                        .anyMatch(f -> f.code() == LanguageCode.UNKNOWN_NAME));
      };
    }

    /// `block.expression`: the state in which the rest is looked up.
    ///
    /// @param torn what is wrong where no one state has all that the expression names
    private record Elsewhere(Moment moment, Text rest, Optional<Finding> torn) {
      Reply reply() {
        return torn.isPresent()
            ? new Reply.Refused(List.of(torn.get()), false)
            : moment.evaluate(rest);
      }
    }

    private Optional<Elsewhere> elsewhere(Text expression) {
      List<Mention> named = expression.value().indexOf('.') < 0 ? List.of() : blocksIn(expression);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      Mention first = named.getFirst();
      if (named.size() == 1 && expression.value().substring(0, first.start()).isBlank()) {
        Text rest = expression.sub(first.name(), expression.value().length());
        return Optional.of(
            new Elsewhere(Execution.this.moment(first.block()), rest, Optional.empty()));
      }
      StringBuilder rest = new StringBuilder(expression.value());
      for (Mention one : named) {
        rest.replace(one.start(), one.name(), " ".repeat(one.name() - one.start()));
      }
      List<Mention> all = new ArrayList<>(named);
      all.addAll(ownNames(expression, rest.toString()));
      return Optional.of(
          Stream.concat(
                  Stream.of(this), named.stream().map(it -> Execution.this.moment(it.block())))
              .filter(moment -> all.stream().allMatch(it -> isSame(it, expression, moment)))
              .findFirst()
              .map(it -> new Elsewhere(it, expression.reading(rest.toString()), Optional.empty()))
              .orElseGet(() -> inNumbers(expression, named)));
    }

    /// A name in an expression, and the block before it; -1 where none stands there.
    ///
    /// @param start 0-based, of the block
    /// @param name 0-based, where the name starts
    private record Mention(int block, int start, int name) {}

    private List<Mention> blocksIn(Text expression) {
      List<Mention> found = new ArrayList<>();
      Matcher matcher = QUALIFIED.matcher(expression.value());
      while (matcher.find()) {
        String id = matcher.group(1);
        int index = indexOf(id);
        for (int cut = id.indexOf('-'); index < 0 && cut >= 0; cut = id.indexOf('-')) {
          id = id.substring(cut + 1); // what stands before is subtracted from
          index = indexOf(id);
        }
        if (index >= 0 && machine.global(id).isEmpty()) {
          found.add(new Mention(index, matcher.end(1) - id.length(), matcher.end()));
        }
      }
      return found;
    }

    /// The names of an expression before which no block stands.
    private List<Mention> ownNames(Text expression, String rest) {
      List<Mention> names = new ArrayList<>();
      Matcher matcher = NAME.matcher(rest);
      while (matcher.find()) {
        int start = matcher.start();
        boolean isOfBlock = expression.value().charAt(Math.max(0, start - 1)) == '.';
        if (!isOfBlock) {
          boolean isKnown = machine.global(matcher.group()).isPresent();
          boolean isDerivative = !isKnown && "d∂".indexOf(rest.charAt(start)) >= 0;
          names.add(new Mention(-1, start, isDerivative ? start + 1 : start));
        }
      }
      return names;
    }

    /// Whether a name says in `moment` what it says where it is looked up.
    private boolean isSame(Mention named, Text expression, Moment moment) {
      Matcher name =
          NAME.matcher(expression.value()).region(named.name(), expression.value().length());
      Moment own = named.block() < 0 ? this : Execution.this.moment(named.block());
      if (own == moment || !name.lookingAt()) {
        return true;
      }
      Optional<Object> there = own.machine.global(name.group());
      return there.map(Python::repr).equals(moment.machine.global(name.group()).map(Python::repr));
    }

    /// No one state has all names: what the blocks gave is put in as numbers.
    private Elsewhere inNumbers(Text expression, List<Mention> named) {
      StringBuilder numbers = new StringBuilder();
      int at = 0;
      for (Mention one : named) {
        Matcher path =
            PATH.matcher(expression.value()).region(one.name(), expression.value().length());
        if (!path.lookingAt()
            || !(Execution.this.moment(one.block()).evaluate(expression.sub(one.name(), path.end()))
                instanceof Reply.Given given)
            || !(given.fact() instanceof Fact.Quantity quantity)) {
          return torn(expression, named);
        }
        numbers.append(expression.value(), at, one.start()).append("(" + quantity.repr() + ")");
        at = path.end();
      }
      numbers.append(expression.value().substring(at));
      return new Elsewhere(this, Text.at(numbers.toString(), expression.span()), Optional.empty());
    }

    private Elsewhere torn(Text expression, List<Mention> named) {
      return new Elsewhere(
          this,
          expression,
          Optional.of(
              Finding.error(
                      VerifyCode.NOT_CHECKABLE,
                      expression.span(),
                      "no state of the program has all that this names: a name has other values"
                          + " after `"
                          + id(named.getFirst().block())
                          + "` and here")
                  .help("compute it in a code block, under a name of its own")));
    }

    @Override
    public Place place(String expression) {
      Text text = Text.of(SourceFile.of("", expression));
      return elsewhere(text)
          .filter(it -> it.torn().isEmpty())
          .map(it -> it.moment().place(it.rest().value()))
          .orElse(new Place(program, expression));
    }

    @Override
    public Optional<String> format(Text expression, String spec) {
      Optional<Elsewhere> elsewhere = elsewhere(expression).filter(it -> it.torn().isEmpty());
      if (elsewhere.isPresent()) {
        return elsewhere.get().moment().format(elsewhere.get().rest(), spec);
      }
      return switch (machine.evaluate(expression)) {
        case Answer.Computed computed -> written(computed.value(), spec);
        case Answer.Failed refused -> Optional.empty();
      };
    }

    private static Optional<String> written(Object value, String spec) {
      try {
        return Optional.of(Python.format(value, spec));
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // the caller says that the format does not fit
      }
    }

    /// Names first, then what belongs to them: gradients, items and lengths of lists, the figures
    /// of a nudge.
    @Override
    public List<Named> numbers() {
      if (failed) {
        return List.of();
      }
      List<Named> names = new ArrayList<>();
      List<Named> parts = new ArrayList<>();
      for (String name : machine.names()) {
        Optional<Object> object = machine.global(name);
        if (object.isEmpty()) {
          continue;
        }
        add(names, name, object);
        Python.value(object.get())
            .ifPresent(value -> add(parts, name + ".grad", Python.gradient(object.get())));
        List<Object> items = Python.items(object.get()).orElse(List.of());
        for (int i = 0; i < Math.min(items.size(), OFFERED_ITEMS); i++) {
          add(parts, name + "[" + i + "]", Optional.of(items.get(i)));
        }
        if (!items.isEmpty()) {
          add(parts, "len(" + name + ")", Optional.of((long) items.size()));
        }
        if (Python.value(object.get()).isEmpty()) { // a nudge, or an object of a Value of its own
          for (String field : List.of("data", "grad", "by", "before", "after", "change", "slope")) {
            add(parts, name + "." + field, Python.attribute(object.get(), field));
          }
        }
      }
      names.addAll(parts);
      return names;
    }

    private static void add(List<Named> numbers, String expression, Optional<Object> object) {
      if (object.filter(it -> Python.number(it).isPresent()).map(Facts::of).orElse(null)
          instanceof Fact.Quantity given) {
        numbers.add(new Named(expression, given));
      }
    }

    @Override
    public boolean knows(String name) {
      return failed || defines(Strokes.of(name)) || isPartOfId(name);
    }

    @Override
    public boolean defines(String name) {
      return machine.global(name).isPresent();
    }

    @Override
    public Optional<String> below(Predicate<State> holds) {
      return IntStream.range(program + 1, blocks.size())
          .filter(i -> code(blocks.get(i)).isPresent() && blocks.get(i).head().id().isPresent())
          .limit(MOST_BELOW)
          .filter(i -> moment(i).reached() && holds.test(moment(i)))
          .mapToObj(Execution.this::id)
          .findFirst();
    }

    /// Ids may have hyphens in them, which the language reads as operators.
    private boolean isPartOfId(String word) {
      return idWords.contains(word);
    }

    @Override
    public boolean moves(String name) {
      return moving.has(name);
    }

    @Override
    public boolean quotes(String code) {
      String wanted = BLANKS.matcher(code.strip()).replaceAll(" ");
      boolean isCode =
          wanted.chars().anyMatch(Character::isLetter)
              || wanted.matches("[\\[(].*\\d, .*\\d[\\])]");
      return isCode && listings.stream().anyMatch(listing -> contains(listing, wanted));
    }

    @Override
    public boolean types(String characters) {
      return listings.stream()
          .anyMatch(
              it -> it.contains("'" + characters + "'") || it.contains("\"" + characters + "\""));
    }

    private static boolean contains(String listing, String wanted) {
      int at = listing.indexOf(wanted);
      while (at >= 0) {
        char before = listing.charAt(at - 1);
        char after = listing.charAt(at + wanted.length());
        if (!joins(before, wanted.charAt(0)) && !joins(wanted.charAt(wanted.length() - 1), after)) {
          return true;
        }
        at = listing.indexOf(wanted, at + 1);
      }
      return false;
    }

    private static boolean joins(char left, char right) {
      boolean leftWord = Character.isLetterOrDigit(left) || left == '_' || left == '.';
      boolean rightWord = Character.isLetterOrDigit(right) || right == '_' || right == '.';
      return leftWord && rightWord;
    }

    /// The autograd's value under a name.
    Optional<Value> value(String name) {
      return failed ? Optional.empty() : machine.global(name).flatMap(Python::value);
    }

    /// All names with a value of the autograd, those of the last block first.
    Map<String, Value> values() {
      Map<String, Value> values = new LinkedHashMap<>();
      own.forEach(name -> value(name).ifPresent(value -> values.put(name, value)));
      Set<String> names = machine.names();
      names.forEach(name -> value(name).ifPresent(value -> values.putIfAbsent(name, value)));
      return values;
    }

    /// The number under a name, if it is one.
    Optional<Fact.Quantity> quantity(String name) {
      return failed
          ? Optional.empty()
          : machine
              .global(name)
              .map(Facts::of)
              .filter(Fact.Quantity.class::isInstance)
              .map(Fact.Quantity.class::cast);
    }
  }
}
