package dev.perilla.engine.language.conformance;

import java.util.Random;

/// Makes a program from the grammar: the same for the same seed. It ends soon, prints what it
/// holds, and catches what it raises, so that one program shows many things.
final class ProgramMaker {
  private static final String[] NAMES = {"a", "b", "c", "x", "y"};
  private static final String[] OPERATORS = {"+", "-", "*", "/", "//", "%", "&", "|", "^"};
  private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!=", "in", "not in"};
  private static final String[] ERRORS = {
    "Exception", "ValueError", "TypeError", "(KeyError, IndexError)", "ZeroDivisionError"
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int indent = 0;
  private int made = 0; // functions and classes
  private boolean inLoop = false;
  private boolean inFunction = false;

  private ProgramMaker(long seed) {
    this.random = new Random(seed);
  }

  static String program(long seed) {
    ProgramMaker maker = new ProgramMaker(seed);
    maker.line("a, b, c = 3, -2.5, 'pqr'");
    maker.line("x, y = [1, 2, 'z'], {'k': 1, 2: [3]}");
    for (int i = 0; i < 6; i++) {
      maker.line("try:");
      maker.block(3);
      maker.line("except Exception as error:");
      maker.line("    print('!', type(error).__name__, error)");
      maker.line("print(a, b, c, x, y, sep=' ; ')");
    }
    return maker.out.toString();
  }

  private void line(String text) {
    out.append("    ".repeat(indent)).append(text).append('\n');
  }

  private int pick(int count) {
    return random.nextInt(count);
  }

  private String one(String... of) {
    return of[pick(of.length)];
  }

  private void block(int depth) {
    indent++;
    for (int i = pick(3); i >= 0; i--) {
      statement(depth);
    }
    indent--;
  }

  private void statement(int depth) {
    switch (pick(depth > 0 ? 20 : 8)) {
      case 0, 1 -> line(one(NAMES) + " = " + expression(3));
      case 2 -> line(one(NAMES) + " " + one(OPERATORS) + "= " + expression(2));
      case 3 -> line("print(" + expression(3) + ", " + expression(2) + ")");
      case 4 -> line(one("a, b = ", "a, *b = ", "(a, b), c = ", "*a, b = ") + expression(2));
      case 5 -> line(one("x[", "y[") + expression(1) + "] = " + expression(2));
      case 6 -> line(one("del x[", "del y[") + one("0", "-1", "1:", "::2", "'k'") + "]");
      case 7 -> leave();
      case 8, 9 -> {
        line("if " + expression(2) + ":");
        block(depth - 1);
        if (pick(2) == 0) {
          line(pick(2) == 0 ? "else:" : "elif " + expression(1) + ":");
          block(depth - 1);
        }
      }
      case 10, 11 -> {
        line("for " + one("a", "x", "a, b") + " in " + iterable() + ":");
        loop(depth);
      }
      case 12 -> {
        String counter = "n" + made++;
        line(counter + " = 0");
        line("while " + counter + " < 3:");
        indent++;
        line(counter + " += 1");
        indent--;
        loop(depth);
      }
      case 13, 14 -> attempt(depth);
      case 15, 16 -> function(depth);
      case 17 -> type();
      case 18 -> line("assert " + expression(1) + ", " + expression(1));
      default -> line("raise " + one("ValueError", "KeyError", "IndexError") + "(" + text() + ")");
    }
  }

  private void leave() {
    if (inLoop && pick(2) == 0) {
      line(one("break", "continue"));
    } else if (inFunction) {
      line(one("return ", "yield_or_return = ") + expression(2));
    } else {
      line("pass");
    }
  }

  private void loop(int depth) {
    boolean outer = inLoop;
    inLoop = true;
    block(depth - 1);
    inLoop = outer;
    if (pick(3) == 0) {
      line("else:");
      block(0);
    }
  }

  private void attempt(int depth) {
    line("try:");
    block(depth - 1);
    boolean caught = pick(4) > 0;
    if (caught) {
      line("except " + one(ERRORS) + " as e:");
      indent++;
      line("print('caught', type(e).__name__, e, type(e.__context__).__name__)");
      indent--;
      block(depth - 1);
      if (pick(3) == 0) {
        line("else:");
        block(depth - 1);
      }
    }
    if (!caught || pick(2) == 0) {
      line("finally:");
      block(depth - 1);
    }
  }

  private void function(int depth) {
    String name = "f" + made++;
    boolean generator = pick(3) == 0;
    line(
        "def "
            + name
            + "("
            + one("a, b=2", "a=1, *x", "*a, b=3", "a=0, **y", "a='q', b=()")
            + "):");
    boolean outerLoop = inLoop;
    boolean outerFunction = inFunction;
    inLoop = false;
    inFunction = true;
    indent++;
    line("c, x = 'in', [" + expression(1) + "]");
    line("y = {}; b = 5");
    if (generator) {
      line("yield " + expression(1));
    }
    indent--;
    block(depth - 1);
    indent++;
    line(generator ? "got = yield from " + iterable() : "return lambda q=" + name + ": (q, a)");
    if (generator) {
      line("return got");
    }
    indent--;
    inLoop = outerLoop;
    inFunction = outerFunction;
    String call = name + "(" + one("", "1", "1, b=2", "*[1]", "**{'a': 4}", "1, 2, 3") + ")";
    line(generator ? "print(list(" + call + "))" : "print(type(" + call + ").__name__)");
  }

  private void type() {
    String name = "C" + made++;
    String method = one("__add__", "__radd__", "__mul__", "__eq__", "__lt__", "__getitem__");
    line("class " + name + ":");
    line("    count = " + expression(1));
    line("    def __init__(self, v): self.v = v");
    line("    def " + method + "(self, other): return " + one("self.v", "other", "(self.v, 1)"));
    line("    def __repr__(self): return '" + name + "(%r)' % (self.v,)");
    line("    def __bool__(self): return " + one("True", "False", "self.v == 3"));
    String object = name + "(" + expression(1) + ")";
    line("print(" + one(object + " + 1", "1 + " + object, object + " * 2", object + " == 3") + ")");
    line("print(" + one(object + " < 2", object + "[0]", "not " + object, object + ".count") + ")");
    line(one(NAMES) + " = " + object);
  }

  private String iterable() {
    return one(
        "range(3)",
        "x",
        "y",
        "c",
        "[1, 2.0]",
        "(a, b)",
        "'uv'",
        "zip(range(3), 'st')",
        "y.items()");
  }

  private String text() {
    return one("'pq'", "\"it's\"", "'%s'", "''", "'\\n'", "'é'");
  }

  private String expression(int depth) {
    if (depth == 0) {
      return switch (pick(8)) {
        case 0, 5 -> one(NAMES);
        case 6, 7 -> one("2", "3", "a", "5", "12");
        case 1 -> one("0", "1", "-1", "7", "10 ** 20", "255", "-8");
        case 2 -> one("0.5", "-2.0", "1e16", "1e-7", "3.14159", "0.1");
        case 3 -> text();
        default -> one("None", "True", "[]", "()", "{}", "{1, 2}", "[1, [2]]", "(1, 'a')");
      };
    }
    String left = expression(depth - 1);
    String right = expression(depth - 1);
    return switch (pick(16)) {
      case 0, 1 -> "(" + left + " " + one(OPERATORS) + " " + right + ")";
      case 2 -> "(" + left + " " + one(COMPARISONS) + " " + right + ")";
      case 3 -> "(" + left + " < " + right + " <= " + expression(depth - 1) + ")";
      case 4 -> "(" + left + one(" and ", " or ") + right + ")";
      case 5 -> "(" + left + " if " + right + " else " + expression(depth - 1) + ")";
      case 6 -> "(" + one("not ", "-", "+", "~") + "(" + left + "))";
      case 7 -> "[" + left + ", " + right + "]" + one("", "[0]", "[-1:]", "[::-1]", "[2]");
      case 8 -> "{" + one("'k'", "1", "(1, 2)") + ": " + left + "}" + one("", "['k']", ".get(1)");
      case 9 -> "[" + left + " for a in " + iterable() + one("]", " if a]", " for b in 'uv']");
      case 10 -> "(lambda a, b=" + left + ": " + right + ")(" + expression(0) + ")";
      case 11 -> "f\"{" + one("a", "b", "x", "y['k']") + one("", "!r", "=", ":>6", ":.2f") + "}\"";
      case 12 -> one("len(", "str(", "repr(", "abs(", "sorted(", "list(", "bool(") + left + ")";
      case 13 -> one("max(", "min(", "sum(", "tuple(", "int(", "float(") + left + ")";
      case 14 -> text() + one(".upper()", ".join('ab')", ".split('q')", " * 2", " % (a,)", "[0]");
      default -> "(" + left + ").__class__.__name__";
    };
  }
}
