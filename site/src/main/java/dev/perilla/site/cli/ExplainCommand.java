package dev.perilla.site.cli;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `perilla explain`: the page of a finding's code, with a failing and a mended example, or the
/// list of all codes.
final class ExplainCommand implements Command {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private static final Syntax SYNTAX =
      new Syntax(
          "explain",
          "Explain the code of a finding, with a failing and a mended example.",
          new Syntax.Operand("CODE", 0, 1, "As in a finding: P0312. All codes by default."),
          List.of(),
          List.of(
              new Syntax.Example("explain", "all codes, a line each"),
              new Syntax.Example("explain P0501", "what it means, and what to do")));

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.operand().isEmpty()) {
      for (Finding.Code code : Codes.all()) {
        terminal.out().print(code.id() + "  " + code.title() + "\n");
      }
      return Exit.CLEAN;
    }
    String word = arguments.operand().get().toUpperCase(Locale.ROOT);
    String asked =
        NUMBER.matcher(word).matches() ? "P" + "0".repeat(4 - word.length()) + word : word;
    List<String> known = Codes.all().stream().map(Finding.Code::id).toList();
    Optional<String> page = known.contains(asked) ? page(asked) : Optional.empty();
    terminal
        .out()
        .print(
            page.orElseThrow(
                () ->
                    new Refusal(
                        "there is no code "
                            + asked
                            + Suggestion.nearest(asked, known)
                                .map(code -> "; did you mean " + code + "?")
                                .orElse("; perilla explain lists them all"))));
    return Exit.CLEAN;
  }

  /// The page of a code, in Markdown.
  static Optional<String> page(String code) throws IOException {
    try (InputStream in =
        ExplainCommand.class.getResourceAsStream("/dev/perilla/site/explain/" + code + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
