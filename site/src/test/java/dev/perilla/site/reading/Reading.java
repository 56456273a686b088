package dev.perilla.site.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives the tests of a class a [Reader], one for the whole run, and skips them where this machine
/// has no Chromium.
///
/// ```java
/// @ExtendWith(Reading.class)
/// class AnswersTest {
///   @Test
///   void aRightAnswerIsTold(Reader reader) {
///     Site site = Site.chapter("perilla: 1\nid: c\n…");
///     try (Visit visit = reader.visit(site, Screen.PHONE)) {
///       Page page = visit.open("c.html");
///       page.locator("form.try input").fill("12");
///       …
///     } // fails where the console spoke or something was asked for that is not of the site
///   }
/// }
/// ```
public final class Reading implements ExecutionCondition, ParameterResolver {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return chromium().isPresent()
        ? ConditionEvaluationResult.enabled("a browser is there")
        : ConditionEvaluationResult.disabled("skipped: needs chromium on the path");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Reader.class;
  }

  @Override
  public Reader resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(
            Reader.class, key -> Reader.with(chromium().orElseThrow()), Reader.class);
  }

  private static Optional<Path> chromium() {
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
