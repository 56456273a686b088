package dev.perilla.site.book;

/// A bug of ours that a chapter brought to light.
public final class ChapterFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String chapter;
  private final Throwable bug;

  ChapterFailure(String chapter, Throwable bug) {
    super(bug);
    this.chapter = chapter;
    this.bug = bug;
  }

  /// What was thrown.
  public Throwable bug() {
    return bug;
  }

  /// The name of the chapter's file.
  public String chapter() {
    return chapter;
  }
}
