package dev.perilla.site.importer.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// The functions of lists that a lesson with vectors and matrices brings into its program, in the
/// code language. Each begins with what it is.
final class ListFunctions {
  private static final Map<String, String> CODE = new LinkedHashMap<>();
  private static final Map<String, Pattern> CALLS = new LinkedHashMap<>();

  static {
    add(
        """
        def values(a):  # lists of values of the autograd
            return [values(b) for b in a] if isinstance(a, list) else Value(a)
        """);
    add(
        """
        def each(f, a):  # f of every item
            return [each(f, b) for b in a] if isinstance(a, list) else f(a)
        """);
    add(
        """
        def depth(a):  # how many lists are within each other
            return 1 + depth(a[0]) if isinstance(a, list) else 0
        """);
    add(
        """
        def both(f, a, b):  # f of the items of both; a number, a row or a list of one goes with each
            if not isinstance(a, list) and not isinstance(b, list):
                return f(a, b)
            if not isinstance(b, list) or depth(a) > depth(b):
                return [both(f, p, b) for p in a]
            if not isinstance(a, list) or depth(b) > depth(a):
                return [both(f, a, q) for q in b]
            if len(a) != len(b):
                raise ValueError("lists of different lengths")
            return [both(f, p, q) for p, q in zip(a, b)]
        """);
    add("def plus(a, b):\n    return both(lambda p, q: p + q, a, b)\n");
    add("def minus(a, b):\n    return both(lambda p, q: p - q, a, b)\n");
    add("def times(a, b):  # item by item\n    return both(lambda p, q: p * q, a, b)\n");
    add("def over(a, b):\n    return both(lambda p, q: p / q, a, b)\n");
    add("def power(a, n):\n    return both(lambda p, q: p**q, a, n)\n");
    add(
        """
        def transpose(a):
            return [[row[i] for row in a] for i in range(len(a[0]))]
        """);
    add(
        """
        def dot(a, b):  # the product of matrices and vectors
            if isinstance(a[0], list):
                return [dot(row, b) for row in a]
            if len(a) != len(b):
                raise ValueError("lists of different lengths")
            if isinstance(b[0], list):
                return [dot(a, column) for column in transpose(b)]
            return sum(p * q for p, q in zip(a, b))
        """);
    add("def outer(a, b):  # a column times a row\n    return [[p * q for q in b] for p in a]\n");
    add(
        """
        def total(a):
            return sum(total(b) for b in a) if isinstance(a, list) else a
        """);
    add(
        """
        def softmax(z):
            if isinstance(z[0], list):
                return [softmax(row) for row in z]
            powers = [(v if isinstance(v, Value) else Value(v)).exp() for v in z]
            return [p / sum(powers) for p in powers]
        """);
    add(
        """
        def sigmoid_prime(z):
            s = (z if isinstance(z, Value) else Value(z)).sigmoid()
            return s * (1 - s)
        """);
    add(
        """
        def tanh_prime(z):
            t = (z if isinstance(z, Value) else Value(z)).tanh()
            return 1 - t * t
        """);
    add("def relu_prime(z):\n    return 1 if z > 0 else 0\n");
  }

  private ListFunctions() {}

  private static void add(String code) {
    String name = code.substring(4, code.indexOf('('));
    CODE.put(name, code.strip());
    CALLS.put(name, Pattern.compile("\\b" + name + "\\(|\\(" + name + ","));
  }

  static Set<String> names() {
    return CODE.keySet();
  }

  /// The functions that `code` speaks of, with those that they call themselves.
  static Set<String> used(String code) {
    Set<String> found = new LinkedHashSet<>();
    if (code.indexOf('(') < 0) {
      return found;
    }
    List<String> open = new ArrayList<>(List.of(code));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      CODE.forEach(
          (name, text) -> {
            boolean calls = Objects.requireNonNull(CALLS.get(name)).matcher(next).find();
            if (calls && found.add(name)) {
              open.add(text);
            }
          });
    }
    return found;
  }

  /// Their code, in an order in which it can be read.
  static List<String> code(Set<String> names) {
    return CODE.entrySet().stream()
        .filter(it -> names.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
