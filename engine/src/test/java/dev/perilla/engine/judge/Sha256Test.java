package dev.perilla.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The hash that the page can compute is that of the JDK.
final class Sha256Test {
  @Test
  void isTheHashOfTheJdk() throws NoSuchAlgorithmException {
    Random random = new Random(20260221);
    for (int length = 0; length < 300; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      assertThat(Sha256.of(message))
          .isEqualTo(MessageDigest.getInstance("SHA-256").digest(message));
    }
  }
}
