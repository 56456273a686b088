package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.resolve.Coverage;
import dev.perilla.engine.language.resolve.Scope;
import dev.perilla.engine.language.text.Splitting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What CPython 3.11 prints behind the message of an exception that nothing caught and that names
/// what is not there: `. Did you mean: 'upper'?`. It is the nearest name that the object has, or
/// the function, the module or the builtins, as Python/suggestions.c looks for it.
final class Suggestions {
  private static final int MOVE = 2; // the cost of a letter more, less or another
  private static final int CASE = 1; // and of a capital
  private static final int MOST = 750; // names
  private static final int LONGEST = 40;

  /// What objects have besides: words.
  private static final String OF_OBJECTS =
      "__class__ __delattr__ __dict__ __dir__ __doc__ __getattribute__ __getstate__"
          + " __init_subclass__ __module__ __new__ __reduce__ __reduce_ex__ __sizeof__"
          + " __subclasshook__ __weakref__";

  private static final String OF_VALUES = "_backward _op _prev data grad label";
  private static final String OF_FUNCTIONS =
      "__annotations__ __builtins__ __closure__ __code__ __defaults__ __get__"
          + " __globals__ __kwdefaults__ __name__ __qualname__";

  /// Functions that do not stand in their place of the alphabet.
  private static final String LATE = " aiter anext exit help open quit ";

  private Suggestions() {}

  /// The name that may be meant, or `null`.
  static @Nullable String of(Run run, PyException exception) {
    if (!(exception.detail("name") instanceof String wrong)) {
      return null;
    }
    String found = null;
    if (exception.type == Types.ATTRIBUTE_ERROR) {
      found = nearest(wrong, attributes(exception.detail("obj")));
    } else if (exception.type == Types.NAME_ERROR && !exception.trace.isEmpty()) {
      Scope scope = exception.trace.getFirst().code().scope;
      found = scope == null ? null : nearest(wrong, scope.names());
      found = found == null ? nearest(wrong, globals(run)) : found;
      found = found == null ? nearest(wrong, builtins()) : found;
    }
    return found;
  }

  private static List<String> attributes(Object object) {
    Set<String> names = new HashSet<>(Splitting.words(OF_OBJECTS, -1));
    names.addAll(Specials.names(Types.OBJECT));
    if (object instanceof PyModule module) {
      names.addAll(module.names.keySet());
      names.addAll(Coverage.left(module.name));
      return sorted(names);
    }
    List<String> own = object instanceof PyInstance instance ? instance.names() : List.of();
    if (own.size() >= MOST) {
      return List.of();
    }
    names.addAll(own);
    PyClass at = object instanceof PyClass type ? type : Types.of(object);
    if (at == Types.FUNCTION || object instanceof BoundMethod) {
      names.addAll(Splitting.words(OF_FUNCTIONS, -1));
    }
    if (object instanceof PyValue) {
      names.addAll(Splitting.words(OF_VALUES, -1));
    }
    for (; at != null && at.names.size() < MOST; at = at.base) {
      names.addAll(at.names.keySet());
      names.addAll(Specials.names(at));
      if (at.builtin) {
        names.addAll(Coverage.left(at.name));
      }
    }
    return sorted(names);
  }

  private static List<String> sorted(Set<String> names) {
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.naturalOrder());
    return sorted;
  }

  /// In the order in which the module has them.
  private static List<String> globals(Run run) {
    List<GlobalCell> cells = new ArrayList<>(run.globals.values());
    cells.removeIf(cell -> cell.value == null);
    cells.sort(Comparator.comparingInt(cell -> cell.since));
    return cells.stream().map(cell -> cell.name).toList();
  }

  /// Functions before constants and classes, as they stand in CPython.
  private static List<String> builtins() {
    Set<String> all = new HashSet<>(Builtins.ALL.keySet());
    all.remove(Types.VALUE.name); // which no Python knows by itself
    all.addAll(Coverage.refusedBuiltins().keySet());
    all.addAll(List.of("False", "None", "True"));
    List<String> names = sorted(all);
    names.sort(
        Comparator.comparing(
            it ->
                it.charAt(0) < 'Z'
                    || LATE.contains(" " + it + " ")
                    || Builtins.ALL.get(it) instanceof PyClass));
    return names;
  }

  /// The first of the nearest names, of which no more than a third of the letters is different.
  private static @Nullable String nearest(String wrong, Collection<String> names) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String name : names.size() < MOST ? names : List.<String>of()) {
      int most = Math.min((wrong.length() + name.length() + 3) * MOVE / 6, least - 1);
      int distance = name.equals(wrong) ? Integer.MAX_VALUE : distance(wrong, name);
      if (distance <= most) {
        nearest = name;
        least = distance;
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    int start = 0;
    int aEnd = a.length();
    int bEnd = b.length();
    while (start < aEnd && start < bEnd && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    while (start < aEnd && start < bEnd && a.charAt(aEnd - 1) == b.charAt(bEnd - 1)) {
      aEnd--;
      bEnd--;
    }
    if (start == aEnd || start == bEnd) {
      return (aEnd - start + bEnd - start) * MOVE;
    }
    if (aEnd - start > LONGEST || bEnd - start > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[bEnd - start + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j * MOVE;
    }
    for (int i = start; i < aEnd; i++) {
      int diagonal = row[0];
      row[0] += MOVE;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + cost(a.charAt(i), b.charAt(start + j - 1));
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + MOVE);
      }
    }
    return row[row.length - 1];
  }

  private static int cost(char a, char b) {
    if (a == b) {
      return 0;
    }
    boolean letters = (a | 32) >= 'a' && (a | 32) <= 'z' && (b | 32) >= 'a' && (b | 32) <= 'z';
    return letters && (a | 32) == (b | 32) ? CASE : MOVE;
  }
}
