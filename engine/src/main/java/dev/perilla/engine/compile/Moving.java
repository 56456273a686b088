package dev.perilla.engine.compile;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Lexeme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names of which the state after some code need not say what they were before: those that it
/// binds in another way than once, at its margin.
///
/// @param names those of variables
/// @param hasObjects whether it changes what objects hold, so that any name may have had another
///   value
record Moving(Set<String> names, boolean hasObjects) {
  private static final Set<String> HEADS = Set.of("def", "class", "for", "lambda", "as", "global");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=");

  /// That of listings that run one after the other.
  static Moving of(List<String> listings) {
    Set<String> moving = new HashSet<>();
    Set<String> bound = new HashSet<>();
    boolean hasObjects = false;
    for (String listing : listings) {
      hasObjects |= new Reading(listing, moving, bound).all();
    }
    return new Moving(Set.copyOf(moving), hasObjects);
  }

  boolean has(String name) {
    return hasObjects || names.contains(name);
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

    /// Whether nothing stands before it in its line but other names, `a, b = 3, 4`.
    private boolean isAtMargin(int at) {
      int line = code.lastIndexOf('\n', at - 1) + 1;
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
