package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Reals;
import dev.perilla.engine.language.Crash;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.number.Budget;
import dev.perilla.engine.language.number.PythonError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The state of one program while it runs: what it may still use, its open calls, its output.
final class Run implements Budget {
  private static final int TICK = 1 << 12;

  // known before a stack is full: a class that meets a full stack while it is made is never whole
  private static final Crash.Kind LIMIT = Crash.Kind.LIMIT;

  final Limits limits;
  final StringBuilder output = new StringBuilder();
  Consumer<String> printed = output::append;
  final Map<String, GlobalCell> globals;
  final Map<String, PyModule> modules = new HashMap<>();
  final RandomState random;
  private long steps;
  private long memory;
  private boolean counted = false; // whether what lives has been counted
  private long values;
  private long printedLength = 0;
  private long deadline = Long.MAX_VALUE;
  private int granted = TICK; // steps that are counted down before the budget is asked again
  private int untilTick = TICK;
  Frame[] stack = new Frame[32];
  int depth = 0;
  boolean holds = false; // whether generators of the program may wait; see Holding
  boolean moves = false; // whether what the next function is called with is held by it alone
  private final int brim; // how many calls may be open where CPython has room for two of its own
  int nesting = 0; // of builtins that call themselves: repr, ==, hash
  int epoch = 1;
  int freeze = 0;
  int classVersion = 0;
  long looks = 0; // how often a number was taken out of the autograd's values
  int nextNumber = 1;
  int named = 0; // how often a name was given that the module did not have
  boolean ends = false; // whether only what generators that are left do at the end still runs
  final List<Object> shown = new ArrayList<>(); // inside repr now
  final List<Object> held = new ArrayList<>(); // what builtins work on now; see Holding
  @Nullable PyException handling;
  @Nullable PyException tooDeep; // the last one for calls that were too deep
  private boolean blurred = false; // whether CPython may have been too deep already
  final Remarks remarks = new Remarks();
  final Sweeps sweeps = new Sweeps();
  final Waiting waiting = new Waiting();
  final List<Outcome.Printed> gradients = new ArrayList<>(); // that the block has printed
  String plain = ""; // the last long text that was found to be without pairs of units

  Run(Limits limits, Map<String, GlobalCell> globals) {
    this.limits = limits;
    this.brim = limits.depth() - 3;
    this.globals = globals;
    this.steps = limits.steps();
    this.granted = (int) Math.min(TICK, limits.steps());
    this.untilTick = granted;
    this.memory = limits.memory();
    this.values = limits.values();
    this.random = new RandomState();
  }

  /// Starts the clock of a block or an expression.
  void startClock() {
    long now = System.nanoTime();
    long most = limits.time().toMillis() * 1_000_000;
    deadline = now + most;
  }

  // Budgets

  /// One step.
  void step() {
    if (--untilTick <= 0) {
      tick();
    }
  }

  private void tick() {
    steps -= granted - untilTick;
    if (steps <= 0) {
      granted = 1;
      untilTick = 1;
      throw limit(
          "the program ran for more than " + limits.steps() + " steps",
          "raise limits: {steps: " + limits.steps() * 2 + "} if it is meant to run this long");
    }
    granted = (int) Math.min(TICK, steps);
    untilTick = granted;
    clock();
  }

  private void clock() {
    if (System.nanoTime() - deadline > 0) {
      throw limit(
          "the program ran for more than " + seconds(1) + " seconds",
          "raise limits: {seconds: " + seconds(2) + "} if it is meant to run this long");
    }
  }

  private String seconds(int times) {
    return Reals.repr(limits.time().toMillis() * times / 1000.0);
  }

  /// Many steps at once, before they are taken.
  void steps(long count) {
    if (count < untilTick) {
      untilTick -= (int) count;
      return;
    }
    steps -= Math.min(steps, count);
    tick();
  }

  /// Room for `bytes`, before they are taken.
  void allocate(long bytes) {
    if ((memory -= bytes) < 0) {
      census(bytes);
    }
  }

  /// Charges for a text in the making as a whole, whenever it has doubled: no name holds it, so
  /// nobody else counts it. Returns the length that was charged last.
  int grown(StringBuilder out, int charged) {
    if (out.length() < 2 * charged) {
      return charged;
    }
    allocate(2L * out.length());
    return out.length();
  }

  private void census(long bytes) {
    long live = bytes > limits.memory() ? 0 : new Census(this).bytes();
    if (bytes > limits.memory() || live + bytes > limits.memory() / 8 * 7) {
      memory = 0;
      throw limit(
          "the collections and strings of the program need more than "
              + limits.memory()
              + " bytes of memory",
          "raise limits: {memory: " + limits.memory() * 2 + "} if it is meant to keep this much");
    }
    memory = limits.memory() - live - bytes;
    counted = true;
  }

