package dev.perilla.engine.compile;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.engine.verify.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What became of a chapter.
///
/// @param chapter there unless a finding is an error: a chapter with a false number has no compiled
///   form
/// @param findings by place
/// @param claims what held, in the order of the ledger, with its places; also of a chapter with
///   errors
/// @param head its title and its summary, also of a chapter with errors
/// @param parts the blocks that came out, also of a chapter with errors: where their texts lead
/// @param usedPatterns the `plain` patterns of the settings that matched, by index from 0
public record Compilation(
    Optional<CompiledChapter> chapter,
    List<Finding> findings,
    List<Claim> claims,
    List<Inline> head,
    List<CompiledChapter.Part> parts,
    Set<Integer> usedPatterns) {
  public Compilation {
    head = List.copyOf(head);
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
    claims = List.copyOf(claims);
    usedPatterns = Set.copyOf(usedPatterns);
    if (chapter.isPresent() && findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
      throw new IllegalArgumentException("a chapter with an error has no compiled form");
    }
  }
}
