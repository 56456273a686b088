package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;

/// The kinds of findings of the code language.
public enum LanguageCode implements Finding.Code {
  SYNTAX("P0201", "the code is not Python"),
  INDENTATION("P0202", "the indentation does not fit"),
  UNSUPPORTED("P0203", "Python that this language leaves out"),
  UNKNOWN_NAME("P0204", "a name that nothing defines"),
  SCOPE("P0205", "a statement that may not stand here"),
  TOO_DEEP("P0206", "code that is nested too deeply or is too long"),
  EXCEPTION("P0210", "the program raised an exception"),
  LIMIT("P0211", "the program was stopped at a limit"),
  LOOK_ONLY("P0212", "an expression of the text changes the program's state"),
  NO_DERIVATIVE("P0213", "a derivative that does not exist"),
  NOT_FINITE("P0308", "a number that is not finite");

  private final String id;
  private final String title;

  LanguageCode(String id, String title) {
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