  /// How many bytes the program has asked for in all, or more.
  long allocated() {
    return counted ? Long.MAX_VALUE : limits.memory() - memory;
  }

  @Override
  public void charge(long bytes) {
    allocate(bytes);
    steps(bytes / 64); // writing them takes time too
  }

  @Override
  public void work(long operations) {
    steps(operations / 20);
  }

  /// One autograd value more.
  void value() {
    values(1);
  }

  /// So many more.
  void values(int count) {
    if ((values -= count) < 0) {
      throw limit(
          "the program made more than " + limits.values() + " autograd values",
          "raise limits: {values: " + limits.values() * 2 + "} if it is meant to make this many");
    }
    allocate(96L * count);
  }

  void print(String text) {
    if (freeze > 0) {
      throw lookOnly("the expression prints");
    }
    remarks.printed(text);
    printedLength += text.length();
    if (printedLength > limits.output()) {
      int left = (int) (text.length() - (printedLength - limits.output()));
      printed.accept(text.substring(0, Math.max(0, left)));
      printedLength = limits.output();
      throw limit(
          "the program printed more than " + limits.output() + " characters",
          "raise limits: {output: " + limits.output() * 2 + "} if all of it is to be read");
    }
    printed.accept(text);
  }

  /// The budget, kept aside while an expression of the text has one of its own.
  record Saved(long steps, long memory, long values, int granted, int untilTick, int freeze) {}

  /// From here on what exists can be looked at and not changed.
  Saved lookOnly() {
    Saved saved = new Saved(steps, memory, values, granted, untilTick, freeze);
    steps = limits.steps();
    memory = limits.memory();
    values = limits.values();
    granted = (int) Math.min(TICK, steps);
    untilTick = granted;
    epoch++;
    freeze = epoch;
    startClock();
    return saved;
  }

  void restore(Saved saved) {
    steps = saved.steps();
    memory = saved.memory();
    values = saved.values();
    granted = saved.granted();
    untilTick = saved.untilTick();
    freeze = saved.freeze();
    epoch++;
  }

  /// What `action` gives if it changes, prints and draws nothing, else `null` with nothing done.
  @Nullable Object undisturbed(Supplier<Object> action) {
    int before = freeze;
    int open = depth;
    int nested = nesting;
    int holding = held.size();
    freeze = ++epoch;
    try {
      return action.get();
    } catch (Unwind.Stop stop) {
      if (stop.kind != Crash.Kind.LOOK_ONLY || before > 0) {
        throw stop;
      }
      Arrays.fill(stack, open, depth, null);
      depth = open;
      nesting = nested;
      release(holding);
      return null;
    } finally {
      freeze = before;
      epoch++;
    }
  }

  /// No call is open.
  void reset() {
    depth = 0;
    nesting = 0;
    handling = null;
    blurred = false;
    shown.clear();
    held.clear();
    waiting.reset();
  }

  /// Lets go of everything that the program holds.
  void forgetAll() {
    handling = null;
    held.clear();
    shown.clear();
    for (GlobalCell cell : globals.values()) {
      cell.value = null;
    }
    for (int i = 0; i < Math.min(depth, stack.length); i++) {
      Arrays.fill(stack[i].slots, null);
    }
    stack = new Frame[32];
    reset();
  }

  // Calls

