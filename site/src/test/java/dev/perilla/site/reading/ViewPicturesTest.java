package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each view as somebody has looked at it and found it good, on a phone, in both themes. Pictures
/// are kept in `src/test/golden/views`; `-Dgolden=update` takes them anew, to be looked at.
@ExtendWith(Reading.class)
class ViewPicturesTest {
  private static final Path KEPT = Path.of("src/test/golden/views");

  /// How wide a line of each font was when the pictures were taken: with other fonts lines break
  /// elsewhere, and nothing can be compared.
  private static final String FONTS = "353 363";

  /// The views that draw; each stands in a block of its name.
  private static final List<String> DRAWINGS =
      List.of("graph", "plot", "regions", "network", "training", "knobs");

  /// What the other theme changes in these it changes in all tables.
  private static final List<String> TABLES =
      List.of("values", "gradients", "chain", "nudge", "table");

  private static final String CHAPTER =
      """
      perilla: 1
      id: views
      title: Views
      blocks:
        - {type: example, id: values, given: {a: 0.5, b: -1.5}, code: d = (a * b + a).tanh(), output: d, show: [values]}
        - {type: example, id: gradients, given: {a: 0.5, b: -1.5}, code: d = (a * b + a).tanh(), output: d, show: [gradients]}
        - {type: example, id: graph, given: {a: 0.5, b: -1.5}, code: d = (a * b + a).tanh(), output: d, show: [graph]}
        - {type: example, id: chain, given: {a: 0.5, b: -1.5}, code: d = (a * b + a).tanh(), output: d, show: [{chain: a}]}
        - {type: example, id: nudge, given: {a: 0.5, b: -1.5}, code: d = a * b, output: d, show: [{nudge: {a: 0.01, b: 0.01}}]}
        - type: code
          id: table
          code: |
            xs = [1, 2, 3]
            ys = [x * x / 2 for x in xs]
          show:
            - table: {x: xs, half of its square: ys}
        - type: example
          id: plot
          given: {s: 2}
          code: |
            def f(u):
                return (s * u).tanh()
            t = f(0.3)
          show:
            - plot: {y: {"f": f(u), "a parabola": u * u - 1}, over: {u: {from: -2, to: 2}}, tangent: 0.3}
        - type: code
          id: regions
          code: |
            from micrograd.nn import MLP
            import random
            random.seed(7)
            model = MLP(2, [4, 1])
            points = [(-1, 1, -1), (-0.5, 0.4, -1), (1, -1, 1), (0.3, -0.2, 1)]
          show:
            - plot: {regions: "u * u - v", over: {u: {from: -2, to: 2}, v: {from: -2, to: 2}}, points: points}
        - {type: code, id: network, code: size = len(model.parameters()), show: [{network: model}]}
        - type: code
          id: training
          code: |
            losses = []
            for k in range(12):
                loss = (model([1.0, -1.0]) - 2) ** 2
                losses.append(loss.data)
                model.zero_grad()
                loss.backward()
                for p in model.parameters():
                    p.data -= 0.02 * p.grad
          show:
            - training: {loss: losses}
        - type: example
          id: knobs
          given: {w: {value: 0.5, min: -1, max: 1, step: 0.1}}
          code: e = w * 2
          show: [knobs]
      """;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lookAsTheyWereFoundGood(boolean dark, Reader reader) throws IOException {
    Screen screen = dark ? Screen.PHONE.inTheDark() : Screen.PHONE;
    List<String> other = new ArrayList<>();
    try (Visit visit = reader.visit(Site.chapter(CHAPTER), screen)) {
      Page page = visit.open("views.html");
      assumeTrue(FONTS.equals(fonts(page)), "skipped: other fonts here, " + fonts(page));
      List<String> views = new ArrayList<>(DRAWINGS);
      views.addAll(dark ? List.of() : TABLES);
      for (String view : views) {
        byte[] taken = page.locator("#" + view).screenshot();
        String name = view + (dark ? "-dark" : "-light") + ".png";
        Picture now = Picture.of(taken);
        Picture kept = Picture.kept(KEPT.resolve(name), taken);
        if (!Arrays.equals(now.size(), kept.size())) {
          other.add(name + " is " + Arrays.toString(now.size()));
        } else if (now.differences(kept) > kept.squares() / 50) {
          other.add(name + " differs in " + now.differences(kept) + " of " + kept.squares());
        }
      }
    }
    assertThat(other).isEmpty();
  }

  /// How wide a line is in the font of words and in that of code.
  private static String fonts(Page page) {
    return (String)
        page.evaluate(
            """
            () => ['p', 'code'].map(name => {
              const line = document.querySelector('main').appendChild(document.createElement('div'));
              const text = line.appendChild(document.createElement(name));
              text.textContent = 'A line to be measured: 0123456789 = x * w';
              text.style.cssText = 'display: inline-block; white-space: nowrap; padding: 0';
              const width = Math.round(text.getBoundingClientRect().width);
              line.remove();
              return width;
            }).join(' ')
            """);
  }
}
