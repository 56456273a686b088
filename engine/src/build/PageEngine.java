import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolLog;
import org.teavm.vm.TeaVMOptimizationLevel;

/// Compiles the engine to JavaScript: `PageEngine CLASSES OUTPUT`. Run from its source by the
/// build, with the engine, its dependencies and TeaVM on the class path; does nothing when no class
/// has changed since it last ran.
///
/// What it writes is one classic script that defines one function, `perillaEngine`. The page calls
/// it for an engine; a worker is made of its text, so that it works from `file://` too.
public final class PageEngine {
  private static final String MAIN = "dev.perilla.engine.browser.Browser";
  private static final List<String> EXPORTS = List.of("run", "judge", "turn");

  public static void main(String[] words) throws Exception {
    Path classes = Path.of(words[0]);
    Path output = Path.of(words[1]);
    Path keyFile = classes.resolveSibling("page-engine.key");
    String key = key(classes);
    if (Files.exists(output) && Files.exists(keyFile) && Files.readString(keyFile).equals(key)) {
      return;
    }
    Path raw = Files.createTempDirectory("page-engine");
    Files.createDirectories(output.getParent());
    Files.writeString(output, wrapped(compiled(raw)));
    Files.writeString(keyFile, key);
  }

  private static String compiled(Path folder) throws Exception {
    TeaVMTool tool = new TeaVMTool();
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.NONE);
    tool.setMainClass(MAIN);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName("engine.js");
    tool.setObfuscated(true);
    tool.setStrict(false); // no program of ours asks for null or beyond an array
    tool.setAssertionsRemoved(true);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setLog((TeaVMToolLog) new EmptyTeaVMToolLog());
    tool.setClassLoader(PageEngine.class.getClassLoader());
    tool.setClassPath(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .toList());
    tool.getTransformers().add(PlainRecords.class.getName());
    tool.getTransformers().add(Brackets.class.getName());
    tool.getTransformers().add(Replaced.class.getName());
    tool.generate();
    List<Problem> problems = tool.getProblemProvider().getSevereProblems();
    for (Problem problem : problems) {
      System.err.println(problem.getText() + " " + List.of(problem.getParams()));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the engine does not compile to JavaScript");
    }
    return Files.readString(folder.resolve("engine.js"));
  }

  private static String wrapped(String script) {
    return "var perillaEngine=function(){"
        + script.strip().replaceAll("--(?=[0-9.])", "- -") // a negated constant; never a decrement
        + "return {"
        + String.join(",", EXPORTS)
        + "};};\n";
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
        List.of(PageEngine.class, PlainRecords.class, Brackets.class, Replaced.class)) {
      try (var code = ours.getResourceAsStream(ours.getName() + ".class")) {
        digest.update(code.readAllBytes());
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
    private static final MethodReference RINT =
        new MethodReference("java.lang.Math", "rint", ValueType.DOUBLE, ValueType.DOUBLE);
    private static final ValueType BIG = ValueType.object("java.math.BigInteger");
    private static final MethodReference XOR =
        new MethodReference("java.math.BigInteger", "xor", BIG, BIG);

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
      if (call.getMethod().equals(RINT)) {
        call.setMethod(
            new MethodReference(SUBSTITUTES, "rint", ValueType.DOUBLE, ValueType.DOUBLE));
      } else if (call.getMethod().equals(XOR)) {
        Variable[] operands = {call.getInstance(), call.getArguments().get(0)};
        call.setType(InvocationType.SPECIAL);
        call.setInstance(null);
        call.setMethod(new MethodReference(SUBSTITUTES, "xor", BIG, BIG, BIG));
        call.setArguments(operands);
      }
    }
  }
}
