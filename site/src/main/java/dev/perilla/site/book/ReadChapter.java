package dev.perilla.site.book;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.source.Finding;
import java.util.List;
import java.util.Optional;

/// A chapter's file after reading.
///
/// @param name as findings print it
/// @param stem the file's name without what makes it a chapter
/// @param chapter empty where the file cannot be used
/// @param findings of its form
public record ReadChapter(
    String name, String stem, Optional<Chapter> chapter, List<Finding> findings) {
  public ReadChapter {
    findings = List.copyOf(findings);
  }
}
