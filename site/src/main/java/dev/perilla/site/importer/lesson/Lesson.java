package dev.perilla.site.importer.lesson;

import dev.perilla.chapter.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lesson as it was found, before anything is made of it.
///
/// @param title of the whole, one line of Markdown, where it has one
/// @param lang a language tag, where the file says one
/// @param items in order; together they hold all of the file's text
/// @param notes what of the file a lesson does not hold, a sentence each
/// @param standings what an export says that stands behind its numbers, by how they are written:
///   expressions that are tried, or none for what claims nothing
/// @param straight whether its listings were run once each, from top to bottom, as far as it says
public record Lesson(
    Optional<String> title,
    Optional<String> lang,
    List<Item> items,
    List<String> notes,
    Map<String, List<String>> standings,
    boolean straight) {
  public Lesson {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
    standings = Map.copyOf(standings);
  }

  Lesson(Optional<String> title, Optional<String> lang, List<Item> items, List<String> notes) {
    this(title, lang, items, notes, Map.of(), true);
  }

  /// A piece of a lesson.
  public sealed interface Item {
    /// `## words`
    record Heading(int level, String words) implements Item {}

    /// Markdown, verbatim: a paragraph, a list, a table, a quotation.
    ///
    /// @param formulas that are code in it, in order
    record Words(String markdown, List<Formula> formulas) implements Item {
      public Words {
        formulas = List.copyOf(formulas);
      }

      Words(String markdown) {
        this(markdown, List.of());
      }
    }

    /// A fence without a label: statements, a picture in characters, or pseudocode.
    record Fence(String text) implements Item {}

    /// Code with a label, or of a cell.
    ///
    /// @param lang the label, in lower case
    /// @param printed what the lesson says that it printed
    /// @param echo what an interpreter showed of its last expression
    /// @param example what it was made of, where an export says that
    record Listing(
        String lang,
        String code,
        Optional<String> printed,
        Optional<String> echo,
        Optional<Made> example)
        implements Item {
      Listing(String lang, String code, Optional<String> printed, Optional<String> echo) {
        this(lang, code, printed, echo, Optional.empty());
      }

      /// A listing of which the lesson shows no output.
      public static Listing of(String lang, String code) {
        return new Listing(lang, code, Optional.empty(), Optional.empty());
      }

      /// Some statements of it.
      public Listing part(String statements, Optional<String> prints, Optional<String> shows) {
        return new Listing(lang, statements, prints, shows);
      }

      Listing printing(Optional<String> output) {
        return new Listing(lang, code, output, echo, example);
      }
    }

    /// The example that a cell of an exported notebook runs.
    ///
    /// @param output what backward starts from
    /// @param graph whether its graph is shown
    record Made(String id, Optional<String> output, boolean graph, List<String> given) {
      public Made {
        given = List.copyOf(given);
      }
    }

    /// A block of a chapter that was exported, as its author wrote it.
    record Authored(Block block) implements Item {}

    /// Who says what comes next.
    record Speaker(String who) implements Item {}

    /// Nobody in particular says what comes next.
    record Silence() implements Item {}
  }
}
