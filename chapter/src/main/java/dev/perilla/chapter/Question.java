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

    /// A formula equal to `answer` as a function of its names.
    ///
    /// @param domain where the names are taken from; the range of the input where none is stated
    record Expression(Text answer, List<Domain> domain) implements Answer {
      public Expression {
        domain = List.copyOf(domain);
      }
    }

    /// Steps to put in order, among distractors that belong nowhere.
    ///
    /// @param test the condition that has to hold after the steps have run, as lines of code; where
    ///   there is none the steps are Markdown, and no order but the stated one is right
    record Order(List<Text> steps, List<Text> distractors, Optional<Text> test) implements Answer {
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

  /// An option: Markdown, the condition under which it is right (an expression, `true` or `false`),
  /// and what to say to those who choose it and should not (Markdown).
  public record Option(Text text, Text right, Optional<Text> say) {}

  /// `name: {from: 1, to: 5}`: where a name of a formula is taken from, both ends included.
  public record Domain(Text name, Text from, Text to) {}

  /// A wrong answer and what to say of it (Markdown).
  public record Mistake(Wrong wrong, Text say) {
    /// Where the wrong answer stands.
    public Text place() {
      return switch (wrong) {
        case Wrong.Value value -> value.answer();
        case Wrong.Misconception bug -> bug.line();
        case Wrong.Fill fill -> fill.fill().getFirst();
        case Wrong.Steps steps -> steps.steps().getFirst();
      };
    }
  }

  /// How a wrong answer comes about.
  public sealed interface Wrong {
    /// The value of an expression, or a formula.
    record Value(Text answer) implements Wrong {}

    /// What the question's answer is in a program with a bug in it: `line`, a piece of code that
    /// stands in one place, reads `as`.
    record Misconception(Text line, Text as) implements Wrong {}

    /// What was put into the blanks of a listing.
    record Fill(List<Text> fill) implements Wrong {
      public Fill {
        fill = List.copyOf(fill);
      }
    }

    /// Steps in a wrong order, or with a distractor among them.
    record Steps(List<Text> steps) implements Wrong {
      public Steps {
        steps = List.copyOf(steps);
      }
    }
  }

  /// What a learner said, and the verdict that the author claims for it.
  public record Attempt(Text said, Verdict verdict, Text verdictText) {}

  /// What the judge says of an answer; written in lower case.
  public enum Verdict {
    RIGHT,
    WRONG,
    UNANSWERED
  }
}
