package dev.perilla.site.importer.lesson;

/// A formula that is read as code.
///
/// @param code the code spans that stand for it, with the sign with which it goes on before them
/// @param tex what its author wrote between the dollars
/// @param display whether it stands by itself
public record Formula(String code, String tex, boolean display) {
  /// As a chapter has it.
  public String typeset() {
    return typeset(tex);
  }

  /// A part of it, likewise.
  public String typeset(String part) {
    String dollars = display ? "$$" : "$";
    return dollars + part + dollars;
  }
}
