package dev.perilla.site;

import java.util.zip.CRC32;

/// What says whether the disk kept some bytes of the cache: a check sum, which a process that
/// begins cold has in no time, where SHA-256 without the second compiler takes 7 ms a megabyte.
public final class Sum {
  private Sum() {}

  /// That of all bytes.
  public static String of(byte[] bytes) {
    return of(bytes, 0);
  }

  /// That of the bytes from `start`.
  public static String of(byte[] bytes, int start) {
    CRC32 sum = new CRC32();
    sum.update(bytes, start, bytes.length - start);
    return Long.toHexString(sum.getValue());
  }
}
