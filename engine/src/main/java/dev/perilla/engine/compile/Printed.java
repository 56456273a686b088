package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Stmt;
import dev.perilla.engine.verify.Accounting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a listing prints behind the name of something, `print("c =", c)`: it has to be that; and a
/// relation that is all of what is printed, `print("5 > 3")`. Only what is printed once, at the
/// margin, is looked at.
///
/// @param code that ran
/// @param body its statements
record Printed(Text code, List<Stmt> body, Accounting accounting) {
  private static final Pattern LABEL =
      Pattern.compile("(?s)(?:.*[,;:|\\n])?\\s*([^=≈<>!,;:|%?\\n]+?)\\s*=\\s*$");

  private static final Pattern SIGN = Pattern.compile("\\s*[-+−*/×·÷^²³(]");

  /// What lets a number follow.
  private static final Pattern JOINS = Pattern.compile("(?:^|[-+−*/×·÷=<>(,;:|\\n])\\s*$");

  /// Stands between words and numbers that are no code together: `step {n}`.
  private static final String NO_CODE = "?";

  /// One relation and nothing that is no code.
  private static final Pattern RELATION =
      Pattern.compile("[^<>=!?:;\\n]*[^-<>=!?:;\\n](?:[<>]=?|[!=]=)[^-<>=!?:;\\n][^<>=!?:;\\n]*");

  private static final Pattern PLAIN = Pattern.compile("[^\\n]*#\\s*plain\\s*(?:\\n|$)");

  void check() {
    if (!code.value().contains("print(") || code.value().indexOf('=') < 0) {
      return;
    }
    for (Stmt statement : body) {
      if (statement instanceof Stmt.Expression it
          && it.value() instanceof Expr.Call call
          && call.callee() instanceof Expr.Name name
          && name.id().equals("print")
          && !PLAIN.matcher(code.value()).region(it.end(), code.value().length()).lookingAt()) {
        check(call);
      }
    }
  }

  /// Part of what is printed.
  ///
  /// @param words before what is put in
  /// @param behind a blank, where another argument follows
  private record Part(String words, Optional<Expr> value, String behind) {}

  private void check(Expr.Call call) {
    List<Part> parts = new ArrayList<>();
    for (Expr.Argument argument : call.arguments()) {
      if (argument.pass() != Expr.Pass.POSITION) {
        continue;
      }
      if (argument.value() instanceof Expr.FString text) {
        for (Expr.Part part : text.parts()) {
          if (part instanceof Expr.Part.Field it
              && !code.value().startsWith("{", it.value().start() - 1)) {
            return; // it stands elsewhere than it seems
          }
          parts.add(
              switch (part) {
                case Expr.Part.Literal it -> new Part(it.value(), Optional.empty(), "");
                case Expr.Part.Field it -> new Part(it.debug(), Optional.of(it.value()), "");
              });
        }
        parts.add(new Part(" ", Optional.empty(), ""));
      } else if (argument.value() instanceof Expr.Str text) {
        parts.add(new Part(text.value() + " ", Optional.empty(), ""));
      } else {
        parts.add(new Part("", Optional.of(argument.value()), " "));
      }
    }
    StringBuilder said = new StringBuilder();
    int last = 0; // where the argument before it ends that is a value
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean goesOn = i + 1 < parts.size() && SIGN.matcher(parts.get(i + 1).words()).lookingAt();
      said.append(part.words());
      if (part.value().isPresent()) {
        Text value = code.sub(part.value().get().start(), part.value().get().end());
        Matcher own = LABEL.matcher(said.substring(last));
        boolean isOwn = own.matches() && Character.isLetter(own.group(1).charAt(0));
        Matcher label = isOwn ? own : LABEL.matcher(said);
        if (label.matches() && !goesOn) {
          accounting.labelled(label.group(1), value);
        }
        said.append(JOINS.matcher(said).find() ? "(" : NO_CODE + "(")
            .append(value.value())
            .append(')')
            .append(part.behind());
        last = part.behind().isEmpty() ? last : said.length();
      }
    }
    if (RELATION.matcher(said).matches()) {
      accounting.printed(said.toString().strip(), code.sub(call.start(), call.end()));
    }
  }
}
