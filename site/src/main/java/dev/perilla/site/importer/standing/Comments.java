package dev.perilla.site.importer.standing;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.site.importer.plot.Draft;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The comments of a listing that runs: what they say of its numbers is bound to them.
public final class Comments {
  private static final Pattern PRINT = Pattern.compile("print\\(([^,\"'#]+)\\)");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?U)([\\p{L}_]\\w*)\\s*(?:[-+*/]|\\*\\*)?=[^=].*");

  private Comments() {}

  /// What a comment at `place` speaks of: what its line prints, or the name that it assigns.
  private static Optional<String> subject(String source, int place) {
    String line = source.substring(source.lastIndexOf('\n', place - 1) + 1, place).strip();
    Matcher prints = PRINT.matcher(line);
    if (prints.matches()) {
      return Optional.of(prints.group(1));
    }
    Matcher assigns = ASSIGNMENT.matcher(line);
    return assigns.matches() ? Optional.of(assigns.group(1)) : Optional.empty();
  }

  /// A listing whose comments have their numbers checked, bound or marked, as texts have.
  public static Block.Code dressed(Block.Code block, Tried tried, Standings standings) {
    Text code = block.code();
    String source = code.value();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Lexeme word : Lexeme.all(code)) {
      if (word.kind() == Lexeme.Kind.NUMBER) {
        standings.count(Outcome.GIVEN, 1);
      }
      if (word.kind() != Lexeme.Kind.COMMENT) {
        continue;
      }
      String comment = source.substring(word.start(), word.end());
      int numbers = Numeral.scan(comment, Notation.POINT).size();
      boolean claims = comment.startsWith("# =>");
      if (claims) {
        standings.count(Outcome.CHECKED, numbers);
      }
      if (numbers == 0 || claims) {
        continue;
      }
      Optional<String> subject = subject(source, word.start());
      out.append(source, at, word.start())
          .append(
              subject
                  .flatMap(it -> standings.printed(comment, it))
                  .orElseGet(() -> standings.comment(comment, subject)));
      at = word.end();
    }
    String dressed = out.append(source.substring(at)).toString();
    return new Block.Code(
        block.head(),
        Draft.text(dressed),
        block.lang(),
        block.run(),
        block.reason(),
        block.editable(),
        block.caption(),
        block.expect(),
        block.show());
  }
}
