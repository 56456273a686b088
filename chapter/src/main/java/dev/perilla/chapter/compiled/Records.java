package dev.perilla.chapter.compiled;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// Writes records as JSON in the form of [CompiledJson], the characters that its mapper would
/// write. That one reads all annotations of a class before it writes the first object of it: for
/// the records of a chapter it takes a fresh process as long as to compile one.
final class Records {
  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializableString KIND = new SerializedString("kind");
  private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Records() {}

  /// @param depth of what has lines of its own
  /// @return UTF-8, ending in a line end
  static byte[] write(Record value, int depth) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator json = JSON.createGenerator(new InLines(depth), out)) {
      object(json, value);
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void object(JsonGenerator json, Record value) {
    Shape shape = SHAPES.get(value.getClass());
    json.writeStartObject();
    if (shape.kind().isPresent()) {
      json.writeName(KIND).writeString(shape.kind().get());
    }
    for (Shape.Field field : shape.fields()) {
      Object content = field.of(value);
      if (content instanceof Optional<?> optional) {
        content = optional.isPresent() ? optional.get() : List.of();
      }
      if (!(content instanceof List<?> list && list.isEmpty())) {
        json.writeName(field.name());
        value(json, content);
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) {
    switch (value) {
      case String text -> json.writeString(text);
      case Record fields -> object(json, fields);
      case Collection<?> items -> {
        json.writeStartArray();
        items.forEach(item -> value(json, item));
        json.writeEndArray();
      }
      case Map<?, ?> entries -> {
        json.writeStartObject();
        entries.forEach(
            (name, item) -> {
              json.writeName(name instanceof Enum<?> word ? word(word) : (String) name);
              value(json, item);
            });
        json.writeEndObject();
      }
      case Enum<?> word -> json.writeString(word(word));
      case Boolean is -> json.writeBoolean(is);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      default -> throw new IllegalArgumentException("no form for " + value.getClass());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// What a class of records looks like.
  ///
  /// @param kind its name, where it is one of a sealed family that tells by it
  private record Shape(Optional<String> kind, List<Field> fields) {
    static Shape of(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        try {
          MethodHandle accessor = MethodHandles.lookup().unreflect(component.getAccessor());
          fields.add(
              new Field(new SerializedString(component.getName()), accessor.asType(ACCESSOR)));
        } catch (IllegalAccessException hidden) {
          throw new IllegalStateException(type + " is not public", hidden);
        }
      }
      for (Class<?> family : type.getInterfaces()) {
        if (family.isAnnotationPresent(JsonTypeInfo.class)) {
          return new Shape(Optional.of(type.getSimpleName()), fields);
        }
      }
      return new Shape(Optional.empty(), fields);
    }

    private record Field(SerializableString name, MethodHandle accessor) {
      Object of(Object record) {
        try {
          return accessor.invokeExact(record);
        } catch (Throwable thrown) {
          throw new IllegalStateException("a record gives what it holds", thrown);
        }
      }
    }
  }

  /// Asks for lines ([Lines]).
  private static final class InLines extends ObjectWriteContext.Base {
    private final int depth;

    InLines(int depth) {
      this.depth = depth;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new Lines(depth);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
