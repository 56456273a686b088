package dev.perilla.site.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One hash, whoever computes it.
final class Sha256Test {
  @Test
  void isThatOfTheStandard() { // FIPS 180-4, the example of one block
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Blob.hash("abc".getBytes(US_ASCII)));
  }

  @Test
  void ofOpenSslIsThatOfTheJdk() {
    // a machine need not have OpenSSL 3: then there is only one way to hash, and nothing to compare
    assumeTrue(Sha256.OpenSsl.FUNCTION.isPresent(), "no libcrypto of OpenSSL 3 on this machine");
    Random random = new Random(1);
    IntStream.concat(IntStream.range(0, 300), IntStream.of(4096, 1_000_003))
        .forEach(
            length -> {
              byte[] bytes = new byte[length];
              random.nextBytes(bytes);
              assertArrayEquals(
                  Sha256.ofJdk(bytes), Sha256.OpenSsl.digest(bytes), () -> "" + length);
            });
  }

  @Test
  void isTheSameBeforeAndAfterMuchWasHashed() {
    byte[] bytes = new byte[1 << 20];
    String first = Blob.hash(bytes);
    for (long hashed = 0; hashed <= Sha256.MUCH; hashed += bytes.length) {
      assertEquals(first, Blob.hash(bytes));
    }
  }
}
