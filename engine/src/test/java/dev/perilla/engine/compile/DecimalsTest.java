package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.View;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers of a column stand below each other.
class DecimalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1, 2, 30]                        | 1 2 30
          [0, 0.4, 0.8, 2.0]                | 0.0 0.4 0.8 2.0
          [50, 52.5, 55.125, 60.7753125]    | 50.0000 52.5000 55.1250 60.7753
          [0, 5.253094, 14.13104]           | 0.0000 5.2531 14.1310
          [1050, 1102.5, 1276.2815625]      | 1050.00 1102.50 1276.28
          [1 / 3, 0.5, -2]                  | 0.333333 0.500000 -2.000000
          [-0.9999381, 0.9999829]           | -0.999938 0.999983
          [1647.0095, 0.05231573]           | 1647.01 0.0523157
          [123456.5, 0.0001]                | 123456.5 0.0001
          [1, 0.1, 0.01, 0.001]             | 1 0.1 0.01 0.001
          [7, 6.1, 6.099999999999, 0.3]     | 7.0 6.1 6.1 0.3
          [1e-09, 2.5]                      | 1e-09 2.5
          ['a', 0.5, 1]                     | a 0.5 1.0
          """)
  void aColumnHasDecimalsInCommon(String list, String cells) {
    Part.Code code =
        (Part.Code)
            Chapters.clean(
                    """
                    perilla: 1
                    id: t
                    lang: en
                    title: T
                    blocks:
                      - type: code
                        code: |
                          column = %s
                        show:
                          - table: {column: column}
                    """
                        .formatted(list))
                .blocks()
                .getFirst();
    View.Table table = (View.Table) code.views().getFirst();
    assertThat(
            table.rows().stream()
                .map(row -> row.cells().getFirst().inlines().getFirst())
                .map(it -> it instanceof Inline.Num num ? num.text() : ((Inline.Str) it).text())
                .collect(Collectors.joining(" ")))
        .isEqualTo(cells);
  }
}
