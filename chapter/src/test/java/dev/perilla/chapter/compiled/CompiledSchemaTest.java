package dev.perilla.chapter.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

/// The schemas accept what is written, and refuse it with one thing changed.
class CompiledSchemaTest {
  private static final Schema COMPILED = schema(CompiledSchema.compiled());
  private static final Schema CLAIMS = schema(CompiledSchema.claims());

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
  }

  @Test
  void acceptWhatIsWritten() {
    for (int seed = 0; seed < 40; seed++) {
      CompiledChapter chapter = new Generated(seed).of(CompiledChapter.class);
      String compiled = CompiledJson.write(chapter);
      assertThat(COMPILED.validate(compiled, InputFormat.JSON)).as(compiled).isEmpty();
      String claims = LedgerJson.write(chapter);
      assertThat(CLAIMS.validate(claims, InputFormat.JSON)).as(claims).isEmpty();
    }
  }

  @Test
  void refuseWhatTheReaderRefuses() {
    String compiled = CompiledJson.write(CompiledJsonTest.SMALL);
    for (String[] change :
        new String[][] {
          {"\"version\": 1", "\"version\": \"one\""},
          {"\"id\": \"suma\"", "\"ID\": \"suma\""},
          {"\"kind\": \"Prose\"", "\"kind\": \"Verse\""},
          {"\"kind\": \"Num\"", "\"kind\": \"Str\""},
          {"\"standing\": \"computed\"", "\"standing\": \"believed\""},
          {"\"line\": 7", "\"line\": 7.5"},
        }) {
      String changed = compiled.replace(change[0], change[1]);
      assertThat(changed).isNotEqualTo(compiled);
      assertThat(COMPILED.validate(changed, InputFormat.JSON)).as(change[1]).isNotEmpty();
    }
    String claims = LedgerJson.write(CompiledJsonTest.SMALL);
    assertThat(CLAIMS.validate(claims.replace("\"computed\": 1", "\"x\": 1"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(CLAIMS.validate(compiled, InputFormat.JSON)).isNotEmpty();
  }
}
