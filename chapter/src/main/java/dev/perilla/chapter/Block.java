package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// A block of a chapter: prose, note, dialogue, code, example or exercise.
public sealed interface Block {
  /// What every kind may say.
  Head head();

  /// @param type the word after `type:`, and with it the place of the block
  /// @param id names the block within its chapter
  /// @param title a heading, one line of Markdown
  /// @param about the block in whose state the names of the texts are looked up; the state after
  ///   the blocks above where absent
  record Head(Text type, Optional<Text> id, Optional<Text> title, Optional<Text> about) {}

  /// Markdown.
  record Prose(Head head, Text text) implements Block {}

  /// A callout.
  record Note(Head head, Kind kind, Text text) implements Block {
    /// What a note is for; written in lower case.
    public enum Kind {
      RULE,
      INSIGHT,
      EUREKA,
      ANALOGY,
      WARNING,
      QUESTION,
      SUMMARY
    }
  }

  /// A conversation.
  record Dialogue(Head head, List<Turn> turns) implements Block {
    public Dialogue {
      turns = List.copyOf(turns);
    }

    /// What one speaker says, in Markdown.
    public record Turn(Text who, Text text) {}
  }

  /// A listing.
  ///
  /// @param lang the language of a listing that is not run; absent for the code language
  /// @param run whether the engine runs it; a listing that is not run says why in `reason`
  /// @param editable whether the reader may change and run it on the page
  /// @param expect what has to hold after it
  record Code(
      Head head,
      Text code,
      Optional<Text> lang,
      boolean run,
      Optional<Text> reason,
      boolean editable,
      Optional<Text> caption,
      List<Expectation> expect,
      List<Show> show)
      implements Block {
    public Code {
      expect = List.copyOf(expect);
      show = List.copyOf(show);
    }
  }

  /// A computed example.
  ///
  /// @param given the leaves of its graph
  /// @param output the name from which the gradients flow back; no gradients where absent
  record Example(
      Head head,
      List<Given> given,
      Text code,
      Optional<Text> output,
      Optional<Text> caption,
      List<Expectation> expect,
      List<Show> show)
      implements Block {
    public Example {
      given = List.copyOf(given);
      expect = List.copyOf(expect);
      show = List.copyOf(show);
    }
  }

  /// An exercise.
  ///
  /// @param text the task, in Markdown
  /// @param variants how many versions of its `given` are generated and proven, with which seed
  record Exercise(
      Head head,
      List<Given> given,
      Optional<Text> code,
      Optional<Text> output,
      Text text,
      List<Expectation> expect,
      List<Show> show,
      Optional<Variants> variants,
      List<Question> questions)
      implements Block {
    public Exercise {
      given = List.copyOf(given);
      expect = List.copyOf(expect);
      show = List.copyOf(show);
      questions = List.copyOf(questions);
    }

    /// @param count how many variants, the first included
    /// @param seed what the choice starts from
    public record Variants(Text count, Optional<Text> seed) {}
  }

  /// `subject: wanted` of an `expect` map, both expressions of the code language.
  record Expectation(Text subject, Text wanted) {}
}
