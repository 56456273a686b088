package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The form of a page: well-formed, each name once, each link within the page leading somewhere,
/// nothing inline that a strict policy refuses.
final class PageFormTest {
  private static final Set<String> SITE =
      Set.of("value.html", "next.html", "index.html", "derivada-parcial.html", "perilla.css");

  private static final CompiledChapter CHAPTER = Sample.chapter();
  private static final Document PAGE =
      Html.parse(new HtmlRenderer().chapter(CHAPTER, Sample.context()).content());

  @Test
  void namesAreUnique() {
    assertThat(Html.values(PAGE, "id")).doesNotHaveDuplicates();
  }

  @Test
  void linksWithinThePageLeadSomewhere() {
    List<String> ids = Html.values(PAGE, "id");
    for (String url : Html.values(PAGE, "href")) {
      if (url.startsWith("#")) {
        assertThat(ids).contains(url.substring(1));
      } else if (!url.startsWith("https://example.org/") && !url.startsWith("data:image")) {
        assertThat(url).isIn(SITE);
      }
    }
  }

  @Test
  void headingsDoNotSkipALevel() {
    int last = 0;
    for (Element element : Html.elements(PAGE)) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(last + 1);
        last = level;
      }
    }
  }

  @Test
  void nothingIsInline() {
    for (Element element : Html.elements(PAGE)) {
      assertThat(element.getTagName()).isNotEqualTo("style");
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName()).doesNotMatch("on.*|style");
      }
    }
  }

  @Test
  void eachEntryOfTheLedgerHasARow() {
    List<String> ids = Html.values(PAGE, "id");
    CHAPTER.ledger().entries().forEach(entry -> assertThat(ids).contains("l_" + entry.id()));
  }

  @Test
  void theFootCountsTheNumbers() {
    assertThat(PAGE.getDocumentElement().getTextContent())
        .contains(
            "49 números: 29 calculados, 8 comprobados, 10 dados, 1 citado, 1 sin pretensión."
                + " Además se comprobaron 3 afirmaciones.");
  }

  @Test
  void linksOfANumberWithinALinkAreLeftOut() {
    for (Element element : Html.elements(PAGE)) {
      if (element.getTagName().equals("a")) {
        assertThat(element.getElementsByTagName("a").getLength()).isZero();
      }
    }
  }

  @Test
  void theSameChapterGivesTheSameBytes() {
    HtmlRenderer renderer = new HtmlRenderer();
    assertThat(renderer.chapter(Sample.chapter(), Sample.context()))
        .isEqualTo(renderer.chapter(Sample.chapter(), Sample.context()));
  }
}
