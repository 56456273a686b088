package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// The generator MT19937 of Matsumoto and Nishimura, seeded as CPython seeds it.
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7FFFFFFF;
  private static final int TWIST = 0x9908B0DF;

  private final int[] state = new int[SIZE];
  private int next;

  /// Seeds with the words of the magnitude, the lowest first.
  void seed(BigInteger magnitude) {
    int words = Math.max(1, (magnitude.bitLength() + 31) / 32);
    byte[] bytes = magnitude.toByteArray();
    int[] key = new int[words];
    for (int i = 0; i < bytes.length; i++) {
      int place = bytes.length - 1 - i;
      if (place / 4 < words) {
        key[place / 4] |= (bytes[i] & 0xFF) << (8 * (place % 4));
      }
    }
    seed(key);
  }

  private void seed(int[] key) {
    start(19_650_218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(SIZE, key.length); k > 0; k--) {
      state[i] = (state[i] ^ (mixed(i) * 1_664_525)) + key[j] + j;
      i = advance(i);
      j = (j + 1) % key.length;
    }
    for (int k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i] ^ (mixed(i) * 1_566_083_941)) - i;
      i = advance(i);
    }
    state[0] = UPPER;
    next = SIZE;
  }

  private void start(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1_812_433_253 * mixed(i) + i;
    }
  }

  private int mixed(int i) {
    int before = state[i - 1];
    return before ^ before >>> 30;
  }

  private int advance(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /// 32 random bits.
  int bits() {
    if (next == SIZE) {
      refill();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9D2C5680;
    y ^= y << 15 & 0xEFC60000;
    return y ^ y >>> 18;
  }

  private void refill() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
      state[i] = state[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : TWIST);
    }
    next = 0;
  }

  /// A double of 53 random bits, from 0 inclusive to 1 exclusive.
  double real() {
    double high = bits() >>> 5;
    double low = bits() >>> 6;
    return (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0;
  }

  /// `count` random bits as an int of Python, `count > 0`.
  Object bits(long count) {
    if (count <= 32) {
      return (long) (bits() >>> (32 - (int) count)) & 0xFFFFFFFFL;
    }
    int words = (int) ((count - 1) / 32 + 1);
    byte[] bytes = new byte[words * 4 + 1];
    long left = count;
    for (int word = 0; word < words; word++, left -= 32) {
      int value = left < 32 ? bits() >>> (32 - (int) left) : bits();
      int end = bytes.length - 4 * word;
      for (int k = 1; k <= 4; k++) {
        bytes[end - k] = (byte) value;
        value >>>= 8;
      }
    }
    return Ints.of(new BigInteger(bytes));
  }
}
