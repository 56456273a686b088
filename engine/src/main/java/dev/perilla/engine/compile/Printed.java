package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.Stmt;
import dev.perilla.engine.verify.Accounting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a listing prints behind the name of something, `print("c =", c)`: it has to be that. Only
/// what is printed once, at the margin, is looked at.
record Printed(Text code, Accounting accounting) {
  private static final Pattern LABEL =
      Pattern.compile("(?s)(?<before>|.*[,;:|\\n])\\s*(?<label>[^=≈<>!,;:|%?\\n]+?)\\s*=\\s*$");

  private static final Pattern PLAIN = Pattern.compile("[^\\n]*#\\s*plain\\s*(?:\\n|$)");

  void check() {
    if (!code.value().contains("print(") || code.value().indexOf('=') < 0) {
      return;
    }
    for (Stmt statement : Parser.program(code).body()) {
      if (statement instanceof Stmt.Expression it
          && it.value() instanceof Expr.Call call
          && call.callee() instanceof Expr.Name name
          && name.id().equals("print")
          && !PLAIN.matcher(code.value()).region(it.end(), code.value().length()).lookingAt()) {
        check(call);
      }
    }
  }

  /// A part of what is printed: words, or what is put in.
  private record Part(String words, Optional<Expr> value) {}

  private void check(Expr.Call call) {
    List<Part> parts = new ArrayList<>();
    for (Expr.Argument argument : call.arguments()) {
      if (argument.pass() != Expr.Pass.POSITION) {
        continue;
      }
      if (argument.value() instanceof Expr.FString text) {
        for (Expr.Part part : text.parts()) {
          parts.add(
              switch (part) {
                case Expr.Part.Literal it -> new Part(it.value(), Optional.empty());
                case Expr.Part.Field it -> new Part(it.debug(), Optional.of(it.value()));
              });
        }
        parts.add(new Part(" ", Optional.empty()));
      } else if (argument.value() instanceof Expr.Str text) {
        parts.add(new Part(text.value() + " ", Optional.empty()));
      } else {
        parts.add(new Part("", Optional.of(argument.value())));
      }
    }
    for (int i = 1; i < parts.size(); i++) {
      Matcher label = LABEL.matcher(parts.get(i - 1).words());
      Optional<Expr> value = parts.get(i).value();
      if (value.isPresent()
          && parts.get(i).words().isEmpty()
          && label.matches()
          && (!label.group("before").isEmpty() || i == 1 || parts.get(i - 2).value().isEmpty())) {
        accounting.labelled(label.group("label"), code.sub(value.get().start(), value.get().end()));
      }
    }
  }
}
