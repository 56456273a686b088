package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perilla.chapter.Chapter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterSchemaTest {
  private static final Schema CHAPTER = schema(ChapterSchema.chapter());
  private static final Schema BOOK = schema(ChapterSchema.book());

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
  }

  @Test
  void acceptsWhatTheReaderAccepts() {
    Chapter chapter = ChapterReaderTest.read(Samples.WHOLE).value().orElseThrow();
    assertThat(CHAPTER.validate(Samples.WHOLE, InputFormat.YAML)).isEmpty();
    assertThat(CHAPTER.validate(ChapterWriter.yaml(chapter), InputFormat.YAML)).isEmpty();
    assertThat(CHAPTER.validate(ChapterWriter.json(chapter), InputFormat.JSON)).isEmpty();
    assertThat(BOOK.validate(Samples.BOOK, InputFormat.YAML)).isEmpty();
  }

  @Test
  void refusesWhatTheReaderRefuses() {
    for (Change change : Change.OF_FORM) {
      String changed = change.of(Samples.WHOLE);
      assertThat(ChapterReaderTest.read(changed).clean()).as("%s", change).isFalse();
      assertThat(CHAPTER.validate(changed, InputFormat.YAML)).as("%s", change).isNotEmpty();
    }
  }

  /// A change of a sample that takes its form away.
  private record Change(String from, String to) {
    static final List<Change> OF_FORM =
        List.of(
            new Change("perilla: 1", "perilla: 2"),
            new Change("perilla: 1\n", ""),
            new Change("title: La", "titel: La"),
            new Change("id: derivada-parcial", "id: derivada parcial"),
            new Change("lang: es", "lang: español"),
            new Change("type: prose", "type: verse"),
            new Change("kind: rule", "kind: law"),
            new Change("kind: choice", "kind: chance"),
            new Change("verdict: right", "verdict: good"),
            new Change("- graph", "- graf"),
            new Change("- knobs", "- network"),
            new Change("needs: [value]", "needs: {value: 1}"),
            new Change("{value: 3, min: 0", "{valve: 3, min: 0"),
            new Change("b: 4}", "b: four}"),
            new Change("from: 1, to: 9", "from: 1"),
            new Change("one_of: [-3, 2]", "one_of: []"),
            new Change("editable: true", "editable: sure"),
            new Change("count: 3", "count: 0"),
            new Change("steps: [uno, dos]", "steps: [uno]"),
            new Change("steps: 20_000_000", "step: 20_000_000"),
            new Change("say: Eso es la suma.", "says: Eso es la suma."),
            new Change("ask: ¿Por qué?", "ask:"));

    String of(String sample) {
      assertThat(sample).contains(from);
      return sample.replaceFirst(java.util.regex.Pattern.quote(from), to);
    }
  }

  /// Names are Python's: `x̂` has a mark over its letter, `x²` is no name.
  @ParameterizedTest
  @CsvSource({
    "x̂, true",
    "ŷ, true",
    "x٣, true",
    "ⅷ, true",
    "_b, true",
    "x², false",
    "e₁, false",
    "2b, false"
  })
  void namesAreNamesOfPython(String name, boolean isOne) {
    String sample = Samples.WHOLE.replaceFirst("b: 4}", name + ": 4}");
    assertThat(sample).isNotEqualTo(Samples.WHOLE);
    String findings = ChapterReaderTest.read(sample).findings().toString();
    assertThat(findings.contains("is no name of a program")).isEqualTo(!isOne);
    assertThat(CHAPTER.validate(sample, InputFormat.YAML).isEmpty()).isEqualTo(isOne);
  }

  @Test
  void everyKeyIsDescribed() {
    assertThat(ChapterSchema.chapter()).doesNotContain("\"description\": \"\"");
    for (Shape.Kind kind : ChapterForm.BLOCK.kinds()) {
      assertThat(kind.keys().keys()).allSatisfy(field -> assertThat(field.doc()).endsWith("."));
    }
  }
}
