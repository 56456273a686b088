package dev.perilla.engine.autograd;

/// CPython's `random.seed(n)` and `random.uniform`, for tests: Matsumoto and Nishimura's MT19937.
final class Twister {
  private final int[] state = new int[624];
  private int next = 624;

  Twister(int seed) {
    state[0] = 19650218;
    for (int i = 1; i < 624; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    int i = 1;
    for (int k = 0; k < 624; k++) {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + seed;
      i = advance(i);
    }
    for (int k = 0; k < 623; k++) {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
      i = advance(i);
    }
    state[0] = 0x80000000;
  }

  private int advance(int i) {
    if (i == 623) {
      state[0] = state[623];
      return 1;
    }
    return i + 1;
  }

  private int word() {
    if (next == 624) {
      for (int i = 0; i < 624; i++) {
        int y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7FFFFFFF);
        state[i] = state[(i + 397) % 624] ^ (y >>> 1) ^ ((y & 1) * 0x9908B0DF);
      }
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  double uniform(double low, double high) {
    double a = word() >>> 5;
    double b = word() >>> 6;
    return low + (high - low) * ((a * 67108864.0 + b) / 9007199254740992.0);
  }
}
