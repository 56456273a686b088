package dev.perilla.renderer.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.renderer.internal.Words;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Straight quotation marks of authors, as the language of the page writes them.
class QuotesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          es | dice "hola" y se va             | dice «hola» y se va
          en | it says "hello" and goes        | it says “hello” and goes
          pt | diz "olá"                       | diz “olá”
          es | "todo", "nada"                  | «todo», «nada»
          es | ¿"eso"? ("esto") — "aquello"    | ¿«eso»? («esto») — «aquello»
          es | "la **pendiente** de `a`"       | «la pendiente de "a"»
          es | **"gradiente"**                 | «gradiente»
          es | dice `"hola"`                   | dice ""hola""
          en | "don't" it says                 | “don't” it says
          en | a 5" disk                       | a 5" disk
          en | a 5" disk and a "big" one       | a 5" disk and a "big" one
          en | "a 5" disk"                     | "a 5" disk"
          en | one " too many                  | one " too many
          en | "one too many" and "            | "one too many" and "
          en | a"b"c                           | a"b"c
          en | " spaced "                      | " spaced "
          en | “as typed”                      | “as typed”
          """)
  void areThoseOfTheLanguage(String lang, String typed, String shown) {
    Words words = Words.of(lang);
    Node text = Parser.builder().build().parse(typed);
    Quotes.of(words).in(text);
    assertThat(TextContentRenderer.builder().build().render(text)).isEqualTo(shown);
  }

  /// What the renderer puts around words in another language is no word.
  @Test
  void tagsAreNoWords() {
    Node text = new Paragraph();
    for (Node node :
        List.of(
            new Text("it says "),
            new Markup("<span lang=\"es\">"),
            new Text("\"hola\""),
            new Markup("</span>"),
            new Text(" and \"goes\""))) {
      text.appendChild(node);
    }
    Quotes.of(Words.of("en")).in(text);
    assertThat(((Text) text.getLastChild()).getLiteral()).isEqualTo(" and “goes”");
  }

  @Test
  void codeInATitleKeepsItsMarks() {
    List<Inline> title =
        List.of(
            new Inline.Str("The \"word\" "),
            new Inline.CodeSpan(Optional.empty(), List.of(new Inline.Str("print(\"a\")"))));
    assertThat(Plain.title(title, "en")).isEqualTo("The “word” print(\"a\")");
  }

  /// A mark that is lonely in one item leaves the others as they should be.
  @Test
  void eachParagraphIsJudgedAlone() {
    Node text = Parser.builder().build().parse("- a 5\" disk\n- a \"big\"\n  one\n\nand \"this\"");
    Quotes.of(Words.of("es")).in(text);
    assertThat(TextContentRenderer.builder().build().render(text))
        .contains("a 5\" disk", "a «big»", "and «this»");
  }
}
