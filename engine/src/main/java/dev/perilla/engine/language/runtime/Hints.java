package dev.perilla.engine.language.runtime;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to do next about an exception that nothing caught: a sentence for each mistake that
/// beginners make most, told by Python's message, else one for its class.
final class Hints {
  private static final Map<PyClass, String> OF_CLASSES =
      Map.ofEntries(
          Map.entry(
              Types.ZERO_DIVISION_ERROR, "make sure that what stands below the division is not 0"),
          Map.entry(Types.INDEX_ERROR, "the places of n items go from 0 to n - 1"),
          Map.entry(Types.KEY_ERROR, "ask with in first, or use dict.get"),
          Map.entry(
              Types.UNBOUND_LOCAL_ERROR,
              "give it a value in the function before this line, or say global first"),
          Map.entry(Types.NAME_ERROR, "give it a value before this line"),
          Map.entry(Types.ATTRIBUTE_ERROR, "look at how the name is written, and at the class"),
          Map.entry(Types.OVERFLOW_ERROR, "the number is too large for a float: use ints"),
          Map.entry(Types.ASSERTION_ERROR, "what the line claims does not hold"),
          Map.entry(Types.STOP_ITERATION, "nothing is left: give next a second value for the end"));

  private static final String NONE =
      "the value is None: a function without return gives None, as do list.append and list.sort";
  private static final String PLAIN = "the plain number of a Value is .data, which has no gradient";
  private static final String WHOLE = "make it a whole number: divide with //, or write int(…)";
  private static final String ARGUMENTS = "count the arguments of the call, and what it may take";

  /// @param pieces of the message, which come in this order
  private record Hint(String help, List<String> pieces) {
    Hint(String help, String... pieces) {
      this(help, List.of(pieces));
    }

    boolean fits(String message) {
      int at = 0;
      for (String piece : pieces) {
        int found = message.indexOf(piece, at);
        if (found < 0) {
          return false;
        }
        at = found + piece.length();
      }
      return true;
    }
  }

