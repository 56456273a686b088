package dev.perilla.site.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The JDK and the library of the machine give the same hash, so that it makes no difference which
/// one a machine has.
final class Sha256Test {
  @Test
  void bothGiveTheHashOfTheStandard() {
    byte[] text = "abc".getBytes(StandardCharsets.US_ASCII);
    String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(HexFormat.of().formatHex(Sha256.byJdk(text))).isEqualTo(hash);
    Sha256.Library.FUNCTION.ifPresent(
        it -> assertThat(HexFormat.of().formatHex(Sha256.byLibrary(it, text))).isEqualTo(hash));
  }

  @Test
  void bothGiveTheSameHashOfAnyLength() {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length * length / 3];
      random.nextBytes(bytes);
      Sha256.Library.FUNCTION.ifPresent(
          it -> assertThat(Sha256.byLibrary(it, bytes)).isEqualTo(Sha256.byJdk(bytes)));
    }
  }

  @Test
  void whatComesAfterMuchHasTheSameHash() {
    byte[] bytes = new byte[(int) Sha256.MUCH / 4];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) i;
      assertThat(Sha256.digest(bytes)).isEqualTo(Sha256.byJdk(bytes));
    }
  }
}
