package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Severity;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.engine.verify.Claim;
import java.util.List;
import java.util.Optional;

/// What came of one version of a chapter's text.
///
/// @param chapter empty where the text cannot be read as one
/// @param file what was read; where the chapter is a translation, its other texts are elsewhere
/// @param findings of reading and compiling, by place
/// @param claims what held, with places
public record Trial(
    Optional<Chapter> chapter,
    Optional<SourceFile> file,
    List<Finding> findings,
    List<Claim> claims) {
  public Trial {
    findings = List.copyOf(findings);
    claims = List.copyOf(claims);
  }

  /// Whether a finding is an error.
  public boolean fails() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /// Errors of the file's form, its language or its gradients: where one stands, numbers may not
  /// have been looked at.
  public List<Finding> hiding() {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.code().id().matches("P0[0124].."))
        .toList();
  }
}
