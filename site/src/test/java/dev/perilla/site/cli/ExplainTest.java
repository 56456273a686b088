package dev.perilla.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code has a page, and every page is true: its failing example fails with that code and no
/// other, its mended one with none.
class ExplainTest {
  /// Codes without an example of their own, and why.
  private static final Map<String, String> WITHOUT_EXAMPLE =
      Map.of(
          "P0015", "comes only after two hundred other findings",
          "P0325", "would be a bug of the engine",
          "P0511", "is about a site after it was published",
          "P0512", "is about a site after it was published",
          "P0513", "is about a site after it was published");

  @TempDir Path folder;

  static List<Finding.Code> codes() {
    return Codes.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void thePageIsTrue(Finding.Code code) throws IOException {
    String page =
        ExplainCommand.page(code.id())
            .orElseThrow(() -> new AssertionError("no page for " + code.id()));
    assertThat(page).startsWith("# " + code.id() + ": " + code.title() + "\n\n");
    assertThat(page).contains("\n## What to do\n");
    if (WITHOUT_EXAMPLE.containsKey(code.id())) {
      return;
    }
    ExamplePage example = ExamplePage.parse(page);
    example.write(folder, example.failing());
    assertThat(codesOf(code)).as("the failing example").containsExactly(code.id());
    example.write(folder, example.mended());
    assertThat(codesOf(code)).as("the mended example").isEmpty();
  }

  /// The codes of what is said of the folder, each once.
  private Set<String> codesOf(Finding.Code code) throws IOException {
    Capture said = ExamplePage.said(folder, code.id(), "compact");
    if (said.err().contains("[P")) { // an import's findings are no data
      return codes(said.err());
    }
    assertThat(said.exit()).as(said.err()).isIn(Exit.CLEAN, Exit.FINDINGS);
    return codes(said.out());
  }

  private static Set<String> codes(String findings) {
    Set<String> codes = new TreeSet<>();
    Matcher finding = Pattern.compile("(?m): (?:error|warning)\\[(P\\d{4})\\]: ").matcher(findings);
    while (finding.find()) {
      codes.add(finding.group(1));
    }
    return codes;
  }

  @Test
  void everyEnumOfCodesIsListed() {
    Set<String> listed = new TreeSet<>();
    Codes.all().forEach(code -> listed.add(code.getClass().getName()));
    Set<String> there = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.perilla")) {
      if (type.isEnum() && type.isAssignableTo(Finding.Code.class)) {
        there.add(type.getName());
      }
    }
    assertThat(listed).isEqualTo(there);
  }

  @Test
  void everyPageHasACode() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/perilla/site/explain"))) {
      files.forEach(file -> pages.add(file.getFileName().toString().replace(".md", "")));
    }
    Set<String> codes = new TreeSet<>();
    Codes.all().forEach(code -> codes.add(code.id()));
    assertThat(codes).isEqualTo(pages).hasSameSizeAs(Codes.all());
  }
}
