package dev.perilla.engine.language.resolve;

/// Where a name lives.
public sealed interface Place {
  /// A slot of the frame at hand.
  record Local(int slot) implements Place {}

  /// A slot of the frame at hand that holds a cell, because inner functions see the name too.
  record CellLocal(int slot) implements Place {}

  /// A cell of the function's closure.
  record Free(int index) implements Place {}

  /// A name of the module, or a builtin.
  record Global(String name) implements Place {}

  /// A name of the class body that is running, else of the module, whatever the functions around
  /// the class call by it.
  record ClassName(String name) implements Place {}
}
