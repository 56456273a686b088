package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The part of a fused program that is the same for every sample, run for all samples side by side:
/// an array with a number for each sample takes the place of a slot, so that the processor adds
/// several samples at once. Each sample's sums are added in their order, so the bits are those of
/// running one sample after the other.
///
/// Letters: P instructions at the head of each sample, all of them chains; B samples. What follows
/// until the next sample, as the sum of the loss does, is no part of this.
final class Lanes {
  /// Fewer samples are not worth it.
  private static final int LEAST = 8;

  /// Longer samples are not looked for.
  private static final int LONGEST = 1 << 12;

  private final Chains chains;
  private final int start;
  private final int stride; // from one sample to the next
  private final int period;
  private final int samples;
  private final double[][] sums; // [P][B]
  private final int[] from; // [P]: the slot that the chain starts from, which all samples share
  private final int[][] shared; // [P][factors]: the slot of the factor that all samples share
  private final double[][][] own; // [P][factors][B]: the numbers of the other factor

  /// What a fused program knows of its instructions, by their place: which of them are chains, and
  /// of those the slot that they start from, where their factors begin and end in `left` and
  /// `right`, what is done to the sum, and the slot that it goes to.
  @SuppressWarnings("ArrayRecordComponent") // the program's own, not copied
  record Chains(
      boolean[] are,
      int[] first,
      int[] second,
      int[] end,
      int[] left,
      int[] right,
      byte[] activation,
      int[] target) {
    private int length(int k) {
      return end[k] - second[k];
    }

    private boolean alike(int k, int other) {
      return are[k]
          && are[other]
          && length(k) == length(other)
          && activation[k] == activation[other]
          && first[k] == first[other];
    }

    /// For each instruction the next that starts from the same slot, as the same neuron of the next
    /// sample does; the number of instructions if there is none.
    private int[] again() {
      int[] again = new int[are.length];
      Map<Integer, Integer> last = new HashMap<>();
      for (int k = are.length - 1; k >= 0; k--) {
        Integer next = are[k] ? last.put(first[k], k) : null;
        again[k] = next == null ? are.length : next;
      }
      return again;
    }
  }

  /// The parts of a program that can run for all samples at once, in order. `constants` tells which
  /// slots no run changes, `data` what is there.
  static List<Lanes> of(Chains chains, boolean[] constants, double[] data) {
    List<Lanes> found = new ArrayList<>();
    int[] again = chains.again();
    for (int k = 0; k < again.length; k++) {
      Optional<Lanes> lanes = at(chains, k, again[k] - k, constants, data);
      if (lanes.isPresent()) {
        found.add(lanes.get());
        k = lanes.get().end() - 1;
      }
    }
    return List.copyOf(found);
  }

  private Lanes(Chains chains, int start, int stride, int period, int samples) {
    this.chains = chains;
    this.start = start;
    this.stride = stride;
    this.period = period;
    this.samples = samples;
    this.sums = new double[period][samples];
    this.from = new int[period];
    this.shared = new int[period][];
    this.own = new double[period][][];
  }

  private static Optional<Lanes> at(
      Chains chains, int start, int stride, boolean[] constants, double[] data) {
    int count = chains.are().length;
    int period = 0;
    while (period < Math.min(stride, LONGEST)
        && start + period + stride < count
        && chains.alike(start + period, start + period + stride)) {
      period++;
    }
    int samples = 1;
    while (period > 0
        && start + samples * stride + period <= count
        && repeats(chains, start, period, samples * stride)) {
      samples++;
    }
    if (samples < LEAST) {
      return Optional.empty();
    }
    Lanes lanes = new Lanes(chains, start, stride, period, samples);
    return lanes.connect(constants, data) ? Optional.of(lanes) : Optional.empty();
  }

  private static boolean repeats(Chains chains, int start, int period, int distance) {
    int i = 0;
    while (i < period && chains.alike(start + i, start + i + distance)) {
      i++;
    }
    return i == period;
  }

