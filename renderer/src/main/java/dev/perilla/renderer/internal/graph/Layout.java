package dev.perilla.renderer.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// A layered drawing of an acyclic graph (Sugiyama, Tagawa, Toda 1981): each box in a layer after
/// those of its operands, few crossings, edges that pass between the boxes.
///
/// Lengths are in the units of the boxes. *Along* is the way from operands to results, *across* is
/// the other way; who draws decides which of them is horizontal. The same input gives the same
/// drawing. Cost: sweeps times edges, and crossings are counted pair by pair between two layers.
///
/// @param places one per box, in the order of the boxes
/// @param edges one per operand, in the order of the boxes and their operands
/// @param along extent of the drawing
/// @param across extent of the drawing
public record Layout(
    List<Layout.Place> places, List<Layout.Edge> edges, double along, double across) {

  private static final int SWEEPS = 12;
  private static final int STARTS = 8;

  public Layout {
    places = List.copyOf(places);
    edges = List.copyOf(edges);
  }

  /// What is to be placed.
  ///
  /// @param operands indices of earlier boxes
  public record Box(double along, double across, List<Integer> operands) {
    public Box {
      operands = List.copyOf(operands);
    }
  }

  /// Where a box is.
  ///
  /// @param along of the corner with the smallest coordinates
  /// @param across of the same corner
  /// @param layer from 0
  /// @param start of its layer, along
  /// @param end of its layer, along
  public record Place(double along, double across, int layer, double start, double end) {}

  /// The way of an edge.
  ///
  /// @param operand which operand of `to` it is, from 0
  /// @param bends the layers that it passes between the two boxes, in order
  public record Edge(int from, int to, int operand, List<Bend> bends) {
    public Edge {
      bends = List.copyOf(bends);
    }
  }

  /// A layer that an edge passes at one height: it enters at `start` and leaves at `end`.
  public record Bend(double start, double end, double across) {}

  /// The distances to keep.
  ///
  /// @param layers between two layers, where the edges bend
  /// @param boxes between two boxes of a layer
  /// @param edges between an edge and its neighbour in a layer that it passes
  public record Gaps(double layers, double boxes, double edges) {}

  /// Places the boxes, each of which comes after its operands.
  public static Layout of(List<Box> boxes, Gaps gaps) {
    return new Drawing(boxes, gaps).layout();
  }

  /// A box, or the point where a long edge passes a layer.
  private static final class Item {
    final int box;
    final int layer;
    final double across;
    final List<Item> before = new ArrayList<>();
    final List<Item> after = new ArrayList<>();
    int rank;
    double centre;

    Item(int box, int layer, double across) {
      this.box = box;
      this.layer = layer;
      this.across = across;
    }

    boolean isBox() {
      return box >= 0;
    }
  }

  private record Route(int from, int to, int operand, List<Item> through) {}

  /// The work on one drawing.
  private static final class Drawing {
    private final List<Box> boxes;
    private final Gaps gaps;
    private final List<List<Item>> layers = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    Drawing(List<Box> boxes, Gaps gaps) {
      this.boxes = boxes;
      this.gaps = gaps;
    }

    Layout layout() {
      int[] layerOf = layering();
      for (int i = 0; i < boxes.size(); i++) {
        items.add(put(i, layerOf[i], boxes.get(i).across()));
      }
      for (int to = 0; to < boxes.size(); to++) {
        List<Integer> operands = boxes.get(to).operands();
        for (int k = 0; k < operands.size(); k++) {
          routes.add(route(operands.get(k), to, k));
        }
      }
      order();
      place();
      return result(layerOf);
    }

    /// Longest path from the leaves; a leaf then moves up to just before its first use.
    private int[] layering() {
      int[] layer = new int[boxes.size()];
      int[] use = new int[boxes.size()];
      Arrays.fill(use, Integer.MAX_VALUE);
      for (int i = 0; i < boxes.size(); i++) {
        for (int operand : boxes.get(i).operands()) {
          layer[i] = Math.max(layer[i], layer[operand] + 1);
        }
      }
      for (int i = 0; i < boxes.size(); i++) {
        for (int operand : boxes.get(i).operands()) {
          use[operand] = Math.min(use[operand], layer[i]);
        }
      }
      for (int i = 0; i < boxes.size(); i++) {
        if (boxes.get(i).operands().isEmpty() && use[i] != Integer.MAX_VALUE) {
          layer[i] = use[i] - 1;
        }
      }
      return layer;
    }

    private Item put(int box, int layer, double across) {
      while (layers.size() <= layer) {
        layers.add(new ArrayList<>());
      }
      Item item = new Item(box, layer, across);
      layers.get(layer).add(item);
      return item;
    }

    private Route route(int from, int to, int operand) {
      List<Item> through = new ArrayList<>();
      Item last = items.get(from);
      Item end = items.get(to);
      for (int layer = last.layer + 1; layer < end.layer; layer++) {
        Item bend = put(-1, layer, 0);
        join(last, bend);
        through.add(bend);
        last = bend;
      }
      join(last, end);
      return new Route(from, to, operand, through);
    }

    private static void join(Item from, Item to) {
      from.after.add(to);
      to.before.add(from);
    }

    /// Sorts each layer by the mean place of its neighbours, forth and back, from two beginnings,
    /// and keeps the best.
    private void order() {
      List<List<Item>> best = List.of();
      long fewest = Long.MAX_VALUE;
      for (int start = 0; start < STARTS && fewest > 0; start++) {
        startFromResults(start);
        for (int sweep = 0; sweep <= SWEEPS && fewest > 0; sweep++) {
          long now = crossings();
          if (now < fewest) {
            fewest = now;
            best = copy();
          }
          boolean forth = sweep % 2 == 1;
          for (int i = 1; i < layers.size(); i++) {
            sort(layers.get(forth ? i : layers.size() - 1 - i), forth);
          }
        }
      }
      layers.clear();
      layers.addAll(best);
      rank();
    }

    /// The first order: from the results back, operands in their own order, so that a tree is drawn
    /// as it is written. The other beginnings turn the operands of some boxes, always the same.
    private void startFromResults(int start) {
      int[] next = new int[layers.size()];
      Deque<Item> stack = new ArrayDeque<>();
      for (List<Item> layer : layers) {
        for (Item item : layer) {
          item.rank = -1;
        }
      }
      for (int i = items.size() - 1; i >= 0; i--) {
        if (items.get(i).after.isEmpty()) {
          stack.push(items.get(i));
        }
        while (!stack.isEmpty()) {
          Item item = stack.pop();
          if (item.rank < 0) {
            item.rank = next[item.layer]++;
            boolean turned = (((item.box + 1) * start * 0x9E3779B9) >>> 31) == 1;
            for (Item operand : turned ? item.before : item.before.reversed()) {
              stack.push(operand);
            }
          }
        }
      }
      for (List<Item> layer : layers) {
        layer.sort(Comparator.comparingInt(item -> item.rank));
      }
    }

    private List<List<Item>> copy() {
      List<List<Item>> copy = new ArrayList<>();
      layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
      return copy;
    }

    private void rank() {
      for (List<Item> layer : layers) {
        for (int i = 0; i < layer.size(); i++) {
          layer.get(i).rank = i;
        }
      }
    }

    private static void sort(List<Item> layer, boolean forth) {
      layer.sort(Comparator.comparingDouble(item -> rank(item, forth)));
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).rank = i;
      }
    }

    /// The mean rank of its neighbours; its own where it has none.
    private static double rank(Item item, boolean forth) {
      List<Item> near = forth ? item.before : item.after;
      int sum = 0;
      for (Item other : near) {
        sum += other.rank;
      }
      return near.isEmpty() ? item.rank : (double) sum / near.size();
    }

    private long crossings() {
      rank();
      long count = 0;
      for (List<Item> layer : layers) {
        List<int[]> ends = new ArrayList<>();
        for (Item item : layer) {
          for (Item other : item.after) {
            ends.add(new int[] {item.rank, other.rank});
          }
        }
        for (int i = 0; i < ends.size(); i++) {
          for (int j = 0; j < i; j++) {
            int[] a = ends.get(i);
            int[] b = ends.get(j);
            if ((a[0] - b[0]) * (a[1] - b[1]) < 0) {
              count++;
            }
          }
        }
      }
      return count;
    }

    /// Moves each layer to where its neighbours are, keeping its order and the gaps.
    private void place() {
      for (List<Item> layer : layers) {
        pack(layer, new double[layer.size()]);
      }
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        boolean forth = sweep % 2 == 1;
        for (int i = 0; i < layers.size(); i++) {
          List<Item> layer = layers.get(forth ? i : layers.size() - 1 - i);
          double[] wanted = new double[layer.size()];
          for (int k = 0; k < wanted.length; k++) {
            wanted[k] = wanted(layer.get(k), forth);
          }
          pack(layer, wanted);
        }
      }
    }

    private static double wanted(Item item, boolean forth) {
      List<Item> near = forth ? item.before : item.after;
      double sum = 0;
      for (Item other : near) {
        sum += other.centre;
      }
      return near.isEmpty() ? item.centre : sum / near.size();
    }

    /// The places nearest to the wanted ones (least squares) that keep order and gaps: pool
    /// adjacent violators, after taking from each place what the gaps before it need.
    private void pack(List<Item> layer, double[] wanted) {
      double[] offset = new double[layer.size()];
      for (int i = 1; i < offset.length; i++) {
        offset[i] = offset[i - 1] + apart(layer.get(i - 1), layer.get(i));
      }
      double[] mean = new double[offset.length];
      int[] size = new int[offset.length];
      int pools = 0;
      for (int i = 0; i < offset.length; i++) {
        mean[pools] = wanted[i] - offset[i];
        size[pools] = 1;
        pools++;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
          int both = size[pools - 2] + size[pools - 1];
          mean[pools - 2] =
              (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / both;
          size[pools - 2] = both;
          pools--;
        }
      }
      int i = 0;
      for (int pool = 0; pool < pools; pool++) {
        for (int k = 0; k < size[pool]; k++, i++) {
          layer.get(i).centre = mean[pool] + offset[i];
        }
      }
    }

    private double apart(Item a, Item b) {
      double gap = a.isBox() && b.isBox() ? gaps.boxes() : gaps.edges();
      return (a.across + b.across) / 2 + gap;
    }

    private Layout result(int[] layerOf) {
      double[] start = new double[layers.size() + 1];
      double[] extent = new double[layers.size()];
      for (int i = 0; i < boxes.size(); i++) {
        extent[layerOf[i]] = Math.max(extent[layerOf[i]], boxes.get(i).along());
      }
      for (int i = 0; i < extent.length; i++) {
        start[i + 1] = start[i] + extent[i] + gaps.layers();
      }
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (List<Item> layer : layers) {
        for (Item item : layer) {
          low = Math.min(low, item.centre - item.across / 2);
          high = Math.max(high, item.centre + item.across / 2);
        }
      }
      List<Place> places = new ArrayList<>();
      for (Item item : items) {
        Box box = boxes.get(item.box);
        double along = start[item.layer] + (extent[item.layer] - box.along()) / 2;
        places.add(
            new Place(
                along,
                item.centre - item.across / 2 - low,
                item.layer,
                start[item.layer],
                start[item.layer] + extent[item.layer]));
      }
      List<Edge> edges = new ArrayList<>();
      for (Route route : routes) {
        List<Bend> bends = new ArrayList<>();
        for (Item item : route.through()) {
          bends.add(
              new Bend(
                  start[item.layer], start[item.layer] + extent[item.layer], item.centre - low));
        }
        edges.add(new Edge(route.from(), route.to(), route.operand(), bends));
      }
      double along = boxes.isEmpty() ? 0 : start[layers.size()] - gaps.layers();
      return new Layout(places, edges, along, boxes.isEmpty() ? 0 : high - low);
    }
  }
}
