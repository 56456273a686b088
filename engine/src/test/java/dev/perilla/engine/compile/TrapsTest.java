package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A false number in each kind of place and notation, and its true twin: `a` is 3, `b` is 4, `c` is
/// their product, `n` is a nudge of `a` by 0.01, `words` is a text. It is long because it is one
/// table: each row is a trap that somebody once fell into, or could.
@SuppressWarnings("StringConcatToTextBlock") // a trap is read in one line
final class TrapsTest {
  private record Trap(String truth, String lie) {}

  private static Trap trap(String truth, String lie) {
    return new Trap(truth, lie);
  }

  private static final List<Trap> TRAPS =
      List.of(
          // statements in code spans
          trap("`c = a * b = 12`", "`c = a * b = 13`"),
          trap("`a = 3, b = 4`", "`a = 3, b = 5`"),
          trap("`a = 3; b = 4`", "`a = 2; b = 4`"),
          trap("`(a + b) * 2 = 14`", "`(a + b) * 2 = 15`"),
          trap("`2 * (a + b) = 14`", "`2 * (a + b) = 13`"),
          trap("`c / 5 = 2.4`", "`c / 5 = 2.5`"),
          trap("`c / 7 = 1.71`", "`c / 7 = 1.72`"),
          trap("`c / 7 ≈ 2`", "`c / 7 ≈ 1`"),
          trap("`c / 7 = 1.7`", "`c / 7 = 2`"),
          trap("`c → 12`", "`c → 11`"),
          trap("`c -> 12`", "`c -> 21`"),
          trap("`a × b = 12`", "`a × b = 12.1`"),
          trap("`a · b = 12`", "`a · b = -12`"),
          trap("`c ÷ a = 4`", "`c ÷ a = 3`"),
          trap("`a − b = −1`", "`a − b = 1`"),
          trap("`a² = 9`", "`a² = 8`"),
          trap("`√(a + b + 2) = 3`", "`√(a + b + 2) = 2`"),
          trap("`dc/da = 4`", "`dc/da = 3`"),
          trap("`∂c/∂a = b = 4`", "`∂c/∂a = b = 5`"),
          trap("`a < 4`", "`a < 2`"),
          trap("`a ≤ 3 < b`", "`a ≤ 2 < b`"),
          trap("`c != 13`", "`c != 12`"),
          trap("`0.04 / 0.01 = 4`", "`0.05 / 0.01 = 4`"),
          trap("`a + 0.01 = 3.01`", "`a + 0.02 = 3.01`"),
          trap("`[a, b] = [3, 4]`", "`[a, b] = [3, 5]`"),
          trap("`[c / 7, b] = [1.71, 4]`", "`[c / 7, b] = [1.72, 4]`"),
          trap("`[[a, b], [c]] = [[3, 4], [12]]`", "`[[a, b], [c]] = [[3, 4], [13]]`"),
          trap("`[1.71, 4] = [c / 7, b]`", "`[1.71, 5] = [c / 7, b]`"),
          trap("`c / 7 * a = 1.71 * 3 = 5.14`", "`c / 7 * a = 1.72 * 3 = 5.14`"),
          trap("`(c - a) / 7 = (12 - 3) / 7 = 1.286`", "`(c - a) / 7 = (12 - 4) / 7 = 1.286`"),
          trap("`c / 7 * a = c / 7 * 3`", "`c / 7 * a = c / 7 * 2`"),
          trap("`2a + 1 = 7`", "`3a + 1 = 7`"),
          trap("`2(a + b) = 14`", "`3(a + b) = 14`"),
          trap("`a^2 = 9`", "`a^2 = 8`"),
          trap("`2¹⁰ = 1024`", "`2¹¹ = 1024`"),
          trap("`10⁻² * a = 0.03`", "`10⁻³ * a = 0.03`"),
          trap("`tanh(a / 6) = 0.4621`", "`tanh(a / 6) = 0.4631`"),
          trap("`exp(0) + log(1) = 1`", "`exp(0) + log(1) = 2`"),
          trap("`ln(e) + sqrt(b) = a`", "`ln(e) + sqrt(b) = 4`"),
          trap("`c.grad = 1`", "`c.grad = 2`"),
          trap("`a.grad = b = 4`", "`a.grad = b = 5`"),
          trap("`dc/da + dc/db = 7`", "`dc/da + dc/db = 8`"),
          trap("`d(a)/da`", "`d(a)/da = 7`"),
          trap("`0 < a < 5`", "`0 < a < 3`"),
          trap("`a / 9 ≈ 0.33 < 1/2`", "`a / 9 ≈ 0.34 < 1/2`"),
          trap("`a / 9 ≈ 0.33 < 1/2`", "`a / 9 ≈ 0.33 < 1/4`"),
          trap("`a ≠ 4`", "`a ≠ 3`"),
          trap("`a >= 3`", "`a >= 4`"),
          trap("`max(a, b) = 4`", "`max(a, b) = 3`"),
          // what floating point cannot tell apart is equal, and in no other order
          trap("`a * 0.1 <= 0.3`", "`a * 0.1 > 0.3`"),
          trap("`0.3 >= a * 0.1`", "`0.3 < a * 0.1`"),
          trap("`a / 10 ≥ 0.3`", "`a / 10 < 0.3`"),
          trap("0.8² ≤ 0.64", "0.8² > 0.64"),
          trap("`a * 1e-15 > 0`", "`a * 1e-15 < 0`"),
          trap("`c * 1000000000 < 12000000001`", "`c * 1000000000 > 12000000001`"),
          // what is small is not nothing, and what is left where numbers cancel is
          trap("`a * 1e-14 = 3e-14`", "`a * 1e-14 = 2 * 1e-14`"),
          trap("`a * 1e-34 = 6e-34 / 2`", "`a * 1e-34 = 6e-34 / 3`"),
          trap("`a / 10 - 0.3 = 0`", "`a * 1e-17 = 0`"),
          trap("`(a / 10 - 0.1 - 0.2) / 3 = 0`", "[0]{= a * 1e-15}"),
          trap("[2×10⁻¹²]{= a * 2 / 3 * 1e-12}", "[2×11⁻¹²]{= a * 2 / 3 * 1e-12}"),
          // what words say of a name or number beside them, and of nothing else
          trap("`2 * a` = {{2 * a}}", "`3 * a` = {{2 * a}}"),
          trap("`2 * a` is {{2 * a}}.", "`2.0001 * a` is {{2 * a}}."),
          trap("`2 * a` is {{2 * a}}, $3b$ is [12]{= 3 * b}.", "`2 * a` is {{2 * b}}."),
          trap(
              "`sizes[0]` is {{sizes[0]}} and `sizes[1]` is {{sizes[1]}}.",
              "`sizes[0]` gives {{a}}."),
          trap("`c` is {{c}} and `a` is {{a}}.", "`c` is {{a}}."),
          trap("So `c` is {{c}}, as `a * b` is.", "So `c` is {{b}}, as `a * b` is."),
          trap("The value of $c$ is {{c}}; what else", "The value of $c$ is {{b}}"),
          trap("`c` vale {{c}} porque `a` vale {{a}}", "`c` vale {{b}} porque `a` vale {{a}}"),
          trap("`dc/da` is {{dc/da}}.", "`dc/da` is {{dc/db}}."),
          trap("3 × 4 is 12, and 0.04 / 0.01 is 4.", "3 × 4 is 13."),
          trap("So 1 + 4 + 9 makes 14.", "So 1 + 4 + 8 makes 14."),
          trap("3/4 of 20 is 15; 2 out of 8 is 25 %.", "3/4 of 20 is 16."),
          trap("2 of 8 is 25 %.", "2 of 8 is 26 %."),
          trap("12 is twice 6.", "12 is twice 7."),
          trap("10 km is half of 20 km.", "10 km is half of 30 km."),
          trap("The list `sizes` has 3 elements.", "The list `sizes` has 4 elements."),
          trap("4.50 € / 3 kg = 1.50 €/kg", "4.50 € / 3 kg = 1.60 €/kg"),
          trap("€4.50 / 3 kg = €1.50/kg", "€4.50 / 3 kg = €1.50/g"),
          trap("€1.50 per kg × 3 kg = €4.50", "€1.50 per g × 3 kg = €4.50"),
          trap("`a * b` is 12, so `7 // 2` is 3.", "`7 // 2` is 4."),
          trap("`len(sizes)` is 3 and `a + b` is 7.", "`len(sizes)` is 4."),
          trap("`c` is 12.", "`c` is 13."),
          trap("`dc/da` es 4.", "`dc/da` es 5."),
          trap("`c` is 4 times `a`.", "`c` is 5 times `a`."),
          trap("{{c}} is 9 more than {{a}}.", "{{c}} is 8 more than {{a}}."),
          trap("12 km is 4 times as much as 3 km.", "12 km is 5 times as much as 3 km."),
          trap("15 is 3 more than 12.", "15 is 3 less than 12."),
          trap("It goes from {{c}} down to {{a}}.", "It goes from {{a}} down to {{c}}."),
          trap("`b` is twice {{c / 6}}.", "`b` is twice {{a}}."),
          trap("{{6 * a}} is three times as large as {{2 * a}}.", "`c` is three times `a`."),
          trap("`a` es el doble de {{a / 2}}.", "`b` es el doble de `a`."),
          trap("{{a / 2.01}} is half of `a`.", "{{a}} is half of `c`."),
          trap(
              "The maximum of `sizes` is {{max(sizes)}}.",
              "The maximum of `sizes` is {{min(sizes)}}."),
          trap(
              "So the sum of `sizes` is {{sum(sizes)}}.", "So the sum of `sizes` is {{sizes[0]}}."),
          trap("The mean of `sizes` is 3.33.", "The mean of `sizes` is 3.34."),
          trap(
              "The sum of `sizes` is 10 and the largest of `sizes` is 7.",
              "The sum of `sizes` is 11 and the largest of `sizes` is 7."),
          trap("- gradient of `a`: {{a.grad}}", "- gradient of `a`: {{b.grad}}"),
          trap("- `dc/da`: {{dc/da}}", "- `dc/da`: {{b.grad}}"),
          trap("`a` ({{a}}) times `b` ({{b}})", "`a` ({{b}}) times `b` ({{a}})"),
          trap("The weight `a` is {{a}}.", "The weight `a` is {{b}}."),
          trap("La salida `c` vale {{c}}.", "La salida `c` vale {{b}}."),
          trap("{{a}} × {{b}} is {{c}}.", "{{a}} × {{b}} is {{a + b}}."),
          trap("The value of `a` is {{a}}.", "The value of `a` is {{a.grad}}."),
          trap(
              "The input `a` is {{a}}, the weight `b` is {{b}} and the output `c` is {{c}}.",
              "The input `a` is {{a}}, the weight `b` is {{a}} and the output `c` is {{c}}."),
          trap("La media de `sizes` es 3.33.", "La media de `sizes` es 3.43."),
          trap("`sizes` has 3 elements.", "`sizes` has 4 elements."),
          trap("`sizes` tiene {{a}} elementos.", "`sizes` tiene {{b}} elementos."),
          trap("`c - 0.1` is {{c - 0.1}}.", "`c - 0.1` is {{c}}."),
          trap("At the end `c / 7` is {{c / 7:.0f}}.", "At the end `c` is {{b}}."),
          trap("In the end `c` is {{c}}.", "In the end `c` is {{a}}."),
          trap("We find that `c` is [12]{= c}.", "We find that `c` is [3]{= a}."),
          trap("Al final `c` vale {{c}}.", "Al final `c` vale {{b}}."),
          trap(
              "Now `a` is {{a}}, `b` is {{b}} and `c` is {{c}}.",
              "Now `a` is {{a}}, `b` is {{b}} and `c` is {{b}}."),
          trap(
              "Queda así: `a` es {{a}}, `b` es {{b}}, y `c` es {{c}}.",
              "Queda así: `a` es {{a}}, `b` es {{a}}, y `c` es {{c}}."),
          trap(
              "The gradient of `a` is {{a.grad}}, that of `b` is {{b.grad}}.",
              "The gradient of `a` is {{a.grad}}, that of `b` is {{a.grad}}."),
          trap(
              "El gradiente de `a` es {{a.grad}} y el de `b` es {{b.grad}}.",
              "El gradiente de `a` es {{a.grad}} y el de `b` es {{c.grad}}."),
          trap("`a.grad` is {{a.grad}}.", "`a.grad` is {{b.grad}}."),
          trap("$\\mathrm{d}c/\\mathrm{d}a = 4$", "$\\mathrm{d}c/\\mathrm{d}a = 3$"),
          trap("`c == 12 and a < b`", "`c == 12 and a > b`"),
          trap("`c > 11 and c < 13 and a + b == 7`", "`c > 11 and c < 13 and a + b == 8`"),
          trap("`a and b` or [`a == 3 or b == 5`]{plain}", "`a == 3 or b == 5`"),
          trap("`{{a}} < {{c}}`, `{{a}} * {{b}} = {{c}}`", "`{{a}} > {{c}}`"),
          trap("```\n{{a}} < {{c}}\n{{a}} * {{b}} = {{c}}\n```", "```\n{{c}} < {{a}}\n```"),
          trap("`{{a + 1}} * {{b}} = {{(a + 1) * b}}`", "`{{a + 1}} * {{b}} = {{c}}`"),
          trap("π ≈ 3.14, so 2π ≈ 6.28 and 2 × π × 3² ≈ 56.5", "π ≈ 3.15"),
          trap("half of {{c}} is {{c / 2}}", "half of {{c}} is {{a}}"),
          trap("Twice {{a}} is {{2 * a}}, a third of {{c}} is {{b}}.", "Twice {{a}} is {{b}}."),
          trap("{{a}} plus {{b}} is {{a + b}}", "{{a}} plus {{b}} is {{c}}"),
          trap("So {{a}} times {{b}} makes {{c}}.", "So {{a}} times {{b}} makes {{a + b}}."),
          trap("{{a / b:.0%}} of {{b}} is {{a}}", "{{a / b:.0%}} of {{b}} is {{c}}"),
          trap("{{c}} dividido entre {{a}} es {{b}}", "{{c}} dividido entre {{a}} es {{a}}"),
          trap("La mitad de `c` es {{c / 2}}.", "La mitad de `c` es {{a}}."),
          trap("{{a}} fois {{b}} font {{c}}.", "{{a}} fois {{b}} = {{b}}."),
          trap("a total of 3 × 4 = 12", "twice 3 × 4 = 12"),
          trap("The gradient of `a` is {{a.grad}}.", "The gradient of `a` is {{b.grad}}."),
          trap("The slope `dc/da` is {{dc/da}}.", "The slope `dc/da` is {{dc/db}}."),
          trap("El gradiente de `b` es {{dc/db}}.", "El gradiente de `b` es {{dc/da}}."),
          trap("It rises from {{a}} to {{c}}.", "It falls from {{a}} to {{c}}."),
          trap("Sube de {{a}} a {{c}}.", "Sube de {{c}} a {{a}}."),
          trap("Es sinkt leicht von {{b}} auf {{a}}.", "Es steigt von {{b}} auf {{a}}."),
          trap("`c` is {{c - a}} more than `a`.", "`c` is {{c}} more than `a`."),
          trap("`a` is {{c - a}} less than `c`.", "`a` is {{c}} less than `c`."),
          trap("`c` is {{b}} times as large as `a`.", "`c` is {{a}} times as large as `a`."),
          trap("{{a}} is {{a / c:.0%}} of {{c}}.", "{{b}} is {{a / c:.0%}} of {{c}}."),
          trap("`c == 13` is False.", "`c == 12` is False."),
          trap("`c == 12` is True.", "`c == 13` is True."),
          trap("`c < 5` gives `False`.", "`c > 5` gives `False`."),
          trap("`a > b` es falso.", "`a < b` es falso."),
          trap("$a + b = 8$ is wrong", "$a + b = 7$ is wrong"),
          trap("`a` is {{a}} and `b` is {{b}}.", "`a` is {{b}} and `b` is {{b}}."),
          trap("`a` is {{a}}, and `b` is {{b}}.", "`a` is {{a}}, and `b` is {{a}}."),
          trap("`a`, `b` and `c` are {{a}}, {{b}} and {{c}}.", "`a` and `b` are {{b}} and {{a}}."),
          trap("(`a`, `b`) = ({{a}}, {{b}})", "(`a`, `b`) = ({{b}}, {{b}})"),
          trap(
              "Los gradientes de `a` y `b` son {{a.grad}} y {{b.grad}}.",
              "Los gradientes de `a` y `b` son {{b.grad}} y {{a.grad}}."),
          trap("`a + b` is {{a + b}}, as we saw.", "`a + b` is {{c}}, as we saw."),
          trap("`c` is `a * b`.", "`c` is `a + b`."),
          trap("The gradient of `a` is {{b}}.", "The gradient of `a` is {{a}}."),
          trap(
              "The gradient of `c` with respect to `a` is {{dc/da}}.",
              "The gradient of `c` with respect to `a` is {{dc/db}}."),
          trap(
              "La derivada de `c` con respecto a `b` es {{b.grad}}.",
              "La derivada de `c` con respecto a `b` es {{a.grad}}."),
          trap(
              "Die Ableitung von `c` nach `b` ist {{b.grad}}.",
              "Die Ableitung von `c` nach `b` ist {{a.grad}}."),
          trap("`a` has a gradient of {{a.grad}}.", "`a` has a gradient of {{b.grad}}."),
          trap("`a` tiene gradiente {{a.grad}}.", "`a` tiene gradiente {{a}}."),
          trap("`b`, whose gradient is {{b.grad}}.", "`b`, whose gradient is {{b}}."),
          trap(
              "`a` ({{a}}, gradient {{a.grad}}) and `b` ({{b}}, gradient {{b.grad}})",
              "`a` ({{a}}, gradient {{a.grad}}) and `b` ({{b}}, gradient {{b}})"),
          trap(
              "- `a`: {{a}}, gradient {{a.grad}}\n- `b`: {{b}}, gradient {{b.grad}}",
              "- `a`: {{a}}, gradient {{a.grad}}\n- `b`: {{b}}, gradient {{a.grad}}"),
          trap("[c is positive]{= c > 0}", "[c is negative]{= c > 0}"),
          trap("[c is not zero]{= c != 0}", "[c is zero]{= c != 0}"),
          trap("[c no es negativo]{= c > 0}", "[c no es positivo]{= c > 0}"),
          trap("{{a}} is less than {{c}}", "{{c}} is less than {{a}}"),
          trap("{{c}} es mayor que {{a}}, y {{a}} menor que {{b}}", "{{c}} es menor que {{a}}"),
          trap("{{a}} ist kleiner als {{c}}", "{{a}} ist größer als {{c}}"),
          trap("{{a}} 小于 {{c}}。", "{{a}} 大于 {{c}}。"),
          trap(
              "`a` is less than `c`, since {{b}} > 1 × 1 = 1",
              "`c` is less than `a`, since {{b}} > 1 × 1 = 1"),
          trap("[c is more than a]{= c > a}", "[c is less than a]{= c > a}"),
          trap("[`c` is not less than `a`]{= c > a}", "[`c` is at most `a`]{= c > a}"),
          trap("[c ist größer als a]{= c > a}", "[c ist kleiner als a]{= c > a}"),
          trap("[dc/da is more than dc/db]{= dc/da > dc/db}", "[dc/da is below dc/db]{= c > a}"),
          trap("[c is not 13]{= c != 13}", "[c is not 13]{= c != 14}"),
          trap("[3 or 5]{= a == 3 or a == 5}", "[3 or 6]{= a == 3 or a == 5}"),
          trap("[3, 4, or 5]{= a == 3 or a == 4 or a == 5}", "[3 and 5]{= a == 3 or a == 5}"),
          trap("[between 3 and 20]{= c > 3 and c < 20}", "[between 3 and 4]{= c > 3 and c > 4}"),
          trap("[entre 20 y 3]{= 3 <= c <= 20}", "[entre 3 y 4]{= c >= 3 and c >= 4}"),
          // half way, away from zero or to the even digit: nobody rounds otherwise
          trap("`a / 4 = 0.8`", "`a / 4 = 0.7`"),
          trap("[0.12]{= a / 24} [0.13]{= a / 24}", "[0.12]{= a / 24} [0.11]{= a / 24}"),
          trap("`-a / 4 = -0.8`", "`-a / 4 = -0.7`"),
          trap("`a / 2 ≈ 2`", "`a / 2 ≈ 1`"),
          // one digit where the numbers have more: = says more than ≈
          trap("0.75 × 1.2 = 0.9", "0.76 × 1.2 = 0.9"),
          trap("0.76 × 1.2 ≈ 0.9", "0.66 × 1.2 ≈ 0.9"),
          trap("`0.25 * a ≈ 0.8`", "`0.25 * a = 0.8`"),
          trap("1.5e-3 × 2 = 3e-3", "1.6e-3 × 2 = 3e-3"),
          trap("2 / 3 = 0.7", "12 / 18 = 0.7"),
          trap("`0.5 * a / 9 = 0.2`", "`0.50 * a / 9 = 0.3`"),
          // a side that is missing
          trap("`c = a * b = ?`", "`c = a * b =`"),
          trap("`c = 12`", "`c = `"),
          trap("`r =`", "`a <`"),
          trap("`r = -`", "`a = -`"),
          trap("`25 % * b = 1`", "`26 % * b = 1`"),
          trap("`a / b = 75 %`", "`a / b = 76 %`"),
          trap("`c = 1.2e1`", "`c = 1.3e1`"),
          trap("`c = 12.00`", "`c = 12.01`"),
          trap("`len(words) = 5`", "`len(words) = 6`"),
          trap("`{{a}} + {{b}}`", "`{{a}} + 4`"),
          // formulas
          trap("$u = \\frac{20}{8} = 2.5$", "$u = \\frac{20}{8} = 2.6$"),
          trap("`u = 20 / 8 = 2.5`", "`u = 20 / 8 = 2.6`"),
          trap("$u = 2 \\cdot 5 + 1 = 11$", "$u_5 = 2 \\cdot 5 + 1 = 11$"),
          trap(
              "$P(A \\mid B) = \\frac{9}{58.5} \\approx 0.154$",
              "$P(A \\mid B) = \\frac{9}{58.5} \\approx 0.155$"),
          trap("$\\frac{dK}{da} = 2 \\cdot 3 = 6$", "$\\frac{dK}{da} = 2 \\cdot 4 = 6$"),
          trap(
              "$K = \\frac{1}{2} m u^2 = \\frac{1}{2} \\cdot 2 \\cdot 3^2 = 9$",
              "$K = \\frac{1}{2} m u^3 = \\frac{1}{2} \\cdot 2 \\cdot 3^2 = 9$"),
          trap(
              "$K = 2 \\pi u = 2 \\pi \\cdot 5 = 31.4$", "$K = 3 \\pi u = 2 \\pi \\cdot 5 = 31.4$"),
          trap("$123 \\equiv 3 \\pmod{10}$", "$123 \\equiv 4 \\pmod{10}$"),
          trap("$7 \\cdot 8 = 56 \\equiv 1 \\pmod{5}$", "$7 \\cdot 8 = 56 \\equiv 1 \\pmod{7}$"),
          trap("$-3 \\equiv 2 + 5 \\pmod{10}$", "$-3 \\equiv 2 + 4 \\pmod{10}$"),
          trap("$1101_2 = 8 + 4 + 0 + 1 = 13$", "$1111_2 = 8 + 4 + 0 + 1 = 13$"),
          trap("$a = 3\\,\\Omega = 3\\,\\mathrm{\\Omega}$", "$a = 4\\,\\Omega$"),
          // letters that only the text has
          trap("$(u + v)^2 = u^2 + 2uv + v^2$", "$(u + v)^2 = u^2 + 3uv + v^2$"),
          trap("$\\frac{1}{2} (2u + 4) = u + 2$", "$\\frac{1}{2} (2u + 4) = u + 3$"),
          trap("$2u + 6 = 10$, so $u = 2$.", "$2u + 6 = 10$, so $u = 3$."),
          trap("`2 * u + 6 = 10` for `u = 2`.", "`2 * u + 7 = 10` for `u = 2`."),
          trap(
              "$2u + 6 = 10$, so $u = \\frac{4}{2} = 2$.",
              "$2u + 6 = 11$, so $u = \\frac{4}{2} = 2$."),
          trap("$u + v = 10$, $u - v = 4$: $u = 7$, $v = 3$.", "$u + v = 10$: $u = 7$, $v = 4$."),
          trap(
              "$u^2 - 5u + 6 = 0$ has $u_1 = 2$ and $u_2 = 3$.",
              "$u^2 - 5u + 6 = 0$ has $u_1 = 2$ and $u_2 = 4$."),
          trap("$u^2 = 2$, so $u \\approx 1.414$.", "$u^2 = 2$, so $u \\approx 1.424$."),
          trap(
              "With $m = 2$ and $u = 3$ is $K = \\frac{1}{2} m u^2 = 9$.",
              "With $m = 3$ and $u = 3$ is $K = \\frac{1}{2} m u^2 = 9$."),
          trap("$K = R I$, $R = 4$, $I = 3$, $K = 12$", "$K = R I$, $R = 4$, $I = 3$, $K = 13$"),
          trap("$u = 4$, $v = u + 1 = 5$, $m = 2v = 10$", "$u = 4$, $v = u + 1 = 5$, $m = 2v = 8$"),
          trap("$v_0 = 20$, $v = v_0 - 9 = 11$", "$v_0 = 30$, $v = v_0 - 9 = 11$"),
          trap(
              "$2u = 6$, $u = 3$, $u^2 - 9 = (u - 3)(u + 3)$",
              "$2u = 6$, $u = 3$, $u^2 - 9 = (u - 3)(u + 2)$"),
          trap("$g(u) = u^3$, so $g(2) = 8$.", "$g(u) = u^4$, so $g(2) = 8$."),
          trap(
              "$g(u) = u^3$ has $g'(u) = 3u^2$, so $g'(2) = 12$.",
              "$g(u) = u^3$ has $g'(u) = 4u^2$, so $g'(2) = 12$."),
          trap("Let `g(u) = u² + 1`: `g(2) = 2² + 1 = 5`.", "Let `g(u) = u² + 1`: `g(2) = 6`."),
          trap("$\\lambda = \\frac{1}{4} = 0.25$", "$\\lambda = \\frac{1}{4} = 0.26$"),
          trap(
              "$\\ell = \\frac{m}{v} = \\frac{9}{3} = 3$ of $m = 9$",
              "$\\ell = \\frac{m}{v} = \\frac{9}{3} = 3$ of $m = 8$"),
          trap("$g(2) = 8$ for $g(u) = u^3$", "$g(u) = u^3$"),
          trap("$u + 1 = 3$, $u = 2$", "$u = 2$ and $u = u$"),
          trap("They are 7, 1 and 2.", "They are 7, 1 and 3."),
          trap("They are 7, 1, and 2.", "They are 7 and 1."),
          trap("`sizes` are 7, 1 and 2.", "`words` are 7, 1 and 2."),
          trap("$c = a \\cdot b = 12$", "$c = a \\cdot b = 13$"),
          trap("$c = ab = 12$", "$c = ab = 11$"),
          trap("$\\text{ReLU}(-2) = 0$", "$\\text{ReLU}(2) = 0$"),
          trap("$a = 3\\,\\mathrm{m/s^2}$", "$a = 4\\,\\mathrm{m/s^2}$"),
          // a digit that makes no difference, of a number that stands beside it
          trap(
              "1.6458 + 1.3004 = 2.9462, $\\frac{2.9462}{1.7} \\approx 1.7$",
              "1.6458 + 1.3004 = 2.9462, $\\frac{2.9463}{1.7} \\approx 1.7$"),
          trap(
              "1.6458 + 1.3004 = 2.9462, `1.7 / (1 + 2.9462) ≈ 0.4`",
              "1.6458 + 1.3004 = 2.9462, `1.7 / (1 + 2.9463) ≈ 0.4`"),
          trap(
              "1.6458 + 1.3004 = 2.9462, `(2.9462) / 1.7 ≈ 1.7`",
              "1.6458 + 1.3004 = 2.9462, `(2.9463) / 1.7 ≈ 1.7`"),
          trap("$a = 3$ and $b = 4$", "$a = 3 \\text{ and } b = 4$"),
          trap("$\\Rightarrow c = 12$", "$\\Rightarrow c = 13$"),
          trap("`(a, b) = (3, 4)`", "`a, b = 3, 4`"),
          trap("`a, b, c = 12`", "`a, b, c = 13`"),
          trap("$a = 3\\text{ kg}$", "$a = 3\\text{ 77}$"),
          trap("$2a = 6~\\mathrm{N} \\cdot \\mathrm{m}^2$", "$2a = 6~\\mathrm{N} \\cdot 7$"),
          trap(
              "$a\\,\\cdot 2\\,\\mathrm{kg \\cdot m^{-1}} = 6$",
              "$a\\,\\cdot 2\\,\\mathrm{kg \\cdot m^{-1}} = 7$"),
          trap(
              "$\\mathrm{sizes} = \\begin{pmatrix} 7 & 1 & 2 \\end{pmatrix}$",
              "$\\mathrm{sizes} = \\begin{pmatrix} 7 & 1 & 3 \\end{pmatrix}$"),
          trap(
              "$\\mathrm{sizes} = \\begin{bmatrix} 7 \\\\ 1 \\\\ 2 \\\\ \\end{bmatrix}$",
              "$\\mathrm{sizes} = \\begin{bmatrix} 7 \\\\ 0 \\\\ 2 \\\\ \\end{bmatrix}$"),
          trap(
              "$[[a, b], [c, -a]] = \\begin{pmatrix} 3 & 4 \\\\ 12 & -3 \\end{pmatrix}$",
              "$[[a, b], [c, -a]] = \\begin{pmatrix} 3 & 4 \\\\ 12 & 3 \\end{pmatrix}$"),
          trap("$a_1 = b_2$", "$a_1 = 3$"),
          // letters with something above them, letters of another font, frames
          trap("$\\hat{c} = 17.5$ and $\\hat c > 17$", "$\\hat{c} = 17.4$"),
          trap("$\\hat{v} = 7$ and $2\\hat v = 14$", "$\\hat{v} = 8$"),
          trap("$\\vec{a} = 3$", "$\\ddot{a} = 3$"),
          trap("$\\vec{a} = 3$", "$\\acute{a} = 3$"),
          trap("$\\bar{c} = 18.5$", "$\\bar{c} = 12$"),
          trap("$\\overline{c} + \\widehat{c} = 36$", "$\\overline{c} + \\widehat{c} = 35$"),
          trap("$\\vec{a} = 3$, $\\tilde{r} = s$", "$\\tilde{r} = 3$"),
          trap("$\\mathbf{c} = 3 \\cdot \\bm{b}$", "$\\mathbf{c} = 4 \\cdot \\bm{b}$"),
          trap("$c = \\mathbf{12} = \\mathbf{a + 9}$", "$c = \\mathbf{13}$"),
          trap(
              "$$c = \\underbrace{a}_{\\text{the first}} \\cdot \\underbrace{4}_{b} = 12$$",
              "$$c = \\underbrace{a}_{\\text{the first}} \\cdot \\underbrace{4}_{b} = 13$$"),
          trap(
              "$c = \\overbrace{a \\cdot b}^{\\text{all}}$", "$c = \\underbrace{a \\cdot b}_{13}$"),
          trap("$c = \\underline{12}$", "$c = \\underline{13}$"),
          trap("$$\\boxed{c = 12}$$", "$$\\boxed{c = 13}$$"),
          trap("$c = \\boxed{12}$, $2\\boxed{a + b} = 14$", "$2\\boxed{a + b} = 10$"),
          trap("$\\Delta c = 0.75$ and $\\Delta q = r$", "$\\Delta c = 0.6$"),
          // degrees
          trap("$\\sin 30° = 0.5$", "$\\sin 30° = 0.6$"),
          trap("$2 \\cos(60^\\circ) = 1$", "$2 \\cos(60^{\\circ}) = 2$"),
          trap("$\\tan(40° + 5°) = 1$", "$\\tan(40° + 6°) = 1$"),
          trap("$90° + 90^\\circ = 180°$", "$90° + 90^\\circ = 181°$"),
          // sums
          trap("$\\sum_{i=1}^{9} i = 45$", "$\\sum_{i=1}^{9} i = 46$"),
          trap("$\\sum_{i=1}^3 i^2 + 1 = 15$", "$\\sum_{i=1}^3 i^2 + 1 = 14$"),
          trap("$sizes_0 = 7$ and $sizes_1 = 1$", "$sizes_0 = 7$ and $sizes_1 = 7$"),
          trap("$sizes_1 = 7$ and $sizes_2 = 1$", "$sizes_1 = 7$ and $sizes_2 = 2$"),
          trap("$sizes_1 + sizes_3 = 9$", "$sizes_1 + sizes_3 = 8$"),
          trap("$\\sum_i sizes_i = 10$", "$\\sum_i sizes_i = 9$"),
          trap(
              "$\\frac{1}{3} \\sum_{i=1}^{3} (sizes_i - 1)^2 = \\frac{37}{3}$",
              "$\\frac{1}{3} \\sum_{i=1}^{3} (sizes_i - 2)^2 = \\frac{37}{3}$"),
          trap("$\\sum_{k=0}^{2} k \\cdot sizes_k = 5$", "$\\sum_{k=0}^{2} k \\cdot sizes_k = 6$"),
          trap("$\\sum_{i=1}^{3} sizes_i = 10$", "$\\sum_{i=1}^{2} sizes_i = 8$"),
          trap("$\\sum_{i=1}^{3} sizes_i = 10$", "$\\sum_{i=2}^{3} sizes_i = 3$"),
          trap("≈ [2]{= c / 7}", "[2]{= c / 7}"),
          trap("≈[2]{= c / 7} and [≈ 2]{= c / 7}", "≈ 2 and [2]{= c / 7}"),
          trap("`c / 7 ≈ 2` [≈ 2]{= c / 7}", "`c / 7 ≈ 2` [2]{= c / 7}"),
          trap("$\\frac{c}{a} = 4$", "$\\frac{c}{a} = 5$"),
          trap("$\\frac{dc}{da} = b = 4$", "$\\frac{dc}{da} = b = 3$"),
          trap("$\\frac{\\partial c}{\\partial b} = 3$", "$\\frac{\\partial c}{\\partial b} = 4$"),
          trap("$\\partial c / \\partial a = 4$", "$\\partial c / \\partial a = 14$"),
          trap("$dc/da = 4$", "$dc/da = 3$"),
          trap("$\\sqrt{a^2 + b^2} = 5$", "$\\sqrt{a^2 + b^2} = 6$"),
          trap("$a^{2} \\times 2 = 18$", "$a^{3} \\times 2 = 18$"),
          trap("$\\frac{1}{3} \\approx 0.33$", "$\\frac{1}{3} \\approx 0.34$"),
          trap("$a < b \\leq 4$", "$a < b \\leq 3$"),
          trap("$\\tanh(0.5) = 0.462$", "$\\tanh(0.5) = 0.463$"),
          trap("$2(a + b) = 14$", "$2(a + b) = 15$"),
          trap("$c \\to 12$", "$c \\to 21$"),
          trap("$$\nc = 3 \\cdot 4 = 12\n$$", "$$\nc = 3 \\cdot 4 = 13\n$$"),
          trap("$$c = 12.$$", "$$c = 13.$$"),
          trap("$$c = 3 \\cdot 4,$$", "$$c = 3 \\cdot 5,$$"),
          trap(
              "$$\n"
                  + "\\begin{aligned}\n"
                  + "c &= a \\cdot b \\\\\n"
                  + "&= 3 \\cdot 4 \\\\\n"
                  + "&= 12\n"
                  + "\\end{aligned}\n"
                  + "$$",
              "$$\n"
                  + "\\begin{aligned}\n"
                  + "c &= a \\cdot b \\\\\n"
                  + "&= 3 \\cdot 4 \\\\\n"
                  + "&= 13\n"
                  + "\\end{aligned}\n"
                  + "$$"),
          trap(
              "$$\n"
                  + "\\begin{aligned}\n"
                  + "c &= a \\cdot b \\\\\n"
                  + "&= 3 \\cdot 4 \\\\\n"
                  + "&= 12\n"
                  + "\\end{aligned}\n"
                  + "$$",
              "$$\n"
                  + "\\begin{aligned}\n"
                  + "c &= a \\cdot b \\\\\n"
                  + "&= 5 \\cdot 4 \\\\\n"
                  + "&= 12\n"
                  + "\\end{aligned}\n"
                  + "$$"),
          trap(
              "$$\n\\begin{aligned}\na &= 3 \\\\ c &= 12\n\\end{aligned}\n$$",
              "$$\n\\begin{aligned}\na &= 3 \\\\ c &= 14\n\\end{aligned}\n$$"),
          trap(
              "$$\n\\begin{aligned}\na &= 3 \\\\ \\frac{dc}{da} &= 4 \\\\\n\\end{aligned}\n$$",
              "$$\n\\begin{aligned}\na &= 3 \\\\ \\frac{dc}{da} &= 5 \\\\\n\\end{aligned}\n$$"),
          trap("$\\text{c} = 12$", "$\\text{c} = 10$"),
          trap("$1{,}000 + 1 = 1001$", "$1{,}000 + 2 = 1001$"),
          trap("$25\\% \\cdot b = 1$", "$35\\% \\cdot b = 1$"),
          trap("[$x^2 + 7$]{plain}", "$x^2 + 7$"),
          trap("[**$\\prod_{i=1}^{9} i$**]{plain}", "$\\prod_{i=1}^{9} i$"),
          trap("$f(x) = x$", "$f(x) = 3x$"),
          trap("$v_{t+1} = \\beta v_t + g_t$", "$v_{t+1} = \\beta v_t + 2 g_t$"),
          trap("$w_{i,j} = w_{i, j-1} - \\eta g_{n-1}$", "$a_{t+1} = w_{i,j} - 0.1 g_{n-1}$"),
          trap("$\\Delta_{t-1} = x_t - x_{t-1}$", "$x_{t+1} = x_{2t} + 1$"),
          trap("$a_i \\in A$", "$a_i \\in A_{1} + 2$"),
          trap("\\$[5]{plain} and \\$[6]{plain}", "$5 and $6"),
          trap("`a = {{a}}`", "$a = {{a}}$"),
          trap("[$z = y$]{plain}", "[$z = {{a}}$]{plain}"),
          trap(
              "$c = \\underbrace{3}_{a} \\cdot \\underbrace{4}_{b} = 12$",
              "$c = \\underbrace{4}_{a} \\cdot \\underbrace{3}_{b} = 12$"),
          trap("$12 = \\underbrace{3 \\cdot 4}_{a b}$", "$12 = \\underbrace{3 \\cdot 4}_{a}$"),
          trap("$c = \\underbrace{12}_{c}$", "$c = \\underbrace{12}_{a}$"),
          // what a table has no column for would be lost
          trap(
              "| x | y |\n|---|---|\n| {{a}} | \\| |",
              "| x | y |\n|---|---|\n| $|a| = 3$ | {{b}} |"),
          trap(
              "| x | y |\n|---|---|\n| {{a}} | {{b}} | |",
              "| x | y |\n|---|---|\n| {{a}} | {{b}} | w"),
          // numbers that are bound, each by itself, are compared as the text says
          trap("{{a}} < {{c}}", "{{a}} > {{c}}"),
          trap("{{a}} = {{a}}", "{{a}} = {{c}}"),
          trap("so ({{a}} < {{c}})", "so ({{a}} > {{c}})"),
          trap("{{a}} <= {{c}}", "{{a}} >= {{c}}"),
          trap("{{a}} != {{c}}", "{{a}} != {{a}}"),
          trap("{{a}} == {{a}}", "{{a}} == {{c}}"),
          trap("[3]{= a} ≤ [12]{= c}", "[3]{= a} ≥ [12]{= c}"),
          trap("{{a}} ≠ {{c}}", "{{a}} ≠ {{a}}"),
          trap("{{c / 7}} ≈ [1.71]{= c / 7}", "{{c / 7}} ≈ {{c / 5}}"),
          // what stands under a mark is true as it stands
          trap("[3 × 4 = 12]{= (a, b, c)}", "[3 + 4 = 12]{= (a, b, c)}"),
          trap("[`b = 4`]{= b}", "[`4 = 3`]{= (b, a)}"),
          trap("[`c = 12`]{= c}", "[`a = 12`]{= c}"),
          trap("[$a \\cdot 4 = c$]{= b}", "[$b \\cdot 12 = a$]{= c}"),
          trap("[12 apples]{= c}", "[a + 12]{= c}"),
          trap("[12]{= c}", "[12/a]{= c}"),
          trap("[$12$]{= c}", "[$\\frac{12}{a}$]{= c}"),
          trap("[$12$]{= c}", "[$\\log 12$]{= c}"),
          trap("[$12$]{= c}", "[$12^a$]{= c}"),
          trap("[`12`]{= c}", "[`log(12)`]{= c}"),
          trap("[c < 13, a < 4]{= c < 13 and a < 4}", "[c > 13, a < 4]{= c < 13 and a < 4}"),
          trap("[c < 13]{= c < 13 or a == 3}", "[c > 13]{= c < 13 or a == 3}"),
          trap("[13 > c]{= 13 > c}", "[13 < c]{= 13 > c}"),
          trap("[`c < 13`]{= c < 13}", "[`c = 13`]{= c < 13}"),
          // names that the program has take part in arithmetic
          trap("So c = 3 × 4 = 12, and q = 3 × 5 = 15", "So c = 3 × 5 = 15"),
          trap("dc/da = 1 + 3 = 4", "dc/da = 1 + 4 = 5"),
          trap("-c = 2 - 14 = -12", "-c = 3 × 4 = 12"),
          trap("so −c = 2 - 14 = -12", "so −c = 3 × 4 = 12"),
          trap("c² = 12 × 12 = 144", "c² = 3 × 4 = 12"),
          trap("a × b = c = 3 × 4 = 12", "a = c = 3 × 4 = 12"),
          trap("(3 × 4 = 12 = c)", "(3 × 5 = 15 = c)"),
          trap("f(a + b) = 3 × 5 = 15", "(a + b) = 3 × 5 = 15"),
          trap("(a + b) = 3 + 4 = 7", "(a + b) = 3 + 5 = 8"),
          trap("3 × 4 = 12 < c²", "3 × 4 = 12 > c²"),
          trap("(so c = 3 × 4 = 12)", "(so c = 3 × 5 = 15)"),
          trap("half - c = 3 × 4 = 12", "half (c = 3 × 5 = 15)"),
          trap("c == 3 × 4 = 12", "c != 3 × 4 = 12"),
          trap("3 × 4 = 12 != a", "3 × 4 = 12 != c"),
          trap("a <= 2 + 2 = 4", "a >= 2 + 2 = 4"),
          trap("the error e = 3 × 5 = 15", "the error c = 3 × 5 = 15"),
          trap("3 × 4 = 12 = a × b", "3 × 5 = 15 = a × b"),
          trap("3 + 4 = 7 < c", "3 + 4 = 7 > c"),
          trap("a + b = 3 + 4 = 7", "a + b = 3 + 5 = 8"),
          trap("(c = 3 × 4 = 12)", "(c = 3 × 5 = 15)"),
          trap("the area b c = 3 × 4 = 12", "the area c = 3 × 5 = 15"),
          trap("c.grad = 2 - 1 = 1", "c.grad = 2 + 1 = 3"),
          // what is filled in or bound is compared with names, code and formulas beside it
          trap("c = {{c}}", "c = {{a}}"),
          trap("a = [3]{= a}", "c = [3]{= a}"),
          trap("a < {{c}}", "c < {{a}}"),
          trap("{{c}} > a", "{{a}} > c"),
          trap("-c = {{-c}}", "-c = {{c}}"),
          trap("a * b = {{c}}", "a * b = {{a}}"),
          trap("**c** = {{c}}", "**c** = {{a}}"),
          trap("`c` = {{c}}", "`c` = {{a}}"),
          trap("$c$ = {{c}}", "$c$ = {{a}}"),
          trap("`a + b` = {{a + b}}", "`a + b` = {{c}}"),
          trap("$\\frac{dc}{da}$ = {{b}}", "$\\frac{dc}{da}$ = {{a}}"),
          trap("$a + b = ${{a + b}}", "$a + b = ${{c}}"),
          trap("{{a}} $= a$", "{{c}} $= a$"),
          trap("`a` < `c`", "`c` < `a`"),
          trap("`a * b` = $c$", "`a` = $c$"),
          trap("`a * b` → {{c}}", "`a + b` → {{c}}"),
          trap("{{a}} × {{b}} → {{c}}", "{{a}} + {{b}} → {{c}}"),
          trap("{{c}} $>$ {{a}}", "{{a}} $>$ {{c}}"),
          trap("{{a}} `<` {{c}}", "{{c}} `<` {{a}}"),
          trap("{{a}} $\\cdot$ {{b}} $=$ {{c}}", "{{a}} $+$ {{b}} $=$ {{c}}"),
          trap("{{a}} $\\le$ {{c}}", "{{c}} $\\le$ {{a}}"),
          trap("{{c}} ≡ {{a * b}}", "{{a}} ≡ {{b}}"),
          trap("{{b}} ⩾ {{a}}", "{{a}} ⩾ {{b}}"),
          trap("{{c}} ≫ {{a}}", "{{a}} ≫ {{c}}"),
          trap("{{c}} =  {{a * b}}", "{{a}} =  {{b}}"),
          trap("({{a}}) < ({{c}})", "({{a}}) > ({{c}})"),
          trap("|{{-a}}| = {{a}}", "|{{-a}}| = {{-a}}"),
          trap("{{a}} ⋅ {{b}} = {{c}}", "{{a}} ⋅ {{b}} = {{b}}"),
          trap("{{c}} ∕ {{b}} = {{a}}", "{{c}} ∕ {{b}} = {{b}}"),
          trap("{{a}}({{b}}) = {{c}}", "{{a}}({{b}}) = {{a}}"),
          // and so is arithmetic in words
          trap("`c` = 3 × 4 = 12", "`c` = 1 + 1 = 2"),
          trap("$c$ = 3 × 4 = 12", "$c$ = 1 + 1 = 2"),
          trap("3 × 4 = 12 = $c$", "1 + 1 = 2 = $c$"),
          trap("“c” = 3 × 4 = 12", "“c” = 1 + 1 = 2"),
          trap("tanh(a) < 0.9 + 0.1 = 1", "tanh(a) = 1 + 1 = 2"),
          trap("max(a, b) = 1 + 3 = 4", "max(a, b) = 1 + 1 = 2"),
          trap("|c| = 3 × 4 = 12", "|c| = 1 + 1 = 2"),
          trap("3 × 4 = 12 = |c|", "1 + 1 = 2 = |a|"),
          trap("2^a = 4 + 4 = 8", "2^a = 1 + 1 = 2"),
          trap("a! = 2 × 3 = 6", "c! = 1 + 1 = 2"),
          trap("dc / da = 1 + 3 = 4", "dc / da = 1 + 1 = 2"),
          trap("2c = 12 + 12 = 24", "3c = 12 + 12 = 24"),
          // the program takes part on one side alone
          trap("c = 6 + 6", "c = 6 + 7"),
          trap("c > 5 + 6", "c > 5 + 8"),
          trap("−c = −6 − 6", "−c = −6 − 7"),
          trap("c = 12", "c = 13"),
          trap("`c` = 12", "`c` = 13"),
          trap("所以c = 12", "所以c = 13"),
          // lines of a fence in which every number is bound
          trap(
              "```\n[3]{= a} + [4]{= b} = [7]{= a + b}\n```",
              "```\n[3]{= a} + [4]{= b} = [12]{= c}\n```"),
          trap("```\n[3]{= a} < [12]{= c}\n```", "```\n[3]{= a} > [12]{= c}\n```"),
          trap("```\n[3]{= a} ──> [12]{= c}\n```", "```\n[3]{= a} ──> [12]{= a}\n```"),
          trap("```\nc = a * b\n  = {{c}}\n```", "```\nc = a * b\n  = {{a}}\n```"),
          trap("`[3]{= a} < [12]{= c}`", "`[3]{= a} > [12]{= c}`"),
          // a bare number is the one of its condition, words say what the condition says
          trap("b is [4]{= b == 4}", "b is [5]{= b < 5}"),
          trap("b is [4]{= 4 == b}", "b is [5]{= b <= 5}"),
          trap("b is [4]{= b == 4 and a == 3}", "b is [5]{= b in (4, 5)}"),
          trap("b is [< 5]{= b < 5}", "b is [5]{= not b > 5}"),
          trap("[b is 4]{= b == 4}", "[b is 5]{= 5 > b}"),
          trap("[b equals 4]{= b == 4}", "[b equals 5]{= 5 > b}"),
          trap("[b es 4]{= b == 4}", "[b vale 5]{= 5 > b}"),
          trap("[less than 4]{= a < 4}", "[more than 4]{= a < 4}"),
          trap("[at most 4]{= a <= 4}", "[at least 4]{= a < 4}"),
          trap("[no menos de 3]{= a >= 3}", "[menos de 4]{= c > 4}"),
          trap("[b is 5 or less]{= b <= 5}", "[b is not 4]{= b == 4}"),
          trap("[not more than 4]{= a <= 4}", "[more than 12]{= c}"),
          trap("3 m × 4 m = 12 m²", "3 m × 4 m = 12 m"),
          trap("12 km / 3 h = 4 km/h", "12 km / 3 h = 4 km"),
          trap("4 km/h × 3 h = 12 km", "4 km/h × 3 h = 12 h"),
          trap("12 km / 4 km = 3", "12 km / 4 km = 3 km"),
          trap("6 m/s² × 2 s = 12 m/s", "6 m/s² × 2 s = 12 m"),
          trap("(3 km + 4 km) × 2 = 14 km", "3 km + 4 h = 7 km"),
          trap("10 °C + 5°C = 15 °C", "10 °C + 5 °C = 16 °C"),
          trap("1 hora + 2 horas = 3 horas", "1 hora + 2 horas = 4 horas"),
          trap("a, b = {{a}}, {{b}}", "c = {{a}}, b = {{b}}"),
          trap("`a`, `b` = {{a}}, {{b}}", "`a`, `b` = {{a}}"),
          trap("the new a = {{a + 1}}", "the old one: a = {{b}}"),
          trap("el siguiente a = {{a + 1}}", "así que a = {{b}}"),
          trap("step a = {{1 + 1}}", "steps; a = {{1 + 1}}"),
          trap("max([a, b]) = {{b}}", "max(a, b) = {{a}}"),
          trap("len(words) = {{len(words)}}", "len(words) = {{b}}"),
          trap("[exceeds 2]{= a > 2}", "[exceeds 4]{= a < 4}"),
          trap("[does not exceed 4]{= a <= 4}", "[does not exceed 4]{= c > 4}"),
          trap("[none of them exceeds 4]{= max([a, b]) <= 4}", "[higher than 4]{= a < 4}"),
          trap("[no supera 4]{= a <= 4}", "[supera 4]{= a < 4}"),
          trap("[never reaches 4]{= a < 4}", "[reaches 4]{= a < 4}"),
          trap("[within 4]{= a <= 4}", "[within 4]{= c > 4}"),
          trap("[3 or more]{= a >= 3}", "[4 or more]{= a < 4}"),
          trap("[4 o menos]{= a <= 4}", "[4 o menos]{= c > 4}"),
          trap("[is 3 at least]{= a >= 3}", "[4 al menos]{= a < 4}"),
          trap("[above 2 and below 4]{= 2 < a < 4}", "[4 at most]{= c > 4}"),
          trap("[12]{= c}", "[half of 12]{= c}"),
          trap("[12 apples]{= c}", "[12 dozen]{= c}"),
          // numbers put in the places of names are theirs
          trap("`a + b = 3 + 4 = 7`", "`a + b = 2 + 5 = 7`"),
          trap("`a + b = 4 + 3 = 7`", "`a + b = 6 + 1 = 7`"),
          trap("`c - a = 12 - 3 = 9`", "`c - a = 13 - 4 = 9`"),
          trap("$\\frac{c}{b} = \\frac{12}{4} = 3$", "$\\frac{c}{b} = \\frac{9}{3} = 3$"),
          trap("`(a + b) * 2 = (3 + 4) * 2 = 14`", "`(a + b) * 2 = (2 + 5) * 2 = 14`"),
          trap("`max(a, b) = max(3, 4) = 4`", "`max(a, b) = max(2, 4) = 4`"),
          trap("a + b = 3 + 4 = 7", "a + b = 2 + 5 = 7"),
          // what is smaller may be so whatever a digit is
          trap("30 + 20 ≠ 60 > 12", "30 + 20 ≠ 50 > 12"),
          trap("`10 - c < 0`", "`13 - c < 0`"),
          trap("12 / 10 > 1", "12 / 10 > 2"),
          // a product is no rest of what cancels, however small it is
          trap("`2**-40 ≈ 2**-20 * 2**-20`", "`2**-40 ≈ 9 * 20**-13`"),
          trap("`a * 2**-40 = 1.5 * 2**-39`", "`a * 2**-40 = 3 * 2**-41`"),
          trap("$2^{-52} = 2^{-50} / 4$", "$2^{-52} = 2^{-51} / 4$"),
          trap("`a / 10 + 0.2 - 0.5 = 0 * 7`", "`a / 10 + 0.2 - 0.5 = 2**-40`"),
          // whole digits are exact
          trap("`a * 10 = 3e1`", "`c = 1e1`"),
          trap("`10 * a ≈ 3e1`", "`c / 7 = 2e0`"),
          trap("[3e1]{= a * 10}", "[1e1]{= c}"),
          trap("[3 thousand]{= a * 1000}", "[1k]{= c * 50}"),
          trap("≈ [1k]{= c * 80}", "[0k]{= c}"),
          // upright letters behind a number are its unit
          trap("$a = 3\\,\\mathrm{m}$", "$a = 12\\,\\mathrm{m}$"),
          trap(
              "$2 \\cdot 3\\,\\mathrm{km} = 6\\,\\text{km}$",
              "$2 \\cdot 3\\,\\mathrm{km} = 6\\,\\text{s}$"),
          trap(
              "$3\\,\\text{minutes} + 4\\,\\text{min} = 7\\,\\text{min}$",
              "$3\\,\\text{minutes} + 4\\,\\text{min} = 7\\,\\text{h}$"),
          trap(
              "$3\\,\\mathrm{m} \\cdot 4\\,\\mathrm{m} = 12\\,\\mathrm{m}^2$",
              "$a = 3\\,\\mathrm{m} = 3\\,\\mathrm{km}$"),
          trap("$(3\\,\\mathrm{m})^2 = 9\\,\\mathrm{m^2}$", "$12\\,\\text{pct} = c$"),
          trap(
              "$1 / 4\\,\\mathrm{s} = 0.25\\,\\mathrm{Hz}$",
              "$1 / 4\\,\\mathrm{s} = 0.35\\,\\mathrm{Hz}$"),
          trap("$c = 12\\,\\mathrm{b}$", "$c = 3\\,\\mathrm{b}$"),
          trap("$c = 12\\text{ b}$", "$c = 3\\text{ b}$"),
          trap("$c = 3 \\cdot \\mathrm{b}$", "$c = 12\\mathrm{b}$"),
          trap(
              "$a = 3\\,\\frac{\\mathrm{m}}{\\mathrm{s}^2}$",
              "$a = 4\\,\\frac{\\mathrm{m}}{\\mathrm{s}^2}$"),
          // vectors
          trap("$sizes = (7, 1, 2)$", "$sizes + sizes = (7, 1, 2, 7, 1, 2)$"),
          trap(
              "$\\begin{pmatrix} a \\\\ b \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 4"
                  + " \\end{pmatrix}$",
              "$2 \\cdot \\begin{pmatrix} a \\\\ b \\end{pmatrix} = \\begin{pmatrix} 3 \\\\ 4 \\\\"
                  + " 3 \\\\ 4 \\end{pmatrix}$"),
          // words that make something else of a name, remarks in brackets, units that are names
          trap("half of `c` = {{c / 2}}", "So `c` = {{a}}"),
          trap("the gradient of `c` at `a` = {{dc/da}}", "then `c` = {{dc/da}}"),
          trap("If a grew by 3 × 1 = 3, then c = {{2 * c}}", "It did. Then c = {{2 * a}}"),
          trap("elsewhere c = [13]{plain}", "elsewhere c = [13]{= c + 1} = {{a}}"),
          trap("there `c` > [13]{plain}", "there `c` > [13]{= a + 10}"),
          trap("c = [14]{cite=paper} there", "c = {{a}} there, not [14]{cite=paper}"),
          trap("with {{a}} < {{c}}", "with {{a}} > {{c}}"),
          trap("for {{a}} + {{b}} = {{a + b}}", "for {{a}} + {{b}} = {{c}}"),
          trap("the sum of {{a}} + {{b}} = {{a + b}}", "the sum of {{a}} + {{b}} = {{c}}"),
          trap("If so, {{a}} × {{b}} = {{c}}", "If so, {{a}} × {{b}} = {{a}}"),
          trap("If so, {{a}} < {{c}}", "If so, {{a}} > {{c}}"),
          trap("half of {{c}} = {{c / 2}}", "so {{c}} = {{c / 2}}"),
          trap("half of c = 6", "half of c = 7"),
          trap("With a = {{a + 1}} it grows", "and c = {{a}}"),
          trap("`a`, `b` = {{a}}, {{b}}", "`b` = {{a}}"),
          trap("{{b}} > {{a}}, {{c}} > {{b}}", "{{b}} > {{a}}, {{a}} > {{c}}"),
          trap("at a = {{a + 1}}: c = {{(a + 1) * b}}", "a = {{a}}: c = {{(a + 1) * b}}"),
          trap("`(10 - 10) * (4 + 20) = 0`", "`(10 - 10) * (4 + 20) = 10`"),
          trap("twice {{a}} = {{2 * a}}", "so {{a}} = {{2 * a}}"),
          trap("(see) 9 − 6 = 3", "(see) 9 − 6 = 4"),
          trap("(see) −c = −6 − 6 = −12", "(see) −c = 6 + 6 = 12"),
          trap("3 + 4 = 7 (a + b)", "3 + 4 = 8 (a + b)"),
          trap("2 (3 + 4) = 14", "2 (3 + 4) = 7"),
          trap("3 b + 4 b = 7 b", "3 b + 4 b = 8 b"),
          trap("[never above 4]{= a <= 4}", "[never above 4]{= c > 4}"),
          trap("[twice 6]{= c == 2 * 6}", "[twice 6]{= c / 2}"),
          trap("∂f/∂c = [6]{plain}a of another f", "a = 6"),
          trap("$a \\leftarrow a - 0.1 \\cdot 4 = 2.6$", "$a \\leftarrow a - 0.1 \\cdot 4 = 2.7$"),
          trap("`a ← a - 0.1 * 4 = 2.6`", "`a ← a - 0.2 * 4 = 2.6`"),
          // braces of TeX are not seen
          trap("$(a + b)^2 = 49$", "${a + b}^2 = 49$"),
          trap("$(-3)^2 = 9$", "${-3}^2 = 9$"),
          trap("$(a + b) \\cdot 2 = 14$", "$\\mathbf{a + b} \\cdot 2 = 14$"),
          trap("$\\ln(a + b) = 1.95$", "$\\ln{a + b} = 1.95$"),
          trap("$c = \\underbrace{12}_{a b}$", "$c = \\underbrace{12}_{= a}$"),
          // a percent sign behind a formula or code
          trap("`100 * a = 300` %", "`c = 12` %"),
          trap("$100 a = 300$ %", "$c = 12$ %"),
          // units and words of scale
          trap("3 million + 4 million = 7 million", "3 million + 4 million = 8 million"),
          trap("3 thousand × 4 = 12 thousand", "3 thousand × 4 = 12"),
          trap("12 mil / 4 = 3 mil", "12 mil / 4 mil = 3 mil"),
          trap("3 km + 4 km = 7 km", "3 km + 4 = 7 km"),
          trap("3 × 4 km = 12 km", "3 km × 4 km = 12 km"),
          trap("3 × 4 = 12 km", "3 + 4 km = 7 km"),
          trap("$3 + $4 = $7", "$3 + €4 = $7"),
          trap("3 × 4 € = 12 €", "3 × $4 = 12 €"),
          // arithmetic in words, of numbers that have their standing by it
          trap("15 % of 80 is 12.", "15 % of 80 is 13."),
          trap("We know that 15 % of \\$80 is \\$12.", "15 % of \\$80 is 12 €."),
          trap("El 15 % de 80 es 12.", "El 16 % de 80 es 12."),
          trap("15 % von 80 sind 12.", "15 % von 81 sind 12."),
          trap("Half of 80 km is 40 km.", "Half of 80 km is 40 kg."),
          trap("15 % of 80 is 12", "5 plus 15 % of 80 is 12"),
          trap("15 % of 80 is 12;", "15 % of 80 is 12 percent;"),
          trap("half of 3 million is 1.5 million", "half of 3 million is 1.5"),
          trap("A third of 10 is 3.33.", "A third of 10 is 3.34."),
          trap("A third of 10 is about 3.", "A third of 10 is about 4."),
          trap("3 times 4 is 12.", "2 + 3 times 4 is 12."),
          trap("80 geteilt durch 4 ergibt 20.", "80 geteilt durch 4 ergibt 21."),
          trap("¾ of {{b}} is 3.", "¾ of {{b}} is 4."),
          trap("The sum of 1, 2 and 4 is 7.", "The sum of 1, 2 and 4 is 8."),
          trap("Die Summe von 3 und 4 ist 7.", "Die Summe von 3 und 4 ist 8."),
          trap("The difference between 4 and 10 is 6.", "The difference between 4 and 10 is 7."),
          trap("The sum of `a` and `b` is {{a + b}}.", "The sum of `a` and `b` is {{c}}."),
          trap(
              "The product of {{a}} and {{b}} is {{c}}.",
              "The product of {{a}} and {{b}} is {{a}}."),
          trap("El producto de `a` y `b` es {{c}}.", "El producto de `a` y `b` es {{a + b}}."),
          // units that are made of others, and converted ones
          trap("2 kg × 3 €/kg = 6 €", "2 kg × 3 €/kg = 6 kg"),
          trap("(3 + 4) km = 7 km", "(3 + 4) km = 7 kg"),
          trap("2 × (3 m + 4 m) = 14 m", "2 × (3 m + 4 m) = 7 m"),
          trap("5 kg × 9.81 m/s² = 49.05 N", "5 kg × 9.81 m/s² = 49.05 J"),
          trap("3.5 km = 3,500 m", "3.5 km = 350 m"),
          trap("3 km = 3 × 1000 m = 3000 m", "3 km = 3 × 100 m = 300 m"),
          trap("1 h + 30 min = 90 min", "1 h + 30 min = 31 min"),
          trap("12 km −500 m = 11.5 km", "12 km −500 m = 11.4 km"),
          trap("120 km / 30 min = 240 km/h", "120 km / 30 min = 4 km/h"),
          trap("72 km/h = 72 / 3.6 m/s = 20 m/s", "72 km/h = 72 / 3.5 m/s = 20 m/s"),
          trap("1 / 4 s = 0.25 Hz", "1 / 4 s = 0.35 Hz"),
          trap("42.195 km ≈ 26.2 mi", "42.195 km ≈ 26.3 mi"),
          trap("½ × 9.81 m/s² × (2 s)² = 19.62 m", "½ × 9.81 m/s² × (2 s)² = 19.62 s"),
          trap("9.81 m/s² × 2² s² / 2 = 19.62 m", "9.81 m/s² × 2³ s² / 2 = 19.62 m"),
          trap("3 boxes × 12 eggs per box = 36 eggs", "3 boxes × 12 eggs per box = 35 eggs"),
          trap("2 cups × 125 g = 250 g", "2 cups × 125 g = 250 km"),
          trap("[2 kg + 3 km]{plain}", "2 kg + 3 km = 5 kg"),
          trap("\\$3 + \\$4 = \\$7", "3 + \\$4 = \\$7"),
          trap("3 × \\$4 = \\$12", "\\$3 + 4 € = \\$7"),
          trap("{{a}} km × {{b}} km = {{c}} km²", "{{a}} km × {{b}} km = {{c}} km"),
          trap("{{a}} m + {{b}} m = {{a + b}} m", "{{a}} m + {{b}} m = {{a + b}} cm"),
          trap("{{a}} km/h × {{b}} h = {{c}} km", "{{a}} km/h × {{b}} h = {{c}} h"),
          trap("{{a}} km = {{1000 * a}} m", "{{a}} km = {{100 * a}} m"),
          trap("{{a}} × {{b}} = {{c}} km", "\\${{a}} + €{{b}} = \\${{a + b}}"),
          // a number and a fraction are one
          trap("2 ½ × 2 = 5", "2 ½ × 2 = 2"),
          trap("[1 ½]{= a / 2}", "[1 ½]{= a / 6}"),
          trap("2½ × 2 = 5", "2½ × 2 = 2"),
          // numbers side by side, columns, powers of functions, what is divided by
          trap("$12 = c$", "$1\\mathbf{2} = 2$"),
          trap("$c = 6 \\cdot \\mathbf{2}$", "$c = 6\\mathbf{2}$"),
          trap("$c = 24 \\cdot .5$", "$c = 24\\,.5$"),
          trap("$c = 24 \\cdot .5$", "$c = 24{.5}$"),
          trap("$c = 6 \\cdot {2}$", "$c = 6\\,{2}$"),
          trap("$c = 6 \\cdot \\boxed{2}$", "$c = 6\\boxed{2}$"),
          trap("$c = 6 \\cdot \\underline{2}$", "$c = 6\\underline{2}$"),
          trap("$2 \\cdot \\frac{1}{2} = 1$", "$2\\frac{1}{2} = 1$"),
          trap("$c^2 = 144$", "$c^{(2)} = 144$"),
          trap("$c := 3 \\cdot 4$", "$c := 3 \\cdot 5$"),
          trap("$\\therefore c = 12 \\therefore b = 4$", "$\\therefore c = 12 \\therefore b = 5$"),
          trap("$c \\coloneqq 3 \\cdot 4$", "$c \\coloneqq 3 \\cdot 5$"),
          trap("$a = 3$", "$a^{[1]} = 3$"),
          trap("$\\frac{dc}{da} = 2 \\cdot 2 = 4$", "$\\frac{dc}{da} = 2 \\cdot 3 = 6$"),
          trap("For $x^n$ it is [$n x^{n-1}$]{plain}.", "For $x^n$ it is $n x^{n-1}$ -{{a}}."),
          trap("$2\\frac{c}{a} = 8$", "$2\\frac{c}{a} = 9$"),
          trap("$2a + 2(a + b) = 20$", "$2a + 2(a + b) = 21$"),
          trap(
              "$$\\begin{aligned} c &= 12 & a &= 3 \\\\ b &= 4 & c &= 12 \\end{aligned}$$",
              "$$\\begin{aligned} c &= 4 & a &= 12 \\end{aligned}$$"),
          trap(
              "$$\\begin{aligned} c &= 6 \\cdot 2 \\end{aligned}$$",
              "$$\\begin{aligned} c &= 6&2 \\end{aligned}$$"),
          trap("$\\ln a^2 = 2.197$", "$\\ln a^2 = 1.21$"),
          trap("$\\log_2 8^2 = 6$", "$\\log_2 8^2 = 9$"),
          trap("$\\cos 0^{2} = 1$", "$\\cos 2^{2} = 0.17$"),
          trap("$\\sin^2 a + \\cos^2 a = 1$", "$\\sin^2 a + \\cos^2 a = 2$"),
          trap("$1 - \\tanh^2(a) = 0.00987$", "$1 - \\tanh^2(a) = 0.01987$"),
          trap("$\\ln(1/3) = -1.1$", "$\\ln 1/3 = 0$"),
          trap("$\\ln(2a) = 1.79$", "$\\ln 2a = 2.08$"),
          trap("$\\log a \\log b = 1.523$", "$\\log a \\log b = 1.6$"),
          trap("$\\tanh 1 = 0.7616$", "$\\tanh^{-1} 1 = 1.313$"),
          trap("$a/(2b) = 0.375$", "$a/2b = 6$"),
          trap("$1/(2\\pi) = 0.159$", "$1/2\\pi = 1.57$"),
          trap("$12/2 \\cdot 3 = 18$", "$12/2(3) = 18$"),
          trap("$\\frac{1}{a}(a + b) = 7/3$", "$1/a(a + b) = 7/3$"),
          trap("$dc/da \\, da/da = 4$", "$dc/da \\, da/da = 5$"),
          // what no unit says, what stands at a brace, a derivative at a place
          trap("$c = 12\\,\\mathrm{kg}$", "$c = 12\\,\\mathrm{e}^{3}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\text{ thousand}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\,\\text{million}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\,\\text{percent}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\text{ point five}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\text{ and a half}$"),
          trap("$c = 12\\text{ units}$", "$c = 12\\text{ minus three}$"),
          trap(
              "$b \\cdot 10 = 40\\,^\\circ\\mathrm{C}$", "$b \\cdot 10 = 41\\,^\\circ\\mathrm{C}$"),
          trap("$25\\% = a / c$", "$26\\% = a / c$"),
          trap("$\\frac{dc}{da} \\cdot (5) = 20$", "$\\frac{dc}{da}(5) = 20$"),
          trap("$c = 1.2 \\cdot 10^{1}$", "$1e3 = 8.15$"),
          trap("`n.change = 0.04`", "`n.change = 0.05`"),
          trap("`c * 1000000000 + 1 = 12000000001`", "`c * 1000000000 + 1 = 12000000002`"),
          // plain words
          trap("3 × 1 × 2 = 6", "3 × 1 × 2 = 7"),
          trap("**16 + 20 + 5 = 41**", "**16 + 20 + 5 = 42**"),
          trap("4 × 4 = **16 knobs**", "4 × 4 = **17 knobs**"),
          trap("10,000 + 1 = 10,001", "10,000 + 1 = 10,002"),
          trap("1.5 + 1.5 = 3", "1.5 + 1.6 = 3"),
          trap("10 - 4 = 6", "10 - 4 = 5"),
          trap("$\\Gamma \\in G$", "$\\Gamma = 3$"),
          trap("25 % + 25 % = 50 %", "25 % + 25 % = 51 %"),
          trap("(2 + 3) × 4 = 20", "(2 + 3) × 4 = 24"),
          trap("(2 + 3 = 5)", "(2 + 3 = 6)"),
          trap("f = 6/36 = 1/6 ≈ 0.167", "f = 6/36 = 1/6 ≈ 0.168"),
          trap("3² + 4² = 5²", "3² + 4² = 6²"),
          trap("3² + 4² = 25", "3³ + 4² = 25"),
          trap("√16 + 1 = 5", "√16 + 1 = 6"),
          trap("2^10 = 1,024", "2^10 = 1,023"),
          trap("10⁻² × 3 = 0.03", "10⁻³ × 3 = 0.03"),
          trap("9.8 × 3² / 2 = 44.1", "9.8 × 3² / 2 = 44.2"),
          trap("4 − 4 = 0", "4 − 3 = 0"),
          trap("5 – 3 = 2", "5 – 3 = 3"),
          trap("4 -4 = 0", "5 -4 = 0"),
          trap("-3 + 5 = 2", "-3 + 5 = 8"),
          trap("1 + 1 < 3", "1 + 1 < 2"),
          trap("200 × 15 % = 30", "200 × 15 % = 31"),
          trap("4 × 3 + 4 = 16 parameters", "4 × 3 + 4 = 15 parameters"),
          trap("1 + 1 = 2 = 4 − 2", "1 + 1 = 2 = 4 − 1"),
          trap("2 ÷ 4 = .5", "2 ÷ 4 = .6"),
          trap("(2 + 4 + 4) / 2 = 5", "(2 + 4 + 4) / 2 = 6"),
          trap("6 · 7 ≠ 41", "6 · 7 ≠ 42"),
          trap("On 2026-02-21 it began", "On 2026-13-21 it began"),
          trap("x1, w2 and GPT-4", "x1, w2 and 4"),
          trap("Llama-3 and SHA-256 are names", "over-300 people came"),
          // what is in the false part of a condition is no evidence
          trap("[it is 3]{= a == 3 or b == 5}", "[it is 5]{= a == 3 or b == 5}"),
          trap("[4, or 3]{= a == 3 or b == 4}", "[4, or 5]{= a == 5 or b == 4}"),
          trap("{{c}} knobs", "12 knobs"),
          // bound words
          trap("[12]{= c}", "[13]{= c}"),
          trap("[**12**]{= c}", "[**21**]{= c}"),
          trap("[1.71]{= c / 7}", "[1.72]{= c / 7}"),
          trap("[1.2e1]{= c}", "[1.3e1]{= c}"),
          trap("[1,200]{= c * 100}", "[1,201]{= c * 100}"),
          trap("[1200 %]{= c}", "[120 %]{= c}"),
          trap("[3 and 4]{= (a, b)}", "[4 and 3]{= (a, b)}"),
          trap("[a is smaller]{= a < b}", "[a is larger]{= a > b}"),
          trap("[below 20]{= c < 20}", "[below 10]{= c < 20}"),
          trap("[from 10 to 20]{= 10 < c < 20}", "[from 20 to 20]{= 10 < c < 20}"),
          trap("[below 20]{= 0 < c < 20}", "[below 20]{= 10 < c < 20}"),
          trap(
              "[from 10]{= 10 < c < 20} to [20]{= 10 < c < 20}",
              "[from 10]{= 10 < c < 20} to [10]{= 10 < c < 20}"),
          trap(
              "[it is 12]{= c > 1 and c == 12}, [small]{= 10 < c < 20}",
              "[it is 13]{= c > 1 and c == 12}"),
          trap("[−12]{= -c}", "[12]{= -c}"),
          trap("[１２]{= c}", "[１３]{= c}"),
          trap("[about ≈ 2]{= c / 7}", "[about ≈ 1]{= c / 7}"),
          // roots, fractions and brackets as schoolbooks have them
          trap("so √13 ≈ 3.61 of them", "so √13 ≈ 3.62 of them"),
          trap("and √16 = 4 holds", "and √16 = 5 holds"),
          trap("We have √(26/3) ≈ 2.94.", "We have √(26/3) ≈ 2.95."),
          trap("$\\sqrt[3]{27} = a$", "$\\sqrt[3]{64} = a$"),
          trap("$2\\sqrt[4]{16} = 4$", "$2\\sqrt[4]{16} = 2$"),
          trap("$5^{\\frac13} = 1.70998$", "$5^{\\frac12} = 1.70998$"),
          trap("$\\frac12 c = 6$", "$\\frac12 c = 5$"),
          trap("$\\tfrac 1{2} + \\frac{1}4 = 0.75$", "$\\tfrac 1{2} + \\frac{1}3 = 0.75$"),
          trap("$\\frac c4 = a$", "$\\frac c3 = a$"),
          trap("$\\binom{b}{2} = 6$", "$\\binom{b}{3} = 6$"),
          trap("$\\binom52 = 10$", "$\\binom53 = 11$"),
          trap("$\\lfloor 12 / 5 \\rfloor = 2$", "$\\lfloor 12 / 5 \\rfloor = 3$"),
          trap("$\\lceil -2.5 \\rceil = -2$", "$\\lceil -2.5 \\rceil = -3$"),
          trap("$\\lg 100 = 2$", "$\\lg 100 = 4.6052$"),
          trap("$100 \\gg c$", "$100 \\ll c$"),
          // blocks named within an expression
          trap("[24]{= 2 * product.c}", "[25]{= 2 * product.c}"),
          trap("[9]{= product.c - (product.a + 0)}", "[8]{= product.c - (product.a + 0)}"),
          trap("`(product.a + b) / 2 = 3.5`", "`(product.a + b) / 2 = 3.4`"),
          trap("{{1 + product.dc/da}} or 1 + 4 = 5", "{{1 + product.dc/db}} or 1 + 4 = 6"),
          // marks
          trap("[1.8 trillion]{cite=paper}", "[1.8 trillion]{cite=papers}"),
          trap("[20]{plain}", "[20]{plane}"),
          trap("{{c:.1f}}", "{{c:.q}}"),
          trap("{{c}}", "{{12}}"),
          trap("{{n.change:.2f}}", "{{n.chance:.2f}}"),
          trap("[12]{= c}", "[12]{= 12}"),
          trap("[yes]{= c > a}", "[yes]{= c == c}"),
          trap("[yes]{= c.data == 12}", "[yes]{= True}"),
          trap("{{words}}", "{{word}}"),
          // every place that a reader sees
          trap("| x | {{a}} |\n|---|:-:|\n| y | z |", "| x | {{a}} |\n|---|\n| y | z |"),
          trap("# The `c = 12`", "# The `c = 13`"),
          trap("# Part [1]{plain}", "# Part 1"),
          trap("- item `c = 12`", "- item `c = 11`"),
          trap("> quoted `c = 12`", "> quoted 12"),
          trap(
              "| x | y |\n|---|---|\n| `c = 12` | {{b}} |",
              "| x | y |\n|---|---|\n| `c = 12` | 4 |"),
          trap("| {{a}} | y |\n|---|---|\n| x | y |", "| 3 | y |\n|---|---|\n| x | y |"),
          trap("Note.[^1]\n\n[^1]: It is {{c}}.", "Note.[^1]\n\n[^1]: It is 12."),
          trap("[see {{c}}](other.html)", "[see 12](other.html)"),
          trap("[see](https://example.org/12)", "[see](https://example.org/12 \"page 12\")"),
          trap("<https://example.org/12>", "<https://example.org/12> 12"),
          trap("![graph of c](c.png)", "![graph of 12](c.png)"),
          trap("![of {{c}}](c.png \"t\")", "![of {{c}}](c.png \"t {{c}}\")"),
          trap("~~{{c}}~~", "~~12~~"),
          trap("<b>{{c}}</b>", "<b>12</b>"),
          trap("<i class=\"x\">", "<i class=\"12\">"),
          trap("```\nc = a * b = 12\n```", "```\nc = a * b = 13\n```"),
          trap("```\nc = 12   # what comes out\n```", "```\nc = 12   # not 13\n```"),
          trap("```\na({{a}}) ──┐\n```", "```\na(3) ──┐\n```"),
          trap("```\n[12]{= c} ←\n```", "```\n[13]{= c} ←\n```"),
          trap("```text plain\n12 = 13\n```", "```text\n12 = 13\n```"),
          trap("code:\n\n    c = 12", "code:\n\n    c = 13"),
          trap("1. one\n2. two", "1. one 1\n2. two"),
          // the numbers of lists count
          trap("1. one\n2. two", "1. one\n3. two"),
          trap("1. one\n1. two", "12. one\n1. two"),
          trap("1. one\n2. two\n\nThen\n\n3. three", "1. one\n2. two\n\nThen\n\n4. three"),
          trap("0. none\n1. one", "0. none"),
          trap("c is\n\n[12]{= c}. so", "c is\n\n13. so"),
          // a format whose filling reads as digits or as a sign
          trap("{{a:06.2f}} {{c:>8}} {{c:b}}", "{{a:1>2}}"),
          trap("{{c:0>4}}", "{{c:0<4}}"),
          trap("{{a:>3}}", "{{a:->3}}"),
          // what turns the order in which signs and digits are seen
          trap("[12]{= c}", "\u202e[12]{= c}"),
          trap("{{c}}", "&#x202e;{{c}}"),
          trap("\u05d0 \u200f{{c}}", "\u200f{{c}}"),
          // a sign in code, and an address without a host
          trap("the `-` and {{c}}", "`-`{{c}}"),
          trap("the `%` of {{c}}", "{{c}}`%`"),
          trap("https://example.org/c=13", "http://c=13"),
          trap("mailto:ann7@example.org", "mailto:13"),
          trap("`a * b` and `Value`", "`a * 5` and `Value`"),
          trap("`c = a * b`", "`c = a * a`"),
          trap("`q = r * s`", "`q = r * 3`"),
          trap("`nudge(c, a, 0.01)`", "`nudge(c, a, 0.02)`"),
          trap("`[7, 1, 2]`", "`[7, 1, 3]`"),
          trap("`[7, 1, 2]`", "`[2]`"),
          trap("`q ← q - lr * g`", "`q ← q - 0.1 * g`"),
          // numbers of several parts
          trap("[1.5×10⁻³]{= a / 2000}", "[1.6×10⁻³]{= a / 2000}"),
          trap("[1.5×10⁻³]{= a / 2000}", "[1.5×10⁻⁴]{= a / 2000}"),
          trap("[1.5 · 10^-3 m]{= a / 2000}", "[1.5 · 10^-2 m]{= a / 2000}"),
          trap("[≈ 1.2 × 10²]{= c * 10 + a}", "[≈ 1.3 × 10²]{= c * 10 + a}"),
          trap("[1.23 × 10²]{= c * 10 + a}", "[1.2 × 10³]{= c * 10 + a}"),
          trap("`c * 100 + a = 1.203×10³`", "`c * 100 + a = 1.204×10³`"),
          trap("`a / 7000 = 4.29×10⁻⁴`", "`a / 7000 = 4.28×10⁻⁴`"),
          trap("`c * 10 + a ≈ 1.2 × 10²`", "`c * 10 + a ≈ 1.3 × 10²`"),
          trap("`c * 10 = 12 × 10¹`", "`c * 10 + 1 = 12 × 10¹`"),
          trap("1.5e-3 × 2.1 = 3.2×10⁻³", "1.5e-3 × 2.1 = 3.3×10⁻³"),
          trap("3 × 10² = 300", "3 × 10² = 310"),
          trap("[½]{= a / 6}", "[½]{= a / 7}"),
          trap("[3½]{= a + a / 6}", "[2½]{= a + a / 6}"),
          trap("[−½]{= -a / 6}", "[½]{= -a / 6}"),
          trap("[⅓]{= a / 9}", "[⅔]{= a / 9}"),
          trap("[3/4]{= a / b}", "[3/5]{= a / b}"),
          trap("[1/3]{= a / 9}", "[1/4]{= a / 9}"),
          trap("[12 345]{= c * 1000 + 345}", "[12 346]{= c * 1000 + 345}"),
          trap("[1 200 000]{= c * 100000}", "[1 300 000]{= c * 100000}"),
          trap("[2³]{= a + b + 1}", "[3³]{= a + b + 1}"),
          trap("[√16]{= b}", "[√16]{= b * b}"),
          trap("[3 × 4]{= c}", "[3 × 5]{= c}"),
          trap("½ + ¼ = ¾", "½ + ¼ = ⅔"),
          trap("⅓ + ⅓ = ⅔", "⅓ + ⅓ = ¾"),
          trap("3½ × 2 = 7", "3½ × 2 = 8"),
          trap("2 ** 3 = 8", "2 ** 3 = 9"),
          trap("12 000 + 1 = 12 001", "12 000 + 1 = 12 002"),
          trap("(2 + 3)² = 25", "(2 + 3)² = 26"),
          trap("(2 + 3)² = 25", "(2 + 3)³ = 25"),
          trap("100 € × 1.05 = 105 €", "100 € × 1.06 = 105 €"),
          // with one unit, that of the result too
          trap("50 min × 0.8 = 40 min", "50 min × 0.8 = 41 min"),
          trap("4 km + 2 km = 6 km of 3 × 4 = 12", "4 km + 3 km = 6 km"),
          trap("(3 m/s + 2 m/s) / 2 = 2.5 m/s.", "(3 m/s + 2 m/s) / 3 = 2.5 m/s."),
          trap("3 cm² × 2 = 6 cm² and 1 + 1 = 2", "3 cm² × 2 = 7 cm²"),
          trap("1 + 1 = 2 words and 2 + 3 = 5 words", "1 + 1 = 2 words and 2 + 3 = 6 words"),
          trap("2 × 3 = 6 dollars – and 4 × 5 = 20", "2 × 3 = 6 dollars – 4 = 3"),
          trap("$5 + $6 = $11", "$5 + $6 = $12"),
          trap("90° + 90° = 180°", "90° + 90° = 181°"),
          // a function of numbers that are put in, whatever it is called
          trap("`-log(a / 9) = -ln(0.333) = 1.1`", "`-log(a / 9) = -ln(0.343) = 1.1`"),
          trap("`(a / 9).tanh() = tanh(0.333) = 0.32`", "`(a / 9).tanh() = tanh(0.323) = 0.32`"),
          trap("`|a / 9 - 1| = |0.333 - 1| = 0.667`", "`|a / 9 - 1| = |0.343 - 1| = 0.667`"),
          // a number of the program, told with what it is a function of
          trap("`c(a, b) = a * b = 12`", "`c(a, b) = a * b = 13`"),
          trap("`c(a) = 4 * a`", "`c(a) = 5 * a`"),
          trap("`c(b) = 12`", "`c(k) = 12`"),
          trap("`c(a) = 12`", "`c(*a) = 12`"),
          trap("`c(a, b) = 12`", "`c(a, k=b) = 12`"),
          // a rounded number stands for some terms of a row that follow each other
          trap(
              "`a / 7 * b * (1 - a / 9) = 0.4286 * 2.667 = 1.143`",
              "`a / 7 * b * (1 - a / 9) = 0.4286 * 2.677 = 1.143`"),
          trap(
              "`a / 7 - b / 7 + c / 7 - 1 = 0.429 + 0.143 = 0.571`",
              "`a / 7 - b / 7 + c / 7 - 1 = 0.429 + 0.153 = 0.571`"),
          trap("`c / 7 / a / 9 = 1.714 / 27 = 0.0635`", "`c / 7 / a / 9 = 1.714 / 28 = 0.0635`"),
          // numbers of the line above, in the digits that it showed
          trap(
              "`c * tanh(a / 6) = 5.5454`; `tanh(a / 6) = 0.4621`; 0.4621 × 0.3 = 0.14",
              "`c * tanh(a / 6) = 5.5454`; `tanh(a / 6) = 0.4621`; 0.4622 × 0.3 = 0.14"),
          // a side may stand for the one before it, whose rounded numbers stand for others
          trap(
              "`tanh(a / 6) = 0.4621`, `exp(tanh(a / 6) + 1) = exp(0.4621 + 1) = exp(1.4621) ="
                  + " 4.315`",
              "`tanh(a / 6) = 0.4621`, `exp(tanh(a / 6) + 1) = exp(0.4621 + 1) = exp(1.4622) ="
                  + " 4.315`"),
          trap(
              "`tanh(a / 6) = 0.4621`, `exp(2 * tanh(a / 6)) = e**(2 * 0.4621) = e**0.9242 = 2.52`",
              "`tanh(a / 6) = 0.4621`, `exp(2 * tanh(a / 6)) = e**(2 * 0.4621) = e**0.9243 ="
                  + " 2.52`"),
          trap(
              "`tanh(a / 6) = 0.4621`, `c * tanh(a / 6) = 0.4621 × 12 = 5.5454`",
              "`tanh(a / 6) = 0.4621`, `c * tanh(a / 6) = 0.4622 × 12 = 5.5454`"),
          // what is left of a known number to one, and the slopes of tanh and sigmoid at it
          trap(
              "`tanh(a / 6) = 0.4621`, `c * (tanh(a / 6) - tanh(a / 6)**2) = 12 * 0.4621 * 0.5379 ="
                  + " 2.983`",
              "`tanh(a / 6) = 0.4621`, `c * (tanh(a / 6) - tanh(a / 6)**2) = 12 * 0.4621 * 0.5389 ="
                  + " 2.983`"),
          trap(
              "`tanh(a / 6) = 0.4621`, `b - b * tanh(a / 6)**2 = 4 * 0.7864 = 3.1458`",
              "`tanh(a / 6) = 0.4621`, `b - b * tanh(a / 6)**2 = 4 * 0.7865 = 3.1458`"),
          trap(
              "`tanh(a / 6) = 0.4621`, `b * tanh(a / 6) - b * tanh(a / 6)**2 = 4 * 0.2486 ="
                  + " 0.9943`",
              "`tanh(a / 6) = 0.4621`, `b * tanh(a / 6) - b * tanh(a / 6)**2 = 4 * 0.2485 ="
                  + " 0.9943`"),
          trap( // a product of the rounded number says nothing of what it is
              "`b / 33 = 0.12`, -1.0 * 0.12 = -0.12, `a * b / 11 = 0.12 * 9 = 1.09`",
              "`b / 33 = 0.12`, -1.0 * 0.12 = -0.12, `a * b / 11 = 0.12 * 9 = 1.19`"),
          trap("27 / 4 = 6.75, √6.75 ≈ 2.6", "27 / 4 = 6.75, √6.76 ≈ 2.6"),
          trap("5.0625 + 5.0625 + 1.125 = 11.25", "5.0635 + 5.0625 + 1.125 = 11.25"),
          trap("27 / 4 = 6.75, 6.85 / 2 = 3.425", "27 / 4 = 6.75, 6.85 / 2 = 3.4"),
          // what is filled in or bound is read with what stands beside it
          trap("3 × 4 = {{c}}", "3 × 5 = {{c}}"),
          trap("{{a}} × 4 = 12", "{{a}} × 4 = 13"),
          trap("3 × 4 = [12]{= c} knobs", "3 × 3 = [12]{= c} knobs"),
          trap("[1.5]{plain} × 4 = 6", "[1.5]{plain} × 4 = 7"),
          trap("200 × [5 %]{cite=paper} = 10", "300 × [5 %]{cite=paper} = 10"),
          trap("12 / 7 = {{c / 7:.2f}}", "13 / 7 = {{c / 7:.2f}}"),
          trap("**{{a}}** × 4 = **12**", "**{{a}}** × 4 = **14**"),
          trap("`c = {{a}} * 4 = 12`", "`c = {{a}} * 4 = 13`"),
          trap("`c = {{a}} * 4 = 12`", "`c = {{a}} * 5 = 12`"),
          trap("`{{a}} * 4 = [12]{= c}`", "`{{a}} * 3 = [12]{= c}`"),
          trap("```\n- a = 3\n- c = 12\n```", "```\n- a = -3\n- c = 12\n```"),
          trap("```\n* a = 3\n* c = 12\n```", "```\n* a = 3\n* c = 13\n```"),
          trap("```\n- a = -3\n```", "```\n- a = 3\n```"), // no list
          trap("```\n- a = 3\n- 3 * 4 = 12\n```", "```\n- 12 = c\n- 3 = a\n```"),
          trap("```\n3 * {{b}} = 12   # so\n```", "```\n3 * {{b}} = 13   # so\n```"),
          // digits that go on are cut off
          trap("`2 / 3 = 0.666…`", "`2 / 3 = 0.667…`"),
          trap("`2 / a = 0.66...`", "`2 / a = 0.67...`"),
          trap("2 / 3 = 0.666…", "2 / 3 = 0.665…"),
          trap("1/3 ≈ 0.333... of it", "1/3 ≈ 0.334... of it"),
          trap("[0.1666…]{= b / 24}", "[0.1667…]{= b / 24}"),
          trap("[−0.66…]{= -2 / a}", "[−0.67…]{= -2 / a}"),
          trap("$\\frac{2}{3} = 0.66\\ldots$", "$\\frac{2}{3} = 0.67\\ldots$"),
          trap("`c = 12`…", "`c = 13`…"),
          // signs of mathematics
          trap("`|-a| = 3`", "`|-a| = 4`"),
          trap("`|a - b| * 2 = 2`", "`|a - b| * 2 = 3`"),
          trap("`||a - b| - 3| = 2`", "`||a - b| - 3| = 4`"),
          trap("[1]{= |a - b|}", "[2]{= |a - b|}"),
          trap("`0 < |dc/da|`", "`5 < |dc/da|`"),
          trap("$|a - b| = 1$", "$|a - b| = 7$"),
          trap("$2 \\left|a - b\\right| = 2$", "$2 \\left|a - b\\right| = 7$"),
          trap("$\\lvert -a \\rvert = 3$", "$\\lvert -a \\rvert = 2$"),
          trap("`5! = 120`", "`5! = 121`"),
          trap("`4! / (2! * 2!) = 6`", "`4! / (2! * 3!) = 6`"),
          trap("`a! = 6`", "`a! = 7`"),
          trap("`a != 4`", "`a! = 4`"),
          trap("$5! = 120$", "$6! = 120$"),
          trap("$10 \\log_{10} 1000 = 30$", "$10 \\log_{10} 1000 = 31$"),
          trap("$\\log_2 8 = a$", "$\\log_2 9 = a$"),
          trap("$\\log_{2}(2 b) = 3$", "$\\log_{10}(2 b) = 3$"),
          trap("$c \\cdot (2) = 24$", "$c(2) = 24$"),
          trap("`¾ * b = 3`", "`¼ * b = 3`"),
          trap("`½ * a = 1.5`", "`⅓ * a = 1.5`"),
          trap("`3½ * 2 = 7`", "`2½ * 2 = 7`"),
          trap("`a / b = ¾`", "`a / b = ⅔`"),
          trap("`ln(1) = 0`", "`ln(1) = 1`"),
          trap("`σ(0) = 0.5`", "`σ(0) = 0.6`"),
          trap("$\\sigma(0) = 0.5$", "$\\sigma(0) = 0.4$"),
          trap("$dc/da = 4$", "$c'(a) = 4$"),
          trap("`dc/da = 4`", "`c'(a) = 4`"),
          // a power of ten behind a stroke: two readings
          trap("1.5×10¹¹ / (3×10⁸) = 500", "1.5×10¹¹ / 3×10⁸ = 500"),
          trap("`6 / 3 * 10**2 = 200`", "`6 / 3 × 10² = 200`"),
          trap("$6 / (3 \\cdot 10^2) = 0.02$", "$6 / 3 \\cdot 10^2 = 0.02$"),
          // rounded numbers put in, with the sign of what is rounded
          trap("`b - -c / 7 = 4 + 1.714 = 5.714`", "`b - -c / 7 = 4 + 1.715 = 5.714`"),
          trap(
              "`-(a / 7 - 1) = 0.5714 = 1.0000 - 0.4286`",
              "`-(a / 7 - 1) = 0.5714 = 1.0000 - 0.4287`"),
          trap(
              "`-(a / 7 + a / 9) + 1 = 1 - 0.7619 = 0.2381`",
              "`-(a / 7 + a / 9) + 1 = 1 - 0.7618 = 0.2381`"),
          trap("2 × 5 = 10-fold, 3 × 4 = 12-mal", "2 × 5 = 10-fold, 3 × 4 = 13-mal"),
          // operands that make no difference, beside numbers that stand elsewhere in the text
          trap(
              "100 × 90 % = 90, so 90 / (90 + 495) = 15.4 %",
              "100 × 90 % = 90, so 90 / (91 + 495) = 15.4 %"),
          trap(
              "`c * 1234567 = 14814804`; 1.481×10⁷ / (2.5×10²) ≈ 5.9×10⁴",
              "`c * 1234567 = 14814804`; 1.482×10⁷ / (2.5×10²) ≈ 5.9×10⁴"),
          trap("0.469 × 0.6931 ≈ 0.325", "0.469 × 0.6932 ≈ 0.325"),
          trap("3.1415 × 2 ≈ 6.3 and 3.1416 × 3 ≈ 9.4", "3.1426 × 2 ≈ 6.3"),
          trap(
              "[less]{= 12000 / 1100 < c}, 12,000 / 1,100 ≈ 10.9",
              "[less]{= 12000 / 1100 < c}, 12,000 / 1,101 ≈ 10.9"),
          trap("[343]{cite=paper} and 343 / 1000 ≈ 0.3", "[343]{cite=paper} and 344 / 1000 ≈ 0.3"),
          trap("[1.71]{= c / 7}, `ln(1.7143) = 0.539`", "[1.71]{= c / 7}, `ln(1.7142) = 0.539`"),
          // a side worked out in part: what is left of it is what stood there
          trap(
              "(2.9 × 1.5 + 5.35) / (2.25 + 2.75) = 9.7 / 5 = 1.94",
              "(2.9 × 1.5 + 5.35) / (2.26 + 2.75) = 9.7 / 5 = 1.94"),
          trap("`(c / 7 + 3) * 2 = 4.714 * 2 = 9.43`", "`(c / 7 + 3) * 2 = 4.717 * 2 = 9.43`"),
          // what a condition says of a number besides the words
          trap(
              "[at most 10 and 11]{= min(10, 11, c) == 10}",
              "[at most 11]{= min(10, 11, c) == 10}"),
          trap("[below 13]{= c < 13}, `c != 13`", "[it is 13]{= c != 13}"),
          trap("[not above 13]{= not c > 13}", "[it is 13]{= not c == 13}"),
          trap("[12]{= c != 13 and c == 12}", "[13]{= c != 13 and c == 12}"),
          // one number where the code language sees two
          trap("`c = 12.0`", "`c = 12,0`"),
          trap("`0 < a < 3.5`", "`0 < a < 3,5`"),
          trap("`max(3,4) = 4`", "`max(3,5) = 4`"),
          trap("`[a,b] = [3,4]`", "`[a,b] = [3,5]`"),
          trap("[-12]{= -c}", "[- 12]{= c}"),
          trap("[12]{= c} minus [3]{= a}", "[minus 12]{= c}"),
          trap("[al menos 12]{= c}", "[menos 12]{= c}"),
          // scripts that have no blanks between words and numbers
          trap("c的值是[12]{= c}。", "c的值是12。"),
          trap("値は[1.71]{= c / 7}です、`c = 12`。", "値は1.71です。"),
          trap("값은[12]{= c}이다", "값은12이다"),
          trap("و[12]{= c}", "و12"),
          trap("结果是3 × 4 = 12。", "结果是3 × 4 = 13。"),
          trap("共3 × 4 = 12个", "共3 × 4 = 13个"),
          // words that make a number larger
          trap("[12\u00a0thousand]{= c * 1000}", "[12\u00a0thousand]{= c}"),
          trap("[1.2 million]{= c * 1e5} parameters", "[1.3 million]{= c * 1e5} parameters"),
          trap("[12k]{= c * 1000}", "[12k]{= c}"),
          trap("[300 K]{= c * 25}", "[300K]{= c * 25}"),
          trap("[12 M]{= c * 10**6}", "[12 M]{= c}"),
          trap("[12M]{= c * 10**6}", "[12M]{= c}"),
          trap("[12 k]{= c * 1000}, [12 m]{= c}", "[12 k]{= c}"),
          trap("[12 bn]{= c * 10**9}", "[12 bn]{= c}"),
          trap("[12 Mio.]{= c * 10**6}", "[12 Mrd.]{= c}"),
          trap("[12 thousands]{= c * 1000}, [12 miles]{= c}", "[12 billions]{= c}"),
          trap("[12 тысяч]{= c * 1000}", "[12 миллионов]{= c}"),
          trap("[12千]{= c * 1000}, [12千米]{= c}", "[12兆]{= c}"),
          trap("[12 mil millones]{= c * 10**9}", "[12 mil millones]{= c * 10**6}"),
          trap("[12 kg]{= c}", "[12 mil]{= c}"),
          trap("[1.2×10¹ kg]{= c}", "[1.2×10¹ thousand]{= c}"),
          trap("6×10² = 600", "6×10² thousand = 600"),
          trap("[½ kg]{= a / 6}", "[½ million]{= a / 6}"),
          trap("[12 kg and 3]{= [c, a]}", "[12 thousand and 3]{= [c, a]}"),
          trap("[over 11 kg]{= c > 11}", "[over 11 thousand]{= c > 11}"),
          trap("共[12万]{= c * 10**4}个，[12千克]{= c}", "共[12万]{= c}个"),
          trap("150,528 × 1,000 ≈ 151 million", "150,528 × 1,000 ≈ 151 thousand"),
          trap("6 million / 3 million = 2", "6 million / 3 thousand = 2"),
          // comparisons before a number, within its mark
          trap("[≤ 12]{= c}", "[> 12]{= c}"),
          trap("< [12]{= c}", "[< 12]{= c}"),
          trap("[c ≥ 12]{= c}", "[c != 12]{= c}"),
          trap("[< 13]{= c < 13}", "[> 13]{= c < 13}"),
          trap("[≤ 13]{= 13 > c}", "[< 12]{= 12 >= c}"),
          trap("[≥12 and < 20]{= 12 <= c < 20}", "[≥12 and > 20]{= 12 <= c < 20}"),
          trap("[a -> 3]{= a}, [< 12.5]{= c < 12.5}", "[≥ 12.5]{= c < 12.5}"),
          trap("is {{-c}}", "− {{c}}"),
          trap("the new one minus {{c}}", "it is minus {{c}}"),
          trap("the minus of ({{c}})", "it is minus ({{c}})"),
          trap("it is ({{c}})", "it is −({{c}})"),
          trap("it is |{{c}}|", "it is -|{{c}}|"),
          trap("the change −({{a}} + {{b}})", "the change −({{c}})"),
          trap("la pendiente es ({{c}})", "la pendiente es −({{c}})"),
          trap("it is more − in all − {{c}}", "it is − {{c}}"),
          trap("the answer - {{c}} - is right", "the answer is −\n{{c}}"),
          trap("c − {{a}} is less", "c is −\u2003{{a}}"),
          trap("vale $-$ o {{c}}", "vale $-$ {{c}}"),
          trap("it is {{c}}", "it is ─{{c}}"),
          trap("{{c}} and $\\%$", "{{c}} $\\%$"),
          trap("{{c}} \u200a", "{{c}}\u200a%"),
          trap("nº de {{c}}", "nº13"),
          trap("{{a}} menos [12]{= c}", "es menos [12]{= c}"),
          // signs of texts
          trap("`a = 3 ⇒ c = 12`", "`a = 3 ⇒ c = 13`"),
          trap("`(2)(-3) + 1 = -5`", "`(2)(-3) + 1 = -4`"),
          trap("`tanh(1) = 0.7616`", "`tanh(1) != 0.7616`"),
          trap("inputs x₁ and x₂", "inputs x₁ and ₂"),
          trap("`e = (y - t)²`", "`e = (y - t)² + 1`"),
          // drawings and derivations
          trap(
              "```\na = 3 ──┐\n        ├── * ──→ c = 12\nb = 4 ──┘\n```",
              "```\na = 3 ──┐\n        ├── * ──→ c = 12\nb = 5 ──┘\n```"),
          trap("```\nx ──> a = 3\n```", "```\nx ──> a = 4\n```"),
          trap("```\n│ a = 3 │ b = 4 │\n```", "```\n│ a = 3 │ b = 5 │\n```"),
          trap("```\nc\n├── a = 3\n└── b = 4\n```", "```\nc\n├── a = 3\n└── b = 3\n```"),
          trap("```\n[a = 3] --(*)--> [c = 12]\n```", "```\n[a = 3] --(*)--> [c = 13]\n```"),
          trap(
              "```\n+-------+\n| a = 3 |\n+-------+\n```",
              "```\n+-------+\n| a = 4 |\n+-------+\n```"),
          trap("```\nc = a * b\n  = 3 * 4\n  = 12\n```", "```\nc = a * b\n  = 3 * 5\n  = 12\n```"),
          trap("```\nc = a * b\n  = 3 * 4\n  = 12\n```", "```\nc = a * b\n  = 3 * 4\n  = 13\n```"),
          trap("```\nforward: c = 12\n```", "```\nforward: c = 13\n```"),
          trap("```\n  a = 3 <─┐\nc = 12 <──┘\n```", "```\n  a = 4 <─┐\nc = 12 <──┘\n```"),
          trap("```\nstep a: c = 12\n```", "```\nstep 1: c = 12\n```"),
          trap("```\nc = 12   ← what comes out\n```", "```\nc = 13   ← what comes out\n```"),
          trap("```\nc = 12   ← what comes out\n```", "```\nc = 12   ← not 13\n```"),
          trap("```\n✓ c = 12\n```", "```\n✓ c = 13\n```"),
          trap("```\na ({{a}}) ──> c = 12\n```", "```\na ({{a}}) ──> c = 13\n```"),
          trap("```\nc = 12\n```", "```\nc = ─12\n```"),
          trap("```\nw ← w - lr * g\n```", "```\nw ← w - 3 * g\n```"),
          // what only looks harmless
          trap("{{a}} {{b}}", "&#51; {{b}}"),
          trap("{{a}} {{b}}", "{{a}}{{b}}"),
          trap("{{a}} 🙂", "{{a}}4"),
          trap("{{-c}}", "-{{c}}"),
          trap("({{a}})", "(-{{a}})"),
          trap("{{c}} percent", "{{c}} %"),
          trap("[-12]{= -c}", "-[12]{= c}"),
          trap("[1200 %]{= c}", "[12]{= c} %"),
          trap("[1200 %]{= c}", "[1200 %]{= c}%"),
          trap("[1200 %]{= c}", "[1200% %]{= c}"),
          trap("[1200 %]{= c}", "1200%% %"),
          trap("[½]{= a / 6}", "[½]{= a / 6}%"),
          trap("[50 %]{= a / 6} or [½ %]{= a / 600}", "[½%]{= a / 6}"),
          trap("[1.2×10¹]{= c}", "[1.2×10¹]{= c}%"),
          trap("[-12]{= -c}", "-[−12]{= -c}"),
          trap("{{-c}}", "is -{{-c}}"),
          trap("{{a}}-{{-c}} and 3 - -2 = 5", "(-{{-c}})"),
          trap("{{c}} euros", "{{c}}e3"),
          // a date is one that exists, and none of what the program has
          trap("on 2026-02-28", "on 2026-02-31"),
          trap("`day = 2026-01-02`", "`c = 2026-01-02`"),
          trap("`2026-01-02`", "`c ≠ 2026-01-02`"),
          // what nobody sees parts nothing
          trap("{{c}} {{a}}", "{{c}}\u200B{{a}}"),
          trap("{{c}}&shy; {{a}}", "{{c}}&shy;{{a}}"),
          trap("a: -\u200Bish {{c}}", "a: -\u2060{{c}}"),
          trap("{{c}}\uFEFF, a", "{{c}}\u200B%"),
          trap("{{a}} \u200Bof {{c}}", "{{c}}\u200Be3"),
          trap("[-12]{= -c}", "[-\u200B12]{= c}"),
          trap("[12\u200B things]{= c}", "[12\u200B%]{= c}"),
          // signs that look like a minus, and percent
          trap("[\u201112]{= -c}", "[\u201112]{= c}"),
          trap("[\u02D712]{= -c}", "[\uFF0D 12]{= c}"),
          trap("it is {{-c}}", "it is \u2014{{c}}"),
          trap("[\u2014, or 12]{= c}", "[\u201412]{= c} it is"),
          trap("all\u2014{{c}}\u2014of them", "it is \u2010{{c}}"),
          trap("the steps \u2014{{c}} in all\u2014 are few", "the steps: \u2015{{c}} in all"),
          trap("\u2014{{c}} steps, said Ana", "(\u2012{{c}})"),
          trap("How many? \u2014{{c}}, said Ana", "They are \u2014{{c}}, said Ana"),
          trap("\u2014 {{c}} steps", "\u2011 {{c}} steps"),
          trap("{{a}}\u2013{{c}}", "is \u2013{{c}}"),
          trap("[1200 \uFF05]{= c}", "[12]{= c}\uFF05"),
          trap("[12000 \u2030]{= c}", "{{c}} \u2030"),
          trap("[120000 \u2031]{= c}", "{{c}}\u2031"),
          // what stands right beside code is read with it
          trap("{{c}}`.` Then {{a}}", "{{c}}`.`{{a}}"),
          trap("{{c}} `,` {{a}}", "{{c}}`,`{{a}}"),
          trap("`12 = c`. {{a}}", "`c = 12.`{{a}}"),
          trap("{{c}}`e`, {{a}}", "{{c}}`e`{{a}}"),
          trap("{{c}} $\\cdot$ {{a}}", "{{c}}$\\!${{a}}"),
          trap("{{c}}$.$ Then {{a}}", "{{c}}$.${{a}}"),
          trap("the `5 * a = 15`", "the -`5 * a = 15`"),
          trap("`100 * a = 300` %", "`5 * a = 15`%"),
          trap("`5 * a = 15`, `a = 3`-`b = 4`", "`5 * a = 15`e3"),
          trap("not-`a = 3` - `b = 4` – `c = 12`", "so -`a = 3`"),
          trap("the $a = 3$", "the −$a = 3$"),
          trap("`c * 1e20 = 1.2e21`", "`c * 1e20 = 1.2e21`e3"),
          trap("[1.2×10¹]{= c}", "[1.2×10¹]{= c}e3"),
          trap("[1200 %]{= c}", "[1200 %]{= c}e3"),
          trap("[12 €]{= c}", "[12 €]{= c}%"),
          trap("{{c}} €", "{{c}} €%"),
          trap("[300]{= 25 * c}", "[0,300]{= 25 * c}"),
          // money
          trap("[-$12]{= -c}, [−€12.00]{= -c} and [$12]{= c}", "-[$12]{= c}"),
          trap("$20 - $5 = $15 and 20 -€5 = 15", "[-$13]{= -c}"),
          // numbers that a formula shows side by side
          trap("$a = 1 \\cdot 3$, $\\frac{1}{2} 6 = a$", "$a = 1 3$"),
          trap("$c^1 2 = 24$, $\\log_{2} 8 = 3$", "$c = 4\\,3$"),
          trap("$1\\,000\\,000 = c^6 \\cdot \\frac{1000000}{c^6}$", "$a = {1}3$"),
          trap("$c^{1} = 12$, $12 = 2 {a} b / 2$", "$a = 1{3}$"),
          trap("`a = 3`,`4 = b`,`3 * b = c`", "`a = 3`.`4 = b`"),
          trap("[`3`]{= a}–[`4`]{= b}", "–[`3`]{= a}"),
          trap("$a = 3$ and $4 = b$", "$a = 3$% and -$4 = b$"),
          // numbers of another base are converted
          trap("`0b1100 = c`, `0b1101 = 13`, `0xFF = 255`", "`0b1101 = 14`"),
          trap("`0xC = 0b1100 = 12`", "`0xC = 0xC`"),
          trap("`0xFF % 10 = 5`", "`0b11% = 3`"),
          trap("`{{c}}`", "`-{{c}}`"),
          trap("```\n{{c}}\n```", "```\n-{{c}}\n```"),
          // numbers laundered through the language
          trap("{{c}}", "{{[13][0]}}"),
          trap("{{12 + 1}}", "{{int('13')}}"),
          trap("{{c}}", "{{13 if True else 0}}"),
          // whatever the program gives
          trap("[12]{= a * 0 + c}", "[13]{= a * 0 + 13}"),
          trap("[4]{= [13, b][1]}", "[13]{= [13, b][0]}"),
          trap("[12]{= max(c, 11)}", "[13]{= c - c + 13}"),
          trap("[0]{= max(0, a - b)}, [1]{= min(1, c)}", "{{c * 0 + 13:.2f}}"),
          trap("[1]{= sin(a)**2 + cos(a)**2}, [13]{= a * 0 + 12 + 1}", "[3 and 13]{= (a, 13)}"),
          trap("[7 and 5]{= (max(a, 7), min(c, 5))}", "[13]{= 13 if c == c else a}"),
          trap("{{c}}", "{{f'13'}}"),
          trap("[13]{= 12 + 1}", "[13]{= (lambda: 13)()}"),
          trap("[12.18]{= exp(2.5)}", "[13]{= int(13)}"),
          trap("[0.731]{= 1 / (1 + exp(-1))}", "[0.7]{= round(0.7, 1)}"),
          trap("[12]{= c}", "[13]{= len('abcdefghijklm')}"),
          trap("[yes]{= c > 0}", "[yes]{= not False}"),
          trap("[yes]{= c == 12 and a != b}", "[yes]{= c != 12 and a != b}"),
          trap("[yes]{= [a, b] == [3, 4]}", "[yes]{= [a, b] != [3, 4]}"),
          trap("none", "٣"),
          trap("none", "½"),
          trap("none", "Ⅳ"),
          trap("`c` in m/s²", "12²"),
          trap("none", "1*2*3"),
          trap("none", "12\\.5"),
          trap("none", "3.11.2"),
          trap("none", "1,5"),
          trap("none", ".5"),
          trap("none", "x · 2 + 3 = 5"),
          trap("none", "`12`"),
          trap("none", "`3 = 3`"),
          trap("none", "`c = c`"),
          trap("none", "`c = 12 =`"),
          trap("none", "`c = 12 and so on 13`"),
          trap("none", "`c / 0 = 1`"));

