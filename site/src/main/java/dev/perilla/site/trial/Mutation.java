package dev.perilla.site.trial;

import dev.perilla.chapter.source.Span;
import java.util.List;

/// A small change of a chapter that makes it say something else.
///
/// @param kind what is changed
/// @param span where
/// @param replacements what would stand there; it is guarded where one of them is noticed
public record Mutation(Kind kind, Span span, List<String> replacements) {
  public Mutation {
    replacements = List.copyOf(replacements);
  }

  /// What is changed, and why nobody may notice.
  public enum Kind {
    DIGIT("digit", "the claim it is part of holds with another digit as well"),
    INPUT("input", "no claim depends on it: expect something of the block, or state its effect"),
    OPERATOR("operator", "the statement holds with another operator as well"),
    CONDITION("condition", "the sentence holds with the opposite condition as well"),
    EXPECTATION("expectation", "it holds with another value as well"),
    VERDICT("verdict", "another verdict is accepted as well"),
    MISTAKE("mistake", "the right answer is accepted as a mistake");

    private final String word;
    private final String reason;

    Kind(String word, String reason) {
      this.word = word;
      this.reason = reason;
    }

    /// As printed.
    public String word() {
      return word;
    }

    /// Why a change may pass.
    public String reason() {
      return reason;
    }
  }
}
