package dev.perilla.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the texts of a book lead: to chapters and blocks by their ids, to words of the glossary,
/// to pages that had another name. Each that leads nowhere is a finding at its place.
class LinksTest {
  @TempDir Path folder;
  private BookOnDisk book;

  @BeforeEach
  void twoChapters() throws IOException {
    book =
        new BookOnDisk(folder)
            .chapters(2)
            .change("book.yaml", text -> text + "terms: {chain rule: c2#e, Gradient: c2}\n");
  }

  @Test
  void leadToChaptersAndBlocksByTheirIds() throws IOException {
    say("[a](c2) [b](c2#e) [c](c2.html#e) [d](#e) [e](index.html) [f](https://example.org/x#y)");
    assertThat(book.findings()).isEmpty();
    assertThat(book.files().get("c1.html"))
        .contains("<a href=\"c2.html\">a</a>")
        .contains("<a href=\"c2.html#e\">b</a>")
        .contains("<a href=\"c2.html#e\">c</a>")
        .contains("<a href=\"#e\">d</a>");
    assertThat(book.files().get("markdown/c1.md"))
        .contains("[a](c2.md) [b](c2.md) [c](c2.md) [d](#e) [e](README.md)");
  }

  @Test
  void leadToWordsOfTheGlossary() throws IOException {
    say("[a](term:chain-rule) [b](<term:Chain rule>) [c](term:gradient)");
    assertThat(book.findings()).isEmpty();
    assertThat(book.files().get("c1.html"))
        .contains("<a href=\"c2.html#e\">a</a> <a href=\"c2.html#e\">b</a>")
        .contains("<a href=\"c2.html\">c</a>");
  }

  @Test
  void thatLeadNowhereAreFindings() throws IOException {
    wrong("[a](c3)", "P0602 the book has no page `c3.html`");
    wrong("[a](c2#ee)", "P0603 the page `c2.html` has no block with the id `ee`");
    wrong("[a](#ee)", "P0603 the page `c1.html` has no block with the id `ee`");
    wrong("[a](term:gradeint)", "P0604 the glossary has no word `gradeint`");
    wrong("![](c2.png)", "P0605 the image has no words beside it");
    wrong("![a](c2.png)", "P0601 the image `c2.png` is no file of the book");
  }

  /// An image goes to the site under its path, which every system has to be able to hold.
  @Test
  void imagesWithNamesThatNotEverySystemHolds() throws IOException {
    for (String name :
        List.of("a.png", "A.png", "nul.png", "what?.png", "notes.html", "\uFB01.png", "fi.png")) {
      book.write("img/" + name, "x");
    }
    book.write("markdown/a.png", "x");
    wrong("![a](img/nul.png)", "P0508 some systems cannot hold a file under the name `nul.png`");
    wrong(
        "![a](img/what?.png)", "P0508 some systems cannot hold a file under the name `what?.png`");
    wrong("![a](img/notes.html)", "P0508 the site keeps the name `img/notes.html`");
    wrong("![a](markdown/a.png)", "P0508 the site keeps the name `markdown/a.png`");
    wrong("![a](img/a.png) ![b](img/A.png)", "P0508 `img/a.png` and `img/A.png` are one file");
    wrong(
        "![a](img/fi.png) ![b](img/\uFB01.png)", "P0508 `img/\uFB01.png` and `img/fi.png` are one");
    say("![a](img/a.png) ![b](img/fi.png)");
    assertThat(book.findings()).isEmpty();
    assertThat(book.files()).containsKeys("img/a.png", "img/fi.png");
  }

  /// A picture that is opened by itself is a page of the site.
  @Test
  void imagesRunNoScript() throws IOException {
    List<String> scripts =
        List.of(
            "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script href='x.js'/></s:svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><a href=' java&#10;script:x'/></svg>",
            "<!DOCTYPE svg [<!ENTITY s '<script/>'>]><svg>&s;</svg>");
    for (String script : scripts) {
      book.write("a.svg", script);
      wrong("![a](a.svg)", "P0607 the image `a.svg` runs a script");
    }
    String words = "<svg xmlns='http://www.w3.org/2000/svg'><text>a script: one = 1</text></svg>";
    for (String picture : List.of(words, "no XML, a script")) {
      book.write("a.svg", picture);
      say("![a](a.svg)");
      assertThat(book.findings()).isEmpty();
    }
  }

