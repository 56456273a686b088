import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.tooling.TeaVMToolLog;
import org.teavm.vm.TeaVMOptimizationLevel;

/// Compiles the engine to JavaScript: `PageEngine CLASSES OUTPUT`, from the folder of the engine.
/// Run from its source by the build, with the engine, its dependencies and TeaVM on the class path;
/// does nothing when no class has changed since it last ran.
///
/// What it writes are two classic scripts that define one function each, `perillaEngine`. The page
/// calls it for an engine; a worker is made of its text, so that it works from `file://` too.
/// `perilla-core.js`, beside OUTPUT, is half of it: what the chapters of `src/build/core` need. It
/// answers null where something else is needed, and then the page loads OUTPUT, the whole engine.
/// Beside each stands its SHA-256 in hex, `.sha256`, so that a build of a site need not read them
/// to name them.
public final class PageEngine {
  private static final String MAIN = "dev.perilla.engine.browser.Browser";
  private static final List<String> EXPORTS = List.of("run", "judge", "turn");
  private static final Path CHAPTERS = Path.of("src/build/core");
  private static final Path OWN = Path.of("src/build/org");
  private static final Path WORK = Path.of("target/page-engine");

  /// How many classes have a method that is worth the room of [#direct].
  private static final int MANY = 16;

  private static final List<String> MENDED =
      List.of(PlainRecords.class.getName(), Brackets.class.getName(), Replaced.class.getName());

  public static void main(String[] words) throws Exception {
    Path classes = Path.of(words[0]);
    Path output = Path.of(words[1]);
    Path core = output.resolveSibling("perilla-core.js");
    Path keyFile = classes.resolveSibling("page-engine.key");
    String key = key(classes);
    if (Files.exists(output)
        && Files.exists(core)
        && Files.exists(keyFile)
        && Files.readString(keyFile).equals(key)) {
      return;
    }
    Files.createDirectories(output.getParent());
    if (Files.exists(WORK)) {
      try (Stream<Path> left = Files.walk(WORK)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    var whole = CompletableFuture.supplyAsync(() -> compiled(classPath(), MENDED));
    write(core, wrapped(core()));
    write(output, wrapped(whole.get()));
    Files.writeString(keyFile, key);
  }

  private static void write(Path file, String script) throws Exception {
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    Files.write(file, bytes);
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".sha256"), HexFormat.of().formatHex(hash));
  }

  private static String core() throws Exception {
    Path copies = work("core");
    Core core = new Core(classPath(), copies);
    ClassLoader remembering = core.remembering(PageEngine.class.getClassLoader());
    new Training(remembering.loadClass(MAIN)).with(CHAPTERS);
    Core.keepWhatWasReached();
    List<String> transformers = new ArrayList<>(MENDED);
    transformers.add(Core.Cut.class.getName());
    return compiled(core.before(classPath()), transformers);
  }

