package dev.perilla.site.book;

import dev.perilla.chapter.source.Finding;

/// What may be wrong between the files of a book.
public enum SiteCode implements Finding.Code {
  NO_FILE("P0501", "a chapter of the book has no file"),
  ID_CLASH("P0502", "two chapters have the same id"),
  UNLISTED("P0503", "a chapter that the book does not list"),
  UNKNOWN_NEED("P0505", "a chapter needs one that the book does not have"),
  NEEDS_CYCLE("P0506", "chapters need each other in a circle"),
  NEED_COMES_LATER("P0507", "a chapter needs one that comes later"),
  UNSAFE_NAME("P0508", "a name that cannot be a page or a file everywhere"),
  BAD_URL("P0514", "an address of a site that is none"),
  RENAMED("P0515", "an old id that cannot lead to a chapter"),
  UNGUARDED("P0510", "a change of a chapter that nobody would notice"),
  EDITED("P0511", "a published file that is not what its claims give"),
  MISSING("P0512", "a published file that is missing"),
  FOREIGN("P0513", "a file of a site that perilla did not write"),
  IMAGE_FILE("P0601", "an image that is no file of the book"),
  LINK_TARGET("P0602", "a link to a page that the book does not have"),
  LINK_BLOCK("P0603", "a link to a block that the page does not have"),
  IMAGE_SCRIPT("P0607", "an image that runs a script");

  private final String id;
  private final String title;

  SiteCode(String id, String title) {
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
