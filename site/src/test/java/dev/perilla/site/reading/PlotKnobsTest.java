package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Plots are drawn again when a reader turns a knob, in the axes of the author, with the author's
/// line beside the reader's.
@ExtendWith(Reading.class)
class PlotKnobsTest {
  private static final String CHAPTER =
      """
      perilla: 1
      id: plots
      title: Plots that turn
      blocks:
        - type: example
          id: parabola
          given:
            a: {value: 2, min: -3, max: 5, step: 0.5}
            k: {value: 1, min: 0, max: 3, step: 0.1}
          code: |
            def f(u):
                return a * u * u - k
            c = a * 3 + k
          output: c
          show:
            - knobs
            - plot: {y: f(u), over: {u: {from: -2, to: 2}}, tangent: 1}
            - plot: {y: c, over: {a: {from: 0, to: 4}}, tangent: a}
        - type: example
          id: descent
          given:
            rate: {value: 0.1, min: 0.01, max: 1.2, step: 0.01}
          code: |
            w = 4.0
            losses = []
            steps = []
            for i in range(20):
                losses.append(w * w)
                steps.append([i, w])
                w -= rate.data * 2 * w
          show:
            - plot: {y: losses}
            - plot: {points: steps}
        - type: code
          id: net
          code: |
            from micrograd.nn import MLP
            import random
            random.seed(7)
            model = MLP(2, [3, 1])
        - type: example
          id: border
          given:
            turns: {value: 1, min: 0, max: 4, step: 0.5}
          code: |
            losses = []
            for k in range(10):
                loss = (model([1.0, -1.0]) - turns.data) ** 2
                losses.append(loss.data)
                model.zero_grad()
                loss.backward()
                for p in model.parameters():
                    p.data -= 0.05 * p.grad
          show:
            - plot: {regions: "u * turns - v", over: {u: {from: -2, to: 2}, v: {from: -2, to: 2}}}
            - network: model
            - training: {loss: losses, parameters: model}
      """;

  private Site site = Site.chapter(CHAPTER);

  @BeforeEach
  void hasAnEngine() {
    assumeTrue(site.hasEngine(), "skipped: the build has not made the page's engine");
  }

  @Test
  void aLineFollowsAndTheAuthorsStaysBesideIt(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("plots.html");
      String author = page.locator("#parabola figure.plot path.l").first().getAttribute("d");
      assertThat(height(page, "#parabola_v1", "path.l", 48)).isCloseTo(-1, within(0.05));
      turn(page, "k", "3");
      assertThat(height(page, "#parabola_v1", "path.l", 48)).isCloseTo(-3, within(0.05));
      assertThat(page.locator("#parabola path.was").first().getAttribute("d")).isEqualTo(author);
      turn(page, "k", "1");
      assertThat(page.locator("#parabola path.was").count()).isZero();
      assertThat(page.locator("#parabola path.l").first().getAttribute("d")).isEqualTo(author);
    }
  }

  @Test
  void aTangentTouchesTheReadersLine(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      Page page = visit.open("plots.html");
      turn(page, "a", "1");
      // f(1) = 1 - 1, with the slope 2 there: from -6 at -2 to 2 at 2
      assertThat(height(page, "#parabola_v1", "path.tg", 1)).isCloseTo(0, within(0.05));
      assertThat(height(page, "#parabola_v1", "path.tg", 2)).isCloseTo(2, within(0.05));
      assertThat(height(page, "#parabola_v1", "path.at", 0)).isCloseTo(0, within(0.05));
      assertThat(page.locator("#parabola .legend").first().innerText()).contains("2");
    }
  }

  @Test
  void aLossCurveAndPointsFollowTheLearningRate(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("plots.html");
      turn(page, "rate", "0.5");
      assertThat(height(page, "#descent_v1", "path.l", 1)).isCloseTo(0, within(0.1));
      assertThat(height(page, "#descent_v2", "path.d", 1)).isCloseTo(0, within(0.1));
      assertThat(page.locator(".theirs").count()).isZero();
      assertThat(PagesTest.barriers(page)).isEmpty();
    }
  }

  /// Regions ask the program at thousands of places, which no frame has time for.
  @Test
  void regionsFollowWhenTheHandRests(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      Page page = visit.open("plots.html");
      Locator positive = page.locator("#border g[data-cells] .rp");
      String author = positive.getAttribute("d");
      page.locator(".knob input[aria-label^='turns:']").fill("4");
      Locator figure = page.locator("#border figure").first();
      figure.locator(".soon").waitFor();
      assertThat(figure.getAttribute("aria-busy")).isEqualTo("true");
      figure
          .locator(".soon")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      // 4u > v: all of the right half but a corner, so the uppermost row begins right of the middle
      assertThat(positive.getAttribute("d")).startsWith("M30 0h18v1h-18z").isNotEqualTo(author);
      assertThat(page.locator("#border_v1_t").count()).isOne();
      turn(page, "turns", "1");
      assertThat(positive.getAttribute("d")).isEqualTo(author);
    }
  }

  @Test
  void aNetworkAndItsTrainingFollow(Reader reader) {
    try (Visit visit = reader.visit(site, Screen.DESK)) {
      Page page = visit.open("plots.html");
      String network = page.locator("#border svg.net").innerHTML();
      turn(page, "turns", "0");
      Locator lines = page.locator("#border svg.net path");
      assertThat(lines.count()).isEqualTo(2 * 3 + 3);
      assertThat(page.locator("#border svg.net.yours").count()).isOne();
      assertThat(page.locator("#border .training .yours").count()).isGreaterThan(10);
      assertThat(page.locator(".theirs").count()).isZero();
      turn(page, "turns", "1");
      assertThat(page.locator("#border svg.net").innerHTML()).isEqualTo(network);
      assertThat(page.locator(".yours").count()).isZero();
    }
  }

  /// How high the place of that number stands, in the units of the plot.
  private static double height(Page page, String plot, String path, int place) {
    String d =
        page.locator("svg[aria-labelledby^='%s_t'] %s".formatted(plot.substring(1), path))
            .first()
            .getAttribute("d");
    List<Double> plane =
        numbers(
            page.locator("svg[aria-labelledby^='%s_t']".formatted(plot.substring(1)))
                .getAttribute("data-plane"));
    double y = 0;
    boolean relative = false;
    String[] parts = d.replaceAll("([Ml])", " $1 ").strip().split("\\s+", -1);
    for (int i = 0, seen = -1; seen < place; i++) {
      if (parts[i].equals("M") || parts[i].equals("l")) {
        relative = parts[i].equals("l");
      } else {
        i++; // beyond the x that stands before it
        y = (relative ? y : 0) + Double.parseDouble(parts[i].replaceAll("[a-z].*", ""));
        seen++;
      }
    }
    double share = (plane.get(3) - y) / (plane.get(3) - plane.get(2));
    return plane.get(6) + share * (plane.get(7) - plane.get(6));
  }

  private static List<Double> numbers(String text) {
    return Stream.of(text.strip().split("\\s+")).map(Double::valueOf).toList();
  }

  private static void turn(Page page, String name, String value) {
    page.locator(".knob input[aria-label^='%s:']".formatted(name)).fill(value);
    page.waitForFunction("() => new Promise(done => setTimeout(() => done(true), 500))");
  }
}
