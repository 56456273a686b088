package dev.perilla.engine.compile;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of which the state after some code need not say what they were before: those that it
/// binds in another way than once, at its margin. Code is read when the first name is asked for.
final class Moving {
  static final Moving NOTHING = new Moving(null, "");

  private static final Set<String> HEADS = Set.of("def", "class", "for", "lambda", "as", "global");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=");

  private final @Nullable Moving before;
  private final String listing;
  private @Nullable Names names;

  /// @param before that of the listings above; `null` where nothing ran
  private Moving(@Nullable Moving before, String listing) {
    this.before = before;
    this.listing = listing;
  }

  /// That of the same code and a listing that runs after it.
  Moving then(String next) {
    return new Moving(this, next);
  }

  boolean has(String name) {
    return read().hasObjects || names().contains(name);
  }

  /// Those of variables.
  Set<String> names() {
    return read().moving;
  }

  private Names read() {
    if (names == null) {
      names = before == null ? Names.NONE : before.read().and(listing);
    }
    return names;
  }

  /// @param bound those that are bound so far
  /// @param hasObjects whether the code changes what objects hold, so that any name may have had
  ///   another value
  private record Names(Set<String> moving, Set<String> bound, boolean hasObjects) {
    static final Names NONE = new Names(Set.of(), Set.of(), false);

    Names and(String listing) {
      Set<String> moving = new HashSet<>(this.moving);
      Set<String> bound = new HashSet<>(this.bound);
      return new Names(moving, bound, new Reading(listing, moving, bound).all() || hasObjects);
    }
  }

  private record Reading(String code, Set<String> moving, Set<String> bound) {
    boolean all() {
      List<Lexeme> lexemes = Lexeme.all(Text.at(code, Span.at(SourceFile.of("", ""), 0)));
      boolean hasObjects = false;
      boolean isHead = false; // of a function, a loop or the like
      int depth = 0;
      for (int i = 0; i < lexemes.size(); i++) {
        String source = source(lexemes.get(i));
        String next = i + 1 < lexemes.size() ? source(lexemes.get(i + 1)) : "";
        String before = i > 0 ? source(lexemes.get(i - 1)) : "";
        depth += "([{".contains(source) ? 1 : ")]}".contains(source) ? -1 : 0;
        if (lexemes.get(i).kind() == Lexeme.Kind.KEYWORD) {
          isHead = HEADS.contains(source) || (isHead && !source.equals("in"));
        } else if (source.equals(":")) {
          isHead = false;
        } else if (lexemes.get(i).kind() == Lexeme.Kind.NAME) {
          boolean isAssigned = depth == 0 && next.endsWith("=") && !COMPARISONS.contains(next);
          boolean isAtMargin = isAtMargin(lexemes.get(i).start());
          boolean isOfSelf = i > 1 && source(lexemes.get(i - 2)).equals("self");
          hasObjects |=
              isAssigned
                  && before.equals(".")
                  && !source.equals("grad")
                  && !(isOfSelf && next.equals("="));
          boolean isOfSeveral = depth == 0 && next.equals(",");
          boolean isDefined = before.equals("def") || before.equals("class");
          if (isDefined) {
            if (!isAtMargin(lexemes.get(i - 1).start()) || !bound.add(source)) {
              moving.add(source);
            }
          } else if (isHead
              || (isAssigned && !next.equals("="))
              || ((isAssigned || isOfSeveral) && (!isAtMargin || !bound.add(source)))) {
            moving.add(source);
          }
        }
      }
      return hasObjects;
    }

    private String source(Lexeme lexeme) {
      return code.substring(lexeme.start(), lexeme.end());
    }

    /// Whether nothing stands before it in its line but other names, `a, b = 3, 4`, and statements
    /// without a colon, `a = 3; b = 4`.
    private boolean isAtMargin(int at) {
      int line = code.lastIndexOf('\n', at - 1) + 1;
      int behind = code.lastIndexOf(';', at - 1) + 1;
      boolean isFirst = behind <= line || " \t".indexOf(code.charAt(line)) >= 0;
      if (!isFirst && code.substring(line, behind).indexOf(':') < 0) {
        line = behind + (code.startsWith(" ", behind) ? 1 : 0);
      }
      return line == at
          || (code.charAt(line) != ' '
              && code.charAt(line) != '\t'
              && code.substring(line, at).strip().endsWith(",")
              && code.substring(line, at)
                  .chars()
                  .allMatch(c -> Character.isJavaIdentifierPart(c) || c == ',' || c == ' '));
    }
  }
}
