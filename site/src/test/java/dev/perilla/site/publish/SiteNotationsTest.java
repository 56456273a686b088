package dev.perilla.site.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.site.build.Cache;
import dev.perilla.site.build.SiteBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site is right as it was published, in whatever notation its numbers are written.
class SiteNotationsTest {
  @TempDir Path folder;

  @Test
  void eachNotationAgreesWithItsOwnClaims() throws Exception {
    Files.writeString(
        folder.resolve("book.yaml"),
        """
        perilla: 1
        title: Notaciones
        lang: es
        decimal: ","
        chapters: [n]
        plain: ["Tabla \\\\d+"]
        """);
    Files.writeString(
        folder.resolve("n.chapter.yaml"),
        """
        perilla: 1
        id: n
        title: Notaciones
        sources: {uno: {title: Una fuente de 1999}}
        blocks:
          - type: example
            id: e
            given: {a: 3, b: -4}
            code: |
              c = a * b
              big = 1234567
              xs = [0.5, -0.25]
            output: c
            expect: {c: -12, dc/da: b}
          - type: prose
            about: e
            text: |
              [−12]{= c} [-1,2·10¹]{= c} [1.234.567]{= big} [1 234 567]{= big} [1,23×10⁶]{= big} [½]{= xs[0]}
              [50 %]{= xs[0]} [1/2]{= xs[0]} [0,5 y −0,25]{= xs} [0,333…]{= a / 9} [≈ 1]{= a / 3.3} [2³]{= a + 5}
              [√9]{= a} [`0.50`]{= xs[0]} [$0{,}5$]{= xs[0]} [１２]{= -c} [más que 2]{= a > 2}
              `c = a * b = -12`, $a^2 = 9$, 3 × 4 = 12, 2026-11-28, Tabla 3, [7]{plain}, [8]{cite=uno}.

              1. {{c}}
              2. {{xs}}
        """);
    Path site = folder.resolve("site");
    try (Cache cache = Cache.temporary()) {
      SiteBuild.Form form = new SiteBuild.Form(false, false);
      Publication.publish(site, "site", SiteBuild.of(folder, folder, cache, form, 2).files());
    }
    assertThat(FindingPrinter.pretty(SiteCheck.of(site, "site", Optional.empty(), 2).findings()))
        .isEmpty();
  }
}
