package dev.perilla.engine.judge;

import java.math.BigInteger;
import java.util.Arrays;

/// SHA-256 (FIPS 180-4). The page has it only as an asynchronous call, and not everywhere.
final class Sha256 {
  private static final int[] K = new int[64];
  private static final int[] START = new int[8];

  static {
    int found = 0;
    for (int n = 2; found < 64; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n; d++) {
        prime &= n % d != 0;
      }
      if (prime) {
        K[found] = fraction(n, 3);
        if (found < 8) {
          START[found] = fraction(n, 2);
        }
        found++;
      }
    }
  }

  private Sha256() {}

  /// The first 32 bits of the fraction of a square or cube root, bit by bit.
  private static int fraction(int of, int root) {
    BigInteger wanted = BigInteger.valueOf(of).shiftLeft(32 * root);
    BigInteger low = BigInteger.ZERO;
    for (int bit = 37; bit >= 0; bit--) {
      BigInteger next = low.setBit(bit);
      if (next.pow(root).compareTo(wanted) <= 0) {
        low = next;
      }
    }
    return low.intValue();
  }

  static byte[] of(byte[] message) {
    int blocks = (message.length + 8) / 64 + 1;
    byte[] padded = Arrays.copyOf(message, blocks * 64);
    padded[message.length] = (byte) 0x80;
    long bits = 8L * message.length;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> (8 * i));
    }
    int[] state = START.clone();
    for (int block = 0; block < blocks; block++) {
      compress(state, padded, block * 64);
    }
    byte[] hash = new byte[32];
    for (int i = 0; i < 32; i++) {
      hash[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    return hash;
  }

  private static void compress(int[] state, byte[] padded, int from) {
    int[] w = new int[64];
    for (int i = 0; i < 64; i++) {
      if (i < 16) {
        for (int b = 0; b < 4; b++) {
          w[i] = (w[i] << 8) | (padded[from + 4 * i + b] & 0xFF);
        }
      } else {
        int a = w[i - 15];
        int b = w[i - 2];
        int s0 = Integer.rotateRight(a, 7) ^ Integer.rotateRight(a, 18) ^ (a >>> 3);
        int s1 = Integer.rotateRight(b, 17) ^ Integer.rotateRight(b, 19) ^ (b >>> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
      }
    }
    int[] v = state.clone();
    for (int i = 0; i < 64; i++) {
      int e = v[4];
      int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int t1 = v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + K[i] + w[i];
      int a = v[0];
      int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int t2 = s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += t1;
      v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) {
      state[i] += v[i];
    }
  }
}
