package dev.perilla.chapter.compiled;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Random values of any of our record types, by their components: sealed interfaces by one of their
/// kinds, lists and optionals sometimes empty, never deeper than a few levels.
final class Generated {
  private static final String[] WORDS = {
    "", "c", "a * b", "12", "-0.5", "¿qué?", "🎛️", "<b>&\"'\\", "line\nend", "null", "\u2028"
  };
  private final Random random;

  Generated(long seed) {
    this.random = new Random(seed);
  }

  <T> T of(Class<T> type) {
    return type.cast(make(type, 0));
  }

  private Object make(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type item = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return depth < 9 && random.nextBoolean()
            ? Optional.of(make(item, depth))
            : Optional.empty();
      }
      List<Object> items = new ArrayList<>();
      int count = depth < 9 ? random.nextInt(4) : 0;
      for (int i = 0; i < count; i++) {
        items.add(make(item, depth));
      }
      return items;
    }
    if (type == String.class) {
      return WORDS[random.nextInt(WORDS.length)];
    }
    if (type == int.class || type == Integer.class) {
      return random.nextInt(7);
    }
    if (type == double.class || type == Double.class) {
      return random.nextInt(2000) / 8.0 - 100;
    }
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    Class<?> named = (Class<?>) type;
    if (named.isEnum()) {
      return named.getEnumConstants()[random.nextInt(named.getEnumConstants().length)];
    }
    if (named.isSealed()) {
      Class<?>[] kinds = named.getPermittedSubclasses();
      return make(kinds[random.nextInt(kinds.length)], depth);
    }
    return record(named, depth + 1);
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(part -> make(part.getGenericType(), depth)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record without its constructor", impossible);
    }
  }
}
