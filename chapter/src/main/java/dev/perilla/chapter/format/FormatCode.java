package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;

/// What can be wrong with the form of a file: `P00..` with the file itself and its YAML or JSON,
/// `P01..` with the chapter or book in it.
public enum FormatCode implements Finding.Code {
  TOO_LARGE("P0001", "file too large"),
  NOT_UTF8("P0002", "file is not UTF-8"),
  CONTROL_CHARACTER("P0003", "control character"),
  EMPTY_FILE("P0004", "empty file"),
  YAML_SYNTAX("P0005", "file is not YAML"),
  JSON_SYNTAX("P0006", "file is not JSON"),
  SECOND_DOCUMENT("P0007", "second document in a file"),
  TOO_DEEP("P0008", "nested too deep"),
  DUPLICATE_KEY("P0009", "key written twice"),
  ANCHOR("P0010", "anchor or alias"),
  TAG("P0011", "tag"),
  MERGE_KEY("P0012", "merge key"),
  COMPLEX_KEY("P0013", "key that is not a word"),
  INVISIBLE_KEY("P0014", "invisible character in a key"),
  TOO_MANY("P0015", "more findings than are shown"),

  UNKNOWN_KEY("P0101", "unknown key"),
  MISSING_KEY("P0102", "missing key"),
  WRONG_SHAPE("P0103", "value of another shape"),
  VERSION("P0104", "version of the format"),
  UNKNOWN_BLOCK("P0105", "unknown block type"),
  UNKNOWN_VIEW("P0106", "unknown view"),
  UNKNOWN_WORD("P0107", "none of the known words"),
  BAD_ID("P0108", "not an id"),
  DUPLICATE_ID("P0109", "id used twice"),
  UNKNOWN_BLOCK_ID("P0110", "no block of this id"),
  BAD_NUMBER("P0111", "not a number"),
  BAD_NAME("P0112", "not a name"),
  EMPTY("P0113", "nothing there"),
  MISPLACED("P0114", "key that contradicts another"),
  BAD_PATTERN("P0115", "not a pattern"),
  BAD_LANGUAGE("P0116", "not a language tag"),
  BAD_DATA("P0117", "data that are no rows");

  private final String id;
  private final String title;

  FormatCode(String id, String title) {
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