  /// An empty folder for what is made on the way.
  private static Path work(String name) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(WORK), name);
  }

  /// What stands in place of TeaVM's classes of the JDK, compiled.
  private static Path ownClasses() {
    try (Stream<Path> files = Files.walk(OWN)) {
      Path to = work("library");
      List<String> words =
          new ArrayList<>(
              List.of("-cp", System.getProperty("java.class.path"), "-d", to.toString()));
      files.filter(Files::isRegularFile).forEach(file -> words.add(file.toString()));
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      if (javac.run(null, System.err, System.err, words.toArray(new String[0])) != 0) {
        throw new IllegalStateException("the classes below " + OWN + " do not compile");
      }
      return to;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static String compiled(List<Path> classPath, List<String> transformers) {
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.NONE);
    tool.setMainClass(MAIN);
    tool.setTargetFileName("engine.js");
    tool.setObfuscated(true);
    tool.setStrict(false); // no program of ours asks for null or beyond an array
    tool.setAssertionsRemoved(true);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setLog((TeaVMToolLog) new EmptyTeaVMToolLog());
    tool.setClassLoader(PageEngine.class.getClassLoader());
    tool.setClassPath(
        Stream.concat(Stream.of(ownClasses()), classPath.stream()).map(Path::toFile).toList());
    tool.getTransformers().addAll(transformers);
    try {
      Path folder = work("script");
      tool.setTargetDirectory(folder.toFile());
      tool.generate();
      List<Problem> problems = tool.getProblemProvider().getSevereProblems();
      for (Problem problem : problems) {
        System.err.println(problem.getText() + " " + List.of(problem.getParams()));
      }
      if (!problems.isEmpty()) {
        throw new IllegalStateException("the engine does not compile to JavaScript");
      }
      return Files.readString(folder.resolve("engine.js"));
    } catch (IOException | TeaVMToolException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String wrapped(String script) {
    return "var perillaEngine=function(){"
        + Neighbours.ordered(Smaller.compiled(direct(Smaller.sharingNames(joined(script)))).strip())
        + "return {"
        + String.join(",", EXPORTS)
        + "};};\n";
  }

  /// A method that many classes have, `"m",w(F)` in their tables with `F=(a,b)=>{…}` and
  /// `w=f=>function(p1){return f(this,p1);}`, without the function between: `"m",F` and
  /// `F=function(b){let a=this;…}`. Each call of a program takes some ten such methods, and a stack
  /// has room for half as many more calls (of a worker: 396 for 272 calls of a search through a
  /// graph).
  private static String direct(String script) {
    String wrappers =
        Pattern.compile("([\\w$]+)=f=>function\\([p\\d,]*\\)\\{return f\\(this[p\\d,]*\\)\\}")
            .matcher(script)
            .results()
            .map(it -> Pattern.quote(it.group(1)))
            .collect(Collectors.joining("|", "(\"[\\w$]+\"),(?:", ")\\(([\\w$]+)\\)"));
    Pattern entry = Pattern.compile(wrappers);
    Map<String, Integer> said = counted(Pattern.compile("()([\\w$]+)"), 2, script);
    Map<String, Integer> classes = counted(entry, 1, script);
    Map<String, Integer> entries = counted(entry, 2, script);
    Set<String> frequent = new HashSet<>();
    entry
        .matcher(script)
        .results()
        .filter(it -> classes.get(it.group(1)) >= MANY)
        .filter(it -> said.get(it.group(2)) == entries.get(it.group(2)) + 1)
        .forEach(it -> frequent.add(it.group(2)));
    Set<String> turned = new HashSet<>();
    String written =
        Pattern.compile("(?<![\\w$.])([\\w$]+)=\\(?([\\w$]+),?([\\w$,]*)\\)?=>\\{(let )?")
            .matcher(script)
            .replaceAll(
                it -> {
                  if (!frequent.contains(it.group(1))) {
                    return Matcher.quoteReplacement(it.group());
                  }
                  turned.add(it.group(1));
                  String rest = it.group(4) == null ? ";" : ",";
                  return Matcher.quoteReplacement(
                          it.group(1)
                              + "=function("
                              + it.group(3)
                              + "){let "
                              + it.group(2)
                              + "=this")
                      + rest;
                });
    return entry
        .matcher(written)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    turned.contains(it.group(2)) ? it.group(1) + "," + it.group(2) : it.group()));
  }

  private static Map<String, Integer> counted(Pattern pattern, int group, String script) {
    Map<String, Integer> counts = new HashMap<>();
    pattern.matcher(script).results().forEach(it -> counts.merge(it.group(group), 1, Integer::sum));
    return counts;
  }

  /// TeaVM breaks lines after 500 characters, between any two words of the script.
  private static String joined(String script) {
    return script
        .replaceAll("(?<=[\\w$])\n(?=[\\w$])", " ")
        .replace("\n", "")
        .replaceAll("--(?=[0-9.])", "- -") // negated, not decremented
        .replaceAll("(?<![;{}\"' ]);\\}(?![\"'])", "}");
  }

  /// What the result depends on: our classes, the class path, this program.
  private static String key(Path classes) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    String path = System.getProperty("java.class.path");
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    for (String entry : path.split(File.pathSeparator)) {
      Path folder = Path.of(entry);
      if (Files.isDirectory(folder)) {
        hash(digest, folder);
      }
    }
    for (Class<?> ours :
        List.of(
            PageEngine.class,
            PlainRecords.class,
            Brackets.class,
            Replaced.class,
            Core.class,
            Core.Marks.class,
            Core.Cut.class,
            Neighbours.class,
            Smaller.class,
            Training.class)) {
      try (var code = ours.getResourceAsStream(ours.getName() + ".class")) {
        digest.update(code.readAllBytes());
      }
    }
    for (Path folder : List.of(CHAPTERS, OWN)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void hash(MessageDigest digest, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).sorted().toList()) {
        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
  }

  /// Records without the methods that javac made for them, which no program of ours calls: they
  /// would be a tenth of the script.
  public static final class PlainRecords implements ClassHolderTransformer {
    private static final Set<String> METHODS =
        Set.of("toString()Ljava/lang/String;", "hashCode()I", "equals(Ljava/lang/Object;)Z");

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      if (!"java.lang.Record".equals(type.getParent())) {
        return;
      }
      for (MethodHolder method : List.copyOf(type.getMethods())) {
        boolean implicit = method.hasModifier(ElementModifier.FINAL);
        if (implicit && METHODS.contains(method.getDescriptor().toString())) {
          type.removeMethod(method);
        }
      }
    }
  }

  /// Sums and products of doubles whose brackets survive: TeaVM 0.15.0 writes `a * (b / c)` as `a *
  /// b / c` and `a + (b - c)` as `a + b - c`, which rounds otherwise. A negated right operand keeps
  /// its brackets, and `a - -b` is `a + b` to the bit, `- -b` is `b`.
  public static final class Brackets implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      for (MethodHolder method : type.getMethods()) {
        if (method.getProgram() != null) {
          bracket(method.getProgram());
        }
      }
    }

    private static void bracket(Program program) {
      Set<Variable> constants = new HashSet<>();
      for (BasicBlock block : program.getBasicBlocks()) {
        for (Instruction instruction : block) {
          if (instruction instanceof DoubleConstantInstruction constant) {
            constants.add(constant.getReceiver()); // it needs no brackets
          }
          if (instruction instanceof BinaryInstruction binary
              && !constants.contains(binary.getSecondOperand())
              && binary.getOperandType() == NumericOperandType.DOUBLE) {
            switch (binary.getOperation()) {
              case ADD -> {
                BinaryInstruction difference =
                    new BinaryInstruction(BinaryOperation.SUBTRACT, NumericOperandType.DOUBLE);
                difference.setFirstOperand(binary.getFirstOperand());
                difference.setSecondOperand(negated(program, binary, binary.getSecondOperand()));
                difference.setReceiver(binary.getReceiver());
                difference.setLocation(binary.getLocation());
                binary.replace(difference);
              }
              case MULTIPLY -> {
                Variable once = negated(program, binary, binary.getSecondOperand());
                binary.setSecondOperand(negated(program, binary, once));
              }
              default -> {} // rounds as it is written
            }
          }
        }
      }
    }

    private static Variable negated(Program program, Instruction before, Variable operand) {
      NegateInstruction negate = new NegateInstruction(NumericOperandType.DOUBLE);
      negate.setOperand(operand);
      negate.setReceiver(program.createVariable());
      negate.setLocation(before.getLocation());
      before.insertPrevious(negate);
      return negate.getReceiver();
    }
  }

  /// Calls of what TeaVM's class library gets wrong, sent to the engine's own.
  public static final class Replaced implements ClassHolderTransformer {
    private static final String SUBSTITUTES = "dev.perilla.engine.browser.Substitutes";
    private static final String LETTERS = "org.teavm.classlib.java.lang.Letters";
    private static final MethodReference RINT =
        new MethodReference("java.lang.Math", "rint", ValueType.DOUBLE, ValueType.DOUBLE);
    private static final Set<MethodReference> CHARACTERS =
        Set.of(
            character("getType", ValueType.INTEGER, ValueType.INTEGER),
            character("isUpperCase", ValueType.INTEGER, ValueType.BOOLEAN),
            character("isLowerCase", ValueType.INTEGER, ValueType.BOOLEAN),
            character("toLowerCase", ValueType.INTEGER, ValueType.INTEGER),
            character("toUpperCase", ValueType.INTEGER, ValueType.INTEGER),
            character("digit", ValueType.INTEGER, ValueType.INTEGER, ValueType.INTEGER));

    private static MethodReference character(String name, ValueType... signature) {
      return new MethodReference("java.lang.Character", name, signature);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      for (MethodHolder method : type.getMethods()) {
        if (method.getProgram() != null) {
          for (BasicBlock block : method.getProgram().getBasicBlocks()) {
            for (Instruction instruction : block) {
              if (instruction instanceof InvokeInstruction call) {
                replace(call);
              }
            }
          }
        }
      }
    }

    private static void replace(InvokeInstruction call) {
      MethodReference method = call.getMethod();
      if (method.equals(RINT)) {
        call.setMethod(new MethodReference(SUBSTITUTES, method.getDescriptor()));
      } else if (CHARACTERS.contains(method)) {
        call.setMethod(new MethodReference(LETTERS, method.getDescriptor()));
      }
    }
  }
}
