package dev.perilla.engine.language.runtime;

/// The objects of which there is one.
public enum Singleton {
  NONE("None"),
  NOT_IMPLEMENTED("NotImplemented"),
  ELLIPSIS("Ellipsis");

  private final String text;

  Singleton(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