  void enter(Frame frame) {
    if (depth >= limits.depth()) {
      throw frame.direct ? full("") : tooDeep("");
    }
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, depth * 2);
    }
    stack[depth++] = frame;
    step();
  }

  /// Asks for room for calls within CPython, which count there and are no frames here.
  void room(int calls, String what) {
    if (depth + calls > limits.depth()) {
      throw full(what);
    }
  }

  /// Something within CPython is called that may count there: where calls are nearly too deep, it
  /// is not known any more whether they are.
  void within() {
    if (depth > brim) {
      if (tooDeep != null) {
        throw tooDeep("");
      }
      blurred = true;
    }
  }

  /// As many calls are open as CPython allows: its exception, which a program may catch, where each
  /// of them counts there as here.
  private Unwind full(String what) {
    boolean known = limits.depth() == Limits.DEFAULT.depth() && !blurred && !holds && !isLooking();
    steps(depth);
    for (int i = 0; i < depth; i++) {
      known &= stack[i].direct;
    }
    if (!known) {
      return tooDeep(what);
    }
    Unwind.Raise raise =
        new Unwind.Raise(
            exception(Types.RECURSION_ERROR, "maximum recursion depth exceeded" + what));
    tooDeep = raise.exception;
    return raise;
  }

  Unwind.Stop tooDeep(String what) {
    return limit(
        "RecursionError: maximum recursion depth exceeded" + what,
        "end the recursion, or raise limits: {depth: " + limits.depth() * 2 + "}");
  }

  /// The stack has no room for another call.
  Unwind.Stop outOfStack() {
    return limit(
        "RecursionError: maximum recursion depth exceeded: the stack has no room for another call ("
            + depth
            + " are open)",
        "end the recursion earlier, or write it as a loop");
  }

  /// What TeaVM makes of a browser's full stack, as the limit that it is; `null` for anything else.
  Unwind.@Nullable Stop outOfStack(RuntimeException error) {
    String said = String.valueOf(error.getMessage());
    return said.contains("call stack size") || said.contains("too much recursion")
        ? outOfStack()
        : null;
  }

  void leave() {
    depth--;
  }

  /// In programs whose generators may wait, a builtin holds an object until its call is over.
  void hold(Object object) {
    if (holds) {
      held.add(object);
    }
  }

  /// Forgets what builtins hold beyond the first `count`.
  void release(int count) {
    while (held.size() > count) {
      held.remove(held.size() - 1);
    }
  }

  /// Guards builtins that call themselves, on objects that contain each other.
  void nest() {
    within();
    if (++nesting + depth > limits.depth() - 5) {
      nesting = 0;
      throw limit(
          "RecursionError: maximum recursion depth exceeded: objects are nested too deep",
          "nest them less, or raise limits: {depth: " + limits.depth() * 2 + "}");
    }
  }

  // Exceptions

  Unwind.Stop limit(String text, String help) {
    return new Unwind.Stop(LIMIT, text, help);
  }

  /// Whether it is a text that asks, which can look and not touch.
  boolean isLooking() {
    return freeze > 0;
  }

  Unwind.Stop lookOnly(String text) {
    return new Unwind.Stop(
        Crash.Kind.LOOK_ONLY,
        text + ": text can look at the program's state, not change it",
        "do it in a code block, and name the result");
  }

  Unwind.Stop unsupported(String text, String help) {
    return new Unwind.Stop(Crash.Kind.UNSUPPORTED, text, help);
  }

  /// An exception that is raised at once, while another may be handled.
  PyException exception(PyClass type, PyTuple arguments) {
    steps(8);
    allocate(PyException.BYTES);
    PyException exception = new PyException(this, type, arguments);
    exception.context = handling;
    return exception;
  }

  /// The exception is raised here: while another is handled, that is its context from now on.
  PyException raised(PyException exception) {
    PyException outer = handling;
    if (outer == null || outer == exception) {
      return exception;
    }
    PyException slow = outer; // walks half as fast, so that a ring that was there is noticed
    boolean turn = false;
    for (PyException at = outer; at.context != null; turn = !turn) {
      step();
      if (at.context == exception) {
        at.context = null; // no chain of contexts becomes a ring
        break;
      }
      at = at.context;
      if (at == slow) {
        break;
      }
      if (turn && slow.context != null) {
        slow = slow.context;
      }
    }
    exception.context = outer;
    return exception;
  }

  PyException exception(PyClass type, String message) {
    return exception(type, new PyTuple(message));
  }

  Unwind raise(PyClass type, String message) {
    return new Unwind.Raise(exception(type, message));
  }

  Unwind typeError(String message) {
    return raise(Types.TYPE_ERROR, message);
  }

  Unwind valueError(String message) {
    return raise(Types.VALUE_ERROR, message);
  }

  /// What the arithmetic raised, as an exception of the program.
  Unwind raised(PythonError error) {
    if (error.name().equals(PythonError.UNSUPPORTED)) {
      return unsupported(
          error.text(),
          error.text().contains("character")
              ? "write the whole character"
              : error.text().contains("nan")
                  ? "ask with math.isnan first"
                  : "use abs, or keep the sign apart");
    }
    PyClass type = Types.EXCEPTIONS.get(error.name());
    if (type == null) {
      type = Types.RUNTIME_ERROR;
    }
    String text = error.text();
    if (type == Types.KEY_ERROR
        && text.length() > 1
        && text.startsWith("'")
        && text.endsWith("'")) {
      text = text.substring(1, text.length() - 1); // the key itself: str() of it quotes again
    }
    return new Unwind.Raise(exception(type, text.isEmpty() ? PyTuple.EMPTY : new PyTuple(text)));
  }

  GlobalCell global(String name) {
    return globals.computeIfAbsent(name, GlobalCell::new);
  }
}
