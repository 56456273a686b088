package dev.perilla.site.importer;

import static dev.perilla.site.importer.Lessons.errors;
import static dev.perilla.site.importer.Lessons.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Listings for libraries of arrays that only compute with single numbers are shown as they are,
/// and beside them the same steps run.
class LibrariesTest {
  private static final String TENSORS =
      """
      # Autograd

      ```python
      import torch

      x = torch.tensor(3.0, requires_grad=True)
      b = torch.tensor([2.0], requires_grad=True)
      y = torch.tanh(x - 3) + x.pow(2) * b
      y.backward()
      print(y.item())
      print(x.grad)  # tensor(13.)
      print(b.grad.item())
      ```

      ```
      18.0
      tensor(13.)
      9.0
      ```

      ```python
      with torch.no_grad():
          x -= 0.1 * x.grad
      x.grad.zero_()
      ```

      Then x is 1.7.
      """;

  @Test
  void tensorsOfOneNumberAreValues() {
    assertThat(errors(TENSORS)).isEmpty();
    assertThat(yaml(TENSORS))
        .contains("x = torch.tensor(3.0, requires_grad=True)", "run: false")
        .contains("x = Value(3.0)", "b = Value(2.0)", "y = (x - 3).tanh() + x**2 * b")
        .contains("x.data -= 0.1 * x.grad", "x.grad = 0.0", "Then x is [1.7]{= x}.");
  }

  @ParameterizedTest
  @CsvSource({
    "18.0,18.5",
    "tensor(13.),tensor(14.)",
    "9.0,9.5",
    "is 1.7,is 1.8",
    "# tensor(13.),# tensor(14.)"
  })
  void falseDigitsAreFound(String right, String wrong) {
    assertThat(errors(TENSORS.replace(right, wrong))).isNotEmpty();
  }

  /// A comment behind `print` is of what is printed, and of nothing else that has its number.
  @Test
  void aCommentIsOfWhatItsLinePrints() {
    String lesson =
        """
        ```python
        x = Value(3.0)
        b = Value(2.0)
        y = x * b
        y.backward()
        print(x.grad)  # 2.0
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(errors(lesson.replace("# 2.0", "# 3.0"))).contains("the text says 3.0");
  }

  @Test
  void arraysOfOneNumberAreNumbers() {
    String lesson =
        """
        ```python
        import numpy as np

        def sigmoid(z):
            return 1 / (1 + np.exp(-z))

        a = sigmoid(0.7)
        print(np.round(a, 4))
        ```

        ```
        0.6682
        ```

        The neuron gives 0.668.
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("return 1 / (1 + math.exp(-z))", "[0.668]{= a}");
    assertThat(errors(lesson.replace("0.6682", "0.6582"))).contains("prints `0.6582`");
  }

  /// Tensors have fewer digits than values, and are printed in words of their own.
  @Test
  void tensorsAreOfSinglePrecision() {
    String lesson =
        """
        ```python
        import torch
        x = torch.tensor(0.8813735870195432, requires_grad=True)
        o = torch.tanh(x)
        print(o.item())
        ```

        ```
        0.7071066904050358
        ```
        """;
    assertThat(errors(lesson)).isEmpty();
    assertThat(yaml(lesson)).contains("x = Value(0.8813735870195432)");
    assertThat(errors(lesson.replace("0.70710669", "0.70720669"))).isNotEmpty();
    assertThat(
            errors(
                lesson
                    .replace("print(o.item())", "print(o)")
                    .replace("0.7071066904050358", "tensor(0.7071, grad_fn=<TanhBackward0>)")))
        .isEmpty();
  }

  @Test
  void moreThanOneNumberIsShownAsItIs() {
    String lesson =
        """
        ```python
        import torch
        x = torch.tensor([1.0, 2.0], requires_grad=True)
        y = torch.exp(x)
        ```
        """;
    assertThat(yaml(lesson)).contains("run: false").doesNotContain("Value(");
  }
}
