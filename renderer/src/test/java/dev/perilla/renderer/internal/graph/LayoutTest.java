package dev.perilla.renderer.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every drawing, on random graphs.
final class LayoutTest {
  private static final Layout.Gaps GAPS = new Layout.Gaps(40, 16, 12);
  private static final double ROUNDING = 1e-6;

  static List<List<Layout.Box>> graphs() {
    Random random = new Random(7);
    List<List<Layout.Box>> graphs = new ArrayList<>();
    graphs.add(List.of());
    graphs.add(List.of(box(random, List.of())));
    for (int i = 0; i < 60; i++) {
      graphs.add(graph(random, 2 + random.nextInt(40)));
    }
    return graphs;
  }

  private static List<Layout.Box> graph(Random random, int size) {
    List<Layout.Box> boxes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Integer> operands = new ArrayList<>();
      if (i > 1 && random.nextInt(3) > 0) {
        operands.add(random.nextInt(i));
        if (random.nextBoolean()) {
          operands.add(random.nextInt(i));
        }
      }
      boxes.add(box(random, operands));
    }
    return boxes;
  }

  private static Layout.Box box(Random random, List<Integer> operands) {
    return new Layout.Box(40 + random.nextInt(120), 30 + random.nextInt(30), operands);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void boxesKeepTheirDistance(List<Layout.Box> boxes) {
    Layout layout = Layout.of(boxes, GAPS);
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean together = layout.places().get(i).layer() == layout.places().get(j).layer();
        double gap = gap(boxes, layout, i, j);
        assertThat(gap).isGreaterThanOrEqualTo((together ? GAPS.boxes() : 0) - ROUNDING);
      }
    }
  }

  /// The distance of two boxes along or across, whichever is greater.
  private static double gap(List<Layout.Box> boxes, Layout layout, int i, int j) {
    Layout.Place a = layout.places().get(i);
    Layout.Place b = layout.places().get(j);
    double along =
        Math.max(
            b.along() - a.along() - boxes.get(i).along(),
            a.along() - b.along() - boxes.get(j).along());
    double across =
        Math.max(
            b.across() - a.across() - boxes.get(i).across(),
            a.across() - b.across() - boxes.get(j).across());
    return Math.max(along, across);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void edgesGoForth(List<Layout.Box> boxes) {
    Layout layout = Layout.of(boxes, GAPS);
    int operands = boxes.stream().mapToInt(box -> box.operands().size()).sum();
    assertThat(layout.edges()).hasSize(operands);
    for (Layout.Edge edge : layout.edges()) {
      double along = layout.places().get(edge.from()).end();
      for (Layout.Bend bend : edge.bends()) {
        assertThat(bend.start()).isGreaterThan(along);
        assertThat(bend.end()).isGreaterThanOrEqualTo(bend.start());
        along = bend.end();
      }
      assertThat(layout.places().get(edge.to()).start()).isGreaterThan(along);
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void edgesPassBetweenTheBoxes(List<Layout.Box> boxes) {
    Layout layout = Layout.of(boxes, GAPS);
    for (Layout.Edge edge : layout.edges()) {
      for (Layout.Bend bend : edge.bends()) {
        for (int i = 0; i < boxes.size(); i++) {
          Layout.Place place = layout.places().get(i);
          if (place.start() == bend.start()) {
            double outside =
                Math.max(
                    place.across() - bend.across(),
                    bend.across() - place.across() - boxes.get(i).across());
            assertThat(outside).isGreaterThanOrEqualTo(GAPS.edges() - ROUNDING);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void allIsWithinTheDrawing(List<Layout.Box> boxes) {
    Layout layout = Layout.of(boxes, GAPS);
    for (int i = 0; i < boxes.size(); i++) {
      Layout.Place place = layout.places().get(i);
      assertThat(place.along()).isBetween(-ROUNDING, layout.along());
      assertThat(place.across()).isBetween(-ROUNDING, layout.across());
      assertThat(place.along() + boxes.get(i).along())
          .isLessThanOrEqualTo(layout.along() + ROUNDING);
      assertThat(place.across() + boxes.get(i).across())
          .isLessThanOrEqualTo(layout.across() + ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theSameGraphIsDrawnTheSame(List<Layout.Box> boxes) {
    assertThat(Layout.of(boxes, GAPS)).isEqualTo(Layout.of(List.copyOf(boxes), GAPS));
  }

  @Test
  void aTreeHasNoCrossingAndItsLeavesStandBeforeTheirUse() {
    Layout.Box leaf = new Layout.Box(10, 10, List.of());
    List<Layout.Box> tree =
        List.of(
            leaf,
            leaf,
            leaf,
            new Layout.Box(10, 10, List.of(0, 1)),
            new Layout.Box(10, 10, List.of(3, 2)));
    Layout layout = Layout.of(tree, GAPS);
    assertThat(layout.places().stream().map(Layout.Place::layer)).containsExactly(0, 0, 1, 1, 2);
    assertThat(layout.places().get(0).across()).isLessThan(layout.places().get(1).across());
    assertThat(layout.places().get(3).across()).isLessThan(layout.places().get(2).across());
  }

  @Test
  @Timeout(10)
  void aLongChainAndAWideSumTakeNoTime() {
    List<Layout.Box> chain = new ArrayList<>();
    List<Layout.Box> wide = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < GraphSvg.LARGEST; i++) {
      chain.add(new Layout.Box(10, 10, i == 0 ? List.of() : List.of(i - 1, 0)));
      wide.add(new Layout.Box(10, 10, List.of()));
      all.add(i);
    }
    wide.add(new Layout.Box(10, 10, all));
    assertThat(Layout.of(chain, GAPS).places()).hasSize(chain.size());
    assertThat(Layout.of(wide, GAPS).places()).hasSize(wide.size());
  }
}
