import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Interfaces;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Makes our classes start fast: `PlainMethods JAR... -- LIBRARY...` rewrites the jars in place;
/// the last part of a path may be a pattern.
///
/// javac leaves switches over types, texts and null, and the methods of records, to the JVM, which
/// makes a class or a method handle for each when it is first reached: a millisecond each, seventy
/// of them in a check of one chapter, and an AOT cache keeps none of them. Here each becomes a
/// private method of its class: a chain of tests in the order of the cases, a comparison field by
/// field. Where a package has an interface `Components`, each of its records becomes one, so that a
/// component can be asked for by its place without reflection. What a program means does not
/// change. Doing it twice is doing it once.
public final class PlainMethods {
  private static final String COMPONENTS = "%s.Components";
  private static final MethodTypeDesc COMPONENT =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int);
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

  public static void main(String[] words) throws IOException {
    String first = ConstantDescs.CD_double.descriptorString(); // JDK 25.0.3 wants it loaded first
    List<Path> jars = new ArrayList<>();
    List<URL> all = new ArrayList<>();
    boolean ours = !first.isEmpty();
    for (String word : words) {
      if (word.equals("--")) {
        ours = false;
        continue;
      }
      Path path = Path.of(word);
      try (var files = Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
        for (Path file : files) {
          all.add(file.toUri().toURL());
          if (ours) {
            jars.add(file);
          }
        }
      }
    }
    try (URLClassLoader loader = new URLClassLoader(all.toArray(URL[]::new))) {
      ClassFile classFile =
          ClassFile.of(
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      for (Path jar : jars) {
        rewrite(jar, classFile);
      }
    }
  }

  private static void rewrite(Path jar, ClassFile classFile) throws IOException {
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    try (JarFile in = new JarFile(jar.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh))) {
      for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class")) {
          ClassModel model = classFile.parse(bytes);
          String components = COMPONENTS.formatted(model.thisClass().asSymbol().packageName());
          boolean asks = in.getEntry(components.replace('.', '/') + ".class") != null;
          Optional<ClassDesc> asked =
              asks ? Optional.of(ClassDesc.of(components)) : Optional.empty();
          bytes =
              classFile.transformClass(
                  model, ClassTransform.ofStateful(() -> new Rewriting(model, asked)));
        }
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
      }
    }
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /// What takes the place of a call that the JVM would link.
  private sealed interface Plain {
    void body(CodeBuilder code);

    static Optional<Plain> of(CodeElement element) {
      if (!(element instanceof InvokeDynamicInstruction call)) {
        return Optional.empty();
      }
      String by =
          call.bootstrapMethod().owner().displayName() + "." + call.bootstrapMethod().methodName();
      List<ConstantDesc> arguments = call.bootstrapArgs();
      if (by.equals("SwitchBootstraps.typeSwitch")) {
        boolean simple =
            arguments.stream()
                .allMatch(
                    it -> it instanceof String || it instanceof ClassDesc c && !c.isPrimitive());
        return simple ? Optional.of(new Chain(arguments)) : Optional.empty();
      }
      if (by.equals("SwitchBootstraps.enumSwitch")) {
        ClassDesc type = call.typeSymbol().parameterType(0);
        boolean simple = arguments.stream().allMatch(it -> it instanceof String);
        return simple
            ? Optional.of(new Constants(type, arguments.stream().map(String.class::cast).toList()))
            : Optional.empty();
      }
      if (by.equals("ObjectMethods.bootstrap")) {
        ClassDesc type = (ClassDesc) arguments.get(0);
        List<DirectMethodHandleDesc> fields =
            arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        return switch (call.name().stringValue()) {
          case "equals" -> Optional.of(new Equals(type, fields));
          case "hashCode" -> Optional.of(new Hash(type, fields));
          case "toString" -> Optional.of(new Shown(type, fields));
          default -> Optional.empty();
        };
      }
      return Optional.empty();
    }
  }

  /// [java.lang.runtime.SwitchBootstraps#typeSwitch]: `-1` for null, else the index of the first
  /// case from `restart` on that fits, else their number.
  private record Chain(List<ConstantDesc> cases) implements Plain {
    @Override
    public void body(CodeBuilder code) {
      Label there = code.newLabel();
      code.aload(0).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
      for (int i = 0; i < cases.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        if (cases.get(i) instanceof ClassDesc type) {
          code.aload(0).instanceOf(type);
        } else {
          code.loadConstant(cases.get(i)).aload(0);
          code.invokevirtual(ConstantDescs.CD_String, "equals", EQUALS);
        }
        code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(cases.size()).ireturn();
    }
  }

  /// [java.lang.runtime.SwitchBootstraps#enumSwitch], where each case is a constant's name: the
  /// same by the names.
  private record Constants(ClassDesc type, List<String> names) implements Plain {
    @Override
    public void body(CodeBuilder code) {
      Label there = code.newLabel();
      code.aload(0).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
      for (int i = 0; i < names.size(); i++) {
        Label next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next).loadConstant(names.get(i)).aload(0);
        code.invokevirtual(type, "name", MethodTypeDesc.of(ConstantDescs.CD_String));
        code.invokevirtual(ConstantDescs.CD_String, "equals", EQUALS);
        code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(names.size()).ireturn();
    }
  }

  /// `equals` of a record, as [Record#equals] says it.
  private record Equals(ClassDesc type, List<DirectMethodHandleDesc> fields) implements Plain {
    @Override
    public void body(CodeBuilder code) {
      Label differs = code.newLabel();
      code.aload(1).instanceOf(type).ifeq(differs);
      code.aload(1).checkcast(type).astore(2);
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc of = field.invocationType().returnType();
        for (int side : new int[] {0, 2}) {
          code.aload(side).getfield(type, field.methodName(), of);
        }
        switch (TypeKind.from(of)) {
          case REFERENCE -> {
            MethodTypeDesc both =
                MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
            code.invokestatic(OBJECTS, "equals", both).ifeq(differs);
          }
          case LONG -> code.lcmp().ifne(differs);
          case FLOAT, DOUBLE ->
              code.invokestatic(
                      boxed(of), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, of, of))
                  .ifne(differs);
          default -> code.if_icmpne(differs);
        }
      }
      code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }
  }

  /// `hashCode` of a record: 31 times that of the fields before, plus that of the field.
  private record Hash(ClassDesc type, List<DirectMethodHandleDesc> fields) implements Plain {
    @Override
    public void body(CodeBuilder code) {
      code.iconst_0();
      for (DirectMethodHandleDesc field : fields) {
        ClassDesc of = field.invocationType().returnType();
        code.loadConstant(31).imul().aload(0).getfield(type, field.methodName(), of);
        boolean isObject = !of.isPrimitive();
        ClassDesc argument = isObject ? ConstantDescs.CD_Object : of;
        code.invokestatic(
                isObject ? OBJECTS : boxed(of),
                "hashCode",
                MethodTypeDesc.of(ConstantDescs.CD_int, argument))
            .iadd();
      }
      code.ireturn();
    }
  }

  /// `toString` of a record: its name, and each field with its value.
  private record Shown(ClassDesc type, List<DirectMethodHandleDesc> fields) implements Plain {
    private static final ClassDesc BUILDER = StringBuilder.class.describeConstable().orElseThrow();

    @Override
    public void body(CodeBuilder code) {
      String name = type.displayName();
      code.new_(BUILDER).dup().loadConstant(name.substring(name.lastIndexOf('$') + 1) + "[");
      code.invokespecial(
          BUILDER, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
      for (int i = 0; i < fields.size(); i++) {
        ClassDesc of = fields.get(i).invocationType().returnType();
        String field = fields.get(i).methodName();
        code.loadConstant((i == 0 ? "" : ", ") + field + "=");
        append(code, ConstantDescs.CD_String);
        code.aload(0).getfield(type, field, of);
        append(code, of.isPrimitive() ? of : ConstantDescs.CD_Object);
      }
      code.loadConstant("]");
      append(code, ConstantDescs.CD_String);
      code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
    }

    private static void append(CodeBuilder code, ClassDesc of) {
      boolean isSmall = of.descriptorString().equals("B") || of.descriptorString().equals("S");
      ClassDesc shown = isSmall ? ConstantDescs.CD_int : of;
      code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, shown));
    }
  }

  /// The component of a record at the place that is asked for.
  private record Component(ClassDesc type, List<RecordComponentInfo> all) {
    void body(CodeBuilder code) {
      Label none = code.newLabel();
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        cases.add(SwitchCase.of(i, code.newLabel()));
      }
      if (!cases.isEmpty()) {
        code.iload(1).tableswitch(none, cases);
      }
      for (SwitchCase one : cases) {
        RecordComponentInfo component = all.get(one.caseValue());
        ClassDesc of = component.descriptorSymbol();
        code.labelBinding(one.target()).aload(0);
        code.invokevirtual(type, component.name().stringValue(), MethodTypeDesc.of(of));
        if (of.isPrimitive()) {
          code.invokestatic(boxed(of), "valueOf", MethodTypeDesc.of(boxed(of), of));
        }
        code.areturn();
      }
      code.labelBinding(none).aconst_null().areturn();
    }
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "S" -> ConstantDescs.CD_Short;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      default -> ConstantDescs.CD_Double;
    };
  }

  private static final class Rewriting implements ClassTransform {
    private static final int FLAGS =
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassModel model;
    private final Optional<ClassDesc> components;
    private final List<Plain> added = new ArrayList<>();
    private final List<MethodTypeDesc> types = new ArrayList<>();

    /// @param asked the interface of its package for records, where there is one
    Rewriting(ClassModel model, Optional<ClassDesc> asked) {
      this.model = model;
      this.components =
          asked.filter(it -> model.findAttribute(Attributes.record()).isPresent() && !isOne(it));
    }

    private boolean isOne(ClassDesc type) {
      return model.interfaces().stream().anyMatch(it -> it.asSymbol().equals(type));
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method && has(method)) {
        builder.transformMethod(method, MethodTransform.transformingCode(this::instruction));
      } else if (!(element instanceof Interfaces && components.isPresent())) {
        builder.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      if (components.isPresent()) {
        List<ClassDesc> all = new ArrayList<>();
        model.interfaces().forEach(it -> all.add(it.asSymbol()));
        all.add(components.get());
        builder.withInterfaceSymbols(all);
        ClassDesc type = model.thisClass().asSymbol();
        var record = model.findAttribute(Attributes.record()).orElseThrow();
        builder.withMethodBody(
            "component",
            COMPONENT,
            ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
            new Component(type, record.components())::body);
      }
      for (int i = 0; i < added.size(); i++) {
        builder.withMethodBody("plain$" + i, types.get(i), FLAGS, added.get(i)::body);
      }
    }

    private static boolean has(MethodModel method) {
      return method.code().stream()
          .flatMap(code -> code.elementStream())
          .anyMatch(element -> Plain.of(element).isPresent());
    }

    private void instruction(CodeBuilder code, CodeElement element) {
      Optional<Plain> plain = Plain.of(element);
      if (plain.isEmpty()) {
        code.with(element);
        return;
      }
      MethodTypeDesc type = ((InvokeDynamicInstruction) element).typeSymbol();
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      code.invokestatic(model.thisClass().asSymbol(), "plain$" + added.size(), type, isInterface);
      added.add(plain.get());
      types.add(type);
    }
  }
}
