package dev.perilla.engine.autograd;

import java.util.List;

/// The demo's training step as one would write it in Java without an autograd: dense loops over a
/// sample, forward and back, for every sample. The measure of all other ways.
final class HandWritten {
  private static final int H = 16;
  private final double[] w1 = new double[H * 2];
  private final double[] b1 = new double[H];
  private final double[] w2 = new double[H * H];
  private final double[] b2 = new double[H];
  private final double[] w3 = new double[H];
  private final double[] b3 = new double[1];
  private final double[][] all = {w1, b1, w2, b2, w3, b3};
  private final double[][] grads = {
    new double[H * 2], new double[H], new double[H * H], new double[H], new double[H], new double[1]
  };
  private final double[] h1 = new double[H];
  private final double[] h2 = new double[H];
  private final double[] d1 = new double[H];
  private final double[] d2 = new double[H];

  HandWritten(Mlp model) {
    for (int i = 0; i < H; i++) {
      Neuron first = model.layers().get(0).neurons().get(i);
      Neuron second = model.layers().get(1).neurons().get(i);
      for (int j = 0; j < 2; j++) {
        w1[i * 2 + j] = first.weights().get(j).data();
      }
      for (int j = 0; j < H; j++) {
        w2[i * H + j] = second.weights().get(j).data();
      }
      w3[i] = model.layers().get(2).neurons().get(0).weights().get(i).data();
    }
  }

  double step(List<Moons.Point> points, double rate) {
    for (double[] g : grads) {
      java.util.Arrays.fill(g, 0);
    }
    double loss = 0;
    double share = 1.0 / points.size();
    for (Moons.Point point : points) {
      loss += sample(point, share);
    }
    loss *= share;
    double squares = 0;
    for (int k = 0; k < all.length; k++) {
      for (int i = 0; i < all[k].length; i++) {
        double p = all[k][i];
        squares += p * p;
        all[k][i] = p - rate * (grads[k][i] + 2e-4 * p);
      }
    }
    return loss + 1e-4 * squares;
  }

  private double sample(Moons.Point point, double share) {
    for (int i = 0; i < H; i++) {
      double s = b1[i] + w1[i * 2] * point.x1() + w1[i * 2 + 1] * point.x2();
      h1[i] = s < 0 ? 0 : s;
    }
    for (int i = 0; i < H; i++) {
      double s = b2[i];
      for (int j = 0; j < H; j++) {
        s += w2[i * H + j] * h1[j];
      }
      h2[i] = s < 0 ? 0 : s;
    }
    double score = b3[0];
    for (int i = 0; i < H; i++) {
      score += w3[i] * h2[i];
    }
    double margin = 1 - point.label() * score;
    double g = margin > 0 ? -point.label() * share : 0;
    grads[5][0] += g;
    java.util.Arrays.fill(d1, 0);
    for (int i = 0; i < H; i++) {
      grads[4][i] += g * h2[i];
      d2[i] = h2[i] > 0 ? g * w3[i] : 0;
    }
    for (int i = 0; i < H; i++) {
      double d = d2[i];
      grads[3][i] += d;
      for (int j = 0; j < H; j++) {
        grads[2][i * H + j] += d * h1[j];
        d1[j] += d * w2[i * H + j];
      }
    }
    for (int i = 0; i < H; i++) {
      double d = h1[i] > 0 ? d1[i] : 0;
      grads[1][i] += d;
      grads[0][i * 2] += d * point.x1();
      grads[0][i * 2 + 1] += d * point.x2();
    }
    return margin > 0 ? margin : 0;
  }
}
