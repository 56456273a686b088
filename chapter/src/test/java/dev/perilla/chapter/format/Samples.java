package dev.perilla.chapter.format;

/// Chapters to test with.
final class Samples {
  private Samples() {}

  /// Every block, question, view and key of the format.
  static final String WHOLE =
      """
      # yaml-language-server: $schema=chapter.schema.json
      perilla: 1
      id: derivada-parcial
      lang: es
      title: La derivada parcial en la multiplicación
      summary: En `a * b`, cada variable es la pendiente de la otra.
      needs: [value]
      data: {moons: moons.csv}
      sources:
        estimate: {title: An estimate, url: "https://example.org/estimate"}
        book: {title: 2024}
      limits: {steps: 20_000_000, seconds: 2.5}
      blocks:
        - type: dialogue
          turns:
            - who: aprendiz
              text: "¡PARÁ! ¿Qué es eso? 🎛️ ¿Cómo se llama?"
        - type: example
          id: producto
          title: Dos perillas
          given: {a: {value: 3, min: 0, max: 10, step: 0.01}, b: 4}
          code: |
            c = a * b
          output: c
          expect: {c: 12, c.grad: 1, dc/da: b, dc/db: 3}
          caption: El producto.
          show:
            - values
            - values: [a, c]
            - gradients: a
            - graph
            - chain
            - chain: a
            - nudge: {a: 0.01, b: 0.01}
            - nudge: [a, {b: 0.1}, {b: 0.001}]
            - table: {"a": xs, "a · b": ys}
            - plot: {y: ys}
            - plot: {x: xs, y: {uno: ys, dos: xs}}
            - plot: {y: c, over: {a: {from: -2, to: 4}}, points: "[[1, 2]]", tangent: a}
            - plot: {regions: u - v, over: {u: {from: 0, to: 1}, v: {from: 0, to: w}}}
            - network: model
            - training: losses
            - training: {loss: losses, parameters: "[a, b]", before: "[1, 2]"}
            - knobs
        - type: prose
          about: producto
          text: >
            Si movés `a` a `a + 0.01 = 3.01`,
            `c` pasa a {{c}}.
        - type: note
          kind: rule
          text: En `a * b`, cada variable actúa como la pendiente de la otra.
        - type: code
          id: recta
          editable: true
          code: |
            for a in [1, 2, 3, 4]:
                print(a, a * 4)
        - type: code
          lang: c
          run: false
          reason: Es otro lenguaje.
          code: |
            int main() { return 0; }
        - type: exercise
          id: suma
          given: {x: {from: 1, to: 9, step: 2}, w: {one_of: [-3, 2]}, b: 1}
          code: |
            xw = x * w
            z = xw + b
          output: z
          text: Calculá primero los valores y después los gradientes.
          variants: {count: 3, seed: 1337}
          questions:
            - id: xw
              ask: "¿Cuánto vale `xw`?"
              answer: xw
              tolerance: 0.5
              hints: Multiplicá `x` por `w`.
              solution: |
                Es {{xw}}.
              mistakes:
                - answer: x + w
                  say: Eso es la suma.
              attempts:
                - {said: "-6", verdict: right}
                - {said: "", verdict: unanswered}
            - {kind: choice, ask: ¿Cuál?, options: [{text: Una, right: true}, {text: Otra, right: z > 1}]}
            - {kind: expression, ask: ¿Qué fórmula?, answer: x * w + b}
            - {kind: order, ask: ¿En qué orden?, steps: [uno, dos], distractors: [tres]}
            - {kind: code, ask: Completá., code: "z = ____", fill: xw + b, test: z == xw + b}
            - {kind: text, ask: ¿Por qué?, answer: Porque sí.}
      """;

  static final String BOOK =
      """
      perilla: 1
      title: Micrograd, desde cero
      summary: Un motor de gradientes.
      lang: es
      chapters: [value, derivada-parcial]
      decimal: "."
      plain: ["Parte \\\\d+", "siglo \\\\w+"]
      limits: {steps: 20_000_000, values: 5_000_000}
      """;
}
