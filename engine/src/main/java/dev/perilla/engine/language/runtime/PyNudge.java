package dev.perilla.engine.language.runtime;

import dev.perilla.engine.autograd.Nudge;
import dev.perilla.engine.language.number.FloatText;
import org.jspecify.annotations.Nullable;

/// What `nudge(output, input, by)` gives.
public record PyNudge(Nudge nudge) {
  @Nullable Object attribute(String name) {
    return switch (name) {
      case "by" -> nudge.by();
      case "before" -> nudge.before();
      case "after" -> nudge.after();
      case "change" -> nudge.change();
      case "slope" -> nudge.slope();
      case String other -> null;
    };
  }

  String repr() {
    return "Nudge(by="
        + FloatText.repr(nudge.by())
        + ", before="
        + FloatText.repr(nudge.before())
        + ", after="
        + FloatText.repr(nudge.after())
        + ", change="
        + FloatText.repr(nudge.change())
        + ", slope="
        + FloatText.repr(nudge.slope())
        + ")";
  }
}
