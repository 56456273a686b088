package dev.perilla.site.cli;

import dev.perilla.chapter.format.ChapterSchema;
import dev.perilla.chapter.source.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The pages of the manual's reference that the program itself writes: the format from its schema,
/// the commands from their declarations, the findings from `explain`, each with what `check` says
/// of its failing example.
final class ManualPages {
  private static final Map<String, String> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put("P00", "Files");
    AREAS.put("P01", "The form of a chapter");
    AREAS.put("P02", "The language");
    AREAS.put("P03", "Verification");
    AREAS.put("P04", "The autograd");
    AREAS.put("P05", "Books");
    AREAS.put("P06", "Texts and links");
    AREAS.put("P07", "Translations");
  }

  private ManualPages() {}

  /// All of them, in the order of the book.
  ///
  /// @param folder an empty one, in which the failing examples are written
  static List<ManualPage> all(Path folder) throws IOException {
    List<ManualPage> pages = new ArrayList<>();
    JsonMapper json = JsonMapper.builder().build();
    pages.add(
        new SchemaPage(json.readTree(ChapterSchema.chapter()), json.readTree(ChapterSchema.book()))
            .page());
    pages.add(commands());
    pages.add(findings());
    for (Finding.Code code : Codes.all()) {
      pages.add(finding(code, folder.resolve(code.id())));
    }
    return pages;
  }

  private static ManualPage commands() {
    ManualPage page =
        new ManualPage(
            "commands",
            "Commands",
            "Every command, its options and examples, as `--help` says them.");
    page.prose(
        Optional.empty(),
        Optional.empty(),
        ManualText.words(
            """
            `perilla COMMAND [OPTION...] [PATH...]`. Data go to standard output, all else to standard error. The exit code is 0
            where all is clean, 1 where findings weigh at least `--fail-level`, 2 for usage, configuration or unreadable
            input, 3 for a bug of perilla or a limit of the machine.
            """));
    for (Command command : Command.ALL) {
      Syntax syntax = command.syntax();
      StringBuilder text = new StringBuilder(ManualText.words(syntax.summary())).append("\n\n");
      Syntax.Operand operand = syntax.operand();
      text.append("| argument | what it does |\n| --- | --- |\n");
      if (operand.most() > 0) {
        String label = operand.label() + (operand.most() > 1 ? "..." : "");
        text.append(row("`" + label + "`", operand.description()));
      }
      for (Syntax.Option option : syntax.options()) {
        String value =
            option.choices().isEmpty()
                ? option.value().map(it -> " " + it).orElse("")
                : " " + String.join(" | ", option.choices());
        String letter = option.letter().map(it -> "`" + it + "`, ").orElse("");
        text.append(row(letter + "`" + option.name() + value + "`", option.description()));
      }
      StringBuilder examples = new StringBuilder();
      for (Syntax.Example example : syntax.examples()) {
        examples.append("# ").append(example.effect()).append('\n');
        examples.append("perilla ").append(example.arguments()).append('\n');
      }
      text.append('\n').append(ManualText.fence("sh", examples.toString()));
      page.prose(Optional.of(syntax.name()), Optional.of(syntax.name()), text.toString());
    }
    return page;
  }

  private static ManualPage findings() {
    ManualPage page =
        new ManualPage(
            "findings",
            "Findings",
            "Every code, with a page that shows what fails and what is right. `perilla explain`"
                + " prints the same.");
    for (Map.Entry<String, String> area : AREAS.entrySet()) {
      StringBuilder rows = new StringBuilder();
      for (Finding.Code code : Codes.all()) {
        if (code.id().startsWith(area.getKey())) {
          rows.append(row("[" + code.id() + "](" + code.id() + ".html)", code.title()));
        }
      }
      if (!rows.isEmpty()) {
        page.prose(
            Optional.empty(),
            Optional.of(area.getValue()),
            "| code | what was found |\n| --- | --- |\n" + rows);
      }
    }
    return page;
  }

  private static ManualPage finding(Finding.Code code, Path folder) throws IOException {
    String source = ExplainCommand.page(code.id()).orElseThrow();
    ManualPage page =
        new ManualPage(
            code.id(), code.id() + ": " + code.title(), "What it means, and what to do.");
    int end = source.indexOf("\n## ");
    String head = source.substring(source.indexOf('\n'), end);
    page.prose(Optional.empty(), Optional.empty(), text(head));
    while (end >= 0) {
      int next = source.indexOf("\n## ", end + 1);
      String section = source.substring(end + 4, next < 0 ? source.length() : next);
      int line = section.indexOf('\n');
      String heading = section.substring(0, line);
      page.prose(Optional.empty(), Optional.of(heading), text(section.substring(line)));
      if (heading.equals("Fails")) {
        Capture said = ExamplePage.parse(source).said(folder, code.id());
        page.prose(
            Optional.empty(),
            Optional.of("What is said"),
            ManualText.fence(
                "text", said.err().contains("[P") ? said.err() : said.out() + said.err()));
      }
      end = next;
    }
    return page;
  }

  /// Markdown with fences. A fence of an example has a file's name after its label.
  private static String text(String markdown) {
    StringBuilder out = new StringBuilder();
    StringBuilder words = new StringBuilder();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("```")) {
        words.append(line).append('\n');
        continue;
      }
      out.append(ManualText.words(words.toString()));
      words.setLength(0);
      String ticks = line.startsWith("````") ? "````" : "```";
      List<String> info = List.of(line.substring(ticks.length()).split(" ", -1));
      StringBuilder content = new StringBuilder();
      for (i++; !lines.get(i).equals(ticks); i++) {
        content.append(lines.get(i)).append('\n');
      }
      if (info.size() > 1) {
        String times = info.size() > 2 ? ", its lines " + info.get(2).substring(1) + " times" : "";
        out.append(ManualText.words("`" + info.get(1) + "`" + times + ":")).append("\n\n");
      }
      String label = info.getFirst().equals("bytes") ? "text" : info.getFirst();
      out.append(ManualText.fence(label, content.toString()));
    }
    return out.append(ManualText.words(words.toString())).toString();
  }

  private static String row(String one, String other) {
    return "| " + ManualText.cell(one) + " | " + ManualText.cell(other) + " |\n";
  }
}
