package dev.perilla.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Outcome;
import dev.perilla.engine.language.resolve.Coverage;
import dev.perilla.site.book.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The page of the manual that says what the code language has: each row is true.
///
/// A row of what is in ends in a program, which runs. A row of what is left out is refused before
/// anything runs, and what to write instead stands beside it.
class ManualTest {
  private static final Path PAGE = Path.of("books/manual/language.chapter.yaml");

  private static List<String[]> rows(String heading) throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      String text = line.strip();
      if (text.startsWith("## ")) {
        inside = text.equals("## " + heading);
      } else if (inside && text.startsWith("| ") && !text.startsWith("| --")) {
        rows.add(text.substring(2, text.length() - 2).split(" \\| ", -1));
      }
    }
    return rows.subList(1, rows.size());
  }

  private static Outcome run(String code) {
    return new Machine(Limits.DEFAULT).run(Text.of(SourceFile.of("row.py", code)));
  }

  private static String code(String written) {
    String cell = written.replaceFirst("^\\[(`.*`)]\\{plain}$", "$1");
    return cell.substring(1, cell.length() - 1).replace(" ⏎ ", "\n") + "\n";
  }

  @Test
  void hasNoFindings() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    assertThat(new Workshop(here, 2).book(here.resolve("books/manual")).findings()).isEmpty();
  }

  @Test
  void whatIsInRuns() throws IOException {
    List<String[]> rows = rows("What is in");
    assertThat(rows).hasSizeGreaterThan(30);
    for (String[] row : rows) {
      Outcome outcome = run(code(row[1]));
      assertThat(outcome.allFindings().stream().map(Finding::message)).as(row[1]).isEmpty();
    }
  }

  @Test
  void whatIsLeftOutIsRefusedWithWhatToWriteInstead() throws IOException {
    for (String[] row : rows("What is left out")) {
      refused(code(row[0]), row[1]);
    }
    for (String[] row : rows("Builtins that are left out")) {
      refused(code(row[0]).strip() + "()\n", row[1]);
    }
    for (String[] row : rows("Special methods that are left out")) {
      refused("class A:\n    def " + code(row[0]).strip() + "(self): pass\n", row[1]);
    }
    for (String[] row : rows("Classes that have no subclasses")) {
      refused(
          "class A(" + code(row[0]).strip() + "): pass\n", "keep " + row[1] + " in an attribute");
    }
    for (String[] row : rows("Attributes that only Python's own objects have")) {
      refused("def f(x): return x." + code(row[0]).strip() + "\n", row[1]);
    }
    for (String[] row : rows("Attributes that are left out")) {
      refused("print(print." + code(row[0]).strip() + ")\n", row[1]);
    }
  }

  private static void refused(String code, String written) {
    String instead = written.replaceFirst("^\\[(.*)]\\{plain}$", "$1");
    Outcome outcome = run("print('ran')\n" + code);
    assertThat(outcome.output()).as(code).isEmpty();
    assertThat(outcome.findings()).as(code).isNotEmpty();
    Finding finding = outcome.findings().getFirst();
    assertThat(finding.code()).as(code).isEqualTo(LanguageCode.UNSUPPORTED);
    assertThat(finding.help()).as(code).hasValue(instead.replace("`", ""));
  }

  /// As a page shows it: without backticks `__iter__` would be a bold iter.
  private static String shown(String instead) {
    return instead.replaceAll("__\\w+__", "`$0`");
  }

  @Test
  void nothingThatIsLeftOutIsMissing() throws IOException {
    Map<String, Map<String, String>> tables = new TreeMap<>();
    tables.put("Builtins that are left out", Coverage.refusedBuiltins());
    tables.put("Special methods that are left out", Coverage.refusedMethods());
    tables.put("Classes that have no subclasses", Coverage.refusedBases());
    tables.put("Attributes that are left out", Coverage.refusedAttributes());
    tables.put("Attributes that only Python's own objects have", Coverage.leftOut());
    for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
      List<String> wanted = new ArrayList<>();
      new TreeMap<>(table.getValue())
          .forEach((name, instead) -> wanted.add("| `" + name + "` | " + shown(instead) + " |"));
      List<String> there =
          rows(table.getKey()).stream().map(row -> "| " + row[0] + " | " + row[1] + " |").toList();
      assertThat(there).as(table.getKey()).isEqualTo(wanted);
    }
  }
}
