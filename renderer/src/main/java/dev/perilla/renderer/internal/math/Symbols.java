package dev.perilla.renderer.internal.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The commands that stand for one sign.
final class Symbols {
  /// Letters: identifiers.
  static final Map<String, String> LETTERS =
      table(
          """
          alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
          kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ
          omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
          partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ emptyset ∅ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱
          """);

  /// Operators, relations, arrows.
  static final Map<String, String> OPERATORS =
      table(
          """
          cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ odot ⊙ oplus ⊕ otimes ⊗
          le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ ll ≪ gg ≫
          to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔ iff ⇔ implies ⇒
          mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ land ∧ lor ∨
          neg ¬ lnot ¬ mid ∣ parallel ∥ perp ⊥ colon : prime ′
          """);

  /// Signs that take their limits below and above where the formula stands alone.
  static final Map<String, String> LARGE =
      table("sum ∑ prod ∏ int ∫ bigcup ⋃ bigcap ⋂ iint ∬ oint ∮");

  /// Names of functions, upright.
  static final Set<String> FUNCTIONS =
      Set.of(
          "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "exp", "log",
          "ln", "max", "min", "lim", "det", "dim", "ker", "arg", "sup", "inf", "gcd");

  static final Set<String> LIMITS = Set.of("max", "min", "lim", "sup", "inf");

  /// Blanks, in em.
  static final Map<String, String> BLANKS =
      Map.of(
          ",", "0.167", ":", "0.222", ";", "0.278", "!", "-0.167", " ", "0.278", "quad", "1",
          "qquad", "2");

  static final Map<String, String> ACCENTS =
      Map.of("hat", "^", "bar", "¯", "overline", "¯", "vec", "→", "dot", "˙", "tilde", "~");

  private Symbols() {}

  private static Map<String, String> table(String words) {
    String[] all = words.strip().split("\\s+", -1);
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i + 1 < all.length; i += 2) {
      table.put(all[i], all[i + 1]);
    }
    return Map.copyOf(table);
  }
}
