package dev.perilla.engine.language.number;

import java.math.BigInteger;

/// SHA-512 (FIPS 180-4): CPython hashes a text seed with it.
final class Sha512 {
  private static final long[] ROUND = new long[80]; // of the cube roots of the first primes
  private static final long[] START = new long[8]; // of their square roots

  static {
    int prime = 2;
    for (int i = 0; i < ROUND.length; prime++) {
      if (isPrime(prime)) {
        ROUND[i] = fraction(prime, 3);
        if (i < START.length) {
          START[i] = fraction(prime, 2);
        }
        i++;
      }
    }
  }

  private Sha512() {}

  private static boolean isPrime(int number) {
    for (int i = 2; i * i <= number; i++) {
      if (number % i == 0) {
        return false;
      }
    }
    return true;
  }

  /// The first 64 bits of the fraction of a root.
  private static long fraction(int number, int degree) {
    BigInteger scaled = BigInteger.valueOf(number).shiftLeft(64 * degree);
    BigInteger root = BigInteger.ZERO;
    for (int bit = 68; bit >= 0; bit--) {
      BigInteger tried = root.setBit(bit);
      if (tried.pow(degree).compareTo(scaled) <= 0) {
        root = tried;
      }
    }
    return root.longValue();
  }

  /// The 64 bytes of the digest.
  static byte[] digest(byte[] message) {
    int blocks = (message.length + 17 + 127) / 128;
    byte[] padded = new byte[blocks * 128];
    System.arraycopy(message, 0, padded, 0, message.length);
    padded[message.length] = (byte) 0x80;
    long bits = 8L * message.length;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> (8 * i));
    }
    long[] hash = START.clone();
    for (int block = 0; block < blocks; block++) {
      mix(hash, padded, block * 128);
    }
    byte[] digest = new byte[64];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (hash[i / 8] >>> (56 - 8 * (i % 8)));
    }
    return digest;
  }

  private static void mix(long[] hash, byte[] text, int from) {
    long[] w = new long[80];
    for (int i = 0; i < 128; i++) {
      w[i / 8] = (w[i / 8] << 8) | (text[from + i] & 0xFF);
    }
    for (int i = 16; i < 80; i++) {
      long x = w[i - 15];
      long y = w[i - 2];
      long s0 = Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ x >>> 7;
      long s1 = Long.rotateRight(y, 19) ^ Long.rotateRight(y, 61) ^ y >>> 6;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    long a = hash[0];
    long b = hash[1];
    long c = hash[2];
    long d = hash[3];
    long e = hash[4];
    long f = hash[5];
    long g = hash[6];
    long h = hash[7];
    for (int i = 0; i < 80; i++) {
      long s1 = Long.rotateRight(e, 14) ^ Long.rotateRight(e, 18) ^ Long.rotateRight(e, 41);
      long first = h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + w[i];
      long s0 = Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39);
      long second = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
    hash[5] += f;
    hash[6] += g;
    hash[7] += h;
  }
}