  /// Finds out where each factor comes from; false if one comes from elsewhere than from a slot of
  /// all samples, a constant, or the same sample. What the first sample reads was made before, so
  /// whatever all of them share is there when it is asked for.
  private boolean connect(boolean[] constants, double[] data) {
    Map<Integer, Integer> made = new HashMap<>(); // slots to instructions
    for (int k = start; k < end(); k++) {
      made.put(chains.target()[k], k);
    }
    for (int i = 0; i < period; i++) {
      int k = start + i;
      from[i] = chains.first()[k];
      int length = chains.length(k);
      shared[i] = new int[length];
      own[i] = new double[length][];
      for (int j = 0; j < length; j++) {
        boolean leftIsShared = isShared(chains.left(), i, j);
        int[] common = leftIsShared ? chains.left() : chains.right();
        int[] others = leftIsShared ? chains.right() : chains.left();
        shared[i][j] = common[chains.second()[k] + j];
        if (!leftIsShared && !isShared(common, i, j)) {
          return false;
        }
        Optional<double[]> numbers = numbers(others, i, j, made, constants, data);
        if (numbers.isEmpty()) {
          return false;
        }
        own[i][j] = numbers.get();
      }
    }
    return true;
  }

  private int slot(int[] side, int i, int j, int sample) {
    return side[chains.second()[start + sample * stride + i] + j];
  }

  private boolean isShared(int[] side, int i, int j) {
    for (int sample = 1; sample < samples; sample++) {
      if (slot(side, i, j, sample) != slot(side, i, j, 0)) {
        return false;
      }
    }
    return true;
  }

  private Optional<double[]> numbers(
      int[] side, int i, int j, Map<Integer, Integer> made, boolean[] constants, double[] data) {
    Integer maker = made.get(slot(side, i, j, 0));
    double[] numbers = new double[samples];
    for (int sample = 0; sample < samples; sample++) {
      int slot = slot(side, i, j, sample);
      if (maker == null && constants[slot]) {
        numbers[sample] = data[slot];
      } else if (maker == null
          || !Integer.valueOf(maker + sample * stride).equals(made.get(slot))) {
        return Optional.empty();
      }
    }
    return Optional.of(maker == null ? numbers : sums[maker - start]);
  }

  int start() {
    return start;
  }

  /// The first instruction after the head of the last sample.
  int end() {
    return start + (samples - 1) * stride + period;
  }

  /// Where the instructions that follow the head of a sample begin and, for all but the last, end.
  int rest(int sample) {
    return start + sample * stride + period;
  }

  int next(int sample) {
    return start + (sample + 1) * stride;
  }

  /// How many rests there are before the end.
  int rests() {
    return samples - 1;
  }

  /// Runs the heads of all samples and leaves in `data` what running them in turn would leave.
  void run(double[] data) {
    for (int i = 0; i < period; i++) {
      double[] sum = sums[i];
      Arrays.fill(sum, data[from[i]]);
      int[] weights = shared[i];
      double[][] inputs = own[i];
      int j = 0;
      for (; j + 3 < weights.length; j += 4) {
        four(sum, data, weights, inputs, j);
      }
      for (; j < weights.length; j++) {
        one(sum, data[weights[j]], inputs[j]);
      }
      activate(chains.activation()[start + i], sum);
      int[] target = chains.target();
      for (int sample = 0, k = start + i; sample < sum.length; sample++, k += stride) {
        data[target[k]] = sum[sample];
      }
    }
  }

  private static void four(double[] sum, double[] d, int[] weights, double[][] inputs, int j) {
    four(
        sum,
        d[weights[j]],
        inputs[j],
        d[weights[j + 1]],
        inputs[j + 1],
        d[weights[j + 2]],
        inputs[j + 2],
        d[weights[j + 3]],
        inputs[j + 3]);
  }

  private static void four(
      double[] sum,
      double w0,
      double[] x0,
      double w1,
      double[] x1,
      double w2,
      double[] x2,
      double w3,
      double[] x3) {
    for (int b = 0; b < sum.length; b++) {
      sum[b] = sum[b] + w0 * x0[b] + w1 * x1[b] + w2 * x2[b] + w3 * x3[b];
    }
  }

  private static void one(double[] sum, double w, double[] x) {
    for (int b = 0; b < sum.length; b++) {
      sum[b] = sum[b] + w * x[b];
    }
  }

  private static void activate(byte operation, double[] sum) {
    if (operation != Operation.LEAF.code()) {
      for (int b = 0; b < sum.length; b++) {
        sum[b] = Step.value(operation, sum[b], 0);
      }
    }
  }
}
