package dev.perilla.chapter.compiled;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// Records as JSON in the form of [CompiledJson].
///
/// Jackson's mapper can be told to write and read the same characters. It learns more of a class
/// than this form asks for before it touches the first object of it: for the records of a chapter a
/// fresh process takes longer to that than to compile one.
final class Records {
  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializableString KIND = new SerializedString("kind");

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
    for (Field field : shape.fields()) {
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
        for (Object item : items) {
          value(json, item);
        }
        json.writeEndArray();
      }
      case Map<?, ?> entries -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
          json.writeName(entry.getKey() instanceof Enum<?> word ? word(word) : entry.getKey() + "");
          value(json, entry.getValue());
        }
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

  /// The texts of all components called `name` in a record and what it holds.
  static Set<String> texts(Object value, String name) {
    Set<String> texts = new HashSet<>();
    gather(value, name, texts);
    return texts;
  }

  private static void gather(Object value, String name, Set<String> texts) {
    switch (value) {
      case Record fields ->
          SHAPES
              .get(fields.getClass())
              .fields()
              .forEach(
                  field -> {
                    Object content = field.of(fields);
                    Object inner = content instanceof Optional<?> it ? it.orElse(null) : content;
                    if (inner instanceof String text && field.name().getValue().equals(name)) {
                      texts.add(text);
                    } else if (inner != null) {
                      gather(inner, name, texts);
                    }
                  });
      case Collection<?> items -> items.forEach(item -> gather(item, name, texts));
      default -> {} // a number or a word
    }
  }

  /// Reads a record.
  ///
  /// @param what messages call it
  /// @throws IllegalArgumentException where `text` is none of that type, with a message that names
  ///   the place
  static <T extends Record> T read(String text, Class<T> type, String what) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      T read = type.cast(new Reading(json).value(type));
      if (json.nextToken() != null) {
        throw new StreamReadException(json, "something stands behind its end");
      }
      return read;
    } catch (JacksonException unreadable) {
      String first = unreadable.getOriginalMessage().lines().findFirst().orElse("");
      TokenStreamLocation at = unreadable.getLocation();
      String place = at == null ? "" : "line " + at.getLineNr() + ": ";
      throw new IllegalArgumentException("not " + what + ": " + place + first, unreadable);
    }
  }

  /// What stands at a place of a file, as a value of the type that is due there. Before each step
  /// the parser is at the first token of the value, after it at the last.
  private record Reading(JsonParser json) {
    Object value(Type type) {
      return type instanceof ParameterizedType several
          ? several((Class<?>) several.getRawType(), several.getActualTypeArguments())
          : one((Class<?>) type);
    }

    private Object several(Class<?> type, Type[] of) {
      if (type == Optional.class) {
        return Optional.of(value(of[0]));
      }
      if (type == List.class) {
        expect(JsonToken.START_ARRAY, "a list");
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(of[0]));
        }
        return items;
      }
      expect(JsonToken.START_OBJECT, "an object");
      Map<Object, Object> entries = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        entries.put(of[0] == String.class ? name : word((Class<?>) of[0], name), value(of[1]));
      }
      return entries;
    }

    private Object one(Class<?> type) {
      if (type == String.class) {
        expect(JsonToken.VALUE_STRING, "a text");
        return json.getString();
      }
      if (type == int.class || type == Integer.class) {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getIntValue();
      }
      if (type == double.class || type == Double.class) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
          expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        return json.getDoubleValue();
      }
      if (type == boolean.class || type == Boolean.class) {
        if (json.currentToken() != JsonToken.VALUE_FALSE) {
          expect(JsonToken.VALUE_TRUE, "true or false");
        }
        return json.getBooleanValue();
      }
      if (type.isEnum()) {
        expect(JsonToken.VALUE_STRING, "a word");
        return word(type, json.getString());
      }
      expect(JsonToken.START_OBJECT, "an object");
      json.nextToken();
      return record(Shape.isOfFamily(type) ? kind(type) : type);
    }

    /// The class that the first field names.
    private Class<?> kind(Class<?> type) {
      if (!"kind".equals(json.currentName())) {
        throw new StreamReadException(json, "kind is missing, which comes first");
      }
      json.nextToken();
      expect(JsonToken.VALUE_STRING, "a word");
      String kind = json.getString();
      json.nextToken();
      Class<?>[] kinds = type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[] {type};
      for (Class<?> one : kinds) {
        if (one.getSimpleName().equals(kind)) {
          return one;
        }
      }
      throw new StreamReadException(json, "no kind " + kind);
    }

    private Object record(Class<?> type) {
      Shape shape = SHAPES.get(type);
      @Nullable Object[] values = new Object[shape.fields().size()];
      while (json.currentToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        int at = shape.indexOf(name);
        if (at < 0 || values[at] != null) {
          throw new StreamReadException(json, (at < 0 ? "no field " : "twice the field ") + name);
        }
        json.nextToken();
        values[at] = value(shape.fields().get(at).type());
        json.nextToken();
      }
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          values[i] = absent(shape.fields().get(i));
        }
      }
      return shape.make(values);
    }

    private Object absent(Field field) {
      if (field.type() instanceof ParameterizedType type && type.getRawType() == List.class) {
        return List.of();
      }
      if (field.type() instanceof ParameterizedType type && type.getRawType() == Optional.class) {
        return Optional.empty();
      }
      throw new StreamReadException(json, field.name() + " is missing");
    }

    private Object word(Class<?> type, String text) {
      for (Object constant : type.getEnumConstants()) {
        if (Records.word((Enum<?>) constant).equals(text)) {
          return constant;
        }
      }
      throw new StreamReadException(json, "no word " + text);
    }

    private void expect(JsonToken due, String what) {
      if (json.currentToken() != due) {
        throw new StreamReadException(json, what + " is due here");
      }
    }
  }

  /// What a class of records looks like.
  ///
  /// @param kind its name, where it is one of a sealed family and tells by it
  private record Shape(Optional<String> kind, List<Field> fields, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      List<Class<?>> types = new ArrayList<>();
      try {
        for (RecordComponent component : type.getRecordComponents()) {
          fields.add(
              new Field(
                  new SerializedString(component.getName()),
                  component.getGenericType(),
                  fields.size(),
                  component.getAccessor()));
          types.add(component.getType());
        }
        return new Shape(
            isOfFamily(type) ? Optional.of(type.getSimpleName()) : Optional.empty(),
            fields,
            type.getDeclaredConstructor(types.toArray(Class<?>[]::new)));
      } catch (ReflectiveOperationException hidden) {
        throw new IllegalStateException(type + " is no public record", hidden);
      }
    }

    static boolean isOfFamily(Class<?> type) {
      return type.isSealed() || Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    int indexOf(String name) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().getValue().equals(name)) {
          return i;
        }
      }
      return -1;
    }

    Object make(@Nullable Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException thrown) {
        throw new IllegalStateException("a record takes what its components are", thrown);
      }
    }
  }

  /// A component.
  private record Field(SerializableString name, Type type, int place, Method accessor) {
    Object of(Object record) {
      if (record instanceof Components plain) {
        return plain.component(place);
      }
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException thrown) {
        throw new IllegalStateException("a record gives what it holds", thrown);
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
