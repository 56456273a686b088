import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The functions of a script in an order in which those stand side by side that are alike: gzip
/// finds again what is at most 32 KB away, and a script is ten times as long. A thirtieth less when
/// it is compressed.
///
/// Only functions change places, `name=(a,b)=>…` in one declaration. They come before what the
/// declaration works out, which so finds every function that it calls.
final class Neighbours {
  private static final Pattern FUNCTION =
      Pattern.compile("[\\w$]+=(?:\\([\\w$,]*\\)|[\\w$]+)=>.*", Pattern.DOTALL);
  private static final String BODY = "(function(){";
  private static final String DECLARES = "let ";

  /// How many characters are compared at once, and in how many functions they are rare enough to
  /// tell something.
  private static final int LENGTH = 4;

  private static final int RARE = 200;

  /// What a function counts that stands one place further away.
  private static final double FURTHER = 0.8;

  private Neighbours() {}

  /// The script, its longest declaration with the functions in another order.
  static String ordered(String script) {
    int start = 0;
    int end = 0;
    for (int at = script.indexOf(BODY) + BODY.length(); at < script.length(); ) {
      boolean declares = script.startsWith(DECLARES, at);
      int close = end(script, at, declares ? ";" : ";}");
      if (declares && close - at > end - start) {
        start = at;
        end = close;
      }
      at = close + 1;
    }
    List<String> functions = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int at = start + DECLARES.length(); at < end; ) {
      int comma = Math.min(end(script, at, ",;"), end);
      String declared = script.substring(at, comma);
      (FUNCTION.matcher(declared).matches() ? functions : others).add(declared);
      at = comma + 1;
    }
    if (functions.size() < others.size()) {
      throw new IllegalStateException("the script declares its functions in a way not known here");
    }
    return script.substring(0, start)
        + DECLARES
        + String.join(",", Stream.concat(ordered(functions).stream(), others.stream()).toList())
        + script.substring(end);
  }

  /// Where the first of some signs stands from a place on, outside of brackets and strings; a
  /// bracket that closes counts as outside of its own.
  private static int end(String script, int from, String signs) {
    int depth = 0;
    for (int at = from; at < script.length(); at++) {
      char c = script.charAt(at);
      if ("\"'`".indexOf(c) >= 0) {
        do {
          at += script.charAt(at) == '\\' ? 2 : 1;
        } while (script.charAt(at) != c);
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth <= 0 && signs.indexOf(c) >= 0) {
        return at;
      }
    }
    return script.length();
  }

  /// The longest first, then always the one that shares most with those just before it, for its
  /// length.
  private static List<String> ordered(List<String> functions) {
    List<Set<String>> parts = functions.stream().map(Neighbours::parts).toList();
    Map<String, List<Integer>> having = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      for (String part : parts.get(i)) {
        having.computeIfAbsent(part, it -> new ArrayList<>()).add(i);
      }
    }
    having.values().removeIf(it -> it.size() > RARE);

    List<String> order = new ArrayList<>();
    BitSet left = new BitSet();
    left.set(0, functions.size());
    double[] shared = new double[functions.size()];
    int next =
        functions.indexOf(
            functions.stream().max(Comparator.comparingInt(String::length)).orElseThrow());
    while (next >= 0) {
      left.clear(next);
      order.add(functions.get(next));
      for (int i = 0; i < shared.length; i++) {
        shared[i] *= FURTHER;
      }
      for (String part : parts.get(next)) {
        for (int i : having.getOrDefault(part, List.of())) {
          shared[i]++;
        }
      }
      next = -1;
      double most = -1;
      for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
        double share = shared[i] / Math.sqrt(functions.get(i).length());
        if (share > most) {
          next = i;
          most = share;
        }
      }
    }
    return order;
  }

  private static Set<String> parts(String function) {
    Set<String> parts = new HashSet<>();
    for (int i = function.indexOf('='); i + LENGTH <= function.length(); i++) {
      parts.add(function.substring(i, i + LENGTH));
    }
    return parts;
  }
}
