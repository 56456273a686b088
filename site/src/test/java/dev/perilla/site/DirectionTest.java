package dev.perilla.site;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Nothing points back: chapter <- engine, chapter <- renderer, all <- site.
class DirectionTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.perilla");

  private static void only(String from, String... to) {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(from)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(to).or(resideOutsideOfPackages("dev.perilla..")));
    rule.check(OURS);
  }

  @Test
  void sourceIsALeaf() {
    only("dev.perilla.chapter.source..", "dev.perilla.chapter.source..");
  }

  @Test
  void chapterKnowsNothingOfOurs() {
    only("dev.perilla.chapter..", "dev.perilla.chapter..");
  }

  @Test
  void engineKnowsTheChapter() {
    only("dev.perilla.engine..", "dev.perilla.engine..", "dev.perilla.chapter..");
  }

  @Test
  void rendererKnowsTheChapter() {
    only("dev.perilla.renderer..", "dev.perilla.renderer..", "dev.perilla.chapter..");
  }

  @Test
  void autogradKnowsNothingOfOurs() {
    only("dev.perilla.engine.autograd..", "dev.perilla.engine.autograd..");
  }

  @Test
  void languageKnowsAutogradAndPlacesAlone() {
    only(
        "dev.perilla.engine.language..",
        "dev.perilla.engine.language..",
        "dev.perilla.engine.autograd..",
        "dev.perilla.chapter.source..");
  }

  /// What is compiled to JavaScript reads no files of chapters and checks no claims.
  @Test
  void thePageRunsTheLanguageAndTheJudgeAlone() {
    only(
        "dev.perilla.engine.browser..",
        "dev.perilla.engine.browser..",
        "dev.perilla.engine.judge..",
        "dev.perilla.engine.knobs..",
        "dev.perilla.engine.language..",
        "dev.perilla.engine.autograd..",
        "dev.perilla.chapter.source..");
  }

  /// An import goes from words to a lesson, its program, its numerals.
  @Test
  void eachPhaseOfAnImportKnowsThoseBefore() {
    String importer = "dev.perilla.site.importer";
    String words = importer + ".words..";
    String lesson = importer + ".lesson..";
    String plot = importer + ".plot..";
    only(words, words, "dev.perilla.engine..", "dev.perilla.chapter..");
    only(lesson, lesson, words, "dev.perilla.engine..", "dev.perilla.chapter..");
    only(plot, plot, lesson, words, "dev.perilla.engine..", "dev.perilla.chapter..");
    only(
        importer + ".standing..",
        importer + ".standing..",
        plot,
        lesson,
        words,
        "dev.perilla.engine..",
        "dev.perilla.chapter..");
  }

  /// Text in, values out: files and processes belong to `site`.
  @Test
  void onlySiteTouchesTheWorld() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.perilla.chapter..", "dev.perilla.engine..", "dev.perilla.renderer..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.net..")
        .check(OURS);
  }
}
