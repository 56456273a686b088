package dev.perilla.chapter.compiled;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file form of a compiled chapter: its records as JSON objects, component by component in
/// their order, indented by one blank as deep as the fields of a block ([Lines]).
///
/// A node of a sealed type says which in `kind`, the record's name. Words of an enum are in lower
/// case. Lists without items and values that are absent are left out; nothing is ever `null`.
/// Writing what was read gives the same characters.
public final class CompiledJson {
  /// How deep the fields of a block are.
  static final int DEPTH = 3;

  private CompiledJson() {}

  /// Ends in a line end.
  public static String write(CompiledChapter chapter) {
    return new String(bytes(chapter), StandardCharsets.UTF_8);
  }

  /// The same in UTF-8.
  public static byte[] bytes(CompiledChapter chapter) {
    return Records.write(chapter, DEPTH);
  }

  /// The ids of the ledger's entries that a part names.
  public static Set<String> claims(CompiledChapter.Part part) {
    return Set.copyOf(mapper().valueToTree(part).findValuesAsString("claim"));
  }

  /// @throws IllegalArgumentException where `json` is no compiled chapter of this version, with a
  ///   message that names the place
  public static CompiledChapter read(String json) {
    CompiledChapter chapter = read(json, CompiledChapter.class, "a compiled chapter");
    if (chapter.version() != CompiledChapter.VERSION) {
      throw new IllegalArgumentException(
          "a compiled chapter of version "
              + chapter.version()
              + ", this program reads "
              + CompiledChapter.VERSION);
    }
    return chapter;
  }

  static <T> T read(String json, Class<T> type, String what) {
    try {
      T value = mapper().readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("not " + what + ": null");
      }
      return value;
    } catch (JacksonException unreadable) {
      String first = unreadable.getOriginalMessage().lines().findFirst().orElse("");
      String place =
          unreadable.getLocation() == null
              ? ""
              : "line " + unreadable.getLocation().getLineNr() + ": ";
      throw new IllegalArgumentException("not " + what + ": " + place + first, unreadable);
    }
  }

  /// The mapper that reads, and makes schemas. A process that only writes goes without: to make one
  /// takes as long as to write forty chapters.
  static JsonMapper mapper() {
    return Mapper.SHARED;
  }

  private static final class Mapper {
    static final JsonMapper SHARED = made();

    private static JsonMapper made() {
      JsonInclude.Value unlessEmpty =
          JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
      JsonSetter.Value emptyIfMissing = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
      return JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.FAIL))
          .withConfigOverride(
              List.class, list -> list.setInclude(unlessEmpty).setNullHandling(emptyIfMissing))
          .withConfigOverride(
              Optional.class,
              optional -> optional.setInclude(unlessEmpty).setNullHandling(emptyIfMissing))
          .defaultPrettyPrinter(new Lines(DEPTH))
          .build();
    }
  }
}