  @TestFactory
  Stream<DynamicTest> aTruthPassesAndALieDoesNot() {
    return TRAPS.stream()
        .map(
            trap ->
                DynamicTest.dynamicTest(
                    trap.lie(),
                    () -> {
                      Compilation truth = Chapters.compile(Chapters.product(trap.truth()));
                      assertThat(FindingPrinter.pretty(truth.findings())).isEmpty();
                      Compilation lie = Chapters.compile(Chapters.product(trap.lie()));
                      assertThat(lie.chapter()).as(trap.lie()).isEmpty();
                      assertThat(lie.findings())
                          .allSatisfy(finding -> assertThat(finding.help()).isPresent())
                          .allSatisfy(
                              finding ->
                                  assertThat(finding.span().line())
                                      .as(FindingPrinter.pretty(finding))
                                      .isGreaterThanOrEqualTo(15));
                    }));
  }

  /// A chapter with a text in each place that a reader sees; `<name>` is where it stands.
  private static final String EVERYWHERE =
      """
      perilla: 1
      id: t
      title: "<title>"
      summary: "<summary>"
      blocks:
        - type: example
          id: product
          title: "<heading of an example>"
          given: {a: 3, b: 4}
          code: |
            c = a * b
          output: c
          caption: "<caption>"
          show: [{table: {"<column>": "[c]"}}]
        - {type: note, kind: rule, title: "<heading of a note>", text: "<note>"}
        - type: dialogue
          turns: [{who: "<speaker>", text: "<turn>"}]
        - {type: code, lang: text, run: false, reason: "<reason>", code: x, caption: "<caption of code>"}
        - type: prose
          title: "<heading of prose>"
          text: |
            # <heading>

            <paragraph>[^n]

            - [x] <task>

            1. <item>

            > <quotation>

            | <head> | y |
            |--------|---|
            | x      | <cell> |

            ~~<struck>~~ **<strong>** [<link>](other.html) ![<alt>](c.png)

            [^n]: <footnote>
        - type: exercise
          given: {x: 2}
          code: y = x * 6
          output: y
          text: "<exercise>"
          questions:
            - ask: "<question>"
              answer: y
              hints: ["<hint>"]
              solution: "<solution>"
              mistakes: [{answer: x + 6, say: "<mistake>"}]
              attempts: [{said: "no <attempt>", verdict: unanswered}]
            - kind: choice
              ask: Which?
              options: [{text: "yes <right option>", right: true}, {text: "no <wrong option>", right: false}]
            - {kind: text, ask: Why?, answer: "<model>"}
      """;

