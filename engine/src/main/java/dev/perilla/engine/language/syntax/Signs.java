package dev.perilla.engine.language.syntax;

/// The signs of arithmetic that texts write in other ways than programs do.
public final class Signs {
  private Signs() {}

  /// What the code language writes for `c`: `*` for `×`; empty for what is no such sign.
  public static String of(char c) {
    return switch (c) {
      case '×', '·', '⋅', '∗', '∙', '•', '✕', '✖', '⨯', '＊' -> "*";
      case '÷', '∕', '⁄', '➗', '／' -> "/";
      case '−', '－', '﹣', '➖' -> "-";
      case '＋', '﹢', '➕' -> "+";
      case '^' -> "**";
      case '√' -> "√";
      case '∂' -> "∂";
      case '＝', '≡', '﹦' -> "=";
      case '＜', '≪' -> "<";
      case '＞', '≫' -> ">";
      case '≤', '⩽', '≦', '≯' -> "<=";
      case '≥', '⩾', '≧', '≮' -> ">=";
      case '≠' -> "!=";
      case '≈', '≃', '≅' -> "≈";
      case '→', '⇒', '⟶', '⟹' -> "→";
      case '←' -> "←";
      default -> "";
    };
  }
}
