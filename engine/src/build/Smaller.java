import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.WarningLevel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What TeaVM wrote, in fewer bytes: a sixth less when it is compressed.
///
/// TeaVM gives each field of each class a name that no other has. Here the first field of every
/// class has one name, the second another, which compresses better by far. Then the Closure
/// Compiler leaves out braces and names that are used once. It may not calculate: it takes products
/// of doubles for associative.
final class Smaller {
  /// A function that makes objects: its name, the function of its superclass, its fields.
  private static final Pattern CLASS =
      Pattern.compile(
          "function ([\\w$]+)\\(\\)\\{(?:let a=this;)?(?:([\\w$]+)\\.call\\((?:this|a)\\);)?"
              + "((?:(?:this|a)\\.[\\w$]+=[^;{}\"']*;?)+)\\}");

  private static final Pattern FIELD = Pattern.compile("(?:this|a)\\.([\\w$]+)=");

  /// What makes a class that has no fields of its own; without a superclass it is of `Object`.
  private static final Pattern MAKES_PLAIN_CLASSES =
      Pattern.compile("([\\w$]+)=superclass=>\\{if\\(superclass===0\\)");

  private static final Pattern MAKES_OBJECTS =
      Pattern.compile("function [\\w$]+\\(\\)\\{(?:let a=this;)?(?:[\\w$]+\\.call\\(|this\\.)");

  /// A string, which is left alone, or a name after a point.
  private static final Pattern PROPERTY =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|\\.([A-Za-z_$][\\w$]*)");

  private static final String UNKNOWN = "TeaVM writes classes in a way that is not known here";

  private Smaller() {}

  /// The script, which has no line ends, with few names for fields.
  static String sharingNames(String script) {
    Map<String, List<String>> fields = new HashMap<>();
    Map<String, String> parents = new HashMap<>();
    for (MatchResult type : CLASS.matcher(script).results().toList()) {
      fields.put(
          type.group(1), FIELD.matcher(type.group(3)).results().map(it -> it.group(1)).toList());
      if (type.group(2) != null) {
        parents.put(type.group(1), type.group(2));
      }
    }
    List<String> roots = fields.keySet().stream().filter(it -> !parents.containsKey(it)).toList();
    Matcher maker = MAKES_PLAIN_CLASSES.matcher(script);
    if (fields.size() != MAKES_OBJECTS.matcher(script).results().count()
        || roots.size() != 1
        || !maker.find()) {
      throw new IllegalStateException(UNKNOWN);
    }
    Pattern plain =
        Pattern.compile("([\\w$]+)=" + Pattern.quote(maker.group(1)) + "\\(([\\w$]*)\\)");
    for (MatchResult type : plain.matcher(script).results().toList()) {
      parents.put(type.group(1), type.group(2).isEmpty() ? roots.getFirst() : type.group(2));
    }

    Set<String> renamed = new HashSet<>();
    fields.values().forEach(renamed::addAll);
    Set<String> kept = new HashSet<>();
    for (MatchResult property : PROPERTY.matcher(script).results().toList()) {
      if (property.group(1) != null && !renamed.contains(property.group(1))) {
        kept.add(property.group(1));
      }
    }
    Map<String, String> names = new HashMap<>();
    List<String> shared = shared(kept);
    for (Map.Entry<String, List<String>> type : fields.entrySet()) {
      int place = inherited(type.getKey(), parents, fields);
      for (String field : type.getValue()) {
        if (names.put(field, shared.get(place++)) != null) {
          throw new IllegalStateException("TeaVM gives two classes one name: " + field);
        }
      }
    }
    return PROPERTY
        .matcher(script)
        .replaceAll(
            property ->
                Matcher.quoteReplacement(
                    names.containsKey(property.group(1))
                        ? "." + names.get(property.group(1))
                        : property.group()));
  }

  /// How many fields the superclasses of a class have.
  private static int inherited(
      String type, Map<String, String> parents, Map<String, List<String>> fields) {
    int count = 0;
    for (String above = parents.get(type); above != null; above = parents.get(above)) {
      if (!fields.containsKey(above) && !parents.containsKey(above)) {
        throw new IllegalStateException(UNKNOWN);
      }
      count += fields.getOrDefault(above, List.of()).size();
    }
    return count;
  }

  /// Names that no method has: first the short ones.
  private static List<String> shared(Set<String> kept) {
    List<String> letters =
        IntStream.concat(IntStream.rangeClosed('a', 'z'), IntStream.rangeClosed('A', 'Z'))
            .mapToObj(Character::toString)
            .toList();
    Stream<String> pairs = letters.stream().flatMap(a -> letters.stream().map(b -> a + b));
    return Stream.concat(letters.stream(), pairs).filter(name -> !kept.contains(name)).toList();
  }

  /// The script as the Closure Compiler writes it.
  static String compiled(String script) {
    CompilerOptions options = new CompilerOptions();
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    WarningLevel.QUIET.setOptionsForWarningLevel(options);
    options.setLanguage(CompilerOptions.LanguageMode.UNSTABLE);
    options.setFoldConstants(false); // (a * 2) * 3 is not a * 6
    options.setInlineFunctions(CompilerOptions.Reach.NONE); // more bytes, not fewer
    options.setCoalesceVariableNames(false); // 7 s for 0.2 kB
    options.setLineLengthThreshold(Integer.MAX_VALUE);
    Compiler compiler = new Compiler(System.err);
    compiler.disableThreads();
    SourceFile source = SourceFile.fromCode("engine", script);
    if (!compiler.compile(List.of(), List.of(source), options).success) {
      throw new IllegalStateException("TeaVM's script is none that the Closure Compiler reads");
    }
    return compiler.toSource();
  }
}
