package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void isWhatTheProductGives(Reader reader) throws IOException {
    Site site = Site.chapter(chapter());
    try (Visit visit = reader.visit(site, new Screen(WIDTH, false, true, false))) {
      Page page = visit.open("knobs.html");
      page.setViewportSize(WIDTH, HEIGHT);
      byte[] taken = page.screenshot();
      Picture kept = Picture.kept(PICTURE, taken);
      assertThat(kept.size()).containsExactly(WIDTH, HEIGHT);
      assertThat(Picture.of(taken).differences(kept))
          .as("squares that look different, of 1332")
          .isLessThan(25);
    }
  }

  /// The chapter of the README, mended as it says.
  private static String chapter() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("perilla: 1\n");
    String chapter = readme.substring(start, readme.indexOf("```", start));
    return chapter.replace("12.05", "12.04");
  }
}
