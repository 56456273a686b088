package dev.perilla.chapter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.FindingPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data files as rows.
final class DataReaderTest {
  private static Read<List<Object>> read(String name, String text) {
    return DataReader.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "1,2;3,4                      | [[1, 2], [3, 4]]",
        "x,y;1,2.5;-3,1e3             | [[1, 2.5], [-3, 1000.0]]", // a first line of names
        "up,A;down,B                  | [[up, A], [down, B]]", // names alone are rows
        "\"a, b\",1;\"say \"\"x\"\"\",2 | [[a, b, 1], [say \"x\", 2]]",
        "1,;,2                        | [[1, ], [, 2]]",
        "1,2;;                        | [[1, 2]]", // empty lines are none
        "12345678901234567890,0       | [[12345678901234567890, 0]]",
        "0x10,1 000,½,+7              | [[0x10, 1 000, ½, 7]]",
      })
  void rowsOfCsv(String lines, String rows) {
    for (String end : List.of("\n", "\r\n")) {
      Read<List<Object>> read = read("d.csv", lines.strip().replace(";", end));
      assertThat(read.findings()).isEmpty();
      assertThat(read.value().orElseThrow().toString()).isEqualTo(rows.strip());
    }
  }

  @Test
  void rowsOfJson() {
    assertThat(read("d.json", "[[1, 2.5, \"a\"], {\"x\": true}, -7]").value().orElseThrow())
        .hasToString("[[1, 2.5, a], {x=true}, -7]");
  }

  @Test
  void whatIsNoRowsIsSaidWithItsPlace() {
    assertThat(FindingPrinter.pretty(read("d.csv", "1,2\n3,4,5\n").findings()))
        .startsWith("d.csv:2:1: error[P0117]: this row has 3 cells, the first has 2");
    assertThat(FindingPrinter.pretty(read("d.csv", "1,\"2\n3,4\n").findings()))
        .startsWith("d.csv:1:3: error[P0117]: this quote is not closed");
    assertThat(FindingPrinter.pretty(read("d.csv", "").findings()))
        .contains("error[P0117]: the file has no rows");
    assertThat(FindingPrinter.pretty(read("d.json", "{\"a\": 1}").findings()))
        .startsWith("d.json:1:1: error[P0117]: the data are no list");
    assertThat(FindingPrinter.pretty(read("d.json", "[1, null]").findings()))
        .startsWith("d.json:1:5: error[P0117]: here is no value");
    assertThat(FindingPrinter.pretty(read("d.json", "[1, ").findings())).contains("error[P0006]");
  }

  /// As a spreadsheet of a country with decimal commas saves it.
  @Test
  void cellsArePartedByCommas() {
    assertThat(
            FindingPrinter.compact(
                DataReader.read("d.csv", "x;y\n1,5;2,5\n".getBytes(StandardCharsets.UTF_8))
                    .findings()
                    .getFirst()))
        .startsWith("d.csv:1:1: error[P0117]: semicolons part the cells of this file");
    assertThat(
            FindingPrinter.compact(
                DataReader.read("d.csv", "x\ty\n1\t2\n".getBytes(StandardCharsets.UTF_8))
                    .findings()
                    .getFirst()))
        .startsWith("d.csv:1:1: error[P0117]: tabs part the cells of this file");
    assertThat(DataReader.read("d.csv", "a;b\n1\n".getBytes(StandardCharsets.UTF_8)).findings())
        .isEmpty();
  }
}
