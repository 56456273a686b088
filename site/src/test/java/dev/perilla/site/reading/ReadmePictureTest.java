package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The picture in the README is the page that its ten lines become today. Fonts and browsers differ
/// by a shade, so squares are compared, not pixels. `-Dgolden=update` takes it anew.
@ExtendWith(Reading.class)
class ReadmePictureTest {
  private static final Path README = Path.of("../README.md");
  private static final Path PICTURE = Path.of("src/readme/two-knobs.png");
  private static final int WIDTH = 720;
  private static final int HEIGHT = 740;
  private static final int SQUARE = 20;

  /// How much darker or lighter a square may be, of 255.
  private static final int SHADE = 24;

  @Test
  void isWhatTheProductGives(Reader reader) throws IOException {
    Site site = Site.chapter(chapter());
    try (Visit visit = reader.visit(site, new Screen(WIDTH, false, true, false))) {
      Page page = visit.open("knobs.html");
      page.setViewportSize(WIDTH, HEIGHT);
      byte[] taken = page.screenshot();
      if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
        Files.write(PICTURE, taken);
      }
      BufferedImage now = ImageIO.read(new ByteArrayInputStream(taken));
      BufferedImage kept = ImageIO.read(PICTURE.toFile());
      assertThat(new int[] {kept.getWidth(), kept.getHeight()}).containsExactly(WIDTH, HEIGHT);
      int other = 0;
      for (int x = 0; x < WIDTH; x += SQUARE) {
        for (int y = 0; y < HEIGHT; y += SQUARE) {
          other += Math.abs(shade(now, x, y) - shade(kept, x, y)) > SHADE ? 1 : 0;
        }
      }
      assertThat(other).as("squares that look different, of 1332").isLessThan(25);
    }
  }

  /// The chapter of the README, mended as it says.
  private static String chapter() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("perilla: 1\n");
    String chapter = readme.substring(start, readme.indexOf("```", start));
    return chapter.replace("12.05", "12.04");
  }

  /// How light a square is, 0 to 255.
  private static int shade(BufferedImage image, int left, int top) {
    int sum = 0;
    for (int x = left; x < left + SQUARE; x++) {
      for (int y = top; y < top + SQUARE; y++) {
        int colour = image.getRGB(x, y);
        sum += ((colour >> 16) & 255) + ((colour >> 8) & 255) + (colour & 255);
      }
    }
    return sum / (3 * SQUARE * SQUARE);
  }
}
