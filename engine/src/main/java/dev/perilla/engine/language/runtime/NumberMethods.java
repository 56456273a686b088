package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Floats;
import dev.perilla.engine.language.number.HexFloats;
import dev.perilla.engine.language.number.Ints;

/// The methods of `int` and `float`.
final class NumberMethods {
  private NumberMethods() {}

  private interface Body {
    Object apply(Run run, Object number);
  }

  private static void plain(PyClass type, String name, Body body) {
    Constructors.method(
        type,
        name,
        (run, self, args, keywords) -> {
          Calls.arity(run, type.name, name, args, keywords, 0, 0);
          return body.apply(run, Arithmetic.plain(self));
        });
  }

  static void install() {
    plain(Types.INT, "bit_length", (run, number) -> Ints.bitLength(number));
    plain(Types.INT, "bit_count", (run, number) -> Ints.bitCount(number));
    plain(Types.INT, "conjugate", (run, number) -> number);
    plain(Types.INT, "as_integer_ratio", (run, number) -> new PyTuple(number, 1L));
    plain(Types.FLOAT, "is_integer", (run, number) -> Floats.isInteger((Double) number));
    plain(Types.FLOAT, "hex", (run, number) -> HexFloats.write((Double) number));
    Types.FLOAT.names.put(
        "fromhex",
        new Descriptor.StaticMethod(
            new Builtin(
                "fromhex",
                Types.FLOAT,
                (run, args, keywords) -> {
                  Calls.arity(run, "float.fromhex", args, keywords, 1, 1);
                  if (!(args[0] instanceof String text)) {
                    throw run.typeError("bad argument type for built-in operation");
                  }
                  run.steps(text.length());
                  return HexFloats.read(text);
                })));
    plain(Types.FLOAT, "conjugate", (run, number) -> number);
    plain(
        Types.FLOAT,
        "as_integer_ratio",
        (run, number) -> new PyTuple(Floats.integerRatio((Double) number)));
  }
}
