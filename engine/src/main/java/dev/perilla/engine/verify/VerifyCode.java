package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;

/// What verification can find.
public enum VerifyCode implements Finding.Code {
  UNACCOUNTED("P0301", "a number without a standing"),
  UNKNOWN_NAME("P0302", "a name that the program does not have there"),
  UNREADABLE("P0303", "a numeral that cannot be read as one number"),
  SPLIT("P0304", "a number split by markup"),
  BAD_MARK("P0305", "a mark that is not one"),
  NO_EVIDENCE("P0306", "a claim that proves nothing"),
  CANNOT_EVALUATE("P0307", "an expression that cannot be evaluated"),
  BAD_FORMAT("P0309", "a format that does not fit the value"),
  NOT_CHECKABLE("P0310", "a statement that cannot be checked"),
  FALSE_STATEMENT("P0311", "a statement that does not hold"),
  FALSE_NUMBER("P0312", "a number that the program does not give"),
  FALSE_CONDITION("P0313", "a condition that does not hold"),
  FALSE_EXPECTATION("P0314", "an expectation that does not hold"),
  FALSE_COMMENT("P0315", "a `# =>` that does not hold"),
  FALSE_VERDICT("P0316", "a verdict that the judge does not give"),
  MISTAKE_IS_RIGHT("P0317", "a mistake that would be accepted"),
  SAME_MISTAKE("P0318", "two mistakes that cannot be told apart"),
  NO_NUMBER("P0319", "an answer that is no number"),
  UNKNOWN_SOURCE("P0320", "a citation of a source that is not listed"),
  BAD_TEXT("P0321", "a text that is not allowed there"),
  UNSAFE_LINK("P0322", "a link that leads where it must not"),
  UNKNOWN_VALUE("P0323", "a view of something that is no value"),
  NO_OUTPUT("P0324", "a gradient without an output"),
  WITNESSES_DISAGREE("P0325", "witnesses that do not agree on a gradient"),
  CHOICE("P0326", "a choice without a right option"),
  BAD_TABLE("P0327", "columns that do not fit together"),
  UNKNOWN_TERM("P0604", "a word that the glossary does not have"),
  NO_ALT("P0605", "an image without words"),
  FOOTNOTE("P0606", "a footnote and its mark that do not meet"),
  UNUSED_PATTERN("P0329", "a pattern that matches nothing"),
  BESIDE("P0330", "an operand with one digit other than a number that is known"),
  NEVER_RAN("P0331", "a checked line that never ran"),
  BAD_PLOT("P0332", "a plot that cannot be drawn"),
  NO_NETWORK("P0333", "a network or its parameters that cannot be found"),
  NO_DATA("P0334", "a data file that the book does not have"),
  VARIANTS("P0340", "inputs from which no variants can be made"),
  UNPROVEN("P0341", "an answer that its own judge does not accept"),
  LOOSE("P0342", "a question with another right answer"),
  MISCONCEPTION("P0344", "a bug that makes no wrong answer");

  private final String id;
  private final String title;

  VerifyCode(String id, String title) {
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
