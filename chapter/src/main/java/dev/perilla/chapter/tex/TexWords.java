package dev.perilla.chapter.tex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The commands of TeX that stand for one sign, or for none. They are written without their
/// backslash.
public final class TexWords {
  /// Greek letters by their names: `alpha` is `α`.
  public static final Map<String, String> GREEK =
      table(
          """
          alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
          kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ
          omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
          """);

  /// Operators, relations and arrows by their names: `cdot` is `·`.
  public static final Map<String, String> SIGNS =
      table(
          """
          cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ odot ⊙ oplus ⊕ otimes ⊗
          lt < gt > le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠
          approx ≈ simeq ≃ cong ≅ equiv ≡ sim ∼ propto ∝ ll ≪ gg ≫ triangleq ≜ doteq ≐ coloneqq ≔
          to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐
          leftrightarrow ↔ iff ⇔ implies ⇒ Longrightarrow ⇒ uparrow ↑ downarrow ↓ hookrightarrow ↪
          therefore ∴ because ∵ ominus ⊖ wedge ∧ vee ∨ checkmark ✓ angle ∠
          mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus ∖ forall ∀ exists ∃ land ∧ lor ∨
          neg ¬ lnot ¬ mid ∣ parallel ∥ perp ⊥ colon : prime ′
          """);

  /// Other identifiers: `partial` is `∂`.
  public static final Map<String, String> NAMES =
      table(
          """
          partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ emptyset ∅ top ⊤ bot ⊥ aleph ℵ Re ℜ Im ℑ
          ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱
          """);

  /// Signs that take their limits below and above where the formula stands alone.
  public static final Map<String, String> LARGE =
      table("sum ∑ prod ∏ int ∫ bigcup ⋃ bigcap ⋂ iint ∬ oint ∮");

  /// What stands above a letter, by its name: `hat` is `^`.
  public static final Map<String, String> ACCENTS =
      table("hat ^ widehat ^ bar ¯ overline ¯ vec → dot ˙ ddot ¨ tilde ~ widetilde ~ mathring ˚");

  /// Commands that say in which letters, and nothing else.
  public static final Set<String> FONTS = Set.of("mathbf", "boldsymbol", "bm", "mathsf", "mathcal");

  /// Commands that say how large or where, and nothing else.
  public static final Set<String> SIZES =
      Set.of(
          "left",
          "right",
          "big",
          "bigl",
          "bigr",
          "bigg",
          "biggl",
          "biggr",
          "Big",
          "Bigl",
          "Bigr",
          "Bigg",
          "Biggl",
          "Biggr",
          "displaystyle",
          "textstyle",
          "scriptstyle",
          "scriptscriptstyle",
          "small",
          "normalsize",
          "large",
          "Large",
          "limits",
          "nonumber",
          "notag");

  private static final Map<String, String> CODE =
      table("· * × * ∗ * ÷ / < < > > ≤ <= ≥ >= ≠ != ≈ ≈ ≃ ≈ ≪ < ≫ > → → ⟶ → ⇒ → ← ←");

  private TexWords() {}

  /// What the sign of that name is where programs and statements are written: `*` for `cdot`; empty
  /// where they have none.
  public static Optional<String> code(String name) {
    return Optional.ofNullable(SIGNS.get(name)).map(CODE::get);
  }

  private static Map<String, String> table(String words) {
    String[] all = words.strip().split("\\s+", -1);
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i + 1 < all.length; i += 2) {
      table.put(all[i], all[i + 1]);
    }
    return Map.copyOf(table);
  }
}