  private static final List<Trap> IN_EACH_PLACE =
      List.of(
          trap("`product.c = 12`", "`product.c = 13`"),
          trap("[12]{= product.c}", "[13]{= product.c}"),
          trap("{{product.c}}", "12"),
          trap("3 × 4 = 12", "3 × 4 = 13"),
          trap("$4^2 = 16$", "$4^2 = 17$"));

  @TestFactory
  Stream<DynamicTest> inEachPlace() {
    return Pattern.compile("<[a-z ]+>")
        .matcher(EVERYWHERE)
        .results()
        .flatMap(
            place ->
                IN_EACH_PLACE.stream()
                    .map(
                        trap ->
                            DynamicTest.dynamicTest(
                                place.group() + " " + trap.lie(),
                                () -> tried(place.group(), place.start(), trap))));
  }

  private static void tried(String place, int offset, Trap trap) {
    int line = (int) EVERYWHERE.substring(0, offset).lines().count();
    Compilation truth = Chapters.compile(filled(place, trap.truth()));
    assertThat(FindingPrinter.pretty(truth.findings())).isEmpty();
    Compilation lie = Chapters.compile(filled(place, trap.lie()));
    assertThat(lie.chapter()).isEmpty();
    assertThat(lie.findings()).extracting(finding -> finding.span().line()).containsOnly(line);
  }

