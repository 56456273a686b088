package dev.perilla.chapter.compiled;

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
/// @param translated what is known of it as a translation; empty for an original
/// @param ledger every numeral and claim; the numbers of the texts and views name its entries
/// @param program what the page needs to run the chapter with inputs of the reader, as the engine
///   wrote it; empty where there is nothing to turn
/// @param data what the program knew before it ran, from files of the book
public record CompiledChapter(
    int version,
    String id,
    String lang,
    List<Inline> title,
    List<Inline> summary,
    List<String> needs,
    List<Source> sources,
    List<Part> blocks,
    Optional<CompiledChapter.Translated> translated,
    Ledger ledger,
    Optional<String> program,
    List<CompiledChapter.Data> data) {

  public static final int VERSION = 1;

  public CompiledChapter {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    needs = List.copyOf(needs);
    sources = List.copyOf(sources);
    blocks = List.copyOf(blocks);
    data = List.copyOf(data);
  }

  /// A chapter of the original, without data, in which there is nothing to turn.
  public CompiledChapter(
      int version,
      String id,
      String lang,
      List<Inline> title,
      List<Inline> summary,
      List<String> needs,
      List<Source> sources,
      List<Part> blocks,
      Ledger ledger) {
    this(
        version,
        id,
        lang,
        title,
        summary,
        needs,
        sources,
        blocks,
        Optional.empty(),
        ledger,
        Optional.empty(),
        List.of());
  }

  /// The rows of a data file.
  ///
  /// @param name that the program has for them
  /// @param rows as the code language writes them
  public record Data(String name, String rows) {}

  /// How far a translation has come.
  ///
  /// @param from the language tag of the original
  /// @param texts how many texts the chapter has
  /// @param missing how many of them are the original's, for want of a translation
  /// @param stale how many have an original that has changed since
  public record Translated(String from, int texts, int missing, int stale) {}

  /// What stands behind the cited numbers.
  public record Source(String key, String title, Optional<String> url) {}

  /// A block after execution.
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

    /// @param first what is shown where nothing can be changed
    /// @param others the same exercise with other inputs
    record Exercise(Head head, Variant first, List<Variant> others) implements Part {
      public Exercise {
        others = List.copyOf(others);
      }
    }
  }

  /// An exercise with one choice of its inputs.
  public record Variant(
      List<Rich> text,
      List<Input> given,
      Optional<Listing> listing,
      List<View> views,
      List<Asked> questions) {
    public Variant {
      text = List.copyOf(text);
      given = List.copyOf(given);
      views = List.copyOf(views);
      questions = List.copyOf(questions);
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

  /// A question.
  ///
  /// @param key what the judge needs to judge an answer on the page, as the engine wrote it; empty
  ///   where answers are not judged there
  /// @param told what is right, proven; empty in an edition that keeps it back
  public record Asked(
      String id,
      List<Rich> ask,
      Task task,
      Optional<String> key,
      List<List<Rich>> hints,
      Optional<Told> told) {
    public Asked {
      ask = List.copyOf(ask);
      hints = List.copyOf(hints);
    }

    /// What a reader has to do.
    public sealed interface Task {
      /// Type a number.
      record Numeric() implements Task {}

      /// Choose one, or all that apply.
      record Choice(boolean several, List<List<Rich>> options) implements Task {
        public Choice {
          options = List.copyOf(options);
        }
      }

      /// Type a formula in these names.
      record Formula(List<String> names) implements Task {
        public Formula {
          names = List.copyOf(names);
        }
      }

      /// Put in order the steps that belong there; they stand here in no order.
      ///
      /// @param count how many belong there
      record Order(int count, List<List<Rich>> steps) implements Task {
        public Order {
          steps = List.copyOf(steps);
        }
      }

      /// Fill the blanks, `____`, of a listing.
      record Blanks(Listing listing, int blanks) implements Task {}

      /// Write freely.
      record Text() implements Task {}
    }

    /// The other side of the page.
    public record Told(
        Right right, List<Rich> solution, List<Mistake> mistakes, List<Attempt> attempts) {
      public Told {
        solution = List.copyOf(solution);
        mistakes = List.copyOf(mistakes);
        attempts = List.copyOf(attempts);
      }
    }

    /// What is right; indices are 0-based, into what the task lists.
    public sealed interface Right {
      /// @param tolerance the greatest distance that still counts as right
      record Numeric(Inline.Num value, String tolerance) implements Right {}

      record Choice(List<Integer> options) implements Right {
        public Choice {
          options = List.copyOf(options);
        }
      }

      record Formula(List<Inline> formula) implements Right {
        public Formula {
          formula = List.copyOf(formula);
        }
      }

      record Order(List<Integer> steps) implements Right {
        public Order {
          steps = List.copyOf(steps);
        }
      }

      record Blanks(List<Fill> fills) implements Right {
        public Blanks {
          fills = List.copyOf(fills);
        }
      }

      /// A possible answer.
      record Text(List<Rich> model) implements Right {
        public Text {
          model = List.copyOf(model);
        }
      }
    }

    /// What stands in one blank.
    public record Fill(List<Inline> code) {
      public Fill {
        code = List.copyOf(code);
      }
    }

    /// A wrong answer that was foreseen, as a reader would give it, and what to say of it.
    public record Mistake(List<Inline> answer, List<Rich> say) {
      public Mistake {
        answer = List.copyOf(answer);
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
