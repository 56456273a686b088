package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.NumberKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A question with what stands around it, as a quiz wants it: by itself.
///
/// @param name unique in the book: chapter, block, question and, but for the first, variant
record Item(String name, Variant variant, Asked asked, Asked.Told told) {

  /// The questions of a chapter, each variant's after the other's.
  static List<Item> of(CompiledChapter chapter) {
    List<Item> items = new ArrayList<>();
    for (Part part : chapter.blocks()) {
      if (part instanceof Part.Exercise exercise) {
        String block = chapter.id() + "-" + exercise.head().id();
        add(items, block, "", exercise.first());
        for (int i = 0; i < exercise.others().size(); i++) {
          add(items, block, "-v" + (i + 2), exercise.others().get(i));
        }
      }
    }
    return items;
  }

  private static void add(List<Item> items, String block, String end, Variant variant) {
    for (Asked asked : variant.questions()) {
      asked
          .told()
          .ifPresent(
              told -> items.add(new Item(block + "-" + asked.id() + end, variant, asked, told)));
    }
  }

  /// What the judge knows of a question for a number.
  NumberKey number() {
    return (NumberKey) AnswerKey.read(asked.key().orElseThrow());
  }

  /// The greatest distance that counts as right, for programs that have no other rule: the stated
  /// one; else zero for a whole number, and half a unit in the third digit for others.
  BigDecimal tolerance() {
    NumberKey key = number();
    BigDecimal answer = key.answer().stripTrailingZeros();
    boolean whole = answer.signum() == 0 || answer.scale() <= 0;
    return key.tolerance()
        .orElse(
            whole
                ? BigDecimal.ZERO
                : new BigDecimal("0.5")
                    .scaleByPowerOfTen(answer.precision() - answer.scale() - 3)
                    .stripTrailingZeros());
  }
}
