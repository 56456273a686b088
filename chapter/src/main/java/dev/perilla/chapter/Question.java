package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// A question of an exercise.
///
/// @param ask Markdown
/// @param answer what is right, by kind of question
/// @param hints Markdown, given one at a time
/// @param solution Markdown
/// @param mistakes wrong answers worth a word
/// @param attempts what learners really said
public record Question(
    Optional<Text> id,
    Text ask,
    Answer answer,
    List<Text> hints,
    Optional<Text> solution,
    List<Mistake> mistakes,
    List<Attempt> attempts) {

  public Question {
    hints = List.copyOf(hints);
    mistakes = List.copyOf(mistakes);
    attempts = List.copyOf(attempts);
  }

  /// What is right. The kind of the question is the kind of this; `kind: number` is the default.
  public sealed interface Answer {
    /// A number: the value of an expression, within `tolerance` (absolute), or to the precision
    /// shown.
    record Numeric(Text answer, Optional<Text> tolerance) implements Answer {}

    /// Exactly the right ones of some options.
    record Choice(List<Option> options) implements Answer {
      public Choice {
        options = List.copyOf(options);
      }
    }

    /// A formula equal to `answer` as a function of the given names.
    record Expression(Text answer) implements Answer {}

    /// Steps to put in order, among distractors that belong nowhere.
    record Order(List<Text> steps, List<Text> distractors) implements Answer {
      public Order {
        steps = List.copyOf(steps);
        distractors = List.copyOf(distractors);
      }
    }

    /// A listing with blanks (`____`), what fills them, and the condition that the run must meet.
    record Blanks(Text code, List<Text> fill, Text test) implements Answer {
      public Blanks {
        fill = List.copyOf(fill);
      }
    }

    /// A free answer, with a model answer in Markdown.
    record Free(Text model) implements Answer {}
  }

  /// An option: Markdown, and the condition under which it is right (an expression, `true` or
  /// `false`).
  public record Option(Text text, Text right) {}

  /// A wrong answer (an expression) and what to say of it (Markdown).
  public record Mistake(Text answer, Text say) {}

  /// What a learner said, and the verdict that the author claims for it.
  public record Attempt(Text said, Verdict verdict, Text verdictText) {}

  /// What the judge says of an answer; written in lower case.
  public enum Verdict {
    RIGHT,
    WRONG,
    UNANSWERED
  }
}
