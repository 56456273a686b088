package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.CompiledJson;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Unmarked;
import dev.perilla.chapter.compiled.View;
import dev.perilla.engine.judge.AnswerKey;
import dev.perilla.engine.judge.SealedKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A compiled chapter without what its exercises keep back: answers, solutions, mistakes, recorded
/// answers, computed state, and the evidence of the numbers in the questions. Answers are judged by
/// salted hashes where what is right can be listed.
///
/// What it cannot hide: the other blocks, where the author may compute the same numbers; the code
/// and the printed output that an exercise shows; and an answer that is one of few, which a program
/// finds by trying.
public final class StudentEdition {
  private final CompiledChapter chapter;

  private StudentEdition(CompiledChapter chapter) {
    this.chapter = chapter;
  }

  /// The edition for those who answer.
  public static CompiledChapter of(CompiledChapter chapter) {
    return new StudentEdition(chapter).edition();
  }

  private CompiledChapter edition() {
    List<Part> parts = new ArrayList<>();
    Set<String> exercises = new HashSet<>();
    for (Part part : chapter.blocks()) {
      parts.add(
          switch (part) {
            case Part.Exercise exercise -> {
              exercises.add(exercise.head().id());
              yield exercise(exercise);
            }
            case Part.Prose _, Part.Note _, Part.Dialogue _, Part.Code _, Part.Example _ -> part;
          });
    }
    Set<String> shown = new HashSet<>();
    parts.forEach(part -> shown.addAll(CompiledJson.claims(part)));
    List<Ledger.Entry> entries = new ArrayList<>();
    for (Ledger.Entry entry : chapter.ledger().entries()) {
      if (!isOf(entry, exercises)) {
        entries.add(entry);
      } else if (shown.contains(entry.id())) {
        entries.add(bare(entry));
      }
    }
    return new CompiledChapter(
        chapter.version(),
        chapter.id(),
        chapter.lang(),
        chapter.title(),
        chapter.summary(),
        chapter.needs(),
        chapter.sources(),
        parts,
        chapter.translated(),
        new Ledger(entries),
        chapter.program(),
        chapter.data());
  }

  /// Whether an entry belongs to one of these blocks, or to a variant of one.
  private static boolean isOf(Ledger.Entry entry, Set<String> blocks) {
    String prefix = entry.id().substring(0, Math.max(0, entry.id().lastIndexOf('-')));
    int variant = prefix.lastIndexOf("-v");
    return blocks.contains(prefix)
        || (variant > 0
            && blocks.contains(prefix.substring(0, variant))
            && prefix.substring(variant + 2).chars().allMatch(Character::isDigit));
  }

  /// Without what it rests on, which may be the answer.
  private static Ledger.Entry bare(Ledger.Entry entry) {
    return entry.standing() == Standing.GIVEN
        ? entry
        : new Ledger.Entry(
            entry.id(),
            entry.kind(),
            entry.standing(),
            entry.line(),
            entry.column(),
            entry.text(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            entry.origin(),
            Optional.empty());
  }

  // ---- exercises

  private Part exercise(Part.Exercise exercise) {
    String id = exercise.head().id();
    List<Variant> others = new ArrayList<>();
    for (Variant other : exercise.others()) {
      others.add(variant(other, id + " " + others.size()));
    }
    return new Part.Exercise(exercise.head(), variant(exercise.first(), id), others);
  }

  private Variant variant(Variant variant, String place) {
    List<View> views = new ArrayList<>();
    for (View view : variant.views()) {
      if (view instanceof View.Graph graph) {
        views.add(graph.asked());
      }
    }
    return new Variant(
        variant.text(),
        variant.given(),
        variant.listing(),
        views,
        variant.questions().stream().map(asked -> asked(asked, place)).toList());
  }

  private Asked asked(Asked asked, String place) {
    String salt = chapter.id() + " " + place + " " + asked.id();
    return new Asked(
        asked.id(),
        asked.ask(),
        task(asked.task()),
        asked.key().map(AnswerKey::read).flatMap(key -> key.sealed(salt)).map(SealedKey::write),
        asked.hints(),
        Optional.empty());
  }

  /// What stands for choice, without what is known of it.
  private static Asked.Task task(Asked.Task task) {
    return switch (task) {
      case Asked.Task.Choice it ->
          new Asked.Task.Choice(it.several(), it.options().stream().map(Unmarked::blocks).toList());
      case Asked.Task.Order it ->
          new Asked.Task.Order(it.count(), it.steps().stream().map(Unmarked::blocks).toList());
      case Asked.Task.Numeric _, Asked.Task.Formula _, Asked.Task.Blanks _, Asked.Task.Text _ ->
          task;
    };
  }
}