  private static String filled(String place, String text) {
    return EVERYWHERE.replace(place, text).replaceAll("<[a-z ]+>", "words");
  }

  /// Near numbers that a text has once each are honest: measurements, prices, ages.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(21.35 + 21.36) / 2 ≈ 21.4",
        "(18 + 19 + 21) / 3 ≈ 19",
        "99.9 × 3 ≈ 300 and 100 × 3 = 300",
        "299,792,458 × 60 ≈ 1.8×10¹⁰",
        "3.14 × 2² ≈ 12.6 and 3.15 × 2² = 12.6",
        "12 / 45 ≈ 27 % and 13 / 48 ≈ 27 %",
        "`c * 100 = 1200`; 1.23 × 1024 ≈ 1,260 and 1.23 × 100 ≈ 123",
      })
  void nearNumbersAreNotAccused(String text) {
    assertThat(FindingPrinter.pretty(Chapters.compile(Chapters.product(text)).findings()))
        .isEmpty();
  }

  /// What is said of another case, of a part of a thing, or in more words than these, is not what
  /// it seems to be.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Move `a`: `c` is {{n.after}}.",
        "With `a` one larger, `c` is {{sizes[0]}}.",
        "When `a` is {{b}}, `c` is {{b}}.",
        "If `c` is less than `a`, stop.",
        "Now `c` is {{b}}, it was more.",
        "The new `c` is {{b}}.",
        "The gradient of `a` is {{a.grad}}, that of `b` is {{b.grad}}.",
        "The gradients: `a` is {{dc/da}}, `b` is {{dc/db}}.",
        "The larger of `a` and `c` is {{c}}, the smallest of `c` and `a` is {{a}}.",
        "What changes `c` is {{b}} when `a` moves.",
        "`c` is {{a}} times `b`.",
        "`c` is {{b}} times as large as `a`.",
        "`c` is {{c - a}} more than `a`, `a` is {{c - a}} less than `c`.",
        "`a`, `c` are {{a}}, {{c}}, and `a` and `c` are {{a}} and {{c}}.",
        "{{c}} is less than {{b}} squared.",
        "{{c}} is less than {{a}} times {{c}}.",
        "{{c}} is more than {{a}} by {{c - a}}.",
        "Twice {{a}} is more than {{b}}, half of {{c}} is less than {{sizes[0]}}.",
        "{{a}} plus {{c}} is more than {{c}}.",
        "`a`, {{a}}, is less than `c`, {{c}}.",
        "From `a` to `c` is {{c - a}}.",
        "`c` is {{b}} too large.",
        "`c` is {{b}} above it, and below {{c + 1}}.",
        "`a` is not {{b}}, `c` is about {{c}}, and only {{c}}.",
        "Exchange them: where `a` is {{b}} and `b` is {{a}}, `c` is the same.",
        "This is {{a}}. As is {{a}}, so is {{b}}.",
        "The gradient of `a` is {{b}}, the slope `dc/da` is {{dc/da}}, that of `b` {{dc/db}}.",
        "The gradient of `c` is {{c.grad}}; the derivative of `c` is {{dc/da}} by `a`.",
        "[the change is positive]{= n.change > 0}, [c is positive, as a is]{= c > 0}",
        "{{a}} plus {{b}} is {{c}} minus {{c - a - b}}, {{a}} plus {{b}} is less than {{c}}.",
        "{{a}} times {{b}} is {{a}} more than {{c - a}}.",
        "{{a}} times {{b}} is {{c}}, half of which is {{c / 2}}.",
        "Three of {{a}} times {{b}} is {{3 * c}}, and one plus {{a}} is {{a + 1}}.",
        "The square of {{a}} times {{b}} is {{a * a * b}}.",
        "{{c / 7:.1f}} times {{b}} is {{c / 7 * b:.1f}}, half of {{c / 7:.1f}} is {{c / 14:.1f}}.",
        "{{a / c:.0%}} of {{c}} is {{a}}, {{a / c:.0%}} of all is {{b}}.",
        "{{a}} of {{b}} is {{a / b:.0%}}, {{a}} minus {{b}} is {{a - b}}.",
        "Half of `c` is {{c / 2}} when `b` is {{b}}; with `b` at one, half of `c` is {{a / 2}}.",
        "The gradient of `c` is {{sizes[0]}}. `a` and `b` have the gradients {{b}} and {{a}}.",
        "It never rises from {{c}} to {{a}}. Walk from {{c}} to {{a}}, or rise from there.",
        "`c` is {{a}} more than a trifle, and {{a}} times more than it was.",
        "If `c` is {{a}} more than `a`, stop. `c` is {{b}} times `a` plus nothing.",
        "A test such as `c > 3` is false only for a small `c`. {{a}} kg × {{b}} € = {{c}} €",
        "After a swap, `a` and `b` are {{b}} and {{a}}. If `c` is `a + b`, stop.",
        "`a` and `b` are {{a + 1}} and {{b + 1}} then, and are {{b - a}} apart.",
        "The sum of `a` and `b` is {{(a + b) / 2}} on average, and more than {{b}}.",
        "The sum of squares of `a` and `b` is {{a * a + b * b}}.",
        "If the sum of `a` and `b` is {{c}}, stop. The sum of `a` and `b` is {{a}} plus {{b}}.",
        "The difference between `a` and `b` is {{b - a}}, that of `a` and `b` is {{a - b}}.",
        "`a` moves against its gradient {{a.grad}}, and becomes {{a - 0.1 * a.grad}}.",
        "Half of {{c}} km is {{c / 2}} km, {{a}} m times {{b}} is {{c}} m.",
        "Un tercio de {{c}} es {{c / 3}}, la mitad de `a` por `b` es {{c / 2}}.",
        "Si `a` fuera {{b}}, `c` sería {{b * b}}. El doble de {{a}} es mayor que {{b}}.",
        "Wenn `a` {{b}} ist, ist `c` größer. Das Doppelte von {{a}} ist größer als {{b}}.",
        "Avec `a` en plus, `c` est {{c + b}}. Le double de {{a}} est supérieur à {{b}}.",
        "When exchanged, `a` is {{b}}, `b` is {{a}} and `c` is {{c}}.",
        "`a` is {{a}}, `b` is {{b}} and `c` is {{a}} times `b`.",
        "`a` is {{a}}, `b` is {{b}} and the smaller of `a` and `c` is {{a}}.",
        "Then `a` is {{a}}, `b` is {{b}}, and `c` is {{n.after}}.",
        "The gradient of `a` is {{a.grad}}, the double of that of `a` is {{2 * b}}.",
        "The gradient of `a` is {{a.grad}}. The price of `a` is {{a}}, that of `b` is {{b}}.",
        "We see that the loss for `c` is {{b}}, and in the end the change of `c` is {{a}}.",
        "The sum of `sizes` is {{sizes[0]}} and {{a}}. The weighted mean of `sizes` is {{b}}.",
        "The sum of `sizes` is {{b}} times {{5 / 2}}. If the mean of `sizes` is {{b}}, stop.",
        "`sizes` has {{a - 1}} elements that are small, and {{a}} in all; `a` has {{a}} values.",
        "The largest of `sizes` by far is {{sizes[0]}}. The maximum of `c` is {{c}}.",
        "`c` is twice `a` times {{b / 2}}, half of `c` is twice `a`.",
        "If `c` is twice `a`, stop. {{c}} is twice {{a}} and six more. `b` is half `c` at most.",
        "Twice `a` ({{b}}), the sum of `a` and `b` ({{sizes[0]}}), the one next to `c` ({{b}}).",
        "`c` ({{b}} times `a`), with `c` ({{a}}), the new weight `a` is {{b}}.",
        "Three times {{a}} × {{b}} is {{3 * c}}. - `a`: {{b}}",
        "[the sum is less than c]{= a + b < c}, [c is less than twice a by far]{= c > a}",
      })
  void whatMayBeSaidOfSomethingElseIsNotAccused(String text) {
    assertThat(FindingPrinter.pretty(Chapters.compile(Chapters.product(text)).findings()))
        .isEmpty();
  }

  /// What cannot be checked says what to write.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`h = 3`|give h a value in a block above, or say that it is no claim: [`h = 3`]{plain}",
        "$h = 3$|give h a value in a block above, or say that it is no claim: [$h = 3$]{plain}",
        "`n * 2`|say that it is no claim: [`n * 2`]{plain}",
        "`words + 1 = 3`|here words is 'seven'",
        "`c'(a) = 4`|write dy/dx, of names of the program",
        "[190,115]{= 190115.456 + a * 0}|write 190,115.46, or ≈ 190,115",
        "`1 → 2 → 3`|bind them to a list of the program: [1 → 2 → 3]{= xs}",
        "6 / 3 × 10² = 200|put brackets: / (3 × 10²)",
        "`c / 7 + 1 = 2.7143`, `-(c / 7) + 2 = 3 - 2.7144 = 0.2857`"
            + "|2.7144 is not c / 7 + 1, which is 2.7143 in these digits",
        "`c - a / 7 = 12 - 0.428 = 11.571`|0.428 is not a / 7, which is 0.429 in these digits",
        "[yes]{= a * 0.1 == 0.3}|only in the noise of floating point: write abs(a * 0.1 - (0.3)) <"
            + " 1e-9",
        "$c(2) = 24$|c(2) may be a value at a place or a product; write \\cdot for the product",
        "1.5×10¹¹ m|the number 1.5×10¹¹ has no standing",
        "3 km = 3 × 1000 kg = 3000 kg|the number 3 has no standing",
        "2 x + 3 = 7 x|the number 2 has no standing",
        "36 524 days|the number 36 524 has no standing",
        "1 036 524,000 and 5 600 are|the number 5 600 has no standing",
      })
  void whatCannotBeCheckedSaysWhatToWrite(String text, String part) {
    assertThat(FindingPrinter.pretty(Chapters.compile(Chapters.product(text)).findings()))
        .contains(part);
  }

  /// 0.3 is the float of that name, which is not 0.3 to the last bit, and so no 0.25 that is
  /// rounded.
  @ParameterizedTest
  @CsvSource({"0.7, 0", "0.8, 1"})
  void aNumberOfTheProgramIsNoOtherThatIsRounded(String input, int errors) {
    Compilation compilation =
        Chapters.compile(
            """
            perilla: 1
            id: t
            title: A neuron by hand
            blocks:
              - type: code
                code: |
                  w1 = 0.3
                  i1 = 0.2
                  w2 = 0.1
                  i2 = 0.7
                  b1 = 0.25
                  n = w1 * i1 + w2 * i2 + b1
              - type: prose
                text: So `n = 0.3 * 0.2 + 0.1 * %s + 0.25 = 0.38`.
            """
                .formatted(input));
    assertThat(compilation.findings()).hasSize(errors);
  }

  /// What is false of a derivation is pointed at in its own line.
  @Test
  void aDerivationIsWrongWhereItIsWrong() {
    assertThat(Chapters.codes(Chapters.compile(derivation("3 * 5", "12"))))
        .containsExactly("18: P0312");
    assertThat(Chapters.codes(Chapters.compile(derivation("3 * 4", "13"))))
        .containsExactly("19: P0312");
  }

  /// Blank lines count, in fences and in code by indentation, in quotations and lists.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\na = 3\n\nb = 5\n```",
        "```\na = 3\n   \nb = 5\n```",
        "x\n\n    a = 3\n\n    b = 5",
        "> ```\n> a = 3\n>\n> b = 5\n> ```",
        "- ```\n  a = 3\n\n  b = 5\n  ```",
        "x\n\n```\n\n\n[4]{= b}\n\n[5]{= b}\n```",
      })
  void whatIsWrongAfterABlankLineIsPointedAtThere(String text) {
    int line = 15 + (int) text.substring(0, text.indexOf('5')).lines().count();
    assertThat(Chapters.codes(Chapters.compile(Chapters.product(text))))
        .containsExactly(line + ": P0312");
  }

  @Test
  void wordsOfHtmlStandInTheirLines() {
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("<!-- a\n12 -->"))))
        .containsExactly("17: P0301");
  }

  /// Where an object lies is nobody's claim; a text that speaks of a place is.
  @Test
  void aTextWithAnAddressIsNoObject() {
    String code =
        """
        perilla: 1
        id: places
        title: Places
        blocks:
          - type: code
            code: |
              class Node:
                  pass

              n = Node()
              s = "is at 0x10"  # plain
            expect: {s: "'is at 0x20'", "[s]": "['is at 0x10']"}
          - type: prose
            text: "`n = Node()` and `{1: s} = {1: 'is at 0x30'}`."
        """;
    assertThat(Chapters.codes(Chapters.compile(code))).containsExactly("12: P0314", "14: P0311");
  }

  private static List<String> ofFunctions(String text) {
    String chapter =
        """
        perilla: 1
        id: functions
        title: Functions
        blocks:
          - type: code
            code: |
              import math
              def f(v): return v * v
              def g(u, v): return u * v + u
              def sigma(z): return 1 / (1 + math.exp(-z))
              def leaky(z): return z if z > 0 else 0.1 * z
              def loss(p): return -math.log(p)
              def tiny(q): return 4e-7 * q
          - type: prose
            text: |
        """;
    return Chapters.codes(Chapters.compile(chapter + text.indent(8)));
  }

  /// Letters that the program does not have stand for all numbers in what is said of its functions.
  @Test
  void aDefinitionIsTriedAtPlaces() {
    List<String> truths =
        List.of(
            "$f(t) = t^2$",
            "`f(t) = t**2` y `f(-t) = f(t)`",
            "$\\sigma(z) = \\frac{1}{1 + e^{-z}}$",
            "`sigma(t) = 1 / (1 + e^-t)`",
            "`sigma(z) = 1 - sigma(-z)`",
            "`f(t + 1) = t² + 2t + 1`",
            "$f(t + 1) - f(t) = 2t + 1$",
            "`f(2t) = 4 * f(t)`",
            "`g(p, q) = p * (q + 1)`",
            "`loss(p) = -1 * log(p)`",
            "`tiny(t) = 0.0000004t`",
            "```\nf(t) = t**2\n```");
    List<String> lies =
        List.of(
            "$f(t) = t^3$|P0311",
            "`f(v) = 2v`|P0311",
            "$\\sigma(z) = \\frac{1}{1 + e^{z}}$|P0311",
            "`sigma(z) = 2 - sigma(-z)`|P0311",
            "`f(t + 1) = t² + 2t + 2`|P0302",
            "`g(p, q) = p * (q + 2)`|P0311",
            "`leaky(z) = 0.1z`|P0302",
            "`tiny(t) = 0.0000005t`|P0311",
            "`f(t) + s = t² + 3`|P0302",
            "`f(t) = 4`|P0302");
    for (String truth : truths) {
      assertThat(ofFunctions(truth)).as(truth).isEmpty();
    }
    for (String lie : lies) {
      int code = lie.indexOf('|');
      assertThat(ofFunctions(lie.substring(0, code)))
          .as(lie)
          .singleElement()
          .asString()
          .endsWith(lie.substring(code + 1));
    }
  }

  /// Derivatives with strokes, and with `d/dx` before a term, of functions of the program, of those
  /// of mathematics, and of terms.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$f'(3) = 6$|$f'(3) = 7$",
        "$f'(3) = 2 \\cdot 3 = 6$|$f'(3) = 3 \\cdot 3 = 6$",
        "$f'(t) = 2t$|$f'(t) = 3t$",
        "$f'(t) = 2 t^{2-1} = 2t$|$f'(t) = 2 t^{3-1} = 2t$",
        "$f''(t) = 2 > 0$|$f''(t) = 3 > 0$",
        "$f(5) = 25 > f'(5) = 10$|$f(5) = 25 > f'(5) = 20$",
        "$f^{\\prime}(3) = 6$|$f^{\\prime}(3) = 5$",
        "`f'(3) = 6`|`f'(3) = 8`",
        "The slope is f'(3) = 6.|The slope is f'(3) = 8.",
        "`f'(3)` is 6.|`f'(3)` is 7.",
        "$\\sigma'(0) = 0.25$|$\\sigma'(0) = 0.75$",
        "$\\sigma'(t) = \\sigma(t)(1 - \\sigma(t))$|$\\sigma'(t) = \\sigma(t)(2 - \\sigma(t))$",
        "$\\tanh'(t) = 1 - \\tanh(t)^2$|$\\tanh'(t) = 1 - \\tanh(t)^3$",
        "$\\frac{df}{dt}(3) = 6$|$\\frac{df}{dt}(3) = 7$",
        "$\\left.\\frac{df}{dt}\\right|_{t=3} = 6$|$\\left.\\frac{df}{dt}\\right|_{t=4} = 6$",
        "$\\frac{d}{dt} t^3 = 3t^2$|$\\frac{d}{dt} t^3 = 4t^2$",
        "$\\frac{d^2}{dt^2} t^3 = 6t$|$\\frac{d^2}{dt^2} t^3 = 5t$",
        "$\\frac{d}{dt} (3t^2 - 4t + 5) = 6t - 4$|$\\frac{d}{dt} (3t^2 - 4t + 5) = 6t + 4$",
        "$\\frac{d}{dt} \\ln t = \\frac{1}{t}$|$\\frac{d}{dt} \\ln t = \\frac{2}{t}$",
        "$\\frac{d}{dt}\\left[t^2 + 1\\right] = 2t$|$\\frac{d}{dt}\\left[t^2 + 1\\right] = 3t$",
        "$(t^2 + 3t)' = 2t + 3$|$(t^2 + 3t)' = 2t + 4$",
        "$leaky'(-2) = 0.1$|$leaky'(0) = 0.55$",
        "The derivative of $t^2$ is $2t$.|The derivative of $t^2$ is $3t$.",
        "La derivada de $t^2$ es $2t$; en $t = 3$ vale $2 \\cdot 3 = 6$."
            + "|La derivada de $t^2$ es $2t$; en $t = 4$ vale $2 \\cdot 3 = 6$.",
        "The derivative of `f` is $2t$.|The derivative of $\\sin t$ is $-\\cos t$.",
        "The second derivative of $t^3$ is $6t$.|The second derivative of $t^3$ is $3t^2$.",
        "La derivada de la función $t^2$ respecto a $t$ es $2t$."
            + "|La derivada de la función $t^2$ respecto a $t$ es $3t$.",
        "$relu'(-2) = 0$|$relu'(0) = 0.5$",
        "The slope at $t = 3$ is $f'(3) = 6$.|The slope at $t = 5$ is $f'(3) = 6$.",
        "Si $t = 3$, entonces $f(3) = 9$.|Si $t = 4$, entonces $f(3) = 9$.",
      })
  void aDerivativeOfAFunctionIsComputed(String truth, String lie) {
    assertThat(ofFunctions(truth)).isEmpty();
    assertThat(ofFunctions(lie)).isNotEmpty();
  }

  private static String table(String... rows) {
    return rows[0]
        + "\n"
        + rows[0].replaceAll("[^|]+", "---")
        + "\n"
        + String.join("\n", List.of(rows).subList(1, rows.length));
  }

  /// Other derivatives, and terms that go on behind the formula, are not read.
  @Test
  void whatIsNoFirstDerivativeIsNotAccused() {
    assertThat(ofFunctions("The third derivative of $\\sin t$ is $-\\cos t$.")).isEmpty();
    assertThat(ofFunctions("The derivative of $\\sin t$ is $\\cos t$ times one.")).isEmpty();
    assertThat(ofFunctions("The derivative of the square of $t$ is $t + t$.")).isEmpty();
  }

  private static List<String> ofLists(String text) {
    String chapter =
        """
        perilla: 1
        id: lists
        title: Lists
        blocks:
          - type: code
            code: |
              a, b, k = 3, 4, -2
              c = a * b
              n, mean = 4, 5
              xs = [2, 4, 6, 8]
              losses = [4.0, 2.0, 1.0]
              pct, part = 25, 0.25
          - type: prose
            text: |
        """;
    return Chapters.codes(Chapters.compile(chapter + text.indent(8)));
  }

  /// What a noun, an ordinal or a verb says of the numbers beside it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The last loss is {{losses[-1]}}.|The last loss is {{losses[0]}}.",
        "The last loss is {{losses[2]}}.|The first loss is {{losses[2]}}.",
        "The second element of `xs` is {{xs[1]}}.|The second element of `xs` is {{xs[2]}}.",
        "La pérdida final es {{losses[-1]}}.|La pérdida final es {{losses[0]}}.",
        "After the first step the loss is {{losses[1]}}.|The first loss is {{losses[1]}}.",
        "The product is {{a * b}}.|The product is {{a + b}}.",
        "La suma es {{a + b}}.|La suma es {{a * b}}.",
        "The sum is {{n * mean}}.|The sum is {{a * mean}}.",
        "The sum is {{a - k}}.|The difference is {{a * k}}.",
        "{{a}} and {{b}} add up to {{a + b}}.|{{a}} and {{b}} add up to {{c}}.",
        "3 y 4 suman 7.|3 y 4 suman 8.",
        "3 apples and 4 pears add up to 7 fruits.|3 apples and 4 pears add up to 8 fruits.",
        "3 kg and 4 kg add up to 7 kg.|3 kg and 4 m add up to 7 kg.",
        "The final result is {{xs[0]}}.|The final loss is {{losses[0]}}.",
        "{{c}} is four times {{a}}.|{{c}} is four times {{b}}.",
        "20 es cinco veces 4.|20 es cinco veces 5.",
        "[the loss falls]{= losses[-1] < losses[0]}|[the loss rises]{= losses[-1] < losses[0]}",
        "[el error no sube]{= losses[2] < losses[0]}|[el error sube]{= losses[2] < losses[0]}",
        "[falling]{= losses[0] > losses[1] > losses[2]}"
            + "|[rising]{= losses[0] > losses[1] > losses[2]}",
        "For 4 people we need 4 × 200 g = 800 g (0.8 kg)."
            + "|For 4 people we need 4 × 200 g = 800 g (0.9 kg).",
        "[the loss falls]{= losses[2] < 100}|[the loss rises]{= losses[2] < 100}",
        "`a * b = 3 * 4 = 12`|`a * b = -3 * -4 = 12`",
        "`(a - 3) * part = 0 * 0.25 = 0`|`(a - 3) * part = 0 * 0.35 = 0`",
        "`a - 3 = 0 × 7 = 0` and 0 × 3.5 = 0|`a - 3 = 0 × 7.5 = 0`",
        "100 °C = 212 °F|100 °C = 213 °F",
        "Water boils at 100 °C (212 °F).|Water boils at 100 °C (213 °F).",
        "25 °C is 298.15 K.|25 °C is 298.25 K.",
        "Corre 5 km (5000 m).|Corre 5 km (500 m).",
        "500 g or 0.5 kg of flour|500 g or 0.6 kg of flour",
        "{{a}} km ({{a * 1000}} m) or {{b}} km|{{a}} km ({{a * 100}} m)",
        "$17 \\bmod 5 = 2$|$17 \\bmod 5 = 3$",
        "$2 \\pm \\sqrt{9} = 2 \\pm 3$|$2 \\pm \\sqrt{9} = 2 \\pm 4$",
        "$(3 \\pm 2)^2 = 13 \\pm 12$|$(3 \\pm 2)^2 = 13 \\mp 12$",
        "If 3 kg cost 6 €, a kilo costs 6 € / 3 = 2 €.|If 4 kg cost 6 €, a kilo costs 6 € / 3 = 2"
            + " €.",
        "Suppose we buy 4 apples at 2 €. We pay `4 * 2 = 8`.|We buy 4 apples. We pay `4 * 2 = 8`.",
        "Con un descuento del 20 % pagamos 50 × 0.8 = 40."
            + "|Con un descuento del 30 % pagamos 50 × 0.8 = 40.",
        "A box has 3 rows of 4 eggs: 3 × 4 = 12 eggs.|The box has 3 rows of 4 eggs: 3 × 4 = 12"
            + " eggs.",
        "Cada caja trae 6 huevos: 2 × 6 = 12 huevos.|Cada caja trae 8 huevos: 2 × 6 = 12 huevos.",
        "A 2 kg mass weighs 2 kg × 9.8 m/s² = 19.6 N.|A 3 kg mass weighs 2 kg × 9.8 m/s² = 19.6 N.",
        "For 4 people with 2 eggs each we need 4 × 2 = 8."
            + "|For 4 people with 4 eggs each we need 4 × 2 = 8.",
        "For 4 people we need 4 × 2 = 8 eggs.|With it the loss is 5, that is 5 × 2 = 10.",
        "Is `c > 100`?|Is `c = 100`?",
        "Is `c > 100`? No.|Is `c > 100`? Yes.",
        "¿Es `c > 10`? Sí.|¿Es `c > 10`? No.",
        "`a` es igual a {{a}}.|`a` es igual a {{b}}.",
        "`c` es mayor a {{b}}.|`c` es menor a {{b}}.",
        "It is {{pct}} %.|It is {{part}} %.",
        "It is {{100 * part:.0f}} %.|It is {{10 * part}} %.",
        "{{pct}} % of {{c}} is {{a}}.|{{pct}} % of {{c}} is {{b}}.",
        "{{pct}} % of 200 is 50.|{{pct}} % of 200 is 60.",
      })
  void whatAWordSaysOfANumberHasToHold(String truth, String lie) {
    assertThat(ofLists(truth)).isEmpty();
    assertThat(ofLists(lie)).isNotEmpty();
  }

  /// Typed numbers below headings of which one computes with another, or beside them.
  @Test
  void aColumnIsComputedFromOthers() {
    List<Trap> tables =
        List.of(
            trap(
                table("|t|t²|", "|2|4|", "|-3|9|", "|1.5|2.25|"),
                table("|t|t²|", "|2|4|", "|-3|9|", "|1.5|2.26|")),
            trap(
                table("|$t$|$f(t)$|$f'(t)$|", "|2|4|4|", "|3|9|6|"),
                table("|$t$|$f(t)$|$f'(t)$|", "|2|4|4|", "|3|9|7|")),
            trap(
                table("|`p`|`q`|`p * q`|", "|2|3|6|", "|4|5|20|"),
                table("|`p`|`q`|`p * q`|", "|2|3|6|", "|4|6|20|")),
            trap(table("|t|2t + 1|", "|2|5|", "|3|7|"), table("|t|2t + 2|", "|2|5|", "|3|7|")),
            trap(table("|$t$|1|2|3|", "|$2^t$|2|4|8|"), table("|$t$|1|2|3|", "|$2^t$|2|4|9|")),
            trap(table("|t|1/t|", "|3|≈ 0.33|"), table("|t|1/t|", "|3|≈ 0.34|")));
    for (Trap table : tables) {
      assertThat(ofFunctions(table.truth())).as(table.truth()).isEmpty();
      assertThat(ofFunctions(table.lie())).as(table.lie()).isNotEmpty();
    }
    assertThat(ofFunctions(table("|t|u|", "|2|4|"))).hasSize(2);
  }

  /// What is left over makes no false quotient of a division.
  @Test
  void aDivisionWithARemainderIsNotAccused() {
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("17 / 5 = 3 remainder 2"))))
        .containsOnly("16: P0301");
    assertThat(Chapters.compile(Chapters.product("[17 / 5 = 3 resto 2]{plain}")).findings())
        .isEmpty();
  }

  /// Where all names of a table or list have their numbers but one, that one is false; where more
  /// have others, they are of another case.
  @Test
  void aNumberThatATablePutsToANameIsTheirs() {
    List<String> lies =
        List.of(
            table("|`a`|`b`|`c`|", "|{{a}}|{{b}}|{{a}}|"),
            table("| |$a$|$b$|$c$|", "|start|{{a}}|{{b}}|[4]{= b}|"),
            table("|name|value|", "|`a`|{{a}}|", "|`b`|{{b}}|", "|`dc/da`|{{a}}|"),
            "- `a`: {{a}}\n- **`b`**: {{b}}\n- `c`: {{b}}",
            table("|name|value|slope|", "|`a`|{{a}}|x|", "|`b`|{{b}}|y|", "|`c`|{{a + b}}|z|"),
            table("| |`a`|`b`|`c`|", "|value|{{a}}|{{b}}|{{a}}|", "|slope|1 × 1 = 1|x|y|"),
            table("| |`a`|`b`|", "|value|{{a}}|{{b}}|", "|slope|{{dc/da}}|{{dc/da}}|"),
            table("|name|gradient|", "|`a`|{{dc/da}}|", "|`b`|{{dc/da}}|"),
            table("|name|x|gradient|", "|$a$|x|{{a.grad:.1f}}|", "|$b$|x|{{a.grad:.1f}}|"),
            "- `a`: {{dc/da}}\n- `b`: {{dc/da}}",
            table("|name|value|gradient|", "|`a`|{{a}}|{{a}}|", "|`b`|{{b}}|{{b.grad}}|"),
            table("|name|value|gradient|", "|`a`|{{a}}|{{b}}|", "|`b`|{{b.grad:.1f}}|{{a}}|"),
            table("|$a$|$b$|", "|{{a}}|{{a}}|"),
            table("|node|data|dc/dnode|", "|a|{{a}}|{{b}}|", "|b|{{b}}|{{b}}|"),
            table("|Knoten|Wert|Gradient|", "|$a$|{{a}}|{{b}}|", "|$b$|{{b}}|[4]{= b}|"),
            table("|x|$\\frac{\\partial c}{\\partial x}$|", "|`a`|{{a}}|", "|`b`|{{a}}|"),
            table("| |`a`|`b`|", "|value|{{a}}|{{b}}|", "|grad|{{a}}|{{b.grad}}|"),
            table("|x|y|z|", "|{{a}}|>|{{c}}|"),
            table("|x| |y| |z|", "|{{a}}|+|{{b}}|=|{{c}}|"),
            table("|x| |y|", "|`c`|$=$|{{a}}|"));
    List<String> truths =
        List.of(
            table("|`a`|`b`|`c`|", "|{{a}}|{{b}}|{{c}}|"),
            table("|`a`|`b`|`c`|", "|{{a + 1}}|{{b}}|{{(a + 1) * b}}|"),
            table("|`a`|`b`|`c`|", "|{{a}}|{{b}}|{{c}}|", "|{{b}}|{{a}}|{{n}}|"),
            table("|`a`|`b`|`c`|", "|{{a}}|{{b}}|[13]{plain}|"),
            table("|`a`|`b`|", "|{{b}}|{{a}}|"),
            table("|$a$|$b$|$ab$|", "|{{a}}|{{b}}|{{c}}|"),
            table("|name|gradient|", "|`a`|{{dc/da}}|", "|`b`|{{dc/db}}|", "|`c`|{{dc/dc}}|"),
            table("|nombre|valor|", "|`a`|{{a}}|", "|`b`|{{b}}|", "|`c`|{{c:.1f}}|"),
            table("|name|after|", "|`a`|{{a}}|", "|`b`|{{b}}|", "|`c`|{{c + 1}}|"),
            table("|name|before|after|", "|`a`|{{a}}|{{a + 1}}|", "|`b`|{{b}}|{{b}}|"),
            table("|name|slope|", "|`a`|{{b}}|", "|`b`|{{a}}|"),
            table("|name|other|makes|", "|`a`|{{b}}|{{c}}|", "|`b`|{{a}}|{{c}}|"),
            table("|name|share|", "|`a`|{{a / c}}|", "|`b`|{{b / c:.2f}}|"),
            table("|name|largest|", "|`a`|{{max(a, b)}}|", "|`b`|{{max(a, b)}}|"),
            table("| |`a`|`b`|", "|value|{{a}}|{{b}}|", "|slope|{{b}}|{{a}}|"),
            table("|name|value|gradient|", "|`a`|{{a}}|{{a.grad}}|", "|`b`|{{b}}|{{a}}|"),
            table("|name|gradient|by hand|", "|`a`|{{b}}|{{1 * b}}|", "|`b`|{{a}}|{{1 * a}}|"),
            table("|name|value|", "|`a`|{{a}}|", "|`dc/da`|{{dc/da}}|"),
            "- `a`: {{dc/da}}\n- `b`: {{dc/db}}\n- `c`: {{dc/dc}}",
            "- `a`: {{a}}\n- `b`: {{b}}\n- `c`: {{c - 0.1}}",
            table("|x| |y|true?|", "|{{a}}|<|{{b}}|yes|", "|{{a}}|>|{{b}}|no|"),
            table("|x| |y|", "|{{a}}|→|{{c}}|"));
    for (String lie : lies) {
      assertThat(Chapters.compile(Chapters.product(lie)).findings()).as(lie).hasSize(1);
    }
    for (String truth : truths) {
      assertThat(Chapters.compile(Chapters.product(truth)).findings()).as(truth).isEmpty();
    }
  }

  private static String derivation(String second, String third) {
    return Chapters.product("```\nc = a * b\n  = %s\n  = %s\n```".formatted(second, third));
  }

  @Test
  void aCommaIsTheDecimalMarkWhereTheBookSaysSo() {
    Settings comma = new Settings("es", Notation.COMMA, List.of(), Limits.DEFAULT);
    assertThat(Chapters.compile(Chapters.product("[1,71]{= c / 7} y {{c / 7}}"), comma).findings())
        .isEmpty();
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("[1.71]{= c / 7}"), comma)))
        .containsExactly("16: P0303");
    String inCode =
        "[`1.71`]{= c / 7} [$1{,}71$]{= c / 7} `c / 7 = [1.71]{= c / 7}`\n\n"
            + "```\n"
            + "[1,71]{= c / 7}\n"
            + "```";
    assertThat(Chapters.compile(Chapters.product(inCode), comma).findings()).isEmpty();
    assertThat(
            Chapters.codes(Chapters.compile(Chapters.product(inCode.replace("71", "72")), comma)))
        .containsExactly("16: P0312", "16: P0312", "16: P0312", "16: P0312", "19: P0312");
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("[1,71]{= c / 7}"))))
        .containsExactly("16: P0303");
    assertThat(Chapters.codes(Chapters.compile(Chapters.product("`c / 7 ≈ 1.714`%"), comma)))
        .containsExactly("16: P0304");
    Compilation drawn = Chapters.compile(Chapters.product("$c / 7 = 1,71$"), comma);
    assertThat(drawn.findings()).isEmpty();
    assertThat(drawn.chapter().orElseThrow().toString()).contains("tex=c / 7 = 1{,}71,");
  }
}
