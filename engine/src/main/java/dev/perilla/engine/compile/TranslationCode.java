package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Finding;

/// What may be wrong with a translation.
public enum TranslationCode implements Finding.Code {
  ALTERED("P0701", "a translation that says another number or name"),
  STALE("P0702", "a translation whose original has changed"),
  MISSING("P0703", "texts that are not translated"),
  SURPLUS("P0704", "a translation of a text that is not there"),
  NO_CHAPTER("P0705", "a translation of a chapter that is not there"),
  NO_LANGUAGE("P0706", "a translation into a language that the book does not list");

  private final String id;
  private final String title;

  TranslationCode(String id, String title) {
    this.id = id;
    this.title = title;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }
}
