package dev.perilla.site.importer;

import dev.perilla.chapter.source.Finding;

/// What may be wrong with a lesson that comes in, beyond what `check` says of the chapter.
public enum ImportCode implements Finding.Code {
  NO_LESSON("P0521", "a file that no lesson can be read from"),
  FALSE_OUTPUT("P0522", "an output that the listing does not print"),
  CONTRADICTION("P0523", "two numbers for one thing"),
  LEFT_OUT("P0524", "something that a chapter cannot hold");

  private final String id;
  private final String title;

  ImportCode(String id, String title) {
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