  /// The first that fits counts.
  private static final List<Hint> OF_MESSAGES =
      List.of(
          new Hint(
              "a Value has +, -, *, / and **; its plain number is .data, which has no gradient",
              "unsupported operand",
              "'Value'"),
          new Hint(PLAIN, "type Value doesn't define __round__"),
          new Hint(PLAIN, "() argument must be", "not 'Value'"),
          new Hint(PLAIN, "indices must be integers", "not Value"),
          new Hint(PLAIN, "'Value' object cannot be interpreted as an integer"),
          new Hint(
              "write x.sqrt(), x.exp() and the like: these keep the gradient; the plain number of a"
                  + " Value is .data",
              "must be real number, not Value"),
          new Hint(NONE, "unsupported operand", "'NoneType'"),
          new Hint(NONE, "'NoneType' object "),
          new Hint(NONE, "cannot unpack non-iterable NoneType"),
          new Hint(
              "one side is text: make it a number with int(…) or float(…), or both text with"
                  + " str(…)",
              "unsupported operand",
              "'str'"),
          new Hint(
              "write str(…) around the other value, or an f-string: f\"{x}\"",
              "can only concatenate str"),
          new Hint(
              "append adds one item; + needs a list on both sides: [x]",
              "can only concatenate list"),
          new Hint(
              "both sides are text: make one a number with int(…)",
              "multiply sequence by non-int of type 'str'"),
          new Hint(WHOLE, "multiply sequence by non-int of type 'float'"),
          new Hint(WHOLE, "indices must be integers", "not float"),
          new Hint("places are numbers: 0, 1, …; for names use a dict", "indices must be integers"),
          new Hint(WHOLE, "'float' object cannot be interpreted as an integer"),
          new Hint(
              "make it a number with int(…)", "'str' object cannot be interpreted as an integer"),
          new Hint(
              "what stands before ( is no function: look whether a variable took its name, or an"
                  + " operator is missing",
              "object is not callable"),
          new Hint(
              "only what holds items has [ ]: a list, a tuple, a text, a dict",
              "object is not subscriptable"),
          new Hint("on the right stands one value for several names", "cannot unpack non-iterable"),
          new Hint("a number has no items: write range(n)", "'int' object is not iterable"),
          new Hint("only what holds items can be gone through", "is not iterable"),
          new Hint(
              "a text cannot be changed: make a new one, with replace or from parts",
              "'str' object does not support item assignment"),
          new Hint(
              "a tuple cannot be changed: use a list",
              "'tuple' object does not support item assignment"),
          new Hint(
              "only what holds items has a length; for the digits of a number: len(str(n))",
              "has no len()"),
          new Hint("compare numbers with numbers, and texts with texts", "not supported between"),
          new Hint(
              "keys of a dict and members of a set are texts, numbers, or tuples of them",
              "unhashable type"),
          new Hint("join takes texts: write str(x) for x in …", "expected str instance"),
          new Hint("raise an exception: raise ValueError('…')", "must derive from BaseException"),
          new Hint("make it a number first, with float(…)", "doesn't define __round__"),
          new Hint("%d takes a number; %s takes anything", "a real number is required, not"),
          new Hint("call the method of an object: A().f()", "missing", "argument: 'self'"),
          new Hint(
              "give the call what is missing, or the parameter a default", "missing", "required"),
          new Hint("the names are those of the parameters in its def", "unexpected keyword"),
          new Hint("print knows sep and end", "invalid keyword argument for print()"),
          new Hint("look at how the name of the argument is written", "invalid keyword argument"),
          new Hint(ARGUMENTS, "takes ", "argument"),
          new Hint(ARGUMENTS, " expected ", "argument"),
          new Hint(
              "int() takes the digits of a whole number; with a point: float(…)",
              "invalid literal for int()",
              "."),
          new Hint("the text has to be the digits of a whole number", "invalid literal for int()"),
          new Hint("write a point, not a comma", "could not convert string to float", ","),
          new Hint("the text has to be a number", "could not convert string to float"),
          new Hint("on the right stand more values than names", "too many values to unpack"),
          new Hint("on the right stand fewer values than names", "not enough values to unpack"),
          new Hint("the function has no value there: print the number first", "math domain"),
          new Hint("ask with in first", " not in list"),
          new Hint("ask with in first", " is not in list"),
          new Hint("find gives -1 instead; or ask with in first", "substring not found"),
          new Hint("d is for whole numbers: write .2f", "Precision not allowed in integer"),
          new Hint("give a default: max(x, default=0)", "arg is an empty sequence"),
          new Hint("ask whether it has items first", "pop from empty"),
          new Hint("the number of a character is from 0 to 0x10ffff", "chr() arg not in range"),
          new Hint("the text has more {} than there are arguments", "Replacement index"),
          new Hint("write len(…)", "has no attribute 'length'"),
          new Hint("write len(…)", "has no attribute 'size'"),
          new Hint("a list has append", "'list' object has no attribute 'add'"),
          new Hint("a list has append", "'list' object has no attribute 'push'"),
          new Hint("a set has add", "'set' object has no attribute 'append'"),
          new Hint("items of a dict are read with [ ]: d['a']", "'dict' object has no attribute"),
          new Hint(
              "the program defines or imports Value further down: move that up",
              "name 'Value' is not defined"),
          new Hint("look at how the name is written", "module '", "has no attribute"),
          new Hint("look at how the name is written", "cannot import name"),
          new Hint(
              "what __init__ sets, objects have: make one first, with A()",
              "type object '",
              "has no attribute"));

  private Hints() {}

  /// @param message of the exception, which tells more than its class
  /// @param near the name that may be meant, or `null`
  static String of(PyClass type, String message, @Nullable String near) {
    if (!type.builtin) {
      return "";
    }
    if (message.contains(".") && isSelfForgotten(message)) {
      return "a method gets its object first: write self as its first parameter";
    }
    for (Hint hint : OF_MESSAGES) {
      if (hint.fits(message)) {
        return hint.help();
      }
    }
    return type == Types.ATTRIBUTE_ERROR && near != null
        ? "did you mean `" + near + "`?"
        : OF_CLASSES.getOrDefault(type, "");
  }

  /// Whether a method was given one argument more than it has parameters.
  private static boolean isSelfForgotten(String message) {
    return message.endsWith("takes 0 positional arguments but 1 was given")
        || message.endsWith("takes 1 positional argument but 2 were given")
        || message.endsWith("takes 2 positional arguments but 3 were given");
  }
}
