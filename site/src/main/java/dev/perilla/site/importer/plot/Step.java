package dev.perilla.site.importer.plot;

import dev.perilla.chapter.Block;
import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.Optional;

/// One step of a lesson as it is told: words, a block that runs, a listing that does not, or the
/// beginning of something else.
public sealed interface Step {
  /// Words, a heading or a fence.
  ///
  /// @param who says it, where somebody does
  record Told(Item item, Optional<String> who) implements Step {}

  /// A block of the program.
  ///
  /// @param block a code block, an example or an exercise
  /// @param listing whether it is a listing of the lesson, not made of what its texts say
  /// @param claimed what the lesson says that it prints
  record Ran(Block block, boolean listing, Optional<String> claimed) implements Step {}

  /// Another exercise begins: what names meant before is no more than that.
  record Anew() implements Step {}

  /// A listing that the engine does not run.
  record Kept(Block.Code block) implements Step {}
}
