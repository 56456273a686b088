package dev.perilla.chapter.compiled;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.perilla.chapter.Block;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.compiled.Rich.Inline;
import java.util.List;
import java.util.Optional;

/// The waist of the project: what the engine made of a chapter, and all that a renderer sees.
///
/// @param version of this form
/// @param lang the language tag of the texts
/// @param needs ids of the chapters to read first
/// @param ledger every numeral and claim; the numbers of the texts and views name its entries
public record CompiledChapter(
    int version,
    String id,
    String lang,
    List<Inline> title,
    List<Inline> summary,
    List<String> needs,
    List<Source> sources,
    List<Part> blocks,
    Ledger ledger) {

  public static final int VERSION = 1;

  public CompiledChapter {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    needs = List.copyOf(needs);
    sources = List.copyOf(sources);
    blocks = List.copyOf(blocks);
  }

  /// What stands behind the cited numbers.
  public record Source(String key, String title, Optional<String> url) {}

  /// A block after execution.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  public sealed interface Part {
    Head head();

    /// @param id the block's id; `b1`, `b2`… by position where the author gave none
    /// @param title empty where there is none
    record Head(String id, List<Inline> title) {
      public Head {
        title = List.copyOf(title);
      }
    }

    record Prose(Head head, List<Rich> text) implements Part {
      public Prose {
        text = List.copyOf(text);
      }
    }

    record Note(Head head, Block.Note.Kind note, List<Rich> text) implements Part {
      public Note {
        text = List.copyOf(text);
      }
    }

    record Dialogue(Head head, List<Turn> turns) implements Part {
      public Dialogue {
        turns = List.copyOf(turns);
      }

      public record Turn(String who, List<Rich> text) {
        public Turn {
          text = List.copyOf(text);
        }
      }
    }

    record Code(
        Head head, Listing listing, boolean editable, List<Inline> caption, List<View> views)
        implements Part {
      public Code {
        caption = List.copyOf(caption);
        views = List.copyOf(views);
      }
    }

    record Example(
        Head head, List<Input> given, Listing listing, List<Inline> caption, List<View> views)
        implements Part {
      public Example {
        given = List.copyOf(given);
        caption = List.copyOf(caption);
        views = List.copyOf(views);
      }
    }

    record Exercise(
        Head head,
        List<Rich> text,
        List<Input> given,
        Optional<Listing> listing,
        List<View> views,
        List<Asked> questions)
        implements Part {
      public Exercise {
        text = List.copyOf(text);
        given = List.copyOf(given);
        views = List.copyOf(views);
        questions = List.copyOf(questions);
      }
    }
  }

  /// An input of an example: its name and number, and the range of a knob.
  public record Input(String name, Inline.Num value, Optional<Range> knob) {
    /// Literals of the code language.
    public record Range(Optional<String> min, Optional<String> max, Optional<String> step) {}
  }

  /// A listing with what it printed.
  ///
  /// @param language `python` for the code language, else the author's word
  /// @param notRun why it was not run; empty where it was
  /// @param lines the listing, a list of tokens per line
  /// @param output what it printed, a list of inlines per line; numbers in it are computed
  public record Listing(
      String language, Optional<String> notRun, List<Line> lines, List<Line> output) {
    public Listing {
      lines = List.copyOf(lines);
      output = List.copyOf(output);
    }

    /// One line of code or output.
    public record Line(List<Token> tokens) {
      public Line {
        tokens = List.copyOf(tokens);
      }
    }

    /// A run of characters of one kind; `claim` names the ledger's entry of a numeral.
    public record Token(Kind kind, String text, Optional<String> claim) {}

    /// How a token is coloured.
    public enum Kind {
      PLAIN,
      KEYWORD,
      NAME,
      NUMBER,
      STRING,
      OPERATOR,
      COMMENT
    }
  }

  /// A question with its proven answer.
  public record Asked(
      String id,
      List<Rich> ask,
      Answer answer,
      List<List<Rich>> hints,
      List<Rich> solution,
      List<Mistake> mistakes,
      List<Attempt> attempts) {
    public Asked {
      ask = List.copyOf(ask);
      hints = List.copyOf(hints);
      solution = List.copyOf(solution);
      mistakes = List.copyOf(mistakes);
      attempts = List.copyOf(attempts);
    }

    /// What is right.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    public sealed interface Answer {
      /// @param tolerance the greatest distance that still counts as right
      record Numeric(Inline.Num value, String tolerance) implements Answer {}

      record Choice(List<Option> options) implements Answer {
        public Choice {
          options = List.copyOf(options);
        }
      }

      record Free(List<Rich> model) implements Answer {
        public Free {
          model = List.copyOf(model);
        }
      }
    }

    public record Option(List<Rich> text, boolean right) {
      public Option {
        text = List.copyOf(text);
      }
    }

    public record Mistake(Inline.Num answer, List<Rich> say) {
      public Mistake {
        say = List.copyOf(say);
      }
    }

    /// @param said as inlines, numerals in it with their entries
    public record Attempt(List<Inline> said, Question.Verdict verdict) {
      public Attempt {
        said = List.copyOf(said);
      }
    }
  }
}