  /// Also beside a number that is false and a word that the glossary does not have.
  @Test
  void allFindingsComeInOneRun() throws IOException {
    say("[a](c3) [b](term:gradeint) ![c](c2.png) `1 + 1 = 3` [d](//c2)");
    assertThat(String.join("\n", book.findings()))
        .contains("P0602", "P0604", "P0601", "P0312", "P0322");
    assertThat(book.findings()).hasSize(5);
    book.change(
            "c1.chapter.yaml",
            text ->
                text.replaceFirst("title: Chapter.*", "title: \"A [T](c4)\"\nsummary: \"[S](c5)\""))
        .build();
    assertThat(String.join("\n", book.findings())).contains("c4", "c5");
    assertThat(book.findings()).hasSize(7);
  }

  private void wrong(String text, String finding) throws IOException {
    say(text);
    assertThat(book.findings()).as(text).isNotEmpty();
    assertThat(book.findings())
        .allMatch(it -> it.startsWith("c1.chapter.yaml:14:"))
        .anyMatch(it -> it.contains(finding));
  }

  /// A term that leads nowhere is said once, where it is listed.
  @Test
  void aTermThatLeadsNowhereIsOneFinding() throws IOException {
    book.change("book.yaml", text -> text.replace("c2#e,", "c2#x,"));
    say("[a](term:chain-rule) [b](term:chain-rule)");
    assertThat(book.findings())
        .singleElement()
        .asString()
        .startsWith("book.yaml:5:21 P0603 the page `c2.html` has no block with the id `x`");
  }

  @Test
  void anOldNameLeadsToTheNewOne() throws IOException {
    book.change("book.yaml", text -> text + "renamed: {old: c2}\n").build();
    assertThat(book.findings()).isEmpty();
    assertThat(book.files().get("old.html"))
        .contains("<meta http-equiv=\"refresh\" content=\"0; url=c2.html\" />")
        .contains("<link rel=\"canonical\" href=\"c2.html\" />");
    say("[a](old)");
    assertThat(book.findings()).singleElement().asString().contains("P0602 the book has no page");
    book.change("book.yaml", text -> text.replace("{old: c2}", "{old: c22}")).build();
    assertThat(book.findings()).anySatisfy(it -> assertThat(it).contains("book.yaml:6:16 P0515"));
    book.change("book.yaml", text -> text.replace("{old: c22}", "{C1: c2}")).build();
    assertThat(book.findings()).anySatisfy(it -> assertThat(it).contains("book.yaml:6:11 P0515"));
  }

  @Test
  void aSiteWithAnAddressSaysSo() throws IOException {
    book.build();
    assertThat(book.files().get("c1.html")).doesNotContain("canonical");
    assertThat(book.files()).doesNotContainKeys("sitemap.xml", "feed.xml");
    book.change("book.yaml", text -> text + "url: https://example.org/b\n").build();
    assertThat(book.files().get("c1.html"))
        .contains("<link rel=\"canonical\" href=\"https://example.org/b/c1.html\" />");
    assertThat(book.files().get("404.html")).contains("href=\"/b/index.html\"");
    assertThat(book.files().get("sitemap.xml"))
        .contains("<url><loc>https://example.org/b/</loc></url>")
        .contains("<url><loc>https://example.org/b/c2.html</loc></url>");
    assertThat(book.files()).doesNotContainKey("feed.xml");
    book.dated("2026-01-31T12:00:00Z").build();
    assertThat(book.redone()).isEqualTo("0 compiled, 1 rendered");
    assertThat(book.files().get("feed.xml"))
        .contains("<updated>2026-01-31T12:00:00Z</updated>")
        .contains("<title>Chapter 1</title>");
    assertThat(book.files().get("sitemap.xml")).contains("<lastmod>2026-01-31T12:00:00Z</lastmod>");
    book.change("book.yaml", text -> text.replace("https:", "")).build();
    assertThat(book.findings()).singleElement().asString().contains("P0514");
  }

  private void say(String text) throws IOException {
    book.change(
            "c1.chapter.yaml",
            old -> old.replaceFirst("(?s)text: .*", "text: |\n        " + text + "\n"))
        .build();
  }
}
