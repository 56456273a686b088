package dev.perilla.site.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.site.publish.SiteAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a first visit costs: a page with everything that it loads, compressed as hosts do. Where
/// this fails with more bytes, CONTRIBUTING has the table and says what weighs.
@ExtendWith(Reading.class)
class PageWeightTest {
  /// What a page names to be loaded with it; pictures of data are in the page.
  private static final Pattern LOADS =
      Pattern.compile("<(?:link rel=\"stylesheet\" href|script src|img src)=\"(?!data:)([^\"]+)");

  /// Words of a real page, as many as a page of that length has different ones.
  private static final List<String> WORDS =
      List.of(
          ("the a slope of what is learned by hand number each step moves input output weight error"
               + " smaller larger when it then so that we ask which parameter changed graph node"
               + " reads its parents product sum chain rule local derivative one two paths meet"
               + " backward forward gradient loss falls because neuron layer bias activation tanh"
               + " relu example computes value shown page author reader knob turns answer question"
               + " why how much little far near between before after first last never always same"
               + " other still only also both every some many few none half twice small change in"
               + " result divided measured exactly almost nothing else follows from this therefore"
               + " if not but although while until since where there here draw write think remember"
               + " forget begin end line point curve plane region colour width height scale unit"
               + " digit decimal place sign positive negative zero infinity limit range domain"
               + " function program code block text table figure")
              .split(" ", -1));

  /// As long and as rich as the pages that other makers of sites were measured with: 1,500 words, 8
  /// + 4 headings, 6 listings, 3 tables, 4 drawings.
  private static String chapter() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    StringBuilder yaml =
        new StringBuilder(
            "perilla: 1\nid: page\ntitle: A page like others\nsummary: To be weighed.\nblocks:\n");
    for (int section = 1; section <= 12; section++) {
      yaml.append("  - type: prose\n    text: |\n      ")
          .append(section % 3 == 0 ? "### " : "## ")
          .append("Section ")
          .append((char) ('A' + section))
          .append("\n\n");
      for (int paragraph = 0; paragraph < 2; paragraph++) {
        yaml.append("     ");
        for (int word = 0; word < 62; word++) {
          yaml.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        yaml.append(".\n\n");
      }
      if (section % 4 == 0) {
        yaml.append("      | name | means |\n      |---|---|\n");
        for (int row = 0; row < 5; row++) {
          yaml.append("      | ").append(WORDS.get(random.nextInt(WORDS.size()))).append(" | ");
          yaml.append(WORDS.get(random.nextInt(WORDS.size()))).append(" |\n");
        }
      }
      if (section % 2 == 0) {
        yaml.append("  - type: code\n    code: |\n");
        for (int line = 0; line < 6; line++) {
          String word = WORDS.get(random.nextInt(WORDS.size()));
          yaml.append("      ").append("v_" + word + " = len(\"" + word + "\") * " + line + "\n");
        }
      }
      if (section % 3 == 1) {
        yaml.append("  - type: example\n    given: {a: %s, b: %s}\n".formatted(section, -section))
            .append("    code: |\n      p = a * b\n      q = p.tanh()\n    output: q\n")
            .append("    show: [graph]\n");
      }
    }
    return yaml.toString();
  }

  @Test
  void aPageLikeOthersIsLight(Reader reader) {
    Site site = Site.chapter(chapter());
    try (Visit visit = reader.visit(site, Screen.PHONE)) {
      visit.open("page.html");
      List<String> loaded = loaded(visit, site);
      assertThat(loaded).hasSize(3);
      assertThat(weight(loaded, site)).isLessThanOrEqualTo(20_000);
    }
  }

  /// What a page without knobs may weigh.
  private static final int MOST = 20_000;

  /// With knobs it loads its engine's core besides, when a reader comes to them.
  private static final int MOST_WITH_ENGINE = 180_000;

  @Test
  void everyPageOfOurBooks() {
    Map<String, Integer> heavy = new TreeMap<>();
    Map<String, List<String>> many = new TreeMap<>();
    for (String book : List.of("micrograd", "manual")) {
      Site site = Site.book(Path.of("books", book));
      boolean hasCore = site.hasEngine() && !SiteAssets.CORE.equals(SiteAssets.ENGINE);
      int core = hasCore ? compressed(site.bytes(SiteAssets.CORE)) : 0;
      for (String path : site.pages()) {
        String page = new String(site.bytes(path), StandardCharsets.UTF_8);
        boolean knobs = page.contains("<template id=\"program_\"");
        List<String> loaded = new ArrayList<>(List.of(path));
        LOADS.matcher(page).results().forEach(it -> loaded.add(it.group(1).replace("../", "")));
        if (loaded.size() > (knobs ? 5 : 3)) {
          many.put(path, loaded);
        }
        int weight = path.endsWith("404.html") ? 0 : weight(loaded, site);
        if (knobs ? weight + core > MOST_WITH_ENGINE : weight > MOST) {
          heavy.put(path, weight);
        }
      }
    }
    assertThat(many).isEmpty();
    assertThat(heavy).isEmpty();
  }

  /// The files of the site that the page has asked for, itself first.
  private static List<String> loaded(Visit visit, Site site) {
    String root = visit.requests().getFirst();
    String folder = root.substring(0, root.indexOf(site.folder().toString()));
    return visit.requests().stream()
        .filter(url -> !url.startsWith("data:"))
        .map(url -> url.substring(folder.length() + site.folder().toString().length() + 1))
        .toList();
  }

  private static int weight(List<String> files, Site site) {
    return files.stream().mapToInt(file -> compressed(site.bytes(file))).sum();
  }

  private static int compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.size();
  }
}
