package dev.perilla.site.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A picture of a page. Browsers differ by a shade, so squares are compared, not pixels.
record Picture(BufferedImage image) {
  /// The side of a square in pixels.
  static final int SQUARE = 20;

  /// How much darker or lighter a square may be, of 255.
  private static final int SHADE = 24;

  static Picture of(byte[] png) {
    try {
      return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The picture that is kept; with `-Dgolden=update`, which no CI has, `taken` takes its place.
  static Picture kept(Path file, byte[] taken) throws IOException {
    if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
      Files.createDirectories(file.getParent());
      Files.write(file, taken);
    }
    return of(Files.readAllBytes(file));
  }

  /// Width and height in pixels.
  int[] size() {
    return new int[] {image.getWidth(), image.getHeight()};
  }

  /// How many squares there are.
  int squares() {
    return (image.getWidth() / SQUARE) * (image.getHeight() / SQUARE);
  }

  /// How many squares look different in a picture of the same size.
  int differences(Picture other) {
    int differences = 0;
    for (int x = 0; x + SQUARE <= image.getWidth(); x += SQUARE) {
      for (int y = 0; y + SQUARE <= image.getHeight(); y += SQUARE) {
        differences += Math.abs(shade(x, y) - other.shade(x, y)) > SHADE ? 1 : 0;
      }
    }
    return differences;
  }

  /// How light a square is, 0 to 255.
  private int shade(int left, int top) {
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
