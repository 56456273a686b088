import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodHandle;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Phi;
import org.teavm.model.Program;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.RaiseInstruction;
import org.teavm.model.optimization.UnreachableBasicBlockEliminator;

/// The core of the engine: of each method the stretches of code that certain runs went through. In
/// place of any other stretch it throws `Beyond`, and whoever asked asks the whole engine.
///
/// A stretch begins where a jump may lead to, and after one. To be able to name them, classes are
/// copied with the stretches of a class counted from 1 in place of its lines; TeaVM keeps these
/// numbers.
final class Core {
  private static final String OURS = "dev.perilla.";
  private static final String BROWSER = "dev.perilla.engine.browser.";

  /// A stretch of so few instructions that calls nothing is kept: to cut it would save nothing.
  private static final int SHORT = 5;

  /// What runs went through, as `class:stretch`.
  private static final Set<String> REACHED = new HashSet<>();

  private static final List<String> KNOWN = new ArrayList<>();
  private static boolean[] marks = new boolean[1 << 16];

  private final List<Path> folders = new ArrayList<>();

  /// @param classPath folders and jars
  /// @param copies an empty folder
  Core(List<Path> classPath, Path copies) throws IOException {
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        copy(entry, copies.resolve("" + folders.size()));
      } else if (Files.exists(entry)) {
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
          copy(jar.getPath("/"), copies.resolve("" + folders.size()));
        }
      }
    }
  }

  private void copy(Path from, Path copy) throws IOException {
    Path ours = from.resolve("dev/perilla");
    if (!Files.isDirectory(ours)) {
      return;
    }
    folders.add(copy);
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        Path to = copy.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, numbered(Files.readAllBytes(file)));
      }
    }
  }

  private static ClassFile files() {
    return ClassFile.of(
        ClassFile.DeadCodeOption.KEEP_DEAD_CODE,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(Core.class.getClassLoader())
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static byte[] numbered(byte[] type) {
    ClassFile files = files();
    int[] last = {0};
    return files.transformClass(
        files.parse(type),
        ClassTransform.transformingMethodBodies(
            new CodeTransform() {
              private boolean begins;

              @Override
              public void atStart(CodeBuilder code) {
                begins = true;
              }

              @Override
              public void accept(CodeBuilder code, CodeElement element) {
                if (element instanceof LineNumber) {
                  return;
                }
                if (begins && element instanceof java.lang.classfile.Instruction) {
                  code.lineNumber(++last[0]);
                  begins = false;
                }
                code.with(element);
                begins |= element instanceof LabelTarget || element instanceof BranchInstruction;
              }
            }));
  }

  /// Where TeaVM finds the numbered classes, and all else.
  List<Path> before(List<Path> classPath) {
    return Stream.concat(folders.stream(), classPath.stream()).toList();
  }

  /// Where the same classes remember what is gone through.
  ClassLoader remembering(ClassLoader rest) {
    return new ClassLoader(rest) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          for (Path folder : loaded == null && name.startsWith(OURS) ? folders : List.<Path>of()) {
            Path file = folder.resolve(name.replace('.', '/') + ".class");
            if (Files.exists(file)) {
              byte[] bytes = marked(name, file);
              return defineClass(name, bytes, 0, bytes.length);
            }
          }
          return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
      }
    };
  }

  private static byte[] marked(String name, Path file) throws ClassNotFoundException {
    ClassFile files = files();
    MethodTypeDesc aNumber = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    try {
      return files.transformClass(
          files.parse(file),
          ClassTransform.transformingMethodBodies(
              (code, element) -> {
                code.with(element);
                if (element instanceof LineNumber stretch) {
                  code.loadConstant(KNOWN.size());
                  code.invokestatic(ClassDesc.of("Core$Marks"), "at", aNumber);
                  KNOWN.add(name + ":" + stretch.line());
                }
              }));
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /// What the marked classes call.
  public static final class Marks {
    public static void at(int stretch) {
      if (stretch >= marks.length) {
        marks = java.util.Arrays.copyOf(marks, 2 * stretch);
      }
      marks[stretch] = true;
    }
  }

  /// Ends the runs: from here on [Cut] keeps what they went through.
  static void keepWhatWasReached() {
    for (int i = 0; i < Math.min(KNOWN.size(), marks.length); i++) {
      if (marks[i]) {
        REACHED.add(KNOWN.get(i));
      }
    }
  }

  /// Leaves of our classes what was reached.
  public static final class Cut implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      String name = type.getName();
      // TeaVM's own classes of lambdas only call methods that are cut themselves
      if (!name.startsWith(OURS) || name.startsWith(BROWSER) || name.contains("$lambda$_")) {
        return;
      }
      Set<MethodReference> never = new HashSet<>();
      for (MethodHolder method : type.getMethods()) {
        Program program = method.getProgram();
        if (program != null && isGone(name, program.basicBlockAt(0))) {
          never.add(method.getReference());
        }
      }
      for (MethodHolder method : type.getMethods()) {
        if (method.getProgram() != null) {
          cut(name, method.getProgram());
          share(method.getProgram(), never);
        }
      }
    }

    private static boolean isGone(String type, BasicBlock block) {
      boolean isKnown = false;
      for (var instruction : block) {
        if (instruction.getLocation() != null) {
          isKnown = true;
          if (REACHED.contains(type + ":" + instruction.getLocation().getLine())) {
            return false;
          }
        }
      }
      return isKnown;
    }

    private static boolean isShort(BasicBlock block) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeInstruction
            || instruction instanceof InvokeDynamicInstruction) {
          return false;
        }
      }
      return block.instructionCount() <= SHORT;
    }

    private static void cut(String type, Program program) {
      Set<BasicBlock> gone = new HashSet<>();
      for (BasicBlock block : program.getBasicBlocks()) {
        if (isGone(type, block) && (block.getIndex() == 0 || !isShort(block))) {
          gone.add(block);
        }
      }
      for (BasicBlock block : gone) {
        block.removeAllInstructions();
        block.getTryCatchBlocks().clear();
        Variable beyond = program.createVariable();
        InvokeInstruction make = new InvokeInstruction();
        make.setType(InvocationType.SPECIAL);
        make.setMethod(
            new MethodReference(BROWSER + "Beyond", "met", ValueType.object(BROWSER + "Beyond")));
        make.setReceiver(beyond);
        block.add(make);
        RaiseInstruction raise = new RaiseInstruction();
        raise.setException(beyond);
        block.add(raise);
      }
      for (BasicBlock block : gone.isEmpty() ? List.<BasicBlock>of() : program.getBasicBlocks()) {
        for (Phi phi : block.getPhis()) {
          phi.getIncomings().removeIf(it -> gone.contains(it.getSource()));
        }
      }
      if (!gone.isEmpty()) {
        new UnreachableBasicBlockEliminator().optimize(program);
      }
    }

    /// Tables of methods hold a lambda for each name. Of those that were never called, one of a
    /// kind stands for all: each of them throws.
    private static void share(Program program, Set<MethodReference> never) {
      for (BasicBlock block : program.getBasicBlocks()) {
        Map<ValueType, Variable> made = new HashMap<>();
        for (Instruction instruction : block) {
          if (instruction instanceof InvokeDynamicInstruction lambda && isOf(lambda, never)) {
            Variable first =
                made.putIfAbsent(lambda.getMethod().getResultType(), lambda.getReceiver());
            if (first != null) {
              AssignInstruction same = new AssignInstruction();
              same.setAssignee(first);
              same.setReceiver(lambda.getReceiver());
              same.setLocation(lambda.getLocation());
              lambda.replace(same);
            }
          }
        }
      }
    }

    private static boolean isOf(InvokeDynamicInstruction lambda, Set<MethodReference> methods) {
      for (RuntimeConstant argument : lambda.getBootstrapArguments()) {
        if (argument.getKind() == RuntimeConstant.METHOD_HANDLE) {
          MethodHandle handle = argument.getMethodHandle();
          return methods.contains(
              new MethodReference(handle.getClassName(), handle.getName(), handle.signature()));
        }
      }
      return false;
    }
  }
}
